"""The texts of documents: written, kept, shown, exported, and judged when they are submitted."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.conftest import Program
from tests.typed import did_after

TODAY = "2026-03-09"
TRAINING = "--training Svetsare --training-from 2026-01-12 --training-to 2026-06-05"
OFFICE = (
    "agreement add IPSU-1 --service ipsu --area Väst --from 2025-01-01",
    "case add A1 --service ipsu-a --personnummer 19900101-9802 --name 'Test Person' --from 2026-03-02 --to 2026-03-13 "
    "--training Svetsare",
    f"case add B1 --service ipsu-b --personnummer 19900101-9802 --name 'Test Person' --from 2026-03-02 "
    f"--to 2026-03-22 {TRAINING}",
    f"case add P1 --service ipsu-b --personnummer 19850505-2384 --name 'Hemlig Person' --protected "
    f"--from 2026-03-02 --to 2026-03-22 {TRAINING}",
)
COUNTS = [("A1", "gp", 3), ("A1", "sr", 7), ("B1", "gp", 4), ("B1", "sr", 7)]


did = did_after(*OFFICE, on=TODAY)


def error(result: program.Result) -> Any:
    assert "" == result.out
    return json.loads(result.err)["error"]


def filled(did: Any, case: str, type: str, without: str = "") -> str:
    """The template with something under every heading, but for the one whose code is `without`."""
    sections = did(f"document template {case} {type}")["template"]["sections"]
    return "".join(f"## {section['heading']}\n{'' if section['code'] == without else 'Ja.'}\n" for section in sections)


@pytest.mark.parametrize(("case", "type", "count"), COUNTS)
def test_a_template_has_the_sections_that_the_sources_ask_for(did: Any, case: str, type: str, count: int) -> None:
    found = did(f"document template {case} {type}")["template"]
    headings = [section["heading"] for section in found["sections"]]
    assert (type, count) == (found["type"], len(headings))
    assert headings == [line[3:] for line in found["text"].splitlines() if line.startswith("## ")]
    assert count == len({section["code"] for section in found["sections"]})


def test_the_headings_are_in_the_words_of_the_source(did: Any) -> None:
    words = {
        (case, type): [
            section["heading"] for section in did(f"document template {case} {type}")["template"]["sections"]
        ]
        for case, type, _ in COUNTS
    }
    assert "Bedömning av behov av pedagogiskt stöd" == words["A1", "gp"][1]
    assert "Grundläggande datorkunskap" == words["A1", "sr"][3]
    assert "Plan för hur deltagaren ska bli så självständig som möjligt" == words["B1", "gp"][2]
    assert "Rekommendationer utifrån observationer och deltagarens behov" == words["B1", "sr"][6]


def test_a_template_in_english_has_swedish_headings(ipsu: Program, did: Any) -> None:
    assert "## Bedömning av behov av hjälpmedel" in ipsu("document template A1 gp", IPSU_LANG="en").out


@pytest.mark.parametrize(("case", "type", "count"), COUNTS)
def test_each_empty_section_is_a_warning_and_then_refuses_submit(
    ipsu: Program, did: Any, dump: Any, db: Path, case: str, type: str, count: int
) -> None:
    if (case, type) == ("B1", "gp"):
        did("plan set B1 2026-W10..2026-W12=20")
    text = did(f"document template {case} {type}")["template"]["text"]
    answer = did(f"document write {case} {type} --file -", stdin=text)
    assert ["document.section-empty"] * count == [warning["code"] for warning in answer["warnings"]]
    assert ("draft", 1) == (answer["document"]["status"], answer["document"]["version"])
    before = dump(db)
    refused = error(ipsu(f"document submit {case} {type} --json"))
    missing = refused["details"]["missing"]
    assert ("document.section-empty", count) == (refused["code"], len(missing))
    assert {f"ipsu document write {case} {type}"} == {finding["command"] for finding in missing}
    assert count == len({finding["message"] for finding in missing})
    assert before == dump(db)


def test_a_section_is_refused_by_the_number_that_asks_for_it(ipsu: Program, did: Any) -> None:
    text = did("document template B1 sr")["template"]["text"]
    did("document write B1 sr --file -", stdin=text)
    missing = error(ipsu("document submit B1 sr --json"))["details"]["missing"]
    assert ["J23", "J23", "J23", "J24", "J24", "J24", "J25"] == [finding["rule"] for finding in missing]


def test_one_empty_section_refuses_and_none_does_not(ipsu: Program, did: Any) -> None:
    did("document write A1 sr --file -", stdin=filled(did, "A1", "sr", without="computer_skills"))
    refused = error(ipsu("document submit A1 sr --json"))
    assert ("J13", 1) == (refused["rule"], len(refused["details"]["missing"]))
    did("document write A1 sr --file -", stdin=filled(did, "A1", "sr"))
    document = did("document submit A1 sr")["document"]
    assert ("submitted", 1) == (document["status"], document["version"])


def test_a_text_kept_in_the_portal_is_submitted_as_it_is(did: Any) -> None:
    assert "submitted" == did("document submit A1 sr")["document"]["status"]


def test_a_report_that_no_mapping_was_possible_has_no_perspectives(did: Any) -> None:
    did("document write A1 sr --file -", stdin="Deltagaren har inte kommit.")
    assert "submitted" == did("document submit A1 sr --no-mapping", today="2026-03-13")["document"]["status"]


def test_the_text_of_a_joint_plan_of_support_belongs_to_a_version_of_the_plan(ipsu: Program, did: Any) -> None:
    text = filled(did, "B1", "gp")
    refused = error(ipsu("document write B1 gp --file - --json", stdin=text))
    assert ("document.plan-first", True) == (refused["code"], "ipsu plan set B1" in refused["hint"])
    did("plan set B1 2026-W10..2026-W12=20")
    did("document write B1 gp --file -", stdin=text)
    did("document submit B1 gp")
    assert "document.plan-first" == error(ipsu("document write B1 gp --file - --json", stdin=text))["code"]
    did("plan set B1 2026-W10=20 2026-W11..2026-W12=10 --reason Mindre")
    assert 2 == did("document write B1 gp --file -", stdin=text.replace("Ja.", "Mindre."))["document"]["version"]
    first, second = (did(f"document show B1 gp --version {n}")["document"] for n in (1, 2))
    assert (("submitted", "Ja."), ("draft", "Mindre.")) == tuple(
        (document["status"], document["sections"][0]["text"]) for document in (first, second)
    )


def test_every_version_of_a_text_is_kept(did: Any, db: Path) -> None:
    for answer in ("ett", "två", "två", "tre"):
        did("document write A1 gp --file -", stdin=f"## requirements\n{answer}\n")
    conn = sqlite3.connect(db)
    kept = [row[0].split("\n")[1] for row in conn.execute("SELECT text FROM document_texts_ever ORDER BY entered_by")]
    assert ["ett", "två", "tre"] == kept
    assert [(1,)] == conn.execute("SELECT count(*) FROM documents").fetchall()


def test_after_a_return_the_next_version_is_written(did: Any) -> None:
    did("document write A1 sr --file -", stdin=filled(did, "A1", "sr"))
    did("document submit A1 sr")
    did("document return A1 sr --reason 'för kort'")
    assert 2 == did("document write A1 sr --file -", stdin="## requirements\nMer.\n")["document"]["version"]
    listed = [document for document in did("document list A1")["documents"] if document["type"] == "sr"]
    assert [(1, "returned"), (2, "draft")] == [(document["version"], document["status"]) for document in listed]


def test_what_was_written_is_not_shown_in_lists(ipsu: Program, did: Any) -> None:
    did("document write A1 gp --file -", stdin="## requirements\nHemligheten\n")
    for asked in ("document list A1 --json", "case show A1 --json", "case list --json", "status --json"):
        assert "Hemligheten" not in ipsu(asked).out


# ---------------------------------------------------------------------------------------------------------
# The editor


def an_editor(folder: Path, body: str) -> str:
    script = folder / "editor.py"
    script.write_text(f"import sys, os, pathlib\npath = pathlib.Path(sys.argv[1])\n{body}\n", encoding="utf-8")
    return f"'{sys.executable}' '{script}'"


def test_an_editor_opens_on_the_headings_and_then_on_what_was_written(ipsu: Program, did: Any, tmp_path: Path) -> None:
    fills = an_editor(tmp_path, "text = path.read_text()\npath.write_text(text.replace('J22', '') + 'Ja.\\n')")
    did("document write A1 gp", EDITOR=fills)
    did("document write A1 gp", EDITOR=fills, today="2026-03-10")
    text = did("document show A1 gp")["document"]["text"]
    assert (1, 2) == (text.count("## Bedömning av behov av hjälpmedel"), text.count("Ja."))


def test_while_it_is_open_a_text_is_for_its_owner_alone_and_then_gone(did: Any, tmp_path: Path, db: Path) -> None:
    looks = an_editor(
        tmp_path,
        "open('seen', 'w').write(f'{path} {path.parent.stat().st_mode & 0o777:o}')\npath.write_text('## aids\\nx')",
    )
    did("document write A1 gp", EDITOR=looks)
    seen, mode = (tmp_path / "seen").read_text().rsplit(" ", 1)
    assert ("700", tmp_path, False) == (mode, Path(seen).parent.parent, Path(seen).exists())


@pytest.mark.parametrize(
    ("body", "code", "name"),
    [("sys.exit(3)", 5, "editor.failed"), ("pass", 1, "document.nothing-written")],
)
def test_an_editor_that_does_nothing_changes_nothing(
    ipsu: Program, did: Any, dump: Any, db: Path, tmp_path: Path, body: str, code: int, name: str
) -> None:
    before = dump(db)
    result = ipsu("document write A1 gp --json", EDITOR=an_editor(tmp_path, body))
    assert (code, name) == (result.code, error(result)["code"])
    assert before == dump(db)


def test_an_editor_that_cannot_be_read_is_named(ipsu: Program, did: Any) -> None:
    result = ipsu("document write A1 gp --json", EDITOR="vi 'unclosed")
    assert (5, "editor.failed") == (result.code, error(result)["code"])
    assert "vi 'unclosed" in error(result)["message"]


def test_what_cannot_be_saved_is_not_lost(ipsu: Program, did: Any, tmp_path: Path) -> None:
    result = ipsu("document write A1 gp --json", EDITOR=an_editor(tmp_path, "path.write_text('möda\\x1b')"))
    assert (5, "document.unsaved") == (result.code, error(result)["code"])
    path = Path(error(result)["details"]["path"])
    assert ("möda\x1b", 0o600) == (path.read_text(encoding="utf-8"), stat.S_IMODE(path.stat().st_mode))


def test_without_an_editor_and_a_terminal_it_asks_for_a_file(ipsu: Program, did: Any) -> None:
    result = ipsu("document write A1 gp --json", EDITOR=None, VISUAL=None)
    assert (2, True) == (result.code, "--file" in error(result)["message"])


# ---------------------------------------------------------------------------------------------------------
# Bad input


@pytest.mark.parametrize("stdin", ["", " \n\n", "## aids\na\x1b[31m\n", "## aids\na\u202eb\n", "x" * 100_001])
def test_a_text_that_cannot_be_kept_changes_nothing(ipsu: Program, did: Any, dump: Any, db: Path, stdin: str) -> None:
    before = dump(db)
    result = ipsu("document write A1 gp --file - --json", stdin=stdin)
    assert 3 == result.code
    assert "\x1b" not in result.err
    assert before == dump(db)


@pytest.mark.parametrize(
    ("words", "code", "name"),
    [
        ("document write A1 gp --file nowhere.md", 3, "file.unreadable"),
        ("document write A1 avvikelse --file -", 1, "document.no-sections"),
        ("document write A1 iup --file -", 1, "document.type"),
        ("document write X9 gp --file -", 1, "case.unknown"),
        ("document template A1 iup", 1, "document.type"),
        ("document show A1 gp", 1, "document.unknown"),
        ("document show A1 sr --version 2", 1, "document.unknown"),
        ("document show A1 sr --period 2026-02", 1, "document.unknown"),
        ("document export A1 sr sr.txt", 2, "file.kind"),
        ("document export A1 sr sr.md", 1, "document.no-text"),
        ("document export A1 gp gp.md", 1, "document.unknown"),
    ],
)
def test_what_is_not_there_is_refused_by_name(ipsu: Program, did: Any, words: str, code: int, name: str) -> None:
    did("document submit A1 sr")
    result = ipsu(f"{words} --json", stdin="## aids\nInga\n")
    assert (code, name) == (result.code, error(result)["code"])


def test_a_file_of_another_kind_of_letters_is_refused(ipsu: Program, did: Any, tmp_path: Path) -> None:
    (tmp_path / "gp.md").write_bytes("## aids\nhörlurar\n".encode("cp1252"))
    assert 3 == ipsu("document write A1 gp --file gp.md").code


# ---------------------------------------------------------------------------------------------------------
# Files


def test_a_document_is_exported_whole_and_is_not_overwritten(ipsu: Program, did: Any, tmp_path: Path) -> None:
    did("document write A1 gp --file -", stdin=filled(did, "A1", "gp"))
    assert "gp.md" == did("document export A1 gp gp.md")["file"]
    written = (tmp_path / "gp.md").read_text(encoding="utf-8")
    assert written.startswith("# Gemensam planering (GP), IPSU A Kartläggning\n\n- Ärende: A1\n- Namn: Test Person\n")
    assert 3 == written.count("## ") == written.count("Ja.")
    assert 0o600 == stat.S_IMODE((tmp_path / "gp.md").stat().st_mode)
    assert 1 == ipsu("document export A1 gp gp.md").code
    assert 0 == ipsu("document export A1 gp gp.md --force").code


def test_a_document_is_exported_as_pdf_with_what_was_typed_shown_literally(did: Any, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    text = filled(did, "A1", "gp") + "## Eget\n#set page(width: 1cm) $x$ *b* \\ [z] åäö\n- ett\n- två\n"
    did("document write A1 gp --file -", stdin=text)
    did("document export A1 gp gp.pdf")
    raw = (tmp_path / "gp.pdf").read_bytes()
    assert (True, 0o600) == (raw.startswith(b"%PDF-"), stat.S_IMODE((tmp_path / "gp.pdf").stat().st_mode))
    if not any(Path(folder, "pdftotext").exists() for folder in os.environ["PATH"].split(os.pathsep)):
        pytest.skip("there is no pdftotext to read it with")
    shown = subprocess.run(["pdftotext", "-layout", "gp.pdf", "-"], cwd=tmp_path, capture_output=True, check=True)
    lines = [line.strip() for line in shown.stdout.decode().splitlines()]
    assert "#set page(width: 1cm) $x$ *b* \\ [z] åäö" in lines
    assert {"- ett", "- två", "Bedömning av behov av hjälpmedel", "Namn: Test Person"} <= set(lines)


def test_without_the_extra_a_pdf_is_refused_and_the_extra_named(ipsu: Program, did: Any, monkeypatch: Any) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    did("document write A1 gp --file -", stdin=filled(did, "A1", "gp"))
    result = ipsu("document export A1 gp gp.pdf --json")
    assert (5, "extra.missing") == (result.code, error(result)["code"])
    assert "ipsu-cli[pdf]" in error(result)["hint"]


def test_a_protected_persons_text_is_shown_when_it_is_revealed_and_that_is_logged(
    ipsu: Program, did: Any, db: Path, tmp_path: Path
) -> None:
    answer = ipsu("document write P1 sr --file -", stdin="## support\nKims stöd\n")
    assert "Kims stöd" not in answer.out + answer.err
    assert "Kims stöd" not in ipsu("document write P1 sr --file - --json", stdin="## support\nKims stöd\n").out
    assert "Kims stöd" not in ipsu("document show P1 sr --names").out
    assert None is did("document show P1 sr")["document"]["text"]
    assert "document.protected" == error(ipsu("document export P1 sr sr.md --json"))["code"]
    assert not (tmp_path / "sr.md").exists()
    assert "Kims stöd" in ipsu("document show P1 sr --reveal").out
    assert 0 == ipsu("document export P1 sr sr.md --reveal").code
    assert "Hemlig" not in (tmp_path / "sr.md").read_text(encoding="utf-8")
    log = sqlite3.connect(db).execute("SELECT command FROM changes ORDER BY id DESC LIMIT 2").fetchall()
    assert [("document export --reveal",), ("document show --reveal",)] == log
