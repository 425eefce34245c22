"""What a person types, by the name of the option or the column, read into values: the same for both."""

import datetime as dt
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from typing import Any

from ipsu_cli.core.clock import read_span
from ipsu_cli.core.dates import read_day, read_month, read_week, read_weeks, read_year
from ipsu_cli.core.hours import Hours, hundredths, read_hours
from ipsu_cli.core.identity import read_personnummer
from ipsu_cli.core.money import read_money, read_signed_money
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.text import read_ref, tidy

GENDERS = ("woman", "man", "other", "unknown")
TRAININGS = (
    "labour_market_training",
    "preparatory_training",
    "folk_high_school_establishment_course",
    "folk_high_school_study_motivation",
    "service_with_training_element",
)
RESULTS = ("passed", "not_passed", "interrupted")
SYSTEMS = ("ka-webb", "msfa")
SUPPORTS = ("ips", "sed", "se", "unspecified")
UNITS = ("case", "hour", "day", "month", "result")
YES, NO = ("yes", "ja", "1", "x", "true"), ("no", "nej", "0", "", "false")

Reader = Callable[[str, dt.date], Any]


def code(*allowed: str) -> Reader:
    """A reader of one of some codes; hyphen and underscore are alike."""
    plain = {each.lower().replace("-", "_"): each for each in allowed}

    def read(text: str, today: dt.date) -> str:
        found = plain.get(text.strip().lower().replace("-", "_"))
        if found is None:
            raise Unreadable("value.code", value=text, known=list(allowed))
        return found

    return read


def _one_of(listed: str) -> Reader:
    """A reader of one of the codes that a module of `core` lists, as `aid.KINDS`; loaded when such a code is typed."""
    module, _, name = listed.partition(".")

    def read(text: str, today: dt.date) -> Any:
        return code(*getattr(import_module(f"ipsu_cli.core.{module}"), name))(text, today)

    return read


def _counted(name: str) -> Reader:
    """A reader of numbers in a row, loaded when such a row is typed."""

    def read(text: str, today: dt.date) -> Any:
        return getattr(import_module("ipsu_cli.read.count_readers"), name)(text)

    return read


def flag(text: str, today: dt.date) -> bool:
    """Yes or no, in either language; empty is no."""
    word = text.strip().lower()
    if word in YES or word in NO:
        return word in YES
    raise Unreadable("value.flag", value=text)


def _text(text: str, today: dt.date) -> str:
    return tidy(text)


def _ref(text: str, today: dt.date) -> str:
    """A reference; a personnummer is none, for references stand in every list."""
    with suppress(Unreadable):
        read_personnummer(text, today)
        raise Refused("reference.personnummer")
    return read_ref(text)


def _towns(text: str, today: dt.date) -> tuple[str, ...]:
    return tuple(tidy(each) for each in text.replace("|", "\n").split("\n") if each.strip())


def _known(text: str, today: dt.date) -> bool:
    return bool(code("known", "unknown")(text, today) == "known")


def _percent(text: str, today: dt.date) -> Hours:
    """Hundredths of a per cent, up to the whole."""
    share = hundredths(text)
    if share is None or share > 100_00:
        raise Unreadable("value.percent", value=text)
    return Hours(share)


def _extent(text: str, today: dt.date) -> Hours:
    """A share of full time: more than nothing."""
    share = _percent(text.strip().removesuffix("%"), today)
    if not share:
        raise Unreadable("value.percent", value=text)
    return share


def _goal(text: str, today: dt.date) -> str:
    """What is aimed at, as it was typed."""
    from ipsu_cli.core.target import read_goal

    read_goal(text)
    return text.strip().lower()


def _outcomes(text: str, today: dt.date) -> tuple[str, ...]:
    """Outcomes, with a comma between; each once, in the order in which they are listed."""
    from ipsu_cli.core.enrolment import OUTCOMES

    found = {code(*OUTCOMES)(each, today) for each in text.split(",")}
    return tuple(each for each in OUTCOMES if each in found)


READERS: dict[str, Reader] = {
    "agreement": _ref,
    "case": _ref,
    "after": _ref,
    "service": lambda text, today: text.strip().lower().replace("_", "-"),
    "area": _text,
    "from": read_day,
    "to": read_day,
    "purchaser": _text,
    "billing": code("self", "peppol"),
    "vat": _percent,
    "vat-exempt-reason": _text,
    "payout": code("created", "worked"),
    "sites": _towns,
    "amount": lambda text, today: read_money(text),
    "unit": code(*UNITS),
    "level": code("A", "B", "C"),
    "personnummer": read_personnummer,
    "name": _text,
    "gender": code(*GENDERS),
    "protected": flag,
    "site": _text,
    "coach": _text,
    "officer": _text,
    "order": _text,
    "meeting": read_day,
    "mapping-agreed": flag,
    "decision": read_day,
    "training": _text,
    "training-type": code(*TRAININGS),
    "training-from": read_day,
    "training-to": read_day,
    "closed": read_day,
    "reason": _text,
    "training-result": code(*RESULTS),
    "system": code(*SYSTEMS),
    "extent": _extent,
    "queued": read_day,
    "support": code(*SUPPORTS),
    "municipality": _text,
    "resident": flag,
    "disability": flag,
    "motivated": flag,
    "care-contact": code("psychiatry", "primary_care"),
    "consent": read_day,
    "consent-withdrawn": read_day,
    "sus-consent": read_day,
    "preference": _text,
    "assistance": code("yes", "no", "unknown"),
    "target-group": _text,
    "refer-to": _text,
    "outcome": _one_of("enrolment.OUTCOMES"),
    "subsidised": flag,
    "progress": flag,
    "decision-code": _one_of("enrolment.DECISIONS"),
    "party": lambda text, today: read_ref(text),
    "note": _text,
    "weeks": lambda text, today: read_weeks(text),
    "hours-per-week": lambda text, today: read_hours(text),
    "submitted": read_day,
    "confirmed": read_day,
    "returned": read_day,
    "type": lambda text, today: text.strip().lower().replace("_", "-"),
    "period": read_month,
    "known": _known,
    "no-mapping": flag,
    "version": lambda text, today: _whole(text),
    "on": read_day,
    "week": lambda text, today: read_week(text),
    "month": read_month,
    "hours": lambda text, today: read_hours(text),
    "no-show": flag,
    "as-of": read_day,
    # The agency's own numbers: long ones may look like a personnummer without being one.
    "number": lambda text, today: read_ref(text),
    "refers": lambda text, today: read_ref(text),
    "total": lambda text, today: read_signed_money(text),
    "activity": _text,
    "expected": lambda text, today: read_span(text),
    "absent": lambda text, today: read_span(text),
    "misconduct": flag,
    "own-search": lambda text, today: read_hours(text),
    "supplier": lambda text, today: read_hours(text),
    "own-work": lambda text, today: read_hours(text),
    "result": code("work", "studies"),
    "learned": read_day,
    "year": lambda text, today: read_year(text),
    "until": read_day,
    "fail-on": code("overdue"),
    "kind": _one_of("aid.KINDS"),
    "origin": _one_of("aid.ORIGINS"),
    "scores": _counted("read_scores"),
    "scale": _text,
    "items": _counted("read_count"),
    "min": _counted("read_count"),
    "max": _counted("read_count"),
    "bands": _counted("read_bands"),
    "question": _text,
    "population": _one_of("survey.POPULATIONS"),
    "asked": _counted("read_count"),
    "answers": _counted("read_answers"),
    "positive": _counted("read_words"),
    "funding-unit": _text,
    "title": _text,
    "fte": _counted("read_fte"),
    "funder": _text,
    "vat-basis": _one_of("funding.VAT_BASES"),
    "source": _text,
    "by": read_day,
    "below": _counted("read_below"),
    "dimension": code("service", "gender", "agreement", "coach", "site"),
    "kpi": _text,
    "value": _goal,
    "counts": _outcomes,
}

# Errors about these never repeat what was typed.
PRIVATE = (
    "personnummer", "name", "training", "reason", "site", "coach", "officer", "municipality", "preference", "refer-to",
    "note",
)  # fmt: skip


def _whole(text: str) -> int:
    if not (text.strip().isascii() and text.strip().isdigit()):
        raise Unreadable("value.count", value=text)
    return int(text)


def read_given(words: Mapping[str, str | bool | None], today: dt.date) -> dict[str, Any]:
    """What was given, read: options left out are left out, `''` is None (a value taken away).

    Raises `Unreadable` for the first value that cannot be read, with its option's name.
    """
    given: dict[str, Any] = {}
    for name, word in words.items():
        if word is not None:
            given[name] = read_one(name, word, today)
    return given


def demand(given: Mapping[str, Any], *names: str) -> None:
    """Raise `Unreadable` for the first of these that holds nothing."""
    for name in names:
        if given.get(name) is None:
            raise Unreadable("option.empty", option=name)


def read_one(name: str, word: str | bool, today: dt.date) -> Any:
    """One value by the name of its option or column."""
    if isinstance(word, bool):
        return word
    if not word.strip():
        return None
    try:
        return READERS[name](word, today)
    except Unreadable as error:
        error.figures["option"] = name.removesuffix("-code")  # two commands may give an option other values
        if name in PRIVATE:
            error.figures.pop("value", None)
        error.details = error.figures
        raise
