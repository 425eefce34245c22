"""What is judged of a case and its invoices: every act, with the type of its facts.

What few commands judge (reviews of fidelity, surveys, self-invoices) has its acts and facts in the file of its rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipsu_cli.rules.model import Act

if TYPE_CHECKING:  # a command makes the facts of one act, or of none
    from ipsu_cli.rules.facts.aid import AidFacts
    from ipsu_cli.rules.facts.case import CaseFacts, DecideFacts, FollowFacts
    from ipsu_cli.rules.facts.delivery import DeliverFacts
    from ipsu_cli.rules.facts.document import ConfirmFacts, PlanFacts, SubmitFacts
    from ipsu_cli.rules.facts.invoice import ReadyFacts, RejectFacts

CASE: Act[CaseFacts] = Act("case", shared="case")
# The support begins: judged on the same facts, with the case or by itself.
START: Act[CaseFacts] = Act("start")
FOLLOW: Act[FollowFacts] = Act("follow", shared="case")
DECIDE: Act[DecideFacts] = Act("decide", shared="case")
PLAN: Act[PlanFacts] = Act("plan")
SUBMIT: Act[SubmitFacts] = Act("submit", shared="document")
CONFIRM: Act[ConfirmFacts] = Act("confirm")
DELIVER: Act[DeliverFacts] = Act("deliver", shared="delivery")
INVOICE: Act[ReadyFacts] = Act("invoice", shared="invoice")
REJECT: Act[RejectFacts] = Act("reject", shared="invoice")
AID: Act[AidFacts] = Act("aid")
