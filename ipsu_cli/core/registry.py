"""Which services and systems there are: each is a file of `rules`, and its code is the file's name.

The folders are listed, nothing is imported: a command may need the codes of all and the rules of one.
"""

import os
from functools import cache

RULES = os.path.join(os.path.dirname(os.path.dirname(__file__)), "rules")


@cache
def codes(folder: str) -> tuple[str, ...]:
    """The codes of a folder of `rules`, in their order: `ips`, `ipsu-a` …"""
    files = (name.removesuffix(".py") for name in os.listdir(os.path.join(RULES, folder)) if name.endswith(".py"))
    return tuple(sorted(name.replace("_", "-") for name in files if not name.startswith("_")))


def services() -> tuple[str, ...]:
    """The codes of the services."""
    return codes("services")


def systems() -> tuple[str, ...]:
    """The codes of the systems in which a placement is reported."""
    return codes("systems")
