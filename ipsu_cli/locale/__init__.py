"""The one place through which all text for people goes, in Swedish and in English.

A text is named `group.rest`; the group is a module under `sv` and `en` whose `TEXT` maps `rest` to the
sentence, so that a command loads only what it says. Both languages have the same names and the same
figures; a test compares them.
"""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.to_json import JsonObject, to_json

LANGUAGES = ("sv", "en")
ONE = ("1", "1,00", "1.00")
SIGNS = {"sv": ("\u00a0", ","), "en": (",", ".")}


def say(name: str, lang: str, /, **figures: Any) -> str:
    """The text `name` in `lang` with its figures filled in. A code that has no word (that of a new service, say) is
    its own; any other text must be there (KeyError)."""
    group, _, rest = name.partition(".")
    texts = _texts(lang, group)
    text = texts.get(rest, rest) if group == "code" else texts[rest]
    return text.format_map(_Shown(figures, lang)) if figures else text


class _Figure(str):
    """A figure in a text. `{count:row|rows}` is the figure with the word for one, or for any other number."""

    __slots__ = ()

    def __format__(self, words: str) -> str:
        if not words:
            return str(self)
        one, others = words.split("|")
        return f"{self} {one if self in ONE else others}"


class _Shown(dict[str, str]):
    """Figures as people write them; only those that a text has are written."""

    def __init__(self, figures: dict[str, Any], lang: str) -> None:
        self._figures, self._lang = figures, lang

    def __missing__(self, key: str) -> str:
        return _Figure(shown(self._figures[key], self._lang))


@cache
def _texts(lang: str, group: str) -> dict[str, str]:
    """The texts of a group."""
    texts: dict[str, str] = import_module(f"ipsu_cli.locale.{lang}.{group}").TEXT
    return texts


def column_heading(key: str, lang: str) -> str:
    """A column's heading; a key that begins with `=` is itself the heading (the name of a unit)."""
    return key[1:] if key.startswith("=") else say(f"column.{key}", lang)


def heading(kind: str, column: str, lang: str) -> str:
    """The heading of an import's column: where it has none of its own, that of a column of a list."""
    names = (f"heading.{kind} {column}", f"heading.{column}")
    own = next((name for name in names if known(name, LANGUAGES[0])), None)
    return say(own, lang) if own else say(f"column.{column.replace('-', '_')}", lang).lower()


class ColumnHeading(NamedTuple):
    """The heading of an import's column in a sentence or a table, which is said once the language is known."""

    kind: str
    column: str


def known(name: str, lang: str) -> bool:
    """Is there such a text?"""
    group, _, rest = name.partition(".")
    return rest in _texts(lang, group)


def shown(value: Any, lang: str) -> str:
    """A value as people write it in `lang`."""
    if type(value) is str:
        return value
    if value is None:
        return "–"
    if isinstance(value, Text):
        return sentence(value, lang)
    if isinstance(value, ColumnHeading):
        return heading(value.kind, value.column, lang)
    if isinstance(value, Hundredths):
        return _with_unit(value, lang)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return ", ".join(shown(item, lang) for item in value) or "–"
    return str(value)


def _with_unit(number: Hundredths, lang: str) -> str:
    """Kronor and per cent say what they are; per cent, which people read for its order of size, has one decimal."""
    text = grouped(number, lang)
    if isinstance(number, Ore):
        return f"{text} kr"
    return f"{text[:-1]} %" if isinstance(number, Percent) else text


def grouped(number: Hundredths, lang: str) -> str:
    """A number with two decimals: `1 234,50` in Swedish, `1,234.50` in English."""
    thousands, point = SIGNS[lang]
    whole, part = divmod(abs(number.hundredths), 100)
    sign = "-" if number.hundredths < 0 else ""
    return f"{sign}{whole:,}".replace(",", thousands) + f"{point}{part:02d}"


def rendered(value: object, lang: str) -> Any:
    """`value` as JSON has it, with every sentence in it said in `lang`; one that many rows share is said once."""
    sentences: dict[int, tuple[Text, str]] = {}  # with the text itself, so that no other takes its identity

    def words(text: Text) -> str:
        known = sentences.get(id(text))
        if known is None:
            known = sentences[id(text)] = text, sentence(text, lang)
        return known[1]

    return to_json(value, words)


def answer_json(answer: Answer, lang: str) -> JsonObject:
    """The JSON object of an answer: its payload, the files that were written, and its warnings. An answer that was kept
    under a key has its warnings in its payload."""
    payload = rendered(answer.payload, lang)
    warnings = payload.get("warnings") or [warning_shape(warning, lang) for warning in answer.warnings]
    return {**payload, **answer.files, "warnings": warnings}


def code_word(value: Any, lang: str) -> Any:
    """A code as people call it, where it has a word."""
    if isinstance(value, str) and known(f"code.{value}", lang):
        return say(f"code.{value}", lang)
    return value


def in_words(value: Any, kind: str, lang: str) -> Any:
    """A sentence said and a code as people call it; any other value as it is."""
    if isinstance(value, Text):
        return sentence(value, lang)
    return code_word(value, lang) if kind == "code" else value


# Figures that are codes: a sentence says them in words.
CODED = (
    "status", "needed", "service", "unit", "kind", "system", "result", "said", "type", "types", "documents", "document",
    "outcome",
)  # fmt: skip


def sentence(text: Text, lang: str) -> str:
    """What a sentence says, the codes in it as people call them."""
    return say(text.code, lang, **in_coded_words(text.figures, lang))


def message(finding: Any, lang: str) -> str:
    """What a finding or a problem says: a thing with a code and figures."""
    name = f"rule.{finding.code}"
    if not known(name, lang):
        name = f"problem.{finding.code}"
    figures = in_coded_words(finding.figures, lang)
    if finding.code == "value.service":
        figures["known"] = [f"{code} ({code_word(code, lang)})" for code in finding.figures["known"]]
    return _about(finding, lang) + say(name, lang, **(figures or {"_": ""})) + _meant(finding, lang)


def _about(finding: Any, lang: str) -> str:
    """The option or argument in front of what is wrong with its value, where the sentence does not name it."""
    option = str(finding.figures.get("option", ""))
    typed = getattr(finding, "typed_as", "") or (option if option.startswith("--") else "")
    unread = finding.code.startswith("value.") and "{option" not in _texts(lang, "problem").get(finding.code, "")
    return f"{typed}: " if typed and unread else ""


# Refusals that list what can stand there, and the figure that is what was typed.
LISTING = {"value.code": "value", "value.service": "value", "setting.unknown": "setting"}
ALIKE = 0.75


def _meant(finding: Any, lang: str) -> str:
    """A question after the one of the listed that is like what was typed; nothing where none is."""
    if finding.code not in LISTING:
        return ""
    from difflib import get_close_matches

    figures = getattr(finding, "details", finding.figures)  # of a problem they have the codes alone
    typed, codes = figures[LISTING[finding.code]], figures["known"]
    words = {word.lower(): code for code in codes for word in (code_word(code, lang), code.replace("_", "-"))}
    near = get_close_matches(str(typed).lower(), words, n=1, cutoff=ALIKE)
    return " " + say("message.meant", lang, word=words[near[0]]) if near else ""


def in_coded_words(figures: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Figures with those that are codes as people call them."""
    return {key: _words(value, lang) if key in CODED else value for key, value in figures.items()}


def _words(value: Any, lang: str) -> Any:
    return [code_word(item, lang) for item in value] if isinstance(value, list) else code_word(value, lang)


def warning_shape(finding: Any, lang: str) -> JsonObject:
    """A warning as JSON: a finding with its sentence."""
    return {"code": finding.code, "message": message(finding, lang), "command": finding.command}
