"""`ipsu case hand-over`: one coach takes over another's open cases."""

from collections.abc import Sequence

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.office import Office
from ipsu_cli.store import Store, Writing, cases, filters


class HandedOver(NamedTuple):
    """The coaches, and the cases that change hands, by reference; with `dry_run` they do not yet."""

    from_coach: str
    to_coach: str
    cases: Sequence[str]
    dry_run: bool


class HandOver(NamedTuple):
    """The whole answer."""

    hand_over: HandedOver


def case_hand_over(
    office: Office, from_coach: str, to_coach: str, refs: Sequence[str], *, dry_run: bool
) -> Answer[HandOver]:
    """Give the open cases of a coach, or those named, to another."""

    def hand_over(store: Writing) -> Answer[HandOver]:
        coaches = filters.fitting(store, filters.HANDED_FROM, [from_coach])
        if coaches == [to_coach]:
            raise Refused("hand-over.same", coach=to_coach, command="ipsu report caseload")
        chosen = _chosen(store, from_coach, coaches, refs)
        for case in chosen:
            cases.alter(store, case, {"coach": to_coach})
        handed = HandedOver(from_coach, to_coach, [case.ref for case in chosen], dry_run)
        figures = {"count": len(chosen), "from_coach": from_coach, "to_coach": to_coach, "cases": handed.cases}
        message = "message.hand-over-dry" if dry_run else "message.hand-over"
        return Answer(HandOver(handed), [Text(message, figures)])

    return office.change("case hand-over", hand_over, rehearse=dry_run)


def _chosen(store: Store, coach: str, coaches: Sequence[str], refs: Sequence[str]) -> list[Case]:
    """The open cases of `coaches`, who are meant by `coach`, of those named. A case that is named and not among them is
    refused."""
    listed = [case for case in cases.listed(store) if case.closed_on is None]
    own = {case.ref: case for case in listed if case.coach in coaches}
    if not own:
        known = sorted({case.coach for case in listed if case.coach})
        raise Refused("hand-over.nothing", coach=coach, known=known, command="ipsu report caseload")
    missing = [ref for ref in refs if ref not in own]
    if missing:
        raise Refused("hand-over.not-among", coach=coach, cases=missing, command=f"ipsu case list --coach {coach}")
    return [own[ref] for ref in dict.fromkeys(refs)] if refs else list(own.values())
