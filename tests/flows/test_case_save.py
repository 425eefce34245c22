"""What stops a case is put right where it is typed: as it is entered, or as it is edited."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program
from tests.program import TODAY

PERSON = "--personnummer 19900101-9802 --name Prov"
AGREEMENTS = tuple(
    f"agreement add {service} --service {service} --area Norr --from 2025-12-01"
    for service in ("ipsu", "ips", "rusta-matcha")
)
# A case, what is left out of it, and how that is taken from one that is there.
STOPPED = [
    ("B-1", "ipsu-b", "", "--from 2026-03-02 --to 2026-03-22", "--to ''", "--from DATE --to DATE"),
    ("R-1", "rusta-matcha", "--from 2026-03-02 --to 2026-08-31", "--system msfa", "--system ''", "--system SYSTEM"),
    ("I-1", "ips", "", "--queued 2026-02-02", "--queued ''", "--queued DATE"),
]


@pytest.fixture
def run(ipsu: Program, db: Path) -> Any:
    for words in AGREEMENTS:
        assert 0 == ipsu(words, today=TODAY).code
    return lambda words: ipsu(f"{words} --json", today=TODAY)


def hint(run: Any, words: str) -> str:
    result = run(words)
    assert 1 == result.code
    return str(json.loads(result.err)["error"]["hint"])


@pytest.mark.parametrize(("ref", "service", "given", "missing", "taken", "option"), STOPPED)
def test_a_new_case_is_entered_with_what_it_lacks(
    run: Any, ref: str, service: str, given: str, missing: str, taken: str, option: str
) -> None:
    command = f"ipsu case add {ref} --service {service} --personnummer PNR --name NAME {option}"
    assert hint(run, f"case add {ref} --service {service} {PERSON} {given}").endswith(command)


@pytest.mark.parametrize(("ref", "service", "given", "missing", "taken", "option"), STOPPED)
def test_a_case_that_is_there_is_edited(
    run: Any, ref: str, service: str, given: str, missing: str, taken: str, option: str
) -> None:
    assert 0 == run(f"case add {ref} --service {service} {PERSON} {given} {missing}").code
    assert hint(run, f"case edit {ref} {taken}").endswith(f"ipsu case edit {ref} {option}")
