"""How a value of the JSON is written in a column, said here again, from the JSON alone."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ipsu_cli.locale import known, say
from tests.reports.shown import Row, value_at

FIELD = re.compile(r"\{([^{}:]+)(?::([^{}]+))?\}")


def number(value: Any, decimals: int) -> str:
    return f"{Decimal(value):,.{decimals}f}"


def money(ore: int) -> str:
    return number(Decimal(ore) / 100, 2)


def plain(value: Any) -> str:
    """A number without decimals that say nothing; a target that is no number as it was typed."""
    if isinstance(value, str):
        return value
    return f"{int(value)}" if Decimal(value) == int(value) else number(value, 2)


def word(code: str) -> str:
    return say(f"code.{code}", "en") if known(f"code.{code}", "en") else code


def yes(value: bool) -> str:
    return "yes" if value else "no"


def met(value: bool) -> str:
    return "met" if value else "not met"


KINDS: dict[str, Callable[[Any], str]] = {
    "text": str,
    "code": word,
    "money": money,
    "hours": lambda value: number(value, 2),
    "share": lambda value: f"{number(value, 1)} %",
    "plain": plain,
    "yes": yes,
    "met": met,
    "rate": lambda value: f"{plain(value)} %",
    "codes": lambda value: ", ".join(map(word, value)),
    "list": lambda value: ", ".join(map(str, value)),
    "spaced": lambda value: " ".join(map(str, value)),
    "upper": str.upper,
    "counts": lambda value: ", ".join(f"{word(code)} {count}" for code, count in value.items()),
    "weekday": lambda value: f"{dt.date.fromisoformat(value):%A}",
    "eve": lambda value: "eve, counts as a day off" if value else "public holiday",
    "unit": lambda value: "Jointly" if value == "all" else value,
    "protected": lambda value: "yes, identity not shown" if value else "",
    "agrees": lambda ore: f"differs by {money(ore)} kr" if ore else "agrees",
    "cost": lambda name: say(f"message.cost-{name.removesuffix('_ore')}", "en"),
    "columns": lambda value: ", ".join(say(f"column.{column}", "en") for column in value),
}


def figure(value: Any, row: Row) -> str:
    """A key figure in the unit of its own."""
    if row["hidden"]:
        return "hidden"
    return "not measurable" if value is None else of_unit(value, row)


def of_unit(value: Any, row: Row) -> str:
    """A value or a target of a key figure; a target that is no number stands as it was typed."""
    kpi = kpi_of(row)
    if value is None or isinstance(value, str):
        return value or ""
    if kpi["unit"] == "percent":
        return f"{number(value, 1)} %"
    return f"{money(value)} kr" if kpi["unit"] == "ore" else part(value, row)


def part(value: Any, row: Row) -> str:
    """A numerator or a denominator: hours with their decimals, all else without those that say nothing."""
    kpi = kpi_of(row)
    if value is None:
        return ""
    return number(value, 2) if kpi["unit"] == "hours" or kpi["code"] == "delivery_rate" else plain(value)


def kpi_of(row: Row) -> Row:
    """The key figure that a row is of or lies in."""
    while "breakdown" not in row:
        row = row["up"]
    return row


def kpi_met(value: bool | None, row: Row) -> str:
    """Is the target met? `target` is that of a key figure, `value` that of a row of its targets."""
    own = "target" in row
    if row["target" if own else "value"] is None:
        return ""
    if value is None:
        figure = row if own else row["up"]
        return say("kpi.hidden" if figure.get("hidden") else "kpi.not-evaluated", "en")
    return met(value)


def days_waiting(date: str, row: Row) -> str:
    """The days that an invoice has waited for an answer."""
    if row["status"] not in ("created", "rejected"):
        return ""
    while "up" in row:
        row = row["up"]
    return str((dt.date.fromisoformat(row["asked-on"]) - dt.date.fromisoformat(date)).days)


def work_or_studies(sus: Row, row: Row) -> str:
    values = [sus[f"outcomes_{outcome}"]["value"] for outcome in ("employment", "studies_completed")]
    return "" if None in values else str(sum(values))


def targets_met(indicators: list[Row], row: Row) -> str:
    judged = [indicator["met"] for indicator in indicators if indicator["met"] is not None]
    word = "target" if len(judged) == 1 else "targets"
    return f"{sum(judged)} of {len(judged)} {word} met" if judged else ""


def sus_value(value: Any, row: Row) -> str:
    """The values of SUS are counts, but for those that are shares."""
    return "" if value is None else f"{number(value, 1)} %" if row["key"].endswith("_share") else str(value)


def agency_period(period: Row, row: Row) -> str:
    """Who waits for a municipality's service has no period set by the agency."""
    return "" if "queue" in row else f"{period['from']} – {period['to']}"


# Those that depend on more of the row than the field, or show what is not there.
KINDS_OF_ROW: dict[str, Callable[[Any, Row], str]] = {
    "source-day": lambda value, row: value or "not stated there",
    "figure": figure,
    "of-unit": of_unit,
    "part": part,
    "kpi-met": kpi_met,
    "days-waiting": days_waiting,
    "stated": lambda value, row: "not stated" if value is None else word(value),
    "work-or-studies": work_or_studies,
    "targets-met": targets_met,
    "sus": sus_value,
    "agency-period": agency_period,
    "or-dash": lambda value, row: "–" if value is None else str(value),
    "or-none": lambda value, row: value or "none",
    "checks": lambda value, row: ", ".join(say(f"column.{check}", "en") for check in value) or "none",
    "or-all": lambda value, row: "all" if value is None else str(value),
}

# Those of them that show what is not there.
SHOW_NOTHING = {"figure", "kpi-met", "stated", "or-all", "or-none", "source-day"}


def written(value: Any, kind: str, row: Row) -> str:
    """The value as its column is to show it; what is not there is not shown."""
    if kind in KINDS_OF_ROW:
        return KINDS_OF_ROW[kind](value, row)
    name, _, prefix = kind.partition(" ")
    if value is None:
        return ""
    return say(f"{prefix}{value}", "en") if name == "say" else KINDS[name](value)


def cell(pattern: str, row: Row) -> str:
    """What a column shows of a row: `case`, `service:code`, or a text with fields, `{from} – {to}`."""
    whole = pattern if "{" in pattern else f"{{{pattern}}}"
    fields = [(path, kind or "text") for path, kind in FIELD.findall(whole)]
    if all(value_at(row, path) is None and kind not in SHOW_NOTHING for path, kind in fields):
        return ""
    return FIELD.sub(lambda found: written(value_at(row, found[1]), found[2] or "text", row), whole)
