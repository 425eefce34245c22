"""How long a text may be, in every option, argument and column: 200 characters, and 20 000 of what somebody tells."""

import json
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.core.kind import Kind
from ipsu_cli.core.problem import Problem
from ipsu_cli.core.text import LONGEST_FIELD, LONGEST_TEXT
from tests.conftest import Program
from tests.program import LONG_AGO
from tests.test_codes import all_kinds

TODAY = LONG_AGO[0]
# What somebody tells; all else that takes any text is a name, a place, a title or a reference.
TOLD = {"reason", "return-reason", "note", "goal", "preference"}
# Why a case is closed is a code.
CODES_OF_CLOSING = ("cases reason", "case close reason", "case edit reason")
# What is looked up and never kept.
LOOKED_UP = {"deliver case"}
PLACES = {place: kind for place, kind in all_kinds().items() if place not in LOOKED_UP}


def takes(kind: Kind[Any], letters: int) -> bool:
    try:
        return bool(kind.read("å" * letters, TODAY))
    except Problem:
        return False


TEXTS = sorted(place for place, kind in PLACES.items() if takes(kind, 41))


def test_there_are_texts_to_try() -> None:
    assert {"case add coach", "cases name", "contact add note", "agreement add site", "funding title"} <= set(TEXTS)


@pytest.mark.parametrize("place", sorted(PLACES))
def test_nothing_that_is_typed_has_no_end(place: str) -> None:
    assert not takes(PLACES[place], LONGEST_TEXT + 1)


@pytest.mark.parametrize("place", TEXTS)
def test_a_text_is_as_long_as_it_may_be(place: str) -> None:
    told = place.split()[-1] in TOLD and place not in CODES_OF_CLOSING
    most = LONGEST_TEXT if told else LONGEST_FIELD
    assert (True, False) == (takes(PLACES[place], most), takes(PLACES[place], most + 1))


TOO_LONG = "x" * (LONGEST_FIELD + 1)
TYPED = {
    "--who": f"setting set bankgiro 5050-1055 --who {TOO_LONG}",
    "--key": f"setting set bankgiro 5050-1055 --key {TOO_LONG}",
    "VALUE": f"setting set address {TOO_LONG}",
    "coach": f"case list --coach {TOO_LONG}",
    "area": f"agreement add A1 --service ips --area {TOO_LONG} --from 2026-01-01",
}


@pytest.mark.parametrize("option", TYPED)
def test_an_option_that_is_too_long_is_named(option: str, ipsu: Program, db: Path) -> None:
    result = ipsu(f"{TYPED[option]} --json")
    error = json.loads(result.err)["error"]
    assert (2, "value.too-long") == (result.code, error["code"])
    assert option.strip("-") == error["details"]["option"].strip("-")
    assert TOO_LONG not in result.err


def test_the_name_of_an_office_is_no_longer(ipsu: Program) -> None:
    assert 2 == ipsu(f"init --name {TOO_LONG} --orgnr 559999-0008").code
    assert 0 == ipsu(f"init --name {TOO_LONG[1:]} --orgnr 559999-0008").code


def test_a_cell_that_is_too_long_is_refused_by_its_row(ipsu: Program, db: Path) -> None:
    (db.parent / "in.csv").write_text(f"avtal;tjänst;leveransområde;från\nA1;ips;{TOO_LONG};2026-01-01\n")
    result = ipsu("import agreements in.csv", IPSU_LANG="sv")
    assert (3, True) == (
        result.code,
        "Rad 2, kolumn leveransområde: Det som anges för leveransområde har" in result.err,
    )


def test_a_document_is_no_longer_than_a_text(ipsu: Program, db: Path) -> None:
    (db.parent / "sr.md").write_text("ö" * (LONGEST_TEXT * 3))
    assert "text.too-long" in ipsu("document write B1 sr --file sr.md").err
