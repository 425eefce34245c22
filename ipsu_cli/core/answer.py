"""What a flow or a report gives back: the same answer for a person and for a script."""

from dataclasses import dataclass, field
from typing import Any

from ipsu_cli.core.invoice import Held, Invoice
from ipsu_cli.core.table import Table


@dataclass(frozen=True)
class Text:
    """A sentence: its name in `locale`, and the figures that fill it."""

    code: str
    figures: dict[str, Any] = field(default_factory=dict)


@dataclass
class Answer:
    """`data` is the JSON object; `lines` and `tables` are what a person reads, in order,
    and then `after`.

    `warnings` are findings that stopped nothing; `exit` is 6 where the question was asked with a demand
    (`--strict`, `--fail-on-…`) that does not hold. `saved`: the register was
    changed. `invoices` and `held` are for a workbook of them.
    """

    data: dict[str, Any]
    lines: list[Text] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    warnings: list[Any] = field(default_factory=list)
    exit: int = 0
    after: list[Text] = field(default_factory=list)
    saved: bool = False
    invoices: tuple[Invoice, ...] = ()
    held: tuple[Held, ...] = ()
