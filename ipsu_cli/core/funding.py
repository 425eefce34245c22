"""What the work costs and who pays: lines of a budget, and the totals that a document states."""

import datetime as dt
from typing import Annotated

from ipsu_cli.core.answer import Text
from ipsu_cli.core.fact import ARGUMENT, fact
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.hundredths import divide
from ipsu_cli.core.kind import AGREEMENT, MONEY, PART, TEXT, YEAR, Kind, code, late
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.to_json import JsonObject, all_but

VAT_BASES = ("excl", "incl")
EVERYBODY = "all"
EVERYBODY_TYPED = (EVERYBODY, "alla")  # as it is typed, in whatever case


def _whose(text: str, today: dt.date) -> str:
    """An agreement, or what is not of one alone."""
    return EVERYBODY if text.strip().lower() in EVERYBODY_TYPED else AGREEMENT.read(text, today)


WHOSE = AGREEMENT._replace(metavar="AGREEMENT|all", read=_whose)
FTE: Kind[Percent] = Kind("PERCENT", late("read_fte"))


def in_words(whose: str) -> str | Text:
    """An agreement as a table calls it; what is not of one alone has a word."""
    return Text("code.all") if whose == EVERYBODY else whose


def full_time(fte: Percent, years: int = 1) -> Quantity:
    """Full-time equivalents from a share of full time, halves away from zero; over several years their mean.

    >>> full_time(Percent(70_00)), full_time(Percent(33_33)), full_time(Percent(250_00), 2)
    (0.7, 0.33, 1.25)
    """
    return Quantity(divide(fte.hundredths, 100 * years))


class FundingLine(NamedTuple):
    """One line and year. `agreement` is None for what all share; `fte` may be of several persons together."""

    id: int
    agreement: Annotated[str | None, fact(WHOSE, typed=ARGUMENT, required=True)]
    unit: Annotated[str, fact(TEXT, required=True)]
    title: Annotated[str, fact(TEXT, required=True)]
    year: Annotated[int, fact(YEAR, required=True)]
    amount_ore: Annotated[Ore, fact(MONEY, "amount", required=True)]
    fte: Annotated[Percent | None, fact(FTE)]
    funder: Annotated[str | None, fact(PART.typed("CODE"))]
    vat_basis: Annotated[str | None, fact(code(*VAT_BASES))]

    @property
    def whose(self) -> str:
        """The agreement, or the word for what all share."""
        return self.agreement or EVERYBODY

    @property
    def full_time(self) -> Quantity | None:
        """In full-time equivalents; None where the line does not say."""
        return None if self.fte is None else full_time(self.fte)

    def to_json(self) -> JsonObject:
        """The line; `fte` in full-time equivalents."""
        return {**all_but(self), "agreement": self.whose, "fte": self.full_time}


class StatedTotal(NamedTuple):
    """A total that a document states; without a unit or a year it is of all of them."""

    id: int
    agreement: Annotated[str | None, fact(WHOSE, typed=ARGUMENT, required=True)]
    unit: Annotated[str | None, fact(TEXT)]
    year: Annotated[int | None, fact(YEAR)]
    amount_ore: Annotated[Ore, fact(MONEY, "amount", required=True)]
    source: Annotated[str | None, fact(TEXT)]

    @property
    def ref(self) -> str:
        """Its id, marked so that it is no line's."""
        return f"S{self.id}"

    @property
    def whose(self) -> str:
        """The agreement, or the word for what all share."""
        return self.agreement or EVERYBODY

    def to_json(self) -> JsonObject:
        """The total; `ref` is what `cancel` takes, so that no line is meant."""
        return {
            "id": self.id,
            "ref": self.ref,
            "agreement": self.whose,
            "unit": self.unit,
            "year": self.year,
            "stated_ore": self.amount_ore,
            "source": self.source,
        }
