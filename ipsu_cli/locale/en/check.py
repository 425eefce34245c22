"""What `ipsu check` finds (CODE), and what holds where all is well (CODE.demand)."""

TEXT: dict[str, str] = {
    "file.damaged": "SQLite finds the file damaged: {found}",
    "file.damaged.demand": "The pages and indexes of the file are whole.",
    "file.value": "A value in {table} is not what its column takes: {found}",
    "file.value.demand": "Every value has its column's type and keeps what the schema holds it to.",
    "file.reference": "Row {row} of {table} refers to a row of {other} that is not there.",
    "file.reference.demand": "What a row refers to is there.",
    "file.schema": "The {kind} {name} is not as in a new file: it is missing, changed, or one too many.",
    "file.schema.demand": "Tables, indexes, views and triggers are those of a new file.",
    "file.version": "The file says version {version}, but has taken {steps:step|steps}.",
    "file.version.demand": "The version that the file says is the count of the steps that it has taken.",
    "file.sequence": "{table} says that {number} is the highest number it has given, but that is {highest}.",
    "file.sequence.demand": (
        "A table that numbers its rows knows the highest number it has given, so that none comes again."
    ),
    "file.text": (
        "{column} in row {row} of {table} has characters that hide or act, or letters apart from their marks."
    ),
    "file.text.demand": "Text is composed (NFC), and has no character that hides or acts.",
    "file.bytes": "The content of file {file} is not what was received or sent.",
    "file.bytes.demand": "The bytes of a kept file give the SHA-256 that was noted of it.",
    "seal.broken": "Row {row} of {table} is not as change {change} left it.",
    "seal.broken.demand": "Every row, in the past too, gives the seal that its change has left.",
    "seal.missing": "Row {row} of {table} was entered by no change.",
    "seal.missing.demand": "Every row has a seal: it was entered by a command.",
    "seal.row-lost": "Row {row} of {table}, as change {change} left it, is lost.",
    "seal.row-lost.demand": "What a change has left is there, as it stands or in the past.",
    "seal.past": "What became of row {row} of {table} in change {change} does not fit.",
    "seal.past.demand": "A row of the past was ended by a change, on the day of that change.",
    "log.chain": "Row {row} of {table} does not follow from the line before and from its seals.",
    "log.chain.demand": "Each line of the log follows from the line before, from itself and from its seals.",
    "log.gap": "Before line {row} of the log one is missing.",
    "log.gap.demand": "The lines of the log are numbered from 1 without a gap.",
    "log.day": "Row {row} of {table} says {day}, but change {change} was on another day.",
    "log.day.demand": "A row has the day of its line in the log.",
    "hours.place": "Delivery {row} stands in {places:place|places} among what is free and what is invoiced.",
    "hours.place.demand": "Every delivery is free or stands on just one line; one that was cancelled does neither.",
    "hours.sum": (
        "Of {case} {kept:hundredth|hundredths} of an hour are kept as delivered, against {delivered} in its deliveries."
    ),
    "hours.sum.demand": "The hours that are kept as the sum of a case are the sum of its deliveries.",
    "hours.reversal": "Delivery {row} does not take back just delivery {other}.",
    "hours.reversal.demand": (
        "What takes a delivery back has its case, days and unit, and just its quantity below nothing."
    ),
    "hours.below-nothing": "Delivery {row} is less than nothing and takes none back.",
    "hours.below-nothing.demand": "A delivery is more than nothing; only what takes one back is less.",
    "hours.untold": "Delivery {row} was corrected by change {change} without a reason.",
    "hours.untold.demand": "What was corrected or cancelled has its reason, next to who and when.",
    "hours.ahead": "Delivery {row} is dated {day}, after the day that it was entered, {today}.",
    "hours.ahead.demand": "A delivery is dated on the day it was entered, or before.",
    "hours.two-months": "Delivery {row} lies in two months, {from_day} to {to_day}.",
    "hours.two-months.demand": "A delivery lies in one calendar month.",
    "hours.outside-period": "Delivery {row} in {case} on {day} lies outside the period of the case.",
    "hours.outside-period.demand": "A delivery lies in the period of its case, as it is or as it was.",
    "hours.over-plan": (
        "{case} has more delivered than planned: {delivered} against {planned:hundredth|hundredths} of an hour."
    ),
    "hours.over-plan.demand": (
        "No more hours are delivered than planned, unless something later has made the plan smaller."
    ),
    "hours.locked": "Delivery {row} was entered in {case} after it was locked on {opened}.",
    "hours.locked.demand": "No delivery was entered in a case after it was locked.",
    "weeks.extent": "Week {week} of a plan has {hours:hundredth|hundredths} of an hour.",
    "weeks.extent.demand": "The weeks of a plan have 5, 10, 20 or 30 hours.",
    "weeks.outside-period": "Week {week} of the plan of {case} lies outside the period.",
    "weeks.outside-period.demand": "Every week of a plan has a day in the period, as it is or as it was.",
    "versions.gap": "Before version {version} of {type} in {case} one is missing.",
    "versions.gap.demand": "The versions of a document are numbered from 1 without a gap.",
    "document.answered": "Version {version} of {type} in {case} is {status}, and its days of answer are others.",
    "document.answered.demand": "A document that is confirmed or returned has the day of that, and no other has.",
    "people.two-open": "{case} and {other} are open for the same person in the same service.",
    "people.two-open.demand": "A person has at most one open case in a service.",
    "line.deliveries": (
        "Line {row} says {deliveries:delivery|deliveries}, {quantity:hundredth|hundredths}; what stands on it is "
        "{found}, {in_all}."
    ),
    "line.deliveries.demand": (
        "The deliveries on a line, and those released from it, are as many and as much as the line says."
    ),
    "line.counts": "Delivery {row} stands on line {line}, which counts no more: no step of report money has it.",
    "line.counts.demand": "What stood on a line that was corrected, or on a cancelled invoice, is free again.",
    "line.unknown": "Delivery {row} stands on line {line}, which is not there.",
    "line.unknown.demand": "The line that a delivery stands on is there.",
    "line.net": "Line {row} is {net}, but its quantity times its price is {due}.",
    "line.net.demand": "The net of a line is its quantity times its price.",
    "invoice.net": "Invoice {invoice} is {net} net, but its lines give {due}.",
    "invoice.net.demand": "The net of an invoice is the sum of its lines.",
    "invoice.vat": "Invoice {invoice} has {is_} in VAT, but its net gives {due}.",
    "invoice.vat.demand": "The VAT follows from the net and the rate.",
    "invoice.number": "Before number {no} of {year} an invoice is missing.",
    "invoice.number.demand": "The invoices of a year are numbered from 1 without a gap.",
    "invoice.credit": "Credit {invoice} does not belong to its invoice, or takes back more than it has.",
    "invoice.credit.demand": (
        "A credit is about an earlier invoice of the same agreement, and the credits take back no more than it has."
    ),
    "invoice.approved": "Invoice {invoice} is {status} without a day of approval.",
    "invoice.approved.demand": "What is approved was approved on a day.",
    "invoice.rejected": "Invoice {invoice} is {status}, which does not fit its investigations.",
    "invoice.rejected.demand": "An invoice is rejected as long as an investigation of it is open.",
    "payment.status": "Invoice {invoice} is {status} and has {paid} paid.",
    "payment.status.demand": (
        "An invoice that is created or cancelled has no payment, and none has more than it is on."
    ),
    "payment.twice": "Payment {row} is payment {other} once more.",
    "payment.twice.demand": "A payment from the bank is entered once.",
    "voucher.balance": "Voucher {row} does not balance: {amount}.",
    "voucher.balance.demand": "The rows of a voucher sum to nothing.",
    "voucher.sent": "The vouchers of invoice {invoice} have {sales} in sales; its lines give {due}.",
    "voucher.sent.demand": (
        "The vouchers have posted the sales of the invoice's lines, as it stood when they were sent."
    ),
    "answer.line": "Answer {row} is about a line of another self-invoice, or awaits something though it approves.",
    "answer.line.demand": "An answer is about a line of its own self-invoice; one that approves awaits nothing.",
    "answer.settled": "Settlement {row} is by the self-invoice itself, or by one of another agreement.",
    "answer.settled.demand": "What settles an answer is another self-invoice of the same agreement.",
    "self-invoice.net": "Self-invoice {number} is {net} net, but its lines give {due}.",
    "self-invoice.net.demand": "The lines of a self-invoice sum to its net.",
    "self-invoice.credited": "Line {row} of {net} is credited by {credited}.",
    "self-invoice.credited.demand": "The agency's credits take back no more of a line than it has.",
}
