"""A JSON document as a file."""

from pathlib import Path
from typing import BinaryIO

from ipsu_cli.core.plain_json import dump
from ipsu_cli.locale import rendered
from ipsu_cli.write.whole_file import write_whole


def write_json(path: Path, document: object, lang: str, force: bool) -> None:
    """A record or an object on one line, as `--json` shows it."""
    page = (dump(rendered(document, lang)) + "\n").encode()

    def fill(file: BinaryIO) -> None:
        file.write(page)

    write_whole(path, fill, force=force)
