"""A timesheet as a workbook: a row for each case and day with a cell for the hours, all else locked."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ipsu_cli.core.answer import Text
from ipsu_cli.core.dates import Week
from ipsu_cli.core.timesheet import COLUMNS, FILLED_IN, INFORMING, KIND, Timesheet, TimesheetCase
from ipsu_cli.locale import heading, say, shown
from ipsu_cli.write import sheet_checks
from ipsu_cli.write.sheet import Head, Worksheet, letter

KINDS = {"on": "day", "hours": "hours", "entered": "hours", "planned": "hours", "delivered": "hours", "left": "hours"}
SPARE = 10  # rows for a day that is not among them
HOURS_OF_A_DAY = 24
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def write_timesheet(path: Path, sheet: Timesheet, lang: str, *, force: bool, today: dt.date) -> None:
    """The sheet to fill in, a page that explains it, and a hidden one with the cases that can be chosen."""
    from ipsu_cli.write.xlsx import write_book

    refs = [case.case for case in sheet.cases]
    heads = tuple(Head(column_heading(name, lang), KINDS.get(name, "text")) for name in COLUMNS)
    rows = [*(row for case in sheet.cases for row in _rows(case, lang)), *[(None,) * len(COLUMNS)] * SPARE]
    title = say("sheet.timesheet", lang, week=sheet.week)

    def draw(page: Any, last_row: int) -> None:
        _protect(page)
        _check(page, sheet.week, len(refs), last_row, lang)

    filled_in = tuple(map(COLUMNS.index, FILLED_IN))
    pages = [Worksheet(KIND, heads, rows, title=title, filled_in=filled_in, draw=draw), _explained(sheet, lang)]
    if refs:
        pages.append(sheet_checks.lists_sheet([refs]))
    write_book(path, pages, lang, force=force, today=today)


def column_heading(name: str, lang: str) -> str:
    """What a column of a timesheet is called: those that an import reads as in any sheet of their kind."""
    if name in INFORMING:
        return say(f"heading.timesheet {name}", lang)
    return name if lang == "en" else heading(KIND, name, lang)


def _rows(case: TimesheetCase, lang: str) -> Iterator[tuple[Any, ...]]:
    for day in case.days:
        weekday = shown(Text(f"code.{WEEKDAYS[day.weekday()]}"), lang)
        yield (case.case, case.name, case.coach, weekday, day, None, case.entered.get(day), case.planned,
               case.delivered, case.left)  # fmt: skip


def _protect(page: Any) -> None:
    """Only what is to be filled in can be typed in. There is no password: it keeps from slips, not from people."""
    page.protection.sheet = True
    page.protection.autoFilter = page.protection.sort = page.protection.formatColumns = False  # these stay allowed


def _check(page: Any, week: Week, cases: int, last_row: int, lang: str) -> None:
    checks = {"on": sheet_checks.day(lang, week.monday, week.sunday),
              "hours": sheet_checks.number(lang, most=HOURS_OF_A_DAY)}  # fmt: skip
    if cases:
        checks["case"] = sheet_checks.choice(0, cases, lang)
    for name, check in checks.items():
        column = letter(COLUMNS.index(name))
        check.add(f"{column}2:{column}{last_row}")
        page.data_validations.append(check)


def _explained(sheet: Timesheet, lang: str) -> Worksheet:
    """What each column is, and what is done with the sheet."""
    heads = tuple(Head(say(f"sheet.template-{name}", lang)) for name in ("column", "filled-in", "typed", "means"))
    examples = {"case": sheet.cases[0].case if sheet.cases else "", "on": f"{sheet.week.monday}", "hours": "7,5; 7:30"}
    rows = [
        (
            column_heading(name, lang),
            say("sheet.yes" if name in FILLED_IN else "sheet.no", lang),
            examples.get(name),
            say(f"sheet.timesheet-{name}", lang),
        )
        for name in COLUMNS
    ]
    steps = tuple((f"{n}", say(f"sheet.timesheet-step-{n}", lang)) for n in range(1, 5))
    return Worksheet(say("sheet.template-help", lang), heads, rows, above=steps)
