"""What others have made, to judge us by: their packages, and the data in the folder that IPSU_JUDGES names.

Where IPSU_JUDGES is set a judge that is not there is a failure; elsewhere its tests are skipped, and say so.
"""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import pytest


def wanted() -> bool:
    """Is every judge asked for?"""
    return bool(os.environ.get("IPSU_JUDGES"))


def missing(what: str) -> NoReturn:
    """Stop the test: skipped, or failed where every judge is asked for."""
    message = f"{what} is not there to judge"
    if wanted():
        pytest.fail(message)
    pytest.skip(message)


def data(name: str) -> Path:
    """A folder of the judges' data."""
    folder = Path(os.environ.get("IPSU_JUDGES") or "nowhere") / name
    if not folder.is_dir():
        missing(f"{name}/ in IPSU_JUDGES")
    return folder


def package(name: str) -> Path:
    """Where a judge's package lies. It is not loaded."""
    found = find_spec(name)
    if found is None or not found.origin:
        missing(f"the package {name}")
    return Path(found.origin).parent
