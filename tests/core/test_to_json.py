"""Records as JSON: the keys follow from the fields, and a record may say its own."""

import datetime as dt
from typing import NamedTuple

from ipsu_cli.core.answer import Text
from ipsu_cli.core.to_json import JsonObject, all_but, only, to_json


class Span(NamedTuple):
    from_day: dt.date
    to_day: dt.date | None


class Named(NamedTuple):
    id: int
    name: Text
    spans: tuple[Span, ...]

    @property
    def count_(self) -> int:
        return len(self.spans)

    def to_json(self) -> JsonObject:
        return {**all_but(self, "id"), **only(self, "count_")}


DAY = dt.date(2026, 3, 2)


def test_a_record_is_an_object_with_the_keys_that_scripts_read() -> None:
    assert {"from": DAY, "to": None} == to_json(Span(DAY, None), lambda text: text.code)


def test_a_record_may_say_its_own_keys_and_what_follows_from_it() -> None:
    named = Named(7, Text("column.case"), (Span(DAY, DAY),))
    found = {"name": "COLUMN.CASE", "spans": [{"from": DAY, "to": DAY}], "count": 1}
    assert {"named": [found]} == to_json({"named": [named]}, lambda text: text.code.upper())
