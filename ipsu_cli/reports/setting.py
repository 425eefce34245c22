"""`ipsu setting list`."""

from typing import Any

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.rules.deviations import LATE_MINUTES
from ipsu_cli.rules.due import ABSENCE_REPORT

SETTINGS = (Column("name"), Column("value"))


def setting_list(office: Office) -> Answer:
    """Every setting, with what it is now: what the sources say today, where the office has none of its own."""
    with office.reading():
        sourced = {dated.name: str(dated.on(office.today)) for dated in (LATE_MINUTES, ABSENCE_REPORT)}
        found = sorted((name, value or sourced.get(name, "")) for name, value in office.settings.items())
    shapes = [{"name": name, "value": value} for name, value in found]
    rows: list[tuple[Any, ...]] = list(found)
    return Answer({"settings": shapes}, tables=[Table("settings", SETTINGS, rows)])
