"""How far the work of a command has come, where a person looks at a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

from ipsu_cli.core.tick import Tick
from ipsu_cli.office import Office


@contextmanager
def progress(office: Office, name: str) -> Iterator[Tick]:
    """What to tell of work that takes its time; `name` is that of its text. The bar is gone once the work is done."""
    from ipsu_cli.write.progress import Progress

    bar = Progress(name, office.lang, quiet=office.typed.quiet)
    try:
        yield bar
    finally:
        bar.close()
