"""The text of a document, and what stands under its headings."""

import pytest

from ipsu_cli.core.section import Section, empty, heading_level, parts, template, tidied

SECTIONS = (
    Section("needs", "Bedömning av behov", "J19"),
    Section("aids", "Vilka hjälpmedel", "J22", "Hjälpmedel", "Skriv ”inga” om inga är aktuella."),
    Section("advice", "Råd", "J25", "Hjälpmedel"),
)


def test_a_template_has_every_heading_once_and_says_nothing_yet() -> None:
    text = template("GP", SECTIONS)
    assert ["## Bedömning av behov", "## Vilka hjälpmedel", "## Råd"] == [
        line for line in text.splitlines() if line.startswith("## ")
    ]
    assert ["# GP", "# Hjälpmedel"] == [line for line in text.splitlines() if line.startswith("# ")]
    assert SECTIONS == empty(text, SECTIONS)


@pytest.mark.parametrize(
    "typed",
    ["## Vilka hjälpmedel\nInga", "##  vilka  HJÄLPMEDEL:\nInga", "## aids\n\nInga\n\n", "## Aids\r\nInga\r\n"],
)
def test_a_heading_is_known_by_its_words_or_its_code(typed: str) -> None:
    assert {"needs": "", "aids": "Inga", "advice": ""} == parts(typed, SECTIONS)


def test_what_stands_under_a_heading_of_the_writers_own_belongs_to_none_of_ours() -> None:
    text = "före\n## Råd\nett\n### eget\nmer\n## Annat\ntvå\n## Råd\n#tre\n"
    assert "ett\n### eget\nmer\n#tre" == parts(text, SECTIONS)["advice"]


@pytest.mark.parametrize("text", ["", " ", "-", "…", "***", "<!-- inga -->"])
def test_a_section_without_a_letter_or_a_digit_is_empty(text: str) -> None:
    assert ["aids"] == [section.code for section in empty(f"## needs\n1\n## aids\n{text}\n## advice\nJa", SECTIONS)]


def test_none_is_an_answer() -> None:
    assert () == empty("## needs\nNej.\n## aids\ninga\n## advice\n0", SECTIONS)


def test_a_text_is_kept_without_what_explains_it() -> None:
    assert "a\n\nb\n" == tidied("\n\na  \r\n<!-- hint\nof two lines -->\n\n\nb\t\n\n")
    assert tidied("a\n\nb\n") == tidied(tidied("a\n\nb\n"))


@pytest.mark.parametrize(
    ("line", "level"),
    [("# a", 1), ("## a", 2), ("###### a", 6), ("####### a", 0), ("#a", 0), ("a # b", 0), ("", 0), ("#", 0)],
)
def test_a_heading_has_up_to_six_signs_and_a_space(line: str, level: int) -> None:
    assert level == heading_level(line)
