"""What a price that is set should be known to do."""

import datetime as dt
from collections.abc import Iterator, Sequence

from ipsu_cli.core.agreement import Price
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.rules.model import Act, Rules, Violation, rule, violation
from ipsu_cli.rules.sources import OFFICE


class PriceFacts(NamedTuple):
    """A price as it would stand. `same_day` is what was set for its very day, `before_ore` the price that held until
    now. `unbilled` counts the deliveries on no invoice that it holds for, `billed` those that stand on `invoices`.
    `ends` is the agreement's last day."""

    price: Price
    same_day: Ore | None = None
    before_ore: Ore | None = None
    unbilled: int = 0
    billed: int = 0
    invoices: Sequence[str] = ()
    ends: dt.date | None = None


PRICE: Act[PriceFacts] = Act("price", shared="price")


@rule(PRICE, "price.replaces", "A25", OFFICE, warn=True, fix="ipsu agreement show {agreement}")
def a_day_has_one_price(f: PriceFacts) -> Iterator[Violation]:
    """A price is set once for a day; another for the same day takes its place."""
    price = f.price
    if f.same_day is not None and f.same_day != price.amount_ore:
        yield violation(
            agreement=price.agreement, service=price.service, from_day=price.from_day, before_ore=f.same_day,
            amount_ore=price.amount_ore, unbilled=f.unbilled, billed=f.billed,
        )  # fmt: skip


@rule(PRICE, "price.billed", "A25", OFFICE, warn=True, fix="ipsu invoice credit {invoice} --case CASE --reason TEXT")
def a_price_is_set_before_what_it_holds_for_is_billed(f: PriceFacts) -> Iterator[Violation]:
    """A price is set before what it holds for is billed.

    An invoice keeps the price that it was made with; what was billed at the wrong price is credited and billed again.
    """
    price = f.price
    if f.billed and f.before_ore != price.amount_ore:
        yield violation(
            agreement=price.agreement, service=price.service, from_day=price.from_day, before_ore=f.before_ore,
            billed=f.billed, invoices=list(f.invoices), invoice=f.invoices[0],
        )  # fmt: skip


@rule(
    PRICE,
    "price.after-agreement",
    "A25",
    OFFICE,
    warn=True,
    fix="ipsu agreement edit {agreement} --to DATE --reason TEXT",
)
def a_price_begins_while_the_agreement_runs(f: PriceFacts) -> Iterator[Violation]:
    """A price begins while the agreement runs, or nothing is paid by it."""
    if f.ends and f.price.from_day > f.ends:
        yield violation(agreement=f.price.agreement, from_day=f.price.from_day, to_day=f.ends)


RULES: Rules = (
    a_day_has_one_price,
    a_price_is_set_before_what_it_holds_for_is_billed,
    a_price_begins_while_the_agreement_runs,
)
