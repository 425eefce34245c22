"""One file for each service; its name is the service's code."""

from __future__ import annotations

import datetime as dt
import sys
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from ipsu_cli.core import registry
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.core.role import Codes, Role
from ipsu_cli.rules import systems
from ipsu_cli.rules.model import DocumentType, Rules, Service

if TYPE_CHECKING:
    from ipsu_cli.core.case import Case
    from ipsu_cli.core.demands import Demands
    from ipsu_cli.core.requirement import Requirement


def codes() -> list[str]:
    """The services that there are, by the files that there are: `ipsu-a`, `ipsu-b`."""
    return list(registry.services())


def service(code: str) -> Service:
    """The service of that code. Raises `Unreadable` with those that there are."""
    found: Service = _module(code).SERVICE
    return found


def demands(code: str, day: dt.date, own: Requirement | None) -> Demands:
    """Who the service is for on a day, under an agreement with requirements of its own."""
    from ipsu_cli.core.requirement import demanded

    definition = service(code)
    return demanded(own, definition.ages.on(day) if definition.ages else None, definition.checks)


def documents(code: str, system: str | None = None) -> tuple[DocumentType, ...]:
    """The documents of a service, with those that its system has."""
    own = service(code)
    return own.documents + (systems.system(system).documents if system in own.systems and system else ())


def document_of(case: Case, role: Role) -> DocumentType | None:
    """The document that has the role in the case's service or system; None where none has."""
    return document_in(case.service, case.placement.system, role)


def document_in(code: str, system: str | None, role: Role) -> DocumentType | None:
    """The document that has the role in a service, or in a system of it."""
    return next((kind for kind in documents(code, system) if kind.role is role), None)


def type_of(case: Case, role: Role) -> str | None:
    """The type of the document that has the role in the case's service or system."""
    return type_in(case.service, case.placement.system, role)


def type_in(code: str, system: str | None, role: Role) -> str | None:
    """The type of the document that has the role in a service, or in a system of it."""
    kind = document_in(code, system, role)
    return kind.type if kind else None


def all_documents() -> tuple[DocumentType, ...]:
    """Every type of document that a service or a system has, once for each that has it."""
    own = [kind for code in codes() for kind in service(code).documents]
    return (*own, *(kind for code in systems.codes() for kind in systems.system(code).documents))


def types_of(role: Role) -> tuple[str, ...]:
    """The types that have the role in any service or system."""
    return tuple(sorted({kind.type for kind in all_documents() if kind.role is role}))


@cache
def codes_to_bind() -> Codes:
    """What the questions of the store need to know of the services that there are."""
    listed = {code: service(code) for code in codes()}
    return Codes(
        plan=types_of(Role.PLAN),
        periodic=types_of(Role.PERIODIC),
        deviation=types_of(Role.DEVIATION),
        signal=types_of(Role.SIGNAL),
        result=types_of(Role.RESULT),
        queued=tuple(sorted({definition.agreement for definition in listed.values() if definition.queued})),
        training=tuple(code for code, definition in listed.items() if definition.trains),
        paid_by_result=tuple(code for code, definition in listed.items() if definition.paid_by_result),
    )


def rules_of(code: str) -> Rules:
    """The rules that the service lists; one without rules of its own needs no list."""
    listed: Rules = getattr(_module(code), "RULES", ())
    return listed


def _module(code: str) -> ModuleType:
    name = code.replace("-", "_")
    if not name.isidentifier():
        raise Unreadable("value.service", value=code, known=codes(), option="service")
    loaded = sys.modules.get(f"{__name__}.{name}")
    if loaded is not None:
        return loaded  # a list asks for each of its cases
    try:
        return import_module(f"{__name__}.{name}")
    except ModuleNotFoundError:
        raise Unreadable("value.service", value=code, known=codes(), option="service") from None
