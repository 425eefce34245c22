"""A register of the municipalities' services, entered through the store, with facts at any day."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ipsu_cli.store import Writing, writing


class Register:
    """Enters persons, cases and what happened to them; ids come back."""

    def __init__(self, store: Writing) -> None:
        self.store = store
        self._persons = 0

    def agreement(self, ref: str, service: str, first: str = "2015-01-01", **more: Any) -> int:
        return self.store.add(
            "agreements", ref=ref, service=service, area="Mitt", from_day=first, billing="self", vat=2500,
            payout="created", sites="[]", **more,
        )  # fmt: skip

    def person(self, gender: str | None = None) -> int:
        self._persons += 1
        number = f"1970{self._persons:08d}"
        return self.store.add("people", personnummer=number, name="Kim Ek", gender=gender, protected=0)

    def case(self, ref: str, person: int, service: str, agreement: int | None = None, **more: Any) -> int:
        return self.store.add(
            "cases", ref=ref, person_id=person, service=service, agreement_id=agreement,
            **{name: str(value) if isinstance(value, dt.date) else value for name, value in more.items()},
        )  # fmt: skip

    def document(self, case: int, type: str, submitted: object, period: str = "", **more: Any) -> int:
        values: dict[str, Any] = {"status": "submitted", "version": 1, **more}
        day = submitted and str(submitted)
        return self.store.add("documents", case_id=case, type=type, submitted=day, period=period, **values)

    def outcome(self, case: int, outcome: str, on: object, subsidised: bool = False) -> int:
        return self.store.add("outcomes", case_id=case, outcome=outcome, on_day=str(on), subsidised=int(subsidised))

    def pause(self, case: int, first: object, last: object = None) -> int:
        return self.store.add("pauses", case_id=case, from_day=str(first), to_day=last and str(last))

    def meeting(self, agreement: int, party: str, on: object) -> int:
        return self.store.add("contacts", agreement_id=agreement, party=party, on_day=str(on))

    def contact(self, case: int, party: str, on: object) -> int:
        return self.store.add("contacts", case_id=case, party=party, on_day=str(on))

    def fidelity(self, agreement: int, on: object, total: int | None) -> int:
        return self.store.add(
            "fidelity_reviews", agreement_id=agreement, on_day=str(on), scale="ips-25", scores="[]", total=total
        )

    def survey(
        self, agreement: int, question: str, population: str, on: object, asked: int, answered: int, positive: int
    ) -> int:
        return self.store.add(
            "surveys", agreement_id=agreement, question=question, population=population, on_day=str(on), asked=asked,
            answers=json.dumps({"ja": positive, "nej": answered - positive}), positive_answers='["ja"]',
            answered=answered, positive=positive,
        )  # fmt: skip


@contextmanager
def entering(path: Path, today: str = "2026-01-31") -> Iterator[Register]:
    """The register, to enter things on a day."""
    with writing(path, today, "test", "enter") as store:
        yield Register(store)
