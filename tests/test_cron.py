"""What the pages on cron say runs as cron and systemd run it: by a plain shell, with almost no environment."""

import configparser
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import program

DOCS = program.ROOT / "ipsu_cli" / "docs"
PAGES = {"cron.md": "office", "cron.sv.md": "kontoret"}
TODAY = "2026-11-02"
FIELDS = 5  # minute, hour, day, month, day of the week
UNIT = re.compile(r"```systemd (\S+)\n(.*?)```", re.DOTALL)
pytestmark = pytest.mark.skipif(os.name != "posix", reason="there is no cron")


def lines_of(page: str) -> list[str]:
    """The lines of cron on a page."""
    block = (DOCS / page).read_text(encoding="utf-8").partition("```cron\n")[2].partition("```")[0]
    return block.splitlines()


def units_of(page: str) -> dict[str, str]:
    """The units on a page, by their file names."""
    return dict(UNIT.findall((DOCS / page).read_text(encoding="utf-8")))


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def home(page: str, sample: Path, tmp_path: Path) -> Path:
    """A home with the office of the page in it, and the program where the page says that it is."""
    office = tmp_path / PAGES[page]
    bin = office / ".venv" / "bin"
    bin.mkdir(parents=True)
    shutil.copy2(sample, office / "ipsu.db")
    run = f"IPSU_TODAY={TODAY} PYTHONPATH={program.ROOT} exec {sys.executable} -m ipsu_cli"
    (bin / "ipsu").write_text(f'#!/bin/sh\n{run} "$@"\n', encoding="utf-8")
    (bin / "ipsu").chmod(0o700)
    return tmp_path


def by_cron(line: str, home: Path) -> tuple[int, str]:
    """The exit code of a line, and what cron would mail."""
    command = line.split(maxsplit=FIELDS)[FIELDS].replace(r"\%", "%")
    environment = {"HOME": str(home), "LOGNAME": "kontoret", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(["/bin/sh", "-c", command], env=environment, capture_output=True, cwd=home, timeout=120)
    return done.returncode, (done.stdout + done.stderr).decode()


def test_the_times_are_those_of_cron(page: str) -> None:
    assert 4 == len(lines_of(page))
    for line in lines_of(page):
        for field, most in zip(line.split(maxsplit=FIELDS)[:FIELDS], (59, 23, 31, 12, 7), strict=True):
            assert field == "*" or all(int(number) <= most for number in field.split("-")), line


def test_each_line_does_what_the_page_says(page: str, home: Path) -> None:
    month, overdue, check, copy = (by_cron(line, home) for line in lines_of(page))
    assert (6, True) == (month[0], "2026-10" in month[1])  # something is held back
    assert (6, True) == (overdue[0], "ipsu document" in overdue[1])
    assert [(0, ""), (0, "")] == [check, copy]
    assert {"xlsx", "db"} <= {path.suffix[1:] for path in (home / PAGES[page]).iterdir()}


def test_the_month_again_does_nothing_twice(page: str, home: Path) -> None:
    line = lines_of(page)[0]
    first, again = by_cron(line, home), by_cron(line, home)
    assert (6, 0) == (first[0], again[0])
    assert "month-" in again[1]


def test_a_unit_of_systemd_runs(page: str, home: Path) -> None:
    service = configparser.ConfigParser(interpolation=None)
    service.read_string(units_of(page)["ipsu-month.service"].replace("%h", str(home)))
    command, folder = shlex.split(service["Service"]["ExecStart"]), service["Service"]["WorkingDirectory"]
    done = subprocess.run(command, cwd=folder, env={"HOME": str(home)}, capture_output=True, timeout=120)
    assert 6 == done.returncode, done.stderr
    assert "Ej fakturerat" in done.stdout.decode()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd-analyze")
def test_systemd_takes_the_units(page: str, home: Path) -> None:
    for name, text in units_of(page).items():
        (home / name).write_text(text.replace("%h", str(home)), encoding="utf-8")
    calendar = units_of(page)["ipsu-month.timer"].partition("OnCalendar=")[2].splitlines()[0]
    for line in (["verify", "--man=no", *(str(home / name) for name in units_of(page))], ["calendar", calendar]):
        done = subprocess.run(["systemd-analyze", *line], capture_output=True, text=True, timeout=60)
        assert (0, "") == (done.returncode, done.stderr)
