"""Vad ett kommando säger att det har gjort."""

TEXT: dict[str, str] = {
    "value-from": "{value} (från {day})",
    # Ord omkring ett svar.
    "ask-self-fixable": "Kan kontoret åtgärda felet på egen hand? (ja/nej)",
    "count": "Antal: {count}",
    "excel": "Arbetsboken {path} är skriven.",
    "such-as": "{option} (till exempel {example})",
    "number-from": "{least} eller mer",
    "number-from-to": "från {least} till {most}",
    "views": 'Fråga en av dem med ipsu query "SELECT …"; ipsu help database säger vad varje kolumn är.',
    "browse": "Registret kan öppnas på {url} tills du trycker Ctrl-C.",
    "browse-internal": (
        "Det här är kontorets egna tal, även små antal. Det som skickas till andra är ipsu report kpi --external."
    ),
    "file": "Filen {path} är skriven.",
    "next": "Gör så här: {command}",
    "nothing-new": "Inget är ändrat: det stod där redan.",
    "progress-import": "Läser in filen",
    "progress-export": "Skriver filen",
    "progress-kpi": "Räknar nyckeltalen",
    "progress-bank": "Går igenom bankens fil",
    "progress-money": "Följer pengarna",
    "progress-backup": "Kopierar kontoret",
    "progress-check": "Går igenom filen",
    "progress-decrypt": "Tar bort krypteringen",
    "progress-encrypt": "Krypterar filen",
    "progress-look-through": "Går igenom kopian",
    "progress-restore": "Lägger tillbaka kopian",
    "target-added": "Målet för {kpi} i {agreement} är {value}.",
    "target-changed": "Målet för {kpi} i {agreement} är nu {value}.",
    "protected": "ja, identiteten visas inte",
    "repeated": "Nyckeln {key} har använts för samma kommando. Inget görs en gång till; det första svaret gäller.",
    "undone": "Ändring {change} ({command}, {case}) den {day} är återtagen. Rader: {rows}.",
    "ask-import-undo": "Ta tillbaka allt som importen har läst in? (ja/nej)",
    "backed-up": "Kontoret är kopierat till {file}: {size} byte, till och med ändring {change} den {today}.",
    "restored": "Kontoret är det som {file} innehåller: till och med ändring {change} den {today}.",
    "replaced": "Det som det var till nu finns kvar i {path}.",
    "encrypted": "{path} är krypterad.",
    "encrypted-key": (
        "Ha nyckeln på ett annat ställe än den här datorn: utan den öppnar ingen filen, och ingen kopia av den heller."
    ),
    "new-key": "{path} öppnas från och med nu av den nya nyckeln.",
    "decrypted": "{path} är inte längre krypterad.",
    "copies-converted": "Detsamma gäller kopiorna bredvid: {copies}.",
    "ask-key": "Nyckel till {path}:",
    "ask-age-key": "Lösenord till {path}:",
    "ask-new-age-key": "Nytt lösenord till {path}:",
    "ask-new-key": "Ny nyckel till {path}:",
    "ask-new-key-again": "Samma nyckel igen:",
    "ask-restore": "Ska kontoret bli det som kopian säger? Det som det är nu sparas. (ja/nej)",
    "shown": "Visade: {count}.",
    "timesheet": "Vecka {week}. Ärenden: {count}. Rader att fylla i: {rows}.",
    "template": "Ett tomt blad med {columns:kolumn|kolumner}.",
    "row": "Rad {row}, kolumn {column}: {message} [{code}]",
    "row-of-sheet": "Blad {sheet}, rad {row}, kolumn {column}: {message} [{code}]",
    "rows-rest": "Och {rest} fel till i senare rader, som anges när dessa är rättade.",
    "meant": "Menade du {word}?",
    "warning": "Varning",
    # Grunden.
    "init": "Kontoret {name} är upplagt i {path}.",
    "agreement-edited": "Avtalet {agreement} är ändrat.",
    "required": "{service} i {agreement} gäller åldrar: {ages}. Krävs före stödet: {checks}.",
    "columns-left-out": "Ryms inte här: {columns}. De syns i ett fönster på {width} tecken, eller med --json.",
    "nobody-excluded": "inga",
    "agreement-unchanged": "Avtalet {agreement} var redan så.",
    "agreement": "Avtalet {agreement} är inlagt.",
    "price": "Priset för {service} i {agreement} är {amount_ore} från {from_day}.",
    "setting": "Inställningen {name} är nu {value}.",
    "demo": "Ett påhittat kontor är skapat i {folder}: {db}, och för ekonomen {workbook} och ett paket för"
    " varje månad.",
    "demo-next": (
        "Prova sedan:\n"
        "  {names}\n"
        "  ipsu status\n"
        "  ipsu case show B-118\n"
        "  ipsu plan history B-121\n"
        "  ipsu report money\n"
        "  ipsu invoice show 2026-0042\n"
        "  ipsu report hours --month 2026-10\n"
        "  ipsu explain price.missing"
    ),
    # Inläsning.
    "import-no-rows": "Utan rader: {kinds}.",
    "import-nothing": "Inget nytt i filen med {kind}. Rader: {rows}, redan kända: {known}.",
    "import-way-back": "Inläsningen har nummer {batch}. Så här tas den tillbaka: ipsu import undo {batch}",
    "import-overlap-more": "Fler rader som fanns redan, och inte är nämnda: {count}.",
    "imported": "Inläst ur filen med {kind}: {added} nya, {changed} ändrade. Rader: {rows}, redan kända: {known}.",
    # Ärenden.
    "case-added": "Ärendet {case} är inlagt, {from_day} till {to_day}.",
    "case-closed": "Ärendet {case} är avslutat {closed}.",
    "case-decided": "Beslutet är inlagt: deltagarperioden i {case} är {from_day} till {to_day}.",
    "case-edited": "Ärendet {case} är ändrat.",
    "case-reopened": "Ärendet {case} är öppet igen.",
    # Vad ett ärende väntar på.
    "case-renamed": "Ärendet {was} heter nu {case}.",
    "hand-over": "{to_coach} har tagit över ärenden från {from_coach}: {cases}. Antal: {count}.",
    "hand-over-dry": "{to_coach} skulle ta över ärenden från {from_coach}: {cases}. Antal: {count}. Inget är sparat.",
    "week": "Vecka {week}. Ärenden med något planerat eller inskrivet: {count}.",
    "next.close": "Perioden i {case} är slut. Avsluta ärendet.",
    "next.confirm": "Den gemensamma planeringen (GP) i {case} är inskickad. Skriv in när den är bekräftad.",
    "next.deliver": "Allt som kartläggningen i {case} kräver är på plats. Leverera den.",
    "next.plan": "{case} har ingen plan. Planera timmarna vecka för vecka.",
    "next.plan-again": "Planen för {case} kom tillbaka. Planera timmarna på nytt, och skriv varför.",
    "next.submit": "Planen för {case} är ett utkast. Skicka in den som gemensam planering (GP).",
    # Planer och handlingar.
    "plan-confirmed": "Plan {version} för {case} är bekräftad, {planned_hours} h.",
    "plan-draft": "Plan {version} för {case} är ett utkast, {planned_hours} h. Den gäller när den är bekräftad.",
    "plan-submitted": "Plan {version} för {case} är inskickad, {planned_hours} h. Den väntar på bekräftelse.",
    "document-confirmed": "Handlingen {type} för {case}, version {version}, är bekräftad.",
    "document-returned": "Handlingen {type} för {case}, version {version}, är returnerad. En ny kan skickas in.",
    "document-submitted": "Handlingen {type} för {case}, version {version}, är inskickad.",
    "document-unconfirmed": "Handlingen {type} för {case}, version {version}, är inskickad men inte längre bekräftad.",
    "documents-confirmed": "Handlingar {type} inskickade i {month} som nu är bekräftade: {count}.",
    # Leveranser.
    "cancelled": "Leveransen {id} på {hours} h i {case} är makulerad.",
    "cancelled-reversed": "Leveransen {id} i {case} är fakturerad; leveransen {reversal} tar tillbaka den.",
    "cancelled-reversed-whole": "Kartläggningen {id} i {case} är fakturerad; leveransen {reversal} tar tillbaka den.",
    "cancelled-whole": "Leveransen av kartläggningen i {case} (leverans {id}) är makulerad.",
    "corrected": "Leveransen {id} i {case} är nu {hours} h, {day}.",
    "corrected-reversed": (
        "Leveransen i {case} är fakturerad; leveransen {reversal} tar tillbaka den, och leveransen {id} på {hours} h, "
        "{day}, står i dess ställe."
    ),
    "delivered": "Levererat {hours} h i {case}, {day} (leverans {id}).",
    "order-invoice": "Fakturan",
    "order-answer": "Svaret på",
    "order-payment": "Betalningen av",
    "order-worked": "arbetet",
    "order-entered": "det som ett tidigare kommando skrev in",
    "delivered-week": "Levererat för {week}: {count}.",
    "delivered-whole": "Kartläggningen i {case} är levererad, {day} (leverans {id}).",
    "plan-left": "Planerat {planned_hours} h, levererat {delivered_hours} h, återstår {remaining_hours} h.",
    # Fakturor.
    "approved": "Självfakturaunderlaget {invoice} är godkänt.",
    "bank": (
        "Bankfilen {path}: {matched:betalning inskriven|betalningar inskrivna}, tillsammans {total}. "
        "Poster: {entries}, redan kända: {known}, utan faktura: {unmatched}."
    ),
    "bank-nothing": (
        "Inget nytt i bankfilen {path}. Poster: {entries}, redan kända: {known}, utan faktura: {unmatched}."
    ),
    "built": "Fakturor för {month}: {count}, tillsammans {total}. Ej fakturerat: {held}.",
    "credited": (
        "Kreditfakturan {invoice} på {total} tar tillbaka {case} på {original}. Leveranserna är fria igen och kommer "
        "på nästa faktura."
    ),
    "invoice-cancelled": "Självfakturaunderlaget {invoice} är makulerat. Numret är använt; leveranserna är fria igen.",
    "nothing-to-build": "Det finns inget nytt att fakturera till och med {month}. Ej fakturerat: {held}.",
    "open-outside": "Obetalt från tidigare: {before}. Väntas senare: {later}.",
    "package": "Mappen {path} med {month} är skriven: {invoices:faktura|fakturor}, {files:fil|filer}.",
    "paid-rounded": (
        "{amount} är betalt på självfakturaunderlaget {invoice}, {day}, varav öresavrundning {rounding}. "
        "Återstår: {open}."
    ),
    "unpaid": (
        "Betalning {payment}, {amount} den {day}, är återtagen från självfakturaunderlaget {invoice}. Återstår: {open}."
    ),
    "paid": "{amount} är betalt på självfakturaunderlaget {invoice}, {day}. Återstår: {open}.",
    "rejected": "Självfakturaunderlaget {invoice} är underkänt. Ärenden som är låsta tills det är utrett: {cases}.",
    "rejected-received": "Självfakturan {number} i {agreement}: det som den fakturerar av {cases} är underkänt.",
    "resolved-corrected": (
        "Utredningen av {case} är klar. Ärendets rader har lämnat självfakturaunderlaget {invoice} och kommer i nästa."
    ),
    "resolved-credited": (
        "Utredningen av {case} är klar. Månaden för {invoice} är stängd: kreditfakturan {credit} i {month} tar "
        "tillbaka ärendets rader, och leveranserna kommer på nästa faktura."
    ),
    "resolved-upheld": "Utredningen av {case} är klar. Ärendets rader i självfakturaunderlaget {invoice} gäller.",
    "period-closed": "Månaden {month} är stängd. Det som kommer sedan hamnar i {open}.",
    "period-known": "Månaden {month} var redan stängd, sedan {day}. Inget är ändrat.",
    "would-build": "Provkörning: fakturor för {month} skulle bli {count}, tillsammans {total}. Ej fakturerat: {held}.",
    "status": "Så här står det till {today}.",
    "status-set": "Så här står det till {today} (dagens datum enligt {today_from}).",
    "status-clear": "Så här står det till {today}: inget väntar.",
    "status-set-clear": "Så här står det till {today} (dagens datum enligt {today_from}): inget väntar.",
    "case-unchanged": "Ärendet {case} var redan så. Inget är ändrat.",
    # Hjälpmedel och kalendern.
    "aid-lent": "{kind} är utlånat i {case} från {day} (hjälpmedel {aid}). Åter senast: {due}.",
    "aid-returned": "Hjälpmedel {aid} i {case} är återlämnat {day}.",
    "day-public": "helgdag",
    "day-eve-free": "afton, räknas som ledig",
    "day-eve-working": "afton, räknas som arbetsdag",
    # Handlingars texter.
    "document-written": "Handlingen {type} för {case}, version {version}, är ett utkast med den texten.",
    "document-started": (
        "Handlingen {type} för {case}, version {version}, är ett utkast. Den ska vara inskickad senast {due}."
    ),
    "document-type": "{type}",
    "document-of-period": "{type} {period}",
    "document-head": "{type} för {case}, version {version}: {status}.",
    "document-text": "{text}",
    "document-hidden": "Texten om en skyddad person visas bara med --reveal.",
    "document-elsewhere": "Texten finns inte här: den är skriven i Arbetsförmedlingens portal, eller inte alls.",
    # Programtrohet, enkäter och finansiering.
    "fidelity": "Mätning {id} i {agreement} den {day}: {total} av {max} på {scale} ({band}).",
    "fidelity-unscored": "Mätning {id} i {agreement} den {day} på {scale} är inlagd, utan summa.",
    "fidelity-scale": ("Skalan {scale} har {items:punkt|punkter} från {least} till {most}, tillsammans högst {max}."),
    "survey": (
        "Enkät {id}, {question}: positiva svar {positive} av {answered} ({share}); svarat har {answered} av "
        "{asked} tillfrågade ({response})."
    ),
    "funding": "Rad {id} är inlagd: {unit_text}, {title}, {year}, {amount}.",
    "funding-stated": "Summan {amount} är sparad som {id} och jämförs i rapporten.",
    "received-added": "Självfakturan {number} i {agreement}, {day}, {total}, är mottagen.",
    "received-known": "Självfakturan {number} i {agreement}, {day}, {total}, är redan mottagen. Inget är ändrat.",
    "received-completed": "Självfakturan {number} i {agreement}, {day}, {total}, har nu sina rader.",
    # Rusta och matcha.
    "cancelled-counted": "Leveransen {id} i {case} är makulerad: {quantity}, {day}.",
    "cancelled-reversed-counted": (
        "Leveransen {id} i {case} är fakturerad: {quantity}. Leveransen {reversal} tar tillbaka den."
    ),
    "delivered-counted": "Levererat i {case}: {quantity}, {day} (leverans {id}).",
    "delivered-ready": "Levererat för {month}: {count}. Väntar: {held}.",
    "would-deliver": "Provkörning: för {month} skulle {count} levereras. Väntar: {held}.",
    "next.file": "Handlingen {type} i {case} är inte inlämnad. Skicka in den.",
    "next.report": "Den periodiska rapporten för {month} i {case} är inte inlämnad.",
    "next.deliver-month": "Rapporten för {month} i {case} är inlämnad. Leverera månaden.",
    "next.answer": "Handlingen {type} i {case} är inskickad. Skriv in när den är hanterad eller godkänd.",
    "reconciled-equal": (
        "Självfakturan {self_invoice} stämmer med {invoice} på öret. Timmar: {theirs_hours} mot våra "
        "{ours_hours}, skillnad {hours}. Netto: {theirs_net} mot våra {ours_net}, skillnad {net}; med moms "
        "{total}."
    ),
    "reconciled-differs": (
        "Självfakturan {self_invoice} skiljer sig från {invoice}. Timmar: {theirs_hours} mot våra "
        "{ours_hours}, skillnad {hours}. Netto: {theirs_net} mot våra {ours_net}, skillnad {net}; med moms "
        "{total}."
    ),
    "reconciled-not-compared": (
        "Självfakturan {self_invoice} är inte helt jämförd med {invoice}. Timmar: {theirs_hours} mot våra "
        "{ours_hours}, skillnad {hours}. Netto: {theirs_net} mot våra {ours_net}, skillnad {net}; med moms "
        "{total}."
    ),
    "quantity-hour": "{quantity:timme|timmar}",
    "quantity-case": "{quantity:ärende|ärenden}",
    "quantity-day": "{quantity:dag|dagar}",
    "quantity-month": "{quantity:månad|månader}",
    "quantity-result": "{quantity:resultat|resultat}",
    "side-hours": "{hours} h",
    "side-priced": "{hours} h à {price} per {unit}",
    "side-price": "{price} per {unit}",
    "side-net": "{net} netto",
    "apart-hours": "{hours} h och {net} netto",
    "apart": "{net} netto",
    "set-off": (
        "Men av dess {total_stated} ska {payable} betalas: {prepaid} är betalt eller avräknat tidigare, och {rounding} "
        "är öresavrundning."
    ),
    "approved-received": "Självfakturan {number} i {agreement} är godkänd.",
    "reconciled-twice": (
        "Självfakturan {self_invoice} fakturerar timmar på {invoice} som en annan självfaktura också fakturerar. "
        "Timmar: {theirs_hours} mot våra {ours_hours}, skillnad {hours}. Netto: {theirs_net} mot våra {ours_net}, "
        "skillnad {net}; med moms {total}."
    ),
    "letter": "Brevet har {count:fråga|frågor}.",
    # Att göra.
    "todo": "Att göra {today}: {count}, varav försenat: {late}.",
    "todo-clear": "Inget att göra {today}.",
    "due-plain": "{label} ska vara inskickad senast {due}.",
    "due-month": "{label} för {month} ska vara inskickad senast {due}.",
    "due-open": "{label} är inte inskickad.",
    "due-aid": "Hjälpmedel {aid} ska vara åter senast {due}, då utbildningen slutar.",
    "todo-aid": "Hjälpmedel åter",
    "todo-deliver": "Skriv in som inlevererat",
    "todo-agreement": "Avtalet slutar",
    "todo-week": "Vecka utan timmar",
    "todo-absence": "Frånvaro",
    "todo-decision": "Fråga handläggaren",
    "todo-result": "Resultat",
    "todo-period-2": "Period 2",
    "todo-review": "Uppföljning",
    "todo-pause": "Lång paus",
    "todo-stable": "Stabilt arbete",
    "todo-consent": "Samtycke",
    "todo-first-contact": "Första arbetsgivarkontakten",
    "todo-fidelity": "Programtrohet",
    "key-in": "Att fylla i hos Arbetsförmedlingen för {month}. Ärenden: {count}.",
    "yes": "ja",
    "no": "nej",
    "approved-by": "Godkänt {day} av {who}.",
    # IPS, SEd och SE.
    "case-queued": "Ärendet {case} är inskrivet i kön från {queued}.",
    "case-supported": "Ärendet {case} är inskrivet med stöd från {from_day}.",
    "case-started": "Stödet i {case} börjar {from_day}.",
    "next.start": "{case} väntar i kön, och inget saknas för att stödet ska kunna börja.",
    "outcome": "Resultatet {outcome} den {day} är inskrivet i {case} (resultat {id}).",
    "pause": "{case} har paus från {day} till {to_day} (paus {id}).",
    "review": "Uppföljningen av {case} den {day} är inskriven (uppföljning {id}).",
    "contact": "Kontakten med {party} den {day} är inskriven för {about} (kontakt {id}).",
    "follow-cancelled": "Nummer {id} bland {kind} är tillbakataget. Det räknas inte från och med idag.",
    "kind-outcome": "resultaten",
    "kind-review": "uppföljningarna",
    "kind-pause": "pauserna",
    "kind-contact": "kontakterna",
    "kind-acknowledgement": "kvitteringarna",
    "acknowledgement": "Påminnelsen {kind} är kvitterad i {case}: {periods}.",
    "kind-fidelity": "programtrohetsmätningarna",
    "kind-survey": "enkäterna",
    "kind-funding": "finansieringsraderna",
    "queue-days": "{first} till {last}, {days:dag|dagar}",
    "from-to": "{first} till {last}",
    # Rapporter för uppföljning och styrgrupp.
    "agrees": "stämmer",
    "differs-by": "skiljer {by}",
    "every": "alla",
    "met": "nått",
    "not-met": "inte nått",
    "met-of": "{met} av {count:mål nått|mål nådda}",
    "jointly": "Gemensamt",
    "funding-head": "{span}: {amount}, {fte} heltider.",
    "cost-per_participant": "Per deltagare med aktivt stöd",
    "cost-per_goal_outcome": "Per person med arbete eller slutförda studier",
    "cost-per_outcome": "Per person med något resultat",
    "joint-met": "Det gemensamma målet är nått: varje enhet når sitt.",
    "joint-not-met": "Det gemensamma målet är inte nått: varje enhet ska nå sitt.",
    "joint-unknown": "Det gemensamma målet kan inte bedömas: mål saknas, eller någon enhets mätning.",
    "queue": ("Kön: {before} före, {entries} in, {exits} ut, {after} efter; förändring {change} ({share})."),
    "queue-wait": (
        "I takten {per_month} i månaden (de senaste tolv månaderna) är den beräknade väntetiden {wait} "
        "månader, {days:dag|dagar}."
    ),
    "queue-target": "Målet är högst {days:dag|dagar}: {met}.",
    "caseload": (
        "{count:pågående ärende|pågående ärenden} hos {coaches:coach|coacher} {day}. Flest hos en coach: {largest}, "
        "poäng {score} på punkt 1 i IPS-25."
    ),
    "forecast-pace": (
        "I kö nu: {queue}. Takten de senaste tolv månaderna: {entries} in och {exits} ut i månaden. "
        "Prognosen drar ut den takten och inget mer."
    ),
    "forecast-wait": "Målet på {days:dags|dagars} väntan är en kö på högst {queue}. Den nås: {reached}.",
    "forecast-goal": (
        "Målet {target} nya i stöd: {supported} hittills, {left} kvar. I takten {per_month} i månaden nås "
        "det: {reached}."
    ),
    "forecast-in-time": "Det är i tid till {by}. Takten som behövs: {needed} i månaden.",
    "forecast-late": "Det är inte i tid till {by}. Takten som behövs: {needed} i månaden.",
    "forecast-never": "inte i den här takten",
    "invented": "påhittat register",
    "demo-register": "Ett påhittat register är skapat i {folder}: {db}. Ingen person i det finns.",
    "demo-register-next": (
        "Prova sedan:\n  {names}\n  ipsu report kpi --year {year}\n  ipsu report "
        "steering --year {year} --excel styrgrupp.xlsx\n  ipsu report forecast\n  ipsu report caseload"
    ),
    "published": (
        "{source}: {agree:uppgift|uppgifter} stämmer med registret, {differ} skiljer. Bara i ord eller inte utskrivet: "
        "{uncompared}."
    ),
    "not-compared": "jämförs inte",
    "not-there": "finns inte i registret",
    "service-count": "{service} {count}",
    "rejections": (
        "Underkända: {count}, {net_ore} utan moms. Öppna: {still_open}, {still_open_ore}. Dagar: median {days_median}, "
        "längst {days_longest}."
    ),
    "returns": (
        "Returnerade handlingar: {count}. Öppna: {still_open}. Dagar: median {days_median}, längst {days_longest}."
    ),
    "no-rejections": "Inget underkändes eller returnerades i perioden.",
    "source-without-day": "anges inte där",
    "explain-code": "Ett värde som visas som ”{word}”.",
    "explain-service": "{label}. Handlingar: {documents}.",
    "explain-document": "{label}, en handling i: {services}.",
    "money-held": "{case} i {month} är levererat, men något saknas innan det kan faktureras.",
    "money": "{office}. Intjänat {first} – {last}: {earned} utan moms. Varje arbete står i ett steg.",
    "money-undelivered": "Arbetet i {case} i {month} är gjort och rapporterat, men inte inlevererat.",
    "money-ready": "{case} kan faktureras.",
    "money-unsent": "Faktura {invoice} är inte exporterad som e-faktura.",
    "money-missing": "{case} står på självfakturaunderlag {invoice}, men på ingen självfaktura.",
    "money-waiting": "Arbetsförmedlingens självfaktura för {invoice} väntas.",
    "money-differs": "Självfaktura {number} säger något annat om {case} än självfakturaunderlag {invoice}.",
    "money-twice": "Arbetet i {case} på självfakturaunderlag {invoice} står på två självfakturor.",
    "money-locked": "{case} på {invoice} är underkänt. Arbetsförmedlingen utreder och ärendet är låst.",
    "money-awaits-credit": "Det som underkändes för {case} på självfaktura {number} är inte krediterat eller ersatt.",
    "money-taken-back": "Självfaktura {number} tar upp {case}, återtaget på {invoice}. Krediten har inte kommit.",
    "money-unanswered": "Självfaktura {number} stämmer för {case} och väntar på svar.",
    "money-unbuilt": "Självfaktura {number} tar upp levererade timmar i {case} som inte står på något underlag än.",
    "money-unpaid": "Faktura {invoice} är inte betald.",
    "money-part-paid": "Faktura {invoice} är delbetald.",
    "money-paid": "Faktura {invoice} är betald.",
    "register": "Öppet i registret, {first} – {last}: {count}. Kvitterat: {quiet}.",
    "register-clear": "Det finns inget att fråga om i registret, {first} – {last}. Kvitterat: {quiet}.",
    "acknowledgement-finding": "{kind} är kvitterad i {case}.",
    "status-pace-more": "Planeringar som används för fort eller för långsamt och inte visas: {count}. Alla: ipsu week.",
    "check": "{path}: {count:sak|saker} stämmer inte.",
    "check-more": "Och {count} till, som inte visas.",
    "check-next": (
        "Ändra inget i filen förrän det är klart vad som har hänt. ipsu restore FILE lägger tillbaka en "
        "säkerhetskopia; ipsu explain CODE säger vad en kod betyder."
    ),
    "version": "ipsu {version}",
    "same-line": "Detsamma på en rad: {line}",
    "ask-week": "Timmar i {week}; tom rad hoppar över ett ärende.",
    "ask-hours": "{case}, planerat {planned} h, återstår {remaining} h",
    "ask-erase": "Radera personen för gott? Inget för den tillbaka. (ja/nej)",
    "retention": "Det som sparas en tid: {count}. Dags att radera: {due}.",
    "ask-retention": "Radera alla som inget längre sparar, för gott? (ja/nej)",
    "retention-applied": "Raderade personer: {count}. Ärenden som står kvar under slumpmässiga beteckningar: {cases}.",
    "retention-nothing": "Det är inte dags att radera någon.",
    "participant-data": "Rader om personen: {rows}, som de står och som de stod. Rader i loggen: {log}.",
    "participant-corrected": "Rättat: {facts}. Ärenden som personen har: {cases}.",
    "participant-unchanged": "Inget är annorlunda än det var. Ärenden som personen har: {cases}.",
    "participant-erased": "Personen är raderad. Ärenden som står kvar under en slumpmässig beteckning: {cases}.",
    "entry-erased": "Det som skrevs in om personen och togs tillbaka är raderat.",
    "copies-erased": "Personen är raderad också i de här kopiorna, eller en tidigare version är borttagen: {copies}.",
    "copies-elsewhere": (
        "Kopior och exporter på andra ställen nämner fortfarande personen. ipsu restore raderar igen innan den svarar."
    ),
    "erased-again": "Personer som raderats sedan kopian gjordes är raderade igen i den: {count}.",
    "closed-as": "{day} ({reason})",
    "status-office": "{name}, {file}",
    "status-office-set": "{name}, {file} (filen enligt $IPSU_DB)",
}
