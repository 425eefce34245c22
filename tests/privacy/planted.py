"""An office in which all that is personal is a mark: a word that stands nowhere else, of an ordinary person and of a
protected one.

What a field is marked with is the person's own letters and the field: `Zqoname` is the name of the ordinary one. Days
and codes are no marks, for they stand everywhere; the birth date is one.
"""

import shutil
from pathlib import Path
from typing import NamedTuple

from tests import program
from tests.self_invoices import Line, ubl

TODAY = "2026-04-30"
ORDINARY, PROTECTED = "Zqo", "Zqp"
# The number and the birth date, in the ways that people write them.
NUMBERS = {ORDINARY: "19900101-9802", PROTECTED: "19850505-2384"}
# Of a person: the cases of IPSU B, of Rusta och matcha, of IPS and of IPSU A.
CASES = {ORDINARY: ("OB", "OK", "OU", "OA"), PROTECTED: ("PB", "PK", "PU", "PA")}


class Mark(NamedTuple):
    """A text that says something of a person, and what it says."""

    person: str
    field: str
    text: str


def forms(number: str) -> list[str]:
    """A number in every form, whole."""
    day, four = number.split("-")
    return [f"{start}{sign}{four}" for start in (day, day[2:]) for sign in ("-", "", "+", " ", "\u2010", "\u2013")]


def birth_forms(person: str) -> list[str]:
    """The birth date in every form. Six digits and what masks the rest are one."""
    day = NUMBERS[person].partition("-")[0]
    year, month, of_month = day[:4], day[4:6], day[6:]
    return [day, f"{year}-{month}-{of_month}", f"{day[2:]}-", f"{day[2:]}*", f"{int(of_month)} maj {year}"]


FIELDS = (
    "name", "site", "coach", "officer", "order", "training", "municipality", "preference", "refer", "target", "reason",
    "goal", "note", "text", "aid", "party", "review", "lock", "answer", "deviation", "activity",
)  # fmt: skip


def marks(person: str) -> list[Mark]:
    """All marks of a person but the birth date, which a masked number says."""
    words = [Mark(person, field, f"{person}{field}") for field in FIELDS]
    return [*words, *(Mark(person, "number", form) for form in forms(NUMBERS[person]))]


def births(person: str) -> list[Mark]:
    """The birth date of a person, which a masked number says."""
    return [Mark(person, "birth date", form) for form in birth_forms(person)]


def _of_person(person: str) -> list[str]:
    """What is typed of one person, every field with its mark."""
    b, k, u, a = CASES[person]
    p, number = person, NUMBERS[person]
    who = f"--personnummer {number} --name '{p}name Efternamn'" + (" --protected" if person == PROTECTED else "")
    common = f"--site {p}site --coach {p}coach --officer {p}officer"
    training = f"--training {p}training --training-type preparatory-training --training-from 2026-01-12 --training-to"
    return [
        f"case add {a} --service ipsu-a --agreement S1 {who} {common} --order {p}order --meeting 2026-01-16 "
        f"--mapping-agreed --decision 2026-01-17 --from 2026-01-19 --to 2026-01-30 {training} 2026-12-31",
        f"case add {b} --service ipsu-b --agreement S1 {who} {common} --order {p}order --from 2026-03-02 "
        f"--to 2026-06-28 {training} 2026-12-31 --after {a}",
        f"document submit {a} gp --on 2026-01-19",
        f"document confirm {a} gp --on 2026-01-20",
        f"document submit {a} sr --on 2026-01-30",
        f"document confirm {a} sr --on 2026-02-02",
        f"deliver {a} --on 2026-01-30",
        f"plan set {b} 2026-W10..2026-W20=20 --submitted 2026-03-02 --confirmed 2026-03-03",
        f"plan set {b} 2026-W10..2026-W22=20 --reason '{p}reason' --submitted 2026-03-09 --confirmed 2026-03-10",
        f"deliver {b} 7 --on 2026-03-03",
        f"deliver {b} 5 --on 2026-03-10",
        f"delivery correct {{last}} 6 --reason '{p}reason'",
        f"document write {b} sr --file {p}text.md",
        f"document submit {b} avvikelse --from 2026-03-11 --to 2026-03-11 --known --reason '{p}deviation' "
        "--on 2026-03-12",
        f"aid lend {b} laptop --name {p}aid --on 2026-03-03",
        f"contact add {b} {p}party --on 2026-03-04 --note '{p}note {number}'",
        f"case add {k} --service rusta-matcha --agreement R1 {who} {common} --order {p}order --from 2026-02-02 "
        "--to 2026-07-31 --system ka-webb --level B",
        f"document submit {k} iup --goal '{p}goal {number}' --own-search 20 --supplier 20 --on 2026-02-03",
        f"document submit {k} gp --mandatory {p}activity=4 --mandatory intervju=2 --optional kurs=3 --on 2026-02-05",
        f"document submit {k} pr --period 2026-02 --hours {p}activity=10 --hours intervju=4 --hours kurs=2 "
        "--own-work 3 --on 2026-03-05",
        f"deliver {k} --month 2026-02",
        f"contact add {k} iup-goals --on 2026-04-01 --note '{p}note {number}' --goal '{p}goal {number}'",
        f"case add {u} --service ips --agreement U1 {who} {common} --queued 2026-01-07 --municipality {p}municipality "
        f"--preference '{p}preference {number}' --target-group {p}target --assistance yes --resident "
        "--disability --motivated --care-contact psychiatry --consent 2026-01-05 --sus-consent 2026-01-05",
        f"case start {u} --on 2026-02-02",
        f"review add {u} --on 2026-03-02 --progress no --decision refer --refer-to {p}review",
        f"case reopen {u} --reason '{p}reason'",
        f"outcome add {u} employment --on 2026-03-20",
        f"case pause {u} --from 2026-03-10 --to 2026-03-15",
        f"acknowledgement add {u} register.gender --reason '{p}reason'",
        f"case close {u} --on 2026-04-20 --reason referred_on --refer-to {p}refer",
    ]


SETUP = (
    "init --name 'Stöd i Exempelby AB' --orgnr 559999-0008 --lang sv",
    "agreement add S1 --service ipsu --area Norr --from 2025-01-01 --purchaser AF --purchaser-address Östersund",
    "agreement add R1 --service rusta-matcha --area Norr --from 2025-01-01",
    "agreement add U1 --service ips --area Väst --from 2025-01-01",
    "price set S1 ipsu-b 450 --unit hour --from 2025-01-01",
    "price set S1 ipsu-a 9000 --unit case --from 2025-01-01",
    "price set R1 rusta-matcha 3000 --unit month --from 2025-01-01",
    "setting set bankgiro 5050-1055",
    "setting set address 'Kungsgatan 7, 753 20 Exempelby'",
    "fidelity scale TRE --items 3 --min 1 --max 5 --bands 9=fair",
    "fidelity add U1 --on 2026-03-02 --scores 4,5,3 --scale TRE",
    "funding add all --unit C --title IPS --year 2026 --amount 570",
    "survey add U1 use --population ongoing --on 2026-03-02 --asked 10 --answers 'much=6;some=2' --positive much",
    "target set U1 supported 12",
    "contact add U1 AF --on 2026-03-02",
)
BILLED = (
    "invoice build --month 2026-03",
    "invoice receive own.xml",
    f"invoice reject 2026-0001 --case OB --reason {ORDINARY}lock --not-self-fixable",
    f"invoice reject 2026-0001 --case PB --reason {PROTECTED}lock --not-self-fixable",
    "invoice receive other.xml",
    f"invoice reject --received 1002 --case OB --why hours --reason {ORDINARY}answer --not-self-fixable",
    f"invoice reject --received 1002 --case PB --why hours --reason {PROTECTED}answer --not-self-fixable",
)
LINES = [
    Line("OB", "2026-03-03", "2026-03-10", 12_00),
    Line("PB", "2026-03-03", "2026-03-10", 12_00),
    Line("OA", "2026-01-19", "2026-01-30", None, 9000_00),
    Line("PA", "2026-01-19", "2026-01-30", None, 9000_00),
]

OTHER_LINES = [Line("OB", "2025-11-03", "2025-11-10", 3_00), Line("PB", "2025-11-03", "2025-11-10", 3_00)]


def set_up(folder: Path) -> None:
    """Make the office, and the files that its commands read."""
    for person in (ORDINARY, PROTECTED):
        text = f"# Mål\n\n{person}text {NUMBERS[person]}.\n"
        (folder / f"{person}text.md").write_text(text, encoding="utf-8")
    (folder / "own.xml").write_text(ubl("1001", LINES, date="2026-04-10"), encoding="utf-8")
    (folder / "other.xml").write_text(ubl("1002", OTHER_LINES, date="2026-04-11"), encoding="utf-8")
    for words in (*SETUP, *_of_person(ORDINARY), *_of_person(PROTECTED), *BILLED):
        _type(words, folder)


def _type(words: str, folder: Path) -> None:
    """Type a line that must succeed; `{last}` is the newest delivery."""
    if "{last}" in words:
        listed = program.run("delivery list --json", folder=folder, today=TODAY).json["deliveries"]
        words = words.replace("{last}", str(max(row["id"] for row in listed)))
    result = program.run(words, folder=folder, today=TODAY)
    assert 0 == result.code, (words, result.err)


def copied(office: Path, folder: Path) -> Path:
    """The planted office copied to a folder that is empty otherwise, and a folder for temporary files in it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(office, folder)
    (folder / "tmp").mkdir()
    return folder
