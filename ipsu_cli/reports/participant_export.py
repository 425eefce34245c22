"""`ipsu participant export`: all that is kept about one person, and nothing about another."""

from collections.abc import Iterator, Mapping, Sequence

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case_shown import Participant
from ipsu_cli.core.identity import masked, whole
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.participant import NamedPerson
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject, only
from ipsu_cli.locale import LANGUAGES, known
from ipsu_cli.office import Office
from ipsu_cli.reports.participant import participant_of
from ipsu_cli.store import Store, Writing, participant_rows, participants, revealed
from ipsu_cli.store.participant_rows import PersonLogLine, PersonRow
from ipsu_cli.store.participants import RegisteredPerson

COLUMNS = (
    Column("where"), Column("case"), Column("number"), Column("what"), Column("value"), Column("entered", "day"),
    Column("until", "day"),
)  # fmt: skip


class ParticipantData(NamedTuple):
    """Who it is, every row by its table, and the log. A row that was changed or removed says `until` when it stood."""

    participant: Participant
    rows: Sequence[PersonRow]
    log: Sequence[PersonLogLine]

    def to_json(self) -> JsonObject:
        """The rows stand under their tables' names, in the order of the tables."""
        found: dict[str, list[JsonObject]] = {}
        for row in self.rows:
            found.setdefault(row.table, []).append({**row.values, **only(row, "entered", "until")})
        return {"participant": self.participant, **found, "log": self.log}


def participant_export(office: Office, named: NamedPerson) -> Answer[ParticipantData]:
    """Everything of a person. That it was asked for leaves a line in the log first; a protected person is shown with
    `--reveal` alone, and so is the whole number."""

    def export(store: Writing) -> Answer[ParticipantData]:
        found = participant_of(store, named, reveal=office.reveal)
        if found.person.protected and not office.reveal:
            raise Refused("participant.protected", rule="E20", case=named.case or "", command="--reveal")
        store.change(case_id=participants.first_case(store, found.person.id, named.case))
        if office.reveal:
            revealed.note(store, participants.refs(store, found.person.id))
        return _answer(store, office, found)

    command = f"participant export{' --reveal' if office.reveal else ''}"
    return office.change(command, export, secret=True)


def _answer(store: Store, office: Office, found: RegisteredPerson) -> Answer[ParticipantData]:
    shown = whole if office.reveal else masked
    person, kept = found.person, participant_rows.of_person(store, found.identity)
    rows = [row._replace(values=_masked(row.values, reveal=office.reveal)) for row in kept.rows]
    data = ParticipantData(
        Participant(shown(person.personnummer), person.name, person.gender, person.protected), rows, kept.log
    )
    lines = [Text("message.participant-data", {"rows": len(rows), "log": len(kept.log)})]
    return Answer(data, lines, [Table("participant-data", COLUMNS, list(_cells(data)))])


def _masked(values: Mapping[str, object], *, reveal: bool) -> Mapping[str, object]:
    if "personnummer" not in values:
        return values
    return {**values, "personnummer": (whole if reveal else masked)(str(values["personnummer"]))}


def _cells(data: ParticipantData) -> Iterator[tuple[object, ...]]:
    """A row for each value that is there, so that all of it can be read whatever it is of."""
    for row in data.rows:
        about = Text(f"code.data-{row.table}"), row.values.get("case") or row.values.get("ref"), row.values.get("id")
        for name, value in row.values.items():
            if value not in (None, {}, "") and name not in ("id", "case"):
                yield (*about, _label(name), _said(value), row.entered, row.until)
    for line in data.log:
        yield (Text("code.data-log"), None, line.id, line.command, f"{line.who}, {line.at}", line.today, None)


def _said(value: object) -> object:
    """A value as one cell has it."""
    if isinstance(value, bool):
        return Text("message.yes" if value else "message.no")
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {_plain(member)}" for name, member in value.items())
    return value if isinstance(value, str | int) else str(value)


def _plain(value: object) -> str:
    return ", ".join(map(_plain, value)) if isinstance(value, list | tuple) else str(value)


def _label(name: str) -> Text | str:
    return Text(f"column.{name}") if known(f"column.{name}", LANGUAGES[0]) else name
