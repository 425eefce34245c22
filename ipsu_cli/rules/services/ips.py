"""IPS, Individuell placering med stöd: support to paid work alongside treatment, in a municipality's own office.

Source: Uppsala's follow-up of IPS and Supported Education 2025.
"""

from ipsu_cli.core.dated import Dated
from ipsu_cli.core.demands import CHECKS, Ages
from ipsu_cli.rules import municipal, municipal_reminders, register_municipal
from ipsu_cli.rules.model import QUEUE_REASONS, SUPPORT_REASONS, Rules, Service
from ipsu_cli.rules.sources import IPS_GROUP

AGES = Dated(
    "ips-ages",
    ("2025-01-01", Ages(18, 65), IPS_GROUP),
)

SERVICE = Service(
    label="Individuell placering med stöd (IPS)",
    unit=None,
    documents=(),
    agreement="ips",
    reasons=SUPPORT_REASONS,
    queued=True,
    queue_reasons=QUEUE_REASONS,
    ages=AGES,
    checks=CHECKS,
)

RULES: Rules = (
    *municipal.SUPPORT,
    *municipal.CHECKS,
    *municipal_reminders.MUNICIPAL,
    *register_municipal.MUNICIPAL,
    *municipal_reminders.TO_WORK,
)
