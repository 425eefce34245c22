"""What `ipsu check` finds (CODE), and what holds where all is well (CODE.demand)."""

TEXT: dict[str, str] = {
    "file.damaged": "SQLite finner filen skadad: {found}",
    "file.damaged.demand": "Filens sidor och index är hela.",
    "file.value": "Ett värde i {table} är inte vad kolumnen tar emot: {found}",
    "file.value.demand": "Varje värde har sin kolumns typ och håller vad schemat kräver.",
    "file.reference": "Rad {row} i {table} hänvisar till en rad i {other} som inte finns.",
    "file.reference.demand": "Det som en rad hänvisar till finns.",
    "file.schema": "{kind} {name} är inte som i en ny fil: det saknas, är ändrat eller är för mycket.",
    "file.schema.demand": "Tabeller, index, vyer och utlösare är de som en ny fil har.",
    "file.version": "Filen säger version {version}, men har tagit {steps} steg.",
    "file.version.demand": "Versionen som filen säger är antalet steg som den har tagit.",
    "file.sequence": "{table} säger att {number} är det högsta numret som den har gett, men det är {highest}.",
    "file.sequence.demand": (
        "En tabell som ger sina rader nummer vet det högsta som den har gett, så att inget kommer igen."
    ),
    "file.text": (
        "{column} i rad {row} av {table} har tecken som döljer något, eller bokstäver skilda från sina prickar."
    ),
    "file.text.demand": "Text är sammansatt (NFC) och har inga tecken som döljer eller styr.",
    "file.bytes": "Innehållet i fil {file} är inte det som togs emot eller skickades.",
    "file.bytes.demand": "En sparad fils innehåll ger den SHA-256 som antecknades om den.",
    "seal.broken": "Rad {row} i {table} är inte som ändring {change} lämnade den.",
    "seal.broken.demand": "Varje rad, även i det förflutna, ger det sigill som dess ändring har lämnat.",
    "seal.missing": "Rad {row} i {table} har inte förts in av någon ändring.",
    "seal.missing.demand": "Varje rad har ett sigill: den har förts in av ett kommando.",
    "seal.row-lost": "Rad {row} i {table}, som ändring {change} lämnade, är borta.",
    "seal.row-lost.demand": "Det som en ändring har lämnat finns, som det är eller i det förflutna.",
    "seal.past": "Vad som hände med rad {row} i {table} i ändring {change} stämmer inte.",
    "seal.past.demand": "En rad i det förflutna har avslutats av en ändring, den dagen.",
    "log.chain": "Rad {row} i {table} följer inte av raden före och av sina sigill.",
    "log.chain.demand": "Varje rad i loggen följer av raden före, av sig själv och av sina sigill.",
    "log.gap": "Före rad {row} i loggen saknas någon.",
    "log.gap.demand": "Loggens rader är numrerade från 1 utan lucka.",
    "log.day": "Rad {row} i {table} säger {day}, men ändring {change} var en annan dag.",
    "log.day.demand": "En rad har den dag som dess rad i loggen har.",
    "hours.place": "Leverans {row} står på {places:ställe|ställen} bland fria och fakturerade.",
    "hours.place.demand": "Varje leverans är fri eller står på en enda rad; en struken gör intetdera.",
    "hours.sum": (
        "För {case} står {kept:hundradels timme|hundradels timmar} som levererade, mot {delivered} i dess leveranser."
    ),
    "hours.sum.demand": "De timmar som står som ärendets summa är summan av dess leveranser.",
    "hours.reversal": "Leverans {row} tar inte tillbaka just leverans {other}.",
    "hours.reversal.demand": (
        "Det som tar tillbaka en leverans har dess ärende, dagar och enhet, och dess antal under noll."
    ),
    "hours.below-nothing": "Leverans {row} är mindre än noll och tar inte tillbaka någon.",
    "hours.below-nothing.demand": "En leverans är mer än noll; bara det som tar tillbaka en är mindre.",
    "hours.untold": "Leverans {row} rättades av ändring {change} utan skäl.",
    "hours.untold.demand": "Det som har rättats eller strukits har ett skäl, vid vem och när.",
    "hours.ahead": "Leverans {row} är daterad {day}, efter dagen då den fördes in, {today}.",
    "hours.ahead.demand": "En leverans är daterad den dag då den fördes in, eller tidigare.",
    "hours.two-months": "Leverans {row} ligger i två månader, {from_day} till {to_day}.",
    "hours.two-months.demand": "En leverans ligger i en kalendermånad.",
    "hours.outside-period": "Leverans {row} i {case} den {day} ligger utanför ärendets period.",
    "hours.outside-period.demand": "En leverans ligger i ärendets period, som den är eller har varit.",
    "hours.over-plan": (
        "{case} har mer levererat än planerat: {delivered} mot {planned:hundradels timme|hundradels timmar}."
    ),
    "hours.over-plan.demand": "Inte fler timmar är levererade än planerade, om inget senare har gjort planen mindre.",
    "hours.locked": "Leverans {row} fördes in i {case} efter att det låstes den {opened}.",
    "hours.locked.demand": "Ingen leverans har förts in i ett ärende efter att det låstes.",
    "weeks.extent": "Vecka {week} i en plan har {hours:hundradels timme|hundradels timmar}.",
    "weeks.extent.demand": "Planens veckor har 5, 10, 20 eller 30 timmar.",
    "weeks.outside-period": "Vecka {week} i planen för {case} ligger utanför perioden.",
    "weeks.outside-period.demand": "Varje vecka i en plan har någon dag i perioden, som den är eller har varit.",
    "versions.gap": "Före version {version} av {type} i {case} saknas en version.",
    "versions.gap.demand": "Versionerna av ett dokument är numrerade från 1 utan lucka.",
    "document.answered": "Version {version} av {type} i {case} är {status}, men dagarna för svar är andra.",
    "document.answered.demand": "Det som är bekräftat eller returnerat har dagen för det, och inget annat har det.",
    "people.two-open": "{case} och {other} är öppna för samma person i samma tjänst.",
    "people.two-open.demand": "En person har högst ett öppet ärende i en tjänst.",
    "line.deliveries": (
        "Fakturarad {row} säger {deliveries:leverans|leveranser}, {quantity:hundradel|hundradelar}; det som står på "
        "den är "
        "{found}, {in_all}."
    ),
    "line.deliveries.demand": (
        "Leveranserna på en rad, och de som har släppts från den, är så många och så mycket som raden säger."
    ),
    "line.counts": "Leverans {row} står på rad {line}, som inte längre räknas: inget steg i report money har den.",
    "line.counts.demand": "Det som stod på en rad som rättats, eller på en makulerad faktura, är fritt igen.",
    "line.unknown": "Leverans {row} står på rad {line}, som inte finns.",
    "line.unknown.demand": "Raden som en leverans står på finns.",
    "line.net": "Fakturarad {row} är på {net}, men antalet gånger priset är {due}.",
    "line.net.demand": "En rads netto är antalet gånger priset.",
    "invoice.net": "Faktura {invoice} är på {net} netto, men raderna ger {due}.",
    "invoice.net.demand": "En fakturas netto är summan av dess rader.",
    "invoice.vat": "Faktura {invoice} har {is_} i moms, men nettot ger {due}.",
    "invoice.vat.demand": "Momsen följer av nettot och satsen.",
    "invoice.number": "Före nummer {no} av {year} saknas en faktura.",
    "invoice.number.demand": "Årets fakturor är numrerade från 1 utan lucka.",
    "invoice.credit": "Kreditfaktura {invoice} hör inte till sin faktura, eller tar tillbaka mer än den har.",
    "invoice.credit.demand": (
        "En kredit gäller en tidigare faktura på samma avtal, och krediterna tar inte tillbaka mer än den har."
    ),
    "invoice.approved": "Faktura {invoice} är {status} utan att ha godkänts någon dag.",
    "invoice.approved.demand": "Det som är godkänt har godkänts en dag.",
    "invoice.rejected": "Faktura {invoice} är {status}, och det stämmer inte med dess utredningar.",
    "invoice.rejected.demand": "En faktura är avvisad så länge en utredning av den är öppen.",
    "payment.status": "Faktura {invoice} är {status} och har {paid} betalt.",
    "payment.status.demand": (
        "En faktura som är skapad eller makulerad har ingen betalning, och ingen har mer än den är på."
    ),
    "payment.twice": "Betalning {row} är betalning {other} en gång till.",
    "payment.twice.demand": "En betalning som banken berättar om är införd en gång.",
    "voucher.balance": "Verifikation {row} går inte jämnt ut: {amount}.",
    "voucher.balance.demand": "En verifikations rader tar ut varandra.",
    "voucher.sent": "Verifikationerna för faktura {invoice} har {sales} i försäljning; raderna ger {due}.",
    "voucher.sent.demand": (
        "Verifikationerna har bokfört försäljningen på fakturans rader, som den var när de skickades."
    ),
    "answer.line": "Svar {row} gäller en rad på en annan självfaktura, eller väntar på något fast det godkänner.",
    "answer.line.demand": "Ett svar gäller en rad på sin egen självfaktura; ett som godkänner väntar inte på något.",
    "answer.settled": "Uppgörelse {row} är av självfakturan själv, eller av en på ett annat avtal.",
    "answer.settled.demand": "Det som gör upp ett svar är en annan självfaktura på samma avtal.",
    "self-invoice.net": "Självfaktura {number} är på {net} netto, men raderna ger {due}.",
    "self-invoice.net.demand": "Raderna på en självfaktura ger dess netto.",
    "self-invoice.credited": "Rad {row} på {net} är krediterad med {credited}.",
    "self-invoice.credited.demand": "Myndighetens krediter tar inte tillbaka mer av en rad än den har.",
}
