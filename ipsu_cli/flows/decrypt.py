"""`ipsu decrypt`: the office's file is a plain one again, which any program of SQLite opens."""

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.tick import Tick, silent
from ipsu_cli.flows.encrypt import FileConverted, convert, open_file
from ipsu_cli.office import Office


def decrypt(office: Office, tick: Tick = silent) -> Answer[FileConverted]:
    """Let the file, and the copies that the program keeps next to it, be plain."""
    seen = open_file(office)
    if not seen.encrypted:
        raise Refused("decrypt.plain", path=str(office.path))
    return convert(office, seen, None, Text("message.decrypted", {"path": str(office.path)}), "decrypt", tick)
