"""What writes an invoice, or a month of them, to a file: its kind is told by how its name ends."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.json_records import invoice_shape
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.office import Office
from ipsu_cli.reports.basis import basis

Write = Callable[[Path, Any, Office, Answer, bool], None]


def invoice_file(office: Office, file: str, *, force: bool) -> Callable[[Any, Answer], None]:
    """What writes the one invoice of an answer to `file`."""
    write = WRITERS.get(Path(file).suffix.lower())
    if not file.strip() or write is None:
        raise Unreadable("file.extension", path=file, known=sorted(WRITERS))

    def finish(store: Any, answer: Answer) -> None:
        write(Path(file), store, office, answer, force)
        answer.data["file"] = file
        answer.tables.clear()
        answer.lines.append(Text("message.file", {"path": file}))

    return finish


def _book(path: Path, store: Any, office: Office, answer: Answer, force: bool) -> None:
    from ipsu_cli.write.forms.invoice_basis import write_invoice_basis

    write_invoice_basis(path, basis(store, office, answer, answer.invoices[0].month), force)


def _sie(path: Path, store: Any, office: Office, answer: Answer, force: bool) -> None:
    from ipsu_cli.write.sie import write_sie

    invoice = answer.invoices[0]
    if invoice.status == "cancelled":
        raise Refused("invoice.cancelled", invoice=invoice.number, command=f"ipsu invoice show {invoice.number}")
    write_sie(path, basis(store, office, answer, invoice.month), force)


def _ubl(path: Path, store: Any, office: Office, answer: Answer, force: bool) -> None:
    from ipsu_cli.reports.e_invoice import e_invoice
    from ipsu_cli.write.ubl import write_ubl

    found = e_invoice(store, office, answer.invoices[0])
    if len(set(found.orders.values())) > 1:
        from ipsu_cli.reports.e_invoice import several_orders

        answer.warnings.append(several_orders(found))
    write_ubl(path, found, force)


def _json(path: Path, store: Any, office: Office, answer: Answer, force: bool) -> None:
    from ipsu_cli.write.json_file import write_json

    write_json(path, {"invoice": invoice_shape(answer.invoices[0])}, office.own_lang, force)


WRITERS: dict[str, Write] = {".xlsx": _book, ".se": _sie, ".si": _sie, ".xml": _ubl, ".json": _json}
