"""The pages again, on offices that are encrypted from their first byte: each command answers the same."""

import re
from functools import partial
from pathlib import Path

import pytest

from tests import encrypted, program
from tests.test_transcripts import ENCRYPTS, PAGES
from tests.transcript import Run, replay
from tests.whole import WHOLE

pytestmark = encrypted.needs_cipher
# What differs is how large a file is: each of its pages has a digest of its own.
SIZE = re.compile(r"\d+ byte")
# One that goes through a month, in the fast tests; of the others each third, in CI's form.
MAKING = ("$ ipsu demo", "$ ipsu init", "$ ipsu restore")
SHORT = ("ipsu_cli/docs/month.md", "ipsu_cli/docs/backup.md")


def plays(page: Path) -> bool:
    """Does the page type commands, and encrypt nothing itself?"""
    text = page.read_text(encoding="utf-8")
    return "$ ipsu " in text and ENCRYPTS not in text


def name_of(page: Path) -> str:
    return page.relative_to(program.ROOT).as_posix()


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, id=name_of(page), marks=[] if name_of(page) in SHORT else pytest.mark.long)
        for place, page in enumerate(filter(plays, PAGES))
        if WHOLE or place % 3 == 0 or name_of(page) in SHORT
    ],
)
def test_a_page_says_what_the_program_answers_of_an_encrypted_office(
    page: Path, tmp_path: Path, demo_once: Run
) -> None:
    written = page.read_text(encoding="utf-8")
    with encrypted.from_the_first_byte():
        replayed = replay(written, tmp_path, partial(demo_once, encrypted=True))
    assert SIZE.sub("SIZE", written) == SIZE.sub("SIZE", replayed)
    offices = [path for path in tmp_path.rglob("*.db*") if path.suffix != ".erased" and path.stat().st_size]
    assert any(words in written for words in MAKING) == bool(offices)
    assert [] == [path for path in offices if not encrypted.is_encrypted(path)]
    assert [] == [path for path in offices if b"CREATE TABLE" in path.read_bytes()]
