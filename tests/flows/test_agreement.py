"""Agreements: several services in one, what is changed and what stands, and how they are shown."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program
from tests.damage import write_behind

TODAY = "2026-04-01"
NEW = "agreement add A1 --service ipsu --area Norr --from 2026-01-01 --purchaser Arbetsförmedlingen"
SUPPORT = "--training Svets --training-from 2026-01-12 --training-to 2026-12-31 --from 2026-03-02 --to 2026-05-29"
INVOICED = (
    "price set A1 ipsu-b 450 --unit hour --from 2026-01-01",
    f"case add B1 --service ipsu-b --personnummer 19900101-9802 --name Prov {SUPPORT}",
    "plan set B1 2026-W10..2026-W22=20 --submitted 2026-03-02 --confirmed 2026-03-02",
    "deliver B1 7 --on 2026-03-10",
)


@pytest.fixture
def did(ipsu: Program, db: Path) -> Any:
    """The answer of a command that is done."""

    def done(words: str, today: str = TODAY) -> Any:
        result = ipsu(f"{words} --json", today=today)
        assert (0, "") == (result.code, result.err), words
        return result.json

    return done


@pytest.fixture
def refused(ipsu: Program, db: Path) -> Any:
    """The exit code and the error of a command that is refused."""

    def error(words: str) -> tuple[int, Any]:
        result = ipsu(f"{words} --json", today=TODAY)
        assert "" == result.out
        return result.code, json.loads(result.err)["error"]

    return error


@pytest.fixture
def invoiced(did: Any) -> None:
    """A1 has an invoice, 2026-0001."""
    for words in (NEW, *INVOICED, "invoice build --month 2026-03"):
        did(words)


# Several services


def test_an_agreement_covers_all_the_services_that_are_named(did: Any) -> None:
    agreement = did("agreement add U1 --service ips --service sed --service ips --area Uppsala --from 2026-01-01")
    assert ["ips", "sed"] == agreement["agreement"]["services"]
    assert [agreement["agreement"]] == did("agreement list")["agreements"]


def test_a_case_finds_the_agreement_that_covers_its_service(did: Any, refused: Any) -> None:
    did("agreement add U1 --service ips --service sed --area Uppsala --from 2026-01-01")
    did("agreement add S1 --service se --service ipsu --area Uppsala --from 2026-01-01")
    person = "--personnummer 19991231-9804 --name Dag --queued 2026-03-02"
    for service, agreement in (("ips", "U1"), ("sed", "U1"), ("se", "S1")):
        assert agreement == did(f"case add {service} --service {service} {person}")["agreement"]
    code, error = refused(f"case add X --service ips {person.replace('19991231-9804', '19900101-9802')} --agreement S1")
    assert (1, "case.agreement-service") == (code, error["code"])


def test_a_price_is_for_a_service_that_the_agreement_covers(did: Any, refused: Any) -> None:
    did("agreement add A1 --service rusta-matcha --service ipsu --area Norr --from 2026-01-01")
    did("price set A1 ipsu-b 450 --unit hour --from 2026-01-01")
    did("price set A1 rusta-matcha 3000 --unit month --from 2026-01-01")
    did("agreement add U1 --service ips --area Norr --from 2026-01-01")
    code, error = refused("price set U1 ipsu-b 450 --unit hour --from 2026-01-01")
    assert (1, "price.service") == (code, error["code"])


def test_a_unit_on_several_services_counts_once_and_in_no_part(did: Any) -> None:
    did("agreement add U1 --service ipsu --service ips --service sed --area Uppsala --from 2026-01-01")
    did(f"fidelity add U1 --on 2026-02-02 --scores {','.join(['4'] * 25)}")
    for service in ("", "--service sed", "--service ips"):
        report = did(f"report kpi {service} --by service")
        (fidelity,) = [kpi for kpi in report["kpis"] if kpi["code"] == "fidelity_latest"]
        assert 100 == fidelity["value"]
        assert {"unspecified"} == fidelity["breakdown"]["service"].keys()
    assert ["U1"] == [unit["agreement"] for unit in did("report fidelity --service sed")["units"]]


def test_a_file_names_several_services_and_comes_back_as_it_was(did: Any, db: Path) -> None:
    (db.parent / "a.csv").write_text("agreement;service;area;from\nU1;ips|sed;Uppsala;2026-01-01\n")
    assert 1 == did("import agreements a.csv")["import"]["added"]
    assert ["ips", "sed"] == did("agreement show U1")["agreement"]["services"]


# What is entered


def test_the_rates_of_vat_are_four(did: Any, refused: Any) -> None:
    for n, rate in enumerate(("25", "12", "6", "25%")):
        agreement = did(f"agreement add A{n} --service ipsu --area Norr --from 2026-01-01 --vat {rate}")
        assert int(rate.rstrip("%")) == agreement["agreement"]["vat"]
    for rate in ("13", "24.99", "6.5", "100", "x", "-6"):
        code, error = refused(f"{NEW} --vat={rate}")
        assert (2, "--vat") == (code, f"--{error['details']['option']}")


def test_a_cost_centre_is_given_or_made_and_never_shared(did: Any, refused: Any) -> None:
    def centre(words: str) -> Any:
        return did(f"agreement {words}")["agreement"]["cost_centre"]

    made = "--service ipsu --area Norr --from 2026-01-01"
    assert "SODRA1" == centre(f"add Södra-10 {made}")
    assert "SODRA2" == centre(f"add Södra-11 {made}")
    assert "K7" == centre(f"add A1 {made} --cost-centre k7")
    code, error = refused(f"agreement add A2 {made} --cost-centre K7")
    assert (1, "agreement.cost-centre", "A1") == (code, error["code"], error["details"]["other"])
    for typed in ("ABCDEFG", "A-1", "ÅÄÖ", "A B"):
        assert (2, "value.cost-centre") == (refused(f"{NEW} --cost-centre '{typed}'")[0], "value.cost-centre")
    assert "A1" == centre("edit A1 --cost-centre '' --reason x")


def test_an_agreement_of_an_earlier_version_has_a_cost_centre(did: Any, db: Path) -> None:
    did(NEW.replace("A1", "NORR-1"))
    write_behind(db, "UPDATE agreements SET cost_centre = NULL", seals=True)
    assert "NORR1" == did("agreement show NORR-1")["agreement"]["cost_centre"]
    assert "NORR12" == did(NEW.replace("A1", "NORR.1"))["agreement"]["cost_centre"]


# What is changed


def test_to_prolongs_and_an_empty_value_takes_away(did: Any) -> None:
    did(f"{NEW} --to 2026-12-31 --site Lund --site Malmö --billing peppol --payout worked")
    assert "2027-12-31" == did("agreement edit A1 --to 2027-12-31 --reason Förlängt")["agreement"]["to"]
    edited = did("agreement edit A1 --to '' --site '' --purchaser '' --billing '' --payout '' --reason x")["agreement"]
    assert [None, [], None, "self", "created"] == [
        edited[key] for key in ("to", "sites", "purchaser", "billing", "payout")
    ]
    assert edited == did("agreement show A1")["agreement"]


@pytest.mark.parametrize("option", ["--from", "--area", "--service"])
def test_what_an_agreement_cannot_do_without_is_not_taken_away(did: Any, refused: Any, option: str) -> None:
    did(NEW)
    code, error = refused(f"agreement edit A1 {option} '' --reason x")
    assert (2, "option.empty") == (code, error["code"])


def test_a_change_has_a_reason_which_is_kept(did: Any, refused: Any, db: Path) -> None:
    did(NEW)
    assert 2 == refused("agreement edit A1 --area Syd")[0]
    assert 2 == refused("agreement edit A1 --area Syd --reason ''")[0]
    did("agreement edit A1 --area Syd --reason 'Nytt område'")
    conn = sqlite3.connect(db)
    assert [("Nytt område", 1)] == conn.execute("SELECT text, agreement_id FROM reasons").fetchall()
    assert [("Norr",)] == conn.execute("SELECT area FROM agreements_past").fetchall()
    conn.close()


def test_an_edit_that_changes_nothing_says_so(did: Any, ipsu: Program) -> None:
    did(NEW)
    assert "was so already" in ipsu("agreement edit A1 --area Norr --reason x", IPSU_LANG="en").out


def test_an_agreement_that_there_is_not_is_not_changed_or_shown(refused: Any) -> None:
    for words in ("agreement edit A9 --area x --reason x", "agreement show A9"):
        code, error = refused(words)
        assert (1, "agreement.unknown") == (code, error["code"])


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--area", "Syd"),
        ("--service", "ips"),
        ("--purchaser", "Kommunen"),
        ("--billing", "peppol"),
        ("--vat", "12"),
    ],
)
def test_what_invoices_rest_on_stands(invoiced: None, did: Any, refused: Any, option: str, value: str) -> None:
    before = did("agreement show A1")
    code, error = refused(f"agreement edit A1 {option} {value} --reason x")
    assert (1, "agreement.invoiced") == (code, error["code"])
    assert "2026-0001" in error["message"]
    assert ([option], ["2026-0001"]) == (error["details"]["options"], error["details"]["invoices"])
    assert before == did("agreement show A1")
    did(f"agreement edit A1 {option} {value if option == '--x' else before_value(before, option)} --reason x")


def before_value(shown: Any, option: str) -> str:
    """What the agreement says already, which may be typed again."""
    value = shown["agreement"]["services" if option == "--service" else option[2:]]
    return str(value[0] if isinstance(value, list) else value)


def test_all_else_is_changed_under_an_agreement_with_invoices(invoiced: None, did: Any) -> None:
    edited = did(
        "agreement edit A1 --from 2025-12-01 --to 2027-12-31 --payout worked --site Lund --cost-centre K9 "
        "--purchaser-orgnr 202100-2114 --purchaser-address 'Box 1' --reason x"
    )
    assert ["2026-0001"] == did("agreement show A1")["invoices"]
    assert "202100-2114" == edited["agreement"]["purchaser_orgnr"]


def test_a_service_with_cases_goes_on_being_covered(did: Any, refused: Any) -> None:
    for words in (NEW, *INVOICED):
        did(words)
    code, error = refused("agreement edit A1 --service ips --reason x")
    assert (1, "agreement.service-used", ["ipsu"]) == (code, error["code"], error["details"]["services"])
    assert ["ips", "ipsu"] == did("agreement edit A1 --service ips --service ipsu --reason x")["agreement"]["services"]


def test_an_end_before_what_is_delivered_is_told(did: Any, ipsu: Program) -> None:
    for words in (NEW, *INVOICED, "deliver B1 7 --on 2026-03-11"):
        did(words)
    for day, found in (("2026-03-11", []), ("2026-03-10", ["agreement.delivered-later"])):
        result = ipsu(f"agreement edit A1 --to {day} --reason x --json", today=TODAY)
        assert (0, found) == (result.code, [warning["code"] for warning in result.json["warnings"]])


def test_a_first_day_after_what_is_delivered_is_told(did: Any, ipsu: Program) -> None:
    for words in (NEW, *INVOICED):
        did(words)
    for day, found in (("2026-03-10", []), ("2026-03-11", ["agreement.delivered-earlier"])):
        result = ipsu(f"agreement edit A1 --from {day} --reason x --json", today=TODAY)
        assert (0, found) == (result.code, [warning["code"] for warning in result.json["warnings"]])


def test_a_delivery_after_the_agreement_is_told(did: Any, ipsu: Program) -> None:
    for words in (f"{NEW} --to 2026-03-10", *INVOICED):
        did(words)
    result = ipsu("deliver B1 7 --on 2026-03-11 --json", today=TODAY)
    assert (0, ["delivery.after-agreement"]) == (result.code, [warning["code"] for warning in result.json["warnings"]])


# What ends

RENEWED = "ipsu agreement edit A1 --to DATE --reason TEXT"


@pytest.mark.parametrize(
    ("today", "left"), [("2026-10-01", None), ("2026-10-02", 90), ("2026-12-31", 0), ("2027-01-01", None)]
)
def test_an_agreement_that_ends_within_90_days_is_told(did: Any, today: str, left: int | None) -> None:
    did(f"{NEW} --to 2026-12-31")
    did("agreement add A2 --service ipsu --area Syd --from 2026-01-01")
    rows = did("todo --kind agreement", today)["todo"]
    ending = did("status", today)["ending"]
    if left is None:
        assert [] == rows == ending
        return
    (row,) = rows
    assert ("agreement", None, None, "2026-12-31", RENEWED, False) == tuple(
        row[key] for key in ("kind", "case", "type", "due", "command", "overdue")
    )
    assert "A1" in row["message"]
    assert [{"agreement": "A1", "to": "2026-12-31", "days_left": left, "cases": 0, "command": RENEWED}] == ending


def test_an_agreement_that_has_ended_is_told_while_it_has_open_cases(did: Any) -> None:
    for words in (f"{NEW} --to 2026-03-20", *INVOICED):
        did(words)
    (row,) = did("todo --kind agreement")["todo"]
    assert row["overdue"]
    assert [(-12, 1)] == [(row["days_left"], row["cases"]) for row in did("status")["ending"]]
    did("case close B1 --on 2026-03-20 --reason other")
    assert [] == did("todo --kind agreement")["todo"] == did("status")["ending"]


def test_an_end_is_due_by_the_day_asked_for_and_is_no_coachs(did: Any) -> None:
    did(f"{NEW} --to 2026-12-31")
    assert [] == did("todo --until 2026-12-30")["todo"]
    assert ["agreement"] == [row["kind"] for row in did("todo --until 2026-12-31")["todo"]]
    did("case add A --service ipsu-a --personnummer 19900101-9802 --name A --from 2026-12-01 --to 2026-12-09 --coach X")
    assert [] == did("todo --kind agreement --until 2026-12-31 --coach X")["todo"]


def test_an_end_stands_in_the_calendar_under_a_name_that_never_changes(did: Any, ipsu: Program, db: Path) -> None:
    did(f"{NEW} --to 2026-12-31")
    made = []
    for day in ("2026-10-02", "2026-11-02"):
        assert 0 == ipsu("todo --ics t.ics --force", today=day, IPSU_LANG="en").code
        made.append((db.parent / "t.ics").read_text())
    assert all("SUMMARY:A1: " in calendar and "20261231" in calendar for calendar in made)
    uids = [[line for line in calendar.splitlines() if line.startswith("UID")] for calendar in made]
    assert uids[0] == uids[1]
    assert "A1" not in uids[0][0]


# What is shown


def test_an_agreement_is_shown_with_its_prices(did: Any, ipsu: Program) -> None:
    did(f"{NEW} --service ips --site Lund")
    did("price set A1 ipsu-b 450 --unit hour --from 2026-01-01")
    did("agreement add A2 --service ipsu --area Syd --from 2026-01-01")
    did("price set A2 ipsu-b 460 --unit hour --from 2026-01-01")
    shown = did("agreement show A1")
    assert [45000] == [price["amount_ore"] for price in shown["prices"]]
    assert [] == shown["invoices"]
    text = ipsu("agreement show A1", IPSU_LANG="en").out
    for words in ("IPSU, IPS", "Norr", "Arbetsförmedlingen", "Lund", "25 %", "450.00"):
        assert words in text, text


def test_an_office_has_an_address_from_the_start_or_later(ipsu: Program) -> None:
    def address() -> Any:
        settings = ipsu("setting list --json").json["settings"]
        return next(setting["value"] for setting in settings if setting["name"] == "address")

    made = ipsu("init --name 'Stöd AB' --orgnr 559999-0008 --address 'Storgatan 1, 123 45 Ort' --json")
    assert "Storgatan 1, 123 45 Ort" == made.json["office"]["address"] == address()
    assert 0 == ipsu("setting set address 'Box 2'").code
    assert "Box 2" == address()
    assert 2 == ipsu("init --name x --orgnr 559999-0008 --address '' --db new.db").code


# Who a service is for


def test_who_the_services_are_for_is_shown_as_the_sources_have_it(ipsu: Program, db: Path) -> None:
    ipsu("agreement add M1 --service ips --service sed --service se --area Norr --from 2026-01-01")
    shown = ipsu("agreement show M1 --json", today=TODAY).json["requirements"]
    every = ["resident", "disability", "motivated", "care_contact", "consent"]
    assert [("ips", "18-65", every), ("se", None, []), ("sed", "18-60", every)] == [
        tuple(row.values()) for row in shown
    ]
    text = ipsu("agreement show M1", today=TODAY).out
    assert "Who the services are for" in text
    assert [] == ipsu("agreement add N1 --service ipsu --area Norr --from 2026-01-01 --json").json["warnings"]
    assert [] == ipsu("agreement show N1 --json").json["requirements"]


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        ("M1 ips --ages 65-18", 2, "value.ages"),
        ("M1 ips --ages grown-up", 2, "value.ages"),
        ("M1 ips --check height", 2, "value.code"),
        ("M1 ips --check none --check consent", 2, "option.together"),
        ("M1 sed --ages 18-60", 1, "agreement.no-requirement"),
        ("M1 ipsu --ages 18-60", 1, "agreement.no-requirement"),
        ("M9 ips --ages 18-60", 1, "agreement.unknown"),
    ],
)
def test_what_an_agreement_cannot_require(ipsu: Program, db: Path, words: str, code: int, error: str) -> None:
    ipsu("agreement add M1 --service ips --area Norr --from 2026-01-01")
    result = ipsu(f"agreement require {words} --json", today=TODAY)
    assert code == result.code
    assert f'"code": "{error}"' in result.err


@pytest.mark.parametrize(
    ("typed", "checks"), [("inga", []), ("Samtycke", ["consent"]), ("care contact", ["care_contact"])]
)
def test_what_the_screen_calls_a_check_is_taken_for_it(ipsu: Program, db: Path, typed: str, checks: list[str]) -> None:
    ipsu("agreement add M1 --service ips --area Norr --from 2026-01-01")
    answer = ipsu(["agreement", "require", "M1", "ips", "--check", typed, "--json"], today=TODAY)
    assert checks == answer.json["requirement"]["checks"]


def test_a_refused_check_is_told_what_each_is_called(ipsu: Program, db: Path) -> None:
    ipsu("agreement add M1 --service ips --area Norr --from 2026-01-01")
    assert "none (inga)" in ipsu("agreement require M1 ips --check x", today=TODAY).err


def test_a_file_of_requirements_is_what_was_typed(ipsu: Program, db: Path, tmp_path: Path) -> None:
    """Columns are the names of what is typed; the same file again adds nothing, another one changes."""

    def brought_in(*rows: str) -> list[int]:
        (tmp_path / "in.csv").write_text("\n".join(["avtal;tjänst;åldrar;krav", *rows]), encoding="utf-8")
        answer = ipsu("import requirements in.csv --json", today=TODAY)
        assert 0 == answer.code, answer.err
        return [answer.json["import"][key] for key in ("added", "known", "changed")]

    ipsu("agreement add M1 --service ips --service se --area Norr --from 2026-01-01", today=TODAY)
    rows = ("M1;ips;none;resident|Consent", "M1;se;18-29;")
    assert [[2, 0, 0], [0, 2, 0]] == [brought_in(*rows), brought_in(*rows)]
    shown = ipsu("agreement show M1 --json", today=TODAY).json["requirements"]
    assert [
        {"service": "ips", "ages": None, "checks": ["resident", "consent"]},
        {"service": "se", "ages": "18-29", "checks": []},
    ] == shown
    assert [0, 0, 1] == brought_in("M1;ips;;none")
    again = ipsu("agreement require M1 ips --check none --json", today=TODAY)
    assert {"service": "ips", "ages": None, "checks": []} == again.json["requirement"]


@pytest.mark.parametrize(
    ("row", "column", "error"),
    [
        ("M1;sed;18-60;", None, "agreement.no-requirement"),
        ("M9;ips;18-60;", "agreement", "agreement.unknown"),
        ("M1;ips;65-18;", "ages", "value.ages"),
        ("M1;ips;;none|consent", None, "option.together"),
    ],
)
def test_a_row_that_cannot_be_required_is_told_by_its_row(
    ipsu: Program, db: Path, tmp_path: Path, row: str, column: str | None, error: str
) -> None:
    ipsu("agreement add M1 --service ips --area Norr --from 2026-01-01", today=TODAY)
    (tmp_path / "in.csv").write_text(f"agreement;service;ages;check\n{row}\n", encoding="utf-8")
    answer = ipsu("import requirements in.csv --json", today=TODAY)
    told = json.loads(answer.err)["error"]["details"]["errors"]
    assert (3, [(2, column, error)]) == (answer.code, [(own["row"], own["column"], own["code"]) for own in told])


def test_what_was_required_before_stands_in_the_past(ipsu: Program, db: Path) -> None:
    ipsu("agreement add M1 --service ips --area Norr --from 2026-01-01", today=TODAY)
    for ages in ("18-29", "18-29", "16-29"):
        assert 0 == ipsu(f"agreement require M1 ips --ages {ages}", today=TODAY).code
    conn = sqlite3.connect(db)
    assert [("18-29",)] == conn.execute("SELECT ages FROM requirements_past").fetchall()
    conn.close()
    assert "16-29" == ipsu("agreement show M1 --json", today=TODAY).json["requirements"][0]["ages"]
