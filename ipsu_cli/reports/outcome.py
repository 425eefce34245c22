"""`ipsu outcome list`."""

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.json_records import outcome_shape
from ipsu_cli.office import Office
from ipsu_cli.reports.enrolment import OUTCOMES, table_of
from ipsu_cli.store import cases, enrolments


def outcome_list(office: Office, ref: str | None) -> Answer:
    """The outcomes of a case, or all, by day."""
    with office.reading() as store:
        case = cases.get(store, ref) if ref else None
        shapes = [outcome_shape(outcome) for outcome in enrolments.outcomes(store, case.id if case else None)]
    lines = [Text("message.count", {"count": len(shapes)})]
    return Answer({"outcomes": shapes}, lines, [table_of("outcomes", OUTCOMES, shapes)] if shapes else [])
