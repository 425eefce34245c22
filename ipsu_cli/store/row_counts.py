"""How many rows there are, about: so that somebody who waits for all of them can be told how far it is."""

from collections.abc import Iterable

from ipsu_cli.store import Store

# The kinds of which there may be many, and the table that a row of theirs comes from.
TABLES = {
    "cases": "cases",
    "documents": "documents",
    "plans": "documents",
    "decisions": "decisions",
    "deliveries": "deliveries",
    "aids": "aids",
    "outcomes": "outcomes",
    "pauses": "pauses",
    "reviews": "reviews",
    "contacts": "contacts",
}


def about(store: Store, kinds: Iterable[str]) -> int:
    """About how many rows all of these kinds have together."""
    tables = [TABLES[kind] for kind in kinds if kind in TABLES]
    return sum(store.value(f"SELECT count(*) FROM {table}") for table in tables)
