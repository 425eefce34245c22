"""What the rules say: `CODE` when it is broken, `CODE.why` why. What it demands is the docstring of the rule."""

TEXT: dict[str, str] = {
    # The case.
    "case.after-not-a-mapping": "{after} is not an IPSU A mapping of the same person as {case}.",
    "case.after-not-a-mapping.why": "The support starts from what the mapping has shown about that very person.",
    "case.agreement-service": "Agreement {agreement} does not cover the service {service} of {case}.",
    "case.agreement-service.why": (
        "The agreement sets price and terms. IPSU is one service in two parts, IPSU A (mapping) and IPSU B "
        "(pedagogic support), and an agreement on IPSU covers both."
    ),
    "case.closed-early": "Case {case} cannot be closed on {closed}: it begins on {from_day}.",
    "case.closed-early.why": "What has not started cannot be closed. Most often a date is wrong.",
    "case.decision-early": (
        "In {case} the decision on IPSU A is dated {decision}, before the multi-party meeting on {meeting}."
    ),
    "case.decision-early.why": (
        "First the parties decide in the multi-party meeting to carry out a mapping. Then the employment officer "
        "makes the decision on IPSU A."
    ),
    "case.locked": "Case {case} is locked while invoice basis {invoice} is investigated, and is not invoiced now.",
    "case.locked.why": (
        "When an invoice basis is rejected the agency investigates it. Until that is done nobody knows what is "
        "to be paid."
    ),
    "case.mapping-during-training": (
        "The mapping in {case} begins on {from_day}, not before the training, which begins on {training_from}."
    ),
    "case.mapping-during-training.why": (
        "The mapping is to prepare the training. It may be made during the training when the need is found only "
        "then, so this is a reminder and stops nothing."
    ),
    "case.mapping-length": (
        "A mapping should take {shortest} to {longest:day|days}. Number of days in {case}: {days}."
    ),
    "case.mapping-length.why": "The guideline for IPSU A is no limit, so the case is saved all the same.",
    "case.meeting-late": (
        "The multi-party meeting in {case} is dated {meeting}, but the mapping begins on {from_day} already."
    ),
    "case.meeting-late.why": (
        "In the multi-party meeting the employment officer, the supplier and the jobseeker agree when the mapping "
        "is to begin."
    ),
    "case.one-open": "The person already has an open case in the service, {other}. So {case} cannot be open too.",
    "case.one-open.why": "With two open cases the same support can be reported and paid twice.",
    "case.outside-agreement": ("Case {case} begins outside agreement {agreement} (it runs {from_day} to {to_day})."),
    "case.outside-agreement.why": (
        "A case that begins before its agreement, or after it has ended, is unusual. Check dates and agreement."
    ),
    "case.overlaps": (
        "The days of case {case} overlap with those of {other}, which the person has in the same service "
        "({from_day} to {to_day})."
    ),
    "case.overlaps.why": (
        "Figures of ongoing support would count the person twice on those days. Whoever comes back begins on the day "
        "that the earlier case ended at the earliest."
    ),
    "decision.overlaps": (
        "The decision leads {case} to {to_day}, but {other}, which the person has in the same service, begins on "
        "{from_day}."
    ),
    "decision.overlaps.why": (
        "Figures of ongoing support would count the person twice on those days, and they could be delivered twice."
    ),
    "case.over-delivered": (
        "In {case} {delivered_hours} h are delivered, but after the decision only {planned_hours} h are planned "
        "(remaining {remaining_hours} h). No more hours are taken until the deliveries are corrected."
    ),
    "case.over-delivered.why": (
        "The decision is the employment officer's and holds all the same. Planned weeks after the new end no "
        "longer count, and what is delivered may not exceed what is planned."
    ),
    "case.period-backwards": "In {case} a period ends on {to_day}, before it begins on {from_day}.",
    "case.period-backwards.why": "Weeks, hours and the last days for documents are calculated from these dates.",
    "case.period-bound": (
        "The participant period of {case} moves by decision alone: a joint plan is confirmed or something is delivered."
    ),
    "case.period-bound.why": (
        "It is the employment officer who shortens and extends the participant period, and the delivery period follows."
    ),
    "case.period-missing": "Case {case} lacks the first or the last day of its participant period.",
    "case.period-missing.why": (
        "The agency decides on the service for a set period. Deliveries are reported only within it."
    ),
    "case.period-outside-training": (
        "The period {from_day} to {to_day} in {case} does not fit in the training, {training_from} to {training_to}."
    ),
    "case.period-outside-training.why": (
        "The support runs alongside the training and lasts at most until the day that the training ends."
    ),
    "case.site-unknown": "The town {site} in {case} is not one of the agreement's towns ({sites}).",
    "case.site-unknown.why": "An agreement is for an area with certain towns. Check town, spelling and agreement.",
    "case.training-missing": "What {case} says about the training is not complete.",
    "case.training-missing.why": (
        "Mapping and support are for a specific training. Without its name and dates nobody can see whether the "
        "support is given in a training."
    ),
    "date.future": "{day} is still to come. Today is {today}.",
    "date.future.why": "What is entered has already happened. Otherwise the register shows what may never be.",
    # The employment officer's decision.
    "case.result-missing": "{case} is closed without the result of its training: --training-result says it.",
    "case.result-missing.why": (
        "A passed result is the goal of the service, and only results that are entered are counted."
    ),
    "case.result-contradicts": "{case} is closed as {reason}, and the result of its training is {result}.",
    "case.result-contradicts.why": "One of the two is wrong, and both are counted.",
    "case.error-invoiced": "A delivery of {case} stands on an invoice, so the case was not registered in error.",
    "case.error-invoiced.why": (
        "What counts in no figure cannot be invoiced. The invoice is credited, or cancelled while it may be, first."
    ),
    "decision.after-training": (
        "The participant period of {case} cannot run to {to_day}: the training ends on {training_to}."
    ),
    "decision.after-training.why": "IPSU B lasts at most until the day that the training ends.",
    "decision.before-start": ("The participant period of {case} cannot end on {to_day}: it begins on {from_day}."),
    "decision.before-start.why": "A decision moves the end of the period. There must be a period left.",
    "decision.future": "The decision in {case} is dated {day}, but today is {today}.",
    "decision.future.why": "The old participant period holds until a new one is decided.",
    # Delivery.
    "delivery.on-absent-day": "A deviation report of {case} calls {from_day} to {to_day} absence.",
    "delivery.on-absent-day.why": "One of the two is wrong. The agency compares absence with what is delivered.",
    "training.dates-missing": "Case {case} lacks the first or the last day of its training.",
    "training.dates-missing.why": (
        "Support is given only while the training runs, so its days are known before the hours are paid."
    ),
    "delivery.after-agreement": ("The delivery in {case} is for {day}, and its agreement {agreement} ended on {ends}."),
    "delivery.after-agreement.why": (
        "The purchaser may refuse to pay for work after the agreement. Prolong it, or move the case."
    ),
    "delivery.future": "The delivery in {case} is dated {day}, but today is {today}.",
    "delivery.future.why": "Deliveries may be reported up to today's date, for work that is done.",
    "delivery.locked": (
        "Case {case} is locked for delivery since {since}, while invoice basis {invoice} is investigated."
    ),
    "delivery.locked.why": (
        "When an invoice basis is rejected, an investigation is opened at the agency's head office. The case is "
        "locked for delivery until it is done; documents may still be filed."
    ),
    "delivery.nothing": "A delivery in {case} must be more than nothing. Given: {hours} h.",
    "delivery.nothing.why": "Zero hours are no delivery. A mistake is corrected in the delivery that has it.",
    "delivery.outside-period": (
        "{day} lies outside the time for delivery in {case}, which runs from {from_day} to {to_day}."
    ),
    "delivery.outside-period.why": (
        "The delivery period is the participant period. When the employment officer shortens or extends the "
        "participant period, it follows."
    ),
    "delivery.outside-training": (
        "{day} lies outside the training in {case}, which runs from {training_from} to {training_to}."
    ),
    "delivery.outside-training.why": "Individual pedagogic support in training holds only in a training.",
    "delivery.over-day": "In {case} that makes {hours} h, counted in days: {days}. No more than {most} h fit.",
    "delivery.over-day.why": "A day has 24 hours. Most often a decimal point is in the wrong place.",
    "delivery.over-plan": (
        "The delivery in {case} exceeds what is planned: planned {planned_hours} h, already delivered "
        "{delivered_hours} h, now attempted {attempted_hours} h. That is {excess_hours} h too much."
    ),
    "delivery.over-plan.why": (
        "The agency checks that what is delivered does not exceed what is planned. Where more support is needed, "
        "a new joint plan with a reason is filed first."
    ),
    "delivery.over-row": (
        "The row of {extent} h a week in the plan of {case} has {planned_hours} h. This delivery makes it "
        "{delivered_hours} h."
    ),
    "delivery.over-row.why": (
        "A row is all the weeks of the plan with the same extent. More than the row is allowed as long as the "
        "hours of the whole period last, but it may be the wrong week or the wrong number of hours."
    ),
    "delivery.over-week": (
        "Week {week} in {case} is planned for {planned_hours} h. This delivery makes it {delivered_hours} h."
    ),
    "delivery.over-week.why": (
        "More than the week's extent is allowed as long as the hours of the whole period last. If it happens "
        "again, the plan may have to change."
    ),
    "delivery.two-months": "The delivery in {case} from {from_day} to {to_day} lies in two months.",
    "delivery.two-months.why": (
        "Hours belong to the month in which the work was done. Where a week runs over the end of a month, dates "
        "have to show how many hours belong to each month."
    ),
    "delivery.unplanned-week": "The plan of {case} has no hours in week {week}.",
    "delivery.unplanned-week.why": (
        "What is checked is the hours of the whole period, so the delivery is saved. A week without a plan is "
        "unusual all the same: check the date."
    ),
    # Documents.
    "deviation.hours-delivered": (
        "Hours are delivered in {case} for {from_day} to {to_day}, which the report calls absence."
    ),
    "deviation.hours-delivered.why": (
        "Hours for days on which nobody came are taken back, or the report is about other days."
    ),
    "deviation.incomplete": "The deviation report in {case} lacks something: {option}.",
    "deviation.incomplete.why": "Known and unknown deviations are both reported, and the report must say which.",
    "deviation.not-ended": (
        "The deviation in {case} cannot end on {to_day}, compared with {day}: it ends on the day of the report at "
        "the latest, and on its own first day at the earliest."
    ),
    "deviation.not-ended.why": "Only then is it known how long the participant was absent.",
    "document.future": "Document {type} in {case} is dated {day}, but today is {today}.",
    "document.future.why": "What is not filed yet cannot count as filed.",
    "document.late": "Document {type} in {case} was due on {due} at the latest, but was filed on {day}.",
    "document.late.why": (
        "A late document is confirmed late, and then payment waits. For IPSU the day is a yardstick: the document "
        "is taken all the same."
    ),
    "gp.unconfirmed": "Case {case} has no confirmed joint plan (GP).",
    "gp.unconfirmed.why": (
        "The hours count against the plan in the GP. Until the employment officer has confirmed it, the plan is "
        "only a proposal."
    ),
    "invoice.self-fixable": "Invoice basis {invoice} is rejected only for errors that the office cannot fix.",
    "invoice.self-fixable.why": (
        "A rejection opens an investigation at the agency's head office and locks the case for delivery. An error "
        "in a delivery is put right faster here."
    ),
    # Delivery of a mapping.
    "case.gp-before-meeting": (
        "The joint plan (GP) of {case} was filed on {filed}, before the multi-party meeting {meeting}."
    ),
    "case.gp-before-meeting.why": (
        "The plan is drawn up at the meeting. One of the two days is wrong, or a new plan is filed."
    ),
    "gp.before-meeting": "The joint plan (GP) of {case} is dated {day}, before the multi-party meeting {meeting}.",
    "gp.before-meeting.why": "The plan is drawn up at the meeting, where all three parties agree on it.",
    "sr.before-mapping": (
        "The final report (SR) of {case} is dated {day}, before the first day of the mapping, {from_day}."
    ),
    "sr.before-mapping.why": "The report says what the mapping has shown.",
    "sr.no-show-early": "The final report (SR) of {case} is dated {day}, before the last planned day, {to_day}.",
    "sr.no-show-early.why": "Only then has the participant been absent in the whole planned period.",
    "mapping.deviation-ends-early": "The deviation report in {case} ends {last}; the last planned day is {to_day}.",
    "mapping.deviation-ends-early.why": (
        "The mapping is paid when the participant was absent in the whole planned period."
    ),
    "mapping.decision-missing": "There is no decision made on IPSU A in {case}.",
    "mapping.decision-missing.why": "Without the decision the agency has not ordered any mapping.",
    "mapping.delivered": "The mapping in {case} is already delivered (delivery {delivery}).",
    "mapping.delivered.why": "IPSU A has a fixed price for the whole mapping, and it is paid once.",
    "mapping.deviation-missing": "There is no deviation report filed for the absence in {case}.",
    "mapping.deviation-missing.why": (
        "The right to be paid when the participant stays away demands that the absence is reported as usual."
    ),
    "mapping.deviation-short": "The deviation report in {case} begins {first}; the planned period begins {from_day}.",
    "mapping.deviation-short.why": (
        "The mapping is paid when the participant was absent in the whole planned period. One report is enough, "
        "if it shows that."
    ),
    "mapping.gp-unconfirmed": "The joint plan (GP) in {case} is not confirmed.",
    "mapping.gp-unconfirmed.why": (
        "The mapping can be reported for payment only when the employment officer has confirmed all documents."
    ),
    "mapping.meeting-missing": "There is no multi-party meeting held in {case}.",
    "mapping.meeting-missing.why": (
        "Full payment for IPSU A, even when the participant does not show up, demands that a multi-party meeting "
        "was held."
    ),
    "mapping.no-show-unsaid": (
        "The final report (SR) in {case} says that no mapping could be carried out, but the delivery does not say "
        "that the participant stayed away. If so it is, cancel the delivery and enter it again with --no-show."
    ),
    "mapping.no-show-unsaid.why": (
        "When the participant stayed away for the whole period other terms hold, among them a deviation report."
    ),
    "mapping.not-agreed": "In {case} it is not noted that the multi-party meeting decided on a mapping.",
    "mapping.not-agreed.why": "The employment officer's decision on IPSU A rests on the parties being agreed.",
    "mapping.not-started": "The mapping in {case} does not begin until {from_day}.",
    "mapping.not-started.why": "Before the mapping has started there is nothing to be paid for.",
    "mapping.sr-silent": "The final report (SR) in {case} does not say that no mapping could be carried out.",
    "mapping.sr-silent.why": (
        "The agency pays when the SR describes this and is confirmed, together with the GP and a deviation report."
    ),
    "mapping.sr-unconfirmed": "The final report (SR) in {case} is not confirmed.",
    "mapping.sr-unconfirmed.why": (
        "Without a confirmed SR the mapping cannot be reported for payment. It is the employment officer who confirms."
    ),
    # The plan.
    "plan.added-week-missing": (
        "The joint plan of {case} has no extent for {weeks}. The period is extended to {to_day}."
    ),
    "plan.added-week-missing.why": "The plan for an extension states the new period and the extent of each week in it.",
    "plan.before-decision": (
        "The joint plan in {case} is dated {day}, but the participant period was moved by decision on {decided}."
    ),
    "plan.before-decision.why": (
        "To extend, the employment officer is contacted first. Once the participant period is extended, a new "
        "joint plan is filed."
    ),
    "plan.made-before-decision": (
        "The joint plan in {case} was set before the decision of {decided} that made room for it. It does not come "
        "back by itself."
    ),
    "plan.made-before-decision.why": (
        "A period that was shortened and extended again is another period: its joint plan states the new period and "
        "the extent of every week that was added."
    ),
    "plan.below-delivered": (
        "The plan of {case} has {planned_hours} h, but {delivered_hours} h are already delivered."
    ),
    "plan.below-delivered.why": "What is delivered may not exceed what is planned, not afterwards either.",
    "plan.ended-week-changed": (
        "Week {week} in {case} has ended and does not change. Planned hours: {was}. In the new plan: {wanted}."
    ),
    "plan.ended-week-changed.why": (
        "A new joint plan holds from now on. What was planned when the support was given does not change."
    ),
    "plan.ends-before-delivered": (
        "The plan of {case} ends on {ends}, but the latest delivery was made on {last_delivered}."
    ),
    "plan.ends-before-delivered.why": "A shortened plan cannot end before support that is already given.",
    "plan.extent": "Week {week} in {case} has {hours} h. Support can be planned for {allowed} h a week.",
    "plan.extent.why": (
        "So the agreement says. It holds for the plan only: fewer hours than planned may be delivered."
    ),
    "plan.extent-rises": "The extent in {case} rises in week {week}, from {before} h to {after} h.",
    "plan.extent-rises.why": (
        "The aim is that the participant grows independent, so that fewer support hours are needed. A rise is "
        "allowed but should be explained in the plan."
    ),
    "plan.missing": "Case {case} has no plan to file as a joint plan (GP).",
    "plan.missing.why": "The GP of IPSU B is to show when the support is given, and to what extent.",
    "plan.no-mapping-case": "Case {case} does not say which IPSU A mapping the support builds on.",
    "plan.no-mapping-case.why": (
        "The first joint plan starts from the final report of the mapping. A mapping made by another supplier is "
        "possible but unusual."
    ),
    "plan.outside-period": (
        "The plan of {case} has weeks outside the participant period {from_day} to {to_day}: {weeks}. Contact the "
        "employment officer: an extension is decided before it is planned."
    ),
    "plan.outside-period.why": (
        "To extend, the decision comes first. Once the employment officer has extended the participant period, a "
        "new joint plan can be filed."
    ),
    "plan.outside-training": (
        "The plan of {case} has weeks outside the training {training_from} to {training_to}: {weeks}."
    ),
    "plan.outside-training.why": "The support runs alongside the training and ends when it ends at the latest.",
    "plan.reason-missing": "Version {version} of the plan of {case} has no reason.",
    "plan.reason-missing.why": (
        "Where extent or period changes, the employment officer is informed of why the change is proposed."
    ),
    "plan.sr-missing": (
        "The first joint plan in {case} is filed after the final report (SR) of the mapping, but {after} had no "
        "SR filed by then."
    ),
    "plan.sr-missing.why": "The first joint plan starts from what the SR of IPSU A has shown.",
    "plan.two-extents-one-week": (
        "Week {week} stands more than once in the plan of {case} ({extents} hours). A week has one extent."
    ),
    "plan.two-extents-one-week.why": "Planning is by the week. Two extents cannot be planned in one week.",
    "price.after-agreement": "The price in {agreement} begins on {from_day}, after the agreement's last day, {to_day}.",
    "price.after-agreement.why": "No case is delivered under an agreement that has ended.",
    "price.billed": (
        "From {from_day} on {billed:delivery|deliveries} of {service} in {agreement} stood on invoices ({invoices}). "
        "They keep their price; until now {before_ore} held."
    ),
    "price.billed.why": "An invoice keeps the price that it was made with. The new price does not reach it.",
    "price.replaces": (
        "The price of {service} in {agreement} from {from_day} was {before_ore} and is now {amount_ore}, for "
        "{unbilled:delivery|deliveries} on no invoice; billed already: {billed}."
    ),
    "price.replaces.why": "What is delivered and not billed gets the price that stands when the invoice is made.",
    "today.before": "{what} {invoice} is dated {day}, before {why} {earlier}.",
    "today.before.why": (
        "A day before the work most often means that today was set with --today or $IPSU_TODAY, and left there. ipsu "
        "status says so."
    ),
    "price.missing": "Case {case} cannot be invoiced: {agreement} has no price for {service} on {from_day}.",
    "price.missing.why": "Without a price nobody can calculate what the delivery is worth.",
    "deviation.backwards": "The deviation report in {case} ends on {to_day}, before its first day {from_day}.",
    "deviation.backwards.why": ("The days say which absence the report is about."),
    "mapping.not-over": "The planned period of {case} runs to {to_day}.",
    "mapping.not-over.why": ("Full pay for a no-show is for a participant who was absent in the whole planned period."),
    "delivery.no-plan": "{case} has no plan to deliver hours from.",
    "delivery.no-plan.why": ("What is delivered may not exceed what is planned; without a plan nothing is planned."),
    "case.mapping-delivered": (
        "The mapping of {case} is delivered. Its meeting, agreement and decision are not taken away."
    ),
    "case.mapping-delivered.why": (
        "Pay for IPSU A demands a multi-party meeting, an agreement on a mapping and a decision."
    ),
    "case.delivered-after-closing": "{case} is closed on {closed}, but there are deliveries up to {last_delivered}.",
    "case.delivered-after-closing.why": (
        "Deliveries after the closing are invoiced like others; if a date is wrong they are corrected."
    ),
    "decision.before-last": "The decision on {case} is dated {day}, before the newest decision, {decided}.",
    "decision.before-last.why": "The decision entered last rules the period.",
    "decision.delivered-after": (
        "{case} has deliveries up to {last_delivered}, after the new end of the period, {to_day}."
    ),
    "decision.delivered-after.why": (
        "Hours outside the participant period are to be corrected or cancelled; else they are invoiced."
    ),
    # Aids.
    "agreement.backwards": "The agreement ends on {to_day}, before it begins on {from_day}.",
    "agreement.backwards.why": "An agreement that has ended before it begins covers no case.",
    "agreement.cost-centre": (
        "Cost centre {cost_centre} belongs to agreement {other}. Choose another for {agreement}."
    ),
    "agreement.cost-centre.why": "The books tell agreements apart by their cost centres.",
    "agreement.reserved": "“{agreement}” stands for all agreements, or for none. Give this one another reference.",
    "agreement.reserved.why": "A target or a budget meant for this agreement would be entered for all of them.",
    "agreement.delivered-later": (
        "Agreement {agreement} ends on {to_day}, and {count:delivery under it is|deliveries under it are} later, "
        "the last on {last_delivered}."
    ),
    "agreement.delivered-later.why": (
        "The purchaser may refuse to pay for work after the agreement. Prolong it, or move the cases."
    ),
    "agreement.delivered-earlier": (
        "Agreement {agreement} begins on {from_day}, and {count:delivery under it is|deliveries under it are} earlier, "
        "the first on {first_delivered}."
    ),
    "agreement.delivered-earlier.why": (
        "The purchaser may refuse to pay for work before the agreement. Let it begin earlier, or move the cases."
    ),
    "agreement.invoiced": (
        "Agreement {agreement} has invoices ({invoices}), so this stands as it is: {options}. "
        "What differs from now on is a new agreement."
    ),
    "agreement.invoiced.why": "An invoice that is made keeps what it says, and the books what is entered from it.",
    "agreement.service-used": (
        "Under agreement {agreement} there are cases or prices of {services}. It goes on covering them."
    ),
    "agreement.service-used.why": "A case is paid for under an agreement that covers its service.",
    "agreement.vat-exempt": (
        "The agreement {agreement} has 0 per cent VAT, and says not why: --vat-exempt-reason TEXT."
    ),
    "agreement.vat-exempt.why": "An invoice without VAT says which exemption it goes by.",
    "aid.after-training": "In {case} an aid is lent on {day}, after the last day of the training, {due}.",
    "aid.after-training.why": (
        "Aids follow the participant through the training. Once it has ended there is nothing to lend them for, but "
        "what has happened is entered all the same."
    ),
    "aid.before-lent": "An aid in {case} was lent on {lent} and cannot have come back as early as {day}.",
    "aid.before-lent.why": "What is not out cannot come back. Most often a date is wrong.",
    "aid.future": "{day} is after today ({today}), so the loan in {case} cannot be entered yet.",
    "aid.future.why": "The register says who has what today.",
    "aid.late": "An aid in {case} was to be back by {due}, the last day of the training, and came on {day}.",
    "aid.late.why": (
        "Aids follow the participant as long as they are needed in the training, also when the support has ended, "
        "but no longer."
    ),
    "aid.no-due": "{case} has no last day of the training, so nobody can say when the aid is to be back.",
    "aid.no-due.why": (
        "The end of the training is the day by which the aid is to be back. Without it nobody is reminded."
    ),
    "aid.origin": "{case} is a mapping (IPSU A); what IPSU B found a need of is lent in the case of IPSU B.",
    "aid.origin.why": "Aids beyond those of the mapping are fitted and provided in IPSU B.",
    "aid.overdue": "Aid {aid} in {case} was to be back by {due}, the last day of the training, and is still out.",
    "aid.overdue.why": (
        "Aids follow the participant through the training, also after the support. When the training has ended they "
        "come back."
    ),
    "aid.unnamed": "The aid in {case} is none of the nine kinds and has no name: --name TEXT says what it is.",
    "aid.unnamed.why": "Many other aids and apps may be needed. Without a name nobody knows what is to come back.",
    "document.section-empty": "The section “{heading}” in {type} of {case} is empty.",
    "document.section-empty.why": (
        "The sources list what a joint plan and a final report contain. Where there is nothing to say, that is "
        "written: “none” is an answer, an empty section is not. A text that is written in the agency's portal is not "
        "judged here."
    ),
    # Fidelity, surveys and funding.
    "fidelity.items": ("A review in {agreement} on the scale {scale} has {items:item|items}; given here: {count}."),
    "fidelity.items.why": (
        "The total can be compared between units and years only if it is of the same items. An item that "
        "could not be judged is written as a hyphen."
    ),
    "fidelity.range": "Item {item} is given {score}; on the scale {scale} scores go from {least} to {most}.",
    "fidelity.range.why": "A score outside the scale is a mistake, and makes the total wrong.",
    "fidelity.future": "The review in {agreement} is dated {day}, after today, {today}.",
    "fidelity.future.why": "What has not happened has no result.",
    "fidelity.unscored": "The review in {agreement} on {day} has no total: the items {numbers} are not scored.",
    "fidelity.unscored.why": (
        "A total of fewer items looks like low fidelity without being it. The review is kept, but does not "
        "count as the unit's latest."
    ),
    "survey.over-asked": "The question {question} has {answered:answer|answers}, but asked were only {asked}.",
    "survey.over-asked.why": "Otherwise the response is above the whole, and one of the numbers is wrong.",
    "survey.positive-unknown": "The positive answer {answer} is not among the answers to {question}: {answers}.",
    "survey.positive-unknown.why": (
        "A misspelt answer would otherwise count as if nobody were content. An answer that nobody gave is "
        "written with 0."
    ),
    "survey.future": "The survey with the question {question} is dated {day}, after today, {today}.",
    "survey.future.why": "What has not happened has no answers.",
    "self-invoice.not-self-billed": (
        "{self_invoice} is no self-invoice: its type is {type}. A self-invoice has type 389, its credit 261."
    ),
    "self-invoice.not-self-billed.why": (
        "Types 380 and 381 are a seller's own invoices; they are not taken in as the buyer's."
    ),
    "self-invoice.other-seller": (
        "Self-invoice {self_invoice} is made in the name of {seller}, not of this office ({orgnr}). It does "
        "not belong here."
    ),
    "self-invoice.other-seller.why": (
        "The buyer makes the invoice in the seller's name, and the seller answers for it. Another supplier's "
        "invoice is left alone and reported."
    ),
    "self-invoice.currency": "Self-invoice {self_invoice} is in {currency}. It must be in kronor (SEK).",
    "self-invoice.currency.why": "The prices of the agreements are in kronor, and the comparison is made to the öre.",
    "self-invoice.future": "Self-invoice {self_invoice} is dated {day}, after today ({today}).",
    "self-invoice.future.why": "What has not happened yet is not entered. Often a date is wrong.",
    "self-invoice.negative": (
        "Self-invoice {self_invoice} is for {total}: it is a credit, but does not say of which self-invoice."
    ),
    "self-invoice.negative.why": (
        "An amending invoice refers to the original. This one is set against what came before it of the same cases "
        "and days."
    ),
    "self-invoice.lines-sum": (
        "The lines of self-invoice {self_invoice} make {lines}, but its head says {net} net: the difference "
        "is {difference}."
    ),
    "self-invoice.lines-sum.why": "An invoice whose lines do not make its sum can be neither compared nor booked.",
    "self-invoice.total-sum": "In self-invoice {self_invoice} net {net} and VAT {vat} do not make the total {total}.",
    "self-invoice.total-sum.why": "An invoice whose sums do not add up cannot be booked.",
    "self-invoice.duplicate": (
        "Number {self_invoice} is there already in {agreement} for {year} with other content. What differs: {differs}."
    ),
    "self-invoice.duplicate.why": (
        "Serial numbers are unique in their series. The same number with other content is the agency's "
        "mistake, and the agency has to put it right."
    ),
    "self-invoice.no-original": (
        "Credit {self_invoice} refers to no self-invoice that has been received (refers to: {refers_to}). "
        "What is itself a credit is no original."
    ),
    "self-invoice.no-original.why": (
        "An amending invoice refers to the original, specifically and unambiguously. Take in the original first."
    ),
    "self-invoice.credit-sign": "Credit {self_invoice} makes {total}; a credit gives back more than nothing.",
    "self-invoice.credit-sign.why": (
        "Type 261 says that the amounts go back. With one more minus sign it is unclear which way the money goes."
    ),
    "self-invoice.over-credited": (
        "With credit {self_invoice} more is credited than self-invoice {refers_to} was for: {left} is left."
    ),
    "self-invoice.over-credited.why": (
        "No more than all can be taken back. See whether a credit has come twice under different numbers."
    ),
    "self-invoice.set-off": (
        "Of self-invoice {self_invoice}, {total}, {payable} is to be paid. Paid or set off before: {prepaid}; "
        "rounding: {rounding}."
    ),
    "self-invoice.set-off.why": (
        "The lines may agree to the öre while less money comes. What was set off belongs to something else, and the "
        "agency says to what."
    ),
    "self-invoice.payable-sum": (
        "Self-invoice {self_invoice} says that {payable} is to be paid; its own amounts make {expected}. The "
        "difference is {difference}."
    ),
    "self-invoice.payable-sum.why": "Otherwise it is not known which amount will come.",
    "self-invoice.other-buyer": (
        "The buyer on self-invoice {self_invoice} is {buyer}, but the agreement's purchaser is {purchaser}."
    ),
    "self-invoice.other-buyer.why": "Self-billing holds between the parties that have agreed on it.",
    "self-invoice.text-missing": "Self-invoice {self_invoice} lacks the word självfakturering.",
    "self-invoice.text-missing.why": "The VAT act demands it on the invoice.",
    "self-invoice.agreement-billing": (
        "Self-invoice {self_invoice} belongs to {agreement}, under which the office sends the invoice itself."
    ),
    "self-invoice.agreement-billing.why": "Without an agreement on self-billing the same work may be invoiced twice.",
    "self-invoice.other-agreement": (
        "Self-invoice {self_invoice} belongs to {agreement}, but these cases lie under other agreements: {cases}."
    ),
    "self-invoice.other-agreement.why": "The number series and the prices follow the agreement.",
    "self-invoice.vat": (
        "The VAT on self-invoice {self_invoice} is {vat}; the agreement's rate makes {expected}. The "
        "difference is {difference}."
    ),
    "self-invoice.vat.why": "The seller answers for the VAT, also where the buyer makes the invoice.",
    "self-invoice.line-net": (
        "On {count} of the lines of self-invoice {self_invoice} the hours at their price make something else "
        "than the line's net: {lines}."
    ),
    "self-invoice.line-net.why": "Otherwise the hours, the price or the net is wrong, and it does not show which.",
    # Rusta och matcha.
    "pr.nothing-done": (
        "In {case} nothing of the joint plan was done in {month}, and no deviation report is about that month."
    ),
    "pr.nothing-done.why": (
        "Who does not take part in what is planned is absent, and the agency is always told of absence."
    ),
    "pr.hours-while-absent": (
        "The report of {case} has {hours} h in {month}, but every weekday of the month is reported as absence."
    ),
    "pr.hours-while-absent.why": "One of the two is wrong, and the agency compares them.",
    "deviation.several-days": "The deviation report of {case} is about several days, {from_day} to {to_day}.",
    "deviation.several-days.why": "The agency asks for the activity and its times, and those belong to one day.",
    "gp.no-hours": "Every activity in the joint plan of {case} has 0 hours.",
    "gp.no-hours.why": (
        "The plan is what the monthly report starts from; with nothing planned there is nothing to report."
    ),
    "case.after-not-earlier": "{after} is not an earlier placement of the same person as {case}.",
    "case.after-not-earlier.why": (
        "After a whole placement without a result a new assessment can give a new round; the link shows which one it "
        "follows."
    ),
    "case.billing": (
        "{case} is in {system}, which is invoiced by {kind}, but agreement {agreement} is invoiced another way."
    ),
    "case.billing.why": "What is ordered in MSFA is invoiced over Peppol. What is still in KA-Webb is self-billed.",
    "case.level-missing": "{case} has no level, so only prices for all levels can be used.",
    "case.level-missing.why": "The payment differs between the three levels. The level can be entered later.",
    "case.over-a-year": "The period of {case} ends {to_day}. {months:month|months} from the start is {last}.",
    "case.over-a-year.why": (
        "Rusta och matcha is two periods. The decision is the agency's, so the case is saved all the same."
    ),
    "case.system-bound": "{case} already has a confirmed plan or a delivery in {system}, and does not change system.",
    "case.system-bound.why": "What is filed lies in that system. A new decision in another system is a new case.",
    "case.system-missing": "{case} has no system: --system ka-webb or --system msfa.",
    "case.system-missing.why": (
        "The system decides which documents there are, how they are filled in and how the placement is invoiced."
    ),
    "decision.gp-not-intensified": (
        "The newest joint plan of {case} has {after} h a week, the one that period 1 was run on has {before} h."
    ),
    "decision.gp-not-intensified.why": "The activities are to be intensified before the decision on period 2.",
    "decision.gp-not-updated": (
        "{case} has no new joint plan (GP) from the last months of period 1, filed on {opens} or later, and no later "
        "than the decision on {on}."
    ),
    "decision.gp-not-updated.why": "The agency decides on period 2 from a plan that shows what will be different.",
    "decision.over-a-year": "The decision extends {case} to {to_day}. {months:month|months} from the start is {last}.",
    "decision.over-a-year.why": (
        "Rusta och matcha is two periods. The decision is the agency's, so it is entered all the same."
    ),
    "delivery.month-twice": "{month} is already delivered in {case} (delivery {delivery}).",
    "delivery.month-twice.why": "The base fee is paid once for each month. A wrong delivery is cancelled first.",
    "delivery.pr-missing": "{case} has no periodic report (PR) filed for {month} (status now: {status}).",
    "delivery.pr-missing.why": "A filed periodic report is demanded for delivering the service of the period.",
    "deviation.activity-incomplete": "The deviation report of {case} lacks {option}.",
    "deviation.activity-incomplete.why": "The agency can handle the report faster when it says just this.",
    "deviation.going-on": "The activity of {case} goes on {day} until {ends}, and it is {now}.",
    "deviation.going-on.why": "Only then is it known how long the participant was away.",
    "deviation.not-required": (
        "The absence of {case} is {minutes:minute|minutes}. Up to {most:minute needs|minutes need} no report."
    ),
    "deviation.not-required.why": "The agency says how late. An office that sets late-minutes has a limit of its own.",
    "deviation.outside-expected": "In {case} the absence {absent} does not lie within the expected time {expected}.",
    "deviation.outside-expected.why": (
        "The expected time is that of the activity, for example one hour, even if the day is planned from 8 to 17."
    ),
    "gp.few-activities": (
        "The joint plan of {case} has {activities:activity|activities}. The advice is at least {least}."
    ),
    "gp.few-activities.why": (
        "The demand stands under MSFA. In KA-Webb it is advice, so the plan is filed all the same."
    ),
    "gp.iup-missing": "{case} has no individual development plan (IUP) of {day} or earlier.",
    "gp.iup-missing.why": "The joint plan starts from the development plan.",
    "gp.no-activities": "The joint plan of {case} has no activities.",
    "gp.no-activities.why": "The plan tells which activities the participant will have.",
    "gp.own-left-out": (
        "{activity} is something that the participant does alone, and was left out of the plan of {case}."
    ),
    "gp.own-left-out.why": "The supplier need not report them there.",
    "gp.under-three": (
        "The joint plan of {case} has {count:activity|activities} with {option}. MSFA demands at least {least}."
    ),
    "gp.under-three.why": (
        "“Eget arbete enligt individuell planering med anordnare” does not count as an optional one."
    ),
    "iup.incomplete": "The development plan (IUP) of {case} lacks {option}.",
    "iup.incomplete.why": (
        "The goals are to be followed up in the meetings, and the plan shows both own search and the supplier's "
        "activities."
    ),
    "iup.short": (
        "The development plan of {case} has {planned_hours} h a week, but the work extent is {needed_hours} h: "
        "{short_hours} h are lacking."
    ),
    "iup.short.why": "A person who seeks full time has a plan of full time, own job search included.",
    "pr.activity-blank": "The report for {month} of {case} says nothing of {activity}. What was not done has 0 hours.",
    "pr.activity-blank.why": "A blank cannot be distinguished from one that was forgotten.",
    "pr.activity-unknown": (
        "{activity} is not in the plan (version {version}) that holds for {month} of {case}. Update the plan first."
    ),
    "pr.activity-unknown.why": "When the activities change, the joint plan is updated first.",
    "pr.gp-missing": "{case} has no joint plan (GP) to report {month} against.",
    "pr.gp-missing.why": "The report has a row for each activity of the plan.",
    "pr.not-approved": (
        "The periodic report for {month} of {case} is not approved (MSFA), so the month is not invoiced now."
    ),
    "pr.not-approved.why": "Only an approved report lets the order be matched with the invoice.",
    "pr.not-ended": "The month {month} of {case} ends {ends}, and the report is dated {day}.",
    "pr.not-ended.why": "The report tells what was done in the month.",
    "pr.not-filed": (
        "The periodic report for {month} of {case} is not filed or is returned, so the month is not invoiced now."
    ),
    "pr.not-filed.why": "A report that is missing stops the payment.",
    "pr.outside-period": "{month} lies outside the period of {case}, {from_day} to {to_day}.",
    "pr.outside-period.why": (
        "There is one report for each calendar month, also the first and the last where they are only parts."
    ),
    "document.over-week": "The {type} of {case} plans {hours} h a week, but a week has {most} h.",
    "document.over-week.why": "A day has 24 hours. Most often it is a mistake.",
    "decision.closed": "{case} was closed on {closed} and is not prolonged to {to_day}.",
    "decision.closed.why": "Support has ended. A case that was closed by mistake is reopened first.",
    "deviation.before-period": "The deviation on {day} is before the first day of {case}, {from_day}.",
    "deviation.before-period.why": (
        "Before it nothing is planned that the participant could be absent from. Most often it is a mistake."
    ),
    "pr.over-month": "The report for {month} of {case} has {hours} h, but the month has {most} h.",
    "pr.over-month.why": "A day has 24 hours. Most often it is a mistake.",
    "pr.own-work-missing": "The report for {month} of {case} lacks own work.",
    "pr.own-work-missing.why": "The month decides, not the day when the report is filed.",
    "r2.differs": "The R2 of {case} is of {result}, but the newest R1 is of {said}.",
    "r2.differs.why": "Where the reason has changed, first a new R1 is filed, then R2.",
    "r2.r1-missing": "{case} has no R1 for an R2 of {result} to follow.",
    "r2.r1-missing.why": "R1 signals that the participant has got work or applied for studies; R2 is of the result.",
    "result.incomplete": "{type} of {case} does not say what has happened: --result work or --result studies.",
    "result.incomplete.why": "The reason decides which conditions the agency judges.",
    "result.learned-later": "In {case} the result was learned of {learned}, after it was reported {day}.",
    "result.learned-later.why": "What nobody knows yet cannot be reported. Often a date is wrong.",
    "rr.soa-unhandled": "{case} has no SOA that the agency has handled (status now: {status}).",
    "rr.soa-unhandled.why": (
        "The SOA must be handled by the agency before an RR can be filed. The reason need not be the same."
    ),
    "iup.stale": "The development plan (IUP) of {case} is of {updated}, {days:day|days} ago. The limit is {most}.",
    "iup.stale.why": (
        "The source gives no number of days. The office's limit is the setting iup-stale-days; without it "
        "there is no warning."
    ),
    # IPS, SEd and SE.
    "case.no-beginning": "Case {case} has neither a day in the queue nor a first day of support.",
    "case.no-beginning.why": (
        "Age is counted and waiting is measured from the referral, or from the start where there was no queue."
    ),
    "case.age": "The person in {case} is not {youngest} to {oldest} years old on {day}.",
    "case.age.why": (
        "Who a service is for belongs to the agreement. IPS and SEd by themselves have the ages of Uppsala's target "
        "groups, SE has none. A person who grows older meanwhile keeps the support."
    ),
    "case.future": "{day} in {case} is after today ({today}).",
    "case.future.why": "The register says who waits and who has support today.",
    "case.start-before-queue": "The support in {case} begins on {from_day}, before the referral on {queued}.",
    "case.start-before-queue.why": "The wait is the days from the referral to the start. Most often a date is wrong.",
    "case.closed-before-queue": "Case {case} cannot leave the queue on {closed}, before the referral on {queued}.",
    "case.closed-before-queue.why": "Nobody leaves a queue without having come to it. Most often a date is wrong.",
    "case.receiver-missing": "Case {case} is closed on {day} as referred on, and it is not said to whom.",
    "case.receiver-missing.why": (
        "Who is not supported here is guided to what suits better. Where to is followed up, and is what a person who "
        "comes back is asked about."
    ),
    "case.no-outcome": "Case {case} is closed for work or studies, and has no outcome that says so ({outcome}).",
    "case.no-outcome.why": (
        "Results are counted by outcomes, each with its day. A closing reason alone counts in the shares of those who "
        "have left, and nowhere else."
    ),
    "case.no-queue": "{case} is in {service}, which has no queue, but {queued} is given as its first day.",
    "case.no-queue.why": (
        "The agency orders the service for a period. Only the municipalities' services have a queue, and figures on it."
    ),
    "case.no-set-end": "The support in {case} has no set last day, but {to_day} is given.",
    "case.no-set-end.why": (
        "The support is not limited in time. It ends when the case is closed, with a day and a reason."
    ),
    "case.followed-outside": (
        "In {case} something has happened from {first} to {last} that would then lie outside the support."
    ),
    "case.followed-outside.why": (
        "What is followed up belongs to the enrolment. Take back what is wrong, or correct the days."
    ),
    "case.consent-withdrawn": "In {case} the consent to collaboration with the care was taken back on {day}.",
    "case.consent-withdrawn.why": (
        "Without consent the coach cannot collaborate with the care. Talk to the person about how the "
        "support is to go on."
    ),
    "eligible.resident": "It is not stated that the person in {case} is registered in the municipality.",
    "eligible.resident.why": "The support is for the municipality's residents.",
    "eligible.disability": "It is not stated that the person in {case} has a mental disability.",
    "eligible.disability.why": "That is how the target group is described. No diagnosis is entered.",
    "eligible.motivated": "It is not stated that the person in {case} is motivated for work or studies.",
    "eligible.motivated.why": "The support is voluntary and builds on what the person wants.",
    "eligible.care-contact": "It is not stated which care contact the person in {case} has.",
    "eligible.care-contact.why": "The support is given alongside other treatment, and the coach works with the care.",
    "eligible.consent": "In {case} there is no consent to collaboration with the care that holds on {day}.",
    "eligible.consent.why": "Without agreement the coach may not collaborate with the care.",
    "follow.future": "{day} in {case} has not been yet, today is {today}.",
    "follow.future.why": "Outcomes, reviews, contacts and the first days of pauses are things that have been.",
    "follow.outside": "{day} is outside the enrolment in {case}, which runs from {from_day} to {to_day}.",
    "follow.outside.why": (
        "What happens before or after the support is no result of it. The closing day is a day of support."
    ),
    "pause.backwards": "The pause in {case} ends on {to_day}, before it begins on {day}.",
    "pause.backwards.why": "Days in a pause do not count as days of support. Most often a date is wrong.",
    "pause.overlaps": "A pause in {case} from {day} overlaps the one from {from_day} to {to_day}.",
    "pause.overlaps.why": "A day lies in one pause at most. A pause that goes on gets its last day first.",
    "pause.long": "The pause in {case} is {days:day|days} long. More than {most} is a long pause.",
    "pause.long.why": (
        "Long pauses are not granted; who needs a longer one is discharged and welcome back. How long a long "
        "pause is stands in the setting long-pause-days."
    ),
    "review.decision-missing": (
        "The review of {case} on {day} shows no progress, and does not say what the reconsideration came to."
    ),
    "review.decision-missing.why": (
        "Where a person shows no progress the support is reconsidered, and the person may be offered other support."
    ),
    "outcome.subsidised-studies": "The outcome in {case} on {day} is no employment and cannot have a wage subsidy.",
    "outcome.subsidised-studies.why": (
        "Wage subsidies and the like support a salary. Work without a subsidy is counted by itself."
    ),
    "review.receiver-missing": "The review of {case} on {day} decides to refer, and does not say to whom.",
    "review.receiver-missing.why": (
        "Whoever shows no progress is offered another kind of support. The decision closes the case, so it names it."
    ),
    "outcome.nothing-ended": "In {case} no employment has begun before {day}, so none ends then.",
    "outcome.nothing-ended.why": (
        "An end is counted against the employment that it ends: enter that one too, or take the end back."
    ),
    "outcome.twice": "The same outcome stands in {case} on {day} already.",
    "outcome.twice.why": "A person counts once, so no figure changes. Most often it is a duplicate to be taken back.",
    # What nobody has typed.
    "todo.week": "{case} has neither hours nor a deviation report for {period}.",
    "todo.week.why": (
        "Planned hours that nobody enters are never paid for, and the agency does not see absence that nobody reports."
    ),
    "todo.absence.day": "{case} has hours on {day}, a day on which the participant was reported absent.",
    "todo.absence.day.why": (
        "The deviation report and the hours contradict each other. Correct what is wrong, or acknowledge it with "
        "a reason where only a part of the day was absence."
    ),
    "todo.decision": (
        "The period or the plan of {case} ends on {ends}, but the training goes on to {training_to}: ask the "
        "officer what is to come."
    ),
    "todo.decision.why": (
        "The agency decides on an extension, and a new GP plans it. The question is noted as a contact with the "
        "officer, and the reminder is quiet from then on."
    ),
    "todo.absence.month": "The periodic report of {case} for {period} has no hours, and there is no deviation report.",
    "todo.absence.month.why": "Whoever does not take part in what is planned always has a deviation report.",
    "todo.result": "{case}: {type} was about a result that was learned of on {learned}. It is time for {document}.",
    "todo.result.why": (
        "The result fee is paid for an approved report of the result, and nobody but the supplier knows that it "
        "is time. How many months it is stands in the setting result-months."
    ),
    "todo.period-2.plan": (
        "Period 1 of {case} ends on {due}. Before period 2 a joint plan with more hours is to be filed, on "
        "{opens} at the earliest."
    ),
    "todo.period-2.plan.why": (
        "Before the decision on period 2 the activities are to be intensified and the joint plan updated."
    ),
    "todo.period-2.decision": (
        "Period 1 of {case} ends on {due}. The joint plan was filed on {filed}: enter the decision on period 2, "
        "or close the case."
    ),
    "todo.period-2.decision.why": (
        "Without a decision the period ends, and the months after it can be neither reported nor paid."
    ),
    "todo.review": "{case} has not been reviewed since {last}; the office reviews at least every {most:day|days}.",
    "todo.review.why": (
        "Whether somebody takes part and makes progress shows in regular reviews alone. The days are the setting "
        "review-days."
    ),
    "todo.pause": "{case} has a pause that has gone on since {paused}, {most:day|days} or more.",
    "todo.pause.why": (
        "Long pauses are not granted: whoever needs one is closed and welcome back. The days are the setting "
        "pause-days."
    ),
    "todo.stable": (
        "The participant in {case} has worked since {employed}, {most:day|days} or more: offer to end the support."
    ),
    "todo.stable.why": (
        "Cases of people who are stable are closed, so that others get a place; they are welcome back. The days "
        "are the setting stable-days."
    ),
    "todo.consent": "The consent to collaboration with the care in {case} was taken back on {taken}.",
    "todo.consent.why": (
        "The support is given in collaboration with the care and with the person's consent. Either there is a "
        "new consent, or the support ends."
    ),
    "todo.first-contact": "{case} has had no contact with an employer since the support began on {from_day}.",
    "todo.first-contact.why": (
        "In IPS the search for work begins at once. How soon the office wants to see it is the setting "
        "first-contact-days."
    ),
    "todo.agreement": "Agreement {agreement} ends on {due}.",
    "todo.agreement.why": (
        "What is delivered after the agreement's last day has neither an agreement nor a price behind it."
    ),
    "todo.fidelity": "The fidelity under {agreement} is to be reviewed by {due}. The last review: {last}.",
    "todo.fidelity.why": (
        "Several reviews show whether the method is kept to. How old a review may be is the setting fidelity-days."
    ),
    # The check of the register.
    "register.gender": "{case} does not say which gender the person states.",
    "register.gender.why": (
        "The case counts as unknown wherever figures are given by gender, and in the lists that are sent on. What the "
        "person does not want to say is acknowledged with that reason."
    ),
    "register.site": "{case} does not say in which town the service is given.",
    "register.site.why": "Key figures by town count the case as unspecified.",
    "register.reason": "{case} was closed on {closed} without a reason.",
    "register.reason.why": "Figures of why people leave, and of who leaves for work or studies, miss the case.",
    "register.training": "{case} does not say all about its training: {options}.",
    "register.training.why": (
        "The days of the training bound what may be delivered, and IPSU B is not invoiced without them. One day "
        "alone is most often a row that was never finished."
    ),
    "register.result": "{case} was closed on {closed} without the result of its training.",
    "register.result.why": "That the training is passed is the goal of the service; the key figure misses the case.",
    "register.service": "{case} does not say which support has been given since {from_day}.",
    "register.service.why": "Figures by service count the case as unspecified.",
    "register.consent": "{case} has no consent to collaboration with the care, and support since {from_day}.",
    "register.consent.why": (
        "The support is given in collaboration with the care, with the person's consent. Where the agreement asks "
        "for none, ipsu agreement require says so."
    ),
    "register.pause-open": "The pause in {case} from {from_day} goes on, though the case was closed on {closed}.",
    "register.pause-open.why": (
        "Days in a pause do not count as active. A pause ends when the support goes on, or with its last day."
    ),
    "register.pause-outside": "The pause in {case} from {from_day} to {to_day} goes on after the closing on {closed}.",
    "register.pause-outside.why": "There is no pause in a support that has ended. Most often a date is wrong.",
    "register.outcome": "{case} was closed on {closed} for work or studies, and has no {missing} among its outcomes.",
    "register.outcome.why": (
        "The key figures of work and studies count outcomes, those of closed cases count reasons: without the outcome "
        "the two contradict each other."
    ),
    "register.outcome-outside": "Outcome {id} of {case}, on {on}, lies outside the support, {from_day} to {closed}.",
    "register.outcome-outside.why": (
        "It counts in the year of its day, in which the person may not have been in the support at all."
    ),
    "register.receiver": "{case} was closed on {closed} because the person was referred on, without saying to whom.",
    "register.receiver.why": "The list of whom people were referred to misses the case.",
    # The pace of a plan.
    "pace.empty": "The plan of {case} is empty, {delivered} h of {planned} h, and it has weeks left.",
    "pace.empty.why": (
        "Nothing more can be delivered until a new joint plan is in force. The agency confirms it, so it is filed in "
        "time."
    ),
    "pace.ahead": "{case} has used {used} of its plan; {gone} was planned by the end of this week.",
    "pace.ahead.why": (
        "At this pace the plan is empty before its last week. How many per cent of the plan is much stands in the "
        "setting pace-ahead."
    ),
    "pace.behind": "{case} has used {used} of its plan; {gone} was planned before this week.",
    "pace.behind.why": (
        "Hours that were worked and not entered are never paid, and what is left of a plan when it ends is lost. How "
        "many per cent of the plan is much stands in the setting pace-behind."
    ),
    "erase.open": "{case} goes on without a last day; cases that do: {cases}.",
    "erase.open.why": "While support goes on the office needs what it knows of the person.",
    "erase.locked": "{case} has an open investigation.",
    "erase.locked.why": "What the agency asks about an invoice cannot be answered without what is written of it.",
    "erase.kept": (
        "{case} ended on {ended} and is kept for {months:month|months}, until {keep_until}. The person can be erased "
        "from {possible}."
    ),
    "erase.kept.why": (
        "A new placement may follow after twelve months and build on the last; questions about invoices and "
        "results come later still."
    ),
    "retention.books": "What was booked on {day} is kept until {keep_until}.",
    "retention.books.why": "The law asks for it, also of what names nobody.",
}
