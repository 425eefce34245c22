"""A case as it is shown, to people and to scripts: names, numbers and what is hidden only where they may be seen."""

import datetime as dt
from typing import Any

from ipsu_cli.core.case import Case, Lock
from ipsu_cli.core.fact import Fact, facts_of, json_maker
from ipsu_cli.core.identity import masked, whole
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.to_json import JsonObject, only

CASE_FACTS = tuple(fact for fact in facts_of(Case) if fact.key and fact.path[0] not in ("person", "referral"))
_case_json = json_maker(CASE_FACTS)


class Participant(NamedTuple):
    """Who takes part, as far as it may be seen."""

    personnummer: str | None
    name: str | None
    gender: str | None
    protected: bool


class CaseShown(NamedTuple):
    """A case on a day. `name` shows the person's name, `reveal` the whole number and a protected person as well."""

    case: Case
    today: dt.date
    name: bool = False
    reveal: bool = False

    @property
    def hides(self) -> bool:
        """Is that left out which is hidden of a protected person?"""
        return self.case.person.protected and not self.reveal

    @property
    def participant(self) -> Participant:
        person = self.case.person
        if self.hides:
            return Participant(None, None, None, protected=True)
        if person.erased:
            return Participant(None, None, person.gender, person.protected)
        number = whole(person.personnummer) if self.reveal else masked(person.personnummer)
        name = person.name if self.name else None
        return Participant(number, name, person.gender, person.protected)

    @property
    def status(self) -> str:
        return self.case.status(self.today)

    @property
    def locked(self) -> Lock | None:
        """An open investigation, without its reason where that is hidden."""
        lock = self.case.locked
        return lock._replace(reason=None) if lock and self.hides else lock

    def says(self, fact: Fact) -> Any:
        """What the case says of a fact, None where that is hidden."""
        return None if self.hides and fact.hidden else fact.kind.seen(fact.of(self.case))

    def to_json(self) -> JsonObject:
        """What every case has."""
        facts = _case_json(self.case, self.hides)
        return {"case": self.case.ref, **only(self, "participant", "status", "locked"), **facts}
