"""Showing an answer or a refusal, and what is said when even that fails."""

import codecs
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from ipsu_cli.core import interrupt
from ipsu_cli.core.answer import MANUAL, Answer
from ipsu_cli.core.problem import BadDatabase, Problem, Refused, SavedAnyway, Surroundings, Unreadable

AS_JSON = "ipsu-json"  # what Python calls our way of escaping


def is_terminal() -> bool:
    """Does a person look at stdout?"""
    return bool(sys.stdout) and sys.stdout.isatty()


def answer(answer: Answer, lang: str, *, json: bool, quiet: bool) -> int:
    """Print the answer and return the exit code; what is saved stays saved if printing fails."""
    try:
        if json:
            _encodable(sys.stdout, json=True).writelines(_as_json(answer, lang))
        elif not quiet:
            _print(answer, lang)
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError) as error:
        return _unprinted(answer, lang, error, json=json)
    return answer.exit


def _as_json(answer: Answer, lang: str) -> Iterator[str]:
    from ipsu_cli.core.plain_json import pieces
    from ipsu_cli.core.text import clean_json
    from ipsu_cli.locale import answer_json

    yield from map(clean_json, pieces(answer_json(answer, lang)))
    yield "\n"


def _print(answer: Answer, lang: str) -> None:
    out = _encodable(sys.stdout)
    if answer.tables and out.isatty() and os.environ.get("TERM") != "dumb":
        from ipsu_cli.write import terminal

        terminal.show(answer, lang)
    elif answer.lines and answer.lines[0].code == MANUAL and (width := _width_of(out)):
        from ipsu_cli.locale import sentence
        from ipsu_cli.write.manual import laid_out

        out.write(laid_out(sentence(answer.lines[0], lang), width) + "\n")
    else:
        from ipsu_cli.write.screen import as_text

        out.writelines(as_text(answer, lang))
    if answer.warnings:
        from ipsu_cli.write.problem_text import warning

        for finding in answer.warnings:
            _encodable(sys.stderr).write(warning(finding, lang, _width_of(sys.stderr)) + "\n")


def _width_of(stream: Any) -> int | None:
    """How wide the terminal is that it goes to; None where it goes to none."""
    if stream is None or not stream.isatty():
        return None
    import shutil

    return shutil.get_terminal_size().columns


def _encodable(stream: Any, *, json: bool = False) -> Any:
    """The stream, writing what its encoding lacks as an escape: that must not fail after the commit.

    JSON is UTF-8, else ASCII: a program that reads it may take a pipe of Windows for another code page than we do.
    Raises `OSError` where whoever started the program has closed the stream.
    """
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    if json and not _is_utf8(stream):
        codecs.register_error(AS_JSON, _escaped)
        stream.reconfigure(encoding="ascii", errors=AS_JSON)
    elif hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")
    return stream


def _is_utf8(stream: Any) -> bool:
    """Does it write UTF-8? What cannot be told otherwise is left as it is."""
    return not hasattr(stream, "reconfigure") or codecs.lookup(stream.encoding).name == "utf-8"


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """Characters that ASCII lacks as JSON escapes them: two halves for those beyond the first plane."""
    assert isinstance(error, UnicodeEncodeError)
    halves = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    units = (halves[place : place + 2].hex() for place in range(0, len(halves), 2))
    return "".join(f"\\u{unit}" for unit in units), error.end


def _unprinted(answer: Answer, lang: str, error: BaseException, *, json: bool) -> int:
    """Saved is saved, and stderr says so. A list that cannot be written has failed; a reader who has read enough and
    left is no failure."""
    _forget_stdout()
    if answer.saved:
        return refusal(SavedAnyway("output.saved"), lang, json=json)
    if isinstance(error, BrokenPipeError):
        return answer.exit
    why = getattr(error, "strerror", None) or type(error).__name__
    return refusal(Surroundings("output.failed", why=why), lang, json=json)


def _forget_stdout() -> None:
    """Python flushes stdout once more at its end, and would complain of it again."""
    with open(os.devnull, "w") as nowhere:
        try:
            os.dup2(nowhere.fileno(), 1)
        except OSError:
            return


def refusal(problem: Problem, lang: str, *, json: bool, code: int | None = None) -> int:
    """Say on stderr why nothing was done. Returns the exit code, also where stderr is closed."""
    from ipsu_cli.write.problem_text import problem_json, problem_text

    text = problem_json(problem, lang) if json else problem_text(problem, lang, _width_of(sys.stderr))
    with suppress(OSError, ValueError, AttributeError):
        _encodable(sys.stderr, json=json).write(text + "\n")
    return problem.exit if code is None else code


def failed(error: BaseException, lang: str, *, json: bool, saved: bool) -> int:
    """Say what stopped a command. Returns the exit code, which is true: what failed after the commit is saved."""
    if saved and not isinstance(error, SavedAnyway):
        error = _saved_anyway(error, lang)
    if isinstance(error, Problem):
        return refusal(error, lang, json=json)
    if isinstance(error, KeyboardInterrupt):
        return refusal(Problem("command.interrupted"), lang, json=json, code=interrupt.EXIT)
    if isinstance(error, UnicodeEncodeError):  # nothing but an argument brings in bytes that are no text
        return refusal(Unreadable("value.not-text"), lang, json=json)
    return _fault(error, lang, json=json)


def _saved_anyway(error: BaseException, lang: str) -> SavedAnyway:
    """What failed after the commit. Of a file alone its name and the cause: its own text says that nothing was changed,
    and to run the command once more."""
    from ipsu_cli.locale import message

    if isinstance(error, Surroundings | BadDatabase) and "path" in error.figures:
        why = error.figures.get("why", error.code)
        return SavedAnyway("change.saved-disk", path=error.figures["path"], why=why, command="ipsu check")
    why = message(error, lang) if isinstance(error, Problem) else type(error).__name__
    return SavedAnyway("change.saved", why=why)


def _fault(fault: BaseException, lang: str, *, json: bool) -> int:
    """A fault of the program itself: a short text without personal data, and where it arose only if asked for."""
    if os.environ.get("IPSU_DEBUG") == "1":
        _show_where(fault)
    return refusal(Refused("program.fault", kind=type(fault).__name__), lang, json=json, code=70)


def _show_where(fault: BaseException | None) -> None:
    """Where a fault arose and of what kind it is, with what led to it; not what it says, for that may be a name."""
    import traceback

    shown: list[BaseException] = []  # one that was raised from itself has no end
    while fault is not None and fault not in shown:
        shown.append(fault)
        traceback.print_tb(fault.__traceback__)
        sys.stderr.write(f"{type(fault).__qualname__}\n")
        fault = fault.__cause__ or fault.__context__
