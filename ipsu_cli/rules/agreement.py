"""What an agreement has to be, and what of it stands once something rests on it."""

import datetime as dt
from collections.abc import Iterator, Sequence

from ipsu_cli.core.agreement import Agreement
from ipsu_cli.core.funding import EVERYBODY_TYPED
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.text import UNSPECIFIED
from ipsu_cli.rules.model import Act, Rules, Violation, rule, violation
from ipsu_cli.rules.sources import CREDIT_NOTE, OFFICE, VAT_RATE


class AgreementFacts(NamedTuple):
    """An agreement as it would stand. `was` is how it stands, None for a new one; `invoices` are the numbers of those
    under it, `used` the services of its cases and prices, as agreements name them. `same_centre` is another agreement
    with its cost centre. `delivered_later` counts the deliveries after its last day; `last_delivered` is the last;
    `delivered_earlier` and `first_delivered` are those before its first day."""

    agreement: Agreement
    was: Agreement | None = None
    invoices: Sequence[str] = ()
    used: Sequence[str] = ()
    same_centre: str | None = None
    delivered_later: int = 0
    last_delivered: dt.date | None = None
    delivered_earlier: int = 0
    first_delivered: dt.date | None = None


AGREEMENT: Act[AgreementFacts] = Act("agreement", shared="agreement")
# What commands take for all agreements, and reports for none.
NO_ONE_AGREEMENT = (*EVERYBODY_TYPED, UNSPECIFIED)


def _standing(f: AgreementFacts) -> Iterator[str]:
    """The options of what is changed and may not be, once there are invoices."""
    was, new = f.was, f.agreement
    if was is None:
        return
    pairs = {
        "--area": (was.area, new.area),
        "--service": (sorted(was.services), sorted(new.services)),
        "--purchaser": (was.purchaser, new.purchaser),
        "--purchaser-orgnr": (was.purchaser_orgnr or new.purchaser_orgnr, new.purchaser_orgnr),
        "--billing": (was.billing, new.billing),
        "--vat": (was.vat, new.vat),
    }
    yield from (option for option, (before, after) in pairs.items() if before != after)


@rule(
    AGREEMENT,
    "agreement.invoiced",
    "E14",
    CREDIT_NOTE,
    fix="ipsu agreement add AGREEMENT --service SERVICE --area AREA --from DATE",
)
def what_invoices_rest_on_stands(f: AgreementFacts) -> Iterator[Violation]:
    """Under an agreement with invoices its area, services, purchaser, billing and VAT stand.

    An invoice that is made is changed by a credit that refers to it, and by nothing else. A purchaser's number that
    was never given may be added.
    """
    changed = list(_standing(f))
    if f.invoices and changed:
        yield violation(agreement=f.agreement.ref, options=changed, invoices=list(f.invoices))


@rule(AGREEMENT, "agreement.service-used", "A4", OFFICE, fix="ipsu case list --agreement {agreement}")
def an_agreement_covers_the_services_of_its_cases(f: AgreementFacts) -> Iterator[Violation]:
    """An agreement covers the services of the cases and the prices that stand under it."""
    left_out = [service for service in f.used if service not in f.agreement.services]
    if left_out:
        yield violation(agreement=f.agreement.ref, services=left_out)


@rule(
    AGREEMENT,
    "agreement.reserved",
    "A4",
    OFFICE,
    fix="ipsu agreement add AGREEMENT --service SERVICE --area AREA --from DATE",
)
def a_new_agreement_is_called_no_word_for_others(f: AgreementFacts) -> Iterator[Violation]:
    """No new agreement is called what stands for all agreements or for none, in whatever case."""
    if f.was is None and f.agreement.ref.casefold() in NO_ONE_AGREEMENT:
        yield violation(agreement=f.agreement.ref)


@rule(AGREEMENT, "agreement.vat-exempt", "E15", VAT_RATE)
def an_agreement_without_vat_has_a_reason(f: AgreementFacts) -> Iterator[Violation]:
    """An agreement without VAT has a reason for it, which its invoices repeat."""
    if not f.agreement.vat and not f.agreement.vat_exempt_reason:
        yield violation(agreement=f.agreement.ref)


@rule(AGREEMENT, "agreement.backwards", "A4", OFFICE)
def an_agreement_ends_after_it_begins(f: AgreementFacts) -> Iterator[Violation]:
    """An agreement ends on its first day at the earliest."""
    if f.agreement.to_day and f.agreement.to_day < f.agreement.from_day:
        yield violation(from_day=f.agreement.from_day, to_day=f.agreement.to_day)


@rule(AGREEMENT, "agreement.cost-centre", "E17", OFFICE, fix="ipsu agreement list")
def a_cost_centre_is_of_one_agreement(f: AgreementFacts) -> Iterator[Violation]:
    """A cost centre belongs to one agreement, so that the books tell agreements apart."""
    if f.same_centre:
        yield violation(agreement=f.agreement.ref, cost_centre=f.agreement.cost_centre, other=f.same_centre)


@rule(AGREEMENT, "agreement.delivered-later", "A4", OFFICE, warn=True, fix="ipsu delivery list")
def nothing_is_delivered_after_the_agreement(f: AgreementFacts) -> Iterator[Violation]:
    """What is delivered under an agreement is delivered while it runs."""
    if f.delivered_later:
        yield violation(
            agreement=f.agreement.ref,
            to_day=f.agreement.to_day,
            count=f.delivered_later,
            last_delivered=f.last_delivered,
        )


@rule(AGREEMENT, "agreement.delivered-earlier", "A4", OFFICE, warn=True, fix="ipsu delivery list")
def nothing_is_delivered_before_the_agreement(f: AgreementFacts) -> Iterator[Violation]:
    """What is delivered under an agreement is not delivered before its first day."""
    if f.delivered_earlier:
        yield violation(
            agreement=f.agreement.ref,
            from_day=f.agreement.from_day,
            count=f.delivered_earlier,
            first_delivered=f.first_delivered,
        )


RULES: Rules = (
    what_invoices_rest_on_stands,
    an_agreement_covers_the_services_of_its_cases,
    a_new_agreement_is_called_no_word_for_others,
    an_agreement_without_vat_has_a_reason,
    an_agreement_ends_after_it_begins,
    a_cost_centre_is_of_one_agreement,
    nothing_is_delivered_after_the_agreement,
    nothing_is_delivered_before_the_agreement,
)
