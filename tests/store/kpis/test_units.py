"""What is kept of an agreement as a whole: which agreements are asked about, and what of them falls in the period."""

import datetime as dt
from pathlib import Path

import pytest

from ipsu_cli.reports.kpi_measured import counting
from ipsu_cli.store.kpis import KpiCounter, units
from ipsu_cli.store.kpis.question import WHOLE, Pair
from ipsu_cli.store.scope import Chosen
from tests.reports.register import Register, entering
from tests.store.kpis.counted import EDGES, FIRST, LAST, LATER, ONE_DAY, PERIOD, case, counter

METHOD = '["sed"]'


@pytest.mark.parametrize(("services", "agreements", "chosen"), [
    ((), (), {"A": "ips", "B": "unspecified", "C": "se"}), (("ips",), (), {"A": "ips", "B": "unspecified"}),
    (("sed",), (), {"B": "unspecified"}), (("se",), (), {"C": "se"}), ((), ("A", "C"), {"A": "ips", "C": "se"}),
    (("ips",), ("B", "C"), {"B": "unspecified"}),
])  # fmt: skip
def test_an_agreement_is_asked_about_where_one_of_its_services_is(
    db: Path, services: tuple[str, ...], agreements: tuple[str, ...], chosen: dict[str, str]
) -> None:
    """One that is on several services counts as of none."""
    with entering(db) as it:
        for ref, service, more in (("A", "ips", None), ("B", "ips", METHOD), ("C", "se", None)):
            it.agreement(ref, service, further_services=more)
        units.choose(it.store, services, agreements)
        assert chosen == {row["ref"]: row["service"] for row in it.store.all("SELECT ref, service FROM units")}


def fidelity(it: Register) -> Pair | None:
    found = counter(it).fidelity(PERIOD, LATER)
    return found[WHOLE][""] if found else None


@pytest.mark.parametrize(("first", "last", "counted"), [
    ("2025-01-01", None, True), (LAST, None, True), (LAST + ONE_DAY, None, False), ("2025-01-01", FIRST, True),
    ("2025-01-01", FIRST - ONE_DAY, False),
])  # fmt: skip
def test_a_unit_has_an_agreement_in_the_period(db: Path, first: object, last: object, counted: bool) -> None:
    with entering(db) as it:
        it.fidelity(it.agreement("A", "ips", str(first), to_day=last and str(last)), "2025-01-10", 90)
        assert (fidelity(it) == (90, 1)) is counted


@pytest.mark.parametrize(("service", "more", "counted"), [
    ("ips", None, (90, 1)), ("ipsu", None, None), ("ipsu", METHOD, (90, 1)),
])  # fmt: skip
def test_a_unit_is_one_of_the_method(db: Path, service: str, more: str | None, counted: Pair | None) -> None:
    with entering(db) as it:
        it.fidelity(it.agreement("A", service, further_services=more), "2025-01-10", 90)
        assert counted == fidelity(it)


def test_the_lowest_of_the_units_latest_complete_reviews(db: Path) -> None:
    """Of two on one day the one entered later; nothing while a unit has none."""
    with entering(db) as it:
        one, two = it.agreement("A", "ips"), it.agreement("B", "se")
        it.fidelity(two, LAST, 60)
        assert (0, 0) == fidelity(it)
        for day, total in ((FIRST, 70), (LAST, 80), (LAST, 81), (LAST, None), (LAST + ONE_DAY, 10), ("2025-04-01", 5)):
            it.fidelity(one, day, total)
        it.fidelity(two, LAST, 99)
        assert (81, 1) == fidelity(it)


def test_answers_of_the_period_are_summed_whole_and_by_part(db: Path) -> None:
    with entering(db) as it:
        one, two = it.agreement("A", "ips"), it.agreement("B", "se")
        for n, day in enumerate(EDGES):
            it.survey(one, "nytta", "closing", day, 1000 * 2**n, 100 * 2**n, 10 * 2**n)
        it.survey(two, "nytta", "ongoing", FIRST, 9000, 900, 90)
        found = counter(it, ["agreement"]).surveys(PERIOD, LATER)
    assert {"": (60, 600)} == found["survey_share:nytta:closing"][WHOLE]
    assert {"": (600, 6000)} == found["survey_response:nytta:closing"][WHOLE]
    assert {"": (150, 1500)} == found["survey_share:nytta:all"][WHOLE]
    assert {"A": (60, 600), "B": (90, 900)} == found["survey_share:nytta:all"]["agreement"]


def test_only_the_questions_of_the_agreements_asked_about_are_there(db: Path) -> None:
    with entering(db) as it:
        for ref, question in (("A", "nytta"), ("B", "bemötande")):
            it.survey(it.agreement(ref, "ips"), question, "closing", FIRST, 10, 10, 9)
        found = counting(it.store, Chosen(agreements=("A",))).surveys(PERIOD, LATER)
    assert {"nytta"} == {code.split(":")[1] for code in found}


def met(cases: KpiCounter) -> list[tuple[str, str, dt.date]]:
    return [(unit.agreement, party, day) for unit, party, day in cases.meetings(PERIOD, LATER)]


def test_meetings_of_an_agreement_are_none_about_a_case(db: Path) -> None:
    with entering(db) as it:
        one, two = it.agreement("A", "ips"), it.agreement("B", "se")
        for day in EDGES:
            it.meeting(one, "AF", day)
        it.meeting(two, "Vården", FIRST)
        it.store.add("contacts", agreement_id=two, case_id=case(it, "se", agreement=two), party="AF", on_day=str(FIRST))
        assert [("A", "AF", FIRST), ("B", "Vården", FIRST), ("A", "AF", LAST)] == met(counter(it))
