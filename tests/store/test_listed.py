"""A list that the database sorts and shortens is the one that is sorted and shortened after it is made."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.app import _office, everywhere
from ipsu_cli.commands._lists import headings
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.listing import Listing, narrowed
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.core.to_json import members
from ipsu_cli.office import Office
from ipsu_cli.reports.case_list import CasesQuery, case_list
from ipsu_cli.reports.contact import contact_list
from ipsu_cli.reports.delivery import delivery_list
from ipsu_cli.reports.invoice import invoice_list
from ipsu_cli.reports.log import log
from ipsu_cli.reports.outcome import outcome_list
from ipsu_cli.store import case_list as case_questions
from ipsu_cli.store import cases, enrolment_lists
from ipsu_cli.store import delivery_list as delivery_questions
from ipsu_cli.store import invoice_list as invoice_questions
from ipsu_cli.store.log_list import LOG
from tests import program

INVOICE_COLUMNS = invoice_questions.LIST.columns
EVERY_CASE = CasesQuery(None, None, None, None, None)
LISTS: dict[str, tuple[Callable[[Office, Listing], Answer[Any]], str, dict[str, str]]] = {
    "cases": (lambda office, listing: case_list(office, EVERY_CASE, listing), "from", case_questions.LIST.columns),
    "invoices": (lambda office, listing: invoice_list(office, None, None, listing), "date", INVOICE_COLUMNS),
    "deliveries": (lambda office, listing: delivery_list(office, None, listing), "to", delivery_questions.COLUMNS),
}
LISTS |= {
    "outcomes": (lambda office, listing: outcome_list(office, None, listing), "on", enrolment_lists.OUTCOMES.columns),
    "contacts": (lambda office, listing: contact_list(office, None, listing), "on", enrolment_lists.CONTACTS.columns),
    "log": (lambda office, listing: log(office, None, listing), "today", LOG.columns),
}
EVERY_COLUMN = [(name, key) for name, (_, _, columns) in LISTS.items() for key in columns]


def office_of(path: Path, today: str = "2026-08-20") -> Office:
    return _office(everywhere(["--db", str(path), "--today", today]))


CHECKS = "--resident --disability --motivated --care-contact psychiatry --consent 2026-01-20 --queued 2026-01-10"
# What the sample office lacks: small letters, protection, a correction, what happens in an enrolment, an undo.
MORE = (
    "case edit R-201 --coach åsa --reason namn",
    "delivery correct 3 1 --reason fel",
    "agreement add IPS-1 --service ips --area Exempelby --from 2025-01-01",
    f"case add S1 --service ips --personnummer 19850505-2384 --name 'Annan Person' {CHECKS}",
    f"case add P1 --service ips --personnummer 19640823-3234 --name Hemlig --protected --coach Berit {CHECKS}",
    "case start S1 --on 2026-02-01",
    "case start P1 --on 2026-02-01",
    "outcome add S1 studies_started --on 2026-03-02",
    "outcome add P1 employment --on 2026-03-01 --subsidised",
    "contact add S1 åklagare --on 2026-03-02 --note bra",
    "contact add S1 Åklagare --on 2026-03-02 --note '19900101-9802 skrev'",
    "contact add S1 åklagare --on 2026-03-03 --note '19900101 fyllde år'",
    "contact add S1 Bibliotek --on 2026-03-01 --note '19900101-9802 ringde' --goal mål",
    "contact add P1 kyrkan --on 2026-03-03 --note Annat",
    "contact add P1 Arbetsgivare --on 2026-03-03",
    "contact add IPS-1 employer --on 2026-03-04",
    "undo --yes",
    "contact add IPS-1 employer --on 2026-03-05",
)


@pytest.fixture(scope="module")
def register(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, and what it lacks."""
    import shutil

    path = Path(shutil.copy2(sample, tmp_path_factory.mktemp("listed") / "ipsu.db"))
    for words in MORE:
        done = program.run(f"{words} --db {path}", folder=path.parent, today="2026-12-31")
        assert 0 == done.code, done.err
    return path


def rows_of(answer: Answer[Any], name: str) -> list[Any]:
    return [members(record) for record in getattr(answer.payload, name)]


def in_order(answer: Answer[Any], name: str, key: str, *, down: bool) -> list[dict[str, Any]]:
    """The rows by what the table shows under a key, else the JSON; what holds nothing last."""
    table, rows = answer.tables[0], rows_of(answer, name)
    keys = [column.key for column in table.columns]
    values = [row[keys.index(key)] for row in table.rows] if key in keys else [row.get(key) for row in rows]
    filled = [place for place, value in enumerate(values) if value is not None]
    filled.sort(key=lambda place: _plain(values[place]), reverse=down)
    return [rows[place] for place in (*filled, *(place for place, value in enumerate(values) if value is None))]


def _plain(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value


@pytest.mark.parametrize(("name", "key"), EVERY_COLUMN)
@pytest.mark.parametrize("down", ["", "-"])
def test_every_column_sorts_as_it_is_shown(register: Path, name: str, key: str, down: str) -> None:
    ask, day, _ = LISTS[name]
    office = office_of(register)
    whole = ask(office, Listing())
    found = ask(office, Listing(sort=f"{down}{key}", limit=60, day=day, headings=headings))
    assert in_order(whole, name, key, down=bool(down))[:60] == rows_of(found, name)
    shown = [*whole.lines, Text("message.shown", {"count": min(60, len(whole.tables[0].rows))})]
    assert shown == [*found.lines]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("since", ["1999-01-01", "2026-03-02", "2026-03-03", "2199-01-01"])
def test_since_is_the_same_day(register: Path, name: str, since: str) -> None:
    ask, day, _ = LISTS[name]
    office, listing = office_of(register), Listing(since=dt.date.fromisoformat(since), day=day)
    assert rows_of(narrowed(ask(office, Listing()), listing), name) == rows_of(ask(office, listing), name)


@pytest.mark.parametrize("name", LISTS)
def test_every_value_of_a_row_is_a_column_to_sort_by(register: Path, name: str) -> None:
    ask, _, columns = LISTS[name]
    answer = ask(office_of(register), Listing())
    plain = {
        key for row in rows_of(answer, name) for key, value in row.items() if type(value) not in (dict, list, tuple)
    }
    assert plain - ALONE <= {*columns} >= {column.key for column in answer.tables[0].columns}


# Now and then nothing, else records.
ALONE = {"locked", "approved", "queue", "support", "period", "eligibility", "participant", "training"}


@pytest.mark.parametrize("today", ["2025-12-31", "2026-02-02", "2026-03-01", "2026-09-14", "2027-12-31"])
def test_the_state_of_a_case_is_the_same_in_both(register: Path, today: str) -> None:
    for status in ("queued", "planned", "active", "ended"):
        with reading(register, today) as (office, every):
            found = case_list(office, EVERY_CASE._replace(status=status), Listing()).payload.cases
            expected = [case.ref for case in every if case.status(office.today) == status]
            assert expected == [summary.shown.case.ref for summary in found]


@contextmanager
def reading(path: Path, today: str) -> Iterator[tuple[Office, list[Case]]]:
    office = office_of(path, today)
    with office.reading() as store:
        yield office, cases.listed(store)


def test_a_name_that_is_not_shown_sorts_nothing(register: Path) -> None:
    with pytest.raises(Unreadable) as problem:
        case_list(office_of(register), EVERY_CASE, Listing(sort="name", headings=headings))
    assert "name" not in problem.value.figures["known"]
