"""A generated office at work, with all that its key figures are made of: cases under agreements on one service or two,
each with its own towns and coaches; hours, mappings, documents, invoices and what came of them; and surveys."""

import datetime as dt
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ipsu_cli.core.hours import Quantity
from ipsu_cli.store import deliveries
from tests.reports.register import Register, entering

# Work of the year is entered within it.
ENTERED = "2025-12-30"
# What agreements are on, and the services of their cases.
AGREEMENTS = {
    "I1": ("ips", ("ips",)), "I2": ("ips", ("ips",)), "S1": ("sed", ("sed",)),
    "N1": ("ipsu", ("ipsu-a", "ipsu-b")), "N2": ("ipsu", ("ipsu-a", "ipsu-b")),
}  # fmt: skip
PRICES = (("ipsu-a", "case", 9500_00), ("ipsu-b", "hour", 450_00))
GENDERS = ("woman", "man", "other")
STATES = ("free", "created", "approved", "rejected", "paid")
WORK = (None, "work", "other")


class Work(NamedTuple):
    """What was delivered in a month and what came of it: hours, or a mapping with or without attendance."""

    month: int
    quantity: int
    state: str
    no_show: bool = False


class WorkedCase(NamedTuple):
    """A case of a person in the year."""

    person: int
    gender: str
    service: str
    agreement: str
    site: str
    coach: str
    queued: str | None
    started: str
    closed: str | None
    reason: str | None
    work: tuple[Work, ...] = ()
    weeks: int = 0
    extent: int = 5
    deviations: int = 0
    plans: tuple[str, ...] = ()
    outcome: str | None = None
    contact: bool = False

    @property
    def parts(self) -> dict[str, str]:
        """What it counts under."""
        half = f"{self.started[:4]}-H{1 if self.started[5:7] < '07' else 2}"
        own = {"service": self.service, "agreement": self.agreement, "site": self.site, "coach": self.coach}
        return own | {"gender": self.gender, "cohort": half}


class Survey(NamedTuple):
    """What some under an agreement answered."""

    agreement: str
    population: str
    asked: int
    answered: int
    positive: int


class WorkedOffice(NamedTuple):
    cases: Sequence[WorkedCase]
    surveys: Sequence[Survey]
    since: Sequence[tuple[str | None, str]]


def office(seed: int) -> WorkedOffice:
    """Few persons or many, evenly spread or nearly all in one part."""
    dice = random.Random(seed)
    weights = dice.choice(((1, 1, 1, 1, 1), (8, 4, 2, 10, 2), (1, 0, 1, 20, 10), (20, 2, 3, 1, 1)))
    genders = dice.choice(((10, 10, 1), (1, 1, 1), (20, 3, 0)))
    busy = dice.choice(((5, 1, 1, 1, 1), (0, 1, 8, 1, 4), (1, 2, 6, 0, 20)))
    cases: list[WorkedCase] = []
    for person in range(dice.choice((8, 15, 30, 60, 90))):
        (agreement,) = dice.choices([*AGREEMENTS], weights)
        (gender,) = dice.choices(GENDERS, genders)
        for _ in range(dice.choice((1, 1, 1, 1, 2))):
            cases.append(_case(dice, person, gender, agreement, busy))
            if dice.random() < 0.2:
                (agreement,) = dice.choices([*AGREEMENTS], weights)
    surveys = [_survey(dice, name, population) for name in AGREEMENTS for population in ("ongoing", "closing")]
    since = [(dice.choice((None, *AGREEMENTS)), f"2024-{month:02}-01") for month in dice.sample(range(1, 13), 3)]
    return WorkedOffice(cases, [one for one in surveys if dice.random() < 0.7], since)


def _case(dice: random.Random, person: int, gender: str, agreement: str, busy: Sequence[int]) -> WorkedCase:
    service = dice.choice(AGREEMENTS[agreement][1])
    started = dt.date(2025, 1, 1) + dt.timedelta(dice.randrange(-300, 330))
    reason = dice.choice(WORK)
    closed = str(min(started + dt.timedelta(dice.randrange(30, 200)), dt.date(2025, 12, 29))) if reason else None
    place = dice.choice((1, 1, 1, 2))
    first = max(1, started.month + 12 * (started.year - 2025))
    work: tuple[Work, ...] = ()
    if service == "ipsu-a":
        work = (Work(first, 1_00, dice.choices(STATES, busy)[0], dice.random() < 0.2),)
    elif service == "ipsu-b":
        months = sorted(dice.sample(range(first, 13), min(13 - first, dice.randrange(4))))
        work = tuple(Work(month, dice.randrange(1, 80) * 25, dice.choices(STATES, busy)[0]) for month in months)
    return WorkedCase(
        person, gender, service, agreement, f"Ort {agreement}{place}", f"Coach {agreement}{dice.choice((1, 1, 2))}",
        str(started - dt.timedelta(40)) if service in ("ips", "sed") else None, str(started), closed, reason, work,
        weeks=dice.randrange(8) if service == "ipsu-b" else 0, extent=dice.choice((5, 10, 20)),
        deviations=dice.choice((0, 0, 0, 1, 6)), plans=dice.choice(((), ("confirmed",), ("returned", "confirmed"))),
        outcome=dice.choice((None, None, "employment", "studies_started")) if service in ("ips", "sed") else None,
        contact=dice.random() < 0.3,
    )  # fmt: skip


def _survey(dice: random.Random, agreement: str, population: str) -> Survey:
    asked = dice.choice((2, 3, 6, 12, 25))
    answered = dice.randint(0, asked)
    return Survey(agreement, population, asked, answered, dice.randint(0, answered))


def enter(path: Path, it: WorkedOffice, of_each: bool = False) -> None:
    """The office in its file; `of_each`: each case under an agreement of its own (T0, T1 …), without surveys."""
    with entering(path, ENTERED) as register:
        office_of = _Entered(register)
        names = [f"T{place}" for place, _ in enumerate(it.cases)] if of_each else [case.agreement for case in it.cases]
        for place, (case, name) in enumerate(zip(it.cases, names, strict=True)):
            office_of.case(place, case, name)
        for survey in () if of_each else it.surveys:
            register.survey(
                office_of.agreement(survey.agreement, AGREEMENTS[survey.agreement][0]), "Nytta", survey.population,
                "2025-05-05", survey.asked, survey.answered, survey.positive,
            )  # fmt: skip
        for agreement, first in () if of_each else it.since:
            own = agreement and office_of.agreement(agreement, AGREEMENTS[agreement][0])
            register.store.add("targets", agreement_id=own, kpi="supported", value="50", from_day=first)


class _Entered:
    """Enters cases with their work."""

    def __init__(self, it: Register) -> None:
        self.it, self.store = it, it.store
        self.agreements: dict[str, int] = {}
        self.persons: dict[int, int] = {}
        self.investigated: set[int] = set()
        self.invoices = 0

    def agreement(self, name: str, service: str) -> int:
        if name not in self.agreements:
            id = self.agreements[name] = self.it.agreement(name, service)
            for of, unit, ore in PRICES:
                self.store.add("prices", agreement_id=id, service=of, unit=unit, from_day="2015-01-01", amount_ore=ore)
        return self.agreements[name]

    def case(self, place: int, case: WorkedCase, name: str) -> None:
        it = self.it
        if case.person not in self.persons:
            self.persons[case.person] = it.person(case.gender)
        agreement = self.agreement(name, AGREEMENTS[case.agreement][0])
        id = it.case(
            f"K{place}", self.persons[case.person], case.service, agreement, queued_on=case.queued,
            from_day=case.started, to_day="2026-12-31", closed_on=case.closed, close_reason=case.reason,
            site=case.site, coach=case.coach,
            training_result="passed" if case.closed and case.service == "ipsu-b" else None,
        )  # fmt: skip
        self._documents(id, case)
        for work in case.work:
            self._work(id, case, agreement, work)
        if case.outcome:
            it.outcome(id, case.outcome, "2025-11-20")
        if case.contact:
            it.contact(id, "employer", case.started)

    def _documents(self, id: int, case: WorkedCase) -> None:
        plan = None
        for version, status in enumerate(case.plans, start=1):
            filed = {"confirmed": "2025-12-12"} if status == "confirmed" else {"returned": "2025-12-12"}
            plan = self.it.document(id, "gp", "2025-12-10", status=status, version=version, **filed)
        for week in range(case.weeks if plan else 0):
            self.store.add("plan_weeks", document_id=plan, week=f"2025-W{30 + week}", hours=case.extent * 100)
        for number in range(case.deviations):
            known = json.dumps({"known": number % 2})
            self.it.document(id, "avvikelse", "2025-12-15", f"2025-12-{number + 1:02}", fields=known)

    def _work(self, id: int, case: WorkedCase, agreement: int, work: Work) -> None:
        day = dt.date(2025, work.month, 10)
        unit = "case" if case.service == "ipsu-a" else "hour"
        delivery = deliveries.add(self.store, id, day, day, unit, Quantity(work.quantity), no_show=work.no_show)
        if work.state == "free":
            return
        self.invoices += 1
        month, price = f"2025-{work.month:02}", next(ore for of, _, ore in PRICES if of == case.service)
        net = work.quantity * price // 100
        rejected = work.state == "rejected" and id not in self.investigated
        invoice = self.store.add(
            "invoices", year=2025, no=self.invoices, kind="invoice", agreement_id=agreement, month=month,
            made_on="2025-12-20", payable_from="2025-12-20", vat=0, net_ore=net, vat_ore=0, total_ore=net,
            status="created" if work.state == "rejected" and not rejected else work.state,
        )  # fmt: skip
        line = self.store.add(
            "invoice_lines", invoice_id=invoice, case_id=id, service=case.service, month=month, from_day=str(day),
            to_day=str(day), unit=unit, quantity=work.quantity, unit_price_ore=price, net_ore=net, deliveries=1,
            status="rejected" if rejected else "created",
        )  # fmt: skip
        self.store.conn.execute("INSERT INTO invoiced VALUES (?, ?)", [delivery, line])
        self.store.conn.execute("DELETE FROM free WHERE delivery_id = ?", [delivery])
        if rejected:
            self.investigated.add(id)
            self.store.add("investigations", case_id=id, invoice_id=invoice, reason="x", opened="2025-12-21")
        if work.state == "paid":
            self.store.add("payments", invoice_id=invoice, on_day="2025-12-28", amount_ore=net)
