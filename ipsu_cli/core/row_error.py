"""What is wrong with a row of a file that is read."""

from typing import NamedTuple

from ipsu_cli.core.answer import Text
from ipsu_cli.core.to_json import JsonObject, all_but


class RowError(NamedTuple):
    """Where it is wrong, and why. `value` is what stands there, as far as an error may repeat it; `file` is said where
    several are read."""

    row: int
    column: str | None
    code: str
    value: object
    message: Text
    file: str | None = None

    @property
    def place(self) -> tuple[str, int, str]:
        """Where it stands among the others."""
        return self.file or "", self.row, self.column or ""

    def to_json(self) -> JsonObject:
        """The file first, where it is said."""
        file = {} if self.file is None else {"file": self.file}
        return {**file, **all_but(self, "file")}
