"""Whom a contact was with, in SQL: it is any word, also a name."""

from ipsu_cli.core import party

TOLD = ", ".join(f"'{word}'" for word in party.TOLD)


def told(column: str) -> str:
    """The word of a column where the program itself tells it apart, else that it was another."""
    return f"iif(lower({column}) IN ({TOLD}), {column}, '{party.OTHER_PARTY}')"
