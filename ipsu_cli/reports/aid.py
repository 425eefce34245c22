"""`ipsu aid list`: what is on loan, and what should have come back."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from ipsu_cli.core.aid import Aid
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts.aid import AidFacts
from ipsu_cli.store import aids, cases
from ipsu_cli.validation import Finding, findings

AIDS = (
    Column("id", "count"), Column("case"), Column("aid"), Column("name"), Column("origin"), Column("lent", "day"),
    Column("returned", "day"), Column("due", "day"),
)  # fmt: skip


class Aids(NamedTuple):
    """The loans asked for."""

    aids: Sequence[Aid]


def aid_list(office: Office, ref: str | None, *, still_out: bool) -> Answer[Aids]:
    """The aids of a case, or of all, by the day they were lent."""
    with office.reading() as store:
        case = cases.get(store, ref) if ref else None
        found = aids.listed(store, case.id if case else None, still_out=still_out)
    lines = [Text("message.count", {"count": len(found)})]
    tables = [aids_table(found)] if found else []
    return Answer(Aids(found), lines, tables, list(overdue(found, office.today)))


def aids_table(found: Sequence[Aid]) -> Table:
    """Loans as a table."""
    rows: list[tuple[Any, ...]] = [
        (a.id, a.case, Text(f"code.aid-{a.kind}"), a.name, a.origin.upper(), a.lent, a.returned, a.due) for a in found
    ]
    return Table("aids", AIDS, rows)


def overdue(found: Iterable[Aid], today: dt.date) -> Iterable[Finding]:
    """A warning for each that is out after the training; the rules are asked only about what is out."""
    for aid in found:
        if aid.open:
            yield from findings(acts.AID, aid.service, AidFacts(aid, "look", today, today))
