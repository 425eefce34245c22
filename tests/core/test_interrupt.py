"""A signal ends a command as long as nothing is saved; one that comes once the commit has begun changes nothing."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from ipsu_cli.core import interrupt
from ipsu_cli.store.driver import WAIT_SECONDS
from tests import program

SENT = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
ADD = ["agreement", "add", "A1", "--service", "ipsu", "--area", "Norr", "--from", "2026-01-01"]

# What comes before each script: to send the signal, also where Python gives up what is raised.
SENDING = """
import os, sys
at, number = sys.argv[1], int(sys.argv[2])
sys.argv[1:] = sys.argv[3:]
def send():
    os.kill(os.getpid(), number)
def tidied_up():
    try:
        yield
    finally:
        send()
def lose():
    next(tidied_up())
"""
RUNNING = """
from ipsu_cli.__main__ import main
main()
"""

# Sends it at the end of the change, where it is lost, where SQLite makes it an error of its own, or as SQLite is about
# to run COMMIT.
AT_A_STEP = f"""{SENDING}
import sqlite3
from ipsu_cli import store
open_file, finish = store.connect, store.Writing.finish
def finish_and_send(self):
    finish(self)
    if at == "change":
        send()
    elif at == "lost":
        lose()
    elif at == "function":
        self.conn.create_function("send", 0, send)
        self.conn.execute("SELECT send()")
store.Writing.finish = finish_and_send
def connect(path):
    conn = open_file(path)
    def about_to_run(action, named, *more):
        if at == "commit" and (action, named) == (sqlite3.SQLITE_TRANSACTION, "COMMIT"):
            send()
        return sqlite3.SQLITE_OK
    conn.set_authorizer(about_to_run)
    return conn
store.connect = connect
{RUNNING}"""

# Sends it as a module is about to be loaded, and before each other that is named loses it.
AT_A_MODULE = f"""{SENDING}
*losing, module = at.split()
class Sender:
    def find_spec(self, name, *more):
        if name in losing:
            lose()
        if name == module:
            send()
sys.meta_path.insert(0, Sender())
{RUNNING}"""

# Sends it once a function has run of those that write a file.
AT_A_FILE = f"""{SENDING}
from ipsu_cli.write import whole_file
function = getattr(whole_file, at)
def run_and_send(*words, **more):
    function(*words, **more)
    send()
setattr(whole_file, at, run_and_send)
{RUNNING}"""
FILES = {"backup copy.db": "copy.db", "template deliveries t.xlsx": "t.xlsx", "todo --ics t.ics": "t.ics"}


def run(script: str, at: str, sent: signal.Signals, words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(program.ROOT), "IPSU_LANG": "en", "IPSU_TODAY": "2026-03-09"}
    return subprocess.run(
        [sys.executable, "-c", script, at, str(int(sent)), *words],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=60, preexec_fn=program.heed_signals,
    )  # fmt: skip


@pytest.mark.skipif(not program.TELLS_WHAT_IS_OPEN, reason="the kernel does not tell which files are open")
@pytest.mark.parametrize("words", [ADD, ["agreement", "list"]], ids=["writing", "reading"])
def test_a_signal_ends_the_wait_for_another(words: list[str], db: Path) -> None:
    before = program.dump(db)
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        environment = {**os.environ, "PYTHONPATH": str(program.ROOT), "IPSU_LANG": "en", "IPSU_TODAY": "2026-03-09"}
        waiting = subprocess.Popen(
            [sys.executable, "-m", "ipsu_cli", *words], cwd=db.parent, env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=program.heed_signals,
        )  # fmt: skip
        program.wait_until_open(db, waiting)
        assert waiting.poll() is None
        time.sleep(0.2)  # what it does before it waits takes less
        waiting.send_signal(signal.SIGINT)
        out, err = waiting.communicate(timeout=WAIT_SECONDS / 2)
    assert (interrupt.EXIT, "", 1) == (waiting.returncode, out, len(err.splitlines()))
    assert before == program.dump(db)


@pytest.mark.parametrize("sent", SENT)
def test_a_signal_during_the_commit_lets_the_command_end(sent: signal.Signals, db: Path) -> None:
    done = run(AT_A_STEP, "commit", sent, ADD, db.parent)
    assert (0, "") == (done.returncode, done.stderr)
    assert "A1" in done.stdout
    assert "A1" in program.run("agreement list", folder=db.parent).out


@pytest.mark.parametrize("sent", SENT)
@pytest.mark.parametrize("step", ["change", "lost", "function"])
def test_a_signal_before_the_commit_changes_nothing(step: str, sent: signal.Signals, db: Path) -> None:
    before = program.dump(db)
    done = run(AT_A_STEP, step, sent, ADD, db.parent)
    assert (130, "") == (done.returncode, done.stdout)
    assert "ipsu: Interrupted. Nothing was changed. [command.interrupted]\n" == done.stderr
    assert before == program.dump(db)


@pytest.mark.parametrize("sent", SENT)
@pytest.mark.parametrize("module", ["gc", "ipsu_cli.app", "typer", "ipsu_cli.locale", "ipsu_cli.write.show", "sqlite3"])
def test_a_signal_in_the_first_instant_is_one_line(module: str, sent: signal.Signals, tmp_path: Path) -> None:
    done = run(AT_A_MODULE, module, sent, ["agreement", "list", "--json"], tmp_path)
    assert (130, "") == (done.returncode, done.stdout)
    assert '{"error": {"code": "command.interrupted", "message": "Interrupted. Nothing was changed."' in done.stderr
    assert 1 == done.stderr.count("\n")


@pytest.mark.parametrize("words", FILES)
def test_a_file_that_is_asked_for_is_there_or_the_signal_is_heeded(words: str, db: Path) -> None:
    before = sorted(os.listdir(db.parent))
    done = run(AT_A_FILE, "sweep", signal.SIGTERM, words.split(), db.parent)
    assert (130, before) == (done.returncode, sorted(os.listdir(db.parent)))
    done = run(AT_A_FILE, "_place", signal.SIGTERM, words.split(), db.parent)
    assert (0, "") == (done.returncode, done.stderr)
    assert (db.parent / FILES[words]).is_file()


@pytest.mark.parametrize("sent", SENT)
def test_a_reading_whose_signal_is_lost_is_ended_by_the_next(sent: signal.Signals, db: Path) -> None:
    """Until then it goes on, without a word of Python's."""
    lost, then = "ipsu_cli.parser", "typer"
    done = run(AT_A_MODULE, f"{lost} none", sent, ["agreement", "list", "--json"], db.parent)
    assert (0, "") == (done.returncode, done.stderr)
    done = run(AT_A_MODULE, f"{lost} {then}", sent, ["agreement", "list"], db.parent)
    assert (130, "", 1) == (done.returncode, done.stdout, done.stderr.count("\n"))


def test_a_signal_that_whoever_started_us_ignores_is_ignored(db: Path) -> None:
    """So does nohup."""
    script = f"import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n{AT_A_STEP}"
    assert 0 == run(script, "change", signal.SIGHUP, ADD, db.parent).returncode


def test_a_signal_between_two_commands_of_one_process_is_heeded(db: Path, tmp_path: Path) -> None:
    shutil.copy2(db, tmp_path / "other.db")
    program.heed_signals()
    assert 0 == program.run(ADD, folder=db.parent).code
    assert set() == signal.pthread_sigmask(signal.SIG_BLOCK, []) & set(SENT)
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
    interrupt.release()
