"""What nobody has typed, as rows of `todo`: the reminders judge each case and each agreement once."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ipsu_cli.core.answer import Text
from ipsu_cli.core.dates import Week
from ipsu_cli.core.document import Document
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.party import EMPLOYERS, OFFICERS
from ipsu_cli.core.role import Role
from ipsu_cli.office import Office
from ipsu_cli.reports.deadline import ALWAYS, Due
from ipsu_cli.rules import reminders, services
from ipsu_cli.rules.reminders import (
    AgreementReminderFacts,
    CaseReminderFacts,
    Habits,
    Signal,
    an_agreement_is_prolonged_before_it_ends,
)
from ipsu_cli.store import Store, acknowledgements
from ipsu_cli.store import reminders as followed
from ipsu_cli.store.acknowledgements import Key
from ipsu_cli.store.reminders import FiledSignal, FollowedAgreement, FollowedCase, Gaps, PlannedWeek
from ipsu_cli.validation import Finding, findings

if TYPE_CHECKING:
    from ipsu_cli.core.price_list import PriceList


def kind_of(code: str) -> str:
    """The kind that a reminder has in `todo`: the word after the first dot of its code."""
    return code.split(".")[1]


def reminded(
    store: Store, office: Office, by: dt.date, prices: "PriceList | None" = None, *, weeks: bool = True
) -> list[Due]:
    """All that somebody is to ask about by a day, of the cases in `scope` with their plans in `planned`; what was
    acknowledged is left out. With `prices` a silent week is told with its kronor; without `weeks` nobody is asked about
    any."""
    return not_quiet(all_reminders(store, office, by, prices, weeks=weeks), acknowledgements.keys(store))


def not_quiet(rows: Iterable[Due], quiet: set[Key]) -> list[Due]:
    """Those that nobody has acknowledged."""
    return [row for row in rows if (row.case_id, row.kind, row.key) not in quiet]


def all_reminders(
    store: Store, office: Office, by: dt.date, prices: "PriceList | None" = None, *, weeks: bool = True
) -> Iterator[Due]:
    """The same with what was acknowledged."""
    codes = services.codes_to_bind()
    gaps = followed.gaps(store, codes, office.today, weeks=weeks)
    listed = list(followed.cases(store, codes, OFFICERS, EMPLOYERS, gaps.ids, by))
    plans = followed.joint_plans(store, codes, [case.id for case in listed if case.system and not case.closed])
    for case in listed:
        if case.service in services.codes():
            facts = _facts(case, gaps, plans.get(case.id, ()), office, by)
            nets = _nets(prices, gaps.silent_weeks.get(case.id, ()))
            for finding in findings(reminders.CASE, case.service, facts):
                due = _due(case.id, case.ref, case.name, case.coach, finding)
                yield due._replace(net_ore=nets.get(due.period)) if isinstance(due.period, Week) else due


def _nets(prices: "PriceList | None", weeks: Iterable[PlannedWeek]) -> dict[Week, Ore | None]:
    """What each week was planned to bring in; nothing where that is not asked."""
    if not prices:
        return {}
    from ipsu_cli.reports.silent_weeks import planned_net

    return {planned.week: planned_net(prices, planned) for planned in weeks}


def _facts(case: FollowedCase, gaps: Gaps, plans: Sequence[Document], office: Office, by: dt.date) -> CaseReminderFacts:
    """What is followed up ends with the case; what nobody has typed of it does not."""
    id, service, system = case.id, case.service, case.system
    facts = CaseReminderFacts(
        case.ref, service, by, office.days, habits(office), system, case.from_day,
        deviation_type=services.type_in(service, system, Role.DEVIATION),
        silent_weeks=[planned.week for planned in gaps.silent_weeks.get(id, ())],
        idle_months=gaps.idle_months.get(id, ()),
        absent_days=gaps.absent_days.get(id, ()), signals=_signals(gaps.signals.get(id, ()), service, system),
    )  # fmt: skip
    if case.closed:
        return facts._replace(from_day=None)
    return facts._replace(
        to_day=case.to_day, decided=case.decided, training_to=case.training_to, plan_ends=case.plan_ends,
        officer_asked=case.officer_asked, employer_met=case.employer_met, consent=case.consent,
        consent_withdrawn=case.consent_withdrawn, reviewed=case.reviewed, paused=case.paused, employed=case.employed,
        plan_type=services.type_in(service, system, Role.PLAN), filed=plans,
    )  # fmt: skip


def habits(office: Office) -> Habits:
    """What the office has settled."""
    return Habits(
        office.number("pause-days"), office.number("first-contact-days"), office.number("fidelity-days"),
        office.number("review-days"), office.number("stable-days"),
    )  # fmt: skip


def _signals(filed: Iterable[FiledSignal], service: str, system: str | None) -> list[Signal]:
    result = services.type_in(service, system, Role.RESULT)
    return [Signal(signal.type, result, signal.learned, signal.reason) for signal in filed if result]


def reminded_of_agreements(store: Store, office: Office, by: dt.date) -> Iterator[Due]:
    """The agreements that are to be prolonged, and whose fidelity is to be reviewed: of no coach and no case."""
    for agreement, finding in _judged_agreements(store, office, by):
        yield _due(agreement.id, "", None, None, finding)._replace(label=agreement.ref)


class EndingAgreement(NamedTuple):
    """An agreement that is to be prolonged, with its last day and how many cases under it are open."""

    agreement: str
    to: dt.date
    open_cases: int
    command: str


def ending_agreements(store: Store, office: Office) -> list[EndingAgreement]:
    """The agreements that are to be prolonged by today, soonest first."""
    found = [
        EndingAgreement(agreement.ref, finding.figures["due"], agreement.open_cases, finding.command or "")
        for agreement, finding in _judged_agreements(store, office, office.today)
        if finding.code == an_agreement_is_prolonged_before_it_ends.code
    ]
    return sorted(found, key=lambda ending: (ending.to, ending.agreement))


def _judged_agreements(store: Store, office: Office, by: dt.date) -> Iterator[tuple[FollowedAgreement, Finding]]:
    for found in followed.agreements(store, services.codes_to_bind()):
        facts = AgreementReminderFacts(
            found.ref, by, office.today, found.to_day, found.open_cases, found.reviewed, found.wanted_by, habits(office)
        )
        for finding in findings(reminders.AGREEMENT, None, facts):
            yield found, finding


def _due(id: int, ref: str, name: str | None, coach: str | None, finding: Finding) -> Due:
    """A row of `todo`; its type is the document that puts it right. What tells it from others of its kind is its month
    or week, else the day that it is about; an agreement has one row of a kind."""
    figures = finding.figures
    due, period = figures["due"], figures.get("period")
    key = period or figures.get("about") or ""
    text = Text(f"rule.{finding.code}", figures)
    type, command = figures.get("document") or "", finding.command or ""
    return Due(
        id, ref, name, coach, type, "", period, f"{key}", "missing", ALWAYS, due, command,
        kind=kind_of(finding.code), text=text,
    )  # fmt: skip
