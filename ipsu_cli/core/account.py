"""The account that a process runs under."""

import os


def account() -> str:
    """Its name by the environment; else by the system's list, for a container and a job may have no name in theirs;
    else its number, and `?` where a system has no accounts."""
    named = filter(None, map(os.environ.get, ("LOGNAME", "USER", "USERNAME")))
    return next(named, None) or _listed()


def _listed() -> str:
    if not hasattr(os, "getuid"):
        return "?"
    try:
        from pwd import getpwuid

        return getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        return str(os.getuid())
