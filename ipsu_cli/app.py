"""What is typed, from the line to the answer: options that stand everywhere, and every error shown in one way."""

import os
from contextlib import suppress
from pathlib import Path

from ipsu_cli.core import interrupt, office_key
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.clock import reading_on
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Problem, Unreadable
from ipsu_cli.core.text import LONGEST_FIELD, no_longer
from ipsu_cli.locale import LANGUAGES
from ipsu_cli.office import Office, Typed, language_of, person, time_of, today_of
from ipsu_cli.write import show

WITH_VALUE = ("--db", "--today", "--lang", "--key", "--who", "--key-file")
FLAGS = ("--json", "--quiet", "--names", "--reveal", "--yes")
HELP = ("--help", "-h")
VERSION = ("--version", "-V")
DB = "ipsu.db"


class Everywhere(NamedTuple):
    """The options that stand before or after any command, and what is left of the line."""

    values: dict[str, str]
    flags: set[str]
    rest: list[str]

    @property
    def lang(self) -> str | None:
        """The language asked for, None where it is the office's own."""
        return self.values.get("--lang") or os.environ.get("IPSU_LANG") or None


def everywhere(argv: list[str]) -> Everywhere:
    """Take the options that stand everywhere out of the line; after `--` nothing is one."""
    found = Everywhere({}, set(), [])
    words = iter(argv)
    for word in words:
        name, sign, value = word.partition("=")
        if word == "--":
            found.rest.extend([word, *words])
        elif word in FLAGS:
            _refuse_second(word, word, word if word in found.flags else None)
            found.flags.add(word)
        elif name in WITH_VALUE:
            taken = _value_of(name, value if sign else next(words, None))
            _refuse_second(name, taken, found.values.get(name))
            found.values[name] = taken
        else:
            found.rest.append(word)
    return found


def _value_of(name: str, typed: str | None) -> str:
    if typed is None:
        from ipsu_cli.usage import everywhere_without_value

        raise everywhere_without_value(name)
    if not typed.strip():
        raise Unreadable("option.empty", option=name)
    return typed


def _refuse_second(name: str, typed: str, before: str | None) -> None:
    if before is not None:
        raise Unreadable("option.twice", option=name, values=[before, typed])


def main(argv: list[str]) -> int:
    """Run one command. Returns the exit code; nothing is raised. Once something is saved no signal ends it."""
    _keep_to_the_owner()
    interrupt.watch()
    office_key.forget()
    office = None
    try:
        asked = everywhere(argv)
        office = _office(asked)
        _learn_keys_for(office)
        answer = _warned(_run(asked.rest, office))
        if answer.saved:
            _sweep({office.path.parent, Path()})
        return show.answer(answer, office.lang, json=office.json, quiet=office.typed.quiet)
    except (KeyboardInterrupt, Exception) as error:
        saved = office is not None and office.saved
        met = interrupt.behind(error)
        cause = office.cause(met) if office else met
        return show.failed(cause, _lang(office, argv), json=_wants_json(argv), saved=saved)


def complete(argv: list[str]) -> int:
    """Print what may be typed next, for a shell; nothing for a line that cannot be read, for it is not finished."""
    from ipsu_cli import completing

    shell, *before, begun = argv
    with suppress(Problem, BrokenPipeError):
        asked = everywhere(before)
        office = _office(asked)
        _learn_keys_for(office)
        with office_key.without_asking():
            completing.show(shell, completing.offers(office, asked.rest, begun.removeprefix("=")))
    return 0


def _keep_to_the_owner() -> None:
    """What is made is for its owner alone, and what is in memory is dumped nowhere; not every system knows limits."""
    os.umask(0o077)
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def interrupted(argv: list[str]) -> int:
    """The end of a command that was interrupted before it began."""
    return show.failed(KeyboardInterrupt(), _lang(None, argv), json=_wants_json(argv), saved=False)


def _run(rest: list[str], office: Office) -> Answer:
    """Run the command that is asked for. A line of one word may leave nothing for Typer to read; without loading it a
    morning begins a quarter sooner."""
    if rest and rest[0] in VERSION:
        rest = ["version"]
    if rest == ["status"]:
        from ipsu_cli.reports.status import morning

        with reading_on(office.today):
            return morning(office)
    from ipsu_cli.parser import run

    return run(rest, office)


def _learn_keys_for(office: Office) -> None:
    """Where the key of an encrypted file comes from; nothing is loaded for one that is not."""

    def source(path: Path, ask: bool) -> bytes | None:
        from ipsu_cli.unlocking import key_of

        return key_of(office.path, lambda: office.lang, office.typed.key_file, ask)

    office_key.learn_from(source)


def _warned(answer: Answer) -> Answer:
    """The answer, with a warning where others may read the file that the key was in."""
    file = office_key.open_file()
    if file is None:
        return answer
    from ipsu_cli.reports.key_file import warning_of

    return answer._replace(warnings=[*answer.warnings, warning_of(file)])


def _sweep(folders: set[Path]) -> None:
    """Remove what a killed run left half-written; nothing is loaded where there is nothing. A folder that cannot be
    listed stays as it is: the command is done."""
    for folder in folders:
        with suppress(OSError):
            if any(name.startswith(".ipsu-") for name in os.listdir(folder)):
                from ipsu_cli.write.whole_file import sweep

                sweep(folder)


def _wants_json(argv: list[str]) -> bool:
    """Also where the line cannot be read; what stands after `--` is no option."""
    return "--json" in argv[: argv.index("--") if "--" in argv else None]


def _lang(office: Office | None, argv: list[str]) -> str:
    lang = office.lang if office else (os.environ.get("IPSU_LANG") or language_of(_typed_path(argv)))
    for name, value in zip(argv, [*argv[1:], ""], strict=True):
        lang = value if name == "--lang" else name.removeprefix("--lang=") if name.startswith("--lang=") else lang
    return lang if lang in LANGUAGES else "sv"


def _typed_path(argv: list[str]) -> Path:
    """The office's file on a line that cannot be read."""
    after = [value for name, value in zip(argv, [*argv[1:], ""], strict=True) if name == "--db" and value]
    return Path(after[0] if after else os.environ.get("IPSU_DB") or DB)


def _office(asked: Everywhere) -> Office:
    lang = asked.lang
    if lang is not None and lang not in LANGUAGES:
        raise Unreadable("value.code", value=lang, known=list(LANGUAGES), option="--lang")
    path = asked.values.get("--db") or os.environ.get("IPSU_DB") or DB
    day = asked.values.get("--today") or os.environ.get("IPSU_TODAY")
    today = today_of(day)
    typed = Typed(
        lang=lang,
        lang_typed="--lang" in asked.values,
        key=no_longer(asked.values["--key"], LONGEST_FIELD, "--key") if "--key" in asked.values else None,
        json="--json" in asked.flags,
        quiet="--quiet" in asked.flags,
        names="--names" in asked.flags,
        reveal="--reveal" in asked.flags,
        yes="--yes" in asked.flags,
        words=tuple(asked.rest[1:]),
        helping=not asked.rest or bool(set(asked.rest) & set(HELP)),
        key_file=asked.values.get("--key-file"),
        terminal=show.is_terminal() and "--json" not in asked.flags,
        file_from="$IPSU_DB" if "--db" not in asked.values and os.environ.get("IPSU_DB") else None,
        today_from=None if today == today_of(None) else "--today" if "--today" in asked.values else "$IPSU_TODAY",
    )
    return Office(Path(path), today, person(asked.values.get("--who")), typed, time_of(day))
