"""Exact numbers in hundredths that keep their kind: hours, money, per cent, other quantities. Never a float."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Final, Literal, Self

from ipsu_cli.core.problem import Unreadable


class Hundredths:
    """A number of one kind in hundredths of its unit; each kind is a class below this one.

    Sums, differences and multiples stay of the kind. Kinds do not mix with each other or with bare numbers: the type
    checker refuses `+`, `-`, `<` and `==` between them, and where it cannot see (a row of the register, JSON) they
    raise `TypeError`. The bare number is `hundredths`; nothing becomes one by accident.

    >>> from ipsu_cli.core.hours import Hours
    >>> Hours(750) + Hours(25), Hours(750) - Hours(800), 3 * Hours(750), Hours.total([])
    (7.75, -0.5, 22.5, 0)
    """

    __slots__ = ("hundredths",)
    unreadable: ClassVar[str]  # the code of the error for a text that is no such number

    def __init__(self, hundredths: int) -> None:
        if not isinstance(hundredths, int):
            raise TypeError(f"{type(self).__name__} counts whole hundredths, not {hundredths!r}")
        self.hundredths: Final = hundredths

    @classmethod
    def read(cls, text: str) -> Self:
        """What a person typed, at most two decimals. Raises `Unreadable` for anything but plain digits."""
        return cls._read(text, hundredths_in(text))

    @classmethod
    def read_signed(cls, text: str) -> Self:
        """The same of a number that may be below zero."""
        return cls._read(text, signed_hundredths_in(text))

    @classmethod
    def _read(cls, text: str, found: int | None) -> Self:
        if found is None:
            raise Unreadable(cls.unreadable, value=text)
        return cls(found)

    @classmethod
    def total(cls, numbers: Iterable[Self]) -> Self:
        """The sum of the numbers, of the same kind also where there is none."""
        hundredths = 0
        for number in numbers:  # long lists are summed: one new number, not one for each
            if type(number) is not cls:
                raise TypeError(f"a total of {cls.__name__} does not take {type(number).__name__}")
            hundredths += number.hundredths
        return cls(hundredths)

    @classmethod
    def rounded(cls, numerator: int, denominator: int) -> Self:
        """`numerator / denominator` to one decimal, halves up; `denominator` is above zero.

        >>> from ipsu_cli.core.percent import Percent
        >>> Percent.rounded(97, 2), Percent.rounded(1, 20), Percent.rounded(-1, 20)
        (48.5, 0.1, 0)
        """
        return cls(10 * ((20 * numerator + denominator) // (2 * denominator)))

    def plain(self) -> "int | Self":
        """As people read a count: without decimals where it has none."""
        return self if self.hundredths % 100 else self.hundredths // 100

    def fixed(self) -> str:
        """With two decimals after a point, as in files for other programs: `-7.50`."""
        whole, part = divmod(abs(self.hundredths), 100)
        return f"{'-' if self.hundredths < 0 else ''}{whole}.{part:02d}"

    def __add__(self, other: Self) -> Self:
        return type(self)(self.hundredths + other.hundredths) if type(other) is type(self) else NotImplemented

    def __radd__(self, other: Literal[0]) -> Self:
        """Only what the built-in `sum` begins with."""
        return self if type(other) is int and other == 0 else NotImplemented

    def __sub__(self, other: Self) -> Self:
        return type(self)(self.hundredths - other.hundredths) if type(other) is type(self) else NotImplemented

    def __mul__(self, count: int) -> Self:
        return type(self)(self.hundredths * count)  # what is no count makes no whole hundredths

    __rmul__ = __mul__

    def __neg__(self) -> Self:
        return type(self)(-self.hundredths)

    def __abs__(self) -> Self:
        return type(self)(abs(self.hundredths))

    def __bool__(self) -> bool:
        return self.hundredths != 0

    def __hash__(self) -> int:
        return hash((type(self), self.hundredths))

    if not TYPE_CHECKING:  # what the type checker does not see, it compares strictly: a kind with itself alone

        def __eq__(self, other):
            if type(other) is type(self):
                return self.hundredths == other.hundredths
            if isinstance(other, Hundredths | int):
                raise TypeError(f"{type(self).__name__} and {type(other).__name__} are not compared")
            return NotImplemented

    def __lt__(self, other: Self) -> bool:
        return self.hundredths < other.hundredths if type(other) is type(self) else NotImplemented

    def __le__(self, other: Self) -> bool:
        return self.hundredths <= other.hundredths if type(other) is type(self) else NotImplemented

    def __gt__(self, other: Self) -> bool:
        return self.hundredths > other.hundredths if type(other) is type(self) else NotImplemented

    def __ge__(self, other: Self) -> bool:
        return self.hundredths >= other.hundredths if type(other) is type(self) else NotImplemented

    def __str__(self) -> str:
        """As JSON has it, and as it can be typed: no more decimals than it needs."""
        whole, part = divmod(self.hundredths, 100)
        return self.fixed().rstrip("0") if part else str(whole)

    def __repr__(self) -> str:
        """The same: a register knows the rows of its imports by it, so it never changes."""
        return str(self)


def divide(number: int, by: int) -> int:
    """`number / by` to a whole number, halves away from zero.

    >>> divide(25, 10), divide(-25, 10), divide(24, 10)
    (3, -3, 2)
    """
    sign = -1 if number < 0 else 1
    return sign * ((2 * abs(number) + by) // (2 * by))


def hundredths_in(text: str) -> int | None:
    """The hundredths that `text` says with at most two decimals, or None if it is not such a number.

    >>> hundredths_in("7,5"), hundredths_in("7,5,0"), hundredths_in("1e3"), hundredths_in("٧")
    (750, None, None, None)
    """
    whole, point, part = text.strip().replace(",", ".").partition(".")
    digits = whole + part
    if not (digits.isascii() and digits.isdigit()) or not whole or len(whole) > 9:
        return None
    if len(part) > 2 or (point and not part):
        return None
    return int(whole) * 100 + int(part.ljust(2, "0"))


def signed_hundredths_in(text: str) -> int | None:
    """The same with a minus sign, if there is one.

    >>> signed_hundredths_in("-7,5"), signed_hundredths_in("\u22120.25"), signed_hundredths_in("--1")
    (-750, -25, None)
    """
    plain = text.strip().replace("\u2212", "-")
    found = hundredths_in(plain.removeprefix("-"))
    return found if found is None or not plain.startswith("-") else -found
