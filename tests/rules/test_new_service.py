"""A service or a system is one file, and a type of document one entry: those below are put into a copy of the program,
and go from the case to the invoice, the key figures and the help pages."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import program

PAGE = program.ROOT / "ipsu_cli" / "docs" / "service.md"
FILES = {
    "services/forest.py": """
from ipsu_cli.core.dated import Dated
from ipsu_cli.core.role import Role
from ipsu_cli.rules.model import DocumentType, Service
from ipsu_cli.rules.sources import OFFICE

ROUTE_DAYS = Dated("route-days", ("2026-01-01", 2, OFFICE))

SERVICE = Service(
    label="Forest",
    unit="month",
    units=("month", "result"),
    agreement="woods",
    systems=("lantern",),
    documents=(
        DocumentType(
            "route", Role.PLAN, required=True, due_days=ROUTE_DAYS, options=("mandatory", "optional"), answered=False
        ),
    ),
)
""",
    "systems/lantern.py": """
from ipsu_cli.core.role import Role
from ipsu_cli.rules.model import DocumentType, System

SYSTEM = System(
    label="Lantern",
    billing="self",
    documents=(
        DocumentType("leaf", Role.PERIODIC, required=True, monthly=True, options=("hours",), typed="--hours N=H"),
        DocumentType("summit", Role.RESULT, options=("result", "learned")),
    ),
)
""",
}
# A municipality's service that differs from Supported Education in its name alone.
MUNICIPAL = ("services/sed.py", "services/garden.py", 'agreement="sed"', 'agreement="garden"')

Did = Callable[[str], Any]
Run = Callable[[str], program.Result]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a copy of the program with more services: the page's own, and those above."""
    folder = tmp_path_factory.mktemp("house")
    rules = folder / "ipsu_cli" / "rules"
    shutil.copytree(program.ROOT / "ipsu_cli", folder / "ipsu_cli")
    on_the_page = re.search("```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert on_the_page
    template, copy, old, new = MUNICIPAL
    garden = (rules / template).read_text(encoding="utf-8")
    assert old in garden
    for name, text in {"services/walks.py": on_the_page[1], copy: garden.replace(old, new), **FILES}.items():
        (rules / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def run(house: Path, db: Path) -> Run:
    """A run of that program in a folder with an office."""

    def run_there(words: str) -> program.Result:
        return program.run_process(words, folder=db.parent, today="2026-03-10", PYTHONPATH=str(house))

    return run_there


@pytest.fixture
def did(run: Run) -> Did:
    """What a run answers; it must succeed."""

    def answer_of(words: str) -> Any:
        answer = run(f"{words} --json")
        assert (0, "") == (answer.code, answer.err), words
        return answer.json

    return answer_of


def figures(did: Did, *options: str) -> dict[str, Any]:
    answer = did(" ".join(("report kpi --from 2026-01-01 --to 2026-03-10", *options)))
    return {row["code"]: row for row in answer["kpis"]}


def test_the_service_of_the_page_goes_from_the_case_to_the_invoice(did: Did, run: Run) -> None:
    did("agreement add W --service walks --area Norr --from 2026-01-01")
    did("price set W walks 1200 --unit month --from 2026-01-01")
    did("case add W1 --service walks --personnummer 19900101-9802 --name Test --from 2026-02-02 --to 2026-04-30")
    asked = did("document list W1")["documents"]
    assert [
        ("diary", None, "2026-02-05"),
        ("log", "2026-02", "2026-03-31"),
        ("log", "2026-03", "2026-04-30"),
        ("log", "2026-04", "2026-05-31"),
    ] == [(row["type"], row["period"], row["due"]) for row in asked]
    assert "diary" in [task["type"] for task in did("todo")["todo"]]
    assert "ipsu document submit W1 log --period 2026-02 --hours NAME=HOURS" in run("case show W1").out
    filed = did("document submit W1 diary --activity Skogen --on 2026-02-09")["document"]
    assert (2, "Skogen", True) == (filed["days_late"], filed["activity"], filed["required"])
    did("document submit W1 log --period 2026-02 --hours Skogen=7,5")
    did("document confirm W1 log --period 2026-02")
    did("deliver W1 --month 2026-02")
    (invoice,) = did("invoice build --month 2026-02")["invoices"]
    assert 120000 == invoice["net_ore"]


def test_what_the_service_lacks_is_refused(run: Run) -> None:
    run("agreement add W --service walks --area Norr --from 2026-01-01")
    made = "case add W1 --service walks --personnummer 19900101-9802 --name 'T' --from 2026-02-02 --to 2026-04-30"
    assert 0 == run(made).code
    assert 2 == run("document submit W1 diary --goal Skogen").code
    assert 1 == run("document submit W1 gp").code
    assert 1 == run("price set W walks 1200 --unit hour --from 2026-01-01").code


def test_a_placement_in_a_new_system_goes_from_the_case_to_the_invoice_and_the_key_figures(did: Did) -> None:
    did("agreement add F --service woods --area Norr --from 2026-01-01 --billing self")
    for unit, price in (("month", 3000), ("result", 20000)):
        did(f"price set F forest {price} --unit {unit} --from 2026-01-01")
    made = "--personnummer 19900101-9802 --name Test --from 2026-02-02 --to 2026-02-28"
    did(f"case add F1 --service forest --system lantern {made}")
    did("document submit F1 route --mandatory Path=5 --on 2026-02-03")
    did("document submit F1 leaf --period 2026-02 --hours Path=7,5")
    (form,) = did("report key-in --month 2026-02 --system lantern")["key_in"]
    assert [("lantern", "Path")] == [(form["system"], row["activity"]) for row in form["rows"]]
    did("deliver F1 --month 2026-02")
    did("document submit F1 summit --result work --on 2026-03-02")
    assert "ipsu document confirm F1 summit" in [step["command"] for step in did("case show F1")["next"]]
    did("document confirm F1 summit --on 2026-03-03")
    (invoice,) = did("invoice build --month 2026-03")["invoices"]
    assert 23000_00 == invoice["net_ore"]
    counted = figures(did, "--service forest")
    assert (100, 100) == (counted["results"]["value"], counted["gp_on_time"]["value"])


def test_a_new_service_of_a_municipality_has_its_queue_its_support_and_its_units(did: Did) -> None:
    did("agreement add G --service garden --area Kommunen --from 2026-01-01 --purchaser Kommunen")
    checks = "--resident --disability --motivated --care-contact psychiatry --consent 2026-01-12"
    did(f"case add G1 --service garden --personnummer 19900101-9802 --name Test --queued 2026-01-12 {checks}")
    did("case start G1 --on 2026-02-02 --support ips")
    did("case edit G1 --support garden")
    counted = figures(did, "--service garden")
    assert (1, 1) == (counted["referrals"]["value"], counted["supported"]["value"])
    scores = ",".join(["5"] * 25)
    did(f"fidelity add G --on 2026-02-10 --scores {scores}")
    assert 125 == figures(did)["fidelity_latest"]["value"]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_help_pages_list_what_there_is(run: Run, lang: str) -> None:
    listed = {
        "case add": ("walks", "forest", "garden", "lantern"),
        "agreement add": ("walks", "woods", "garden"),
        "case start": ("garden",),
        "price set": ("walks", "forest", "garden"),
        "report key-in": ("lantern",),
        "document submit": ("diary", "log (period", "route (", "leaf (period", "summit (result"),
    }
    for command, words in listed.items():
        page = " ".join(run(f"{command} --help --lang {lang}").out.split())
        assert [] == [word for word in words if word not in page], command


def test_a_screen_shows_the_code_of_what_has_no_word(run: Run, did: Did) -> None:
    did("agreement add F --service woods --area Norr --from 2026-01-01 --billing self")
    made = "--personnummer 19900101-9802 --name Test --from 2026-02-02 --to 2026-02-28"
    did(f"case add F1 --service forest --system lantern {made}")
    for words in ("case show F1", "case list", "agreement list", "todo", "status", "document list F1", "report kpi"):
        answer = run(words)
        assert (0, "") == (answer.code, answer.err), words
    assert {"forest", "lantern"} <= set(run("case show F1").out.split())
