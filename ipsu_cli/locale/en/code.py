"""The codes as people call them."""

TEXT: dict[str, str] = {
    # Services.
    "ips": "IPS",
    "ipsu": "IPSU",
    "ipsu-a": "IPSU A Kartläggning",
    "ipsu-b": "IPSU B Pedagogiskt stöd",
    "rusta-matcha": "Rusta och matcha",
    "se": "SE",
    "sed": "SEd",
    # Units.
    "case": "case",
    "day": "day",
    "hour": "hour",
    "month": "month",
    "result": "result",
    # States of cases.
    "active": "active",
    "ended": "ended",
    "planned": "planned",
    "queued": "waiting",
    # States of documents and plans.
    "confirmed": "confirmed",
    "draft": "draft",
    "missing": "missing",
    "returned": "returned",
    "submitted": "submitted",
    # States of deliveries, invoices and lines. `created` and `worked` also say after which month a payout comes.
    "approved": "approved",
    "cancelled": "cancelled",
    "corrected": "corrected",
    "created": "created",
    "credited": "credited",
    "free": "not invoiced",
    "invoiced": "invoiced",
    "paid": "paid",
    "part-paid": "part paid",
    "rejected": "rejected",
    "reversed": "taken back",
    "worked": "worked",
    # Kinds of invoices, and how they are made.
    "credit": "credit note",
    "invoice": "invoice",
    "peppol": "Peppol",
    "self": "self-billing",
    # People.
    "man": "man",
    "other": "other",
    "unknown": "unknown",
    "unspecified": "not stated",
    "woman": "woman",
    # Why a case is closed.
    "completed": "completed",
    "interrupted": "interrupted",
    "studies": "studies",
    "withdrew": "withdrew",
    "work": "work",
    # Trainings and their results.
    "folk_high_school_establishment_course": "folk high school, establishment course",
    "folk_high_school_study_motivation": "folk high school, study motivation course",
    "labour_market_training": "labour-market training",
    "not_passed": "not passed",
    "passed": "passed",
    "preparatory_training": "preparatory training",
    "service_with_training_element": "service with a training element",
    # Deviations; `unknown` stands above.
    "known": "known",
    # How a rule acts.
    "stop": "stops",
    "warn": "warns",
}
