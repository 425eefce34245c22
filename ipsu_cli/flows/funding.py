"""`ipsu funding add` and `funding state`."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.effect import ADDED, CHANGED, KNOWN
from ipsu_cli.core.funding import EVERYBODY, FundingLine, StatedTotal
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.flows.enrolment import Saved
from ipsu_cli.office import Office
from ipsu_cli.read.fields import demand
from ipsu_cli.store import Writing, agreements, funding


class FundingAdded(NamedTuple):
    """The line that was entered."""

    funding: FundingLine


class TotalStated(NamedTuple):
    """The total that was kept."""

    stated: StatedTotal


def funding_add(office: Office, entry: dict[str, Any]) -> Answer[FundingAdded]:
    """Enter a line."""

    def enter(store: Writing) -> Answer[FundingAdded]:
        line = save(store, entry)
        figures = {"id": line.id, "unit_text": line.unit, "title": line.title, "year": line.year}
        text = Text("message.funding", {**figures, "amount": line.amount_ore})
        return Answer(FundingAdded(line), [text])

    return office.change("funding add", enter)


def save(store: Writing, entry: dict[str, Any]) -> FundingLine:
    """Enter one line, for the command and the import alike."""
    demand(entry, "agreement", "unit", "title", "year", "amount")
    line = FundingLine(
        0, None, entry["unit"], entry["title"], entry["year"], entry["amount"], entry.get("fte"), entry.get("funder"),
        entry.get("vat-basis"),
    )  # fmt: skip
    return funding.get(store, funding.add(store, _agreement_id(store, entry["agreement"]), line))


def _agreement_id(store: Writing, ref: str) -> int | None:
    """None for what all agreements share."""
    return None if ref == EVERYBODY else agreements.get(store, ref).id


def funding_state(office: Office, entry: dict[str, Any]) -> Answer[TotalStated]:
    """Keep a total as a document states it."""

    def state(store: Writing) -> Answer[TotalStated]:
        kept = save_total(store, entry, office).thing
        lines = [Text("message.funding-stated", {"amount": kept.amount_ore, "id": kept.ref})]
        return Answer(TotalStated(kept), lines)

    return office.change("funding state", state)


def save_total(store: Writing, entry: dict[str, Any], office: Office) -> Saved[StatedTotal]:
    """Keep one total, for the command and the import alike; one of the same source before it is replaced."""
    demand(entry, "agreement", "amount")
    total = StatedTotal(0, None, entry.get("unit"), entry.get("year"), entry["amount"], entry.get("source"))
    agreement_id = _agreement_id(store, entry["agreement"])
    before = funding.find_stated(store, agreement_id, total)
    kept = funding.get_stated(store, funding.state(store, agreement_id, total))
    if before is None:
        return Saved(kept, ADDED, [])
    return Saved(kept, KNOWN, []) if kept == before else Saved(kept, CHANGED, [], ("amount",))
