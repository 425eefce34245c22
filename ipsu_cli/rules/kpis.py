"""The key figures: one line each, in the order in which they are answered."""

from typing import NamedTuple

COUNT, HOURS, PERCENT, ORE, DAYS = "count", "hours", "percent", "ore", "days"


class Kpi(NamedTuple):
    """A key figure. `number` is where the sources define it; `more` is true where more is better.

    `kept` is false for what the services of this register have no facts for yet.
    """

    code: str
    unit: str
    number: str
    more: bool = True
    kept: bool = True


KPIS = (
    Kpi("ongoing", COUNT, "1F"),
    Kpi("ongoing_persons", COUNT, "1F"),
    Kpi("participants", COUNT, "1F"),
    Kpi("active", COUNT, "1F"),
    Kpi("referrals", COUNT, "1F", kept=False),
    Kpi("conversion", PERCENT, "1F", kept=False),
    Kpi("supported", COUNT, "1F"),
    Kpi("goal_progress", PERCENT, "1F", kept=False),
    Kpi("queue", COUNT, "1F", more=False, kept=False),
    Kpi("wait_max", DAYS, "1F", more=False, kept=False),
    Kpi("wait_median", DAYS, "1F", more=False, kept=False),
    Kpi("wait_mean", DAYS, "1F", more=False, kept=False),
    Kpi("wait_est", DAYS, "1F", more=False, kept=False),
    Kpi("initial_offered", PERCENT, "1F", kept=False),
    Kpi("outcomes_employment", COUNT, "1F", kept=False),
    Kpi("outcomes_studies_completed", COUNT, "1F", kept=False),
    Kpi("outcomes_studies_started", COUNT, "1F", kept=False),
    Kpi("outcomes_unsubsidised", COUNT, "1F", kept=False),
    Kpi("outcome_share", PERCENT, "1F", kept=False),
    Kpi("in_work", PERCENT, "1F", kept=False),
    Kpi("discharge_share", PERCENT, "1F"),
    Kpi("discharge_share_closed", PERCENT, "1F"),
    Kpi("cases_started", COUNT, "6"),
    Kpi("cases_closed", COUNT, "6"),
    Kpi("balance", PERCENT, "1F"),
    Kpi("tenure_cohort", COUNT, "1F"),
    Kpi("fidelity_latest", COUNT, "1F", kept=False),
    Kpi("survey_share", PERCENT, "1F", kept=False),
    Kpi("survey_response", PERCENT, "1F", kept=False),
    Kpi("meetings", PERCENT, "1F", kept=False),
    Kpi("planned_hours", HOURS, "6"),
    Kpi("delivered_hours", HOURS, "6"),
    Kpi("delivery_rate", PERCENT, "6"),
    Kpi("gp_on_time", PERCENT, "R12"),
    Kpi("documents_overdue", COUNT, "6", more=False),
    Kpi("deviations", COUNT, "R6"),
    Kpi("mappings_done", COUNT, "A15"),
    Kpi("no_shows", COUNT, "A15"),
    Kpi("a_to_b", PERCENT, "6"),
    Kpi("passed", PERCENT, "A3"),
    Kpi("tapering", PERCENT, "J7"),
    Kpi("invoiced_ore", ORE, "6"),
    Kpi("approved_ore", ORE, "6"),
    Kpi("rejected_ore", ORE, "6"),
    Kpi("paid_ore", ORE, "6"),
    Kpi("held_ore", ORE, "6", more=False),
    Kpi("days_to_payment", DAYS, "6", more=False),
    Kpi("results", PERCENT, "R28", kept=False),
)
