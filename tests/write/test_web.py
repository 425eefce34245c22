"""`ipsu browse`: the views alone, on this machine alone, and nothing left behind."""

import json
import os
import shutil
import signal
import stat
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from socket import socket

import pytest

from ipsu_cli.store.views import VIEWS
from tests.browsing import Browsing, browsing
from tests.conftest import Program

pytest.importorskip("datasette", reason="the extra web is not installed")


@pytest.fixture(scope="module")
def office(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample office, which is browsed there."""
    folder = tmp_path_factory.mktemp("browsed")
    shutil.copy2(sample, folder / "ipsu.db")
    return folder


@pytest.fixture(scope="module")
def browsed(office: Path) -> Iterator[Browsing]:
    with browsing(office) as running:
        yield running


def get(url: str, **headers: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_the_first_page_has_the_key_figures_and_leads_to_every_view(browsed: Browsing) -> None:
    code, page = get(browsed.url)
    assert 200 == code
    for text in (
        "Stegvis Stöd AB",
        "Nyckeltal",
        "Pågående ärenden, sista dagen",
        "Var pengarna är",
        "kontorets egna tal",
    ):
        assert text in page, text
    assert [] == [name for name in VIEWS if f'href="/register/{name}"' not in page]


def test_the_views_are_there_and_nothing_else(browsed: Browsing) -> None:
    tables = json.loads(get(f"{browsed.url}register.json")[1])["tables"]
    assert {*VIEWS} == {table["name"] for table in tables}
    assert 71 == next(table["count"] for table in tables if table["name"] == "cases")
    code, page = get(f"{browsed.url}register/cases/A-101")
    assert (200, True, True) == (code, "deliveries" in page, "ett ärende per rad" in page)


def test_the_copy_is_readable_by_its_owner_alone(browsed: Browsing) -> None:
    (folder,) = browsed.folder.glob(".ipsu-*")
    assert [0o700, 0o600] == [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder / "register.db")]


@pytest.mark.parametrize(
    ("path", "code"), [("register.db", 403), ("register/people", 404), ("register.json?sql=delete+from+cases", 400)]
)
def test_the_file_is_not_given_away_or_changed(browsed: Browsing, path: str, code: int) -> None:
    assert code == get(browsed.url + path)[0]


def test_a_page_of_somebody_elses_is_told_nothing(browsed: Browsing) -> None:
    assert (421, "") == get(browsed.url, Host="evil.example")
    assert (421, "") == get(browsed.url, Host=f"evil.example:{browsed.url.split(':')[2].rstrip('/')}")
    assert 200 == get(browsed.url, Host=f"localhost:{browsed.url.split(':')[2].rstrip('/')}")[0]


@pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_and_takes_the_copy_away(db: Path, number: int) -> None:
    with browsing(db.parent, "--json", lang="en") as running:
        assert 200 == get(running.url)[0]
        assert 0 == running.stop(number)
    assert ["ipsu.db"] == [path.name for path in db.parent.iterdir()]


def test_json_is_one_document(db: Path) -> None:
    with browsing(db.parent, "--json") as running:
        running.stop()
        assert running.process.stdout is not None and "" == running.process.stdout.read()


def test_a_port_that_is_taken_is_refused(ipsu: Program, db: Path) -> None:
    with closing(socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        result = ipsu(["browse", "--json", "--port", str(other.getsockname()[1])])
    assert (5, "browse.port") == (result.code, json.loads(result.err)["error"]["code"])
    assert ["ipsu.db"] == [path.name for path in db.parent.iterdir()]


def test_without_the_extra_it_says_what_to_install(ipsu: Program, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ipsu_cli.write.web.find_spec", lambda name: None)
    result = ipsu("browse")
    assert (5, "") == (result.code, result.out)
    assert 'pip install "ipsu-cli[web]"' in result.err


def test_without_an_office_there_is_nothing_to_browse(ipsu: Program) -> None:
    assert 4 == ipsu("browse").code
