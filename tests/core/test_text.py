"""Text in and out: nothing hidden comes in, nothing that acts goes out."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipsu_cli.core import text
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.core.text import clean, read_ref, tidy
from ipsu_cli.validation import quoted

ACTING = [
    *(chr(point) for point in (*range(0x20), *range(0x7F, 0xA0)) if point != 0x0A),
    *map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0x2028, 0x2029)),
    "\ud800",
    "\udcff",
]
ANY_TEXT = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Åsa Öberg", "Åsa Öberg"),
        ("[red]x[/] :smile:", "[red]x[/] :smile:"),
        ("one\ntwo", "one\ntwo"),
        ("1\u00a0234 kr", "1\u00a0234 kr"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x1b]52;c;eA==\x07", "\\x1b]52;c;eA==\\x07"),
        ("a\rb\tc", "a\\x0db\\x09c"),
        ("\x9b31m", "\\x9b31m"),
        ("\u202eanna", "\\u202eanna"),
        ("\u2028", "\\u2028"),
        ("\udcff", "\\udcff"),
    ],
)
def test_what_could_act_on_a_terminal_is_shown_instead(text: str, expected: str) -> None:
    assert expected == clean(text)


@given(ANY_TEXT)
def test_nothing_that_acts_gets_out(text: str) -> None:
    assert [] == [char for char in ACTING if char in clean(text)]


@given(ANY_TEXT)
def test_what_was_cleaned_is_clean(text: str) -> None:
    assert clean(text) == clean(clean(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("  Anna Ek \r\n", "Anna Ek"),
        ("\u00a0Anna\u00a0", "Anna"),
        ("A\u030asa O\u0308berg", "Åsa Öberg"),
        ("=1+1", "=1+1"),
        ("محمد", "محمد"),
    ],
)
def test_text_is_stored_composed_and_without_space_around(text: str, expected: str) -> None:
    assert expected == tidy(text)


@pytest.mark.parametrize("char", [*ACTING, "\n"])
def test_hidden_characters_are_refused_without_repeating_the_text(char: str) -> None:
    with pytest.raises(Unreadable) as caught:
        tidy(f"Anna{char}Ek")
    error = caught.value
    shown = "\\x0a" if char == "\n" else clean(char)
    assert ("value.text", {"character": shown, "place": 5}) == (error.code, error.figures)


@given(ANY_TEXT)
def test_what_is_stored_is_clean_composed_and_stays_as_it_is(text: str) -> None:
    try:
        stored = tidy(text)
    except Unreadable:
        return
    assert stored == clean(stored) == tidy(stored) == unicodedata.normalize("NFC", stored)


@pytest.mark.parametrize(
    ("text", "expected"), [("B1", "B1"), (" 2026/14 ", "2026/14"), ("A\u030a1", "Å1"), ("x" * 40, "x" * 40)]
)
def test_a_reference_is_read(text: str, expected: str) -> None:
    assert expected == read_ref(text)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "-B1", "--all", "B 1", "B\u00a01", "B\t1", "B\n1", "B\x001", "B\u202e1", "\ud800", "x" * 41],
)
def test_what_is_no_reference_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_ref(text)
    assert ("value.reference", {"value": text}) == (caught.value.code, caught.value.figures)


@pytest.mark.parametrize(
    ("typed", "posix", "powershell"),
    [
        (r"C:\Stöd AB\ipsu.db", r"'C:\Stöd AB\ipsu.db'", r"'C:\Stöd AB\ipsu.db'"),
        ("/srv/it's here", "'/srv/it'\"'\"'s here'", "'/srv/it''s here'"),
        ("$HOME `x` %PATH%", "'$HOME `x` %PATH%'", "'$HOME `x` %PATH%'"),
    ],
)
def test_what_is_printed_can_be_typed_in_the_shell_of_the_machine(
    typed: str, posix: str, powershell: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for is_windows, expected in ((False, posix), (True, powershell)):
        monkeypatch.setattr(text, "WINDOWS", is_windows)
        assert expected == text.in_quotes(typed)
        assert expected == quoted(typed)
