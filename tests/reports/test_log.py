"""Who has seen a number, when, and of which case."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program

TODAY = "2026-04-01"
MADE = (
    "agreement add U1 --service ips --area Syd --from 2026-01-01",
    "case add P1 --service ips --agreement U1 --personnummer 19850505-2384 --name Bo --queued 2026-03-02 --protected",
    "case add B1 --service ips --agreement U1 --personnummer 19900101-9802 --name Kim --queued 2026-03-02",
    "case show B1",
    "case show P1 --reveal --who Eva",
    "export cases c.csv --reveal --who Lo",
    "case edit B1 --coach Li",
)


@pytest.fixture
def log(ipsu: Program, db: Path) -> Any:
    """The log asked with some words, as the command, the case and who."""
    for words in MADE:
        assert 0 == ipsu(words, today=TODAY).code, words

    def asked(words: str) -> list[tuple[str, str | None, str]]:
        return [(line["command"], line["case"], line["who"]) for line in ipsu(f"log {words} --json").json["log"]]

    return asked


def test_the_log_tells_who_has_seen_a_number(log: Any) -> None:
    seen = [("case show --reveal", "P1", "Eva"), ("export cases --reveal", None, "Lo")]
    assert seen == log("--revealed")


def test_of_a_case_it_tells_those_that_were_about_it_alone(log: Any) -> None:
    assert [("case show --reveal", "P1", "Eva")] == log("P1 --revealed")
    assert [] == log("B1 --revealed")
    assert ("case show --reveal", "P1", "Eva") in log("P1")
