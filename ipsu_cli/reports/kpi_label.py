"""What a key figure is called, for whoever reads it next to its code."""

import datetime as dt

from ipsu_cli.core.answer import Text
from ipsu_cli.rules.kpis import SURVEYS, Kpi


def label_of(kpi: Kpi, day: dt.date) -> Text:
    """What the figure is called; a value in its name is that of a day."""
    if kpi.names:
        return Text(f"kpi.{kpi.code}", {"value": kpi.names.on(day)})
    rest = kpi.code.partition(":")[2]
    if kpi.base in SURVEYS and rest:
        question, _, population = rest.rpartition(":")
        return Text(f"kpi.{kpi.base}-of", {"question": question, "population": Text(f"kpi.population-{population}")})
    return Text(f"kpi.{kpi.base}-of", {"party": rest}) if rest else Text(f"kpi.{kpi.base}")
