"""How far long work has come: a bar on stderr, where a person looks and only once a second has passed."""

import os
import sys
import time
from typing import Any

from ipsu_cli.locale import say

PATIENCE = 1  # seconds until a bar is shown
BETWEEN = 0.1  # seconds until it moves: to draw it takes longer than much of what it tells of


class Progress:
    """Hears how far the work is. Nothing is loaded or shown for work that is soon done."""

    def __init__(self, name: str, lang: str, *, quiet: bool = False) -> None:
        looked_at = bool(sys.stderr) and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self.text, self.lang, self.silent = name, lang, quiet or not looked_at
        self._begun = time.monotonic()
        self._bar: Any = None
        self._shown = 0.0
        self._task: Any = None

    def __call__(self, done: int, of: int) -> None:
        """So much is done of so much."""
        if self.silent or (self._bar is None and time.monotonic() - self._begun < PATIENCE):
            return
        if self._bar is None:
            self._show()
        elif time.monotonic() - self._shown < BETWEEN:
            return
        self._shown = time.monotonic()
        self._bar.update(self._task, completed=done, total=of, refresh=True)

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        console = Console(stderr=True, no_color=bool(os.environ.get("NO_COLOR")) or None)
        columns = TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()
        self._bar = Progress(*columns, console=console, transient=True, auto_refresh=False)
        self._task = self._bar.add_task(say(f"message.progress-{self.text}", self.lang))
        self._bar.start()

    def close(self) -> None:
        """Take the bar away; what follows begins on a clean line."""
        if self._bar is not None:
            self._bar.stop()
