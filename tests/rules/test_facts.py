"""Facts that are left out: a rule then judges the plainest thing of its kind, and finds nothing in what nobody said."""

from typing import Any

import pytest

from ipsu_cli.core.case import Training
from ipsu_cli.core.deadline import DeadlineRules
from ipsu_cli.core.hours import Quantity
from ipsu_cli.rules.reminders import Habits
from tests.rules.rule_cases import FACTS

# Whatever is not named here is nothing: no hours, no day, no flag.
PLAINEST: dict[str, dict[str, Any]] = {
    "SubmitFacts": {"version": 1},
    "DeliverFacts": {"quantity": Quantity(1_00), "unit": "hour", "priced": True},
    "ReadyFacts": {"unit": "hour"},
    "FollowFacts": {"long_days": 90, "progress": True},
    "BelongFacts": {"currency": "SEK"},
    "AgreementReminderFacts": {"habits": Habits()},
    "CaseReminderFacts": {"days": DeadlineRules(), "habits": Habits()},
    "RegisteredCase": {"training": Training()},
    "ReceiveFacts": {"billing": "self", "vat_stated": True},
}


def named(facts: Any) -> str:
    return str(facts.__name__)


@pytest.mark.parametrize("facts", sorted({*FACTS.values()}, key=named), ids=named)
def test_what_is_left_out_is_nothing_or_the_plainest(facts: Any) -> None:
    assert PLAINEST.get(named(facts), {}) == {name: value for name, value in facts._field_defaults.items() if value}
