"""What a document is for, whatever the service calls it, and the codes that a question of the store names."""

from enum import StrEnum

from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.named_tuple import NamedTuple


class Role(StrEnum):
    """What a type of document is for. Code asks for a document by its role; the services know its type.

    `PLAN` is agreed with the agency and reported against; `FINAL` ends the support; `PERIODIC` is about a month;
    `DEVIATION` is about one absence; `DEVELOPMENT` is the participant's own plan, which comes before the plan;
    `SIGNAL` says that a result is near, `RESULT` asks the agency to approve one. All else is `OTHER`.
    """

    PLAN = "plan"
    FINAL = "final"
    PERIODIC = "periodic"
    DEVIATION = "deviation"
    DEVELOPMENT = "development"
    SIGNAL = "signal"
    RESULT = "result"
    OTHER = "other"


class Codes(NamedTuple):
    """The codes that questions of the store need, from the services that there are: the types of documents by role,
    and services by what they are. `queued` are the services of agreements, the others those of cases."""

    plan: tuple[str, ...]
    periodic: tuple[str, ...]
    deviation: tuple[str, ...]
    signal: tuple[str, ...]
    result: tuple[str, ...]
    queued: tuple[str, ...]
    training: tuple[str, ...]
    paid_by_result: tuple[str, ...]

    def bound(self) -> dict[str, str]:
        """Each list as JSON, under the name by which a question takes it: `codes_plan` and so on."""
        return {f"codes_{name}": json_list(codes) for name, codes in self._asdict().items()}
