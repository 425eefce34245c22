"""`ipsu` and `python -m ipsu_cli`."""

import os
import sys


def main() -> None:
    """Answer `--version` before anything is loaded; run the command otherwise. It is interrupted in one way from the
    first instant on, whatever is loaded by then."""
    try:
        code = _version() if sys.argv[1:] == ["--version"] else _run(sys.argv[1:])
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

    sys.stdout.write(f"ipsu {__version__}\n")
    return 0


def _run(argv: list[str]) -> int:
    from ipsu_cli.core import interrupt

    interrupt.watch()
    import gc

    # A command lives for a tenth of a second: collecting what Typer's import leaves costs more than it gives.
    gc.disable()
    from ipsu_cli.app import main as run

    return run(argv)


def _interrupted(argv: list[str]) -> int:
    from ipsu_cli.app import interrupted

    return interrupted(argv)


if __name__ == "__main__":
    main()
