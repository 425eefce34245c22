"""What the accountant's workbook holds: the invoices of an answer, what is held back, and the accounts."""

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.basis import InvoiceBasis
from ipsu_cli.core.dates import Month
from ipsu_cli.locale import say
from ipsu_cli.office import Office
from ipsu_cli.store import Store, settings


def basis(store: Store, office: Office, answer: Answer, month: Month) -> InvoiceBasis:
    """The basis of the month, in the office's own language."""
    own = settings.office(store)
    held = tuple((each, say(f"rule.{each.code}", own["lang"], **each.figures)) for each in answer.held)
    accounts = {name: office.settings[f"account.{name}"] for name in ("receivable", "sales", "vat")}
    return InvoiceBasis(own["name"], own["orgnr"], own["lang"], month, office.today, answer.invoices, held, accounts)
