"""What a published follow-up prints, next to what a register yields: the same figure twice, and the difference."""

import datetime as dt
from typing import Any

from ipsu_cli.core.funding import StatedTotal
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.hundredths import Hundredths, divide
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.to_json import JsonObject, only

# What tells the things in a list of an answer apart.
NAMES = ("code", "title", "unit", "year", "funder", "agreement", "month", "coach")


class PublishedFigure(NamedTuple):
    """One figure of a document, with its place there.

    `value` is as it is printed; where the document has `words` alone, or it is not `printed` there, it is only what
    kind of number is meant. `path` leads to the same figure in the answer of a report; where there is none,
    `parts` are the document's own, and should make it.
    """

    label: dict[str, str]
    place: str
    value: Any
    report: str
    period: Period
    agreement: str | None
    path: tuple[str, ...]
    parts: tuple[int, ...]
    absent: int | None
    whole: bool
    words: str | None
    printed: bool

    @property
    def is_compared(self) -> bool:
        """Is there a printed number to hold the register to?"""
        return self.printed and self.words is None

    @property
    def shown(self) -> Any:
        """What the document prints: a number, its words, or nothing."""
        return self.words or (self.value if self.printed else None)


class Comparison(NamedTuple):
    """A figure, and what the register yields in its place; None where it yields none. `label` is what the figure is
    called in the language of the reader."""

    figure: PublishedFigure
    computed: Any
    label: str

    @property
    def difference(self) -> Any:
        if self.computed is None or not self.figure.is_compared:
            return None
        if isinstance(self.figure.value, Ore):
            return self.computed - self.figure.value
        return (_quantity(self.computed) - _quantity(self.figure.value)).plain()

    @property
    def agrees(self) -> bool | None:
        """None where the document prints no number to agree with."""
        return self.difference is not None and not self.difference if self.figure.is_compared else None

    def to_json(self) -> JsonObject:
        """What was published and what was calculated; kronor in öre under keys of their own."""
        three = {"published": self.figure.shown, **only(self, "computed", "difference")}
        money = isinstance(self.figure.value, Ore)
        return {
            "figure": self.label,
            "place": self.figure.place,
            **{name: None if money else number for name, number in three.items()},
            **{f"{name}_ore": number if money else None for name, number in three.items()},
            "agrees": self.agrees,
        }


def figure_of(row: dict[str, Any], periods: dict[str, Period]) -> PublishedFigure:
    """A figure as a page of them has it; it is of the period of its report, else of the page's own."""
    default = periods.get(row.get("report", ""), periods[""])
    period = Period(row.get("from", default.first), row.get("to", default.last))
    value = Ore(100 * row["kronor"]) if "kronor" in row else _number(row["value"])
    return PublishedFigure(
        {"sv": row["sv"], "en": row["en"]}, row["place"], value, row.get("report", "kpi"), period,
        row.get("agreement"), tuple(row.get("path", "").split(".")) if row.get("path") else (),
        tuple(row.get("parts", ())), row.get("absent"), bool(row.get("whole")), row.get("words"),
        row.get("printed", True),
    )  # fmt: skip


def _number(value: int | str) -> Any:
    """A number with decimals is written as text, so that it is exact."""
    return Quantity.read(value) if isinstance(value, str) else value


def _quantity(value: int | Hundredths) -> Quantity:
    """A figure of any kind as it is printed, without its unit."""
    return Quantity(value.hundredths if isinstance(value, Hundredths) else 100 * value)


def found_in(data: Any, figure: PublishedFigure) -> Any:
    """What stands at the figure's path in an answer; None where the path ends before it."""
    for name in figure.path:
        data = _named(data, name) if isinstance(data, list) else data.get(name) if isinstance(data, dict) else None
    if data is None:
        return figure.absent
    if isinstance(figure.value, Ore):
        return Ore(100 * divide(data.hundredths, 100)) if figure.whole else data
    return data


def _named(listed: list[Any], name: str) -> Any:
    return next((row for row in listed if name in (str(row[key]) for key in NAMES if key in row)), None)


class PublishedReport(NamedTuple):
    """A report whose tables stand next to the figures; of the tables `printed` the document has every number."""

    name: str
    period: Period
    printed: tuple[str, ...]


class Publication(NamedTuple):
    """A published follow-up: where it was found, the day that it was reported, its figures and the totals it states;
    and the reports whose tables stand next to them."""

    source: str
    today: dt.date
    figures: tuple[PublishedFigure, ...]
    stated: tuple[StatedTotal, ...]
    reports: tuple[PublishedReport, ...]


def page_of(data: dict[str, Any]) -> Publication:
    """The page that a file of them has."""
    reports = tuple(
        PublishedReport(row["name"], Period(row["from"], row["to"]), tuple(row.get("printed", ())))
        for row in data.get("report", ())
    )
    periods = {"": Period(data["from"], data["to"]), **{report.name: report.period for report in reports}}
    return Publication(
        data["source"],
        data["today"],
        tuple(figure_of(row, periods) for row in data["figure"]),
        tuple(_stated(row, data["source"]) for row in data.get("stated", ())),
        reports,
    )


def _stated(row: dict[str, Any], source: str) -> StatedTotal:
    return StatedTotal(0, None, row.get("unit"), row.get("year"), Ore(100 * row["kronor"]), source)
