"""Which rows of a file say what the register has: what somebody has typed by hand, or what has taken a step since."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from operator import eq, gt, lt
from typing import Any

from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.kinds import RECORDS
from ipsu_cli.core.role import Role
from ipsu_cli.flows.aid import part_of
from ipsu_cli.flows.import_rows import Item, Rows
from ipsu_cli.reports.export_kind import ROWS
from ipsu_cli.rules import services
from ipsu_cli.rules.scales import IPS_25
from ipsu_cli.store import Store, batches, cases

# Of these there may be several alike; of what is not listed the register has one, and its command knows it again.
SEVERAL = ("fidelity", "surveys", "funding", "reviews", "contacts", "aids")
DOCUMENTS = "documents"
# What a thing comes to after it was entered: with more of that, or less, it is the same thing.
STEPS = {DOCUMENTS: ("confirmed", "returned", "return-reason"), "aids": ("returned",)}
RowFacts = Mapping[str, Any]


def _part(store: Store, entry: RowFacts) -> str | None:
    case = cases.find(store, entry["case"])
    return case and part_of(case)


# What a row means where it says nothing, if its record does not say that.
MEANT: dict[str, tuple[str, Callable[[Store, RowFacts], Any]]] = {
    "fidelity": ("scale", lambda store, entry: IPS_25),
    "aids": ("origin", _part),
}


class TypedRows:
    """What the register holds of a kind as an export would write it. What imports have not brought in is known once
    each: of two equal rows where one was typed, one is new."""

    def __init__(self, store: Store, rows: Rows) -> None:
        self._store, self._rows, self._kind = store, rows, rows.kind.name
        record = RECORDS[self._kind]
        self._facts = facts_of(record)
        defaults: Mapping[str, Any] = getattr(record, "_field_defaults", {})
        self._nothing = {fact.name: defaults.get(fact.path[0]) for fact in self._facts}
        self._typed: Counter[bytes] | None = None
        self._steps: dict[bytes, list[RowFacts]] = defaultdict(list)  # of each thing, by what else it says

    def take(self, item: Item) -> bool:
        """Was the row typed, or has what it says taken a step since? Then it is known once less from now on."""
        if not self._may_be(item.entry.get("type")):
            return False
        if self._typed is None:
            self._typed = self._found()
        key = self._key(item.entry)
        self._typed[key] -= 1
        if self._typed[key] >= 0:
            self._take_step(item.entry, eq)
            return True
        return self._take_step(item.entry, lt)

    def is_ahead(self, item: Item) -> bool:
        """Has what the register holds steps to take that the row says? It takes them once."""
        return self._may_be(item.entry.get("type")) and self._take_step(item.entry, gt)

    def _take_step(self, entry: RowFacts, stands: Callable[[Any, Any], bool]) -> bool:
        """Is there a thing like the row whose steps it stands to so? Then that is no more looked at."""
        own, things = self._taken(entry), self._steps.get(self._thing(entry), [])
        found = next((steps for steps in things if stands(own.items(), steps.items())), None)
        if found is not None:
            things.remove(found)
        return found is not None

    def _may_be(self, type: str | None) -> bool:
        return self._kind in SEVERAL or (self._kind == DOCUMENTS and type in services.types_of(Role.DEVIATION))

    def _found(self) -> Counter[bytes]:
        brought, typed = batches.known_rows(self._store, self._kind), Counter[bytes]()
        for entry in self._entries():
            if self._kind in STEPS:
                self._steps[self._thing(entry)].append(self._taken(entry))
            if not any(brought.take(self._rows.digest(row)) for row in self._written(entry)):
                typed[self._key(entry)] += 1
        return typed

    def _entries(self) -> Iterator[dict[str, Any]]:
        for record in ROWS[self._kind](self._store):
            if self._may_be(getattr(record, "type", None)):
                entry = {fact.name: fact.of(record) for fact in self._facts}
                yield {name: value for name, value in entry.items() if value != self._nothing[name]}

    def _written(self, entry: RowFacts) -> Iterator[RowFacts]:
        """The ways in which a file may say it: in full, or without what it means anyway."""
        yield entry
        name, meant = MEANT.get(self._kind, ("", None))
        if meant and entry.get(name) == meant(self._store, entry):
            yield {key: value for key, value in entry.items() if key != name}

    def _thing(self, entry: RowFacts) -> bytes:
        steps = STEPS.get(self._kind, ())
        return self._key({name: value for name, value in entry.items() if name not in steps})

    def _taken(self, entry: RowFacts) -> RowFacts:
        return {name: entry[name] for name in STEPS.get(self._kind, ()) if entry.get(name)}

    def _key(self, entry: RowFacts) -> bytes:
        every = {**self._nothing, **entry}
        name, meant = MEANT.get(self._kind, ("", None))
        if meant and every[name] is None:
            every[name] = meant(self._store, entry)
        return self._rows.digest(every)
