"""A file appears whole or not at all, private, and never over another unasked."""

import errno
import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from ipsu_cli.core.problem import Refused, Surroundings
from ipsu_cli.core.unfinished import unfinished_file
from ipsu_cli.write.whole_file import private_folder, sweep, write_whole
from tests.conftest import Program

needs_posix = pytest.mark.skipif(os.name == "nt", reason="signals, links and modes of a POSIX system")


def hello(file: BinaryIO) -> None:
    file.write(b"hello")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_file_is_whole_and_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", hello, force=False)
    assert (tmp_path / "a.txt").read_bytes() == b"hello"
    assert names(tmp_path) == ["a.txt"]


@needs_posix
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
@pytest.mark.parametrize("force", [False, True])
def test_mode_is_0600_under_any_umask(tmp_path: Path, umask: int, force: bool) -> None:
    before = os.umask(umask)
    try:
        write_whole(tmp_path / "a.txt", hello, force=force)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o600


def test_an_existing_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("mine")
    with pytest.raises(Refused) as problem:
        write_whole(path, lambda file: pytest.fail("nothing is to be written"), force=False)
    assert (problem.value.code, problem.value.command) == ("file.exists", "--force")
    assert problem.value.figures == {"path": str(path)}
    assert path.read_text() == "mine"


def test_force_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("mine, and longer")
    write_whole(path, hello, force=True)
    assert path.read_bytes() == b"hello"


def test_a_file_that_came_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"

    def slow(file: BinaryIO) -> None:
        path.write_text("another's")
        file.write(b"mine")

    with pytest.raises(Refused, match=r"file\.exists"):
        write_whole(path, slow, force=False)
    assert path.read_text() == "another's"
    assert names(tmp_path) == ["a.txt"]


def test_where_links_are_not_known_nothing_is_overwritten_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", no_links)
    write_whole(tmp_path / "a.txt", hello, force=False)
    assert (tmp_path / "a.txt").read_bytes() == b"hello"
    with pytest.raises(Refused, match=r"file\.exists"):
        write_whole(tmp_path / "b.txt", lambda file: (tmp_path / "b.txt").touch(), force=False)
    assert names(tmp_path) == ["a.txt", "b.txt"]


@needs_posix
@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("kind", ["folder", "link", "dangling", "pipe"])
def test_only_a_plain_file_is_replaced(tmp_path: Path, kind: str, force: bool) -> None:
    path, other = tmp_path / "a.txt", tmp_path / "other.txt"
    if kind != "dangling":
        other.write_text("kept")
    make: dict[str, Callable[[], None]] = {
        "folder": path.mkdir,
        "link": lambda: path.symlink_to(other),
        "dangling": lambda: path.symlink_to(other),
        "pipe": lambda: os.mkfifo(path),
    }
    make[kind]()
    with pytest.raises(Surroundings) as problem:
        write_whole(path, hello, force=force)
    assert problem.value.code == "file.not-writable"
    assert problem.value.figures["path"] == str(path)
    assert problem.value.figures["why"]
    assert other.exists() == (kind != "dangling")


@pytest.mark.parametrize("where", ["missing/a.txt", "plain/a.txt", "x" * 300])
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, where: str) -> None:
    (tmp_path / "plain").touch()
    with pytest.raises(Surroundings) as problem:
        write_whole(tmp_path / where, hello, force=False)
    assert problem.value.code == "file.not-writable"


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt(), ValueError()])
def test_a_fault_leaves_what_was_there(tmp_path: Path, fault: BaseException, force: bool) -> None:
    path = tmp_path / "a.txt"
    if force:
        path.write_text("old")

    def broken(file: BinaryIO) -> None:
        file.write(b"half of it")
        raise fault

    expected = Surroundings if isinstance(fault, OSError) else type(fault)
    with pytest.raises(expected):
        write_whole(path, broken, force=force)
    assert names(tmp_path) == (["a.txt"] if force else [])
    assert not force or path.read_text() == "old"


@needs_posix
def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    """Through the kernel: a limit on the size of a file stands for the full disk."""
    done = run(
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)",
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))",
        "from ipsu_cli.core.problem import Surroundings",
        "try: write_whole(path, lambda file: file.write(bytes(5000)), force=True)",
        "except Surroundings as problem: print(problem.code, problem.figures['why'])",
        path=tmp_path / "a.txt",
    )
    out, _ = done.communicate(timeout=60)
    assert out == "file.not-writable File too large\n"
    assert names(tmp_path) == []


@needs_posix
def test_a_run_of_the_same_number_leaves_an_unfinished_file_alone(tmp_path: Path) -> None:
    """In a container every run may be number 1: a database on its way is held like any other file."""
    with unfinished_file(tmp_path) as made:
        sweep(tmp_path)
        assert made.exists()
        assert 0o600 == stat.S_IMODE(made.stat().st_mode)
    assert names(tmp_path) == []


def run(*lines: str, path: Path) -> "subprocess.Popen[str]":
    start = ["import time; from pathlib import Path", "from ipsu_cli.write.whole_file import write_whole"]
    program = "\n".join([*start, f"path = Path({str(path)!r})", *lines])
    return subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env={**os.environ, "LC_ALL": "C"}
    )


def halted(folder: Path) -> "subprocess.Popen[str]":
    """A run that stands still in the middle of its file."""
    writer = run(
        "from ipsu_cli.write.whole_file import private_folder",
        "def fill(file):",
        "    with private_folder(path):",
        "        file.write(b'secret'); file.flush(); print('half', flush=True); time.sleep(60)",
        "write_whole(path, fill, force=True)",
        path=folder / "a.txt",
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "half\n"
    return writer


@needs_posix
def test_kill_in_the_middle_leaves_the_old_file_and_the_next_run_sweeps(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    writer = halted(tmp_path)
    sweep(tmp_path)
    assert len(names(tmp_path)) == 3, "what a live run has is not touched"
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    assert path.read_text() == "old"
    left = [name for name in names(tmp_path) if name.startswith(".ipsu-")]
    assert len(left) == 2
    for name in left:
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) in (0o600, 0o700)
    write_whole(tmp_path / "b.txt", hello, force=False)
    assert names(tmp_path) == ["a.txt", "b.txt"]


@needs_posix
def test_kills_at_any_moment_leave_old_or_new(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    old, new = b"old" * 1000, b"new" * 100_000
    for n in range(12):
        path.write_bytes(old)
        writer = run(
            "print('go', flush=True)",
            "while True: write_whole(path, lambda file: file.write(b'new' * 100_000), force=True)",
            path=path,
        )
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(0.003 * n)
        writer.kill()
        writer.wait()
        assert path.read_bytes() in (old, new)
    sweep(tmp_path)
    assert names(tmp_path) == ["a.txt"]


def test_what_an_earlier_process_of_our_own_number_left_is_swept(tmp_path: Path) -> None:
    """In a container every run may be process 1."""
    (tmp_path / f".ipsu-{os.getpid()}-0123456789abcdef").write_text("left")
    sweep(tmp_path)
    assert names(tmp_path) == []


def test_a_command_sweeps_where_it_has_saved_and_nowhere_else(ipsu: Program, db: Path) -> None:
    left = db.parent / f".ipsu-{os.getpid()}-0123456789abcdef"
    left.touch()
    assert 0 == ipsu("agreement list").code
    assert left.exists()
    assert 0 == ipsu("agreement add A1 --service ipsu --area Norr --from 2026-01-01").code
    assert not left.exists()


def test_sweep_touches_nothing_else(tmp_path: Path) -> None:
    kept = [".ipsu-notes", ".ipsu-12-xyz", "ipsu.db", ".ipsu-1-0123456789abcdef.txt"]
    for name in kept:
        (tmp_path / name).touch()
    (tmp_path / ".ipsu-1-0123456789abcdef").touch()  # process 1 lives, whoever it is
    sweep(tmp_path)
    sweep(tmp_path / "missing")
    assert names(tmp_path) == sorted([*kept, ".ipsu-1-0123456789abcdef"])


@needs_posix
def test_sweep_follows_no_link(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    outside.mkdir()
    folder.mkdir()
    (outside / "kept").touch()
    (folder / ".ipsu-999999999-0123456789abcdef").symlink_to(outside)
    sweep(folder)
    assert (names(outside), names(folder)) == (["kept"], [])


@needs_posix
def test_temporary_files_lie_in_a_private_folder(tmp_path: Path) -> None:
    before = tempfile.tempdir
    with private_folder(tmp_path / "a.xlsx"):
        inside = Path(tempfile.mkstemp()[1])
        assert inside.parent.parent == tmp_path
        assert stat.S_IMODE(inside.parent.stat().st_mode) == 0o700
        sweep(tmp_path)
        assert inside.exists()
    assert tempfile.tempdir == before
    assert names(tmp_path) == []
