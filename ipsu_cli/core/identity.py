"""Personnummer and organisation numbers: read, checked, and shown no more than asked for."""

import datetime as dt
import os
import re

from ipsu_cli.core.problem import Unreadable

# Compiled by the first text that is read by them: most commands read none.
_PERSONNUMMER = r"([0-9]{2})?([0-9]{2})([0-9]{2})([0-9]{2})(?: *([-+]) *)?([0-9]{4})"
_ORGNR = r"(?:16)?([0-9]{2}[2-9][0-9]{3})(?: *- *)?([0-9]{4})"
# Eight or six digits of a day that may exist (a coordination number has 60 more), a sign, four digits.
LOOKS_LIKE_ONE = (
    r"(?<![0-9])((?:[0-9]{2})?[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01]|[6-8][0-9]|9[01]))"
    r"([-+ \u2010-\u2015\u2212]?)[0-9]{4}(?![0-9])"
)
_LAST_FOUR = r"[0-9]{4}\s*$"
# The same in the other ways that people write them: with signs or spaces between year, month and day too. A range of
# days (`2026-03-02 – 2026-03-06`) is none.
_BETWEEN = r"[-+.\u2010-\u2015\u2212\s]"
_LOOSELY_WRITTEN = (
    rf"(?<![0-9])(?:[0-9]{{2}}{_BETWEEN}?)?[0-9]{{2}}{_BETWEEN}?(?:0[1-9]|1[0-2]){_BETWEEN}?"
    rf"(?:[0-2][0-9]|3[01]|[6-8][0-9]|9[01]){_BETWEEN}{{0,3}}([0-9]{{4}})(?![0-9]|-[0-9W])"
)
_FEWEST_DIGITS = 10

# The numbers began in 1947, and nobody alive then was born earlier.
_FIRST_YEAR = 1840


def _plain_sign(char: str) -> str:
    import unicodedata

    if unicodedata.category(char) == "Pd" or char in "\u2212\u00ad":
        return "-"
    if char.isspace():
        return " "
    return "+" if char == "\uff0b" else char


def _plain(text: str) -> str:
    """`text` with plain dashes and spaces. Digits stay as they are, so that only 0-9 are read as such."""
    return (text if text.isascii() else "".join(map(_plain_sign, text))).strip()


def _check_digit_holds(ten: str) -> bool:
    products = (int(digit) * (1 if place % 2 else 2) for place, digit in enumerate(ten))
    return sum(product // 10 + product % 10 for product in products) % 10 == 0


def _year_of(short: int, month: int, day: int, sign: str | None, today: dt.date) -> int:
    """The year that two digits mean: the latest that is not to come, or with `+` a hundred years ago."""
    newest = today.year - 100 if sign == "+" else today.year
    year = newest - (newest - short) % 100
    to_come = (year, month, day) > (today.year, today.month, today.day)
    return year - 100 if to_come else year


def _born(year: int, month: int, day: int) -> dt.date:
    if year < _FIRST_YEAR:
        raise Unreadable("value.personnummer-date")
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise Unreadable("value.personnummer-date") from None


def _birth_day(found: re.Match[str], today: dt.date) -> dt.date:
    century, short, month, day, sign, _ = found.groups()
    on = (int(month), int(day) - 60 if int(day) > 60 else int(day))
    year = int(century + short) if century else _year_of(int(short), *on, sign, today)
    born = _born(year, *on)
    if born > today:
        raise Unreadable("value.personnummer-future")
    if sign == "+" and born.year > today.year - 100:
        raise Unreadable("value.personnummer-shape")  # the century and the plus contradict each other
    return born


def read_personnummer(text: str, today: dt.date) -> str:
    """The twelve digits of a personnummer or a coordination number that a person typed.

    A space may stand next to the sign, never for it: it could be a hyphen or a plus. No refusal repeats
    the number.
    """
    found = re.fullmatch(_PERSONNUMMER, _plain(text))
    if not found and "*" in text:
        raise Unreadable("value.personnummer-masked")
    if not found or found[6].startswith("000"):
        raise Unreadable("value.personnummer-shape")
    born = _birth_day(found, today)
    ten = "".join(found.group(2, 3, 4, 6))
    if not _check_digit_holds(ten):
        raise Unreadable("value.personnummer-check-digit")
    return f"{born.year // 100}{ten}"


def without_numbers(text: str) -> str:
    """`text` with the last four digits of all that looks like a personnummer masked, and of those that are one
    however they are written.

    >>> without_numbers("There is no case 900101-9802.")
    'There is no case 900101-****.'
    >>> without_numbers("Born 1990-01-01 - 9802, called 2026-03-02 - 2026-03-06.")
    'Born 1990-01-01 - ****, called 2026-03-02 - 2026-03-06.'
    """
    for place in _last_fours(text):
        text = f"{text[:place]}****{text[place + 4 :]}"
    return re.sub(LOOKS_LIKE_ONE, r"\1\2****", text)


def holds_number(text: str) -> bool:
    """Does a personnummer or a coordination number stand in the text, however it is written? Its check digit holds.

    >>> holds_number("tel. 070-123 45 67"), holds_number("Kim (90 01 01-9802)"), holds_number("19900161+9801")
    (False, True, False)
    """
    return bool(_last_fours(text))


def _last_fours(text: str) -> list[int]:
    """Where the last four digits of each number begin."""
    if sum(map(str.isdecimal, text)) < _FEWEST_DIGITS:
        return []
    plain = text if text.isascii() else "".join(map(_plain_digit, text))
    found = re.finditer(_LOOSELY_WRITTEN, plain)
    return [match.start(1) for match in found if _check_digit_holds(_digits_of(match[0])[-10:])]


def _digits_of(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def _plain_digit(char: str) -> str:
    import unicodedata

    return str(unicodedata.decimal(char)) if char.isdecimal() else char


def masked(personnummer: str) -> str:
    """As it stands in lists: `19900101-****`."""
    return f"{personnummer[:8]}-****"


def whole(personnummer: str) -> str:
    """As it stands where it must be shown: `19900101-9802`."""
    return f"{personnummer[:8]}-{personnummer[8:]}"


# What begins the place of a number that is erased; no number begins so.
_ERASED = "x"


def random_identity() -> str:
    """What stands in the place of the number of a person who is erased: twelve characters that tell nothing."""
    return _ERASED + os.urandom(6).hex()[:11]


def is_erased(personnummer: str) -> bool:
    """Was the person erased whose number stood here?"""
    return personnummer.startswith(_ERASED)


def birth_date(personnummer: str) -> dt.date:
    """The day of birth; a coordination number says it with 60 more."""
    day = int(personnummer[6:8])
    return dt.date(int(personnummer[:4]), int(personnummer[4:6]), day - 60 if day > 60 else day)


def age_on(personnummer: str, day: dt.date) -> int:
    """The completed years on a day.

    >>> age_on("199001019802", dt.date(2007, 12, 31)), age_on("199001019802", dt.date(2008, 1, 1))
    (17, 18)
    """
    born = birth_date(personnummer)
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def read_orgnr(text: str) -> str:
    """The organisation number that a person typed, as `556677-8899`."""
    found = re.fullmatch(_ORGNR, _plain(text))
    if not found:
        # It may be a personnummer in the wrong place, so its last four digits are not repeated.
        raise Unreadable("value.orgnr", value=re.sub(_LAST_FOUR, "****", text))
    if not _check_digit_holds(found[1] + found[2]):
        raise Unreadable("value.orgnr", value=text)
    return f"{found[1]}-{found[2]}"


def read_own_orgnr(text: str, today: dt.date) -> str:
    """The number of the office itself: an organisation number, or of a sole trader a personnummer, as `19900101-9802`.

    The third digit tells them apart: of a personnummer it begins a month. No refusal repeats a personnummer.
    """
    plain = _plain(text)
    if re.fullmatch(_ORGNR, plain) or not re.fullmatch(_PERSONNUMMER, plain):
        return read_orgnr(text)
    return whole(read_personnummer(text, today))


def read_party(text: str) -> str:
    """The ten digits by which another's file names an office, as `900101-9802`. They do not say of which century a
    personnummer is."""
    plain = _plain(text)
    person = None if re.fullmatch(_ORGNR, plain) else re.fullmatch(_PERSONNUMMER, plain)
    if person is None:
        return read_orgnr(text)
    ten = "".join(person.group(2, 3, 4, 6))
    if not _check_digit_holds(ten):
        raise Unreadable("value.personnummer-check-digit")
    return f"{ten[:6]}-{ten[6:]}"


def shown_orgnr(orgnr: str) -> str:
    """The number of an office wherever no law asks for the whole of it: a sole trader's is masked.

    >>> shown_orgnr("556677-8899"), shown_orgnr("19900101-9802")
    ('556677-8899', '19900101-****')
    """
    return masked(orgnr) if len(orgnr) == len("YYYYMMDD-NNNN") else orgnr


def without_century(orgnr: str) -> str:
    """The ten digits by which tax, books and e-invoices know an office: `900101-9802`."""
    return orgnr[-len("YYMMDD-NNNN") :]
