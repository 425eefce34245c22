"""Records as JSON objects. The keys that scripts read follow from the names of fields, in this one place."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeGuard

from ipsu_cli.core.answer import Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.records import Records

JsonObject = dict[str, object]

# Fields whose names in Python are not those that scripts read.
KEYS = {"from_day": "from", "to_day": "to"}


def to_json(value: object, words: Callable[[Text], str]) -> object:
    """`value` as JSON has it: a record is an object, a sentence is what `words` makes of it, a list is gone through.

    A record whose object is not simply its fields says so with a method `to_json`, which gives a `JsonObject`.
    """
    if STAYS[type(value)]:
        return value
    if isinstance(value, Text):
        return words(value)
    if is_record(value) or isinstance(value, Mapping):
        # A report has a hundred thousand rows of fifteen members, and most of these stay as they are.
        return {
            key: member if STAYS[type(member)] else to_json(member, words) for key, member in members(value).items()
        }
    if isinstance(value, Records):
        return value.mapped(lambda record: to_json(record, words))
    assert isinstance(value, list | tuple)
    return [to_json(item, words) for item in value]


class _Stays(dict[type, bool]):
    """Do values of a kind go as they are: are they no record, sentence, mapping or list?"""

    def __missing__(self, kind: type) -> bool:
        self[kind] = not issubclass(kind, list | tuple | Mapping | Records)
        return self[kind]


STAYS = _Stays()


def members(value: object) -> Mapping[str, object]:
    """The members of the object that a record, or a mapping, is in JSON."""
    own = getattr(value, "to_json", None)
    if own:
        found: JsonObject = own()
        return found
    if isinstance(value, Mapping):
        return value
    assert is_record(value)
    return dict(zip(_keys(type(value)), value, strict=True))


def is_record(value: object) -> TypeGuard[NamedTuple]:
    """Is it a record of named fields?"""
    return isinstance(value, tuple) and hasattr(value, "_fields")


def all_but(record: NamedTuple, *without: str) -> JsonObject:
    """The fields of a record by their keys in JSON, without those of these names."""
    names = zip(record._fields, _keys(type(record)), record, strict=True)
    return {key: value for name, key, value in names if name not in without}


def only(record: object, *names: str) -> JsonObject:
    """What a record says under these names, be they fields or what follows from them, by their keys in JSON."""
    return {_key(name): getattr(record, name) for name in names}


@cache
def _key(name: str) -> str:
    """The key of a field. `with_` stands for a word that Python keeps for itself."""
    return KEYS.get(name) or name.rstrip("_")


@cache
def _keys(kind: type[NamedTuple]) -> tuple[str, ...]:
    """The keys of a kind of record."""
    return tuple(map(_key, kind._fields))
