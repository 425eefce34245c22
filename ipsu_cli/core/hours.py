"""Hours in hundredths: 7.5 hours are `Hours(750)`. Never a float."""

from ipsu_cli.core.problem import Unreadable


class Hours(int):
    """A number of hours (or of another unit) in hundredths.

    >>> str(Hours(750)), str(Hours(4000)), str(Hours(-25))
    ('7.5', '40', '-0.25')
    """

    def __str__(self) -> str:
        whole, part = divmod(abs(self), 100)
        sign = "-" if self < 0 else ""
        return f"{sign}{whole}" + (f".{part:02d}".rstrip("0") if part else "")

    __repr__ = __str__


def hundredths(text: str) -> int | None:
    """The hundredths that `text` says with at most two decimals, or None if it is not such a number.

    >>> hundredths("7,5"), hundredths("7,5,0"), hundredths("1e3"), hundredths("٧")
    (750, None, None, None)
    """
    whole, point, part = text.strip().replace(",", ".").partition(".")
    digits = whole + part
    if not (digits.isascii() and digits.isdigit()) or not whole or len(whole) > 9:
        return None
    if len(part) > 2 or (point and not part):
        return None
    return int(whole) * 100 + int(part.ljust(2, "0"))


def signed_hundredths(text: str) -> int | None:
    """The same with a minus sign, if there is one.

    >>> signed_hundredths("-7,5"), signed_hundredths("\u22120.25"), signed_hundredths("--1")
    (-750, -25, None)
    """
    plain = text.strip().replace("\u2212", "-")
    found = hundredths(plain.removeprefix("-"))
    return found if found is None or not plain.startswith("-") else -found


def read_hours(text: str) -> Hours:
    """The hours that a person typed. Raises `Unreadable` for anything but plain digits."""
    found = hundredths(text)
    if found is None:
        raise Unreadable("value.hours", value=text)
    return Hours(found)
