"""What is typed to choose among coaches, towns, agreements and services means one in the register, in every command
alike."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from ipsu_cli.office import Office, Typed
from ipsu_cli.parser import app
from tests import program
from tests.conftest import Program

TODAY = "2026-04-01"
MADE = (
    "agreement add IPSU-NM --service ipsu --area Norr --from 2026-01-01",
    "agreement add IPSU-VG --service ipsu --area Väst --from 2026-01-01",
    "price set IPSU-NM ipsu-b 450 --unit hour --from 2026-01-01",
    "case add B1 --service ipsu-b --agreement IPSU-NM --coach Nadia --personnummer 19900101-9802 --name 'Alva Prov' "
    "--site Falun --from 2026-03-02 --to 2026-03-22 --training Svets --training-from 2026-01-12 "
    "--training-to 2026-06-05",
    "case add B2 --service ipsu-b --agreement IPSU-VG --coach 'Åsa Ek' --personnummer 19850602-9837 --name 'Bo Prov' "
    "--site Örebro --from 2026-03-02 --to 2026-03-22 --training Svets --training-from 2026-01-12 "
    "--training-to 2026-06-05",
    "plan set B1 2026-W10..2026-W12=20 --submitted 2026-03-02 --confirmed 2026-03-04",
    "deliver B1 7 --on 2026-03-03",
    "invoice receive --number AF-1 --on 2026-04-01 --total 3937,50 --agreement IPSU-NM",
    "invoice receive --number AF-2 --on 2026-04-01 --total 3937,50 --agreement IPSU-NM",
)
FILTERS = ("--coach", "--agreement", "--service", "--site")
# The commands of which such an option is no filter: it says what is entered.
ENTERS = {
    "case add", "case edit", "agreement add", "agreement edit", "invoice receive", "import",
}  # fmt: skip
# What else a command needs, to be asked with a filter.
REPORTS = ("caseload", "deadlines", "fidelity", "forecast", "funding", "hours", "invoices", "kpi", "queue",
           "rejections", "steering")  # fmt: skip
LINES = {
    **{f"report {name}": f"report {name}" for name in REPORTS},
    "case list": "case list",
    "case hand-over": "case hand-over --to Eva --dry-run",
    "todo": "todo",
    "week": "week 2026-W10",
    "timesheet": "timesheet t.xlsx --week 2026-W10 --force",
    "invoice build": "invoice build --month 2026-03 --dry-run",
    "invoice show": "invoice show --received AF-1",
    "check register": "check register",
    "invoice reject": "invoice reject --received AF-1 --case B2 --why price --reason Fel --not-self-fixable",
    "invoice approve": "invoice approve --received AF-1 --despite-difference",
    "invoice letter": "invoice letter --received AF-2 letter.md",
    "invoice reconcile": "invoice reconcile 2026-0001 --received AF-1",
}
# As it stands in the register, as it may be typed, and what is none.
NAMES = {
    "--coach": ("Åsa Ek", " åSA eK", "Nadja", "Nadia"),
    "--from": ("Nadia", "NADIA", "Nadja", "Nadia"),
    "--agreement": ("IPSU-NM", "ipsu-nm ", "IPSU-NN", "IPSU-NM"),
    "--site": ("Örebro", " öREBRO", "Fahlun", "Falun"),
    "--service": ("ipsu-b", "IPSU_B", "ipsu-bb", "ipsu-b"),
}


def commands(command: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every command by what is typed for it."""
    if hasattr(command, "list_commands"):
        ctx = command.make_context(
            "ipsu", [], obj=Office(Path(), program.LONG_AGO[0], "", Typed()), resilient_parsing=True
        )
        for name in command.list_commands(ctx):
            yield from commands(command.get_command(ctx, name), f"{path} {name}".strip())
    else:
        yield path, command


def filters_of(path: str, command: Any) -> list[str]:
    """The options of a command that choose among what is in the register."""
    names = {name for param in command.params for name in param.opts} & set(FILTERS)
    return sorted(names) + (["--from"] if path == "case hand-over" else [])


FILTERING = [
    (path, option)
    for path, command in commands(get_command(app))
    if path not in ENTERS
    for option in filters_of(path, command)
]


@pytest.fixture(scope="module")
def made_office(new_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filters")
    path = Path(shutil.copy2(new_office, folder / "ipsu.db"))
    for words in MADE:
        result = program.run(words, folder=folder, today=TODAY)
        assert 0 == result.code, (words, result.err)
    return path


@pytest.fixture
def made(made_office: Path, tmp_path: Path) -> Path:
    """An office with two coaches, two agreements, and a self-invoice; and an invoice basis where one is asked for."""
    path = Path(shutil.copy2(made_office, tmp_path / "ipsu.db"))
    assert 0 == program.run("invoice build --month 2026-03", folder=tmp_path, today=TODAY).code
    return path


def test_every_command_that_filters_is_tried() -> None:
    assert set(LINES) == {path for path, _ in FILTERING}


@pytest.mark.parametrize(("path", "option"), FILTERING)
def test_a_filter_means_what_is_in_the_register_whatever_its_capitals(
    ipsu: Program, made: Path, path: str, option: str
) -> None:
    exact, typed, *_ = NAMES[option]
    kept = made.read_bytes()
    answers = []
    for word in (exact, typed):
        result = ipsu([*LINES[path].split(), option, word, "--json"], today=TODAY)
        assert result.code in (0, 6), result.err
        answers.append(
            {**result.json, "file": None, "hand_over": {**result.json.get("hand_over", {}), "from_coach": ""}}
        )
        made.write_bytes(kept)
        (made.parent / "letter.md").unlink(missing_ok=True)
    assert answers[0] == answers[1]


@pytest.mark.parametrize(("path", "option"), FILTERING)
def test_a_filter_that_fits_nothing_is_refused_with_the_nearest(
    ipsu: Program, made: Path, path: str, option: str
) -> None:
    *_, typed, near = NAMES[option]
    before = program.dump(made)
    result = ipsu([*LINES[path].split(), option, typed, "--json"], today=TODAY)
    error = json.loads(result.err)["error"]
    assert (1, "", "filter.unknown") == (result.code, result.out, error["code"])
    assert (option, near) == (error["details"]["option"], error["details"]["near"][0])
    assert near in error["message"] and typed not in error["message"].replace(near, "")
    assert before == program.dump(made)


def test_what_is_typed_to_the_letter_is_meant_before_what_differs_in_capitals(ipsu: Program, made: Path) -> None:
    ipsu("case edit B2 --coach NADIA", today=TODAY)
    listed = {
        word: [case["case"] for case in ipsu(f"case list --coach {word} --json", today=TODAY).json["cases"]]
        for word in ("Nadia", "NADIA", "nadia")
    }
    assert {"Nadia": ["B1"], "NADIA": ["B2"], "nadia": ["B1", "B2"]} == listed


def test_a_town_lists_its_cases_and_tells_of_no_protected_person(ipsu: Program, made: Path) -> None:
    for words in ("case edit B1 --site Falun", "case edit B2 --site Falun --protected"):
        assert 0 == ipsu(words, today=TODAY).code
    assert ["B1"] == [case["case"] for case in ipsu("case list --site falun --json", today=TODAY).json["cases"]]
    refused = ipsu("case list --site Fallun --json", today=TODAY)
    assert (1, "filter.unknown") == (refused.code, json.loads(refused.err)["error"]["code"])


def test_a_service_that_no_case_has_is_one_all_the_same(ipsu: Program, made: Path) -> None:
    assert [] == ipsu("case list --service sed --json", today=TODAY).json["cases"]


def test_a_register_without_coaches_has_none_near(ipsu: Program, db: Path) -> None:
    result = ipsu("todo --coach Nadia --json", today=TODAY)
    assert (1, []) == (result.code, json.loads(result.err)["error"]["details"]["near"])


def test_a_report_of_an_earlier_day_knows_the_coaches_of_that_day(ipsu: Program, made: Path) -> None:
    ipsu("case hand-over --from Nadia --to Eva", today="2026-05-01")
    line = "report caseload --to 2026-03-20 --coach {} --as-of {}"
    for coach, day, code in (("Nadia", "2026-04-30", 0), ("Nadia", "2026-05-01", 1), ("Eva", "2026-04-30", 1)):
        assert code == ipsu(line.format(coach, day), today="2026-05-02").code, (coach, day)


def test_a_report_of_a_town_is_about_its_cases(ipsu: Program, made: Path) -> None:
    def delivered(more: str) -> Any:
        kpis = ipsu(f"report kpi --month 2026-03 {more} --json", today=TODAY).json["kpis"]
        return next(kpi["value"] for kpi in kpis if kpi["code"] == "delivered_hours")

    assert [7, 7, 0, 7] == [delivered(more) for more in (
        "", "--site Falun", "--site Örebro", "--site Falun --site Örebro"
    )]  # fmt: skip


def test_a_refused_town_suggests_none_of_protected_persons_alone(ipsu: Program, made: Path) -> None:
    assert 0 == ipsu("case edit B2 --protected", today=TODAY).code
    refused = json.loads(ipsu("report kpi --site Orebro --json", today=TODAY).err)["error"]
    assert ["Falun"] == refused["details"]["near"]
