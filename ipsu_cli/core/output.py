"""A file, or a folder, that is written together with a change of the register."""

from collections.abc import Callable
from typing import Generic, TypeVar

from ipsu_cli.core.named_tuple import NamedTuple

C = TypeVar("C")


class Output(NamedTuple, Generic[C]):
    """`refuse` raises where nothing may be written at `path`; `write` writes its content whole, or not at all."""

    path: str
    refuse: Callable[[], None]
    write: Callable[[C], None]
