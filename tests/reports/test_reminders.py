"""What nobody has typed: each kind of `todo` from what is typed to its row, and away again once it is done."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program
from tests.sample_office import check_digit
from tests.typed import Did, did_after

PEOPLE = [f"198001{n:02d}-980{check_digit(f'8001{n:02d}980')}" for n in range(1, 11)]
TRAINING = "--training Svets --training-from 2026-03-02 --training-to 2026-06-05"
CHECKS = "--resident --disability --motivated --care-contact psychiatry --consent 2025-01-05"


did = did_after(on="2026-03-02")


def rows(did: Did, kind: str, today: str, more: str = "") -> list[tuple[Any, ...]]:
    found = did(f"todo --kind {kind} {more}", today)["todo"]
    assert all(kind == row["kind"] for row in found)
    return [(row["case"], row["period"], row["due"]) for row in found]


@pytest.fixture
def support(did: Did) -> Did:
    """B1 of IPSU B from 2026-W10 to W13, with 20 hours a week."""
    did("agreement add NM --service ipsu --area Norr --from 2026-01-01")
    did(f"case add B1 --service ipsu-b --personnummer 19900101-9802 --name 'Prov A' --from 2026-03-02 --to 2026-03-29 "
        f"--coach Kim {TRAINING}")  # fmt: skip
    did("plan set B1 2026-W10..2026-W13=20 --submitted 2026-03-02 --confirmed 2026-03-02")
    return did


@pytest.fixture
def placed(did: Did) -> Did:
    """K1 of Rusta och matcha, in KA-Webb, February to July."""
    did("agreement add RM --service rusta-matcha --area Norr --from 2026-01-01")
    did("case add K1 --service rusta-matcha --personnummer 19941224-9808 --name Cleo --from 2026-02-02 --to 2026-07-31 "
        "--system ka-webb --level B")  # fmt: skip
    did("document submit K1 iup --goal Lager --own-search 20 --supplier 20 --on 2026-02-03")
    did("document submit K1 gp --mandatory coachning=4 --mandatory intervju=2 --optional kurs=3 --on 2026-02-05")
    return did


@pytest.fixture
def enrolled(did: Did) -> Did:
    """U1 of IPS since 2025-02-01."""
    did("agreement add I1 --service ips --area Norr --from 2025-01-01")
    did(f"case add U1 --service ips --personnummer 19750315-2386 --name Eli --queued 2025-01-07 {CHECKS} "
        "--from 2025-02-01")  # fmt: skip
    return did


def test_a_planned_week_without_hours_or_report_is_asked_for_until_it_has_either(support: Did) -> None:
    assert [] == rows(support, "week", "2026-03-08")
    week_10 = ("B1", "2026-W10", "2026-03-09")
    assert [week_10] == rows(support, "week", "2026-03-09")
    support("deliver B1 7 --on 2026-03-03", "2026-03-09")
    assert [] == rows(support, "week", "2026-03-09")
    support("delivery cancel 1 --reason fel", "2026-03-09")
    assert [week_10] == rows(support, "week", "2026-03-09")
    support("document submit B1 avvikelse --from 2026-03-02 --to 2026-03-06 --known --on 2026-03-09", "2026-03-09")
    assert [] == rows(support, "week", "2026-03-09")


def test_a_week_is_asked_for_after_the_case_is_closed_but_not_beyond(support: Did) -> None:
    support("case close B1 --on 2026-03-15 --reason other", "2026-03-30")
    assert ["2026-W10", "2026-W11"] == [period for _, period, _ in rows(support, "week", "2026-03-30")]


def test_what_two_reminders_ask_is_told_in_words_with_its_command(support: Did) -> None:
    row = support("todo --kind week", "2026-03-16")["todo"][0]
    assert "B1 has neither hours nor a deviation report for 2026-W10." == row["message"]
    assert ("ipsu deliver B1 HOURS --week 2026-W10", "Kim", True) == (row["command"], row["coach"], row["overdue"])
    assert (None, None) == (row["type"], row["net_ore"])


def test_hours_on_a_day_of_absence_are_asked_about_until_somebody_says_why(support: Did) -> None:
    support("document submit B1 avvikelse --from 2026-03-11 --to 2026-03-11 --known --on 2026-03-12", "2026-03-13")
    support("deliver B1 7 --on 2026-03-12", "2026-03-13")
    assert [] == rows(support, "absence", "2026-03-13")
    support("deliver B1 3 --on 2026-03-11", "2026-03-13")
    assert [("B1", None, "2026-03-12")] == rows(support, "absence", "2026-03-13")
    support("acknowledgement add B1 absence --reason förmiddagen", "2026-03-13")
    assert [] == rows(support, "absence", "2026-03-13")
    support("acknowledgement cancel 1 --reason fel", "2026-03-13")
    assert [("B1", None, "2026-03-12")] == rows(support, "absence", "2026-03-13")


def test_days_of_absence_that_are_due_together_are_told_apart(support: Did, tmp_path: Path) -> None:
    """A Friday's and a Saturday's reports are both due on Monday."""
    for day in (13, 14):
        support(f"deliver B1 3 --on 2026-03-{day}", "2026-03-16")
    support("document submit B1 avvikelse --from 2026-03-13 --to 2026-03-14 --known --on 2026-03-14", "2026-03-16")
    assert [("B1", None, "2026-03-16")] * 2 == rows(support, "absence", "2026-03-16", "--ics t.ics")
    assert 2 == len({*uids_in(tmp_path / "t.ics")})
    support("acknowledgement add B1 absence --period 2026-03-13 --reason förmiddagen", "2026-03-16")
    [row] = support("todo --kind absence", "2026-03-16")["todo"]
    assert "2026-03-14" in row["message"]
    support("acknowledgement add B1 absence --period 2026-03-16 --reason eftermiddagen", "2026-03-16")  # its due day
    assert [] == rows(support, "absence", "2026-03-16")


def test_a_reminder_keeps_its_name_where_its_day_moves(enrolled: Did, placed: Did, tmp_path: Path) -> None:
    enrolled("case pause U1 --from 2025-11-01", "2025-11-01")
    placed("document submit K1 r1 --result work --learned 2026-02-20 --on 2026-02-25", "2026-02-25")
    named = []
    for days, months in (("90", "4"), ("100", "6")):
        placed(f"setting set pause-days {days}")
        placed(f"setting set result-months {months}")
        placed("todo --kind pause --kind result --until 2026-12-31 --ics t.ics --force", "2026-03-02")
        named.append(uids_in(tmp_path / "t.ics"))
    assert 2 == len(named[0])
    assert named[0] == named[1]


def uids_in(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("UID:")]


def test_the_officer_is_asked_when_the_period_ends_in_the_training(support: Did) -> None:
    assert [] == rows(support, "decision", "2026-03-14")
    assert [("B1", None, "2026-03-29")] == rows(support, "decision", "2026-03-15")
    support("contact add B1 Handläggare --on 2026-03-15", "2026-03-15")
    assert [] == rows(support, "decision", "2026-03-30")


def test_a_month_of_zeros_is_asked_about_until_there_is_a_report(placed: Did) -> None:
    """Worked example 58."""
    hours = "--hours coachning=0 --hours intervju=0 --hours kurs=0"
    placed(f"document submit K1 pr --period 2026-02 {hours} --own-work 0", "2026-03-03")
    assert [("K1", "2026-02", "2026-03-02")] == rows(placed, "absence", "2026-03-03")
    assert ["avvikelse"] == [row["type"] for row in placed("todo --kind absence", "2026-03-03")["todo"]]
    placed("document submit K1 avvikelse --from 2026-02-03 --to 2026-02-27 --known --activity coachning "
           "--expected 10:00-11:00 --absent 10:00-11:00 --on 2026-03-03", "2026-03-03")  # fmt: skip
    assert [] == rows(placed, "absence", "2026-03-03")


def test_a_month_of_zeros_is_acknowledged_with_a_reason_and_by_the_month(placed: Did, ipsu: Program) -> None:
    for month, today in (("2026-02", "2026-03-03"), ("2026-03", "2026-04-01")):
        hours = "--hours coachning=0 --hours intervju=0 --hours kurs=0"
        placed(f"document submit K1 pr --period {month} {hours}", today)
    made = placed("acknowledgement add K1 absence --period 2026-02 --reason sjukskriven", "2026-04-01")
    row = {"id": 1, "case": "K1", "kind": "absence", "period": "2026-02", "reason": "sjukskriven", "on": "2026-04-01"}
    assert [row] == made["acknowledgements"] == placed("acknowledgement list", "2026-04-01")["acknowledgements"]
    assert ["2026-03"] == [period for _, period, _ in rows(placed, "absence", "2026-04-01")]
    shown = ipsu("acknowledgement list K1", today="2026-04-01").out
    assert ["1", "K1", "absence", "2026-02", "2026-04-01", "sjukskriven"] == shown.splitlines()[-1].split()
    again = ipsu("acknowledgement add K1 absence --period 2026-02 --reason x --json", today="2026-04-01")
    assert (1, True) == (again.code, "acknowledgement.nothing" in again.err)


@pytest.mark.parametrize(("months", "due"), [("4", "2026-06-20"), ("6", "2026-08-20")])
def test_a_result_is_asked_for_some_months_after_it_was_learned_of(placed: Did, months: str, due: str) -> None:
    """Worked example 57."""
    placed("document submit K1 r1 --result work --learned 2026-02-20 --on 2026-02-25", "2026-02-25")
    placed(f"setting set result-months {months}")
    assert [("K1", None, due)] == rows(placed, "result", "2026-03-02", "--until 2026-08-31")
    assert [] == rows(placed, "result", "2026-03-02")
    assert [("K1", None, due)] == rows(placed, "result", due)
    placed(f"document submit K1 r2 --result work --on {due}", due)
    assert [] == rows(placed, "result", due)


def test_period_2_is_asked_for_near_the_end_of_period_1_and_then_its_decision(placed: Did) -> None:
    assert [] == rows(placed, "period-2", "2026-04-30")
    waiting = [("K1", None, "2026-07-31")]
    assert waiting == rows(placed, "period-2", "2026-05-01")
    placed("document submit K1 gp --mandatory coachning=8 --mandatory intervju=4 --optional kurs=6 --on 2026-06-01",
           "2026-06-01")  # fmt: skip
    assert ["ipsu case decide K1 --to DATE --on DATE --period 2"] == commands_of(placed, "2026-06-01")
    placed("document return K1 gp --reason fel --on 2026-06-02", "2026-06-02")
    [command] = commands_of(placed, "2026-06-02")
    assert command.startswith("ipsu document submit K1 gp")
    placed("document submit K1 gp --mandatory coachning=4 --mandatory intervju=2 --optional kurs=3 --on 2026-06-03",
           "2026-06-03")  # fmt: skip
    assert [command] == commands_of(placed, "2026-06-03")  # no more hours than before
    placed("document submit K1 gp --mandatory coachning=4 --mandatory intervju=2 --optional kurs=3.5 --on 2026-06-04",
           "2026-06-04")  # fmt: skip
    assert ["ipsu case decide K1 --to DATE --on DATE --period 2"] == commands_of(placed, "2026-06-04")
    placed("case decide K1 --to 2027-01-31 --on 2026-07-01 --period 2", "2026-07-01")
    assert [] == rows(placed, "period-2", "2026-12-01")


def commands_of(did: Did, today: str) -> list[str]:
    return [row["command"] for row in did("todo --kind period-2", today)["todo"]]


def test_a_placement_ordered_for_longer_has_its_plan_asked_for_before_six_months_have_passed(did: Did) -> None:
    did("agreement add RM --service rusta-matcha --area Norr --from 2026-01-01")
    did("case add K2 --service rusta-matcha --personnummer 19941224-9808 --name Cleo --from 2026-02-02 --to 2027-02-01 "
        "--system msfa --level B")  # fmt: skip
    assert [] == rows(did, "period-2", "2026-05-01")
    assert [("K2", None, "2026-08-01")] == rows(did, "period-2", "2026-05-02")
    assert [("K2", None, "2026-08-01")] == rows(did, "period-2", "2026-12-01")
    did("document submit K2 iup --goal Lager --own-search 20 --supplier 20 --on 2026-05-03", "2026-05-03")
    for day, hours in (("03", 4), ("04", 5)):
        did(f"document submit K2 gp --mandatory a={hours} --mandatory b=2 --optional c=3 --on 2026-05-{day}",
            "2026-05-04")  # fmt: skip
    assert [] == rows(did, "period-2", "2026-05-04")


def test_a_pause_is_looked_at_after_as_many_days_as_the_office_allows(enrolled: Did) -> None:
    """Worked example 63."""
    enrolled("case pause U1 --from 2025-03-01", "2025-03-01")
    assert [] == rows(enrolled, "pause", "2025-05-29")
    assert [("U1", None, "2025-05-30")] == rows(enrolled, "pause", "2025-05-30")
    enrolled("setting set pause-days 91")
    assert [] == rows(enrolled, "pause", "2025-05-30")
    enrolled("case pause U1 --from 2025-03-01 --to 2025-06-30", "2025-06-02")
    assert [] == rows(enrolled, "pause", "2025-06-02")


def test_a_review_is_asked_for_where_the_office_has_settled_how_often(enrolled: Did) -> None:
    assert [] == rows(enrolled, "review", "2026-03-02")
    enrolled("setting set review-days 60")
    assert [] == rows(enrolled, "review", "2025-04-01")
    assert [("U1", None, "2025-04-02")] == rows(enrolled, "review", "2025-04-02")
    enrolled("review add U1 --on 2025-04-02 --progress yes", "2025-04-02")
    assert [("U1", None, "2025-06-01")] == rows(enrolled, "review", "2025-04-02", "--until 2025-06-01")


def test_the_end_of_the_support_is_offered_when_work_is_stable(enrolled: Did) -> None:
    enrolled("outcome add U1 employment --on 2025-06-01")
    assert [] == rows(enrolled, "stable", "2026-03-02")
    enrolled("setting set stable-days 180")
    assert [("U1", None, "2025-11-28")] == rows(enrolled, "stable", "2026-03-02")
    enrolled("case close U1 --on 2026-03-02 --reason stable_no_need")
    assert [] == rows(enrolled, "stable", "2026-03-02")


def test_work_that_begins_on_the_last_day_of_other_work_goes_on(enrolled: Did) -> None:
    enrolled("setting set stable-days 60")
    for outcome, day in (("employment", "06-01"), ("employment-ended", "07-15"), ("employment", "07-15")):
        enrolled(f"outcome add U1 {outcome} --on 2025-{day}")
    assert [] == rows(enrolled, "stable", "2025-09-12")
    assert [("U1", None, "2025-09-13")] == rows(enrolled, "stable", "2025-09-13")
    enrolled("outcome add U1 employment-ended --on 2025-07-16")
    assert [] == rows(enrolled, "stable", "2025-09-13")


def test_a_consent_that_was_taken_back_is_asked_about(enrolled: Did) -> None:
    enrolled("case edit U1 --consent-withdrawn 2026-02-10")
    assert [("U1", None, "2026-02-10")] == rows(enrolled, "consent", "2026-03-02")
    enrolled("case edit U1 --consent 2026-03-01")
    assert [] == rows(enrolled, "consent", "2026-03-02")


@pytest.mark.parametrize("word", ["employer", "Arbetsgivare"])
def test_an_employer_is_to_be_met_after_the_start(enrolled: Did, word: str) -> None:
    assert [("U1", None, "2025-03-03")] == rows(enrolled, "first-contact", "2025-02-01")
    enrolled(f"contact add U1 {word} --on 2025-01-31", "2025-02-01")
    assert [("U1", None, "2025-03-03")] == rows(enrolled, "first-contact", "2025-02-01")
    enrolled(f"contact add U1 {word} --on 2025-02-01", "2025-02-01")
    assert [] == rows(enrolled, "first-contact", "2025-02-01")


def test_fidelity_is_reviewed_by_the_day_of_its_target_and_once_a_year(enrolled: Did) -> None:
    enrolled("target set I1 fidelity_latest 90 --by 2025-12-31", "2025-03-01")
    assert [] == rows(enrolled, "fidelity", "2025-10-01")
    assert [(None, None, "2025-12-31")] == rows(enrolled, "fidelity", "2025-10-02")
    enrolled(f"fidelity add I1 --on 2025-11-01 --scores {','.join(['4'] * 25)}", "2025-11-01")
    assert [] == rows(enrolled, "fidelity", "2026-10-31")
    assert [(None, None, "2026-11-01")] == rows(enrolled, "fidelity", "2026-11-01")


def test_a_target_for_all_wants_a_review_of_each_unit_while_it_has_an_agreement(enrolled: Did) -> None:
    enrolled("agreement add S1 --service se --area Norr --from 2025-01-01")
    enrolled("agreement add E1 --service sed --area Norr --from 2025-01-01 --to 2025-12-30")
    enrolled("agreement add NM --service ipsu --area Norr --from 2025-01-01")
    enrolled("target set all fidelity_latest 90 --by 2025-12-31", "2025-03-01")
    enrolled("target set S1 fidelity_latest 90 --by 2026-12-31", "2025-03-01")
    asked = [row["command"].split()[3] for row in enrolled("todo --kind fidelity", "2025-10-02")["todo"]]
    assert ["I1", "S1"] == asked
    assert [] == rows(enrolled, "fidelity", "2025-10-01")


def test_a_case_of_one_coach_is_asked_about_to_that_coach_alone(support: Did) -> None:
    assert 1 == len(rows(support, "week", "2026-03-09", "--coach Kim"))
    support("case add A1 --service ipsu-a --personnummer 19850602-9837 --name Bo --from 2026-03-02 --to 2026-03-20 "
            "--coach Alex", "2026-03-02")  # fmt: skip
    assert [] == rows(support, "week", "2026-03-09", "--coach Alex")


def test_a_calendar_has_each_reminder_once_and_without_a_name(support: Did, tmp_path: Path) -> None:
    for _ in range(2):
        support("todo --ics t.ics --force", "2026-03-16")
    text = (tmp_path / "t.ics").read_text(encoding="utf-8")
    uids = [line for line in text.splitlines() if line.startswith("UID:")]
    assert len(uids) == len(set(uids)) == len(support("todo", "2026-03-16")["todo"])
    assert "Prov" not in text


def test_a_morning_has_the_ten_that_have_waited_longest_but_weeks_apart(enrolled: Did, support: Did) -> None:
    morning = support("status", "2026-03-15")["reminders"]
    assert [("U1", "first-contact", "2025-03-03"), ("B1", "decision", "2026-03-29")] == [
        (row["case"], row["kind"], row["due"]) for row in morning
    ]
    listed = {row["message"]: row["command"] for row in support("todo", "2026-03-15")["todo"]}
    assert [listed[row["message"]] for row in morning] == [row["command"] for row in morning]
    assert ["B1"] == [row["case"] for row in support("status", "2026-03-15")["not_entered"]]
    for n in range(10):
        refs = f"--queued 2025-02-03 {CHECKS} --from 2025-02-03"
        support(f"case add V{n} --service ips --personnummer {PEOPLE[n]} --name Prov {refs}", "2026-03-15")
    assert ["U1", *(f"V{n}" for n in range(9))] == [row["case"] for row in support("status", "2026-03-15")["reminders"]]
