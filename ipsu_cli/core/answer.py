"""What a flow or a report gives back: the same answer for a person and for a script."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ipsu_cli.core.chart import Chart
from ipsu_cli.core.empty import NOTHING
from ipsu_cli.core.table import Table


class Text(NamedTuple):
    """A sentence: its name in `locale`, and the figures that fill it."""

    code: str
    figures: Mapping[str, Any] = NOTHING


class Answer:
    """`data` is the JSON object; `lines` and `tables` are what a person reads, in order, and then `after`.

    `warnings` are findings that stopped nothing; `exit` is 6 where the question was asked with a demand
    (`--strict`, `--fail-on-…`) that does not hold. `saved`: the register was changed. `invoices` and `held`
    (records of `core.invoice`) are for a workbook of them, `months` (a month, its planned and its delivered
    hours) for its chart, `charts` what is drawn of the tables in a workbook.
    """

    def __init__(
        self,
        data: dict[str, Any],
        lines: Sequence[Text] = (),
        tables: Sequence[Table] = (),
        warnings: Sequence[Any] = (),
        exit: int = 0,
        invoices: Sequence[Any] = (),
    ) -> None:
        self.data = data
        self.lines = list(lines)
        self.tables = list(tables)
        self.warnings = list(warnings)
        self.exit = exit
        self.after: list[Text] = []
        self.saved = False
        self.invoices = tuple(invoices)
        self.held: tuple[Any, ...] = ()
        self.months: list[tuple[Any, ...]] = []
        self.charts: list[Chart] = []
