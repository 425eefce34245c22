"""The way from nothing to an invoice basis of one's own case is short."""

from tests.newcomer import until_basis
from tests.program import ROOT

MOST = 12
INSTALLING = 3  # pip for pipx, pipx for the program, and its folder on the path


def test_from_installing_to_the_first_invoice_basis_is_a_dozen_commands() -> None:
    assert INSTALLING + len(until_basis((ROOT / "README.md").read_text(encoding="utf-8"))) <= MOST
