"""The office's register, calendar, ledger and month."""

__version__ = "0.2.0"
