"""A code is typed as it is, or as the screen calls it in either language: in every option, argument and column."""

import json
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.core.kind import Kind
from ipsu_cli.core.kinds import RECORDS
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.locale import LANGUAGES, shown
from ipsu_cli.read.fields import read_value
from ipsu_cli.read.kinds import import_kind
from tests.conftest import Program
from tests.program import LONG_AGO
from tests.test_texts import COMMANDS

TODAY = LONG_AGO[0]
SUPPORT = "--from 2026-03-02 --to 2026-03-22 --training Svets --training-from 2026-01-12 --training-to 2026-06-05"


def all_kinds() -> dict[str, Kind[Any]]:
    """Every kind of value, by where one is typed."""
    found = {
        f"{path} {param.name}": param.type.func.kind
        for path, command in COMMANDS.items()
        for param in command.params
        if isinstance(getattr(getattr(param.type, "func", None), "kind", None), Kind)
    }
    return found | {
        f"{name} {column}": fact.kind for name in RECORDS for column, fact in import_kind(name).facts.items()
    }


CODED = {place: kind for place, kind in all_kinds().items() if kind.codes()}


def test_there_are_codes_to_try() -> None:
    assert {"case add gender", "cases gender", "import kind", "target set counts", "report kpi by"} <= CODED.keys()


def words(kind: Kind[Any], code: str) -> set[str]:
    """What a code is called, but for what several codes are called."""
    names = {one: {shown(kind.show(one), lang).lower() for lang in LANGUAGES} for one in kind.codes()}
    shared = {word for one in names for word in names[one] if one != code}
    return names[code] - shared


@pytest.mark.parametrize("place", CODED)
def test_a_word_of_the_screen_is_taken_for_its_code(place: str) -> None:
    kind = CODED[place]
    for code in kind.codes():
        meant = read_value(kind, code, TODAY, place)
        for word in words(kind, code):
            for typed in (word, word.upper(), f" {word.replace(' ', '_')} "):
                assert meant == read_value(kind, typed, TODAY, place), (code, typed)
        for typed in (code.upper(), code.replace("-", "_"), code.replace("_", "-")):
            assert meant == read_value(kind, typed, TODAY, place)


@pytest.mark.parametrize("place", [place for place, kind in CODED.items() if "ipsu-b" not in kind.codes()])
def test_a_refusal_lists_each_code_and_what_it_is_called(place: str) -> None:
    kind = CODED[place]
    with pytest.raises(Unreadable) as caught:
        read_value(kind, "qwerty", TODAY, place)
    listed = shown(caught.value.figures["known"], "sv")
    assert "value.code" == caught.value.code
    assert {code.replace("_", "-") for code in kind.codes()} <= set(listed.replace(" (", ", ").split(", "))
    assert set(kind.codes()) == set(caught.value.details["known"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_are_listed_on_the_screen(ipsu: Program, db: Path, lang: str) -> None:
    result = ipsu("aid lend B1 dator --on 2026-03-02", IPSU_LANG=lang)
    assert 2 == result.code
    assert "headphones (Hörlurar)" in result.err and "laptop (" in result.err
    error = json.loads(ipsu("outcome add B1 jobb --on 2026-03-02 --json", IPSU_LANG=lang).err)["error"]
    assert "employment (anställning), employment-ended (avslutad anställning)" in error["message"]


def test_words_are_taken_from_the_line_and_from_a_file(ipsu: Program, db: Path) -> None:
    ipsu("agreement add S1 --service IPSU --area Norr --from 2026-01-01 --billing Självfakturering")
    (db.parent / "in.csv").write_text(
        "ärende;tjänst;personnummer;namn;kön;from;to;training;training-type;training-from;training-to\n"
        "B1;IPSU B Pedagogiskt stöd;19900101-9802;Prov;Kvinna;2026-03-02;2026-03-22;Svets;arbetsmarknads_utbildning;"
        "2026-01-12;2026-06-05\n".replace("arbetsmarknads_utbildning", "Arbetsmarknadsutbildning"),
        encoding="utf-8",
    )
    assert 0 == ipsu("import Ärenden in.csv").code
    case = ipsu("case show B1 --json").json
    assert ("ipsu-b", "woman", "labour_market_training") == (
        case["service"], case["participant"]["gender"], case["training"]["type"],
    )  # fmt: skip
    assert 0 == ipsu("case close B1 --on 2026-03-08 --reason 'lämnade på egen begäran'").code
    assert "withdrew" == ipsu("case show B1 --json").json["reason"]


def test_a_word_and_its_code_are_the_same_to_a_key(ipsu: Program, db: Path) -> None:
    ipsu("agreement add S1 --service ipsu --area Norr --from 2026-01-01")
    line = f"case add B1 --service ipsu-b --personnummer 19900101-9802 --name Prov {SUPPORT} --key k --json"
    first = ipsu(f"{line} --gender woman").json
    assert {**first, "repeated": True} == ipsu(f"{line} --gender kvinna").json
