"""The fidelity scale that the program knows: its bands, and the score of a caseload, at each edge."""

import datetime as dt

import pytest

from ipsu_cli.rules import scales

DAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize(("total", "band"), [
    (None, None), (25, "none"), (73, "none"), (74, "fair"), (99, "fair"), (100, "good"), (114, "good"),
    (115, "exemplary"), (125, "exemplary"),
])  # fmt: skip
def test_a_total_lies_in_the_band_that_it_has_reached(total: int | None, band: str | None) -> None:
    assert band == scales.ips_25(DAY).band(total)


def test_the_scale_has_25_items_of_one_to_five() -> None:
    scale = scales.ips_25(DAY)
    assert (25, 1, 5, 125) == (scale.items, scale.least, scale.most, scale.max)


@pytest.mark.parametrize(("cases", "score"), [
    (0, 5), (20, 5), (21, 4), (25, 4), (26, 3), (30, 3), (31, 2), (40, 2), (41, 1), (400, 1),
])  # fmt: skip
def test_a_caseload_is_scored_by_the_most_that_one_coach_has(cases: int, score: int) -> None:
    assert score == scales.caseload_score(cases, DAY)
