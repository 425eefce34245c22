"""A file that a released version made is opened by this one, and answers as it did then."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program

OLD = Path(__file__).resolve().parent / "old"
FILES = sorted(path.name.removesuffix(".db.gz") for path in OLD.glob("*.db.gz"))

# The lists that get longer with the program, and what a row of each is known by.
GROWING = {"settings": "name", "kpis": "code"}
# What answers otherwise by now, and why.
LATER = {
    "setting list": "each rate of VAT has accounts of its own",
    "report kpi --year 2026": "stocks of a period that has not ended are those of today",
    "report queue --year 2026": "as report kpi, and the months end with today",
    "todo": "what nobody has typed is asked for too",
}
# The parts that do, of answers that are else the same: final reports have a day, and so have joint plans of mappings;
# the id of a stated total is a number, with what `cancel` takes next to it; what is held says what can be typed;
# weeks without hours are those of the whole plan, not of last week alone.
PARTS_LATER: dict[str, set[str]] = {
    "case show A-101": {"documents"},
    "case show B-115": {"documents"},
    "case show B-126 --today 2026-11-02": {"documents"},
    "document list B-118": {"documents"},
    "status": {"due", "held", "not_entered"},
    "funding list": {"stated"},
    "report funding --year 2026": {"stated"},
}


def answers_of(name: str) -> dict[str, Any]:
    answers: dict[str, Any] = json.loads(gzip.decompress((OLD / f"{name}.json.gz").read_bytes()))
    return answers


ASKED = [pytest.param(name, words, id=f"{name}: {words}") for name in FILES for words in answers_of(name)]


@pytest.fixture
def unpack(tmp_path: Path) -> Any:
    def unpacked(name: str) -> Path:
        path = tmp_path / "ipsu.db"
        path.write_bytes(gzip.decompress((OLD / f"{name}.db.gz").read_bytes()))
        return path

    return unpacked


def kept(old: Any, new: Any) -> Any:
    """What of `new` stands where `old` has something: an answer may get more keys, and a list of GROWING more rows."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {key: kept(old[key], known_rows(key, old[key], new[key])) for key in old if key in new}
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [kept(*pair) for pair in zip(old, new, strict=True)]
    return new


def without_coaches(old: Any, protected: set[str]) -> Any:
    """An old answer without the coaches of protected persons, which are shown no more."""
    if isinstance(old, list):
        return [without_coaches(row, protected) for row in old]
    if not isinstance(old, dict):
        return old
    hides = old.get("case") in protected and "coach" in old
    return {key: None if hides and key == "coach" else without_coaches(own, protected) for key, own in old.items()}


def protected_in(name: str) -> set[str]:
    return {row["case"] for row in answers_of(name)["case list"]["cases"] if row["participant"]["protected"]}


def known_rows(key: str, old: Any, new: Any) -> Any:
    """Of a list that grows the rows that were there."""
    if key not in GROWING:
        return new
    known = {row[GROWING[key]] for row in old}
    return [row for row in new if row[GROWING[key]] in known]


@pytest.mark.parametrize(
    ("new", "same"),
    [
        ({"case": "A", "period": {"to": None}, "kpis": [{"code": "x", "value": 1}]}, True),
        ({"case": "A", "period": {"to": None, "new": 1}, "kpis": [{"code": "y"}, {"code": "x", "value": 1}]}, True),
        ({"case": "A", "period": {"to": 1}, "kpis": [{"code": "x", "value": 1}]}, False),
        ({"case": "A", "period": {}, "kpis": [{"code": "x", "value": 1}]}, False),
        ({"case": "A", "period": {"to": None}, "kpis": [{"code": "x", "value": 2}]}, False),
        ({"case": "A", "period": {"to": None}, "kpis": [{"code": "y", "value": 1}]}, False),
    ],
)
def test_what_is_added_is_no_difference(new: Any, same: bool) -> None:
    old = {"case": "A", "period": {"to": None}, "kpis": [{"code": "x", "value": 1}]}
    assert same == (old == kept(old, new))


def test_a_row_more_of_what_does_not_grow_is_a_difference() -> None:
    assert {"cases": [1]} != kept({"cases": [1]}, {"cases": [1, 2]})


@pytest.mark.parametrize(("name", "words"), ASKED)
def test_an_old_file_answers_as_it_did(name: str, words: str, unpack: Any, ipsu: Program) -> None:
    path = unpack(name)
    assert 0 == ipsu("agreement list").code  # the first question brings an older file up to this version
    before = path.read_bytes()
    answer = ipsu(f"{words} --json", today="2026-11-02", IPSU_LANG="en")
    assert (0, "") == (answer.code, answer.err)
    if words not in LATER:
        was = {key: value for key, value in answers_of(name)[words].items() if key not in PARTS_LATER.get(words, ())}
        was = without_coaches(was, protected_in(name))
        assert was == kept(was, answer.json)
    assert before == path.read_bytes(), "a question changes nothing"


@pytest.mark.parametrize("name", FILES)
def test_an_old_file_takes_what_comes_next(name: str, unpack: Any, ipsu: Program) -> None:
    unpack(name)
    for words in ("case edit U-1 --municipality Söderby", "outcome add U-1 studies_started --on 2026-11-01",
                  "invoice build --month 2026-10", "invoice list"):  # fmt: skip
        answer = ipsu(words, today="2026-11-02")
        assert (0, "") == (answer.code, answer.err), words
