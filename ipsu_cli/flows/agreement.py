"""`ipsu agreement add` and `agreement edit`."""

from collections.abc import Iterable
from typing import Any

from ipsu_cli.core.agreement import Agreement
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.cost_centre import made
from ipsu_cli.core.fact import facts_of, with_facts
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.office import Office
from ipsu_cli.read.fields import demand
from ipsu_cli.rules import services
from ipsu_cli.rules.agreement import AGREEMENT, AgreementFacts
from ipsu_cli.rules.vat import FULL_VAT
from ipsu_cli.store import Store, Writing, agreements, deliveries
from ipsu_cli.validation import Finding, check

FACTS = {fact.name: fact for fact in facts_of(Agreement)}
REQUIRED = [fact.name for fact in FACTS.values() if fact.required]


class AgreementChanged(NamedTuple):
    """The agreement as it now stands."""

    agreement: Agreement


def agreement_add(office: Office, entry: dict[str, Any]) -> Answer[AgreementChanged]:
    """Enter an agreement."""

    def enter(store: Writing) -> Answer[AgreementChanged]:
        if entry["agreement"] and agreements.find(store, entry["agreement"]):
            raise Refused("agreement.exists", agreement=entry["agreement"], command="ipsu agreement list")
        return _answer("message.agreement", *save(store, entry))

    return office.change("agreement add", enter)


def agreement_edit(office: Office, ref: str, entry: dict[str, Any], reason: str) -> Answer[AgreementChanged]:
    """Change an agreement; what invoices rest on stands."""

    def edit(store: Writing) -> Answer[AgreementChanged]:
        was = agreements.get(store, ref)
        demand({name: 1 for name in REQUIRED} | entry, *REQUIRED)
        agreement = _emptied(with_facts(was, {FACTS[name].path: value for name, value in entry.items()}), store)
        warnings = check(AGREEMENT, None, _facts(store, agreement, was))
        if agreement == was:
            return _answer("message.agreement-unchanged", agreement, warnings)
        agreements.alter(store, agreement)
        deliveries.say_why(store, reason, agreement_id=agreement.id)
        return _answer("message.agreement-edited", agreement, warnings)

    return office.change("agreement edit", edit)


def save(store: Writing, entry: dict[str, Any]) -> tuple[Agreement, list[Finding]]:
    """Enter one agreement, for the command and the import alike."""
    demand(entry, *REQUIRED)
    blank = Agreement(*(None for _ in Agreement._fields))  # type: ignore[arg-type]
    named = {FACTS[name].path: value for name, value in entry.items()}
    agreement = _emptied(with_facts(blank._replace(id=0), named), store)
    warnings = check(AGREEMENT, None, _facts(store, agreement, None))
    agreements.add(store, agreement)
    return agreements.get(store, agreement.ref), warnings


def _emptied(agreement: Agreement, store: Store) -> Agreement:
    """The agreement with what it is where nothing is given, and only services that agreements are on."""
    known = sorted({services.service(code).agreement for code in services.codes()})
    named = tuple(dict.fromkeys(agreement.services))
    unknown = [service for service in named if service not in known]
    if unknown and unknown[0] not in services.codes():
        raise Unreadable("value.code", value=unknown[0], known=known, option="--service")
    if unknown:
        raise Refused("agreement.service", service=unknown[0], known=known)
    taken = (other.cost_centre or "" for other in _others(store, agreement))
    return agreement._replace(
        services=named,
        billing=agreement.billing or "self",
        vat=FULL_VAT.on(agreement.from_day) if agreement.vat is None else agreement.vat,
        payout=agreement.payout or "created",
        cost_centre=agreement.cost_centre or made(agreement.ref, {*taken}),
        sites=tuple(dict.fromkeys(agreement.sites or ())),
    )


def _others(store: Store, agreement: Agreement) -> Iterable[Agreement]:
    return (other for other in agreements.all_of(store) if other.ref != agreement.ref)


def _facts(store: Store, agreement: Agreement, was: Agreement | None) -> AgreementFacts:
    same = (other.ref for other in _others(store, agreement) if other.cost_centre == agreement.cost_centre)
    if was is None:
        return AgreementFacts(agreement, same_centre=next(same, None))
    later = agreements.delivered_after(store, agreement, agreement.to_day)
    earlier = agreements.delivered_before(store, agreement)
    return AgreementFacts(
        agreement=agreement,
        was=was,
        invoices=agreements.invoices(store, agreement),
        used=sorted({services.service(code).agreement for code in agreements.services_used(store, agreement)}),
        same_centre=next(same, None),
        delivered_later=later.deliveries if agreement.to_day != was.to_day else 0,
        last_delivered=later.farthest,
        delivered_earlier=earlier.deliveries if agreement.from_day != was.from_day else 0,
        first_delivered=earlier.farthest,
    )


def _answer(message_code: str, agreement: Agreement, warnings: list[Finding]) -> Answer[AgreementChanged]:
    lines = [Text(message_code, {"agreement": agreement.ref})]
    return Answer(AgreementChanged(agreement), lines, warnings=warnings)
