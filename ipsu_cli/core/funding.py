"""What the work costs and who pays: lines of a budget, and the totals that a document states."""

from typing import Annotated, NamedTuple

from ipsu_cli.core.agreement import AGREEMENT
from ipsu_cli.core.fact import ARGUMENT, fact
from ipsu_cli.core.kind import MONEY, TEXT, YEAR, Kind, code, late
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent

VAT_BASES = ("excl", "incl")
EVERYBODY = "all"

WHOSE = AGREEMENT.typed("AGREEMENT|all")
FTE: Kind[Percent] = Kind("PERCENT", late("read_fte"))


class FundingLine(NamedTuple):
    """One line and year. `agreement` is None for what all share; `fte` may be of several persons together."""

    id: int
    agreement: Annotated[str | None, fact(WHOSE, typed=ARGUMENT, required=True)]
    unit: Annotated[str, fact(TEXT, required=True)]
    title: Annotated[str, fact(TEXT, required=True)]
    year: Annotated[int, fact(YEAR, required=True)]
    amount_ore: Annotated[Ore, fact(MONEY, "amount", required=True)]
    fte: Annotated[Percent | None, fact(FTE)]
    funder: Annotated[str | None, fact(TEXT.typed("CODE"))]
    vat_basis: Annotated[str | None, fact(code(*VAT_BASES))]


class StatedTotal(NamedTuple):
    """A total that a document states; without a unit or a year it is of all of them."""

    id: int
    agreement: Annotated[str | None, fact(WHOSE, typed=ARGUMENT, required=True)]
    unit: Annotated[str | None, fact(TEXT)]
    year: Annotated[int | None, fact(YEAR)]
    amount_ore: Annotated[Ore, fact(MONEY, "amount", required=True)]
    source: Annotated[str | None, fact(TEXT)]
