"""A page of `--help`: its texts in the office's language, the commands in the order of the work, and examples."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.locale import known, say
from ipsu_cli.office import Office

WORDS = ("Usage:", "Options:", "Arguments:", "Commands:", "[OPTIONS]", "COMMAND [ARGS]...", "[required]",
         "Show this message and exit.")  # fmt: skip
# The options that stand everywhere, with what follows them.
EVERYWHERE = {
    "--db": "FILE", "--today": "DATE", "--lang": "sv|en", "--json": "", "--quiet": "", "--key": "TEXT", "--who": "NAME",
    "--names": "", "--reveal": "", "--yes": "", "--key-file": "FILE",
}  # fmt: skip
# The commands by what a person is about to do; one that stands nowhere here is listed with the last.
WORK = {
    "week": (
        "status", "todo", "week", "case", "plan", "document", "deliver", "delivery", "timesheet", "contact", "aid",
        "outcome", "review", "pause", "find",
    ),
    "month": ("invoice", "period", "export"),
    "follow-up": ("report", "query", "browse", "check", "target", "fidelity", "survey", "funding", "acknowledgement"),
    "setting-up": ("init", "demo", "agreement", "price", "setting", "calendar", "import", "template"),
    "looking-after": (
        "backup", "restore", "encrypt", "decrypt", "undo", "log", "participant", "retention", "help", "explain",
        "completion", "version",
    ),
}  # fmt: skip
# A page is no wider than is read with ease, however wide the terminal.
WIDEST = 110


def width() -> int:
    """How wide a page is."""
    return min(shutil.get_terminal_size().columns, WIDEST)


def in_groups(names: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """The commands by what they are for."""
    listed = list(names)
    placed = {name for group in WORK.values() for name in group}
    *_, last = WORK
    for group, members in WORK.items():
        others = [name for name in listed if name not in placed] if group == last else []
        yield group, [*(name for name in members if name in listed), *others]


def write_root(formatter: Any, names: Sequence[str], lang: str) -> None:
    """What the program is, its commands, and the options that stand everywhere."""
    formatter.write_paragraph()
    formatter.write_text(say("help.ipsu", lang))
    for group, members in in_groups(names):
        with formatter.section(say(f"help.group-{group}", lang)):
            _write_list(formatter, [(name, summary(name, lang)) for name in members])
    with formatter.section(say("help.everywhere", lang)):
        rows = [(f"{name} {value}".strip(), say(f"help.everywhere {name}", lang)) for name, value in EVERYWHERE.items()]
        _write_list(formatter, rows)
    formatter.write_paragraph()
    formatter.write_text(say("help.further", lang))


def _write_list(formatter: Any, rows: Sequence[tuple[str, str]]) -> None:
    """Names and what they are for. What fits on a line is written as it is: folding a page line by line costs more than
    all else that is done for it."""
    first = max(len(name) for name, _ in rows) + 2
    indent = " " * formatter.current_indent
    for name, text in rows:
        if formatter.current_indent + first + len(text) <= formatter.width:
            formatter.write(f"{indent}{name:<{first}}{text}\n")
        else:
            formatter.write_dl([(f"{name:<{first - 2}}", text)])


def summary(path: str, lang: str) -> str:
    """The first line of a command's help."""
    return say(f"help.{path}", lang).partition("\n")[0]


def fill(command: Any, path: str, office: Office) -> None:
    """Give a command, its options and its subcommands their help; the texts are all in `locale`."""
    command.help = _help(path, office)
    command.short_help = command.help.partition("\n")[0]
    command.epilog = _epilog(path, office.lang)
    for param in command.params:
        name = param.opts[-1] if param.param_type_name == "option" else param.name.upper()
        mine, of_group = f"help.{path} {name}", f"help.{path.partition(' ')[0]} {name}"
        own = next((key for key in (mine, of_group) if known(key, office.lang)), f"help.{name}")
        param.help = _help(own.removeprefix("help."), office)
    for name, sub in getattr(command, "commands", {}).items():
        fill(sub, f"{path} {name}", office)


def _help(name: str, office: Office) -> str:
    """A help text; where it lists what there is, or says what holds today, the rules are asked."""
    text = say(f"help.{_shared(name, 'help', office.lang)}", office.lang)
    if "{" not in text:
        return text
    figures = import_module("ipsu_cli.commands._lists").lists(office.today)
    return say(f"help.{_shared(name, 'help', office.lang)}", office.lang, **figures)


def _shared(path: str, group: str, lang: str) -> str:
    """Commands that differ by a kind alone have one text."""
    return path if known(f"{group}.{path}", lang) else f"{path.rpartition(' ')[0]} KIND"


def examples(path: str, lang: str) -> list[str]:
    """What can be typed as it stands in the office that `ipsu demo` makes; first a remark where it is another demo."""
    name = f"example.{_shared(path, 'example', lang)}"
    if not known(name, lang):
        return []
    return say(name, lang, kind=path.rpartition(" ")[2]).splitlines()


def _epilog(path: str, lang: str) -> str:
    """The examples, which are never folded."""
    lines = examples(path, lang)
    return "\n".join(["\b", say("help.examples", lang), *(f"  {line}" for line in lines)]) if lines else ""


def page(text: str, lang: str) -> Answer:
    """A page as it was laid out, its fixed words in `lang`."""
    for word in WORDS:
        text = text.replace(word, say(f"help.{word}", lang))
    return Answer({"help": text.rstrip("\n")}, [Text("help.page", {"page": text.rstrip("\n")})])
