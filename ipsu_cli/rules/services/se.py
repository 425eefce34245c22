"""SE, Supported Employment: support to work for whoever needs it, chosen instead of IPS by the person's need.

Source: the application of Gislaved, Gnosjö and Värnamo for SE/IPS. Its target groups differ from town to town, so who
the support is for is settled by the agreement alone (`ipsu agreement require`).
"""

from ipsu_cli.rules import municipal, municipal_reminders, register_municipal
from ipsu_cli.rules.model import QUEUE_REASONS, SUPPORT_REASONS, Rules, Service, restated
from ipsu_cli.rules.sources import GGV

SERVICE = Service(
    label="Supported Employment (SE)",
    unit=None,
    documents=(),
    agreement="se",
    reasons=SUPPORT_REASONS,
    queued=True,
    queue_reasons=QUEUE_REASONS,
)

RULES: Rules = (
    *municipal.SUPPORT,
    *restated(municipal.CHECKS, "G8", GGV.at("Värnamo kommun: Målgrupp")),
    *municipal_reminders.MUNICIPAL,
    *register_municipal.MUNICIPAL,
    *municipal_reminders.TO_WORK,
)
