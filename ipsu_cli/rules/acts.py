"""What is judged: every act, with the type of its facts."""

from ipsu_cli.rules.facts import (
    AidFacts,
    BelongFacts,
    CaseFacts,
    DecideFacts,
    DeliverFacts,
    FidelityFacts,
    FollowFacts,
    PlanFacts,
    ReadyFacts,
    ReceiveFacts,
    RejectFacts,
    SubmitFacts,
    SurveyFacts,
)
from ipsu_cli.rules.model import Act

CASE = Act("case", CaseFacts, shared="case")
# The support begins: judged on the same facts, with the case or by itself.
START = Act("start", CaseFacts)
FOLLOW = Act("follow", FollowFacts)
DECIDE = Act("decide", DecideFacts, shared="case")
PLAN = Act("plan", PlanFacts)
SUBMIT = Act("submit", SubmitFacts, shared="document")
DELIVER = Act("deliver", DeliverFacts, shared="delivery")
INVOICE = Act("invoice", ReadyFacts, shared="invoice")
REJECT = Act("reject", RejectFacts, shared="invoice")
AID = Act("aid", AidFacts)
FIDELITY = Act("fidelity", FidelityFacts, shared="fidelity_and_surveys")
SURVEY = Act("survey", SurveyFacts, shared="fidelity_and_surveys")
BELONG = Act("belong", BelongFacts, shared="receiving")
RECEIVE = Act("receive", ReceiveFacts, shared="receiving")
