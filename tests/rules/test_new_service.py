"""A service is one file, and a type of document one entry: the page's own example, from the case to the invoice."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.rules import services
from tests import program
from tests.conftest import Program

PAGE = program.ROOT / "ipsu_cli" / "docs" / "service.md"


@pytest.fixture
def walks(tmp_path: Path) -> Iterator[None]:
    """The service of the page, in its file."""
    found = re.search("```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    folder = tmp_path / "services"
    folder.mkdir()
    (folder / "walks.py").write_text(found[1], encoding="utf-8")
    services.__path__.append(str(folder))
    yield
    services.__path__.remove(str(folder))
    sys.modules.pop(f"{services.__name__}.walks", None)


def test_the_service_of_the_page_goes_from_the_case_to_the_invoice(ipsu: Program, db: Path, walks: None) -> None:
    def did(words: str) -> Any:
        answer = ipsu(f"{words} --json", today="2026-03-10")
        assert (0, "") == (answer.code, answer.err), words
        return answer.json

    did("agreement add W --service walks --area Norr --from 2026-01-01")
    did("price set W walks 1200 --unit month --from 2026-01-01")
    did("case add W1 --service walks --personnummer 19900101-9802 --name Test --from 2026-02-02 --to 2026-04-30")
    asked = did("document list W1")["documents"]
    assert [
        ("diary", None, "2026-02-05"),
        ("log", "2026-02", "2026-03-31"),
        ("log", "2026-03", "2026-04-30"),
        ("log", "2026-04", "2026-05-31"),
    ] == [(each["type"], each["period"], each["due"]) for each in asked]
    assert "diary" in [each["type"] for each in did("todo")["todo"]]
    filed = did("document submit W1 diary --activity Skogen --on 2026-02-09")["document"]
    assert (2, "Skogen", True) == (filed["days_late"], filed["activity"], filed["required"])
    did("document submit W1 log --period 2026-02 --hours Skogen=7,5")
    did("document confirm W1 log --period 2026-02")
    did("deliver W1 --month 2026-02")
    (invoice,) = did("invoice build --month 2026-02")["invoices"]
    assert 120000 == invoice["net_ore"]


def test_what_the_service_lacks_is_refused(ipsu: Program, db: Path, walks: None) -> None:
    ipsu("agreement add W --service walks --area Norr --from 2026-01-01")
    made = "case add W1 --service walks --personnummer 19900101-9802 --name 'T' --from 2026-02-02 --to 2026-04-30"
    assert 0 == ipsu(made, today="2026-03-10").code
    assert 2 == ipsu("document submit W1 diary --goal Skogen", today="2026-03-10").code
    assert 1 == ipsu("document submit W1 gp", today="2026-03-10").code
    assert 1 == ipsu("price set W walks 1200 --unit hour --from 2026-01-01").code
