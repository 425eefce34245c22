"""What the register holds of one kind, on its way to a file."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ipsu_cli.core.fact import Fact


class KindRows:
    """The rows of a kind: of each record what `says` tells of the kind's facts. `count` is how many there were, once
    they are written."""

    def __init__(
        self, name: str, facts: Sequence[Fact], records: Iterable[Any], says: Callable[[Fact, Any], Any]
    ) -> None:
        self.name, self.facts = name, facts
        self.count = 0
        self._records, self._says = records, says

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for record in self._records:
            self.count += 1
            yield tuple(self._says(fact, record) for fact in self.facts)
