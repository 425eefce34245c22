"""The case that a person means who has not typed the whole of its reference."""

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.office import Office
from ipsu_cli.store import cases
from ipsu_cli.validation import Finding, warning

# How many references a refusal names.
MOST = 10


class CaseNamed(NamedTuple):
    """The whole reference, and the warning that says that it was taken for the one that was typed."""

    ref: str
    warning: Finding


def case_named(office: Office, typed: str, command: str) -> CaseNamed:
    """The only case whose reference begins with what was typed. Raises `Refused` where there are several, naming them,
    and where there is none, with the command on the case whose reference is most like it."""
    with office.reading() as store:
        refs = cases.refs(store)
    fitting = [ref for ref in refs if ref.casefold().startswith(typed.casefold())]
    if len(fitting) > 1:
        raise Refused("case.several", case=typed, fitting=_first(fitting), command="ipsu case list")
    if not fitting:
        near = _nearest(typed, refs)
        raise Refused("case.unknown", case=typed, command=f"{command} {near}" if near else "ipsu case list")
    return CaseNamed(fitting[0], warning("case.prefix", typed=typed, case=fitting[0]))


def _first(refs: list[str]) -> list[str]:
    return refs[:MOST] + (["…"] if len(refs) > MOST else [])


def _nearest(typed: str, refs: list[str]) -> str | None:
    from difflib import get_close_matches

    plain = {ref.casefold(): ref for ref in refs}
    near = get_close_matches(typed.casefold(), plain, n=1, cutoff=0.75)
    return plain[near[0]] if near else None
