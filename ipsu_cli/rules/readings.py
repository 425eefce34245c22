"""Where the office looks up how it reads the sources: the numbers of its own lists, and what each is kept by.

A reading settles what the sources leave open, a note corrects an earlier reading. People know both by what they lead
to, so `ipsu explain "reading 8"` answers with that: a number of the sources, a rule, a key figure or a setting.
"""

KEPT_BY = {
    "reading 1": "A21", "reading 2": "A24", "reading 3": "delivery.nothing", "reading 4": "A29", "reading 5": "A29",
    "reading 6": "A26", "reading 7": "delivery.two-months", "reading 8": "A10", "reading 9": "A12",
    "reading 10": "A13", "reading 11": "A15", "reading 12": "J10", "reading 13": "A17", "reading 14": "A18",
    "reading 15": "A32", "reading 16": "A30", "reading 17": "R12", "reading 18": "R26", "reading 19": "pr-due-day",
    "reading 20": "R23", "reading 21": "tenure_cohort", "reading 22": "R20", "reading 23": "supported",
    "reading 24": "referrals", "reading 25": "wait_est", "reading 26": "outcome_share",
    "reading 27": "outcomes_studies_completed", "reading 28": "discharge_share", "reading 29": "age-at-referral",
    "reading 30": "eligible.disability", "reading 31": "one-at-a-time", "reading 32": "U24", "reading 33": "U17",
    "reading 34": "G6", "reading 35": "G7", "reading 36": "G9", "reading 37": "G2", "reading 38": "survey_share",
    "reading 39": "G19", "reading 40": "R35", "reading 41": "R27", "reading 42": "R33",
    "reading 43": "deviation-days", "reading 44": "J23", "reading 45": "A19", "reading 46": "late-minutes",
    "n1": "J9", "n2": "A17", "n3": "U2", "n4": "R15", "n5": "A23", "n6": "A14", "n7": "J23", "n8": "in_work",
    "n9": "E21", "n10": "result-months", "n11": "one-at-a-time", "n12": "first_contact_median", "n13": "E8",
    "n14": "bank.line", "n15": "E18",
}  # fmt: skip
