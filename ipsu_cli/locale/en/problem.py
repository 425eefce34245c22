"""What was refused, with its figures, and what is expected."""

TEXT: dict[str, str] = {
    "account.no-rate": "An invoice has VAT at {rate}, and there are accounts for {known} per cent only.",
    # What was typed.
    "command.interrupted": "Interrupted. Nothing was changed.",
    "command.near": "There is no command “{word}”. Did you mean {near}?",
    "command.unknown": "There is no command “{word}”.",
    "help.unknown": "There is no page and no rule “{topic}”. Pages: {known}.",
    "option.missing": "{option} is missing.",
    "option.needs": "{option} stands only together with {needs}.",
    "option.one-of": "Give one of these, and only one: {options}.",
    "option.together": "These cannot stand together: {options}. Choose one.",
    "option.too-many": "There is more on the line than the command takes. Text with spaces needs quotation marks.",
    "option.twice": "{option} is given more than once: {values}. Give it once.",
    "option.twice-personal": "{option} is given more than once. Give it once.",
    "option.unknown": "There is no option {option} here. Similar options: {known}",
    "option.unreadable": "The line cannot be read.",
    "option.value": "{option} wants a value after it, like this: {example}.",
    "option.value-bad": "{option} is a whole number, {span}, like this: {example}.",
    "option.yes": "This destroys something, and nobody can be asked here. Add {option}.",
    "import.unknown": "There is no import {batch}.",
    "query.cut": "There are more than {most:row|rows}; only these are shown.",
    "query.near": "SQLite cannot answer: {why}. Similar names: {near}.",
    "query.only-select": "Only one SELECT can be asked, of the views. It changes nothing and opens no other file.",
    "query.slow": "The question took longer than {seconds:second|seconds} and was broken off.",
    "query.unreadable": "SQLite cannot answer: {why}.",
    "browse.encrypted": "{path} is encrypted, and a browser would be shown a copy that is not. Ask the views instead.",
    "browse.extra": "The register is shown in a browser by packages that are not installed.",
    "browse.port": "Port {port} cannot be used: something else has it, or it is not allowed. Leave --port out.",
    "undo.unknown": "There is no change {change}.",
    "undo.nothing": "There is nothing to take back.",
    "undo.empty": "Change {change} ({what}) has left nothing that could be taken back.",
    "undo.already": "Change {change} is taken back already, by change {by}.",
    "undo.of-undo": "Change {change} has itself taken back change {of}. Type what is to stand again.",
    "undo.money": (
        "Change {change} ({what}) is about an invoice, a payment or a package. These are taken back by commands "
        "of their own: invoice cancel, invoice credit, invoice unpaid, invoice resolve."
    ),
    "undo.invoiced": (
        "Change {change} ({what}) has deliveries that stand on an invoice. Correct them with delivery correct."
    ),
    "undo.released": (
        "Change {change} ({what}) has deliveries that stood on an invoice, which is cancelled and still shows them. "
        "Take them off with delivery cancel."
    ),
    "undo.protection": (
        "Change {change} ({what}) has protected a person. Lift the protection with case edit --no-protected --reason."
    ),
    "undo.rests": (
        "Later changes rest on change {change} ({what}); in number: {count}. Take them back first, the newest "
        "first: {later}."
    ),
    # Values.
    "value.bankgiro": "{value} is no bankgiro; write it as 5050-1055.",
    "value.account": "“{value}” is no account number. Write four digits, such as 1510.",
    "value.below": "“{value}” hides nothing. Write a number from 2 up.",
    "value.code": "“{value}” is not one of the values that can stand here: {known}.",
    "value.count": "“{value}” is no whole number. Write digits only, such as 2.",
    "value.date": "“{value}” is no date. Write it as 2026-03-09, or today or yesterday.",
    "value.date-in-file": "“{value}” is no date. Write it as 2026-03-09.",
    "value.flag": "“{value}” is neither yes nor no. Write yes or no; empty is no.",
    "value.goal": "“{value}” is no target. Write it as 200, 97,5, 34/124, 34/?, year:2024, or for meetings 1/month.",
    "value.hours": "“{value}” is no number of hours. Write it as 7, 7.5 or 7,5, with at most two decimals.",
    "value.money": "“{value}” is no amount in kronor. Write it as 450, 450.50 or 450,50.",
    "value.month": (
        "“{value}” is no month. Write it as 2026-03, march for the latest that has begun, this-month or last-month."
    ),
    "value.month-in-file": "“{value}” is no month. Write it as 2026-03.",
    "value.no-such-day": "“{value}” is no day in the calendar. Check the month and the day.",
    "value.no-such-month": "“{value}” is no month in the calendar. The months are 01 to 12.",
    "value.no-such-week": "“{value}” is no week in the calendar. A year has 52 or 53 weeks.",
    "value.orgnr": "“{value}” is no organisation number. Write it as 559999-0008; the last digit is a check digit.",
    "value.personnummer-check-digit": "The last digit of the personnummer does not fit the others. Check all digits.",
    "value.personnummer-date": "The personnummer begins with a date that does not exist. Check the first digits.",
    "value.personnummer-future": "The personnummer is of somebody born after today. Check the first digits.",
    "value.personnummer-masked": "The personnummer is masked. Write it whole; ipsu export has it with --reveal.",
    "value.personnummer-shape": (
        "The personnummer cannot be read. Write YYYYMMDD-NNNN or YYMMDD-NNNN, with a plus in place of the hyphen "
        "from the age of 100."
    ),
    "value.period-backwards": "The period begins on {first}, after it ends on {last}.",
    "value.reference": ("“{value}” cannot be a reference. At most 40 characters, no spaces, no hyphen first."),
    "value.reserved": (
        "“{word}” stands in reports for those who are not named, or for what is not stated. Write another name."
    ),
    "value.service": "There is no service “{value}”. The services are: {known}.",
    "value.text": "The text holds a character that cannot be seen, {character}, at place {place}. Type the text again.",
    "value.holds-personnummer": (
        "A personnummer stands in what was typed, and would show in lists and files. Take it away: a case is called by "
        "its reference."
    ),
    "value.too-long": "What is given for {option} has {letters:character|characters}. No more than {most} fit.",
    "value.percent": "“{value}” is no share in per cent. Write a number up to 100, such as 25 or 62.5.",
    "value.ages": "“{value}” are no ages. Write the youngest and the oldest, as 18-65, or none.",
    "value.vat": "“{value}” is no rate of VAT. The rates are: {known}.",
    "value.cost-centre": (
        "“{value}” is no cost centre. Write at most {most:letter or digit|letters and digits}, without å, ä and ö."
    ),
    "value.week": "“{value}” is no week. Write it as 2026-W10, or W10 for the latest that has begun.",
    "value.week-in-file": "“{value}” is no week. Write it as 2026-W10.",
    "value.weeks": "“{value}” is no part of a plan. Write weeks, = and hours, such as 2026-W10..2026-W11=20.",
    "value.weeks-backwards": "In “{value}” the last week comes before the first.",
    "value.year": "“{value}” is no year. Write four digits, such as 2026.",
    # Files.
    "file.cell-count": "The row has {cells:cell|cells}, but columns: {columns}.",
    "file.cell-empty": "The cell is empty, but something must stand in it.",
    "file.cell-too-long": "The cell is longer than {most:character|characters}.",
    "file.column-doubled": "The column {column} stands twice. Keep one of them.",
    "file.column-missing": "Columns that must be there are missing: {columns}.",
    "file.column-unknown": "Unknown column: {column}. The columns that can be read are: {known}.",
    "file.empty": "The file has no heading, or nothing at all. The first row names the columns.",
    "file.encoding": "The encoding of the file cannot be recognised. Save it as UTF-8.",
    "file.code-page": (
        "The text “{text}” has the character {character} ({name}), which the code page of SIE files (CP4"
        "37) lacks. Write it otherwise."
    ),
    "file.extension": "{path} ends in none of: {known}. The ending says what the file holds.",
    "file.exists": "{path} exists already and was not overwritten. Choose another name, or let it be replaced.",
    "file.formula": "The cell holds a formula. Write the value itself.",
    "file.line-too-long": "Line {line} is longer than {most:character|characters}. Is it a CSV file?",
    "file.no-stdout": "A copy of the office goes to a file, which is looked through first, and not to {path}.",
    "file.not-writable": "{path} cannot be written: {why}.",
    "file.nul": "Line {line} holds a NUL character, which no text does. Is it a CSV file?",
    "file.quote": "In row {row} a quotation mark begins that never ends, or stands inside a cell.",
    "file.sheet-full": "A sheet of a workbook holds {most:row|rows}, and {sheet} has more. Write a .csv or .json file.",
    "file.text-too-long": (
        "The text in sheet {sheet}, column {column}, row {row}, has {length:character|characters}. A cell holds "
        "{longest}."
    ),
    "file.unreadable": "{path} cannot be read: {why}.",
    "import.alike": "[{warning}] is a warning of {count:row|rows} in all; the first of them is told.",
    "import.errors": "Nothing was brought in from the file of {kind}. Errors: {count}; rows: {rows}.",
    "demo.folder-taken": "{path} is taken. The demo wants a new or an empty folder.",
    "demo.no-data": "The demo's data is not there: {path}. Install the program again.",
    # The database, and what surrounds it.
    "database.no-backup": (
        "{path} is not there, or not an office's file, and cannot be put back. Choose a copy that ipsu backup "
        "has made, or what the program has kept next to the office: FILE.replaced-DATE, FILE.before-VERSION."
    ),
    "database.copy-damaged": "{path} is damaged and cannot be put back. Take an older copy.",
    "restore.plain": "{path} is not encrypted, and the office is. Encrypt the copy first, by the same key.",
    "restore.itself": "{path} is the office's own file.",
    "database.damaged": (
        "{path} is damaged, or something else has written in it. Nothing was changed. "
        "ipsu check says what is wrong; ipsu restore FILE puts a copy back."
    ),
    "disk.read-badly": (
        "{path} could not be read just now, but is whole when it is read again. "
        "Nothing was changed. Run the command once more; if this comes back, check the disk."
    ),
    "database.encrypted": "{path} is encrypted. The extra encrypt, which opens it, is not installed.",
    "database.key-missing": (
        "{path} is encrypted, and its key is not at hand. In a terminal it is asked for; else name the file that holds "
        "it with --key-file or $IPSU_KEY_FILE."
    ),
    "database.key-wrong": (
        "The key does not open {path}: it is that of another file, or the first page of this one is damaged. "
        "Nothing was changed."
    ),
    "disk.unread": (
        "{path} could not be read ({why}). Nothing was changed, and its content may be whole. Run it once more; "
        "if this comes back, copy the file to another disk."
    ),
    "age.damaged": "{path} is cut off or damaged and cannot be put back. Take another copy.",
    "age.key-missing": "{path} is encrypted by age, and here nobody can be asked. Name the file that its key is in.",
    "age.key-wrong": "What was given does not open {path}: it is another passphrase, or another identity of age.",
    "age.name": "{path} would not be encrypted: a file that age encrypts has a name that ends in .age.",
    "age.recipient": "{value} is no recipient of age: that is a public key, which begins with age1.",
    "encrypt.already": "{path} is encrypted already. To change its key, name the file that the new one is in.",
    "decrypt.plain": "{path} is not encrypted.",
    "encryption.plain-left": (
        "Files of offices in the same folder that are not encrypted: {files}. Encrypt each with --db, or delete it."
    ),
    "encryption.not-opened": (
        "These copies in the same folder are as they were, for they cannot be read, or not by the key: {files}. They "
        "may need an older key; else delete them."
    ),
    "key.missing": "There is no key to encrypt {path} with: here nobody can be asked. Name the file that it is in.",
    "key.differs": "The two keys are not the same. Nothing was changed.",
    "key-file.empty": "{path} has no key: its first line is empty.",
    "key-file.no-text": "{path} is no text, and a key is a line of text. Save the file as UTF-8.",
    "key-file.too-long": "{path} is larger than {most:byte|bytes}: that is no file with a key.",
    "key-file.open": "The key in {path} can be read by others on this machine.",
    "keyring.extra": "A key is kept in the keyring by packages that are not installed.",
    "keyring.none": "This machine has no keyring that can keep a key. Let a file hold it, named by --key-file.",
    "keyring.refused": (
        "{path} is encrypted, but the keyring has not taken the key ({why}). Keep it yourself: it is asked for."
    ),
    "keyring.keeps-on": (
        "{path} is no longer encrypted, but the keyring has not let go of its key ({why}). Remove it there."
    ),
    "database.exists": "{path} exists already and was not touched. Choose another file with --db.",
    "database.locked": "{path} is in use by another program, and was not free within 30 seconds. Try again.",
    "database.replaced": (
        "Another file has taken the place of {path} while the command waited. This command has changed nothing. Run it "
        "once more."
    ),
    "database.own-alone": "{path} can now be opened by you alone; until now your group could open it too.",
    "database.missing": (
        "There is no file {path}{named_by}. Are you in the office's folder? Else choose its file with --db, or make an "
        "office."
    ),
    "database.network": (
        "{path} lies on a network ({kind}): where two work at once there, the locks may not hold, and changes may be "
        "lost. Keep the office on a disk of one machine."
    ),
    "database.synced": (
        "{path} lies in a folder that {service} keeps in step with other machines: it may put an older file over a "
        "newer one. Keep the office in another folder, and its backups there."
    ),
    "database.newer": (
        "{path} was made by a newer version of ipsu (schema {version}; this one knows {known}). Update the program."
    ),
    "database.not-a-file": "{path} is not an ordinary file. Choose the office's file with --db.",
    "database.not-ours": "{path} is not an office's file. Choose the right one with --db.",
    "database.two-names": (
        "{path} has two names (hard links), and then a safe change cannot be made. Remove one, or copy the file."
    ),
    "database.unreadable": "{path} cannot be read: {why}.",
    "database.unsafe": "{path} was not opened: SQLite on this machine does not keep the setting {setting}.",
    "parquet.extra": "Parquet is written by packages that are not installed. Install {extra}.",
    "parquet.other-office": "{path} is another office's part. Give this one a name of its own.",
    "offices.copy": "{file} looks like a copy of {other}: what is in both counts twice.",
    "offices.older": (
        "{path} is of an older version (schema {version}; this program makes {known}), and a file that is only read is "
        "not changed. Open it once by itself."
    ),
    "offices.twice": "{path} is the same file as {first}. Name each office once.",
    "offices.unfinished": (
        "{path} holds what a command that was broken off has left, and a file that is only read is not changed. Open "
        "it once by itself, where it can be written."
    ),
    "disk.failed": "{path} could not be written ({why}). Nothing was changed. Check the disk's space and permissions.",
    "output.failed": "The answer could not be printed: {why}.",
    "change.file-unwritten": (
        "What was asked for is saved, but {path} could not be written: {why}. Run the same command again, and the file "
        "is written; nothing is done twice."
    ),
    "change.saved": (
        "What was asked for is saved, but something after it failed: {why} Do not run the command again unless the "
        "text says so."
    ),
    "change.saved-disk": (
        "What was asked for is saved, but {path} failed afterwards ({why}). Do not run the command again. ipsu check "
        "says whether the file is well."
    ),
    "output.saved": "What was asked for is saved, but the answer could not be printed. Do not run the command again.",
    "program.fault": (
        "A fault in the program itself ({kind}). Nothing was changed, unless the answer stands above. Run the command "
        "again with IPSU_DEBUG=1 for the details, and report the fault."
    ),
    "key.other-arguments": "The key {key} was used for another command. A new command needs a new key.",
    # Agreements, prices and settings.
    "agreement.exists": "The agreement {agreement} exists already. Choose another reference.",
    "agreement.exists-in-file": "The agreement {agreement} exists already, with something else under: {options}.",
    "agreement.no-requirement": (
        "Agreement {agreement} has no service {service} that people wait for. Those that it has: {known}."
    ),
    "agreement.service": "There is no agreement on the service {service}. An agreement is on one of: {known}.",
    "filter.unknown": "{option} fits nothing in the register. Nearest to it: {near}.",
    "agreement.unknown": "There is no agreement {agreement}.",
    "price.service": "The agreement {agreement} does not cover the service {service}. Set the price in one that does.",
    "setting.unknown": "There is no setting {setting}. The settings are: {known}.",
    # Cases.
    "case.closed": "Case {case} was closed on {closed} already.",
    "case.in-error": "Case {case} was registered in error and counts in nothing, so nothing is entered in it.",
    "case.order-missing": "The case {case} has no order reference, which the e-invoice refers to.",
    "office.address-missing": "The office has no address, which stands on an e-invoice.",
    "office.bankgiro-missing": "The office has no bankgiro, by which an e-invoice is paid.",
    "office.f-tax-not-said": (
        "The e-invoice does not say that the office is approved for F-tax: the setting f-tax is on or off."
    ),
    "agreement.purchaser-orgnr-missing": (
        "The agreement {agreement} has no organisation number of its purchaser, to which the e-invoice goes."
    ),
    "agreement.purchaser-address-missing": (
        "The agreement {agreement} has no address of its purchaser, which stands on the e-invoice."
    ),
    "bank.before-invoice": (
        "The payment is older than the invoice {invoice}, which was made on {day} and can be paid from that day on."
    ),
    "bank.currency": "The amount is in {currency}, not in kronor.",
    "bank.cut": "The file is not whole: line {number}, the last, does not answer to the lines before it.",
    "bank.debit": "The money went out of the account.",
    "bank.deposit": "The deposit on line {number} is not the sum of its payments.",
    "bank.entry": "Entry {number} of the statement lacks {lacks}, or it cannot be read.",
    "bank.future": "The payment is dated after today, {today}.",
    "bank.charge": "The bank kept this amount of a payment as its charge.",
    "bank.known-unnamed": (
        "The payment names no invoice. The invoice {invoice} was paid the same amount that day: it may "
        "be the same money."
    ),
    "bank.proposed": "The payment names no invoice. Its amount is what is open on {invoices}.",
    "bank.proposed-known": (
        "The payment names no invoice. Its amount is what is open on {invoices}, but {paid} was paid "
        "the same amount that day: it may be the same money."
    ),
    "bank.returned": (
        "The money went out and names the invoice {invoice}. A payment of it may have been returned; "
        "then it is open again."
    ),
    "bank.reversal": "The bank reverses or returns an earlier payment.",
    "bank.taken-back": "This entry was a payment of {invoice} and was taken back. It is not entered again by itself.",
    "bank.test-file": "The file is a test of the bank's, and no money came.",
    "bank.unpaired": "The payment names the self-invoice {self_invoices}, which is about no basis that is known.",
    "bank.known-by-amount": "The invoice {invoice} was paid {amount} on {day} already: payment {payment}, {source}.",
    "bank.line": "Line {number} is no line of BgMax: it has 80 characters, with digits where they belong.",
    "bank.no-reference": "The payment names no invoice.",
    "bank.no-statement": "The file has no statement.",
    "bank.not-booked": "The payment is not booked by the bank yet.",
    "bank.over-open": "The amount is more than what is open on the invoice {invoice}, {open}.",
    "bank.root": (
        "The file begins with {root}. A bank's file begins with Document in the namespace of camt.052, camt.053 or "
        "camt.054."
    ),
    "bank.several": "The payment names several invoices: {invoices}. Enter it by hand on each of them.",
    "bank.status": "The invoice {invoice} is {status} and takes no payment.",
    "bank.unknown-file": "{path} is no bank file that can be read: camt.052, camt.053, camt.054 (XML) or BgMax.",
    "case.exists": "There is a case {case} already. A case's reference is its own.",
    "hand-over.nothing": "{coach} has no open cases to hand over. Coaches with open cases: {known}.",
    "hand-over.same": "{coach} has the cases already.",
    "hand-over.not-among": "Not among the open cases of {coach}: {cases}.",
    "case.open": "Case {case} is not closed, and cannot be reopened.",
    "case.other-gender": (
        "The person of case {case} was entered with another gender before. What is stated now holds for all the "
        "person's cases."
    ),
    "case.other-name": "The person of case {case} was entered with another name before. The name given now holds.",
    "person.two-names": ("The person has another name on an earlier row. Write the same name on all rows."),
    "person.two-genders": (
        "The person has another gender already, in the register or on an earlier row. Write the same gender, or change "
        "it in the register first."
    ),
    "case.service-fixed": "Case {case} is in the service {service}, which does not change. Add another case instead.",
    "case.prefix": "{typed} was read as {case}, the only case that begins so.",
    "case.several": "{case} fits several cases: {fitting}.",
    "case.unknown": "There is no case {case}.",
    "case.unprotect-reason": "Protection in case {case} is lifted only with a reason: --reason TEXT.",
    "case.which-agreement": "Which agreement case {case} belongs to is not clear. Agreements that fit: {fitting}",
    # Plans, documents and deliveries.
    "plan.no-plan": "Case {case} is in {service}, which has no plan of weeks.",
    "plan.unknown": "Case {case} has no such plan (version asked for: {version}; – is the plan in force).",
    "document.before-step": "The step is dated {day}, before the document was submitted on {submitted}.",
    "document.delivered-on": (
        "Case {case} is delivered on the strength of {type}. Cancel the delivery first; then it can be unconfirmed."
    ),
    "document.not-confirmed": "There is no confirmed {type} in case {case} (its state now: {status}).",
    "document.not-submitted": (
        "There is no {type} in case {case} that is submitted and waits for an answer (its state now: {status})."
    ),
    "document.type": "Case {case} is in {service}, which has no document {type}. Its documents are: {known}.",
    "delivery.gone": "Delivery {delivery} does not change: it is {status}, or takes another one back.",
    "delivery.no-show": "--no-show is only for a mapping (IPSU A); case {case} is in {service}.",
    "delivery.unknown": "There is no delivery {delivery}.",
    "delivery.week-empty": (
        "{week} has no day that can be delivered in case {case}: the period is {from_day} to {to_day}, and today is "
        "{today}."
    ),
    "delivery.whole": "The mapping in case {case} is delivered as a whole, without hours and weeks.",
    # Invoices.
    "date.before-step": "The date {day} is before {earlier}, the day of the step before it.",
    "invoice.already-locked": "Case {case} is under investigation already, for invoice basis {invoice}.",
    "invoice.cancelled": "The invoice {invoice} is cancelled, and is not handed out.",
    "invoice.credit-locked": "The case {case} is locked while {invoice} is investigated, and is not credited now.",
    "invoice.credit-of-credit": "The invoice {invoice} is itself a credit, and is not credited.",
    "invoice.credit-stands": (
        "The credit {invoice} stands: its deliveries are free already. Invoice them again instead."
    ),
    "invoice.credited": (
        "Cases of the invoice {invoice} are credited, and it is not cancelled. Approve it and credit its other cases."
    ),
    "invoice.credited-already": "The case {case} is credited on the invoice {invoice} already; it is done once.",
    "invoice.empty": "No line stands in invoice basis {invoice} any longer. Cancel it instead of approving it.",
    "invoice.no-investigation": "There is no open investigation of case {case} in invoice basis {invoice}.",
    "invoice.no-such-line": "Invoice basis {invoice} has no line of case {case} that can be rejected.",
    "invoice.not-peppol": (
        "The invoice {invoice} is under the agreement {agreement}, which is self-billed: the purchaser makes the "
        "invoice. An agreement with --billing peppol gives an e-invoice."
    ),
    "invoice.not-on-it": "The invoice {invoice} has no line for {case}.",
    "invoice.nothing-stands": "Nothing of {case} stands on the invoice {invoice} to be credited.",
    "invoice.over-paid": (
        "The amount {amount} cannot be paid on invoice basis {invoice}: more than zero, and at most the {open} that "
        "is open."
    ),
    "invoice.several-orders": "The invoice {invoice} is of {count:order|orders}; they stand at its lines.",
    "invoice.status": "Invoice basis {invoice} is {status}; this can be done only while it is: {needed}.",
    "package.no-invoices": "The month {month} has no invoices.",
    "package.unanswered": "Of the self-invoices of {month}, {numbers} have lines that nobody has answered.",
    "package.not-begun": "The month {month} begins on {first}, and its package is not made before. Today is {today}.",
    "package.sent": (
        "The package of {month} was sent on {day} by {who}. What has come since goes in the next one; the same files "
        "are written again with --again."
    ),
    "package.month-goes-on": "{month} goes on until {last}: what comes later in it goes in the next package.",
    "package.no-e-invoice": (
        "There is no e-invoice of {invoice} in the package: something that a buyer needs is missing. The command says "
        "what."
    ),
    "folder.not-ours": (
        "The folder {path} has a file, {file}, that belongs to no package, and is not replaced. Choose another folder."
    ),
    "period.closed": "The month {month} is closed and takes nothing new. What waits lands in {open}.",
    "invoice.sent": (
        "An e-invoice of {invoice} was exported, so the purchaser may have it, and it is not cancelled. Approve it and "
        "credit its cases."
    ),
    "period.closed-invoice": (
        "The invoice {invoice} belongs to {month}, which is closed, and is not cancelled. Approve it and credit its "
        "cases."
    ),
    "period.not-ended": "The month {month} ends on {last} and is not closed before; today is {today}.",
    "period.unanswered": "The invoice {invoice} in {month} waits for an answer. It can be answered, but not cancelled.",
    "payment.unknown": "The invoice {invoice} has no payment {payment}. Its payments are: {known}.",
    "invoice.unknown": "There is no invoice basis {invoice}. Numbers look like 2026-0001.",
    "rule.unknown": (
        "There is no rule “{asked}”. Rules have codes, as delivery.over-plan, and numbers, as A23. Nearest: {near}."
    ),
    "option.flag": "{option} stands alone, without a value.",
    "option.empty": "What is given for {option} must not be empty.",
    "database.damaged-row": "The file is damaged: a row in it cannot be read. Nothing was changed.",
    "value.not-text": "What was typed holds bytes that are no text in UTF-8. Nothing was changed.",
    "value.far-away": "“{value}” is too far away. The years go from {first} to {last}.",
    "file.is-database": "{path} is an office's file, or belongs to one, and is never written over.",
    "file.same": "{path} is the file that is read. Choose another name for the list of errors.",
    "option.not-for-type": "{options} cannot be given for {type}. The options of the document are: {known}.",
    "delivery.equal": (
        "{hours} h in {case}, {day}, stand as delivery {delivery} already, and now twice. If these are the same hours, "
        "cancel one of them."
    ),
    "delivery.typed-before": (
        "Row {row}: {hours} h in {case} on {day} stand as delivery {delivery} already, and now twice. If these are "
        "the same hours, cancel one of them."
    ),
    "delivery.same-hours": "Delivery {delivery} has {hours} h already. Nothing is changed.",
    "import.document-differs": (
        "{type} of {case}, version {version}: the register has {there} here, and the file {now}. Correct what is wrong."
    ),
    "import.document-differs-in-words": (
        "{type} of {case}, version {version}: the register has something else here. Correct what is wrong."
    ),
    "import.differs": (
        "The register has {there} here, and the file {now}. Correct what is wrong; where both are right, let the file "
        "have a row for each."
    ),
    "import.differs-in-words": (
        "The register has something else here than the file. Correct what is wrong; where both are right, let the file "
        "have a row for each."
    ),
    "timesheet.differs": (
        "{case} has {hours} h on {day} (delivery {delivery}), which came in after this sheet was made. Correct them."
    ),
    "reference.personnummer": "A personnummer cannot be a reference: references stand in every list.",
    "target.backwards": "The target is to be reached by {by}, before its first day {from_day}.",
    "target.counts": "Other outcomes can be counted for outcome_share alone, not for {kpi}.",
    "target.fraction": "{value} is a fraction, and {kpi} is no share. Write a number.",
    "target.progress": "The progress follows from the target of {kpi}: set that one.",
    "target.rate": "{value} does not fit {kpi}: meetings want a rate such as 1/month, and nothing else has one.",
    "target.twice": "The file gives {kpi} of {agreement} two targets for the same days.",
    "price.twice": "The file gives {service} in {agreement} two prices from {from_day}.",
    "case.other-person": "Case {case} is now about another person, who is in the register already.",
    # Aids.
    "aid.service": "The case {case} is in {service}, where participants have no aids on loan.",
    "aid.returned": "Aid {aid} was already returned on {returned}.",
    "aid.unknown": "There is no aid {aid}.",
    # The texts of documents.
    "document.no-sections": "Document {type} of {case} has no sections to write here. File it in the agency's portal.",
    "document.no-text": "{type} of {case} has no text here. Write it first.",
    "document.nothing-written": "Nothing was written in {type} of {case}, and nothing is changed.",
    "document.plan-first": (
        "The text of {type} of {case} belongs to a version of the plan. Plan the next version first."
    ),
    "document.protected": (
        "{case} is about a protected person. The text goes to a file with --reveal alone, which leaves a line in the "
        "log."
    ),
    "document.text-replaced": (
        "The text of {type} of {case} was changed by somebody else while it was open. The newest one holds; the "
        "other is kept in the past."
    ),
    "document.unknown": "In {case} there is no such {type}.",
    "document.unsaved": "The text was not saved in the register ({reason}). It is in {path}.",
    "editor.failed": "The editor {editor} failed: {why}. Nothing is changed.",
    "extra.missing": "This kind of file needs the extra {extra}, which is not installed.",
    "file.kind": "{path} is no kind of file that can be written. The kinds are: {known}.",
    "text.empty": "{path} is empty. There is no text to save.",
    "text.hidden": "Line {line} of {path} holds the character {character}, which does not show. Take it away.",
    "text.too-long": "{path} has more than {most:character|characters}, which is the most that a text may have.",
    # Fidelity, surveys and funding.
    "fidelity.auto-nobody": (
        "The score of item 1 cannot be calculated: on {day} no coach has an ongoing case under the agreement."
    ),
    "fidelity.auto-place": "auto can stand for item 1 on the scale {scale}, and nowhere else.",
    "fidelity.scale-bands": "The bands {bands} lie outside the scale, whose totals go from {lowest} to {highest}.",
    "fidelity.scale-range": (
        "A scale of {items:item|items} from {least} to {most} cannot be used: at least one item, and the most "
        "above the least."
    ),
    "fidelity.scale-unknown": "There is no scale {scale}. Describe it first.",
    "fidelity.scale-used": (
        "Reviews are made on the scale {scale}: its items and their range stand. Choose another name."
    ),
    "fidelity.unknown": "There is no review {review}.",
    "survey.unknown": "There is no survey {survey}.",
    "funding.unknown": "There is no line {line} in the funding.",
    "value.answers": (
        "“{value}” gives an answer twice or without words. Write each answer once, as great use=6;some use=2."
    ),
    "value.bands": "“{value}” gives a band twice or without a name. Write it as 74=fair,100=good.",
    "value.fte": "“{value}” is no share of full time. Write per cent of full time, such as 70 or 62.5.",
    "value.relative": (
        "“{value}” means something else on another day. In a file only days, weeks and months that mean the same"
        " whenever it is read."
    ),
    "value.pairs": "“{value}” cannot be read. Write names, equals signs and whole numbers.",
    "value.scores": (
        "“{value}” holds no scores. Write whole numbers with commas between; a hyphen for what is not scored."
    ),
    "self-invoice.unknown": "No self-invoice {number} has been received.",
    "self-invoice.which": (
        "There are several self-invoices {number}, for the agency numbers each agreement and each year by itself: "
        "{fitting}. Say which with --agreement and --year."
    ),
    "self-invoice.on-basis": (
        "{case} stands on our basis {invoice}, which is compared with self-invoice {self_invoice}. Reject it there."
    ),
    "self-invoice.no-such-line": "Self-invoice {self_invoice} has no line of case {case} that stands.",
    "self-invoice.answered": "{self_invoice} is answered already, and an answer stands.",
    "self-invoice.no-basis": (
        "No basis of ours is about self-invoice {self_invoice}: nothing of it is on an invoice here."
    ),
    "self-invoice.twice": (
        "Self-invoice {self_invoice} bills what {others} bills as well, and together more than was delivered: {places} "
        "({count})."
    ),
    "self-invoice.unbuilt": (
        "{case}, {place}: {hours} h that {self_invoice} bills are delivered, and stand on no basis yet."
    ),
    "self-invoice.never-delivered": (
        "Self-invoice {self_invoice} bills days on which nothing was delivered here: {places} ({count})."
    ),
    "self-invoice.credited-too-much": (
        "Credit {self_invoice} takes back more than stands of what it refers to. Too much: {places} ({count})."
    ),
    "self-invoice.one-of": (
        "Self-invoice {self_invoice} is for the sum that each of these has: {places} ({count}). Nothing says which of "
        "them it is for, so it agrees with none and differs from none until its file has come or one of them is "
        "approved."
    ),
    "self-invoice.never-billed": "No self-invoice bills this of {invoice}: {places} ({count}).",
    "self-invoice.no-credit": (
        "Self-invoice {self_invoice} bills {cases} again, but {numbers} was rejected for it and no credit has come."
    ),
    "self-invoice.credit-of-what": (
        "Credit {self_invoice} is typed without lines, and its total does not say what of {refers_to} it takes back: "
        "that stands as it was until its file has come."
    ),
    "letter.nothing": "There is nothing to ask about {number}: all that was compared agrees.",
    "letter.no-such-case": (
        "There is nothing to ask about {cases}: neither {number} nor what it is compared with names it."
    ),
    "letter.not-compared": (
        "There is nothing to ask about {self_invoice} yet: only its total is known, and nothing was compared, for no "
        "basis of ours is known that it is about."
    ),
    "approve.differs": (
        "{number} is not approved: the agency's self-invoices and ours do not say the same. Reject what is wrong, or "
        "approve all the same with --despite-difference."
    ),
    "self-invoice.errors": "Nothing is received: {count:error|errors} in what was read.",
    "self-invoice.head-differs": "This belongs to the whole self-invoice and must be the same as in row {row}.",
    "self-invoice.several-cases": "The line names several cases: {cases}. It must be about one.",
    "self-invoice.no-case": "The line names no case that is in the register.",
    "self-invoice.which-agreement": (
        "Which agreement self-invoice {number} belongs to is not clear. Agreements that fit: {fitting}"
    ),
    "self-invoice.gap": (
        "The self-invoices' series in {agreement} for {year} lacks {count} between {after} and {before}: {missing}."
    ),
    "self-invoice.restart": (
        "The series in {agreement} begins again within {year}: {number} ({day}) comes after {before}."
    ),
    "file.too-large": "{path} is larger than {most} MB, which is the most that is read.",
    "file.no-rows": "The file has headings but no rows.",
    "file.other-sheet": (
        "{path} is {kind}, whatever its name. Open it in the spreadsheet and save it as an Excel workbook (.xlsx)."
    ),
    "file.locked": "{path} is {kind}. Open it, take the password away and save it as an Excel workbook (.xlsx).",
    "file.no-sheet": "{path} is {kind}, and no sheet of rows. Choose a file of the kind .xlsx, .csv or .json.",
    "file.no-text": "{path} is {kind}, and no text. Copy the text to a text file and choose that.",
    "file.all-hidden": "Every sheet of the workbook that holds anything is hidden: {sheets}. Show what is to be read.",
    "file.hidden": "No visible sheet has the columns, but a hidden one has: {sheets}. Show what is to be read.",
    "file.no-list": "The file has nothing of that kind. The sheets or lists in it: {lists}.",
    "file.not-json": "{path} cannot be read as the .json that ipsu export writes. Export it again.",
    "file.one-kind": "{path} holds one kind alone. Say which: ipsu import KIND FILE.",
    "file.not-xlsx": "The file cannot be read as a workbook (.xlsx). Save it again in that format, without a password.",
    "file.strict-xlsx": (
        "The workbook is saved as Strict Open XML, which is not read. Save it again as an ordinary workbook (.xlsx)."
    ),
    "export.protected": (
        "Cases of protected persons: {count}. Only their references stand in the file, so it cannot be read back whole."
    ),
    "export.masked": (
        "Persons whose personnummer is masked: {count}. Such a file cannot be read back; with --reveal it can."
    ),
    "file.no-kinds": ("{path} has no sheet that is called by what it holds. The sheets are called: {known}."),
    "file.sheet-unread": "{path} has sheets that are not read: {sheets}. A sheet is read where it is visible and has "
    "all the columns that must be there.",
    "file.unpacks-too-large": (
        "The workbook unpacks to more than {most} MB, or has too many parts, rows or cells in a row. It is not read."
    ),
    "file.too-many-rows": "The sheet has more than {most:row|rows}. Split it.",
    "file.error-cell": "The cell holds an error, such as #REF!. Write the value itself.",
    "xml.broken": "The file is no whole XML: it ends or breaks in line {line}, character {column}.",
    "xml.unsafe": (
        "The file has a document type declaration, which can hold entities. No e-invoice has one, and the "
        "file is not read."
    ),
    "ubl.root": "The file begins with {root}. A self-invoice in UBL 2.1 begins with Invoice or CreditNote.",
    "ubl.missing": "The file lacks {elements}, which an invoice in UBL must have.",
    "ubl.type-root": (
        "Type {type} does not fit in {root}: a self-invoice (389) is an Invoice, a credit (261) a CreditNote."
    ),
    # Rusta och matcha.
    "value.times": "“{value}” is no time of a day. Write as 10:00-11:00, the beginning before the end.",
    "value.number": "“{value}” cannot stand here. Write a whole number from {least} to {most}.",
    "value.activity": "“{value}” is no activity with hours. Write as “Matchning=6” after --{option}.",
    "value.activity-in-file": "“{value}” is no activity with hours. Write as “Matchning=6”.",
    "document.activity-twice": "Activities that stand twice after {option}: {activities}. Write each of them once.",
    "document.result-invoiced": "The result of {case} stands on invoice {invoice}. Cancel the delivery first.",
    "result.delivered": "{case} already has an approved result that is delivered (delivery {delivery}).",
    "delivery.month-outside": "{month} has no day in the period of {case}, {from_day} to {to_day}.",
    "delivery.month-alone": "Case {case} is delivered by the month with --month; {options} cannot be given.",
    "delivery.no-month": "Case {case} is on {service}, which is not delivered by the month.",
    "delivery.none": "Case {case} is on {service}, where nothing is delivered.",
    "delivery.counted": (
        "Delivery {delivery} of {case} is computed from the period. Cancel it and deliver the month again."
    ),
    "delivery.unpriced": "The agreement of {case} has no price for the month yet; it is counted in the unit {unit}.",
    "price.none": "{service} has no prices, for nothing of it is billed here: a municipality pays by funding.",
    "price.unit": "{service} has no prices per {unit}. The units are: {known}.",
    "price.level": "The prices of {service} do not have level {level}.",
    "reconcile.several": "The file holds several self-invoices: {numbers}. Receive it, and compare one at a time.",
    "reconcile.other-agreement": "Self-invoice {self_invoice} belongs to {theirs}, but {invoice} to {ours}.",
    "reconcile.other-kind": "Self-invoice {self_invoice} has type {type}, which is not what {invoice} answers.",
    "reconcile.differs": ("The agency's self-invoice {self_invoice} differs from {invoice}. Difference {apart}."),
    "reconcile.not-compared": (
        "The agency's self-invoice {self_invoice} is not wholly compared with {invoice}. Difference {apart}."
    ),
    "reconcile.line-differs": ("{case}, {place}: {theirs} in {self_invoice} against our {ours}. Difference {apart}."),
    "reconcile.line-ours-only": ("{case}, {place}: our {ours} are not in {self_invoice}. Difference {apart}."),
    "reconcile.line-theirs-only": ("{case}, {place}: {theirs} in {self_invoice} are not with us. Difference {apart}."),
    "reconcile.line-not-compared": (
        "{case}, {place}: the line in {self_invoice} cannot be wholly compared. Difference {apart}."
    ),
    "decision.no-periods": (
        "Case {case} is on {service}, which does not have several periods; {option} cannot be given."
    ),
    "key-in.no-report": "{case} has no periodic report filed for {month}, so there is nothing to key in.",
    # IPS, SEd and SE.
    "case.not-municipal": "Case {case} is in {service}, which has no queue, pauses, reviews and outcomes.",
    "case.started": "The support in {case} began on {from_day} already.",
    "contact.about-unknown": "There is neither a case nor an agreement {about}.",
    "acknowledgement.nothing": (
        "{case} has no such reminder or finding today: {kind}. Only what ipsu todo or ipsu check register shows can be "
        "acknowledged."
    ),
    "contact.two": (
        "{about} is both a case and an agreement. Enter the contact with ipsu import contacts, where the "
        "column says which."
    ),
    "follow.unknown": "There is no number {id} among {kind}.",
    "follow.cancelled": "Number {id} among {kind} was taken back on {day} already.",
    "review.closed-why": (
        "The review closed {case} though there is progress, with the reason other. Enter why it was closed."
    ),
    "review.stays-closed": "Case {case} is closed still, though the review is taken back.",
    "report.too-small": ("The forecast is not shown to others: one of the counts that it rests on is below {below}."),
    # IPS, SEd and SE.
    "case.no-decision": (
        "Case {case} is in {service}, where no period is decided: the support goes on until the case is closed."
    ),
    "case.unentered": "{case} has neither hours nor a deviation report for {weeks}, planned for {net}.",
    "case.undelivered": "The work of {case} in {month}, {net}, is done and reported, and not entered as delivered.",
    "case.unbilled": "Work of {case} in {month}, {net}, is delivered and stands on no invoice basis.",
    "case.unfiled": "Of {case} is not filed: {documents}.",
    "register.open": "Open findings in the register, {first} – {last}, in the cases that this is about: {count}.",
    "participant.number-taken": (
        "Somebody else in the register has that number. A case that is another person's is moved with case edit."
    ),
    "participant.protected": (
        "The person of {case} has protected data. --reveal shows them, and leaves a line in the log."
    ),
    "participant.unknown": "There is no participant with that number.",
    "participant.erased": "The person of {case} is erased: nobody knows who it was.",
    "case.erased": "The person of {case} is erased; nothing more is entered in the case.",
    "undo.erased": "Change {change} ({what}) is about a person who is erased, or has erased one. It is not taken back.",
    "erase.copy-left": "The person could not be erased in these copies; remove them: {copies}.",
}
