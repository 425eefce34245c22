"""`ipsu` and `python -m ipsu_cli`."""

import os
import sys


def main() -> None:
    """Answer `--version` before anything is loaded; run the command otherwise."""
    if sys.argv[1:] == ["--version"]:
        from ipsu_cli import __version__

        sys.stdout.write(f"ipsu {__version__}\n")
        return
    import gc

    # A command lives for a tenth of a second: collecting what Typer's import leaves costs more than it gives.
    gc.disable()
    from ipsu_cli.app import main as run

    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):
        sys.exit(code)
    # All is saved, closed and flushed: taking the interpreter down in order would cost as much as starting it.
    os._exit(code)


if __name__ == "__main__":
    main()
