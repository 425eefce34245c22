"""SEd, Stöd i studier (Supported Education): support to begin or complete studies.

Source: Uppsala's follow-up of IPS and Supported Education 2025. The checks are those of IPS, but for the age, and
stand in a place of their own there.
"""

from ipsu_cli.core.dated import Dated
from ipsu_cli.core.demands import CHECKS, Ages
from ipsu_cli.rules import municipal, municipal_reminders, register_municipal
from ipsu_cli.rules.model import QUEUE_REASONS, SUPPORT_REASONS, Rules, Service, restated
from ipsu_cli.rules.sources import SED_GROUP

AGES = Dated(
    "sed-ages",
    ("2025-01-01", Ages(18, 60), SED_GROUP),
)

SERVICE = Service(
    label="Stöd i studier (SEd)",
    unit=None,
    documents=(),
    agreement="sed",
    reasons=SUPPORT_REASONS,
    queued=True,
    queue_reasons=QUEUE_REASONS,
    ages=AGES,
    checks=CHECKS,
)

RULES: Rules = (
    *municipal.SUPPORT,
    *restated(municipal.CHECKS, "U3", SED_GROUP),
    *municipal_reminders.MUNICIPAL,
    *register_municipal.MUNICIPAL,
)
