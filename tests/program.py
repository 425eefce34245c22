"""Running `ipsu` from a test, in this process or in one of its own, with nothing of the machine's own setting."""

import datetime as dt
import io
import json
import os
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests import encrypted

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2026-03-09"
TERM = "xterm-256color"


@dataclass(frozen=True)
class Result:
    """What a run of the program left: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The document on stdout."""
        return json.loads(self.out)


def heed_signals() -> None:
    """A shell lets what it runs in the background ignore an interrupt, nohup a hang-up, and a change of the register
    that was made in this process holds all; whatever those start inherits it. Here they end a process again."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [number])


TELLS_WHAT_IS_OPEN = Path("/proc/self/fd").is_dir()


def wait_until_open(path: Path, process: "subprocess.Popen[Any]") -> None:
    """Until the process has the file open, and so minds its signals, however slowly it starts; or it has ended."""
    handles = Path(f"/proc/{process.pid}/fd")
    while process.poll() is None:
        with suppress(OSError):  # a file that was closed while we looked
            if str(path.resolve()) in [os.readlink(handle) for handle in handles.iterdir()]:
                return
        time.sleep(0.01)


def run(
    words: str | list[str],
    *,
    folder: Path,
    today: str = TODAY,
    stdin: str | None = None,
    encoding: str | None = "utf-8",
    **env: str | None,
) -> Result:
    """`ipsu WORDS` in `folder`, in this process, into pipes of an encoding; a value of None takes a name out of the
    environment."""
    return _run(words, folder, _environment(today, env), stdin, _text_stream(encoding), _text_stream(encoding))


def run_on_a_terminal(
    words: str | list[str], *, folder: Path, today: str = TODAY, columns: int = 200, **env: str | None
) -> Result:
    """The same, and it takes its stdout for a terminal that is so wide.

    Its stderr is none: the bar of long work, which comes when a second has passed, would come and go with the load of
    the machine.
    """
    wide: dict[str, str | None] = {"COLUMNS": str(columns), "TERM": TERM, **env}
    out, err = _text_stream("utf-8", _Terminal), _text_stream("utf-8")
    return _run(words, folder, _environment(today, wide), None, out, err)


def _run(
    words: str | list[str], folder: Path, environment: dict[str, str], stdin: str | None, out: io.TextIOWrapper,
    err: io.TextIOWrapper,
) -> Result:  # fmt: skip
    from ipsu_cli.app import main
    from ipsu_cli.core import interrupt

    with (
        _in_place(folder, environment),
        _clock(environment),
        _reading_from(stdin),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = _exit_code(main, _argv(words))
        interrupt.release()
    return Result(code, _what(out), _what(err))


def run_process(
    words: str | list[str],
    *,
    folder: Path,
    today: str = TODAY,
    stdin: str | None = None,
    timeout: int = 120,
    **env: str | None,
) -> Result:
    """The same as `run`, in a process of its own."""
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    done = subprocess.run(
        [sys.executable, "-m", "ipsu_cli", *_argv(words)],
        cwd=folder,
        env=_environment(today, {"PYTHONPATH": os.pathsep.join(paths), **env}),
        input=(stdin or "").encode(),
        capture_output=True,
        timeout=timeout,
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def on_a_terminal(
    words: str | list[str], *, folder: Path, today: str = TODAY, columns: int = 200, **env: str | None
) -> str:
    """What `ipsu WORDS` shows on a terminal, in this process; it must succeed."""
    shown = run_on_a_terminal(words, folder=folder, today=today, columns=columns, **env)
    assert 0 == shown.code, shown.err
    return shown.out


def on_a_real_terminal(
    words: str | list[str], *, folder: Path, today: str = TODAY, columns: int = 200, **env: str | None
) -> str:
    """The same, in a process of its own, on a terminal of the system that is so wide."""
    import termios

    ours, terminal = os.openpty()
    termios.tcsetwinsize(terminal, (50, columns))
    environment = {"PYTHONPATH": str(ROOT), "TERM": TERM, "COLUMNS": None, **env}
    with os.fdopen(ours, "rb", buffering=0) as screen, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [sys.executable, "-m", "ipsu_cli", *_argv(words)], cwd=folder, env=_environment(today, environment),
            stdin=terminal, stdout=terminal, stderr=err,
        )  # fmt: skip
        os.close(terminal)
        shown = b"".join(_until_closed(screen))
        code = process.wait()
        err.seek(0)
        assert 0 == code, err.read().decode()
    return shown.decode().replace("\r\n", "\n")


def _until_closed(screen: io.RawIOBase) -> Iterator[bytes]:
    """What is written, until nobody has the terminal any more; Linux reports that as an error of reading."""
    with suppress(OSError):
        while written := screen.read(65536):
            yield written


def dump(path: Path) -> str:
    """Every row of every table, a line each and in order, to see that a refusal changed nothing."""
    conn = encrypted.connect(path, "ro")
    try:
        tables = conn.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        rows = [f"{name} {row!r}" for (name,) in tables for row in conn.execute(f'SELECT * FROM "{name}"')]
    finally:
        conn.close()
    return "\n".join(sorted(rows))


def _argv(words: str | list[str]) -> list[str]:
    return shlex.split(words) if isinstance(words, str) else list(words)


def _environment(today: str, env: dict[str, str | None]) -> dict[str, str]:
    """The machine's, without any setting of ours, then what the test asks for."""
    ours = {"IPSU_TODAY": today, "IPSU_LANG": "en", "COLUMNS": "200", "NO_COLOR": "1"}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("IPSU_")}
    variables: dict[str, str | None] = {**inherited, **ours, **env}
    return {name: value for name, value in variables.items() if value is not None}


# The machine's clock where a test says what today is.
LONG_AGO = (dt.date(2001, 1, 1), dt.time(12))


def _clock(environment: dict[str, str]) -> AbstractContextManager[object]:
    """A machine whose day no test is about, so that no answer depends on the day on which the tests run."""
    if "IPSU_TODAY" not in environment:
        return nullcontext()
    return patch("ipsu_cli.office.now_in_sweden", lambda: LONG_AGO)


@contextmanager
def _in_place(folder: Path, environment: dict[str, str]) -> Iterator[None]:
    before, kept = Path.cwd(), dict(os.environ)
    os.chdir(folder)
    _set_environment(environment)
    try:
        yield
    finally:
        _set_environment(kept)
        os.chdir(before)


def _set_environment(wanted: dict[str, str]) -> None:
    """Only what differs is set: to set them all again would be a tenth of a run."""
    for name in os.environ.keys() - wanted.keys():
        del os.environ[name]
    for name, value in wanted.items():
        if os.environ.get(name) != value:
            os.environ[name] = value


@contextmanager
def _reading_from(text: str | None) -> Iterator[None]:
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO((text or "").encode()), encoding="utf-8")
    try:
        yield
    finally:
        sys.stdin = before


class _Kept(io.BytesIO):
    """Bytes that can be read after the program has closed its stream."""

    kept = b""

    def close(self) -> None:
        if not self.closed:
            self.kept = self.getvalue()
        super().close()


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def _text_stream(encoding: str | None, kind: type[io.TextIOWrapper] = io.TextIOWrapper) -> io.TextIOWrapper:
    return kind(_Kept(), encoding=encoding, newline="", write_through=True)


def _what(stream: io.TextIOWrapper) -> str:
    """What was written to `stream`, with the line ends of the platform read as such."""
    kept: Any = stream.buffer
    written: bytes = kept.kept if kept.closed else kept.getvalue()
    return written.decode(stream.encoding).replace(os.linesep, "\n")


def _exit_code(main: Any, argv: list[str]) -> int:
    try:
        return int(main(argv))
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
