"""`ipsu check register`: what is missing in the register, or cannot be, before figures and lists are sent on.

The findings are those of the rules on the register, and the reminders that are about the same: a review that is due, a
long pause, a consent that was taken back. One that was acknowledged is quiet: it is no longer counted.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.text import UNSPECIFIED
from ipsu_cli.office import Office
from ipsu_cli.reports.deadline import Due
from ipsu_cli.reports.reminders import all_reminders
from ipsu_cli.rules import services
from ipsu_cli.rules.register import REGISTER
from ipsu_cli.store import Store, acknowledgements, register, requirements, scope, settings
from ipsu_cli.store.acknowledgements import Given, Key
from ipsu_cli.store.register import ServicesAsked
from ipsu_cli.validation import Finding, findings, rules_for, warning

if TYPE_CHECKING:
    from ipsu_cli.core.register import RegisteredCase

COLUMNS = (
    Column("case"), Column("message"), Column("agreement"), Column("coach"), Column("command"), Column("code"),
)  # fmt: skip
ACKNOWLEDGED = (*COLUMNS[:2], Column("reason"), Column("on", "day"), Column("who"), Column("code"))
# The reminders that are about what the check asks about.
REMINDERS = ("consent", "pause", "review")
EXIT_OPEN = 6
ALWAYS = Period(dt.date.min, dt.date.max)


class RegisterQuery(NamedTuple):
    """What is asked: the period in which a case has a day, which cases, and whether what was acknowledged is listed."""

    period: Period
    services: Sequence[str] = ()
    agreements: Sequence[str] = ()
    coaches: Sequence[str] = ()
    all: bool = False


class RegisterFinding(NamedTuple):
    """One thing to ask about. `acknowledged` is None while nobody has; the reason for a protected person is None."""

    code: str
    case: str
    agreement: str | None
    coach: str | None
    message: Text
    command: str
    acknowledged: Given | None = None


class RegisterFindings(NamedTuple):
    """The whole answer, by case and code."""

    period: Period
    findings: Sequence[RegisterFinding]

    @property
    def open(self) -> list[RegisterFinding]:
        """Those that nobody has acknowledged."""
        return [found for found in self.findings if not found.acknowledged]


class KeyedFinding(NamedTuple):
    """A finding with what tells it from others: the case, the kind by which it is acknowledged, and the facts that it
    is about. When those change it is asked about again."""

    key: Key
    finding: RegisterFinding


def check_register(office: Office, query: RegisterQuery) -> Answer[RegisterFindings]:
    """All that is found in the cases; exit code 6 while anything of it is open."""
    from ipsu_cli.reports.query import names_of, office_heading
    from ipsu_cli.store import filters

    with office.reading() as store:
        chosen = filters.in_register(store, scope.Chosen(query.services, query.agreements, query.coaches))
        scope.choose_with_plans(store, _with_unnoted(chosen))
        given = acknowledgements.given(store)
        found = [
            row.finding._replace(acknowledged=given.get(row.key)) for row in all_findings(store, office, query.period)
        ]
        head = office_heading(settings.office(store)["name"], names_of(chosen), query.period, office.today)
    answer = RegisterFindings(query.period, found)
    quiet = [row for row in found if row.acknowledged]
    figures = {"count": len(answer.open), "quiet": len(quiet), "first": query.period.first, "last": query.period.last}
    lines = [head, Text("message.register" if answer.open else "message.register-clear", figures)]
    tables = [_table(answer.open)] if answer.open else []
    tables += [_table_of_acknowledged(quiet)] if quiet and query.all else []
    return Answer(answer, lines, tables, exit=EXIT_OPEN if answer.open else 0)


def _with_unnoted(chosen: scope.Chosen) -> scope.Chosen:
    """The same with the cases whose support is not noted, where a service is chosen that it may be."""
    may_be = any(services.service(code).queued for code in chosen.services)
    return chosen._replace(services=[*chosen.services, UNSPECIFIED]) if may_be else chosen


def _table(rows: Iterable[RegisterFinding]) -> Table:
    return Table("register", COLUMNS, [tuple(getattr(row, column.key) for column in COLUMNS) for row in rows])


def _table_of_acknowledged(rows: Iterable[RegisterFinding]) -> Table:
    cells = [
        (row.case, row.message, row.acknowledged.reason, row.acknowledged.on, row.acknowledged.who, row.code)
        for row in rows
        if row.acknowledged
    ]
    return Table("register-acknowledged", ACKNOWLEDGED, cells)


def all_findings(store: Store, office: Office, period: Period) -> list[KeyedFinding]:
    """What is found in the cases of `scope` with a day in the period, by case and code."""
    by = min(period.last, office.today)
    reminders = [row for row in all_reminders(store, office, by, weeks=False) if row.kind in REMINDERS]
    found = [*of_rules(store, period), *_of_reminders(store, reminders, period)]
    return sorted(found, key=lambda row: (row.finding.case, row.finding.code, row.key))


def of_rules(store: Store, period: Period) -> Iterator[KeyedFinding]:
    """What the rules on the register find."""
    for case in register.cases(store, _asked(store), period.first, period.last):
        yield from _of_case(case)


def _of_case(case: "RegisteredCase") -> Iterator[KeyedFinding]:
    for finding in findings(REGISTER, case.service, case):
        text = Text(f"rule.{finding.code}", finding.figures)
        row = RegisterFinding(finding.code, case.ref, case.agreement, case.coach, text, finding.command or "")
        yield KeyedFinding((case.id, finding.code, _facts(finding)), row)


def _facts(finding: Finding) -> str:
    """What the finding is about, in one line; words that differ by language are left out."""
    figures = (value for name, value in finding.figures.items() if name != "case")
    return " ".join(f"{value}" for value in figures if value is not None and not isinstance(value, Text))


def _asked(store: Store) -> ServicesAsked:
    """What the check asks of which service, by the rules that each has."""
    listed = {code: {rule.code for rule in rules_for(REGISTER, code)} for code in services.codes()}
    own = requirements.all_of(store)
    consenting = [
        f"{agreement} {service}"
        for agreement, service in register.pairs(store)
        if "register.consent" in listed.get(service, ())
        and "consent" in services.demands(service, dt.date.max, own.get((agreement, service))).checks
    ]
    return ServicesAsked(
        [code for code, codes in listed.items() if "register.training" in codes],
        [code for code, codes in listed.items() if "register.result" in codes],
        [code for code in listed if services.service(code).planned],
        consenting,
    )


def _of_reminders(store: Store, reminders: Iterable[Due], period: Period) -> Iterator[KeyedFinding]:
    under = register.agreements(store, period.first, period.last)
    for row in reminders:
        if row.case_id in under and row.text:
            agreement = under[row.case_id]
            finding = RegisterFinding(row.text.code.removeprefix("rule."), row.case, agreement, row.coach, row.text,
                                      row.command)  # fmt: skip
            yield KeyedFinding((row.case_id, row.kind, row.key), finding)


def open_findings(store: Store, reminded: Iterable[Due], quiet: set[Key], period: Period) -> int:
    """How many findings nobody has acknowledged, of the cases in `scope`; `reminded` are the reminders of the day that
    are not quiet."""
    asked = [row for row in reminded if row.kind in REMINDERS]
    cases = register.agreements(store, period.first, period.last) if asked else {}
    looked_at = {case_id for case_id, _, _ in quiet}
    rules = {code: rules_for(REGISTER, code) for code in services.codes()}
    count = sum(1 for row in asked if row.case_id in cases)
    for case in register.cases(store, _asked(store), period.first, period.last):
        if case.id in looked_at:
            count += sum(1 for row in _of_case(case) if row.key not in quiet)
        else:  # a count alone needs no texts and no commands
            count += sum(len(rule(case)) for rule in rules[case.service])
    return count


def warn_of_findings(store: Store, office: Office, period: Period, codes: Sequence[str]) -> list[Finding]:
    """A warning where the register that is sent on has open findings, of cases in the services."""
    scope.choose_with_plans(store, _with_unnoted(scope.Chosen(services=codes)))
    quiet = acknowledgements.keys(store)
    count = sum(1 for row in all_findings(store, office, period) if row.key not in quiet)
    chosen = " ".join(f"--service {code}" for code in codes)
    command = f"ipsu check register {chosen} --from {period.first} --to {period.last}"
    figures = {"count": count, "first": period.first, "last": period.last}
    return [warning("register.open", "", command, **figures)] if count else []
