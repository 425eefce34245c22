"""`ipsu case show` and `case list`. What only some cases have (an enrolment, a placement, aids on loan) is loaded
for those alone: a case is shown forty times a day."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ipsu_cli.core.aid import Aid
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month
from ipsu_cli.core.document import Document
from ipsu_cli.core.fact import Fact, facts_of
from ipsu_cli.core.json_records import case_shape, enrolment_shape, referral_shape
from ipsu_cli.core.plan import Plan, PlanShown
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import members
from ipsu_cli.office import Office
from ipsu_cli.reports import document
from ipsu_cli.reports.document import DocumentShown
from ipsu_cli.reports.next_step import next_steps, rows_of
from ipsu_cli.reports.plan import plan_table
from ipsu_cli.rules import services
from ipsu_cli.store import Store, Writing, aids, cases, deliveries, documents

FACTS = (Column("what"), Column("value"))
DOCUMENTS = (
    Column("type"), Column("month", "month"), Column("version", "count"), Column("status", "code"),
    Column("submitted", "day"),
    Column("confirmed", "day"), Column("due", "day"), Column("days_late", "count"),
)  # fmt: skip
DELIVERIES = (
    Column("id", "count"), Column("case"), Column("from", "day"), Column("to", "day"), Column("week", "week"),
    Column("quantity", "hours"), Column("unit", "code"), Column("status", "code"), Column("invoice"),
)  # fmt: skip
NEXT = (Column("why"), Column("command"))
LIST = (
    Column("case"), Column("service", "code"), Column("agreement"), Column("from", "day"), Column("to", "day"),
    Column("status", "code"), Column("coach"), Column("locked", "day"),
)  # fmt: skip


def case_show(office: Office, ref: str) -> Answer:
    """One case, whole. Showing the number leaves a line in the log first."""
    if not office.reveal:
        with office.reading() as store:
            return _whole(store, office, ref)

    def reveal(store: Writing) -> Answer:
        store.change(case_id=cases.get(store, ref).id)
        return _whole(store, office, ref)

    return office.change("case show --reveal", reveal, secret=True)


def _whole(store: Store, office: Office, ref: str) -> Answer:
    case = cases.get(store, ref)
    data = case_shape(case, office.today, name=True, reveal=office.reveal)
    rows = rows_of(store, case)
    data["plan"] = _in_force(store, case, rows.plans)
    data["documents"] = documents_of(case, rows.documents, office)
    data["deliveries"] = rows.deliveries
    lent = aids.listed(store, case.id)
    data["aids"] = lent
    if services.service(case.service).queued:
        from ipsu_cli.reports import enrolment

        data |= enrolment.enrolment_of(store, office, case)
    else:
        data |= referral_shape(case, reveal=office.reveal)
    data["next"] = next_steps(case, rows, office)
    return Answer(data, tables=list(_tables(data, lent)))


def _in_force(store: Store, case: Case, plans: list[Plan]) -> PlanShown | None:
    """Of the versions of a plan the one in force, None where there is none."""
    plan = documents.plan_in_force(plans)
    if plan is None:
        return None
    hours = deliveries.Delivered(store, case.id)
    return PlanShown.of(plan, case, hours.total, hours.by_week)


def documents_of(case: Case, listed: list[Document], office: Office) -> list[DocumentShown]:
    """Every version, and a row for each document that the service demands and that is not there."""
    there = {(filed.type, filed.period) for filed in listed}
    empty = [
        Document(0, case.ref, kind.type, 1, month, "missing", None, None, None, None)
        for kind in document.kinds_of(case)
        for month in document.months_of(case, kind)
        if kind.required and (kind.type, month) not in there
    ]
    found = [document.shown(filed, case, listed, office.days) for filed in listed]
    found += [document.shown(blank, case, (), office.days)._replace(version=None) for blank in empty]
    return sorted(found, key=lambda shown: (shown.type, shown.period or "", shown.version or 0))


def _tables(data: dict[str, Any], lent: list[Aid]) -> Any:
    yield Table("case", FACTS, list(_facts(data)), figures={"case": data["case"]})
    if data["plan"]:
        yield plan_table(data["plan"])
    if _is_enrolment(data):
        from ipsu_cli.reports import enrolment

        yield from enrolment.tables_of(data)
    else:
        yield documents_table(data["documents"])
    if data["deliveries"]:
        yield deliveries_table(data["deliveries"])
    if lent:
        from ipsu_cli.reports.aid import aids_table

        yield aids_table(lent)
    if data["next"]:
        yield Table("next", NEXT, [(step["message"], step["command"]) for step in data["next"]])


LabelledValue = tuple[str, Any]


def _facts(data: dict[str, Any]) -> Iterator[tuple[Text, Any]]:
    """The facts of a case as rows, those that are there, in the order in which they are declared."""
    for fact in facts_of(Case):
        rows = COMBINED[fact.name](data) if fact.name in COMBINED else ((fact.row, _shown(fact, data)),)
        yield from ((Text(f"column.{row}"), value) for row, value in rows if row and value is not None)


def _shown(fact: Fact, data: dict[str, Any]) -> Any:
    """What a row says of a fact: as JSON has it, so that what is hidden there is hidden here."""
    value: Any = data
    for key in fact.key:
        value = value.get(key) if value else None
    return None if value is None else fact.kind.show(value)


def _is_enrolment(data: dict[str, Any]) -> bool:
    """Is it a case of a service with a queue? A place in a queue alone may be set on any."""
    return "enrolments" in data


def _person(data: dict[str, Any]) -> Iterator[LabelledValue]:
    yield from ((name, data["participant"][name]) for name in ("name", "personnummer"))


def _protected(data: dict[str, Any]) -> Iterator[LabelledValue]:
    yield "protected", Text("message.protected") if data["participant"]["protected"] else None


def _period(data: dict[str, Any]) -> Iterator[LabelledValue]:
    """The period of a case that has one, how it stands, and what keeps it."""
    period, lock = data["period"], data["locked"]
    yield "period", None if _is_enrolment(data) else f"{period['from']} – {period['to']}"
    yield "status", Text(f"code.{data['status']}")
    yield "locked", lock and f"{lock['since']} ({lock['invoice']})"


def _training_period(data: dict[str, Any]) -> Iterator[LabelledValue]:
    training = data["training"]
    yield "training_period", training["from"] and f"{training['from']} – {training['to']}"


def _closed(data: dict[str, Any]) -> Iterator[LabelledValue]:
    yield "closed", data["closed"] and f"{data['closed']} ({data['reason']})"


def _queue(data: dict[str, Any]) -> Iterator[LabelledValue]:
    queue = data.get("queue")
    if queue and not _is_enrolment(data):
        yield "queue", queue["from"]
    elif queue and queue["from"]:
        days = {"first": queue["from"], "last": queue["to"], "days": queue["days"]}
        yield "queue", Text("message.queue-days", days)
        yield "queue_reason", Text(f"code.{queue['reason']}") if queue["reason"] else None


def _support(data: dict[str, Any]) -> Iterator[LabelledValue]:
    support = data.get("support")
    if support and not _is_enrolment(data):
        yield "support_service", support.get("service") and Text(f"code.{support['service']}")
    elif support and support["from"]:
        yield "support", Text("message.from-to", {"first": support["from"], "last": support["to"]})
        yield "support_service", Text(f"code.{support['service']}")
        yield "reason", Text(f"code.{support['reason']}") if support["reason"] else None


# Where several facts make one row, or the register adds to what was typed: the rows in place of the first of them.
COMBINED: dict[str, Callable[[dict[str, Any]], Iterator[LabelledValue]]] = {
    "personnummer": _person,
    "protected": _protected,
    "from": _period,
    "training-from": _training_period,
    "closed": _closed,
    "queued": _queue,
    "support": _support,
}


def documents_table(found: Sequence[DocumentShown]) -> Table:
    """Documents as rows, with the month where one of them is about a month."""
    monthly = any(shown.period for shown in found)
    columns = DOCUMENTS if monthly else tuple(column for column in DOCUMENTS if column.key != "month")
    rows = [
        tuple(shown.period if column.key == "month" else getattr(shown, column.key) for column in columns)
        for shown in found
    ]
    return Table("documents", columns, rows)


def deliveries_table(found: Iterable[object]) -> Table:
    """Deliveries as rows."""
    shapes = map(members, found)
    return Table("deliveries", DELIVERIES, [tuple(shape[c.key] for c in DELIVERIES) for shape in shapes])


def case_list(
    office: Office,
    service: str | None,
    agreement: str | None,
    coach: str | None,
    status: str | None,
    month: Month | None,
) -> Answer:
    """The cases that fit. Names only where asked for, never a protected person's."""
    with office.reading() as store:
        days = (month.first, month.last) if month else (None, None)
        found = cases.listed(store, service, agreement, coach, *days)
    found = [case for case in found if status in (None, case.status(office.today))]
    shapes = [_listed(case, office) for case in found]
    columns = LIST + ((Column("name"),) if office.names else ())
    rows: list[tuple[Any, ...]] = [_row(case, office) for case in found]
    lines = [Text("message.count", {"count": len(found)})]
    return Answer({"cases": shapes}, lines, [Table("cases", columns, rows)] if rows else [])


def _listed(case: Case, office: Office) -> dict[str, Any]:
    shape = case_shape(case, office.today, name=office.names)
    return shape | enrolment_shape(case, office.today) if services.service(case.service).queued else shape


def _row(case: Case, office: Office) -> tuple[Any, ...]:
    since = case.locked.since if case.locked else None
    to = case.closed_on if services.service(case.service).queued and case.from_day else case.to_day
    row = (case.ref, case.service, case.agreement, case.from_day, to, case.status(office.today),
           case.coach, since)  # fmt: skip
    return (*row, None if case.person.protected else case.person.name) if office.names else row
