"""The VAT of an agreement that states none."""

from ipsu_cli.core.dated import Dated
from ipsu_cli.core.percent import Percent
from ipsu_cli.rules.sources import VAT_RATE

# From the agreement's first day.
FULL_VAT = Dated(
    "full-vat",
    ("2023-07-01", Percent(25_00), VAT_RATE),
)
