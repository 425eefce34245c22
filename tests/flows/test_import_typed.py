"""What was typed by hand and then stands in a file: the equal row is known, and one more like it is new."""

import json
from pathlib import Path

import pytest

from tests.conftest import Program

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
