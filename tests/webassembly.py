"""A plug-in of pytest for a Python in WebAssembly: `-p tests.webassembly`.

There are no processes, terminals or pipes there: a test that asks for one is skipped. A file has one name there, so a
second name is a copy, which is all that setting an office up needs; the tests of second names themselves are left out.
What was left out is listed in the file that `IPSU_LEFT_OUT` names, a line each, for another Python to run.

What a newer Python does otherwise shows in most tests of a file: one in 72 is run, or one in `IPSU_SHARE`, and of
those that take some ten seconds there none.
"""

import errno
import os
import shutil
import subprocess
from itertools import groupby, islice
from pathlib import Path
from typing import NoReturn

import pytest

LIST = os.environ.get("IPSU_LEFT_OUT")
SHARE = int(os.environ.get("IPSU_SHARE") or 72)
ABSENT = ("fork", "openpty", "mkfifo")
SLOW = ("test_each_file_of_the_corpus", "test_every_krona_stands_in_one_step", "test_what_is_judged_together")
# What is asked of the kernel's own file system: second names, symbolic links, who may read and write.
WHY = "WebAssembly has"
OF_THE_KERNEL = ("tests/write/test_whole_file.py", "a file with two names", "two_names", "second_name")


def pytest_configure() -> None:
    """Stand in for what is missing, for the whole run."""
    patch = pytest.MonkeyPatch()
    patch.setattr(subprocess.Popen, "__init__", absent)
    for name in ABSENT:
        patch.setattr(os, name, absent, raising=False)
    patch.setattr(os, "link", copied, raising=False)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Take the share, and skip what asks of the kernel."""
    files = groupby(list(items), key=lambda item: item.path)
    share = (item for _, tests in files for item in islice(tests, 0, None, SHARE))
    items[:] = [item for item in share if SHARE == 1 or not any(words in item.nodeid for words in SLOW)]
    for item in items:
        if any(words in item.nodeid for words in OF_THE_KERNEL):
            item.add_marker(pytest.mark.skip(reason=f"{WHY} a file system of its own"))


left_out: dict[str, None] = {}  # by their names, in order


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note what is skipped because of where it runs."""
    if report.skipped and WHY in str(report.longrepr):
        left_out[report.nodeid] = None


def pytest_sessionfinish() -> None:
    """Write the list."""
    if LIST:
        Path(LIST).write_text("".join(f"{name}\n" for name in left_out), encoding="utf-8")


def absent(*_: object, **__: object) -> NoReturn:
    pytest.skip(f"{WHY} no processes, terminals or pipes")


def copied(old: str, new: str) -> None:
    if os.path.lexists(new):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(new))
    shutil.copy2(old, new)
