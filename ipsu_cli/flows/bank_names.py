"""Which invoices of ours an entry of a bank's file names: by our numbers, else by the agency's numbers of them."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator

from ipsu_cli.core.bank import Entry
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.flows.bank_ledger import Ledger, Standing
from ipsu_cli.store import Store, pairs, self_invoices
from ipsu_cli.store.self_invoices import SelfNumber

PAYABLE = ("created", "approved", "part-paid")
# Our number with its hyphen, whichever hyphen, anywhere in a text.
HYPHENED = re.compile(r"(?<![0-9-])([0-9]{4})[-\u2010-\u2015\u2212]([0-9]{4,})(?![0-9-])")
# Its digits as a whole reference, which banks fill up with noughts, or as a word of a text.
DIGITS = re.compile(r"0*([1-9][0-9]{3})([0-9]{4})")
DIGITS_IN_TEXT = re.compile(r"(?<![\w/-])([1-9][0-9]{3})([0-9]{4})(?![\w/-])")
WORD = re.compile(r"\w(?:[\w/-]*\w)?")
# A shorter word is too likely to mean something else; as a whole reference it may be a number.
LEAST_WORD = 3
MOST_WORDS = 3


class Named(NamedTuple):
    """The invoices that an entry names, and the self-invoices that it names and that are about none of ours."""

    standings: list[Standing]
    unpaired: list[str]


class Names:
    """What numbers there are. The agency's are read once, and only where an entry has none of ours."""

    def __init__(self, store: Store, ledger: Ledger) -> None:
        self._store = store
        self._ledger = ledger
        self._theirs: dict[str, list[SelfNumber]] | None = None
        self._spaced = False
        self._pairs: dict[int, list[str]] | None = None

    def of(self, entry: Entry) -> Named:
        """What the entry names."""
        ours: dict[str, Standing] = {}
        for text in entry.references:
            for number in our_numbers(text):
                standing = self._ledger.find(number)
                if standing:
                    ours[number] = standing
        return Named(list(ours.values()), []) if ours else self._by_the_agency(entry)

    def _by_the_agency(self, entry: Entry) -> Named:
        theirs = self._numbers()
        if not theirs:
            return Named([], [])
        words = dict.fromkeys(word for text in entry.references for word in their_words(text, spaced=self._spaced))
        listed = {number.id: number for word in words for number in theirs.get(word, ())}
        by_series: dict[tuple[str, str], list[SelfNumber]] = defaultdict(list)
        for number in listed.values():
            by_series[number.agreement, number.number].append(number)
        found: dict[str, Standing] = {}
        unpaired: list[str] = []
        for series in by_series.values():
            standings = self._of_series(series)
            found |= {standing.number: standing for standing in standings}
            if not standings:
                unpaired.append(series[0].number)
        return Named(list(found.values()), unpaired)

    def _of_series(self, numbers: list[SelfNumber]) -> list[Standing]:
        """The invoices behind one number of an agreement. It may begin again with the year: then it is of those that
        wait for money, else of the newest."""
        by_number = [self._paired(number) for number in sorted(numbers, key=lambda number: number.on)]
        waiting = [standings for standings in by_number if any(s.invoice.status in PAYABLE for s in standings)]
        return [standing for standings in waiting or by_number[-1:] for standing in standings]

    def _paired(self, number: SelfNumber) -> list[Standing]:
        if self._pairs is None:
            self._pairs = pairs.all_of(self._store)
        return list(filter(None, map(self._ledger.find, self._pairs.get(number.id, ()))))

    def _numbers(self) -> dict[str, list[SelfNumber]]:
        if self._theirs is None:
            self._theirs = defaultdict(list)
            for number in self_invoices.invoice_numbers(self._store):
                self._theirs[_plain(number.number)].append(number)
                self._spaced = self._spaced or len(number.number.split()) > 1
        return self._theirs


def our_numbers(text: str) -> Iterator[str]:
    """What in a text may be a number of ours; whether there is such an invoice is for the register to say.

    >>> [list(our_numbers(text)) for text in ("Avser 2026-0001, mars", "0000020260001", "faktura 20260001")]
    [['2026-0001'], ['2026-0001'], ['2026-0001']]
    >>> [list(our_numbers(text)) for text in ("12026-00011", "betalt 20260401")]
    [[], []]
    """
    yield from (f"{found[1]}-{found[2]}" for found in HYPHENED.finditer(text))
    whole = DIGITS.fullmatch("".join(text.split()))
    if whole:
        yield f"{whole[1]}-{whole[2]}"
        return
    yield from (f"{found[1]}-{found[2]}" for found in DIGITS_IN_TEXT.finditer(text) if not _is_day(found[0]))


def _is_day(digits: str) -> bool:
    """Can eight digits in a text be a day?"""
    try:
        dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def their_words(text: str, *, spaced: bool) -> Iterator[str]:
    """What in a text may be a number of the agency's, as `_plain` writes it; `spaced`: some of them have spaces.

    >>> list(their_words("Avser SF 1001", spaced=True))
    ['avsersf1001', 'avser', '1001', 'avsersf', 'sf1001']
    """
    whole = _plain(text)
    yield whole
    if whole.isdigit():
        yield whole.lstrip("0")
    words = [found[0].casefold() for found in WORD.finditer(text)]
    yield from (word for word in words if len(word) >= LEAST_WORD)
    if spaced:
        runs = range(2, MOST_WORDS + 1)
        yield from (
            "".join(words[start : start + length])
            for start in range(len(words))
            for length in runs
            if start + length <= len(words) and length < len(words)
        )


def _plain(number: str) -> str:
    """A number without what may differ in how it is written."""
    return "".join(number.split()).casefold()
