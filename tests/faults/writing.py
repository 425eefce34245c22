"""An office in which every command that writes has something to do, and a line of each."""

from pathlib import Path
from typing import NamedTuple

from tests import encrypted, program
from tests.bank_files import Row, camt
from tests.self_invoices import Line, ubl

TODAY = "2026-04-20"
TRAINING = "--training Svets --training-from 2026-02-02 --training-to 2026-06-05"
CHECKS = "--resident --disability --motivated --care-contact psychiatry --consent 2026-03-01"
SETUP = f"""
init --name 'Stöd i Exempelby AB' --orgnr 559999-0008
agreement add S1 --service ipsu --area Syd --from 2026-01-01 --billing peppol --purchaser-address Östersund
agreement add U1 --service ips --area Väst --from 2024-01-01
price set S1 ipsu-b 450 --unit hour --from 2026-01-01
price set S1 ipsu-a 9000 --unit case --from 2026-01-01
setting set bankgiro 5050-1055
setting set address 'Kungsgatan 7, 753 20 Exempelby'
setting set f-tax on
case add B1 --service ipsu-b --agreement S1 --personnummer 19900101-9802 --name Kim --order IN-1 --coach Kim \
--from 2026-03-02 --to 2026-05-31 {TRAINING}
case add B2 --service ipsu-b --agreement S1 --personnummer 19850602-9837 --name Li --order IN-2 \
--from 2026-03-02 --to 2026-05-31 {TRAINING}
plan set B1 2026-W10..2026-W22=20 --submitted 2026-03-02
document confirm B1 gp --on 2026-03-03
plan set B2 2026-W10..2026-W22=20 --submitted 2026-03-02
deliver B1 7 --on 2026-03-03
deliver B1 5 --on 2026-03-10
invoice build --month 2026-03
deliver B1 4 --on 2026-04-07
case add I1 --service ips --agreement U1 --personnummer 19850505-2384 --name Bo --queued 2026-03-01 {CHECKS}
case add I2 --service ips --agreement U1 --personnummer 19881123-9840 --name Al --from 2026-03-02 {CHECKS}
case add A1 --service ipsu-a --agreement S1 --personnummer 19941224-9808 --name Mo --from 2026-03-02 --to 2026-03-20
document submit A1 gp --on 2026-03-02
document confirm A1 gp --on 2026-03-03
document submit A1 sr --on 2026-03-20
document confirm A1 sr --on 2026-03-24
aid lend B1 laptop --on 2026-03-05 --origin b
contact add B1 officer --on 2026-03-05 --note samtal
outcome add I2 studies_started --on 2026-03-20
fidelity scale TRE --items 3 --min 1 --max 5 --bands 9=fair
fidelity add U1 --on 2026-03-02 --scores 4,5,3 --scale TRE
funding add all --unit C --title IPS --year 2026 --amount 570
survey add U1 use --population ongoing --on 2026-03-02 --asked 10 --answers 'much=6;some=2' --positive much
"""
KEY_FILE = "office.key"
FILES = {
    "hours.csv": "case;on;hours\nB1;2026-04-08;2\nB1;2026-04-09;3\n",
    "af.xml": ubl("1001", [Line("B1", "2026-03-03", "2026-03-10", 12_00)], date="2026-04-10"),
    "differs.xml": ubl("1001", [Line("B1", "2026-03-03", "2026-03-10", 13_00)], date="2026-04-10"),
    "bank.xml": camt(Row("2026-04-20", "6750.00", "2026-0001")),
    "sr.md": "# Mål\n\nEtt mål.\n",
    KEY_FILE: f"{encrypted.KEY.decode()}\n",
}


class Writing(NamedTuple):
    """A line that writes, what is typed before it, and the file or the folder that it makes.

    Of one that is made of hundreds of steps each `step`-th point is tried. `whole`: in the whole form alone.
    """

    line: str
    first: tuple[str, ...] = ()
    makes: str = ""
    step: int = 1
    whole: bool = False


PAID = ("invoice approve 2026-0001", "invoice paid 2026-0001 --on 2026-04-20")
REJECTED = ("invoice reject 2026-0001 --case B1 --reason fel --not-self-fixable",)
CLOSED = ("case close B2 --on 2026-04-10 --reason other",)
APPROVED = ("invoice approve 2026-0001",)
PLACED = (
    "agreement add R1 --service rusta-matcha --area Norr --from 2026-01-01",
    "price set R1 rusta-matcha 110.50 --unit day --from 2026-01-01",
    "case add K1 --service rusta-matcha --agreement R1 --personnummer 19750315-2386 --name Pi --from 2026-03-02 "
    "--to 2026-08-28 --system ka-webb --level B",
    "document submit K1 iup --goal Lager --own-search 20 --supplier 20 --on 2026-03-03",
    "document submit K1 gp --mandatory matchning=5 --mandatory coachning=2,5 --optional verkstad=3 --on 2026-03-04",
    "document submit K1 pr --period 2026-03 --hours matchning=6 --hours coachning=4 --hours verkstad=0 --on 2026-04-08",
)
ADD_CASE = "case add B3 --service ipsu-b --agreement S1 --personnummer 19750315-2394 --name Bo --from 2026-03-02"
ENCRYPT = f"encrypt --key-file {KEY_FILE}"
# Copies next to the office: one that was asked for, and the one that the program keeps of what it restores over.
KEPT = ("backup copy.db", "restore copy.db --yes")
WRITING = (
    Writing("acknowledgement add I2 register.gender --reason okänt"),
    Writing("acknowledgement cancel 1 --reason fel", ("acknowledgement add I2 register.gender --reason okänt",)),
    Writing("agreement add S2 --service ipsu --area Norr --from 2026-01-01"),
    Writing("agreement edit U1 --area Nord --reason fel"),
    Writing("agreement require U1 ips --ages none"),
    Writing("aid lend B1 daisy-player --on 2026-03-09"),
    Writing("aid return 1 --on 2026-04-05"),
    Writing(f"{ADD_CASE} --to 2026-05-31 {TRAINING}"),
    Writing("case close B2 --on 2026-04-10 --reason other"),
    Writing("case decide B1 --to 2026-06-05 --on 2026-04-15"),
    Writing("case edit B1 --coach Lo"),
    Writing("case hand-over --from Kim --to Robin"),
    Writing("case pause I2 --from 2026-04-01 --to 2026-04-10"),
    Writing("case rename B1 B7 --reason fel"),
    Writing("case reopen B2 --reason fel", CLOSED),
    Writing("case show B1 --reveal"),
    Writing("case list --reveal"),
    Writing("case start I1 --on 2026-03-05"),
    Writing("contact add B1 officer --on 2026-04-05 --note samtal"),
    Writing("contact cancel 1 --reason fel"),
    Writing("deliver B1 2 --on 2026-04-08"),
    Writing("deliver --ready --month 2026-03", PLACED),
    Writing("deliver --week 2026-W15 B1=2"),
    Writing("delivery cancel 3 --reason fel"),
    Writing("delivery correct 3 2 --reason fel"),
    Writing("document confirm B2 gp --on 2026-03-06"),
    Writing("document return B2 gp --reason fel --on 2026-03-06"),
    Writing("document submit B1 avvikelse --from 2026-04-10 --to 2026-04-10 --known --on 2026-04-13"),
    Writing("document unconfirm B1 gp --reason fel"),
    Writing("document write B1 sr --file sr.md"),
    Writing("export cases cases.csv --reveal", makes="cases.csv"),
    Writing("export package 2026-03 books", makes="books"),
    Writing("export sus sus.csv --from 2026-01-01 --to 2026-04-20 --reveal", makes="sus.csv"),
    Writing("fidelity add U1 --on 2026-04-02 --scores 4,4,4 --scale TRE"),
    Writing("fidelity cancel 1 --reason fel"),
    Writing("fidelity scale IPSX --items 20 --min 1 --max 5 --bands 60=fair"),
    Writing("funding add U1 --unit D --title IPS --year 2026 --amount 570"),
    Writing("funding cancel 1 --reason fel"),
    Writing("funding state all --year 2026 --amount 1642452"),
    Writing(
        "import all office.xlsx --db two.db",
        (
            "export all office.xlsx --reveal",
            "init --name Två --orgnr 559999-0008 --db two.db",
            "fidelity scale TRE --items 3 --min 1 --max 5 --bands 9=fair --db two.db",
        ),
    ),
    Writing("import deliveries hours.csv"),
    Writing("import undo 1 --yes", ("import deliveries hours.csv",)),
    Writing("init --name Två --orgnr 559999-0008 --db two.db", makes="two.db"),
    Writing("invoice approve 2026-0001"),
    Writing("invoice bank bank.xml", APPROVED),
    Writing("invoice build --month 2026-04 --excel april.xlsx", makes="april.xlsx"),
    Writing("invoice cancel 2026-0001 --reason fel"),
    Writing("invoice credit 2026-0001 --case B1 --reason fel", APPROVED),
    Writing("invoice export 2026-0001 i.xml", makes="i.xml"),
    Writing("invoice letter 2026-0001 l.md", ("invoice receive differs.xml",), makes="l.md"),
    Writing("invoice paid 2026-0001 --on 2026-04-20", APPROVED),
    Writing("invoice receive af.xml"),
    Writing("invoice reject 2026-0001 --case B1 --reason fel --not-self-fixable"),
    Writing("invoice resolve 2026-0001 --case B1 --outcome upheld", REJECTED),
    Writing("invoice unpaid 2026-0001 1 --reason fel", PAID),
    Writing("outcome add I2 employment --on 2026-04-09"),
    Writing("outcome cancel 1 --reason fel"),
    Writing("participant correct B1 --name Kimmo --gender man"),
    Writing("participant export B1 b1.json", makes="b1.json"),
    Writing(
        "participant erase A1 --yes",
        ("case close A1 --on 2026-03-18 --reason completed", "setting set retention-months 1"),
    ),
    Writing("pause cancel 1 --reason fel", ("case pause I2 --from 2026-04-01 --to 2026-04-10",)),
    Writing("period close 2026-03"),
    Writing("plan set B1 2026-W10..2026-W22=20 --reason fel --submitted 2026-04-10"),
    Writing("price set S1 ipsu-b 470 --unit hour --from 2026-06-01"),
    Writing("restore copy.db --yes", ("backup copy.db", "setting set names on")),
    Writing(
        "retention --apply --yes",
        ("case close A1 --on 2026-03-18 --reason completed", "setting set retention-months 1"),
    ),
    Writing("review add I2 --on 2026-04-09 --progress yes"),
    Writing("review cancel 1 --reason fel", ("review add I2 --on 2026-04-09 --progress yes",)),
    Writing("setting set silent-days 5"),
    Writing(
        "survey add U1 trust --population ongoing --on 2026-04-02 --asked 9 --answers 'much=6;some=2' --positive much"
    ),
    Writing("survey cancel 1 --reason fel"),
    Writing("target set U1 supported 12"),
    Writing("undo"),
    Writing("backup copy.db", makes="copy.db"),
    Writing(ENCRYPT, KEPT),
    Writing(f"decrypt --key-file {KEY_FILE}", (*KEPT, ENCRYPT)),
    # A new key, which is the old one again: so both offices can be opened here.
    Writing(f"encrypt --new-key-file {KEY_FILE} --key-file {KEY_FILE}", (*KEPT, ENCRYPT), whole=True),
    Writing(f"contact add I1 officer --on 2026-04-06 --note brev --key-file {KEY_FILE}", (ENCRYPT,)),
    Writing(f"backup copy.db --key-file {KEY_FILE}", (ENCRYPT,), makes="copy.db", whole=True),
    Writing("demo --dir d", makes="d", step=500),
)


def set_up(folder: Path) -> None:
    """Make the office, and the files that its commands read."""
    for name, content in FILES.items():
        (folder / name).write_text(content, encoding="utf-8")
    for words in SETUP.strip().splitlines():
        done(words, folder)


def done(words: str, folder: Path) -> None:
    """Type a line that must succeed."""
    result = program.run(words, folder=folder, today=TODAY)
    assert 0 == result.code, (words, result.err)
