"""Typer: words to a record, then one flow or one report. A module here is a command of the same name."""
