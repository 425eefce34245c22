"""Made-up changes from 2027-01-01: each value is asked for on the day that is judged, whatever today is.

Every value that a rule judges by has a row here: facts of 31 December 2026, judged by the value that there is, and of
1 January 2027, judged by the new one. The days of documents are in `test_due`.
"""

import datetime as dt
import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import Any, NamedTuple

import pytest

from ipsu_cli import rules
from ipsu_cli.core.dated import Dated, DatedValue
from ipsu_cli.core.demands import Ages
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.percent import Percent
from ipsu_cli.locale import LANGUAGES, known, say
from ipsu_cli.rules import development_plan, deviations, due, scales, second_period, services, vat, weekly_plan
from ipsu_cli.rules.services import ips, ipsu_a, rusta_matcha, sed
from ipsu_cli.rules.sources import OFFICE
from ipsu_cli.rules.systems import ka_webb, msfa
from ipsu_cli.validation import all_rules
from tests.conftest import Program
from tests.rules.rule_cases import Row, RuleCase

CHANGED = dt.date(2027, 1, 1)
# Long after: what is judged does not lie in the present.
TODAY = dt.date(2029, 12, 31)
PERIOD = {"from_day": dt.date(2026, 2, 9), "to_day": dt.date(2027, 12, 31)}
PLACED = {"system": "ka-webb", "level": "B"}
IN_MSFA = {"case": {"system": "msfa", "level": "B"}}
# A joint plan follows a development plan.
FILED: list[Row] = [{"type": "iup", "submitted": dt.date(2026, 2, 10)}]
LATE = {"known": False, "activity": "Möte", "expected": "10:00-11:00", "absent": "10:00-10:18"}


class Change(NamedTuple):
    """A value from 2027 on; facts of the day before and of the first day, and what is found of them."""

    dated: Dated[Any]
    value: Any
    service: str
    act: str
    before: Row
    after: Row
    found_before: list[str]
    found_after: list[str]


def period(first: dt.date, last: dt.date, **more: Any) -> Row:
    return {"case": {"from_day": first, "to_day": last, **more}}


def waiting(day: dt.date, personnummer: str) -> Row:
    return {"case": {"queued_on": day, "from_day": "", "to_day": "", "person": {"personnummer": personnummer}}}


def filed(day: dt.date, **more: Any) -> Row:
    return {"on": day, "filed": FILED, **more}


def joint_plan(day: dt.date, mandatory: int, optional: int, **more: Any) -> Row:
    activities = {"mandatory": ["a=1", "b=1"][:mandatory], "optional": ["c=1"][:optional]}
    return filed(day, type="gp", fields=activities, **more)


def iup(day: dt.date, hours: str) -> Row:
    return filed(day, type="iup", fields={"goal": ["x"], "own_search": hours, "supplier": "0"})


def absence(day: dt.date) -> Row:
    return {"on": dt.date(2027, 1, 4), "type": "avvikelse", "fields": {"from": day, "to": day, **LATE}}


def decided_late(ends: dt.date) -> Row:
    """A decision on period 2 of a placement that ends on a day, with a new joint plan from the month before."""
    plans = [{"type": "gp", "version": n, "submitted": day, "mandatory": [f"a={n}"]}
             for n, day in ((1, dt.date(2026, 9, 1)), (2, dt.date(2026, 11, 1)))]  # fmt: skip
    return {**period(dt.date(2026, 9, 1), ends, **PLACED), "to": ends, "on": ends, "period": 2, "filed": plans}


def weekly_plan_of(weeks: str) -> Row:
    return {"weeks": [weeks], "version": 1, "reason": "", "on": dt.date(2026, 12, 31)}


def monthly(month: str) -> Row:
    plan = {"type": "gp", "submitted": dt.date(2026, 2, 10), "mandatory": ["a=1"]}
    return {"on": dt.date(2027, 2, 1), "type": "pr", "month": month, "fields": {"hours": ["a=1"]}, "filed": [plan]}


LAST = dt.date(2026, 12, 31)
EXTENTS = (Hours(5_00), Hours(15_00))
CHANGES = [
    Change(
        weekly_plan.EXTENTS, EXTENTS, "ipsu-b", "plan",
        weekly_plan_of("2026-W53=15"), weekly_plan_of("2027-W01=15"),
        ["plan.extent"], [],
    ),
    Change(
        ipsu_a.MAPPING_DAYS, (7, 22), "ipsu-a", "case",
        period(LAST, dt.date(2027, 1, 21), training_name="x"), period(CHANGED, dt.date(2027, 1, 22), training_name="x"),
        ["case.mapping-length"], [],
    ),
    *(
        Change(module.AGES, Ages(17, oldest + 1), service, "case", waiting(LAST, "200911159801"),
               waiting(CHANGED, "200911159801"), ["case.age"], [])
        for service, module, oldest in (("ips", ips, 65), ("sed", sed, 60))
    ),
    Change(
        deviations.LATE_MINUTES, 20, "rusta-matcha", "submit", absence(LAST), absence(CHANGED),
        [], ["deviation.not-required"],
    ),
    Change(
        rusta_matcha.MONTHS, 18, "rusta-matcha", "case",
        period(LAST, dt.date(2027, 12, 31), **PLACED), period(CHANGED, dt.date(2028, 6, 30), **PLACED),
        ["case.over-a-year"], [],
    ),
    Change(
        rusta_matcha.MONTHS, 18, "rusta-matcha", "decide",
        {**period(LAST, LAST, **PLACED), "to": dt.date(2027, 12, 31), "on": LAST},
        {**period(CHANGED, CHANGED, **PLACED), "to": dt.date(2028, 6, 30), "on": LAST},
        ["decision.over-a-year"], [],
    ),
    Change(
        second_period.PERIOD, 3, "rusta-matcha", "decide",
        {**period(LAST, LAST, **PLACED), "to": dt.date(2027, 6, 30), "on": LAST},
        {**period(CHANGED, CHANGED, **PLACED), "to": dt.date(2027, 6, 30), "on": CHANGED},
        [], ["decision.gp-not-updated"],
    ),
    # Period 1 of each ends on the day after the other's; both plans were filed on 1 November.
    Change(
        second_period.NEAR_END, 1, "rusta-matcha", "decide", decided_late(LAST), decided_late(CHANGED),
        [], ["decision.gp-not-updated"],
    ),
    Change(
        development_plan.FULL_DAY, Hours(7_00), "rusta-matcha", "submit", iup(LAST, "35"), iup(CHANGED, "35"),
        ["iup.short"], [],
    ),
    Change(
        ka_webb.LEAST, 2, "rusta-matcha", "submit", joint_plan(LAST, 2, 0), joint_plan(CHANGED, 2, 0),
        ["gp.few-activities"], [],
    ),
    Change(
        ka_webb.OWN_WORK, True, "rusta-matcha", "submit", monthly("2026-12"), monthly("2027-01"),
        [], ["pr.own-work-missing"],
    ),
    Change(
        msfa.MANDATORY, 1, "rusta-matcha", "submit", joint_plan(LAST, 1, 1, **IN_MSFA),
        joint_plan(CHANGED, 1, 1, **IN_MSFA), ["gp.under-three"], [],
    ),
    Change(
        msfa.OPTIONAL, 0, "rusta-matcha", "submit", joint_plan(LAST, 2, 0, **IN_MSFA),
        joint_plan(CHANGED, 2, 0, **IN_MSFA), ["gp.under-three"], [],
    ),
]  # fmt: skip
ELSEWHERE = (
    due.FIRST_PLAN,
    due.MAPPING_PLAN,
    due.MONTHLY_REPORT,
    due.ABSENCE_REPORT,
    due.SIGNAL_REPORT,
    due.RESULT_MONTHS,
    scales.BANDS,
    scales.CASELOAD,
    vat.FULL_VAT,
)


def change(monkeypatch: pytest.MonkeyPatch, dated: Dated[Any], value: Any) -> None:
    monkeypatch.setattr(dated, "values", (*dated.values, DatedValue(CHANGED, value, OFFICE)))


def found(change: Change, facts: Row) -> list[str]:
    """The codes that the value has to do with: a rule of it, or its whole file's."""
    placed = PLACED if change.service == "rusta-matcha" else {}
    given = {"today": TODAY, "service": change.service, "case": PERIOD | placed, "aid": {}}
    codes = {*change.found_before, *change.found_after}
    return [
        finding.code for finding in RuleCase("", {"act": change.act, **facts}, given).judged() if finding.code in codes
    ]


@pytest.mark.parametrize("made_up", CHANGES, ids=lambda made_up: f"{made_up.dated.name} {made_up.act}")
def test_a_change_holds_for_what_is_judged_on_its_first_day_and_not_the_day_before(
    made_up: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(monkeypatch, made_up.dated, made_up.value)
    assert (made_up.found_before, made_up.found_after) == (
        found(made_up, made_up.before),
        found(made_up, made_up.after),
    )


# ---------------------------------------------------------------------------------------------------------
# What no rule judges by


def test_a_band_is_that_of_the_day_of_the_review(ipsu: Program, db: object, monkeypatch: pytest.MonkeyPatch) -> None:
    change(monkeypatch, scales.BANDS, ((80, "fair"),))
    ipsu("agreement add A --service ips --area Norr --from 2026-01-01")
    for day in (LAST, CHANGED):
        ipsu(f"fidelity add A --on {day} --scores {','.join(['3'] * 25)}", today="2027-02-01")
    listed = ipsu("fidelity list --json", today="2027-02-01").json["fidelity"]
    assert {"2026-12-31": "fair", "2027-01-01": "none"} == {review["on"]: review["band"] for review in listed}


def test_a_caseload_is_scored_as_on_the_day_that_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    change(monkeypatch, scales.CASELOAD, ((10, 5), (25, 4)))
    assert (5, 4, 1) == tuple(scales.caseload_score(n, day) for n, day in ((20, LAST), (20, CHANGED), (26, CHANGED)))


def test_the_full_vat_is_that_of_the_first_day_of_the_agreement(
    ipsu: Program, db: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(monkeypatch, vat.FULL_VAT, Percent(24_00))
    for ref, day in (("OLD", LAST), ("NEW", CHANGED)):
        ipsu(f"agreement add {ref} --service ips --area Norr --from {day}", today="2027-02-01")
    listed = ipsu("agreement list --json", today="2027-02-01").json["agreements"]
    assert {"OLD": 25, "NEW": 24} == {agreement["agreement"]: agreement["vat"] for agreement in listed}


def test_the_settings_show_what_the_sources_say_today(
    ipsu: Program, db: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(monkeypatch, deviations.LATE_MINUTES, 20)
    change(monkeypatch, due.ABSENCE_REPORT, 3)
    change(monkeypatch, due.MONTHLY_REPORT, 15)

    def shown(today: dt.date) -> tuple[str, ...]:
        listed = {
            setting["name"]: setting["value"]
            for setting in ipsu("setting list --json", today=f"{today}").json["settings"]
        }
        return listed["late-minutes"], listed["deviation-days"], listed["pr-due-day"]

    assert [("15", "1", ""), ("20", "3", "15")] == [shown(LAST), shown(CHANGED)]
    ipsu("setting set late-minutes 0")
    assert ("0", "3", "15") == shown(CHANGED)


def test_the_name_of_a_key_figure_says_the_value_of_the_last_day(
    ipsu: Program, db: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(monkeypatch, due.FIRST_PLAN, 3)

    def label(last: dt.date) -> str:
        listed = ipsu(f"report kpi --from 2026-01-01 --to {last} --json", today="2027-02-01").json["kpis"]
        return next(str(kpi["label"]) for kpi in listed if kpi["code"] == "gp_on_time")

    assert ("First GP in time (5 working days)", "First GP in time (3 working days)") == (label(LAST), label(CHANGED))


def test_help_says_what_holds_today(ipsu: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    change(monkeypatch, weekly_plan.EXTENTS, EXTENTS)
    change(monkeypatch, vat.FULL_VAT, Percent(24_00))
    for today, extents, rate in ((LAST, "5, 10, 20, 30", "25"), (CHANGED, "5, 15", "24")):
        assert f"one of {extents}." in " ".join(ipsu("plan set --help", today=f"{today}").out.split())
        assert f"Left out, {rate}." in " ".join(ipsu("agreement add --help", today=f"{today}").out.split())


def test_the_rule_of_ages_shows_those_of_each_service(ipsu: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    change(monkeypatch, sed.AGES, Ages(18, 61))
    values = ipsu("explain case.age --json").json["rule"]["values"]
    ages = {service.ages.name for service in map(services.service, services.codes()) if service.ages}
    assert ages == {value["name"] for value in values}
    listed = [(value["from"], value["value"]) for value in values if value["name"] == sed.AGES.name]
    assert [("2025-01-01", [18, 60]), ("2027-01-01", [18, 61])] == listed
    assert "Youngest and oldest, SEd" in ipsu("explain case.age").out


# ---------------------------------------------------------------------------------------------------------
# All of them


FIGURE = re.compile(r"(?<!period )[0-9]|\b(three|six|twelve|fifteen|tre|sex|tolv|femton)\b", re.IGNORECASE)


def test_no_text_of_a_rule_says_a_value_that_it_judges_by() -> None:
    """The figures of a violation and the values of `explain` say it, each with its day."""
    dated = [rule.code for rule in all_rules() if rule.dated] + ["case.age"]
    names = [f"rule.{code}{part}" for code in dated for part in ("", ".demand", ".why")]
    texts = [(name, lang, say(name, lang)) for name in names for lang in LANGUAGES if known(name, lang)]
    assert [] == [(name, lang) for name, lang, text in texts if FIGURE.search(text)]
    assert [] == [rule.code for rule in all_rules() if rule.dated and FIGURE.search(rule.demand)]


def dated_values() -> Iterator[tuple[str, Dated[Any]]]:
    """Every value below `rules`, with the name that it stands under."""
    for module in walk_packages(rules.__path__, f"{rules.__name__}."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, Dated):
                yield name, value


def test_every_value_that_can_change_is_changed_here() -> None:
    tried = [change.dated.name for change in CHANGES] + [dated.name for dated in ELSEWHERE]
    assert {dated.name for _, dated in dated_values()} == {*tried}


def test_a_value_has_a_name_of_its_own() -> None:
    by_name: dict[str, set[int]] = {}
    for _, dated in dated_values():
        by_name.setdefault(dated.name, set()).add(id(dated))
    assert [] == [name for name, several in by_name.items() if len(several) > 1]


def test_a_value_that_a_rule_judges_by_is_named_in_both_languages() -> None:
    shown = {dated.name for rule in all_rules() for dated in rule.dated}
    assert [] == [name for name in sorted(shown) for lang in LANGUAGES if not known(f"column.dated-{name}", lang)]
