"""What an office's books should hold, calculated from its invoices alone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple


class Rate(NamedTuple):
    """A rate of VAT in per cent, its account of sales and its account of VAT."""

    percent: int
    sales: str
    tax: str


def register_sums(invoices: Iterable[Any], rates: Mapping[str, Rate]) -> Counter[str]:
    """The öre by account of the invoices (as JSON) that stand, with the rate of each agreement. What has left an
    invoice counts on the next one; what is rounded in its payment is taken off the claim."""
    sums: Counter[str] = Counter()
    for invoice in invoices:
        if invoice["status"] != "cancelled":
            rate = rates[invoice["agreement"]]
            left = [line["net_ore"] for line in invoice["lines"] if line["status"] == "corrected"]
            net = invoice["net_ore"] - sum(left)
            vat = Decimal(net * rate.percent) / 100
            tax = int(vat.quantize(Decimal(1), ROUND_HALF_UP)) if left else invoice["vat_ore"]
            sums.update({rate.sales: -net, rate.tax: -tax, "1510": net + tax + invoice["rounding_ore"]})
            sums["3740"] -= invoice["rounding_ore"]
    return settled(sums)


def settled(sums: Mapping[str, int]) -> Counter[str]:
    """The accounts that are not 0."""
    return Counter({account: ore for account, ore in sums.items() if ore})
