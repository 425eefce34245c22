"""`ipsu import`: a whole file or nothing of it, through the same rules as the commands."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any, BinaryIO, NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.digest import digest
from ipsu_cli.core.document import Document
from ipsu_cli.core.identity import without_numbers
from ipsu_cli.core.problem import BadFile, Problem, Unreadable
from ipsu_cli.flows import agreement_add, case_put, deliver, document, fidelity, funding, plan_set, survey
from ipsu_cli.flows.document_file import file
from ipsu_cli.flows.target_set import put as put_target
from ipsu_cli.locale import known
from ipsu_cli.office import Office
from ipsu_cli.read.csv_file import Fault, read_csv
from ipsu_cli.read.document_fields import read_several
from ipsu_cli.read.fields import PRIVATE, read_one
from ipsu_cli.read.kinds import KINDS, Kind
from ipsu_cli.store import Writing, agreements, batches, cases, documents, settings

ADDED, KNOWN, CHANGED = "added", "known", "changed"


class Item(NamedTuple):
    """One row, read: where it stands in the file, what it says, and its digest."""

    row: int
    given: dict[str, Any]
    digest: bytes


class Rows:
    """The rows of a file, and all that is wrong with them."""

    def __init__(self, kind: Kind, store: Writing, office: Office) -> None:
        self.kind, self.office = kind, office
        self.errors: list[dict[str, Any]] = []
        self.count = 0
        self._salt: bytes = settings.office(store)["salt"]

    def read(self, stream: BinaryIO) -> Iterator[Item]:
        """Each row that can be read; what cannot goes to `errors`."""
        sheet = read_csv(stream, self.kind.headings())
        lacking = [column for column in self.kind.required if column not in sheet.columns]
        if lacking:
            raise BadFile("file.column-missing", columns=lacking)
        for row in sheet.rows:
            self.count += 1
            before = len(self.errors)
            for fault in row.faults:
                self._fault(fault)
            faulted = {fault.column for fault in row.faults}
            given = self._given(row.number, {c: text for c, text in row.cells.items() if c not in faulted})
            if len(self.errors) == before:
                yield Item(row.number, given, self._digest(given))

    def _given(self, number: int, cells: dict[str, str]) -> dict[str, Any]:
        given = {}
        for column, text in cells.items():
            try:
                value = self._value(column, text)
            except Problem as error:
                self.wrong(number, error, column, text)
                continue
            if value is not None:
                given[column] = value
            elif column in self.kind.required:
                self.wrong(number, Unreadable("file.cell-empty"), column)
        return given

    def _value(self, column: str, text: str) -> Any:
        if column in self.kind.several and text.strip():
            return read_several(column, text.split("|"))
        return read_one(dict(self.kind.renamed).get(column, column), text, self.office.today)

    def _digest(self, given: dict[str, Any]) -> bytes:
        return digest(self._salt + repr(sorted(given.items())).encode())[:16]

    def _fault(self, fault: Fault) -> None:
        text = Text(f"problem.{fault.code}", fault.figures)
        self._add(fault.row, fault.column, fault.code, None, text)

    def wrong(self, row: int, problem: Problem, column: str | None = None, value: str | None = None) -> None:
        """Keep what is wrong with a row: each finding of a rule by itself, a private value never."""
        for each in getattr(problem, "findings", None) or [problem]:
            group = "rule" if known(f"rule.{each.code}", "sv") else "problem"
            shown = _masked(value) if column == "personnummer" else None if column in PRIVATE else value
            self._add(row, column, each.code, shown, Text(f"{group}.{each.code}", each.figures))

    def _add(self, row: int, column: str | None, code: str, value: str | None, message: Text) -> None:
        self.errors.append({"row": row, "column": column, "code": code, "value": value, "message": message})


def import_file(office: Office, name: str, stream: BinaryIO, *, rehearse: bool) -> Answer:
    """Bring in a file of one kind. Raises `BadFile` with every error if there is any."""
    kind = KINDS[name]

    def work(store: Writing) -> Answer:
        rows = Rows(kind, store, office)
        counts, warnings = Counter({ADDED: 0, KNOWN: 0, CHANGED: 0}), []
        before, brought = batches.known(store, name), Counter[bytes]()
        for group in _groups(rows.read(stream), name):
            if all(before[each.digest] > 0 for each in group):
                before.subtract(each.digest for each in group)
                counts[KNOWN] += len(group)
                continue
            try:
                outcome, found = PUT[name](store, group, office)
            except Problem as problem:
                rows.wrong(group[0].row, problem, *_where(problem))
                continue
            counts[outcome] += len(group)
            warnings += found
            if outcome != KNOWN:
                brought.update(each.digest for each in group)
        if rows.errors:
            raise _errors(rows)
        batch = batches.keep(store, name, rows.count, counts[ADDED], brought) if brought else None
        return _answer(name, batch, rows.count, counts, warnings)

    return office.change(f"import {name}", work, rehearse=rehearse)


def _where(problem: Problem) -> tuple[str | None, str | None]:
    """The column that a problem of a whole row speaks of, and its value."""
    for column in ("case", "agreement"):
        if problem.code == f"{column}.unknown":
            return column, str(problem.figures[column])
    option, value = problem.figures.get("option"), problem.figures.get("value")
    return option and str(option).lower().strip("-"), value and str(value)


def _masked(value: str | None) -> str | None:
    """A personnummer that cannot be read, without its last four digits; nothing of what is none."""
    hidden = without_numbers(value or "")
    return hidden if hidden != value else None


def _groups(items: Iterator[Item], name: str) -> Iterator[list[Item]]:
    """The rows that are one thing: of plans those of a case and version, else each by itself."""
    if name != "plans":
        for item in items:
            yield [item]
        return

    def belongs(item: Item) -> tuple[str, int]:
        return item.given["case"], item.given.get("version", 1)

    for _, group in groupby(sorted(items, key=belongs), belongs):
        yield list(group)


def _errors(rows: Rows) -> BadFile:
    rows.errors.sort(key=lambda each: (each["row"], each["column"] or ""))
    problem = BadFile("import.errors", kind=rows.kind.name, count=len(rows.errors), rows=rows.count)
    problem.details = {**problem.figures, "errors": rows.errors}
    return problem


def _answer(name: str, batch: int | None, rows: int, counts: Counter[str], warnings: list[Any]) -> Answer:
    data = {"import": {"batch": batch, "kind": name, "rows": rows, **counts}}
    figures = {"kind": name, "rows": rows, **counts}
    return Answer(data, [Text("said.imported" if batch else "said.import-nothing", figures)], warnings=warnings)


def _agreement(store: Writing, group: list[Item], office: Office) -> tuple[str, list[Any]]:
    given = {**group[0].given, "sites": group[0].given.get("site", ())}
    there = agreements.find(store, given["agreement"])
    if there is None:
        agreement_add.put(store, given)
        return ADDED, []
    raise Problem("agreement.exists", agreement=there.ref)


def _price(store: Writing, group: list[Item], office: Office) -> tuple[str, list[Any]]:
    return agreement_add.put_price(store, group[0].given)[1], []


def _case(store: Writing, group: list[Item], office: Office) -> tuple[str, list[Any]]:
    given = group[0].given
    before = cases.find(store, given["case"])
    after, warnings = case_put.put(store, given, office.today)
    if before is None:
        return ADDED, warnings
    return (KNOWN if after == before else CHANGED), []


def _plan(store: Writing, group: list[Item], office: Office) -> tuple[str, list[Any]]:
    first = group[0].given
    case = cases.get(store, first["case"])
    weeks = [(week, each.given["hours-per-week"]) for each in group for week in each.given["weeks"]]
    submitted, confirmed = first.get("submitted"), first.get("confirmed")
    plans = documents.plans(store, case.id)
    version = first.get("version", len(plans) + 1 if not plans or plans[-1].weeks != dict(weeks) else len(plans))
    if version <= len(plans) and plans[version - 1].weeks == dict(weeks):
        gp = documents.of_case(store, case.id, "gp")[version - 1]
        return _steps(store, case, gp, submitted, confirmed, None, office)
    wanted = plan_set.WantedPlan(weeks, first.get("reason"), submitted, confirmed)
    return ADDED, plan_set.put(store, office, case, wanted)


# What a row of documents says of the document itself; all else is what its type's options say.
STEPS = {"case", "type", "submitted", "confirmed", "returned"}


def _which(there: Document) -> document.Which:
    """The very version."""
    return document.Which(there.version, Month(there.period) if there.period else None)


def _document(store: Writing, group: list[Item], office: Office) -> tuple[str, list[Any]]:
    given = group[0].given
    case, type = cases.get(store, given["case"]), given["type"]
    returned = given.get("returned")
    unsaid = STEPS | ({"reason"} if returned else set())
    flags = {key for key in ("no-mapping", "misconduct") if given.get(key) is False}
    kept = {key.replace("-", "_"): value for key, value in given.items() if key not in unsaid | flags}
    period = given.get("period")
    same = [
        each
        for each in documents.of_case(store, case.id, type)
        if (each.submitted, each.period) == (given["submitted"], period)
    ]
    if same and type != "avvikelse":
        return _steps(store, case, same[-1], given["submitted"], given.get("confirmed"), returned, office)
    warnings = file(store, office, case, type, given["submitted"], kept)
    which = document.Which(period=period)
    if given.get("confirmed"):
        document.confirm(store, case, type, given["confirmed"], office.today, which)
    if returned:
        document.send_back(store, case, type, returned, given.get("reason", ""), office.today, which)
    return ADDED, warnings


def _steps(
    store: Writing, case: Any, there: Document, submitted: Any, confirmed: Any, returned: Any, office: Office
) -> tuple[str, list[Any]]:
    """The steps that a document has taken since it came in."""
    warnings: list[Any] = []
    if submitted and there.status == "draft":
        warnings = file(store, office, case, there.type, submitted, {})
    elif not ((confirmed or returned) and there.status == "submitted"):
        if (confirmed or there.confirmed) != there.confirmed or (returned or there.returned) != there.returned:
            raise Problem("import.document-differs", case=case.ref, type=there.type, version=there.version)
        return KNOWN, []
    if confirmed:
        document.confirm(store, case, there.type, confirmed, office.today, _which(there))
    if returned:
        document.send_back(store, case, there.type, returned, "", office.today, _which(there))
    return CHANGED, warnings


def _delivery(store: Writing, group: list[Item], office: Office) -> tuple[str, list[Any]]:
    given = group[0].given
    wanted = deliver.WantedDelivery(
        given["case"],
        given.get("hours"),
        given.get("on"),
        given.get("week"),
        given.get("no-show", False),
        given.get("month"),
    )
    return ADDED, deliver.put(store, wanted, office.today)[1]


def _fidelity(store: Writing, group: list[Item], office: Office) -> tuple[str, list[Any]]:
    return ADDED, fidelity.put(store, group[0].given, office.today)[1]


def _survey(store: Writing, group: list[Item], office: Office) -> tuple[str, list[Any]]:
    return ADDED, survey.put(store, group[0].given, office.today)[1]


def _funding(store: Writing, group: list[Item], office: Office) -> tuple[str, list[Any]]:
    funding.put(store, group[0].given)
    return ADDED, []


PUT: dict[str, Callable[[Writing, list[Item], Office], tuple[str, list[Any]]]] = {
    "agreements": _agreement,
    "prices": _price,
    "cases": _case,
    "plans": _plan,
    "documents": _document,
    "deliveries": _delivery,
    "fidelity": _fidelity,
    "surveys": _survey,
    "funding": _funding,
    "targets": lambda store, group, office: (put_target(store, group[0].given)[1], []),
}
