"""A share in tenths of a per cent, rounded half up: never a float."""


class Share(int):
    """48.5 % is `Share(485)`."""


def tenths(numerator: int, denominator: int) -> int:
    """`numerator / denominator` in tenths, halves up; `denominator` is above nothing.

    >>> tenths(97, 2), tenths(1, 20), tenths(-1, 20)
    (485, 1, 0)
    """
    return (20 * numerator + denominator) // (2 * denominator)
