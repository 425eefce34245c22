"""A bank's file in ISO 20022: camt.053 (a statement), camt.052 (a report during the day) or camt.054 (a notification
of what came in). The same entries stand in each of them, in other wrappings.

The file comes from outside: nothing in it may declare or fetch anything. A declaration can stand only before the root;
so defusedxml reads until the message begins and refuses one, and the rest goes through the interpreter's own parser,
which is many times as fast. An entry is read and let go before the next one is built.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from ipsu_cli.core.bank import BankFile, Entry, Statement, Unread
from ipsu_cli.core.problem import BadFile
from ipsu_cli.read.camt_entry import EntryReader, Lacking

SPACE = "urn:iso:std:iso:20022:tech:xsd:"
DOCUMENT = "Document"
# What each kind of message calls a statement.
STATEMENTS = {"camt.052": "Rpt", "camt.053": "Stmt", "camt.054": "Ntfctn"}
CHUNK = 1 << 16
ACCOUNTS = ("Acct/Id/IBAN", "Acct/Id/Othr/Id")


def read_camt(content: bytes) -> BankFile:
    """Every entry of every statement in the file. Raises `BadFile` where none of them can be read."""
    space = _space_of(content)
    format = _format(space)
    statements = tuple(_statements(content, space, STATEMENTS[format]))
    if not statements:
        raise BadFile("bank.no-statement")
    read = BankFile(format, statements)
    if read.unread and not read.entries:
        raise BadFile("bank.entry", **read.unread[0]._asdict())
    return read


def _format(space: str) -> str:
    """The kind of message that a namespace is of, whichever its version; empty for any other."""
    kind = space.removeprefix(SPACE)[: len("camt.05x")]
    return kind if space.startswith(SPACE) and kind in STATEMENTS else ""


def _space_of(content: bytes) -> str:
    """The namespace of the message, which may lie in an envelope."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]

    root = ""
    try:
        for _, element in iterparse(BytesIO(content), events=("start",), forbid_dtd=True):
            space, _, name = element.tag[1:].rpartition("}") if element.tag[0] == "{" else ("", "", element.tag)
            if name == DOCUMENT and _format(space):
                return str(space)
            root = root or name
    except (ParseError, LookupError) as error:
        raise _no_xml(error) from None
    except ValueError:  # what defusedxml forbids is one
        raise BadFile("xml.unsafe") from None
    raise BadFile("bank.root", root=root[:60])


def _statements(content: bytes, space: str, name: str) -> Iterator[Statement]:
    """The statements of the message, each when the file has come to its end."""
    reader, seen = EntryReader(space), 0
    entries: list[Entry] = []
    unread: list[Unread] = []
    entry_tag, statement_tag, document_tag = (f"{{{space}}}{tag}" for tag in ("Ntry", name, DOCUMENT))
    for element in _ended(content):
        if element.tag == entry_tag:
            seen += 1
            try:
                entries += reader.entries(element)
            except Lacking as error:
                unread.append(Unread(seen, error.lacks))
            element.clear()
        elif element.tag == statement_tag:
            account = next(filter(None, (reader.text(element, path) for path in ACCOUNTS)), "")
            yield Statement(tuple(entry._replace(account=account) for entry in entries), tuple(unread))
            entries, unread = [], []
            element.clear()
        elif element.tag.endswith(f"}}{DOCUMENT}") and element.tag != document_tag:
            raise BadFile("bank.root", root=element.tag[1:60])  # a second message, of another kind


def _ended(content: bytes) -> Iterator[Any]:
    """Every element when it is whole; the last is the root."""
    from xml.etree.ElementTree import ParseError, XMLPullParser

    parser: Any = XMLPullParser(events=("end",))
    try:
        for start in range(0, len(content), CHUNK):
            parser.feed(content[start : start + CHUNK])
            for _, element in parser.read_events():
                yield element
        parser.close()
    except (ParseError, LookupError) as error:
        raise _no_xml(error) from None
    for _, element in parser.read_events():
        yield element


def _no_xml(error: Exception) -> BadFile:
    line, column = getattr(error, "position", (0, 0))
    return BadFile("xml.broken", line=line, column=column)
