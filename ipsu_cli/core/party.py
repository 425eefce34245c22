"""The parties that a contact is with, as far as the program itself tells them apart."""

# The words by which a contact is one with the agency's officer, and with an employer.
OFFICERS = ("officer", "handläggare", "arbetsförmedlare", "arbetsförmedlingen", "af")
EMPLOYERS = ("employer", "arbetsgivare")
OTHER_PARTY = "other"
TOLD = (*OFFICERS, *EMPLOYERS)
