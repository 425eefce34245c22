"""Warnings and errors in words: one short paragraph each, or one JSON object."""

from typing import Any

from ipsu_cli.core.plain_json import dump
from ipsu_cli.core.problem import Problem
from ipsu_cli.core.text import clean
from ipsu_cli.locale import code_word, known, rendered, say

# Figures that are codes: a sentence says them in words.
CODED = ("status", "needed", "service", "unit", "kind")


def warning(finding: Any, lang: str) -> str:
    """A finding that stopped nothing."""
    return clean(
        f"{say('said.warning', lang)}: {message(finding, lang)} [{finding.code}]{_next(finding.command, lang)}"
    )


def message(finding: Any, lang: str) -> str:
    """What a finding or a problem says, with its figures."""
    name = f"rule.{finding.code}"
    if not known(name, lang):
        name = f"problem.{finding.code}"
    return say(name, lang, **_words(finding.figures, lang))


def warning_shape(finding: Any, lang: str) -> dict[str, Any]:
    """A warning as JSON."""
    return {"code": finding.code, "message": clean(message(finding, lang)), "command": finding.command}


def problem_text(problem: Problem, lang: str) -> str:
    """A problem as one paragraph: all that is wrong, the rules' codes, what to do next."""
    parts = []
    for each in getattr(problem, "findings", None) or [problem]:
        code = f"{each.code}, {each.rule}" if each.rule else each.code
        parts.append(f"{message(each, lang)} [{code}]{_next(each.command, lang)}")
    for row in problem.details.get("errors", []):
        parts.append(clean(_row(row, lang)).replace("\n", " "))
    return "ipsu: " + "\n".join(clean(each).replace("\n", " ") for each in parts)


def _row(row: dict[str, Any], lang: str) -> str:
    return say("said.row", lang, row=row["row"], column=row["column"] or "–", code=row["code"], message=row["message"])


def problem_json(problem: Problem, lang: str) -> str:
    """A problem as the JSON object that stands alone on stderr."""
    found = getattr(problem, "findings", None) or []
    details = rendered({**problem.details}, lang)
    if any(each.missing for each in found):
        details["missing"] = [
            {"code": f.code, "rule": f.rule, "message": message(f, lang), "command": f.command} for f in found
        ]
    elif len(found) > 1:
        details["findings"] = [{"code": f.code, "rule": f.rule, "message": message(f, lang)} for f in found]
    error = {
        "code": problem.code,
        "message": clean(message(problem, lang)),
        "hint": _next(problem.command, lang).strip() or None,
        "rule": problem.rule,
        "details": details,
    }
    return dump({"error": error})


def _next(command: str | None, lang: str) -> str:
    return f" {say('said.next', lang, command=command)}" if command else ""


def _words(figures: dict[str, Any], lang: str) -> dict[str, Any]:
    """Figures for a sentence, codes as people call them."""
    return {key: _word(value, lang) if key in CODED else value for key, value in figures.items()} or {"_": ""}


def _word(value: Any, lang: str) -> Any:
    if isinstance(value, list):
        return [code_word(each, lang) for each in value]
    return code_word(value, lang)
