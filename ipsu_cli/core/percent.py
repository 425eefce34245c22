"""Per cent: rates of VAT, extents of a placement, shares of a figure."""

from typing import TypeVar

from ipsu_cli.core.hundredths import Hundredths, divide
from ipsu_cli.core.problem import Unreadable

N = TypeVar("N", bound=Hundredths)


class Percent(Hundredths):
    """Per cent of a whole: 48.5 % is `Percent(4850)`."""

    __slots__ = ()
    unreadable = "value.percent"

    @classmethod
    def read(cls, text: str) -> "Percent":
        """What a person typed, up to the whole."""
        share = super().read(text)
        if share > FULL:
            raise Unreadable(cls.unreadable, value=text)
        return share

    @classmethod
    def share(cls, part: int, whole: int) -> "Percent":
        """The share that `part` is of `whole`, to one decimal; `whole` is above zero.

        >>> Percent.share(1, 3), Percent.share(7, 5)
        (33.3, 140)
        """
        return cls.rounded(100 * part, whole)

    def of(self, whole: N) -> N:
        """So much of a number, halves away from zero.

        >>> from ipsu_cli.core.hours import Hours
        >>> Percent(62_50).of(Hours(40_00))
        25
        """
        return type(whole)(divide(whole.hundredths * self.hundredths, FULL.hundredths))


FULL = Percent(100_00)
