"""The language of an office, as far as it can be read of the file before it is opened as an office."""

import os
import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from pathlib import Path

from ipsu_cli.core import office_key
from ipsu_cli.core.problem import Problem
from ipsu_cli.store import driver

LANGUAGE = "SELECT lang FROM office"


def language_in(path: Path, known: Collection[str]) -> str | None:
    """Which of the known ones it is; None where the file says none of them. Nobody is asked for a key or waited for,
    and the file stays as it is: one that is encrypted says its language in its first bytes. What is no ordinary file is
    not opened: a pipe would wait for somebody to write in it."""
    if not os.path.isfile(path):
        return None
    return next((lang for say in (office_key.language_of, _entered) if (lang := say(path)) in known), None)


def _entered(path: Path) -> str | None:
    with suppress(Problem, sqlite3.Error), office_key.without_asking(), closing(driver.connect(path, "ro")) as conn:
        conn.execute("PRAGMA busy_timeout=0")
        row = conn.execute(LANGUAGE).fetchone()
        return str(row[0]) if row else None
    return None
