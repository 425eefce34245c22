"""What a test begins with: commands that were typed before it are typed once in a run of the tests, and copied."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.program import TODAY, Result

# Words, or the day on which they are typed and the words.
Line = str | tuple[str, str]

# The file of an office in which those lines were typed, the plain ones on that day; to be copied, never written to.
OfficeWith = Callable[[tuple[Line, ...], str], Path]


# Types a command that must end with `code`, and gives its JSON: its answer, or its error.
# `did("deliver B1 2 --on 2026-03-10", today="2026-03-22", code=0)`; every other name goes into the environment.
Did = Callable[..., Any]


def did_after(*lines: Line, on: str = TODAY, today: str | None = None) -> Any:
    """The fixture `did` of a file of tests: a new office in which those lines were typed, the plain ones `on` a day;
    what the test types is typed `today` where it says no other day."""

    @pytest.fixture
    def did(ipsu: Callable[..., Result], office_with: OfficeWith, db: Path) -> Did:
        shutil.copy2(office_with(lines, on), db)
        return typed_by(ipsu, today or on)

    return did


def typed_by(ipsu: Callable[..., Result], day: str) -> Did:
    """Types commands on `day` where no other is said."""

    def run(words: str, today: str = day, code: int = 0, **more: Any) -> Any:
        result = ipsu(f"{words} --json", today=today, **more)
        assert code == result.code, (words, result.out, result.err)
        if result.err:
            assert "" == result.out, words
            return json.loads(result.err)["error"]
        return result.json

    return run
