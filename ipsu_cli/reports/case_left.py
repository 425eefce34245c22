"""What a case leaves behind as it is closed: work that is not delivered, not billed, or not filed."""

from collections.abc import Iterator, Sequence

from ipsu_cli.core.answer import Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.close_reason import IN_ERROR
from ipsu_cli.core.document import deciding
from ipsu_cli.core.money import Ore
from ipsu_cli.office import Office
from ipsu_cli.reports.case import documents_of
from ipsu_cli.reports.document import DocumentShown, kind_of
from ipsu_cli.reports.held import judge_all
from ipsu_cli.reports.money_rows import money_free
from ipsu_cli.reports.silent_weeks import silent_weeks
from ipsu_cli.reports.undelivered import undelivered
from ipsu_cli.rules import services
from ipsu_cli.store import Store, documents, scope
from ipsu_cli.validation import Finding, warning

OPEN = ("missing", "draft", "returned")


def left_at_close(store: Store, office: Office, case: Case) -> list[Finding]:
    """A warning for each thing that is left; it goes on standing in `todo` and `status` until it is done. Of what was
    registered in error nothing is."""
    if case.close_reason == IN_ERROR:
        return []
    return [*_money(store, office, case), *_unfiled(store, office, case), *_unentered(store, office, case)]


def _money(store: Store, office: Office, case: Case) -> Iterator[Finding]:
    if services.service(case.service).unit is None:
        return
    for waiting in undelivered(store, office.today, case_id=case.id):
        yield waiting.warning()
    for row in money_free(store, judge_all(store, case_id=case.id), office.today):
        figures = {"case": case.ref, "month": row.month, "net": row.net_ore or Ore(0)}
        yield warning("case.unbilled", "A25", row.command, **figures)


def _unentered(store: Store, office: Office, case: Case) -> Iterator[Finding]:
    """Planned weeks that nobody has said anything of, with the command that enters the first."""
    scope.choose(store, scope.Chosen(cases=(case.ref,)))
    weeks = list(silent_weeks(store, office.today))
    if weeks:
        net = Ore.total(week.net_ore or Ore(0) for week in weeks)
        figures = {"case": case.ref, "weeks": [week.week for week in weeks], "net": net}
        yield warning("case.unentered", "A24", weeks[0].command, **figures)


def _unfiled(store: Store, office: Office, case: Case) -> Iterator[Finding]:
    """What the service demands and nobody has filed."""
    listed = documents_of(case, documents.of_case(store, case.id), office)
    missing = [_of_month(row) for row in _as_they_stand(case, listed) if row.required and row.status in OPEN]
    if missing:
        yield warning("case.unfiled", "", f"ipsu document list {case.ref}", case=case.ref, documents=missing)


def _as_they_stand(case: Case, listed: Sequence[DocumentShown]) -> Iterator[DocumentShown]:
    """Of each document the version that decides; of those that are each their own every one that is a draft."""
    versions: list[DocumentShown] = []
    for row in listed:
        kind = kind_of(case, row.type)
        if kind.single and row.status == "draft":
            yield row
        elif kind.lasting and row.status == "returned":
            versions.insert(0, row)
        elif not kind.single:
            versions.append(row)
    yield from deciding(versions).values()


def _of_month(row: DocumentShown) -> Text:
    """The document by its short name, with its month where it has one."""
    code = "message.document-of-period" if row.period else "message.document-type"
    return Text(code, {"type": row.type, "period": row.period})
