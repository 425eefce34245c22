"""Signals that end a command: one that comes before the commit interrupts it; a later one is as if none had come."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

EXIT = 130
SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))

Handler = Callable[[int, Any], Any]


class _State:
    held = False
    trying = False
    came = False


def watch() -> None:
    """From here on a signal raises `KeyboardInterrupt`; one that whoever started us lets us ignore stays ignored."""
    _let(_interrupt)


@contextmanager
def answered_by(handler: Handler) -> Iterator[None]:
    """In the block a signal raises nothing: `handler` ends the work."""
    _let(handler)
    try:
        yield
    finally:
        watch()


def _let(handler: Handler) -> None:
    with suppress(ValueError):  # only the main thread may
        for number in SIGNALS:
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, handler)


def hold() -> None:
    """From here to the end of the program no signal does anything. One that came before raises here at the latest: also
    where Python gave up what was raised then, as it does while it tidies up."""
    if not _State.trying:
        _let_none_in()
    if _State.came:
        raise KeyboardInterrupt


def _let_none_in() -> None:
    if hasattr(signal, "pthread_sigmask"):  # without the mask a system call of SQLite may end half done
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    _State.held = True


@contextmanager
def trying() -> Iterator[None]:
    """What is committed in the block lies where nobody sees it and may be given up: a signal still interrupts."""
    before, _State.trying = _State.trying, True
    try:
        yield
    finally:
        _State.trying = before


def release() -> None:
    """Let signals come again, and those that waited do nothing: for a process that runs several commands."""
    _let_in()
    _State.came = _State.held = False


def _let_in() -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)


def behind(error: BaseException) -> BaseException:
    """What is behind an error: the signal that came before it, of which SQLite makes an error of ours."""
    return KeyboardInterrupt() if _State.came else error


def lost(unraisable: Any) -> None:
    """In place of Python's note of what it gives up while it tidies up. An interrupt is remembered, and the next signal
    interrupts once more."""
    if not issubclass(unraisable.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(unraisable)
        return
    _State.held = False
    with suppress(KeyboardInterrupt):
        _let_in()


def _interrupt(signum: int, frame: object) -> None:
    """The first one interrupts; what is tidied up after it is left in peace."""
    if not _State.held:
        _State.came = True
        hold()
