"""The texts that people have written about cases and agreements, to look for a word in. Of protected persons none."""

import datetime as dt
from collections.abc import Iterator

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store

# A source: the case (or agreement) that a text is about, its day, what it is, its number, and the text.
CONTACTS = "SELECT case_id, agreement_id, on_day, 'contact', id, note FROM contacts WHERE note IS NOT NULL"
GOALS = "SELECT case_id, agreement_id, on_day, 'contact', id, goal FROM contacts WHERE goal IS NOT NULL"
WISHES = "SELECT id, NULL, entered_on, 'case', id, preference FROM cases WHERE preference IS NOT NULL"
ACKNOWLEDGED = "SELECT case_id, NULL, entered_on, 'acknowledgement', id, reason FROM acknowledgements"
RETURNED = """
    SELECT case_id, NULL, coalesce(returned, submitted, entered_on), type, version, reason
    FROM documents WHERE reason IS NOT NULL
"""
FILED = """
    SELECT d.case_id, NULL, coalesce(d.submitted, d.entered_on), d.type, d.version, f.value
    FROM documents d, json_tree(d.fields) f WHERE f.type = 'text'
"""
WRITTEN = """
    SELECT d.case_id, NULL, coalesce(d.submitted, t.entered_on), d.type, d.version, t.text
    FROM document_texts t JOIN documents d ON d.id = t.document_id
"""
INVESTIGATED = "SELECT case_id, NULL, opened, 'investigation', id, reason FROM investigations"
REASONS = """
    SELECT coalesce(r.case_id, d.case_id), r.agreement_id, r.entered_on,
           CASE WHEN r.delivery_id IS NOT NULL THEN 'delivery'
                WHEN r.case_id IS NOT NULL THEN 'case' ELSE 'agreement' END,
           coalesce(r.delivery_id, r.id), r.text
    FROM reasons r LEFT JOIN deliveries d ON d.id = r.delivery_id
"""
REFERRED = """
    SELECT id, NULL, coalesce(closed_on, entered_on), 'case', id, refer_to FROM cases WHERE refer_to IS NOT NULL
"""
REVIEWED = "SELECT case_id, NULL, on_day, 'review', id, refer_to FROM reviews WHERE refer_to IS NOT NULL"
# What a text stands in, where it is not a document of some type.
PLACES = ("contact", "acknowledgement", "investigation", "delivery", "case", "agreement", "review")
SOURCES = (CONTACTS, GOALS, WISHES, ACKNOWLEDGED, RETURNED, FILED, WRITTEN, INVESTIGATED, REASONS, REFERRED, REVIEWED)
# A reason of an invoice as a whole is about several cases, and so about nobody in particular: it is left out.
TEXTS = f"""
    SELECT c.ref, a.ref, t.* FROM ({" UNION ALL ".join(SOURCES)}) t
    LEFT JOIN cases c ON c.id = t.case_id
    LEFT JOIN people p ON p.id = c.person_id
    LEFT JOIN agreements a ON a.id = t.agreement_id
    WHERE (p.protected = 0 AND c.close_reason IS NOT 'registered_in_error') OR (c.id IS NULL AND a.id IS NOT NULL)
"""


class Written(NamedTuple):
    """A text: the case, or the agreement, that it is about, its day, what it stands in, and the number of that."""

    case: str | None
    agreement: str | None
    date: dt.date
    where: str
    number: int
    text: str


def texts(store: Store) -> Iterator[Written]:
    """Every text, in no order."""
    for case, agreement, _, _, on, where, number, text in store.conn.execute(TEXTS):
        yield Written(case, agreement, kept_day(on), where, number, text)
