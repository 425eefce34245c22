"""What is unusual in the rows of a file: each rule is told of a few rows in full, of more than that once."""

from collections import Counter
from collections.abc import Iterable

from ipsu_cli.read.file_rows import FileRow
from ipsu_cli.rules.facts.delivery import DeliverFacts
from ipsu_cli.validation import Finding, warning

MOST_TOLD = 10  # rows of one rule


def typed_before(row: FileRow, facts: DeliverFacts, there: int) -> Finding:
    """The warning that the hours of a row were typed by hand: as the delivery `there`."""
    return warning("delivery.typed-before", command=f"ipsu delivery cancel {there} --reason TEXT", row=row.place,
                   case=facts.case.ref, hours=facts.hours, from_day=facts.from_day, day=facts.to_day,
                   delivery=there)  # fmt: skip


class RowWarnings:
    """The warnings of rows, by the place of their row in the file. Holds no more than are told."""

    def __init__(self) -> None:
        self._counts = Counter[str]()
        self._first: dict[str, list[tuple[int, int, Finding]]] = {}

    def add(self, position: int, warnings: Iterable[Finding]) -> None:
        """What is unusual in one row."""
        for finding in warnings:
            self._counts[finding.code] += 1
            first = self._first.setdefault(finding.code, [])
            if len(first) <= MOST_TOLD or position < first[-1][0]:
                first.append((position, self._counts.total(), finding))
                first.sort(key=lambda entry: entry[:2])
                del first[MOST_TOLD + 1 :]

    @property
    def told(self) -> list[Finding]:
        """Those that are told, in the order of the rows; of many alike the first, and how many there are."""
        told = [entry for code in self._first for entry in self._told_of(code)]
        return [finding for *_, finding in sorted(told, key=lambda entry: entry[:2])]

    def _told_of(self, code: str) -> list[tuple[int, int, Finding]]:
        first, count = self._first[code], self._counts[code]
        if count <= MOST_TOLD:
            return first
        position, place, finding = first[0]
        return [first[0], (position, place, warning("import.alike", warning=code, count=count, rule=finding.rule))]
