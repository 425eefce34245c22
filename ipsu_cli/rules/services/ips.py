"""IPS, Individuell placering med stöd: support to paid work beside treatment, in a municipality's own office.

Source: Uppsala's follow-up of IPS and Supported Education 2025.
"""

from ipsu_cli.rules.model import QUEUE_REASONS, SUPPORT_REASONS, Service
from ipsu_cli.rules.municipal import (  # noqa: F401 (they are rules of this service too)
    a_case_begins_in_the_queue_or_with_the_support,
    a_pause_ends_after_it_begins,
    an_employment_alone_is_subsidised,
    an_outcome_is_entered_once,
    nobody_leaves_a_queue_before_coming_to_it,
    pauses_are_short,
    pauses_do_not_overlap,
    support_begins_after_the_referral,
    support_goes_on_with_consent,
    support_has_no_set_end,
    the_person_agrees_to_collaboration_with_the_care,
    the_person_has_a_care_contact,
    the_person_has_a_mental_disability,
    the_person_has_the_age_of_the_target_group,
    the_person_is_registered_in_the_municipality,
    the_person_wants_to_work_or_study,
    what_happens_lies_in_the_enrolment,
    what_has_happened_stays_in_the_enrolment,
    what_has_not_happened_is_not_followed_up,
    what_is_to_come_is_not_entered,
    without_progress_the_support_is_reconsidered,
)

SERVICE = Service(
    label="Individuell placering med stöd (IPS)",
    unit=None,
    documents=(),
    agreement="ips",
    reasons=SUPPORT_REASONS,
    queued=True,
    queue_reasons=QUEUE_REASONS,
    ages=(18, 65),
)
