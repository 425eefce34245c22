"""What was typed by hand and then stands in a file: the equal row is known, and one more like it is new."""

import json
from pathlib import Path

import pytest

from tests import program
from tests.conftest import Program
from tests.program import Result

TODAY = "2026-05-06"
SETUP = (
    "agreement add M-1 --service ips --area Sala --from 2025-01-01",
    "agreement require M-1 ips --ages none --check none",
    "case add U1 --service ips --personnummer 19900101-9802 --name 'Test Person' --from 2025-03-03",
    "agreement add IPSU-1 --service ipsu --area 'Västra Svealand' --from 2025-01-01",
    "case add A1 --service ipsu-a --personnummer 19900102-9801 --name 'Other Person' --from 2026-03-02 --to 2026-03-20"
    " --meeting 2026-02-20 --mapping-agreed --decision 2026-02-24 --training Svets --training-type"
    " labour_market_training --training-from 2026-04-01 --training-to 2026-06-05",
)
SCORES = ",".join("4" * 25)
KINDS = {
    "fidelity": (
        f"fidelity add M-1 --on 2026-02-02 --scores {SCORES}",
        f'agreement;on;scores\nM-1;2026-02-02;"{SCORES}"',
    ),
    "surveys": (
        "survey add M-1 Nytta --population closing --on 2026-02-02 --asked 8 --answers 'stor=6;viss=2' --positive stor",
        'agreement;question;population;on;asked;answers;positive\nM-1;Nytta;closing;2026-02-02;8;"stor=6;viss=2";stor',
    ),
    "funding": (
        "funding add M-1 --unit Sala --title Handledare --year 2026 --amount 45000 --fte 70",
        "agreement;unit;title;year;amount;fte\nM-1;Sala;Handledare;2026;45000;70",
    ),
    "outcomes": ("outcome add U1 employment --on 2026-02-02", "case;outcome;on\nU1;employment;2026-02-02"),
    "reviews": ("review add U1 --on 2026-02-02 --progress yes", "case;on;progress\nU1;2026-02-02;yes"),
    "contacts": (
        "contact add U1 arbetsgivare --on 2026-02-02 --note 'Ringde'",
        "case;party;on;note\nU1;arbetsgivare;2026-02-02;Ringde",
    ),
    "documents": (
        "document submit A1 avvikelse --from 2026-03-02 --to 2026-03-04 --known --reason sjuk --on 2026-03-05",
        "case;type;submitted;from;to;known;reason\nA1;avvikelse;2026-03-05;2026-03-02;2026-03-04;known;sjuk",
    ),
    "aids": (
        "aid lend A1 other --name Läsapp --on 2026-03-09",
        "case;kind;on;name\nA1;other;2026-03-09;Läsapp",
    ),
    "totals": ("funding state M-1 --year 2026 --amount 45000", "agreement;year;amount\nM-1;2026;45000"),
    "settings": ("setting set silent-days 14", "name;value\nsilent-days;14"),
    "scales": (
        "fidelity scale Kort --items 3 --min 1 --max 5 --bands 9=fair",
        "name;items;min;max;bands\nKort;3;1;5;9=fair",
    ),
    "decisions": ("case decide A1 --to 2026-03-27 --on 2026-03-18", "case;to;on\nA1;2026-03-27;2026-03-18"),
}  # fmt: skip
ONE = ("totals", "settings", "scales", "decisions")  # of which there are no two alike


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_that_was_typed_is_known(ipsu: Program, db: Path, kind: str) -> None:
    typed, lines = KINDS[kind]
    for words in (*SETUP, typed):
        assert 0 == ipsu(words, today=TODAY).code, words
    heading, row = lines.split("\n")

    def brought(*rows: str) -> tuple[int, int, list[tuple[int, str]]]:
        (db.parent / "in.csv").write_text("\n".join((heading, *rows)) + "\n")
        done = ipsu(f"import {kind} in.csv --json", today=TODAY)
        assert 0 == done.code, done.err
        answer = done.json["import"]
        return answer["added"], answer["known"], [(span["from_row"], span["status"]) for span in answer["overlap"]]

    assert (0, 1, [(2, "known")]) == brought(row)
    second = (0, 2, [(2, "known")]) if kind in ONE else (1, 1, [(2, "known")])
    assert second == brought(row, row)
    assert (0, 2) == brought(row, row)[:2]


STAGES = {
    "documents": (
        "document submit A1 avvikelse --from 2026-03-02 --to 2026-03-04 --known --reason sjuk --on 2026-03-05",
        "case;type;submitted;from;to;known;reason;confirmed",
        "A1;avvikelse;2026-03-05;2026-03-02;2026-03-04;known;sjuk;",
        "2026-03-06",
        ["confirmed"],
    ),
    "aids": (
        "aid lend A1 other --name Läsapp --on 2026-03-09",
        "case;kind;on;name;returned",
        "A1;other;2026-03-09;Läsapp;",
        "2026-03-16",
        ["returned"],
    ),
}


@pytest.mark.parametrize("first", ["typed", "brought in"])
@pytest.mark.parametrize("kind", STAGES)
def test_a_row_that_says_a_step_more_or_less_is_the_same_thing(ipsu: Program, db: Path, kind: str, first: str) -> None:
    typed, heading, row, step, columns = STAGES[kind]

    def brought(*rows: str) -> tuple[int, int, int]:
        (db.parent / "in.csv").write_text("\n".join((heading, *rows)) + "\n")
        done = ipsu(f"import {kind} in.csv --json", today=TODAY)
        assert 0 == done.code, done.err
        answer = done.json["import"]
        if answer["changed"]:
            assert [columns] == [span["columns"] for span in answer["overlap"] if span["status"] == "changed"]
        return answer["added"], answer["known"], answer["changed"]

    for words in (*SETUP, *([typed] if first == "typed" else [])):
        assert 0 == ipsu(words, today=TODAY).code, words
    if first == "brought in":
        assert (1, 0, 0) == brought(row)
    assert (0, 0, 1) == brought(row + step)
    assert (0, 1, 0) == brought(row + step)
    assert (0, 1, 0) == brought(row)
    assert (1, 1, 0) == brought(row + step, row + step)
    assert (1, 2, 0) == brought(row + step, row + step, row + step.replace("-03-", "-04-"))


OTHERWISE = {
    # the columns, a row with what one of its cells has, what that says otherwise, and how it is told of
    "fidelity": (
        "agreement;on;scores;scale",
        ("M-1;2026-02-02;", SCORES, ";IPS-25"),
        SCORES[:-1] + "5",
        ("scores", SCORES, SCORES[:-1] + "5", "ipsu fidelity cancel 1 --reason TEXT"),
    ),
    "surveys": (
        "agreement;question;population;on;positive;answers;asked",
        ("M-1;Nytta;closing;2026-02-02;stor;", '"stor=6;viss=2"', ";8"),
        '"stor=6;viss=1"',
        ("answers", "stor=6;viss=2", "stor=6;viss=1", "ipsu survey cancel 1 --reason TEXT"),
    ),
    "funding": (
        "agreement;unit;title;year;amount;fte",
        ("M-1;Sala;Handledare;2026;", "45000", ";70"),
        "46000,50",
        ("amount", "45,000.00 kr", "46,000.50 kr", "ipsu funding cancel 1 --reason TEXT"),
    ),
    "outcomes": (
        "case;outcome;on;subsidised",
        ("U1;employment;2026-02-02;", "", ""),
        "yes",
        ("subsidised", "no", "yes", "ipsu outcome cancel 1 --reason TEXT"),
    ),
    "reviews": (
        "case;on;decision;progress;refer-to",
        ("U1;2026-02-02;continue;", "yes", ";"),
        "no",
        ("progress", "yes", "no", "ipsu review cancel 1 --reason TEXT"),
    ),
    "documents": (
        "case;type;submitted;from;to;known;confirmed;reason",
        ("A1;avvikelse;2026-03-05;2026-03-02;2026-03-04;known;", "2026-03-06", ";sjuk"),
        "2026-03-09",
        ("confirmed", "2026-03-06", "2026-03-09", "ipsu document unconfirm A1 avvikelse --version 1 --reason TEXT"),
    ),
    "aids": (
        "case;kind;on;returned;name",
        ("A1;other;2026-03-09;", "2026-03-16", ";Läsapp"),
        "2026-03-17",
        ("returned", "2026-03-16", "2026-03-17", "ipsu log A1"),
    ),
}


@pytest.mark.parametrize("kind", OTHERWISE)
def test_a_row_that_says_otherwise_is_refused_with_what_differs(ipsu: Program, db: Path, kind: str) -> None:
    heading, (first, value, rest), other, (column, old, new, command) = OTHERWISE[kind]
    row, otherwise = first + value + rest, first + other + rest

    def brought(*rows: str) -> Result:
        (db.parent / "in.csv").write_text("\n".join((heading, *rows)) + "\n")
        return ipsu(f"import {kind} in.csv --json --lang en", today=TODAY)

    for words in SETUP:
        assert 0 == ipsu(words, today=TODAY).code, words
    assert 0 == brought(row).code
    before = program.dump(db)
    refused = brought(otherwise)
    assert (3, before) == (refused.code, program.dump(db))
    (error,) = json.loads(refused.err)["error"]["details"]["errors"]
    code = "import.document-differs" if kind == "documents" else "import.differs"
    assert (2, column, code) == (error["row"], error["column"], error["code"])
    assert f"he register has {old} here, and the file {new}." in error["message"]
    assert error["message"].endswith(f"Next: {command}")
    both = brought(otherwise, row)
    assert 0 == both.code, both.err
    assert (1, 1) == (both.json["import"]["added"], both.json["import"]["known"]), "of two rows one is the register's"
    assert 2 == brought(otherwise, row).json["import"]["known"]


def test_a_row_that_says_what_was_corrected_comes_in(ipsu: Program, db: Path) -> None:
    heading, (first, _, rest), other, (*_, command) = OTHERWISE["funding"]
    for words in (*SETUP, KINDS["funding"][0]):
        assert 0 == ipsu(words, today=TODAY).code, words
    (db.parent / "in.csv").write_text(f"{heading}\n{first}{other}{rest}\n")
    assert 3 == ipsu("import funding in.csv", today=TODAY).code
    assert 0 == ipsu(command.removeprefix("ipsu ").replace("TEXT", "Avrundat"), today=TODAY).code
    assert 1 == ipsu("import funding in.csv --json", today=TODAY).json["import"]["added"]


def test_words_of_somebody_are_not_repeated_where_they_differ(ipsu: Program, db: Path) -> None:
    for words in (*SETUP, "review add U1 --on 2026-02-02 --progress no --decision continue --refer-to Vårdcentralen"):
        assert 0 == ipsu(words, today=TODAY).code, words
    (db.parent / "in.csv").write_text("case;on;progress;decision;refer-to\nU1;2026-02-02;no;continue;Psykiatrin\n")
    refused = ipsu("import reviews in.csv --lang en", today=TODAY)
    assert (3, False, False) == (refused.code, "Vårdcentralen" in refused.err, "Psykiatrin" in refused.err)
    assert "The register has something else here than the file." in " ".join(refused.err.split())


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("fidelity", f'agreement;on;scores;scale\nM-1;2026-02-02;"auto,{SCORES[2:]}";ips-25'),
        (
            "surveys",
            "agreement;question;population;on;asked;answers;positive\n"
            'M-1;Nytta;closing;2026-02-02;8;"viss=2;stor=6";STOR',
        ),
        ("outcomes", "case;outcome;on;subsidised\nU1;employment;2026-02-02;nej"),
    ],
)
def test_other_words_for_the_same_are_known(ipsu: Program, db: Path, kind: str, lines: str) -> None:
    typed = KINDS[kind][0].replace(f"--scores {SCORES}", f"--scores 5,{SCORES[2:]}")
    for words in (*SETUP, "case edit U1 --coach Kim", typed):
        assert 0 == ipsu(words, today=TODAY).code, words
    (db.parent / "in.csv").write_text(lines + "\n")
    done = ipsu(f"import {kind} in.csv --json", today=TODAY)
    assert 0 == done.code, done.err
    assert (0, 1) == (done.json["import"]["added"], done.json["import"]["known"])


READY = (
    "document submit A1 gp --on 2026-02-20",
    "document confirm A1 gp --on 2026-02-24",
    "document submit A1 sr --on 2026-03-20",
    "document confirm A1 sr --on 2026-03-24",
    "deliver A1",
)


def test_a_mapping_that_was_typed_is_known(ipsu: Program, db: Path) -> None:
    for words in (*SETUP, *READY):
        assert 0 == ipsu(words, today=TODAY).code, words
    for row in ("case\nA1", "case;on\nA1;2026-03-20"):
        (db.parent / "in.csv").write_text(row + "\n")
        done = ipsu("import deliveries in.csv --json", today=TODAY)
        assert (0, 1) == (done.json["import"]["added"], done.json["import"]["known"]), done.err
    (db.parent / "in.csv").write_text("case;no-show\nA1;yes\n")
    done = ipsu("import deliveries in.csv --json", today=TODAY)
    assert 3 == done.code
    assert json.loads(done.err)["error"]["details"]["errors"]


MONTH = (
    "agreement add R-1 --service rusta-matcha --area Sala --from 2025-01-01",
    "price set R-1 rusta-matcha 100 --unit day --level A --from 2025-01-01",
    "case add R1 --service rusta-matcha --personnummer 19900104-9809 --name 'Third Person' --system ka-webb --level A"
    " --extent 100 --from 2026-03-02 --to 2026-08-31",
    "document submit R1 iup --goal Jobb --own-search 20 --supplier 20 --on 2026-03-02",
    "document submit R1 gp --mandatory coachning=20 --mandatory matchning=10 --optional verkstad=10 --on 2026-03-03",
    "document submit R1 pr --period 2026-03 --hours coachning=20 --hours matchning=10 --hours verkstad=5"
    " --on 2026-04-02",
    "deliver R1 --month 2026-03",
)


def test_a_month_that_was_typed_is_known(ipsu: Program, db: Path) -> None:
    for words in MONTH:
        done = ipsu(words, today=TODAY)
        assert 0 == done.code, (words, done.err)
    (db.parent / "in.csv").write_text("case;month\nR1;2026-03\n")
    done = ipsu("import deliveries in.csv --json", today=TODAY)
    assert (0, 1) == (done.json["import"]["added"], done.json["import"]["known"]), done.err
    (db.parent / "in.csv").write_text("case;month\nR1;2026-04\n")
    assert 3 == ipsu("import deliveries in.csv --json", today=TODAY).code


def test_what_came_in_is_known_in_other_words_too(ipsu: Program, db: Path) -> None:
    for words in SETUP:
        assert 0 == ipsu(words, today=TODAY).code, words

    def brought(*rows: str) -> tuple[int, int]:
        (db.parent / "in.csv").write_text("\n".join(("case;outcome;on;subsidised", *rows)) + "\n")
        answer = ipsu("import outcomes in.csv --json", today=TODAY).json["import"]
        return answer["added"], answer["known"]

    left_out, written = "U1;employment;2026-02-02;", "U1;employment;2026-02-02;nej"
    assert (1, 0) == brought(left_out)
    assert (0, 1) == brought(written)
    assert (1, 1) == brought(left_out, written)
    assert (0, 2) == brought(left_out, written)


def test_a_contact_is_known_by_what_was_typed_and_not_by_what_is_shown(ipsu: Program, db: Path) -> None:
    told = "Bror 19850505-2384"
    protected = (
        "case add P1 --service ips --personnummer 19850602-9837 --name 'Hemlig Person' --protected --from 2025-03-03"
    )
    for words in (*SETUP, protected):
        assert 0 == ipsu(words, today=TODAY).code, words
    for case in ("U1", "P1"):
        assert 0 == ipsu(f"contact add {case} mamma --on 2026-02-02 --note '{told}'", today=TODAY).code
    rows = "".join(f"{case};mamma;2026-02-02;{told}\n" for case in ("U1", "P1"))
    (db.parent / "in.csv").write_text(f"case;party;on;note\n{rows}")
    done = ipsu("import contacts in.csv --json", today=TODAY)
    assert (0, 2) == (done.json["import"]["added"], done.json["import"]["known"])


FILED = (
    *MONTH[:5],
    "document return R1 gp --on 2026-03-03 --reason Fel",
    "document submit R1 gp --mandatory coachning=20 --mandatory matchning=10 --optional 'verk|stad=10' --on 2026-03-03",
    "document confirm R1 gp --on 2026-03-04",
    "document submit A1 gp --on 2026-02-20",
    "document return A1 gp --on 2026-02-20 --reason Oklar",
    "document submit A1 gp --on 2026-02-20",
    "document confirm A1 gp --on 2026-02-24",
    "document submit R1 pr --period 2026-03 --hours coachning=20 --hours matchning=10 --hours 'verk|stad=5'"
    " --on 2026-04-02",
    "document submit R1 pr --period 2026-03 --hours coachning=20 --hours matchning=10 --hours 'verk|stad=5'"
    " --on 2026-04-02",
)


def filed(ipsu: Program) -> None:
    for words in (*SETUP, *FILED):
        done = ipsu(words, today=TODAY)
        assert 0 == done.code, (words, done.err)


def test_versions_of_a_day_come_back_as_they_were_filed(ipsu: Program, db: Path, new_office: Path) -> None:
    filed(ipsu)
    ipsu("export all all.json --reveal", today=TODAY)
    (db.parent / "two.db").write_bytes(new_office.read_bytes())
    done = ipsu("import all all.json --db two.db --json", today=TODAY)
    assert 0 == done.code, done.err
    ipsu("export all back.json --reveal --db two.db", today=TODAY)
    assert (db.parent / "all.json").read_bytes() == (db.parent / "back.json").read_bytes()
    again = ipsu("import all all.json --json", today=TODAY)
    assert 0 == again.code, again.err
    assert [0, 0] == [sum(counts[what] for counts in again.json["imports"]) for what in ("added", "changed")]


@pytest.mark.parametrize(
    ("heading", "row", "column"),
    [
        ("period;hours", "R1;pr;2026-04-02;2026-03;coachning=20|matchning=10|verk\\|stad=9", "hours"),
        ("mandatory;optional", "R1;gp;2026-03-03;coachning=20|matchning=11;verk\\|stad=10", "mandatory"),
        ("goal", "R1;iup;2026-03-02;Studier", "goal"),
        ("confirmed", "A1;gp;2026-02-20;2026-02-25", "confirmed"),
        ("confirmed;returned", "R1;pr;2026-04-02;2026-04-07;", None),
        ("confirmed", "A1;gp;2026-02-20;2026-02-24", ""),
        ("reason", "A1;gp;2026-02-20;", ""),
    ],
)
def test_what_a_document_was_filed_with_is_not_known_otherwise(
    ipsu: Program, db: Path, heading: str, row: str, column: str | None
) -> None:
    """None: the row takes a step; empty: it is known."""
    filed(ipsu)
    period = ";period" if "R1;pr" in row and "period" not in heading else ""
    row = row.replace("R1;pr;2026-04-02", "R1;pr;2026-04-02;2026-03") if period else row
    (db.parent / "in.csv").write_text(f"case;type;submitted{period};{heading}\n{row}\n")
    done = ipsu("import documents in.csv --json", today=TODAY)
    if column:
        (error,) = json.loads(done.err)["error"]["details"]["errors"]
        assert (3, column) == (done.code, error["column"])
    else:
        assert 0 == done.code, done.err
        assert (0, int(column is None)) == (done.json["import"]["added"], done.json["import"]["changed"])


def test_what_is_hidden_of_a_protected_person_is_not_repeated(ipsu: Program, db: Path) -> None:
    filed(ipsu)
    (db.parent / "in.csv").write_text("case;type;period;submitted;hours\nR1;pr;2026-03;2026-04-02;coachning=19\n")
    told = ipsu("import documents in.csv --lang en", today=TODAY).err
    assert "the register has coachning=20" in " ".join(told.split())
    assert 0 == ipsu("case edit R1 --protected", today=TODAY).code
    told = ipsu("import documents in.csv --lang en", today=TODAY).err
    assert ("something else here" in told, "coachning" in told) == (True, False)
