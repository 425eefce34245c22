"""Filters: what is typed to choose among coaches, towns, agreements and services, found in the register or refused."""

from collections.abc import Callable, Mapping, Sequence

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.registry import services
from ipsu_cli.core.text import composed
from ipsu_cli.store import Store
from ipsu_cli.store.scope import Chosen

NEAREST = 3
# What cases have in a column, and whether somebody who is not protected has it.
OF_CASES = """
    SELECT c.{column} AS name, max(p.protected = 0) AS told FROM cases c JOIN people p ON p.id = c.person_id
    WHERE c.{column} IS NOT NULL GROUP BY c.{column} ORDER BY c.{column}
"""
AGREEMENTS = "SELECT ref FROM agreements ORDER BY ref"
# The names that there are, and whether a refusal may suggest each: not a coach or a town of protected persons alone.
SuggestedNames = Mapping[str, bool]


class Filter(NamedTuple):
    """What an option chooses among: the names that there are, and the command that lists them."""

    option: str
    names: Callable[[Store], SuggestedNames]
    command: str


def _of_cases(column: str) -> Callable[[Store], SuggestedNames]:
    """The names that cases have in a column."""
    question = OF_CASES.format(column=column)
    return lambda store: {row["name"]: bool(row["told"]) for row in store.all(question)}


def _told_of_cases(column: str) -> Callable[[Store], SuggestedNames]:
    """The same, without those that protected persons alone have: to find one would tell of them."""
    every = _of_cases(column)
    return lambda store: {name: told for name, told in every(store).items() if told}


COACH = Filter("--coach", _of_cases("coach"), "ipsu case list")
SITE = Filter("--site", _told_of_cases("site"), "ipsu agreement list")
HANDED_FROM = COACH._replace(option="--from")
AGREEMENT = Filter(
    "--agreement", lambda store: {row["ref"]: True for row in store.all(AGREEMENTS)}, "ipsu agreement list"
)
SERVICE = Filter("--service", lambda store: dict.fromkeys(services(), True), "ipsu agreement list")


class RegisterNames(NamedTuple):
    """What can be chosen among."""

    agreements: SuggestedNames
    coaches: SuggestedNames
    sites: SuggestedNames


def names_of(store: Store) -> RegisterNames:
    """What the register can be asked by."""
    return RegisterNames(AGREEMENT.names(store), COACH.names(store), SITE.names(store))


def in_register(store: Store, chosen: Chosen) -> Chosen:
    """What is chosen by its names in the register."""
    return Chosen(
        services=fitting(store, SERVICE, chosen.services),
        agreements=fitting(store, AGREEMENT, chosen.agreements),
        coaches=fitting(store, COACH, chosen.coaches),
        sites=fitting(store, SITE, chosen.sites),
    )


def among(names: RegisterNames, chosen: Chosen) -> Chosen:
    """What is chosen by its names. Raises `Refused`, with the nearest, for a word that means none of them."""
    return Chosen(
        services=_fitting(SERVICE, dict.fromkeys(services(), True), chosen.services),
        agreements=_fitting(AGREEMENT, names.agreements, chosen.agreements),
        coaches=_fitting(COACH, names.coaches, chosen.coaches),
        sites=_fitting(SITE, names.sites, chosen.sites),
    )


def fitting(store: Store, filter: Filter, typed: Sequence[str]) -> list[str]:
    """The names in the register that are meant. Raises `Refused`, with the nearest, for a word that means none."""
    return _fitting(filter, filter.names(store), typed) if typed else []


def _fitting(filter: Filter, names: SuggestedNames, typed: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(name for word in typed for name in _meant(filter, names, word)))


def _meant(filter: Filter, names: SuggestedNames, word: str) -> list[str]:
    """The name that was typed to the letter; else all that differ from it in capitals alone."""
    plain = composed(word.strip())
    if plain in names:
        return [plain]
    found = [name for name in names if name.casefold() == plain.casefold()]
    if not found:
        near = _nearest([name for name, told in names.items() if told], plain)
        raise Refused("filter.unknown", command=filter.command, option=filter.option, near=near)
    return found


def _nearest(names: Sequence[str], word: str) -> list[str]:
    """The names most like the word, the likest first."""
    from difflib import get_close_matches

    plain = {name.casefold(): name for name in names}
    return [plain[name] for name in get_close_matches(word.casefold(), plain, n=NEAREST, cutoff=0)]
