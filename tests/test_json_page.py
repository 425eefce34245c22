"""The page `json` has every command, and a field that it has not, or has otherwise, is found."""

from typing import Any

import pytest

from tests import json_page
from tests.test_texts import COMMANDS

LEAVES = {path for path, command in COMMANDS.items() if not hasattr(command, "commands")}
PAGE = json_page.read_page()
KNOWN = {
    "case": {
        "case": "text",
        "extent": "number or null",
        "period.from": "day",
        "rows[].n": "whole number",
        "who": "participant",
    },
    "participant": {"name": "text or null"},
    "case show": {"(the whole)": "case"},
}


def test_every_command_stands_on_the_page_and_every_object_in_a_command() -> None:
    assert LEAVES <= PAGE.keys(), "write it again: python -m tests.json_page"
    nouns = PAGE.keys() - LEAVES
    named = {word for fields in PAGE.values() for kinds in fields.values() for word in kinds.split(" or ")}
    assert nouns == named - {*json_page.KINDS}


@pytest.mark.parametrize(
    ("member", "wrong"),
    [
        ({"extent": 50.5}, 0),
        ({"extent": 50}, 0),
        ({"extent": None}, 0),
        ({"period": {"from": "2026-03-09"}}, 0),
        ({"rows": []}, 0),
        ({"rows": [{"n": 1}]}, 0),
        ({"case": "2026-03-09"}, 0),
        ({"extent": "50"}, 1),
        ({"period": {"from": "March"}}, 1),
        ({"rows": [{"n": 1.5}]}, 1),
        ({"rows": [{"other": 1}]}, 1),
        ({"new": None, "newer": 1}, 2),
        ({"participant": {"name": None}}, 0),
        ({"participant": {"name": 1}}, 1),
    ],
)
def test_what_does_not_fit_is_found(member: dict[str, Any], wrong: int) -> None:
    answer = {"case": "B1", "participant": {"name": "Alva"}, "warnings": [], **member}
    known = {**KNOWN, "case": {**KNOWN["case"], "participant": "participant"}}
    assert wrong == len(json_page.misfits("case show", [answer], known))
