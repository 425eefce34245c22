"""A rule that judges many deliveries at once reads nothing of a case by which cases of the same terms may differ."""

import datetime as dt
from itertools import product
from typing import Any

from ipsu_cli.core.case import Case, Lock, Person, Training
from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.plan import Plan
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts.delivery import DeliverFacts
from ipsu_cli.store.case_hours import Terms
from ipsu_cli.validation import rules_for

SERVICE = "ipsu-b"
PLAN = Plan(1, "confirmed", None, None, None, {Week("2026-W10"): Hours(20_00), Week("2026-W11"): Hours(10_00)})
# The terms by the names that they have in the facts; the references of the case and its agreement stand in what is said
# alone, and who is locked or has a report of absence is judged apart.
OF_CASE = {"training_from": "training.from_day", "training_to": "training.to_day"}
TERMS = {OF_CASE.get(term, term) for term in Terms._fields} - {"agreement_ends", "weeks"}
CASE = TERMS | {"ref", "agreement", "locked", "training"}
FACTS = {
    "case", "from_day", "to_day", "today", "quantity", "unit", "hours", "week", "plan", "planned", "delivered",
    "by_week", "windows", "replaces", "deviations", "agreement_ends",
}  # fmt: skip


class Watched:
    """A record that notes what is read of it, and of the records in it that are watched."""

    def __init__(self, record: Any, seen: set[str], path: str = "", inner: tuple[str, ...] = ()) -> None:
        self._record, self._seen, self._path, self._inner = record, seen, path, inner

    def __getattr__(self, name: str) -> Any:
        self._seen.add(self._path + name)
        value = getattr(self._record, name)
        return Watched(value, self._seen, f"{self._path}{name}.", self._inner) if name in self._inner else value


def day(number: int) -> dt.date:
    return dt.date(2026, 3, number)


def facts() -> list[DeliverFacts]:
    """Deliveries of every sort: within all bounds and beyond each, with and without a plan, in a locked case."""
    person = Person(1, "199001019802", "Kim Ek", None, False)
    training = Training(from_day=day(1), to_day=day(20))
    open_case = Case(1, "B1", SERVICE, "S1", person, day(2), day(22), training=training)
    cases = (open_case, open_case._replace(locked=Lock(day(3), "2026-0001", None), closed_on=day(10)))
    plans = (None, PLAN)
    days = (day(1), day(5), day(21), day(25))
    return [
        DeliverFacts(
            case, on, on, day(24), Quantity(hours), plan=plan, delivered=Hours(delivered),
            by_week={Week.of(day(5)): Hours(delivered)}, windows=[(Hours(delivered), 1)], agreement_ends=day(23),
        )
        for case, plan, on, hours, delivered in product(cases, plans, days, (0, 700), (0, 9000))
    ]  # fmt: skip


def test_a_rule_that_judges_many_reads_nothing_but_their_terms() -> None:
    seen: set[str] = set()
    rules = [rule for rule in rules_for(acts.DELIVER, SERVICE) if rule.by_set]
    for rule, found in product(rules, facts()):
        watched: Any = Watched(found, seen, inner=("case", "training"))
        rule(watched)
    of_case = {name.removeprefix("case.") for name in seen if name.startswith("case.")}
    assert len(rules) > 10
    assert [] == sorted(of_case - CASE)
    assert [] == sorted({name for name in seen if not name.startswith("case.")} - FACTS)
    assert {"from_day", "to_day", "training.to_day", "locked"} <= of_case  # they were watched
