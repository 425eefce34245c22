"""A line of every command, on the planted office: those that ask, those that make a file, those that write, and those
that are refused.

`?` stands for the cases of both persons, each in a line of its own: `?B` is `OB` and `PB`. `<BK>` stands for B and K.
"""

import re
from collections.abc import Iterator

from ipsu_cli.core.kinds import RECORDS
from ipsu_cli.store.views import VIEWS
from tests.privacy.planted import NUMBERS, ORDINARY, PROTECTED

SPAN = "--from 2026-01-01 --to 2026-04-30"
DIMENSIONS = ("service", "gender", "agreement", "coach", "site", "cohort")
PERIODS = ("kpi", "hours", "invoices", "rejections", "deadlines")
FOR_OTHERS = ("funding", "fidelity", "queue", "caseload", "forecast", "steering")
# What stands for the persons' own words in a line.
WORDS = {
    "O-number": NUMBERS[ORDINARY], "P-number": NUMBERS[PROTECTED], "P-wrong": NUMBERS[PROTECTED][:-1] + "9",
    "O-name": f"{ORDINARY}name", "P-name": f"{PROTECTED}name", "O-coach": f"{ORDINARY}coach",
    "P-coach": f"{PROTECTED}coach", "O-note": f"{ORDINARY}note", "P-note": f"{PROTECTED}note", "P-any": PROTECTED,
    "span": SPAN,
}  # fmt: skip


def lines(text: str) -> list[str]:
    """Every line of a text, each case of both persons in a line of its own."""
    return [line for row in text.strip().splitlines() for line in _each(row.format_map(WORDS))]


def _each(line: str) -> Iterator[str]:
    found = re.search(r"\?<([A-Z]+)>|\?", line)
    if found is None:
        yield line
        return
    for person in "OP":
        for letter in found[1] or [""]:
            yield line.replace(found[0], person + letter)


ASKING = [
    *lines("""
case show ?<BKUA>
case list
case list --status ended
case list --month 2026-03
plan show ?B
plan show ?B --version 1
plan history ?B
document list ?<BKUA>
document show ?B sr
document show ?B gp
document show ?B avvikelse
document show ?K gp
document show ?K iup
document show ?K pr --period 2026-02
document template ?B sr
delivery list
delivery list ?<BKA>
aid list
aid list --open
aid list ?B
contact list
contact list ?<BK>
contact list U1
outcome list
outcome list ?U
acknowledgement list
acknowledgement list ?U
agreement list
agreement show S1
price list
fidelity list
funding list
survey list
target list
setting list
invoice list
invoice list --received
invoice show 2026-0001
invoice show 2026-0002
invoice show --received 1001
invoice show --received 1002
invoice reconcile --received 1001
invoice reconcile 2026-0001 own.xml
log
log ?<BKUA>
todo
todo --until 2026-12-31
todo --until 2026-12-31 --kind document
status
week
week 2026-W11
week 2026-W11 --coach {O-coach}
check
check register
check register --all
calendar 2026
completion bash
explain
explain delivery.over-plan
help
help file
find {O-note}
find {P-note}
find {P-any}
find {P-number}
find 1985
report money {span}
report kpi {span} --by site --by coach --external --below 2
report kpi --as-of 2026-03-31 --by site
report key-in --month 2026-03
case hand-over --from Ingen --to Robin --dry-run
invoice build --month 2026-04 --dry-run
case list --sort coach --limit 3
case list --sort -site
contact list --sort note
find {O-note} --limit 1
log --revealed
log --sort -case
todo --sort coach --until 2026-12-31
check register --coach {O-coach}
report kpi --year 2026 --by coach --by site --by gender
report kpi {span} --also other.db --by coach
report kpi {span} --also other.db --by site --external
report hours {span} --also other.db --by site
report hours {span} --coach {O-coach} --by site
report forecast --year 2026 --coach {O-coach}
report caseload --as-of 2026-03-31 --by coach
--help
case add --help
deliver --help
--version
"""),
    "query",
    "version",
    "query --csv 'SELECT * FROM cases'",
    *[f"query 'SELECT * FROM {view}'" for view in VIEWS],
    *[f"report {name} {SPAN}" for name in (*PERIODS, *FOR_OTHERS)],
    *[f"report {name} {SPAN} --by {part}" for name in (*PERIODS, *FOR_OTHERS) for part in DIMENSIONS],
    *[f"report {name} {SPAN} --external" for name in ("kpi", *FOR_OTHERS)],
    *[f"report {name} {SPAN} --external --by {part}" for name in ("kpi", *FOR_OTHERS) for part in DIMENSIONS],
]
# What a person copies into the agency's own system: it says what a case of anybody's did.
KEYED_IN = ["report key-in --month 2026-02", "report key-in --month 2026-02 --excel key.xlsx"]

FILES = [
    *[f"export {table} {table}.{kind}" for table in RECORDS for kind in ("xlsx", "csv", "json")],
    *lines("""
export all all.xlsx
export all all.json
export monthly m.xlsx --month 2026-03
export sus sus.xlsx {span}
export sus sus.csv {span}
export package 2026-03 books
timesheet sheet.xlsx --week 2026-W15
todo --until 2026-12-31 --ics due.ics
template cases cases.xlsx
template deliveries hours.csv
invoice excel 2026-0001 one.xlsx
invoice export 2026-0001 one.xlsx
invoice export 2026-0001 one.se
invoice export 2026-0001 one.si
invoice export 2026-0001 one.json
invoice letter 2026-0001 letter.md
invoice letter --received 1002 letter.md
invoice letter --received 1002 letter.xlsx
invoice build --month 2026-04 --excel april.xlsx
invoice reconcile 2026-0001 own.xml --excel r.xlsx
document export ?B sr sr.md
document export ?K gp gp.md
document export ?K iup iup.md
check register --all --excel check.xlsx
report money {span} --excel r.xlsx
report kpi {span} --also other.db --by site --excel r.xlsx
timesheet own.xlsx --week 2026-W15 --coach {O-coach}
invoice letter 2026-0001 letter.md --case PB
export cases x.csv --excel-csv
"""),
    *[f"report {name} {SPAN} --excel r.xlsx" for name in (*PERIODS, *FOR_OTHERS)],
    *[
        f"report {name} {SPAN}{external} --by {part} --excel r.xlsx"
        for name in ("kpi", *FOR_OTHERS)
        for part in ("coach", "site")
        for external in ("", " --external")
    ],
]

WRITING = [
    *lines("""
acknowledgement cancel 1 --reason fel
acknowledgement cancel 2 --reason fel
acknowledgement add ?B register.gender --reason okänt
agreement add S2 --service ipsu --area Norr --from 2026-01-01
agreement edit S1 --site Falun --reason fel
agreement require U1 ips --ages none
aid lend ?B daisy-player --on 2026-03-09
aid return 1 --on 2026-04-05
aid return 2 --on 2026-04-05
case add N1 --service ips --agreement U1 --personnummer {P-number} --name Ny --queued 2026-04-21
case add N2 --service ips --agreement U1 --personnummer {O-number} --name Ny --queued 2026-04-21
case close ?<BK> --on 2026-04-10 --reason other
case decide ?B --to 2026-07-05 --on 2026-04-15
case edit ?<BKUA> --coach Lo
case edit ?<BKUA> --site Falun
case rename ?<BKUA> X1 --reason fel
case hand-over --from {O-coach} --to Robin
case hand-over --from {P-coach} --to Robin
case start ?U --on 2026-04-21
case pause ?U --from 2026-04-21
case reopen ?U --reason fel
contact add ?B officer --on 2026-04-05 --note samtal
contact cancel 1 --reason fel
contact cancel 2 --reason fel
contact cancel 3 --reason fel
deliver ?B 2 --on 2026-03-17
deliver --ready --month 2026-03
deliver --week 2026-W12 OB=2 PB=3
delivery correct 1 2 --reason fel
delivery cancel 2 --reason fel
document submit ?B sr --on 2026-04-20
document write ?B sr --file own.xml
document return ?B gp --reason fel --on 2026-03-16
document unconfirm ?B gp --reason fel
document confirm ?K gp --on 2026-03-06
fidelity add U1 --on 2026-04-02 --scores 4,4,4 --scale TRE
fidelity scale IPSX --items 20 --min 1 --max 5 --bands 60=fair
fidelity cancel 1 --reason fel
funding add U1 --unit D --title IPS --year 2026 --amount 570
funding state all --year 2026 --amount 1642452
funding cancel 1 --reason fel
import cases more.csv
import cases more.csv --dry-run
init --name Två --orgnr 559999-0008 --db two.db
invoice approve 2026-0002
invoice approve --received 1001
invoice cancel 2026-0002 --reason fel
invoice credit 2026-0001 --case OK --reason fel
invoice resolve 2026-0001 --case OB --outcome corrected
invoice resolve 2026-0001 --case PB --outcome upheld
invoice paid 2026-0002 --on 2026-04-20
invoice unpaid 2026-0002 1 --reason fel
invoice build --month 2026-04
outcome add ?U studies_started --on 2026-04-09
outcome cancel 1 --reason fel
outcome cancel 2 --reason fel
pause cancel 1 --reason fel
pause cancel 2 --reason fel
participant erase ?B --yes
participant correct ?B --gender woman --reason fel
retention
retention --dry-run
retention --apply --yes
period close 2026-03
plan set ?B 2026-W10..2026-W23=20 --reason fel --submitted 2026-04-10
price set S1 ipsu-b 470 --unit hour --from 2026-06-01
review add ?U --on 2026-04-09 --progress yes
review cancel 1 --reason fel
review cancel 2 --reason fel
setting set names on
survey add U1 trust --population ongoing --on 2026-04-02 --asked 9 --answers 'much=6;some=2' --positive much
survey cancel 1 --reason fel
target set U1 supported 13
undo
backup copy.db
restore copy.db --yes
demo --dir d
"""),
    *[f"undo {change}" for change in range(16, 80)],
]

# Waits on a terminal for a person who types a new key, where a pipe has none.
WAITING = ("encrypt",)
REFUSED = lines("""
case show {P-number}
case show {O-number}
case show {P-name}
case list --coach {P-name}
case list --coach {O-name}
case list --coach {P-number}
todo --coach {P-name}
report kpi --coach {P-name}
report hours --coach {P-number}
deliver ?<BKUA> 99 --on 2026-03-03
deliver ?<BKUA> 2 --on 2026-12-03
deliver ?<BKUA> x --on 2026-03-03
case add ?B --service ips --personnummer 1 --name x
case add N1 --service ipsu-b --agreement S1 --personnummer {P-number} --name {P-name} --from 2026-03-02 --to 2026-06-28
case add N1 --service ipsu-b --agreement S1 --personnummer {O-number} --name {O-name} --from 2026-03-02 --to 2026-06-28
case add N1 --service ips --personnummer {P-wrong} --name {P-name}
case add {P-number} --service ips --personnummer {P-number} --name {P-name}
case edit OB --name {O-name} --name {P-name}
case edit PB --personnummer {O-number}
case edit OB --personnummer {P-number}
case edit PB --no-protected
case edit PB --from 2026-13-01
case close ?<BKUA> --on 2026-04-10 --reason nowhere
case start ?<BKUA> --on 2026-04-10
case decide ?<BKUA> --to 2026-01-01 --on 2026-04-15
plan set ?<BKUA> 2026-W50=20
plan set ?<BKUA> 2026-W10=7
document submit ?<BKUA> pr
document submit ?K pr --period 2026-03 --hours x=1
document submit ?<BKUA> r1
document confirm ?<BKUA> soa
document export ?<BKUA> sr
review add ?<BKUA> --on 2027-01-01 --progress no
outcome add ?<BKUA> employment --on 2020-01-01
case pause ?<BKUA> --from 2020-01-01
aid lend ?<BKUA> laptop --on 2027-01-01
case rename ?<BKUA> OB --reason x
log ?<BKUA>x
invoice reject 2026-0001 --case PB --reason x --not-self-fixable
invoice credit 2026-0001 --case PB --reason x
invoice show 2026-0009
invoice bank own.xml
invoice receive own.xml
invoice receive wrong.csv
import cases wrong.csv
import cases wrong.xlsx
import cases own.xml
import deliveries wrong.csv
import undo 9 --yes
encrypt
encrypt --new-key-file nowhere
decrypt
export cases nowhere/x.csv
export parquet
restore own.xml --yes
undo 999
delivery correct 2 99 --reason x
delivery cancel 1 --reason x
contact cancel 99 --reason x
agreement edit S1 --area x --reason y
price set S1 ipsu-b x --unit hour --from 2026-01-01
nowhere
browse --port many
participant export PB
participant export {P-number}
participant export {O-number}
participant correct PB --name x
case {P-name}
case show PB --{P-name}
case show PB {P-name}
case list --sort {P-name}
report hours {span} --site {P-any}site
report kpi --year 2026 --coach {P-coach} --external
participant correct OB --personnummer {P-number} --reason fel
participant correct PB --personnummer {O-number} --reason fel
query "SELECT * FROM people WHERE name = '{P-name}'"
report hours {span} --also nowhere.db --coach {P-coach}
help {P-name}
explain {P-name}
""")
