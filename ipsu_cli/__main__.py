"""`ipsu` and `python -m ipsu_cli`."""

import io
import os
import sys
from types import ModuleType

# What the import of Typer brings along, and hardly a run asks anything of.
SELDOM_USED = (
    "bz2", "fnmatch", "ipaddress", "linecache", "lzma", "ntpath", "shutil", "subprocess", "textwrap", "tokenize",
    "zlib",
)  # fmt: skip


# What a shell asks with when the Tab key is pressed: `ipsu --complete SHELL WORD … =BEGUN`, see `completing`.
COMPLETE, COMPLETE_WORDS = "--complete", 2
VERSION = (["--version"], ["-V"], ["version"])


class LoadedLater(ModuleType):
    """A module that is loaded when something of it is first asked for."""

    def __getattr__(self, name: str) -> object:
        """Load the module, and give what is asked for. It is whole from then on, for whoever holds it."""
        from importlib import import_module

        sys.modules.pop(self.__name__, None)
        loaded = import_module(self.__name__)
        vars(self).update(vars(loaded))
        return getattr(loaded, name)


def load_later(*names: str) -> None:
    """Let these modules be loaded when they are used, those of them that are not loaded yet."""
    for name in names:
        sys.modules.setdefault(name, LoadedLater(name))


def main() -> None:
    """Answer a question for the version before anything is loaded; run the command otherwise. It is interrupted in one
    way from the first instant on, whatever is loaded by then."""
    try:
        code = _version() if sys.argv[1:] in VERSION else _run(sys.argv[1:])
    except KeyboardInterrupt:
        code = _interrupted(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):
        sys.exit(code)
    # All is saved, closed and flushed: taking the interpreter down in order would cost as much as starting it.
    os._exit(code)


def _version() -> int:
    from ipsu_cli import __version__

    try:
        sys.stdout.write(f"ipsu {__version__}\n")
        sys.stdout.flush()
    except (AttributeError, OSError):
        return _run(["version"])  # it says that the answer cannot be printed, as every command does
    return 0


def _run(argv: list[str]) -> int:
    from ipsu_cli.core import interrupt

    interrupt.watch()
    sys.unraisablehook = interrupt.lost
    import gc

    # A command lives for a tenth of a second: collecting what Typer's import leaves costs more than it gives.
    gc.disable()
    load_later(*SELDOM_USED)
    if sys.stdin is None:  # whoever started us has closed it: there is nothing to read, and nobody to ask
        sys.stdin = io.TextIOWrapper(io.BytesIO())
    from ipsu_cli import app

    return app.complete(argv[1:]) if argv[:1] == [COMPLETE] and len(argv) > COMPLETE_WORDS else app.main(argv)


def _interrupted(argv: list[str]) -> int:
    from ipsu_cli.app import interrupted

    return interrupted(argv)


if __name__ == "__main__":
    main()
