"""The page on extending is true: each of its examples, laid into a copy of the program, works."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.program import ROOT
from tests.whole import WHOLE

PAGE = ROOT / "ipsu_cli" / "docs" / "extending.md"
BLOCK = re.compile(
    r"```(?:python|toml)\n# (?P<path>[\w/]+\.(?:py|toml)): (?:(?P<mode>new|at the end)|after `(?P<line>[^\n`]+)`)\n"
    r"(?P<text>.*?)```",
    re.DOTALL,
)
TODAY = "2026-03-10"
CASE = "case add B1 --service ips --agreement I1 --personnummer 19900101-9802 --name Alva --from 2026-03-02"


TABLES = "tests/reports/test_tables.py"
# What a developer runs next to the program.
AROUND = ("tests", "sample_data", "pyproject.toml", "README.md")
# The tests that each section concerns, but for those of the section's own words.
CONCERNED = {
    "A fact": (
        "tests/test_facts.py",
        "tests/core/test_inventory.py",
        "tests/store/test_released_files.py",
        "tests/store/test_schema.py",
    ),
    "A command": ("tests/test_names.py", "tests/test_architecture.py", "tests/test_layout.py"),
    "A report": (TABLES, "tests/test_names.py", "tests/test_architecture.py"),
    "A key figure": (
        "tests/reports/test_kpi.py",
        "tests/rules/test_kpis.py",
        "tests/store/test_released_files.py",
        TABLES,
    ),
    "A rule": ("tests/rules", "tests/test_domain_words.py"),
    "A rule with a date": ("tests/rules", "tests/test_domain_words.py"),
    "A service of a municipality": ("tests/rules", "tests/test_domain_words.py", "tests/test_layout.py"),
    "A system": ("tests/rules", "tests/test_domain_words.py", "tests/test_facts.py"),
}
# The few of them that are quick and were once forgotten on the page, by the words of their names.
QUICK = (
    "tests/test_facts.py",
    "tests/core/test_inventory.py",
    TABLES,
    "tests/reports/test_kpi.py",
    "tests/rules/test_kpis.py",
    "tests/rules/test_rules.py",
    "tests/rules/test_changes.py",
    "tests/rules/test_levels.py",
)
NAMED = (
    "interpreter or every_option or is_classed or sites or every_code or more_is_better or test_rules or "
    "test_changes or test_levels"
)


class Example(NamedTuple):
    """A block of the page: the file that it belongs to, and the line that it follows: empty for a new file, and for one
    that it is put at the end of."""

    path: str
    mode: str
    line: str
    text: str


def section_of(heading: str) -> str:
    page = PAGE.read_text(encoding="utf-8")
    return re.split(r"^## ", page.partition(f"\n## {heading}\n")[2], flags=re.MULTILINE)[0]


def examples(section: str) -> list[Example]:
    """The blocks below one heading."""
    found = BLOCK.finditer(section_of(section))
    return [Example(match["path"], match["mode"] or "after", match["line"] or "", match["text"]) for match in found]


def place_of(example: Example, root: Path) -> Path:
    """The file of a block: one of the tests says so, every other lies in the program."""
    return root / example.path if example.path.startswith("tests/") else root / "ipsu_cli" / example.path


def lay(example: Example, root: Path) -> None:
    """Lay a block into the copy."""
    file = place_of(example, root)
    if example.mode == "new":
        assert not file.exists(), f"{example.path} is there already"
        file.write_text(example.text, encoding="utf-8")
        return
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    places = [n for n, line in enumerate(lines, start=1) if line.startswith(example.line)]
    if example.mode == "after":
        assert len(places) == 1, f"{example.path} has {len(places)} lines that begin with {example.line!r}"
    lines.insert(places[0] if example.mode == "after" else len(lines), example.text)
    file.write_text("".join(lines), encoding="utf-8")


class Copy:
    """A copy of the program, and of what a developer runs, with the examples of sections in it, and an office."""

    def __init__(self, folder: Path, *sections: str) -> None:
        self.folder = folder
        ignored = shutil.ignore_patterns("__pycache__")
        for name in ("ipsu_cli", *AROUND):
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, folder / name, ignore=ignored)
            else:
                shutil.copy2(ROOT / name, folder)
        for section in sections:
            found = examples(section)
            assert found, f"the page has no examples under {section}"
            for example in found:
                lay(example, folder)
        self.did("init --name Prov --orgnr 559999-0008")
        self.did("agreement add I1 --service ips --area Norr --from 2026-01-01")

    def run(self, words: str, today: str = TODAY) -> "subprocess.CompletedProcess[str]":
        return self._python("-m", "ipsu_cli", *words.split(), "--today", today)

    def did(self, words: str, today: str = TODAY) -> Any:
        answer = self.run(f"{words} --json", today)
        assert (0, "") == (answer.returncode, answer.stderr), words
        return json.loads(answer.stdout)

    def passes(self, *words: str) -> None:
        """These tests pass in the copy."""
        self.ran("pytest", "-q", "-p", "no:cacheprovider", *words)

    def ran(self, module: str, *words: str) -> None:
        """Run a module in the copy; what it says is shown where it fails."""
        done = self._python("-m", module, *words)
        if done.returncode:
            pytest.fail(done.stdout + done.stderr, pytrace=False)

    def _python(self, *words: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, *words]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, encoding="utf-8")


def test_a_fact_is_a_declaration_a_migration_and_its_texts(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "A fact")
    copy.did(f"{CASE} --interpreter dari")
    assert "dari" == copy.did("case show B1")["interpreter"]
    assert re.search(r"Tolk +dari", copy.run("case show B1 --lang sv").stdout)
    copy.did("case edit B1 --interpreter somaliska")
    assert "somaliska" == copy.did("case show B1")["interpreter"]
    (tmp_path / "cases.csv").write_text("case;tolk\nB1;arabiska\n", encoding="utf-8")
    row = "case;service;personnummer;name;tolk;from\nB2;ips;19850505-2384;Kim;farsi;2026-03-02\n"
    (tmp_path / "cases.csv").write_text(row, encoding="utf-8")
    copy.did("import cases cases.csv")
    assert "farsi" == copy.did("case show B2")["interpreter"]
    copy.did("case edit B2 --protected")
    assert copy.did("case show B2")["interpreter"] is None
    assert "--interpreter LANGUAGE" in copy.run("case add --help --lang en").stdout


def test_a_command_is_a_file_its_flow_and_its_texts(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "A command")
    assert "Framåt" == copy.did("motto Framåt")["motto"]
    assert "The motto is: Hej" in copy.run("motto Hej --lang en").stdout
    assert "motto" in copy.run("--help").stdout


def test_a_report_is_a_file_and_three_lines(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "A report")
    copy.did(f"{CASE} --site Uppsala")
    assert [{"site": "Uppsala", "cases": 1}] == copy.did("report sites --year 2026")["sites"]
    assert re.search(r"Uppsala +1", copy.run("report sites --year 2026").stdout)
    copy.did("report sites --year 2026 --excel sites.xlsx")
    assert (tmp_path / "sites.xlsx").exists()


def test_a_key_figure_is_an_entry_a_question_and_its_names(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "A key figure")
    copy.did(CASE)
    copy.did("case pause B1 --from 2026-03-09")
    kpis = {kpi["code"]: kpi for kpi in copy.did("report kpi --year 2026")["kpis"]}
    assert (1, "Ärenden med uppehåll, sista dagen") == (kpis["paused"]["value"], kpis["paused"]["label"])


IPSU_B = """
agreement add B --service ipsu --area Norr --from 2026-01-01
case add B1 --service ipsu-b --personnummer 19850505-2384 --name Kim --from 2026-12-30 --to 2027-12-31
case edit B1 --training Svetsare --training-from 2026-01-12 --training-to 2027-12-31
case add B2 --service ipsu-b --personnummer 19880314-9809 --name Bo --from 2027-01-04 --to 2027-12-31
case edit B2 --training Svetsare --training-from 2026-01-12 --training-to 2027-12-31
"""


def with_cases_over_new_year(folder: Path, section: str) -> Copy:
    """Support that begins on Wednesday 30 December 2026, and on Monday 4 January 2027."""
    copy = Copy(folder, section)
    for words in IPSU_B.strip().splitlines():
        copy.did(words, "2026-12-01")
    return copy


def warned(answer: Any) -> list[str]:
    return [warning["code"] for warning in answer["warnings"]]


def test_a_rule_is_a_function_a_line_of_a_tuple_its_texts_and_its_cases(tmp_path: Path) -> None:
    copy = with_cases_over_new_year(tmp_path, "A rule")
    assert ["aid.unmarked"] == warned(copy.did("aid lend B1 dictaphone --on 2027-01-04", "2027-01-04"))
    assert [] == warned(copy.did("aid lend B1 dictaphone --name D1 --on 2027-01-04", "2027-01-04"))
    demand = "A dictaphone on loan has a name, by which it is known again."
    assert demand in copy.run("explain aid.unmarked --lang en").stdout
    assert "En diktafon som är utlånad har ett namn" in copy.run("explain aid.unmarked --lang sv").stdout


def test_a_rule_with_a_date_judges_each_side_of_the_day_by_its_own_value(tmp_path: Path) -> None:
    copy = with_cases_over_new_year(tmp_path, "A rule with a date")
    assert [] == warned(copy.did("aid lend B1 laptop --on 2026-12-31", "2027-01-04"))
    assert ["aid.long-loan"] == warned(copy.did("aid lend B1 laptop --on 2027-01-01", "2027-01-04"))
    shown = copy.run("explain aid.long-loan --lang en").stdout
    assert re.search(
        r"Days of a loan at most +365 \(from 2026-01-01\)\nDays of a loan at most +180 \(from 2027-01-01\)", shown
    )


def test_a_change_is_one_line_and_holds_from_its_day(tmp_path: Path) -> None:
    """The extents of weeks in 2027, and the day of a joint plan of a case that begins then; today decides nothing."""
    copy = with_cases_over_new_year(tmp_path, "A rule with a date")
    for today in ("2026-12-30", "2027-01-04"):
        refused = copy.run("plan set B1 2026-W53=15 --reason Prov", today)
        assert (1, True) == (refused.returncode, "plan.extent" in refused.stderr), today
    planned = copy.did("plan set B1 2026-W53=20 2027-W01=15 --reason Prov", "2026-12-30")["plan"]
    assert [20, 15] == [week["planned_hours"] for week in planned["weeks"]]
    for today in ("2026-12-30", "2027-01-04"):
        due = {row["case"]: row["due"] for row in copy.did("todo", today)["todo"] if row["type"] == "gp"}
        # Five working days after Wednesday 30 December: 4, 5, 7, 8 and 11 January. Three after Monday 4 January.
        assert {"B1": "2027-01-11", "B2": "2027-01-08"} == due


def test_a_service_of_a_municipality_is_a_file_and_its_cases(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "A service of a municipality")
    copy.did("agreement add G1 --service garden --area Norr --from 2026-01-01")
    person = "--personnummer 19900101-9802 --name Alva"
    copy.did(f"case add B1 --service garden --agreement G1 {person} --queued 2026-01-12 --consent 2026-01-12")
    assert "queued" == copy.did("case show B1")["status"]
    copy.did("case start B1 --on 2026-02-02")
    copy.did("case close B1 --on 2026-03-09 --reason work")
    assert ("ended", "work") == tuple(copy.did("case show B1")[key] for key in ("status", "reason"))
    assert "garden-ages" in [value["name"] for value in copy.did("explain case.age")["rule"]["values"]]


def test_a_system_is_a_file_that_its_services_name(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "A system")
    copy.did("agreement add R1 --service rusta-matcha --area Norr --from 2026-01-01 --billing self")
    person = "--personnummer 19900101-9802 --name Alva --from 2026-02-02 --to 2026-07-31 --level B"
    copy.did(f"case add K1 --service rusta-matcha --agreement R1 {person} --system lantern")
    asked = {row["type"] for row in copy.did("document list K1")["documents"]}
    assert "leaf" in asked
    assert "pr" not in asked


@pytest.mark.parametrize("section", CONCERNED)
def test_the_examples_are_of_files_that_there_are(section: str) -> None:
    for example in examples(section):
        assert place_of(example, ROOT).exists() == (example.mode != "new"), example.path


def test_nothing_is_missing_that_a_test_asks_for_at_once(tmp_path: Path) -> None:
    Copy(tmp_path, *CONCERNED).passes(*QUICK, "-k", NAMED)


@pytest.mark.long
@pytest.mark.skipif(not WHOLE, reason="what all sections together lack is asked with the fast tests")
@pytest.mark.parametrize("section", CONCERNED)
def test_nothing_is_missing_that_the_tests_ask_for(section: str, tmp_path: Path) -> None:
    """Each section by itself, without what only another brings; what the pages say is written again too."""
    copy = Copy(tmp_path, section)
    copy.ran("tests", "update")
    copy.passes("tests/test_texts.py", *CONCERNED[section])


@pytest.mark.long
def test_the_examples_are_typed_and_in_order_all_together(tmp_path: Path) -> None:
    copy = Copy(tmp_path, *CONCERNED)
    copy.ran("ruff", "check", "--fix", "--quiet")
    copy.ran("ruff", "format", "--quiet")
    if (ROOT / ".mypy_cache").is_dir():  # what was looked through before it was copied need not be again
        shutil.copytree(ROOT / ".mypy_cache", copy.folder / ".mypy_cache")
    copy.ran("mypy", "ipsu_cli")
