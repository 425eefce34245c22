"""`ipsu report kpi`: every figure calculated by hand, at the edges of the period, and as of a day."""

import datetime as dt
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.core.period import Period
from ipsu_cli.office import Office, Typed
from ipsu_cli.reports.kpi import report_kpi
from ipsu_cli.reports.query import ReportQuery
from tests.conftest import Program
from tests.reports.register import entering

Run = Callable[..., Any]
Figures = Callable[..., dict[str, Any]]
KIM, ALEX, SAM = "19900101-9802", "19850602-9837", "19881123-9840"

LISTED = """
    ongoing ongoing_persons participants active referrals conversion supported goal_progress queue wait_max
    wait_median wait_mean wait_est initial_offered outcomes_employment outcomes_studies_completed
    outcomes_studies_started outcomes_unsubsidised outcome_share in_work first_contact_median discharge_share
    discharge_share_closed cases_started cases_closed balance tenure_cohort fidelity_latest survey_share
    survey_response meetings
    planned_hours delivered_hours delivery_rate gp_on_time documents_overdue deviations mappings_done no_shows
    a_to_b passed tapering invoiced_ore approved_ore rejected_ore paid_ore held_ore days_to_payment results
    first_pass_share first_pass_share_documents days_to_entry days_to_basis
"""
CODES = LISTED.split()


def values(found: dict[str, Any], codes: str) -> list[Any]:
    return [found[code]["value"] for code in codes.split()]


def whole(kpi: dict[str, Any]) -> tuple[Any, Any, Any]:
    return kpi["value"], kpi["numerator"], kpi["denominator"]


def parts(kpi: dict[str, Any], dimension: str) -> dict[str, Any]:
    return {part: figure["value"] for part, figure in kpi["breakdown"][dimension].items()}


# The answer


def test_every_code_is_there_in_order(office: Run) -> None:
    answer = office("report kpi")
    assert CODES == [kpi["code"] for kpi in answer["kpis"]]
    assert {"from": "2026-01-01", "to": "2026-03-31"} == answer["period"]
    assert "2026-03-31" == answer["as_of"]


def test_a_figure_has_all_its_keys(b1: Run, figures: Figures) -> None:
    assert {
        "code": "delivery_rate", "label": "Delivered of planned", "unit": "percent",
        "value": 78.0, "numerator": 39, "denominator": 50, "hidden": False,
        "why": None, "target": None, "target_parts": None, "met": None, "targets": [],
        "breakdown": {
            "service": {"ipsu-b": {"value": 78.0, "numerator": 39, "denominator": 50, "hidden": False}},
            "gender": {"woman": {"value": 78.0, "numerator": 39, "denominator": 50, "hidden": False}},
        },
    } == figures("--month 2026-03")["delivery_rate"]  # fmt: skip


def test_an_empty_register_has_its_counts_and_nothing_to_divide_by(figures: Figures) -> None:
    found = figures("")
    assert [0] * 4 == values(found, "queue referrals outcomes_employment supported")
    missing = "wait_max wait_est conversion goal_progress fidelity_latest survey_share survey_response meetings results"
    assert [None] * 9 == values(found, missing)
    assert {"not measurable"} == {found[code]["why"] for code in missing.split()}
    assert None is found["goal_progress"]["pace"]


def test_a_table_without_rows_is_not_shown(ipsu: Program, office: Run) -> None:
    shown = ipsu("report kpi").out
    assert [] == [block for block in shown.strip().split("\n\n") if block.splitlines()[-1].startswith("---")]


def test_nothing_to_divide_by_is_not_measurable(figures: Figures) -> None:
    found = figures("")
    assert [None] * 6 == values(found, "delivery_rate gp_on_time a_to_b passed tapering days_to_payment")
    assert (None, 0, 0) == whole(found["passed"])
    assert ["not measurable"] * 2 == [found[code]["why"] for code in ("passed", "days_to_payment")]
    assert [0, 0, 0, 0] == values(found, "ongoing delivered_hours invoiced_ore held_ore")


def test_the_plain_figures_of_one_case(b1: Run, figures: Figures) -> None:
    found = figures("--month 2026-03")
    assert [0, 1, 1, 1, 1] == values(found, "ongoing participants supported cases_started cases_closed")
    # Its final report is due on its last day, the day of asking.
    assert [50, 39, 100, 1] == values(found, "planned_hours delivered_hours gp_on_time documents_overdue")
    assert [0, 17_550_00] == values(found, "invoiced_ore held_ore")


def test_a_share_is_rounded_half_up_to_one_decimal(b1: Run, figures: Figures) -> None:
    b1("deliver B1 0.03 --on 2026-03-20", today="2026-03-22")
    assert 78.1 == figures("--month 2026-03")["delivery_rate"]["value"]  # 78.06
    b1("delivery correct 3 0.02 --reason fel", today="2026-03-22")
    assert 78 == figures("--month 2026-03")["delivery_rate"]["value"]  # 78.04


# Parts


def test_parts_not_known_have_their_names(b1: Run, support: Callable[..., None], figures: Figures) -> None:
    support("B2", ALEX, "2026-03-09", "2026-03-29", "2026-W11..2026-W12=10")
    found = figures("--month 2026-03 --by gender --by coach --by site --by agreement")["cases_started"]
    assert {"woman": 1, "unknown": 1} == parts(found, "gender")
    assert {"Lo": 1, "unspecified": 1} == parts(found, "coach")
    assert {"Malmö": 1, "unspecified": 1} == parts(found, "site")
    assert {"S1": 2} == parts(found, "agreement")
    assert "service" not in found["breakdown"]


def test_a_choice_of_cases_and_a_person_in_two(b1: Run, support: Callable[..., None], figures: Figures) -> None:
    b1(f"case add A1 --service ipsu-a --personnummer {KIM} --name 'Kim Ek' --from 2026-02-02 --to 2026-02-20")
    found = figures("--to 2026-03-31")
    assert [1, 2] == values(found, "participants cases_started")
    assert {"ipsu-a": 1} == parts(found["participants"], "service")  # the first of the two
    assert [0, 1] == values(figures("--to 2026-03-31 --service ipsu-a"), "delivered_hours cases_started")
    support("B2", ALEX, "2026-03-09", "2026-03-29", "2026-W11=10", "--coach Bo")
    assert [39, 0] == [figures(f"--coach {name}")["delivered_hours"]["value"] for name in ("Lo", "Bo")]


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        ("--month 2026-03 --year 2026", 2, "option.together"),
        ("--from 2026-03-02 --to 2026-03-01", 2, "value.period-backwards"),
        ("--year 26", 2, "value.year"),
        ("--by colour", 2, "value.code"),
        ("--as-of 2026-03-10", 1, "date.future"),
    ],
)
def test_what_cannot_be_asked(ipsu: Program, office: Run, words: str, code: int, error: str) -> None:
    result = ipsu(f"report kpi {words} --json", today="2026-03-09")
    assert code == result.code
    assert f'"code": "{error}"' in result.err


# Edges of the period


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--from 2026-03-22 --to 2026-03-22", [1, 1, 0, 1, 0]),
        ("--from 2026-03-23 --to 2026-03-23", [0, 0, 0, 0, 0]),
        ("--from 2026-03-02 --to 2026-03-02", [1, 1, 1, 0, 0]),
        ("--from 2026-03-01 --to 2026-03-01", [0, 0, 0, 0, 0]),
        ("--from 2026-03-15 --to 2026-03-17", [1, 1, 0, 0, 32]),
        ("--from 2026-03-16 --to 2026-03-18", [1, 1, 0, 0, 7]),
    ],
)
def test_first_and_last_day(b1: Run, figures: Figures, words: str, expected: list[int]) -> None:
    assert expected == values(figures(words), "ongoing participants cases_started cases_closed delivered_hours")


def test_closed_before_the_end_the_closing_day_is_a_day_of_support(b1: Run, figures: Figures) -> None:
    b1("case close B1 --on 2026-03-20 --reason completed --training-result passed")
    assert [1, 1] == values(figures("--from 2026-03-20 --to 2026-03-20"), "ongoing cases_closed")
    assert [0, 0] == values(figures("--from 2026-03-21 --to 2026-03-22"), "ongoing cases_closed")


@pytest.mark.parametrize(
    ("words", "planned"),
    [
        ("--month 2026-03", 0),
        ("--month 2026-04", 20),
        ("--from 2026-04-02 --to 2026-04-02", 20),
        ("--from 2026-04-03 --to 2026-04-05", 0),
        ("--year 2026", 30),  # W53 begins on 28 December, its Thursday is the last day of the year
        ("--year 2027", 5),
    ],
)
def test_a_week_belongs_where_its_thursday_is(
    support: Callable[..., None], figures: Figures, words: str, planned: int
) -> None:
    support("B1", KIM, "2026-03-30", "2027-01-10", "2026-W14=20 2026-W53=10 2027-W01=5")
    assert planned == figures(words)["planned_hours"]["value"]


def test_weeks_after_the_decided_end_count_for_nothing(b1: Run, figures: Figures) -> None:
    b1("case decide B1 --to 2026-03-15 --on 2026-03-12")
    assert 40 == figures("--month 2026-03")["planned_hours"]["value"]


# Documents


@pytest.mark.parametrize(("start", "fifth", "sixth"), [
    ("2026-03-02", "2026-03-09", "2026-03-10"),
    ("2026-04-02", "2026-04-13", "2026-04-14"),  # Good Friday and Easter Monday between
])  # fmt: skip
def test_the_first_gp_within_five_working_days(
    support: Callable[..., None], figures: Figures, start: str, fifth: str, sixth: str
) -> None:
    support("B1", KIM, start, "2026-06-12", "2026-W20=10", filed=fifth)
    support("B2", ALEX, start, "2026-06-12", "2026-W20=10", filed=sixth)
    month = f"--month {start[:7]}"
    assert (None, 0, 0) == whole(figures(month, today=fifth)["gp_on_time"])  # the deadline has not passed
    assert (50.0, 1, 2) == whole(figures(month, today=sixth)["gp_on_time"])


def test_a_document_is_overdue_from_its_due_day_until_it_is_there(
    support: Callable[..., None], figures: Figures
) -> None:
    support("B1", KIM, "2026-03-02", "2026-06-12", "2026-W20=10", filed="2026-03-10")
    days = {day: figures(f"--to {day}")["documents_overdue"]["value"] for day in
            ("2026-03-08", "2026-03-09", "2026-03-10")}  # fmt: skip
    assert {"2026-03-08": 0, "2026-03-09": 1, "2026-03-10": 0} == days


def test_a_final_report_is_overdue_from_the_day_on_which_the_case_ends(
    support: Callable[..., None], figures: Figures, office: Run
) -> None:
    support("B1", KIM, "2026-03-02", "2026-06-12", "2026-W20=10", filed="2026-03-09")

    def overdue(day: str, today: str) -> Any:
        return figures(f"--to {day}", today=today)["documents_overdue"]["value"]

    assert [0, 1] == [overdue(day, "2026-07-01") for day in ("2026-06-11", "2026-06-12")]
    office("case close B1 --on 2026-05-29 --reason work", today="2026-07-01")
    assert [0, 1] == [overdue(day, "2026-07-01") for day in ("2026-05-28", "2026-05-29")]
    office("document submit B1 sr --on 2026-06-01", today="2026-07-01")
    assert [1, 0] == [overdue(day, "2026-07-01") for day in ("2026-05-31", "2026-06-01")]


def test_deviations_known_and_unknown_apart(b1: Run, figures: Figures) -> None:
    for how in ("--known", "--unknown", "--unknown"):
        b1(f"document submit B1 avvikelse --from 2026-03-05 --to 2026-03-05 {how} --reason sjuk --on 2026-03-06")
    found = figures("--month 2026-03")["deviations"]
    assert 3 == found["value"]
    assert {"known": 1, "unknown": 2} == parts(found, "known")
    assert 0 == figures("--month 2026-04")["deviations"]["value"]


# Mappings and how support ends


def mapping(run: Run, case: str, person: str, option: str = "", no_show: bool = False) -> None:
    """A mapping of two weeks in January, whole."""
    run(
        f"case add {case} --service ipsu-a --personnummer {person} --name 'Kim Ek' --from 2026-01-19 --to 2026-01-30"
        " --meeting 2026-01-12 --mapping-agreed --decision 2026-01-14 --training Svets",
        today="2026-01-14",
    )
    for type in ("gp", "sr --no-mapping" if no_show else "sr"):
        run(f"document submit {case} {type}", today="2026-02-02")
        run(f"document confirm {case} {type.split()[0]}", today="2026-02-02")
    if no_show:
        words = "--from 2026-01-19 --to 2026-01-30 --unknown --reason borta"
        run(f"document submit {case} avvikelse {words}", today="2026-02-02")
    run(f"deliver {case} {'--no-show' if no_show else ''}", today="2026-02-02")


def test_mappings_and_what_came_of_them(office: Run, support: Callable[..., None], figures: Figures) -> None:
    mapping(office, "A1", KIM)
    mapping(office, "A2", ALEX, no_show=True)
    support("B1", KIM, "2026-03-02", "2026-03-22", "2026-W10=10", "--after A1")
    found = figures("--month 2026-01")
    assert [1, 1] == values(found, "mappings_done no_shows")
    assert (50.0, 1, 2) == whole(found["a_to_b"])
    assert 19_000_00 == found["held_ore"]["value"]
    assert (50.0, 1, 2) == whole(figures("--month 2026-01 --service ipsu-a")["a_to_b"])
    office("delivery cancel 2 --reason fel")
    found = figures("--month 2026-01")
    assert [1, 0, 100] == values(found, "mappings_done no_shows a_to_b")


def test_passed_and_tapering(support: Callable[..., None], office: Run, figures: Figures) -> None:
    support("B1", KIM, "2026-03-02", "2026-03-22", "2026-W10..2026-W11=20 2026-W12=10")  # falls
    support("B2", ALEX, "2026-03-02", "2026-03-22", "2026-W10=5 2026-W11=10 2026-W12=5")  # rises
    support("B3", SAM, "2026-03-02", "2026-03-22", "2026-W10=5")  # one week
    for case, more in (("B1", "--training-result passed"), ("B2", "--training-result not_passed"), ("B3", "")):
        office(f"case close {case} --on 2026-03-20 --reason completed {more}")
    found = figures("--month 2026-03")
    assert (50.0, 1, 2) == whole(found["passed"])
    assert (50.0, 1, 2) == whole(found["tapering"])
    assert (None, 0, 0) == whole(figures("--month 2026-04")["passed"])


# Money


def test_a_line_is_invoiced_approved_and_paid(b1: Run, figures: Figures) -> None:
    b1("invoice build --month 2026-03")
    money = "invoiced_ore approved_ore rejected_ore paid_ore held_ore"
    assert [17_550_00, 0, 0, 0, 0] == values(figures("--month 2026-03"), money)
    b1("invoice approve 2026-0001", today="2026-04-01")
    assert [17_550_00, 17_550_00, 0, 0, 0] == values(figures("--month 2026-03"), money)
    b1("invoice paid 2026-0001 --on 2026-04-07", today="2026-04-07")
    assert [17_550_00, 0, 0, 17_550_00, 0] == values(figures("--month 2026-03"), money)
    assert [0, 0, 0, 0, 0] == values(figures("--month 2026-04"), money)
    assert 20 == figures("--month 2026-04")["days_to_payment"]["value"]  # the last work was on 18 March
    assert None is figures("--month 2026-03")["days_to_payment"]["value"]


def test_a_rejected_line_counts_once(b1: Run, figures: Figures) -> None:
    b1("invoice build --month 2026-03")
    b1("invoice reject 2026-0001 --case B1 --reason fel --not-self-fixable", today="2026-04-01")
    money = "invoiced_ore rejected_ore held_ore"
    assert [17_550_00, 17_550_00, 0] == values(figures("--month 2026-03"), money)
    b1("invoice resolve 2026-0001 --case B1 --outcome corrected", today="2026-04-02")
    assert [0, 0, 17_550_00] == values(figures("--month 2026-03"), money)
    b1("invoice build --month 2026-03", today="2026-04-02")
    assert [17_550_00, 0, 0] == values(figures("--month 2026-03"), money)


def test_the_reversal_of_an_invoiced_delivery(b1: Run, figures: Figures) -> None:
    b1("invoice build --month 2026-03")
    b1("delivery correct 1 30 --reason fel", today="2026-04-01")
    found = figures("--month 2026-03")
    assert [37, 17_550_00, -900_00] == values(found, "delivered_hours invoiced_ore held_ore")


def test_held_hours_are_worth_the_price_of_their_day(
    support: Callable[..., None], office: Run, figures: Figures
) -> None:
    support("B1", KIM, "2026-03-30", "2026-04-12", "2026-W14..2026-W15=20")
    office("deliver B1 4 --on 2026-03-31", today="2026-04-02")
    office("deliver B1 6 --on 2026-04-01", today="2026-04-02")
    assert 4 * 450_00 == figures("--month 2026-03")["held_ore"]["value"]
    assert 6 * 460_00 == figures("--month 2026-04")["held_ore"]["value"]


# As of a day


def test_the_same_question_has_the_same_answer_for_ever(b1: Run) -> None:
    b1("invoice build --month 2026-03", today="2026-03-31")
    words = "report kpi --month 2026-03 --by service --by gender --by coach"
    before = b1(f"{words} --as-of 2026-03-31", today="2026-03-31")
    early = b1(f"{words} --as-of 2026-03-22", today="2026-03-31")
    by_code = {kpi["code"]: kpi["value"] for kpi in early["kpis"]}
    assert [39, 17_550_00, 0] == [by_code[code] for code in ("delivered_hours", "held_ore", "invoiced_ore")]
    b1("delivery correct 1 30 --reason fel", today="2026-04-01")
    b1("case edit B1 --coach Bo --gender man", today="2026-04-02")
    b1("case decide B1 --to 2026-03-29 --on 2026-03-23", today="2026-04-02")
    plan = "2026-W10..2026-W11=20 2026-W12=10 2026-W13=5"
    b1(f"plan set B1 {plan} --reason mer --submitted 2026-03-24 --confirmed 2026-03-24", today="2026-04-03")
    b1("invoice cancel 2026-0001 --reason fel", today="2026-04-04")
    b1("case close B1 --on 2026-03-20 --reason completed --training-result passed", today="2026-04-05")
    assert before == b1(f"{words} --as-of 2026-03-31", today="2026-04-30")
    assert before == b1(words, today="2026-03-31")  # the day pretended is the day asked as of
    assert early == b1(f"{words} --as-of 2026-03-22", today="2026-04-30")
    assert before["kpis"] != b1(words, today="2026-04-30")["kpis"]


def test_a_change_entered_with_an_earlier_day_counts_from_its_day_once(b1: Run, figures: Figures) -> None:
    b1("delivery correct 1 30 --reason fel", today="2026-04-10")
    b1("delivery correct 1 31 --reason fel", today="2026-04-05")
    found = {day: figures(f"--month 2026-03 --as-of {day}")["delivered_hours"]["value"]
             for day in ("2026-04-04", "2026-04-05", "2026-04-12")}  # fmt: skip
    assert {"2026-04-04": 39, "2026-04-05": 38, "2026-04-12": 38} == found


# The workbook


def test_the_workbook_has_its_tables_and_its_chart(b1: Run, ipsu: Program, tmp_path: Path) -> None:
    assert "mars.xlsx" == b1("report kpi --month 2026-03 --excel mars.xlsx")["excel"]
    from openpyxl import load_workbook

    book = load_workbook(tmp_path / "mars.xlsx")
    first = {label: row for label, *row in book["Nyckeltal"].iter_rows(max_col=3, values_only=True)}
    assert "2026-03-01 – 2026-03-31" == first["Period"][0]
    assert (["planned_hours", 50], ["delivered_hours", 39]) == (first["Planerade timmar"], first["Levererade timmar"])
    assert ["2026-03", 50, 39] == [cell.value for cell in book.worksheets[-1][6]]
    with zipfile.ZipFile(tmp_path / "mars.xlsx") as file:
        assert [name for name in file.namelist() if name.startswith("xl/charts/chart")]
    assert 1 == ipsu("report kpi --month 2026-03 --excel mars.xlsx").code
    assert 0 == ipsu("report kpi --month 2026-03 --excel mars.xlsx --force").code


def test_the_chart_has_the_last_24_months_at_most(b1: Run, tmp_path: Path) -> None:
    b1("report kpi --from 2023-01-15 --to 2026-03-20 --excel k.xlsx")
    from openpyxl import load_workbook

    page = load_workbook(tmp_path / "k.xlsx").worksheets[-1]
    *months, _ = list(page.iter_rows(min_row=6, values_only=True))
    assert (24, ("2024-04", 0, 0), ("2026-03", 50, 39)) == (len(months), months[0], months[-1])


# What a person reads


@pytest.fixture
def read(b1: Run, ipsu: Program) -> Callable[[str], list[str]]:
    """`read("--below 5")`: the lines of the report of March in English, without the space between columns."""

    def lines(words: str) -> list[str]:
        result = ipsu(f"report kpi --month 2026-03 {words}", today="2026-04-30", IPSU_LANG="en")
        assert 0 == result.code
        return [" ".join(line.split()) for line in result.out.splitlines()]

    return lines


def test_a_target_is_met_or_not_or_cannot_be_evaluated(office: Run, read: Callable[[str], list[str]]) -> None:
    for target in ("delivery_rate 78", "delivered_hours 40", "passed 50"):
        office(f"target set all {target}")
    lines = read("")
    assert {
        "Delivered of planned delivery_rate 78.0 % 39.00 50.00 per cent 78.0 % met",
        "Delivered hours delivered_hours 39.00 hours 40.00 not met",
        "IPSU B with the training passed passed not measurable 0 0 per cent 50.0 % cannot be evaluated",
    } <= {*lines}  # fmt: skip
    assert {
        "Delivered of planned delivery_rate all 78.0 % 2026-03-31 78.0 % 0.0 % met",
        "Delivered hours delivered_hours all 40.00 2026-03-31 39.00 -1.00 not met",
        "IPSU B with the training passed passed all 50.0 % 2026-03-31 cannot be evaluated",
    } <= {*lines}  # fmt: skip


def test_a_report_for_others_says_up_to_which_count_is_hidden(read: Callable[[str], list[str]]) -> None:
    told = "For others: no count of 1 to 3 is shown, nor what would give it away in this report."
    assert told in read("--external --below 4")


def test_what_has_nothing_to_divide_by_is_left_out_and_counted(b1: Run, read: Callable[[str], list[str]]) -> None:
    answer = b1("report kpi --month 2026-03", today="2026-04-30")["kpis"]
    empty = [kpi["label"] for kpi in answer if kpi["value"] is None]
    lines = read("")
    assert f"Key figures that have nothing to divide by here are left out: {len(empty)}. --json has all." in lines
    assert "Delivered hours delivered_hours 39.00 hours" in lines
    assert not [label for label in empty if any(line.startswith(label) for line in lines)]


def test_a_figure_with_parts_of_its_own_has_bars_unless_one_is_hidden(db: Path) -> None:
    with entering(db) as it:
        it.case("K1", it.person(), "ips", from_day="2026-01-01")
    office = Office(db, dt.date(2026, 3, 31), "anna", Typed())
    query = ReportQuery(Period.year_to_date(office.today), office.today)
    assert {"kpi-tenure_cohort": "value"} == bars(office, query)
    assert {} == bars(office, query._replace(below=5))


def bars(office: Office, query: ReportQuery) -> dict[str, str]:
    return {table.name: table.bar for table in report_kpi(office, query).tables if table.bar}
