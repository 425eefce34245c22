"""`ipsu invoice build`: what is ready becomes invoices, what is not comes back with why and what to do."""

import datetime as dt
from dataclasses import replace
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.invoice import Held, Invoice
from ipsu_cli.core.money import Ore
from ipsu_cli.core.shapes import invoice_shape
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.rules.facts import ReadyFacts
from ipsu_cli.store import Store, Writing, agreements, invoice_build, invoices
from ipsu_cli.store.invoice_build import Combination, Waiting
from ipsu_cli.validation import Finding, findings


def build(office: Office, month: Month, only: list[str], *, rehearse: bool, strict: bool, lines: bool) -> Answer:
    """Build the month. `rehearse` goes the same way and keeps nothing; `lines` asks for every line."""

    def work(store: Writing) -> Answer:
        held = _build(store, office.today, month, only)
        made = (
            invoices.made_by(store, with_lines=lines or bool(office.json or office.key)) if store.changed else []
        )
        if rehearse:
            made = [replace(each, number=None) for each in made]
        return _answer(office, month, made, held, strict=strict, rehearse=rehearse)

    return office.change("invoice build", work, rehearse=rehearse)


def held_now(store: Store, today: dt.date, last: dt.date) -> list[Held]:
    """What would be held back if everything up to `last` were built now. Writes nothing that stays."""
    invoice_build.gather(store, last, [])
    judged = _judge(store)
    return [_held(each, judged[each.combination]) for each in invoice_build.waiting(store)]


def _build(store: Writing, today: dt.date, month: Month, only: list[str]) -> list[Held]:
    chosen = [agreements.get(store, ref) for ref in only]
    invoice_build.gather(store, month.last, chosen)
    judged = _judge(store)
    everyone = {each.id: each for each in agreements.all_of(store)}
    invoice_build.write(store, month, today, everyone)
    return [_held(each, judged[each.combination]) for each in invoice_build.waiting(store)]


def _judge(store: Store) -> dict[Combination, list[Finding]]:
    """Let the rules judge each combination once; what they find nothing wrong with is ready."""
    judged = {}
    for combination in invoice_build.combinations(store):
        facts = ReadyFacts(**vars(combination))
        judged[combination] = findings("invoice", combination.service, facts)
        if not judged[combination]:
            invoice_build.mark_ready(store, combination)
    return judged


def _held(waiting: Waiting, found: list[Finding]) -> Held:
    """The first reason stands in the row; mending it shows the next."""
    first = found[0]
    figures = {
        key: getattr(waiting, key) for key in ("case", "agreement", "service", "unit", "from_day", "invoice")
    }
    command = (first.command or "").format(**figures)
    if first.code == "gp.unconfirmed" and waiting.gp != "submitted":
        step = (
            f"document submit {waiting.case} gp"
            if waiting.gp == "draft"
            else f"plan set {waiting.case} WEEKS=HOURS"
        )
        command = f"ipsu {step}"
    return Held(
        waiting.case, first.code, first.rule, command, waiting.net_ore, waiting.quantity, waiting.unit, figures
    )


def held_shape(held: Held) -> dict[str, Any]:
    """A held row as JSON; `message` is filled in by the one who shows it."""
    return {
        "case": held.case,
        "code": held.code,
        "rule": held.rule,
        "message": Text(f"rule.{held.code}", held.figures),
        "command": held.command,
        "quantity": held.quantity,
        "unit": held.unit,
        "net_ore": held.net_ore,
    }


HELD_COLUMNS = (
    Column("case"), Column("why"), Column("quantity", "hours"), Column("unit"), Column("net", "money"),
    Column("command"),
)  # fmt: skip
MADE_COLUMNS = (
    Column("invoice"), Column("kind", "code"), Column("agreement"), Column("net", "money"), Column("vat", "money"),
    Column("total", "money"), Column("payable_from", "day"),
)  # fmt: skip


def held_table(held: list[Held]) -> Table:
    """What is held back, and what puts it right."""
    rows: list[tuple[Any, ...]] = [
        (each.case, Text(f"rule.{each.code}", each.figures), each.quantity, each.unit, each.net_ore, each.command)
        for each in held
    ]
    return Table("held", HELD_COLUMNS, rows)


def _answer(
    office: Office, month: Month, made: list[Invoice], held: list[Held], *, strict: bool, rehearse: bool
) -> Answer:
    data = {"invoices": [invoice_shape(each) for each in made], "held": [held_shape(each) for each in held]}
    total = Ore(sum(each.total_ore for each in made))
    figures = {"month": month, "count": len(made), "total": total, "held": len(held)}
    said = "said.nothing-to-build" if not made else "said.would-build" if rehearse else "said.built"
    tables = []
    if made:
        rows: list[tuple[Any, ...]] = [
            (e.number, e.kind, e.agreement, e.net_ore, e.vat_ore, e.total_ore, e.payable_from) for e in made
        ]
        tables.append(Table("made", MADE_COLUMNS, rows, totals=("net", "vat", "total")))
    if held:
        tables.append(held_table(held))
    answer = Answer(data, [Text(said, figures)], tables, exit=6 if strict and held else 0)
    answer.invoices, answer.held = tuple(made), tuple(held)
    return answer
