"""`ipsu funding add` and `funding state`."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.funding import EVERYBODY, FundingLine
from ipsu_cli.office import Office
from ipsu_cli.read.fields import demand
from ipsu_cli.reports.funding_list import line_shape, stated_shape
from ipsu_cli.store import Writing, agreements, funding


def funding_add(office: Office, given: dict[str, Any]) -> Answer:
    """Enter a line."""

    def work(store: Writing) -> Answer:
        line = save(store, given)
        figures = {"id": line.id, "unit_text": line.unit, "title": line.title, "year": line.year}
        text = Text("message.funding", {**figures, "amount": line.amount_ore})
        return Answer({"funding": line_shape(line)}, [text])

    return office.change("funding add", work)


def save(store: Writing, given: dict[str, Any]) -> FundingLine:
    """Enter one line, for the command and the import alike."""
    demand(given, "agreement", "unit", "title", "year", "amount")
    values = {"amount_ore": given["amount"], "vat_basis": given.get("vat-basis")}
    values |= {name: given.get(name) for name in ("unit", "title", "year", "fte", "funder")}
    return funding.get(store, funding.add(store, _agreement_id(store, given["agreement"]), values))


def _agreement_id(store: Writing, ref: str) -> int | None:
    """None for what all agreements share."""
    return None if ref == EVERYBODY else agreements.get(store, ref).id


def funding_state(office: Office, given: dict[str, Any]) -> Answer:
    """Keep a total as a document states it."""

    def work(store: Writing) -> Answer:
        demand(given, "agreement", "amount")
        values: dict[str, Any] = {"amount_ore": given["amount"]}
        values |= {name: given.get(name) for name in ("unit", "year", "source")}
        kept = funding.get_stated(store, funding.state(store, _agreement_id(store, given["agreement"]), values))
        lines = [Text("message.funding-stated", {"amount": kept.amount_ore, "id": f"S{kept.id}"})]
        return Answer({"stated": stated_shape(kept)}, lines)

    return office.change("funding state", work)
