"""Views of agreements, prices, invoice bases, the agency's self-invoices and payments."""

from ipsu_cli.store.views.view import CASE, View, count, day, hundredths, number_of, ore, text

# What stands of an invoice with VAT: that is as issued, until lines have left it; as `store.invoices` says it.
LEFT = "(SELECT sum(l.net_ore) FROM invoice_lines l WHERE l.invoice_id = n.id AND l.status = 'corrected')"
NET = f"(n.net_ore - coalesce({LEFT}, 0))"
VAT = f"CASE WHEN coalesce({LEFT}, 0) = 0 THEN n.vat_ore ELSE sign({NET}) * ((abs({NET}) * n.vat + 5000) / 10000) END"
CREDITED = "(SELECT coalesce(sum(k.set_off_ore), 0) FROM invoices k WHERE k.refers_to_id = n.id)"
STANDING = f"""
    CASE WHEN n.status = 'cancelled' THEN 0 ELSE {NET} + {VAT} - {CREDITED} + coalesce(n.set_off_ore, 0) END
"""
PAID = "(SELECT coalesce(sum(q.amount_ore), 0) FROM payments q WHERE q.invoice_id = n.id)"
ROUNDED = "(SELECT coalesce(sum(q.rounding_ore), 0) FROM payments q WHERE q.invoice_id = n.id)"

MONEY_VIEWS = (
    View(
        "agreements",
        "FROM agreements a ORDER BY a.ref",
        (
            text("agreement", "a.ref"),
            text(
                "services",
                "a.service || coalesce((SELECT ', ' || group_concat(value, ', ')"
                " FROM json_each(a.further_services)), '')",
            ),
            text("area", "a.area"),
            day("from_day", "a.from_day"),
            day("to_day", "a.to_day"),
            text("purchaser", "a.purchaser"),
            text("billing", "a.billing"),
            hundredths("vat", "a.vat"),
            text("payout", "a.payout"),
            text("cost_centre", "a.cost_centre"),
        ),
    ),
    View(
        "prices",
        """
        FROM prices x JOIN agreements a ON a.id = x.agreement_id
        ORDER BY a.ref, x.service, x.unit, x.level, x.from_day
        """,
        (
            text("agreement", "a.ref"),
            text("service", "x.service"),
            text("unit", "x.unit"),
            text("level", "nullif(x.level, '')"),
            day("from_day", "x.from_day"),
            ore("amount", "x.amount_ore"),
        ),
    ),
    View(
        "invoices",
        """
        FROM invoices n JOIN agreements a ON a.id = n.agreement_id LEFT JOIN invoices r ON r.id = n.refers_to_id
        ORDER BY n.year, n.no
        """,
        (
            text("invoice", number_of("n")),
            text("kind", "n.kind"),
            text("refers_to", number_of("r")),
            text("agreement", "a.ref"),
            text("month", "n.month"),
            day("made_on", "n.made_on"),
            day("payable_from", "n.payable_from"),
            text("status", "n.status"),
            day("approved_on", "n.approved_on"),
            ore("net", "n.net_ore"),
            ore("vat", "n.vat_ore"),
            ore("total", "n.total_ore"),
            ore("paid", PAID),
            ore("open", f"({STANDING} - {PAID} + {ROUNDED})"),
        ),
    ),
    View(
        "invoice_lines",
        "FROM invoice_lines l JOIN invoices n ON n.id = l.invoice_id JOIN agreements a ON a.id = n.agreement_id"
        + CASE.format(id="l.case_id")
        + "LEFT JOIN invoices r ON r.id = l.refers_to_id ORDER BY n.year, n.no, c.ref, l.from_day, l.id",
        (
            text("invoice", number_of("n")),
            text("agreement", "a.ref"),
            text("case_ref", "c.ref"),
            text("service", "l.service"),
            text("month", "l.month"),
            day("from_day", "l.from_day"),
            day("to_day", "l.to_day"),
            text("unit", "l.unit"),
            hundredths("quantity", "l.quantity"),
            ore("unit_price", "l.unit_price_ore"),
            ore("net", "l.net_ore"),
            text("status", "l.status"),
            text("refers_to", number_of("r")),
        ),
    ),
    View(
        "payments",
        """
        FROM payments q JOIN invoices n ON n.id = q.invoice_id JOIN agreements a ON a.id = n.agreement_id
        ORDER BY q.on_day, q.id
        """,
        (
            count("id", "q.id"),
            text("invoice", number_of("n")),
            text("agreement", "a.ref"),
            day("on_day", "q.on_day"),
            ore("amount", "q.amount_ore"),
            ore("rounding", "coalesce(q.rounding_ore, 0)"),
            text("source", "coalesce(q.source, 'hand')"),
        ),
    ),
    View(
        "self_invoices",
        "FROM self_invoices s JOIN agreements a ON a.id = s.agreement_id ORDER BY s.on_day, a.ref, s.number",
        (
            text("self_invoice", "s.number"),
            text("agreement", "a.ref"),
            day("on_day", "s.on_day"),
            text("type", "s.type"),
            text("refers_to", "s.refers_to"),
            ore("net", "s.net_ore"),
            ore("vat", "s.vat_ore"),
            ore("total", "s.total_ore"),
            ore("payable", "coalesce(s.payable_ore, s.total_ore)"),
        ),
    ),
    View(
        "self_invoice_lines",
        "FROM self_invoice_lines l JOIN self_invoices s ON s.id = l.self_invoice_id"
        " JOIN agreements a ON a.id = s.agreement_id"
        + CASE.format(id="l.case_id")
        + "LEFT JOIN self_invoice_answers w ON w.line_id = l.id ORDER BY s.on_day, a.ref, s.number, l.id",
        (
            text("self_invoice", "s.number"),
            text("agreement", "a.ref"),
            day("on_day", "s.on_day"),
            text("case_ref", "c.ref"),
            day("from_day", "l.from_day"),
            day("to_day", "l.to_day"),
            hundredths("hours", "l.hours"),
            ore("unit_price", "l.unit_price_ore"),
            ore("net", "l.net_ore"),
            text("answer", "coalesce(w.state, 'unanswered')"),
            text("why", "w.why"),
            text("awaits", "w.awaits"),
        ),
    ),
    View(
        "investigations",
        "FROM investigations x JOIN invoices n ON n.id = x.invoice_id"
        + CASE.format(id="x.case_id")
        + "ORDER BY x.opened, x.id",
        (
            text("case_ref", "c.ref"),
            text("invoice", number_of("n")),
            day("opened", "x.opened"),
            day("closed", "x.closed"),
            text("why", "x.why"),
            text("outcome", "x.outcome"),
        ),
    ),
)
