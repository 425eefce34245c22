"""A small office whose every figure can be calculated by hand."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import offices, program
from tests.conftest import Program
from tests.typed import OfficeWith

Run = Callable[..., Any]

PRICED = (
    "agreement add S1 --service ipsu --area Syd --from 2026-01-01",
    "price set S1 ipsu-a 9500 --unit case --from 2026-01-01",
    "price set S1 ipsu-b 450 --unit hour --from 2026-01-01",
    "price set S1 ipsu-b 460 --unit hour --from 2026-04-01",
)
PERSONS = ("19900101-9802", "19850602-9837", "19881123-9840")


@pytest.fixture
def run(ipsu: Program, db: Path) -> Run:
    """`run("case list", today="2026-03-31")`: the JSON of a command that is done."""

    def done(words: str, today: str = "2026-03-31", **env: str) -> Any:
        result = ipsu(f"{words} --json", today=today, **env)
        assert (0, "") == (result.code, result.err), words
        return result.json if result.code == 0 else None

    return done


@pytest.fixture(scope="session")
def spread(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> Path:
    """A folder with one office that holds all, `whole.db`, and the same over three, `office-000.db` and so on."""
    folder = tmp_path_factory.mktemp("spread")
    listed = offices.parts(12, 8)
    offices.make(new_office, folder / "whole.db", listed)
    offices.spread(new_office, folder, listed, 3)
    return folder


@pytest.fixture
def office(run: Run, office_with: OfficeWith, db: Path) -> Run:
    """The agreement S1 with its prices: 9 500 a mapping, 450 an hour, 460 from 1 April."""
    shutil.copy2(office_with(PRICED, "2026-01-02"), db)
    return run


@pytest.fixture
def support(office: Run) -> Callable[..., None]:
    """`support("B1", PERSONS[0], "2026-03-02", "2026-03-22", "2026-W10..2026-W11=20 2026-W12=10")`."""

    def made(case: str, person: str, first: str, last: str, plan: str, more: str = "", filed: str = "") -> None:
        office(
            f"case add {case} --service ipsu-b --personnummer {person} --name 'Kim Ek' --from {first} --to {last}"
            f" --training Svets --training-from 2026-01-07 --training-to 2027-06-30 {more}",
            today="2026-01-07",
        )
        if plan:
            day = filed or first
            office(f"plan set {case} {plan} --submitted {day} --confirmed {day}", today=day)

    return made


@pytest.fixture
def b1(support: Callable[..., None], office: Run) -> Run:
    """B1: 20, 20 and 10 hours in W10, W11 and W12; 32 and 7 hours are delivered."""
    support("B1", PERSONS[0], "2026-03-02", "2026-03-22", "2026-W10..2026-W11=20 2026-W12=10",
            "--gender woman --coach Lo --site Malmö")  # fmt: skip
    office("deliver B1 32 --week 2026-W11", today="2026-03-22")
    office("deliver B1 7 --on 2026-03-18", today="2026-03-22")
    return office


@pytest.fixture
def figures(office: Run) -> Callable[..., dict[str, Any]]:
    """`figures("--month 2026-03")`: the key figures by their codes."""

    def asked(words: str, today: str = "2026-04-30") -> dict[str, Any]:
        return {kpi["code"]: kpi for kpi in office(f"report kpi {words}", today=today)["kpis"]}

    return asked


Ask = Callable[..., Any]


@pytest.fixture(scope="session")
def registers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both registers, made once."""
    folder = tmp_path_factory.mktemp("registers")
    for of in ("uppsala", "ggv"):
        assert 0 == program.run(f"demo --of {of} --dir {of} --lang sv", folder=folder).code
    return folder


@pytest.fixture
def uppsala(registers: Path) -> Ask:
    """`uppsala("report queue --year 2025")`: the answer, on the day of the follow-up."""
    return asking(registers / "uppsala", "2026-03-02")


@pytest.fixture
def ggv(registers: Path) -> Ask:
    return asking(registers / "ggv", "2021-01-15")


def asking(folder: Path, today: str) -> Ask:
    def ask(words: str, code: int = 0) -> Any:
        result = program.run(f"{words} --json", folder=folder, today=today)
        assert code == result.code, result.err
        return result.json if result.code == 0 else None

    return ask
