"""A file that a person names, or stdin: where its bytes come from, and how two files are known to be alike."""

import io
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from ipsu_cli.core.digest import digest
from ipsu_cli.core.problem import BadFile

STDIN = "-"


class InputFile:
    """A file to be read, `-` for stdin.

    What is a pipe can be read once: `digest` keeps the bytes, and `open` then gives them again.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._content: bytes | None = None

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """A stream of the bytes. Raises `BadFile` where there is no such file, or it cannot be read."""
        if self._content is not None:
            yield io.BytesIO(self._content)
            return
        if self.path == STDIN:
            yield sys.stdin.buffer  # which is not ours to close
            return
        with self._opened() as stream:
            try:
                yield stream
            except OSError as error:
                raise self._unreadable(error) from None

    def _opened(self) -> BinaryIO:
        try:
            return open(self.path, "rb")
        except (OSError, ValueError) as error:
            raise self._unreadable(error) from None

    def read(self, most: int = -1) -> bytes:
        """The bytes, or as many as `most`."""
        with self.open() as stream:
            return stream.read(most)

    def keep(self) -> None:
        """Hold the bytes of what can be read once only, so that it can be read again."""
        if self.path == STDIN and self._content is None:
            self._content = self.read()

    def digest(self) -> bytes:
        """What only a file of the very same bytes has."""
        if self._content is None:
            self._content = self.read()
        return digest(self._content)

    @property
    def size(self) -> int | None:
        """How many bytes there are, None for what can be read only once."""
        if self._content is not None:
            return len(self._content)
        if self.path == STDIN:
            return None
        try:
            found = os.stat(self.path)
        except (OSError, ValueError) as error:
            raise self._unreadable(error) from None
        return found.st_size if stat.S_ISREG(found.st_mode) else None

    def _unreadable(self, error: Exception) -> BadFile:
        why = getattr(error, "strerror", None) or type(error).__name__
        return BadFile("file.unreadable", path=self.path, why=why)
