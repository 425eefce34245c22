"""Who a municipality's service is for, as it holds of a case: ages, and what is checked before the support."""

from ipsu_cli.core.named_tuple import NamedTuple

CHECKS = ("resident", "disability", "motivated", "care_contact", "consent")
NONE = "none"


class Ages(NamedTuple):
    """The youngest and the oldest, in completed years."""

    youngest: int
    oldest: int


class Demands(NamedTuple):
    """Who a service is for: `ages` is None where it is for any, `checks` are demanded before the support."""

    ages: Ages | None
    checks: tuple[str, ...]
