"""`ipsu browse` in a process of its own, for as long as a test looks at it."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import program


@dataclass
class Browsing:
    """The running command: its address, and what it leaves when it ends."""

    process: subprocess.Popen[str]
    url: str
    folder: Path

    def stop(self, number: int = signal.SIGINT) -> int:
        """Interrupt it. Returns its exit code."""
        self.process.send_signal(number)
        return self.process.wait(timeout=30)


@contextmanager
def browsing(folder: Path, *words: str, lang: str = "sv", today: str = "2026-11-02") -> Iterator[Browsing]:
    """`ipsu browse WORDS` in the folder, once it has said where."""
    environment = program._environment(today, {"PYTHONPATH": str(program.ROOT), "IPSU_LANG": lang})
    line = [sys.executable, "-m", "ipsu_cli", "browse", *words]
    with subprocess.Popen(
        line, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True, preexec_fn=program.heed_signals
    ) as process:
        assert process.stdout is not None
        try:
            found = process.stdout.readline()
            yield Browsing(process, "http://" + found.partition("http://")[2].split("/")[0] + "/", folder)
        finally:
            process.kill()
