"""Vad kommandon, argument och val är till för. Ett vals egen text i ett kommando: `KOMMANDO VAL`."""

TEXT: dict[str, str] = {
    # Sidan själv, och dess fasta ord.
    "page": "{page}",
    "manual": "{page}",
    "Usage:": "Användning:",
    "Options:": "Val:",
    "Arguments:": "Argument:",
    "Commands:": "Kommandon:",
    "[OPTIONS]": "[VAL]",
    "COMMAND [ARGS]...": "KOMMANDO [ARGUMENT]...",
    "[required]": "[krävs]",
    "Show this message and exit.": "Visa den här texten.",
    "everywhere": "Val som kan stå före eller efter alla kommandon",
    "everywhere --db": "Kontorets fil. Annars $IPSU_DB, annars ipsu.db i den här mappen.",
    "everywhere --today": "Den dag som alla regler kallar idag. Annars $IPSU_TODAY, annars dagen i Sverige.",
    "everywhere --lang": "Språket på skärmen. Annars $IPSU_LANG, annars kontorets eget.",
    "everywhere --json": "Ett JSON-dokument i stället för text.",
    "everywhere --quiet": "Ingen text utom fel; för jobb som går av sig själva.",
    "everywhere --key": "Ett kommando som ändrar något görs en gång för varje nyckel, hur ofta det än körs.",
    "everywhere --who": "Vem som gör det, i loggen. Annars $IPSU_WHO, annars kontot.",
    "everywhere --names": "Visa namn i listor; aldrig skyddade personers.",
    "everywhere --reveal": "Visa hela personnumret. Det lämnar en rad i loggen.",
    "everywhere --yes": "Fråga inte innan något förstörs.",
    "everywhere --key-file": "Filen som nyckeln till ett krypterat kontor finns i. Annars $IPSU_KEY_FILE.",
    "group-week": "Veckan",
    "group-month": "Månaden",
    "group-follow-up": "Uppföljning",
    "group-setting-up": "Lägga upp",
    "group-looking-after": "Sköta om",
    "examples": "Exempel:",
    "further": (
        "ipsu help visar sidor om veckan, månaden, frister och mer, ipsu help KOMMANDO ett kommando, "
        "ipsu explain KOD en regel."
    ),
    "ipsu": "Register, kalender, reskontra och månad för ett kontor som levererar stödtjänster.",
    # Grunden.
    "init": (
        "Lägg upp ett kontor och skapa dess fil.\n\n"
        "En fil som finns rörs aldrig. --lang blir här kontorets eget språk, också i arbetsböckerna."
    ),
    "demo": (
        "Skapa ett påhittat kontor i en egen mapp, och visa dess månad.\n\n"
        "Ingen person i det finns. Kontorets egen fil rörs aldrig."
    ),
    "status": "Visa vad kontoret behöver veta idag.",
    "help": (
        "Visa en sida om ett ämne, eller listan över sidor.\n\nHjälp för ett kommando visas med --help efter kommandot."
    ),
    "explain": (
        "Förklara en regel: vad den kräver, varför, och var den står.\n\n"
        "Likaså ett nummer i källorna (A23), ett nyckeltal, ett besked, en inställning, en handling, en "
        "tjänst eller ett steg för pengarna. Utan kod listas alla regler."
    ),
    "agreement": "Avtal med beställare.",
    "agreement add": "Lägg in ett avtal.",
    "agreement edit": (
        "Ändra ett avtal. Det som utelämnas står kvar; ett tomt värde ('') tar bort det. Under ett avtal med "
        "fakturor ligger område, tjänst, köpare, fakturering och moms fast."
    ),
    "agreement list": "Lista avtalen.",
    "price": "Priser i avtalen.",
    "price set": (
        "Sätt ett pris från och med en dag.\n\n"
        "Ett pris gäller till nästa för samma avtal, tjänst, enhet och nivå. En leverans får det pris som "
        "gäller på dess sista dag."
    ),
    "price list": "Lista priserna.",
    "target": "Mål: vad ett avtal, eller alla tillsammans, ska nå.",
    "target set": (
        "Sätt ett mål.\n\n"
        "Ett tal; ett bråk (34/124, eller 34/? där det som delas med inte är känt); year:2024, det som "
        "nyckeltalet var då; för möten 1/month eller 2/half-year. Ett nytt värde för samma avtal, nyckeltal, "
        "dagar och utfall ersätter det gamla."
    ),
    "target list": "Lista målen så som de sattes.",
    "target set --from": "Den första dagen som räknas; nytt stöd räknas från den.",
    "target set --by": "Dagen då målet ska vara nått. Utelämnad: den sista dagen i perioden som frågan gäller.",
    "target set --counts": "Bedöm outcome_share efter de här utfallen, med komma mellan.",
    "target set AGREEMENT": "Avtalets beteckning, eller all.",
    "target set VALUE": "Det som ska nås: 200, 34/124, 34/?, year:2024, 1/month.",
    "KPI": "Nyckeltalets kod, så som report kpi --json ger den.",
    "setting": "Kontorets inställningar.",
    "setting list": "Lista inställningarna, med vad de är nu.",
    "setting set": (
        "Ändra en inställning.\n\n"
        "account.receivable, account.rounding samt account.sales och account.vat med momssatsen "
        "(account.sales.25) är konton med fyra siffror; address, bankgiro och f-tax (on: godkänd för F-skatt)"
        " står på e-fakturor, med payment-days (dagar att betala på) och peppol.buyer (Arbetsförmedlingens "
        "organisationsnummer); eves är free (lediga) eller working (arbetsdagar); names är on (på) eller off "
        "(av); long-pause-days är de dagar som en paus får vara utan varning; pace-ahead och pace-behind är "
        "hur många procent av en planering som får användas för tidigt eller för sent innan status säger det."
    ),
    # Ärenden.
    "case": "Ärenden: en person i en tjänst.",
    "case add": (
        "Lägg in ett ärende.\n\n"
        "Samtal, överenskommelse om kartläggning och beslut kan skrivas in senare, med ipsu case edit. I IPS,"
        " SEd och SE börjar ärendet i kön (--queued) eller med stödet (--from)."
    ),
    "case edit": (
        "Ändra ett ärende.\n\n"
        "Bara det som anges ändras; '' tar bort ett värde. När en plan är bekräftad eller något är levererat "
        "flyttas perioden bara med ipsu case decide."
    ),
    "case show": "Visa ett ärende med plan, handlingar, leveranser och nästa steg.",
    "case list": "Lista ärendena.",
    "case decide": (
        "Skriv in arbetsförmedlarens beslut om deltagarperioden.\n\n"
        "Det sätter periodens sista dag. Det bekräftar ingen plan."
    ),
    "case close": (
        "Avsluta ett ärende.\n\n"
        "Avslutsdagen är den sista dag som kan levereras, och en dag med stöd. Den som aldrig fick stöd "
        "lämnar kön."
    ),
    "find": (
        "Sök ett ord i anteckningar, skäl och texter: i vilket ärende, vilken dag, var.\n\n"
        "Det som står runt om visas inte, och inget om skyddade personer genomsöks."
    ),
    "query": (
        "Fråga registret med egen SQL, utan att något ändras. Ensamt listar det vyerna.\n\n"
        "En SELECT av vyerna: personers namn och nummer står i ingen av dem. :today är dagen. En fråga får ta 30 "
        "sekunder och ge så många rader som --limit säger. `ipsu help database` har varje kolumn."
    ),
    "query SQL": "En SELECT inom citattecken; - läser den från stdin.",
    "query --csv": "Raderna som en .csv med semikolon, på skärmen eller till en fil med >.",
    "query --limit": "Hur många rader högst.",
    "browse": (
        "Visa registret i en webbläsare, bara på den här datorn, tills Ctrl-C.\n\n"
        "En första sida med årets nyckeltal, och de vyer som query frågar: inga namn, nummer, orter eller texter. Det "
        "är en kopia av registret som det står nu; den tas bort när kommandot slutar. Alla som är inloggade på datorn "
        "kan öppna adressen så länge. Kräver tillägget web."
    ),
    "browse --port": "Porten; utan den vilken som helst som är ledig.",
    "case reopen": "Öppna ett avslutat ärende igen.",
    # Planer, handlingar och leveranser.
    "case rename": (
        "Ge ett ärende en annan beteckning. Allt som hör till ärendet följer med; det som redan är skickat "
        "har kvar den gamla."
    ),
    "case hand-over": "Lämna över en coachs öppna ärenden till en annan, alla eller några.",
    "case rename NEW": "Den nya beteckningen, som inget annat ärende har.",
    "case rename --reason": "Varför; det står i loggen.",
    "case hand-over --from": "Coachen som lämnar över.",
    "case hand-over --to": "Coachen som tar över.",
    "case hand-over --case": "Bara det här ärendet; kan upprepas.",
    "case hand-over --dry-run": "Visa vad som skulle hända, spara inget.",
    "plan": "Den gemensamma planeringen i IPSU B, vecka för vecka.",
    "plan set": (
        "Gör nästa version av en plan.\n\n"
        "Hela planen anges varje gång. En veckas timmar är någon av {extents}. Den är ett utkast tills den "
        "gemensamma planeringen (GP) är inskickad och bekräftad."
    ),
    "plan show": "Visa den plan som gäller, per omfattning och vecka.",
    "plan history": "Visa alla versioner av en plan.",
    "document": "Handlingar till Arbetsförmedlingen, och dess svar.",
    "document submit": (
        "Skriv in att en handling är inskickad.\n\n"
        "En ny version skickas in på nytt; inget skrivs över. Försening ger en varning men stoppar aldrig."
    ),
    "document confirm": (
        "Skriv in att Arbetsförmedlingen har bekräftat en handling.\n\n"
        "Antingen en handling i ett ärende, eller med --all och --month alla inskickade under en månad."
    ),
    "document return": (
        "Skriv in att Arbetsförmedlingen har returnerat en handling.\n\nSedan kan en ny version skickas in."
    ),
    "document unconfirm": (
        "Ta tillbaka en bekräftelse som skrivits in av misstag.\n\nHandlingen är då åter inskickad."
    ),
    "document list": "Lista handlingarna i ett ärende, även de som saknas.",
    "deliver": (
        "Skriv in det som är levererat: timmar, eller en hel kartläggning.\n\n"
        "IPSU B: timmar en dag, eller på de av veckans dagar som ligger i perioden. IPSU A: hela "
        "kartläggningen, en gång, utan timmar. Flera ärenden en vecka står på en rad, allt eller inget."
    ),
    "delivery": "Leveranser: lista, rätta, makulera.",
    "delivery list": "Lista leveranserna i ett ärende, eller alla.",
    "delivery correct": (
        "Rätta timmarna i en leverans.\n\n"
        "En som är fakturerad står kvar; en leverans som tar tillbaka den och en ny ställs bredvid."
    ),
    "delivery cancel": (
        "Makulera en leverans.\n\nEn som är fakturerad står kvar; en leverans som tar tillbaka den ställs bredvid."
    ),
    # Fakturor.
    "invoice": "Självfakturaunderlag: gör, följ och exportera.",
    "invoice build": (
        "Fakturera det som är levererat till månadens slut och är klart.\n\n"
        "En faktura för varje avtal. Det som inte är klart redovisas med varför och vad som ska göras. Körs "
        "det igen finns inget nytt."
    ),
    "invoice list": "Lista fakturorna.",
    "invoice show": "Visa en faktura med dess rader.",
    "invoice excel": "Skriv en faktura till en arbetsbok för ekonomen.",
    "invoice approve": "Godkänn ett självfakturaunderlag.",
    "invoice reject": (
        "Underkänn ett underlag för ett fel som kontoret inte rår på.\n\n"
        "Arbetsförmedlingen utreder. De angivna ärendena är låsta för inleverans till och med ipsu invoice "
        "resolve. Det som en självfaktura tar upp och som inte står på något underlag här underkänns med "
        "--received: inget ärende låses."
    ),
    "invoice resolve": "Skriv in hur utredningen av ett ärende slutade.",
    "invoice paid": (
        "Skriv in en betalning.\n\n"
        "Det som avviker från det obetalda med mindre än en krona, avrundat till hela kronor, reglerar det; "
        "skillnaden går till account.rounding."
    ),
    "invoice unpaid": (
        "Ta tillbaka en betalning.\n\n"
        "Fakturan är obetald igen, och ett steg tillbaka. ipsu invoice show har betalningarna med deras "
        "nummer."
    ),
    "PAYMENT": "Betalningens nummer, som ipsu invoice show visar det.",
    "invoice bank": (
        "Läs in betalningarna i en bankfil: camt.054, camt.053 eller camt.052 (XML), eller BgMax.\n\n"
        "En betalning som nämner en faktura, med vårt nummer eller med Arbetsförmedlingens, och inte är mer "
        "än det som är obetalt skrivs in. Resten redovisas med varför, och med kommandot där beloppet passar."
        " Samma pengar igen, för hand eller i en annan fil, lägger inte till något."
    ),
    "invoice cancel": (
        "Makulera ett självfakturaunderlag som inte är besvarat.\n\nNumret är använt; leveranserna är fria igen."
    ),
    "invoice export": (
        "Skriv en faktura till en fil.\n\n"
        "Filens slut säger vad: .xlsx (arbetsbok), .se eller .si (SIE 4I för bokföringen), .xml (e-faktura i "
        "Peppol, för avtal med --billing peppol) eller .json."
    ),
    "invoice credit": (
        "Kreditera ett ärende på en godkänd faktura.\n\n"
        "En kreditfaktura i samma nummerserie hänvisar till den. Ärendets leveranser blir fria och kan "
        "rättas; de kommer på nästa faktura."
    ),
    "period": "Månader som stängs för ändringar.",
    "period close": (
        "Stäng en månad: dess fakturor ändras inte mer.\n\n"
        "Leveranser tas emot även sedan, men de och alla rättelser hamnar i den öppna månadens faktura. Svar "
        "och betalningar skrivs in som vanligt."
    ),
    # Uppföljning, och att flytta data.
    "report": "Rapporter.",
    "report kpi": (
        "Visa nyckeltalen för en period.\n\n"
        "Utan val: årets hittills, per tjänst och kön. Det som skrivits in efter --as-of räknas inte. "
        "--external döljer antal på 1-4 och det som röjer dem i rapporten och i dem för samma period med ett annat "
        "--by; flera externa rapporter för andra perioder eller urval bredvid varandra är inte skyddade. ipsu help "
        "privacy säger mer.\n\n"
        "Första bladet i --excel är en sida för styrelsen: målen först, sedan de få siffror som en styrelse "
        "frågar efter, på en A4. Små antal är dolda på den vad som än begärs, så den kan lämnas ut.\n\n"
        "--also räknar andra kontor också, per kontor och tillsammans: den som finns hos två räknas hos båda."
        " Vad som är små antal bedöms över alla tillsammans. ipsu help head-office säger mer."
    ),
    "report invoices": (
        "Ställ väntade betalningar mot mottagna, per månad.\n\n"
        "En faktura hör till den månad som den är betalbar från, och är förfallen när månaden har gått. "
        "Inkommet är allt som betalades i månaden, vilken faktura det än gällde. Under står varje betalning i"
        " perioden, med vem som skrev in den och filen som den kom i."
    ),
    "report hours": (
        "Ställ plan mot leverans, per ärende och vecka.\n\n"
        "Planerade timmar hör till perioden efter veckans torsdag, levererade timmar efter sin dag."
    ),
    "export": "Lämna ut register och månader som filer.",
    "export KIND": (
        "Skriv allt av ett slag till en fil som ipsu import läser tillbaka.\n\n"
        "En .csv är för maskiner: komma, punkt, UTF-8; med --excel-csv blir den en som ett svenskt "
        "kalkylprogram öppnar. Ett personnummer står helt bara med --reveal, som antecknas i loggen; av en "
        "skyddad person finns bara ärendet."
    ),
    "export all": "Skriv alla slag till en arbetsbok med ett blad för varje, eller till ett JSON-dokument.",
    "export parquet": (
        "Skriv registret som Parquet, för ett huvudkontor och dess motor.\n\n"
        "Inga namn, personnummer, referenser eller texter finns med. DIR tar många kontors delar; det här "
        "kontorets skrivs hel, i stället för dess förra. Det kräver ipsu-cli[parquet]. ipsu help head-office "
        "säger vad som finns med, och har frågorna."
    ),
    "export parquet FOLDER": "Mappen med alla kontors delar.",
    "export parquet --office": "Vad det här kontorets del heter. Utelämnad: som kontoret.",
    "export package": (
        "Lägg en månad i en mapp för ekonomen.\n\n"
        "Verifikationerna för månadens dagar som SIE 4I (.si), arbetsbok och JSON, e-fakturor, de filer som "
        "Arbetsförmedlingen har skickat, och SHA256SUMS som sha256sum -c kan kontrollera. Mappen skrivs hel "
        "eller inte alls.\n\n"
        "Det som har skickats är sparat: läs in varje paket en gång, så har bokföringen det som registret "
        "har. Det som krediteras, makuleras eller rättas efteråt kommer som en egen verifikation i nästa "
        "paket."
    ),
    "import": (
        "Läs in en fil: hela, eller inget.\n\n"
        "Alla fel visas på en gång. Samma fil igen lägger inte till något. Slaget all läser en arbetsbok med "
        "ett blad för varje slag; ipsu import undo BATCH tar tillbaka en import, så länge inget av den är "
        "fakturerat."
    ),
    # Argument.
    "AGREEMENT": "Avtalets beteckning.",
    "agreement add AGREEMENT": "Det nya avtalets beteckning: en kort text utan mellanslag.",
    "AMOUNT": "Priset i kronor, till exempel 450 eller 450,50.",
    "CASE": "Ärendets beteckning.",
    "case add CASE": "Arbetsförmedlingens eller kommunens beteckning på ärendet: en kort text utan mellanslag.",
    "delivery list CASE": "Bara det här ärendet.",
    "document confirm CASE": "Ärendets beteckning; utelämnas med --all.",
    "CODE": "En regels kod eller nummer, till exempel delivery.over-plan eller A23.",
    "import FILE": "Filen att läsa; - läser det som skickas in.",
    "--again": "Skriv ett paket som har skickats en gång till, med samma byte.",
    "invoice export FILE": "Filen att skriva: .xlsx, .se, .si, .xml eller .json.",
    "invoice bank FILE": "Bankens fil.",
    "invoice excel FILE": "Arbetsboken att skriva (.xlsx).",
    "FOLDER": "Mappen att skriva. Den får inte finnas, om den inte är tom.",
    "HOURS": "Timmar, till exempel 7, 7.5 eller 7,5.",
    "delivery correct HOURS": "Det nya antalet timmar, till exempel 6,5.",
    "find WORD": "Ett ord, eller en del av ett; flera ord inom citattecken.",
    "deliver HOURS": (
        "Timmar, till exempel 7, 7.5 eller 7,5; utelämnas för en kartläggning. Med --week "
        "ÄRENDE=TIMMAR för vart och ett av flera ärenden."
    ),
    "ID": "Leveransens nummer, som ipsu delivery list visar det.",
    "KIND": "Vad filen innehåller, till exempel cases eller deliveries; ipsu help import listar allt.",
    "setting set NAME": "Inställningens namn.",
    "MONTH": "Månaden, till exempel 2026-03, this-month (denna) eller last-month (förra).",
    "NUMBER": "Fakturans nummer, till exempel 2026-0001.",
    "SERVICE": "Tjänsten: {services}.",
    "TOPIC": "En sidas namn, eller en regels kod.",
    "TYPE": "Handlingen, en som tjänsten eller dess system har: {document_types}.",
    "VALUE": "Vad den är från och med nu.",
    "WEEKS": "En vecka eller ett spann av veckor, och timmarna i varje: 2026-W10..2026-W11=20.",
    # Val.
    "--after": "Det ärende i IPSU A som detta IPSU B bygger på.",
    "--agreement": "Avtalet. Utelämnat: det enda som passar.",
    "case edit --agreement": "Ett annat avtal.",
    "case list --agreement": "Bara ärenden under det här avtalet.",
    "invoice build --agreement": "Bara det här avtalet. Kan upprepas.",
    "report --also": "Ett annat kontors fil, som räknas med; den läses bara. Kan upprepas.",
    "report --agreement": "Bara det här avtalet. Kan upprepas.",
    "--all": "Bekräfta alla inskickade handlingar av den här typen; kräver --month.",
    "--amount": "Hur mycket som är betalt. Utelämnat: allt som är obetalt.",
    "agreement --reason": "Varför avtalet ändras; det står i loggen.",
    "--cost-centre": (
        "Avtalets kostnadsställe i bokföringen: högst 6 bokstäver och siffror. Utelämnat: görs av beteckningen."
    ),
    "--purchaser-address": "Köparens adress, som den står i en e-faktura.",
    "--purchaser-orgnr": "Köparens organisationsnummer, som en e-faktura skickas till.",
    "agreement AGREEMENT": "Avtalet.",
    "--area": "Avtalets leveransområde.",
    "--as-of": "Vad registret sade i slutet av den dagen. Utelämnat: idag.",
    "--below": "Det minsta antal som visas med --external. Utelämnat: 5.",
    "--billing": "self: Arbetsförmedlingen gör fakturan (självfaktura); peppol: kontoret skickar den.",
    "--by": "Dela upp talen på service, gender, agreement, coach, site eller cohort (startens halvår).",
    "--case": "Ärendet. Kan upprepas.",
    "invoice credit --case": "Ärendet att ta tillbaka.",
    "invoice resolve --case": "Ärendet som utreddes.",
    "--coach": "Coachens namn.",
    "case list --coach": "Bara den här coachens ärenden.",
    "report --coach": "Bara den här coachens ärenden. Kan upprepas.",
    "case list --site": "Bara ärendena på den här orten.",
    "report --site": "Bara ärendena på den här orten. Kan upprepas.",
    "--confirmed": "Dagen då den gemensamma planeringen (GP) bekräftades; kräver --submitted.",
    "--decision": "Dagen för beslutet om IPSU A.",
    "--dir": "Mappen att skapa. Utelämnad: ipsu-demo.",
    "--dry-run": "Visa vad som skulle göras, och gör inget.",
    "--errors": "Skriv också felen till den här filen (.csv).",
    "--excel": "Skriv också svaret till den här arbetsboken (.xlsx).",
    "--external": "För läsare utanför kontoret: små antal döljs.",
    "--fail-on-unanswered": "Returkod 6 om en faktura har väntat längre än så många dagar på svar.",
    "--force": "En fil som finns får ersättas.",
    "--from": "Första dagen.",
    "agreement --from": "Avtalets första dag.",
    "case add --from": "Deltagarperiodens första dag, i IPS, SEd och SE stödets.",
    "case edit --from": "Deltagarperiodens första dag, i IPS, SEd och SE stödets.",
    "document submit --from": "Avvikelserapport: frånvarons första dag.",
    "price set --from": "Den första dag som priset gäller.",
    "report --from": "Periodens första dag. Utelämnad: årets första.",
    "--gender": "Det som personen själv uppger.",
    "--known": "Avvikelserapport: frånvaron var känd i förväg.",
    "--level": "Den nivå som priset gäller, där tjänsten har nivåer.",
    "--mapping-agreed": "Flerpartssamtalet beslutade att genomföra en kartläggning.",
    "--meeting": "Dagen för flerpartssamtalet.",
    "--limit": "Högst så många rader, de första.",
    "--sort": "Kolumnen som raderna ordnas efter, som listan kallar den; - före: störst först.",
    "--since": "Bara rader från den dagen och framåt.",
    "--month": "Månaden, till exempel 2026-03, this-month (denna) eller last-month (förra).",
    "case list --month": "Bara ärenden med någon dag av perioden i den här månaden.",
    "document confirm --month": "Med --all: månaden då de skickades in.",
    "invoice build --month": "Allt som är levererat till och med den här månadens slut.",
    "invoice list --month": "Bara den här månadens fakturor.",
    "--name": "Personens förnamn och efternamn.",
    "init --address": "Kontorets adress, som den står i en e-faktura. Senare: ipsu setting set address.",
    "init --name": "Kontorets namn.",
    "--no-mapping": "Slutredovisning: ingen kartläggning har kunnat genomföras.",
    "--no-show": "Deltagaren dök inte upp under hela den inplanerade perioden.",
    "--not-self-fixable": "Kontoret kan inte åtgärda felet på egen hand.",
    "--of": "office: kontorets månad; uppsala, ggv: ett register mot en publicerad uppföljning.",
    "--officer": "Arbetsförmedlarens namn.",
    "--on": "Dagen, till exempel 2026-03-09, today (idag) eller yesterday (igår). Utelämnad: idag.",
    "case decide --on": "Dagen för beslutet.",
    "case close --on": "Dagen då ärendet slutar.",
    "deliver --on": (
        "Dagen för timmarna. För en kartläggning: utelämnad, periodens sista dag, eller idag om det är tidigare."
    ),
    "invoice paid --on": "Dagen då pengarna kom.",
    "--order": "Arbetsförmedlingens beställningsreferens.",
    "--orgnr": "Kontorets organisationsnummer, till exempel 559999-0008.",
    "--outcome": "corrected: ärendets rader lämnar underlaget och kommer igen; upheld: de gäller.",
    "--payout": "Betalning kommer efter månaden då underlaget upprättades (created) eller arbetet gjordes (worked).",
    "--personnummer": "Personnumret eller samordningsnumret; - frågar efter det utan att visa det.",
    "--protected": "Personen har skyddade personuppgifter. Att häva det kräver --reason.",
    "--purchaser": "Vem som köper, som det står i avtalet.",
    "--reason": "Varför, med några ord. Det sparas i registret.",
    "case edit --reason": "Varför skyddet hävs; i IPS, SEd och SE annars orsaken som ärendet avslutades med.",
    "case close --reason": (
        "Varför: completed (genomfört), interrupted (avbrutet), work (arbete), studies (studier), withdrew "
        "(på egen begäran), changed-supplier (bytt leverantör) eller other (annat). I IPS, SEd och SE work, "
        "studies, work-and-studies, stable-no-need, withdrew, pause-requested, referred-on, no-progress eller other; "
        "ur kön referred-on, declined, not-target-group eller other; där ärendet är fel registered-in-error."
    ),
    "document submit --reason": "Avvikelserapport: orsaken till frånvaron.",
    "plan set --reason": "Varför planen ändras; krävs för alla versioner efter den första.",
    "--service": "Tjänsten: {services}.",
    "agreement --service": "Vad avtalet gäller: {agreement_services}. Ett om ipsu omfattar båda delarna. Kan upprepas.",
    "case list --service": "Bara ärenden i den här tjänsten.",
    "report --service": "Bara den här tjänsten. Kan upprepas.",
    "--site": "Orten där tjänsten ges.",
    "agreement --site": "En ort som avtalet omfattar. Kan upprepas.",
    "--status": "Bara ärenden som är queued (i kö), planned (planerade), active (pågår) eller ended (avslutade).",
    "--strict": "Returkod 6 om något inte kan faktureras.",
    "invoice bank --strict": "Returkod 6 om någon betalning inte passar.",
    "--submitted": "Dagen då den gemensamma planeringen (GP) skickades in.",
    "--to": "Sista dagen.",
    "agreement --to": "Avtalets sista dag, om den är känd.",
    "case add --to": "Deltagarperiodens sista dag.",
    "case decide --to": "Deltagarperiodens nya sista dag.",
    "case edit --to": "Deltagarperiodens sista dag.",
    "document submit --to": "Avvikelserapport: frånvarons sista dag.",
    "report --to": "Periodens sista dag. Utelämnad: idag.",
    "--assistance": "Om personen har ekonomiskt bistånd.",
    "--care-contact": "Var personens vårdkontakt finns: psychiatry (psykiatrin) eller primary-care (primärvården).",
    "--closed": "Stödets sista dag, om den blev fel.",
    "--consent": "Dagen då personen godkände samverkan med vården.",
    "--consent-withdrawn": "Dagen då personen tog tillbaka samtycket.",
    "--disability": "Personen har en psykisk funktionsnedsättning, som målgruppen kräver.",
    "--extent": "Hur mycket av heltid personen kan arbeta, i procent.",
    "--motivated": "Personen är motiverad till lönearbete eller studier.",
    "--municipality": "Kommunen där personen bor.",
    "--preference": "Vad personen vill arbeta med eller studera.",
    "--queued": "Dagen då anmälan kom och kön började.",
    "--resident": "Personen är folkbokförd i kommunen.",
    "--sus-consent": "Dagen för det skriftliga samtycket till registrering i SUS.",
    "--system": "Arbetsförmedlingens system som placeringen finns i: {systems}.",
    "--target-group": "Kommunens egen kod för målgruppen.",
    "case add --level": "Deltagarens nivå: A, B eller C.",
    "case edit --level": "Deltagarens nivå: A, B eller C.",
    "--training": "Utbildningens namn.",
    "--training-from": "Utbildningens första dag.",
    "--training-result": "Hur utbildningen slutade.",
    "--training-to": "Utbildningens sista dag.",
    "--training-type": (
        "labour_market_training (arbetsmarknadsutbildning), preparatory_training (förberedande utbildning), "
        "folk_high_school_establishment_course (etableringskurs på folkhögskola), "
        "folk_high_school_study_motivation (studiemotiverande kurs på folkhögskola) eller "
        "service_with_training_element (tjänst med utbildningsinslag)."
    ),
    "--unit": "Vad priset gäller: case (ärende), hour (timme), day (dag), month (månad) eller result (resultat).",
    "--unknown": "Avvikelserapport: frånvaron var inte känd i förväg.",
    "--vat": "Moms i procent: 25, 12, 6 eller 0. Utelämnad: {vat}.",
    "--vat-exempt-reason": "Varför det inte är moms; krävs med --vat 0.",
    "--version": "Handlingens version. Utelämnad: den nyaste som passar.",
    "plan show --version": "Planens version. Utelämnad: den plan som gäller.",
    "--week": "Veckan, till exempel 2026-W10, i stället för en dag.",
    "--year": "Året, till exempel 2026.",
    # Hjälpmedel och kalendern.
    "aid": "Hjälpmedel på lån.",
    "aid lend": (
        "Låna ut ett hjälpmedel.\n\nDet får finnas kvar när stödet är slut, till och med utbildningens sista dag."
    ),
    "aid return": "Skriv in att ett hjälpmedel är återlämnat.",
    "aid list": ("Lista hjälpmedel på lån.\n\nDet som är ute efter utbildningens slut ger en varning."),
    "agreement require": (
        "Ange vilka en tjänst är till för enligt avtalet: åldrar, och vad som kontrolleras före stödet.\n\n"
        "Av sig själva har ips och sed sina källors åldrar och alla krav, och se inga; ipsu agreement show "
        "visar vilka som gäller. Det som utelämnas står kvar."
    ),
    "--ages": "Yngsta och äldsta, i hela år när anmälan kommer; none för vilken ålder som helst.",
    "--check": (
        "Vad som krävs före stödet: resident, disability, motivated, care-contact eller consent; none för inget."
    ),
    "agreement require SERVICE": "Tjänsten: {queued_services}.",
    "agreement show": "Visa ett avtal med dess priser, fakturor och vilka tjänsterna är till för.",
    "calendar": (
        "Visa årets helgdagar och aftnar, som flyttar tidsfrister.\n\n"
        "Vanliga söndagar är utelämnade. Om aftnarna är lediga bestämmer inställningen eves."
    ),
    "aid lend KIND": (
        "Hjälpmedlet: laptop, media-player, text-to-speech, spell-checker, headphones, daisy-player, dictaphone, "
        "reading-pen, communication, other."
    ),
    "aid return ID": "Hjälpmedlets nummer, som ipsu aid list visar det.",
    "aid list CASE": "Bara det här ärendet.",
    "aid lend --name": "Vad det heter, till exempel märke och nummer.",
    "aid lend --on": "Dagen då det lånades ut.",
    "aid return --on": "Dagen då det återlämnades.",
    "--origin": "Den del av IPSU som fann behovet: a eller b. Utelämnat: den del som ärendet gäller.",
    "--open": "Bara det som är ute.",
    "YEAR": "Året, till exempel 2026.",
    # Handlingars texter.
    "document write": (
        "Skriv texten i en handling, under de rubriker som Arbetsförmedlingen frågar efter.\n\n"
        "Utan --file öppnas $EDITOR. Handlingen är ett utkast tills den skickas in; varje version av texten "
        "finns kvar. Ett tomt avsnitt ger en varning, och stoppar ipsu document submit."
    ),
    "document show": "Visa en handling med dess text.",
    "document template": "Visa rubrikerna i en handling, att fylla i.",
    "document export": "Skriv en handling till en fil: .md, eller .pdf med tillägget pdf.",
    "document write --file": "Filen med texten (UTF-8); - läser det som skickas in. Utelämnad: $EDITOR.",
    "document write --from": "Avvikelserapport: frånvarons första dag.",
    "document write --to": "Avvikelserapport: frånvarons sista dag.",
    "document export FILE": "Filen att skriva: .md eller .pdf.",
    "--period": "Månaden som handlingen gäller, till exempel 2026-02.",
    # Programtrohet, enkäter och finansiering.
    "fidelity": "Programtrohet: hur väl en enhet följer sin metod.",
    "fidelity add": (
        "Lägg in en mätning av en enhets programtrohet.\n\n"
        "Poängen skrivs i skalans ordning med komma emellan; - för en punkt som inte är bedömd, och då blir "
        "det ingen summa. Första punkten kan vara auto: poängen för den största ärendemängden hos en coach "
        "den dagen."
    ),
    "fidelity scale": (
        "Beskriv en skala.\n\nIPS-25 finns inbyggd: 25 punkter, 1 till 5. Varje band anges med sin lägsta summa."
    ),
    "fidelity list": "Lista mätningarna.",
    "--scores": "Poängen i skalans ordning, till exempel 4,4,-,3.",
    "--scale": "Skalan. Utelämnad: IPS-25.",
    "--items": "Hur många punkter skalan har.",
    "--min": "Lägsta poäng för en punkt.",
    "--max": "Högsta poäng för en punkt.",
    "--bands": "Bandens lägsta summor och namn: 74=fair,100=good.",
    "fidelity scale NAME": "Skalans namn.",
    "fidelity add --on": "Dagen för mätningen.",
    "fidelity list AGREEMENT": "Bara det här avtalet.",
    "survey": "Enkäter till deltagare, räknade svar utan personer.",
    "survey add": (
        "Lägg in svaren på en fråga.\n\n"
        "Den som inte har svarat är tillfrågad men räknas inte bland svaren. "
        'Svaren skrivs som "stor nytta=6;viss nytta=2".'
    ),
    "survey list": "Lista enkäterna.",
    "survey list AGREEMENT": "Bara det här avtalet.",
    "QUESTION": "Frågans kod, ett kort ord: nytta.",
    "--population": "Vilka som frågades: pågående (ongoing) eller avslutade (closing).",
    "survey add --on": "Dagen för enkäten.",
    "--asked": "Hur många som frågades.",
    "--answers": 'Varje svar och hur många som gav det: "stor nytta=6;viss nytta=2".',
    "--positive": "De svar som räknas som positiva, med semikolon emellan.",
    "funding": "Finansiering: vad arbetet kostar och vem som betalar.",
    "funding add": ("Lägg in en rad i budgeten.\n\nall gäller det som alla avtal delar."),
    "funding state": (
        "Spara en summa som ett dokument anger.\n\n"
        "Rapporten jämför den med raderna. Utan enhet eller år gäller den alla."
    ),
    "funding list": "Lista raderna och de angivna summorna.",
    "AGREEMENT|ALL": "Avtalets beteckning, eller all.",
    "--title": "Vad raden avser, till exempel en tjänst.",
    "--fte": "Procent av heltid.",
    "--funder": "Vem som betalar, till exempel municipality eller coordination_association.",
    "--vat-basis": "Om beloppet är exkl. eller inkl. moms. Inget läggs till eller dras av.",
    "--source": "Dokumentet som anger summan.",
    "funding add --unit": "Enheten som raden hör till.",
    "funding state --unit": "Enheten som summan gäller. Utelämnad: alla.",
    "funding add --amount": "Beloppet i kronor.",
    "funding state --amount": "Summan i kronor.",
    "funding add --year": "Året.",
    "funding state --year": "Året som summan gäller. Utelämnat: alla.",
    "invoice receive": (
        "Ta emot Arbetsförmedlingens självfakturor, ur filer eller för hand.\n\n"
        "En fil är UBL 2.1 (.xml), .xlsx eller .csv och läses in hel eller inte alls. Samma nummer och "
        "innehåll igen ändrar inget. Luckor i nummerserien sägs."
    ),
    "invoice receive FILE": "Filerna att ta emot, i vilken ordning som helst.",
    "--number": "Självfakturans nummer, Arbetsförmedlingens eget.",
    "--total": "Totalbeloppet med moms, i kronor.",
    "--type": "389 för en självfaktura, 261 för en kredit. Utelämnad: 389.",
    "--refers": "Numret på den självfaktura som krediten gäller.",
    "invoice receive --on": "Självfakturans datum.",
    "invoice receive --agreement": "Avtalet. Utelämnat med en fil: det som raderna hör till.",
    "--received": "Arbetsförmedlingens självfakturor, i stället för kontorets underlag.",
    # Rusta och matcha.
    "--activity": "Avvikelserapport: aktiviteten, eller startsamtal.",
    "--expected": "Avvikelserapport: när deltagaren var väntad till aktiviteten.",
    "--absent": "Avvikelserapport: när deltagaren var borta, inom den väntade tiden.",
    "--misconduct": "Avvikelserapport: deltagaren var där men misskötte sig.",
    "--goal": "Utvecklingsplan (IUP): ett mål; kan upprepas.",
    "--own-search": "Utvecklingsplan (IUP): timmar i veckan för eget arbetssökande.",
    "--supplier": "Utvecklingsplan (IUP): timmar i veckan hos leverantören.",
    "--mandatory": "Gemensam planering (GP): en obligatorisk aktivitet och timmar i veckan; kan upprepas.",
    "--optional": "Gemensam planering (GP): en valbar aktivitet och timmar i veckan; kan upprepas.",
    "--hours": "Periodisk rapport (PR): en aktivitet och månadens timmar, 0 för det som inte gjordes; kan upprepas.",
    "--own-work": "Periodisk rapport (PR) i KA-Webb: timmar eget arbete; explain pr.own-work-missing säger för när.",
    "--result": "R1, R2, SOA, RR: arbete (work) eller studier (studies).",
    "--learned": "R1, R2, SOA, RR: dagen då det blev känt.",
    "--ready": "Leverera månaden i varje ärende som har sin rapport; vill ha --month.",
    "deliver --month": "Rusta och matcha: månaden som levereras.",
    "deliver --dry-run": "Med --ready: visa vad som skulle levereras, och ändra inget.",
    "deliver CASE": "Ärendets beteckning; utelämnas med --ready.",
    "invoice reconcile": (
        "Jämför en självfaktura rad för rad med kontorets underlag.\n\n"
        "Per ärende och vecka där självfakturans rad ligger i en vecka, annars per månad. Returkod 0 bara när"
        " allt är jämfört och stämmer på öret, annars 6. Ur en fil sparas inget."
    ),
    "invoice reconcile FILE": "Självfakturan: UBL 2.1 (.xml), .xlsx eller .csv.",
    "invoice reconcile --agreement": "Med --received: avtalet, där flera har numret.",
    "invoice reconcile --year": "Med --received: självfakturans år, där flera har numret.",
    "invoice approve --received": "Godkänn den här självfakturan från Arbetsförmedlingen i stället.",
    "invoice approve --agreement": "Med --received: avtalet, där flera har numret.",
    "invoice approve --year": "Med --received: självfakturans år, där flera har numret.",
    "--despite-difference": "Godkänn fast Arbetsförmedlingens självfakturor skiljer sig, vilket då redovisas.",
    "--why": "Vad som är fel på Arbetsförmedlingens självfaktura. Utelämnat: other.",
    "invoice letter": (
        "Skriv frågan till Arbetsförmedlingen, av det som skiljer sig.\n\n"
        "Efter slag, med raderna, den gemensamma planering som gäller och leveranserna. Ärenden anges med "
        "referens."
    ),
    "invoice letter FILE": "Filen att skriva: .md, .pdf eller .xlsx.",
    "invoice letter --received": "Fråga om den här självfakturan från Arbetsförmedlingen i stället.",
    "invoice letter --agreement": "Med --received: avtalet, där flera har numret.",
    "invoice letter --year": "Med --received: självfakturans år, där flera har numret.",
    "invoice letter --case": "Fråga bara om det här ärendet; kan upprepas.",
    "invoice show --received": "Visa den här självfakturan från Arbetsförmedlingen i stället.",
    "invoice show --agreement": "Med --received: avtalet, där flera har numret.",
    "invoice show --year": "Med --received: självfakturans år, där flera har numret.",
    "invoice reconcile --received": "Numret på en självfaktura som är mottagen.",
    "invoice reconcile --excel": (
        "Skriv också jämförelsen till den här arbetsboken (.xlsx), att skicka till Arbetsförmedlingen."
    ),
    # Tidsfrister.
    "todo": (
        "Visa vad som ska skickas in eller lämnas tillbaka, det mest brådskande först.\n\n"
        "Utan --until: det som kan göras idag och det som är försenat. En kalender som läses in igen "
        "uppdaterar det som redan står där; det som är gjort tar den inte bort."
    ),
    "backup": (
        "Kopiera kontoret till en fil, medan andra kan arbeta i det.\n\n"
        "Kopian läses igenom innan den får sitt namn; ingen annan kan öppna den. Ha en på en annan disk. Slutar namnet "
        "på .age krypteras filen med ett lösenord, eller för en mottagare för age (tillägget encrypt)."
    ),
    "backup --recipient": "Vem som får öppna en .age-fil: en publik nyckel för age (age1...). Får upprepas.",
    "backup --age-key": "Filen som lösenordet till en .age-fil finns i; annars frågas det efter det två gånger.",
    "restore --age-key": "Filen som lösenordet till en .age-fil finns i, eller identiteter för age.",
    "backup FILE": "Kopian som ska göras; inget får ha det namnet än.",
    "restore": (
        "Låt kontoret bli det som en kopia säger.\n\n"
        "Kopian läses igenom först. Det som kontoret var till nu sparas bredvid, som FIL.replaced-DATUM."
    ),
    "restore FILE": "Kopian, som ipsu backup har gjort den.",
    "encrypt": (
        "Kryptera kontorets fil, eller byt nyckel.\n\n"
        "Programmet frågar efter nyckeln två gånger, eller läser den på första raden i en fil. Kopiorna som "
        "programmet har "
        "bredvid filen krypteras också. Den som tappar bort nyckeln har tappat bort kontoret. Kräver tillägget "
        "encrypt; ipsu help encryption säger mer."
    ),
    "encrypt --new-key-file": "Filen som den nya nyckeln finns i. Nyckeln som öppnar kontoret idag finns i --key-file.",
    "encrypt --keyring": "Låt systemets nyckelring spara nyckeln, så att ingen blir frågad. Kräver tillägget keyring.",
    "decrypt": (
        "Gör kontorets fil okrypterad igen.\n\nKopiorna som programmet har bredvid den blir också okrypterade."
    ),
    "template": (
        "Gör ett tomt blad av ett slag, att fylla i och läsa in.\n\n"
        "En .xlsx har listor att välja ur, kontroller av dagar och tal och en sida som förklarar varje "
        "kolumn; en .csv har rubrikerna, så som ett svenskt kalkylprogram tar dem."
    ),
    "template FILE": "Bladet som ska göras: .xlsx eller .csv.",
    "timesheet": (
        "Gör en veckas tidrapport, att fylla i med timmar och läsa in.\n\n"
        "En rad för varje ärende och dag i de tjänster vars timmar planeras, med vad planen har, vad som är "
        "inskrivet och vad som är kvar. Bara timmarna går att skriva i. ipsu import deliveries läser in "
        "bladet: rader utan timmar hoppas över, och samma blad igen för in det som är nytt."
    ),
    "timesheet FILE": ".xlsx-filen som ska göras.",
    "undo": (
        "Ta tillbaka ett tidigare kommando i registret, helt.\n\n"
        "Utan nummer gäller det den nyaste ändringen som ingen har tagit tillbaka; ipsu log visar numren. Det"
        " som skrevs in försvinner, det som ändrades eller togs bort kommer tillbaka, och loggen behåller "
        "båda. Det nekas när något senare vilar på ändringen, när den är fakturerad, och för fakturor, "
        "betalningar och paket, som har egna kommandon."
    ),
    "undo CHANGE": "Ändringens nummer, som ipsu log visar det.",
    "version": "Visa vilken version av programmet det är.",
    "log": (
        "Visa vem som har ändrat vad, och när.\n\n"
        "Med ett ärende: allt som har rört något av det, importer också, och vem som har sett numret med --reveal. "
        "Loggen växer bara."
    ),
    "log --revealed": "Bara de kommandon som har visat ett helt nummer eller det som är dolt, en rad för varje ärende.",
    "week": (
        "Visa veckans ärenden: vad som är planerat, inskrivet och kvar, hur stor del av hela planeringen som "
        "är använd och veckan då den är tom i samma takt."
    ),
    "week WEEK": "Veckan, annars den här.",
    "report deadlines": (
        "Visa hur mycket som skickades in i tid, per handling.\n\n"
        "Det som skulle in under perioden räknas; det vars dag inte har passerat räknas först när det är "
        "inskickat."
    ),
    "todo --until": "Allt som ska vara gjort senast den dagen.",
    "todo --coach": "Bara den här coachens ärenden.",
    "--fail-on": "overdue: returkod 6 om något är försenat.",
    "--ics": "Skriv också listan till den här kalendern (.ics), utan namn.",
    "case decide --period": (
        "Rusta och matcha: 2 för beslutet om period 2, som vill ha en ny och mer intensiv planering."
    ),
    "report key-in": (
        "Visa fält för fält vad Arbetsförmedlingens formulär vill ha.\n\n"
        "För Rusta och matcha den periodiska rapportens rader, för IPSU det som är levererat per rad i "
        "planen."
    ),
    "report key-in CASE": "Bara detta ärende.",
    "report key-in --month": "Månaden som rapporteras.",
    "report key-in --system": "Bara ärenden i detta system: {systems}.",
    "deliver --unit": "Rusta och matcha: dagar (day) eller en månad (month). Utelämnat: det som priset gäller.",
    # IPS, SEd och SE.
    "outcome": "Resultat av stödet: arbete och studier.",
    "outcome add": (
        "Skriv in vad stödet har lett till.\n\n"
        "Dagen ligger i inskrivningen. Bara avslutade studier som är slutförda och anställningar räknas som "
        "mål."
    ),
    "outcome list": "Lista resultaten i ett ärende, eller alla.",
    "outcome cancel": "Ta tillbaka ett resultat som är fel.",
    "review": "Uppföljningar av stödet.",
    "review add": (
        "Skriv in en uppföljning.\n\n"
        "Utan progression omprövas stödet: --decision säger vad det ledde till. refer och close avslutar "
        "också ärendet."
    ),
    "review cancel": (
        "Ta tillbaka en uppföljning som är fel.\n\nEtt ärende som den avslutade är avslutat tills det öppnas igen."
    ),
    "pause": "Pauser i stödet.",
    "pause cancel": "Ta tillbaka en paus som är fel.",
    "contact": "Kontakter och möten med parter.",
    "contact add": (
        "Skriv in en kontakt eller ett möte, om ett ärende eller om ett avtal som helhet.\n\n"
        "Parten är ett kort ord, till exempel officer, employer, fk eller psykiatri."
    ),
    "contact list": "Lista kontakterna i ett ärende eller avtal, eller alla.",
    "contact cancel": "Ta tillbaka en kontakt som är fel.",
    "acknowledgement": "Kvitteringar: påminnelser som någon har sett på och lämnat som de är.",
    "acknowledgement add": (
        "Kvittera en påminnelse som ipsu todo visar. Den är tyst från och med nu; skälet sparas. En ny månad,"
        " vecka eller dag är en ny påminnelse."
    ),
    "acknowledgement list": "Lista det som är kvitterat, i ett ärende eller i alla.",
    "acknowledgement cancel": "Ta tillbaka en kvittering: påminnelsen kommer igen.",
    "acknowledgement add CASE": "Ärendet.",
    "acknowledgement add KIND": (
        "Slaget, som ipsu todo visar det (week, absence, review …), eller den kod som ipsu check register visar."
    ),
    "acknowledgement add --period": "Månaden, veckan eller dagen, om bara en av flera ska kvitteras.",
    "acknowledgement add --reason": "Varför det får vara som det är.",
    "acknowledgement list CASE": "Bara det här ärendet.",
    "acknowledgement cancel ID": "Kvitteringens nummer, som ipsu acknowledgement list visar det.",
    "case start": (
        "Börja stödet för den som väntar i kön.\n\n"
        "Det som saknas av det som målgruppen kräver sägs på en gång. --support säger vilket stöd det blev, "
        "om det är ett annat än det som personen väntade på."
    ),
    "case pause": ("Skriv in en paus i stödet.\n\nUtan --to pågår den; samma första dag igen med --to avslutar den."),
    "OUTCOME": (
        "Vad som hände: employment (anställning), employment-ended (anställning slut, på dess sista dag), "
        "studies-started, studies-completed eller studies-ended."
    ),
    "ABOUT": "Ärendets eller avtalets beteckning.",
    "PARTY": "Vem kontakten är med: ett kort ord utan mellanslag.",
    "outcome list CASE": "Bara det här ärendet.",
    "contact list ABOUT": "Bara det här ärendet eller avtalet.",
    "outcome cancel ID": "Resultatets nummer, som ipsu outcome list visar det.",
    "review cancel ID": "Uppföljningens nummer, som ipsu case show visar det.",
    "pause cancel ID": "Pausens nummer, som ipsu case show visar det.",
    "contact cancel ID": "Kontaktens nummer, som ipsu contact list visar det.",
    "--subsidised": "Anställningen har lönesubvention.",
    "--progress": "Visar personen progression: yes eller no.",
    "review add --decision": (
        "Vad omprövningen ledde till: continue (fortsätter), refer (hänvisas vidare) eller close (avslutas)."
    ),
    "--refer-to": "Vart personen hänvisas; behövs med referred_on och refer.",
    "--note": "Vad kontakten gällde.",
    "--support": (
        "Det stöd som ges, om det inte är det som personen väntade på: {queued_services}; unspecified där "
        "det inte är noterat."
    ),
    "case start --on": "Stödets första dag.",
    "case pause --from": "Pausens första dag.",
    "case pause --to": "Pausens sista dag. Utelämnad pågår pausen.",
    "outcome add --on": "Dagen då det hände.",
    "review add --on": "Dagen för uppföljningen.",
    "contact add --on": "Dagen för kontakten.",
    "contact add --goal": "Målet i utvecklingsplanen som kontakten följde upp.",
    # Rapporter för uppföljning och styrgrupp.
    "report funding": (
        "Visa finansieringen per enhet, år och finansiär, och vad en deltagare kostar.\n\n"
        "Hela de år som perioden berör. Summor som dokument anger jämförs med raderna."
    ),
    "report fidelity": (
        "Visa varje enhets programtrohet mot målet, och över tid.\n\n"
        "Ett mål med en egen dag bedöms på mätningar till och med den."
    ),
    "report queue": (
        "Visa kön: före, in, ut, efter, och den väntan det ger.\n\n"
        "Den beräknade väntetiden är kön delad med takten ut de senaste tolv månaderna."
    ),
    "report caseload": (
        "Visa hur många pågående ärenden varje coach har på periodens sista dag.\n\nPoängen är punkt 1 i IPS-25."
    ),
    "report forecast": (
        "Se framåt: kön, målen, vad planerna har kvar och vilka villkor som slutar gälla.\n\n"
        "Köns takt är de senaste tolv månadernas fram till periodens sista dag; inget annat vägs in. "
        "Det som planerna har kvar prissätts efter veckorna som kommer."
    ),
    "report steering": (
        "Visa de tre mätverktygen sida vid sida för en styrgrupp.\n\n"
        "SUS, programtrohet och indikatorer, enhet för enhet och gemensamt, med mål. Arbetsboken har diagram."
    ),
    "export sus": (
        "Skriv stödens starter och avslut för SUS, en rad för var och en.\n\n"
        "Numret står bara där --sus-consent är givet, personen inte är skyddad och --reveal ber om det; "
        "annars är raden anonym, med bara kön och budgetår. SUS är stängt för samordningsförbunden sedan "
        "2023; Uppföljning Finsam frågar efter detsamma."
    ),
    "export monthly": "Skriv vilka som hade stöd under en månad: kön, ålder och dagar, och inget som säger vem.",
    "export FILE": "Filen som ska skrivas: .csv, .xlsx eller .json.",
    "export --excel-csv": "Semikolon, decimalkomma och de tecken som ett svenskt kalkylprogram väntar sig.",
    # IPS, SEd och SE.
    "fidelity cancel": "Ta tillbaka en mätning som är fel.",
    "survey cancel": "Ta tillbaka en enkät som är fel.",
    "funding cancel": "Ta tillbaka en rad, eller en summa som ett dokument anger, som är fel.",
    "fidelity cancel ID": "Mätningens nummer, som ipsu fidelity list visar det.",
    "survey cancel ID": "Enkätens nummer, som ipsu survey list visar det.",
    "funding cancel ID": "Radens nummer, eller summans med S först, som ipsu funding list visar det.",
    "report rejections": (
        "Visa vad som underkändes och returnerades i perioden: hur många, kronor och dagar, efter skäl.\n\n"
        "Ärenden på underlag efter koden i --why, returnerade handlingar efter typ. Ett underkännande är "
        "öppet tills utredningen är klar och Arbetsförmedlingen har skickat det som den ska; en returnerad "
        "handling tills nästa version är inskickad. För det som är öppet räknas dagarna till dagen som "
        "registret frågas om. Andelarna som var rätt första gången, och dagarna från arbete till inmatning, "
        "underlag och betalning, står i ipsu report kpi."
    ),
    "report money": (
        "Visa var varje intjänad krona är: inte inlevererad, hållen, på väg eller betald.\n\n"
        "Ett ärendes arbete i en månad till ett pris är en rad, i precis ett steg, så stegen blir tillsammans"
        " det intjänade. Månaderna är arbetets. Tre summor per månad: intjänat, väntat i planernas takt och "
        "det mesta som planerna rymmer."
    ),
    "--step": "Bara rader i detta steg; kan upprepas.",
    "--fail-on-stuck": "Sluta med kod 6 om något har väntat längre än så många dagar.",
    "todo --kind": "Bara det som är av detta slag; kan upprepas.",
    "check": (
        "Kontrollerar att allt i kontorets fil stämmer, utan att ändra den: rader, logg, timmar, planer och "
        "böcker.\n"
        "Tyst när allt är väl; kod 6 när något inte stämmer, 4 när filen är skadad."
    ),
    "check register": (
        "Visa vad som saknas i registret, eller inte kan stämma, innan siffror och listor lämnas vidare.\n\n"
        "Kön, samtycke, utbildning, uppföljningar, pauser, resultat och orsaker i de ärenden som har en dag i"
        " perioden. Det som är rätt som det är kan kvitteras med sin kod i ipsu acknowledgement add, och är "
        "tyst tills uppgifterna ändras. Slutkoden är 6 så länge något är öppet."
    ),
    "check register --from": "Periodens första dag. Utelämnad: årets första.",
    "check register --to": "Periodens sista dag. Utelämnad: idag.",
    "check register --service": "Bara den här tjänsten. Kan upprepas.",
    "check register --agreement": "Bara det här avtalet. Kan upprepas.",
    "check register --coach": "Bara den här coachens ärenden. Kan upprepas.",
    "check register --all": "Även det som är kvitterat, och varför.",
    "completion": (
        "Visa hur tabbtangenten fyller i kommandon, val och ärenden, i ett skal.\n\n"
        "Med ett skal: det som skalet ska köra. Slås på en gång, med kommandot som listan visar."
    ),
    "completion SHELL": "Skalet: bash, zsh, fish eller powershell. Utelämnat: hur det slås på i varje skal.",
    "retention": (
        "Visa hur länge deltagare och räkenskaper sparas, och radera dem som det är dags för.\n\n"
        "En person sparas så många månader som inställningen retention-months säger efter att det sista ärendet "
        "har slutat, räkenskaper till och med det sjunde året efter räkenskapsåret (inställningen "
        "financial-year-end). Inget bokfört tas bort."
    ),
    "retention --dry-run": "Visa vilka det är dags att radera.",
    "retention --apply": "Radera alla som det är dags för.",
    "participant": "Det som en deltagare har rätt till: att se, att rätta, att raderas.",
    "participant PERSON": "Ett ärende som personen har, eller - för att få frågan om personnumret.",
    "participant export": (
        "Visa allt som sparas om en person, som det står och som det stod, och inget om någon annan.\n\n"
        "Utan FILE visas det här. Det lämnar en rad i loggen; en person med skyddade uppgifter, och hela numret, "
        "kräver --reveal."
    ),
    "participant export FILE": "Filen som görs: .json för ett skript, .xlsx, .csv eller .txt för att läsa.",
    "participant correct": (
        "Rätta en persons namn, nummer eller kön, i alla personens ärenden. Loggen säger vad som rättades, aldrig "
        "värdena; de gamla försvinner när personen raderas."
    ),
    "participant correct --name": "Det rätta namnet.",
    "participant correct --personnummer": "Det rätta numret, eller - för att få frågan. Kräver --reason.",
    "participant correct --reason": "Varför; det sparas tills personen raderas.",
    "participant erase": (
        "Radera en person: namn, nummer, anteckningar och texter försvinner, också ur historiken och ur kopior i "
        "mappen.\n\n"
        "Det som nyckeltalen räknar och bokföringen behöver står kvar under en slumpmässig beteckning. Nekas tills "
        "månaderna i inställningen retention-months har gått."
    ),
}
