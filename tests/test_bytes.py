"""Bytes that are no text in UTF-8, in any word of any command: refused or taken, never a fault of the program."""

import os
import shlex
from pathlib import Path

import pytest

from tests.conftest import Program
from tests.test_help_page import LEAVES, lines_of

BYTES = os.fsdecode(b"x\xe4\xff")
LINES = sorted({line.removeprefix("ipsu ") for path in LEAVES for line in lines_of(path, "en")[1][:1]})
OFFICE = (
    "agreement add IPSU-1 --service ipsu --area Norr --from 2026-01-01",
    "case add A-101 --service ipsu-a --personnummer 19900101-9802 --name Bo --from 2026-03-02 --to 2026-12-31",
)


@pytest.mark.parametrize("line", LINES)
def test_bytes_that_are_no_text_are_no_fault(line: str, db: Path, ipsu: Program) -> None:
    for made in OFFICE:
        assert 0 == ipsu(made).code
    words = shlex.split(line)
    for place in range(len(words)):
        for typed in (BYTES, words[place] + BYTES):
            result = ipsu([*words[:place], typed, *words[place + 1 :], "--yes"], today="2026-11-02")
            assert result.code in (0, 1, 2, 3, 4, 5, 6), (typed, result.err)


def test_bytes_in_what_stands_everywhere_are_no_fault(db: Path, ipsu: Program) -> None:
    for option in ("--db", "--today", "--lang", "--key", "--who"):
        result = ipsu(
            ["agreement", "add", "A1", "--service", "ipsu", "--area", "N", "--from", "2026-01-01", option, BYTES]
        )
        assert result.code in (0, 2, 4), (option, result.err)
