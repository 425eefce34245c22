"""`ipsu setting list`."""

import datetime as dt
from collections.abc import Sequence

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.rules.deviations import LATE_MINUTES
from ipsu_cli.rules.due import ABSENCE_REPORT, MONTHLY_REPORT, RESULT_MONTHS

LAST_OF_A_MONTH = 31
SETTINGS = (Column("name"), Column("value"))


class Setting(NamedTuple):
    """A setting, and what it is now."""

    name: str
    value: str


class Settings(NamedTuple):
    """Every setting."""

    settings: Sequence[Setting]


def setting_list(office: Office) -> Answer[Settings]:
    """Every setting, with what it is now: what the sources say today, where the office has none of its own."""
    with office.reading():
        sourced = _sourced(office.today)
        found = sorted(Setting(name, value or sourced.get(name, "")) for name, value in office.settings.items())
    return Answer(Settings(found), tables=[Table("settings", SETTINGS, found)])


def _sourced(today: dt.date) -> dict[str, str]:
    """What the sources say on a day, by the setting that goes before it; the last day of a month is an empty one."""
    sourced = (LATE_MINUTES, ABSENCE_REPORT, MONTHLY_REPORT, RESULT_MONTHS)
    found = {dated.name: str(dated.on(today)) for dated in sourced}
    return found | ({MONTHLY_REPORT.name: ""} if MONTHLY_REPORT.on(today) == LAST_OF_A_MONTH else {})
