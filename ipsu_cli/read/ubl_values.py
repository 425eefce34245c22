"""The values of UBL: numbers with a point, days with or without a zone, and the ways that a party is numbered."""

import datetime as dt
import re
from typing import Any

from ipsu_cli.core.identity import read_party
from ipsu_cli.core.money import Ore
from ipsu_cli.core.problem import BadFile, Problem, Unreadable
from ipsu_cli.core.text import read_number
from ipsu_cli.read.file_rows import Fault
from ipsu_cli.read.stated import NO_HOURS, StatedHours, stated_hours

_NUMBER = re.compile(r"\s*([-+]?)([0-9]{1,11})(?:\.([0-9]*))?\s*")
_DAY = re.compile(r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2})(?:Z|[-+][0-9]{2}:[0-9]{2})?\s*")
_VAT_NUMBER = re.compile(r"SE([0-9]{10})01")


def parts_of(text: str | None, decimals: int) -> int | None:
    """A number in whole parts of `decimals` decimals; None if it is none, or has more that are not zero.

    >>> parts_of("450.50", 2), parts_of("-7.500", 2), parts_of("7.555", 2)
    (45050, -750, None)
    """
    found = _NUMBER.fullmatch(text or "")
    if not found:
        return None
    sign, whole, part = found[1], found[2], found[3] or ""
    if part[decimals:].strip("0"):
        return None
    value = int(whole + part[:decimals].ljust(decimals, "0"))
    return -value if sign == "-" else value


def party_number(text: str) -> str | None:
    """The organisation number that a company, VAT or Peppol number holds; of a sole trader the ten digits of the
    personnummer."""
    plain = text.replace(" ", "")
    found = _VAT_NUMBER.fullmatch(plain)
    try:
        return read_party(found[1] if found else plain.removeprefix("0007:"))
    except Unreadable:
        return None


class ValueReader:
    """Reads values, and gathers what cannot be read in a row; row 0 is the head."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._days: dict[str, dt.date] = {}

    def _wrong(self, row: int, column: str, code: str, text: str | None) -> None:
        self.faults.append(Fault(row, column, code, {"value": (text or "").strip()[:40]}))

    def money(self, row: int, column: str, text: str | None, sign: int) -> Ore:
        """An amount in öre."""
        found = parts_of(text, 2)
        if found is None:
            self._wrong(row, column, "value.money", text)
        return Ore(sign * (found or 0))

    def hours(self, row: int, text: str | None, sign: int) -> StatedHours:
        """The hours of a line; `sign` is that of the whole document."""
        found = stated_hours(text or "") if _NUMBER.fullmatch(text or "") else None
        if found is None:
            self._wrong(row, "hours", "value.hours", text)
            return NO_HOURS
        return found if sign > 0 else found.back()

    def price(self, text: str | None, base: str | None) -> Ore | None:
        """The price of one, where it is whole öre; else the line's net speaks for itself."""
        price, count = parts_of(text, 6), parts_of(base, 6) if base else 10**6
        if price is None or not count or price * 100 % count:
            return None
        return Ore(price * 100 // count)

    def day(self, row: int, column: str, text: str | None) -> Any:
        """A day, None where there is none. Many lines share few days."""
        if not text:
            return None
        if text not in self._days:
            found = _DAY.fullmatch(text)
            try:
                self._days[text] = dt.date.fromisoformat(found[1] if found else "")
            except ValueError:
                self._wrong(row, column, "value.date", text)
                return dt.date.min if row == 0 else None
        return self._days[text]

    def reference(self, text: str) -> str:
        """The number of an invoice."""
        try:
            return read_number(text)
        except Problem as problem:
            raise BadFile(problem.code, **problem.figures) from None
