"""The letters to the agency that were written before, as the log has them: when, and about which invoice or, in the
command, which self-invoice."""

import datetime as dt
from collections.abc import Collection

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.self_invoice_number import Wanted
from ipsu_cli.store import Store, Writing, invoices

COMMAND = "invoice letter"
DAYS = f"""
    SELECT DISTINCT today FROM changes
    WHERE (command = '{COMMAND}' AND invoice_id IN (SELECT value FROM json_each(:invoices))
           OR command IN (SELECT value FROM json_each(:commands)))
      AND id NOT IN (SELECT value FROM json_each(:but)) ORDER BY today
"""
# These self-invoices, and all others that are about these bases.
ABOUT = """
    SELECT s.number, a.ref AS agreement, s.year FROM self_invoices s JOIN agreements a ON a.id = s.agreement_id
    WHERE s.id IN (SELECT value FROM json_each(:received))
       OR s.id IN (SELECT self_invoice_id FROM pairs WHERE invoice_id IN (SELECT value FROM json_each(:invoices)))
"""


def command_about(wanted: Wanted) -> str:
    """The command of a letter about a self-invoice, which the log names by no invoice of ours: it may be about several
    or none. The self-invoice is named wholly."""
    return f"{COMMAND} {wanted.words}"


def days_of(
    store: Store, invoice_ids: Collection[int], received: Collection[int], but: Collection[int] = ()
) -> list[dt.date]:
    """The days of the letters about these invoices or about these self-invoices, but for those of some changes."""
    invoices, theirs = json_list(invoice_ids), json_list(received)
    commands = [command_about(Wanted(*row)) for row in store.all(ABOUT, invoices=invoices, received=theirs)]
    rows = store.all(DAYS, invoices=invoices, commands=json_list(commands), but=json_list(but))
    return [kept_day(row["today"]) for row in rows]


def note(store: Writing, number: str | None) -> None:
    """Note in the log that a letter is written, and the invoice that it is about, where that is one."""
    store.change(invoice_id=None if number is None else invoices.id_of(store, number))
