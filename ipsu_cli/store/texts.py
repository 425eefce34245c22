"""The texts of documents that are written here: one for a version, with its past."""

from ipsu_cli.store import Store, Writing

GET = "SELECT id, text FROM document_texts WHERE document_id = :document"
LATEST = """
    SELECT t.text FROM document_texts t JOIN documents d ON d.id = t.document_id
    WHERE d.case_id = :case AND d.type = :type ORDER BY d.version DESC LIMIT 1
"""


def get(store: Store, document_id: int) -> str | None:
    """What that version says, None where it is kept elsewhere."""
    row = store.first(GET, document=document_id)
    return row["text"] if row else None


def latest(store: Store, case_id: int, type: str) -> str | None:
    """What the newest version with a text says."""
    found: str | None = store.value(LATEST, case=case_id, type=type)
    return found


def save(store: Writing, case_id: int, document_id: int, text: str) -> None:
    """The version says this from now on; what it said before goes to its past."""
    row = store.first(GET, document=document_id)
    if row is not None and row["text"] == text:
        return
    store.change(case_id=case_id)
    if row is None:
        store.add("document_texts", document_id=document_id, text=text)
    else:
        store.alter("document_texts", row["id"], text=text)
