"""What each key figure is made of."""

TEXT: dict[str, str] = {
    "ongoing": "Cases in support on the last day of the period.",
    "ongoing_persons": "Persons in those cases; whoever is in two services counts once.",
    "participants": "Persons in support on any day of the period.",
    "active": "Persons with a day of the period outside their pauses.",
    "referrals": "Cases that came to the queue in the period, by the service queued for.",
    "conversion": "Of those referrals, the ones whose support had begun by the last day.",
    "supported": "Persons who began in the period and were not in support the day before it.",
    "goal_progress": "The same from the first day of the target, divided by the target of supported.",
    "queue": "Cases in the queue on the last day.",
    "wait_max": "Days in the queue of whoever has waited longest on the last day.",
    "wait_median": "The median of the days in the queue on the last day.",
    "wait_mean": "The mean of the days in the queue on the last day.",
    "wait_est": "The queue times 365, divided by those who have left it in twelve months.",
    "initial_offered": (
        "Of the queue on the day before the period, those who began, were referred on or declined in it."
    ),
    "outcomes_employment": "Persons with an employment in the period.",
    "outcomes_studies_completed": "Persons who completed studies in the period.",
    "outcomes_studies_started": "Persons who began studies in the period.",
    "outcomes_unsubsidised": "Persons with an employment without a wage subsidy in the period.",
    "outcome_share": "Persons with work or completed studies in the period, divided by active.",
    "in_work": "Ongoing persons with an employment that has not ended, divided by ongoing_persons.",
    "first_contact_median": (
        "The median of the days from the start to the first contact with an employer, of those who began in the period."
    ),
    "discharge_share": "Persons closed to work or studies in the period, divided by participants.",
    "discharge_share_closed": "The same persons, divided by all who were closed in the period.",
    "cases_started": "Cases whose support began in the period.",
    "cases_closed": "Cases whose support ended in the period; those who left the queue do not count.",
    "balance": (
        "cases_closed divided by cases_started. A target may be missed by the setting balance-tolerance, in per cent."
    ),
    "tenure_cohort": "Ongoing cases by whole months of support.",
    "fidelity_latest": "The lowest of the units' latest complete totals.",
    "survey_share": "Positive answers divided by answers, of surveys in the period.",
    "survey_response": "Answers divided by those asked, of surveys in the period.",
    "meetings": "Spans of the period with as many meetings as the target says, divided by all spans.",
    "planned_hours": "IPSU B: the hours of the weeks of the plan in force whose Thursday lies in the period.",
    "delivered_hours": "IPSU B: hours with a work date in the period.",
    "delivery_rate": "delivered_hours divided by planned_hours.",
    "gp_on_time": (
        "First GPs filed in time, divided by cases that began in the period and whose last day for a GP has passed."
    ),
    "documents_overdue": "Documents that were due by the last day and were not filed by then.",
    "deviations": "Deviation reports in the period, known and unknown apart.",
    "mappings_done": "Mappings delivered in the period, with a participant.",
    "no_shows": "Mappings delivered in the period where nobody came.",
    "a_to_b": "Delivered mappings that an IPSU B case builds on, divided by delivered mappings.",
    "passed": "IPSU B closed in the period with the training passed, divided by those closed with a result.",
    "tapering": (
        "IPSU B closed in the period whose extent never rose and ended below its beginning, divided by those "
        "closed with two weeks or more in the plan."
    ),
    "invoiced_ore": "Net of the invoices of the months of the period, each line once.",
    "approved_ore": "Of it, what is approved and not yet paid in full.",
    "rejected_ore": "Of it, what is rejected.",
    "paid_ore": "Of it, what is paid.",
    "held_ore": "Net, at the price in force, of deliveries in the period that stand on no invoice.",
    "days_to_payment": (
        "The median of the days from the last work date of a line to its payment, of lines paid in the period."
    ),
    "first_pass_share": (
        "Lines of the bases of the months of the period that were approved and never rejected, credited or corrected, "
        "divided by lines that were answered. What is billed again after that counts once, on its first line."
    ),
    "first_pass_share_documents": (
        "Documents filed in the period that were confirmed, divided by those that were confirmed or returned. What is "
        "filed again after that counts once, by its first version."
    ),
    "days_to_entry": (
        "The median of the days from the last work date of a delivery to the day it was entered, of deliveries entered "
        "in the period. Corrections do not count; denominator says of how many."
    ),
    "days_to_basis": (
        "The median of the days from the last work date of a line to the day of its basis, of lines that stand on a "
        "basis made in the period; denominator says of how many."
    ),
    "results": "R2 or RR approved in the period, divided by participants on any day of it.",
}
