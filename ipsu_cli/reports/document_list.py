"""`ipsu document list`."""

from ipsu_cli.core.answer import Answer
from ipsu_cli.office import Office
from ipsu_cli.reports.case import documents_of, documents_table
from ipsu_cli.reports.document import Documents
from ipsu_cli.store import cases, documents


def document_list(office: Office, ref: str) -> Answer[Documents]:
    """The documents of a case, those that are missing too."""
    with office.reading() as store:
        case = cases.get(store, ref)
        found = documents_of(case, documents.of_case(store, case.id), office)
    return Answer(Documents(found), tables=[documents_table(found)])
