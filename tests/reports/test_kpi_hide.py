"""What is hidden of key figures that are given: what rests on a small count or tells it, and targets judged by it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pytest

from ipsu_cli.core.answer import Text
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.period import Period
from ipsu_cli.core.target import Target
from ipsu_cli.reports.kpi_figure import HIDDEN, Figure, FigureValue, KeyFigure
from ipsu_cli.reports.kpi_suppression import SuppressionScope, suppressed
from ipsu_cli.reports.kpi_targets import GoalProgress, Judged
from ipsu_cli.rules.kpis import find
from ipsu_cli.store.kpis import DIMENSIONS, Parts
from tests.conftest import Program

YEAR = Period(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
LAST = YEAR.last


def kpi(code: str, value: FigureValue, n: FigureValue | None = None, d: int | None = None) -> KeyFigure:
    return KeyFigure(code, Text(f"kpi.{code}"), "count", Figure(value, n, d), None, None, True, [], {})


def share(code: str, n: int, d: int) -> KeyFigure:
    return kpi(code, Percent.share(n, d), n, d)


def supported(count: int, goal: int) -> list[KeyFigure]:
    """New support in the year, and since the goal began."""
    pace = GoalProgress(365, None, None, Quantity(100_00), Quantity(9_00))
    return [kpi("supported", count), kpi("goal_progress", 50, Quantity(100 * goal), 200)._replace(pace=pace)]


def seen(
    figures: Sequence[KeyFigure],
    period: Period = YEAR,
    by: Sequence[str] = DIMENSIONS,
    persons: Mapping[str, Parts] = MappingProxyType({}),
) -> list[KeyFigure]:
    """The key figures as others see them where counts below 5, and sums of fewer persons, are hidden."""
    return suppressed(figures, [], SuppressionScope(period, (None,), 5, by), persons)


def hidden(figures: Sequence[KeyFigure], period: Period = YEAR) -> list[str]:
    """The codes of those that are hidden."""
    return [figure.code for figure in seen(figures, period) if figure.whole.hidden]


def test_nothing_is_left_of_a_hidden_figure() -> None:
    """Neither whole nor by part, not even which parts there are, and not that it cannot be measured."""
    figure = share("outcome_share", 2, 20)._replace(breakdown={"gender": {"woman": Figure(10, 2, 20)}})
    [gone] = seen([figure])
    assert (HIDDEN, {"gender": {}}, None, None) == (gone.whole, gone.breakdown, gone.why, gone.met)
    assert (None, None, None, True) == HIDDEN


@pytest.mark.parametrize("by", [["gender"], ["gender", "cohort"]])
def test_ongoing_cases_are_parted_by_their_start_once(by: list[str]) -> None:
    """By half-year 7 and 13, by months of support 6 and 14: one began between the two days."""
    halves = {"cohort": {"2025-H1": Figure(13), "2025-H2": Figure(7)}, "gender": {"woman": Figure(20)}}
    ongoing = kpi("ongoing", 20)._replace(breakdown={name: halves[name] for name in by})
    months = {"0-5": Figure(6), "6-10": Figure(14)}
    tenure = kpi("tenure_cohort", 20)._replace(breakdown={"cohort": months})
    counted, parted = seen([ongoing, tenure], by=by)
    assert ongoing == counted
    assert tenure.whole == parted.whole
    assert (dict.fromkeys(months, HIDDEN) if "cohort" in by else months) == parted.breakdown["cohort"]


def test_what_was_done_rests_on_the_persons_it_was_done_with() -> None:
    """Hours and money of a few persons are theirs, though they are not few themselves."""
    work = [kpi("planned_hours", 400), share("delivery_rate", 300, 400), kpi("paid_ore", 900_00)]
    assert [] == hidden([kpi("participants", 5), *work])
    assert 4 == len(hidden([kpi("participants", 4), *work]))


def test_a_share_is_given_up_before_a_count() -> None:
    """12 that were to be mapped, less 10 mapped, would tell of the 2 that never came."""
    figures = [kpi("mappings_done", 10), kpi("no_shows", 2), share("a_to_b", 6, 12)]
    assert ["no_shows", "a_to_b"] == hidden(figures)


@pytest.mark.parametrize(("goal", "gone"), [
    (97, []), (98, ["goal_progress"]), (101, ["goal_progress"]), (102, []),
])  # fmt: skip
def test_the_goal_does_not_tell_how_few_had_support_before_the_period(goal: int, gone: list[str]) -> None:
    figures = supported(97, goal)
    assert gone == hidden(figures)
    left = (None, None) if gone else (Quantity(100_00), Quantity(9_00))
    assert GoalProgress(365, None, None, *left) == seen(figures)[1].pace


def test_the_answers_of_all_do_not_tell_those_of_the_few_who_were_leaving() -> None:
    """30 of whom 28 were staying would tell of the 2; how many answered is not told by how many were asked."""
    positive = [share("survey_share:nytta:ongoing", 28, 40), share("survey_share:nytta:closing", 2, 10),
                share("survey_share:nytta:all", 30, 50)]  # fmt: skip
    answered = [share("survey_response:nytta:ongoing", 40, 60), share("survey_response:nytta:closing", 10, 20),
                share("survey_response:nytta:all", 50, 80)]  # fmt: skip
    assert ["survey_share:nytta:ongoing", "survey_share:nytta:closing"] == hidden([*positive, *answered])


def test_how_many_answered_is_one_count_in_two_figures() -> None:
    figures = [share("survey_share:nytta:closing", 0, 3), share("survey_response:nytta:closing", 3, 20)]
    assert 2 == len(hidden(figures))


@pytest.mark.parametrize(("first", "last", "gone"), [
    ("2025-01-01", "2025-12-31", ["wait_est", "initial_offered"]),
    ("2024-01-01", "2024-12-31", ["wait_est", "initial_offered"]),
    ("2025-01-01", "2025-12-30", ["wait_est"]), ("2024-01-01", "2025-01-01", ["wait_est"]),
])  # fmt: skip
def test_a_years_queue_tells_how_few_left_it(first: str, last: str, gone: list[str]) -> None:
    """30 waited and 20 came, 47 wait: 3 have left, as far as the exits are those of the period, twelve months."""
    period = Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    figures = [kpi("referrals", 20), kpi("queue", 47), kpi("wait_est", 5_718, 47, 3), share("initial_offered", 15, 30)]
    assert gone == hidden(figures, period)


def test_who_had_support_and_came_and_left_tells_how_few_go_on() -> None:
    """3 had it before (35 less 32 who are new), 39 have started and 39 ended: 3 go on."""
    figures = [kpi("participants", 35), kpi("supported", 32), kpi("cases_started", 39), kpi("cases_closed", 39)]
    assert [] == hidden([kpi("ongoing", 10), *figures])
    assert ["ongoing", "cases_closed"] == hidden([kpi("ongoing", 3), *figures])


@pytest.mark.parametrize(("started", "gone"), [(19, ["queue", "initial_offered"]), (18, ["queue"])])
def test_who_has_not_started_and_who_was_not_offered_tells_how_few_wait(started: int, gone: list[str]) -> None:
    """15 waited and all were offered; 20 came and 19 of them have started: at most one waits."""
    queue = kpi("queue", 20 - started)
    figures = [kpi("referrals", 20), share("conversion", started, 20), queue, share("initial_offered", 15, 15)]
    assert gone == hidden(figures)


def test_where_all_have_as_a_whole_all_have_in_each_part() -> None:
    """All who waited were offered, so they are as many in each part, though how many is hidden there. Of the queue,
    which is hidden as a whole, no part is listed."""
    parts: dict[str, dict[str, int | tuple[int, int]]] = {
        "referrals": {"ips": 8, "sed": 16}, "queue": {"ips": 1, "sed": 6},
        "conversion": {"ips": (7, 8), "sed": (10, 16)}, "initial_offered": {"ips": (4, 4), "sed": (21, 21)},
    }  # fmt: skip
    whole = [kpi("referrals", 24), share("conversion", 17, 24), kpi("queue", 7), share("initial_offered", 25, 25)]
    figures = [figure._replace(breakdown={"service": _parts(parts[figure.code])}) for figure in whole]
    covered = {figure.code: {part for part, own in figure.breakdown["service"].items() if own.hidden}
               for figure in seen(figures)}  # fmt: skip
    assert [set(), {"ips", "sed"}, set(), set()] == [
        covered[code] for code in ("queue", "initial_offered", "conversion", "referrals")
    ]


def _parts(counts: Mapping[str, int | tuple[int, int]]) -> dict[str, Figure]:
    return {
        part: Figure(count) if isinstance(count, int) else Figure(Percent.share(*count), *count)
        for part, count in counts.items()
    }


# Targets


def target(code: str, agreement: str | None = None, counts: tuple[str, ...] = (), **days: dt.date) -> Target:
    return Target(1, agreement, code, "50", days.get("from_day"), days.get("by_day"), counts)


def judge(aim: Target, value: int, of: int = 1, on: dt.date = LAST) -> Judged:
    found = find(aim.kpi)
    assert found
    return Judged(aim, found, on, (value, of), (50, 1), True)


def judged_for_others(figure: KeyFigure, judged: Judged) -> KeyFigure:
    """The key figure with this one target, as others see it."""
    [found] = suppressed(
        [figure._replace(targets=[judged.standing])], [judged], SuppressionScope(YEAR, (None,), 5, DIMENSIONS), {}
    )
    return found


def is_shown(figure: KeyFigure, judged: Judged) -> bool:
    """Is what came of the target shown? All of it or nothing."""
    [target] = judged_for_others(figure, judged).targets
    gone = judged.standing._replace(judged_value=None, met=None, difference=None, hidden=True)
    assert target in (judged.standing, gone)
    return target != gone


@pytest.mark.parametrize(("count", "shown"), [
    (0, True), (1, False), (4, False), (5, True), (16, False), (20, True), (21, False), (24, False), (25, True),
])  # fmt: skip
def test_a_count_from_another_first_day_is_neither_small_nor_near_the_one_shown(count: int, shown: bool) -> None:
    judged = judge(target("supported", from_day=dt.date(2024, 7, 1)), count)
    assert shown is is_shown(kpi("supported", 20), judged)
    assert judged_for_others(kpi("supported", 20), judged).met is (True if shown else None)


def since(month: int, agreement: str | None = None) -> Target:
    return target("supported", agreement, from_day=dt.date(2024, month, 1))


def judged_together(figure: KeyFigure, *judged: Judged) -> list[bool]:
    """Which of these targets are hidden."""
    figure = figure._replace(targets=[one.standing for one in judged])
    [found] = suppressed([figure], judged, SuppressionScope(YEAR, (None,), 5, DIMENSIONS), {})
    return [one.hidden for one in found.targets]


@pytest.mark.parametrize(("first", "second", "hidden"), [(30, 32, 1), (30, 30, 0), (30, 34, 1), (30, 35, 0)])
def test_two_targets_do_not_tell_how_few_came_between_their_first_days(first: int, second: int, hidden: int) -> None:
    """Each is far from the 20 that came in the period."""
    assert hidden == sum(judged_together(kpi("supported", 20), judge(since(7), first), judge(since(1), second)))


@pytest.mark.parametrize(("count", "hidden"), [(20, False), (22, True), (24, True), (25, False)])
def test_nor_does_the_target_of_an_agreement(count: int, hidden: bool) -> None:
    """20 came under it in the period."""
    figure = kpi("supported", 70)._replace(breakdown={"agreement": {"A": Figure(20), "B": Figure(50)}})
    assert [hidden] == judged_together(figure, judge(since(7, "A"), count))


def test_nor_do_all_since_a_day_less_those_of_each_agreement() -> None:
    """80 since July, 30 and 47 under two agreements: 3 under the third."""
    parts = {"A": Figure(20), "B": Figure(45), "C": Figure(0)}
    figure = kpi("supported", 65)._replace(breakdown={"agreement": parts})
    counts = ((None, 80), ("A", 30), ("B", 47), ("C", 3))
    assert any(judged_together(figure, *(judge(since(7, name), count) for name, count in counts))[:3])


def test_a_target_of_all_is_not_shown_next_to_a_choice() -> None:
    """With --service the figures are of others than those that the target was judged by."""
    figure = share("outcome_share", 0, 40)
    judged = judge(target("outcome_share"), 200, 50)
    [found] = suppressed(
        [figure._replace(targets=[judged.standing])], [judged], SuppressionScope(YEAR, (), 5, DIMENSIONS), {}
    )
    assert found.targets[0].hidden


@pytest.mark.parametrize(("judged", "shown"), [
    (judge(target("outcome_share"), 4000, 100), True),
    (judge(target("outcome_share", counts=("employment",)), 4000, 100), False),
    (judge(target("outcome_share"), 4000, 100, on=dt.date(2025, 6, 30)), False),
])  # fmt: skip
def test_a_target_is_shown_where_its_share_is(judged: Judged, shown: bool) -> None:
    """The same share, on the last day and of its own outcomes; of a hidden one nothing is."""
    assert shown is is_shown(share("outcome_share", 40, 100), judged)
    assert not is_shown(share("outcome_share", 2, 100), judged)


@pytest.mark.parametrize("on", [dt.date(2025, 1, 31), LAST])
def test_fidelity_is_a_score_of_the_method_and_always_shown(on: dt.date) -> None:
    assert is_shown(kpi("fidelity_latest", 90), judge(target("fidelity_latest"), 89, on=on))


@pytest.mark.parametrize(("parts", "shown"), [
    ({"agreement": {"A": 30, "B": 40}}, True), ({"agreement": {"A": 2, "B": 68}}, False),
    ({"agreement": {"B": 70}}, False), ({"gender": {"woman": 70}}, False),
])  # fmt: skip
def test_an_agreements_target_is_shown_where_its_part_is(parts: dict[str, dict[str, int]], shown: bool) -> None:
    """What it says of one agreement never touches whether the target of all is met."""
    aim = target("ongoing", agreement="A")
    breakdown = {name: {part: Figure(count) for part, count in own.items()} for name, own in parts.items()}
    figure = kpi("ongoing", 70)._replace(breakdown=breakdown)
    assert shown is is_shown(figure, judge(aim, 30))
    assert judged_for_others(figure, judge(aim, 30)).met
    assert not is_shown(figure, judge(aim, 30, on=dt.date(2025, 6, 30)))


def test_a_target_whose_time_has_not_come_has_nothing_to_hide() -> None:
    judged = judge(target("queue"), 0)._replace(value=None)
    assert judged.standing == judged_for_others(kpi("queue", 20), judged).targets[0]


def test_no_target_goes_unjudged() -> None:
    """One that nothing is known of would be shown as it is."""
    with pytest.raises(ValueError, match="shorter"):
        hidden([kpi("queue", 20)._replace(targets=[judge(target("queue"), 0).standing])])


def test_a_median_of_few_is_theirs() -> None:
    """It rests on those who have had a first contact, not on all who began; who has not is not told either."""
    started = kpi("cases_started", 20)
    assert [] == hidden([started, kpi("first_contact_median", Quantity(7_50), None, 5)])
    assert ["first_contact_median"] == hidden([started, kpi("first_contact_median", Quantity(7_50), None, 4)])


MONEY = ("invoiced_ore", "approved_ore", "rejected_ore", "paid_ore", "held_ore")


def sums(*codes: str) -> list[KeyFigure]:
    """Of everybody, and of two genders."""
    parts = {"gender": {"woman": Figure(Ore(900_00)), "man": Figure(Ore(4500_00))}}
    return [kpi(code, Ore(5400_00))._replace(breakdown=dict(parts)) for code in codes]


def of_persons(count: int, women: int = 0, men: int = 0) -> Parts:
    return {"whole": {"": (count, count)}, "gender": {"woman": (women, women), "man": (men, men)}}


@pytest.mark.parametrize(("count", "gone"), [(0, False), (1, True), (4, True), (5, False)])
@pytest.mark.parametrize("code", [*MONEY, "planned_hours", "delivered_hours"])
def test_a_sum_of_few_persons_is_hidden(code: str, count: int, gone: bool) -> None:
    [figure] = seen(sums(code), persons={f"{code}.persons": of_persons(count)})
    assert gone is figure.whole.hidden


@pytest.mark.parametrize(("women", "men", "gone"), [(6, 5, False), (1, 9, True), (9, 4, True), (0, 9, False)])
def test_by_part_as_many_more_are_hidden_as_it_takes(women: int, men: int, gone: bool) -> None:
    persons = {"delivered_hours.persons": of_persons(women + men, women, men)}
    [figure] = seen(sums("delivered_hours"), persons=persons)
    assert not figure.whole.hidden
    assert {gone} == {part.hidden for part in figure.breakdown["gender"].values()}


@pytest.mark.parametrize("few", ["approved_ore", "rejected_ore", "paid_ore", "rest_ore"])
def test_what_came_of_the_invoices_goes_together(few: str) -> None:
    """What was invoiced is what was approved, rejected, paid and the rest; that itself, and what is held, stay."""
    persons = {f"{code}.persons": of_persons(3 if code == few else 20) for code in (*MONEY, "rest_ore")}
    assert [*MONEY[1:4]] == [figure.code for figure in seen(sums(*MONEY), persons=persons) if figure.whole.hidden]


@pytest.mark.parametrize("code", ["deviations", "documents_overdue", "first_pass_share_documents", "days_to_payment"])
def test_documents_and_days_are_those_of_the_persons_behind_them(code: str) -> None:
    """Six reports of one person are that person's."""
    for count, gone in ((1, True), (4, True), (5, False)):
        [figure] = seen([kpi(code, 6, 6, 6)], persons={f"{code}.persons": of_persons(count)})
        assert gone is figure.whole.hidden


def test_a_share_of_hours_rests_on_both() -> None:
    for few in ("planned_hours", "delivered_hours"):
        persons = {f"{few}.persons": of_persons(2)}
        assert [few, "delivery_rate"] == [
            figure.code
            for figure in seen(sums("planned_hours", "delivered_hours", "delivery_rate"), persons=persons)
            if figure.whole.hidden
        ]


def test_who_knows_the_price_does_not_count_the_mappings_by_it(ipsu: Program, db: Path) -> None:
    """Two of seven mappings are done and billed."""
    numbers = ("19900101-9802", "19850505-2384", "19750315-2394", "19941224-9808", "19850602-9837", "19750315-2386",
               "19880314-9809")  # fmt: skip
    lines = [
        "agreement add S1 --service ipsu --area Norr --from 2025-01-01",
        "price set S1 ipsu-a 9000 --unit case --from 2025-01-01",
    ]
    for place, number in enumerate(numbers):
        lines += [
            f"case add A{place} --service ipsu-a --agreement S1 --personnummer {number} --name Kim --from 2026-01-19 "
            "--to 2026-01-30 --meeting 2026-01-16 --mapping-agreed --decision 2026-01-17 --training Svets "
            "--training-type preparatory-training --training-from 2026-01-12 --training-to 2026-12-31",
            f"document submit A{place} gp --on 2026-01-19",
            f"document confirm A{place} gp --on 2026-01-20",
        ]
    for case in ("A0", "A1"):
        lines += [f"document submit {case} sr --on 2026-01-30", f"document confirm {case} sr --on 2026-02-02",
                  f"deliver {case} --on 2026-01-30"]  # fmt: skip
    for words in (*lines, "invoice build --month 2026-01"):
        assert 0 == ipsu(words, today="2026-02-28").code, words
    kpis = ipsu("report kpi --year 2026 --external --json", today="2026-02-28").json["kpis"]
    shown = {figure["code"]: figure["value"] for figure in kpis if not figure["hidden"]}
    assert 7 == shown["participants"]
    assert {"held_ore": 0} == {code: shown[code] for code in ("mappings_done", *MONEY) if code in shown}
