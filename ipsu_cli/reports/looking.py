"""What every report of a period begins with: the register as it stood, and the line that says which days it is of."""

from typing import Any

from ipsu_cli.core.answer import Text
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.problem import Refused
from ipsu_cli.office import Office
from ipsu_cli.reports.kpi import Wanted, look_at
from ipsu_cli.store import Store, scope


def look(office: Office, store: Store, wanted: Wanted) -> None:
    """Look back to the day that is asked for, which has come."""
    if wanted.as_of > office.today:
        raise Refused("date.future", rule="A24", day=wanted.as_of, today=office.today)
    look_at(store, wanted)


def choose(store: Store, wanted: Wanted) -> None:
    """Choose the cases that are asked for, whatever was chosen before."""
    scope.forget(store)
    scope.choose_cases(store, wanted.cases)


def head(wanted: Wanted) -> Text:
    """The period, and the day that the register is asked as of."""
    return Text("kpi.head", {"first": wanted.period.first, "last": wanted.period.last, "as_of": wanted.as_of})


def whole(value: Any) -> Any:
    """A number as people read it: without decimals where it has none."""
    return int(value) // 100 if isinstance(value, Hours) and value % 100 == 0 else value
