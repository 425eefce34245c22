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

PAGE = ROOT / "ipsu_cli" / "docs" / "extending.md"
BLOCK = re.compile(r"```python\n# (?P<path>[\w/]+\.py): (?:new|after `(?P<line>[^\n`]+)`)\n(?P<text>.*?)```", re.DOTALL)
TODAY = "2026-03-10"
CASE = "case add B1 --service ips --agreement I1 --personnummer 19900101-9802 --name Alva --from 2026-03-02"


class Example(NamedTuple):
    """A block of the page: the file that it belongs to, and the line that it follows; empty for a new file."""

    path: str
    line: str
    text: str


def examples(section: str) -> list[Example]:
    """The blocks below one heading."""
    page = PAGE.read_text(encoding="utf-8")
    body = re.split(r"^## ", page.partition(f"\n## {section}\n")[2], flags=re.MULTILINE)[0]
    return [Example(found["path"], found["line"] or "", found["text"]) for found in BLOCK.finditer(body)]


def lay(example: Example, house: Path) -> None:
    """Lay a block into the copy."""
    file = house / example.path
    if not example.line:
        assert not file.exists(), f"{example.path} is there already"
        file.write_text(example.text, encoding="utf-8")
        return
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    places = [n for n, line in enumerate(lines) if line.startswith(example.line)]
    assert len(places) == 1, f"{example.path} has {len(places)} lines that begin with {example.line!r}"
    lines.insert(places[0] + 1, example.text)
    file.write_text("".join(lines), encoding="utf-8")


class Copy:
    """A copy of the program with the examples of one section in it, and an office."""

    def __init__(self, folder: Path, section: str) -> None:
        self.folder = folder
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "ipsu_cli", folder / "ipsu_cli", ignore=ignored)
        found = examples(section)
        assert found, f"the page has no examples under {section}"
        for example in found:
            lay(example, folder / "ipsu_cli")
        self.did("init --name Prov --orgnr 559999-0008")
        self.did("agreement add I1 --service ips --area Norr --from 2026-01-01")

    def run(self, words: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "ipsu_cli", *words.split(), "--today", TODAY]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, encoding="utf-8")

    def did(self, words: str) -> Any:
        answer = self.run(f"{words} --json")
        assert (0, "") == (answer.returncode, answer.stderr), words
        return json.loads(answer.stdout)


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


@pytest.mark.parametrize("section", ["A fact", "A command", "A report", "A key figure"])
def test_the_examples_are_of_files_that_there_are(section: str) -> None:
    for example in examples(section):
        assert (ROOT / "ipsu_cli" / example.path).exists() == bool(example.line), example.path
