"""A bank's file, whichever kind it is of: known by its content, not by its name."""

from ipsu_cli.core.bank import BankFile
from ipsu_cli.core.problem import BadFile
from ipsu_cli.read.input_file import InputFile

MOST_BYTES = 200 * 1024 * 1024  # 100 000 entries of camt.053 are 60 to 150
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def read_bank_file(file: InputFile) -> BankFile:
    """All that the file holds. Raises `BadFile` where it cannot be read whole as its kind."""
    content = _content(file)
    start = content[:64]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    if start.replace(b"\0", b"").lstrip().startswith(b"<"):
        from ipsu_cli.read.camt import read_camt

        return read_camt(content)
    if start.startswith(b"01BGMAX"):
        from ipsu_cli.read.bgmax import read_bgmax

        return read_bgmax(content)
    raise BadFile("bank.unknown-file", path=file.path)


def _content(file: InputFile) -> bytes:
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise BadFile("file.too-large", path=file.path, most=MOST_BYTES // 1024 // 1024)
    if not content.strip():
        raise BadFile("bank.unknown-file", path=file.path)
    return content
