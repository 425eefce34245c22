"""The JSON shape of a self-invoice that was received, and of what its series lacks."""

from ipsu_cli.core.fact import JSON
from ipsu_cli.core.self_invoice import SelfInvoice, SelfLine
from ipsu_cli.core.series import Gap


def self_invoice_shape(invoice: SelfInvoice) -> JSON:
    """A self-invoice of the agency's with its lines; amounts of a credit below zero."""
    return {
        "number": invoice.number,
        "date": invoice.date,
        "type": invoice.type,
        "agreement": invoice.agreement,
        "refers_to": invoice.refers_to,
        "net_ore": invoice.net_ore,
        "vat_ore": invoice.vat_ore,
        "total_ore": invoice.total_ore,
        "payable_ore": invoice.payable_ore,
        "prepaid_ore": invoice.prepaid_ore,
        "rounding_ore": invoice.rounding_ore,
        "lines": [self_line_shape(line) for line in invoice.lines],
    }


def self_line_shape(line: SelfLine) -> JSON:
    """A line of it; `hours` is null where it counts something else."""
    return {
        "case": line.case,
        "from": line.from_day,
        "to": line.to_day,
        "hours": line.hours,
        "stated_hours": line.stated_hours,
        "unit_price_ore": line.unit_price_ore,
        "net_ore": line.net_ore,
        "answer": line.answer,
    }


def gap_shape(gap: Gap) -> JSON:
    """Numbers that never came, between two that did."""
    return {
        "agreement": gap.agreement,
        "year": gap.year,
        "after": gap.after,
        "before": gap.before,
        "count": gap.lacking,
        "missing": list(gap.missing),
    }
