"""Offices that are made up by chance, the same each time: what one holds, or what several hold between them.

An agreement is one office's, with all its cases and their persons; so the same agreements can be entered in one file,
or spread over several.
"""

import datetime as dt
import json
import random
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ipsu_cli.core.dates import Week
from tests import program
from tests.reports.register import Register, entering

TODAY = "2026-01-31"
FIRST = dt.date(2024, 9, 2)
DAYS = 480
SERVICES = ("ipsu", "ips", "rusta-matcha", "sed", "ipsu", "se")
SURE = "--not-self-fixable"
GENDERS = ("woman", "man", "woman", "man", "other", None)
MUNICIPAL = ("ips", "sed", "se")
OUTCOMES = ("employment", "employment_ended", "studies_started", "studies_completed", "studies_ended")
TARGETS = (
    (None, "supported", "20", "2025-01-01", "2026-12-31", ""),
    (None, "outcome_share", "50", None, None, ""),
    (None, "outcome_share", "1/3", None, "2025-12-31", '["employment"]'),
    (None, "meetings:af", "1/month", None, None, ""),
    (None, "wait_median", "30", None, None, ""),
)


FOUR_DELIVERIES = """
    SELECT d.* FROM deliveries d JOIN cases c ON c.id = d.case_id JOIN agreements a ON a.id = c.agreement_id
    WHERE a.ref = :ref AND d.unit = 'hour' ORDER BY c.ref, d.to_day LIMIT 4
"""

# What is delivered, by the month of its day.
Work = dict[str, list[dict[str, Any]]]


class Part(NamedTuple):
    """An agreement by its number, and how many cases it has."""

    number: int
    cases: int

    @property
    def ref(self) -> str:
        return f"A{self.number:03}"

    @property
    def service(self) -> str:
        return SERVICES[self.number % len(SERVICES)]


def parts(many: int, cases: int = 12) -> list[Part]:
    """So many agreements."""
    return [Part(number, cases) for number in range(many)]


def make(
    new_office: Path, path: Path, listed: Sequence[Part], name: str = "", months: Iterable[int] = range(1, 13)
) -> Path:
    """An office's file with those agreements, its months of 2025 invoiced, paid, rejected and corrected."""
    _init(new_office, path, name)
    work: Work = {}
    with entering(path, "2024-12-30") as it:
        for part in listed:
            _Agreement(it, part, work).enter()
        _enter_targets(it, listed)
    for month in sorted(work):
        _deliver(path, month, work[month])
    _late(path, listed)
    for n in months:
        _invoice(path, f"2025-{n:02}")
    return path


def spread(
    new_office: Path, folder: Path, listed: Sequence[Part], many: int, months: Iterable[int] = range(1, 13)
) -> list[Path]:
    """The same agreements over so many offices."""
    return [
        make(new_office, folder / f"office-{place:03}.db", listed[place::many], f"Kontor {place:03}", months)
        for place in range(many)
    ]


def _init(new_office: Path, path: Path, name: str) -> None:
    if not name:
        shutil.copy2(new_office, path)
        return
    made = _run(path, "init", "--name", name, "--orgnr", "559999-0008")
    assert 0 == made.code, made.err


def _run(path: Path, *words: str, today: str = TODAY) -> program.Result:
    return program.run(["--db", str(path), *words], folder=path.parent, today=today)


class _Agreement:
    """One agreement and its cases, entered."""

    def __init__(self, it: Register, part: Part, work: Work) -> None:
        self.it, self.part, self.work, self.dice = it, part, work, random.Random(part.number)
        self.id = it.agreement(part.ref, part.service)

    def enter(self) -> None:
        for service, unit, ore in (
            ("ipsu-a", "case", 950000),
            ("ipsu-b", "hour", 45033),
            ("rusta-matcha", "day", 9950),
        ):
            self.it.store.add(
                "prices", agreement_id=self.id, service=service, unit=unit, from_day="2024-01-01", amount_ore=ore
            )
        self._as_a_whole()
        people = [self._person() for _ in range(max(self.part.cases * 3 // 4, 1))]
        for nth in range(self.part.cases):
            ref = f"{self.part.ref}-{self.dice.randrange(10**6):06}-{nth}"
            person = self.dice.choice(people)
            if self.part.service == "ipsu":
                self._training(ref, person, nth)
            elif self.part.service == "rusta-matcha":
                self._matching(ref, person)
            else:
                self._support(ref, person)

    def _person(self) -> int:
        number = f"19{self.part.number:05}{self.dice.randrange(10**5):05}"
        gender = self.dice.choice(GENDERS)
        while self.it.store.first("SELECT 1 FROM people WHERE personnummer = :number", number=number):
            number = f"{int(number) + 1:012}"
        return self.it.store.add("people", personnummer=number, name="Kim Ek", gender=gender, protected=0)

    def _day(self, since: dt.date = FIRST, most: int = DAYS) -> dt.date:
        return since + dt.timedelta(days=self.dice.randrange(most))

    def _as_a_whole(self) -> None:
        if self.part.service not in MUNICIPAL:
            return
        for month in range(1, 13):
            if self.dice.random() < 0.6:
                self.it.meeting(self.id, self.dice.choice(["AF", "af", "vården"]), f"2025-{month:02}-11")
        self.it.fidelity(self.id, "2024-12-10", 70 + self.dice.randrange(50))
        for population in ("ongoing", "closing"):
            asked = 10 + self.dice.randrange(20)
            answered = asked - self.dice.randrange(8)
            positive = self.dice.randrange(answered)
            self.it.survey(self.id, "nytta", population, self._day(dt.date(2025, 2, 1), 300), asked, answered, positive)

    def _support(self, ref: str, person: int) -> None:
        """A case of a municipality: queue, support, pauses, outcomes, the first employer."""
        queued = self._day() if self.dice.random() < 0.8 else None
        start = self._day(queued or FIRST, 120) if queued is None or self.dice.random() < 0.8 else None
        closed = self._day(start or queued or FIRST, 300) if self.dice.random() < 0.6 else None
        reasons = ("work", "studies", "work_and_studies", "other") if start else ("referred_on", "declined", "other")
        reason = self.dice.choice([*reasons, "registered_in_error"]) if closed else None
        support = self.dice.choice([None, None, "ips", "sed"]) if start else None
        case = self._case(
            ref, person, self.part.service, queued_on=queued, from_day=start, closed_on=closed, close_reason=reason,
            support=support,
        )  # fmt: skip
        if start is None:
            return
        for _ in range(self.dice.randrange(3)):
            self.it.outcome(case, self.dice.choice(OUTCOMES), self._day(start, 200), self.dice.random() < 0.5)
        if self.dice.random() < 0.4:
            paused = self._day(start, 100)
            self.it.pause(case, paused, self._day(paused, 200) if self.dice.random() < 0.7 else None)
        for _ in range(self.dice.randrange(3)):
            self.it.contact(case, self.dice.choice(["employer", "Arbetsgivare", "vården"]), self._day(start, 90))

    def _case(self, ref: str, person: int, service: str, **more: Any) -> int:
        site = self.dice.choice([None, "Uppsala", "Västerås"])
        return self.it.case(ref, person, service, self.id, site=site, coach=f"Coach {self.part.number}", **more)

    def _training(self, ref: str, person: int, nth: int) -> None:
        """A mapping, and support in training that builds on it or on none."""
        start = self._day(dt.date(2024, 12, 2), 300)
        mapping = None
        if nth % 3 == 0:
            ends = start + dt.timedelta(days=20)
            mapping = self._case(f"{ref}a", person, "ipsu-a", from_day=start, to_day=ends)
            self._filed(mapping, "gp", start)
            self._filed(mapping, "sr", ends)
            self._deliver(mapping, ends, "case", 100, no_show=int(self.dice.random() < 0.3))
            start = ends + dt.timedelta(days=1)
        ends = start + dt.timedelta(days=7 * self.dice.randrange(3, 16))
        closed = ends if self.dice.random() < 0.5 else None
        case = self._case(
            f"{ref}b", person, "ipsu-b", from_day=start, to_day=ends, closed_on=closed,
            close_reason="completed" if closed else None, after_id=mapping if self.dice.random() < 0.7 else None,
            training_result=self.dice.choice(["passed", "not_passed"]) if closed else None,
            training_from="2024-08-01", training_to="2026-06-05",
        )  # fmt: skip
        self._plan(case, start, ends)
        if self.dice.random() < 0.4:
            on = self._day(start, 20)
            known = self.dice.choice([{"known": True}, {"known": False}, {}])
            self.it.document(case, "avvikelse", on, str(on), fields=json.dumps({"to": str(on), **known}))

    def _plan(self, case: int, start: dt.date, ends: dt.date) -> None:
        plan = self._filed(case, "gp", self._day(start, 12))
        extent = self.dice.choice([20_00, 30_00])
        for n in range((ends - start).days // 7 + 1):
            on = start + dt.timedelta(days=7 * n)
            extent = 10_00 if self.dice.random() < 0.15 else extent
            self.it.store.add("plan_weeks", document_id=plan, week=str(Week.of(on)), hours=extent)
            if on <= ends and self.dice.random() < 0.8:
                self._deliver(case, on, "hour", 25 * self.dice.randrange(4, 40))

    def _matching(self, ref: str, person: int) -> None:
        """A case of Rusta och matcha: its first plan, its months, perhaps a result."""
        start = self._day(dt.date(2024, 11, 4), 330)
        ends = start + dt.timedelta(days=120)
        system = self.dice.choice(["ka-webb", "msfa"])
        case = self._case(ref, person, "rusta-matcha", from_day=start, to_day=ends, system=system, level="A")
        self._filed(case, "gp", self._day(start, 12))
        for month in range(3):
            on = start + dt.timedelta(days=31 * month)
            self._deliver(case, on, "day", 100 * self.dice.randrange(10, 28))
            self._filed(case, "pr", on, f"{on:%Y-%m}")
        if self.dice.random() < 0.5:
            self._filed(case, "r2" if system == "ka-webb" else "rr", self._day(start, 150))

    def _filed(self, case: int, type: str, on: dt.date, period: str = "") -> int:
        """Confirmed the week after, returned and filed again, or left as it was submitted."""
        drawn = self.dice.random()
        later = on + dt.timedelta(days=5)
        if drawn < 0.15:
            self.it.document(case, type, on, period, status="returned", returned=str(later))
            return self.it.document(case, type, later, period, status="confirmed", confirmed=str(later), version=2)
        if drawn < 0.9:
            return self.it.document(case, type, on, period, status="confirmed", confirmed=str(later))
        return self.it.document(case, type, on, period)

    def _deliver(self, case: int, on: dt.date, unit: str, quantity: int, **more: int) -> None:
        days = {"from_day": str(on), "to_day": str(on)}
        self.work.setdefault(f"{on:%Y-%m}", []).append(
            {"case_id": case, "unit": unit, "quantity": quantity, **days, **more}
        )


def _enter_targets(it: Register, listed: Iterable[Part]) -> None:
    """What every office aims at, and what each agreement of a municipality does."""
    ids = {part.ref: it.store.value("SELECT id FROM agreements WHERE ref = :ref", ref=part.ref) for part in listed}
    own = [(part.ref, "ongoing", "4", None, None, "") for part in listed if part.service in MUNICIPAL]
    for ref, kpi, value, first, by, counts in (*TARGETS, *own):
        it.store.add(
            "targets", agreement_id=ids[ref] if ref else None, kpi=kpi, value=value, from_day=first, by_day=by,
            counts=counts,
        )  # fmt: skip


def _deliver(path: Path, month: str, rows: list[dict[str, Any]]) -> None:
    """A month's work is entered on the third of the next."""
    later = dt.date.fromisoformat(f"{month}-01") + dt.timedelta(days=31)
    with entering(path, f"{later:%Y-%m}-03") as it:
        for row in rows:
            it.store.add("deliveries", **row)


def _late(path: Path, listed: Iterable[Part]) -> None:
    """Work that was entered weeks after it was done, and changes of what was entered before."""
    with entering(path, "2025-04-09") as it:
        for part in listed:
            rows = it.store.all(FOUR_DELIVERIES, ref=part.ref)
            for row in rows[::2]:
                it.store.alter("deliveries", row["id"], quantity=row["quantity"] + 25)
            for row in rows[1::2]:
                it.store.add(
                    "deliveries", case_id=row["case_id"], unit="hour", quantity=150, from_day=row["from_day"],
                    to_day=row["to_day"],
                )  # fmt: skip


def _invoice(path: Path, month: str) -> None:
    """Build the month; then each basis is approved, paid, paid in part, rejected or left: which, its agreement and its
    month say, so that it is the same whichever office has it."""
    today = f"{dt.date.fromisoformat(f'{month}-01') + dt.timedelta(days=35):%Y-%m}-05"
    made = _run(path, "invoice", "build", "--month", month, "--json", today=today)
    assert 0 == made.code, made.err
    for basis in made.json["invoices"]:
        drawn = random.Random(f"{basis['agreement']} {month}").randrange(6)
        _settle(path, basis, drawn, today)


def _settle(path: Path, basis: Any, drawn: int, today: str) -> None:
    total, number = basis["total_ore"], basis["number"]
    if drawn == 5 or total <= 0:
        return
    if drawn == 4:
        case = basis["lines"][0]["case"]
        _must(path, "invoice", "reject", number, "--case", case, "--reason", "fel", SURE, today=today)
        return
    _must(path, "invoice", "approve", number, today=today)
    if drawn < 3:
        ore = total if drawn < 2 else total // 2
        amount = f"{ore // 100}.{ore % 100:02}"
        _must(path, "invoice", "paid", number, "--amount", amount, "--on", today, today=today)


def _must(path: Path, *words: str, today: str) -> None:
    done = _run(path, *words, today=today)
    assert 0 == done.code, done.err
