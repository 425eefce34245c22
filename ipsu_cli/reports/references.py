"""What can be named in a register, for those who are typing it."""

from ipsu_cli.core.role import Role
from ipsu_cli.office import Office
from ipsu_cli.rules import services
from ipsu_cli.store import agreements as store_agreements
from ipsu_cli.store import cases as store_cases


def cases(office: Office) -> list[str]:
    """Of all cases, also those that are closed."""
    with office.reading() as store:
        return store_cases.refs(store)


def agreements(office: Office) -> list[str]:
    """Of all agreements."""
    with office.reading() as store:
        return [agreement.ref for agreement in store_agreements.all_of(store)]


def document_types(office: Office) -> list[str]:
    """The types of documents of all services."""
    return sorted({type for role in Role for type in services.types_of(role)})
