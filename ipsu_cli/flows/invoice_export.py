"""`ipsu invoice export` of an e-invoice: what goes to the purchaser is remembered."""

from collections.abc import Callable
from pathlib import Path

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.digest import digest
from ipsu_cli.core.e_invoice import EInvoice
from ipsu_cli.core.output import Output
from ipsu_cli.flows.change_with_file import change_with_file
from ipsu_cli.office import Office
from ipsu_cli.reports.e_invoice import e_invoice, warnings_of
from ipsu_cli.reports.invoice import InvoiceShown, shown
from ipsu_cli.store import Store, Writing, e_invoices, invoices


def export_e_invoice(
    office: Office, number: str, file: Output[bytes], ubl_of: Callable[[EInvoice], bytes]
) -> Answer[InvoiceShown]:
    """Remember that the invoice goes out with its parties and orders, then write it. `ubl_of` gives its bytes."""

    def send(store: Writing, left: list[int]) -> tuple[Answer[InvoiceShown], bytes]:
        answer = shown(store, office, number)
        made = e_invoice(store, office, answer.payload.invoice)
        content = ubl_of(made)
        e_invoices.remember(store, invoices.id_of(store, number), digest(content).hex(), Path(file.path).name)
        answer = answer._replace(lines=(), tables=(), warnings=warnings_of(office, made))
        return answer.with_file("file", file.path), content

    def again(store: Store, left: list[int]) -> bytes:
        return ubl_of(e_invoice(store, office, shown(store, office, number).payload.invoice))

    return change_with_file(office, "invoice export", f"invoice export {number}", file, send, again)
