"""Bank files for tests: camt and BgMax, from the amounts that they should hold."""

from typing import NamedTuple

ACCOUNT = "<Acct><Id><IBAN>SE4550000000058398257466</IBAN></Id><Ccy>SEK</Ccy></Acct>"


class Row(NamedTuple):
    """An entry: kronor with a point, below zero for what went out."""

    on: str
    amount: str
    reference: str = ""
    text: str = ""
    currency: str = "SEK"
    status: str = "BOOK"
    id: str = ""
    value: str = ""
    info: str = ""
    reversed: bool = False
    details: str | None = None


SPACE = "urn:iso:std:iso:20022:tech:xsd:"
CAMT = f"{SPACE}camt.053.001.02"
WRAPPINGS = {
    "camt.052": ("BkToCstmrAcctRpt", "Rpt"),
    "camt.053": ("BkToCstmrStmt", "Stmt"),
    "camt.054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
}


def wrapped(kind: str, *statements: tuple[Row, ...], version: str = "02") -> str:
    """The statements of one account as a file of that kind, each of them by itself."""
    message, name = WRAPPINGS[kind]
    stated = "".join(
        f"<{name}><Id>S{n}</Id><CreDtTm>2026-05-06T06:00:00</CreDtTm>{ACCOUNT}{''.join(map(_entry, rows))}</{name}>"
        for n, rows in enumerate(statements)
    )
    head = "<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-05-06T06:00:00</CreDtTm></GrpHdr>"
    return f'<Document xmlns="{SPACE}{kind}.001.{version}"><{message}>{head}{stated}</{message}></Document>'


def camt(*rows: Row, namespace: str = CAMT) -> str:
    """A statement of one account."""
    total = sum(float(row.amount) for row in rows)
    opening = '<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="SEK">1000.00</Amt>'
    closing = f'<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="SEK">{1000 + total:.2f}</Amt>'
    balances = "".join(
        f"{balance}<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-05-06</Dt></Dt></Bal>" for balance in (opening, closing)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="{namespace}"><BkToCstmrStmt>'
        "<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-05-06T06:00:00</CreDtTm></GrpHdr>"
        "<Stmt><Id>S1</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>2026-05-06T06:00:00</CreDtTm>"
        f"{ACCOUNT}{balances}{''.join(map(_entry, rows))}</Stmt></BkToCstmrStmt></Document>\n"
    )


def _entry(row: Row) -> str:
    way = "DBIT" if row.amount.startswith("-") else "CRDT"
    amount = row.amount.removeprefix("-")
    structured = f"<Strd><CdtrRefInf><Ref>{row.reference}</Ref></CdtrRefInf></Strd>" if row.reference else ""
    free = f"<Ustrd>{row.text}</Ustrd>" if row.text else ""
    own = f"<AcctSvcrRef>{row.id}</AcctSvcrRef>" if row.id else ""
    back = "<RvslInd>true</RvslInd>" if row.reversed else ""
    more = f"<AddtlNtryInf>{row.info}</AddtlNtryInf>" if row.info else ""
    details = (
        f"<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RmtInf>{free}{structured}</RmtInf></TxDtls>"
        if row.details is None
        else row.details
    )
    return (
        f'<Ntry><Amt Ccy="{row.currency}">{amount}</Amt><CdtDbtInd>{way}</CdtDbtInd>{back}<Sts>{row.status}</Sts>'
        f"<BookgDt><Dt>{row.on}</Dt></BookgDt><ValDt><Dt>{row.value or row.on}</Dt></ValDt>{own}"
        "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>"
        f"{f'<NtryDtls>{details}</NtryDtls>' if details else ''}{more}</Ntry>"
    )


def bgmax(
    day: str, *payments: tuple[str, int], extra: tuple[str, ...] = (), currency: str = "SEK", mark: str = "P"
) -> bytes:
    """One deposit of payments, each a reference and öre; `extra` are lines after the last of them."""
    total = sum(ore for _, ore in payments)
    lines = [f"01BGMAX               0120260506173035010331{mark}", f"050009912346          {currency}"]
    lines += [
        f"200000000000{reference:<25}{ore:018d}240000000000{n:02d}" for n, (reference, ore) in enumerate(payments)
    ]
    lines += extra
    lines.append(f"15{'58410000010098232':0>35}{day.replace('-', '')}00036{total:018d}{currency}{len(payments):08d}")
    kinds = [line[:2] for line in lines]
    counts = (kinds.count("20"), kinds.count("21"), kinds.count("22") + kinds.count("23"), kinds.count("15"))
    lines.append("70" + "".join(f"{count:08d}" for count in counts))
    return "".join(f"{line:<80}\r\n" for line in lines).encode("iso-8859-1")
