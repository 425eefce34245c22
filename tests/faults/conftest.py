"""An office for faults, and a server that runs the program on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import encrypted
from tests.faults.points import served
from tests.faults.server import Server
from tests.faults.writing import set_up


@pytest.fixture(autouse=True)
def _derived_at_once() -> Iterator[None]:
    """As the server derives keys."""
    with encrypted.derived_at_once():
        yield


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office; copied, never written to."""
    folder = tmp_path_factory.mktemp("faults")
    set_up(folder)
    return folder


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One for all tests of a process."""
    serving = served(tmp_path_factory.mktemp("server"))
    yield serving
    serving.close()
