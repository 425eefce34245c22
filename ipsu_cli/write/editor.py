"""A text laid before a person in the editor of their choice, and what came of it."""

import os
import re
import secrets
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

from ipsu_cli.core.problem import Problem, Surroundings, Unreadable
from ipsu_cli.write.whole_file import private_folder, write_whole

USUAL = "notepad" if sys.platform == "win32" else "vi"


def edited(text: str, name: str, office_file: Path) -> bytes:
    """The text after editing. While it is open it lies in a folder of ours next to the office's file."""
    command = _editor()
    with private_folder(office_file.absolute()):
        path = Path(tempfile.gettempdir()) / f"{name}.md"
        path.write_text(text, encoding="utf-8")
        _run([*command, str(path)])
        return path.read_bytes()


def _editor() -> list[str]:
    """`$VISUAL`, else `$EDITOR`, else the machine's usual one where a person can see it."""
    chosen = (os.environ.get("VISUAL") or os.environ.get("EDITOR") or "").strip()
    if chosen:
        try:
            return _words(chosen)
        except ValueError as error:
            raise Surroundings("editor.failed", editor=chosen, why=str(error)) from None
    if not (sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        raise Unreadable("option.one-of", options=["--file PATH", "--file -", "$EDITOR"])
    return [USUAL]


def _words(command: str) -> list[str]:
    """The program of a command line and its arguments. On Windows a backslash stands between folders, an apostrophe may
    be part of a name, quotation marks stand around a word or a part of one, and a program may be a script
    (`code --wait` is `code.cmd`)."""
    if sys.platform != "win32":
        return shlex.split(command)
    program, *arguments = (word.replace('"', "") for word in re.findall(r'(?:"[^"]*"?|[^\s"])+', command))
    return [shutil.which(program) or program, *arguments]


def _run(words: list[str]) -> None:
    try:
        code = subprocess.run(words, stdout=_terminal()).returncode
    except OSError as error:
        raise Surroundings("editor.failed", editor=words[0], why=error.strerror or str(error)) from error
    if code:
        raise Surroundings("editor.failed", editor=words[0], why=str(code))


def _terminal() -> int | None:
    """An editor draws on the terminal; where stdout is a pipe of ours, nothing of it may stand there."""
    return None if sys.stdout and sys.stdout.isatty() else subprocess.DEVNULL


def rescued(raw: bytes, name: str, office_file: Path, problem: Problem) -> Problem:
    """What could not be saved stands in a file of its own, and nobody writes it twice."""
    path = office_file.absolute().parent / f"{name}-{secrets.token_hex(4)}.md"

    def fill(file: BinaryIO) -> None:
        file.write(raw)

    write_whole(path, fill, force=False)
    return Surroundings("document.unsaved", path=str(path), reason=problem.code)
