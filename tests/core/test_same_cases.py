"""Which parts of two dimensions are of the same cases."""

from ipsu_cli.core.same_cases import SameCases, same_cases


def rows(*pairs: str) -> list[dict[str, str]]:
    return [dict(zip(("agreement", "service"), pair.split(), strict=True)) for pair in pairs]


def test_agreements_on_one_service_are_that_service_together() -> None:
    listed = rows("A ips", "B ips", "C sed", "D ipsu-a", "D ipsu-b", "C sed")
    assert [
        SameCases([("agreement", "C")], [("service", "sed")]),
        SameCases([("agreement", "A"), ("agreement", "B")], [("service", "ips")]),
        SameCases([("agreement", "D")], [("service", "ipsu-a"), ("service", "ipsu-b")]),
    ] == same_cases(listed, ("agreement", "service"))


def test_what_hangs_together_as_a_whole_says_nothing() -> None:
    assert [] == same_cases(rows("A ips", "A sed", "B sed"), ("agreement", "service"))
    assert [] == same_cases(rows("A ips"), ("agreement", "service", "coach"))
    assert [] == same_cases([], ("agreement", "service"))
