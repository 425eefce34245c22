"""A personnummer that stands where none belongs: refused in a short field, masked in what somebody tells."""

import shutil
from importlib import import_module
from pathlib import Path

import pytest

from ipsu_cli.core.identity import holds_number
from ipsu_cli.locale import LANGUAGES
from tests import program
from tests.conftest import Program

TODAY = "2026-04-30"
NUMBER = "19941224-9808"
FORMS = (
    "19941224-9808", "199412249808", "941224-9808", "9412249808", "19941224+9808", "941224+9808", "19941224 9808",
    "941224 9808", "1994-12-24-9808", "1994 12 24 9808", "94-12-24-9808", "19941224 - 9808", "19941224\u20139808",
    "19941224\u22129808", "19941224\u00a09808",
    "\uff11\uff19\uff19\uff14\uff11\uff12\uff12\uff14-\uff19\uff18\uff10\uff18",
    "(941224-9808)", "Kim 941224-9808 Ek", "pnr:19941224-9808.",
)  # fmt: skip
COORDINATION = "19941284-9805"
MADE = (
    "init --name 'Stöd i Exempelby AB' --orgnr 559999-0008",
    "agreement add S1 --service ipsu --area Syd --from 2026-01-01",
    "agreement add U1 --service ips --area Väst --from 2024-01-01",
    "case add B1 --service ipsu-b --agreement S1 --personnummer 19900101-9802 --name Kim --from 2026-03-02 "
    "--to 2026-05-31",
    "case add U2 --service ips --agreement U1 --personnummer 19850602-9837 --name Li --queued 2026-03-02",
    "plan set B1 2026-W10..2026-W20=20 --submitted 2026-03-02 --confirmed 2026-03-03",
    "deliver B1 7 --on 2026-03-03",
)
# A line for each short field; `@` is what is typed there.
SHORT = (
    "case edit B1 --coach @", "case edit B1 --officer @", "case edit B1 --order @", "case edit B1 --site @",
    "case edit B1 --training @", "case edit B1 --name @", "case edit U2 --municipality @",
    "case edit U2 --target-group @",
    "case close U2 --on 2026-04-01 --reason referred_on --refer-to @", "case close B1 --on 2026-04-01 --reason @",
    "case reopen B1 --reason @", "case hand-over --from Kim --to @", "plan set B1 2026-W10..2026-W21=20 --reason @",
    "delivery correct 1 6 --reason @", "delivery cancel 1 --reason @", "aid lend B1 laptop --on 2026-03-03 --name @",
    "agreement add @ --service ipsu --area Syd --from 2026-01-01",
    "agreement add S2 --service ipsu --area @ --from 2026-01-01",
    "agreement add S2 --service ipsu --area Syd --from 2026-01-01 --purchaser @",
    "agreement add S2 --service ipsu --area Syd --from 2026-01-01 --purchaser-address @",
    "agreement add S2 --service ipsu --area Syd --from 2026-01-01 --site @",
    "agreement add S2 --service ipsu --area Syd --from 2026-01-01 --vat 0 --vat-exempt-reason @",
    "agreement edit S1 --to 2027-01-01 --reason @", "contact add B1 @ --on 2026-03-03",
    "document submit B1 avvikelse --from 2026-03-04 --to 2026-03-04 --known --reason @",
    "funding add U1 --unit @ --title x --year 2026 --amount 1",
    "funding add U1 --unit x --title @ --year 2026 --amount 1",
    "survey add U1 @ --population ongoing --on 2026-03-02 --asked 1 --answers 'x=1' --positive x",
    "fidelity scale @ --items 3 --min 1 --max 5 --bands 9=fair", "case rename B1 @ --reason x",
    "case add @ --service ips --agreement U1 --personnummer 19850505-2384 --name Bo --queued 2026-03-02",
    "case list --who @",
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("numbers")
    for words in MADE:
        assert 0 == program.run(words, folder=folder, today=TODAY).code, words
    return folder


@pytest.fixture
def office(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy2(made / "ipsu.db", tmp_path / "ipsu.db"))


def typed(line: str, text: str) -> list[str]:
    import shlex

    return [text if word == "@" else word for word in shlex.split(line)]


@pytest.mark.parametrize("line", SHORT)
def test_a_short_field_holds_no_number(ipsu: Program, office: Path, line: str) -> None:
    before = program.dump(office)
    result = ipsu(typed(line, NUMBER), today=TODAY)
    assert result.code in (1, 2), result.out
    assert "9808" not in result.out + result.err
    assert before == program.dump(office)


@pytest.mark.parametrize("text", [*FORMS, COORDINATION])
def test_in_whatever_form_it_is_written(ipsu: Program, office: Path, text: str) -> None:
    for name in ("--coach", "--officer", "--order"):
        result = ipsu(["case", "edit", "B1", name, text, "--json"], today=TODAY)
        assert (2, True) == (result.code, "value.holds-personnummer" in result.err), text


@pytest.mark.parametrize(
    "text",
    ["070-123 45 67", "IN-1", "4500012345", "2026-03-02 - 2026-03-06", "v. 10-12 2026", "941224-9807", "556677-8899"],
)
def test_what_is_no_number_is_taken(ipsu: Program, office: Path, text: str) -> None:
    assert 0 == ipsu(["case", "edit", "B1", "--order", text], today=TODAY).code


@pytest.mark.parametrize("text", FORMS)
def test_what_somebody_tells_is_shown_with_the_number_masked(ipsu: Program, office: Path, text: str) -> None:
    told = f"Ring {text} i morgon"
    assert 0 == ipsu(["contact", "add", "B1", "officer", "--on", "2026-03-04", "--note", told], today=TODAY).code
    assert 0 == ipsu(["case", "edit", "U2", "--preference", told], today=TODAY).code
    for words in ("contact list", "case show B1", "case show U2", "export contacts c.csv", "export cases u.json"):
        for form in ("", " --json"):
            result = ipsu(f"{words}{form} --force" if "export" in words else words + form, today=TODAY)
            assert 0 == result.code, result.err
            assert text not in result.out + result.err
    files = [(office.parent / name).read_text(encoding="utf-8") for name in ("c.csv", "u.json")]
    assert [True, True] == ["****" in file and text not in file for file in files]


def test_a_row_of_a_file_is_refused_by_its_column_without_the_number(ipsu: Program, office: Path) -> None:
    rows = f"case,service,agreement,personnummer,name,queued,coach\nU3,ips,U1,19850505-2384,Bo,2026-03-02,{NUMBER}\n"
    (office.parent / "cases.csv").write_text(rows, encoding="utf-8")
    result = ipsu("import cases cases.csv --json", today=TODAY)
    assert (3, True, False) == (result.code, "value.holds-personnummer" in result.err, "9808" in result.err)


def test_a_person_who_purchases_is_masked(ipsu: Program, office: Path) -> None:
    words = f"agreement add S2 --service ipsu --area Syd --from 2026-01-01 --purchaser Kim --purchaser-orgnr {NUMBER}"
    assert 0 == ipsu(words, today=TODAY).code
    for line in ("agreement show S2", "agreement show S2 --json", "agreement list --json"):
        shown = ipsu(line, today=TODAY).out
        assert ("list" in line or "19941224-****" in shown, "9808" in shown) == (True, False)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_example_of_a_command_has_a_number_on_its_line(lang: str) -> None:
    """It would stand in the shell's history and in the list of processes: `--personnummer -` asks for it."""
    examples = import_module(f"ipsu_cli.locale.{lang}.example").TEXT
    assert [] == [name for name, lines in examples.items() if holds_number(lines)]
    assert any("--personnummer -" in lines for lines in examples.values())
