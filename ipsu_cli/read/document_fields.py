"""What a document is filed with, under the names that the register keeps it under."""

from collections.abc import Mapping
from typing import Any

from ipsu_cli.core.document_entry import each_once
from ipsu_cli.core.problem import Unreadable

ACTIVITIES = ("mandatory", "optional", "hours")


def entered_fields(given: Mapping[str, Any]) -> dict[str, Any]:
    """What was given, by the name that the register keeps it under. An option left out is left out; 0 hours are not."""
    if given.get("known") and given.get("unknown"):
        raise Unreadable("option.together", options=["--known", "--unknown"])
    fields: dict[str, Any] = {}
    for name, value in given.items():
        if value is None or value is False or value in ((), []) or name in ("known", "unknown"):
            continue
        kept = each_once(name, value) if name in ACTIVITIES else value
        fields[name.replace("-", "_")] = tuple(kept) if isinstance(kept, list) else kept
    if given.get("known") or given.get("unknown"):
        fields["known"] = bool(given.get("known"))
    return fields
