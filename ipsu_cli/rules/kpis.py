"""The key figures: one line each, in the order in which they are answered."""

from ipsu_cli.core.dated import Dated
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.rules.due import FIRST_PLAN

COUNT, HOURS, PERCENT, ORE, DAYS = "count", "hours", "percent", "ore", "days"
SURVEYS, MEETINGS = ("survey_share", "survey_response"), "meetings"
POPULATIONS = ("ongoing", "closing", "all")


class Kpi(NamedTuple):
    """A key figure. `number` is where the sources define it; `more` is true where more is better.

    `times`: what counts is multiplied by so much and divided by what it is divided by; 0 where it is not divided.
    `bare`: what it is made of says nothing by itself and is not shown; but where it is `counted`, of how many it is the
    median is half of what it is divided by. `names` is a value that its name says, and
    `tolerance` the setting of the per cent by which a target may be missed.
    """

    code: str
    unit: str
    number: str
    more: bool = True
    times: int = 0
    bare: bool = False
    counted: bool = False
    tolerance: str = ""
    names: Dated[int] | None = None

    @property
    def base(self) -> str:
        """The code without the question or the party that it is about."""
        return self.code.partition(":")[0]

    def exact(self, n: int, d: int | None) -> tuple[int, int] | None:
        """The value as a fraction in its own unit, hours and öre as they are; None with nothing to divide by."""
        if not self.times:
            return n, 100 if self.unit == HOURS else 1
        return (self.times * n, d) if d and d > 0 else None


def _percent(code: str, number: str) -> Kpi:
    return Kpi(code, PERCENT, number, times=100)


KPIS = (
    Kpi("ongoing", COUNT, "1F"),
    Kpi("ongoing_persons", COUNT, "1F"),
    Kpi("participants", COUNT, "1F"),
    Kpi("active", COUNT, "1F"),
    Kpi("referrals", COUNT, "1F"),
    _percent("conversion", "1F"),
    Kpi("supported", COUNT, "1F"),
    _percent("goal_progress", "1F"),
    Kpi("queue", COUNT, "1F", more=False),
    Kpi("wait_max", DAYS, "1F", more=False, times=1, bare=True),
    Kpi("wait_median", DAYS, "1F", more=False, times=1, bare=True),
    Kpi("wait_mean", DAYS, "1F", more=False, times=1, bare=True),
    Kpi("wait_est", DAYS, "1F", more=False, times=365),
    _percent("initial_offered", "1F"),
    Kpi("outcomes_employment", COUNT, "1F"),
    Kpi("outcomes_studies_completed", COUNT, "1F"),
    Kpi("outcomes_studies_started", COUNT, "1F"),
    Kpi("outcomes_unsubsidised", COUNT, "1F"),
    _percent("outcome_share", "1F"),
    _percent("in_work", "1F"),
    Kpi("first_contact_median", DAYS, "U5", more=False, times=1, bare=True, counted=True),
    _percent("discharge_share", "1F"),
    _percent("discharge_share_closed", "1F"),
    Kpi("cases_started", COUNT, "6"),
    Kpi("cases_closed", COUNT, "6"),
    _percent("balance", "U19")._replace(tolerance="balance-tolerance"),
    Kpi("tenure_cohort", COUNT, "1F"),
    Kpi("fidelity_latest", COUNT, "1F", times=1, bare=True),
    _percent("survey_share", "1F"),
    _percent("survey_response", "1F"),
    _percent("meetings", "1F"),
    Kpi("planned_hours", HOURS, "6"),
    Kpi("delivered_hours", HOURS, "6"),
    _percent("delivery_rate", "6"),
    _percent("gp_on_time", "R12")._replace(names=FIRST_PLAN),
    Kpi("documents_overdue", COUNT, "6", more=False),
    Kpi("deviations", COUNT, "R6"),
    Kpi("mappings_done", COUNT, "A15"),
    Kpi("no_shows", COUNT, "A15"),
    _percent("a_to_b", "6"),
    _percent("passed", "A3"),
    _percent("tapering", "J7"),
    Kpi("invoiced_ore", ORE, "6"),
    Kpi("approved_ore", ORE, "6"),
    Kpi("rejected_ore", ORE, "6"),
    Kpi("paid_ore", ORE, "6"),
    Kpi("held_ore", ORE, "6", more=False),
    Kpi("days_to_payment", DAYS, "6", more=False, times=1, bare=True),
    _percent("results", "R28"),
    _percent("first_pass_share", "A30"),
    _percent("first_pass_share_documents", "A18"),
    Kpi("days_to_entry", DAYS, "A24", more=False, times=1, bare=True, counted=True),
    Kpi("days_to_basis", DAYS, "A25", more=False, times=1, bare=True, counted=True),
)
BY_CODE = {kpi.code: kpi for kpi in KPIS}
OF_PARTS = (*SURVEYS, MEETINGS)


def find(code: str) -> Kpi | None:
    """The key figure of a code, one of a question or of a party too; None where there is none."""
    base, colon, rest = code.partition(":")
    kpi = BY_CODE.get(base.strip().lower().replace("-", "_"))
    if kpi is None or bool(colon) != (kpi.code in OF_PARTS):
        return None
    name = _rest(kpi.code, rest.strip()) if colon else ""
    return None if name is None else kpi._replace(code=f"{kpi.code}:{name}" if colon else kpi.code)


def _rest(base: str, rest: str) -> str | None:
    """What stands after the colon, as it is compared."""
    if base == MEETINGS:
        return rest.lower().replace("_", "-") or None
    question, colon, population = rest.rpartition(":")
    known = population.strip().lower()
    return f"{question.strip()}:{known}" if colon and question.strip() and known in POPULATIONS else None


def listed(found: set[str]) -> list[Kpi]:
    """Every key figure in its place, those of a question or a party for each that is in `found`.

    One that has none there stands under its own name: it is not measurable.
    """
    kpis: list[Kpi] = []
    for kpi in KPIS:
        own = [of_part for code in found if code.startswith(f"{kpi.code}:") and (of_part := find(code))]
        kpis += sorted(own, key=_in_order) if kpi.code in OF_PARTS and own else [kpi]
    return kpis


def _in_order(kpi: Kpi) -> tuple[str, int]:
    rest, _, last = kpi.code.rpartition(":")
    return (rest, POPULATIONS.index(last)) if kpi.base in SURVEYS else (kpi.code, 0)
