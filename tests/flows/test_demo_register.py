"""The invented registers yield what was published, and where something moves they say by how much."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ipsu_cli.flows import demo
from tests import program
from tests.reports.shown import tables_in

Run = Callable[..., program.Result]
# What the documents themselves do not add up to.
OWN = {
    "uppsala": {"The document's own parts: 61 and 35 of 97": -1},
    "ggv": {"The document's own targets: 16, 25 and 28 against 57": 12},
}  # fmt: skip


def differing(answer: dict[str, Any]) -> dict[str, Any]:
    """The figures that do not agree, each with its difference."""
    found = {}
    for figure in answer["figures"]:
        difference = figure["difference"] if figure["difference_ore"] is None else figure["difference_ore"]
        if figure["agrees"] is None:
            assert difference is None
            continue
        assert figure["agrees"] == (difference == 0)
        if difference != 0:
            found[figure["figure"]] = difference
    return found


def run(ipsu: Run, of: str) -> dict[str, Any]:
    result = ipsu(f"demo --of {of} --json --lang en")
    assert (0, "") == (result.code, result.err)
    answer: dict[str, Any] = result.json
    return answer


@pytest.mark.parametrize("of", OWN)
def test_a_register_yields_what_was_published(ipsu: Run, of: str) -> None:
    answer = run(ipsu, of)
    assert OWN[of] == differing(answer)
    uncompared = [figure for figure in answer["figures"] if figure["agrees"] is None]
    assert len(answer["figures"]) == answer["agree"] + answer["differ"] + len(uncompared)
    assert {"uppsala": 13, "ggv": 9}[of] == len(uncompared)
    assert Path(answer["db"]).name == "ipsu.db"


@pytest.fixture
def moved(tmp_path: Path, ipsu: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, Any]]:
    """`moved("uppsala", "cases", old, new)`: what differs once `old` is `new` in one file of the register."""

    def run_with(of: str, kind: str, old: str, new: str) -> dict[str, Any]:
        copy = tmp_path / "sample"
        shutil.copytree(next(candidate for candidate in demo.FOLDERS if candidate.is_dir()), copy)
        path = copy / {"uppsala": "uppsala_2025", "ggv": "ggv_2019_2020"}[of] / f"{kind}.csv"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        monkeypatch.setattr(demo, "FOLDERS", (copy,))
        found = differing(run(ipsu, of))
        return {name: value for name, value in found.items() if OWN[of].get(name) != value}

    return run_with


def row_of(of: str, ref: str) -> list[str]:
    folder = next(candidate for candidate in demo.FOLDERS if candidate.is_dir())
    lines = (folder / of / "cases.csv").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith(f"{ref};")).split(";")


def test_one_person_of_another_gender(moved: Any) -> None:
    row = row_of("uppsala_2025", "U-100")
    other = ["man" if cell == "woman" else "woman" if cell == "man" else cell for cell in row]
    sign = 1 if "man" in row else -1
    assert {"– women": sign, "– men": -sign} == moved("uppsala", "cases", ";".join(row), ";".join(other))


def test_one_date_of_a_referral(moved: Any) -> None:
    """Somebody who waits on the last day of 2025 is referred two days later."""
    row = row_of("uppsala_2025", "U-SED067")
    assert ("2025-12-30", "") == (row[8], row[9])
    later = [cell.replace("2025-12-30", "2026-01-02") for cell in row]
    found = moved("uppsala", "cases", ";".join(row), ";".join(later))
    assert {
        "New referrals in 2025": -1,
        "– to SEd": -1,
        "In the queue in December 2025": -1,
    } == found


def test_one_krona(moved: Any) -> None:
    found = moved("uppsala", "funding", ";3200000", ";3200001")
    assert {"Budget for 2025, kronor": 100} == found


def test_the_course_in_the_other_year(moved: Any, ipsu: Run) -> None:
    found = moved("ggv", "funding", ";2019;57000;", ";2020;57000;")
    assert {"Applied for 2019, kronor": -5_700_000, "Applied for 2020, kronor": 5_700_000} == found
    text = ipsu("demo --of ggv --lang en").out
    assert "differs by -57,000.00 kr" in text
    assert "differs by 57,000.00 kr" in text


def test_the_registers_are_what_is_written() -> None:
    script = program.ROOT / "tests" / "sample_registers.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, timeout=60)
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)


def test_a_demo_that_there_is_not_is_refused(ipsu: Run) -> None:
    assert 2 == ipsu("demo --of stockholm").code


# The tables of which the document has every number.
PRINTED = {
    "uppsala": {"Funding by year", "Funding by funder"},
    "ggv": {"Funding", "Funding by unit", "Funding by year", "Funding by funder", "Stated totals against the lines"},
}


@pytest.mark.parametrize("of", PRINTED)
def test_a_table_with_invented_numbers_says_so(ipsu: Run, of: str) -> None:
    titles = [shown.title for shown in tables_in(ipsu(f"demo --of {of} --lang en").out)]
    assert "What was published against the invented register" == titles[0]
    assert PRINTED[of] == {title for title in titles[1:] if not title.endswith(" (invented register)")}
    assert len(titles) > 1 + len(PRINTED[of])


def test_a_report_on_an_invented_register_says_so_at_each_table(ipsu: Run, tmp_path: Path) -> None:
    assert 0 == ipsu("demo --of ggv --dir . --lang sv").code
    asked = ipsu("report steering --year 2019 --excel s.xlsx --lang en", today="2021-01-15")
    titles = [shown.title for shown in tables_in(asked.out)]
    assert titles
    assert [] == [title for title in titles if not title.endswith(" (invented register)")]
    sheets = load_workbook(tmp_path / "s.xlsx").worksheets
    assert len(titles) == len(sheets)
    for sheet in sheets:
        assert ("Anmärkning", "påhittat register") in [(row[0].value, row[1].value) for row in sheet["A1:B4"]]


def test_a_report_on_any_other_register_does_not(ipsu: Run, db: Path) -> None:
    assert "invented" not in ipsu("report kpi --lang en", today="2026-03-02").out


def test_what_a_document_says_in_words_stands_next_to_what_is_calculated(ipsu: Run) -> None:
    figures = {figure["figure"]: figure for figure in run(ipsu, "uppsala")["figures"]}
    halfway = figures["“Almost halfway” to the goal, per cent"]
    assert ("Nästan halvvägs", 48.5, None, None) == tuple(
        halfway[key] for key in ("published", "computed", "difference", "agrees")
    )
    unprinted = figures["Share to work or completed studies, per cent"]
    assert (None, 10.9, None) == tuple(unprinted[key] for key in ("published", "computed", "agrees"))
