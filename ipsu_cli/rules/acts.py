"""What is judged of a case and its invoices: every act, with the type of its facts.

What few commands judge (reviews of fidelity, surveys, self-invoices) has its acts and facts in the file of its rules.
"""

from ipsu_cli.rules.facts import (
    AidFacts,
    CaseFacts,
    ConfirmFacts,
    DecideFacts,
    DeliverFacts,
    FollowFacts,
    PlanFacts,
    ReadyFacts,
    RejectFacts,
    SubmitFacts,
)
from ipsu_cli.rules.model import Act

CASE = Act("case", CaseFacts, shared="case")
# The support begins: judged on the same facts, with the case or by itself.
START = Act("start", CaseFacts)
FOLLOW = Act("follow", FollowFacts, shared="case")
DECIDE = Act("decide", DecideFacts, shared="case")
PLAN = Act("plan", PlanFacts)
SUBMIT = Act("submit", SubmitFacts, shared="document")
CONFIRM = Act("confirm", ConfirmFacts)
DELIVER = Act("deliver", DeliverFacts, shared="delivery")
INVOICE = Act("invoice", ReadyFacts, shared="invoice")
REJECT = Act("reject", RejectFacts, shared="invoice")
AID = Act("aid", AidFacts)
