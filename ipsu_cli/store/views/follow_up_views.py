"""Views of what follows a support, of what an agreement is measured by, and of the log."""

from ipsu_cli.store.changes import OF_CASE
from ipsu_cli.store.parties import told
from ipsu_cli.store.views.view import CASE, View, count, day, flag, hundredths, number_of, ore, text

FOLLOW_UP_VIEWS = (
    View(
        "outcomes",
        "FROM outcomes o" + CASE.format(id="o.case_id") + "ORDER BY o.on_day, o.id",
        (
            count("id", "o.id"),
            text("case_ref", "c.ref"),
            text("outcome", "o.outcome"),
            day("on_day", "o.on_day"),
            flag("subsidised", "o.subsidised"),
        ),
    ),
    View(
        "pauses",
        "FROM pauses x" + CASE.format(id="x.case_id") + "ORDER BY x.from_day, x.id",
        (
            count("id", "x.id"),
            text("case_ref", "c.ref"),
            day("from_day", "x.from_day"),
            day("to_day", "x.to_day"),
        ),
    ),
    View(
        "reviews",
        "FROM reviews r" + CASE.format(id="r.case_id") + "ORDER BY r.on_day, r.id",
        (
            count("id", "r.id"),
            text("case_ref", "c.ref"),
            day("on_day", "r.on_day"),
            flag("progress", "r.progress"),
            text("decision", "r.decision"),
        ),
    ),
    View(
        "contacts",
        """
        FROM contacts t LEFT JOIN cases c ON c.id = t.case_id LEFT JOIN people p ON p.id = c.person_id
        LEFT JOIN agreements a ON a.id = coalesce(t.agreement_id, c.agreement_id)
        WHERE c.close_reason IS NOT 'registered_in_error' ORDER BY t.on_day, t.id
        """,
        (
            count("id", "t.id"),
            text("case_ref", "c.ref"),
            text("agreement", "a.ref"),
            text("party", f"iif(c.id IS NULL, t.party, {told('t.party')})", hidden=True),
            day("on_day", "t.on_day"),
        ),
    ),
    View(
        "targets",
        "FROM targets t LEFT JOIN agreements a ON a.id = t.agreement_id ORDER BY a.ref, t.kpi, t.from_day, t.id",
        (
            text("agreement", "coalesce(a.ref, 'all')"),
            text("kpi", "t.kpi"),
            text("target", "t.value"),
            day("from_day", "t.from_day"),
            day("by_day", "t.by_day"),
        ),
    ),
    View(
        "fidelity",
        "FROM fidelity_reviews f JOIN agreements a ON a.id = f.agreement_id ORDER BY f.on_day, f.id",
        (
            count("id", "f.id"),
            text("agreement", "a.ref"),
            day("on_day", "f.on_day"),
            text("scale", "f.scale"),
            count("total", "f.total"),
        ),
    ),
    View(
        "surveys",
        "FROM surveys s JOIN agreements a ON a.id = s.agreement_id ORDER BY s.on_day, s.id",
        (
            count("id", "s.id"),
            text("agreement", "a.ref"),
            text("question", "s.question"),
            text("population", "s.population"),
            day("on_day", "s.on_day"),
            count("asked", "s.asked"),
            count("answered", "s.answered"),
            count("positive", "s.positive"),
        ),
    ),
    View(
        "funding",
        "FROM funding f LEFT JOIN agreements a ON a.id = f.agreement_id ORDER BY f.year, f.unit, f.title, f.id",
        (
            count("id", "f.id"),
            text("agreement", "coalesce(a.ref, 'all')"),
            text("unit", "f.unit"),
            text("title", "f.title"),
            count("year", "f.year"),
            ore("amount", "f.amount_ore"),
            hundredths("fte", "f.fte"),
            text("funder", "f.funder"),
        ),
    ),
    View(
        "log",
        f"""
        FROM changes e {OF_CASE.format(case="e.case_id")} LEFT JOIN invoices n ON n.id = e.invoice_id
        WHERE c.close_reason IS NOT 'registered_in_error' ORDER BY e.id
        """,
        (
            count("id", "e.id"),
            text("at", "e.at"),
            day("today", "e.today"),
            text("command", "e.command"),
            text("case_ref", "c.ref"),
            text("invoice", number_of("n")),
        ),
    ),
)
