"""Vad som avvisades, med siffrorna, och vad som väntas i stället."""

TEXT: dict[str, str] = {
    "account.no-rate": "En faktura har momssatsen {rate}, och det finns konton bara för {known} procent.",
    # Det som skrevs.
    "command.interrupted": "Avbrutet. Inget är ändrat.",
    "command.near": "Det finns inget kommando ”{word}”. Menade du {near}?",
    "command.unknown": "Det finns inget kommando ”{word}”.",
    "help.unknown": "Det finns ingen sida och ingen regel ”{topic}”. Sidor: {known}.",
    "option.missing": "{option} saknas.",
    "option.needs": "{option} står bara tillsammans med {needs}.",
    "option.one-of": "Ange ett av dessa, och bara ett: {options}.",
    "option.together": "Dessa kan inte stå tillsammans: {options}. Välj ett av dem.",
    "option.too-many": "Raden innehåller mer än kommandot tar emot. Text med mellanslag behöver citattecken.",
    "option.twice": "{option} anges mer än en gång: {values}. Ange det en gång.",
    "option.twice-personal": "{option} anges mer än en gång. Ange det en gång.",
    "option.unknown": "Här finns inget val {option}. Liknande val: {known}",
    "option.unreadable": "Raden går inte att läsa.",
    "option.value": "{option} ska följas av ett värde, så här: {example}.",
    "option.value-bad": "{option} är ett heltal, {span}, så här: {example}.",
    # Värden.
    "option.yes": "Detta förstör något, och här finns ingen att fråga. Lägg till {option}.",
    "import.unknown": "Det finns ingen import {batch}.",
    "query.cut": "Det finns fler än {most:rad|rader}; bara de visas.",
    "query.near": "SQLite kan inte svara: {why}. Liknande namn: {near}.",
    "query.only-select": "Det går bara att ställa en SELECT, av vyerna. Den ändrar inget och öppnar ingen annan fil.",
    "query.slow": "Frågan tog längre än {seconds:sekund|sekunder} och avbröts.",
    "query.unreadable": "SQLite kan inte svara: {why}.",
    "browse.encrypted": (
        "{path} är krypterad, och det som en webbläsare visar är en okrypterad kopia. Ställ frågor till vyerna i "
        "stället."
    ),
    "browse.extra": "För att visa registret i en webbläsare krävs mer än vad programmet har i sig självt.",
    "browse.port": "Porten {port} går inte att använda: den är upptagen eller inte tillåten. Utelämna --port.",
    "undo.unknown": "Det finns ingen ändring {change}.",
    "undo.nothing": "Det finns inget att ta tillbaka.",
    "undo.empty": "Ändring {change} ({what}) har inte lämnat något som kan tas tillbaka.",
    "undo.already": "Ändring {change} är redan återtagen, av ändring {by}.",
    "undo.of-undo": "Ändring {change} har själv tagit tillbaka ändring {of}. Skriv det som ska gälla igen.",
    "undo.money": (
        "Ändring {change} ({what}) gäller en faktura, en betalning eller ett paket. De tas tillbaka med egna "
        "kommandon: invoice cancel, invoice credit, invoice unpaid, invoice resolve."
    ),
    "undo.invoiced": (
        "Ändring {change} ({what}) har leveranser som står på en faktura. Rätta dem med delivery correct."
    ),
    "undo.released": (
        "Ändring {change} ({what}) har leveranser som stod på en faktura, som är makulerad och ännu visar dem. "
        "Ta bort dem med delivery cancel."
    ),
    "undo.protection": (
        "Ändring {change} ({what}) har skyddat en person. Häv skyddet med case edit --no-protected --reason."
    ),
    "undo.rests": (
        "Senare ändringar vilar på ändring {change} ({what}); antal: {count}. Ta tillbaka dem först, den "
        "nyaste först: {later}."
    ),
    "value.bankgiro": "{value} är inget bankgiro; skriv det som 5050-1055.",
    "value.account": "”{value}” är inget kontonummer. Skriv fyra siffror, till exempel 1510.",
    "value.below": "”{value}” döljer ingenting. Skriv ett tal från 2 och uppåt.",
    "value.code": "”{value}” är inte ett av de värden som kan stå här: {known}.",
    "value.count": "”{value}” är inget heltal. Skriv bara siffror, till exempel 2.",
    "value.date": "”{value}” är inget datum. Skriv som 2026-03-09, eller idag eller igår.",
    "value.date-in-file": "”{value}” är inget datum. Skriv det som 2026-03-09.",
    "value.flag": "”{value}” är varken ja eller nej. Skriv ja eller nej; tomt betyder nej.",
    "value.goal": "”{value}” är inget mål. Skriv som 200, 97,5, 34/124, 34/?, year:2024 eller, för möten, 1/month.",
    "value.hours": "”{value}” är inget antal timmar. Skriv som 7, 7.5 eller 7,5, med högst två decimaler.",
    "value.money": "”{value}” är inget belopp i kronor. Skriv som 450, 450.50 eller 450,50.",
    "value.month": (
        "”{value}” är ingen månad. "
        "Skriv som 2026-03, mars för den senaste som har börjat, denna-månad eller förra-månaden."
    ),
    "value.month-in-file": "”{value}” är ingen månad. Skriv den som 2026-03.",
    "value.no-such-day": "”{value}” finns inte i kalendern. Kontrollera månad och dag.",
    "value.no-such-month": "”{value}” finns inte i kalendern. Månaderna är 01 till 12.",
    "value.no-such-week": "”{value}” finns inte i kalendern. Ett år har 52 eller 53 veckor.",
    "value.orgnr": (
        "”{value}” är inget organisationsnummer. Skriv som 559999-0008; den sista siffran är en kontrollsiffra."
    ),
    "value.personnummer-check-digit": (
        "Den sista siffran i personnumret stämmer inte med de andra. Kontrollera alla siffror."
    ),
    "value.personnummer-date": "Personnumret börjar med ett datum som inte finns. Kontrollera de första siffrorna.",
    "value.personnummer-future": "Personnumret är för någon som föds efter idag. Kontrollera de första siffrorna.",
    "value.personnummer-masked": "Personnumret är dolt. Skriv hela numret; ipsu export har det med --reveal.",
    "value.personnummer-shape": (
        "Personnumret går inte att läsa. Skriv ÅÅÅÅMMDD-NNNN eller ÅÅMMDD-NNNN, med plus i stället för bindestreck "
        "från 100 års ålder."
    ),
    "value.period-backwards": "Perioden börjar {first}, efter att den slutar {last}.",
    "value.reference": (
        "”{value}” kan inte vara en beteckning. Högst 40 tecken, inga mellanslag, inget bindestreck först."
    ),
    "value.reserved": (
        "”{word}” står i rapporter för dem som inte nämns vid namn, eller för det som inte är angivet. "
        "Skriv ett annat namn."
    ),
    "value.service": "Det finns ingen tjänst ”{value}”. Tjänsterna är: {known}.",
    "value.text": "Texten har ett tecken som inte syns, {character}, på plats {place}. Skriv texten på nytt.",
    "value.holds-personnummer": (
        "Det som skrevs innehåller ett personnummer, som skulle synas i listor och filer. Ta bort det: ärendet anges "
        "med sin beteckning."
    ),
    "value.too-long": "Det som anges för {option} har {letters} tecken. Högst {most} får plats.",
    "value.percent": "”{value}” är ingen andel i procent. Skriv ett tal upp till 100, till exempel 25 eller 62,5.",
    "value.ages": "”{value}” är inga åldrar. Skriv yngsta och äldsta, som 18-65, eller none.",
    "value.vat": "”{value}” är ingen momssats. Satserna är: {known}.",
    "value.cost-centre": (
        "”{value}” är inget kostnadsställe. Skriv högst {most:bokstav eller siffra|bokstäver och siffror}, utan å, ä "
        "och ö."
    ),
    "value.week": "”{value}” är ingen vecka. Skriv som 2026-W10, eller v10 för den senaste som har börjat.",
    "value.week-in-file": "”{value}” är ingen vecka. Skriv den som 2026-W10.",
    "value.weeks": "”{value}” är ingen del av en plan. Skriv veckor, = och timmar, som 2026-W10..2026-W11=20.",
    "value.weeks-backwards": "I ”{value}” kommer den sista veckan före den första.",
    "value.year": "”{value}” är inget år. Skriv fyra siffror, till exempel 2026.",
    # Filer.
    "file.cell-count": "Raden har {cells:cell|celler}, men kolumnerna är {columns}.",
    "file.cell-empty": "Cellen är tom, men något måste stå där.",
    "file.cell-too-long": "Cellen är längre än {most} tecken.",
    "file.column-doubled": "Kolumnen {column} finns två gånger. Behåll en av dem.",
    "file.column-missing": "Kolumner som måste finnas saknas: {columns}.",
    "file.column-unknown": "Okänd kolumn: {column}. De kolumner som kan läsas är: {known}.",
    "file.empty": "Filen saknar rubrikrad eller är helt tom. Den första raden namnger kolumnerna.",
    "file.encoding": "Det går inte att avgöra hur filens bokstäver är lagrade. Spara den som UTF-8.",
    "file.code-page": (
        "Texten ”{text}” har tecknet {character} ({name}), som teckentabellen i SIE-filer (CP437) saknar"
        ". Skriv den på ett annat sätt."
    ),
    "file.extension": "{path} slutar inte på något av: {known}. Slutet säger vad filen ska innehålla.",
    "file.exists": "{path} finns redan och skrevs inte över. Välj ett annat namn, eller ange att filen får ersättas.",
    "file.formula": "Cellen innehåller en formel. Skriv själva värdet.",
    "file.line-too-long": "Rad {line} är längre än {most} tecken. Är det en CSV-fil?",
    "file.no-stdout": "En kopia av kontoret skrivs till en fil, som läses igenom först, och inte till {path}.",
    "file.not-writable": "{path} går inte att skriva: {why}.",
    "file.nul": "Rad {line} innehåller ett NUL-tecken, som ingen text har. Är det en CSV-fil?",
    "file.quote": "På rad {row} börjar ett citattecken som aldrig slutar, eller så står det inne i en cell.",
    "file.sheet-full": (
        "Ett blad i en arbetsbok rymmer {most:rad|rader}, och {sheet} har fler. Skriv en .csv eller .json."
    ),
    "file.text-too-long": (
        "Texten i bladet {sheet}, kolumn {column}, rad {row}, har {length} tecken. En cell rymmer {longest}."
    ),
    "file.unreadable": "{path} går inte att läsa: {why}.",
    "import.alike": "[{warning}] varnar för {count:rad|rader} sammanlagt; den första av dem visas.",
    "import.errors": "Inget lästes in ur filen med {kind}. Fel: {count}; rader: {rows}.",
    "demo.folder-taken": "{path} är upptagen. Demon vill ha en ny eller tom mapp.",
    "demo.no-data": "Demons data finns inte: {path}. Installera om programmet.",
    # Databasen, och det som finns omkring den.
    "database.no-backup": (
        "{path} finns inte, eller är inte ett kontors fil, och kan inte läggas tillbaka. Välj en kopia som ipsu backup "
        "har gjort, eller det som programmet har sparat intill kontoret: FIL.replaced-DATUM, FIL.before-VERSION."
    ),
    "database.copy-damaged": "{path} är skadad och kan inte läggas tillbaka. Ta en äldre kopia.",
    "restore.plain": "{path} är inte krypterad, och det är kontoret. Kryptera kopian först, med samma nyckel.",
    "restore.itself": "{path} är kontorets egen fil.",
    "database.damaged": (
        "{path} är skadad, eller något annat har skrivit i den. Inget är ändrat. "
        "ipsu check säger vad som är fel; ipsu restore FILE lägger tillbaka en säkerhetskopia."
    ),
    "disk.read-badly": (
        "{path} gick inte att läsa nyss, men är hel när den läses igen. "
        "Inget är ändrat. Kör kommandot en gång till; kommer det tillbaka, kontrollera disken."
    ),
    "database.encrypted": "{path} är krypterad. Tillägget encrypt, som öppnar den, är inte installerat.",
    "database.key-missing": (
        "{path} är krypterad, och nyckeln finns inte till hands. I en terminal frågas efter den; ange annars filen som "
        "innehåller den med --key-file eller $IPSU_KEY_FILE."
    ),
    "database.key-wrong": (
        "Nyckeln öppnar inte {path}: den hör till en annan fil, eller så är filens första sida skadad. Inget är ändrat."
    ),
    "disk.unread": (
        "{path} gick inte att läsa ({why}). Inget är ändrat, och innehållet kan vara helt. Kör kommandot en gång till; "
        "kommer det tillbaka, kopiera filen till en annan disk."
    ),
    "age.damaged": "{path} är avhuggen eller skadad och kan inte läggas tillbaka. Ta en annan kopia.",
    "age.key-missing": "{path} är krypterad av age, och här finns ingen att fråga. Ange filen som nyckeln finns i.",
    "age.key-wrong": "Det som angavs öppnar inte {path}: det är ett annat lösenord, eller en annan identitet för age.",
    "age.name": "{path} skulle inte bli krypterad: namnet på en fil som age krypterar slutar på .age.",
    "age.recipient": "{value} är ingen mottagare för age: det är en publik nyckel, som börjar med age1.",
    "encrypt.already": "{path} är redan krypterad. För att byta nyckel, ange filen som den nya finns i.",
    "decrypt.plain": "{path} är inte krypterad.",
    "encryption.plain-left": (
        "Kontorsfiler i samma mapp som inte är krypterade: {files}. Kryptera var och en med --db, eller radera den."
    ),
    "encryption.not-opened": (
        "Dessa kopior i samma mapp är som de var, för de kan inte läsas, eller inte med nyckeln: {files}. En äldre "
        "nyckel kan behövas för dem; radera dem annars."
    ),
    "key.missing": "Det finns ingen nyckel att kryptera {path} med, och ingen att fråga. Ange filen som den finns i.",
    "key.differs": "De två nycklarna är inte lika. Inget är ändrat.",
    "key-file.empty": "{path} har ingen nyckel: första raden är tom.",
    "key-file.no-text": "{path} är inte text, och en nyckel är en rad text. Spara filen som UTF-8.",
    "key-file.too-long": "{path} är större än {most} byte: det är ingen fil med en nyckel.",
    "key-file.open": "Nyckeln i {path} kan läsas av andra på den här datorn.",
    "keyring.extra": "För att spara en nyckel i nyckelringen krävs mer än vad programmet har i sig självt.",
    "keyring.none": "Den här datorn har ingen nyckelring som kan spara en nyckel. Ha den i en fil, med --key-file.",
    "keyring.refused": (
        "{path} är krypterad, men nyckelringen tog inte emot nyckeln ({why}). Spara den själv: programmet frågar "
        "efter den."
    ),
    "keyring.keeps-on": (
        "{path} är inte längre krypterad, men nyckelringen släppte inte dess nyckel ({why}). Ta bort den där."
    ),
    "database.exists": "{path} finns redan och har inte rörts. Välj en annan fil med --db.",
    "database.locked": "{path} används av ett annat program och blev inte ledig inom 30 sekunder. Försök igen.",
    "database.replaced": (
        "En annan fil har tagit platsen för {path} medan kommandot väntade. Inget är ändrat av det här kommandot. Kör "
        "det en gång till."
    ),
    "database.own-alone": "{path} kan nu öppnas bara av dig; förut kunde din grupp det också.",
    "database.missing": (
        "Filen {path}{named_by} finns inte. Står du i kontorets mapp? Annars välj filen med --db, eller skapa ett "
        "kontor."
    ),
    "database.network": (
        "{path} ligger på ett nätverk ({kind}): när två arbetar samtidigt där håller låsen kanske inte, och ändringar "
        "kan gå förlorade. Ha kontoret på en egen disk i en dator."
    ),
    "database.synced": (
        "{path} ligger i en mapp som {service} synkar med andra datorer: en äldre fil kan hamna över en nyare. Ha "
        "kontoret i en annan mapp, och säkerhetskopiorna där."
    ),
    "database.newer": (
        "{path} är gjord av en nyare version av ipsu (schema {version}; den här kan {known}). Uppdatera programmet."
    ),
    "database.not-a-file": "{path} är ingen vanlig fil. Välj kontorets fil med --db.",
    "database.not-ours": "{path} är inte ett kontors fil. Välj rätt fil med --db.",
    "database.two-names": (
        "{path} har två namn (hårda länkar), och då kan ändringar inte göras säkert. Ta bort ett, eller kopiera filen."
    ),
    "database.unreadable": "{path} går inte att läsa: {why}.",
    "database.unsafe": "{path} öppnades inte: SQLite på den här datorn behåller inte inställningen {setting}.",
    "parquet.extra": "För att skriva Parquet krävs mer än vad programmet har i sig självt. Installera {extra}.",
    "parquet.other-office": "{path} är ett annat kontors del. Ge den här ett eget namn.",
    "offices.copy": "{file} ser ut som en kopia av {other}: det som finns i båda räknas två gånger.",
    "offices.older": (
        "{path} är av en äldre version (schema {version}; det här programmet gör {known}), och en fil som bara läses "
        "ändras inte. Öppna den en gång för sig."
    ),
    "offices.twice": "{path} är samma fil som {first}. Ange varje kontor en gång.",
    "offices.unfinished": (
        "{path} har rester av ett kommando som avbröts, och en fil som bara läses ändras inte. Öppna den en gång för "
        "sig, där den går att skriva i."
    ),
    "disk.failed": "{path} kunde inte skrivas ({why}). Inget är ändrat. Kontrollera diskens utrymme och rättigheter.",
    "output.failed": "Svaret kunde inte skrivas ut: {why}.",
    "change.file-unwritten": (
        "Det begärda är sparat, men {path} kunde inte skrivas: {why}. Kör samma kommando igen, så skrivs filen; inget "
        "görs två gånger."
    ),
    "change.saved": (
        "Det begärda är sparat, men något efteråt gick fel: {why} Kör inte kommandot en gång till, om inte texten "
        "säger det."
    ),
    "change.saved-disk": (
        "Det begärda är sparat, men efteråt gick något fel med {path} ({why}). Kör inte kommandot en gång till. "
        "ipsu check säger om filen är hel."
    ),
    "output.saved": "Det begärda är sparat, men svaret kunde inte skrivas ut. Kör inte kommandot en gång till.",
    "program.fault": (
        "Ett fel i själva programmet ({kind}). Inget är ändrat, om inte svaret står ovanför. Kör kommandot igen med "
        "IPSU_DEBUG=1 för detaljer, och anmäl felet."
    ),
    "key.other-arguments": "Nyckeln {key} har använts för ett annat kommando. Ett nytt kommando behöver en ny nyckel.",
    # Avtal, priser och inställningar.
    "agreement.exists": "Avtalet {agreement} finns redan. Välj en annan beteckning.",
    "agreement.exists-in-file": "Avtalet {agreement} finns redan, med något annat under: {options}.",
    "agreement.no-requirement": (
        "Avtalet {agreement} har ingen tjänst {service} som man väntar på. De som det har: {known}."
    ),
    "agreement.service": "Det finns inget avtal om tjänsten {service}. Ett avtal gäller en av: {known}.",
    "filter.unknown": "{option} passar inget i registret. Närmast ligger: {near}.",
    "agreement.unknown": "Det finns inget avtal {agreement}.",
    "price.service": "Avtalet {agreement} omfattar inte tjänsten {service}. Sätt priset i ett avtal som gör det.",
    "setting.unknown": "Det finns ingen inställning {setting}. Inställningarna är: {known}.",
    # Ärenden.
    "case.closed": "Ärendet {case} avslutades redan {closed}.",
    "case.in-error": "Ärendet {case} är felregistrerat och räknas inte, så inget skrivs in i det.",
    "case.order-missing": "Ärendet {case} saknar beställningsreferens, som e-fakturan hänvisar till.",
    "office.address-missing": "Kontoret saknar adress, som står på en e-faktura.",
    "office.bankgiro-missing": "Kontoret saknar bankgiro, som en e-faktura betalas till.",
    "office.f-tax-not-said": (
        "E-fakturan säger inte att kontoret är godkänt för F-skatt: inställningen f-tax är on eller off."
    ),
    "agreement.purchaser-orgnr-missing": (
        "Avtalet {agreement} saknar beställarens organisationsnummer, som e-fakturan går till."
    ),
    "agreement.purchaser-address-missing": "Avtalet {agreement} saknar beställarens adress, som står på e-fakturan.",
    "bank.before-invoice": (
        "Betalningen är äldre än fakturan {invoice}, som upprättades {day} och kan betalas från den dagen."
    ),
    "bank.currency": "Beloppet är i {currency}, inte i kronor.",
    "bank.cut": "Filen är inte hel: rad {number}, den sista, svarar inte mot raderna före den.",
    "bank.debit": "Pengarna gick ut från kontot.",
    "bank.deposit": "Insättningen på rad {number} är inte summan av sina betalningar.",
    "bank.entry": "Posten {number} i kontoutdraget saknar {lacks}, eller så går det inte att läsa.",
    "bank.future": "Betalningen är daterad efter idag, {today}.",
    "bank.charge": "Banken behöll beloppet av en betalning som avgift.",
    "bank.known-unnamed": (
        "Betalningen nämner ingen faktura. Fakturan {invoice} fick samma belopp samma dag: det kan vara samma pengar."
    ),
    "bank.proposed": "Betalningen nämner ingen faktura. Beloppet är det som är obetalt på {invoices}.",
    "bank.proposed-known": (
        "Betalningen nämner ingen faktura. Beloppet är det som är obetalt på {invoices}, men {paid} "
        "fick samma belopp samma dag: det kan vara samma pengar."
    ),
    "bank.returned": (
        "Pengarna gick ut och nämner fakturan {invoice}. En betalning av den kan ha gått tillbaka; då "
        "är den obetald igen."
    ),
    "bank.reversal": "Banken rättar eller returnerar en tidigare betalning.",
    "bank.taken-back": "Posten var en betalning av {invoice} som är återtagen. Den skrivs inte in igen av sig själv.",
    "bank.test-file": "Filen är ett test från banken, och inga pengar har kommit.",
    "bank.unpaired": "Betalningen nämner självfakturan {self_invoices}, som inte avser något underlag som är känt.",
    "bank.known-by-amount": "Fakturan {invoice} är redan betald med {amount} den {day}: betalning {payment}, {source}.",
    "bank.line": "Rad {number} är ingen rad i BgMax: den ska ha 80 tecken, med siffror där de hör hemma.",
    "bank.no-reference": "Betalningen nämner ingen faktura.",
    "bank.no-statement": "Filen har inget kontoutdrag.",
    "bank.not-booked": "Betalningen är inte bokförd av banken än.",
    "bank.over-open": "Beloppet är mer än det som är obetalt på fakturan {invoice}, {open}.",
    "bank.root": (
        "Filen börjar med {root}. En bankfil börjar med Document i namnrymden för camt.052, camt.053 eller camt.054."
    ),
    "bank.several": "Betalningen nämner flera fakturor: {invoices}. Skriv in den för hand på var och en.",
    "bank.status": "Fakturan {invoice} är {status} och tar ingen betalning.",
    "bank.unknown-file": "{path} är ingen bankfil som kan läsas: camt.052, camt.053, camt.054 (XML) eller BgMax.",
    "case.exists": "Det finns redan ett ärende {case}. Varje ärende har sin egen beteckning.",
    "hand-over.nothing": "{coach} har inga öppna ärenden att lämna över. Coacher med öppna ärenden: {known}.",
    "hand-over.same": "{coach} har redan ärendena.",
    "hand-over.not-among": "Inte bland de öppna ärenden som {coach} har: {cases}.",
    "case.open": "Ärendet {case} är inte avslutat och kan inte öppnas igen.",
    "case.other-gender": (
        "Personen i ärendet {case} har tidigare skrivits in med ett annat kön. Det som anges nu gäller för alla "
        "personens ärenden."
    ),
    "case.other-name": "Personen i ärendet {case} har tidigare skrivits in med ett annat namn. Det nya namnet gäller.",
    "person.two-names": ("Personen har ett annat namn på en tidigare rad. Skriv samma namn på alla rader."),
    "person.two-genders": (
        "Personen har redan ett annat kön, i registret eller på en tidigare rad. Skriv samma kön, eller ändra det i "
        "registret först."
    ),
    "case.service-fixed": "Ärendet {case} gäller tjänsten {service}, som inte ändras. Lägg in ett nytt ärende.",
    "case.prefix": "{typed} lästes som {case}, det enda ärende som börjar så.",
    "case.several": "{case} passar flera ärenden: {fitting}.",
    "case.unknown": "Det finns inget ärende {case}.",
    "case.unprotect-reason": "Skyddet i ärendet {case} hävs bara med ett skäl: --reason TEXT.",
    "case.which-agreement": (
        "Det går inte att avgöra vilket avtal ärendet {case} hör till. Avtal som passar: {fitting}"
    ),
    # Planer, handlingar och leveranser.
    "plan.no-plan": "Ärendet {case} gäller {service}, som inte planeras vecka för vecka.",
    "plan.unknown": "Ärendet {case} har ingen sådan plan (sökt version: {version}; – är den plan som gäller).",
    "document.before-step": "Steget är daterat {day}, innan handlingen skickades in {submitted}.",
    "document.delivered-on": (
        "Ärendet {case} är levererat med stöd av {type}. Ta först tillbaka leveransen, sedan kan bekräftelsen tas bort."
    ),
    "document.not-confirmed": "I ärendet {case} finns ingen bekräftad {type} (läge nu: {status}).",
    "document.not-submitted": (
        "I ärendet {case} finns ingen {type} som är inskickad och väntar på svar (läge nu: {status})."
    ),
    "document.type": "Ärendet {case} gäller {service}, som inte har handlingen {type}. Handlingarna är: {known}.",
    "delivery.gone": "Leveransen {delivery} ändras inte: den är {status}, eller tar tillbaka en annan.",
    "delivery.no-show": "--no-show gäller bara en kartläggning (IPSU A); ärendet {case} gäller {service}.",
    "delivery.unknown": "Det finns ingen leverans {delivery}.",
    "delivery.week-empty": (
        "{week} har ingen dag som kan levereras i ärendet {case}: perioden är {from_day} till {to_day}, och idag är "
        "det {today}."
    ),
    "delivery.whole": "Kartläggningen i ärendet {case} levereras som helhet, utan timmar och veckor.",
    # Fakturor.
    "date.before-step": "Datumet {day} ligger före {earlier}, dagen för det föregående steget.",
    "invoice.already-locked": "Ärendet {case} utreds redan, för självfakturaunderlaget {invoice}.",
    "invoice.cancelled": "Fakturan {invoice} är makulerad och lämnas inte ut.",
    "invoice.credit-locked": "Ärendet {case} är låst medan {invoice} utreds, och krediteras inte nu.",
    "invoice.credit-of-credit": "Fakturan {invoice} är själv en kreditfaktura och krediteras inte.",
    "invoice.credit-stands": (
        "Kreditfakturan {invoice} står fast: leveranserna är redan fria. Fakturera dem på nytt i stället."
    ),
    "invoice.credited": (
        "På fakturan {invoice} är ärenden krediterade, och den makuleras inte. Godkänn den och kreditera de andra."
    ),
    "invoice.credited-already": "Ärendet {case} är redan krediterat på fakturan {invoice}; det görs en gång.",
    "invoice.empty": "Ingen rad gäller längre i självfakturaunderlaget {invoice}. Makulera det i stället.",
    "invoice.no-investigation": "Ärendet {case} har ingen öppen utredning i självfakturaunderlaget {invoice}.",
    "invoice.no-such-line": "Självfakturaunderlaget {invoice} har ingen rad för {case} som kan underkännas.",
    "invoice.not-peppol": (
        "Fakturan {invoice} är under avtalet {agreement}, som är självfakturerat: köparen gör fakturan. Ett avtal med "
        "--billing peppol ger en e-faktura."
    ),
    "invoice.not-on-it": "Fakturan {invoice} har ingen rad för {case}.",
    "invoice.nothing-stands": "Inget av {case} står kvar att kreditera på fakturan {invoice}.",
    "invoice.over-paid": (
        "Beloppet {amount} kan inte betalas på självfakturaunderlaget {invoice}: det ska vara mer än noll och högst "
        "{open}, som är obetalt."
    ),
    "invoice.several-orders": "Fakturan {invoice} gäller {count:beställning|beställningar}; de står på raderna.",
    "invoice.status": "Självfakturaunderlaget {invoice} är {status}; detta kan göras bara när det är: {needed}.",
    "package.no-invoices": "Månaden {month} har inga fakturor.",
    "package.unanswered": "Av självfakturorna i {month} har {numbers} rader som ingen har svarat på.",
    "package.not-begun": "Månaden {month} börjar {first}, och dess paket görs inte innan dess. Idag är det {today}.",
    "package.sent": (
        "Paketet för {month} skickades {day} av {who}. Det som har kommit sedan dess läggs i nästa; samma filer skrivs "
        "igen med --again."
    ),
    "package.month-goes-on": "{month} pågår till {last}: det som kommer senare i månaden läggs i nästa paket.",
    "package.no-e-invoice": (
        "Paketet har ingen e-faktura för {invoice}: något som köparen behöver saknas. Kommandot säger vad."
    ),
    "folder.not-ours": (
        "Mappen {path} har en fil, {file}, som inte hör till ett paket, och ersätts inte. Välj en annan mapp."
    ),
    "period.closed": "Månaden {month} är stängd och tar inget nytt. Det som väntar hamnar i {open}.",
    "invoice.sent": (
        "En e-faktura av {invoice} har exporterats, så köparen kan ha den, och den makuleras inte. Godkänn den och "
        "kreditera ärendena."
    ),
    "period.closed-invoice": (
        "Fakturan {invoice} hör till {month}, som är stängd, och makuleras inte. Godkänn den och kreditera ärendena."
    ),
    "period.not-ended": "Månaden {month} slutar {last} och kan inte stängas före det; idag är {today}.",
    "period.unanswered": "Fakturan {invoice} i {month} väntar på svar. Den kan besvaras, men inte makuleras.",
    "payment.unknown": "Fakturan {invoice} har ingen betalning {payment}. Dess betalningar är: {known}.",
    "invoice.unknown": "Det finns inget självfakturaunderlag {invoice}. Nummer ser ut som 2026-0001.",
    "rule.unknown": (
        "Det finns ingen regel ”{asked}”. En regel har kod, som delivery.over-plan, och nummer, som A23. Närmast: "
        "{near}."
    ),
    "option.flag": "{option} står ensamt, utan värde.",
    "option.empty": "Det som anges för {option} får inte vara tomt.",
    "database.damaged-row": "Filen är skadad: en rad i den går inte att läsa. Inget är ändrat.",
    "value.not-text": "Det som skrevs innehåller byte som inte är text i UTF-8. Inget är ändrat.",
    "value.far-away": "”{value}” ligger för långt bort. Åren går från {first} till {last}.",
    "file.is-database": "{path} är ett kontors fil, eller hör till en, och skrivs aldrig över.",
    "file.same": "{path} är filen som läses in. Välj ett annat namn för fellistan.",
    "option.not-for-type": "{options} kan inte anges för {type}. De val som handlingen har är: {known}.",
    "delivery.equal": (
        "{hours} h i {case}, {day}, finns redan som leverans {delivery}, och nu två gånger. Är det samma timmar "
        "makuleras en av dem."
    ),
    "delivery.typed-before": (
        "Rad {row}: {hours} h i {case} den {day} finns redan som leverans {delivery}, och nu två gånger. Är det "
        "samma timmar makuleras en av dem."
    ),
    "delivery.same-hours": "Leveransen {delivery} har redan {hours} h. Inget ändras.",
    "import.document-differs": (
        "{type} i {case}, version {version}: här har registret {there}, och filen {now}. Rätta det som är fel."
    ),
    "import.document-differs-in-words": (
        "{type} i {case}, version {version}: här har registret något annat. Rätta det som är fel."
    ),
    "import.differs": (
        "Här har registret {there}, och filen {now}. Rätta det som är fel; är båda riktiga ska filen ha en rad för var."
    ),
    "import.differs-in-words": (
        "Här har registret något annat än filen. Rätta det som är fel; är båda riktiga ska filen ha en rad för var."
    ),
    "timesheet.differs": (
        "{case} har {hours} h {day} (leverans {delivery}), som kom in efter att bladet gjordes. Rätta dem."
    ),
    "reference.personnummer": "Ett personnummer kan inte vara en beteckning: beteckningar står i alla listor.",
    "target.backwards": "Målet ska vara nått {by}, före sin första dag {from_day}.",
    "target.counts": "Andra utfall kan räknas bara för outcome_share, inte för {kpi}.",
    "target.fraction": "{value} är ett bråk, och {kpi} är ingen andel. Skriv ett tal.",
    "target.progress": "Hur långt man har kommit följer av målet för {kpi}: sätt det.",
    "target.rate": "{value} passar inte {kpi}: möten ska ha en takt som 1/month, och inget annat har någon.",
    "target.twice": "Filen ger {kpi} i {agreement} två mål för samma dagar.",
    "price.twice": "Filen ger {service} i {agreement} två priser från {from_day}.",
    "case.other-person": "Ärendet {case} gäller nu en annan person, som redan finns i registret.",
    # Hjälpmedel.
    "aid.service": "Ärendet {case} gäller {service}, där deltagarna inte har hjälpmedel på lån.",
    "aid.returned": "Hjälpmedel {aid} återlämnades redan {returned}.",
    "aid.unknown": "Det finns inget hjälpmedel {aid}.",
    # Handlingars texter.
    "document.no-sections": (
        "Handlingen {type} i {case} har inga avsnitt att skriva här. Skicka in den i Arbetsförmedlingens portal."
    ),
    "document.no-text": "{type} i {case} har ingen text här. Skriv den först.",
    "document.nothing-written": "Inget skrevs i {type} för {case}, och inget är ändrat.",
    "document.plan-first": "Texten i {type} för {case} hör till en version av planen. Planera nästa version först.",
    "document.protected": (
        "{case} gäller en skyddad person. Texten skrivs till en fil bara med --reveal, och det lämnar en rad i loggen."
    ),
    "document.text-replaced": (
        "Texten i {type} för {case} ändrades av någon annan medan den var öppen. Den senaste gäller; den andra finns "
        "kvar i historiken."
    ),
    "document.unknown": "I {case} finns ingen sådan {type}.",
    "document.unsaved": "Texten sparades inte i registret ({reason}). Den ligger i {path}.",
    "editor.failed": "Redigeraren {editor} misslyckades: {why}. Inget är ändrat.",
    "extra.missing": "Den här filtypen kräver tillägget {extra}, som inte är installerat.",
    "file.kind": "{path} är ingen filtyp som kan skrivas. Filtyperna är: {known}.",
    "text.empty": "{path} är tom. Det finns ingen text att spara.",
    "text.hidden": "Rad {line} i {path} innehåller tecknet {character}, som inte syns. Ta bort det.",
    "text.too-long": "{path} har fler än {most} tecken, som är det mesta som en text får ha.",
    # Programtrohet, enkäter och finansiering.
    "fidelity.auto-nobody": (
        "Poängen för punkt 1 kan inte räknas fram: den {day} har ingen coach något pågående ärende i avtalet."
    ),
    "fidelity.auto-place": "auto kan stå för punkt 1 på skalan {scale}, och ingen annanstans.",
    "fidelity.scale-bands": "Banden {bands} ligger utanför skalan, vars summor går från {lowest} till {highest}.",
    "fidelity.scale-range": (
        "En skala med {items:punkt|punkter} från {least} till {most} går inte att använda: minst en punkt, och "
        "högsta poängen över lägsta."
    ),
    "fidelity.scale-unknown": "Det finns ingen skala {scale}. Beskriv den först.",
    "fidelity.scale-used": (
        "Mätningar är gjorda på skalan {scale}: punkterna och deras gränser ligger fast. Välj ett nytt namn."
    ),
    "fidelity.unknown": "Det finns ingen mätning {review}.",
    "survey.unknown": "Det finns ingen enkät {survey}.",
    "funding.unknown": "Det finns ingen rad {line} i finansieringen.",
    "value.answers": (
        "”{value}” ger ett svar två gånger eller utan ord. Skriv varje svar en gång, som stor nytta=6;viss nytta=2."
    ),
    "value.bands": "”{value}” ger ett band två gånger eller utan namn. Skriv det som 74=fair,100=good.",
    "value.fte": ("”{value}” är ingen tjänstgöringsgrad. Skriv procent av heltid, till exempel 70 eller 62,5."),
    "value.relative": (
        "”{value}” betyder något annat en annan dag. I en fil får bara dagar, veckor och månader stå som betyder"
        " detsamma när den än läses."
    ),
    "value.pairs": "”{value}” går inte att läsa. Skriv namn, likhetstecken och heltal.",
    "value.scores": (
        "”{value}” är inga poäng. Skriv heltal med komma emellan; ett bindestreck för det som inte är bedömt."
    ),
    "self-invoice.unknown": "Det finns ingen mottagen självfaktura {number}.",
    "self-invoice.which": (
        "Det finns flera självfakturor {number}, för Arbetsförmedlingen numrerar varje avtal och varje år för sig: "
        "{fitting}. Ange vilken med --agreement och --year."
    ),
    "self-invoice.on-basis": (
        "{case} står på vårt underlag {invoice}, som jämförs med självfakturan {self_invoice}. Underkänn det där."
    ),
    "self-invoice.no-such-line": "Självfakturan {self_invoice} har ingen rad om ärendet {case} som står kvar.",
    "self-invoice.answered": "{self_invoice} är redan besvarad, och ett svar står fast.",
    "self-invoice.no-basis": (
        "Inget underlag här gäller självfakturan {self_invoice}: inget av den står på någon faktura hos oss."
    ),
    "self-invoice.twice": (
        "Självfakturan {self_invoice} fakturerar det som {others} också fakturerar, och tillsammans mer än som är "
        "levererat: {places} ({count})."
    ),
    "self-invoice.unbuilt": (
        "{case}, {place}: {hours} h som {self_invoice} fakturerar är levererade och står inte på något underlag än."
    ),
    "self-invoice.never-delivered": (
        "Självfakturan {self_invoice} fakturerar dagar då inget är levererat här: {places} ({count})."
    ),
    "self-invoice.credited-too-much": (
        "Kreditfakturan {self_invoice} tar tillbaka mer än som står kvar av det den avser. För mycket: {places} "
        "({count})."
    ),
    "self-invoice.one-of": (
        "Självfakturan {self_invoice} har det belopp som var och en av dessa har: {places} ({count}). Inget säger "
        "vilken den gäller, så den varken stämmer eller skiljer förrän filen har kommit eller ett av dem är godkänt."
    ),
    "self-invoice.never-billed": "Ingen självfaktura fakturerar detta på {invoice}: {places} ({count}).",
    "self-invoice.no-credit": (
        "Självfakturan {self_invoice} fakturerar {cases} igen, men {numbers} är underkänd för det och ingen kredit har "
        "kommit."
    ),
    "self-invoice.credit-of-what": (
        "Kreditfakturan {self_invoice} är skriven utan rader, och dess belopp säger inte vad av {refers_to} den tar "
        "tillbaka: det står kvar som det var tills filen har kommit."
    ),
    "letter.nothing": "Det finns inget att fråga om {number}: allt som är jämfört stämmer.",
    "letter.no-such-case": (
        "Det finns inget att fråga om {cases}: varken {number} eller det som den jämförs med nämner det."
    ),
    "letter.not-compared": (
        "Det finns inget att fråga om {self_invoice} än: bara beloppet är känt och inget är jämfört, för det är inte "
        "känt vilket av våra underlag den gäller."
    ),
    "approve.differs": (
        "{number} är inte godkänd: Arbetsförmedlingens självfakturor och våra underlag säger inte samma sak. Underkänn "
        "det som är fel, eller godkänn ändå med --despite-difference."
    ),
    "self-invoice.errors": "Inget är mottaget: {count} fel i det som lästes.",
    "self-invoice.head-differs": "Uppgiften gäller hela självfakturan och ska vara densamma som på rad {row}.",
    "self-invoice.several-cases": "Raden nämner flera ärenden: {cases}. Den ska gälla ett.",
    "self-invoice.no-case": "Raden nämner inget ärende som finns i registret.",
    "self-invoice.which-agreement": (
        "Det går inte att avgöra vilket avtal självfakturan {number} hör till. Avtal som passar: {fitting}"
    ),
    "self-invoice.gap": (
        "I självfakturornas nummerserie i {agreement} för {year} saknas {count} mellan {after} och {before}: {missing}."
    ),
    "self-invoice.restart": (
        "Nummerserien i {agreement} börjar om under {year}: {number} ({day}) kommer efter {before}."
    ),
    "file.too-large": "{path} är större än {most} MB, som är det mesta som läses.",
    "file.no-rows": "Filen har rubriker men inga rader.",
    "file.other-sheet": (
        "{path} är {kind}, vad den än heter. Öppna den i kalkylprogrammet och spara den som Excel-arbetsbok (.xlsx)."
    ),
    "file.locked": "{path} är {kind}. Öppna den, ta bort lösenordet och spara den som Excel-arbetsbok (.xlsx).",
    "file.no-sheet": "{path} är {kind}, och inget blad med rader. Välj en fil av slaget .xlsx, .csv eller .json.",
    "file.no-text": "{path} är {kind}, och ingen text. Kopiera texten till en textfil och välj den.",
    "file.all-hidden": "Alla blad i arbetsboken som det står något i är dolda: {sheets}. Visa det som ska läsas.",
    "file.hidden": "Inget synligt blad har kolumnerna, men ett dolt har dem: {sheets}. Visa det som ska läsas.",
    "file.no-list": "I filen finns inget av det slaget. Bladen eller listorna i den: {lists}.",
    "file.not-json": "{path} går inte att läsa som den .json som ipsu export skriver. Exportera den igen.",
    "file.one-kind": "{path} rymmer bara ett slag. Säg vilket: ipsu import KIND FILE.",
    "file.not-xlsx": (
        "Filen går inte att läsa som en arbetsbok (.xlsx). Spara den på nytt i det formatet, utan lösenord."
    ),
    "file.strict-xlsx": (
        "Arbetsboken är sparad som Strict Open XML, som inte läses. Spara den igen som en vanlig arbetsbok (.xlsx)."
    ),
    "export.protected": (
        "Ärenden med skyddade personer: {count}. Bara deras beteckningar står i filen, så den kan inte läsas tillbaka "
        "hel."
    ),
    "export.masked": (
        "Personer vars personnummer är maskerade: {count}. En sådan fil kan inte läsas tillbaka; med --reveal kan den "
        "säger det."
    ),
    "file.no-kinds": ("{path} har inget blad som heter efter det som står i det. Bladen heter: {known}."),
    "file.sheet-unread": "{path} har blad som inte läses: {sheets}. Ett blad läses när det är synligt och har alla "
    "kolumner som måste finnas.",
    "file.unpacks-too-large": (
        "Arbetsboken packas upp till mer än {most} MB, "
        "eller har för många delar, rader eller celler i en rad. Den läses inte."
    ),
    "file.too-many-rows": "Bladet har mer än {most:rad|rader}. Dela upp det.",
    "file.error-cell": "Cellen innehåller ett felvärde, som #REF!. Skriv själva värdet.",
    "xml.broken": "Filen är ingen hel XML: den tar slut eller går sönder på rad {line}, tecken {column}.",
    "xml.unsafe": (
        "Filen har en dokumenttypsdeklaration, som kan innehålla entiteter. Ingen e-faktura har en, och filen "
        "läses inte."
    ),
    "ubl.root": "Filen börjar med {root}. En självfaktura i UBL 2.1 börjar med Invoice eller CreditNote.",
    "ubl.missing": "I filen saknas {elements}, som en faktura i UBL måste ha.",
    "ubl.type-root": "Typen {type} passar inte i {root}: en självfaktura (389) är Invoice, en kredit (261) CreditNote.",
    # Rusta och matcha.
    "value.times": "”{value}” är ingen tid på en dag. Skriv som 10:00-11:00, med början före slutet.",
    "value.number": "”{value}” kan inte stå här. Skriv ett heltal från {least} till {most}.",
    "value.activity": "”{value}” är ingen aktivitet med timmar. Skriv som ”Matchning=6” efter --{option}.",
    "value.activity-in-file": "”{value}” är ingen aktivitet med timmar. Skriv som ”Matchning=6”.",
    "document.activity-twice": (
        "Aktiviteter som står två gånger efter {option}: {activities}. Skriv var och en en gång."
    ),
    "document.result-invoiced": "Resultatet i {case} står på fakturan {invoice}. Makulera först leveransen.",
    "result.delivered": "{case} har redan ett godkänt resultat som är levererat (leverans {delivery}).",
    "delivery.month-outside": "{month} har ingen dag i perioden för {case}, {from_day} till {to_day}.",
    "delivery.month-alone": "Ärendet {case} levereras månad för månad med --month; {options} kan inte anges.",
    "delivery.no-month": "Ärendet {case} gäller {service}, som inte levereras månad för månad.",
    "delivery.none": "Ärendet {case} gäller {service}, där inget levereras.",
    "delivery.counted": "Leveransen {delivery} i {case} räknas ut av perioden. Makulera den och leverera månaden igen.",
    "delivery.unpriced": "Avtalet för {case} har inget pris för månaden än; den räknas i enheten {unit}.",
    "price.none": "{service} har inga priser, för inget av den faktureras här: kommunen betalar genom finansiering.",
    "price.unit": "{service} har inga priser per {unit}. Enheterna är: {known}.",
    "price.level": "Priserna för {service} har inte nivån {level}.",
    "reconcile.several": "Filen innehåller flera självfakturor: {numbers}. Ta emot den, och jämför en i taget.",
    "reconcile.other-agreement": "Självfakturan {self_invoice} hör till {theirs}, men {invoice} till {ours}.",
    "reconcile.other-kind": "Självfakturan {self_invoice} har typen {type}, som inte är den som {invoice} besvarar.",
    "reconcile.differs": (
        "Arbetsförmedlingens självfaktura {self_invoice} skiljer sig från {invoice}. Skillnad {apart}."
    ),
    "reconcile.not-compared": (
        "Arbetsförmedlingens självfaktura {self_invoice} är inte helt jämförd med {invoice}. Skillnad {apart}."
    ),
    "reconcile.line-differs": ("{case}, {place}: {theirs} i {self_invoice} mot våra {ours}. Skillnad {apart}."),
    "reconcile.line-ours-only": ("{case}, {place}: våra {ours} finns inte i {self_invoice}. Skillnad {apart}."),
    "reconcile.line-theirs-only": ("{case}, {place}: {theirs} i {self_invoice} finns inte hos oss. Skillnad {apart}."),
    "reconcile.line-not-compared": (
        "{case}, {place}: raden i {self_invoice} kan inte jämföras helt. Skillnad {apart}."
    ),
    "decision.no-periods": "Ärendet {case} gäller {service}, som inte har flera perioder; {option} kan inte anges.",
    "key-in.no-report": "{case} har ingen inlämnad periodisk rapport för {month}, så där finns inget att fylla i.",
    # IPS, SEd och SE.
    "case.not-municipal": "Ärendet {case} gäller {service}, som inte har kö, pauser, uppföljningar och resultat.",
    "case.started": "Stödet i {case} började {from_day} redan.",
    "contact.about-unknown": "Det finns varken ett ärende eller ett avtal {about}.",
    "acknowledgement.nothing": (
        "{case} har idag ingen sådan påminnelse eller fråga: {kind}. Bara det som ipsu todo eller ipsu check register "
        "visar kan kvitteras."
    ),
    "contact.two": (
        "{about} är både ett ärende och ett avtal. Ge kontakten med ipsu import contacts, där kolumnen säger vilket."
    ),
    "follow.unknown": "Det finns inget med nummer {id} bland {kind}.",
    "follow.cancelled": "Nummer {id} bland {kind} togs tillbaka redan {day}.",
    "review.closed-why": (
        "Uppföljningen avslutade {case} trots progression, med orsaken other. Skriv in varför det avslutades."
    ),
    "review.stays-closed": "Ärendet {case} är avslutat fortfarande, fast uppföljningen är tillbakatagen.",
    "report.too-small": "Prognosen visas inte för andra: ett av antalen som den vilar på är under {below}.",
    # IPS, SEd och SE.
    "case.no-decision": (
        "Ärendet {case} gäller {service}, där ingen period beslutas: stödet pågår tills ärendet avslutas."
    ),
    "case.unentered": "{case} har varken timmar eller avvikelserapport för {weeks}, planerad till {net}.",
    "case.undelivered": "Arbetet i {case} i {month}, {net}, är gjort och rapporterat, men inte inlevererat.",
    "case.unbilled": "Arbete i {case} i {month}, {net}, är inlevererat men står inte på något självfakturaunderlag.",
    "case.unfiled": "I {case} är detta inte inskickat: {documents}.",
    "register.open": "Öppet i registret, {first} – {last}, i de ärenden som detta gäller: {count}.",
    "participant.number-taken": (
        "Någon annan i registret har det numret. Ett ärende som är en annan persons flyttas med case edit."
    ),
    "participant.protected": (
        "Personen i {case} har skyddade uppgifter. --reveal visar dem, och lämnar en rad i loggen."
    ),
    "participant.unknown": "Det finns ingen deltagare med det numret.",
    "participant.erased": "Personen i {case} är raderad: ingen vet vem det var.",
    "case.erased": "Personen i {case} är raderad; inget mer skrivs in i ärendet.",
    "undo.erased": (
        "Ändring {change} ({what}) gäller en person som är raderad, eller har raderat en. Den tas inte tillbaka."
    ),
    "erase.copy-left": "Personen kunde inte raderas i de här kopiorna; ta bort dem: {copies}.",
}
