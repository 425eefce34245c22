"""Which rows of a file say what the register has: what somebody has typed by hand, what has taken a step since,
and what is told otherwise."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from operator import eq, gt, le, lt
from typing import Any

from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.kinds import RECORDS
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Problem
from ipsu_cli.core.role import Role
from ipsu_cli.flows import fidelity, survey
from ipsu_cli.flows.aid import part_of
from ipsu_cli.flows.import_differs import correcting, differing
from ipsu_cli.flows.import_kinds import reasons_of
from ipsu_cli.flows.import_rows import Item, Rows
from ipsu_cli.reports.export_kind import ROWS
from ipsu_cli.rules import services
from ipsu_cli.store import Store, cases
from ipsu_cli.validation import Broken

DOCUMENTS = "documents"
# Of these there may be several alike; of what is not listed the register has one, and its command knows it again.
SEVERAL = (DOCUMENTS, "fidelity", "surveys", "funding", "outcomes", "reviews", "contacts", "aids")
# What a thing comes to after it was entered: with more of that, or less, it is the same thing.
STEPS = {DOCUMENTS: ("confirmed", "returned", "return-reason"), "aids": ("returned",)}
# What was found or agreed of a thing, and may have been written down wrong; all its other facts say which it is. There
# may be two contacts a day with one party, and each deviation report is its own: with other words they are others. A
# line of funding that somebody else pays is another too.
FOUND = {
    "fidelity": ("scores",),
    "surveys": ("asked", "answers", "positive"),
    "funding": ("amount", "fte", "vat-basis"),
    "outcomes": ("subsidised",),
    "reviews": ("progress", "decision", "refer-to"),
}
# What corrects a thing of the register; of what has no such command the log has the number for `ipsu undo`.
CORRECTING = {
    "fidelity": "ipsu fidelity cancel {thing.id} --reason TEXT",
    "surveys": "ipsu survey cancel {thing.id} --reason TEXT",
    "funding": "ipsu funding cancel {thing.id} --reason TEXT",
    "outcomes": "ipsu outcome cancel {thing.id} --reason TEXT",
    "reviews": "ipsu review cancel {thing.id} --reason TEXT",
}
# A version of a document is what was filed on a day; what it was filed with may be wrong. Deviation reports are else.
VERSION = ("case", "type", "period", "submitted")
RowFacts = Mapping[str, Any]


def _review(store: Store, entry: RowFacts) -> RowFacts:
    _, scale, scores = fidelity.as_kept(store, entry)
    return {"scale": scale.name, "scores": scores}


def _survey(store: Store, entry: RowFacts) -> RowFacts:
    answers, positive = entry["answers"], survey.positive_of(entry)
    return {"answers": tuple(sorted(answers)), "positive": tuple(sorted(positive))}


def _aid(store: Store, entry: RowFacts) -> RowFacts:
    case = cases.find(store, entry["case"])
    return {"origin": entry["origin"] or (case and part_of(case))}


def _document(store: Store, entry: RowFacts) -> RowFacts:
    reason, return_reason = reasons_of(entry)
    return {"reason": reason, "return-reason": return_reason or None}


# What a row means by what it says, or leaves out, where its record does not say that.
MEANT: dict[str, Callable[[Store, RowFacts], RowFacts]] = {
    "fidelity": _review,
    "surveys": _survey,
    "aids": _aid,
    DOCUMENTS: _document,
    "outcomes": lambda store, entry: {"subsidised": bool(entry["subsidised"])},
}


class Words(NamedTuple):
    """What a row or a thing says of what is no part of which thing it is: what was found of it, and its steps."""

    found: RowFacts
    steps: RowFacts


class Thing(NamedTuple):
    """A thing of the register, and what it says."""

    record: Any
    words: Words


class TypedRows:
    """What the register holds of a kind as an export would write it. Each row is of one thing: of two equal rows where
    one was typed, one is new; and what a row says otherwise is one more where the file has a row for the other too."""

    def __init__(self, store: Store, rows: Rows) -> None:
        self._store, self._rows, self._kind = store, rows, rows.kind.name
        record = RECORDS[self._kind]
        self._facts = facts_of(record)
        self._steps, self._open = STEPS.get(self._kind, ()), FOUND.get(self._kind, ())
        self._named = tuple(fact.name for fact in self._facts)
        defaults: Mapping[str, Any] = getattr(record, "_field_defaults", {})
        self._nothing = {fact.name: defaults.get(fact.path[0]) for fact in self._facts}
        self._left: dict[bytes, list[Thing]] | None = None  # what no row has said so far, by which thing it is
        self._came: list[RowFacts] = []  # what rows say that came in before

    def came(self, item: Item) -> None:
        """The row came in before, whatever has become of it; the register is not read for that alone."""
        if self._kind in SEVERAL:
            self._came.append(item.entry)

    def take(self, item: Item) -> bool:
        """Was the row typed, or has what it says taken a step since? Then it is known once less from now on."""
        return self._kind in SEVERAL and self._is_there(item.entry)

    def is_ahead(self, item: Item) -> bool:
        """Has what the register holds steps to take that the row says? It takes them once."""
        return bool(self._steps) and self._told(item.entry, gt)

    def refusal(self, item: Item) -> Broken | None:
        """Why the row is refused where it says something else of a thing that no other row has said; None of a new
        thing."""
        things = self._of_row(item.entry) if self._kind in SEVERAL else []
        if not things:
            return None
        own = self._words(item.entry)
        nearest = min(things, key=lambda thing: len(self._differs(own, thing.words)))
        return self._differing(nearest.record, self._differs(own, nearest.words), item.entry)

    def _differs(self, own: Words, there: Words) -> list[str]:
        """The columns in which a row says something else; of what has steps, it need not say all."""
        row, thing = _flat(own), _flat(there)
        names = row if self._steps else row | thing
        return [name for name in names if row.get(name) != thing.get(name)]

    def _differing(self, record: Any, columns: list[str], row: RowFacts) -> Broken:
        there = {fact.name: fact.of(record) for fact in self._facts}
        if self._kind != DOCUMENTS:
            command = CORRECTING.get(self._kind, "ipsu log {thing.case}").format(thing=record)
            return differing(self._kind, columns, there, row, "import.differs", command=command)
        command = correcting(record, columns)
        figures = {"case": record.case, "type": record.type, "version": record.version}
        figures |= {"command": command, "protected": record.case in cases.protected(self._store)}
        return differing(DOCUMENTS, columns, there, row, "import.document-differs", **figures)

    def _is_there(self, entry: RowFacts) -> bool:
        return self._told(entry, eq) or (bool(self._steps) and self._told(entry, lt))

    def _told(self, entry: RowFacts, stands: Callable[[Any, Any], bool]) -> bool:
        """Is there a thing that says what the row does, to whose steps the row's stand so? Then it has been said."""
        things = self._of_row(entry)
        if not things:
            return False
        own, all_of_it = self._words(entry), le if self._steps else eq
        for thing in things:
            same = all_of_it(own.found.items(), thing.words.found.items())
            if same and stands(own.steps.items(), thing.words.steps.items()):
                things.remove(thing)
                return True
        return False

    def _of_row(self, entry: RowFacts) -> list[Thing]:
        """What a row may say that no row has said; those that came in before say theirs first."""
        if self._left is None:
            self._left = self._things()
        came, self._came = self._came, []
        for before in came:
            with suppress(Problem):  # of today: it came in on another day
                self._is_there(before)
        return self._left.get(self._which(entry), []) if self._left else []

    def _things(self) -> dict[bytes, list[Thing]]:
        things: dict[bytes, list[Thing]] = defaultdict(list)
        for record in ROWS[self._kind](self._store):
            entry = {fact.name: fact.of(record) for fact in self._facts}
            things[self._which(entry)].append(Thing(record, self._words(entry)))
        return things

    def _which(self, entry: RowFacts) -> bytes:
        """Which thing it is."""
        meant, words = self._meant(entry), (*self._found(entry), *self._steps)
        return self._rows.digest({name: value for name, value in meant.items() if name not in words})

    def _words(self, entry: RowFacts) -> Words:
        filled = {name: value for name, value in self._meant(entry).items() if value != self._nothing[name]}
        found, steps = self._found(entry), self._steps
        return Words(*({name: filled[name] for name in names if name in filled} for names in (found, steps)))

    def _found(self, entry: RowFacts) -> Sequence[str]:
        """The facts that may be wrong in the register or the file."""
        if self._kind == DOCUMENTS and entry["type"] not in services.types_of(Role.DEVIATION):
            return [name for name in self._named if name not in (*VERSION, *self._steps)]
        return self._open

    def _meant(self, entry: RowFacts) -> RowFacts:
        every = {**self._nothing, **entry}
        return {**every, **MEANT[self._kind](self._store, every)} if self._kind in MEANT else every


def _flat(words: Words) -> dict[str, Any]:
    return {**words.found, **words.steps}
