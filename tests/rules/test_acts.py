"""What the type checker refuses of a rule and of those who ask it.

Every line that is let off below is an error of the type checker. `python -m tests` runs it with `strict`, which
reports a line that is let off for nothing: so this page fails as soon as one of them would pass.
"""

import tomllib
from collections.abc import Iterator

from ipsu_cli.rules import acts, services
from ipsu_cli.rules.facts.case import CaseFacts
from ipsu_cli.rules.facts.delivery import DeliverFacts
from ipsu_cli.rules.facts.invoice import ReadyFacts
from ipsu_cli.rules.model import Violation, rule
from ipsu_cli.rules.sources import OFFICE
from ipsu_cli.validation import check, findings, foreseen
from tests.program import ROOT


@rule(acts.DELIVER, "right", "A0", OFFICE)
def takes_the_facts_of_its_act(f: DeliverFacts) -> Iterator[Violation]:
    yield {}


@rule(acts.DELIVER, "wrong", "A0", OFFICE)  # type: ignore[arg-type]
def takes_the_facts_of_an_invoice(f: ReadyFacts) -> Iterator[Violation]:
    yield {}


@rule("deliver", "wrong", "A0", OFFICE)  # type: ignore[arg-type]
def is_registered_on_a_word(f: DeliverFacts) -> Iterator[Violation]:
    yield {}


def asked_on_other_facts(invoice: ReadyFacts, case: CaseFacts) -> None:
    check(acts.DELIVER, None, invoice)  # type: ignore[misc]
    findings(acts.DELIVER, None, invoice)  # type: ignore[misc]
    foreseen(acts.DELIVER, None, invoice)  # type: ignore[misc]
    check(acts.CASE, None, case, acts.START)
    check(acts.CASE, None, case, acts.DELIVER)  # type: ignore[misc]
    takes_the_facts_of_its_act(case)  # type: ignore[arg-type]


def asked_of_a_list(invoice: ReadyFacts) -> None:
    """A rule of a list may be of any act, so it judges nothing before the act has picked its own."""
    listed = services.rules_of("ipsu-b")
    listed[0](invoice)  # type: ignore[arg-type]
    acts.INVOICE.own(listed)[0](invoice)
    acts.DELIVER.own(listed)[0](invoice)  # type: ignore[arg-type]


def test_the_type_checker_reads_this_page_and_reports_what_is_let_off_for_nothing() -> None:
    """A setting that is loosened would let the lines above pass without a word."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]
    assert settings["strict"]
    assert settings.get("warn_unused_ignores", True)
    assert "tests" in settings["files"]


def test_an_act_picks_its_own_rules() -> None:
    listed = (takes_the_facts_of_its_act,)
    assert (takes_the_facts_of_its_act,) == acts.DELIVER.own(listed)
    assert () == acts.REJECT.own(listed)
