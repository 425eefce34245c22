"""Working days, judged by the package `holidays`.

It holds python-dateutil below 3, so it has an environment of its own: IPSU_HOLIDAYS_PYTHON names its Python.
"""

import json
import os
import subprocess
from pathlib import Path

import pytest

from ipsu_cli.core.working_days import holidays
from tests.outside.judges import missing

FIRST, LAST = 2005, 2050
ASK = Path(__file__).with_name("holidays_of_sweden.py")


@pytest.fixture(scope="module")
def judged() -> dict[str, set[str]]:
    """Each day off and its names, as the judge has them."""
    python = os.environ.get("IPSU_HOLIDAYS_PYTHON")
    if not python:
        missing("a Python with the package holidays (IPSU_HOLIDAYS_PYTHON)")
    answered = subprocess.run([python, str(ASK), str(FIRST), str(LAST)], capture_output=True, text=True, check=True)
    return {day: set(names.split("; ")) for day, names in json.loads(answered.stdout).items()}


def test_every_day_off_from_2005_to_2050_is_the_same(judged: dict[str, set[str]]) -> None:
    ours = {day.isoformat() for year in range(FIRST, LAST + 1) for day in holidays(year)}
    assert judged.keys() == ours


def test_every_day_off_has_the_same_names(judged: dict[str, set[str]]) -> None:
    ours = {
        day.isoformat(): set(holiday.name.split(", "))
        for year in range(FIRST, LAST + 1)
        for day, holiday in holidays(year).items()
    }
    assert {} == {day: (judged[day], ours[day]) for day in judged if judged[day] != ours.get(day)}
