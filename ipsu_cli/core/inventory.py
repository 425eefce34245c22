"""The inventory of data: what every column of the office's file holds, why, and how long it stays.

A column stands here once, in a group with one class, one purpose and one time of keeping. `TABLE_past` and `TABLE_ever`
have the columns of TABLE and need no entry. The page on privacy is made from it; erasing, exports and tests ask it.
"""

from collections.abc import Iterator

from ipsu_cli.core.named_tuple import NamedTuple

# What a column says of a participant: nothing; nothing but what the office does, under a reference; who somebody is or
# what came of them; what is about health or need of support, or may be because it is told in somebody's own words.
OPEN, OFFICE, PERSONAL, SENSITIVE = "open", "office", "personal", "sensitive"
CLASSES = (OPEN, OFFICE, PERSONAL, SENSITIVE)

# Until when: the person is erased; erased too, but for what the key figures count, which stays under a random
# reference; the seventh year after the one in which the financial year ended; the file itself is gone.
PERSON, FIGURES, BOOKS, FILE = "person", "figures", "books", "file"
KEPT = (PERSON, FIGURES, BOOKS, FILE)

# What a row has apart from what it says: its number, its salt, and the changes that it came and went with.
ROW = ("id", "salt", "entered_by", "entered_on", "ceased_by", "ceased_on")


class Group(NamedTuple):
    """Columns of one table that are held for one purpose. `purpose` names a text, `inventory.PURPOSE`."""

    columns: tuple[str, ...]
    sensitivity: str
    purpose: str
    kept: str


class Field(NamedTuple):
    """One column, and what the inventory says of it."""

    table: str
    column: str
    sensitivity: str
    purpose: str
    kept: str


def _group(sensitivity: str, purpose: str, kept: str, columns: str) -> Group:
    return Group(tuple(columns.split()), sensitivity, purpose, kept)


INVENTORY: dict[str, tuple[Group, ...]] = {
    "people": (
        _group(PERSONAL, "identity", PERSON, "personnummer name"),
        _group(PERSONAL, "figures", FIGURES, "gender"),
        _group(PERSONAL, "protection", FIGURES, "protected"),
    ),
    "cases": (
        _group(OFFICE, "reference", FIGURES, "ref"),
        _group(PERSONAL, "identity", FIGURES, "person_id"),
        _group(OFFICE, "support", FIGURES, "service agreement_id system extent level support after_id"),
        _group(PERSONAL, "figures", FIGURES, "from_day to_day queued_on closed_on close_reason training_result"),
        _group(OFFICE, "staff", FIGURES, "coach"),
        _group(PERSONAL, "place", FIGURES, "site"),
        _group(PERSONAL, "place", PERSON, "municipality"),
        _group(PERSONAL, "agency", PERSON, "officer order_ref"),
        _group(PERSONAL, "training", PERSON, "meeting mapping_agreed decision"),
        _group(PERSONAL, "training", PERSON, "training_name training_type training_from training_to"),
        _group(SENSITIVE, "eligibility", PERSON, "resident disability motivated care_contact target_group assistance"),
        _group(PERSONAL, "consent", PERSON, "consent consent_withdrawn sus_consent"),
        _group(SENSITIVE, "wishes", PERSON, "preference refer_to"),
    ),
    "decisions": (_group(PERSONAL, "support", FIGURES, "case_id was_to to_day on_day period"),),
    "documents": (
        _group(PERSONAL, "reporting", FIGURES, "case_id type version period status submitted confirmed returned"),
        _group(SENSITIVE, "reporting", PERSON, "reason fields"),
    ),
    "document_texts": (
        _group(OPEN, "reporting", PERSON, "document_id"),
        _group(SENSITIVE, "reporting", PERSON, "text"),
    ),
    "plan_weeks": (_group(PERSONAL, "support", FIGURES, "document_id week hours"),),
    "deliveries": (
        _group(PERSONAL, "work-done", FIGURES, "case_id from_day to_day unit quantity no_show cancelled reverses"),
    ),
    "delivered_hours": (_group(PERSONAL, "work-done", FIGURES, "case_id hours"),),
    "free": (_group(OPEN, "work-done", FIGURES, "delivery_id"),),
    "invoiced": (_group(OPEN, "work-done", FIGURES, "delivery_id line_id"),),
    "released": (_group(OPEN, "work-done", FIGURES, "line_id delivery_id"),),
    "aids": (
        _group(PERSONAL, "aids", PERSON, "case_id origin lent returned"),
        _group(SENSITIVE, "aids", PERSON, "kind name"),
    ),
    "pauses": (_group(PERSONAL, "figures", FIGURES, "case_id from_day to_day"),),
    "outcomes": (_group(PERSONAL, "figures", FIGURES, "case_id outcome on_day subsidised"),),
    "reviews": (
        _group(PERSONAL, "figures", FIGURES, "case_id on_day progress decision"),
        _group(SENSITIVE, "wishes", PERSON, "refer_to"),
    ),
    "contacts": (
        _group(PERSONAL, "figures", FIGURES, "case_id agreement_id on_day"),
        _group(PERSONAL, "figures", PERSON, "party"),
        _group(SENSITIVE, "notes", PERSON, "note goal"),
    ),
    "acknowledgements": (
        _group(OFFICE, "notes", PERSON, "case_id kind key"),
        _group(SENSITIVE, "notes", PERSON, "reason"),
    ),
    "reasons": (
        _group(OFFICE, "notes", PERSON, "case_id invoice_id delivery_id agreement_id"),
        _group(SENSITIVE, "notes", PERSON, "text"),
    ),
    "investigations": (
        _group(OFFICE, "invoicing", BOOKS, "case_id invoice_id opened closed outcome why"),
        _group(SENSITIVE, "notes", PERSON, "reason"),
    ),
    "invoices": (
        _group(OFFICE, "invoicing", BOOKS, "year no kind refers_to_id agreement_id month made_on payable_from vat"),
        _group(
            OFFICE, "invoicing", BOOKS, "vat_exempt_reason net_ore vat_ore total_ore status approved_on set_off_ore"
        ),
    ),
    "invoice_lines": (
        _group(OFFICE, "invoicing", BOOKS, "invoice_id case_id service month from_day to_day unit quantity"),
        _group(OFFICE, "invoicing", BOOKS, "unit_price_ore net_ore deliveries refers_to_id status"),
    ),
    "payments": (
        _group(OFFICE, "payments", BOOKS, "invoice_id on_day amount_ore source file value_day bank_ids entry"),
        _group(OFFICE, "payments", BOOKS, "rounding_ore"),
    ),
    "self_invoices": (
        _group(OFFICE, "agency-answers", BOOKS, "agreement_id year number on_day type refers_to net_ore vat_ore"),
        _group(OFFICE, "agency-answers", BOOKS, "total_ore file_id payable_ore prepaid_ore rounding_ore"),
    ),
    "self_invoice_lines": (
        _group(OFFICE, "agency-answers", BOOKS, "self_invoice_id case_id from_day to_day hours unit_price_ore net_ore"),
        _group(OFFICE, "agency-answers", BOOKS, "stated_hours"),
    ),
    "self_invoice_answers": (
        _group(OFFICE, "agency-answers", BOOKS, "self_invoice_id line_id state why on_day who awaits"),
        _group(SENSITIVE, "notes", PERSON, "reason"),
    ),
    "self_invoice_originals": (_group(OPEN, "agency-answers", BOOKS, "self_invoice_id original_id"),),
    "self_invoice_settlements": (_group(OPEN, "agency-answers", BOOKS, "answer_id settled_by_id"),),
    "credited_lines": (_group(OFFICE, "agency-answers", BOOKS, "line_id original_line_id net_ore hours"),),
    "pairs": (_group(OPEN, "agency-answers", BOOKS, "self_invoice_id invoice_id"),),
    "received_files": (_group(OPEN, "agency-answers", BOOKS, "sha256 size suffix"),),
    "received_bytes": (
        _group(OPEN, "agency-answers", BOOKS, "file_id"),
        _group(PERSONAL, "agency-answers", BOOKS, "content"),
    ),
    "e_invoices_sent": (_group(OFFICE, "sent", BOOKS, "invoice_id sha256 file"),),
    "packages": (_group(OFFICE, "sent", BOOKS, "month"),),
    "package_files": (_group(OFFICE, "sent", BOOKS, "package_id name sha256 received_id"),),
    "packaged_bytes": (
        _group(OPEN, "sent", BOOKS, "file_id"),
        _group(PERSONAL, "sent", BOOKS, "content"),
    ),
    "vouchers": (_group(OFFICE, "sent", BOOKS, "package_id invoice_id part on_day lines_left cancelled"),),
    "voucher_rows": (
        _group(OFFICE, "sent", BOOKS, "voucher_id role rate service refers_to account cost_centre amount_ore"),
    ),
    "closed_months": (_group(OFFICE, "invoicing", BOOKS, "month"),),
    "agreements": (
        _group(OFFICE, "agreements", BOOKS, "ref service further_services area from_day to_day sites billing vat"),
        _group(OFFICE, "agreements", BOOKS, "vat_exempt_reason payout cost_centre purchaser purchaser_orgnr"),
        _group(OFFICE, "agreements", BOOKS, "purchaser_address"),
    ),
    "prices": (_group(OFFICE, "agreements", BOOKS, "agreement_id service unit level from_day amount_ore"),),
    "requirements": (_group(OFFICE, "agreements", FILE, "agreement_id service ages checks"),),
    "targets": (_group(OFFICE, "following-up", FILE, "agreement_id kpi value from_day by_day counts"),),
    "fidelity_reviews": (_group(OFFICE, "following-up", FILE, "agreement_id on_day scale scores total"),),
    "fidelity_scales": (_group(OPEN, "following-up", FILE, "name items least most bands"),),
    "surveys": (
        _group(OFFICE, "following-up", FILE, "agreement_id question population on_day asked answers"),
        _group(OFFICE, "following-up", FILE, "positive_answers answered positive"),
    ),
    "funding": (_group(OFFICE, "following-up", FILE, "agreement_id unit title year amount_ore fte funder vat_basis"),),
    "funding_stated": (_group(OFFICE, "following-up", FILE, "agreement_id unit year amount_ore source"),),
    "office": (_group(OFFICE, "office", FILE, "name orgnr lang made_at"),),
    "settings": (_group(OFFICE, "office", FILE, "name value"),),
    "changes": (_group(OFFICE, "log", FILE, "at today who command case_id invoice_id digest"),),
    "revealed": (_group(OFFICE, "log", FILE, "case_id"),),
    "seals": (_group(OPEN, "log", FILE, "change_id table_name key seal"),),
    "answers": (
        _group(OPEN, "repeating", PERSON, "key asked change_id"),
        _group(PERSONAL, "repeating", PERSON, "answer"),
    ),
    "batches": (_group(OFFICE, "repeating", FILE, "kind rows added"),),
    "imported": (_group(OPEN, "repeating", FILE, "kind digest batch_id times"),),
    "backups": (_group(OPEN, "log", FILE, "on_day change_id"),),
    "erasures": (_group(OPEN, "log", FILE, "digest"),),
    "unswept": (_group(OPEN, "log", FILE, "change_id"),),
    "unwritten": (_group(OFFICE, "repeating", FILE, "file change_id"),),
}


def fields() -> Iterator[Field]:
    """Every column that says something, in the order of the tables."""
    for table, groups in INVENTORY.items():
        for group in groups:
            for column in group.columns:
                yield Field(table, column, group.sensitivity, group.purpose, group.kept)


def live_table(table: str) -> str:
    """The table whose columns a table or a view of the past has.

    >>> live_table("people_past"), live_table("cases_ever"), live_table("plan_weeks")
    ('people', 'cases', 'plan_weeks')
    """
    return table.removesuffix("_past").removesuffix("_ever")
