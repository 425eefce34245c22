"""Fidelity, surveys and funding as they are entered: by command and from files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import program

Run = Callable[..., program.Result]
TODAY = "2026-06-30"
GNOSJO = ",".join(["4"] * 14 + ["3"] * 11)


@pytest.fixture
def unit(ipsu: Run, db: Path) -> Callable[[str], program.Result]:
    """`unit(words)` runs in an office with the agreement A1."""
    assert 0 == ipsu("agreement add A1 --service ipsu --area Norr --from 2019-01-01", today=TODAY).code
    return lambda words: ipsu(words, today=TODAY)


def refused(result: program.Result) -> dict[str, Any]:
    import json

    assert 1 == result.code, result
    error: dict[str, Any] = json.loads(result.err)["error"]
    return error


@pytest.mark.parametrize(
    ("scores", "total", "band"),
    [
        (GNOSJO, 89, "fair"),
        (",".join(["5"] + ["4"] * 24), 101, "good"),
        (",".join(["3"] * 24 + ["1"]), 73, "none"),
        (",".join(["3"] * 24 + ["2"]), 74, "fair"),
        (",".join(["4"] * 24 + ["3"]), 99, "fair"),
        (",".join(["4"] * 25), 100, "good"),
        (",".join(["5"] * 15 + ["4"] * 9 + ["3"]), 114, "good"),
        (",".join(["5"] * 15 + ["4"] * 10), 115, "exemplary"),
    ],
)
def test_a_review_has_a_total_and_a_band(unit: Any, scores: str, total: int, band: str) -> None:
    review = unit(f"fidelity add A1 --on 2020-01-20 --scores {scores} --json").json["fidelity"]
    assert (total, 125, band, 25) == (review["total"], review["max"], review["band"], len(review["scores"]))


def test_an_item_that_is_not_scored_leaves_no_total(unit: Any) -> None:
    answer = unit(f"fidelity add A1 --on 2020-01-20 --scores -{GNOSJO[1:]} --json").json
    review = answer["fidelity"]
    assert (None, None, None) == (review["total"], review["band"], review["scores"][0])
    assert ["fidelity.unscored"] == [warning["code"] for warning in answer["warnings"]]


def test_wrong_scores_are_refused_by_name_and_change_nothing(unit: Any, tmp_path: Path) -> None:
    before = program.dump(tmp_path / "ipsu.db")
    error = refused(unit(f"fidelity add A1 --on 2020-01-20 --scores {GNOSJO[2:]} --json"))
    assert ("fidelity.items", "E23", 24) == (error["code"], error["rule"], error["details"]["count"])
    error = refused(unit(f"fidelity add A1 --on 2020-01-20 --scores 6,0{GNOSJO[3:]} --json"))
    assert ["fidelity.range"] * 2 == [finding["code"] for finding in error["details"]["findings"]]
    assert (1, 6) == (error["details"]["item"], error["details"]["score"])
    assert before == program.dump(tmp_path / "ipsu.db")


def test_a_scale_is_described_in_data(unit: Any) -> None:
    scale = unit("fidelity scale SED --items 3 --min 0 --max 10 --bands 20=hög,10=låg --json").json["scale"]
    assert [{"from": 10, "band": "låg"}, {"from": 20, "band": "hög"}] == scale["bands"]
    review = unit("fidelity add A1 --on 2020-01-20 --scores 0,10,9 --scale sed --json").json["fidelity"]
    assert ("SED", 19, 30, "låg") == tuple(review[key] for key in ("scale", "total", "max", "band"))
    error = refused(unit("fidelity scale SED --items 4 --min 0 --max 10 --bands 20=hög --json"))
    assert "fidelity.scale-used" == error["code"]
    assert 0 == unit("fidelity scale SED --items 3 --min 0 --max 10 --bands 19=hög").code
    assert "hög" == unit("fidelity list A1 --json").json["fidelity"][0]["band"]
    assert (
        "fidelity.scale-unknown" == refused(unit("fidelity add A1 --on 2020-01-20 --scores 1 --scale X --json"))["code"]
    )


def test_bands_lie_on_the_scale(unit: Any) -> None:
    assert (
        "fidelity.scale-bands"
        == refused(unit("fidelity scale S --items 3 --min 1 --max 5 --bands 16=a --json"))["code"]
    )
    assert (
        "fidelity.scale-range"
        == refused(unit("fidelity scale S --items 3 --min 5 --max 5 --bands 15=a --json"))["code"]
    )
    assert 2 == unit("fidelity scale S --items 3 --min 1 --max 5 --bands 9=a,9=b").code


SURVEY = "survey add A1 nytta --population closing --on 2020-01-20 --asked 12 --json --positive 'Stor nytta' --answers"


def test_a_survey_counts_answers(unit: Any) -> None:
    survey = unit(f"{SURVEY} 'stor nytta=6;viss nytta=2'").json["survey"]
    assert (8, 6, 75, 66.7) == tuple(survey[key] for key in ("answered", "positive", "share", "response"))
    assert "survey.over-asked" == refused(unit(f"{SURVEY} 'stor nytta=13'"))["code"]
    assert "survey.positive-unknown" == refused(unit(f"{SURVEY} 'viss nytta=8'"))["code"]
    assert 2 == unit(f"{SURVEY} 'stor nytta=6;Stor nytta=2'").code
    nobody = unit(f"{SURVEY} 'stor nytta=0'").json["survey"]
    assert (0, None, 0) == tuple(nobody[key] for key in ("answered", "share", "response"))


def test_a_stated_total_of_the_same_source_replaces_the_one_before(unit: Any) -> None:
    for amount in ("10", "20"):
        assert 0 == unit(f"funding state all --year 2019 --source Ansökan --amount {amount}").code
    unit("funding state all --year 2019 --amount 30")
    unit("funding add A1 --unit Gnosjö --title Coach --year 2019 --amount 416700,50 --fte 70%")
    found = unit("funding list --json").json
    assert [2_000, 3_000] == [total["stated_ore"] for total in found["stated"]]
    assert [(41_670_050, 0.7, None)] == [(e["amount_ore"], e["fte"], e["funder"]) for e in found["lines"]]


FILES = {
    "fidelity": f"agreement;on;scores;scale\nA1;2020-01-20;{GNOSJO};\nA1;2021-01-20;{GNOSJO};IPS-25\n",
    "surveys": "avtal;fråga;grupp;datum;tillfrågade;svar;positiva svar\n"
    "A1;nytta;ongoing;2020-01-20;400;\"stor nytta=299;viss nytta=100\";stor nytta\n",
    "funding": "agreement;unit;title;year;amount;fte;funder;vat-basis\n"
    "A1;Gnosjö;70 % coach;2019;416700;70;;\nall;Kurs;Lund;2019;57000;;region;excl\n",
}  # fmt: skip


@pytest.mark.parametrize("kind", FILES)
def test_a_file_is_brought_in_once(unit: Any, tmp_path: Path, kind: str) -> None:
    (tmp_path / "in.csv").write_text(FILES[kind], encoding="utf-8")
    rows = len(FILES[kind].splitlines()) - 1
    first, again = (unit(f"import {kind} in.csv --json").json["import"] for _ in range(2))
    assert (rows, 0, rows) == (first["added"], again["added"], again["known"])


def test_a_file_with_a_wrong_item_changes_nothing(unit: Any, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(FILES["fidelity"].replace(";4,4", ";6,4"), encoding="utf-8")
    result = unit("import fidelity in.csv --json")
    assert 3 == result.code
    assert 2 == result.err.count("fidelity.range")
    assert [] == unit("fidelity list --json").json["fidelity"]


@pytest.mark.parametrize(
    ("kind", "entered", "asked", "id"),
    [
        ("fidelity", f"fidelity add A1 --on 2020-01-20 --scores {GNOSJO}", "fidelity list", "1"),
        ("survey", f"{SURVEY} 'stor nytta=6'", "survey list", "1"),
        ("funding", "funding add A1 --unit U --title T --year 2019 --amount 1", "funding list", "1"),
        ("funding", "funding state A1 --year 2019 --amount 1", "funding list", "S1"),
    ],
)
def test_what_was_entered_wrong_is_taken_back(unit: Any, kind: str, entered: str, asked: str, id: str) -> None:
    before = unit(f"{asked} --json").json
    assert 0 == unit(entered).code
    words = f"{kind} cancel {id} --reason 'fel enhet' --json"
    assert id == str(unit(words).json[kind]["id"])
    assert before == unit(f"{asked} --json").json
    assert "follow.cancelled" == refused(unit(words))["code"]
    assert "follow.unknown" == refused(unit(words.replace("1 ", "9 ", 1)))["code"]


def test_a_cancelled_review_counts_up_to_the_day_before(ipsu: Run, unit: Any) -> None:
    assert 0 == ipsu("agreement add A2 --service ipsu --area Syd --from 2019-01-01", today="2026-05-01").code
    assert 0 == ipsu(f"fidelity add A2 --on 2020-01-20 --scores {GNOSJO}", today="2026-06-01").code
    assert 0 == unit("fidelity cancel 1 --reason fel").code

    def totals(as_of: str) -> list[int]:
        return [row["total"] for row in unit(f"report fidelity --as-of {as_of} --json").json["units"]]

    assert ([], [89], []) == (totals("2026-05-31"), totals("2026-06-29"), totals("2026-06-30"))
