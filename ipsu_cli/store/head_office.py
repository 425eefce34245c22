"""What a head office is given of a register, table by table, each row with the year that it is filed under.

Cases and persons have numbers of this export alone, cases in the order of their references: what is asked of them puts
facts of one day in that order. What no key figure counts is left out.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.parquet import ParquetRow
from ipsu_cli.core.party import EMPLOYERS
from ipsu_cli.core.target import Target
from ipsu_cli.store.kpis import KpiCounter, first_pass

NUMBERED = """
    CREATE TEMP TABLE numbered AS
    SELECT id, row_number() OVER (ORDER BY ref) AS case_id, dense_rank() OVER (ORDER BY person_id) AS person_id
    FROM chosen
"""
INDEX = "CREATE UNIQUE INDEX temp.numbered_by_id ON numbered(id, case_id)"
CASES = """
    SELECT substr(coalesce(s.queued_on, s.from_day, s.closed_on, :as_of), 1, 4) AS year, n.case_id, n.person_id,
           s.service, s.queued_for, s.agreement, coalesce(s.gender, 'unknown'), nullif(s.site_part, ''), s.queued_on,
           s.left_on, s.from_day, s.ends_on, s.closed_on, s.close_reason, s.training_result,
           s.service IN (SELECT value FROM json_each(:codes_training)),
           s.service IN (SELECT value FROM json_each(:codes_paid_by_result)),
           EXISTS (SELECT 1 FROM built_on b WHERE b.case_id = s.id)
    FROM chosen s JOIN numbered n ON n.id = s.id ORDER BY 1, 2
"""
AGREEMENTS = """
    SELECT substr(u.from_day, 1, 4) AS year, u.ref, u.service,
           EXISTS (SELECT 1 FROM json_each(u.covered) WHERE value IN (SELECT value FROM json_each(:codes_queued))),
           u.from_day, u.to_day
    FROM units u ORDER BY 1, 2
"""
PAUSES = """
    SELECT substr(p.from_day, 1, 4) AS year, n.case_id, p.from_day, p.to_day
    FROM pauses p JOIN numbered n ON n.id = p.case_id ORDER BY 1, 2, 3, p.id
"""
OUTCOMES = """
    SELECT substr(o.on_day, 1, 4) AS year, n.case_id, o.outcome, o.on_day, o.subsidised
    FROM outcomes o JOIN numbered n ON n.id = o.case_id ORDER BY 1, 2, 4, o.id
"""
EMPLOYER_CONTACTS = f"""
    SELECT substr(t.on_day, 1, 4) AS year, n.case_id, t.on_day
    FROM contacts t JOIN numbered n ON n.id = t.case_id
    WHERE lower(t.party) IN ({", ".join(f"'{party}'" for party in EMPLOYERS)}) ORDER BY 1, 2, 3, t.id
"""
# A party may be any word; those that a target is about are handed on, as they are compared.
MEETINGS = """
    SELECT substr(t.on_day, 1, 4) AS year, u.ref, p.value, t.on_day
    FROM contacts t JOIN units u ON u.id = t.agreement_id
    JOIN json_each(:parties) p ON p.value = replace(lower(trim(t.party)), '_', '-')
    WHERE t.case_id IS NULL ORDER BY 1, 2, 4, t.id
"""
FIDELITY = """
    SELECT substr(f.on_day, 1, 4) AS year, u.ref, row_number() OVER (ORDER BY f.on_day, f.id), f.on_day, f.total
    FROM fidelity_reviews f JOIN units u ON u.id = f.agreement_id WHERE f.total IS NOT NULL ORDER BY 1, 3
"""
SURVEYS = """
    SELECT substr(s.on_day, 1, 4) AS year, u.ref, s.question, s.population, s.on_day, s.asked, s.answered, s.positive
    FROM surveys s JOIN units u ON u.id = s.agreement_id ORDER BY 1, 2, 3, 4, 5, s.id
"""
PLAN_WEEKS = """
    SELECT substr(date(p.monday, '+3 days'), 1, 4) AS year, n.case_id, date(p.monday, '+3 days'), p.hours
    FROM planned p JOIN numbered n ON n.id = p.case_id ORDER BY 1, 2, 3
"""
# What stands on no invoice has the price that its line would have; a reversal that of the line that it takes back.
DELIVERIES = """
    SELECT substr(d.to_day, 1, 4) AS year, n.case_id, d.to_day, d.unit, d.quantity, d.no_show, d.reverses IS NOT NULL,
           EXISTS (SELECT 1 FROM deliveries r WHERE r.reverses = d.id AND r.cancelled = 0),
           d.id IN (SELECT id FROM replacements), coalesce(f.entered_on, d.entered_on), w.delivery_id IS NOT NULL,
           CASE WHEN w.delivery_id IS NOT NULL THEN coalesce(l.unit_price_ore, o.amount_ore, p.amount_ore, 0) END, l.id
    FROM deliveries d
    JOIN numbered n ON n.id = d.case_id
    JOIN chosen s ON s.id = d.case_id
    LEFT JOIN first_entered f ON f.id = d.id
    LEFT JOIN free w ON w.delivery_id = d.id
    LEFT JOIN invoiced i ON i.delivery_id = d.reverses
    LEFT JOIN invoice_lines l ON l.id = i.line_id
    LEFT JOIN price_spans p ON p.agreement_id = s.agreement_id AND p.service = s.service AND p.unit = d.unit
         AND p.level = '' AND d.to_day >= p.from_day AND d.to_day < p.until_day
    LEFT JOIN price_spans o ON o.agreement_id = s.agreement_id AND o.service = s.service AND o.unit = d.unit
         AND o.level = s.level AND d.to_day >= o.from_day AND d.to_day < o.until_day
    WHERE d.cancelled = 0 ORDER BY 1, 2, 3, d.id
"""
DOCUMENTS = """
    SELECT substr(d.submitted, 1, 4) AS year, n.case_id,
           CASE WHEN d.type IN (SELECT value FROM json_each(:codes_deviation)) THEN 'deviation'
                WHEN d.type IN (SELECT value FROM json_each(:codes_result)) THEN 'result' ELSE 'other' END,
           d.status, d.submitted, d.confirmed,
           CASE json_extract(d.fields, '$.known') WHEN 1 THEN 'known' WHEN 0 THEN 'unknown' ELSE 'unspecified' END,
           NOT EXISTS (SELECT 1 FROM documents b WHERE b.case_id = d.case_id AND b.type = d.type AND b.period = d.period
                       AND b.version = d.version - 1 AND b.status = 'returned')
    FROM documents d JOIN numbered n ON n.id = d.case_id
    WHERE d.submitted IS NOT NULL ORDER BY 1, 2, 5, d.id
"""
DUE = """
    SELECT substr(f.day, 1, 4) AS year, n.case_id, f.type IN (SELECT value FROM json_each(:codes_plan)), f.from_day,
           f.day, f.submitted
    FROM filed f JOIN numbered n ON n.id = f.case_id WHERE f.day IS NOT NULL ORDER BY 1, 2, 5, f.type, 6
"""
INVOICE_LINES = """
    SELECT substr(l.month, 1, 4) AS year, n.case_id, l.month || '-01', l.state, l.net_ore, l.to_day, l.paid_on,
           l.made_on
    FROM lines l JOIN numbered n ON n.id = l.case_id ORDER BY 1, 2, 3, l.rowid
"""
# The lines that say whether work was right the first time that it was billed.
JUDGED_LINES = f"""
    SELECT substr(i.month, 1, 4) AS year, n.case_id, i.month || '-01', q.n
    FROM ({first_pass.JUDGED}) q JOIN invoice_lines l ON l.id = q.line_id JOIN invoices i ON i.id = l.invoice_id
    JOIN numbered n ON n.id = q.case_id ORDER BY 1, 2, 3, q.line_id
"""
OFFICES = "SELECT substr(:as_of, 1, 4) AS year, :as_of"
QUESTIONS = {
    "offices": OFFICES, "agreements": AGREEMENTS, "cases": CASES, "pauses": PAUSES, "outcomes": OUTCOMES,
    "employer_contacts": EMPLOYER_CONTACTS, "meetings": MEETINGS, "fidelity": FIDELITY, "surveys": SURVEYS,
    "plan_weeks": PLAN_WEEKS, "deliveries": DELIVERIES, "documents": DOCUMENTS, "due": DUE,
    "invoice_lines": INVOICE_LINES, "judged_lines": JUDGED_LINES,
}  # fmt: skip
NEEDS = (
    "planned", "filed", "built_on", "lines", "price_spans", "replacements", "failed", "stood", "billed_again",
    "first_entered",
)  # fmt: skip
MADE_HERE = (NUMBERED, INDEX)


class HandedOn:
    """A register as a head office is given it, as it stands on a day. `cases` has chosen all that count."""

    def __init__(self, cases: KpiCounter, targets: Iterable[Target], day: dt.date) -> None:
        self._store, self._targets, self._day = cases.store, list(targets), day
        parties = {target.kpi.partition(":")[2] for target in self._targets if target.kpi.startswith("meetings:")}
        self._values = cases.prepare(NEEDS, day) | {"parties": json_list(sorted(parties))}
        for statement in MADE_HERE:
            self._store.conn.execute(statement)

    def rows(self, table: str) -> Iterator[tuple[int, ParquetRow]]:
        """The rows of a table, each with its year, in order of the years."""
        if table == "targets":
            yield from self._of_targets()
            return
        cursor = self._store.conn.execute(QUESTIONS[table], self._values)
        cursor.row_factory = None
        for year, *row in cursor:
            yield int(year), tuple(row)

    def _of_targets(self) -> list[tuple[int, ParquetRow]]:
        rows = [((target.from_day or self._day).year, _target_row(target)) for target in self._targets]
        return sorted(rows, key=lambda row: row[0])


def _target_row(target: Target) -> ParquetRow:
    goal, days = target.goal, (target.from_day, target.by_day)
    first, by = (day and day.isoformat() for day in days)
    return (
        target.agreement,
        target.kpi,
        goal.kind,
        goal.n,
        goal.d,
        goal.span or None,
        first,
        by,
        " ".join(target.counts),
    )
