"""Warnings and errors in words: one short paragraph each, or one JSON object."""

import re
from collections.abc import Sequence
from typing import Any

from ipsu_cli.core.identity import without_numbers
from ipsu_cli.core.plain_json import dump
from ipsu_cli.core.problem import Problem
from ipsu_cli.core.row_error import RowError
from ipsu_cli.core.text import clean, clean_json
from ipsu_cli.locale import message, rendered, say
from ipsu_cli.write.breadth import breadth
from ipsu_cli.write.fit import fold
from ipsu_cli.write.row_text import next_command, row_column, row_message, whole_message


def warning(finding: Any, lang: str, width: int | None = None) -> str:
    """A finding that stopped nothing; with a width as a terminal of that width shows it."""
    text = f"{say('message.warning', lang)}: {message(finding, lang)} [{finding.code}]"
    return _paragraph(text, finding.command, lang, width)


def problem_text(problem: Problem, lang: str, width: int | None = None) -> str:
    """A problem as one paragraph: all that is wrong, the rules' codes, what to do next. With a width as a terminal of
    that width shows it."""
    parts = []
    found = getattr(problem, "findings", None) or [problem]
    for finding, command in zip(found, _said_once([finding.command for finding in found]), strict=True):
        code = f"{finding.code}, {finding.rule}" if finding.rule else finding.code
        parts.append((f"{message(finding, lang)} [{code}]", command))
    parts += [(_row(error, lang), error.command) for error in problem.details.get("errors", [])]
    if rest := problem.details.get("rest"):
        parts.append((say("message.rows-rest", lang, rest=rest), None))
    (text, command), *others = parts
    told = [(f"ipsu: {text}", command), *others]
    return "\n".join(without_numbers(_paragraph(text, command, lang, width)) for text, command in told)


# What changes one thing by options, which can all stand on one line.
_EDIT = re.compile(r"(ipsu \S+ edit \S+) (--.+)")


def _said_once(commands: Sequence[str | None]) -> list[str | None]:
    """The commands, of those that follow on each other the same once, and edits of the same thing as one: the last."""
    kept: list[str | None] = []
    for command in commands:
        if kept and kept[-1] and command and (both := _one_line(kept[-1], command)):
            kept[-1:] = [None, both]
        else:
            kept.append(command)
    return kept


def _one_line(first: str, second: str) -> str | None:
    """One command that does both; None where there is none."""
    if first == second:
        return second
    edit, other = _EDIT.fullmatch(first), _EDIT.fullmatch(second)
    return f"{first} {other[2]}" if edit and other and edit[1] == other[1] else None


def _paragraph(text: str, command: str | None, lang: str, width: int | None) -> str:
    """What is wrong and what to type next, on one line; where a terminal has no room for that, folded at its spaces and
    the command on a line of its own, whole, so that it can be copied."""
    told, following = clean(text).replace("\n", " "), clean(next_command(command, lang)).replace("\n", " ")
    if width is None or breadth(told + following) <= width:
        return told + following
    return "\n".join([*fold(told, width), *([following.strip()] if following else [])])


def _row(error: RowError, lang: str) -> str:
    column = row_column(error, lang) or "–"
    figures = {"row": error.row, "column": column, "code": error.code, "message": row_message(error, lang)}
    return say("message.row-of-sheet" if error.sheet else "message.row", lang, sheet=error.sheet, **figures)


def problem_json(problem: Problem, lang: str) -> str:
    """A problem as the JSON object that stands alone on stderr."""
    found = getattr(problem, "findings", None) or []
    by_case = getattr(problem, "by_case", None)
    details = rendered(_with_messages(problem.details, lang), lang)
    if by_case:
        details = {"errors": [{"case": case, **_shape(finding, lang)} for case, finding in by_case]}
    elif any(finding.missing for finding in found):
        details["missing"] = [_shape(finding, lang) for finding in found]
    elif len(found) > 1:
        details["findings"] = [{"code": f.code, "rule": f.rule, "message": message(f, lang)} for f in found]
    error = {
        "code": problem.code,
        "message": clean(message(problem, lang)),
        "hint": next_command(problem.command, lang).strip() or None,
        "rule": problem.rule,
        "details": details,
    }
    return clean_json(dump({"error": _masked(error)}))


def _with_messages(details: dict[str, Any], lang: str) -> dict[str, Any]:
    """The details of a problem, where the rows of a sheet are told in its words."""
    if "errors" not in details:
        return details
    errors = [error._replace(message=whole_message(error, lang)) for error in details["errors"]]
    return {**details, "errors": errors}


def _shape(finding: Any, lang: str) -> dict[str, Any]:
    """One of several findings."""
    text = clean(message(finding, lang))
    return {"code": finding.code, "rule": finding.rule or None, "message": text, "command": finding.command}


def _masked(value: Any) -> Any:
    """No error repeats a personnummer, wherever somebody has typed it."""
    if type(value) is str:
        return without_numbers(value)
    if type(value) is int and without_numbers(str(value)) != str(value):
        return without_numbers(str(value))
    if isinstance(value, dict):
        return {key: _masked(item) for key, item in value.items()}
    return [_masked(item) for item in value] if isinstance(value, list) else value
