"""`ipsu setting set`: only what a report can use is taken, however its name and its word are typed."""

import json
from pathlib import Path

import pytest

from ipsu_cli.core.setting import DEFAULTS
from tests.conftest import Program
from tests.program import TODAY

# Any text may stand there.
FREE = {"address"}


@pytest.mark.parametrize("name", sorted(DEFAULTS.keys() - FREE))
def test_what_nothing_can_use_is_refused(ipsu: Program, db: Path, name: str) -> None:
    before = ipsu("setting list --json").json
    assert 2 == ipsu(f"setting set {name} nonsens").code
    assert before == ipsu("setting list --json").json


@pytest.mark.parametrize(("typed", "kept"), [("F_Tax ON", ("f-tax", "on")), ("result_months 5", ("result-months", "5")),
                                             ("EVES Working", ("eves", "working"))])  # fmt: skip
def test_hyphens_underscores_and_capitals_are_alike(ipsu: Program, db: Path, typed: str, kept: tuple[str, str]) -> None:
    found = ipsu(f"setting set {typed} --json").json["setting"]
    assert kept == (found["name"], found["value"])


@pytest.mark.parametrize("days", ["0", "3659"])
def test_days_of_silence_are_counted_from_none(ipsu: Program, db: Path, days: str) -> None:
    assert 0 == ipsu(f"setting set silent-days {days}").code
    assert 0 == ipsu("status", today=TODAY).code


def test_days_of_silence_have_an_end(ipsu: Program, db: Path) -> None:
    assert 2 == ipsu("setting set silent-days 3660").code


def test_a_row_of_settings_is_told_by_its_column(ipsu: Program, db: Path) -> None:
    rows = ("silent-day;21", "pause-days;0", "eves;fri", "names;on", "backup-days;")
    (db.parent / "in.csv").write_text("\n".join(["name;value", *rows]))
    done = ipsu("import settings in.csv --json")
    told = [(row["row"], row["column"], row["code"]) for row in json.loads(done.err)["error"]["details"]["errors"]]
    assert [(2, "name", "value.code"), (3, "value", "value.number"), (4, "value", "value.code")] == told
    (db.parent / "in.csv").write_text("\n".join(["name;value", *rows[3:]]))
    assert 2 == ipsu("import settings in.csv --json").json["import"]["added"]
    kept = {row["name"]: row["value"] for row in ipsu("setting list --json").json["settings"]}
    assert ("on", "") == (kept["names"], kept["backup-days"])
