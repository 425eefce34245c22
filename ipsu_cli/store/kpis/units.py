"""What is kept of an agreement as a whole: fidelity, surveys, and meetings with the parties."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store
from ipsu_cli.store.kpis.question import WHOLE, Pair, Parts

UNITS = """
    CREATE TEMP TABLE units AS
    SELECT id, ref, CASE WHEN further_services IS NULL THEN service ELSE 'unspecified' END AS service, from_day, to_day,
           json_insert(coalesce(further_services, '[]'), '$[#]', service) AS covered
    FROM agreements
    WHERE (:services IS NULL OR service IN (SELECT value FROM json_each(:services)) OR EXISTS (
               SELECT 1 FROM json_each(further_services) WHERE value IN (SELECT value FROM json_each(:services))))
      AND (:agreements IS NULL OR ref IN (SELECT value FROM json_each(:agreements)))
"""
ASKED = "SELECT DISTINCT s.question, s.population FROM surveys s JOIN units u ON u.id = s.agreement_id ORDER BY 1, 2"
ANSWERS = """
    SELECT s.question, s.population, u.ref, u.service, sum(s.positive) AS positive, sum(s.answered) AS answered,
           sum(s.asked) AS asked
    FROM surveys s JOIN units u ON u.id = s.agreement_id
    WHERE s.on_day BETWEEN :first AND :last GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3
"""
# A unit of the method that had an agreement in the period, with its latest total: of the reviews, those without a total
# are not complete, and the first counts.
FIDELITY = """
    SELECT u.ref, u.service, (
        SELECT f.total FROM fidelity_reviews f
        WHERE f.agreement_id = u.id AND f.total IS NOT NULL AND f.on_day <= :last
        ORDER BY f.on_day DESC, f.id DESC) AS total
    FROM units u
    WHERE EXISTS (SELECT 1 FROM json_each(u.covered) WHERE value IN (SELECT value FROM json_each(:codes_queued)))
      AND u.from_day <= :last AND (u.to_day IS NULL OR u.to_day >= :first)
    ORDER BY u.ref
"""
MEETINGS = """
    SELECT u.ref, u.service, c.party, c.on_day FROM contacts c JOIN units u ON u.id = c.agreement_id
    WHERE c.case_id IS NULL AND c.on_day BETWEEN :first AND :last ORDER BY c.on_day, c.id
"""
PARTS_OF_ROWS = "SELECT ref AS agreement, service FROM units"
ALL = "all"
NOT_KNOWN = {"gender": "unknown"}

Parameters = dict[str, Any]


class AgreementUnit(NamedTuple):
    """An agreement, and the service that it is on; `unspecified` where it is on several."""

    agreement: str
    service: str

    def places(self, dimensions: Sequence[str]) -> list[tuple[str, str]]:
        """Where what is kept of it counts."""
        own = {"service": self.service, "agreement": self.agreement}
        return [(WHOLE, ""), *((name, own.get(name, NOT_KNOWN.get(name, "unspecified"))) for name in dimensions)]


# With whom, of which agreement, and when.
Meeting = tuple[AgreementUnit, str, dt.date]


def choose(store: Store, services: Sequence[str], agreements: Sequence[str]) -> None:
    """Make `units`, the agreements that fit; `services` are those that agreements are on."""
    chosen = {"services": services, "agreements": agreements}
    store.conn.execute("DROP TABLE IF EXISTS temp.units")
    store.conn.execute(UNITS, {name: json_list(codes) if codes else None for name, codes in chosen.items()})


def parts_of_rows(store: Store) -> list[dict[str, str]]:
    """Each agreement with the service that what is kept of it counts under."""
    return [dict(row) for row in store.all(PARTS_OF_ROWS)]


def surveys(store: Store, values: Parameters, dimensions: Sequence[str]) -> dict[str, Parts]:
    """The share of positive answers and the response, by question and population, under their codes."""
    pairs = [(row["question"], row["population"]) for row in store.all(ASKED)]
    asked = sorted({*pairs, *((question, ALL) for question, _ in pairs)}, key=_in_order)
    found: dict[str, Parts] = {
        f"{kind}:{question}:{population}": {WHOLE: {"": (0, 0)}}
        for kind in ("survey_share", "survey_response")
        for question, population in asked
    }
    for row in store.conn.execute(ANSWERS, values):
        positive, answered, asked_of = row["positive"], row["answered"], row["asked"]
        for kind, n, d in (("survey_share", positive, answered), ("survey_response", answered, asked_of)):
            for population in (row["population"], ALL):
                parts = found[f"{kind}:{row['question']}:{population}"]
                for name, part in AgreementUnit(row["ref"], row["service"]).places(dimensions):
                    before = parts.setdefault(name, {}).get(part, (0, 0))
                    parts[name][part] = (before[0] + n, (before[1] or 0) + d)
    return found


def _in_order(asked: tuple[str, str]) -> tuple[str, int]:
    question, population = asked
    return question, ("ongoing", "closing", ALL).index(population)


def fidelity(store: Store, values: Parameters, dimensions: Sequence[str]) -> Parts:
    """The lowest of the units' latest totals; nothing to show while a unit has none."""
    found: dict[str, dict[str, list[int | None]]] = {}
    for row in store.conn.execute(FIDELITY, values):
        for name, part in AgreementUnit(row["ref"], row["service"]).places(dimensions):
            found.setdefault(name, {}).setdefault(part, []).append(row["total"])
    return {name: {part: _lowest(totals) for part, totals in parts.items()} for name, parts in found.items()}


def lowest(listed: Iterable[Parts]) -> Parts:
    """The lowest of several registers, part by part; nothing to show while one of them has a unit without a total."""
    found: Parts = {}
    for parts in listed:
        for name, pairs in parts.items():
            for part, pair in pairs.items():
                own = found.setdefault(name, {})
                own[part] = min(pair, own.get(part, pair), key=lambda total: (total[1], total[0]))
    return found


def _lowest(totals: list[int | None]) -> Pair:
    there = [total for total in totals if total is not None]
    return (min(there), 1) if len(there) == len(totals) else (0, 0)


def meetings(store: Store, values: Parameters) -> list[Meeting]:
    """Every meeting with a party in the period."""
    rows = store.conn.execute(MEETINGS, values)
    return [(AgreementUnit(row["ref"], row["service"]), row["party"], kept_day(row["on_day"])) for row in rows]
