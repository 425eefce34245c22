"""The invented registers in `sample_data/uppsala_2025` and `sample_data/ggv_2019_2020`: what writes their CSV files.

    python tests/sample_registers.py --write    writes the files
    python tests/sample_registers.py --check    the files are what is written here

Each register is laid out so that it yields the tables of a published follow-up, and nothing else is true of it: every
person is invented, with a personnummer of the tax agency's series for testing (birth numbers from 980). Dates are
spread evenly over the spans that the documents speak of; there is no chance in them. What the documents print stands
next to it, in `published.toml`, with its place in the document; that file is written by hand.
"""

import argparse
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple, TypedDict, Unpack

ROOT = Path(__file__).resolve().parent.parent / "sample_data"
DAY = timedelta(days=1)


def words(text: str) -> list[str]:
    return text.split()


FIRST_NAMES = {
    "woman": words(
        "Alva Britta Cecilia Disa Ebba Freja Gunilla Hanna Ines Jonna Karin Lena Maja Nora Olga Petra Runa Siri Tuva "
        "Ulla Vera Wilma Ylva Amina Leila Samira"
    ),
    "man": words(
        "Anton Bengt Carl David Erik Folke Gustav Hugo Ivar Johan Knut Lars Martin Nils Oskar Per Rune Sven Ture Ulf "
        "Viktor William Amir Hassan Omar Yusuf"
    ),
    "other": words("Kim Robin Love"),
}
LAST_NAMES = words(
    "Provberg Testlund Exempelson Mönstervik Låtsasdal Påhittsson Skissgren Fiktivman Övningsbo Modellström Sagnäs "
    "Provsten Testbäck Exempelholm Mönsterhed Låtsaskvist Skissfors Övningsrud Modellhage"
)


def spread(count: int, first: str, last: str) -> list[date]:
    """`count` days from `first` to `last`, evenly, both included."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return [start + (end - start) * n // max(count - 1, 1) for n in range(count)]


def check_digit(nine: str) -> int:
    products = [int(digit) * (1 if place % 2 else 2) for place, digit in enumerate(nine)]
    return -sum(product // 10 + product % 10 for product in products) % 10


class Person(NamedTuple):
    number: str
    name: str
    gender: str


class People:
    """Invented persons, one after the other, each with a number of its own."""

    def __init__(self, start: int) -> None:
        self.made, self.start = 0, start

    def next(self, gender: str) -> Person:
        n = self.start + self.made
        self.made += 1
        born = date(1968, 1, 1) + (n * 9_473 % 11_300) * DAY  # 1968 to 1998
        birth = f"98{n % 5 * 2 + (gender == 'man')}"  # even and odd as in ordinary numbers; nobody reads it there
        nine = f"{born:%y%m%d}{birth}"
        names = FIRST_NAMES[gender]
        name = f"{names[n % len(names)]} {LAST_NAMES[n * 7 % len(LAST_NAMES)]}"
        return Person(f"{born:%Y%m%d}-{birth}{check_digit(nine)}", name, gender)


class Case(NamedTuple):
    """A case with its whole life; what is None has not happened."""

    ref: str
    service: str
    agreement: str
    person: Person
    coach: str = ""
    queued: date | None = None
    start: date | None = None
    support: str = ""
    closed: date | None = None
    reason: str = ""
    refer_to: str = ""
    outcome: tuple[str, date, bool] | None = None
    protected: bool = False


CASES = (
    "case;service;agreement;personnummer;name;gender;protected;coach;queued;from;support;closed;reason;refer-to;"
    "municipality;resident;disability;motivated;care-contact;consent"
)


def case_row(case: Case, municipality: str, n: int) -> str:
    agreed = case.start or case.queued
    care = "primary_care" if n % 4 == 0 else "psychiatry"
    cells = [
        case.ref, case.service, case.agreement, case.person.number, case.person.name, case.person.gender,
        "yes" if case.protected else "", case.coach, case.queued, case.start, case.support, case.closed, case.reason,
        case.refer_to, municipality, "yes", "yes", "yes", care, agreed,
    ]  # fmt: skip
    return ";".join("" if cell is None else str(cell) for cell in cells)


def outcome_rows(cases: list[Case]) -> Iterator[str]:
    for case in cases:
        if case.outcome:
            kind, on, subsidised = case.outcome
            yield f"{case.ref};{kind};{on};{'yes' if subsidised else ''}"


def page(head: str, rows: Iterator[str] | list[str]) -> str:
    return "\n".join([head, *rows, ""])


# ---------------------------------------------------------------------------------------------------------
# Uppsala

IPS_COACHES = [f"{name} {last}" for name, last in zip(words("Ada Bo Cia Dan Eva Finn Gry"), LAST_NAMES, strict=False)]
SED_COACHES = [f"{name} {last}" for name, last in zip(["Hed", "Ida", "Jon"], LAST_NAMES[7:], strict=False)]
ELSEWHERE = ("Ung intro", "daglig verksamhet", "sysselsättning socialpsykiatri", "träffpunkt", "ekonomiskt bistånd")
GENDERS = ("woman", "man", "woman", "man", "woman")


def coach_of(service: str, n: int) -> str:
    coaches = IPS_COACHES if service == "ips" else SED_COACHES
    return coaches[n % len(coaches)]


def agreement_of(service: str) -> str:
    return "UPPSALA-IPS" if service == "ips" else "UPPSALA-SED"


def service_of(n: int) -> str:
    """Three in four are in IPS."""
    return "sed" if n % 4 == 3 else "ips"


def before_the_project(people: People) -> Iterator[Case]:
    """The 124 who had support when the project began: 68 women, 55 men and one of another gender."""
    genders = ["woman"] * 68 + ["man"] * 55 + ["other"]
    # Every second gender first: no block of them, and no chance.
    mixed = [genders[n * 55 % 124] for n in range(124)]
    starts = spread(124, "2018-01-01", "2024-12-31")
    for n, (gender, start) in enumerate(zip(mixed, starts, strict=True)):
        service = service_of(n)
        queued = max(date(2024, 1, 2), start - 210 * DAY) if n >= 108 else None
        case = Case(f"U-{n + 1:03d}", service, agreement_of(service), people.next(gender), coach_of(service, n))
        case = case._replace(queued=queued, start=start, protected=n in (17, 83))
        yield _their_2025(case, n)


# What came of those who had support from before, in 2024 and 2025, by their place in the list: (outcomes of 2024 at
# 60 to 67; then 2025).
WORK_2025, DONE_2025, BEGUN_2025 = range(0, 24, 2), range(25, 31, 2), range(32, 50, 2)
CLOSED_2025 = {**dict.fromkeys(range(0, 20, 2), "work"), **dict.fromkeys((25, 27), "studies")}
CLOSED_2025 |= {**dict.fromkeys(range(70, 80), "stable_no_need"), **dict.fromkeys(range(80, 84), "withdrew")}
CLOSED_2025 |= {**dict.fromkeys((86, 89), "pause_requested"), 91: "referred_on", 93: "no_progress"}


def _their_2025(case: Case, n: int) -> Case:
    on = date(2025, 1, 20) + n * 3 * DAY
    if n in WORK_2025:
        case = case._replace(outcome=("employment", on, n % 3 == 0))
    elif n in DONE_2025:
        case = case._replace(outcome=("studies_completed", on, False))
    elif n in BEGUN_2025:
        case = case._replace(outcome=("studies_started", on, False))
    elif n in range(60, 66):
        case = case._replace(outcome=("employment", date(2024, 3, 4) + (n - 60) * 40 * DAY, n % 2 == 0))
    elif n in (66, 67):
        case = case._replace(outcome=("studies_completed", date(2024, 6, 5) + (n - 66) * 180 * DAY, False))
    if n in CLOSED_2025:
        refer = ELSEWHERE[n % 5] if CLOSED_2025[n] == "referred_on" else ""
        case = case._replace(closed=on + 45 * DAY, reason=CLOSED_2025[n], refer_to=refer)
    return case


def ended_in_2024(people: People) -> Iterator[Case]:
    """Those whose support ended in 2024: 20 to work and 6 with completed studies among them."""
    ends = spread(40, "2024-01-15", "2024-12-20")
    for n, end in enumerate(ends):
        service = service_of(n)
        case = Case(f"U-E{n + 1:02d}", service, agreement_of(service), people.next(GENDERS[n % 5]))
        case = case._replace(
            coach=coach_of(service, n), start=end - (500 + 11 * n) * DAY, closed=end, reason="withdrew"
        )
        if n % 2 == 0:
            case = case._replace(outcome=("employment", end - 10 * DAY, n % 3 == 0), reason="work")
        elif n in range(1, 24, 4):
            case = case._replace(outcome=("studies_completed", end - 10 * DAY, False), reason="studies")
        yield case


def first_queue(people: People) -> Iterator[Case]:
    """The 112 who waited when the project began; the longest since 2023-11-30.

    The follow-up counts 97 supported among those referred in 2025, and no others: so these were offered support and
    declined, or were guided to what suits them better.
    """
    entries = [date(2023, 11, 30), *spread(89, "2023-12-18", "2024-04-29"), *spread(22, "2024-05-02", "2024-12-30")]
    exits = spread(112, "2025-01-13", "2025-08-29")
    for n, (queued, left) in enumerate(zip(entries, exits, strict=True)):
        service = service_of(n)
        case = Case(f"U-K{n + 1:03d}", service, agreement_of(service), people.next(GENDERS[n % 5]), queued=queued)
        if n % 7 < 4:
            yield case._replace(closed=left, reason="declined")
        else:
            yield case._replace(closed=left, reason="referred_on", refer_to=ELSEWHERE[n % 5])


# Why those who were referred in 2025 left the queue without support.
LEFT = ("referred_on", "not_target_group", "declined", "other", "referred_on")
# What came of the new ones in 2025, by their place among those who began.
NEW_WORK, NEW_DONE, NEW_BEGUN = range(2, 18, 2), (19,), range(20, 42, 2)
NEW_CLOSED = {2: "work", 4: "work", 45: "withdrew", 51: "pause_requested", 57: "referred_on", 63: "no_progress"}


def referred_in_2025(people: People) -> Iterator[Case]:
    """The 179 referred in 2025: 112 to IPS, 67 to SEd; 97 began, 43 left the queue, 39 wait on 31 December."""
    started = 0
    for service, count, starting, waiting in (("ips", 112, 62, 26), ("sed", 67, 35, 13)):
        entries = spread(count - waiting, "2025-01-07", "2025-10-15") + spread(waiting, "2025-10-17", "2025-12-30")
        starts = {n * (count - waiting) // starting for n in range(starting)}
        for n, queued in enumerate(entries):
            ref = f"U-{service.upper()}{n + 1:03d}"
            case = Case(ref, service, agreement_of(service), people.next(GENDERS[n % 5]), queued=queued)
            if n in starts:
                unnoted = service == "ips" and n == 0
                yield _new_life(case._replace(coach=coach_of(service, n)), started, unnoted)
                started += 1
            elif n < count - waiting:
                reason = LEFT[n % 5]
                refer = ELSEWHERE[n % 5] if reason == "referred_on" else ""
                yield case._replace(closed=queued + (30 + n % 20) * DAY, reason=reason, refer_to=refer)
            else:
                yield case


def _new_life(case: Case, n: int, unnoted: bool) -> Case:
    """One who began in 2025; of one the service that is given is not noted."""
    assert case.queued is not None
    start = date(2025, 3, 1) if n == 1 else case.queued + (35 + n % 25) * DAY
    queued = date(2025, 1, 15) if n == 1 else case.queued
    case = case._replace(queued=queued, start=start, support="unspecified" if unnoted else "")
    on = min(start + 60 * DAY, date(2025, 12, 20))
    if n in NEW_WORK:
        case = case._replace(outcome=("employment", on, n % 4 == 0))
    elif n in NEW_DONE:
        case = case._replace(outcome=("studies_completed", on, False))
    elif n in NEW_BEGUN:
        case = case._replace(outcome=("studies_started", on, False))
    if n in NEW_CLOSED:
        refer = ELSEWHERE[0] if NEW_CLOSED[n] == "referred_on" else ""
        case = case._replace(closed=on + 5 * DAY, reason=NEW_CLOSED[n], refer_to=refer)
    return case


UPPSALA_AGREEMENTS = """
agreement;service;area;from;purchaser
UPPSALA-IPS;ips;Uppsala;2013-01-01;Uppsala kommun, arbetsmarknadsnämnden
UPPSALA-SED;sed;Uppsala;2013-01-01;Uppsala kommun, arbetsmarknadsnämnden
""".lstrip()
# 7.6 million: 4.5 of the ordinary budget, 3.1 from the coordination association for three coaches and the leader.
# How the sums are divided among the positions is not in the document.
UPPSALA_FUNDING = """
agreement;unit;title;fte;funder;year;amount
UPPSALA-IPS;IPS;Arbetscoacher, ordinarie;500;municipality;2025;3200000
UPPSALA-IPS;IPS;Arbetscoacher, projekt;200;coordination_association;2025;1400000
UPPSALA-SED;SEd;Studiecoacher, ordinarie;200;municipality;2025;1300000
UPPSALA-SED;SEd;Studiecoach, projekt;100;coordination_association;2025;700000
all;Projektledning;Projektledare;100;coordination_association;2025;1000000
""".lstrip()
UPPSALA_TARGETS = """
agreement;kpi;value;from;by;counts
all;supported;200;2025-01-01;2027-01-31;
all;wait_est;30;;;
all;initial_offered;100;;;
all;outcome_share;34/?;;;
""".lstrip()
UPPSALA_CONTACTS = "agreement;party;on\n" + "".join(
    f"UPPSALA-IPS;af;2025-{month:02d}-{day:02d}\n" for month, day in ((9, 10), (10, 8), (11, 12), (12, 10))
)


def uppsala() -> dict[str, str]:
    people = People(0)
    groups = (before_the_project, ended_in_2024, first_queue, referred_in_2025)
    cases = [case for group in groups for case in group(people)]
    _refuse_twins(cases)
    started = [case for case in cases if case.start]
    reviews = [f"{case.ref};{case.start + 90 * DAY};{'yes' if n % 9 else 'no'};{'' if n % 9 else 'continue'}"
               for n, case in enumerate(started)
               if case.start and case.start + 90 * DAY <= min(case.closed or date.max, date(2025, 12, 31))]  # fmt: skip
    pauses = [f"{case.ref};2025-05-0{n + 1};2025-05-2{n}" for n, case in enumerate(cases[96:104])]
    return {
        "agreements.csv": UPPSALA_AGREEMENTS,
        "cases.csv": page(CASES, [case_row(case, "Uppsala", n) for n, case in enumerate(cases)]),
        "outcomes.csv": page("case;outcome;on;subsidised", outcome_rows(cases)),
        "reviews.csv": page("case;on;progress;decision", reviews),
        "pauses.csv": page("case;from;to", pauses),
        "contacts.csv": UPPSALA_CONTACTS,
        "targets.csv": UPPSALA_TARGETS,
        "funding.csv": UPPSALA_FUNDING,
    }


def _refuse_twins(cases: list[Case]) -> None:
    numbers = [case.person.number for case in cases]
    assert len(numbers) == len(set(numbers)), "two persons have one number"
    for case in cases:
        days = [day for day in (case.queued, case.start, case.closed) if day]
        assert days == sorted(days), case


# ---------------------------------------------------------------------------------------------------------
# Gislaved, Gnosjö and Värnamo

GGV_COACHES = {
    "Gnosjö": ("Tora Provberg", "Ulf Testlund"),
    "Värnamo": ("Vega Exempelson", "Wera Mönstervik", "Ylva Låtsasdal"),
    "Gislaved": ("Åsa Påhittsson", "Ärla Skissgren"),
}


class Later(TypedDict, total=False):
    """What has happened in a case after its start, by the names of `Case`."""

    closed: date
    reason: str
    outcome: tuple[str, date, bool] | None


def ggv_case(people: People, place: str, n: int, start: date, **later: Unpack[Later]) -> Case:
    coaches = GGV_COACHES[place]
    case = Case(f"{place[:2].upper()}-{n:02d}", "ips", place, people.next(GENDERS[n % 5]), coaches[n % len(coaches)])
    case = case._replace(start=start, support="se" if n % 5 == 2 else "")
    return case._replace(**later)


def varnamo(people: People) -> Iterator[Case]:
    """June 2018: 25 active, three of them in paid work with support, and four discharged, one to work without
    subsidy. 25 participants in 2019, five of them discharged then."""
    for n, start in enumerate(spread(25, "2016-09-05", "2018-05-28"), start=1):
        later: Later = {}
        if n in (3, 8, 14):
            later["outcome"] = ("employment", date(2018, 2, 5) + n * 6 * DAY, True)
        if n <= 7:
            later |= {"closed": date(2018, 8, 20) + n * 12 * DAY, "reason": "work" if n == 3 else "stable_no_need"}
        elif n in (9, 11, 12):
            later |= {"closed": date(2019, 2, 11) + n * 14 * DAY, "reason": "work"}
            later["outcome"] = ("employment", date(2019, 2, 4) + n * 14 * DAY, n == 12)
        elif n in (10, 13):
            later |= {"closed": date(2019, 5, 6) + n * 7 * DAY, "reason": "withdrew"}
        yield ggv_case(people, "Värnamo", n, start, **later)
    ended = [("work", date(2018, 3, 12)), ("withdrew", date(2018, 4, 9)), ("stable_no_need", date(2018, 5, 14)),
             ("no_progress", date(2018, 6, 11))]  # fmt: skip
    for n, (reason, day) in enumerate(ended, start=26):
        outcome = ("employment", day - 14 * DAY, False) if reason == "work" else None
        yield ggv_case(people, "Värnamo", n, day - 400 * DAY, closed=day, reason=reason, outcome=outcome)
    for n, start in enumerate(spread(7, "2019-02-04", "2019-10-07"), start=30):
        yield ggv_case(people, "Värnamo", n, start)


def elsewhere(people: People, place: str, count: int, ended: tuple[str, ...]) -> Iterator[Case]:
    """As many participants in 2019; the first of them discharged in it."""
    for n, start in enumerate(spread(count, "2017-03-06", "2019-09-02"), start=1):
        later: Later = {}
        if n <= len(ended):
            day = date(2019, 3, 4) + n * 60 * DAY
            later = {"closed": day, "reason": ended[n - 1]}
            if ended[n - 1] == "work":
                later["outcome"] = ("employment", day - 7 * DAY, n % 2 == 0)
            elif ended[n - 1] == "studies":
                later["outcome"] = ("studies_started", day - 7 * DAY, False)
        yield ggv_case(people, place, n, start, **later)


GGV_AGREEMENTS = """
agreement;service;area;from;purchaser
Gnosjö;ips;Gnosjö;2016-01-01;Gnosjö kommun
Värnamo;ips;Värnamo;2016-01-01;Värnamo kommun
Gislaved;ips;Gislaved;2016-01-01;Gislaveds kommun
""".lstrip()
GGV_FUNDING = """
agreement;unit;title;fte;funder;year;amount;vat-basis
all;Utbildningar/handledning;Handledning SE/IPS via Activa;;coordination_association;2019;24280;
all;Utbildningar/handledning;Handledning SE/IPS via Activa;;coordination_association;2020;12140;
all;Utbildningar/handledning;Uppdragsutbildning Lunds universitet, 7,5 hp;;coordination_association;2019;57000;excl
Gnosjö;Gnosjö kommun;SE/IPS-coach AME;70;coordination_association;2019;416700;
Gnosjö;Gnosjö kommun;SE/IPS-coach AME;70;coordination_association;2020;420000;
Gnosjö;Gnosjö kommun;SE/IPS-coach Daglig verksamhet;10;coordination_association;2019;55200;
Gnosjö;Gnosjö kommun;SE/IPS-coach Daglig verksamhet;10;coordination_association;2020;55800;
Värnamo;Värnamo kommun;IPS-coach VAC/JCU;40;coordination_association;2019;217272;
Värnamo;Värnamo kommun;IPS-coach VAC/JCU;40;coordination_association;2020;223788;
Värnamo;Värnamo kommun;IPS-coach psykiatrin;40;coordination_association;2019;215000;
Värnamo;Värnamo kommun;IPS-coach psykiatrin;40;coordination_association;2020;219000;
Värnamo;Värnamo kommun;IPS-coach omsorgsförvaltningen;40;coordination_association;2019;215000;
Värnamo;Värnamo kommun;IPS-coach omsorgsförvaltningen;40;coordination_association;2020;219000;
Gislaved;Gislaveds kommun;SE/IPS-coach Försörjningsstöd;40;coordination_association;2019;232000;
Gislaved;Gislaveds kommun;SE/IPS-coach Försörjningsstöd;40;coordination_association;2020;236000;
Gislaved;Gislaveds kommun;SE/IPS-coach Psykiskt funktionsstöd;40;coordination_association;2019;210000;
Gislaved;Gislaveds kommun;SE/IPS-coach Psykiskt funktionsstöd;40;coordination_association;2020;214000;
""".lstrip()
GGV_TARGETS = """
agreement;kpi;value;from;by;counts
all;ongoing;57;2019-01-01;;
Gnosjö;participants;16;2019-01-01;;
Värnamo;participants;25;2019-01-01;;
Gislaved;participants;28;2019-01-01;;
Gnosjö;discharge_share;50;2019-01-01;;
Värnamo;discharge_share;50;2019-01-01;;
Gislaved;discharge_share;50;2019-01-01;;
all;fidelity_latest;90;;2020-01-31;
all;survey_share:nytta:closing;75;;;
all;survey_share:hantera:all;75;;;
Värnamo;meetings:psykosmottagningen;1/month;;;
Värnamo;meetings:af;2/half-year;;;
Värnamo;meetings:fk;2/half-year;;;
""".lstrip()
GGV_SURVEYS = """
agreement;question;population;on;asked;answers;positive
Värnamo;nytta;closing;2019-11-18;12;stor nytta=6;viss nytta=2;stor nytta
""".lstrip()


def fidelity_rows() -> Iterator[str]:
    """A first review in the spring of 2019; then those of the winter, before the end of January 2020."""
    scores = {
        "Gnosjö": ("3" * 25, "4" * 14 + "3" * 11),
        "Värnamo": ("4" * 8 + "3" * 17, "4" * 15 + "3" * 10),
        "Gislaved": ("4" * 20 + "3" * 5, "5" + "4" * 24),
    }
    for n, (place, both) in enumerate(scores.items()):
        for on, answers in zip((date(2019, 4, 8) + n * DAY, date(2020, 1, 13) + n * DAY), both, strict=True):
            yield f"{place};{on};{','.join(answers)};IPS-25"


def survey_rows() -> Iterator[str]:
    """Closing: 6 of 8 answers of 12 asked. All: 299 of 399, which is 74.94 per cent and not 75."""
    yield 'Värnamo;nytta;closing;2019-11-18;12;"stor nytta=6;viss nytta=2";stor nytta'
    yield 'Gislaved;hantera;ongoing;2019-11-18;420;"ja=281;nej=94";ja'
    yield 'Gislaved;hantera;closing;2019-11-18;30;"ja=18;nej=6";ja'


def contact_rows() -> Iterator[str]:
    """Every month at the psychosis clinic, twice a half-year with the employment service and the insurance office."""
    for month in range(1, 13):
        yield f"Värnamo;psykosmottagningen;{date(2019, month, 6)}"
    for party in ("af", "fk"):
        for month in (2, 5, 9, 11):
            yield f"Värnamo;{party};{date(2019, month, 14)}"


def ggv() -> dict[str, str]:
    people = People(5_000)
    cases = [*varnamo(people), *elsewhere(people, "Gnosjö", 16, ("work", "studies", "withdrew"))]
    cases += elsewhere(people, "Gislaved", 28, ("work", "withdrew", "work", "stable_no_need"))
    _refuse_twins(cases)
    return {
        "agreements.csv": GGV_AGREEMENTS,
        "cases.csv": page(CASES, [case_row(case, case.agreement, n) for n, case in enumerate(cases)]),
        "outcomes.csv": page("case;outcome;on;subsidised", outcome_rows(cases)),
        "contacts.csv": page("agreement;party;on", contact_rows()),
        "targets.csv": GGV_TARGETS,
        "fidelity.csv": page("agreement;on;scores;scale", fidelity_rows()),
        "surveys.csv": page("agreement;question;population;on;asked;answers;positive", survey_rows()),
        "funding.csv": GGV_FUNDING,
    }


FILES = {"uppsala_2025": uppsala, "ggv_2019_2020": ggv}


def main() -> int:
    parser = argparse.ArgumentParser(description="The invented registers in sample_data/.")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", action="store_true", help="write the CSV files")
    what.add_argument("--check", action="store_true", help="compare them")
    writes = parser.parse_args().write
    for folder, made in FILES.items():
        for name, text in made().items():
            path = ROOT / folder / name
            if writes:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
            elif path.read_bytes().decode("utf-8") != text:
                print(f"{path.name} in {folder} differs from what --write makes", file=sys.stderr)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
