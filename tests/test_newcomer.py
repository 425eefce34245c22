"""The way from nothing to an invoice basis of one's own case is short."""

from pathlib import Path

import pytest

from tests import program
from tests.newcomer import until_basis
from tests.program import ROOT

MOST = 12
INSTALLING = 3  # pip for pipx, pipx for the program, and its folder on the path


def test_from_installing_to_the_first_invoice_basis_is_a_dozen_commands() -> None:
    assert INSTALLING + len(until_basis((ROOT / "README.md").read_text(encoding="utf-8"))) <= MOST


PERSON = "--personnummer 19900101-9802 --name 'Alva Prov'"
# From an empty folder to the first invoice basis, or to the first report where nothing is invoiced.
FIRST = {
    "ipsu-a": (
        "agreement add A --service ipsu --area Norr --from 2026-01-01",
        "price set A ipsu-a 9500 --unit case --from 2026-01-01",
        f"case add K1 --service ipsu-a {PERSON} --from 2026-03-02 --to 2026-03-13 --meeting 2026-02-23 "
        "--mapping-agreed --decision 2026-02-24 --training Svetsare --training-type arbetsmarknadsutbildning "
        "--training-from 2026-04-06 --training-to 2026-06-05",
        "document submit K1 gp --on 2026-03-02",
        "document confirm K1 gp --on 2026-03-04",
        "document submit K1 sr --on 2026-03-13",
        "document confirm K1 sr --on 2026-03-16",
        "deliver K1",
        "invoice build --month mars",
    ),
    "rusta-matcha": (
        "agreement add R --service rusta-matcha --area Norr --from 2026-01-01",
        "price set R rusta-matcha 110 --unit day --from 2026-01-01",
        f"case add M1 --service rusta-matcha --system ka-webb --level B {PERSON} --from 2026-02-02 --to 2026-07-31",
        "document submit M1 iup --goal Lager --own-search 20 --supplier 20 --on 2026-02-04",
        "document submit M1 gp --mandatory Matchning=5 --mandatory Coachning=2 --optional Verkstad=3 --on 2026-02-05",
        "document submit M1 pr --period februari --hours Matchning=18 --hours Coachning=7,5 --hours Verkstad=0",
        "deliver M1 --month februari",
        "invoice build --month mars",
    ),
    "ips": (
        "agreement add U --service ips --area Uppsala --from 2026-01-01",
        f"case add I1 --service ips {PERSON} --queued 2026-02-02 --resident --disability --motivated "
        "--care-contact psychiatry --consent 2026-02-02",
        "case start I1 --on 2026-03-02",
        "report kpi --month mars --excel mars.xlsx",
    ),
}


@pytest.mark.parametrize("service", FIRST)
def test_every_kind_of_service_comes_to_its_first_basis_or_report_as_soon(service: str, tmp_path: Path) -> None:
    lines = ("init --name 'Eget Stöd AB' --orgnr 559999-0008", *FIRST[service])
    assert 1 + len(lines) <= MOST  # and pipx, once
    for line in lines:
        done = program.run(line, folder=tmp_path, today="2026-03-31", IPSU_LANG="sv")
        assert (0, "") == (done.code, done.err), line
    assert "Fakturor för 2026-03: 1" in done.out or "mars.xlsx" in done.out
