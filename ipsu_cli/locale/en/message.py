"""What a command says that it did."""

TEXT: dict[str, str] = {
    "value-from": "{value} (from {day})",
    # Words around an answer.
    "ask-self-fixable": "Can the office put the error right on its own? (yes/no)",
    "count": "Number: {count}",
    "excel": "The workbook {path} is written.",
    "such-as": "{option} (for example {example})",
    "number-from": "{least} or more",
    "number-from-to": "from {least} to {most}",
    "views": 'Ask one of these with ipsu query "SELECT …"; ipsu help database says what each column is.',
    "browse": "The register can be browsed at {url} until you press Ctrl-C.",
    "browse-internal": (
        "These are the office's own figures, with small counts. What is sent to others is ipsu report kpi --external."
    ),
    "file": "The file {path} is written.",
    "next": "Next: {command}",
    "nothing-new": "Nothing is changed: it stood there already.",
    "progress-import": "Bringing in the file",
    "progress-export": "Writing the file",
    "progress-kpi": "Counting the key figures",
    "progress-bank": "Going through the bank's file",
    "progress-money": "Following the money",
    "progress-backup": "Copying the office",
    "progress-check": "Looking through the file",
    "progress-decrypt": "Taking the encryption away",
    "progress-encrypt": "Encrypting the file",
    "progress-look-through": "Looking through the copy",
    "progress-restore": "Putting the copy back",
    "target-added": "The target of {agreement} for {kpi} is {value}.",
    "target-changed": "The target of {agreement} for {kpi} is now {value}.",
    "protected": "yes, identity not shown",
    "repeated": "The key {key} was used before with the same command. Nothing is done again; the first answer stands.",
    "undone": "Change {change} ({command}, {case}) of {day} is taken back. Rows: {rows}.",
    "ask-import-undo": "Take back all that the import has brought in? (yes/no)",
    "backed-up": "The office is copied to {file}: {size:byte|bytes}, up to change {change} of {today}.",
    "restored": "The office is what {file} holds: up to change {change} of {today}.",
    "replaced": "What it was until now is kept in {path}.",
    "encrypted": "{path} is encrypted.",
    "encrypted-key": (
        "Keep the key in another place than this machine: without it nobody opens the file, nor a copy of it."
    ),
    "new-key": "{path} is opened by the new key from now on.",
    "decrypted": "{path} is no longer encrypted.",
    "copies-converted": "So are the copies next to it: {copies}.",
    "ask-key": "Key of {path}:",
    "ask-age-key": "Passphrase of {path}:",
    "ask-new-age-key": "New passphrase of {path}:",
    "ask-new-key": "New key of {path}:",
    "ask-new-key-again": "The same key again:",
    "ask-restore": "Let the office be what the copy says? What it is now is kept. (yes/no)",
    "shown": "Shown: {count}.",
    "timesheet": "Week {week}. Cases: {count}. Rows to fill in: {rows}.",
    "template": "An empty sheet with {columns:column|columns}.",
    "row": "Row {row}, column {column}: {message} [{code}]",
    "row-of-sheet": "Sheet {sheet}, row {row}, column {column}: {message} [{code}]",
    "rows-rest": "And {rest:more error|more errors} in later rows, told once these are corrected.",
    "meant": "Did you mean {word}?",
    "warning": "Warning",
    # Setting up.
    "init": "The office {name} is set up in {path}.",
    "agreement-edited": "The agreement {agreement} is changed.",
    "required": "{service} in {agreement} is for ages: {ages}. Checked before the support: {checks}.",
    "columns-left-out": (
        "No room here: {columns}. They show in a window of {width:character|characters}, or with --json."
    ),
    "nobody-excluded": "none",
    "agreement-unchanged": "The agreement {agreement} was so already.",
    "agreement": "The agreement {agreement} is entered.",
    "price": "The price of {service} in {agreement} is {amount_ore} from {from_day}.",
    "setting": "The setting {name} is now {value}.",
    "demo": "An invented office is made in {folder}: {db}, and for the accountant {workbook} and a package"
    " for each month.",
    "demo-next": (
        "Try next:\n"
        "  {names}\n"
        "  ipsu status\n"
        "  ipsu case show B-118\n"
        "  ipsu plan history B-121\n"
        "  ipsu report money\n"
        "  ipsu invoice show 2026-0042\n"
        "  ipsu report hours --month 2026-10\n"
        "  ipsu explain price.missing"
    ),
    # Imports.
    "import-no-rows": "Without rows: {kinds}.",
    "import-nothing": "Nothing new in the file of {kind}. Rows: {rows}, known already: {known}.",
    "import-way-back": "This import is number {batch}. To take it back: ipsu import undo {batch}",
    "import-overlap-more": "More rows that were there already, and are not named: {count}.",
    "imported": "From the file of {kind}: {added} new, {changed} changed. Rows: {rows}, known already: {known}.",
    # Cases.
    "case-added": "Case {case} is entered, {from_day} to {to_day}.",
    "case-closed": "Case {case} is closed on {closed}.",
    "case-decided": "The decision is entered: the participant period of {case} is {from_day} to {to_day}.",
    "case-edited": "Case {case} is changed.",
    "case-reopened": "Case {case} is open again.",
    # What a case waits for.
    "case-renamed": "Case {was} is now called {case}.",
    "hand-over": "{to_coach} has taken over cases from {from_coach}: {cases}. Number: {count}.",
    "hand-over-dry": "{to_coach} would take over cases from {from_coach}: {cases}. Number: {count}. Nothing is saved.",
    "week": "Week {week}. Cases with something planned or entered: {count}.",
    "next.close": "The period of {case} has ended. Close the case.",
    "next.confirm": "The joint plan (GP) of {case} is submitted. Enter when it is confirmed.",
    "next.deliver": "All that the mapping in {case} demands is there. Deliver it.",
    "next.plan": "{case} has no plan. Plan the hours week by week.",
    "next.plan-again": "The plan of {case} came back. Plan the hours again, and say why.",
    "next.submit": "The plan of {case} is a draft. Submit it as a joint plan (GP).",
    # Plans and documents.
    "plan-confirmed": "Plan {version} of {case} is confirmed, {planned_hours} h.",
    "plan-draft": "Plan {version} of {case} is a draft, {planned_hours} h. It is in force once confirmed.",
    "plan-submitted": "Plan {version} of {case} is submitted, {planned_hours} h. It waits to be confirmed.",
    "document-confirmed": "Document {type} of {case}, version {version}, is confirmed.",
    "document-returned": "Document {type} of {case}, version {version}, is returned. A new version can be submitted.",
    "document-submitted": "Document {type} of {case}, version {version}, is submitted.",
    "document-unconfirmed": "Document {type} of {case}, version {version}, is submitted but no longer confirmed.",
    "documents-confirmed": "Documents {type} submitted in {month} that are now confirmed: {count}.",
    # Deliveries.
    "cancelled": "Delivery {id} of {hours} h in {case} is cancelled.",
    "cancelled-reversed": "Delivery {id} in {case} stands on an invoice basis; delivery {reversal} takes it back.",
    "cancelled-reversed-whole": "Mapping {id} in {case} stands on an invoice basis; delivery {reversal} takes it back.",
    "cancelled-whole": "The delivery of the mapping in {case} (delivery {id}) is cancelled.",
    "corrected": "Delivery {id} in {case} is now {hours} h on {day}.",
    "corrected-reversed": (
        "The delivery in {case} stands on an invoice basis; delivery {reversal} takes it back, and delivery {id} of "
        "{hours} h on {day} stands in its place."
    ),
    "delivered": "Delivered {hours} h in {case} on {day} (delivery {id}).",
    "order-invoice": "Invoice",
    "order-answer": "The answer to",
    "order-payment": "The payment of",
    "order-worked": "the work of",
    "order-entered": "what an earlier command entered on",
    "delivered-week": "Delivered for {week}: {count}.",
    "delivered-whole": "The mapping in {case} is delivered on {day} (delivery {id}).",
    "plan-left": "Planned {planned_hours} h, delivered {delivered_hours} h, remaining {remaining_hours} h.",
    # Invoices.
    "approved": "Invoice basis {invoice} is approved.",
    "bank": (
        "The bank file {path}: {matched:payment|payments} entered, together {total}. Entries: {entries}, "
        "known already: {known}, without an invoice: {unmatched}."
    ),
    "bank-nothing": (
        "Nothing new in the bank file {path}. Entries: {entries}, known already: {known}, without an invoice: "
        "{unmatched}."
    ),
    "built": "Invoices for {month}: {count}, together {total}. Held back: {held}.",
    "credited": (
        "The credit {invoice} of {total} takes back {case} on {original}. Its deliveries are free again and come on "
        "the next invoice."
    ),
    "invoice-cancelled": "Invoice basis {invoice} is cancelled. Its number stays used; its deliveries are free again.",
    "nothing-to-build": "There is nothing new to invoice up to {month}. Held back: {held}.",
    "open-outside": "Open from before: {before}. Expected later: {later}.",
    "package": "The folder {path} with {month} is written: {invoices:invoice|invoices}, {files:file|files}.",
    "paid-rounded": (
        "{amount} is paid on invoice basis {invoice} on {day}, {rounding} of it rounding. Still open: {open}."
    ),
    "unpaid": "Payment {payment}, {amount} on {day}, is taken back from invoice basis {invoice}. Still open: {open}.",
    "paid": "{amount} is paid on invoice basis {invoice} on {day}. Still open: {open}.",
    "rejected": "Invoice basis {invoice} is rejected. These cases are locked until it is investigated: {cases}.",
    "rejected-received": "Self-invoice {number} in {agreement}: what it bills of {cases} is rejected.",
    "resolved-corrected": (
        "The investigation of {case} is closed. Its lines have left invoice basis {invoice} and come again in the "
        "next one."
    ),
    "resolved-credited": (
        "The investigation of {case} is closed. The month of {invoice} is closed: the credit {credit} in {month} takes "
        "back the lines of the case, and its deliveries come on the next invoice."
    ),
    "resolved-upheld": "The investigation of {case} is closed. Its lines in invoice basis {invoice} stand.",
    "period-closed": "The month {month} is closed. What comes later lands in {open}.",
    "period-known": "The month {month} was closed already, since {day}. Nothing is changed.",
    "would-build": "Dry run: invoices for {month} would be {count}, together {total}. Held back: {held}.",
    "status": "This is how things stand on {today}.",
    "status-set": "This is how things stand on {today} (today as {today_from} says).",
    "status-clear": "This is how things stand on {today}: nothing waits.",
    "status-set-clear": "This is how things stand on {today} (today as {today_from} says): nothing waits.",
    "case-unchanged": "Case {case} was so already. Nothing is changed.",
    # Aids, and the calendar.
    "aid-lent": "{kind} is on loan in {case} from {day} (aid {aid}). Back by: {due}.",
    "aid-returned": "Aid {aid} in {case} was returned on {day}.",
    "day-public": "public holiday",
    "day-eve-free": "eve, counts as a day off",
    "day-eve-working": "eve, counts as a working day",
    # The texts of documents.
    "document-written": "Document {type} of {case}, version {version}, is a draft with that text.",
    "document-started": "Document {type} of {case}, version {version}, is a draft. It is to be submitted by {due}.",
    "document-type": "{type}",
    "document-of-period": "{type} {period}",
    "document-head": "{type} of {case}, version {version}: {status}.",
    "document-text": "{text}",
    "document-hidden": "The text about a protected person is shown with --reveal alone.",
    "document-elsewhere": "The text is not here: it was written in the agency's portal, or not at all.",
    # Fidelity, surveys and funding.
    "fidelity": "Review {id} in {agreement} on {day}: {total} of {max} on {scale} ({band}).",
    "fidelity-unscored": "Review {id} in {agreement} on {day} on {scale} is entered, without a total.",
    "fidelity-scale": "The scale {scale} has {items:item|items} from {least} to {most}, together at most {max}.",
    "survey": (
        "Survey {id}, {question}: positive answers {positive} of {answered} ({share}); answered {answered} of "
        "{asked} asked ({response})."
    ),
    "funding": "Line {id} is entered: {unit_text}, {title}, {year}, {amount}.",
    "funding-stated": "The total {amount} is kept as {id} and compared in the report.",
    "received-added": "Self-invoice {number} in {agreement}, {day}, {total}, is received.",
    "received-known": "Self-invoice {number} in {agreement}, {day}, {total}, is received already. Nothing is changed.",
    "received-completed": "Self-invoice {number} in {agreement}, {day}, {total}, has its lines now.",
    # Rusta och matcha.
    "cancelled-counted": "Delivery {id} of {case} is cancelled: {quantity}, {day}.",
    "cancelled-reversed-counted": (
        "Delivery {id} of {case} is invoiced: {quantity}. Delivery {reversal} takes it back."
    ),
    "delivered-counted": "Delivered in {case}: {quantity}, {day} (delivery {id}).",
    "delivered-ready": "Delivered for {month}: {count}. Waiting: {held}.",
    "would-deliver": "Dry run: {count} would be delivered for {month}. Waiting: {held}.",
    "next.file": "The {type} of {case} is not filed. File it.",
    "next.report": "The periodic report for {month} of {case} is not filed.",
    "next.deliver-month": "The report for {month} of {case} is filed. Deliver the month.",
    "next.answer": "The {type} of {case} is submitted. Enter when it is handled or approved.",
    "reconciled-equal": (
        "Self-invoice {self_invoice} agrees with {invoice} to the öre. Hours: {theirs_hours} against our "
        "{ours_hours}, difference {hours}. Net: {theirs_net} against our {ours_net}, difference {net}; with "
        "VAT {total}."
    ),
    "reconciled-differs": (
        "Self-invoice {self_invoice} differs from {invoice}. Hours: {theirs_hours} against our {ours_hours}, "
        "difference {hours}. Net: {theirs_net} against our {ours_net}, difference {net}; with VAT {total}."
    ),
    "reconciled-not-compared": (
        "Self-invoice {self_invoice} is not wholly compared with {invoice}. Hours: {theirs_hours} against our "
        "{ours_hours}, difference {hours}. Net: {theirs_net} against our {ours_net}, difference {net}; with "
        "VAT {total}."
    ),
    "quantity-hour": "{quantity:hour|hours}",
    "quantity-case": "{quantity:case|cases}",
    "quantity-day": "{quantity:day|days}",
    "quantity-month": "{quantity:month|months}",
    "quantity-result": "{quantity:result|results}",
    "side-hours": "{hours} h",
    "side-priced": "{hours} h at {price} per {unit}",
    "side-price": "{price} per {unit}",
    "side-net": "{net} net",
    "apart-hours": "{hours} h and {net} net",
    "apart": "{net} net",
    "set-off": (
        "But {payable} of its {total_stated} is to be paid: {prepaid} is paid or set off before, and {rounding} is "
        "rounding."
    ),
    "approved-received": "Self-invoice {number} in {agreement} is approved.",
    "reconciled-twice": (
        "Self-invoice {self_invoice} bills hours of {invoice} that another self-invoice bills as well. Hours: "
        "{theirs_hours} against our {ours_hours}, difference {hours}. Net: {theirs_net} against our {ours_net}, "
        "difference {net}; with VAT {total}."
    ),
    "letter": "The letter asks {count:question|questions}.",
    # To do.
    "todo": "To do on {today}: {count}, of which overdue: {late}.",
    "todo-clear": "Nothing to do on {today}.",
    "due-plain": "{label} is to be submitted by {due}.",
    "due-month": "{label} for {month} is to be submitted by {due}.",
    "due-open": "{label} is not submitted.",
    "due-aid": "Aid {aid} is to be back by {due}, when the training ends.",
    "todo-aid": "Aid back",
    "todo-deliver": "Enter as delivered",
    "todo-agreement": "Agreement ends",
    "todo-week": "Week without hours",
    "todo-absence": "Absence",
    "todo-decision": "Ask the officer",
    "todo-result": "Result",
    "todo-period-2": "Period 2",
    "todo-review": "Review",
    "todo-pause": "Long pause",
    "todo-stable": "Stable work",
    "todo-consent": "Consent",
    "todo-first-contact": "First contact with an employer",
    "todo-fidelity": "Fidelity",
    "key-in": "To key in with the agency for {month}. Cases: {count}.",
    "yes": "yes",
    "no": "no",
    "approved-by": "Approved {day} by {who}.",
    # IPS, SEd and SE.
    "case-queued": "Case {case} is entered in the queue from {queued}.",
    "case-supported": "Case {case} is entered with support from {from_day}.",
    "case-started": "The support in {case} begins on {from_day}.",
    "next.start": "{case} waits in the queue, and nothing is missing for the support to begin.",
    "outcome": "The outcome {outcome} on {day} is entered in {case} (outcome {id}).",
    "pause": "{case} has a pause from {day} to {to_day} (pause {id}).",
    "review": "The review of {case} on {day} is entered (review {id}).",
    "contact": "The contact with {party} on {day} is entered for {about} (contact {id}).",
    "follow-cancelled": "Number {id} among {kind} is taken back. It does not count from today on.",
    "kind-outcome": "the outcomes",
    "kind-review": "the reviews",
    "kind-pause": "the pauses",
    "kind-contact": "the contacts",
    "kind-acknowledgement": "acknowledgements",
    "acknowledgement": "The reminder {kind} is acknowledged in {case}: {periods}.",
    "kind-fidelity": "the fidelity reviews",
    "kind-survey": "the surveys",
    "kind-funding": "the funding lines",
    "queue-days": "{first} to {last}, {days:day|days}",
    "from-to": "{first} to {last}",
    # Reports for following up and for a steering group.
    "agrees": "agrees",
    "differs-by": "differs by {by}",
    "every": "all",
    "met": "met",
    "not-met": "not met",
    "met-of": "{met} of {count:target|targets} met",
    "jointly": "Jointly",
    "funding-head": "{span}: {amount}, {fte} full-time equivalents.",
    "cost-per_participant": "Per participant with active support",
    "cost-per_goal_outcome": "Per person with work or completed studies",
    "cost-per_outcome": "Per person with any outcome",
    "joint-met": "The joint goal is met: every unit meets its own.",
    "joint-not-met": "The joint goal is not met: every unit has to meet its own.",
    "joint-unknown": "The joint goal cannot be judged: there is no target, or a unit has no review.",
    "queue": ("The queue: {before} before, {entries} in, {exits} out, {after} after; change {change} ({share})."),
    "queue-wait": (
        "At the pace of {per_month} a month (the last twelve months) the estimated wait is {wait} "
        "months, {days:day|days}."
    ),
    "queue-target": "The target is at most {days:day|days}: {met}.",
    "caseload": (
        "{count:ongoing case|ongoing cases} with {coaches:coach|coaches} on {day}. Most with one coach: {largest}, "
        "score {score} on item 1 of IPS-25."
    ),
    "forecast-pace": (
        "In the queue now: {queue}. The pace of the last twelve months: {entries} in and {exits} out a "
        "month. The forecast draws that pace out, and no more."
    ),
    "forecast-wait": ("The target of {days:day's|days'} wait is a queue of at most {queue}. It is reached: {reached}."),
    "forecast-goal": (
        "The goal of {target} newly supported: {supported} so far, {left} left. At {per_month} a month it "
        "is reached: {reached}."
    ),
    "forecast-in-time": "That is in time for {by}. The pace it takes: {needed} a month.",
    "forecast-late": "That is not in time for {by}. The pace it takes: {needed} a month.",
    "forecast-never": "not at this pace",
    "invented": "invented register",
    "demo-register": "An invented register is made in {folder}: {db}. No person in it is real.",
    "demo-register-next": (
        "Try next:\n  {names}\n  ipsu report kpi --year {year}\n  ipsu report "
        "steering --year {year} --excel steering.xlsx\n  ipsu report forecast\n  ipsu report caseload"
    ),
    "published": (
        "{source}: {agree:figure agrees|figures agree} with the register, {differ} differ. In words alone or "
        "not printed: {uncompared}."
    ),
    "not-compared": "not compared",
    "not-there": "is not in the register",
    "service-count": "{service} {count}",
    "rejections": (
        "Rejected: {count}, {net_ore} without VAT. Open: {still_open}, {still_open_ore}. Days: median {days_median}, "
        "longest {days_longest}."
    ),
    "returns": ("Returned documents: {count}. Open: {still_open}. Days: median {days_median}, longest {days_longest}."),
    "no-rejections": "Nothing was rejected or returned in the period.",
    "source-without-day": "not stated there",
    "explain-code": "A value that is shown as “{word}”.",
    "explain-service": "{label}. Documents: {documents}.",
    "explain-document": "{label}, a document of: {services}.",
    "money-held": "{case} in {month} is delivered, but something is missing before it can be invoiced.",
    "money": "{office}. Earned {first} – {last}: {earned} without VAT. Every piece of work stands in one step.",
    "money-undelivered": "The work of {case} in {month} is done and reported. Nobody has entered it as delivered.",
    "money-ready": "{case} can be invoiced.",
    "money-unsent": "Invoice {invoice} was not exported as an e-invoice.",
    "money-missing": "{case} stands on invoice basis {invoice}, and on none of the agency's self-invoices.",
    "money-waiting": "The agency's self-invoice for {invoice} is awaited.",
    "money-differs": "Self-invoice {number} says something else of {case} than invoice basis {invoice}.",
    "money-twice": "The work of {case} on invoice basis {invoice} stands on two self-invoices.",
    "money-locked": "{case} on {invoice} is rejected. The agency investigates, and the case is locked.",
    "money-awaits-credit": "What was rejected of {case} on self-invoice {number} is not credited or replaced yet.",
    "money-taken-back": "Self-invoice {number} bills {case}, taken back on {invoice}. Its credit has not come.",
    "money-unanswered": "Self-invoice {number} agrees on {case}, and waits for an answer.",
    "money-unbuilt": "Self-invoice {number} bills hours of {case} that are delivered and stand on no basis yet.",
    "money-unpaid": "Invoice {invoice} is not paid.",
    "money-part-paid": "Invoice {invoice} is paid in part.",
    "money-paid": "Invoice {invoice} is paid.",
    "register": "Open findings in the register, {first} – {last}: {count}. Acknowledged: {quiet}.",
    "register-clear": "The register has nothing to ask about, {first} – {last}. Acknowledged: {quiet}.",
    "acknowledgement-finding": "{kind} is acknowledged in {case}.",
    "status-pace-more": "Plans used too fast or too slow that are not shown: {count} more. All: ipsu week.",
    "check": "{path}: {count:thing does|things do} not hold.",
    "check-more": "And {count} more, not shown.",
    "check-next": (
        "Change nothing in the file until it is clear what has happened. ipsu restore FILE puts a copy back; "
        "ipsu explain CODE says what a code means."
    ),
    "version": "ipsu {version}",
    "same-line": "The same in one line: {line}",
    "ask-week": "Hours in {week}; an empty line passes a case by.",
    "ask-hours": "{case}, planned {planned} h, remaining {remaining} h",
    "ask-erase": "Erase the person for good? Nothing brings it back. (yes/no)",
    "retention": "What is kept for a time: {count}. Due: {due}.",
    "ask-retention": "Erase everybody whom nothing keeps any longer, for good? (yes/no)",
    "retention-applied": "Persons erased: {count}. Cases that stay under random identities: {cases}.",
    "retention-nothing": "Nobody is due to be erased.",
    "participant-data": "Rows about the person: {rows}, as they stand and as they were. Lines in the log: {log}.",
    "participant-corrected": "Corrected: {facts}. Cases of the person: {cases}.",
    "participant-unchanged": "Nothing is otherwise than it was. Cases of the person: {cases}.",
    "participant-erased": "The person is erased. Cases that stay under a random identity: {cases}.",
    "entry-erased": "What was entered of the person and taken back is erased.",
    "copies-erased": "The person is erased in these copies too, or an earlier version was removed: {copies}.",
    "copies-elsewhere": (
        "Copies and exports kept elsewhere still name the person. ipsu restore erases again before it answers."
    ),
    "erased-again": "Persons who were erased since the copy was made are erased in it again: {count}.",
    "closed-as": "{day} ({reason})",
    "status-office": "{name}, {file}",
    "status-office-set": "{name}, {file} (the file as $IPSU_DB says)",
}
