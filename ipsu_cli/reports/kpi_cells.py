"""How a key figure, and whether a target is met, stand in the cells of a table."""

from typing import Any

from ipsu_cli.core.answer import Text
from ipsu_cli.core.hours import Quantity
from ipsu_cli.reports.kpi_figure import Figure


def shown(figure: Figure) -> tuple[Any, ...]:
    """The value in its unit, and what it was divided by; what cannot be measured says so."""
    if figure.hidden:
        return Text("kpi.hidden"), None, None
    value = Text("kpi.not-measurable") if figure.value is None else plain(figure.value)
    return value, plain(figure.numerator), plain(figure.denominator)


def plain(value: Any) -> Any:
    """A value as a cell shows it: a quantity without decimals where it has none."""
    return value.plain() if isinstance(value, Quantity) else value


def met_word(met: bool | None, target: Any, *, hidden: bool) -> Text | None:
    """Met or not; a target that cannot be evaluated says so, and one that is hidden from others."""
    if target is None:
        return None
    known = "kpi.met" if met else "kpi.not-met"
    return Text("kpi.hidden" if hidden else "kpi.not-evaluated" if met is None else known)
