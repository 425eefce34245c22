"""The rule that an invoice, an answer or a payment is dated no day before what it rests on."""

import datetime as dt
from collections.abc import Iterator

from ipsu_cli.core.answer import Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.rules.model import Act, Rules, Violation, rule, violation
from ipsu_cli.rules.sources import OFFICE

INVOICE, ANSWER, PAYMENT = "invoice", "answer", "payment"


class DayFacts(NamedTuple):
    """The day of an invoice, an answer or a payment (`what`). `worked` is the last day of the work that it is about;
    `entered` the latest day that an earlier command entered of it. None where nothing is known."""

    what: str
    invoice: str | None
    day: dt.date
    worked: dt.date | None = None
    entered: dt.date | None = None


DAY: Act[DayFacts] = Act("day", shared="order")


@rule(DAY, "today.before", "A24", OFFICE, warn=True, fix="ipsu status")
def a_day_follows_what_it_rests_on(f: DayFacts) -> Iterator[Violation]:
    """An invoice, an answer or a payment is dated the day of the work at the earliest, and no day before what an
    earlier command entered.

    A day before it most often means that today was set with `--today` or `$IPSU_TODAY` and left there.
    """
    for why, earlier in (("worked", f.worked), ("entered", f.entered)):
        if earlier and f.day < earlier:
            what = Text(f"message.order-{f.what}")
            yield violation(what=what, invoice=f.invoice, day=f.day, earlier=earlier, why=Text(f"message.order-{why}"))
            return


RULES: Rules = (a_day_follows_what_it_rests_on,)
