"""Views of cases, their plans, their documents and their work."""

from ipsu_cli.store.rows import week_of
from ipsu_cli.store.views.view import CASE, View, count, day, flag, hundredths, number_of, text

# As `Case.status` says it on the day.
STATUS = """
    CASE WHEN c.closed_on <= :today THEN 'ended'
         WHEN c.from_day IS NULL OR :today < c.from_day
         THEN CASE WHEN c.queued_on <= :today THEN 'queued' ELSE 'planned' END
         WHEN :today > c.to_day THEN 'ended' ELSE 'active' END
"""
GIVEN = "CASE WHEN c.from_day IS NOT NULL THEN coalesce(nullif(c.support, 'unspecified'), c.service) ELSE c.service END"
# The newest confirmed version, else, until one is confirmed, the newest.
IN_FORCE = """
    d.id = (SELECT o.id FROM documents o
            WHERE o.case_id = d.case_id AND EXISTS (SELECT 1 FROM plan_weeks v WHERE v.document_id = o.id)
            ORDER BY o.status = 'confirmed' DESC, o.version DESC LIMIT 1)
"""
# A week that begins after the period counts for nothing.
WEEK_COUNTS = f"w.week <= coalesce({week_of('c.to_day')}, '9999-W99')"
PLANNED = f"""
    SELECT coalesce(sum(w.hours), 0) FROM plan_weeks w WHERE w.document_id = d.id AND {WEEK_COUNTS}
"""
DELIVERY_STATUS = """
    CASE WHEN d.cancelled THEN 'cancelled'
         WHEN EXISTS (SELECT 1 FROM deliveries r WHERE r.reverses = d.id AND r.cancelled = 0) THEN 'reversed'
         WHEN n.id IS NOT NULL THEN 'invoiced' ELSE 'free' END
"""

CASE_VIEWS = (
    View(
        "cases",
        """
        FROM cases c JOIN people p ON p.id = c.person_id
        LEFT JOIN agreements a ON a.id = c.agreement_id LEFT JOIN cases b ON b.id = c.after_id
        WHERE c.close_reason IS NOT 'registered_in_error' ORDER BY c.ref
        """,
        (
            text("case_ref", "c.ref"),
            text("service", GIVEN),
            text("queued_for", "CASE WHEN c.queued_on IS NOT NULL THEN c.service END"),
            text("agreement", "a.ref"),
            text("status", STATUS),
            day("queued_on", "c.queued_on"),
            day("from_day", "c.from_day"),
            day("to_day", "c.to_day"),
            day("closed_on", "c.closed_on"),
            text("close_reason", "c.close_reason", hidden=True),
            text("coach", "c.coach", hidden=True),
            text("gender", "p.gender", hidden=True),
            text("after_case", "b.ref"),
            text("system", "c.system"),
            hundredths("extent", "c.extent"),
            text("level", "c.level"),
            text("training_result", "c.training_result"),
        ),
    ),
    View(
        "decisions",
        "FROM decisions d" + CASE.format(id="d.case_id") + "ORDER BY c.ref, d.on_day, d.id",
        (
            text("case_ref", "c.ref"),
            day("on_day", "d.on_day"),
            day("was_to_day", "d.was_to"),
            day("to_day", "d.to_day"),
            count("period", "coalesce(d.period, 1)"),
        ),
    ),
    View(
        "plans",
        "FROM documents d"
        + CASE.format(id="d.case_id")
        + "WHERE EXISTS (SELECT 1 FROM plan_weeks w WHERE w.document_id = d.id) ORDER BY c.ref, d.version",
        (
            text("case_ref", "c.ref"),
            count("version", "d.version"),
            text("status", "d.status"),
            flag("in_force", IN_FORCE),
            day("submitted", "d.submitted"),
            day("confirmed", "d.confirmed"),
            hundredths("planned_hours", f"({PLANNED})"),
        ),
    ),
    View(
        "plan_weeks",
        "FROM plan_weeks w JOIN documents d ON d.id = w.document_id"
        + CASE.format(id="d.case_id")
        + f"WHERE {WEEK_COUNTS} ORDER BY c.ref, d.version, w.week",
        (
            text("case_ref", "c.ref"),
            count("version", "d.version"),
            flag("in_force", IN_FORCE),
            text("week", "w.week"),
            hundredths("planned_hours", "w.hours"),
        ),
    ),
    View(
        "documents",
        "FROM documents d" + CASE.format(id="d.case_id") + "ORDER BY c.ref, d.type, d.period, d.version",
        (
            text("case_ref", "c.ref"),
            text("type", "d.type"),
            count("version", "d.version"),
            text("period", "nullif(d.period, '')"),
            text("status", "d.status"),
            day("submitted", "d.submitted"),
            day("confirmed", "d.confirmed"),
            day("returned", "d.returned"),
        ),
    ),
    View(
        "deliveries",
        "FROM deliveries d"
        + CASE.format(id="d.case_id")
        + """
        LEFT JOIN agreements a ON a.id = c.agreement_id
        LEFT JOIN invoiced i ON i.delivery_id = d.id
        LEFT JOIN invoice_lines l ON l.id = i.line_id
        LEFT JOIN invoices n ON n.id = l.invoice_id
        ORDER BY d.to_day, d.id
        """,
        (
            count("id", "d.id"),
            text("case_ref", "c.ref"),
            text("service", GIVEN),
            text("agreement", "a.ref"),
            text("coach", "c.coach", hidden=True),
            day("from_day", "d.from_day"),
            day("to_day", "d.to_day"),
            text("week", week_of("d.to_day")),
            text("month", "substr(d.to_day, 1, 7)"),
            text("unit", "d.unit"),
            hundredths("quantity", "d.quantity"),
            flag("no_show", "d.no_show"),
            text("status", DELIVERY_STATUS),
            count("reverses", "d.reverses"),
            text("invoice", number_of("n")),
        ),
    ),
)
