"""Rules that every service shares."""

from collections.abc import Iterator

from ipsu_cli.core.dates import Month
from ipsu_cli.core.hours import Hours
from ipsu_cli.rules import services
from ipsu_cli.rules.facts import CaseFacts, DecideFacts, DeliverFacts, ReadyFacts, RejectFacts, SubmitFacts
from ipsu_cli.rules.model import Violation, rule, violation
from ipsu_cli.rules.sources import AGENCY, MATCHING, OFFICE, REPORTING, SUPPLIER


@rule("case", "case.period-missing", "A12", AGENCY, fix="ipsu case add {case} … --from DATE --to DATE")
def a_case_has_a_period(f: CaseFacts) -> Iterator[Violation]:
    """The agency orders the service for a period; a municipality's support has no set end."""
    if services.service(f.case.service).queued:
        return
    if f.case.from_day is None or f.case.to_day is None:
        yield violation(case=f.case.ref)


@rule("case", "case.period-backwards", "A12", AGENCY)
def a_period_ends_after_it_begins(f: CaseFacts) -> Iterator[Violation]:
    """The last day of a period is not before its first, of the case or of the training."""
    for first, last in ((f.case.from_day, f.case.to_day), (f.case.training.from_day, f.case.training.to_day)):
        if first and last and last < first:
            yield violation(case=f.case.ref, from_day=first, to_day=last)


@rule("case", "case.one-open", "reading 31", OFFICE, fix="ipsu case close {other} --on DATE --reason CODE")
def a_person_has_one_open_case_in_a_service(f: CaseFacts) -> Iterator[Violation]:
    """One open case a person and service. The other case is named only where its person is no secret."""
    was = f.before
    stood = was and was.closed_on is None and (was.person.id, was.given) == (f.case.person.id, f.case.given)
    opens = f.case.closed_on is None and not stood
    if f.other_open and opens:
        yield violation(case=f.case.ref, other=f.other_open)


@rule("case", "case.agreement-service", "A4", AGENCY, fix="ipsu agreement list")
def the_agreement_covers_the_service(f: CaseFacts) -> Iterator[Violation]:
    """A case stands under an agreement on its own service."""
    if f.agreement and f.case.service not in (f.agreement.service, *_parts(f.agreement.service)):
        yield violation(case=f.case.ref, agreement=f.agreement.ref, service=f.case.service)


def _parts(service: str) -> tuple[str, ...]:
    """IPSU is one service in two parts."""
    return ("ipsu-a", "ipsu-b") if service == "ipsu" else ()


@rule("case", "case.outside-agreement", "A4", OFFICE, warn=True)
def a_case_begins_while_the_agreement_runs(f: CaseFacts) -> Iterator[Violation]:
    """A case that begins before its agreement, or after it has ended, is unusual; not for who has had a
    municipality's support since before."""
    if not (f.agreement and f.case.from_day):
        return
    early = f.case.from_day < f.agreement.from_day and not services.service(f.case.service).queued
    ended = f.agreement.to_day and f.case.from_day > f.agreement.to_day
    if early or ended:
        yield violation(
            case=f.case.ref,
            agreement=f.agreement.ref,
            from_day=f.agreement.from_day,
            to_day=f.agreement.to_day,
        )


@rule("case", "case.site-unknown", "J27", OFFICE, warn=True)
def the_site_is_one_of_the_agreement(f: CaseFacts) -> Iterator[Violation]:
    """A case is delivered in a town of its agreement, where the agreement lists any.

    Of a protected person the town is not even said in a warning.
    """
    if f.case.person.protected or not (f.agreement and f.agreement.sites and f.case.site):
        return
    if f.case.site not in f.agreement.sites:
        yield violation(case=f.case.ref, site=f.case.site, sites=list(f.agreement.sites))


@rule("case", "case.period-bound", "A12", AGENCY, fix="ipsu case decide {case} --to DATE --on DATE")
def a_bound_period_moves_by_decision_alone(f: CaseFacts) -> Iterator[Violation]:
    """After a confirmed plan or a delivery the agency moves the period."""
    moved = f.before and (f.before.from_day, f.before.to_day) != (f.case.from_day, f.case.to_day)
    if moved and f.bound:
        yield violation(case=f.case.ref)


@rule("case", "case.closed-early", "A12", OFFICE)
def a_case_is_not_closed_before_it_begins(f: CaseFacts) -> Iterator[Violation]:
    """The closing day is not before the first day of the period."""
    if f.case.closed_on and f.case.from_day and f.case.closed_on < f.case.from_day:
        yield violation(case=f.case.ref, closed=f.case.closed_on, from_day=f.case.from_day)


@rule("case", "date.future", "A24", AGENCY)
def a_case_is_not_closed_in_the_future(f: CaseFacts) -> Iterator[Violation]:
    """What has not happened yet is not entered."""
    if f.case.closed_on and f.case.closed_on > f.today:
        yield violation(day=f.case.closed_on, today=f.today)


@rule("case", "case.delivered-after-closing", "A12", OFFICE, warn=True, fix="ipsu delivery list {case}")
def nothing_is_delivered_after_the_closing(f: CaseFacts) -> Iterator[Violation]:
    """Deliveries dated after the closing day are still invoiced; they are looked at when a case is closed."""
    closes = f.case.closed_on and not (f.before and f.before.closed_on)
    if closes and f.case.closed_on and f.last_delivered and f.last_delivered > f.case.closed_on:
        yield violation(case=f.case.ref, closed=f.case.closed_on, last_delivered=f.last_delivered)


@rule("decide", "decision.before-last", "A12", OFFICE)
def decisions_follow_each_other(f: DecideFacts) -> Iterator[Violation]:
    """The newest decision rules, so an older one is not entered after it."""
    if f.decided_on and f.on < f.decided_on:
        yield violation(case=f.case.ref, day=f.on, decided=f.decided_on)


@rule("decide", "decision.delivered-after", "A12", OFFICE, warn=True, fix="ipsu delivery list {case}")
def a_decision_leaves_the_delivered_days_in_the_period(f: DecideFacts) -> Iterator[Violation]:
    """Hours delivered after the new end are looked at: they are outside the period, and would be invoiced."""
    if f.last_delivered and f.last_delivered > f.to:
        yield violation(case=f.case.ref, to_day=f.to, last_delivered=f.last_delivered)


@rule("decide", "decision.future", "A12", AGENCY)
def a_decision_is_not_made_in_the_future(f: DecideFacts) -> Iterator[Violation]:
    """A decision is entered once the agency has made it."""
    if f.on > f.today:
        yield violation(case=f.case.ref, day=f.on, today=f.today)


@rule("decide", "decision.before-start", "A12", AGENCY)
def a_decision_leaves_a_period(f: DecideFacts) -> Iterator[Violation]:
    """The period does not end before it begins."""
    if f.case.from_day and f.to < f.case.from_day:
        yield violation(case=f.case.ref, to_day=f.to, from_day=f.case.from_day)


@rule("decide", "case.over-delivered", "A12", OFFICE, warn=True, fix="ipsu delivery list {case}")
def a_decision_leaves_room_for_what_is_delivered(f: DecideFacts) -> Iterator[Violation]:
    """The agency decides; hours above what is left are then corrected by the office."""
    if f.delivered > f.planned:
        yield violation(
            case=f.case.ref,
            planned_hours=f.planned,
            delivered_hours=f.delivered,
            remaining_hours=Hours(f.planned - f.delivered),
        )


@rule("submit", "document.future", "A24", OFFICE)
def a_document_is_not_filed_in_the_future(f: SubmitFacts) -> Iterator[Violation]:
    """A day after today is refused."""
    if f.on > f.today:
        yield violation(case=f.case.ref, type=f.type, day=f.on, today=f.today)


@rule("submit", "document.late", "R12", OFFICE, warn=True)
def a_document_is_in_time(f: SubmitFacts) -> Iterator[Violation]:
    """Lateness is said, never refused."""
    if f.due and f.on > f.due and f.version == 1:
        yield violation(case=f.case.ref, type=f.type, due=f.due, day=f.on)


@rule(
    "submit",
    "document.section-empty",
    "J22",
    SUPPLIER,
    missing=True,
    fix="ipsu document write {case} {type}",
)
def a_text_written_here_says_something_in_every_section(f: SubmitFacts) -> Iterator[Violation]:
    """Every section that the agency asks for is filled; a report that no mapping was possible has none of them."""
    if not f.fields.get("no_mapping"):
        for section in f.empty:
            yield violation(number=section.number, case=f.case.ref, type=f.type, heading=section.heading)


@rule(
    "submit",
    "deviation.incomplete",
    "R7",
    MATCHING,
    missing=True,
    fix="ipsu document submit {case} avvikelse --from DATE --to DATE --known/--unknown",
)
def a_deviation_report_says_when_and_whether_known(f: SubmitFacts) -> Iterator[Violation]:
    """A report of absence has its first and last day, and whether the absence was known."""
    if f.type != "avvikelse":
        return
    for option, name in (("--from DATE", "from"), ("--to DATE", "to"), ("--known|--unknown", "known")):
        if f.fields.get(name) is None:
            yield violation(case=f.case.ref, option=option)


@rule("submit", "deviation.not-ended", "E4", REPORTING)
def a_deviation_is_reported_once_it_has_ended(f: SubmitFacts) -> Iterator[Violation]:
    """It cannot be filed before the activity has ended."""
    last = f.fields.get("to")
    if f.type == "avvikelse" and last and last > f.on.isoformat():
        yield violation(case=f.case.ref, to_day=last, day=f.on)


@rule("submit", "deviation.backwards", "R7", MATCHING)
def a_deviation_does_not_end_before_it_begins(f: SubmitFacts) -> Iterator[Violation]:
    """Its last day is not before its first."""
    first, last = f.fields.get("from"), f.fields.get("to")
    if f.type == "avvikelse" and first and last and last < first:
        yield violation(case=f.case.ref, from_day=first, to_day=last)


@rule("deliver", "delivery.future", "A24", AGENCY)
def a_delivery_is_not_dated_after_today(f: DeliverFacts) -> Iterator[Violation]:
    """It is always possible to deliver up to today."""
    if f.to_day > f.today:
        yield violation(case=f.case.ref, day=f.to_day, today=f.today)


@rule("deliver", "delivery.outside-period", "A12", AGENCY, fix="ipsu case decide {case} --to DATE --on DATE")
def a_delivery_lies_in_the_participant_period(f: DeliverFacts) -> Iterator[Violation]:
    """The delivery period is the participant period, as the agency has decided it."""
    if f.unit == "result":
        return  # the agency approves a result also after the period
    if f.quantity < f.replaces:
        return  # a correction that takes hours away, also of a day that a decision has left outside
    case = f.case
    ends = min((day for day in (case.to_day, case.closed_on) if day), default=f.to_day)
    if (case.from_day and f.from_day < case.from_day) or f.to_day > ends:
        outside = f.to_day if f.to_day > ends else f.from_day
        yield violation(case=case.ref, day=outside, from_day=case.from_day, to_day=ends)


@rule(
    "deliver",
    "delivery.locked",
    "A32",
    AGENCY,
    fix="ipsu invoice resolve {invoice} --case {case} --outcome corrected/upheld",
)
def a_locked_case_takes_no_delivery(f: DeliverFacts) -> Iterator[Violation]:
    """While an investigation is open, nothing is delivered."""
    lock = f.case.locked
    if lock:
        yield violation(case=f.case.ref, since=lock.since, invoice=lock.invoice)


@rule("deliver", "delivery.nothing", "A23", OFFICE)
def a_delivery_is_more_than_nothing(f: DeliverFacts) -> Iterator[Violation]:
    """Zero hours are no delivery."""
    if f.quantity <= 0:
        yield violation(case=f.case.ref, hours=f.quantity)


@rule("deliver", "delivery.two-months", "A26", OFFICE, fix="ipsu deliver {case} HOURS --on DATE")
def a_delivery_lies_in_one_month(f: DeliverFacts) -> Iterator[Violation]:
    """Hours belong to the month of the work date, so a week over two months wants dates."""
    if Month.of(f.from_day) != Month.of(f.to_day):
        yield violation(case=f.case.ref, from_day=f.from_day, to_day=f.to_day)


@rule(
    "invoice",
    "case.locked",
    "A32",
    AGENCY,
    fix="ipsu invoice resolve {invoice} --case {case} --outcome corrected/upheld",
)
def a_locked_case_is_not_invoiced(f: ReadyFacts) -> Iterator[Violation]:
    """A case under investigation waits."""
    if f.locked:
        yield violation()


@rule(
    "invoice",
    "price.missing",
    "A25",
    OFFICE,
    fix="ipsu price set {agreement} {service} AMOUNT --unit {unit}{level} --from {from_day}",
)
def every_delivery_has_a_price(f: ReadyFacts) -> Iterator[Violation]:
    """A price in force on the last work date."""
    if not f.priced:
        yield violation()


@rule("reject", "invoice.self-fixable", "A30", AGENCY, fix="ipsu delivery correct ID HOURS --reason TEXT")
def what_the_office_can_mend_is_corrected_not_rejected(f: RejectFacts) -> Iterator[Violation]:
    """Only what the office cannot mend itself is rejected."""
    if f.self_fixable is not False:
        yield violation(invoice=f.invoice)
