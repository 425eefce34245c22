"""The worked examples of the sources, typed as an office types them, and every figure compared exactly."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program
from tests.typed import Did, did_after

PRICES = (
    "agreement add IPSU-1 --service ipsu --area 'Västra Svealand' --from 2025-01-01 --vat 25",
    "agreement add IPSU-0 --service ipsu --area 'Norra Norrland' --from 2024-01-01 --to 2024-12-31",
    "price set IPSU-1 ipsu-a 9500 --unit case --from 2025-01-01",
    "price set IPSU-1 ipsu-b 450 --unit hour --from 2025-01-01",
)
MAPPED = (
    "case add A0 --service ipsu-a --personnummer 19900101-9802 --name 'Test Person' --meeting 2026-01-26 "
    "--from 2026-02-02 --to 2026-02-13 --mapping-agreed --decision 2026-01-28 --training Svetsare",
    "document submit A0 sr --on 2026-02-16",
    "document confirm A0 sr --on 2026-02-18",
)
TRAINING = "--training Svetsare --training-type labour-market-training --training-from 2026-01-12"
SUPPORT = (
    "case add B1 --service ipsu-b --personnummer 19900101-9802 --name 'Test Person' --after A0 "
    f"--from 2026-03-02 --to {{to}} {TRAINING} --training-to 2026-06-05"
)
B1_PLAN = (
    "plan set B1 2026-W10..2026-W11=20 2026-W12=10 --submitted 2026-03-02 --confirmed 2026-03-04 --today 2026-03-04"
)
NO_SHOW = (
    "case add A1 --service ipsu-a --personnummer 19850505-2384 --name 'Annan Person' --meeting 2026-01-12 "
    "--mapping-agreed --decision 2026-01-14 --from 2026-01-19 --to 2026-01-30 --training Svetsare",
    "document submit A1 gp --on 2026-01-20",
    "document confirm A1 gp --on 2026-01-22",
    "document submit A1 sr --no-mapping --on 2026-02-02",
)


did = did_after(*PRICES, on="2026-03-22")


@pytest.fixture
def refused(ipsu: Program, dump: Callable[[Path], str], db: Path) -> Did:
    """Types a command that must be refused by a rule and change nothing, and gives the error."""

    def run(words: str, today: str = "2026-03-22") -> Any:
        before = dump(db)
        result = ipsu(f"{words} --json", today=today)
        assert (1, "") == (result.code, result.out), words
        assert before == dump(db)
        return json.loads(result.err)["error"]

    return run


def support(did: Did, to: str = "2026-03-22") -> None:
    """Fixture B1: support in three weeks, 20, 20 and 10 hours, after a mapping with a confirmed report."""
    for words in (*MAPPED, SUPPORT.format(to=to)):
        did(words)
    if to == "2026-03-22":
        did(B1_PLAN)


def sums(plan: dict[str, Any]) -> tuple[float, float, float]:
    return plan["planned_hours"], plan["delivered_hours"], plan["remaining_hours"]


def rows(plan: dict[str, Any]) -> list[tuple[float, int, float]]:
    return [(row["hours_per_week"], row["weeks"], row["planned_hours"]) for row in plan["rows"]]


def codes(answer: dict[str, Any]) -> list[str]:
    return [warning["code"] for warning in answer["warnings"]]


def test_a_plan_is_shown_by_extent_with_the_most_of_the_period(did: Did) -> None:
    """Worked example 1."""
    support(did)
    plan = did("plan show B1")["plan"]
    assert [(20, 2, 40), (10, 1, 10)] == rows(plan)
    assert (50, 0, 50) == sums(plan)


def test_the_rows_of_a_plan_stand_on_a_line_each(ipsu: Program, did: Did) -> None:
    """Worked example 1, on the screen."""
    support(did)
    shown = [line.split() for line in ipsu("plan show B1").out.splitlines()]
    assert ["20.00", "2", "40.00", "0.00"] in shown
    assert ["10.00", "1", "10.00", "0.00"] in shown
    assert ["Total", "3", "50.00", "0.00"] in shown


def test_thirty_two_and_seven_hours_are_delivered_and_invoiced(did: Did) -> None:
    """Worked example 2."""
    support(did)
    for day, hours in (("03", "16"), ("10", "16")):
        did(f"deliver B1 {hours} --on 2026-03-{day}")
    plan = did("deliver B1 7.00 --on 2026-03-17")["plan"]
    assert (50, 39, 11) == sums(plan)
    assert [32, 7] == [row["delivered_hours"] for row in did("plan show B1")["plan"]["rows"]]
    invoice = did("invoice build --month 2026-03")["invoices"][0]
    assert (1755000, 438750, 2193750) == (invoice["net_ore"], invoice["vat_ore"], invoice["total_ore"])
    line = invoice["lines"][0]
    assert (39, 45000, 1755000) == (line["quantity"], line["unit_price_ore"], line["net_ore"])


def test_fifteen_hours_a_week_are_no_extent(did: Did, refused: Did) -> None:
    """Worked example 5, what is refused."""
    support(did)
    error = refused("plan set B1 2026-W10..2026-W11=20 2026-W12=15 --reason Mer")
    assert ("plan.extent", "A28") == (error["code"], error["rule"])
    assert [5, 10, 20, 30] == error["details"]["allowed"]


def test_five_ten_twenty_and_thirty_hours_are_extents(did: Did) -> None:
    """Worked example 5, what is accepted."""
    support(did, to="2026-03-29")
    plan = did("plan set B1 2026-W10=30 2026-W11=20 2026-W12=10 2026-W13=5", today="2026-03-02")["plan"]
    assert [(30, 1, 30), (20, 1, 20), (10, 1, 10), (5, 1, 5)] == rows(plan)


def test_hours_of_tomorrow_are_refused_and_of_today_accepted(did: Did, refused: Did) -> None:
    """Worked example 7."""
    support(did)
    error = refused("deliver B1 2.00 --on 2026-03-11", today="2026-03-10")
    assert ("delivery.future", "A24") == (error["code"], error["rule"])
    plan = did("deliver B1 2.00 --on 2026-03-10", today="2026-03-10")["plan"]
    assert (50, 2, 48) == sums(plan)


def over_two_months(did: Did) -> None:
    for words in (*MAPPED, SUPPORT.format(to="2026-04-05").replace("2026-03-02", "2026-03-30")):
        did(words)
    did("plan set B1 2026-W14=20 --submitted 2026-03-30 --confirmed 2026-03-30", today="2026-03-30")


def test_a_week_over_two_months_counts_once_and_is_invoiced_in_each(did: Did) -> None:
    """Worked example 9."""
    over_two_months(did)
    for day, hours in (("03-30", 4), ("03-31", 4), ("04-01", 6), ("04-02", 6)):
        did(f"deliver B1 {hours} --on 2026-{day}", today="2026-04-05")
    plan = did("plan show B1", today="2026-04-05")["plan"]
    assert [{"week": "2026-W14", "planned_hours": 20, "delivered_hours": 20}] == plan["weeks"]
    march = did("invoice build --month 2026-03", today="2026-04-05")["invoices"][0]["lines"]
    april = did("invoice build --month 2026-04", today="2026-04-05")["invoices"][0]["lines"]
    assert [(8, "2026-03-30", "2026-03-31")] == [(line["quantity"], line["from"], line["to"]) for line in march]
    assert [(12, "2026-04-01", "2026-04-02")] == [(line["quantity"], line["from"], line["to"]) for line in april]


def test_a_week_over_two_months_is_not_delivered_without_dates(did: Did, refused: Did) -> None:
    """Worked example 9, the single sum."""
    over_two_months(did)
    error = refused("deliver B1 20.00 --week 2026-W14", today="2026-04-05")
    assert "delivery.two-months" == error["code"]
    assert "--on DATE" in error["hint"]


def test_the_last_days_of_a_year_lie_in_the_first_week_of_the_next(did: Did) -> None:
    """Worked example 11."""
    did(
        "case add B1 --service ipsu-b --agreement IPSU-0 --personnummer 19900101-9802 --name 'Test Person' "
        "--from 2024-12-30 --to 2025-01-05 --training Svetsare --training-from 2024-11-04 --training-to 2025-06-05",
        today="2024-12-30",
    )
    did("plan set B1 2025-W01=10", today="2024-12-30")
    delivery = did("deliver B1 4 --on 2024-12-31", today="2024-12-31")["delivery"]
    assert ("2025-W01", "2024-12") == (delivery["week"], delivery["month"])
    weeks = did("plan show B1", today="2024-12-31")["plan"]["weeks"]
    assert [{"week": "2025-W01", "planned_hours": 10, "delivered_hours": 4}] == weeks


def test_a_shorter_plan_is_a_proposal_until_the_agency_has_decided(did: Did, refused: Did) -> None:
    """Worked example 13."""
    support(did, to="2026-03-29")
    did("plan set B1 2026-W10..2026-W13=20 --submitted 2026-03-02 --confirmed 2026-03-04", today="2026-03-04")
    for day, hours in (("03", 20), ("10", 20), ("17", 12), ("20", 10)):
        did(f"deliver B1 {hours} --on 2026-03-{day}", today="2026-03-20")
    proposal = "plan set B1 2026-W10..2026-W11=20 2026-W12=30 --reason 'Utbildningen går fortare'"
    plan = did(f"{proposal} --submitted 2026-03-20 --confirmed 2026-03-20", today="2026-03-20")
    assert (70, 62, 8) == sums(plan["plan"])
    assert ["plan.extent-rises"] == codes(plan)
    assert "2026-03-29" == did("case show B1", today="2026-03-20")["period"]["to"]
    did("case decide B1 --to 2026-03-22 --on 2026-03-20", today="2026-03-20")
    case = did("case show B1", today="2026-03-20")
    assert "2026-03-22" == case["period"]["to"]
    assert (70, 62, 8) == sums(case["plan"])
    error = refused("deliver B1 2 --on 2026-03-24", today="2026-03-24")
    assert ("delivery.outside-period", "A12") == (error["code"], error["rule"])


def test_a_longer_plan_waits_for_the_decision_to_extend(did: Did, refused: Did) -> None:
    """Worked example 16."""
    support(did)
    longer = "plan set B1 2026-W10..2026-W11=20 2026-W12..2026-W13=10 --reason 'En vecka till' --submitted 2026-03-18"
    error = refused(longer, today="2026-03-18")
    assert ("plan.outside-period", "A13") == (error["code"], error["rule"])
    assert "employment officer" in error["message"]
    assert "ipsu case decide B1" in error["hint"]
    did("case decide B1 --to 2026-03-29 --on 2026-03-18", today="2026-03-18")
    plan = did(longer, today="2026-03-18")["plan"]
    assert (2, "submitted", 60) == (plan["version"], plan["status"], plan["planned_hours"])


def test_a_no_show_with_all_its_documents_is_paid_in_full(did: Did) -> None:
    """Worked example 18."""
    for words in NO_SHOW:
        did(words)
    did("document confirm A1 sr --on 2026-02-04")
    did("document submit A1 avvikelse --from 2026-01-19 --to 2026-01-30 --unknown --on 2026-02-02")
    answer = did("deliver A1 --no-show", today="2026-02-04")
    assert (None, 1, "case", None) == (
        answer["delivery"]["hours"], answer["delivery"]["quantity"], answer["delivery"]["unit"], answer["plan"],
    )  # fmt: skip
    assert "2026-01-30" == answer["delivery"]["to"]
    invoice = did("invoice build --month 2026-01", today="2026-02-04")["invoices"][0]
    assert 950000 == invoice["net_ore"]


def test_a_no_show_that_lacks_two_things_has_both_reported(did: Did, refused: Did) -> None:
    """Worked example 19."""
    for words in NO_SHOW:
        did(words)
    error = refused("deliver A1 --no-show", today="2026-02-04")
    missing = error["details"]["missing"]
    assert [("mapping.sr-unconfirmed", "A18"), ("mapping.deviation-missing", "A19")] == [
        (finding["code"], finding["rule"]) for finding in missing
    ]
    assert ["ipsu document confirm A1 sr", "ipsu document submit A1 avvikelse"] == [
        finding["command"].partition(" --")[0] for finding in missing
    ]
    assert "mapping.sr-unconfirmed" == error["code"]


@pytest.mark.parametrize(("to", "warned"), [("2026-02-09", ["case.mapping-length"]), ("2026-02-08", [])])
def test_a_mapping_of_twenty_two_days_is_saved_with_a_warning_and_of_twenty_one_without(
    did: Did, to: str, warned: list[str]
) -> None:
    """Worked example 21."""
    answer = did(
        "case add A1 --service ipsu-a --personnummer 19850505-2384 --name 'Annan Person' --training Svetsare "
        f"--from 2026-01-19 --to {to}"
    )
    assert warned == codes(answer)
    assert to == did("case show A1")["period"]["to"]


def test_an_aid_outlives_the_support_and_is_asked_for_after_the_training(did: Did) -> None:
    """Worked example 23."""
    support(did)
    did("aid lend B1 daisy-player --origin a --on 2026-03-02")
    did("case close B1 --on 2026-03-22 --reason completed")
    for today, warned in (("2026-03-23", []), ("2026-06-05", []), ("2026-06-06", ["aid.overdue"])):
        answer = did("aid list --open", today=today)
        assert [("daisy-player", None, "2026-06-05")] == [
            (aid["kind"], aid["returned"], aid["due"]) for aid in answer["aids"]
        ]
        assert warned == codes(answer)


@pytest.mark.parametrize(
    ("start", "due", "filed", "late"),
    [("2026-03-30", "2026-04-08", "2026-04-09", 1), ("2026-04-02", "2026-04-13", "2026-04-13", 0)],
)
def test_a_joint_plan_over_easter_has_its_day_and_is_late_by_working_days(
    did: Did, start: str, due: str, filed: str, late: int
) -> None:
    """Worked example 24, in Rusta och matcha and by the same yardstick in IPSU B; a mapping has its first day."""
    did("agreement add RM-1 --service rusta-matcha --area Väst --from 2025-01-01")
    did(
        "case add R1 --service rusta-matcha --agreement RM-1 --personnummer 19900101-9802 --name 'Test Person' "
        f"--system ka-webb --level B --extent 100 --from {start} --to 2026-09-29",
        today=start,
    )
    for day in (start, due, filed):
        row = next(task for task in did("todo", today=day)["todo"] if task["type"] == "gp")
        assert (due, day > due) == (row["due"], row["overdue"])
    did(f"document submit R1 iup --goal Arbete --own-search 20 --supplier 20 --on {start}", today=filed)
    words = f"document submit R1 gp --mandatory Matchning=5 --mandatory Coachning=5 --on {filed}"
    document = did(words, today=filed)["document"]
    assert (due, late) == (document["due"], document["days_late"])
    did(
        "case add A1 --service ipsu-a --personnummer 19850505-2384 --name 'Annan Person' --training Svetsare "
        f"--from {start} --to 2026-04-17"
    )
    before = next(task for task in did("todo", today=start)["todo"] if task["type"] == "gp")
    assert (start, False) == (before["due"], before["overdue"])
    document = did(f"document submit A1 gp --on {start}", today=filed)["document"]
    assert (start, 0) == (document["due"], document["days_late"])
    for words in (*MAPPED, SUPPORT.format(to="2026-05-29").replace("2026-03-02", start)):
        did(words, today=start)
    did(f"plan set B1 2026-W15..2026-W22=20 --submitted {filed}", today=filed)
    document = next(row for row in did("document list B1", today=filed)["documents"] if row["type"] == "gp")
    assert (due, late) == (document["due"], document["days_late"])
    left = [task["case"] for task in did("todo", today=filed)["todo"] if task["type"] == "gp"]
    assert ["A0"] == left  # of the mapping that B1 builds on, nothing but its final report is entered


PLACED = (
    "agreement add ROM --service rusta-matcha --area 'Västra Svealand' --from 2021-01-01",
    "case add R1 --service rusta-matcha --personnummer 19900101-9802 --name 'Test Person' "
    "--from {first} --to {last} --system {system} --level B",
    "document submit R1 iup --goal Lagerarbete --own-search 20 --supplier 20 --on {first}",
)


def placement(did: Did, first: str = "2026-02-09", last: str = "2026-08-08", system: str = "ka-webb") -> None:
    for words in PLACED:
        did(words.format(first=first, last=last, system=system), today="2026-04-15")


@pytest.mark.parametrize(
    ("first", "filed", "due", "late"),
    [("2026-03-30", "2026-04-09", "2026-04-08", 1), ("2026-04-02", "2026-04-13", "2026-04-13", 0)],
)
def test_five_working_days_go_around_easter(did: Did, first: str, filed: str, due: str, late: int) -> None:
    """Worked example 24."""
    placement(did, first, "2026-09-29")
    plan = "document submit R1 gp --mandatory matchning=5 --mandatory coachning=5 --optional verkstad=5"
    answer = did(f"{plan} --on {filed}", today="2026-04-15")
    assert (due, late) == (answer["document"]["due"], answer["document"]["days_late"])
    assert (["document.late"] if late else []) == codes(answer)


def test_two_mandatory_activities_are_too_few_in_msfa_and_a_warning_in_ka_webb(did: Did, refused: Did) -> None:
    """Worked example 27."""
    plan = "document submit R1 gp --mandatory matchning=5 --mandatory coachning=2 --on 2026-02-10"
    placement(did, system="msfa")
    error = refused(plan, today="2026-03-10")
    assert ("gp.under-three", "R26") == (error["code"], error["rule"])
    assert 1 == len(error["details"]["missing"])
    assert [] == codes(did(f"{plan} --optional verkstad=3", today="2026-03-10"))


def test_two_mandatory_activities_are_a_warning_in_ka_webb(did: Did) -> None:
    """Worked example 27, the other system."""
    placement(did)
    assert ["gp.few-activities"] == codes(
        did("document submit R1 gp --mandatory matchning=5 --mandatory coachning=2 --on 2026-02-10")
    )


def test_a_report_is_keyed_in_field_by_field(did: Did, refused: Did) -> None:
    """Worked example 29."""
    placement(did)
    did("document submit R1 gp --mandatory matchning=5 --mandatory coachning=5 --optional jobbsökarverkstad=5")
    report = "document submit R1 pr --period 2026-02 --hours matchning=6.00 --hours coachning=4.00"
    assert "pr.activity-blank" == refused(f"{report} --hours jobbsökarverkstad=")["code"]
    assert "pr.activity-blank" == refused(report)["code"]
    did(f"{report} --hours jobbsökarverkstad=0")
    (form,) = did("report key-in R1 --month 2026-02 --system ka-webb")["key_in"]
    assert ("R1", "ka-webb", "2026-02") == (form["case"], form["system"], form["period"])
    assert [
        ("matchning", True, "6", "2026-02-09", 1),
        ("coachning", True, "4", "2026-02-09", 1),
        ("jobbsökarverkstad", False, "0", None, None),
        ("Eget arbete", False, "0", None, None),
    ] == [tuple(row.values()) for row in form["rows"]]


def test_an_r2_has_the_reason_of_the_newest_r1(did: Did, refused: Did) -> None:
    """Worked example 31."""
    placement(did)
    day = "2026-04-16"
    did("document submit R1 r1 --result studies --on 2026-04-15", today=day)
    assert "R29" == refused("document submit R1 r2 --result work", today=day)["rule"]
    did("document submit R1 r1 --result work", today=day)
    did("document submit R1 r2 --result work", today=day)
    assert "R29" == refused("document submit R1 r2 --result studies", today=day)["rule"]


def test_absence_is_reported_from_sixteen_minutes_on_and_a_whole_activity_always(did: Did, refused: Did) -> None:
    """Worked example 33."""
    placement(did)
    report = "document submit R1 avvikelse --from 2026-03-09 --to 2026-03-09 --activity Möte --expected {expected}"
    for expected, absent, known, required in (
        ("10:00-11:00", "10:00-10:15", "--unknown", False),
        ("10:00-11:00", "10:00-10:16", "--unknown", True),
        ("10:00-11:00", "10:00-11:00", "--known", True),
        ("10:00-11:00", "10:00-11:00", "--unknown", True),
        ("10:00-10:10", "10:00-10:10", "--unknown", True),
    ):
        words = f"{report.format(expected=expected)} --absent {absent} {known}"
        answer = did(words, today="2026-03-09T11:00")
        assert required == answer["document"]["required"]
        assert ([] if required else ["deviation.not-required"]) == codes(answer)
    whole = f"{report.format(expected='10:00-11:00')} --absent 10:00-11:00 --known"
    assert "deviation.going-on" == refused(whole, today="2026-03-09T10:30")["code"]
    lacking = refused("document submit R1 avvikelse", today="2026-03-09")["details"]["missing"]
    assert 6 == len(lacking)


def test_the_documents_of_a_mapping_have_their_order(did: Did, refused: Did) -> None:
    """Worked example 59."""
    did(NO_SHOW[0])
    assert ("gp.before-meeting", "J9") == tuple(
        refused("document submit A1 gp --on 2026-01-11")[key] for key in ("code", "rule")
    )
    answer = did("document submit A1 gp --on 2026-01-12")
    assert ([], "2026-01-19") == (codes(answer), answer["document"]["due"])
    assert "sr.before-mapping" == refused("document submit A1 sr --on 2026-01-18")["code"]
    assert [] == codes(did("document submit A1 sr --on 2026-01-19"))
    assert "sr.no-show-early" == refused("document submit A1 sr --no-mapping --on 2026-01-29")["code"]
    answer = did("document submit A1 sr --no-mapping --on 2026-01-30")
    assert ([], 0) == (codes(answer), answer["document"]["days_late"])


def test_what_was_registered_in_error_counts_nowhere(did: Did, refused: Did) -> None:
    support(did)
    did("deliver B1 20 --on 2026-03-06")
    close = "case close B1 --on 2026-03-20 --reason registered_in_error"
    did("invoice build --month 2026-03")
    assert "case.error-invoiced" == refused(close)["code"]
    did("invoice cancel 2026-0001 --reason 'Fel ärende'")
    assert [] == codes(did(close))
    assert [] == did("invoice build --month 2026-03")["invoices"]
    assert 0 == did("report money")["money"]["earned_ore"]
    assert ([], []) == (did("delivery list")["deliveries"], did("case show B1")["next"])
    assert "B1" not in [case["case"] for case in did("case list")["cases"]]
    assert [] == [task for task in did("todo --until 2027-12-31")["todo"] if task["case"] == "B1"]
    did("case reopen B1 --reason 'Det var rätt'")
    did("case close B1 --on 2026-03-20 --reason changed-supplier")
    assert [20] == [line["quantity"] for line in did("invoice build --month 2026-03")["invoices"][0]["lines"]]


def test_a_plan_for_an_extension_has_every_week_that_it_adds(did: Did, refused: Did) -> None:
    """Worked example 60, as the plan is set, filed and confirmed."""
    support(did)
    did("case decide B1 --to 2026-04-12 --on 2026-03-18")
    plan = "plan set B1 2026-W10..2026-W11=20 2026-W12..2026-W13=10 {more} --reason 'Tre veckor till'"
    error = refused(plan.format(more="2026-W15=10"))
    assert ("plan.added-week-missing", "A14") == (error["code"], error["rule"])
    assert "2026-W14" in error["message"]
    did(plan.format(more="2026-W14..2026-W15=10"))
    did("case decide B1 --to 2026-04-19 --on 2026-03-19")
    assert ["2026-W16"] == refused("document submit B1 gp")["details"]["weeks"]
    did("case decide B1 --to 2026-04-12 --on 2026-03-20")
    did("document submit B1 gp")
    did("case decide B1 --to 2026-04-19 --on 2026-03-21")
    assert "plan.added-week-missing" == refused("document confirm B1 gp")["code"]
    did("case decide B1 --to 2026-04-05 --on 2026-03-22")
    assert ("plan.outside-period", "A13") == tuple(refused("document confirm B1 gp")[key] for key in ("code", "rule"))
    did("case decide B1 --to 2026-04-12 --on 2026-03-22")
    did("document confirm B1 gp")


def test_hours_and_absence_of_the_same_day_are_told(did: Did) -> None:
    support(did)
    report = "document submit B1 avvikelse --from 2026-03-{day} --to 2026-03-{day} --known"
    did(report.format(day="09"))
    assert ["delivery.on-absent-day"] == codes(did("deliver B1 4 --on 2026-03-09"))
    assert [] == codes(did("deliver B1 4 --on 2026-03-10"))
    assert "deviation.hours-delivered" in codes(did(report.format(day=10)))


def test_support_without_the_days_of_its_training_is_held(did: Did) -> None:
    support(did)
    did("deliver B1 10 --on 2026-03-06")
    did("case edit B1 --training-to ''")
    answer = did("invoice build --month 2026-03 --dry-run")
    assert ([], ["training.dates-missing"]) == (answer["invoices"], [held["code"] for held in answer["held"]])
    assert "ipsu case edit B1 --training-from DATE --training-to DATE" == answer["held"][0]["command"]
    did("case edit B1 --training-to 2026-06-05")
    assert 1 == len(did("invoice build --month 2026-03")["invoices"])


def test_support_is_closed_with_the_result_of_its_training(did: Did, refused: Did) -> None:
    support(did)
    close = "case close B1 --on 2026-03-22 --reason interrupted"
    assert "case.result-contradicts" == refused(f"{close} --training-result passed")["code"]
    answer = did(close)
    assert "case.result-missing" in codes(answer)
    assert "case.result-missing" not in codes(did("case edit B1 --training-result interrupted"))


# Municipalities' services: 61 to 70.

ELIGIBLE = "--resident --disability --motivated --care-contact psychiatry"
SUPPORTED = (
    "agreement add M1 --service ips --service se --area Exempelby --from 2025-01-01",
    "case add U1 --service ips --personnummer 19900101-9802 --name 'Test Person' --from 2025-01-10 "
    f"--consent 2025-01-02 {ELIGIBLE}",
)


def test_an_enrolment_may_begin_on_the_day_that_another_ended(did: Did, refused: Did) -> None:
    """Worked example 64."""
    for words in SUPPORTED:
        did(words)
    did("case close U1 --on 2025-06-30 --reason withdrew", today="2025-12-01")
    again = "case add U2 --service ips --personnummer 19900101-9802 --name 'Test Person' --from {day}"
    assert ("case.overlaps", "one-at-a-time") == tuple(
        refused(again.format(day="2025-06-29"), today="2025-12-01")[key] for key in ("code", "rule")
    )
    did(again.format(day="2025-06-30"), today="2025-12-01")
    assert "case.overlaps" == refused("case edit U2 --from 2025-06-29", today="2025-12-01")["code"]
    did("case close U2 --on 2025-12-01 --reason withdrew", today="2025-12-01")
    assert "case.overlaps" == refused("case edit U1 --closed 2025-07-01", today="2025-12-01")["code"]
    assert "case.overlaps" == refused("case reopen U1 --reason Fel", today="2025-12-01")["code"]
    did("case edit U1 --closed 2025-06-15", today="2025-12-01")


def test_stocks_of_a_period_that_goes_on_are_those_of_today(did: Did) -> None:
    """Worked example 70."""
    did(SUPPORTED[0])
    add = f"case add {{case}} --service ips --personnummer {{number}} --name Prov --queued {{day}} {ELIGIBLE}"
    for case, number, day in (("U1", "19900101-9802", "2026-01-04"), ("U2", "19850505-2384", "2026-04-24")):
        did(f"{add.format(case=case, number=number, day=day)} --consent 2026-01-02", today="2026-05-04")
    queue = did("report queue --year 2026", today="2026-05-04")
    assert ("2026-12-31", "2026-05-04") == (queue["period"]["to"], queue["stock_day"])
    assert [("U1", 120), ("U2", 10)] == [(waiting["case"], waiting["days"]) for waiting in queue["waiting"]]
    assert ["2026-01", "2026-05"] == [queue["months"][place]["month"] for place in (0, -1)]
    answer = did("report kpi --year 2026", today="2026-05-04")
    kpis = {kpi["code"]: kpi["value"] for kpi in answer["kpis"]}
    assert ("2026-05-04", 2, 120, 65) == (
        answer["stock_day"], kpis["queue"], kpis["wait_max"], kpis["wait_mean"]
    )  # fmt: skip
    forecast = did("report forecast --year 2026", today="2026-05-04")["forecast"]
    assert ("2026-05-04", "2026-05") == (forecast["on"], forecast["months"][0]["month"])


def test_who_a_service_is_for_belongs_to_the_agreement(did: Did, refused: Did) -> None:
    """Worked example 61."""
    did(SUPPORTED[0])
    wait = "case add {case} --service {service} --personnummer {number} --name Prov --queued 2026-01-15"
    assert [] == codes(did(wait.format(case="S1", service="se", number="19900101-9802")))
    did(wait.format(case="I1", service="ips", number="19850505-2384"))
    assert "2026-02-02" == did("case start S1 --on 2026-02-02")["support"]["from"]
    missing = refused("case start I1 --on 2026-02-02")["details"]["missing"]
    checks = {"resident", "disability", "motivated", "care-contact", "consent"}
    assert {f"eligible.{check}" for check in checks} == {found["code"] for found in missing}
    asked = did("agreement require M1 ips --ages 16-70 --check consent --check resident")["requirement"]
    assert {"service": "ips", "ages": "16-70", "checks": ["resident", "consent"]} == asked
    missing = refused("case start I1 --on 2026-02-02")["details"]["missing"]
    assert ["eligible.consent", "eligible.resident"] == [found["code"] for found in missing]
    young = wait.format(case="I2", service="ips", number="20100116-9802")
    assert ["16", "70"] == [str(refused(young)["details"][name]) for name in ("youngest", "oldest")]
    assert {"service": "ips", "ages": None, "checks": ["resident", "consent"]} == did(
        "agreement require M1 ips --ages none"
    )["requirement"]
    did(young)
    did("agreement require M1 ips --check none")
    did("case start I1 --on 2026-02-02")
    shown = did("agreement show M1")["requirements"]
    assert [("ips", None, []), ("se", None, [])] == [tuple(row.values()) for row in shown]


def in_work(did: Did, day: str) -> tuple[int, int]:
    kpis = did(f"report kpi --from 2025-01-01 --to {day}")["kpis"]
    return next((kpi["numerator"], kpi["denominator"]) for kpi in kpis if kpi["code"] == "in_work")


def test_a_job_that_has_ended_is_work_to_its_last_day(did: Did) -> None:
    """Worked example 62."""
    for words in SUPPORTED:
        did(words)
    did("outcome add U1 employment --on 2025-02-01")
    assert [] == codes(did("outcome add U1 employment-ended --on 2025-11-30"))
    assert [(0, 1), (1, 1), (1, 1), (0, 1)] == [
        in_work(did, day) for day in ("2025-01-31", "2025-02-01", "2025-11-30", "2025-12-01")
    ]
    did("outcome add U1 employment --on 2025-11-30")
    assert (1, 1) == in_work(did, "2025-12-01")


def test_closing_for_work_without_an_outcome_is_told_with_the_command(did: Did) -> None:
    for words in SUPPORTED:
        did(words)
    (told,) = did("case close U1 --on 2025-06-30 --reason work")["warnings"]
    assert "case.no-outcome" == told["code"]
    did("case reopen U1 --reason Fel")
    did("outcome add U1 employment --on 2025-06-30")
    assert [] == did("case close U1 --on 2025-06-30 --reason work")["warnings"]


PLANNED = "document submit R1 gp --mandatory matchning={n} --mandatory coachning=5 --optional verkstad=5 --on {day}"


def test_a_decision_past_six_months_is_on_period_2_and_wants_a_new_and_more_intense_plan(
    did: Did, refused: Did
) -> None:
    """Worked example 56."""
    placement(did, "2026-03-02", "2026-08-31")
    decide, day = "case decide R1 --to 2027-02-28 --on 2026-08-25", "2026-08-25"
    did(PLANNED.format(n=5, day="2026-03-05"), today=day)
    did(PLANNED.format(n=6, day="2026-03-10"), today=day)
    error = refused(decide, today=day)
    assert ("decision.gp-not-updated", "R15") == (error["code"], error["rule"])
    assert "2026-06-01" in error["message"]
    did(PLANNED.format(n=5, day="2026-08-03"), today=day)
    error = refused(decide, today=day)
    assert ("decision.gp-not-intensified", "R15") == (error["code"], error["rule"])
    assert {"before": 16, "after": 15} == {name: error["details"][name] for name in ("before", "after")}
    did(PLANNED.format(n=7, day="2026-08-10"), today=day)
    assert [] == codes(did(decide, today=day))
    assert "2027-02-28" == did("case show R1", today=day)["period"]["to"]
    assert [] == codes(did("case decide R1 --to 2027-01-31 --on 2026-12-01", today="2026-12-01"))


def test_work_that_was_learned_of_is_signalled_at_once(did: Did) -> None:
    """Worked example 57."""
    placement(did)
    answer = did("document submit R1 r1 --result work --learned 2026-02-20 --on 2026-02-25")
    assert ["document.late"] == codes(answer)
    assert ("2026-02-23", 2) == (answer["document"]["due"], answer["document"]["days_late"])
    again = did("document submit R1 r1 --result studies --learned 2026-03-06 --on 2026-03-09")
    assert ([], "2026-03-09", 0) == (codes(again), again["document"]["due"], again["document"]["days_late"])


def test_a_month_of_zeros_asks_for_a_deviation_report(did: Did) -> None:
    """Worked example 58."""
    placement(did)
    did(PLANNED.format(n=5, day="2026-02-10"))
    report = "document submit R1 pr --period 2026-02 --hours matchning=0 --hours coachning=0 --hours verkstad=0"
    assert ["pr.nothing-done"] == codes(did(report))
    did(
        "document submit R1 avvikelse --from 2026-02-10 --to 2026-02-10 --known --activity Möte "
        "--expected 10:00-11:00 --absent 10:00-11:00"
    )
    assert [] == codes(did(report))


def test_a_month_that_is_delivered_past_the_closing_is_told(did: Did) -> None:
    """Of a placement by the month, as of every service; a result is approved after the closing."""
    placement(did)
    did(PLANNED.format(n=5, day="2026-02-10"))
    did("document submit R1 pr --period 2026-02 --hours matchning=1 --hours coachning=0 --hours verkstad=0")
    did("deliver R1 --month 2026-02 --unit day")
    did("document submit R1 r1 --result work --learned 2026-03-02 --on 2026-03-02")
    did("document submit R1 r2 --result work --on 2026-03-06")
    did("document confirm R1 r2 --on 2026-03-20")
    close = "case close R1 --on 2026-02-{day} --reason work"
    assert "case.delivered-after-closing" in codes(did(close.format(day=27)))
    did("case reopen R1 --reason 'Fel dag'")
    assert "case.delivered-after-closing" not in codes(did(close.format(day=28)))
    assert "case.delivered-after-closing" in codes(did("case edit R1 --closed 2026-02-27"))
