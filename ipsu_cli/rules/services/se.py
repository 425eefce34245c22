"""SE, Supported Employment: support to work for whoever needs it, chosen instead of IPS by the person's need.

Source: the application of Gislaved, Gnosjö and Värnamo for SE/IPS. It states neither ages nor checks; those of IPS are
taken, but for a mental disability and a care contact: its target groups have people without.
"""

from ipsu_cli.core.dated import Dated
from ipsu_cli.rules import municipal, municipal_reminders
from ipsu_cli.rules.model import QUEUE_REASONS, SUPPORT_REASONS, Ages, Rules, Service
from ipsu_cli.rules.sources import OFFICE

AGES = Dated(
    "se-ages",
    ("2019-01-01", Ages(18, 65), OFFICE),
)

SERVICE = Service(
    label="Supported Employment (SE)",
    unit=None,
    documents=(),
    agreement="se",
    reasons=SUPPORT_REASONS,
    queued=True,
    queue_reasons=QUEUE_REASONS,
    ages=AGES,
)

RULES: Rules = (
    *municipal.SUPPORT,
    municipal.the_person_agrees_to_collaboration_with_the_care,
    municipal.the_person_is_registered_in_the_municipality,
    municipal.the_person_wants_to_work_or_study,
    *municipal_reminders.MUNICIPAL,
    *municipal_reminders.TO_WORK,
)
