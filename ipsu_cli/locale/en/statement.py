"""What keeps what the sources say, where that is no rule."""

TEXT: dict[str, str] = {
    "A1": (
        "The agency decides who the service is for. A case holds no diagnosis, for every kind of disability may "
        "occur; what the work needs is the training."
    ),
    "A2": "What kind of training it is stands in the case (--training-type).",
    "A3": (
        "The result stands in the case (--training-result); the key figure passed is the share of those closed with "
        "a result."
    ),
    "A5": (
        "The supplier's description calls one to three weeks a guideline: outside it the rule case.mapping-length "
        "warns."
    ),
    "A7": (
        "The period of the support lies in that of the training (case.period-outside-training), and its hours are "
        "planned week by week after the final report of the mapping."
    ),
    "A9": "A telephone number of the agency: nothing to keep.",
    "A10": (
        "A shortening is a new version of the plan with an earlier end. The versions before it stay, and hours that "
        "are delivered set the least."
    ),
    "A15": (
        "deliver --no-show pays the mapping in full, once the conditions of A15 to A19 hold whole: mapping.meeting- "
        "missing and those that follow."
    ),
    "A20": "A plan is shown with a row for each extent: all weeks of the same hours together.",
    "A21": (
        "Any number of hours may be delivered in a row or a week; what is more than it has is told (delivery.over- "
        "row, delivery.over-week)."
    ),
    "A22": (
        "Any number of hours may be delivered as long as the sum fits in the plan (delivery.over-plan); only the "
        "planned extent has fixed steps."
    ),
    "A25": (
        "A basis is made at any time, of what is delivered, stands on no invoice and is ready; what is not is held, "
        "with the reason."
    ),
    "A26": (
        "An invoice is payable from the first day of the month after it was made (payable_from), or after the month "
        "worked where the agreement says --payout worked."
    ),
    "A27": "The question that A29 answers: two extents in one week are not possible.",
    "A31": (
        "A rejection opens an investigation of the case, with its day and reason; invoice resolve enters what came "
        "of it."
    ),
    "A33": (
        "The agency makes the self-invoice of what has been delivered. The office makes its own basis, takes in the "
        "self-invoice and compares the two."
    ),
    "A34": "Supplier, officer and participant: the officer stands in the case (--officer).",
    "J1": (
        "The goals are text in the plan and the final report; that the training was passed is counted by the key "
        "figure passed."
    ),
    "J2": "The four trainings are values of --training-type, with the fifth of A2.",
    "J3": "The agency refers people; nobody enrols alone. Nothing to keep.",
    "J4": "Part B names the mapping that it builds on (--after).",
    "J5": "The need is described in the text of the plan and the final report, written here or in the agency's portal.",
    "J6": "What a mapping contains stands in the headings of its plan and its final report.",
    "J11": "The demands, the conditions and the proposal are headings of the final report of a mapping.",
    "J13": "The seven perspectives are headings of the final report of a mapping.",
    "J18": "The activities are described in the text of the plan in IPSU B.",
    "J19": "The three activities are headings of the joint plan of a mapping.",
    "J23": "Three headings of the final report of IPSU B, on the pedagogic support.",
    "J24": "Three headings of the final report of IPSU B, on the aids; what is on loan stands in aid list.",
    "J25": "One heading of the final report of IPSU B, with recommendations.",
    "J27": "The towns of an agreement are its own (--site), for they change with each purchase.",
    "R1": "The development plan is a document with versions (iup), and the joint plan presupposes it (gp.iup-missing).",
    "R5": (
        "The hours of the plan are own job search (--own-search) and time with the supplier (--supplier); both "
        "count towards the whole extent (iup.short)."
    ),
    "R8": (
        "Absence from the start meeting is a deviation report of the activity startsamtal. The source links to "
        "more, but the link is dead."
    ),
    "R12": (
        "The first joint plan has a last day, counted in working days from the start; deadlines are told in time "
        "and late ones counted."
    ),
    "R19": "Own work is a row of its own in KA-Webb, apart from the activities of the plan.",
    "R21": "The row of own work is keyed in as not taken part, with 0 in the comment.",
    "R22": "Each other activity is keyed in with the hours of the month in the comment.",
    "R23": "The calendar gets one hour on the first day of the period, for activities with hours.",
    "R24": "Own work in MSFA is an activity of its own kind and does not count as the optional one (gp.under-three).",
    "R25": "At least one optional activity in MSFA: gp.under-three judges it.",
    "R30": "Where the reason changes a new R1 is filed first; the newest R1 holds (r2.differs).",
    "R31": "A confirmed R2 or RR is a delivery of one result; before that it has no price.",
    "R32": "In MSFA the reason of the signal is not compared with that of the result.",
    "R35": "Misspellings of the source. The program writes avvikelserapport, resultatersättning and aktiviteter.",
    "U3": "The checks are the rules eligible.* and the age case.age, for sed with the oldest age for studies.",
    "U4": "Taking part is voluntary: whoever does not want to go on is closed with the reason withdrew.",
    "U5": (
        "The key figure first_contact_median: days from the start to the first contact with an employer, entered "
        "with contact add."
    ),
    "U12": (
        "Who leaves the queue without support is closed with the reason, and the receiver where there is one; "
        "report queue counts both."
    ),
    "U13": "Contacts and meetings with the parties are entered with a short word for each.",
    "U14": "The support to employers and schools is entered as contacts.",
    "U15": (
        "An outcome is employment, studies_started or studies_completed, with its day; a person counts once in a "
        "period."
    ),
    "U16": (
        "Whether somebody has economic assistance may stand in the case (--assistance); it is not passed on by itself."
    ),
    "U17": "Registration numbers and assignments belong to the document, not to the register. Nothing to keep.",
    "U18": "The history of the organisation: nothing to keep.",
    "U19": "The key figure balance: ended in proportion to begun, against the office's own target.",
    "U20": (
        "The key figure outcome_share against the value of another year (target set … year:2024); studies that have "
        "begun do not count."
    ),
    "U21": (
        "Every report takes a period and a day as of which the register is read (--as-of), and gives the same "
        "answer again."
    ),
    "U22": "The care contact and the consent, with its day, stand in the case.",
    "U23": "The wish for work or studies stands in the case (--preference).",
    "U24": "The funder stands on each line of the budget (--funder).",
    "G1": "The method is the service: se or ips, by the person's need (case start --support).",
    "G2": "A target on fidelity_latest with a day: the joint goal is met when every unit meets it.",
    "G3": "The share of positive answers among those who have closed is survey_share:QUESTION:closing.",
    "G4": "The share of positive answers, of the ongoing and the closed, is survey_share:QUESTION:all.",
    "G5": "The key figure ongoing against a target for all agreements.",
    "G6": (
        "The target of each municipality is set on its agreement. Their sum is not the joint target, and the report "
        "shows the difference."
    ),
    "G7": "The key figure discharge_share: whoever went to both work and studies counts once.",
    "G8": "The target group is a code of the case (--target-group); who the service is for belongs to the agreement.",
    "G10": "The key figure meetings:PARTY against a target such as 1/month or 2/half-year.",
    "G11": "The three instruments, next to each other in the report for the steering group.",
    "G13": "Surveys are entered with the numbers of answers, from the day they were made.",
    "G14": "The first and the last day of the project are those of its agreement.",
    "G15": "The report for the steering group; the roles themselves are nothing to keep.",
    "G16": "A course for the staff: nothing to keep but its cost in the budget.",
    "G17": "Work and studies are outcomes of the case; that somebody left for them is the reason of its closing.",
    "G18": "The report for the steering group shows the surveys of each unit and together.",
    "G19": (
        "The lines of the budget with full-time equivalents in per cent; a total that a document states is compared "
        "with them."
    ),
    "G20": "The contact persons of the application: nothing to keep.",
    "E5": "In MSFA a free text on an absence exists only under another cause; the cause is written in --reason.",
    "E9": (
        "The files of KA-Webb come by a machine channel that the office does not have; what is taken in goes by its "
        "own day."
    ),
    "E11": "A newer page of the agency says the same with the word leveransperiod. Nothing more to keep.",
    "E16": (
        "Accounting records are kept through the seventh year after the financial year. The program removes no "
        "invoices and no vouchers."
    ),
    "E17": (
        "A voucher of the SIE file has its day, the day of the event, text, amount and VAT, the counterparty and "
        "the numbers of both invoices."
    ),
    "E18": "The file for the books is SIE type 4I, with vouchers alone.",
    "E19": (
        "The check digit of a personnummer is tried, coordination numbers are taken, and gender is never read from it."
    ),
    "E20": "Whoever has protected details is marked (--protected) and shown by the reference of the case alone.",
    "E21": "Without consent, or with protection, the row is anonymous.",
    "E24": "The bands of the total belong to the scale, and a scale of one's own has its own.",
    "E25": "There is no established scale for SEd: the office makes its own.",
    "E26": "Shares are rounded to one decimal, half up; they are never cut off.",
    "E27": "The holidays are those of the law, and the eves are free unless the setting eves says otherwise.",
    "E28": "A list of gender, age and days that names nobody.",
    "E29": "With --external small counts are hidden, and what would give them away.",
    "E30": "The roles of KA-Webb are given there. The program notes who entered what.",
}
