"""MSFA, Mina sidor för fristående aktörer: placements that are ordered and invoiced over Peppol, with SOA and RR."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.core.dated import Dated
from ipsu_cli.core.document import standing
from ipsu_cli.core.role import Role
from ipsu_cli.rules import acts, periodic_report
from ipsu_cli.rules.labels import PERIODIC, REPORT, RESULT, SIGNAL
from ipsu_cli.rules.model import DocumentType, Rules, System, Violation, rule, violation
from ipsu_cli.rules.sources import APPROVAL, IN_MSFA, ON_RESULTS

if TYPE_CHECKING:
    from ipsu_cli.rules.facts.document import SubmitFacts
    from ipsu_cli.rules.facts.invoice import ReadyFacts

SYSTEM = System(
    label="MSFA",
    billing="peppol",
    documents=(
        DocumentType(
            "pr",
            Role.PERIODIC,
            required=True,
            monthly=True,
            label=PERIODIC,
            options=("hours",),
            typed="--hours NAME=HOURS",
        ),
        DocumentType("soa", Role.SIGNAL, label=SIGNAL, options=("result", "learned")),
        DocumentType("rr", Role.RESULT, label=RESULT, options=("result", "learned")),
        # It may be filed; the sources give no day, and do not demand it.
        DocumentType("sr", Role.FINAL, closing=True, label=REPORT),
    ),
)
# An activity of its own in MSFA, another thing than the own work of KA-Webb; it is none of the optional ones.
OWN_WORK = "eget arbete enligt individuell planering med anordnare"
# How many activities a joint plan has at least.
MANDATORY = Dated(
    "mandatory-activities",
    ("2022-01-01", 2, IN_MSFA),
)
OPTIONAL = Dated(
    "optional-activities",
    ("2022-01-01", 1, IN_MSFA),
)


@rule(
    acts.SUBMIT,
    "gp.under-three",
    "R26",
    IN_MSFA,
    missing=True,
    fix="ipsu document submit {case} gp --mandatory NAME=HOURS --optional NAME=HOURS",
    dated=(MANDATORY, OPTIONAL),
)
def a_joint_plan_has_its_mandatory_and_its_optional_activities(f: SubmitFacts) -> Iterator[Violation]:
    """In MSFA a joint plan has both mandatory activities and optional ones."""
    if f.type != "gp":
        return
    for name, dated in (("mandatory", MANDATORY), ("optional", OPTIONAL)):
        there, least = [activity for activity in f.fields.get(name) or () if activity.key != OWN_WORK], dated.on(f.on)
        if len(there) < least:
            yield violation(case=f.case.ref, option=f"--{name}", count=len(there), least=least)


@rule(
    acts.SUBMIT,
    "rr.soa-unhandled",
    "R33",
    ON_RESULTS,
    missing=True,
    fix="ipsu document {step} {case} soa{option}",
)
def an_rr_follows_a_handled_soa(f: SubmitFacts) -> Iterator[Violation]:
    """An RR is filed when an SOA is filed, and the agency has handled it."""
    filed = standing(f.filed, "soa", f.on)
    handled = [document for document in filed if document.confirmed and document.confirmed <= f.on]
    if f.type == "rr" and not handled:
        step, option = ("confirm", "") if filed else ("submit", " --result RESULT")
        yield violation(case=f.case.ref, status=filed[-1].status if filed else "missing", step=step, option=option)


@rule(acts.INVOICE, "pr.not-approved", "E8", APPROVAL, fix="ipsu document {step} {case} pr --period {month}")
def a_month_is_invoiced_with_its_approved_report(f: ReadyFacts) -> Iterator[Violation]:
    """In MSFA a month is invoiced when its periodic report is approved.

    Only then does the agency's order match the invoice.
    """
    if f.unit != "result" and f.report_status != "confirmed":
        yield violation(step="confirm" if f.report_status == "submitted" else "submit")


RULES: Rules = (
    *periodic_report.RULES,
    a_joint_plan_has_its_mandatory_and_its_optional_activities,
    an_rr_follows_a_handled_soa,
    a_month_is_invoiced_with_its_approved_report,
)
