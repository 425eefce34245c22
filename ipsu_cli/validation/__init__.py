"""The shared module: where facts meet rules. Every change goes through `check`."""

from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

from ipsu_cli.core.problem import Problem, Refused
from ipsu_cli.rules import services, systems
from ipsu_cli.rules import shared as shared_rules
from ipsu_cli.rules.model import Rule


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


def quoted(value: Any) -> str:
    """A value as it can be typed in a shell."""
    text = str(value)
    if all(char.isalnum() or char in "-_./ " for char in text):
        return text
    from shlex import quote

    return quote(text)


class Broken(Refused):
    """One or more rules stop the command; all that is wrong is said at once."""

    def __init__(self, findings: list[Finding]) -> None:
        first = findings[0]
        super().__init__(first.code, rule=first.rule, command=first.command, **first.figures)
        self.findings = findings


# Acts that few commands have to do with, and the file of their rules.
APART = {
    "belong": "receiving",
    "receive": "receiving",
    "fidelity": "fidelity_and_surveys",
    "survey": "fidelity_and_surveys",
}


def _written_in(book: ModuleType) -> list[Rule]:
    return [each for each in vars(book).values() if isinstance(each, Rule)]


def rules_for(act: str, service: str | None = None, system: str | None = None) -> list[Rule]:
    """The rules that judge `act`: those that all services share, the service's own, then those of its system."""
    shared = _written_in(import_module(f"ipsu_cli.rules.{APART[act]}") if act in APART else shared_rules)
    own = services.rules_of(service) if service else []
    if service and system in services.service(service).systems:
        own = own + systems.rules_of(system or "")
    return [each for each in (*shared, *own) if each.act == act]


def _system_of(facts: Any) -> str | None:
    """The system of the case that the facts are of, or the one that they name."""
    case = getattr(facts, "case", None)
    found: str | None = case.placement.system if case else getattr(facts, "system", None)
    return found


def all_rules() -> list[Rule]:
    """Every rule that there is, one for each code and number."""
    listed = _written_in(shared_rules)
    for name in sorted(set(APART.values())):
        listed += _written_in(import_module(f"ipsu_cli.rules.{name}"))
    for code in services.codes():
        listed += services.rules_of(code)
    for code in systems.codes():
        listed += systems.rules_of(code)
    return sorted({(each.code): each for each in reversed(listed)}.values(), key=lambda each: each.code)


def findings(act: str, service: str | None, facts: object) -> list[Finding]:
    """All that the rules find, those that stop before those that warn."""
    rules = rules_for(act, service, _system_of(facts))
    listed = [_finding(rule, each) for rule in rules for each in rule(facts)]
    return sorted(listed, key=lambda each: each.level != "stop")


def _finding(rule: Rule, figures: dict[str, Any]) -> Finding:
    number = figures.pop("number", rule.number)
    command = rule.fix and rule.fix.format_map(Kept(figures))
    return Finding(rule.code, number, rule.level, rule.missing, figures, command)


def check(act: str, service: str | None, facts: object, *more: str) -> list[Finding]:
    """The warnings. Raises `Broken` with every finding if a rule stops this. `more` are other acts on the same
    facts, judged with it."""
    listed = [each for which in (act, *more) for each in findings(which, service, facts)]
    listed.sort(key=lambda each: each.level != "stop")
    stops = [each for each in listed if each.level == "stop"]
    if stops:
        raise Broken(stops)
    return listed


def foreseen(act: str, service: str | None, facts: object) -> list[Finding]:
    """What a later step will demand, as warnings now."""
    return [each._replace(level="warn") for each in findings(act, service, facts)]


def warning(code: str, rule: str = "", command: str | None = None, **figures: Any) -> Finding:
    """A warning that no rule of an agreement gives: something unusual in what was done."""
    return Finding(code, rule, "warn", False, figures, command)


__all__ = ["Broken", "Finding", "Problem", "all_rules", "check", "findings", "foreseen", "rules_for", "warning"]
