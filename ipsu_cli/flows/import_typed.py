"""Which rows of a file say what somebody has typed by hand."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.kinds import RECORDS
from ipsu_cli.core.role import Role
from ipsu_cli.flows.import_rows import Item, Rows
from ipsu_cli.reports.export_kind import ROWS
from ipsu_cli.rules import services
from ipsu_cli.rules.scales import IPS_25
from ipsu_cli.store import Store, batches

# Of these there may be several alike; of what is not listed the register has one, and its command knows it again.
SEVERAL = ("fidelity", "surveys", "funding", "reviews", "contacts")
DOCUMENTS = "documents"
# What a row means where it says nothing, if its record does not say that.
MEANT: dict[str, Mapping[str, Any]] = {"fidelity": {"scale": IPS_25}}


class TypedRows:
    """What the register holds of a kind as an export would write it, without what imports have brought in. Each is
    known once: of two equal rows where one was typed, one is new."""

    def __init__(self, store: Store, rows: Rows) -> None:
        self._store, self._rows, self._kind = store, rows, rows.kind.name
        record = RECORDS[self._kind]
        self._facts = facts_of(record)
        defaults: Mapping[str, Any] = getattr(record, "_field_defaults", {})
        self._nothing = {fact.name: defaults.get(fact.path[0]) for fact in self._facts}
        self._typed: Counter[bytes] | None = None

    def take(self, item: Item) -> bool:
        """Was the row typed? Then it is known once less from now on."""
        if not self._may_be(item.entry.get("type")):
            return False
        if self._typed is None:
            self._typed = self._found()
        key = self._key(item.entry)
        self._typed[key] -= 1
        return self._typed[key] >= 0

    def _may_be(self, type: str | None) -> bool:
        return self._kind in SEVERAL or (self._kind == DOCUMENTS and type in services.types_of(Role.DEVIATION))

    def _found(self) -> Counter[bytes]:
        brought = batches.known_rows(self._store, self._kind)
        return Counter(self._key(entry) for entry in self._entries() if not brought.take(self._rows.digest(entry)))

    def _entries(self) -> Iterator[dict[str, Any]]:
        for record in ROWS[self._kind](self._store):
            if self._may_be(getattr(record, "type", None)):
                entry = {fact.name: fact.of(record) for fact in self._facts}
                yield {name: value for name, value in entry.items() if value != self._nothing[name]}

    def _key(self, entry: Mapping[str, Any]) -> bytes:
        every = {**self._nothing, **MEANT.get(self._kind, {}), **entry}
        return self._rows.digest(every)
