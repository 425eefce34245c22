"""A chart, however it is drawn: which columns of which table, and as what."""

from ipsu_cli.core.named_tuple import NamedTuple

BARS, STACKED, LINES = "bars", "stacked", "lines"


class Chart(NamedTuple):
    """`name` names its title in `locale` (`sheet.chart.NAME`) and `unit` that of its upright axis.

    It is drawn from the table of the name `table`: `along` is the column that runs along it, `series` are those that
    are drawn, `line` those of them that are drawn as a line over the bars (a target).
    """

    name: str
    table: str
    along: str
    series: tuple[str, ...]
    unit: str
    kind: str = BARS
    line: tuple[str, ...] = ()
