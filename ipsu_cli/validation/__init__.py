"""The shared module: where facts meet rules. Every change goes through `check`."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Problem, Refused
from ipsu_cli.core.text import in_quotes
from ipsu_cli.rules import services, systems
from ipsu_cli.rules.model import Act, AnyRule, F, Rule, Rules, Violation


class Finding(NamedTuple):
    """A rule, and what it found: figures that fill its text, and the command that puts it right."""

    code: str
    rule: str
    level: str
    missing: bool
    figures: dict[str, Any]
    command: str | None


class Kept(dict[str, Any]):
    """Figures for a command; a name without a figure stays as it is, to be filled in later."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"

    def __getitem__(self, name: str) -> str:
        return quoted(super().__getitem__(name)) if name in self else self.__missing__(name)


# Next to letters and digits these need no quotes, and a command may have words after one another.
_HARMLESS = str.maketrans(dict.fromkeys("-_./= ", "a"))


def quoted(value: Any) -> str:
    """A value as it can be typed in a shell; of several, each as a word of its own."""
    if isinstance(value, tuple):
        return " ".join(in_quotes(word) if " " in word else quoted(word) for word in value)
    text = str(value)
    if not text or text.translate(_HARMLESS).isalnum():
        return text
    return in_quotes(text)


class Broken(Refused):
    """One or more rules stop the command; all that is wrong is said at once."""

    def __init__(self, findings: list[Finding]) -> None:
        first = findings[0]
        super().__init__(first.code, rule=first.rule or None, command=first.command, **first.figures)
        self.findings = findings


class BrokenCases(Broken):
    """Rules stop some of the cases of one command; each finding is of the case that it stands with."""

    def __init__(self, by_case: list[tuple[str, Finding]]) -> None:
        super().__init__([finding for _, finding in by_case])
        self.by_case = by_case


def stops_of(problem: Problem) -> list[Finding]:
    """What stops a command, one by one: what rules found, else the problem itself."""
    if isinstance(problem, Broken):
        return [finding for finding in problem.findings if finding.level == "stop"]
    return [Finding(problem.code, problem.rule or "", "stop", False, problem.figures, problem.command)]


# The files of rules that judge an act whichever the service.
SHARED = (
    "agreement",
    "case",
    "document",
    "delivery",
    "invoice",
    "order",
    "price",
    "fidelity_and_surveys",
    "receiving",
    "reminders",
    "register",
    "pace",
    "retention",
)


def rules_for(act: Act[F], service: str | None = None, system: str | None = None) -> tuple[Rule[F], ...]:
    """The rules that judge `act`: those that all services share, the service's own, then those of its system."""
    own = services.rules_of(service) if service else ()
    if service and system and system in services.service(service).systems:
        own += systems.rules_of(system)
    return act.own((*_shared(act.shared), *own))


def _shared(file: str | None) -> Rules:
    listed: Rules = import_module(f"ipsu_cli.rules.{file}").RULES if file else ()
    return listed


def _system_of(facts: object) -> str | None:
    """The system of the case that the facts are of, or the one that they name."""
    case = getattr(facts, "case", None)
    found: str | None = case.placement.system if case else getattr(facts, "system", None)
    return found


def listed_rules() -> dict[str, Rules]:
    """Every list of rules that there is: the files that are shared, each service, each system."""
    return {
        **{file: _shared(file) for file in SHARED},
        **{code: services.rules_of(code) for code in services.codes()},
        **{code: systems.rules_of(code) for code in systems.codes()},
    }


def all_rules() -> list[AnyRule]:
    """Every rule that there is, one for each code."""
    by_code: dict[str, AnyRule] = {}
    for rules in listed_rules().values():
        for rule in rules:
            by_code.setdefault(rule.code, rule)
    return [by_code[code] for code in sorted(by_code)]


def findings(act: Act[F], service: str | None, facts: F) -> list[Finding]:
    """All that the rules find, those that stop before those that warn."""
    rules = rules_for(act, service, _system_of(facts))
    listed = [_finding(rule, violation) for rule in rules for violation in rule(facts)]
    return sorted(listed, key=lambda finding: finding.level != "stop")


def _finding(rule: Rule[F], figures: Violation) -> Finding:
    number, fix = figures.pop("number", rule.number), figures.pop("fix", rule.fix)
    command = fix and fix.format_map(Kept(figures))
    return Finding(rule.code, number, rule.level, rule.missing, figures, command)


def check(act: Act[F], service: str | None, facts: F, *more: Act[F]) -> list[Finding]:
    """The warnings. Raises `Broken` with every finding if a rule stops this. `more` are other acts on the same
    facts, judged with it."""
    listed = [finding for which in (act, *more) for finding in findings(which, service, facts)]
    listed.sort(key=lambda finding: finding.level != "stop")
    stops = [finding for finding in listed if finding.level == "stop"]
    if stops:
        raise Broken(stops)
    return listed


def foreseen(act: Act[F], service: str | None, facts: F) -> list[Finding]:
    """What a later step will demand, as warnings now."""
    return [finding._replace(level="warn") for finding in findings(act, service, facts)]


def warning(code: str, rule: str = "", command: str | None = None, **figures: Any) -> Finding:
    """A warning that no rule of an agreement gives: something unusual in what was done."""
    return Finding(code, rule, "warn", False, figures, command)


def unread_sheets(path: str, sheets: Sequence[str]) -> list[Finding]:
    """The warning that a workbook has sheets that are not read, if it has any."""
    return [warning("file.sheet-unread", path=path, sheets=list(sheets))] if sheets else []


__all__ = [
    "Broken",
    "BrokenCases",
    "Finding",
    "Problem",
    "all_rules",
    "check",
    "findings",
    "foreseen",
    "listed_rules",
    "rules_for",
    "stops_of",
    "warning",
]
