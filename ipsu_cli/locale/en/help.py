"""What each command, argument and option is for. An option's own text in a command stands as `COMMAND OPTION`."""

TEXT: dict[str, str] = {
    # The page itself, and its fixed words.
    "page": "{page}",
    "manual": "{page}",
    "Usage:": "Usage:",
    "Options:": "Options:",
    "Arguments:": "Arguments:",
    "Commands:": "Commands:",
    "[OPTIONS]": "[OPTIONS]",
    "COMMAND [ARGS]...": "COMMAND [ARGS]...",
    "[required]": "[required]",
    "Show this message and exit.": "Show this message and exit.",
    "everywhere": "Options before or after any command",
    "everywhere --db": "The office's file. Else $IPSU_DB, else ipsu.db in this folder.",
    "everywhere --today": "The day that every rule calls today. Else $IPSU_TODAY, else the day in Sweden.",
    "everywhere --lang": "The language on the screen. Else $IPSU_LANG, else the office's own.",
    "everywhere --json": "One JSON document in place of text.",
    "everywhere --quiet": "No text but errors; for jobs that run by themselves.",
    "everywhere --key": "A command that changes something is done once for each key, however often it is run.",
    "everywhere --who": "Who does it, in the log. Else $IPSU_WHO, else the account.",
    "everywhere --names": "Show names in lists; never those of protected persons.",
    "everywhere --reveal": "Show the whole personnummer. It leaves a line in the log.",
    "everywhere --yes": "Do not ask before something is destroyed.",
    "everywhere --key-file": "The file that the key of an encrypted office is in. Else $IPSU_KEY_FILE.",
    "group-week": "The week",
    "group-month": "The month",
    "group-follow-up": "Following up",
    "group-setting-up": "Setting up",
    "group-looking-after": "Looking after",
    "examples": "Examples:",
    "further": (
        "ipsu help lists pages about the week, the month, deadlines and more; ipsu help COMMAND "
        "shows a command, ipsu explain CODE a rule."
    ),
    "ipsu": "The register, calendar, ledger and month of an office that delivers support services.",
    # Setting up.
    "init": (
        "Set up an office and make its file.\n\n"
        "A file that exists is never touched. --lang here is the language of the office and its workbooks."
    ),
    "demo": (
        "Make an invented office in a folder of its own, and show its month.\n\n"
        "No person in it is real. The office's own file is never touched."
    ),
    "status": "Show what the office should know today.",
    "help": (
        "Show a page about a subject, or the list of pages.\n\nHelp for a command is shown by --help after the command."
    ),
    "explain": (
        "Explain a rule: what it demands, why, and where it stands.\n\n"
        "Likewise a number of the sources (A23), a key figure, a message, a setting, a document, a service or"
        " a step of money. Without a code all rules are listed."
    ),
    "agreement": "Agreements with purchasers.",
    "agreement add": "Enter an agreement.",
    "agreement edit": (
        "Change an agreement. Left out, a value stays; an empty one ('') takes it away. Under an agreement "
        "with invoices area, service, purchaser, billing and VAT stand."
    ),
    "agreement list": "List the agreements.",
    "price": "Prices in the agreements.",
    "price set": (
        "Set a price from a day on.\n\n"
        "A price holds until the next one for the same agreement, service, unit and level. A delivery gets "
        "the price that holds on its last day."
    ),
    "price list": "List the prices.",
    "target": "Targets: what an agreement, or all of them, are to reach.",
    "target set": (
        "Set a target.\n\n"
        "A number; a fraction (34/124, or 34/? where nothing is known to divide by); year:2024, what the "
        "figure was then; for meetings 1/month or 2/half-year. A new value for the same agreement, key "
        "figure, days and outcomes replaces the old one."
    ),
    "target list": "List the targets as they were set.",
    "target set --from": "The first day that counts; new support is counted from it.",
    "target set --by": "The day by which it is to be reached. Left out, the last day of the period asked for.",
    "target set --counts": "Judge outcome_share by these outcomes, with commas between.",
    "target set AGREEMENT": "The agreement's reference, or all.",
    "target set VALUE": "What is to be reached: 200, 34/124, 34/?, year:2024, 1/month.",
    "KPI": "The key figure's code, as report kpi --json gives it.",
    "setting": "The office's settings.",
    "setting list": "List the settings, with what they are now.",
    "setting set": (
        "Change a setting.\n\n"
        "account.receivable, account.rounding, and account.sales and account.vat with the rate of VAT "
        "(account.sales.25) are accounts of four digits; address, bankgiro and f-tax (on: approved for F-tax)"
        " stand on e-invoices, with payment-days (days to pay in) and peppol.buyer (the agency's organisation"
        " number); eves is free or working; names is on or off; long-pause-days are the days that a pause may"
        " last without a warning; pace-ahead and pace-behind are how many per cent of a plan may be used too "
        "soon or too late before status says so."
    ),
    # Cases.
    "case": "Cases: one person in one service.",
    "case add": (
        "Enter a case.\n\n"
        "Meeting, agreement on a mapping and decision may be entered later, with ipsu case edit. In IPS, SEd "
        "and SE the case begins in the queue (--queued) or with the support (--from)."
    ),
    "case edit": (
        "Change a case.\n\n"
        "Only what is given changes; '' takes a value away. Once a plan is confirmed or something is "
        "delivered, the period moves by ipsu case decide alone."
    ),
    "case show": "Show a case with its plan, documents, deliveries and next steps.",
    "case list": "List the cases.",
    "case decide": (
        "Enter the agency's decision on the participant period.\n\nIt sets the period's last day. It confirms no plan."
    ),
    "case close": (
        "Close a case.\n\n"
        "The closing day is the last day that can be delivered, and a day of support. Who never had support "
        "leaves the queue."
    ),
    "find": (
        "Find a word in notes, reasons and texts: which case, which day, where.\n\n"
        "What stands around it is not shown, and nothing of protected persons is searched."
    ),
    "query": (
        "Ask the register in SQL of your own, without changing anything. Alone it lists the views.\n\n"
        "One SELECT of the views: names and numbers of persons stand in none of them. :today is the day. A question "
        "may take 30 seconds and give as many rows as --limit says. `ipsu help database` has every column."
    ),
    "query SQL": "One SELECT in quotation marks; - reads it from stdin.",
    "query --csv": "The rows as a .csv with semicolons, on the screen or into a file with >.",
    "query --limit": "How many rows at most.",
    "browse": (
        "Show the register in a browser, on this machine alone, until Ctrl-C.\n\n"
        "A first page with the key figures of the year, and the views that query asks: no names, numbers, places or "
        "texts. It is a copy as the register stands now; it goes when the command ends. Everyone who is logged in on "
        "this machine can open the address while it lasts. Needs the extra web."
    ),
    "browse --port": "The port; any that is free without it.",
    "case reopen": "Open a closed case again.",
    # Plans, documents and deliveries.
    "case rename": (
        "Give a case another reference. All that belongs to the case goes with it; what has been sent keeps "
        "the old one."
    ),
    "case hand-over": "Hand a coach's open cases over to another, all or some.",
    "case rename NEW": "The new reference, which no other case has.",
    "case rename --reason": "Why; it stands in the log.",
    "case hand-over --from": "The coach who hands over.",
    "case hand-over --to": "The coach who takes over.",
    "case hand-over --case": "This case alone; can be repeated.",
    "case hand-over --dry-run": "Show what would happen, save nothing.",
    "plan": "The joint plan of IPSU B, week by week.",
    "plan set": (
        "Make the next version of a plan.\n\n"
        "The whole plan is stated each time. The hours of a week are one of {extents}. It is a draft until "
        "the joint plan (GP) is submitted and confirmed."
    ),
    "plan show": "Show the plan in force, by extent and by week.",
    "plan history": "Show every version of a plan.",
    "document": "Documents to the agency, and its answers.",
    "document submit": (
        "Enter that a document was submitted.\n\n"
        "A new version is a new submit; nothing is overwritten. Lateness is a warning, never a refusal."
    ),
    "document confirm": (
        "Enter that the agency confirmed a document.\n\n"
        "Either one document of a case, or with --all and --month every submitted one of a month."
    ),
    "document return": ("Enter that the agency returned a document.\n\nA new version can then be submitted."),
    "document unconfirm": ("Take back a confirmation entered by mistake.\n\nThe document is submitted again."),
    "document list": "List the documents of a case, those that are missing too.",
    "deliver": (
        "Enter what was delivered: hours, or a whole mapping.\n\n"
        "IPSU B: hours on a day, or on a week's days inside the period. IPSU A: the whole mapping, once, "
        "without hours. Several cases of a week go on one line, all or nothing."
    ),
    "delivery": "Deliveries: list, correct, cancel.",
    "delivery list": "List the deliveries of a case, or all.",
    "delivery correct": (
        "Correct the hours of a delivery.\n\n"
        "One that stands on an invoice basis stays as it is; a reversing delivery and a new one stand next to"
        " it."
    ),
    "delivery cancel": (
        "Cancel a delivery.\n\n"
        "One that stands on an invoice basis stays as it is; a reversing delivery stands next to it."
    ),
    # Invoices.
    "invoice": "Invoice bases: build, follow and export.",
    "invoice build": (
        "Invoice what is delivered up to a month's end and ready.\n\n"
        "One invoice for each agreement. What is not ready comes back with why and what to do. Run again, it "
        "finds nothing new."
    ),
    "invoice list": "List the invoices.",
    "invoice show": "Show an invoice with its lines.",
    "invoice excel": "Write an invoice to a workbook for the accountant.",
    "invoice approve": "Approve an invoice basis.",
    "invoice reject": (
        "Reject an invoice basis for an error that the office cannot fix.\n\n"
        "The agency investigates. The cases named are locked for delivery until ipsu invoice resolve. What a "
        "self-invoice bills and stands on no basis here is rejected with --received: no case is locked."
    ),
    "invoice resolve": "Enter how the investigation of a case ended.",
    "invoice paid": (
        "Enter a payment.\n\n"
        "What differs from what is open by less than a krona, rounded to whole kronor, settles it; the "
        "difference goes to account.rounding."
    ),
    "invoice unpaid": (
        "Take a payment back.\n\n"
        "The invoice is open again, and a step back. ipsu invoice show has the payments with their numbers."
    ),
    "PAYMENT": "The payment's number, as ipsu invoice show shows it.",
    "invoice bank": (
        "Read the payments of a bank file: camt.054, camt.053 or camt.052 (XML), or BgMax.\n\n"
        "A payment that names one invoice, by our number or the agency's, and is no more than what is open is"
        " entered. The rest is listed with why, and with the command where the amount fits. The same money "
        "again, by hand or in another file, adds nothing."
    ),
    "invoice cancel": (
        "Cancel an invoice basis that is not answered yet.\n\nIts number stays used; its deliveries are free again."
    ),
    "invoice export": (
        "Write an invoice to a file.\n\n"
        "The file's ending says what: .xlsx (a workbook), .se or .si (SIE 4I for the books), .xml (an "
        "e-invoice in Peppol, for agreements with --billing peppol) or .json."
    ),
    "invoice credit": (
        "Credit a case on an approved invoice.\n\n"
        "A credit in the same series of numbers refers to it. The deliveries of the case are free and can be "
        "corrected; they come on the next invoice."
    ),
    "period": "Months that are closed to changes.",
    "period close": (
        "Close a month: its invoices change no more.\n\n"
        "Deliveries are taken afterwards too, but they and every correction land in the open month's invoice."
        " Answers and payments are entered as ever."
    ),
    # Following up, and moving data.
    "report": "Reports.",
    "report kpi": (
        "Show the key figures of a period.\n\n"
        "Without options: this year to date, by service and gender. What was entered after --as-of does not "
        "count. --external hides counts of 1-4 and what gives them away in this report and in those of the same "
        "period by another --by; several external reports of other periods or cases next to each other are not "
        "protected. ipsu help privacy says more.\n\n"
        "The first sheet of --excel is a page for a board: targets first, then the few figures that one asks for, on"
        " one A4. Small counts are hidden on it whatever is asked, so that it can be handed out.\n\n"
        "--also counts other offices too, by office and together: a person who is in two counts in both. What"
        " small counts are is judged over all together. ipsu help head-office says more."
    ),
    "report invoices": (
        "Set expected payments against those received, by month.\n\n"
        "An invoice belongs to the month that it is payable from, and is overdue once that month has passed. "
        "Came in is all that was paid in the month, on whichever invoice. Below stands each payment of the "
        "period, with who entered it and the file that it came in."
    ),
    "report hours": (
        "Set plan against delivery, by case and week.\n\n"
        "Planned hours belong to the period by the week's Thursday, delivered hours by their day."
    ),
    "export": "Hand out registers and months as files.",
    "export KIND": (
        "Write all of a kind to a file that ipsu import reads back.\n\n"
        "A .csv is for machines: commas, points, UTF-8; with --excel-csv it is one that a Swedish spreadsheet"
        " opens. A personnummer is whole with --reveal alone, which is noted in the log; of a protected "
        "person there is only the case."
    ),
    "export all": "Write every kind to one workbook, a sheet each, or to one JSON document.",
    "export parquet": (
        "Write the register as Parquet, for a head office and its engine.\n\n"
        "No names, personnummer, references or texts are in it. DIR takes the parts of many offices; this "
        "office's is written whole, in the place of its earlier one. It needs ipsu-cli[parquet]. ipsu help "
        "head-office says what is in it, and has the questions."
    ),
    "export parquet FOLDER": "The folder of all offices' parts.",
    "export parquet --office": "What this office's part is called. Left out, by the office's name.",
    "export package": (
        "Lay a month in a folder for the accountant.\n\n"
        "The vouchers of the month's days as SIE 4I (.si), a workbook and JSON, e-invoices, the files that "
        "the agency has sent, and SHA256SUMS, which sha256sum -c checks. The folder is written whole or not "
        "at all.\n\n"
        "What was sent is remembered: import each package once, and the books have what the register has. "
        "What is credited, cancelled or corrected afterwards comes as a voucher of its own in the next "
        "package."
    ),
    "import": (
        "Bring in a file: all of it, or nothing.\n\n"
        "All errors are reported at once. The same file again adds nothing. KIND all reads a workbook with a "
        "sheet for each kind; ipsu import undo BATCH takes an import back, while nothing of it is invoiced."
    ),
    # Arguments.
    "AGREEMENT": "The agreement's reference.",
    "agreement add AGREEMENT": "The reference of the new agreement: a short text without spaces.",
    "AMOUNT": "The price in kronor, such as 450 or 450,50.",
    "CASE": "The case's reference.",
    "case add CASE": "The agency's or the municipality's reference for the case: a short text without spaces.",
    "delivery list CASE": "Only this case.",
    "document confirm CASE": "The case's reference; left out with --all.",
    "CODE": "A rule's code or number, such as delivery.over-plan or A23.",
    "import FILE": "The file to read; - reads what is piped in.",
    "--again": "Write a package that was sent once more, with the same bytes.",
    "invoice export FILE": "The file to write: .xlsx, .se, .si, .xml or .json.",
    "invoice bank FILE": "The bank's file.",
    "invoice excel FILE": "The workbook to write (.xlsx).",
    "FOLDER": "The folder to write. It may not be there, unless it is empty.",
    "HOURS": "Hours, such as 7, 7.5 or 7,5.",
    "delivery correct HOURS": "The new total of hours, such as 6,5.",
    "find WORD": "A word, or a part of one; several words in quotation marks.",
    "deliver HOURS": (
        "Hours, such as 7, 7.5 or 7,5; left out for a mapping. With --week, CASE=HOURS for each of several cases."
    ),
    "ID": "The delivery's number, as ipsu delivery list shows it.",
    "KIND": "What the file holds, such as cases or deliveries; ipsu help import lists all.",
    "setting set NAME": "The setting's name.",
    "MONTH": "The month, for example 2026-03, this-month or last-month.",
    "NUMBER": "The invoice's number, such as 2026-0001.",
    "SERVICE": "The service: {services}.",
    "TOPIC": "A page's name, or a rule's code.",
    "TYPE": "The document, one that the service or its system has: {document_types}.",
    "VALUE": "What it is from now on.",
    "WEEKS": "A week or a range of weeks, and the hours of each: 2026-W10..2026-W11=20.",
    # Options.
    "--after": "The IPSU A case that this IPSU B builds on.",
    "--agreement": "The agreement. Left out, the only one that fits.",
    "case edit --agreement": "Another agreement.",
    "case list --agreement": "Only cases under this agreement.",
    "invoice build --agreement": "Only this agreement. Can be repeated.",
    "report --also": "The file of another office, counted too; it is only read. Can be repeated.",
    "report --agreement": "Only this agreement. Can be repeated.",
    "--all": "Confirm every submitted document of this type; wants --month.",
    "--amount": "How much was paid. Left out, all that is open.",
    "agreement --reason": "Why the agreement is changed; it stands in the log.",
    "--cost-centre": (
        "The agreement's cost centre in the books: at most 6 letters and digits. Left out, made from its reference."
    ),
    "--purchaser-address": "The purchaser's address, as an e-invoice has it.",
    "--purchaser-orgnr": "The purchaser's organisation number, which an e-invoice is sent to.",
    "agreement AGREEMENT": "The agreement.",
    "--area": "The delivery area of the agreement.",
    "--as-of": "What the register said at the end of that day. Left out, today.",
    "--below": "The smallest count that is shown with --external. Left out, 5.",
    "--billing": "self: the agency makes the invoice; peppol: the office sends it.",
    "--by": "Divide the figures by service, gender, agreement, coach, site or cohort (half-year of the start).",
    "--case": "The case. Can be repeated.",
    "invoice credit --case": "The case to take back.",
    "invoice resolve --case": "The case that was investigated.",
    "--coach": "The coach's name.",
    "case list --coach": "Only this coach's cases.",
    "report --coach": "Only this coach's cases. Can be repeated.",
    "case list --site": "Only cases of this town.",
    "report --site": "Only the cases of this town. Can be repeated.",
    "--confirmed": "The day when the joint plan (GP) was confirmed; wants --submitted.",
    "--decision": "The day of the agency's decision on IPSU A.",
    "--dir": "The folder to make. Left out, ipsu-demo.",
    "--dry-run": "Show what would be done, and do nothing.",
    "--errors": "Write the errors to this file as well (.csv).",
    "--excel": "Write the answer to this workbook as well (.xlsx).",
    "--external": "For readers outside the office: small counts are hidden.",
    "--fail-on-unanswered": "Exit code 6 if an invoice has waited longer than so many days for its answer.",
    "--force": "A file that exists may be replaced.",
    "--from": "The first day.",
    "agreement --from": "The first day of the agreement.",
    "case add --from": "The first day of the participant period, in IPS, SEd and SE of the support.",
    "case edit --from": "The first day of the participant period, in IPS, SEd and SE of the support.",
    "document submit --from": "Deviation report: the first day of the absence.",
    "price set --from": "The first day that the price holds.",
    "report --from": "The first day of the period. Left out, the first of the year.",
    "--gender": "What the person states.",
    "--known": "Deviation report: the absence was known beforehand.",
    "--level": "The level that the price is for, where the service has levels.",
    "--mapping-agreed": "The multi-party meeting decided to carry out a mapping.",
    "--meeting": "The day of the multi-party meeting.",
    "--limit": "At most so many rows, the first of them.",
    "--sort": "The column that the rows are ordered by, as the list calls it; - before it: the largest first.",
    "--since": "Only rows of this day and later.",
    "--month": "The month, such as 2026-03, this-month or last-month.",
    "case list --month": "Only cases with a day of their period in this month.",
    "document confirm --month": "With --all: the month when they were submitted.",
    "invoice build --month": "Everything delivered up to the end of this month.",
    "invoice list --month": "Only invoices of this month.",
    "--name": "The person's first and last name.",
    "init --address": "The office's address, as an e-invoice has it. Later: ipsu setting set address.",
    "init --name": "The office's name.",
    "--no-mapping": "Final report: no mapping could be carried out.",
    "--no-show": "The participant did not show up in the whole planned period.",
    "--not-self-fixable": "The office cannot put the error right on its own.",
    "--of": "office: an office's month; uppsala, ggv: a register against a published follow-up.",
    "--officer": "The employment officer's name.",
    "--on": "The day, such as 2026-03-09, today or yesterday. Left out, today.",
    "case decide --on": "The day of the decision.",
    "case close --on": "The day when the case ends.",
    "deliver --on": "The day of the hours. For a mapping: left out, the last day of its period, or today if earlier.",
    "invoice paid --on": "The day when the money came.",
    "--order": "The agency's order reference.",
    "--orgnr": "The office's organisation number, such as 559999-0008.",
    "--outcome": "corrected: the case's lines leave the basis and come again; upheld: they stand.",
    "--payout": "Payment comes after the month when the basis was created, or when the work was done (worked).",
    "--personnummer": "The personnummer or coordination number; - asks for it without showing it.",
    "--protected": "The person has protected personal data. Lifting it wants --reason.",
    "--purchaser": "Who buys, as it stands in the agreement.",
    "--reason": "Why, in a few words. It is kept in the register.",
    "case edit --reason": "Why protection is lifted; else, in IPS, SEd and SE, why the case was closed.",
    "case close --reason": (
        "Why: completed, interrupted, work, studies, withdrew, changed-supplier or other. In IPS, SEd and SE "
        "work, studies, work-and-studies, stable-no-need, withdrew, pause-requested, referred-on, no-progress or "
        "other; out of the queue referred-on, declined, not-target-group or other; where the case is wrong "
        "registered-in-error."
    ),
    "document submit --reason": "Deviation report: the reason for the absence.",
    "plan set --reason": "Why the plan changes; demanded of every version after the first.",
    "--service": "The service: {services}.",
    "agreement --service": (
        "What the agreement is on: {agreement_services}. One on ipsu covers both parts. Can be repeated."
    ),
    "case list --service": "Only cases in this service.",
    "report --service": "Only this service. Can be repeated.",
    "--site": "The town where the service is given.",
    "agreement --site": "A town that the agreement covers. Can be repeated.",
    "--status": "Only cases that are queued, planned, active or ended.",
    "--strict": "Exit code 6 if something is held back.",
    "invoice bank --strict": "Exit code 6 if a payment does not fit.",
    "--submitted": "The day when the joint plan (GP) was submitted.",
    "--to": "The last day.",
    "agreement --to": "The last day of the agreement, if it is known.",
    "case add --to": "The last day of the participant period.",
    "case decide --to": "The new last day of the participant period.",
    "case edit --to": "The last day of the participant period.",
    "document submit --to": "Deviation report: the last day of the absence.",
    "report --to": "The last day of the period. Left out, today.",
    "--assistance": "Whether the person has social assistance.",
    "--care-contact": "Where the person's care contact is: psychiatry or primary care.",
    "--closed": "The last day of the support, where it was entered wrong.",
    "--consent": "The day when the person agreed to collaboration with the care.",
    "--consent-withdrawn": "The day when the person took that consent back.",
    "--disability": "The person has a mental disability, as the target group demands.",
    "--extent": "How much of full time the person can work, in per cent.",
    "--motivated": "The person wants paid work, or studies.",
    "--municipality": "The municipality where the person lives.",
    "--preference": "What the person wants to work with or study.",
    "--queued": "The day when the referral came and the queue began.",
    "--resident": "The person is registered as living in the municipality.",
    "--sus-consent": "The day of the written consent to registration in SUS.",
    "--system": "The agency's system that the placement stands in: {systems}.",
    "--target-group": "The municipality's own code for the target group.",
    "case add --level": "The participant's level: A, B or C.",
    "case edit --level": "The participant's level: A, B or C.",
    "--training": "The training's name.",
    "--training-from": "The first day of the training.",
    "--training-result": "How the training ended.",
    "--training-to": "The last day of the training.",
    "--training-type": (
        "labour_market_training, preparatory_training, folk_high_school_establishment_course, "
        "folk_high_school_study_motivation or service_with_training_element."
    ),
    "--unit": "What the price is for.",
    "--unknown": "Deviation report: the absence was not known beforehand.",
    "--vat": "VAT in per cent: 25, 12, 6 or 0. Left out, {vat}.",
    "--vat-exempt-reason": "Why there is no VAT; demanded with --vat 0.",
    "--version": "The document's version. Left out, the newest that fits.",
    "plan show --version": "The plan's version. Left out, the plan in force.",
    "--week": "The week, such as 2026-W10, in place of a day.",
    "--year": "The year, such as 2026.",
    # Aids, and the calendar.
    "aid": "Aids on loan.",
    "aid lend": ("Lend an aid.\n\nIt may stay when the support has ended, until the last day of the training."),
    "aid return": "Enter that an aid has come back.",
    "aid list": ("List the aids on loan.\n\nWhat is out after the training has ended gives a warning."),
    "agreement require": (
        "Say who a service is for under an agreement: its ages, and what is checked before the support.\n\n"
        "By themselves ips and sed have the ages of their sources and all checks, and se no demands; ipsu "
        "agreement show tells which hold. What is left out stays."
    ),
    "--ages": "The youngest and the oldest, in whole years when the referral comes; none for any age.",
    "--check": (
        "What is demanded before the support: resident, disability, motivated, care-contact or consent; none for "
        "nothing."
    ),
    "agreement require SERVICE": "The service: {queued_services}.",
    "agreement show": "Show an agreement with its prices, its invoices and who its services are for.",
    "calendar": (
        "Show the public holidays and eves of a year, which move deadlines.\n\n"
        "Ordinary Sundays are left out. The setting eves says whether the eves are free."
    ),
    "aid lend KIND": (
        "The aid: laptop, media-player, text-to-speech, spell-checker, headphones, daisy-player, dictaphone, "
        "reading-pen, communication, other."
    ),
    "aid return ID": "The aid's number, as ipsu aid list shows it.",
    "aid list CASE": "This case alone.",
    "aid lend --name": "What it is called, for instance make and number.",
    "aid lend --on": "The day that it was lent.",
    "aid return --on": "The day that it came back.",
    "--origin": "The part of IPSU that found the need: a or b. Left out: the part that the case is in.",
    "--open": "Only what is still out.",
    "YEAR": "The year, for instance 2026.",
    # The texts of documents.
    "document write": (
        "Write the text of a document, under the headings that the agency asks for.\n\n"
        "Without --file, $EDITOR opens. The document is a draft until it is submitted; every version of the "
        "text is kept. An empty section is a warning, and stops ipsu document submit."
    ),
    "document show": "Show a document with its text.",
    "document template": "Show the headings of a document, to fill in.",
    "document export": "Write a document to a file: .md, or .pdf with the extra pdf.",
    "document write --file": "The file with the text (UTF-8); - reads what is sent in. Left out: $EDITOR.",
    "document write --from": "Deviation report: the first day of the absence.",
    "document write --to": "Deviation report: the last day of the absence.",
    "document export FILE": "The file to write: .md or .pdf.",
    "--period": "The month that the document is about, such as 2026-02.",
    # Fidelity, surveys and funding.
    "fidelity": "Fidelity: how well a unit follows its method.",
    "fidelity add": (
        "Enter a review of a unit's fidelity.\n\n"
        "Scores stand in the order of the scale with commas between; - for an item that is not scored, and "
        "then there is no total. The first may be auto: the score of the largest caseload of a coach that "
        "day."
    ),
    "fidelity scale": (
        "Describe a scale.\n\nIPS-25 is built in: 25 items, 1 to 5. Each band is given with its lowest total."
    ),
    "fidelity list": "List the reviews.",
    "--scores": "The scores in the order of the scale, such as 4,4,-,3.",
    "--scale": "The scale. Left out, IPS-25.",
    "--items": "How many items the scale has.",
    "--min": "The least score of an item.",
    "--max": "The most score of an item.",
    "--bands": "The lowest total and the name of each band: 74=fair,100=good.",
    "fidelity scale NAME": "The scale's name.",
    "fidelity add --on": "The day of the review.",
    "fidelity list AGREEMENT": "This agreement alone.",
    "survey": "Surveys of participants: counted answers, no persons.",
    "survey add": (
        "Enter the answers to a question.\n\nWho did not answer is asked, and not counted among the answers."
    ),
    "survey list": "List the surveys.",
    "survey list AGREEMENT": "This agreement alone.",
    "QUESTION": "The question's code, a short word: use.",
    "--population": "Who were asked: ongoing or closing participants.",
    "survey add --on": "The day of the survey.",
    "--asked": "How many were asked.",
    "--answers": 'Each answer and how many gave it: "great use=6;some use=2".',
    "--positive": "The answers that count as positive, with semicolons between.",
    "funding": "Funding: what the work costs and who pays.",
    "funding add": ("Enter a line of the budget.\n\nall is for what the agreements share."),
    "funding state": (
        "Keep a total that a document states.\n\n"
        "The report compares it with the lines. Without a unit or a year it is of all."
    ),
    "funding list": "List the lines and the stated totals.",
    "AGREEMENT|ALL": "The agreement's reference, or all.",
    "--title": "What the line is for, such as a position.",
    "--fte": "Per cent of full time.",
    "--funder": "Who pays, such as municipality or coordination_association.",
    "--vat-basis": "Whether the amount is without or with VAT. Nothing is added or taken off.",
    "--source": "The document that states the total.",
    "funding add --unit": "The unit that the line belongs to.",
    "funding state --unit": "The unit that the total is of. Left out, all.",
    "funding add --amount": "The amount in kronor.",
    "funding state --amount": "The total in kronor.",
    "funding add --year": "The year.",
    "funding state --year": "The year that the total is of. Left out, all.",
    "invoice receive": (
        "Take in the agency's self-invoices, from files or by hand.\n\n"
        "A file is UBL 2.1 (.xml), .xlsx or .csv and goes in whole or not at all. The same number and content"
        " again change nothing. Gaps in the number series are reported."
    ),
    "invoice receive FILE": "The files to take in, in any order.",
    "--number": "The number of the self-invoice, the agency's own.",
    "--total": "The total with VAT, in kronor.",
    "--type": "389 for a self-invoice, 261 for a credit. Left out: 389.",
    "--refers": "The number of the self-invoice that the credit is about.",
    "invoice receive --on": "The date of the self-invoice.",
    "invoice receive --agreement": "The agreement. Left out with a file: that of its lines.",
    "--received": "The agency's self-invoices, instead of the office's own bases.",
    # Rusta och matcha.
    "--activity": "Deviation report: the activity, or startsamtal (the start meeting).",
    "--expected": "Deviation report: when the participant was expected at the activity.",
    "--absent": "Deviation report: when the participant was absent, within the expected time.",
    "--misconduct": "Deviation report: the participant was there but behaved badly.",
    "--goal": "Development plan (IUP): a goal; may be repeated.",
    "--own-search": "Development plan (IUP): hours a week of own job search.",
    "--supplier": "Development plan (IUP): hours a week with the supplier.",
    "--mandatory": "Joint plan (GP): a mandatory activity and hours a week; may be repeated.",
    "--optional": "Joint plan (GP): an optional activity and hours a week; may be repeated.",
    "--hours": "Periodic report (PR): an activity and the month's hours, 0 for what was not done; may be repeated.",
    "--own-work": "Periodic report (PR) in KA-Webb: hours of own work; explain pr.own-work-missing says for when.",
    "--result": "R1, R2, SOA, RR: work or studies.",
    "--learned": "R1, R2, SOA, RR: the day when it was learned of.",
    "--ready": "Deliver the month of every case that has its report; wants --month.",
    "deliver --month": "Rusta och matcha: the month that is delivered.",
    "deliver --dry-run": "With --ready: show what would be delivered, and change nothing.",
    "deliver CASE": "The case's reference; left out with --ready.",
    "invoice reconcile": (
        "Compare a self-invoice line by line with the office's basis.\n\n"
        "By case and week where their line lies in one week, else by month. Exit 0 only when everything was "
        "compared and agrees to the öre, else 6. Nothing is kept of a file."
    ),
    "invoice reconcile FILE": "The self-invoice: UBL 2.1 (.xml), .xlsx or .csv.",
    "invoice reconcile --agreement": "With --received: the agreement, where several have the number.",
    "invoice reconcile --year": "With --received: the year of the self-invoice, where several have the number.",
    "invoice approve --received": "Approve this self-invoice of the agency's instead.",
    "invoice approve --agreement": "With --received: the agreement, where several have the number.",
    "invoice approve --year": "With --received: the year of the self-invoice, where several have the number.",
    "--despite-difference": "Approve although the agency's self-invoices differ, which is then reported.",
    "--why": "What is wrong on the agency's self-invoice. Left out: other.",
    "invoice letter": (
        "Write the question to the agency, made from what differs.\n\n"
        "By kind, with the lines, the joint plan in force and the deliveries. Cases stand by their "
        "references."
    ),
    "invoice letter FILE": "The file to write: .md, .pdf or .xlsx.",
    "invoice letter --received": "Ask about this self-invoice of the agency's instead.",
    "invoice letter --agreement": "With --received: the agreement, where several have the number.",
    "invoice letter --year": "With --received: the year of the self-invoice, where several have the number.",
    "invoice letter --case": "Ask about this case alone; may be repeated.",
    "invoice show --received": "Show this self-invoice of the agency's instead.",
    "invoice show --agreement": "With --received: the agreement, where several have the number.",
    "invoice show --year": "With --received: the year of the self-invoice, where several have the number.",
    "invoice reconcile --received": "The number of a self-invoice that has been received.",
    "invoice reconcile --excel": "Also write the comparison to this workbook (.xlsx), to be sent to the agency.",
    # Deadlines.
    "todo": (
        "Show what is to be filed or given back, the most urgent first.\n\n"
        "Without --until: what can be done today and what is overdue. A calendar that is read in again "
        "updates what stands there; what is done it does not remove."
    ),
    "backup": (
        "Copy the office to a file, while others may work in it.\n\n"
        "The copy is read through before it gets its name; nobody else may open it. Keep one on another disk. A name "
        "that ends in .age makes a file that is encrypted with a passphrase, or for a recipient of age (extra encrypt)."
    ),
    "backup --recipient": "Who may open an .age file: a public key of age (age1...). May be repeated.",
    "backup --age-key": "The file that the passphrase of an .age file is in; else it is asked for twice.",
    "backup FILE": "The copy to make; nothing may have that name yet.",
    "restore": (
        "Let the office be what a copy says.\n\n"
        "The copy is read through first. What the office was until now is kept next to it, as "
        "FILE.replaced-DATE."
    ),
    "restore FILE": "The copy, as ipsu backup has made it.",
    "restore --age-key": "The file that the passphrase of an .age file is in, or the identities of age.",
    "encrypt": (
        "Encrypt the office's file, or let another key open it.\n\n"
        "The key is asked for twice, or is the first line of a file. The copies that the program keeps next to the "
        "file are encrypted too. Whoever loses the key has lost the office. Needs the extra encrypt; "
        "ipsu help encryption says more."
    ),
    "encrypt --new-key-file": "The file that the new key is in. The key that opens the office today is in --key-file.",
    "encrypt --keyring": "Let the system's keyring keep the key, so that nobody is asked. Needs the extra keyring.",
    "decrypt": ("Decrypt the office's file again.\n\nThe copies that the program keeps next to it are decrypted too."),
    "template": (
        "Make an empty sheet of a kind, to fill in and bring in.\n\n"
        "A .xlsx has lists to choose from, checks of days and numbers, and a page that explains each column; "
        "a .csv has the headings, as a Swedish spreadsheet takes them."
    ),
    "template FILE": "The sheet to make: .xlsx or .csv.",
    "timesheet": (
        "Make a week's timesheet, to fill in with hours and bring in.\n\n"
        "A row for each case and day of the services whose hours are planned, with what the plan has, what is"
        " entered and what is left. Only the hours can be typed in. ipsu import deliveries brings the sheet "
        "in: rows without hours are skipped, and the same sheet again brings in what is new."
    ),
    "timesheet FILE": "The .xlsx to make.",
    "undo": (
        "Take back an earlier command of the register, whole.\n\n"
        "Without a number it is the newest that nobody has taken back; ipsu log shows the numbers. What was "
        "entered goes, what was changed or taken away comes again, and the log keeps both. It is refused "
        "where something later rests on it, where it is invoiced, and for invoices, payments and packages, "
        "which have commands of their own."
    ),
    "undo CHANGE": "The number of the change, as ipsu log shows it.",
    "version": "Show which version of the program this is.",
    "log": (
        "Show who has changed what, and when.\n\n"
        "With a case: what has touched anything of it, imports too, and who has seen its number with --reveal. The log "
        "only grows."
    ),
    "log --revealed": "Only the commands that have shown a whole number, or what is hidden, a row for each case.",
    "week": (
        "Show the week's cases: what is planned, entered and left, how much of the whole plan is used, and "
        "the week in which it is empty at this pace."
    ),
    "week WEEK": "The week, else this one.",
    "report deadlines": (
        "Show how much was filed in time, by document.\n\n"
        "What was due in the period counts; what is not yet overdue counts once it is filed."
    ),
    "todo --until": "All that is due by that day.",
    "todo --coach": "This coach's cases alone.",
    "--fail-on": "overdue: exit code 6 if anything is overdue.",
    "--ics": "Also write the list to this calendar (.ics), without names.",
    "case decide --period": (
        "Rusta och matcha: 2 for the decision on period 2, which wants a new and more intense plan."
    ),
    "report key-in": (
        "Show field by field what the agency's form wants.\n\n"
        "For Rusta och matcha the rows of the periodic report, for IPSU what is delivered by row of the plan."
    ),
    "report key-in CASE": "This case alone.",
    "report key-in --month": "The month that is reported.",
    "report key-in --system": "Only cases in this system: {systems}.",
    "deliver --unit": "Rusta och matcha: days (day) or one month (month). Left out: what the price is for.",
    # IPS, SEd and SE.
    "outcome": "Outcomes of the support: work and studies.",
    "outcome add": (
        "Enter what came of the support.\n\n"
        "The day lies in the enrolment. Of these, employment and completed studies are what the goals count."
    ),
    "outcome list": "List the outcomes of a case, or all.",
    "outcome cancel": "Take back an outcome that is wrong.",
    "review": "Reviews of the support.",
    "review add": (
        "Enter a review.\n\n"
        "Without progress the support is reconsidered: --decision says what that came to. refer and close "
        "also close the case."
    ),
    "review cancel": ("Take back a review that is wrong.\n\nA case that it closed is closed until it is reopened."),
    "pause": "Pauses in the support.",
    "pause cancel": "Take back a pause that is wrong.",
    "contact": "Contacts and meetings with parties.",
    "contact add": (
        "Enter a contact or a meeting, about a case or about an agreement as a whole.\n\n"
        "The party is a short word, such as officer, employer, fk or psychiatry."
    ),
    "contact list": "List the contacts of a case or an agreement, or all.",
    "contact cancel": "Take back a contact that is wrong.",
    "acknowledgement": "Acknowledgements: reminders that somebody has looked at and left as they are.",
    "acknowledgement add": (
        "Acknowledge a reminder that ipsu todo shows. It is quiet from now on; the reason is kept. A new "
        "month, week or day is a new reminder."
    ),
    "acknowledgement list": "List what is acknowledged, in one case or in all.",
    "acknowledgement cancel": "Take back an acknowledgement: the reminder comes again.",
    "acknowledgement add CASE": "The case.",
    "acknowledgement add KIND": (
        "The kind, as ipsu todo shows it (week, absence, review …), or the code that ipsu check register shows."
    ),
    "acknowledgement add --period": "The month, week or day, where only one of several is acknowledged.",
    "acknowledgement add --reason": "Why it may be as it is.",
    "acknowledgement list CASE": "This case alone.",
    "acknowledgement cancel ID": "The acknowledgement's number, as ipsu acknowledgement list shows it.",
    "case start": (
        "Begin the support for who waits in the queue.\n\n"
        "What is missing of what the target group demands is said at once. --support says which support it "
        "became, where it is not the one waited for."
    ),
    "case pause": (
        "Enter a pause in the support.\n\nWithout --to it goes on; the same first day again with --to ends it."
    ),
    "OUTCOME": (
        "What happened: employment, employment-ended (on its last day), studies-started, studies-completed or "
        "studies-ended."
    ),
    "ABOUT": "The reference of the case or the agreement.",
    "PARTY": "Who the contact is with: a short word without spaces.",
    "outcome list CASE": "Only this case.",
    "contact list ABOUT": "Only this case or agreement.",
    "outcome cancel ID": "The outcome's number, as ipsu outcome list shows it.",
    "review cancel ID": "The review's number, as ipsu case show shows it.",
    "pause cancel ID": "The pause's number, as ipsu case show shows it.",
    "contact cancel ID": "The contact's number, as ipsu contact list shows it.",
    "--subsidised": "The employment has a wage subsidy.",
    "--progress": "Whether the person shows progress: yes or no.",
    "review add --decision": "What the reconsideration came to: continue, refer or close.",
    "--refer-to": "Where the person is referred to; needed with referred_on and refer.",
    "--note": "What the contact was about.",
    "--support": (
        "The support given where it is not the one waited for: {queued_services}; unspecified where it is not noted."
    ),
    "case start --on": "The first day of support.",
    "case pause --from": "The first day of the pause.",
    "case pause --to": "The last day of the pause. Left out, the pause goes on.",
    "outcome add --on": "The day when it happened.",
    "review add --on": "The day of the review.",
    "contact add --on": "The day of the contact.",
    "contact add --goal": "The goal of the development plan that the contact followed up.",
    # Reports for following up and for a steering group.
    "report funding": (
        "Show the funding by unit, year and funder, and what a participant costs.\n\n"
        "Whole years that the period touches. Totals that documents state are compared with the lines."
    ),
    "report fidelity": (
        "Show every unit's fidelity against its target, and over time.\n\n"
        "A target with a day of its own is judged by reviews up to it."
    ),
    "report queue": (
        "Show the queue: before, in, out, after, and the wait that makes.\n\n"
        "The estimated wait is the queue over the pace out of the last twelve months."
    ),
    "report caseload": (
        "Show how many ongoing cases each coach has on the period's last day.\n\nThe score is item 1 of IPS-25."
    ),
    "report forecast": (
        "Look ahead: the queue, the goals, what the plans have left and which terms end.\n\n"
        "The pace of the queue is that of the twelve months up to the period's last day; nothing else is weighed in. "
        "What plans have left is priced by the weeks to come."
    ),
    "report steering": (
        "Show the three instruments side by side for a steering group.\n\n"
        "SUS, fidelity and indicators, unit by unit and jointly, with targets. The workbook has charts."
    ),
    "export sus": (
        "Write the starts and ends of support for SUS, a row each.\n\n"
        "A number stands only where --sus-consent is given, the person is not protected, and --reveal asks "
        "for it; else the row is anonymous, with gender and budget year alone. SUS is closed to the "
        "coordination associations since 2023; Uppföljning Finsam asks the same."
    ),
    "export monthly": "Write who had support in a month: gender, age and days, and nothing that says who.",
    "export FILE": "The file to write: .csv, .xlsx or .json.",
    "export --excel-csv": "Semicolons, decimal commas and the marks of a Swedish spreadsheet.",
    # IPS, SEd and SE.
    "fidelity cancel": "Take back a review that is wrong.",
    "survey cancel": "Take back a survey that is wrong.",
    "funding cancel": "Take back a line, or a total that a document states, that is wrong.",
    "fidelity cancel ID": "The review's number, as ipsu fidelity list shows it.",
    "survey cancel ID": "The survey's number, as ipsu survey list shows it.",
    "funding cancel ID": "The line's number, or the total's with S first, as ipsu funding list shows it.",
    "report rejections": (
        "Show what was rejected and returned in the period: how many, kronor and days, by reason.\n\n"
        "Cases of bases by the code of --why, returned documents by type. A rejection is open until its "
        "investigation has ended and nothing that was asked of the agency is awaited; a returned document "
        "until the next version is filed. What is open is counted in days to the day that the register is "
        "asked as of. The shares that were right the first time, and the days from work to entry, basis and "
        "payment, stand in ipsu report kpi."
    ),
    "report money": (
        "Show where every krona is that was earned: not delivered, held, on the way, or paid.\n\n"
        "A case's work of a month at a price is one row, in exactly one step, so the steps make what was "
        "earned. Months are those of the work. Three sums a month: earned, expected at the pace of the plans,"
        " and the most that the plans allow."
    ),
    "--step": "Only the rows of this step; may be repeated.",
    "--fail-on-stuck": "End with code 6 if something has waited longer than so many days.",
    "todo --kind": "Only what is of this kind; may be repeated.",
    "check": (
        "Checks that all holds in the office's file, without changing it: rows, log, hours, plans and books.\n"
        "Silent where all is well; exit code 6 where something is not, 4 where the file is damaged."
    ),
    "check register": (
        "Show what is missing in the register, or cannot be, before figures and lists are sent on.\n\n"
        "Gender, consent, training, reviews, pauses, outcomes and reasons of the cases with a day in the "
        "period. What is right as it is can be acknowledged by its code with ipsu acknowledgement add, and is"
        " quiet until the facts change. The exit code is 6 while anything is open."
    ),
    "check register --from": "The first day of the period. Left out, the first of the year.",
    "check register --to": "The last day of the period. Left out, today.",
    "check register --service": "Only this service. Can be repeated.",
    "check register --agreement": "Only this agreement. Can be repeated.",
    "check register --coach": "Only this coach's cases. Can be repeated.",
    "check register --all": "Also what was acknowledged, and why.",
    "completion": (
        "Show how the Tab key fills in commands, options and cases, in a shell.\n\n"
        "With a shell: what that shell is to run. Switched on once, with the command that the list shows."
    ),
    "completion SHELL": "The shell: bash, zsh, fish or powershell. Left out: how it is switched on in each.",
    "retention": (
        "Show until when participants and books are kept, and erase who is due.\n\n"
        "A person is kept for the months of the setting retention-months after the last case has ended, books "
        "through the seventh year after the financial year (setting financial-year-end). Nothing that is booked is "
        "removed."
    ),
    "retention --dry-run": "Show who is due to be erased.",
    "retention --apply": "Erase everybody who is due.",
    "participant": "What a participant has a right to: to see, to correct, to be erased.",
    "participant PERSON": "A case of the person, or - to be asked for the personnummer.",
    "participant export": (
        "Show all that is kept about one person, as it stands and as it was, and nothing about another.\n\n"
        "Without FILE it is shown here. It leaves a line in the log; a protected person and the whole number need "
        "--reveal."
    ),
    "participant export FILE": "The file to make: .json for a script, .xlsx, .csv or .txt to read.",
    "participant correct": (
        "Correct a person's name, number or gender, over all the person's cases. The log says what was corrected, "
        "never the values; the old ones go when the person is erased."
    ),
    "participant correct --name": "The right name.",
    "participant correct --personnummer": "The right number, or - to be asked for it. Needs --reason.",
    "participant correct --reason": "Why; it is kept until the person is erased.",
    "participant erase": (
        "Erase a person: names, numbers, notes and texts go, also from the past and from copies in the folder.\n\n"
        "What key figures count and the books need stays under a random identity. Refused until the months of the "
        "setting retention-months have passed."
    ),
}
