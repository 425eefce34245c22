"""How answers are put together, part by part."""

from ipsu_cli.store.kpis.question import Parts, divided


def test_a_part_that_only_one_of_two_figures_has_is_nothing_in_the_other() -> None:
    closed: Parts = {"gender": {"woman": (3, None)}}
    started: Parts = {"gender": {"man": (4, None)}, "coach": {"Lo": (4, None)}}
    assert {"gender": {"woman": (3, 0), "man": (0, 4)}, "coach": {"Lo": (0, 4)}} == divided(closed, started)
