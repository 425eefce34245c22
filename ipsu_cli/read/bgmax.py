"""BgMax, what came in on a bankgiro: lines of 80 characters in ISO 8859-1, each with its kind in two digits.

A deposit (15) ends a section (05) and gives its payments (20, deductions 21) their day. A payment may name what it
pays for in lines of its own (22, and 23 for what it takes off), each with its amount.
"""

import datetime as dt
from collections.abc import Iterator

from ipsu_cli.core.bank import BankFile, Entry, Statement
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import BadFile

WIDTH = 80
# Where the first line says whether the file is in production or a test.
MARK, TEST = 44, "T"


class Paid(NamedTuple):
    """A payment in the making. `parts` are the references with an amount of their own."""

    amount: Ore
    references: list[str]
    parts: list[tuple[str, Ore]]
    id: str


def read_bgmax(content: bytes) -> BankFile:
    """Every payment of the file, which must be whole: its counts and its sums are those of its last lines. What a bank
    sends to try out is marked as a test."""
    lines = _lines(content)
    entries: list[Entry] = []
    oddity = "bank.test-file" if lines[0][MARK] == TEST else None
    waiting: list[Paid] = []
    account, currency = "", "SEK"
    for number, line in enumerate(lines, 1):
        kind = line[:2]
        if kind == "05":
            account, currency = line[2:12].strip(), line[22:25].strip() or "SEK"
        elif kind in ("20", "21"):
            waiting.append(_paid(line, number, -1 if kind == "21" else 1))
        elif kind in ("22", "23") and waiting:
            _refer(waiting[-1], line, number, -1 if kind == "23" else 1)
        elif kind == "25" and waiting:
            waiting[-1].references.append(line[2:52].strip())
        elif kind == "15":
            deposited = _deposited(line, number, waiting, currency)
            entries += [entry._replace(account=account, oddity=oddity) for entry in deposited]
            waiting = []
    _refuse_cut(lines, waiting)
    return BankFile("bgmax", (Statement(tuple(entries)),))


def _lines(content: bytes) -> list[str]:
    lines = [
        row.decode("iso-8859-1").rstrip("\r").ljust(WIDTH)
        for row in content.rstrip(b"\x1a").split(b"\n")
        if row.strip()
    ]
    for number, line in enumerate(lines, 1):
        if len(line) != WIDTH or not line[:2].isdigit():
            raise BadFile("bank.line", number=number)
    return lines


def _paid(line: str, number: int, sign: int) -> Paid:
    reference = line[12:37].strip()
    return Paid(sign * _amount(line[37:55], number), [reference] if reference else [], [], line[57:69].strip())


def _refer(paid: Paid, line: str, number: int, sign: int) -> None:
    reference, amount = line[12:37].strip(), line[37:55].strip()
    if reference:
        paid.parts.append((reference, sign * _amount(amount, number) if amount else Ore(0)))


def _deposited(line: str, number: int, waiting: list[Paid], currency: str) -> Iterator[Entry]:
    """The payments of a deposit, on its day; its amount must be theirs together."""
    if Ore.total(payment.amount for payment in waiting) != _amount(line[50:68], number):
        raise BadFile("bank.deposit", number=number)
    try:
        on = dt.date(int(line[37:41]), int(line[41:43]), int(line[43:45]))
    except ValueError:
        raise BadFile("bank.line", number=number) from None
    for paid in waiting:
        yield from _entries(paid, on, line[68:71].strip() or currency)


def _entries(paid: Paid, on: dt.date, currency: str) -> Iterator[Entry]:
    """One payment, or one for each reference where their amounts make the payment."""
    ids = (f"bgmax:{paid.id}",) if paid.id.strip("0") else ()
    if paid.parts and Ore.total(amount for _, amount in paid.parts) == paid.amount:
        for reference, amount in paid.parts:
            if amount:
                yield Entry(on, amount, currency, (reference,), paid.id, ids=ids)
    elif paid.amount:
        named = [*paid.references, *(reference for reference, _ in paid.parts)]
        yield Entry(on, paid.amount, currency, tuple(dict.fromkeys(named)), paid.id, ids=ids)


def _refuse_cut(lines: list[str], waiting: list[Paid]) -> None:
    """The last line says how many lines of each kind there are."""
    last = lines[-1]
    if last[:2] != "70" or waiting:
        raise BadFile("bank.cut", number=len(lines))
    kinds = [line[:2] for line in lines]
    stated = [_whole(last[place : place + 8], len(lines)) for place in (2, 10, 18, 26)]
    found = [kinds.count("20"), kinds.count("21"), kinds.count("22") + kinds.count("23"), kinds.count("15")]
    if stated != found:
        raise BadFile("bank.cut", number=len(lines))


def _amount(digits: str, number: int) -> Ore:
    return Ore(_whole(digits, number))


def _whole(digits: str, number: int) -> int:
    if not (digits.isascii() and digits.isdigit()):
        raise BadFile("bank.line", number=number)
    return int(digits)
