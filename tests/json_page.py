"""The page `json`: the fields of every JSON answer, taken from what the examples of the help really answer.

`python -m tests.json_page` writes it again; `tests/test_help_page.py` holds the answers of each command to it.
"""

import datetime as dt
import json
import re
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Annotated, Any, get_args, get_origin
from unittest.mock import patch

from ipsu_cli import core, reports
from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent

PAGE = Path(__file__).resolve().parent.parent / "ipsu_cli" / "docs" / "json.md"
BEGINS, OBJECTS, COMMANDS = "## The words", "## Objects", "## Commands"
KINDS = (
    "boolean", "whole number", "number", "day", "week", "month", "text", "an object", "nothing", "null",
)  # fmt: skip
MISSING = {"nothing", "an object", "null"}
WIDER = {"day": "text", "week": "text", "month": "text", "whole number": "number"}
DAY, WEEK, MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-W\d\d"), re.compile(r"\d{4}-\d\d")
# Things that stand in many answers, under their name or, several, under its plural.
SHARED = (
    "agreement", "aid", "contact", "delivery", "document", "invoice", "outcome", "pause", "price", "review",
    "self_invoice", "survey", "target",
)  # fmt: skip
ALONE = ("participant", "plan", "training")
PLURALS = {f"{noun.removesuffix('y')}ies" if noun.endswith("ry") else f"{noun}s": noun for noun in SHARED}
NOUNS = {
    **{noun: noun for noun in (*SHARED, *ALONE)}, **PLURALS,
    "cases": "case", "held": "held", "kpis": "kpi", "reversal": "delivery",
}  # fmt: skip
# An object under another's key that is something else: the cases of a week, what a forecast says of an agreement.
ELSEWHERE = {"week", "report hours", "report forecast", "report steering", "report key-in", "case hand-over", "demo"}
# What an answer is that has no key for it.
WHOLE = {"participant": "case"}
# Objects whose keys are not ours: dimensions and their parts, codes, and what a person names.
NAMED_BY_DATA = {"breakdown", "by", "bands", "counts", "totals", "settings", "details"}
# Numbers that may have decimals although those of the examples have none.
WITH_DECIMALS = {"vat", "extent", "fte", "hours", "quantity", "planned_hours", "delivered_hours", "remaining_hours"}
# What a field of a record is in JSON.
IN_JSON: dict[type, str] = {
    str: "text", int: "whole number", Ore: "whole number", dt.date: "day", Week: "week", Month: "month",
    bool: "boolean", Hours: "number", Quantity: "number", Percent: "number",
}  # fmt: skip
# What no invented office has, and no record declares under the name that JSON has for it.
NEVER_SEEN = {"undoes": "whole number", "wait_target": "number"}
# Where a key that elsewhere holds a whole thing names it.
NAMES = {"touches.invoices[]": "text", "rows[].self_invoice": "text"}
# Asked of every invented office too, so that a field is seen with all that it may be.
MORE = (
    "case list", "invoice list", "invoice list --received", "delivery list", "aid list", "contact list", "outcome list",
    "report kpi", "report steering", "report queue", "report money", "report rejections", "report funding", "log",
    "report forecast",    "status",
    "todo --until 2027-12-31", "target list", "survey list", "fidelity list", "funding list", "agreement list",
    "price list", "week", "check register", "status --today 2026-03-23", "status --today 2026-06-15",
    "check register --all --from 2019-01-01 --to 2026-12-31",
)  # fmt: skip
MORE_CASES = 40  # of each office, shown one by one
Fields = dict[str, set[str]]
Shape = dict[str, Fields]


def kind_of(value: Any) -> str:
    """What a value is, in a word."""
    if isinstance(value, str):
        kinds = (("day", DAY), ("week", WEEK), ("month", MONTH))
        return next((name for name, pattern in kinds if pattern.fullmatch(value)), "text")
    names = {bool: "boolean", int: "whole number", float: "number", type(None): "null"}
    return names[type(value)]


class Shapes:
    """What was seen of answers: the fields of each object by its noun, of the answer itself under the empty one."""

    def __init__(self, command: str) -> None:
        self.fields: Shape = defaultdict(lambda: defaultdict(set))
        self.nouns = {} if command in ELSEWHERE else NOUNS

    def see(self, answer: dict[str, Any]) -> None:
        """Add an answer."""
        own = {key: value for key, value in answer.items() if key != "warnings"}
        noun = next((noun for key, noun in WHOLE.items() if key in own), "")
        if noun:
            self.fields[""]["(the whole)"].add(noun)
        self._see_object(noun, "", own, named_by_data=False)

    def _see_object(self, noun: str, path: str, value: dict[str, Any], *, named_by_data: bool) -> None:
        for key, inner in value.items():
            place = f"{path}.{'*' if named_by_data else key}".lstrip(".")
            self._see(noun, place, inner, key, named_by_data=named_by_data or key in NAMED_BY_DATA)

    def _see(self, noun: str, place: str, value: Any, key: str, *, named_by_data: bool) -> None:
        own = self.nouns.get(key)
        if isinstance(value, list):
            if not value:
                self.fields[noun][f"{place}[]"].add("nothing")
            for item in value:
                self._see(noun, f"{place}[]", item, key, named_by_data=False)
        elif isinstance(value, dict) and own and not named_by_data:
            self.fields[noun][place].add(own)
            self._see_object(own, "", value, named_by_data=False)
        elif isinstance(value, dict):
            if not value:
                self.fields[noun][place].add("an object")
            self._see_object(noun, place, value, named_by_data=named_by_data)
        else:
            self.fields[noun][place].add(kind_of(value))

    def tidy(self) -> Shape:
        """The same, where an empty list or a missing object says nothing next to one that was there."""
        return {noun: _tidy(fields) for noun, fields in self.fields.items()}


def _tidy(fields: Fields) -> Fields:
    found = {}
    for path, kinds in fields.items():
        longer = any(other.startswith((f"{path}.", f"{path}[")) for other in fields)
        rest = kinds - {"nothing", "an object"} if longer or len(kinds) > 1 else kinds
        if rest and not (longer and rest == {"null"}):
            found[path] = rest
    return found


def lines_of(fields: Fields) -> list[str]:
    """The fields, a line each."""
    width = max(map(len, fields), default=0)
    return [f"{path.ljust(width)}  {in_words(kinds)}" for path, kinds in fields.items()]


def in_words(kinds: set[str]) -> str:
    """The kinds of a field together; a whole number among others is a number, a day among texts a text."""
    if "number" in kinds:
        kinds = kinds - {"whole number"}
    if "text" in kinds:
        kinds = kinds - {"day", "week", "month"}
    return " or ".join(sorted(kinds, key=lambda kind: (KINDS.index(kind) if kind in KINDS else -1, kind)))


def read_page() -> dict[str, dict[str, str]]:
    """The fields on the page with what is said of each, by the heading that they stand under."""
    found: dict[str, dict[str, str]] = {}
    for part in re.split(r"^### ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        heading, _, rest = part.partition("\n")
        block = rest.partition("```\n")[2].partition("\n```")[0]
        found[heading] = dict(re.split(r"  +", line, maxsplit=1) for line in block.splitlines() if line.strip())
    return found


def misfits(command: str, answers: Iterable[dict[str, Any]], page: dict[str, dict[str, str]]) -> list[str]:
    """What the answers of a command have that the page does not say of them."""
    seen = Shapes(command)
    for answer in answers:
        seen.see(answer)
    wrong = []
    for noun, fields in seen.tidy().items():
        heading = noun or command
        known = page.get(heading, {})
        for path, kinds in fields.items():
            if not fits(path, kinds, known):
                wrong.append(f"{heading}: {path} is {in_words(kinds)}, and the page says {known.get(path)}")
    return wrong


def fits(path: str, kinds: set[str], known: dict[str, str]) -> bool:
    """Does the page say that the field may be all of this? A list or an object may be empty, and a value missing."""
    if path not in known:
        return kinds <= MISSING and any(other.startswith((f"{path}.", f"{path}[")) for other in known)
    documented = known[path].split(" or ")
    return all(kind in MISSING or kind in documented or WIDER.get(kind) in documented for kind in kinds)


def answers_of_examples() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each command with the answers of its examples, in the invented offices."""
    from tests import program, test_help_page

    root = Path(tempfile.mkdtemp())
    made = {}
    for place, remark in enumerate(test_help_page.DEMOS):
        made[remark] = root / str(place)
        made[remark].mkdir()
        program.run(remark.removeprefix("# ipsu ") or "demo", folder=made[remark])
    with patch("ipsu_cli.write.web.serve", lambda file, page, lang, port, started: started("http://127.0.0.1/")):
        for path in test_help_page.LEAVES:
            remark, lines = test_help_page.lines_of(path, "en")
            folder = root / path.replace(" ", "-")
            shutil.copytree(made[remark], folder)
            test_help_page.BEFORE.get(path, str)(folder)
            db = None if path in ("init", "demo") else "ipsu-demo/ipsu.db"
            today = test_help_page.DEMOS[remark]
            runs = [test_help_page.run(in_json(line), folder, today, "en", db) for line in lines]
            yield path, [json.loads(done.out) for done in runs if done.out.startswith("{")]
    for remark, folder in made.items():
        for words in MORE:
            yield asked(words, folder, test_help_page.DEMOS[remark])
        for agreement in asked("agreement list", folder, test_help_page.DEMOS[remark])[1][0]["agreements"]:
            yield asked(f"agreement show {agreement['agreement']}", folder, test_help_page.DEMOS[remark])
        for case in asked("case list", folder, test_help_page.DEMOS[remark])[1][0]["cases"][::-1][:MORE_CASES]:
            yield asked(f"case show {case['case']}", folder, test_help_page.DEMOS[remark])
    shutil.rmtree(root)


def asked(words: str, folder: Path, today: str) -> tuple[str, list[dict[str, Any]]]:
    """The command of a question, and its answer."""
    from tests import program
    from tests.test_facts import command_of

    done = program.run(f"{words} --json", folder=folder, today=today, IPSU_DB="ipsu-demo/ipsu.db")
    return command_of(words), [done.json] if done.out else []


def in_json(line: str) -> str:
    """An example, without the name of the program, that answers in JSON where it can."""
    words = line.removeprefix("ipsu ")
    return words if "--json" in words or "--csv" in words else f"{words} --json"


def main() -> int:
    """Write the page's objects and commands again."""
    objects: Shape = defaultdict(lambda: defaultdict(set))
    commands: Shape = defaultdict(lambda: defaultdict(set))
    for path, answers in answers_of_examples():
        seen = Shapes(path)
        for answer in answers:
            seen.see(answer)
        for noun, fields in seen.fields.items():
            for place, kinds in fields.items():
                (objects[noun] if noun else commands[path])[place] |= kinds
        commands[path] |= {}
    in_objects, in_commands = ({name: _tidy(fields) for name, fields in shape.items()} for shape in (objects, commands))
    _complete(in_objects | in_commands)
    top = PAGE.read_text(encoding="utf-8").partition(f"\n{OBJECTS}\n")[0]
    parts = [top, OBJECTS, *_parts(in_objects), COMMANDS, *_parts(in_commands)]
    PAGE.write_text("\n\n".join(part.strip("\n") for part in parts) + "\n", encoding="utf-8")
    return 0


def declared() -> dict[str, str]:
    """What each field of a record is in JSON, by its name: of what is always missing where nothing else says it."""
    found = dict(NEVER_SEEN)
    for package in (core, reports):
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            for record in vars(import_module(module.name)).values():
                for name, hint in getattr(record, "__annotations__", {}).items():
                    kinds = {IN_JSON[part] for part in _parts_of(hint) if part in IN_JSON}
                    if isinstance(record, type) and len(kinds) == 1:
                        found.setdefault(name, *kinds)
    return found


def _parts_of(hint: Any) -> Iterator[type]:
    """The types that an annotation is made of: of `Annotated[str | None, …]` it is text or nothing."""
    parts = get_args(hint)[:1] if get_origin(hint) is Annotated else get_args(hint)
    if isinstance(hint, type) and not parts:
        yield hint
    for part in parts:
        yield from _parts_of(part)


def _complete(shapes: Shape) -> None:
    """Say of what was always missing what it is where it is not: as a field of the same name elsewhere."""
    named: Fields = defaultdict(set)
    records = declared()
    for fields in shapes.values():
        for path, kinds in fields.items():
            named[path.rpartition(".")[2]] |= kinds & {*KINDS[:7]}
    for heading, fields in shapes.items():
        for path, kinds in fields.items():
            name = path.rpartition(".")[2]
            if kinds <= {"null", "nothing"}:
                own = NOUNS if heading not in ELSEWHERE or name.endswith("[]") else {}
                noun = NAMES.get(path) or own.get(name.removesuffix("[]"))
                kinds |= {noun} if noun else named[name] or {records.get(name, "null")}
            if "whole number" in kinds and name in WITH_DECIMALS:
                kinds.add("number")
            if path.endswith("[]") and kinds - MISSING:
                kinds -= MISSING


def _parts(shape: Shape) -> Iterator[str]:
    for heading, fields in sorted(shape.items()):
        yield "\n".join([f"### {heading}", "", "```", *lines_of(fields), "```"])


if __name__ == "__main__":
    sys.exit(main())
