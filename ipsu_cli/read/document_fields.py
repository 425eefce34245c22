"""What a document is filed with, under the names that the register keeps it under."""

from collections.abc import Mapping
from typing import Any

from ipsu_cli.core.document_entry import refuse_named_twice
from ipsu_cli.core.problem import Unreadable


def entered_fields(options: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, by the name that the register keeps it under. An option left out is left out; 0 hours are not."""
    if options.get("known") and options.get("unknown"):
        raise Unreadable("option.together", options=["--known", "--unknown"])
    fields: dict[str, Any] = {}
    for name, value in options.items():
        if value is None or value is False or value in ((), []) or name in ("known", "unknown"):
            continue
        fields[name.replace("-", "_")] = tuple(value) if isinstance(value, list) else value
    refuse_named_twice(fields)
    if options.get("known") or options.get("unknown"):
        fields["known"] = bool(options.get("known"))
    return fields
