"""The text of SIE files: what code page 437 lacks is written otherwise or refused by name, never lost."""

from pathlib import Path

import pytest

from ipsu_cli.core.problem import Refused
from ipsu_cli.write.sie import field
from tests.conftest import Program


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Västra Svealand", '"Västra Svealand"'),
        ("Va\u0308stra", '"Västra"'),
        ("Uppsala \u2013 Västerås \u2026", '"Uppsala - Västerås ..."'),
        ("\u201dKursen\u201d {ett}", r'"\"Kursen\" {ett}"'),
        ("Søren Šimůnek", '"Sören Simunek"'),
        ("100 €, 3 §", '"100 EUR, 3 par."'),
        ("två\nrader\t\u00a0här", '"två rader här"'),
        ("a\\b", '"a/b"'),
        ("", '""'),
        ("Ábmut Ŋuorjo Šuoŋŋá", '"Abmut Nuorjo Suonná"'),
        ("Жанна Щукина", '"Zhanna Sjtjukina"'),
        ("x" * 49 + " y", '"' + "x" * 49 + '"'),
        ("…" * 20, '"' + "." * 50 + '"'),
    ],
)
def test_text_is_written_in_the_code_page(text: str, written: str) -> None:
    assert written == field(text, "area")
    written.encode("cp437")


@pytest.mark.parametrize(
    ("char", "name"), [("☃", "SNOWMAN"), ("中", "CJK UNIFIED IDEOGRAPH-4E2D"), ("🙂", "SLIGHTLY SMILING FACE")]
)
def test_what_cannot_be_written_is_refused_by_name(char: str, name: str) -> None:
    with pytest.raises(Refused) as refused:
        field(f"Område {char}", "area")
    assert ("area", name) == (refused.value.figures["field"], refused.value.figures["name"])


def test_a_character_that_is_lacking_leaves_no_file(ipsu: Program, db: Path) -> None:
    for words in (
        "agreement add A1 --service ipsu --area 'Syd ☃' --from 2026-01-01",
        "price set A1 ipsu-a 9500 --unit case --from 2026-01-01",
        "case add M1 --service ipsu-a --personnummer 19900101-9802 --name Alva --from 2026-02-09 --to 2026-02-20 "
        "--meeting 2026-02-02 --mapping-agreed --decision 2026-02-03 --training Svets",
        "document submit M1 gp --on 2026-02-10", "document confirm M1 gp --on 2026-02-10",
        "document submit M1 sr --on 2026-02-20", "document confirm M1 sr --on 2026-02-20",
        "deliver M1", "invoice build --month 2026-02",
    ):  # fmt: skip
        assert 0 == ipsu(words, today="2026-03-09").code, words
    result = ipsu("invoice export 2026-0001 x.se", today="2026-03-09")
    assert (1, "") == (result.code, result.out)
    assert "SNOWMAN" in result.err
    assert not (db.parent / "x.se").exists()
    assert 0 == ipsu("invoice export 2026-0001 x.json", today="2026-03-09").code
    assert 1 == ipsu("invoice export 2026-0001 x.json", today="2026-03-09").code
    assert 0 == ipsu("invoice export 2026-0001 x.json --force", today="2026-03-09").code
    assert 0o600 == (db.parent / "x.json").stat().st_mode & 0o777
