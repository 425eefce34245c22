"""What `mutants.toml` says: the files to change, the least score, and the changes that mean the same."""

import tomllib
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
FILE = Path(__file__).with_name("mutants.toml")


class Equivalent(NamedTuple):
    """A change after which the program does the same, and why: the text of the line, and how it is changed `to`."""

    file: str
    line: str
    to: str
    reason: str


class Config(NamedTuple):
    """The globs of the files to change, the least score in per cent, and the changes that mean the same."""

    scope: tuple[str, ...]
    least: int
    equivalents: tuple[Equivalent, ...]

    def files(self, root: Path = ROOT) -> list[Path]:
        """The files in the scope, in order."""
        return sorted({path for glob in self.scope for path in root.glob(glob)})


def read(path: Path = FILE) -> Config:
    """The configuration; a key that is missing or unknown is an error."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    equivalents = tuple(Equivalent(**row) for row in table.pop("equivalent", []))
    return Config(tuple(table.pop("scope")), equivalents=equivalents, **table)
