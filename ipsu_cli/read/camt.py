"""A bank statement in camt.053 (ISO 20022). It comes from outside: nothing in it may declare or fetch anything."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from ipsu_cli.core.bank import Entry, Statement
from ipsu_cli.core.hundredths import hundredths_in
from ipsu_cli.core.money import Ore
from ipsu_cli.core.problem import BadFile

FAMILY = "urn:iso:std:iso:20022:tech:xsd:camt.053."
# What may name an invoice, in the order of how much it is a reference; `EndToEndId` is the payer's own.
REFERENCES = (
    "RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/RfrdDocInf/Nb", "RmtInf/Ustrd", "Refs/EndToEndId", "AddtlTxInf",
)  # fmt: skip
BOOKED = "BOOK"
AMOUNTS = ("Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt")


def read_camt(content: bytes) -> Statement:
    """Every entry of every statement in the file."""
    root = _root(content)
    statements = list(_all(root, "BkToCstmrStmt/Stmt"))
    if not statements:
        raise BadFile("bank.no-statement")
    entries = [
        (account, entry)
        for statement, account in [(element, _account(element)) for element in statements]
        for number, row in enumerate(_all(statement, "Ntry"), 1)
        for entry in _entries(row, number)
    ]
    return Statement("camt.053", tuple(entries))


def _root(content: bytes) -> Any:
    from xml.etree.ElementTree import ParseError

    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, LookupError) as error:
        line, column = getattr(error, "position", (0, 0))
        raise BadFile("xml.broken", line=line, column=column) from None
    except ValueError:  # what defusedxml forbids is one
        raise BadFile("xml.unsafe") from None
    space, _, name = root.tag.rpartition("}")
    if name != "Document" or not space.removeprefix("{").startswith(FAMILY):
        raise BadFile("bank.root", root=root.tag.rpartition("}")[2][:60])
    return root


def _entries(row: Any, number: int) -> Iterator[Entry]:
    """An entry, or its parts where it states an amount for each."""
    amount, currency = _amount(row, number)
    if not amount:
        return  # banks tell of a fee of nothing
    whole = Entry(
        on=_day(row, number),
        amount_ore=_sign(row, number) * amount,
        currency=currency,
        references=(),
        id=_text(row, "AcctSvcrRef") or _text(row, "NtryRef"),
        booked=(_text(row, "Sts/Cd") or _text(row, "Sts") or BOOKED) == BOOKED,
    )
    parts = [part for transaction in _all(row, "NtryDtls/TxDtls") for part in _parts(transaction)]
    own = [amount for _, amount in parts if amount is not None]
    if len(parts) > 1 and len(own) == len(parts) and Ore.total(own) == amount:
        sign = -1 if whole.amount_ore < Ore(0) else 1
        yield from (whole._replace(amount_ore=sign * part, references=found) for found, part in parts if part)
        return
    more = tuple(filter(None, (_text(row, "AddtlNtryInf"),)))
    yield whole._replace(references=(*dict.fromkeys(reference for found, _ in parts for reference in found), *more))


def _parts(details: Any) -> Iterator[tuple[tuple[str, ...], Ore | None]]:
    """What one transaction pays for: the documents that it states an amount for, or the whole of it."""
    documents = [
        ((_text(document, "RfrdDocInf/Nb"),), _part_amount(document, ("RfrdDocAmt/RmtdAmt",)))
        for document in _all(details, "RmtInf/Strd")
        if _text(document, "RfrdDocInf/Nb")
    ]
    if len(documents) > 1 and all(amount for _, amount in documents):
        yield from documents
        return
    found = [_text_of(element) for path in REFERENCES for element in _all(details, path)]
    yield tuple(dict.fromkeys(text for text in found if text and text != "NOTPROVIDED")), _part_amount(details, AMOUNTS)


def _part_amount(element: Any, paths: tuple[str, ...]) -> Ore | None:
    for path in paths:
        for found in _all(element, path):
            return _ore(_text_of(found))
    return None


def _amount(row: Any, number: int) -> tuple[Ore, str]:
    for found in _all(row, "Amt"):
        amount = _ore(_text_of(found))
        if amount is not None:
            return amount, found.get("Ccy", "")
    raise BadFile("bank.entry", number=number, lacks="Amt")


def _ore(text: str) -> Ore | None:
    """An amount; banks may write more decimals than there are öre, all of them 0."""
    whole, point, part = text.partition(".")
    found = hundredths_in(whole + point + part[:2] + part[2:].rstrip("0") if point else text)
    return None if found is None else Ore(found)


def _sign(row: Any, number: int) -> int:
    way = _text(row, "CdtDbtInd")
    if way not in ("CRDT", "DBIT"):
        raise BadFile("bank.entry", number=number, lacks="CdtDbtInd")
    back = _text(row, "RvslInd") == "true"
    return -1 if (way == "DBIT" or back) else 1


def _day(row: Any, number: int) -> dt.date:
    for path in ("BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm"):
        text = _text(row, path)
        if text:
            try:
                return dt.date.fromisoformat(text[:10])
            except ValueError:
                break
    raise BadFile("bank.entry", number=number, lacks="BookgDt")


def _account(statement: Any) -> str:
    return _text(statement, "Acct/Id/IBAN") or _text(statement, "Acct/Id/Othr/Id")


def _all(element: Any, path: str) -> list[Any]:
    """The elements at `path`, whichever version of the format they are of."""
    found = [element]
    for name in path.split("/"):
        found = [child for parent in found for child in parent if child.tag.rpartition("}")[2] == name]
    return found


def _text(element: Any, path: str) -> str:
    return next((_text_of(child) for child in _all(element, path)), "")


def _text_of(element: Any) -> str:
    return (element.text or "").strip()
