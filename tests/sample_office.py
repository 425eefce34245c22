"""The invented office in `sample_data/`: what writes its CSV files, and what proves that they obey the rules.

    python tests/sample_office.py --write    writes the seven CSV files and README.md
    python tests/sample_office.py --check    the files are what is written here, and they obey the rules

The first half lays the office out by hand: people, mappings (IPSU A) and supports (IPSU B) are tables of
text, and small formulas with no chance in them derive the dates of documents and the hours of each week.
The second half reads the CSV files as anyone would and checks them in plain Python; it uses nothing of the
product, and of the first half only the calendar and the day that the demonstration pretends.

All persons are invented. Every personnummer has a birth number of the series for testing (980-989).
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "sample_data"
TODAY = date(2026, 11, 2)  # the day that the demonstration pretends; its month is October
LAST_WORK_DAY = date(2026, 10, 31)
Row = dict[str, str]

COLUMNS: dict[str, str] = {
    "agreements": "agreement;service;area;from;to;purchaser;billing;vat;vat-exempt-reason;payout;site",
    "prices": "agreement;service;amount;unit;level;from",
    "cases": "case;service;agreement;personnummer;name;gender;protected;from;to;site;coach;officer;order;"
    "meeting;mapping-agreed;decision;training;training-type;training-from;training-to;after;closed;reason;"
    "training-result",
    "plans": "case;weeks;hours-per-week;submitted;confirmed;reason;version",
    "documents": "case;type;period;submitted;confirmed;returned;from;to;known;reason;no-mapping",
    "deliveries": "case;on;week;month;hours;no-show",
}

# ---------------------------------------------------------------------------------------------------------
# The calendar

# Those of 2025-12 to 2027-01 that fall on a weekday, with the three eves.
HOLIDAY_TEXT = """
2025-12-24 2025-12-25 2025-12-26 2025-12-31 2026-01-01 2026-01-06 2026-04-03 2026-04-06
2026-05-01 2026-05-14 2026-06-19 2026-12-24 2026-12-25 2026-12-31 2027-01-01 2027-01-06
"""
HOLIDAYS = {date.fromisoformat(day) for day in HOLIDAY_TEXT.split()}


def is_working(day: date) -> bool:
    return day.weekday() < 5 and day not in HOLIDAYS


def working_days_on(day: date, count: int) -> date:
    """The day `count` working days after `day` (before it, where the count is negative)."""
    step = timedelta(days=1 if count >= 0 else -1)
    for _ in range(abs(count)):
        day += step
        while not is_working(day):
            day += step
    return day


def days_of(week: str) -> list[date]:
    year, number = week.split("-W")
    return [date.fromisocalendar(int(year), int(number), weekday) for weekday in range(1, 8)]


def week_of(day: date) -> str:
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def weeks_in(text: str) -> list[str]:
    """`2026-W10..2026-W12` as three weeks; one week as itself."""
    first, _, last = text.partition("..")
    weeks, monday, end = [], days_of(first)[0], days_of(last or first)[0]
    while monday <= end:
        weeks.append(week_of(monday))
        monday += timedelta(days=7)
    return weeks


def iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def check_digit(nine: str) -> int:
    total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(nine))
    return -total % 10


# ---------------------------------------------------------------------------------------------------------
# The office, laid out by hand


def table(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


AGREEMENTS = """
IPSU-NM | Norra Mälardalen      | 2025-12-01 | 2027-11-30 | created | Uppsala Västerås
IPSU-GH | Göteborg Halland      | 2025-12-01 | 2027-11-30 | created | Göteborg Halmstad Skövde
IPSU-NG | Nordvästra Götaland   | 2026-06-01 | 2028-05-31 | created | Borås Trollhättan
IPSU-VS | Västra Svealand       | 2025-12-01 | 2027-11-30 | worked  | Falun Karlstad Malung Mora Örebro
IPSU-NN | Norra Norrland        | 2025-12-01 | 2027-11-30 | created | \
Gällivare Kalix Kiruna Luleå Lycksele Piteå Skellefteå Umeå Övertorneå
"""

PRICES = """
IPSU-NM | ipsu-a | 9500   | case | 2025-12-01
IPSU-NM | ipsu-b | 450    | hour | 2025-12-01
IPSU-NM | ipsu-b | 465,50 | hour | 2026-07-01
IPSU-GH | ipsu-a | 9500   | case | 2025-12-01
IPSU-GH | ipsu-b | 450    | hour | 2025-12-01
IPSU-GH | ipsu-b | 465,50 | hour | 2026-07-01
IPSU-NG | ipsu-a | 9500   | case | 2026-06-01
IPSU-VS | ipsu-a | 9500   | case | 2025-12-01
IPSU-VS | ipsu-b | 450    | hour | 2025-12-01
IPSU-NN | ipsu-a | 9500   | case | 2025-12-01
IPSU-NN | ipsu-b | 450    | hour | 2025-12-01
"""  # IPSU-NG is new and has no hourly price yet

# number, born, birth number, gender, name, agreement, town, training, its first and last day
PEOPLE = """
101|1988-03-14|980|woman  |Ingela Norrvik       |IPSU-NM|Uppsala    |vard   |2026-02-02|2026-06-12
102|1994-07-02|981|man    |Samir Baradei        |IPSU-GH|Göteborg   |svets  |2025-11-17|2026-05-29
103|1979-11-23|982|woman  |Anneli Storbacka     |IPSU-VS|Örebro     |lokal  |2025-12-01|2026-06-12
104|1999-01-09|983|man    |Robin Falkhage       |IPSU-NM|Västerås   |cnc    |2026-02-16|2026-06-12
105|2001-05-30|984|other  |Kim Alderbrant       |IPSU-GH|Halmstad   |smf    |2026-02-16|2026-06-12
106|1985-09-17|980|woman  |Hodan Warsame Nur    |IPSU-NN|Luleå      |etabl  |2026-03-02|2026-05-29
107|1991-12-05|985|man    |Pontus Gråberg       |IPSU-NN|Umeå       |lager  |2026-03-02|2026-08-28
108|1983-04-26|986|woman  |Tuija Rantaharju     |IPSU-VS|Karlstad   |kok    |2026-03-09|2026-08-28
109|2003-08-11|987|man    |Elias Tornmark       |IPSU-NM|Uppsala    |it     |2026-03-16|2026-09-25
110|1996-02-19|981|man    |Filmon Tesfalem      |IPSU-NN|Skellefteå |svets  |2026-03-23|2026-09-11
111|1990-06-08|988|woman  |Marta Wojnarska      |IPSU-GH|Skövde     |lokal  |2026-04-07|2026-06-26
112|1987-10-03|989|man    |Jörgen Lövbacka      |IPSU-NN|Piteå      |anl    |2026-04-13|2026-10-02
113|1975-05-21|980|woman  |Gun-Britt Sälgfors   |IPSU-VS|Falun      |butik  |2026-04-20|2026-09-11
114|1993-03-28|982|woman  |Nasrin Ahmadzai      |IPSU-NM|Uppsala    |vard   |2026-05-04|2026-10-30
115|1998-09-13|983|man    |Viktor Ljungdén      |IPSU-GH|Göteborg   |it     |2026-03-30|2026-12-18
116|1981-01-31|984|woman  |Birgitta Kuoksu      |IPSU-NN|Kiruna     |kok    |2026-05-25|2026-11-27
117|1989-07-19|986|woman  |Lena Myrhede         |IPSU-NN|Gällivare  |butik  |2026-04-20|2026-10-09
118|1995-11-11|985|man    |Arash Daneshvar      |IPSU-NM|Västerås   |cnc    |2026-06-08|2026-12-18
119|2004-02-27|987|man    |Hugo Norsbäck        |IPSU-VS|Malung     |anl    |2026-06-15|2026-10-09
120|1986-08-24|988|unknown|Alex Brinkegren      |IPSU-GH|Halmstad   |steg   |2026-06-29|2027-01-29
121|1992-04-15|980|woman  |Sofia Granträsk      |IPSU-NN|Lycksele   |smf    |2026-08-17|2026-12-18
122|1978-12-29|981|man    |Kenneth Åsvärn       |IPSU-NM|Uppsala    |lager  |2026-08-17|2026-12-18
123|2000-06-16|982|woman  |Mikaela Dysberg      |IPSU-VS|Mora       |vard   |2026-08-24|2027-03-26
124|1997-10-22|983|man    |Dragan Petrušić      |IPSU-NG|Borås      |svets  |2026-08-31|2027-01-22
125|1984-05-07|984|woman  |Yordanos Gebrehiwet  |IPSU-GH|Göteborg   |etabl  |2026-09-07|2026-12-18
126|1990-01-20|985|man    |Omar Al-Tameemi      |IPSU-NN|Kalix      |etabl  |2026-09-07|2026-12-18
127|1982-03-03|986|woman  |Seija Niemivaara     |IPSU-NN|Övertorneå |butik  |2026-09-21|2027-02-26
128|2002-11-18|987|man    |Anton Rismyr         |IPSU-VS|Örebro     |steg   |2026-09-28|2026-12-18
129|1994-08-06|988|woman  |Emma Skogsterning    |IPSU-NM|Uppsala    |it     |2026-10-05|2027-04-30
130|1988-02-12|989|-      |Jamal Osmanzada      |IPSU-GH|Skövde     |lager  |2026-10-05|2027-03-12
131|1999-09-25|980|woman  |Liliana Marcovescu   |IPSU-NG|Trollhättan|lokal  |2026-10-19|2026-12-18
132|1977-07-14|981|man    |Sture Hällbäcken     |IPSU-NN|Luleå      |steg   |2026-11-30|2027-03-26
133|1996-05-01|982|woman  |Rebecka Tunvåg       |IPSU-VS|Falun      |kok    |2026-12-07|2027-04-30
134|2005-01-27|983|man    |Liam Forsheden       |IPSU-NM|Västerås   |smf    |2026-11-16|2027-05-28
135|1980-10-10|984|woman  |Fatuma Abdirashid    |IPSU-NG|Borås      |etabl  |2026-11-09|2027-03-26
136|1993-12-02|986|woman  |Johanna Vikerstad    |IPSU-GH|Göteborg   |vard   |2026-11-23|2027-04-30
137|1991-12-05|985|man    |Pontus Gråberg       |IPSU-NN|Umeå       |cnc    |2027-01-11|2027-06-04
138|2000-04-04|987|man    |Rasmus Ekehult       |IPSU-NN|Luleå      |anl    |2026-11-16|2027-04-09
"""  # 137 is 107 again, who comes back after a closed case

PROTECTED = {"117", "129"}
COORDINATION_NUMBER = {"126", "131"}

TRAININGS: dict[str, tuple[str, str]] = {
    "vard": ("Vårdbiträde", "labour_market_training"),
    "svets": ("Svets, grund", "labour_market_training"),
    "lokal": ("Lokalvård med yrkessvenska", "preparatory_training"),
    "cnc": ("CNC-teknik", "labour_market_training"),
    "smf": ("Studiemotiverande kurs", "folk_high_school_study_motivation"),
    "etabl": ("Etableringskurs", "folk_high_school_establishment_course"),
    "lager": ("Lager och truck", "labour_market_training"),
    "kok": ("Måltidsbiträde", "labour_market_training"),
    "it": ("IT-support, förberedande", "preparatory_training"),
    "anl": ("Anläggningsarbete", "labour_market_training"),
    "butik": ("Butik och handel", "preparatory_training"),
    "steg": ("Steget in, med utbildningsinslag", "service_with_training_element"),
}

COACHES: dict[str, tuple[str, ...]] = {
    "IPSU-NM": ("Karin Ekdalen", "Reza Mohtadi"),
    "IPSU-GH": ("Tomas Hedvall",),
    "IPSU-NG": ("Tomas Hedvall",),
    "IPSU-VS": ("Sanna Wikmarker",),
    "IPSU-NN": ("Britt Sundelöf", "Elin Aronsdal"),
}
OFFICERS: dict[str, str] = {
    "IPSU-NM": "Malin Öhrsved",
    "IPSU-GH": "Peter Strandkvist",
    "IPSU-NG": "Helen Myrbrink",
    "IPSU-VS": "Lars-Åke Tunhult",
    "IPSU-NN": "Anna-Karin Leväsen",
}

# number | from | to | why the case was closed (- is open) | the document's state where it is not the usual
MAPPINGS = """
101 | 2026-01-07 | 2026-01-23 | completed |
104 | 2026-01-12 | 2026-01-30 | completed |
105 | 2026-01-19 | 2026-02-06 | completed |
106 | 2026-01-19 | 2026-02-09 | completed |
107 | 2026-02-02 | 2026-02-20 | work      |
108 | 2026-02-02 | 2026-02-20 | completed |
109 | 2026-02-09 | 2026-02-27 | completed |
110 | 2026-02-16 | 2026-03-06 | withdrew  | no-show
111 | 2026-03-02 | 2026-03-20 | completed |
112 | 2026-03-09 | 2026-03-27 | completed |
113 | 2026-03-16 | 2026-04-02 | completed |
114 | 2026-03-23 | 2026-04-10 | completed |
115 | 2026-04-13 | 2026-04-30 | completed |
116 | 2026-04-20 | 2026-05-08 | completed |
118 | 2026-05-04 | 2026-05-22 | completed |
119 | 2026-05-11 | 2026-05-29 | completed |
120 | 2026-05-18 | 2026-06-05 | completed |
121 | 2026-06-01 | 2026-06-18 | completed |
122 | 2026-06-08 | 2026-06-24 | completed |
123 | 2026-06-15 | 2026-07-03 | completed |
124 | 2026-07-06 | 2026-07-24 | completed |
125 | 2026-08-03 | 2026-08-21 | completed |
126 | 2026-08-03 | 2026-08-24 | completed |
127 | 2026-08-10 | 2026-08-28 | completed | gp-returned
128 | 2026-08-17 | 2026-09-04 | completed |
129 | 2026-08-24 | 2026-09-11 | completed |
130 | 2026-08-31 | 2026-09-18 | -         |
131 | 2026-09-14 | 2026-10-02 | -         |
132 | 2026-09-21 | 2026-10-09 | -         |
133 | 2026-10-05 | 2026-10-23 | -         |
134 | 2026-10-05 | 2026-10-23 | -         | no-show
135 | 2026-10-12 | 2026-10-30 | -         | sr-waits
136 | 2026-10-26 | 2026-11-13 | -         | gp-waits
137 | 2026-11-30 | 2026-12-18 | -         | planned
138 | 2026-10-12 | 2026-10-30 | -         | no-show-incomplete
"""

# number, from, to, weeks (of 2026 where no year stands) and hours, pace, rows, last day of support, closed,
# why, result of the training
SUPPORTS = """
101|2026-02-02|2026-05-31|W06..W13=20 W14..W18=10 W19..W22=5|steady|week|-|2026-06-12|completed|passed
102|2026-01-12|2026-04-30|W03..W08=20 W09..W14=10 W15..W18=5|usual|week|-|2026-05-29|completed|passed
103|2026-01-19|2026-04-02|W04..W09=10 W10..W14=5|light|day|2026-03-20|2026-04-02|other|interrupted
104|2026-02-16|2026-06-05|W08..W11=30 W12..W16=20 W17..W23=10|usual|day|-|2026-06-17|completed|not-passed
105|2026-02-23|2026-06-12|W09..W12=20 W13..W18=10 W19..W24=5|steady|week|-|2026-06-26|completed|passed
106|2026-03-02|2026-05-29|W10..W15=20 W16..W22=10|usual|week|-|2026-06-12|completed|passed
108|2026-03-09|2026-08-28|W11..W16=20 W17..W24=10 W32..W35=5|steady|week|-|2026-09-11|work|passed
109|2026-03-16|2026-05-31|W12..W22=20|light|day|2026-05-08|2026-05-22|interrupted|interrupted
111|2026-04-07|2026-06-26|W15..W20=20 W21..W26=10|full|week|-|2026-07-10|completed|passed
112|2026-04-13|2026-10-02|W16..W21=20 W22..W27=10 W33..W40=5|steady|day|-|2026-10-16|completed|passed
113|2026-04-20|2026-09-11|W17..W22=10 W23..W26=5 W34..W37=5|light|week|-|2026-10-09|completed|not-passed
114|2026-05-04|2026-10-30|W19..W24=20 W25..W36=10 W37..W44=5|usual|week|-|-|-|-
115|2026-05-18|2026-11-13|W21..W26=30 W27..W32=20 W33..W40=10 W41..W46=5|steady|week|-|-|-|-
117|2026-05-04|2026-09-25|W19..W24=10 W25..W26=5 W34..W39=5|usual|week|-|2026-10-09|completed|passed
118|2026-06-08|2026-12-18|W24..W26=10 W27..W31=5 W33..W40=20 W41..W47=10 W48..W51=5|usual|day|-|-|-|-
119|2026-06-15|2026-10-09|W25..W28=10 W32..W37=10 W38..W41=5|steady|week|-|2026-10-23|studies|passed
120|2026-06-29|2026-12-11|W27..W32=20 W33..W47=10|usual|week|-|-|-|-
121|2026-08-17|2026-12-18|W34..W38=20 W39..W46=10 W47..W51=5|steady|week|-|-|-|-
122|2026-08-17|2026-12-18|W34..W39=20 W40..W45=10|usual|day|-|-|-|-
123|2026-08-24|2027-01-15|W35..W40=20 W41..W51=10 W53=5 2027-W01..2027-W02=5|steady|week|-|-|-|-
124|2026-08-31|2026-12-11|W36..W41=10 W42..W50=5|usual|week|-|-|-|-
125|2026-09-07|2026-12-18|W37..W42=20 W43..W51=10|steady|day|-|-|-|-
126|2026-09-14|2026-12-18|W38..W42=20 W43..W51=10|usual|week|-|-|-|-
127|2026-09-21|2027-02-26|W39..W44=10 W45..W51=5 2027-W02..2027-W08=5|light|day|-|-|-|-
128|2026-09-28|2026-12-18|W40..W45=20 W46..W51=10|usual|day|-|-|-|-
129|2026-10-05|2026-12-18|W41..W46=20 W47..W51=10|steady|week|-|-|-|-
130|2026-10-05|2027-03-12|W41..W44=30 W45..W48=20 W49..W51=10 2027-W02..2027-W10=5|usual|day|-|-|-|-
131|2026-10-19|2026-12-18|W43..W46=20 W47..W51=10|light|week|-|-|-|-
132|2026-11-30|2027-03-26|W49..W51=20 2027-W02..2027-W06=10 2027-W07..2027-W12=5|-|-|-|-|-|-
133|2026-12-07|2027-04-30|-|-|-|-|-|-|-
"""

# The second versions change only weeks that lie well after the demonstration's day.
SECOND_PLANS: dict[str, tuple[str, str, str, str]] = {
    "120": (
        "W27..W32=20 W33..W47=10 W48..W50=5",
        "2026-10-20",
        "2026-10-23",
        "Perioden är förlängd till 11 december: behöver stöd inför slutprovet.",
    ),
    "121": (
        "W34..W38=20 W39..W46=10 W47=5",
        "2026-10-26",
        "2026-10-29",
        "Klarar studierna själv tidigare än väntat; perioden föreslås sluta den 22 november.",
    ),
}
PLAN_DRAFT = {"128", "132"}
PLAN_WAITS = {"126"}
SR_LATE = ("A-116", "A-131", "B-103", "B-109")
GP_LATE = {"A-118": 8, "B-104": 7, "B-113": 9, "B-129": 11}  # working days after the start

PACE: dict[str, tuple[int, ...]] = {  # per cent of the week's extent, in turn
    "full": (100,),
    "steady": (100, 95, 90, 100),
    "usual": (90, 100, 75, 85),
    "light": (65, 80, 70, 60),
}
SPECIAL_WEEKS: dict[tuple[str, str], int] = {  # hundredths of an hour
    ("105", "2026-W11"): 2200,  # above the week's own plan
    ("108", "2026-W13"): 0,  # ill
    ("118", "2026-W37"): 0,  # away
    ("125", "2026-W44"): 0,  # not yet reported
}
ABSENCES = """
B-108 | 2026-03-23 | 2026-03-27 | 2026-03-30 | known   | Sjuk hela veckan, meddelade själv.
B-118 | 2026-09-07 | 2026-09-11 | 2026-09-14 | unknown | Kom inte till stödet och svarade inte i telefon.
A-114 | 2026-03-31 | 2026-03-31 | 2026-04-01 | known   | Läkarbesök.
"""


@dataclass(frozen=True)
class Mapping:
    number: str
    start: date
    end: date
    reason: str
    state: str

    @property
    def seed(self) -> int:
        return int(self.number)

    @property
    def gp_submitted(self) -> date:
        """On the first day, but for those that come late."""
        return self.gp_read if f"A-{self.number}" in GP_LATE else self.start

    @property
    def gp_read(self) -> date:
        """When the agency opens it."""
        return working_days_on(self.start, GP_LATE.get(f"A-{self.number}", self.seed % 4 + 1))

    @property
    def sr_submitted(self) -> date:
        """On the last day, but for those that come late."""
        return self.sr_read if f"A-{self.number}" in SR_LATE else self.end

    @property
    def sr_read(self) -> date:
        """When the agency opens it."""
        return min(working_days_on(self.end, 1 + self.seed % 2), TODAY)

    @property
    def sr_confirmed(self) -> date:
        return working_days_on(self.sr_read, 2 + self.seed % 3)

    @property
    def delivered(self) -> bool:
        return self.state in ("", "no-show", "gp-returned")


@dataclass(frozen=True)
class Support:
    number: str
    start: date
    end: date
    plan: str
    pace: str
    rows: str
    last: date
    closed: date | None
    reason: str
    result: str

    @property
    def gp_submitted(self) -> date:
        return working_days_on(self.start, GP_LATE.get(f"B-{self.number}", int(self.number) % 5 + 1))

    @property
    def gp_confirmed(self) -> date:
        return working_days_on(self.gp_submitted, 1 + int(self.number) % 4)


def mappings() -> list[Mapping]:
    return [
        Mapping(number, date.fromisoformat(start), date.fromisoformat(end), reason.strip("-"), state)
        for number, start, end, reason, state in table(MAPPINGS)
    ]


def supports() -> list[Support]:
    found = []
    for number, start, end, plan, pace, rows, last, closed, reason, result in table(SUPPORTS):
        found.append(
            Support(
                number,
                date.fromisoformat(start),
                date.fromisoformat(end),
                plan,
                pace,
                rows,
                date.fromisoformat(end if last == "-" else last),
                None if closed == "-" else date.fromisoformat(closed),
                reason.strip("-"),
                result if result != "-" else "",
            )
        )
    return found


def plan_parts(plan: str) -> list[tuple[str, int]]:
    """`W10..W11=20 W12=10` as [("2026-W10..2026-W11", 20), ("2026-W12", 10)]."""
    parts = []
    for part in plan.split():
        if part != "-":
            weeks, _, hours = part.partition("=")
            parts.append((re.sub(r"(?<!-)W", "2026-W", weeks), int(hours)))
    return parts


def extents(plan: str) -> dict[str, int]:
    return {week: hours for weeks, hours in plan_parts(plan) for week in weeks_in(weeks)}


# ---------------------------------------------------------------------------------------------------------
# Its rows


def agreement_rows() -> Iterator[Row]:
    for agreement, area, start, end, payout, towns in table(AGREEMENTS):
        yield {
            "agreement": agreement,
            "service": "ipsu",
            "area": area,
            "from": start,
            "to": end,
            "purchaser": "Arbetsförmedlingen",
            "billing": "self",
            "vat": "25",
            "payout": payout,
            "site": "|".join(towns.split()),
        }


def price_rows() -> Iterator[Row]:
    for agreement, service, amount, unit, start in table(PRICES):
        yield {"agreement": agreement, "service": service, "amount": amount, "unit": unit, "from": start}


def personnummer(number: str, born: str, birth_number: str) -> str:
    year, month, day = born.split("-")
    if number in COORDINATION_NUMBER:
        day = str(int(day) + 60)
    digit = check_digit(year[2:] + month + day + birth_number)
    return f"{year}{month}{day}-{birth_number}{digit}"


def person_columns() -> dict[str, Row]:
    people: dict[str, Row] = {}
    for number, born, birth_number, gender, name, agreement, town, key, start, end in table(PEOPLE):
        coaches = COACHES[agreement]
        training, kind = TRAININGS[key]
        people[number] = {
            "agreement": agreement,
            "personnummer": personnummer(number, born, birth_number),
            "name": name,
            "gender": gender.strip("-"),
            "protected": "yes" if number in PROTECTED else "",
            "site": town,
            "coach": coaches[int(number) % len(coaches)],
            "officer": OFFICERS[agreement],
            "training": training,
            "training-type": kind,
            "training-from": start,
            "training-to": end,
        }
    return people


def case_rows() -> Iterator[Row]:
    people = person_columns()
    mapped = set()
    for mapping in mappings():
        mapped.add(mapping.number)
        meeting = min(working_days_on(mapping.start, -7 - mapping.seed % 4), date(2026, 10, 27))
        decision = working_days_on(meeting, 2 + mapping.seed % 3)
        closed = working_days_on(mapping.sr_confirmed, 2) if mapping.reason else None
        yield people[mapping.number] | {
            "case": f"A-{mapping.number}",
            "service": "ipsu-a",
            "from": iso(mapping.start),
            "to": iso(mapping.end),
            "order": str(31000 + mapping.seed * 7),
            "meeting": iso(meeting),
            "mapping-agreed": "yes",
            "decision": "" if mapping.state == "planned" else iso(decision),
            "closed": iso(closed),
            "reason": mapping.reason,
        }
    for support in supports():
        yield people[support.number] | {
            "case": f"B-{support.number}",
            "service": "ipsu-b",
            "from": iso(support.start),
            "to": iso(support.end),
            "order": str(35000 + int(support.number) * 7),
            "decision": iso(min(working_days_on(support.start, -4), date(2026, 10, 30))),
            "after": f"A-{support.number}" if support.number in mapped else "",
            "closed": iso(support.closed),
            "reason": support.reason,
            "training-result": support.result,
        }


def plan_rows() -> Iterator[Row]:
    for support in supports():
        submitted = "" if support.number in PLAN_DRAFT else iso(support.gp_submitted)
        confirmed = "" if support.number in PLAN_DRAFT | PLAN_WAITS else iso(support.gp_confirmed)
        versions = [(support.plan, submitted, confirmed, "")]
        if support.number in SECOND_PLANS:
            versions.append(SECOND_PLANS[support.number])
        for version, (plan, filed, settled, reason) in enumerate(versions, start=1):
            for weeks, hours in plan_parts(plan):
                yield {
                    "case": f"B-{support.number}",
                    "weeks": weeks,
                    "hours-per-week": str(hours),
                    "submitted": filed,
                    "confirmed": settled,
                    "reason": reason,
                    "version": str(version) if len(versions) > 1 else "",
                }


def document(case: str, kind: str, submitted: date, confirmed: date | None = None, **more: str) -> Row:
    named = {key.rstrip("_").replace("_", "-"): value for key, value in more.items()}
    return {"case": case, "type": kind, "submitted": iso(submitted), "confirmed": iso(confirmed)} | named


def mapping_documents(mapping: Mapping) -> Iterator[Row]:
    case, filed, read = f"A-{mapping.number}", mapping.gp_submitted, mapping.gp_read
    if mapping.state == "planned":
        return
    if mapping.state == "gp-returned":
        back = working_days_on(read, 2)
        yield document(case, "gp", filed, returned=iso(back), reason="Bedömning av hjälpmedelsbehov saknas.")
        filed = read = working_days_on(back, 2)
    yield document(case, "gp", filed, None if mapping.state == "gp-waits" else working_days_on(read, 2))
    if mapping.state == "gp-waits":
        return
    absent = mapping.state.startswith("no-show")
    settled = mapping.sr_confirmed if mapping.delivered else None
    yield document(case, "sr", mapping.sr_submitted, settled, no_mapping="yes" if absent else "")
    if mapping.state == "no-show":
        yield document(
            case,
            "avvikelse",
            working_days_on(mapping.end, 1),
            from_=iso(mapping.start),
            to=iso(mapping.end),
            known="unknown",
            reason="Kom inte till något av de planerade tillfällena.",
        )


def support_documents(support: Support) -> Iterator[Row]:
    if support.closed is None:
        return
    case, read = f"B-{support.number}", working_days_on(support.last, 2)
    filed = read if case in SR_LATE else working_days_on(support.last + timedelta(days=1), -1)
    if support.number == "113":
        back = working_days_on(read, 3)
        yield document(case, "sr", filed, returned=iso(back), reason="Fortsatt behov av hjälpmedel är inte beskrivet.")
        filed = read = working_days_on(back, 4)
    yield document(case, "sr", filed, working_days_on(read, 3))


def document_rows() -> Iterator[Row]:
    for mapping in mappings():
        yield from mapping_documents(mapping)
    for support in supports():
        yield from support_documents(support)
    for case, start, end, filed, known, reason in table(ABSENCES):
        yield document(case, "avvikelse", date.fromisoformat(filed), from_=start, to=end, known=known, reason=reason)


def hours_text(hundredths: int) -> str:
    whole, rest = divmod(hundredths, 100)
    return f"{whole},{rest:02d}".rstrip("0") if rest else str(whole)


def split_over(days: list[date], hundredths: int) -> list[tuple[date, int]]:
    """The week's hours on its days, in quarters of an hour, the larger shares first."""
    quarters, count = hundredths // 25, len(days)
    return [(day, 25 * (quarters // count + (place < quarters % count))) for place, day in enumerate(days)]


def week_deliveries(support: Support, week: str, hundredths: int) -> Iterator[tuple[date, Row]]:
    case, days = f"B-{support.number}", days_of(week)
    limit = min(support.last, LAST_WORK_DAY)
    open_days = [day for day in days if support.start <= day <= limit and is_working(day)]
    two_months = days[0].month != days[6].month
    if support.rows == "week" and not two_months and support.start <= days[0] and days[4] <= limit:
        yield open_days[-1], {"case": case, "week": week, "hours": hours_text(hundredths)}
        return
    hundredths = min(hundredths, 700 * len(open_days))
    needed = len(open_days) if two_months else -(-hundredths // 600)
    for day, share in split_over(open_days[:needed], hundredths):
        if share:
            yield day, {"case": case, "on": iso(day), "hours": hours_text(share)}


def delivery_rows() -> list[Row]:
    dated: list[tuple[date, Row]] = []
    for mapping in mappings():
        if mapping.delivered:
            absent = "yes" if mapping.state == "no-show" else ""
            dated.append((mapping.end, {"case": f"A-{mapping.number}", "on": iso(mapping.end), "no-show": absent}))
    for support in supports():
        for place, (week, extent) in enumerate(extents(support.plan).items()):
            if not support.start <= min(days_of(week)[4], support.last) <= LAST_WORK_DAY:
                continue
            if days_of(week)[0] > support.last:
                continue
            share = PACE[support.pace][place % len(PACE[support.pace])]
            hundredths = SPECIAL_WEEKS.get((support.number, week), extent * share // 25 * 25)
            if hundredths:
                dated.extend(week_deliveries(support, week, hundredths))
    dated.sort(key=lambda pair: (pair[0], pair[1]["case"]))
    return [row for _, row in dated]


def office_files() -> dict[str, str]:
    rows: dict[str, list[Row]] = {
        "agreements": list(agreement_rows()),
        "prices": list(price_rows()),
        "cases": list(case_rows()),
        "plans": list(plan_rows()),
        "documents": list(document_rows()),
        "deliveries": delivery_rows(),
    }
    files = {}
    for kind, found in rows.items():
        out = io.StringIO()
        writer = csv.DictWriter(out, COLUMNS[kind].split(";"), restval="", delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)
        files[f"{kind}.csv"] = out.getvalue()
    return files


# ---------------------------------------------------------------------------------------------------------
# The checks: from here on, what is read is the CSV text


def hundredths_of(text: str) -> int:
    whole, _, rest = text.partition(",")
    return int(whole) * 100 + int((rest + "00")[:2])


def day_of(text: str) -> date:
    return date.fromisoformat(text)


class Office:
    """The files as read, with the few look-ups that the checks need."""

    def __init__(self, files: dict[str, str]) -> None:
        self.rows: dict[str, list[Row]] = {}
        for kind, columns in COLUMNS.items():
            reader = csv.DictReader(io.StringIO(files[f"{kind}.csv"]), delimiter=";")
            assert reader.fieldnames == columns.split(";"), f"{kind}: headings"
            self.rows[kind] = [dict(row) for row in reader]
        self.cases: dict[str, Row] = {row["case"]: row for row in self.rows["cases"]}
        self.documents: dict[str, list[Row]] = defaultdict(list)
        self.deliveries: dict[str, list[Row]] = defaultdict(list)
        self.plans: dict[str, dict[int, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for row in self.rows["documents"]:
            self.documents[row["case"]].append(row)
        for row in self.rows["deliveries"]:
            self.deliveries[row["case"]].append(row)
        for row in self.rows["plans"]:
            self.plans[row["case"]][int(row["version"] or 1)].append(row)

    def of(self, case: str, kind: str) -> list[Row]:
        return [row for row in self.documents[case] if row["type"] == kind]

    def confirmed(self, case: str, kind: str) -> bool:
        return any(row["confirmed"] for row in self.of(case, kind))

    def weeks(self, case: str, version: int) -> dict[str, int]:
        found: dict[str, int] = {}
        for row in self.plans[case][version]:
            for week in weeks_in(row["weeks"]):
                assert week not in found, f"{case}: {week} stands twice in version {version}"
                found[week] = int(row["hours-per-week"])
        return found

    def in_force(self, case: str) -> dict[str, int]:
        """The newest confirmed version, else the newest."""
        if case not in self.plans:
            return {}
        settled = [number for number, rows in self.plans[case].items() if rows[0]["confirmed"]]
        return self.weeks(case, max(settled or self.plans[case]))

    def hours(self, case: str) -> int:
        return sum(hundredths_of(row["hours"]) for row in self.deliveries[case] if row["hours"])

    def hours_by_week(self, case: str) -> Counter[str]:
        found: Counter[str] = Counter()
        for row in self.deliveries[case]:
            found[row["week"] or week_of(day_of(row["on"]))] += hundredths_of(row["hours"])
        return found

    def priced(self, case: str) -> bool:
        row = self.cases[case]
        return any(
            price["agreement"] == row["agreement"] and price["service"] == row["service"]
            for price in self.rows["prices"]
        )

    def inside(self, case: str, day: date) -> bool:
        row = self.cases[case]
        period = day_of(row["from"]) <= day <= day_of(row["to"])
        training = day_of(row["training-from"]) <= day <= day_of(row["training-to"])
        return period and (training or row["service"] == "ipsu-a")


def check_agreements(office: Office) -> None:
    towns = [town for row in office.rows["agreements"] for town in row["site"].split("|")]
    assert len(office.rows["agreements"]) == 5
    assert len(towns) == len(set(towns)) == 21
    assert all(row["billing"] == "self" and row["vat"] == "25" for row in office.rows["agreements"])
    assert {row["site"] for row in office.rows["cases"]} == set(towns), "every town has a case"
    hourly = Counter(row["agreement"] for row in office.rows["prices"] if row["unit"] == "hour")
    per_case = Counter(row["agreement"] for row in office.rows["prices"] if row["unit"] == "case")
    assert sorted(hourly.values()) == [1, 1, 2, 2]
    assert set(per_case.values()) == {1} and len(per_case) == 5
    raised = [row for row in office.rows["prices"] if row["amount"] == "465,50"]
    assert [row["from"] for row in raised] == ["2026-07-01", "2026-07-01"]


def check_personnummer(row: Row) -> None:
    match = re.fullmatch(r"(\d{4})(\d\d)(\d\d)-(98\d)(\d)", row["personnummer"])
    assert match, f"{row['case']}: personnummer"
    year, month, day, birth_number, digit = match.groups()
    date(int(year), int(month), int(day) % 60)
    assert check_digit(year[2:] + month + day + birth_number) == int(digit), f"{row['case']}: check digit"


def check_people(office: Office) -> None:
    persons: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    still_open: Counter[tuple[str, str]] = Counter()
    for row in office.rows["cases"]:
        check_personnummer(row)
        persons[row["personnummer"]].add((row["name"], row["gender"], row["protected"]))
        still_open[row["personnummer"], row["service"]] += not row["closed"]
    assert all(len(facts) == 1 for facts in persons.values()), "one person, one name, gender and protection"
    assert max(still_open.values()) == 1, "one open case a person and service"
    facts = [next(iter(found)) for found in persons.values()]
    assert sum(protected == "yes" for _, _, protected in facts) == 2
    assert {gender for _, gender, _ in facts} == {"woman", "man", "other", "unknown", ""}
    assert len({name for name, _, _ in facts}) == len(facts)
    assert sum(int(number[6:8]) > 60 for number in persons) == 2, "coordination numbers"
    assert len({number[:8] for number in persons}) == len(persons), "different birth dates"


def check_case(office: Office, row: Row) -> None:
    case = row["case"]
    start, end = day_of(row["from"]), day_of(row["to"])
    agreement = next(found for found in office.rows["agreements"] if found["agreement"] == row["agreement"])
    assert start <= end and agreement["from"] <= row["from"] <= row["to"] <= agreement["to"], case
    assert row["site"] in agreement["site"].split("|"), case
    assert row["training-from"] < row["training-to"] and row["training"] and row["training-type"], case
    assert bool(row["closed"]) == bool(row["reason"]), case
    assert not row["closed"] or (row["from"] <= row["closed"] <= iso(TODAY)), case
    assert not row["training-result"] or row["closed"], case
    assert all(row[name] <= iso(TODAY) for name in ("meeting", "decision")), case
    if row["service"] == "ipsu-b":
        assert row["training-from"] <= row["from"] and row["to"] <= row["training-to"], f"{case}: training"
    else:
        assert 7 <= (end - start).days + 1 <= 22, f"{case}: length"
        assert row["meeting"] <= (row["decision"] or row["from"]) <= row["from"], f"{case}: order of steps"
    if row["after"]:
        first = office.cases[row["after"]]
        same = ("personnummer", "agreement", "training", "training-from", "training-to")
        assert first["service"] == "ipsu-a" and first["to"] < row["from"], case
        assert all(first[name] == row[name] for name in same), case


def check_cases(office: Office) -> None:
    assert 55 <= len(office.cases) <= 70
    orders = {row["order"] for row in office.rows["cases"]}
    assert len(office.cases) == len(office.rows["cases"]) == len(orders)
    for row in office.rows["cases"]:
        check_case(office, row)
    assert {row["training-type"] for row in office.rows["cases"]} == {kind for _, kind in TRAININGS.values()}
    reasons = {row["reason"] for row in office.rows["cases"]}
    assert reasons == {"", "completed", "interrupted", "work", "studies", "withdrew", "other"}
    results = {row["training-result"] for row in office.rows["cases"]}
    assert results == {"", "passed", "not-passed", "interrupted"}


def check_plan(office: Office, case: str) -> None:
    versions = sorted(office.plans[case])
    assert versions == list(range(1, len(versions) + 1)), case
    before: dict[str, int] = {}
    for number in versions:
        rows, weeks = office.plans[case][number], office.weeks(case, number)
        assert len({(row["submitted"], row["confirmed"], row["reason"]) for row in rows}) == 1, case
        assert set(weeks.values()) <= {5, 10, 20, 30}, case
        for week in weeks:
            assert any(office.inside(case, day) for day in days_of(week)), f"{case}: {week} outside"
        assert bool(rows[0]["reason"]) == (number > 1), f"{case}: reason"
        if number > 1:
            filed = day_of(rows[0]["submitted"])
            changed = {week for week in before | weeks if before.get(week) != weeks.get(week)}
            assert changed and all(days_of(week)[0] > filed for week in changed), case
            assert rows[0]["submitted"] >= office.plans[case][number - 1][0]["confirmed"], case
        before = weeks


def check_plans(office: Office) -> None:
    for case in office.plans:
        assert office.cases[case]["service"] == "ipsu-b", case
        check_plan(office, case)
        first, mapped = office.plans[case][1][0], office.cases[case]["after"]
        if mapped and first["submitted"]:
            reports = [row["submitted"] for row in office.of(mapped, "sr")]
            assert reports and min(reports) <= first["submitted"], f"{case}: GP before the SR of {mapped}"
    rising = []
    for case in office.plans:
        hours = list(office.in_force(case).values())
        if any(later > earlier for earlier, later in pairwise(hours)):
            rising.append(case)
    assert rising == ["B-118"], "extents fall, but in one case"


def check_steps(office: Office) -> None:
    """Submitted, then confirmed or returned, none of it after the pretended day."""
    for row in office.rows["documents"] + office.rows["plans"]:
        case, submitted = row["case"], row["submitted"]
        ends = [row["confirmed"], row.get("returned", "")]
        assert not all(ends), f"{case}: both confirmed and returned"
        assert submitted <= iso(TODAY), case
        for end in filter(None, ends):
            assert submitted and submitted <= end <= iso(TODAY), f"{case}: {submitted} then {end}"
            assert is_working(day_of(submitted)) and is_working(day_of(end)), case


def check_documents(office: Office) -> None:
    check_steps(office)
    for case, rows in office.documents.items():
        row = office.cases[case]
        for kind in ("gp", "sr"):
            found = office.of(case, kind)
            assert not (kind == "gp" and found and row["service"] == "ipsu-b"), f"{case}: the plan is the GP"
            for earlier, later in pairwise(found):
                assert earlier["returned"] and earlier["reason"], f"{case}: a new version of what stands"
                assert earlier["returned"] <= later["submitted"], case
        for entry in rows:
            if entry["type"] == "avvikelse":
                assert row["from"] <= entry["from"] <= entry["to"] <= row["to"], case
                assert entry["to"] <= entry["submitted"] and entry["known"] in ("known", "unknown"), case
                assert entry["reason"], case
        if row["service"] == "ipsu-a" and office.of(case, "sr"):
            assert office.of(case, "gp")[0]["submitted"] <= office.of(case, "sr")[0]["submitted"], case
        assert all(entry["submitted"] <= (row["closed"] or iso(TODAY)) for entry in rows), case


def gp_first(office: Office, case: str) -> str:
    rows = office.plans[case][1] if case in office.plans else office.of(case, "gp")
    return rows[0]["submitted"] if rows else ""


def check_gp_on_time(office: Office) -> None:
    in_time = []
    for case, row in office.cases.items():
        due = working_days_on(day_of(row["from"]), 5)
        if due < TODAY:
            filed = gp_first(office, case)
            in_time.append(bool(filed) and filed <= iso(due))
    assert in_time.count(False) >= 4
    assert in_time.count(True) / len(in_time) > 0.8


def no_show_is_whole(office: Office, case: str) -> bool:
    row = office.cases[case]
    covered = any(entry["from"] <= row["from"] and row["to"] <= entry["to"] for entry in office.of(case, "avvikelse"))
    stated = any(entry["no-mapping"] == "yes" and entry["confirmed"] for entry in office.of(case, "sr"))
    return covered and stated


def check_mapping_delivery(office: Office, case: str) -> None:
    row, rows = office.cases[case], office.deliveries[case]
    assert len(rows) == 1, f"{case}: delivered once"
    only = rows[0]
    assert only["on"] == row["to"] and not (only["hours"] or only["week"] or only["month"]), case
    assert row["meeting"] and row["mapping-agreed"] == "yes" and row["decision"], case
    assert office.confirmed(case, "gp") and office.confirmed(case, "sr"), case
    assert office.priced(case), case
    if only["no-show"]:
        assert only["no-show"] == "yes" and no_show_is_whole(office, case), case
    else:
        assert not any(entry["no-mapping"] for entry in office.of(case, "sr")), case


def check_hours_row(office: Office, case: str, row: Row) -> None:
    hours = hundredths_of(row["hours"])
    days = days_of(row["week"]) if row["week"] else [day_of(row["on"])]
    assert bool(row["on"]) != bool(row["week"]) and not row["month"] and not row["no-show"], case
    assert len({day.month for day in days}) == 1, f"{case}: {row['week']} lies in two months"
    taken = [day for day in days if office.inside(case, day) and day <= LAST_WORK_DAY]
    assert taken and (row["week"] or taken == days), f"{case}: {days[0]} outside"
    assert 0 < hours <= 800 * sum(map(is_working, taken)), f"{case}: {hours} on {days[0]}"
    assert all(day <= day_of(office.cases[case]["closed"] or iso(TODAY)) for day in taken[:1]), case


def check_support_delivery(office: Office, case: str) -> None:
    for row in office.deliveries[case]:
        check_hours_row(office, case, row)
    plan = office.in_force(case)
    assert office.hours(case) <= 100 * sum(plan.values()), f"{case}: above the plan"
    for week, hours in office.hours_by_week(case).items():
        assert week in plan, f"{case}: {week} has no plan"
        assert hours <= 100 * plan[week] or (case, week) == ("B-105", "2026-W11"), f"{case}: {week} above"


def check_deliveries(office: Office) -> None:
    for case in office.deliveries:
        if office.cases[case]["service"] == "ipsu-a":
            check_mapping_delivery(office, case)
        else:
            check_support_delivery(office, case)
    months: dict[str, set[str]] = {"A": set(), "B": set()}
    for row in office.rows["deliveries"]:
        day = row["on"] or iso(days_of(row["week"])[0])
        months[row["case"][0]].add(day[:7])
    expected = {f"2026-{month:02d}" for month in range(1, 11)}
    assert months["A"] == months["B"] == expected, "every month from January to October"
    texts = {row["hours"] for row in office.rows["deliveries"]}
    assert {"7,5", "3,25"} <= texts and any(text.isdigit() for text in texts)
    dates = [row["on"] for row in office.rows["deliveries"]]
    assert max(dates) <= iso(LAST_WORK_DAY)
    keys = Counter((row["case"], row["on"], row["week"]) for row in office.rows["deliveries"])
    assert max(keys.values()) == 1, "no two rows for one case and day or week"


# ---------------------------------------------------------------------------------------------------------
# What the office shows, and where


def both_sides(office: Office, case: str, week: str) -> bool:
    days = {row["on"] for row in office.deliveries[case] if row["on"]}
    months = {iso(day)[:7] for day in days_of(week) if iso(day) in days}
    return len(months) == 2


def status(office: Office, case: str) -> str:
    row = office.cases[case]
    if row["closed"]:
        return "closed"
    if row["from"] > iso(TODAY):
        return "planned"
    return "ended" if row["to"] < iso(TODAY) else "active"


def closed_as(result: str) -> Callable[[Office, str], bool]:
    return lambda office, case: office.cases[case]["training-result"] == result


def is_status(name: str) -> Callable[[Office, str], bool]:
    return lambda office, case: status(office, case) == name


def october_hours(office: Office, case: str) -> bool:
    return any("2026-10" in (row["on"] or iso(days_of(row["week"])[0])) for row in office.deliveries[case])


def held_waits(office: Office, case: str) -> bool:
    rows = [row for found in office.plans[case].values() for row in found]
    return october_hours(office, case) and all(row["submitted"] and not row["confirmed"] for row in rows)


def held_draft(office: Office, case: str) -> bool:
    return october_hours(office, case) and not any(row["submitted"] for row in office.plans[case][1])


def held_price(office: Office, case: str) -> bool:
    settled = bool(office.plans[case][1][0]["confirmed"])
    return october_hours(office, case) and settled and not office.priced(case)


def changed_by(sign: int) -> Callable[[Office, str], bool]:
    def shows(office: Office, case: str) -> bool:
        if len(office.plans[case]) < 2:
            return False
        return (len(office.weeks(case, 2)) - len(office.weeks(case, 1))) * sign > 0

    return shows


def runs_out(office: Office, case: str) -> bool:
    last = days_of(max(office.in_force(case)))[6]
    return TODAY <= last <= TODAY + timedelta(days=14)


def week_before_missing(office: Office, case: str) -> bool:
    week = week_of(TODAY - timedelta(days=7))
    return week in office.in_force(case) and not office.hours_by_week(case)[week]


def no_show_delivered(office: Office, case: str) -> bool:
    return bool(office.deliveries[case]) and office.deliveries[case][0]["no-show"] == "yes"


def no_show_lacks(office: Office, case: str) -> bool:
    stated = any(row["no-mapping"] for row in office.of(case, "sr"))
    return stated and not no_show_is_whole(office, case) and not office.deliveries[case]


def sr_waits(office: Office, case: str) -> bool:
    return bool(office.of(case, "sr")) and not office.confirmed(case, "sr") and not office.deliveries[case]


def length_is(days: int) -> Callable[[Office, str], bool]:
    def shows(office: Office, case: str) -> bool:
        row = office.cases[case]
        return (day_of(row["to"]) - day_of(row["from"])).days + 1 == days

    return shows


def late_gp(office: Office, case: str) -> bool:
    return gp_first(office, case) > iso(working_days_on(day_of(office.cases[case]["from"]), 5))


def came_back(office: Office, case: str) -> bool:
    number, service = office.cases[case]["personnummer"], office.cases[case]["service"]
    return any(
        row["personnummer"] == number and row["service"] == service and row["closed"]
        for row in office.rows["cases"]
        if row["case"] != case
    )


# state | cases | the test that each of them passes
SHOWS: list[tuple[str, str, Callable[[Office, str], bool]]] = [
    ("planned: the period has not started", "A-137 B-132 B-133", is_status("planned")),
    ("active", "A-136 B-115 B-118 B-130", is_status("active")),
    ("ended, not closed", "A-130 A-135 B-114", is_status("ended")),
    ("closed, training passed", "B-101 B-102 B-119", closed_as("passed")),
    ("closed, training not passed", "B-104 B-113", closed_as("not-passed")),
    ("closed, training interrupted", "B-103 B-109", closed_as("interrupted")),
    ("held: GP submitted, not confirmed", "B-126", held_waits),
    ("held: GP only a draft", "B-128", held_draft),
    ("held: no hourly price in the agreement (IPSU-NG)", "B-124 B-131", held_price),
    ("no-show in IPSU A, every condition met, delivered", "A-110 A-134", no_show_delivered),
    ("no-show in IPSU A, SR not confirmed and no deviation report", "A-138", no_show_lacks),
    ("IPSU A waits for its SR to be confirmed", "A-135", sr_waits),
    (
        "IPSU A planned, decision not taken yet",
        "A-137",
        lambda office, case: not office.cases[case]["decision"],
    ),
    ("IPSU A of 22 days: a warning", "A-106 A-126", length_is(22)),
    (
        "GP returned, new version confirmed",
        "A-127",
        lambda office, case: bool(office.of(case, "gp")[0]["returned"]) and office.confirmed(case, "gp"),
    ),
    (
        "SR returned, new version confirmed",
        "B-113",
        lambda office, case: bool(office.of(case, "sr")[0]["returned"]) and office.confirmed(case, "sr"),
    ),
    ("GP submitted late", "A-118 B-104 B-113 B-129", late_gp),
    ("plan shortened in version 2, the period's decision awaited", "B-121", changed_by(-1)),
    ("plan extended in version 2, after the decision", "B-120", changed_by(1)),
    (
        "extent that rises: a warning",
        "B-118",
        lambda office, case: office.in_force(case)["2026-W33"] > office.in_force(case)["2026-W31"],
    ),
    (
        "no plan yet",
        "B-133",
        lambda office, case: case not in office.plans,
    ),
    (
        "plan over new year, with 2026-W53",
        "B-123",
        lambda office, case: {"2026-W53", "2027-W01"} <= set(office.in_force(case)),
    ),
    ("plan runs out within two weeks", "B-115 B-122", runs_out),
    ("no hours for 2026-W44 although planned", "B-125", week_before_missing),
    (
        "week in March and April, 2026-W14",
        "B-101 B-102 B-104 B-105",
        lambda office, case: both_sides(office, case, "2026-W14"),
    ),
    (
        "week in September and October, 2026-W40",
        "B-112 B-118 B-128",
        lambda office, case: both_sides(office, case, "2026-W40"),
    ),
    (
        "a week above its own plan, the total below it: a warning",
        "B-105",
        lambda office, case: office.hours_by_week(case)["2026-W11"] == 2200,
    ),
    (
        "every planned hour delivered",
        "B-111",
        lambda office, case: office.hours(case) == 100 * sum(office.in_force(case).values()),
    ),
    (
        "absence, known and unknown",
        "B-108 B-118",
        lambda office, case: bool(office.of(case, "avvikelse")),
    ),
    (
        "IPSU B without a mapping of ours: a warning",
        "B-102 B-103 B-117",
        lambda office, case: not office.cases[case]["after"],
    ),
    (
        "ended, SR missing",
        "B-114",
        lambda office, case: status(office, case) == "ended" and not office.of(case, "sr"),
    ),
    (
        "protected person",
        "B-117 A-129 B-129",
        lambda office, case: office.cases[case]["protected"] == "yes",
    ),
    (
        "coordination number",
        "A-126 B-126 A-131 B-131",
        lambda office, case: int(office.cases[case]["personnummer"][6:8]) > 60,
    ),
    ("the same person again, after a closed case", "A-137", came_back),
]

EVERY = {
    held_waits,
    held_draft,
    held_price,
    week_before_missing,
    no_show_delivered,
    no_show_lacks,
    late_gp,
    came_back,
}


def check_states(office: Office) -> None:
    for state, cases, shows in SHOWS:
        for case in cases.split():
            assert shows(office, case), f"{case} does not show: {state}"
        if shows in EVERY:  # and no other case does
            found = [case for case in office.cases if has_shown(office, case, shows)]
            others = [case for case in found if case not in cases.split()]
            assert not others, f"{state}: also {others}"


def has_shown(office: Office, case: str, shows: Callable[[Office, str], bool]) -> bool:
    needs_plan = shows in (held_waits, held_draft, held_price)
    return (not needs_plan or case in office.plans) and shows(office, case)


README_HEAD = """\
# The sample office

An invented supplier with five agreements, one for each delivery area (21 towns), in the year 2026.
No person in it exists; every personnummer comes from the series for testing. Prices are illustrative.
{cases} cases of {persons} persons: {mappings} mappings (A) and {supports} supports (B), {rows} deliveries.
It stands as of {today}; the month to invoice is October 2026. Read the files in this order:
`agreements prices cases plans documents deliveries` (`ipsu import KIND FILE`). They are UTF-8 with `;`.
IPSU-NM and IPSU-GH have a higher hourly price from 2026-07-01; IPSU-NG is new and has no hourly price yet.
In the plans, rows of one case and version are one plan; the second versions change only later weeks.
`python tests/sample_office.py --write` writes this folder and `--check` proves it; edit the tables there.

`agency/` is what the agency and the bank send to the office, month by month: self-invoices of what was worked up to
September, and payments of those up to August. One line is billed at last year's price, one with an hour too much, one
agreement twice and one not at all; one self-invoice is paid in part and one in whole kronor. `ipsu demo` builds,
answers and sends to the accountant in between. `python -m tests.sample_agency --write` writes the files, from the rows
here.

`day/` is what is entered on the day itself, once October is built: hours of November, and the report for October of
R-202, which nobody has delivered yet. So `ipsu report money` has work in every step.

`uppsala_2025/` and `ggv_2019_2020/` are two invented registers of IPS, Supported Education and Supported Employment
that yield the figures of two published follow-ups; no person in them exists. `published.toml` in each has what the
document prints, with its place. `ipsu demo --of uppsala` (or `ggv`) sets the two side by side and says where they
agree, and where they, or the document's own parts, differ. `python tests/sample_registers.py --write` writes their CSV
files, `--check` compares them. What a document does not say (who each person is, how a budget is divided among
positions, when in the year somebody came) is invented and spread evenly.

| State | Case |
|---|---|
"""


def readme(office: Office) -> str:
    services = Counter(row["service"] for row in office.rows["cases"])
    head = README_HEAD.format(
        cases=len(office.cases),
        persons=len({row["personnummer"] for row in office.rows["cases"]}),
        mappings=services["ipsu-a"],
        supports=services["ipsu-b"],
        rows=len(office.rows["deliveries"]),
        today=iso(TODAY),
    )
    return head + "".join(f"| {state} | {', '.join(cases.split())} |\n" for state, cases, _ in SHOWS)


def check_rules(office: Office) -> None:
    check_agreements(office)
    check_people(office)
    check_cases(office)
    check_plans(office)
    check_documents(office)
    check_gp_on_time(office)
    check_deliveries(office)
    check_states(office)


def written() -> dict[str, str]:
    files = office_files()
    return files | {"README.md": readme(Office(files))}


def write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, text in written().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


def check() -> None:
    found = {name: (FOLDER / name).read_bytes().decode("utf-8") for name in written()}
    for name, text in written().items():
        assert found[name] == text, f"{name} differs from what --write makes"
    check_rules(Office(found))


def main() -> int:
    if not __debug__:
        print("run without -O: the checks are assertions", file=sys.stderr)
        return 2
    parser = argparse.ArgumentParser(description="The invented office in sample_data/.")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", action="store_true", help="write the CSV files and README.md")
    what.add_argument("--check", action="store_true", help="compare them, and check the rules")
    if parser.parse_args().write:
        write()
    check()
    print("sample office: well")
    return 0


if __name__ == "__main__":
    sys.exit(main())
