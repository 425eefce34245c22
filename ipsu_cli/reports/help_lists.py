"""The services, systems and documents that there are, as a help page lists them."""

import datetime as dt
from typing import Any

from ipsu_cli.core.answer import Text
from ipsu_cli.core.role import Role
from ipsu_cli.rules import services, systems
from ipsu_cli.rules.vat import FULL_VAT
from ipsu_cli.rules.weekly_plan import EXTENTS


def lists(today: dt.date) -> dict[str, Any]:
    """What stands in braces in a help text: lists of codes, each document with what it is for, and what the sources
    say today."""
    listed = [services.service(code) for code in services.codes()]
    return {
        "services": services.codes(),
        "agreement_services": sorted({service.agreement for service in listed}),
        "queued_services": [code for code in services.codes() if services.service(code).queued],
        "systems": systems.codes(),
        "extents": [str(hours) for hours in EXTENTS.on(today)],
        "vat": str(FULL_VAT.on(today)),
        "document_types": [_named(type, role) for role in Role for type in services.types_of(role)],
    }


def _named(type: str, role: Role) -> Text | str:
    return type if role is Role.OTHER else Text(f"code.document-{role}", {"typed": type})
