"""An empty sheet to fill in and bring in: its headings, what each column takes, and a page that says so."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ipsu_cli.core.fact import Fact
from ipsu_cli.core.kind import (
    COUNT,
    DAY,
    EXTENT,
    FLAG,
    HOURS,
    MONEY,
    MONTH,
    PERCENT,
    PERSONNUMMER,
    TIMES,
    WEEK,
    WEEKS,
    WHOLE,
    YEAR,
)  # fmt: skip
from ipsu_cli.core.kind_rows import KindRows
from ipsu_cli.locale import known, say, shown
from ipsu_cli.write import sheet_checks
from ipsu_cli.write.kind_file import heading_of
from ipsu_cli.write.sheet import Head, Worksheet, letter

# As many rows are checked while they are typed as a workbook may have.
LAST_ROW = 100_000
NUMBERS, WHOLES = (HOURS.read, MONEY.read), (COUNT.read, WHOLE.read)
# What a spreadsheet may take for a number. All else that is typed is text: a reference keeps its zeros (0012), and a
# month (2026-03) does not become a day.
NUMERIC = (*NUMBERS, *WHOLES, DAY.read, YEAR.read, PERCENT.read, EXTENT.read)
TEXT_FORMAT = "@"
# How what is no code is typed.
EXAMPLES = {
    DAY.read: "2026-03-09",
    WEEK.read: "2026-W10",
    WEEKS.read: "2026-W10..2026-W12",
    MONTH.read: "2026-03",
    YEAR.read: "2026",
    TIMES.read: "10:00-11:00",
    HOURS.read: "7,5",
    MONEY.read: "450,50",
    PERCENT.read: "75",
    EXTENT.read: "75",
    PERSONNUMMER.read: "19900101-NNNN",
}
# The same of references and words, by what they are called.
CALLED = {"CASE": "B-118", "AGREEMENT": "IPSU-NM", "NAME": "Kim Ek", "TOWN": "Uppsala", "REF": "0012"}


def write_template(path: Path, sheet: KindRows, lang: str, *, force: bool, today: dt.date) -> None:
    """A workbook with the sheet, a page that explains its columns, and a hidden one with what can be chosen."""
    from ipsu_cli.write.xlsx import write_book

    choices = {fact.name: _choices(fact, lang) for fact in sheet.facts}
    lists = [words for words in choices.values() if words]
    heads = tuple(Head(heading_of(sheet, fact, lang)) for fact in sheet.facts)
    pages = [
        Worksheet(sheet.name, heads, [], draw=_checks(sheet.facts, choices, lang)),
        _explained(sheet, choices, lang),
    ]
    if lists:
        pages.append(sheet_checks.lists_sheet(lists))
    write_book(path, pages, lang, force=force, today=today)


def _choices(fact: Fact, lang: str) -> list[str]:
    """What a column takes, in the words of the office."""
    if fact.kind.read is FLAG.read:
        return [say("sheet.yes", lang), say("sheet.no", lang)]
    return [shown(fact.kind.show(code), lang) for code in fact.kind.codes()]


def _checks(facts: Sequence[Fact], choices: dict[str, list[str]], lang: str) -> Callable[[Any, int], None]:
    """What draws the check of each column: a list to choose from, a day, or a number; and lets text stay text."""

    def draw(page: Any, last_row: int) -> None:
        lists = [name for name, words in choices.items() if words]
        for place, fact in enumerate(facts):
            if fact.kind.read not in NUMERIC:
                page.column_dimensions[letter(place)].number_format = TEXT_FORMAT
            check = _check(fact, choices[fact.name], lists, lang)
            if check is not None:
                page.data_validations.append(check)
                check.add(f"{letter(place)}2:{letter(place)}{LAST_ROW}")

    return draw


def _check(fact: Fact, words: list[str], lists: list[str], lang: str) -> Any:
    """What a spreadsheet checks in the column of a fact; None for text."""
    if words and not fact.kind.several:
        return sheet_checks.choice(lists.index(fact.name), len(words), lang)
    if fact.kind.read is DAY.read:
        return sheet_checks.day(lang)
    if fact.kind.read in NUMBERS + WHOLES:
        return sheet_checks.number(lang, whole=fact.kind.read in WHOLES)
    return None


def _explained(sheet: KindRows, choices: dict[str, list[str]], lang: str) -> Worksheet:
    heads = tuple(Head(say(f"sheet.template-{name}", lang)) for name in ("column", "required", "typed", "means"))
    rows = [
        (
            heading_of(sheet, fact, lang),
            say("sheet.yes", lang) if fact.required else "",
            "; ".join(choices[fact.name]) or EXAMPLES.get(fact.kind.read) or CALLED.get(fact.kind.metavar, ""),
            _meaning(fact, lang),
        )
        for fact in sheet.facts
    ]
    return Worksheet(say("sheet.template-help", lang), heads, rows)


def _meaning(fact: Fact, lang: str) -> str:
    """What the option of that name means, unless its help is about typing it."""
    name = f"help.--{fact.name}"
    text = say(name, lang).partition("\n")[0] if known(name, lang) else ""
    return "" if "{" in text or "--" in text or "; -" in text else text
