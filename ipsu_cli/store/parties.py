"""Whom a contact was with, in SQL: it is any word, also a name."""

from ipsu_cli.core.party import EMPLOYERS, OFFICERS, OTHER_PARTY

TOLD = ", ".join(f"'{party}'" for party in (*OFFICERS, *EMPLOYERS))


def told(column: str) -> str:
    """The word of a column where the program itself tells it apart, else that it was another."""
    return f"iif(lower({column}) IN ({TOLD}), {column}, '{OTHER_PARTY}')"
