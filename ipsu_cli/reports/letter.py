"""`ipsu invoice letter`: the question to the agency, made from what differs. It names cases, and nobody."""

from collections.abc import Collection, Iterable

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.comparison import DIFFERS, EQUAL, NOT_COMPARED, OURS_ONLY, TWICE, Compared, is_at
from ipsu_cli.core.dates import Month
from ipsu_cli.core.document import Document
from ipsu_cli.core.identity import shown_orgnr
from ipsu_cli.core.letter import KINDS, Letter, LetterQuestion
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.role import Role
from ipsu_cli.core.self_billing import TAKEN_BACK, UNBUILT, SelfBilled
from ipsu_cli.core.self_invoice import SelfInvoice, SelfLine
from ipsu_cli.core.self_invoice_number import Wanted
from ipsu_cli.office import Office
from ipsu_cli.reports.held_against import held_against
from ipsu_cli.rules import services
from ipsu_cli.store import (
    Store,
    answers,
    cases,
    delivered_rows,
    documents,
    invoices,
    letters,
    pairs,
    self_billing,
    self_invoices,
    settings,
)
from ipsu_cli.store.overlaps import Overlaps

# How a head alone bills work that there is nothing to ask about: what was taken back has been asked for.
RIGHT = (EQUAL, UNBUILT, TAKEN_BACK)


class Asked(NamedTuple):
    """The letter that was written."""

    letter: Letter


def about_basis(
    store: Store, office: Office, number: str, only: Collection[str], written: Collection[int] = ()
) -> Answer[Asked]:
    """What the agency's self-invoices differ by from a basis, over all of them and their credits. `written` are changes
    whose letters are this one."""
    id = invoices.id_of(store, number)
    about = {row.line_id for row in answers.on_basis(store, id)}
    received = {paired: self_invoices.by_id(store, paired) for paired in pairs.about(store, id)}
    lines = {paired: [line for line in theirs.lines if line.id in about] for paired, theirs in received.items()}
    agreement = invoices.head(store, number).agreement
    return _answer(_letter(store, office, agreement, number, received, lines, [id], only, written))


def about_received(
    store: Store, office: Office, wanted: Wanted, only: Collection[str], written: Collection[int] = ()
) -> Answer[Asked]:
    """The same of one self-invoice, and the bases that it is about."""
    id, _ = _asked_about(store, wanted)
    theirs = self_invoices.by_id(store, id)
    numbers = pairs.all_of(store).get(id, [])
    if not numbers and not theirs.lines:
        command = f"ipsu invoice reconcile BASIS {wanted.words}"
        raise Refused("letter.not-compared", rule="E12", self_invoice=theirs.number, command=command)
    bases = [invoices.id_of(store, number) for number in numbers]
    named = numbers[0] if len(numbers) == 1 else None
    lines = {id: list(theirs.lines)}
    return _answer(_letter(store, office, theirs.agreement, named, {id: theirs}, lines, bases, only, written))


def named_wholly(office: Office, wanted: Wanted) -> Wanted:
    """The self-invoice that is asked about, by its number, agreement and year."""
    with office.reading() as store:
        _, theirs = _asked_about(store, wanted)
    return Wanted(theirs.number, theirs.agreement, theirs.date.year)


def _asked_about(store: Store, wanted: Wanted) -> tuple[int, SelfInvoice]:
    """Its id, and itself without its lines."""
    listed = self_invoices.of_number(store, wanted)
    id = self_invoices.the_one(wanted, listed, f"ipsu invoice letter {wanted.words} FILE")
    return id, listed[id]


def _answer(made: Letter) -> Answer[Asked]:
    if not made.questions:
        raise Refused("letter.nothing", number=made.invoice or ", ".join(made.self_invoices))
    return Answer(Asked(made), [Text("message.letter", {"count": len(made.questions)})])


def _letter(
    store: Store,
    office: Office,
    agreement: str,
    number: str | None,
    received: dict[int, SelfInvoice],
    lines: dict[int, list[SelfLine]],
    bases: Collection[int],
    only: Collection[str],
    written: Collection[int],
) -> Letter:
    overlaps = Overlaps(store)
    doubled = [(own[place], others) for id, own in lines.items() for place, others in overlaps.twice(own, id).items()]
    every = [line for own in lines.values() for line in own]
    rows = held_against(store, bases, every, [line for line, _ in doubled]).rows
    _refuse_others(only, rows, number or ", ".join(theirs.number for theirs in received.values()))
    billed_elsewhere = _billed_elsewhere(store, bases, received, rows)
    of_heads = _billed_by_heads(store, bases) if any(not theirs.lines for theirs in received.values()) else {}
    by_case: dict[str, list[str]] = {}
    for id, own in lines.items():
        for line in own:
            by_case.setdefault(line.case, []).append(received[id].number)
    asked = []
    for row in rows:
        if row.status == EQUAL or row.is_taken_back or (only and row.case not in only) or row in billed_elsewhere:
            continue
        head = _head_of(row, of_heads)
        if head is None or head.state not in RIGHT:
            names = [*by_case.get(row.case, []), *_others(row, doubled), *([head.number] if head else [])]
            asked.append(_question(store, row, ", ".join(dict.fromkeys(names)) or None, head))
    asked.sort(key=lambda question: KINDS.index(question.kind))
    own_office = settings.office(store)
    numbers = [theirs.number for theirs in received.values()]
    orgnr, earlier = shown_orgnr(own_office["orgnr"]), letters.days_of(store, bases, received, written)
    return Letter(own_office["name"], orgnr, office.today, agreement, number, numbers, earlier, asked)


def _refuse_others(only: Collection[str], rows: list[Compared], number: str) -> None:
    """A case that neither side names agrees with nothing."""
    if others := sorted(set(only) - {row.case for row in rows}):
        raise Refused("letter.no-such-case", number=number, cases=others)


def _others(row: Compared, doubled: Iterable[tuple[SelfLine, Iterable[str]]]) -> list[str]:
    """The self-invoices that bill again what a row is about."""
    return [number for line, others in doubled if row.status == TWICE and is_at(row, line) for number in others]


def _billed_elsewhere(
    store: Store, bases: Collection[int], received: Collection[int], rows: list[Compared]
) -> list[Compared]:
    """What these self-invoices do not bill, and others about the same bases do: it is not missing."""
    missing = [row for row in rows if row.status == OURS_ONLY]
    others = {id for basis in bases for id in pairs.about(store, basis)} - set(received)
    if not missing or not others:
        return []
    theirs = [line for id in sorted({*others, *received}) for line in self_invoices.by_id(store, id).lines]
    left = [row for row in held_against(store, bases, theirs).rows if _is_missing(row)]
    return [row for row in missing if not any(row.case == one.case and _meet(row, one) for one in left)]


def _billed_by_heads(store: Store, bases: Collection[int]) -> dict[tuple[str, str], SelfBilled]:
    """By case and month, what bills the lines of these bases: a head alone says neither."""
    billed = self_billing.by_line(store)
    lines = [line for basis in bases for line in invoices.by_id(store, basis).lines]
    return {(line.case, Month.of(line.to_day)): billed[line.id] for line in lines if line.id in billed}


def _head_of(row: Compared, of_heads: dict[tuple[str, str], SelfBilled]) -> SelfBilled | None:
    """What bills a row that no line of a self-invoice is about."""
    found = (of_heads.get((row.case, month)) for month in sorted(_months(row))) if _is_missing(row) else ()
    return next((billed for billed in found if billed), None)


def _is_missing(row: Compared) -> bool:
    """Is nothing of ours billed there, or nothing any more?"""
    return row.status == OURS_ONLY or bool(row.ours and row.theirs and not (row.theirs.hours or row.theirs.net_ore))


def _meet(one: Compared, other: Compared) -> bool:
    """Do they lie in the same week or month? Each may be compared by the one or the other."""
    if one.week and other.week:
        return one.week == other.week
    return bool(_months(one) & _months(other))


def _months(row: Compared) -> set[Month]:
    if row.week:
        return {Month.of(row.week.monday), Month.of(row.week.sunday)}
    return {row.month} if row.month else set()


def _kind(row: Compared) -> str:
    if row.status == TWICE:
        return "twice"
    if _is_missing(row):
        return "missing"
    if row.status == NOT_COMPARED:
        return "not-compared"
    if row.status == DIFFERS:
        return next((name for name in ("price", "hours") if name in row.differs), "other")
    return "never-delivered"


def _plan_in_force(store: Store, case: Case) -> Document | None:
    """The joint plan: the newest confirmed version, else, until one is confirmed, the newest."""
    type = services.type_of(case, Role.PLAN)
    versions = documents.of_case(store, case.id, type) if type else []
    confirmed = [version for version in versions if version.status == "confirmed"]
    return next(reversed(confirmed or versions), None)


def _question(store: Store, row: Compared, numbers: str | None, head: SelfBilled | None) -> LetterQuestion:
    """`head` bills it, with other work in one sum."""
    case = cases.get(store, row.case)
    plan = _plan_in_force(store, case)
    span = (row.week.monday, row.week.sunday) if row.week else (row.month.first, row.month.last) if row.month else None
    ours, theirs = row.ours, row.theirs
    kind = _kind(row)
    done = tuple(delivered_rows.between(store, case.id, *span)) if span else ()
    if kind == "never-delivered" and done:
        kind = "hours"
    if head:
        kind = "twice" if head.state == TWICE else "not-compared"
    return LetterQuestion(
        kind, row.case, row.week or row.month, numbers, ours and ours.hours, theirs and theirs.hours,
        ours and ours.unit_price_ore, theirs and theirs.unit_price_ore, ours.net_ore if ours else Ore(0),
        theirs.net_ore if theirs else Ore(0), plan and plan.version, plan and plan.confirmed, done,
    )  # fmt: skip
