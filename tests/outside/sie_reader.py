"""A reader of SIE 4I, written from the format and tried on files of accounting programs before ours."""

import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|(\{[^}]*\})|(\S+)')


class Row(NamedTuple):
    """A #TRANS: its account, its objects by dimension, its amount in kronor."""

    account: str
    objects: dict[str, str]
    amount: Decimal
    text: str


class Voucher(NamedTuple):
    """A #VER with its rows."""

    series: str
    number: str
    day: str
    text: str
    rows: list[Row]


class Sie(NamedTuple):
    """A file: the fields of each label but the vouchers', in order, and the vouchers."""

    labels: dict[str, list[list[str]]]
    vouchers: list[Voucher]

    def one(self, label: str) -> list[str]:
        (found,) = self.labels[label]
        return found


def fields(line: str) -> list[str]:
    """The fields of a line; quotation marks and a brace's content are taken as they stand."""
    found = []
    place = 0
    while place < len(line):
        if line[place].isspace():
            place += 1
            continue
        match = TOKEN.match(line, place)
        assert match, line
        quoted, braced, bare = match.groups()
        found.append(re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else braced or bare)
        place = match.end()
    return found


def read(path: Path) -> Sie:
    """Every line of the file, or an error: nothing is passed over."""
    content = path.read_bytes()
    assert b"?" not in content, "a character was lost"
    labels: dict[str, list[list[str]]] = {}
    vouchers: list[Voucher] = []
    inside = False
    for line in content.decode("cp437").splitlines():
        if not line.strip():
            continue
        label, *rest = fields(line)
        if label in ("{", "{}", "}"):
            assert inside == (label == "}"), line
            inside = label != "}"
        elif label == "#TRANS":
            assert inside, line
            vouchers[-1].rows.append(_row(rest))
        else:
            assert label.startswith("#") and not inside, line
            if label == "#VER":
                series, number, day, text = rest[:4]
                vouchers.append(Voucher(series, number, day, text, rows=[]))
            else:
                labels.setdefault(label, []).append(rest)
    assert not inside, "the last voucher is not closed"
    return Sie(labels, vouchers)


def _row(rest: list[str]) -> Row:
    account, objects, amount, *more = rest
    pairs = fields(objects[1:-1])
    return Row(account, dict(zip(pairs[::2], pairs[1::2], strict=True)), Decimal(amount), " ".join(more))


def wrong_in(sie: Sie) -> list[str]:
    """What an accounting program would refuse: vouchers that are not 0, accounts and objects that are not named."""
    accounts = {label[0] for label in sie.labels.get("#KONTO", [])}
    known = {tuple(label[:2]) for label in sie.labels.get("#OBJEKT", [])}
    found = [
        f"{voucher.text} makes {total}" for voucher in sie.vouchers if (total := sum(r.amount for r in voucher.rows))
    ]
    rows = [row for voucher in sie.vouchers for row in voucher.rows]
    found += [f"{row.account} has no name" for row in rows if accounts and row.account not in accounts]
    return found + [f"{pair} is no object" for row in rows for pair in row.objects.items() if pair not in known]
