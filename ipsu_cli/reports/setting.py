"""`ipsu setting list`."""

from typing import Any

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office

SETTINGS = (Column("name"), Column("value"))


def setting_list(office: Office) -> Answer:
    """Every setting, with what it is now."""
    with office.reading():
        found = sorted(office.settings.items())
    shapes = [{"name": name, "value": value} for name, value in found]
    rows: list[tuple[Any, ...]] = list(found)
    return Answer({"settings": shapes}, tables=[Table("settings", SETTINGS, rows)])
