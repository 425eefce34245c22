"""What is judged of an invoice, before it is made and when it is rejected."""

from ipsu_cli.core.named_tuple import NamedTuple


class ReadyFacts(NamedTuple):
    """Are a case's deliveries ready for an invoice? The same for every case with the same answers. `report_status` is
    that of the month's periodic report, None where there is none. `over_plan`: they are above the plan in force;
    `training_unknown`: the first or the last day of the training is not there."""

    service: str
    locked: bool
    plan_confirmed: bool
    priced: bool
    unit: str = "hour"
    system: str | None = None
    report_status: str | None = None
    over_plan: bool = False
    training_unknown: bool = False


class RejectFacts(NamedTuple):
    """An invoice basis is rejected. `self_fixable` is None where nobody said."""

    invoice: str
    self_fixable: bool | None
