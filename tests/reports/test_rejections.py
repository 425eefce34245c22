"""`ipsu report rejections`, and the key figures of what was right the first time and of delays: calculated by hand."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.store.kpis import DIMENSIONS
from tests import program
from tests.self_invoices import Line, csv, rows

TRAINING = "--training Svetsare --training-from 2026-01-12 --training-to 2026-06-05"
# Case, person, agreement, coach.
CASES = (
    ("B1", "19900101-9802", "S1", "Lo"), ("B2", "19850602-9837", "S2", "Mo"), ("B3", "19881123-9840", "S1", "Mo"),
)  # fmt: skip
REJECT = "invoice reject {} --case {} --why {} --reason x --not-self-fixable --on {}"

# Of February: 2026-0001 in S1 (B1 4 500, B3 2 700) and 2026-0002 in S2 (B2 3 600). Of March: 2026-0003 (B1 4 500, B3
# 2 250) and 2026-0004 (B2: February's 3 600 again, and 1 800). Of April: 2026-0005, what is corrected of B1.
SPRING = (
    *(
        command
        for agreement in ("S1", "S2")
        for command in (
            ("2026-01-02", f"agreement add {agreement} --service ipsu --area {agreement} --from 2026-01-01"),
            ("2026-01-02", f"price set {agreement} ipsu-b 450 --unit hour --from 2026-01-01"),
        )
    ),
    *(
        command
        for case, number, agreement, coach in CASES
        for command in (
            (
                "2026-02-02",
                f"case add {case} --service ipsu-b --agreement {agreement} --personnummer {number} --name 'Kim Ek' "
                f"--coach {coach} --from 2026-02-02 --to 2026-05-31 {TRAINING}",
            ),
            ("2026-02-02", f"plan set {case} 2026-W06..2026-W22=20 --submitted 2026-02-02"),
        )
    ),
    ("2026-02-03", "document return B1 gp --on 2026-02-03 --reason x"),
    ("2026-02-04", "document confirm B2 gp --on 2026-02-04"),
    ("2026-02-04", "document confirm B3 gp --on 2026-02-04"),
    ("2026-02-09", "plan set B1 2026-W06..2026-W22=20 --reason x --submitted 2026-02-06 --confirmed 2026-02-09"),
    ("2026-02-12", "deliver B1 10 --on 2026-02-10"),
    ("2026-02-20", "deliver B3 6 --on 2026-02-20"),
    ("2026-02-27", "deliver B2 8 --on 2026-02-17"),
    ("2026-03-02", "invoice build --month 2026-02"),
    ("2026-03-04", REJECT.format("2026-0001", "B3", "hours", "2026-03-04")),
    ("2026-03-05", "invoice receive 1001.csv"),
    ("2026-03-06", REJECT.format("2026-0002", "B2", "price", "2026-03-06")),
    ("2026-03-10", "deliver B1 10 --on 2026-03-10"),
    ("2026-03-12", "invoice resolve 2026-0002 --case B2 --outcome corrected --on 2026-03-12"),
    ("2026-03-14", "invoice resolve 2026-0001 --case B3 --outcome upheld --on 2026-03-14"),
    ("2026-03-16", "invoice approve 2026-0001 --on 2026-03-16"),
    ("2026-03-19", "deliver B2 4 --on 2026-03-17"),
    ("2026-03-20", "invoice receive 1002.csv"),
    ("2026-03-25", "invoice receive 1003.csv"),
    ("2026-04-01", "deliver B3 5 --on 2026-03-18"),
    ("2026-04-02", "invoice build --month 2026-03"),
    ("2026-04-07", "invoice approve 2026-0003 --on 2026-04-07"),
    ("2026-04-08", REJECT.format("2026-0004", "B2", "missing", "2026-04-08")),
    ("2026-04-10", "delivery correct 4 8 --reason x"),
    ("2026-04-20", "document submit B3 sr --on 2026-04-20"),
    ("2026-04-30", "document return B3 sr --on 2026-04-30 --reason x"),
    ("2026-05-04", "invoice build --month 2026-04"),
    ("2026-05-04", "invoice paid 2026-0003 --on 2026-05-04"),
    ("2026-05-06", "invoice approve 2026-0005 --on 2026-05-06"),
)
# The agency bills B2 at 440, credits it, and bills it at 450.
CHEAP, RIGHT = (Line("B2", "2026-02-17", "2026-02-17", 8_00, price) for price in (440_00, 450_00))
BACK = Line("B2", "2026-02-17", "2026-02-17", -8_00, 440_00)
FILES = {
    "1001.csv": rows("1001", [CHEAP], date="2026-03-03"),
    "1002.csv": rows("1002", [BACK], date="2026-03-20", type="261", refers_to="1001"),
    "1003.csv": rows("1003", [RIGHT], date="2026-03-25"),
}
LAST = "2026-05-31"
NO_DAYS = {"days_median": None, "days_longest": None}

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def spring(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> Path:
    """The office at the end of May."""
    folder = tmp_path_factory.mktemp("spring")
    shutil.copy2(new_office, folder / "ipsu.db")
    for name, listed in FILES.items():
        (folder / name).write_text(csv(listed), encoding="utf-8")
    for day, words in SPRING:
        made = program.run(words, folder=folder, today=day)
        assert (0, words) == (made.code, words), made.err
    return folder


@pytest.fixture
def ask(spring: Path) -> Ask:
    """`ask("--month 2026-03")`: the report as of the end of May."""

    def asked(words: str = "", today: str = LAST) -> Any:
        result = program.run(f"report rejections {words} --json", folder=spring, today=today)
        assert 0 == result.code, result.err
        return result.json

    return asked


@pytest.fixture
def kpis(spring: Path) -> Ask:
    """`kpis("--month 2026-03")`: the key figures by code, as of the end of May."""

    def asked(words: str = "", today: str = LAST) -> Any:
        result = program.run(f"report kpi {words} --json", folder=spring, today=today)
        assert 0 == result.code, result.err
        return {kpi["code"]: kpi for kpi in result.json["kpis"]}

    return asked


def sums(count: int, net: int, still_open: int, open_net: int, median: float, longest: int) -> dict[str, Any]:
    return {
        "count": count, "net_ore": net, "still_open": still_open, "still_open_ore": open_net, "days_median": median,
        "days_longest": longest,
    }  # fmt: skip


def of_documents(count: int, still_open: int, median: float, longest: int) -> dict[str, Any]:
    return {"count": count, "still_open": still_open, "days_median": median, "days_longest": longest}


HOURS = {"why": "hours", **sums(1, 2_700_00, 0, 0, 10, 10)}
PRICE = {"why": "price", **sums(1, 3_600_00, 0, 0, 19, 19)}
MISSING = {"why": "missing", **sums(1, 5_400_00, 1, 5_400_00, 53, 53)}
PLAN = {"type": "gp", **of_documents(1, 0, 3, 3)}
FINAL = {"type": "sr", **of_documents(1, 1, 31, 31)}


# What was rejected and returned


def test_every_reason_has_its_kronor_and_days(ask: Ask) -> None:
    found = ask()
    assert [HOURS, PRICE, MISSING] == found["rejections"][:3]
    none = [{"why": why, **sums(0, 0, 0, 0, 0, 0), **NO_DAYS} for why in ("twice", "period", "other")]
    assert none == found["rejections"][3:]
    assert [PLAN, FINAL] == found["returned"]
    assert {
        "rejections": sums(3, 11_700_00, 1, 5_400_00, 19, 53), "returned": of_documents(2, 1, 17, 31)
    } == found["total"]  # fmt: skip
    assert {} == found["by"]


def test_each_rejection_says_when_it_was_settled_and_by_what(ask: Ask) -> None:
    """A price that the agency bills again is settled by the new invoice, not as the investigation ends."""
    keys = ("case", "invoice", "why", "opened", "outcome", "settled", "settled_by", "net_ore", "days")
    assert [
        ("B3", "2026-0001", "hours", "2026-03-04", "upheld", "2026-03-14", [], 2_700_00, 10),
        ("B2", "2026-0002", "price", "2026-03-06", "corrected", "2026-03-25", ["1002", "1003"], 3_600_00, 19),
        ("B2", "2026-0004", "missing", "2026-04-08", None, None, [], 5_400_00, 53),
    ] == [tuple(row[key] for key in keys) for row in ask()["rows"]]


def test_each_returned_document_says_when_it_was_filed_again(ask: Ask) -> None:
    keys = ("case", "type", "version", "period", "returned", "filed", "days")
    assert [
        ("B1", "gp", 1, None, "2026-02-03", "2026-02-06", 3), ("B3", "sr", 1, None, "2026-04-30", None, 31),
    ] == [tuple(row[key] for key in keys) for row in ask()["documents"]]  # fmt: skip


def test_coaches_and_agreements_stand_apart(ask: Ask) -> None:
    by = ask("--by coach --by agreement --by service")["by"]
    assert {
        "Lo": {"rejections": [], "returned": [PLAN]},
        "Mo": {"rejections": [HOURS, PRICE, MISSING], "returned": [FINAL]},
    } == by["coach"]
    assert {
        "S1": {"rejections": [HOURS], "returned": [PLAN, FINAL]},
        "S2": {"rejections": [PRICE, MISSING], "returned": []},
    } == by["agreement"]
    assert ["ipsu-b"] == list(by["service"])


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_dimension_has_its_tables(spring: Path, lang: str) -> None:
    words = " ".join(f"--by {dimension}" for dimension in DIMENSIONS)
    shown = program.run(f"report rejections {words} --lang {lang}", folder=spring, today=LAST)
    assert (0, 2 * len(DIMENSIONS)) == (shown.code, shown.out.count("\n\n") - 4), shown.err


def test_a_choice_of_cases(ask: Ask) -> None:
    assert sums(2, 9_000_00, 1, 5_400_00, 36, 53) == ask("--agreement S2")["total"]["rejections"]
    assert [[], ["gp"]] == [ask("--coach Lo")["rows"], [row["type"] for row in ask("--coach Lo")["documents"]]]


@pytest.mark.parametrize(("words", "many"), [
    ("--month 2026-03", 2), ("--from 2026-03-05 --to 2026-03-31", 1), ("--from 2026-03-06 --to 2026-04-08", 2),
    ("--from 2026-03-07 --to 2026-04-07", 0), ("--month 2026-02", 0),
])  # fmt: skip
def test_a_rejection_belongs_to_the_day_on_which_it_was_opened(ask: Ask, words: str, many: int) -> None:
    assert many == ask(words)["total"]["rejections"]["count"]


@pytest.mark.parametrize(("as_of", "still_open", "days"), [
    ("2026-03-05", [("hours", 1)], 1),
    ("2026-03-11", [("hours", 1), ("price", 1)], 7),
    ("2026-03-13", [("hours", 1), ("price", 1)], 9),  # the investigation has ended, the credit has not come
    ("2026-03-20", [("price", 1)], 14),  # it has; the new invoice has not
    ("2026-03-25", [], 19),
])  # fmt: skip
def test_as_of_a_day_it_is_what_was_known_then(
    ask: Ask, as_of: str, still_open: list[tuple[str, int]], days: int
) -> None:
    found = ask(f"--month 2026-03 --as-of {as_of}")
    listed = [(row["why"], row["still_open"]) for row in found["rejections"] if row["still_open"]]
    assert (still_open, days) == (listed, found["total"]["rejections"]["days_longest"])


NEVER = Line("B3", "2026-02-24", "2026-02-24", 3_00)
NEVER_BACK = Line("B3", "2026-02-24", "2026-02-24", -3_00)


def test_what_is_rejected_on_a_self_invoice_alone_counts_until_its_credit(spring: Path, tmp_path: Path) -> None:
    """Three hours that nobody delivered stand on no basis, and lock no case."""
    shutil.copy2(spring / "ipsu.db", tmp_path / "ipsu.db")
    never = rows("1004", [NEVER], date="2026-05-08")
    back = rows("1005", [NEVER_BACK], date="2026-05-20", type="261", refers_to="1004")
    for day, name, listed in (("2026-05-08", "1004.csv", never), ("2026-05-21", "1005.csv", back)):
        (tmp_path / name).write_text(csv(listed), encoding="utf-8")
        assert 0 == program.run(f"invoice receive {name}", folder=tmp_path, today=day).code
        if name == "1004.csv":
            words = "invoice reject --received 1004 --case B3 --why other --reason x --not-self-fixable --on 2026-05-10"
            assert 0 == program.run(words, folder=tmp_path, today="2026-05-10").code
    asked = "report rejections --month 2026-05 --by coach --json"
    keys = ("case", "invoice", "self_invoice", "why", "opened", "settled", "settled_by", "net_ore", "days")
    for as_of, settled, by, days in (("2026-05-15", None, [], 5), (LAST, "2026-05-20", ["1005"], 10)):
        found = program.run(f"{asked} --as-of {as_of}", folder=tmp_path, today=LAST).json
        assert [("B3", None, "1004", "other", "2026-05-10", settled, by, 1_350_00, days)] == [
            tuple(row[key] for key in keys) for row in found["rows"]
        ]
        assert ["Mo"] == list(found["by"]["coach"])


def test_without_any_there_is_nothing_to_measure(ask: Ask, spring: Path) -> None:
    found = ask("--month 2026-02 --agreement S2")
    assert {"rejections": sums(0, 0, 0, 0, 0, 0) | NO_DAYS, "returned": of_documents(0, 0, 0, 0) | NO_DAYS} == found[
        "total"
    ]
    shown = program.run("report rejections --month 2026-02 --agreement S2", folder=spring, today=LAST).out
    assert "Nothing was rejected or returned in the period.\n" == shown.partition("\n")[2]


SHOWN = {
    "sv": """\
Stöd i Exempelby AB. Perioden 2026-03-01 – 2026-04-30, som registret såg ut den 2026-05-31.
Underkända: 3, 11 700,00 kr utan moms. Öppna: 1, 5 400,00 kr. Dagar: median 19, längst 53.
Returnerade handlingar: 1. Öppna: 1. Dagar: median 31, längst 31.

Underkänt, efter skäl
Varför  Antal      Netto  Öppna  Öppet, netto  Dagar, median  Dagar, längst
------  -----  ---------  -----  ------------  -------------  -------------
timmar      1   2 700,00      0          0,00             10             10
pris        1   3 600,00      0          0,00             19             19
saknas      1   5 400,00      1      5 400,00             53             53
Totalt      3  11 700,00      1      5 400,00

Returnerade handlingar
Handling  Antal  Öppna  Dagar, median  Dagar, längst
--------  -----  -----  -------------  -------------
SR            1      1             31             31

Underkänt som inte är uppklarat än
Ärende  Faktura    Självfaktura  Varför  Sedan       Väntat dagar     Netto
------  ---------  ------------  ------  ----------  ------------  --------
B2      2026-0004                saknas  2026-04-08            53  5 400,00

Returnerat som inte har skickats in på nytt
Ärende  Handling  Månad  Sedan       Väntat dagar
------  --------  -----  ----------  ------------
B3      SR               2026-04-30            31
""",
    "en": """\
Stöd i Exempelby AB. The period 2026-03-01 – 2026-04-30, as the register stood on 2026-05-31.
Rejected: 3, 11,700.00 kr without VAT. Open: 1, 5,400.00 kr. Days: median 19, longest 53.
Returned documents: 1. Open: 1. Days: median 31, longest 31.

Rejected, by reason
Why      Count        Net  Open  Open, net  Days, median  Days, longest
-------  -----  ---------  ----  ---------  ------------  -------------
hours        1   2,700.00     0       0.00            10             10
price        1   3,600.00     0       0.00            19             19
missing      1   5,400.00     1   5,400.00            53             53
Total        3  11,700.00     1   5,400.00

Returned documents
Document  Count  Open  Days, median  Days, longest
--------  -----  ----  ------------  -------------
SR            1     1            31             31

Rejected and not settled yet
Case  Invoice    Self-invoice  Why      Since       Days waiting       Net
----  ---------  ------------  -------  ----------  ------------  --------
B2    2026-0004                missing  2026-04-08            53  5,400.00

Returned and not filed again yet
Case  Document  Month  Since       Days waiting
----  --------  -----  ----------  ------------
B3    SR               2026-04-30            31
""",
}


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_person_reads_the_same(spring: Path, lang: str) -> None:
    words = f"report rejections --from 2026-03-01 --to 2026-04-30 --lang {lang}"
    assert SHOWN[lang] == program.run(words, folder=spring, today=LAST).out.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_it_becomes_a_workbook(spring: Path, lang: str) -> None:
    words = f"report rejections --by coach --by agreement --excel rejections-{lang}.xlsx --lang {lang}"
    result = program.run(words, folder=spring, today=LAST)
    assert (0, "") == (result.code, result.err)
    assert (spring / f"rejections-{lang}.xlsx").stat().st_size > 5_000


# Right the first time


def share(kpi: dict[str, Any]) -> tuple[Any, Any, Any]:
    return kpi["value"], kpi["numerator"], kpi["denominator"]


def parts(kpi: dict[str, Any], dimension: str) -> dict[str, Any]:
    return {part: share(own) for part, own in kpi["breakdown"][dimension].items()}


def test_lines_that_were_right_the_first_time(kpis: Ask) -> None:
    """B1's of February and B3's of March. B3's of February was rejected, though it was upheld; B1's of March was
    corrected after it was billed. What bills February's and March's work again is not answered once more."""
    found = kpis("--by coach --by agreement")["first_pass_share"]
    assert (33.3, 2, 6) == share(found)
    assert {"Lo": (50, 1, 2), "Mo": (25, 1, 4)} == parts(found, "coach")
    assert {"S1": (50, 2, 4), "S2": (0, 0, 2)} == parts(found, "agreement")


@pytest.mark.parametrize(("month", "as_of", "expected"), [
    ("2026-02", "2026-03-03", (None, 0, 0)), ("2026-02", "2026-03-04", (0, 0, 1)),
    ("2026-02", "2026-03-15", (0, 0, 2)), ("2026-02", "2026-03-16", (33.3, 1, 3)),
    ("2026-03", "2026-04-06", (None, 0, 0)), ("2026-03", "2026-04-07", (100, 2, 2)),
    ("2026-03", "2026-04-09", (66.7, 2, 3)), ("2026-03", "2026-04-10", (33.3, 1, 3)),
    ("2026-04", "2026-05-31", (None, 0, 0)),
])  # fmt: skip
def test_a_line_counts_once_it_is_answered(kpis: Ask, month: str, as_of: str, expected: tuple[Any, ...]) -> None:
    assert expected == share(kpis(f"--month {month} --as-of {as_of}")["first_pass_share"])


def test_documents_that_were_right_the_first_time(kpis: Ask) -> None:
    """The plan that was filed again is not counted once more."""
    found = kpis("--by coach")["first_pass_share_documents"]
    assert (50, 2, 4) == share(found)
    assert {"Lo": (0, 0, 1), "Mo": (66.7, 2, 3)} == parts(found, "coach")
    assert (0, 0, 1) == share(kpis("--month 2026-04")["first_pass_share_documents"])


# Delays


def test_days_from_work_to_entry(kpis: Ask) -> None:
    """0, 0, 2, 2, 10 and 14; the correction of April is none. They belong to the day of the entry."""
    found = kpis("--by coach")["days_to_entry"]
    assert (2, None, 6) == share(found)
    assert {"Lo": (1, None, 2), "Mo": (6, None, 4)} == parts(found, "coach")
    assert (14, None, 1) == share(kpis("--month 2026-04")["days_to_entry"])
    assert "not measurable" == kpis("--month 2026-05")["days_to_entry"]["why"]


def test_days_from_work_to_basis(kpis: Ask) -> None:
    """20, 10, 23, 15, 44, 16 and 55: what left 2026-0002 counts on 2026-0004, a reversal not at all."""
    found = kpis("--by coach --by agreement")["days_to_basis"]
    assert (20, None, 7) == share(found)
    assert {"Lo": (23, None, 3), "Mo": (15.5, None, 4)} == parts(found, "coach")
    assert {"S1": (20, None, 5), "S2": (30, None, 2)} == parts(found, "agreement")
    assert (13, None, 3) == share(kpis("--month 2026-03 --as-of 2026-03-11")["days_to_basis"])
    assert (15, None, 2) == share(kpis("--month 2026-03 --as-of 2026-03-12")["days_to_basis"]), "B2's has left"


def test_days_from_work_to_payment(kpis: Ask) -> None:
    """55 and 47."""
    found = kpis("--by coach")["days_to_payment"]
    assert (51, {"Lo": 55, "Mo": 47}) == (found["value"], {p: v for p, (v, *_) in parts(found, "coach").items()})


def test_a_target_on_a_delay_is_at_most(spring: Path, tmp_path: Path) -> None:
    shutil.copy2(spring / "ipsu.db", tmp_path / "ipsu.db")
    for words in (
        "target set all days-to-entry 2",
        "target set all days_to_basis 19.9",
        "target set all first-pass-share 34",
    ):
        assert 0 == program.run(words, folder=tmp_path, today=LAST).code
    found = {
        kpi["code"]: kpi["met"] for kpi in program.run("report kpi --json", folder=tmp_path, today=LAST).json["kpis"]
    }
    assert [True, False, False] == [found[code] for code in ("days_to_entry", "days_to_basis", "first_pass_share")]
