"""What can be imported: each kind is the facts of one thing, under their names."""

from collections.abc import Mapping

from ipsu_cli.core.fact import Fact, facts_of
from ipsu_cli.core.kinds import KIND, LISTS, RECORDS
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.locale import LANGUAGES, heading, say, shown
from ipsu_cli.read.file_rows import MARKS, Form, Titles, alike
from ipsu_cli.read.timesheet import informing_headings


class ImportKind(NamedTuple):
    """What a file of the kind may have: `facts`, by the names of their columns."""

    name: str
    facts: dict[str, Fact]

    @property
    def required(self) -> list[str]:
        """The columns that a file must have, and that no row leaves empty."""
        return [name for name, fact in self.facts.items() if fact.required]

    @property
    def headings(self) -> dict[str, str]:
        """Every heading that is understood, and the column it means: its name, and what it is called in both
        languages; of deliveries those of a timesheet too."""
        called = {heading(self.name, name, lang): name for lang in LANGUAGES for name in self.facts}
        return called | informing_headings(self.name) | {name: name for name in self.facts}

    @property
    def titles(self) -> Titles:
        """How the sheet of the kind is called, and the other sheets of a workbook of ours."""
        others = frozenset[str]().union(*(titled(name) for name in RECORDS if name != self.name))
        return Titles(titled(self.name), others, HELPING)

    @property
    def form(self) -> Form:
        """What a sheet of the kind has."""
        in_ore = [name for name, fact in self.facts.items() if fact.path[-1].endswith("_ore")]
        return Form(self.headings, self.required, self.titles, in_ore)


# The pages of a template that only help, and the list in a copy with faults marked.
HELPING = frozenset({LISTS, *MARKS, *(alike(say("sheet.template-help", lang)) for lang in LANGUAGES)})


def titled(name: str) -> frozenset[str]:
    """What a sheet of a kind may be called, as titles are compared: as the kind, or by its word in either language."""
    return frozenset({alike(name), *(alike(shown(KIND.show(name), lang)) for lang in LANGUAGES)})


def import_kind(name: str) -> ImportKind:
    """The kind of that name. KeyError where there is none."""
    return ImportKind(name, {fact.name: fact for fact in facts_of(RECORDS[name])})


def all_kinds() -> Mapping[str, ImportKind]:
    """Every kind, in the order in which they can be brought in."""
    return {name: import_kind(name) for name in RECORDS}
