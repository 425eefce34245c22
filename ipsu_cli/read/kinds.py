"""What can be imported: each kind is the facts of one thing, under their names."""

from typing import NamedTuple

from ipsu_cli.core.fact import Fact, facts_of
from ipsu_cli.core.kinds import LISTS, RECORDS
from ipsu_cli.locale import LANGUAGES, say
from ipsu_cli.read.file_rows import Titles


class ImportKind(NamedTuple):
    """What a file of the kind may have: `facts`, by the names of their columns."""

    name: str
    facts: dict[str, Fact]

    @property
    def required(self) -> list[str]:
        """The columns that a file must have, and that no row leaves empty."""
        return [name for name, fact in self.facts.items() if fact.required]

    @property
    def titles(self) -> Titles:
        """How the sheet of the kind is called in a workbook of ours; those of the other kinds, and the pages of a
        template that only help, are not read."""
        helping = {LISTS, *(say("sheet.template-help", lang) for lang in LANGUAGES)}
        return Titles(self.name, frozenset(RECORDS) - {self.name} | helping)


def import_kind(name: str) -> ImportKind:
    """The kind of that name. KeyError where there is none."""
    return ImportKind(name, {fact.name: fact for fact in facts_of(RECORDS[name])})
