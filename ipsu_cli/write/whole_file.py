"""A file that appears whole or not at all."""

import errno
import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from ipsu_cli.core import interrupt
from ipsu_cli.core.database_file import FILES_NEXT_TO, SQLITE
from ipsu_cli.core.office_key import ENCRYPTED
from ipsu_cli.core.problem import Refused, Surroundings
from ipsu_cli.core.unfinished import claim, make_private, place, sync_folder, unfinished, unfinished_folder

if sys.platform != "win32":
    import fcntl

NOT_WRITABLE = "file.not-writable"
SUMS = "SHA256SUMS"
# What `force` is in a new folder: nothing is overwritten there, and a rename leaves no second name as a link can.
ALONE = True
# A database that is made under such a name has a journal next to it.
OURS = re.compile(r"(\.ipsu-(\d+)-[0-9a-f]{16})(?:-journal)?")


def write_whole(path: Path, fill: Callable[[BinaryIO], None], *, force: bool) -> None:
    """`path` holds all that `fill` wrote, on the disk, mode 0600; or it is as it was.

    What a killed run left in the same folder is removed first.
    """
    refuse_taken(path, force=force)
    sweep(path.parent)
    with on_disk(path):
        try:
            _write(path, fill, force=force)
        except FileExistsError:
            raise _taken(path) from None


@contextmanager
def on_disk(path: Path) -> Iterator[None]:
    """What the disk refuses in the block is said of `path`, which cannot be written then; also of a file that the block
    makes on the way there, under a name that nobody typed."""
    try:
        yield
    except Surroundings as error:
        if error.code != NOT_WRITABLE:
            raise
        raise _not_writable(path, error.figures["why"]) from error
    except OSError as error:
        raise _not_writable(path, os.strerror(error.errno) if error.errno else str(error)) from error


def write_bytes(path: Path, content: bytes, *, force: bool) -> None:
    """The same, of what is at hand."""

    def fill(file: BinaryIO) -> None:
        file.write(content)

    write_whole(path, fill, force=force)


def refuse_taken(path: Path, *, force: bool) -> None:
    """Only a plain file may stand at `path`, and only with `force`. To be asked before a change is saved."""
    if path.name.endswith(FILES_NEXT_TO):
        raise Refused("file.is-database", path=str(path))
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise _not_writable(path, os.strerror(error.errno or errno.EIO)) from error
    if not stat.S_ISREG(mode):
        raise _not_writable(path, _what(mode))
    if _is_database(path):
        raise Refused("file.is-database", path=str(path))
    if not force:
        raise _taken(path)


def refuse_unwritable(path: Path) -> None:
    """Raise where no file can be made next to `path`. To be asked before a change is saved."""
    probe = unfinished(path.parent)
    with on_disk(path):
        os.close(make_private(probe))
        probe.unlink()


def _is_database(path: Path) -> bool:
    """The office's own file, or another's: no workbook ever goes over it, whatever `force` says."""
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)).startswith((SQLITE, ENCRYPTED))
    except OSError:
        return False


def _what(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return os.strerror(errno.EISDIR)
    return "Symbolic link" if stat.S_ISLNK(mode) else "Not a regular file"


def _taken(path: Path) -> Refused:
    return Refused("file.exists", command="--force", path=str(path))


def _not_writable(path: Path, why: str) -> Surroundings:
    return Surroundings(NOT_WRITABLE, path=str(path), why=why)


def _write(path: Path, fill: Callable[[BinaryIO], None], *, force: bool) -> None:
    temp = unfinished(path.parent)
    file = os.fdopen(make_private(temp), "w+b")
    try:
        with file:
            claim(file.fileno())
            os.chmod(temp, 0o600)  # the umask may have taken bits away
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        interrupt.hold()  # once it has its name the command has done what it was asked to
        _place(temp, path, force=force)
    finally:
        with suppress(OSError):
            temp.unlink()
    sync_folder(path.parent)


def _place(temp: Path, path: Path, *, force: bool) -> None:
    """`temp` becomes `path`. Without `force`, FileExistsError if something came there meanwhile."""
    if force:
        os.replace(temp, path)
        return
    place(temp, path)


@contextmanager
def private_folder(path: Path) -> Iterator[Path]:
    """All temporary files of the block lie in a folder that only we may open, next to `path`; gives that folder.

    openpyxl keeps each sheet in one, names and all; in /tmp a killed run would leave them there for good.
    """
    before = tempfile.tempdir
    with ExitStack() as opened:
        with on_disk(path):
            folder = opened.enter_context(unfinished_folder(path.parent))
        tempfile.tempdir = str(folder)
        try:
            yield folder
        finally:
            tempfile.tempdir = before


def write_whole_folder(path: Path, fill: Callable[[Path], None], *, force: bool) -> None:
    """`path` is a folder that holds all that `fill` put into the one it is given, mode 0700; or it is as it was.

    With `force` a folder that holds nothing but what such a one lists in SHA256SUMS may be replaced.
    """
    refuse_taken_folder(path, force=force)
    sweep(path.parent)
    with on_disk(path):
        with unfinished_folder(path.parent) as temp:
            with interrupt.trying():
                fill(temp)
            sync_folder(temp)
            interrupt.hold()
            _place_folder(temp, path)
        sync_folder(path.parent)


def _place_folder(temp: Path, path: Path) -> None:
    """The old folder steps aside first: no folder is renamed over one that holds something."""
    aside = unfinished(path.parent)
    if path.exists():
        os.rename(path, aside)
    try:
        os.rename(temp, path)
    except OSError:
        if aside.exists():
            os.rename(aside, path)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def refuse_taken_folder(path: Path, *, force: bool) -> None:
    """No folder may stand at `path`, with `force` one of ours. To be asked before a change is saved."""
    try:
        mode = path.lstat().st_mode
        within = sorted(path.rglob("*")) if stat.S_ISDIR(mode) else []
    except FileNotFoundError:
        return
    except OSError as error:
        raise _not_writable(path, os.strerror(error.errno or errno.EIO)) from error
    if not stat.S_ISDIR(mode):
        raise _not_writable(path, os.strerror(errno.ENOTDIR))
    if within and not force:
        raise _taken(path)
    listed = _listed(path)
    strange = [entry for entry in within if not entry.is_dir() and entry.relative_to(path).as_posix() not in listed]
    if strange:
        raise Refused("folder.not-ours", path=str(path), file=strange[0].name)


def _listed(folder: Path) -> set[str]:
    """What the folder's own list names, and the list."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return set()
    return {SUMS, *(line[66:] for line in lines)}


def sweep(folder: Path) -> None:
    """What killed runs left in `folder` is gone; the files of a run that lives are not touched."""
    with suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            match = OURS.fullmatch(entry.name)
            if match and not _in_use(folder / match[1], int(match[2])):
                _remove(entry)


def _remove(entry: "os.DirEntry[str]") -> None:
    with suppress(OSError):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            os.unlink(entry.path)


def _in_use(path: Path, pid: int) -> bool:
    """A live process has it. In a container every run may be number 1: of our own number the lock tells."""
    return _locked(path) or (pid != os.getpid() and _lives(pid))


def _lives(pid: int) -> bool:
    if sys.platform == "win32":
        return False  # an open file cannot be removed there, which protects it
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _locked(path: Path) -> bool:
    if sys.platform == "win32":
        return False
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(handle)
    return False
