"""A report over several offices: their files, each opened in turn, the others to be read alone."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import BadDatabase, Problem, Refused, Surroundings
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.target import Target
from ipsu_cli.office import Office
from ipsu_cli.reports.query import ReportQuery
from ipsu_cli.store import Store, filters, reading_only, settings, targets
from ipsu_cli.store.as_of import look_back
from ipsu_cli.validation import Finding, stops_of, warning

COLUMNS = (Column("of_office"), Column("file"))

T = TypeVar("T")


class OfficeFile(NamedTuple):
    """An office as it is named among the others, and its file as it was typed."""

    office: str
    file: str


class OfficeRegister(NamedTuple):
    """What is asked of each office before all are: its name and its mark (the same in copies of one file), what can be
    chosen among, what it has set, and what it aims at."""

    name: str
    mark: bytes
    names: filters.RegisterNames
    settings: dict[str, str]
    targets: list[Target]

    @classmethod
    def of(cls, store: Store) -> "OfficeRegister":
        """The office of a register."""
        own = settings.office(store)
        return cls(own["name"], own["salt"], filters.names_of(store), settings.entered(store), targets.listed(store))


class BrokenOffices(BadDatabase):
    """Several files cannot be used; all of them are named at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        super().__init__(first.code, command=first.command, **first.figures)
        self.findings = [finding for problem in problems for finding in stops_of(problem)]


class Offices:
    """The offices of a report: `files` names them, `query` is what is asked with the names of all their registers."""

    def __init__(self, office: Office, query: ReportQuery) -> None:
        """Look into every file. Raises `BadDatabase` that names each that cannot be used, before anything is asked."""
        if query.as_of > office.today:
            raise Refused("date.future", rule="A24", day=query.as_of, today=office.today)
        self._office, self._paths, self.query = office, [office.path, *query.also], query
        self.registers, wrong = self._ask(OfficeRegister.of)
        _refuse([*_twice(self._paths), *wrong])
        self.files = [OfficeFile(name, str(path)) for name, path in zip(self._labels(), self._paths, strict=True)]
        known = filters.among(self._names(), query.cases)
        self.query = query.among(known)

    def each(self, ask: Callable[[Store], T]) -> list[T]:
        """What each register answers, as it stood on the day asked for: one is open at a time, however many there
        are."""
        found, wrong = self._ask(ask)
        _refuse(wrong)
        return found

    def _ask(self, ask: Callable[[Store], T]) -> tuple[list[T], list[Problem]]:
        """What those that can be used answer, and what is wrong with the others."""
        found: list[T] = []
        wrong: list[Problem] = []
        for path in self._paths:
            try:
                with self._open(path) as store:
                    look_back(store, self.query.as_of)
                    found.append(ask(store))
            except (BadDatabase, Surroundings) as problem:
                wrong.append(problem)
        return found, wrong

    def _open(self, path: Path) -> AbstractContextManager[Store]:
        return self._office.reading() if path is self._office.path else reading_only(path)

    def _labels(self) -> list[str]:
        """Their names; those that share one, or have none, are called by their files."""
        times = Counter(register.name for register in self.registers)
        return [
            register.name if register.name and times[register.name] == 1 else str(path)
            for register, path in zip(self.registers, self._paths, strict=True)
        ]

    def _names(self) -> filters.RegisterNames:
        """What can be chosen among in any of them."""
        return filters.RegisterNames(
            _together([register.names.agreements for register in self.registers]),
            _together([register.names.coaches for register in self.registers]),
            _together([register.names.sites for register in self.registers]),
        )

    @property
    def shared_targets(self) -> list[Target]:
        """What all of them aim at: a target on an agreement holds where every office that has it aims at the same, one
        on all where every office does. Any other is an office's own and stands in its own report."""
        keys = Counter(key for register in self.registers for key in map(_aim, register.targets))
        having = Counter(name for register in self.registers for name in register.names.agreements)
        found = {_aim(target): target for register in self.registers for target in register.targets}
        shared = [
            target
            for key, target in found.items()
            if keys[key] == (having[target.agreement] if target.agreement else len(self.registers))
        ]
        return sorted(shared, key=_order)

    @property
    def warnings(self) -> list[Finding]:
        """Files that look like copies of one office's."""
        first: dict[bytes, OfficeFile] = {}
        found = []
        for register, file in zip(self.registers, self.files, strict=True):
            if register.mark and register.mark in first:
                found.append(warning("offices.copy", file=file.file, other=first[register.mark].file))
            first.setdefault(register.mark, file)
        return found

    @property
    def table(self) -> Table:
        """Which they are."""
        return Table("offices", COLUMNS, list(self.files))


def _aim(target: Target) -> Target:
    """A target without the number that it has in its own register."""
    return target._replace(id=0)


def _together(offices: Sequence[filters.SuggestedNames]) -> filters.SuggestedNames:
    """The names of all; what one office may suggest, all may."""
    names = sorted({name for own in offices for name in own})
    return {name: any(own.get(name, False) for own in offices) for name in names}


def _order(target: Target) -> tuple[object, ...]:
    """The order of one register's own list."""
    by, first = (day.isoformat() if day else none for day, none in ((target.by_day, "9999"), (target.from_day, "")))
    return target.agreement or "", target.kpi, by, first, target.counts


def _twice(paths: Sequence[Path]) -> Iterator[Problem]:
    """Each file that was named before, be it by another path or a link; one that is not there is told when it is
    opened."""
    first: dict[tuple[int, int], Path] = {}
    for path in paths:
        try:
            found = os.stat(path)
        except OSError:
            continue
        same = first.setdefault((found.st_dev, found.st_ino), path)
        if same is not path:
            yield BadDatabase("offices.twice", path=str(path), first=str(same))


def _refuse(wrong: Sequence[Problem]) -> None:
    if len(wrong) == 1:
        raise wrong[0]
    if wrong:
        raise BrokenOffices(wrong)
