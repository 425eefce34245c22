"""One file for each service; its name is the service's code."""

from importlib import import_module
from types import ModuleType

from ipsu_cli.core.problem import Unreadable
from ipsu_cli.rules import systems
from ipsu_cli.rules.model import DocumentType, Rules, Service


def codes() -> list[str]:
    """The services that there are, by the files that there are: `ipsu-a`, `ipsu-b`."""
    from pkgutil import iter_modules

    return sorted(found.name.replace("_", "-") for found in iter_modules(__path__))


def service(code: str) -> Service:
    """The service of that code. Raises `Unreadable` with those that there are."""
    found: Service = _module(code).SERVICE
    return found


def documents(code: str, system: str | None = None) -> tuple[DocumentType, ...]:
    """The documents of a service, with those that its system has."""
    own = service(code)
    return own.documents + (systems.system(system).documents if system in own.systems and system else ())


def rules_of(code: str) -> Rules:
    """The rules that the service lists; one without rules of its own needs no list."""
    listed: Rules = getattr(_module(code), "RULES", ())
    return listed


def _module(code: str) -> ModuleType:
    name = code.replace("-", "_")
    if not name.isidentifier():
        raise Unreadable("value.service", value=code, known=codes(), option="service")
    try:
        return import_module(f"{__name__}.{name}")
    except ModuleNotFoundError:
        raise Unreadable("value.service", value=code, known=codes(), option="service") from None
