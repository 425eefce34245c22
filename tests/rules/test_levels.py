"""Which rules only warn, and which ask for what is not there yet: a script meets either in the exit code and the JSON.

Every other rule stops the command. A rule that changes its level changes what the office may do: it is listed here too.
"""

from ipsu_cli.rules import services, systems
from ipsu_cli.rules.model import DocumentType
from ipsu_cli.validation import all_rules

WARN = """
    agreement.delivered-earlier agreement.delivered-later aid.after-training aid.late aid.no-due aid.overdue aid.unnamed
    case.billing
    case.consent-withdrawn case.delivered-after-closing case.gp-before-meeting case.level-missing
    case.mapping-during-training case.mapping-length case.no-outcome case.outside-agreement case.over-a-year
    case.over-delivered case.result-missing case.site-unknown case.training-missing decision.delivered-after
    decision.over-a-year delivery.after-agreement delivery.on-absent-day delivery.over-row delivery.over-week
    delivery.unplanned-week deviation.before-period deviation.hours-delivered deviation.not-required
    deviation.several-days document.late
    fidelity.unscored gp.few-activities gp.no-hours gp.own-left-out iup.short iup.stale mapping.deviation-short
    mapping.no-show-unsaid outcome.nothing-ended outcome.twice pace.ahead pace.behind pace.empty pause.long
    plan.extent-rises plan.no-mapping-case pr.hours-while-absent pr.nothing-done price.after-agreement price.billed
    price.replaces register.consent register.gender register.outcome register.outcome-outside register.pause-open
    register.pause-outside register.reason register.receiver register.result register.service register.site
    register.training self-invoice.agreement-billing self-invoice.line-net self-invoice.negative
    self-invoice.other-agreement self-invoice.other-buyer self-invoice.over-credited self-invoice.payable-sum
    self-invoice.set-off self-invoice.text-missing self-invoice.vat todo.absence.day todo.absence.month todo.agreement
    todo.consent todo.decision todo.fidelity todo.first-contact todo.pause todo.period-2.decision todo.period-2.plan
    todo.result todo.review todo.stable todo.week
    today.before
"""
ASK_FOR_WHAT_IS_MISSING = """
    case.receiver-missing case.system-missing decision.gp-not-updated delivery.no-plan delivery.pr-missing
    deviation.activity-incomplete deviation.incomplete document.section-empty eligible.care-contact eligible.consent
    eligible.disability eligible.motivated eligible.resident gp.iup-missing gp.no-activities gp.under-three
    iup.incomplete mapping.decision-missing mapping.deviation-ends-early mapping.deviation-missing
    mapping.gp-unconfirmed mapping.meeting-missing
    mapping.not-agreed mapping.not-over mapping.not-started mapping.sr-silent mapping.sr-unconfirmed plan.missing
    plan.sr-missing pr.activity-blank pr.gp-missing pr.own-work-missing r2.r1-missing result.incomplete
    review.decision-missing review.receiver-missing rr.soa-unhandled
"""


def test_the_rules_that_only_warn() -> None:
    assert set(WARN.split()) == {rule.code for rule in all_rules() if rule.level == "warn"}


def test_the_rules_that_ask_for_what_is_missing() -> None:
    assert set(ASK_FOR_WHAT_IS_MISSING.split()) == {rule.code for rule in all_rules() if rule.missing}


# What the agreements ask for. `!` is missing until it is there, `=` the weekly plan itself, `.` is for when the period
# has ended, `m` is asked for each month, `1` is its own each time, `?` the agency answers.
MARKS = {"required": "!", "plan": "=", "closing": ".", "monthly": "m", "single": "1", "answered": "?"}
DOCUMENTS = {
    "ipsu-a": "gp!? sr!.? avvikelse1?",
    "ipsu-b": "gp!=? sr!.? avvikelse1?",
    "rusta-matcha": "iup! gp! avvikelse1?",
    "ka-webb": "pr!m r1 r2?",
    "msfa": "pr!m? soa? rr? sr.?",
    "ips": "",
    "se": "",
    "sed": "",
}


def marked(document: DocumentType) -> str:
    return document.type + "".join(mark for name, mark in MARKS.items() if getattr(document, name))


def test_what_each_service_and_system_asks_for() -> None:
    listed = {code: services.service(code).documents for code in services.codes()}
    listed |= {code: systems.system(code).documents for code in systems.codes()}
    assert DOCUMENTS == {code: " ".join(map(marked, own)) for code, own in listed.items()}


# `training`: alongside one; `weeks`: planned by the week; `queue`: people wait for it; `aids`: with aids on loan.
TRAITS = {
    "trains": "training", "planned": "weeks", "queued": "queue", "aids": "aids", "whole": "whole", "by_month": "month",
}  # fmt: skip
SERVICES = {
    "ipsu-a": "aids whole", "ipsu-b": "training weeks aids", "rusta-matcha": "month", "ips": "queue", "se": "queue",
    "sed": "queue",
}  # fmt: skip


def test_how_each_service_runs() -> None:
    found = {code: services.service(code) for code in services.codes()}
    assert SERVICES == {
        code: " ".join(word for name, word in TRAITS.items() if getattr(service, name))
        for code, service in found.items()
    }
    assert {"rusta-matcha": 2} == {code: service.periods for code, service in found.items() if service.periods > 1}
    assert ["ka-webb"] == [code for code in systems.codes() if systems.system(code).calendar]
