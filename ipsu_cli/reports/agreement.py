"""`ipsu agreement list` and `agreement show`."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from ipsu_cli.core.agreement import Agreement, Price
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.requirement import CHECK
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.rules import services
from ipsu_cli.store import Store, agreements, requirements

AGREEMENTS = (
    Column("agreement"), Column("services"), Column("area"), Column("from", "day"), Column("to", "day"),
    Column("vat", "hours"), Column("payout", "code"), Column("sites"),
)  # fmt: skip
FACTS = (Column("what"), Column("value"))
PRICES = (
    Column("service", "code"), Column("unit", "code"), Column("level"), Column("from", "day"),
    Column("amount", "money"),
)  # fmt: skip


REQUIRED = (Column("service", "code"), Column("ages"), Column("checks"))


class Required(NamedTuple):
    """Who a service is for under an agreement: `ages` as typed, None where it is for any."""

    service: str
    ages: str | None
    checks: tuple[str, ...]


class Agreements(NamedTuple):
    """Every agreement."""

    agreements: Sequence[Agreement]


class AgreementShown(NamedTuple):
    """An agreement with its prices, the numbers of the invoices under it, and who its services are for."""

    agreement: Agreement
    prices: Sequence[Price]
    invoices: Sequence[str]
    requirements: Sequence[Required]


def agreement_list(office: Office) -> Answer[Agreements]:
    """Every agreement."""
    with office.reading() as store:
        listed = agreements.all_of(store)
    rows: list[tuple[Any, ...]] = [
        (a.ref, _words(a.services), a.area, a.from_day, a.to_day, a.vat, a.payout, ", ".join(a.sites)) for a in listed
    ]
    return Answer(Agreements(listed), tables=[Table("agreements", AGREEMENTS, rows)])


def agreement_show(office: Office, ref: str) -> Answer[AgreementShown]:
    """One agreement with its prices, and the invoices under it."""
    with office.reading() as store:
        agreement = agreements.get(store, ref)
        prices = [price for price in agreements.prices(store) if price.agreement == ref]
        invoices = agreements.invoices(store, agreement)
        asked = required(store, agreement, office.today)
    tables = [Table("agreement", FACTS, list(_facts(agreement, invoices)), figures={"agreement": ref})]
    if prices:
        rows: list[tuple[Any, ...]] = [(p.service, p.unit, p.level, p.from_day, p.amount_ore) for p in prices]
        tables.append(Table("prices", PRICES, rows))
    if asked:
        rows = [(own.service, *required_text(own).values()) for own in asked]
        tables.append(Table("requirements", REQUIRED, rows))
    return Answer(AgreementShown(agreement, prices, invoices, asked), tables=tables)


def required(store: Store, agreement: Agreement, day: dt.date) -> list[Required]:
    """Who each service is for that people wait for under the agreement."""
    own = requirements.of_agreement(store, agreement.ref)
    found = []
    for code in services.codes():
        if services.service(code).queued and services.service(code).agreement in agreement.services:
            ages, checks = services.demands(code, day, own.get(code))
            found.append(Required(code, f"{ages.youngest}-{ages.oldest}" if ages else None, checks))
    return found


def required_text(own: Required) -> dict[str, Any]:
    """The ages and the checks as people read them."""
    nothing = Text("message.nobody-excluded")
    return {"ages": own.ages or nothing, "checks": [CHECK.show(check) for check in own.checks] or nothing}


def _facts(agreement: Agreement, invoices: list[str]) -> Iterator[tuple[Text, Any]]:
    """The facts that there are, in the order in which they are declared."""
    for fact in facts_of(Agreement):
        value = fact.of(agreement)
        if value not in (None, ()):
            shown = ", ".join(value) if fact.name == "site" else _words(value) if fact.kind.several else value
            yield Text(f"column.{fact.row}"), fact.kind.show(fact.kind.seen(shown)) if not fact.kind.several else shown
    if invoices:
        yield Text("column.invoices"), ", ".join(invoices)


def _words(codes: tuple[str, ...]) -> list[Text]:
    return [Text(f"code.{code}") for code in codes]
