"""What is typed is found again: each option of each writing command, set to a value, stands in what shows the thing.

The facts of a case are set one by one, as it is entered and as it is edited; the rest is in `facts.toml`. An option
that is set nowhere here is named by the last test: a fact that some place forgets is not entered and lost.
"""

import json
import shutil
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from ipsu_cli.core.case import Case
from ipsu_cli.core.fact import ADD, ARGUMENT, IMPORT, Fact, facts_of
from ipsu_cli.locale import say
from tests import program
from tests.test_texts import COMMANDS

HERE = Path(__file__).resolve().parent
TODAY = "2026-04-30"
TRAINING = "--training Svets --training-from 2026-01-12 --training-to 2026-12-31"
ELIGIBLE = "--resident --disability --motivated --care-contact psychiatry --consent 2026-01-05"
IPS = f"--service ips --agreement I1 --queued 2026-01-07 {ELIGIBLE}"
PERIOD = "--from 2026-03-02 --to 2026-06-28"
MADE = (
    "agreement add A1 --service ipsu --area Norr --from 2025-01-01",
    "agreement add A2 --service ipsu --area Syd --from 2025-01-01",
    "agreement add R1 --service rusta-matcha --area Norr --from 2025-01-01",
    "agreement add I1 --service ips --area Norr --from 2025-01-01",
    "price set A1 ipsu-b 450 --unit hour --from 2025-01-01",
    "price set A1 ipsu-a 9500 --unit case --from 2025-01-01",
    "price set R1 rusta-matcha 3000 --unit month --from 2025-01-01",
    "case add A0 --service ipsu-a --agreement A1 --personnummer 19900101-9802 --name Alva --from 2026-01-19 "
    "--to 2026-01-30 --training Svets",
    f"case add B1 --service ipsu-b --agreement A1 --personnummer 19900101-9802 --name Alva {PERIOD} {TRAINING}",
    "plan set B1 2026-W10..2026-W12=20 --submitted 2026-03-02 --confirmed 2026-03-03",
    "deliver B1 4 --on 2026-03-02",
    "invoice build --month 2026-03",
    "case add K1 --service rusta-matcha --agreement R1 --personnummer 19941224-9808 --name Cleo --from 2026-02-02 "
    "--to 2026-07-31 --system ka-webb --level B",
    "document submit K1 iup --goal Lager --own-search 20 --supplier 20 --on 2026-02-03",
    "document submit K1 gp --mandatory coachning=4 --mandatory intervju=2 --optional kurs=3 --on 2026-02-05",
    f"case add U1 --personnummer 19991231-9804 --name Dag {IPS}",
    f"case add U2 --personnummer 19750315-2386 --name Eli {IPS} --from 2026-02-02",
    # One case of each family to edit, with nothing in it yet.
    f"case add B9 --service ipsu-b --agreement A1 --personnummer 19880314-9809 --name Bo {PERIOD} {TRAINING}",
    f"case add K9 --service rusta-matcha --agreement R1 --personnummer 19880314-9809 --name Bo {PERIOD} --system msfa",
    "case add U9 --service ips --agreement I1 --personnummer 19880314-9809 --name Bo --queued 2026-01-07 "
    "--consent 2026-01-05",
)
# The facts of a case: what is typed, and what JSON then says. A flag is typed without a value.
IPSU, PLACEMENT, MUNICIPAL = "B9", "K9", "U9"
TYPED: dict[str, tuple[str, str, str]] = {
    "service": (IPSU, "ipsu-b", '"service": "ipsu-b"'),
    "agreement": (IPSU, "A2", '"agreement": "A2"'),
    "personnummer": (IPSU, "19850505-2384", '"personnummer": "19850505-****"'),
    "name": (IPSU, "Fred", '"name": "Fred"'),
    "gender": (IPSU, "man", '"gender": "man"'),
    "protected": (IPSU, "", '"protected": true'),
    "from": (IPSU, "2026-03-16", '"from": "2026-03-16"'),
    "to": (IPSU, "2026-05-31", '"to": "2026-05-31"'),
    "site": (IPSU, "Uppsala", '"site": "Uppsala"'),
    "coach": (IPSU, "Nadia", '"coach": "Nadia"'),
    "officer": (IPSU, "Olga", '"officer": "Olga"'),
    "order": (IPSU, "O-7", '"order": "O-7"'),
    "meeting": (IPSU, "2026-01-02", '"meeting": "2026-01-02"'),
    "mapping-agreed": (IPSU, "", '"mapping_agreed": true'),
    "decision": (IPSU, "2026-01-03", '"decision": "2026-01-03"'),
    "training": (IPSU, "Bygg", '"name": "Bygg"'),
    "training-type": (IPSU, "preparatory-training", '"type": "preparatory_training"'),
    "training-from": (IPSU, "2026-02-09", '"from": "2026-02-09"'),
    "training-to": (IPSU, "2026-11-30", '"to": "2026-11-30"'),
    "training-result": (IPSU, "passed", '"training_result": "passed"'),
    "after": ("B1", "A0", '"after": "A0"'),
    "system": (PLACEMENT, "ka-webb", '"system": "ka-webb"'),
    "extent": (PLACEMENT, "75", '"extent": 75'),
    "level": (PLACEMENT, "C", '"level": "C"'),
    "queued": (MUNICIPAL, "2026-01-09", '"queue": {"from": "2026-01-09"'),
    "resident": (MUNICIPAL, "", '"resident": true'),
    "disability": (MUNICIPAL, "", '"disability": true'),
    "motivated": (MUNICIPAL, "", '"motivated": true'),
    "care-contact": (MUNICIPAL, "primary-care", '"care_contact": "primary_care"'),
    "consent": (MUNICIPAL, "2026-01-06", '"consent": "2026-01-06"'),
    "consent-withdrawn": (MUNICIPAL, "2026-04-28", '"consent_withdrawn": "2026-04-28"'),
    "sus-consent": (MUNICIPAL, "2026-01-08", '"sus_consent": "2026-01-08"'),
    "municipality": (MUNICIPAL, "Enköping", '"municipality": "Enköping"'),
    "preference": (MUNICIPAL, "café", '"preference": "café"'),
    "target-group": (MUNICIPAL, "T4", '"target_group": "T4"'),
    "assistance": (MUNICIPAL, "no", '"assistance": "no"'),
    # Of a case that is closed.
    "closed": ("U2", "2026-04-21", '"closed": "2026-04-21"'),
    "reason": ("U2", "no_progress", '"reason": "no_progress"'),
    "refer-to": ("U2", "AF", '"refer_to": "AF"'),
    "support": ("U2", "se", '"service": "se"'),
}
CLOSED = "case close U2 --on 2026-04-20 --reason referred_on --refer-to FK"
# A case of each family as it is entered, without the fact that is set.
BARE = {
    IPSU: {"service": "ipsu-b", "agreement": "A1", "personnummer": "19850505-2384", "name": "Gun", "from": "2026-03-02",
           "to": "2026-06-28", "training": "Svets", "training-from": "2026-01-12", "training-to": "2026-12-31"},
    PLACEMENT: {"service": "rusta-matcha", "agreement": "R1", "personnummer": "19850505-2384", "name": "Gun",
                "from": "2026-03-02", "to": "2026-06-28", "system": "msfa"},
    MUNICIPAL: {"service": "ips", "agreement": "I1", "personnummer": "19850505-2384", "name": "Gun",
                "queued": "2026-01-07", "consent": "2026-01-05"},
    "B1": {"service": "ipsu-b", "agreement": "A2", "personnummer": "19900101-9802", "name": "Alva",
           "from": "2026-07-06", "to": "2026-07-26"},
}  # fmt: skip
# What is set and not shown by a command of its own, and why.
ELSEWHERE = {
    "--force": "it is about a file",
    "--dry-run": "it is about the run",
    "--apply": "it is about the run",
    "--strict": "it is about the exit code",
    "--excel": "it is about a file",
    "--errors": "it is about a file",
    "--file": "what is written has tests of its own in flows/test_document_write.py",
    "--ready": "it chooses what is delivered",
    "--all": "it chooses what is confirmed",
    "--received": "it chooses what is compared",
    "--period": "it chooses the document, but where a document is filed",
    "--version": "it chooses the document",
}
# Kept in the register, and shown by no command so far; or it chooses what is done.
UNSHOWN = {
    ("case decide", "--on"),
    ("invoice approve", "--agreement"),
    ("invoice approve", "--year"),
    ("invoice approve", "--despite-difference"),
    ("case decide", "--period"),
    ("invoice resolve", "--on"),
    ("document write", "--reason"),
    ("backup", "--age-key"),
    ("backup", "--recipient"),
    ("encrypt", "--keyring"),
    ("encrypt", "--new-key-file"),
    ("restore", "--age-key"),
    ("document confirm", "--month"),
    ("invoice build", "--month"),
    ("invoice build", "--agreement"),
}
# Reasons that stand in the log of the register alone.
LOGGED = (
    "acknowledgement cancel", "agreement edit", "case rename", "case reopen", "contact cancel", "delivery correct",
    "delivery cancel", "document unconfirm",
    "document return", "fidelity cancel", "funding cancel", "invoice cancel", "invoice credit", "invoice unpaid",
    "outcome cancel", "participant correct", "pause cancel", "review cancel", "survey cancel",
)  # fmt: skip
READING = ("list", "find", "log", "show", "history", "template", "export", "excel", "reconcile", "letter", "report",
           "explain", "help", "status", "timesheet", "todo", "week", "calendar", "demo", "init", "import", "bank",
           "check", "query", "browse")  # fmt: skip


class Row(NamedTuple):
    """What is typed, what shows it, and the JSON that stands there, option by option."""

    typed: str
    shown: str
    found: dict[str, str]
    before: list[str] = []


ROWS = [Row(**row) for row in tomllib.loads((HERE / "facts.toml").read_text(encoding="utf-8"))["row"]]
FACTS = [fact for fact in facts_of(Case) if fact.typed not in (ARGUMENT, IMPORT)]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> Path:
    """An office with a case of each family; copied, never written to."""
    folder = tmp_path_factory.mktemp("facts")
    shutil.copy2(new_office, folder / "ipsu.db")
    for line in MADE:
        run(line, folder)
    return folder / "ipsu.db"


@pytest.fixture
def folder(office: Path, tmp_path: Path) -> Path:
    shutil.copy2(office, tmp_path / "ipsu.db")
    return tmp_path


def run(line: str, folder: Path) -> str:
    """The answer as one line of JSON; what is refused fails the test."""
    made = program.run(f"{line} --json", folder=folder, today=TODAY)
    assert (0, "") == (made.code, made.err), f"{line}: {made.err}"
    return json.dumps(made.json, ensure_ascii=False)


def option(name: str, value: str) -> str:
    return f"--{name} {value}".strip()


def typed_of(fact: str) -> tuple[str, str, str]:
    """The row of a fact."""
    assert fact in TYPED, f"{fact}: TYPED in tests/test_facts.py wants a case, a value to type, and its JSON"
    return TYPED[fact]


def shown(ref: str, fact: str) -> str:
    """A person's own facts are shown where they are asked for."""
    return f"case show {ref} --reveal" if fact == "protected" else f"case show {ref}"


@pytest.mark.parametrize("fact", [fact.name for fact in FACTS if fact.typed == ADD])
def test_a_fact_of_a_new_case_is_found_again(fact: str, folder: Path) -> None:
    family, value, found = typed_of(fact)
    options = BARE[family] | {fact: value}
    if fact == "after":
        run("case close B1 --on 2026-04-20 --reason other", folder)
    run("case add N1 " + " ".join(option(name, typed) for name, typed in options.items()), folder)
    assert found in run(shown("N1", fact), folder)


@pytest.mark.parametrize("fact", [fact.name for fact in FACTS])
def test_a_fact_of_an_edited_case_is_found_again(fact: str, folder: Path) -> None:
    ref, value, found = typed_of(fact)
    if ref == "U2" and fact != "support":
        run(CLOSED, folder)
    run(f"case edit {ref} {option(fact, value)}", folder)
    assert found in run(shown(ref, fact), folder)


# The facts of one family of services; each is set on a case of every service.
OF_A_FAMILY = [fact for fact in FACTS if fact.path[0] in ("training", "placement", "referral")]
CASE_OF = {"ipsu-a": "A0", "ipsu-b": IPSU, "rusta-matcha": PLACEMENT, "ips": "U2", "se": "S9", "sed": "D9"}
STARTED = f"--queued 2026-01-07 {ELIGIBLE} --from 2026-02-02"
MORE = (
    "agreement add S1 --service se --area Norr --from 2025-01-01",
    "agreement add D1 --service sed --area Norr --from 2025-01-01",
    f"case add S9 --service se --agreement S1 --personnummer 19940203-9805 --name Siv {STARTED}",
    f"case add D9 --service sed --agreement D1 --personnummer 19850505-2384 --name Gun {STARTED}",
)
# The rows that several facts make.
ROW_OF = {"queued": "queue", "support": "support_service", "training-from": "training_period"}
# A support without a set end is none of those that have one, and nobody waits in a queue for what the agency orders.
REFUSED = {(service, fact) for service in ("ipsu-a", "ipsu-b", "rusta-matcha") for fact in ("support", "queued")}


@pytest.mark.parametrize("fact", OF_A_FAMILY, ids=lambda fact: fact.name)
def test_a_fact_is_shown_whatever_service_it_is_set_on(fact: Fact, folder: Path) -> None:
    """What is taken is shown, to a script and to a person."""
    for line in MORE:
        run(line, folder)
    _, value, found = typed_of(fact.name)
    row = ROW_OF.get(fact.name, fact.row)
    for service, ref in CASE_OF.items():
        edited = program.run(f"case edit {ref} {option(fact.name, value)}", folder=folder, today=TODAY)
        assert (1 if (service, fact.name) in REFUSED else 0) == edited.code, (service, edited.err)
        if edited.code == 0:
            assert found in run(f"case show {ref}", folder), service
            screen = program.run(f"case show {ref}", folder=folder, today=TODAY).out
            assert not row or say(f"column.{row}", "en") in screen, service


def test_a_fact_of_another_family_is_not_shown_of_a_protected_person(folder: Path) -> None:
    run(f"case edit {IPSU} --protected --municipality Enköping", folder)
    assert "unicipality" not in run(f"case show {IPSU}", folder)
    assert '"municipality": "Enköping"' in run(f"case show {IPSU} --reveal", folder)


def test_a_fact_that_is_not_set_has_no_key_on_another_family(folder: Path) -> None:
    assert not {"queue", "support", "eligibility", "municipality"} & json.loads(run(f"case show {IPSU}", folder)).keys()


def test_an_imported_fact_is_found_again(folder: Path) -> None:
    """Every fact of a family in one row; what an edit alone can say is in a row of its own."""
    for family, ref in ((IPSU, "N1"), (PLACEMENT, "N2"), (MUNICIPAL, "N3")):
        mine = {name: value for name, (of, value, _) in TYPED.items() if of == family and name != "after"}
        row = {"case": ref, **BARE[family], **{name: value or "yes" for name, value in mine.items()}}
        row["personnummer"], row["name"] = {
            IPSU: ("19850505-2384", "Fred"), PLACEMENT: ("19991231-9804", "Dag")
        }.get(family, ("19900101-9802", "Alva"))  # fmt: skip
        row |= {"service": BARE[family]["service"], "agreement": BARE[family]["agreement"]}
        (folder / "cases.csv").write_text(";".join(row) + "\n" + ";".join(row.values()) + "\n", encoding="utf-8")
        run("import cases cases.csv", folder)
        answer = run(f"case show {ref} --reveal", folder)
        left_out = ("service", "agreement", "personnummer")
        assert [] == [name for name in mine if name not in left_out and TYPED[name][2] not in answer]


@pytest.mark.parametrize("row", ROWS, ids=[row.typed[:60] for row in ROWS])
def test_what_is_typed_is_found_again(row: Row, folder: Path) -> None:
    for line in row.before:
        run(line, folder)
    answer = run(row.typed, folder)
    if row.shown:
        answer = run(row.shown, folder)
    assert {} == {name: found for name, found in row.found.items() if found not in answer}


def test_every_option_that_writes_is_set_in_some_row() -> None:
    set_here = {("case add", f"--{name}") for name in TYPED} | {("case edit", f"--{name}") for name in TYPED}
    set_here |= {(command_of(row.typed), name) for row in ROWS for name in row.found}
    assert set() == {(path, name) for path, name in writing_options() if (path, name) not in set_here}


def command_of(line: str) -> str:
    """The command's own words of a line."""
    words = line.split()
    return " ".join(words[:2]) if " ".join(words[:2]) in COMMANDS else words[0]


def writing_options() -> list[tuple[str, str]]:
    return [
        (path, param.opts[0])
        for path, command in COMMANDS.items()
        if not (set(path.split()) & set(READING)) and not getattr(command, "commands", None)
        for param in command.params
        if param.param_type_name == "option" and not _elsewhere(path, param.opts[0])
    ]


def _elsewhere(path: str, name: str) -> bool:
    return name in ELSEWHERE or (path, name) in UNSHOWN or (name == "--reason" and path in LOGGED)


def test_a_fact_has_a_row_here_or_is_shown_with_others() -> None:
    def is_lost(fact: Fact) -> bool:
        return not fact.key and fact.name not in ("case", "support")

    assert [] == [fact.name for fact in facts_of(Case) if is_lost(fact)]


def test_a_forgotten_column_is_noticed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The proof that the tests above can fail: a fact whose column is not saved is not found again."""
    from ipsu_cli.store import cases

    kept = cases.kept

    def forgetful(case: Case) -> dict[str, Any]:
        return {name: value for name, value in kept(case).items() if name != "officer"}

    monkeypatch.setattr(cases, "kept", forgetful)
    with pytest.raises(AssertionError):
        test_a_fact_of_an_edited_case_is_found_again("officer", folder)
