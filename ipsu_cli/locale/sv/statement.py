"""What keeps what the sources say, where that is no rule, in Swedish."""

TEXT: dict[str, str] = {
    "A1": (
        "Vem tjänsten är för avgör Arbetsförmedlingen när den beslutar. Ärendet har ingen diagnos, för alla slags "
        "funktionsnedsättningar kan förekomma; det som behövs för arbetet är utbildningen."
    ),
    "A2": "Vilken sorts utbildning det är står i ärendet (--training-type).",
    "A3": (
        "Resultatet står i ärendet (--training-result); nyckeltalet passed är andelen av dem som har avslutats med "
        "ett resultat."
    ),
    "A5": (
        "Leverantörens beskrivning kallar en till tre veckor en riktlinje: utanför den varnar regeln case.mapping- "
        "length."
    ),
    "A7": (
        "Stödets period ligger i utbildningens (case.period-outside-training), och dess timmar planeras vecka för "
        "vecka efter kartläggningens slutredovisning."
    ),
    "A9": "Ett telefonnummer till Arbetsförmedlingen: inget att hålla reda på.",
    "A10": (
        "En förkortning är en ny version av planeringen med ett tidigare slut. De tidigare versionerna finns kvar, "
        "och levererade timmar är det minsta den får ha."
    ),
    "A15": (
        "deliver --no-show ger full ersättning för kartläggningen när villkoren i A15 till A19 är uppfyllda: "
        "mapping.meeting-missing och de som följer."
    ),
    "A20": "Planeringen visas med en rad för varje omfattning: alla veckor med samma timmar tillsammans.",
    "A21": (
        "Hur många timmar som helst får levereras på en rad eller i en vecka; är de fler än där sägs det "
        "(delivery.over-row, delivery.over-week)."
    ),
    "A22": (
        "Levererade timmar kan vara hur många som helst så länge summan ryms i planeringen (delivery.over-plan); "
        "bara den planerade omfattningen har fasta steg."
    ),
    "A25": (
        "Ett underlag görs när som helst, av det som är levererat, inte står på någon faktura och är klart; det "
        "andra hålls inne, med skäl."
    ),
    "A26": (
        "En faktura är betalbar från första dagen i månaden efter den då den gjordes (payable_from), eller efter "
        "arbetsmånaden om avtalet säger --payout worked."
    ),
    "A27": "Frågan som A29 svarar på: två omfattningar i samma vecka går inte.",
    "A31": (
        "Ett underkännande öppnar en utredning av ärendet, med dag och skäl; invoice resolve skriver in vad den "
        "ledde till."
    ),
    "A33": (
        "Arbetsförmedlingen gör självfakturan av det som har levererats. Kontoret gör sitt eget underlag, tar emot "
        "självfakturan och jämför dem."
    ),
    "A34": "Leverantör, arbetsförmedlare och deltagare: handläggaren står i ärendet (--officer).",
    "J1": "Målen är text i planering och slutredovisning; att utbildningen klarades räknas av nyckeltalet passed.",
    "J2": "De fyra utbildningarna är värden av --training-type, med A2:s femte.",
    "J3": "Arbetsförmedlingen anvisar; ingen skriver in sig själv. Inget att hålla reda på.",
    "J4": "Del B nämner den kartläggning som den bygger på (--after).",
    "J5": "Behovet beskrivs i planeringens och slutredovisningens text, som skrivs här eller i myndighetens portal.",
    "J6": "Vad kartläggningen innehåller står i rubrikerna till dess planering och slutredovisning.",
    "J11": "Kraven, förutsättningarna och förslaget är rubriker i kartläggningens slutredovisning.",
    "J13": "De sju perspektiven är rubriker i kartläggningens slutredovisning.",
    "J18": "Insatserna beskrivs i texten till planeringen i IPSU B.",
    "J19": "De tre aktiviteterna är rubriker i kartläggningens gemensamma planering.",
    "J23": "Tre rubriker i slutredovisningen för IPSU B, om det pedagogiska stödet.",
    "J24": "Tre rubriker i slutredovisningen för IPSU B, om hjälpmedlen; det som är utlånat står i aid list.",
    "J25": "En rubrik i slutredovisningen för IPSU B, med rekommendationer.",
    "J27": "Avtalets orter är dess egna (--site), för de ändras med varje upphandling.",
    "R1": (
        "Utvecklingsplanen är ett dokument med versioner (iup), och den gemensamma planeringen förutsätter den "
        "(gp.iup-missing)."
    ),
    "R5": (
        "Planens timmar är eget arbetssökande (--own-search) och tid hos leverantören (--supplier); båda räknas mot "
        "hela omfattningen (iup.short)."
    ),
    "R8": (
        "Frånvaro från startsamtalet är en avvikelserapport med aktiviteten startsamtal. Källan länkar till mer, "
        "men länken är död."
    ),
    "R12": (
        "Den första gemensamma planeringen har en sista dag, räknad i arbetsdagar från starten; det sägs i tid, och "
        "de som är sena räknas."
    ),
    "R19": "Eget arbete är en egen rad i KA-Webb, skild från planeringens aktiviteter.",
    "R21": "Raden för eget arbete fylls i med ”deltog inte” och 0 i kommentaren.",
    "R22": "Varje annan aktivitet fylls i med månadens timmar i kommentaren.",
    "R23": "Kalendern får en timme den första dagen i perioden, för aktiviteter med timmar.",
    "R24": (
        "Det egna arbetet i MSFA är en aktivitet av sitt eget slag och räknas inte som den valbara (gp.under- three)."
    ),
    "R25": "Minst en valbar aktivitet i MSFA: gp.under-three prövar det.",
    "R30": "Ändras anledningen skickas en ny R1 först; den nyaste R1 gäller (r2.differs).",
    "R31": "En bekräftad R2 eller RR är en leverans av ett resultat; före det har den inget pris.",
    "R32": "I MSFA jämförs inte signalens anledning med resultatets.",
    "R35": "Stavfel i källan. Programmet skriver avvikelserapport, resultatersättning och aktiviteter.",
    "U3": "Kontrollerna är reglerna eligible.* och åldern case.age, för sed med den äldsta åldern för studier.",
    "U4": "Deltagandet är frivilligt: den som inte vill fortsätta avslutas med skälet withdrew.",
    "U5": (
        "Nyckeltalet first_contact_median: dagar från starten till den första kontakten med en arbetsgivare, "
        "inskriven med contact add."
    ),
    "U12": (
        "Den som lämnar kön utan stöd avslutas med skälet, och med mottagaren om det finns någon; report queue "
        "räknar båda."
    ),
    "U13": "Kontakter och möten med parterna skrivs in med ett kort ord för parten.",
    "U14": "Stödet till arbetsgivare och utbildningsanordnare skrivs in som kontakter.",
    "U15": (
        "Ett resultat är employment, studies_started eller studies_completed, med sin dag; en person räknas en gång "
        "i en period."
    ),
    "U16": (
        "Om personen har ekonomiskt bistånd kan stå i ärendet (--assistance); uppgiften lämnas inte ut av sig själv."
    ),
    "U17": "Diarienummer och uppdrag hör till handlingen, inte till registret. Inget att hålla reda på.",
    "U18": "Verksamhetens historia: inget att hålla reda på.",
    "U19": "Nyckeltalet balance: avslutade i förhållande till påbörjade, mot kontorets eget mål.",
    "U20": "Nyckeltalet outcome_share mot ett annat års värde (target set … year:2024); påbörjade studier räknas inte.",
    "U21": "Varje rapport tar en period och en dag som registret läses på (--as-of), och ger samma svar om igen.",
    "U22": "Vårdkontakten och samtycket, med dag, står i ärendet.",
    "U23": "Önskemålet om arbete eller studier står i ärendet (--preference).",
    "U24": "Finansiären står på varje rad i budgeten (--funder).",
    "G1": "Metoden är tjänsten: se eller ips, efter personens behov (case start --support).",
    "G2": "Ett mål för fidelity_latest med en dag: det gemensamma målet nås när varje enhet når det.",
    "G3": "Andelen positiva svar bland dem som har avslutats är survey_share:FRÅGA:closing.",
    "G4": "Andelen positiva svar, av pågående och avslutade, är survey_share:FRÅGA:all.",
    "G5": "Nyckeltalet ongoing mot ett mål för alla avtal.",
    "G6": "Varje kommuns mål sätts på dess avtal. Summan är inte det gemensamma målet, och rapporten visar skillnaden.",
    "G7": "Nyckeltalet discharge_share: den som gick till både arbete och studier räknas en gång.",
    "G8": "Målgruppen är en kod i ärendet (--target-group); vem tjänsten är för hör till avtalet.",
    "G10": "Nyckeltalet meetings:PART mot ett mål som 1/month eller 2/half-year.",
    "G11": "De tre instrumenten, bredvid varandra i styrgruppens rapport.",
    "G13": "Enkäter skrivs in med antal svar, från den dag de gjordes.",
    "G14": "Projektets första och sista dag är avtalets.",
    "G15": "Rapporten för styrgruppen; rollerna själva är inget att hålla reda på.",
    "G16": "En utbildning för personalen: inget att hålla reda på utom dess kostnad i budgeten.",
    "G17": (
        "Arbete och studier är resultat i ärendet; att någon gick till arbete eller studier är skälet till avslutet."
    ),
    "G18": "Rapporten för styrgruppen visar enkäterna för varje enhet och tillsammans.",
    "G19": "Budgetens rader med årsarbetare i procent; en summa som ett dokument anger jämförs med radernas.",
    "G20": "Kontaktpersoner i ansökan: inget att hålla reda på.",
    "E5": "Fri text om frånvaron finns i MSFA bara under ”Annan orsak”; skälet skrivs i --reason.",
    "E9": (
        "Filerna från KA-Webb kommer i en maskinkanal som kontoret inte har; det som läses in ordnas efter sin egen "
        "dag."
    ),
    "E11": "Myndighetens nyare sida säger det samma med ordet leveransperiod. Inget mer att hålla reda på.",
    "E16": (
        "Räkenskaper sparas till och med det sjunde året efter räkenskapsårets slut. Programmet tar inte bort "
        "fakturor eller verifikationer."
    ),
    "E17": (
        "En verifikation i SIE-filen har sin dag, händelsens dag, text, belopp och moms, motparten och båda "
        "fakturornas nummer."
    ),
    "E18": "Filen till bokföringen är SIE typ 4I med bara verifikationer.",
    "E19": "Personnumrets kontrollsiffra prövas, samordningsnummer tas emot, och könet läses aldrig ur det.",
    "E20": "Den som har skyddade uppgifter märks (--protected) och visas bara med ärendets beteckning.",
    "E21": "Utan samtycke, eller med skydd, är raden anonym.",
    "E24": "Banden för poängen hör till skalan, och en egen skala har egna.",
    "E25": "Det finns ingen etablerad skala för SEd: kontoret gör en egen.",
    "E26": "Andelar avrundas till en decimal, halva uppåt; de kapas aldrig.",
    "E27": "Helgdagarna är lagens, och aftnarna är arbetsfria om inte inställningen eves säger annat.",
    "E28": "En lista med kön, ålder och dagar som inte nämner någon.",
    "E29": "Med --external döljs små tal, och det som skulle avslöja dem.",
    "E30": "Rollerna i KA-Webb delas ut där. Programmet antecknar vem som skrev in vad.",
}
