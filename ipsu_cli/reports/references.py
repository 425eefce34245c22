"""What can be named in a register, for those who are typing it."""

from collections.abc import Sequence

from ipsu_cli.core.role import Role
from ipsu_cli.office import Office
from ipsu_cli.rules import services
from ipsu_cli.store import agreements as store_agreements
from ipsu_cli.store import cases as store_cases


def cases(office: Office) -> list[str]:
    """Of all cases, also those that are closed."""
    with office.reading() as store:
        return store_cases.refs(store)


def agreements(office: Office, service: str | None = None) -> list[str]:
    """Of all agreements, or of those that a service may be given under."""
    with office.reading() as store:
        found = store_agreements.for_service(store, service) if service else store_agreements.all_of(store)
    return [agreement.ref for agreement in found]


def unit(office: Office, case: str) -> str:
    """What a case is delivered by: `hour`, `month`, or `case` for one that is delivered as a whole. Raises `Refused`
    for a case that is not there."""
    with office.reading() as store:
        service = services.service(store_cases.get(store, case).service)
    return "month" if service.by_month else "case" if service.whole else "hour"


def asked_of(service: str) -> Sequence[str]:
    """The facts that a case in the service is asked for. Raises `Unreadable` for a service that there is not."""
    return services.service(service).asked


def document_types(office: Office) -> list[str]:
    """The types of documents of all services."""
    return sorted({type for role in Role for type in services.types_of(role)})
