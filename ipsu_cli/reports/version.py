"""`ipsu version`: which version of the program this is."""

from ipsu_cli import __version__
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple


class ProgramVersion(NamedTuple):
    """The version as a release is named."""

    version: str


def version() -> Answer[ProgramVersion]:
    """The program's own version; no office is needed."""
    return Answer(ProgramVersion(__version__), [Text("message.version", {"version": __version__})])
