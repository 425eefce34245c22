"""Bars next to numbers: as long as what they show, and never longer than there is room."""

import pytest

from ipsu_cli.core.hours import Hours
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.table import Column, Table
from ipsu_cli.write.bars import bars


def of_plan(*rows: tuple[int, int]) -> list[str]:
    columns = (Column("planned_hours", "hours"), Column("delivered_hours", "hours"))
    cells = [(Hours(planned), Hours(delivered)) for planned, delivered in rows]
    return bars(Table("plan", columns, cells, bar="delivered_hours", bar_of="planned_hours"), 10)


@pytest.mark.parametrize(
    ("planned", "delivered", "bar"),
    [
        (10_00, 0, "░░░░░░░░░░"),
        (10_00, 1, "█░░░░░░░░░"),
        (10_00, 4_99, "████░░░░░░"),
        (10_00, 5_00, "█████░░░░░"),
        (10_00, 9_99, "█████████░"),
        (10_00, 10_00, "██████████"),
        (5_00, 10_00, "█████▒▒▒▒▒"),
        (0, 10_00, "▒▒▒▒▒▒▒▒▒▒"),
        (10_00, 10_01, "█████████▒"),
        (10_00, 9_50, "█████████░"),
        (0, 0, ""),
        (10_00, -1_00, "░░░░░░░░░░"),
    ],
)
def test_a_part_of_a_plan_shows_what_is_done_left_and_over(planned: int, delivered: int, bar: str) -> None:
    assert [bar] == of_plan((planned, delivered))


def test_the_greatest_plan_has_the_longest_bar() -> None:
    assert ["█████░░░░░", "██░░░", "░"] == of_plan((20_00, 10_00), (10_00, 5_00), (2_00, 0))


def test_what_is_nearly_done_does_not_look_done() -> None:
    assert ["█" * 10, "██░", "███", "░"] == of_plan((30_00, 30_00), (10_00, 9_50), (10_00, 10_00), (2_00, 1_99))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([4, 2, 0, None], ["████████", "████", "", ""]),
        ([Percent(50_00), Percent(25_00)], ["████", "██"]),
        ([Percent(200_00), Percent(50_00)], ["████████", "██"]),
        ([Hours(-5), Hours(0)], ["", ""]),
        ([16, 1], ["████████", "▌"]),
    ],
)
def test_a_bar_is_a_part_of_the_greatest_and_of_a_share_of_the_whole(values: list[object], expected: list[str]) -> None:
    table = Table("queue", (Column("queue", "figure"),), [(value,) for value in values], bar="queue")
    assert expected == bars(table, 8)
