"""`ipsu todo` over the sample office on three dates, against a table made by hand from `sample_data` and the almanac.

The office's documents run to early November 2026. What is left by then: the joint plans of B-128 (period from
28 September), B-132 (from 30 November) and B-133 (from 7 December), five working days each, and of the mapping A-137
on its first day, 30 November; the final reports of the cases that have ended since, each on its last day; and of
Rusta och matcha the months for which no report was filed. R-203 is closed, with all its months filed; R-202 has filed
October on 2 November.
"""

from pathlib import Path

import pytest

from tests.conftest import Program

Row = tuple[str, str, str, str | None, int, bool]

OPEN = ("R-201", "R-202", "R-204", "R-205", "R-206")  # open over the new year
ENDED = ("A-137", "B-118", "B-121", "B-122", "B-125", "B-126", "B-128", "B-129", "B-131")  # with the term
# 132 weekdays from 3 April to 5 October, less Good Friday, Easter Monday, 1 May, Ascension Day, Midsummer Eve.
EASTER: list[Row] = [("2026-10-05", "B-128", "gp", None, 127, False)]
# 77 weekdays from 19 June to 5 October, less Midsummer Eve.
MIDSUMMER: list[Row] = [("2026-10-05", "B-128", "gp", None, 76, False)]
# Christmas Eve, Christmas Day, New Year's Eve, New Year's Day and Epiphany are not worked; 31 January is a Sunday.
NEW_YEAR: list[Row] = [
    ("2026-10-05", "B-128", "gp", None, -60, True),
    ("2026-10-30", "B-114", "sr", None, -41, True),
    ("2026-11-13", "A-136", "sr", None, -31, True),
    ("2026-11-13", "B-115", "sr", None, -31, True),
    ("2026-11-30", "A-137", "gp", None, -20, True),
    ("2026-11-30", "R-205", "pr", "2026-10", -20, True),
    ("2026-12-07", "B-132", "gp", None, -15, True),
    *(("2026-12-11", case, "sr", None, -11, True) for case in ("B-120", "B-124")),
    ("2026-12-14", "B-133", "gp", None, -10, True),
    *(("2026-12-18", case, "sr", None, -6, True) for case in ENDED),
    *(("2026-12-31", case, "pr", "2026-11", 0, False) for case in OPEN),
    ("2027-01-15", "B-123", "sr", None, 9, False),
    *(("2027-01-31", case, "pr", "2026-12", 19, False) for case in OPEN),
]


@pytest.mark.parametrize(
    ("today", "until", "table"),
    [
        ("2026-04-02", "2026-10-05", EASTER),
        ("2026-06-18", "2026-10-05", MIDSUMMER),
        ("2026-12-30", "2027-01-31", NEW_YEAR),
    ],
    ids=["easter", "midsummer", "new-year"],
)
def test_the_sample_office_shows_what_the_almanac_says(
    ipsu: Program, demo_folder: Path, today: str, until: str, table: list[Row]
) -> None:
    found = ipsu(
        f"todo --kind document --kind aid --until {until} --db {demo_folder / 'ipsu.db'} --json", today=today
    ).json["todo"]
    keys = ("due", "case", "type", "period", "working_days_left", "overdue")
    assert table == [tuple(row[key] for key in keys) for row in found]
