"""What the work costs and who pays: lines of a budget, and the totals that a document states."""

from typing import NamedTuple

VAT_BASES = ("excl", "incl")
EVERYBODY = "all"


class FundingLine(NamedTuple):
    """One line and year. `agreement` is None for what all share; `fte` in hundredths of a per cent of full time."""

    id: int
    agreement: str | None
    unit: str
    title: str
    year: int
    amount_ore: int
    fte: int | None
    funder: str | None
    vat_basis: str | None


class Stated(NamedTuple):
    """A total that a document states; without a unit or a year it is of all of them."""

    id: int
    agreement: str | None
    unit: str | None
    year: int | None
    amount_ore: int
    source: str | None
