"""`ipsu fidelity add` and `fidelity scale`."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from ipsu_cli.core.agreement import Agreement
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.count_readers import AUTO
from ipsu_cli.core.effect import ADDED, CHANGED, KNOWN
from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.fidelity import FidelityReview, Scale
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.flows.enrolment import Saved
from ipsu_cli.office import Office
from ipsu_cli.read.fields import demand
from ipsu_cli.reports.fidelity_list import ReviewOnScale, scale_of
from ipsu_cli.rules.fidelity_and_surveys import REVIEW, FidelityFacts
from ipsu_cli.rules.scales import IPS_25, caseload_score, ips_25
from ipsu_cli.store import Store, Writing, agreements, fidelity
from ipsu_cli.validation import Finding, check


class FidelityAdded(NamedTuple):
    """The review that was entered."""

    fidelity: ReviewOnScale


class ScaleDescribed(NamedTuple):
    """The scale as it now stands."""

    scale: Scale


def fidelity_add(office: Office, entry: dict[str, Any]) -> Answer[FidelityAdded]:
    """Enter a review of a unit."""

    def enter(store: Writing) -> Answer[FidelityAdded]:
        review, warnings = save(store, entry, office.today)
        scale = scale_of(store, review.scale, review.on)
        figures = {"id": review.id, "agreement": review.agreement, "day": review.on, "scale": scale.name}
        line = Text("message.fidelity-unscored", figures)
        if review.total is not None:
            band = Text(f"code.{scale.band(review.total)}") if scale.name == IPS_25 else scale.band(review.total)
            line = Text("message.fidelity", {**figures, "total": review.total, "max": scale.max, "band": band})
        return Answer(FidelityAdded(ReviewOnScale.of(review, scale)), [line], warnings=warnings)

    return office.change("fidelity add", enter)


def save(store: Writing, entry: dict[str, Any], today: dt.date) -> tuple[FidelityReview, list[Finding]]:
    """Enter one review, for the command and the import alike."""
    demand(entry, "agreement", "on", "scores")
    agreement, scale, scores = as_kept(store, entry)
    warnings = check(REVIEW, None, FidelityFacts(agreement.ref, scale, scores, entry["on"], today))
    total = None if None in scores else sum(score or 0 for score in scores)
    made = FidelityReview(0, agreement.ref, entry["on"], scale.name, scores, total)
    return made._replace(id=fidelity.add(store, agreement.id, made)), warnings


def as_kept(store: Store, entry: Mapping[str, Any]) -> tuple[Agreement, Scale, tuple[int | None, ...]]:
    """The agreement, the scale and the scores that an entry means."""
    agreement = agreements.get(store, entry["agreement"])
    scale = scale_of(store, entry.get("scale") or IPS_25, entry["on"])
    return agreement, scale, _calculated(store, entry["scores"], scale, agreement.id, entry["on"])


def _calculated(
    store: Store, typed: tuple[int | str | None, ...], scale: Scale, agreement_id: int, on: dt.date
) -> tuple[int | None, ...]:
    """The scores, the first of them taken from the caseload where that is asked for."""
    if AUTO not in typed:
        return tuple(score for score in typed if not isinstance(score, str))
    if scale.name != IPS_25 or typed.index(AUTO) != 0 or typed.count(AUTO) > 1:
        raise Refused("fidelity.auto-place", rule="E23", scale=IPS_25)
    largest = fidelity.largest_caseload(store, agreement_id, on.isoformat())
    if largest is None:
        raise Refused("fidelity.auto-nobody", rule="E23", day=on, command="ipsu report caseload")
    return (caseload_score(largest, on), *(score for score in typed[1:] if not isinstance(score, str)))


def fidelity_scale(office: Office, scale: Scale) -> Answer[ScaleDescribed]:
    """Describe a scale. What reviews are made on keeps its items and their range; bands may move."""

    def describe(store: Writing) -> Answer[ScaleDescribed]:
        saved = _describe(store, scale, office)
        described, known = saved.thing, saved.outcome == KNOWN
        figures = {"scale": described.name, "items": described.items, "least": described.least, "most": described.most}
        line = (
            Text("message.nothing-new") if known else Text("message.fidelity-scale", {**figures, "max": described.max})
        )
        return Answer(ScaleDescribed(described), [line])

    return office.change("fidelity scale", describe)


def save_scale(store: Writing, entry: dict[str, Any], office: Office) -> Saved[Scale]:
    """Describe one scale from a file."""
    return _describe(store, Scale(*(entry[fact.name] for fact in facts_of(Scale))), office)


def _describe(store: Writing, scale: Scale, office: Office) -> Saved[Scale]:
    built_in = ips_25(office.today)
    before = fidelity.find_scale(store, scale.name) or (built_in if _same_name(scale, built_in) else None)
    described = scale._replace(name=before.name) if before else scale
    _refuse_impossible(described)
    if before and fidelity.is_used(store, before.name) and before[:4] != described[:4]:
        raise Refused("fidelity.scale-used", scale=before.name)
    if described == before:
        return Saved(described, KNOWN, [])
    fidelity.set_scale(store, described)
    if before is None:
        return Saved(described, ADDED, [])
    return Saved(described, CHANGED, [], tuple(f.name for f in facts_of(Scale) if f.of(described) != f.of(before)))


def _same_name(one: Scale, other: Scale) -> bool:
    return one.name.casefold() == other.name.casefold()


def _refuse_impossible(scale: Scale) -> None:
    """Nothing is below the least or above the most, and a scale has at least one item."""
    if scale.items < 1 or scale.most <= scale.least:
        raise Refused("fidelity.scale-range", rule="E25", items=scale.items, least=scale.least, most=scale.most)
    lowest = scale.items * scale.least
    outside = [f"{total}={name}" for total, name in scale.bands if not lowest <= total <= scale.max]
    if outside:
        raise Refused("fidelity.scale-bands", rule="E25", bands=outside, lowest=lowest, highest=scale.max)
