"""What an answer said before, found in what it says now: an object may say more."""

from typing import Any


def only_what(expected: Any, found: Any) -> Any:
    """`found` without the keys of its objects that `expected` does not have in the same places."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return {key: only_what(expected[key], value) for key, value in found.items() if key in expected}
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return [only_what(before, now) for before, now in zip(expected, found, strict=True)]
    return found
