"""What is done in files once persons are erased: their digests stand in a list next to the office's file, copies in
the same folder are erased too, and no byte of what was deleted is left. All of it can be done again."""

import os
import re
import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from pathlib import Path

from ipsu_cli.core import office_key
from ipsu_cli.core.database_file import JOURNAL
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Problem, Surroundings
from ipsu_cli.core.unfinished import sync_file, sync_folder, unfinished_file
from ipsu_cli.store import Store, driver, writing
from ipsu_cli.store.connection import connect, version_of, what_failed
from ipsu_cli.store.erased import is_unswept
from ipsu_cli.store.erasure import erase, everybody
from ipsu_cli.store.migrations import VERSION
from ipsu_cli.store.neighbours import offices_next_to

ERASING = "participant erase"  # as the log calls it
DIGEST = re.compile("[0-9a-f]{64}")
DIGESTS = "SELECT digest FROM erasures"
MARKS = "SELECT max(change_id) FROM unswept"
UNMARK = "DELETE FROM unswept WHERE change_id <= ?"


class CopiesErased(NamedTuple):
    """The files in the office's folder that had an erased person in them: copies in which the person is `erased` now,
    copies of an earlier version that were `removed`, and what could not be written to, which is `left`."""

    erased: list[str]
    removed: list[str]
    left: list[str]


def list_of(path: Path) -> Path:
    """Where the digests of an office's erasures stand, for the day on which its file is lost or restored."""
    return Path(f"{path}.erased")


def listed(path: Path) -> set[bytes]:
    """The digests in that list; a line that is none says nothing."""
    with suppress(FileNotFoundError):
        lines = list_of(path).read_text(encoding="ascii", errors="replace").split()
        return {bytes.fromhex(line) for line in lines if DIGEST.fullmatch(line)}
    return set()


def known(path: Path) -> set[bytes]:
    """The digests of all erasures of an office, by its list and by its file, as far as it can be read."""
    with suppress(Problem, sqlite3.Error):
        return listed(path) | _entered(path)
    return listed(path)


def _entered(path: Path) -> set[bytes]:
    """The digests of the erasures that an office's file has."""
    with closing(connect(path)) as conn:
        return {bytes(row[0]) for row in conn.execute(DIGESTS)}


def settle(path: Path, today: str, who: str) -> CopiesErased:
    """Do what is left to do after an erasure in the file at `path`: with copies next to it, and with its free bytes.
    Raises `Problem` where the file cannot be read just now: who was erased in it must not be missing from the list."""
    path = path.resolve()
    try:
        digests = listed(path) | _entered(path)
        _keep(list_of(path), digests)
        done = _erase_copies(path, digests, today, who)
        sweep(path)
    except OSError as error:
        raise Surroundings("file.not-writable", path=str(path), why=error.strerror) from None
    except sqlite3.Error as error:
        raise what_failed(error, path) from error
    return done


def finish(path: Path, today: str, who: str) -> None:
    """The same of what a killed run has left; where it fails, the next command does it."""
    with suppress(Problem, sqlite3.Error):
        settle(path, today, who)


def sweep(path: Path) -> None:
    """Let the file be written again without what is free in it: a page may hold bytes of what was deleted."""
    with closing(connect(path)) as conn:
        mark = conn.execute(MARKS).fetchone()[0]
        conn.execute("VACUUM")
        conn.execute(UNMARK, (mark,))


def erase_again(path: Path, digests: Collection[bytes], today: str, who: str) -> int:
    """Erase everybody in a copy whose erasure is known by its digest; one of an older version takes the steps that it
    lacks first. Returns how many there were."""
    if not _holds(path, digests):
        return 0
    with closing(driver.connect(path)) as conn:
        if version_of(conn, path) < VERSION:
            from ipsu_cli.store.migrate import migrate

            migrate(conn)
    with writing(path, today, who, ERASING) as store:
        persons = [person for person in everybody(store) if person.digest in digests]
        erase(store, persons)
    sweep(path)
    return len(persons)


def _keep(file: Path, digests: Collection[bytes]) -> None:
    """Write the list whole; a digest that stands in it stays."""
    with unfinished_file(file.parent) as made:
        made.write_text("".join(f"{digest.hex()}\n" for digest in sorted(digests)), encoding="ascii")
        sync_file(made)
        os.replace(made, file)
        sync_folder(file.parent)


def _erase_copies(path: Path, digests: Collection[bytes], today: str, who: str) -> CopiesErased:
    done = CopiesErased([], [], [])
    earlier = re.compile(re.escape(f"{path.name}.before-") + r"\d+(-\d+)?")
    for copy in offices_next_to(path):
        try:
            with office_key.without_asking():  # it would be the key of another file, in the middle of a change
                if not _holds(copy, digests):
                    _sweep_again(copy)
                elif earlier.fullmatch(copy.name):
                    copy.unlink()
                    done.removed.append(copy.name)
                else:
                    erase_again(copy, digests, today, who)
                    done.erased.append(copy.name)
        except (Problem, sqlite3.Error, OSError, ValueError):
            done.left.append(copy.name)
    return done


def _sweep_again(copy: Path) -> None:
    """Let a copy be written again in which a killed run has erased, and no more."""
    with closing(driver.connect(copy, "ro")) as conn:
        unswept = version_of(conn, copy) == VERSION and is_unswept(conn)
    if unswept:
        sweep(copy)


def copies_with(path: Path, digests: Collection[bytes]) -> list[Path]:
    """The files in the office's folder that have somebody in them whose digest this is."""
    found = []
    for copy in offices_next_to(path):
        with office_key.without_asking(), suppress(Problem, sqlite3.Error, OSError, ValueError):
            found += [copy] if _holds(copy, digests) else []
    return found


def _holds(path: Path, digests: Collection[bytes]) -> bool:
    """Is anybody in the file who was erased? It is only read, but where a kill has left a change of it half done: to
    take that back puts the person there again."""
    mode = "rw" if os.path.exists(f"{path}{JOURNAL}") else "ro"
    with closing(driver.connect(path, mode)) as conn:
        return any(person.digest in digests for person in everybody(Store(conn)))
