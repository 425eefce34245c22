"""A file that a person names, or stdin: where its bytes come from, and how two files are known to be alike."""

import io
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from ipsu_cli.core.digest import digest
from ipsu_cli.core.problem import BadFile
from ipsu_cli.core.tick import Tick, silent

STDIN = "-"
AT_ONCE = 1 << 16  # bytes


class InputFile:
    """A file to be read, `-` for stdin.

    What is a pipe can be read once: `digest` keeps the bytes, and `open` then gives them again. `tick` hears how many
    bytes of a file were read.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.tick: Tick = silent
        self._content: bytes | None = None

    @contextmanager
    def open(self, steps: int = 1) -> Iterator[BinaryIO]:
        """A stream of the bytes, to read which is one of so many steps. Raises `BadFile` where there is no such file,
        or it cannot be read."""
        if self._content is not None:
            yield io.BytesIO(self._content)
            return
        if self.path == STDIN:
            yield sys.stdin.buffer  # which is not ours to close
            return
        with self._opened() as stream:
            try:
                yield stream if self.tick is silent else _watched(stream, self.tick, steps)
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


class _Watched(io.RawIOBase):
    """A file that tells how far it was read."""

    def __init__(self, stream: BinaryIO, tick: Tick, of: int) -> None:
        self._stream, self._tick, self._of = stream, tick, of

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: Any) -> int:
        content = self._stream.read(len(buffer))
        buffer[: len(content)] = content
        if self._of:
            self._tick(self._stream.tell(), self._of)
        return len(content)


def _watched(stream: BinaryIO, tick: Tick, steps: int) -> BinaryIO:
    """The stream; of what is no regular file nobody knows how far it was read."""
    found = os.fstat(stream.fileno())
    if not stat.S_ISREG(found.st_mode):
        return stream
    return io.BufferedReader(_Watched(stream, tick, steps * found.st_size), AT_ONCE)
