"""How long participants and books are kept, and when a person may be erased."""

import datetime as dt
from collections.abc import Iterator

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.retention import KeptPerson, books_kept_until
from ipsu_cli.rules.model import Act, Rules, Violation, rule, violation
from ipsu_cli.rules.sources import BOOKS_KEPT, OFFICE, STORAGE


class ErasureFacts(NamedTuple):
    """A person who would be erased today. `locked` is a case that an open investigation locks, None where none is."""

    kept: KeptPerson
    today: dt.date
    locked: str | None = None


class BooksFacts(NamedTuple):
    """What was booked on `day`, and would be removed today. The financial year ends with the month `last_month`."""

    day: dt.date
    last_month: int
    today: dt.date


ERASE: Act[ErasureFacts] = Act("erase", shared="retention")
REMOVE_BOOKS: Act[BooksFacts] = Act("remove books", shared="retention")


@rule(ERASE, "erase.open", "E2", STORAGE, fix="ipsu case close {case} --on DATE --reason CODE")
def a_person_is_erased_once_every_case_has_ended(f: ErasureFacts) -> Iterator[Violation]:
    """A person is erased once every case has a last day: support that goes on needs what is known."""
    if f.kept.open:
        yield violation(case=f.kept.open[0], cases=f.kept.open)


@rule(ERASE, "erase.locked", "A30", OFFICE, fix="ipsu invoice resolve N --case {case} --outcome corrected")
def a_person_is_erased_once_no_investigation_is_open(f: ErasureFacts) -> Iterator[Violation]:
    """A person is erased once no investigation of a case is open: its reason is still to be answered."""
    if f.locked:
        yield violation(case=f.locked)


@rule(ERASE, "erase.kept", "E2", OFFICE, fix="ipsu retention --dry-run")
def a_person_is_kept_until_the_office_needs_nothing_of_the_last_case(f: ErasureFacts) -> Iterator[Violation]:
    """A person is kept for so many months after the last case has ended as the setting retention-months says."""
    until, last = f.kept.keep_until, f.kept.last
    if until and last and f.today <= until:
        yield violation(
            case=last.case, ended=last.last_day, months=f.kept.months, keep_until=until, possible=f.kept.possible
        )


@rule(REMOVE_BOOKS, "retention.books", "E16", BOOKS_KEPT, fix="ipsu retention")
def books_are_kept_through_the_seventh_year(f: BooksFacts) -> Iterator[Violation]:
    """Accounting records are kept through the seventh year after the calendar year in which the financial year
    ended."""
    until = books_kept_until(f.day, f.last_month)
    if f.today <= until:
        yield violation(day=f.day, keep_until=until)


RULES: Rules = (
    a_person_is_erased_once_every_case_has_ended,
    a_person_is_erased_once_no_investigation_is_open,
    a_person_is_kept_until_the_office_needs_nothing_of_the_last_case,
    books_are_kept_through_the_seventh_year,
)
