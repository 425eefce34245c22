"""A setting as it is entered: by `setting set`, or as a row of an import."""

from typing import Annotated

from ipsu_cli.core.fact import ARGUMENT, fact
from ipsu_cli.core.kind import Kind, code
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.setting import DEFAULTS
from ipsu_cli.core.text import one_line

SETTING = code(*DEFAULTS, metavar="NAME")._replace(show=str)  # a name is the same in both languages
VALUE: Kind[str] = Kind("VALUE", lambda text, today: one_line(text, "VALUE"))


class SettingEntry(NamedTuple):
    """The name, and what the office has set it to; None where it has taken its value away."""

    name: Annotated[str, fact(SETTING, typed=ARGUMENT, required=True)]
    value: Annotated[str | None, fact(VALUE, typed=ARGUMENT)] = None
