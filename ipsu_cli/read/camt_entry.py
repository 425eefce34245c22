"""One entry (`Ntry`) of a bank's file in ISO 20022: an amount, or each of the payments that it is the sum of."""

import datetime as dt
from typing import Any

from ipsu_cli.core.bank import Entry
from ipsu_cli.core.hundredths import hundredths_in
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple

# What may name an invoice, in the order of how much it is a reference; `EndToEndId` is the payer's own.
REFERENCES = (
    "RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/RfrdDocInf/Nb", "RmtInf/Ustrd", "Refs/EndToEndId", "AddtlTxInf",
    "RmtInf/Strd/AddtlRmtInf",
)  # fmt: skip
NOT_PROVIDED = "NOTPROVIDED"
BOOKED = "BOOK"
CREDIT, DEBIT = "CRDT", "DBIT"
TRUE = ("true", "1")
AMOUNTS = ("Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt")
# The names that the bank, and the banks before it, have given a payment.
IDS = ("AcctSvcrRef", "TxId", "UETR")
DOCUMENT_NUMBERS = ("RfrdDocInf/Nb", "CdtrRefInf/Ref")
BOOKING_DAYS, VALUE_DAYS = ("BookgDt/Dt", "BookgDt/DtTm"), ("ValDt/Dt", "ValDt/DtTm")
# A notification may give the days of its payments alone.
PAYMENT_DAYS = ("NtryDtls/TxDtls/RltdDts/IntrBkSttlmDt", "NtryDtls/TxDtls/RltdDts/AccptncDtTm")
REVERSAL, CHARGE = "bank.reversal", "bank.charge"


class Lacking(Exception):
    """An entry lacks something without which it says nothing, or it cannot be read."""

    def __init__(self, lacks: str) -> None:
        super().__init__(lacks)
        self.lacks = lacks


class Part(NamedTuple):
    """One of the payments of an entry. `amount` is None where it states none; one that goes against its entry's
    direction is below zero, once the entry's sign is on it."""

    amount: Ore | None
    currency: str
    references: tuple[str, ...]
    ids: tuple[str, ...]
    returned: bool = False

    def foreign(self, whole: Entry) -> bool:
        """Is it in another currency than the entry?"""
        return self.currency not in ("", whole.currency)


class EntryReader:
    """Reads entries of a message in the namespace `space`, whichever its version."""

    def __init__(self, space: str) -> None:
        self._space = space
        self._paths: dict[str, str] = {}

    def text(self, element: Any, path: str) -> str:
        """The text of the first element at `path`, or nothing."""
        found = element.find(self._qualified(path))
        return _text_of(found) if found is not None else ""

    def _all(self, element: Any, path: str) -> list[Any]:
        listed: list[Any] = element.findall(self._qualified(path))
        return listed

    def _qualified(self, path: str) -> str:
        if path not in self._paths:
            self._paths[path] = "/".join(f"{{{self._space}}}{name}" for name in path.split("/"))
        return self._paths[path]

    # The whole

    def entries(self, row: Any) -> list[Entry]:
        """An entry, or its payments where each states its amount; nothing where it is of nothing, as banks tell of a
        fee. Raises `Lacking`."""
        whole = self._whole(row)
        if not whole.amount_ore:
            return []
        sign = -1 if whole.amount_ore < Ore(0) else 1
        parts = [part for details in self._all(row, "NtryDtls/TxDtls") for part in self._parts(details, sign)]
        more = tuple(filter(None, [self.text(row, "AddtlNtryInf")]))
        apart = self._apart(row, whole, parts, more)
        if apart:
            return apart
        named = (*dict.fromkeys(text for part in parts for text in part.references), *more)
        foreign = next((part.currency for part in parts if part.foreign(whole)), whole.currency)
        one = parts[0].ids if len(parts) == 1 else ()
        return [
            whole._replace(
                references=named,
                currency=foreign,
                ids=(*whole.ids, *(name for name in one if name not in whole.ids)),
                oddity=REVERSAL if any(part.returned for part in parts) else whole.oddity,
            )
        ]

    def _whole(self, row: Any) -> Entry:
        amount, currency = self._amount(row)
        bank_id = self.text(row, "AcctSvcrRef")
        return Entry(
            on=self._day(row, (*BOOKING_DAYS, *VALUE_DAYS, *PAYMENT_DAYS)),
            amount_ore=amount if self._way(row) == CREDIT else -amount,
            currency=currency,
            references=(),
            id=bank_id or self.text(row, "NtryRef"),
            booked=(self.text(row, "Sts/Cd") or self.text(row, "Sts") or BOOKED) == BOOKED,
            ids=(f"AcctSvcrRef:{_word(bank_id)}",) if bank_id else (),
            value_on=self._value_day(row),
            oddity=REVERSAL if self.text(row, "RvslInd") in TRUE else None,
        )

    def _amount(self, row: Any) -> tuple[Ore, str]:
        found = row.find(self._qualified("Amt"))
        amount = None if found is None else _ore(_text_of(found))
        if amount is None:
            raise Lacking("Amt")
        return amount, found.get("Ccy", "")

    def _way(self, row: Any) -> str:
        way = self.text(row, "CdtDbtInd")
        if way not in (CREDIT, DEBIT):
            raise Lacking("CdtDbtInd")
        return way

    def _day(self, row: Any, paths: tuple[str, ...]) -> dt.date:
        for path in paths:
            text = self.text(row, path)
            if text:
                try:
                    return dt.date.fromisoformat(text[:10])
                except ValueError:
                    break
        raise Lacking("BookgDt")

    def _value_day(self, row: Any) -> dt.date | None:
        try:
            return self._day(row, VALUE_DAYS)
        except Lacking:
            return None

    # Its parts

    def _apart(self, row: Any, whole: Entry, parts: list[Part], more: tuple[str, ...]) -> list[Entry]:
        """The payments that the entry is the sum of, and what the bank kept of them; none where they do not say."""
        if not parts or any(part.amount is None for part in parts):
            return []
        ours = Ore.total(part.amount for part in parts if part.amount and not part.foreign(whole))
        if any(part.foreign(whole) for part in parts):
            kept = Ore(0)
            if abs(ours) > abs(whole.amount_ore):
                return []
        else:
            kept = ours - whole.amount_ore
            if (kept and kept not in self._charges(row)) or (not kept and len(parts) == 1):
                return []
        apart = [_entry_of(whole, part, parts, more) for part in parts if part.amount]
        return [*apart, whole._replace(amount_ore=-kept, oddity=CHARGE)] if kept else apart

    def _charges(self, row: Any) -> list[Ore]:
        """What the bank took of the entry for itself, as it says for the entry, and as it says for its payments."""
        levels = ([row], self._all(row, "NtryDtls/TxDtls"))
        return [Ore.total(amount for place in level for amount in self._charged(place)) for level in levels]

    def _charged(self, place: Any) -> list[Ore]:
        listed = self._all(place, "Chrgs/Rcrd") or self._all(place, "Chrgs")
        amounts = [_ore(self.text(charge, "Amt")) for charge in listed if self.text(charge, "CdtDbtInd") != CREDIT]
        return [amount for amount in amounts if amount]

    def _parts(self, details: Any, sign: int) -> list[Part]:
        """What one transaction pays for: the documents that it states an amount for, or the whole of it."""
        way = self.text(details, "CdtDbtInd")
        signed = {CREDIT: 1, DEBIT: -1}.get(way, sign)
        whole = self._transaction(details, signed)
        documents = self._documents(details, signed, whole)
        total = Ore.total(document.amount for document in documents if document.amount)
        if len(documents) > 1 and all(document.amount for document in documents) and whole.amount in (None, total):
            return documents
        return [whole]

    def _transaction(self, details: Any, sign: int) -> Part:
        found = [text for path in REFERENCES for element in self._all(details, path) if (text := _text_of(element))]
        amount, currency = self._part_amount(details)
        return Part(
            amount=None if amount is None else sign * amount,
            currency=currency,
            references=tuple(dict.fromkeys(text for text in found if text != NOT_PROVIDED)),
            ids=tuple(f"{name}:{_word(text)}" for name in IDS if (text := self.text(details, f"Refs/{name}"))),
            returned=details.find(self._qualified("RtrInf")) is not None,
        )

    def _part_amount(self, details: Any) -> tuple[Ore | None, str]:
        """The amount of a transaction; one that it states in another currency than kronor is it, for then somebody
        has to look at it."""
        listed = [
            (_ore(_text_of(element)), element.get("Ccy", ""))
            for path in AMOUNTS
            for element in self._all(details, path)
        ]
        known = [(amount, currency) for amount, currency in listed if amount is not None]
        foreign = next((pair for pair in known if pair[1] not in ("", "SEK")), None)
        return foreign or (known[0] if known else (None, ""))

    def _documents(self, details: Any, sign: int, whole: Part) -> list[Part]:
        """The documents that a transaction pays, each with the amount that it states; a credit note takes from it."""
        listed = []
        for document in self._all(details, "RmtInf/Strd"):
            number = next(filter(None, (self.text(document, path) for path in DOCUMENT_NUMBERS)), "")
            if number:
                amount, currency = self._document_amount(document)
                signed = None if amount is None else sign * amount
                listed.append(whole._replace(amount=signed, currency=currency or whole.currency, references=(number,)))
        return listed

    def _document_amount(self, document: Any) -> tuple[Ore | None, str]:
        for name, back in (("RmtdAmt", 1), ("CdtNoteAmt", -1)):
            for element in self._all(document, f"RfrdDocAmt/{name}"):
                amount = _ore(_text_of(element))
                if amount is not None:
                    return back * amount, element.get("Ccy", "")
        return None, ""


def _entry_of(whole: Entry, part: Part, parts: list[Part], more: tuple[str, ...]) -> Entry:
    """A payment as an entry of its own. What is said of a batch as a whole names none of its payments."""
    assert part.amount is not None
    batch = len(parts) > 1
    shared = tuple(f"batch:{name.partition(':')[2]}" for name in whole.ids) if batch else whole.ids
    return whole._replace(
        amount_ore=part.amount,
        currency=part.currency or whole.currency,
        references=part.references if batch else (*part.references, *more),
        ids=(*part.ids, *(name for name in shared if name not in part.ids)),
        oddity=REVERSAL if part.returned else whole.oddity,
    )


def _ore(text: str) -> Ore | None:
    """An amount; banks may write more decimals than there are öre, all of them 0."""
    whole, point, part = text.partition(".")
    found = hundredths_in(whole + point + part[:2] + part[2:].rstrip("0") if point else text)
    return None if found is None else Ore(found)


def _text_of(element: Any) -> str:
    return (element.text or "").strip()


def _word(text: str) -> str:
    """An id without spaces, which stand between ids where they are kept."""
    return "".join(text.split())
