"""Short codes of cost centres: at most six letters and digits, each of its own, and an old one never changes."""

from typing import Any

from ipsu_cli.core.agreement import Agreement
from ipsu_cli.core.cost_centre import cost_centres


def agreements(*names: str) -> list[Agreement]:
    bare: dict[str, Any] = dict.fromkeys(Agreement._fields)
    return [Agreement(**(bare | {"id": id, "ref": name})) for id, name in enumerate(names, 1)]


def test_a_code_is_made_of_the_letters_and_digits_of_the_name() -> None:
    expected = {"IPSU-1": "IPSU1", "NM": "NM", "Västra-Svealand": "VASTRA", "öst_2": "OST2", "--": "AVTAL"}
    assert expected == cost_centres(agreements(*expected))


def test_names_that_begin_alike_have_codes_of_their_own() -> None:
    names = ("AVTAL-2025", "AVTAL-2026", *(f"AVTAL-{n}" for n in range(2030, 2040)))
    found = cost_centres(agreements(*names))
    assert ["AVTAL2", "AVTAL3", "AVTAL4"] == [*found.values()][:3]
    assert len(names) == len(set(found.values()))
    assert all(len(code) <= 6 and code.isascii() and code.isalnum() for code in found.values())


def test_a_later_agreement_changes_no_code() -> None:
    first = agreements("AVTAL-2025")
    assert cost_centres(first).items() <= cost_centres([*reversed(agreements("AVTAL-2025", "AVTAL-2"))]).items()
