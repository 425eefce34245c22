"""What the rules say: `CODE` when it is broken, `CODE.demand` what it demands, `CODE.why` why."""

TEXT: dict[str, str] = {
    # Ärendet.
    "case.after-not-a-mapping": "{after} är inte en IPSU A Kartläggning för samma person som {case}.",
    "case.after-not-a-mapping.demand": "Stödet i IPSU B bygger på en IPSU A Kartläggning av samma person.",
    "case.after-not-a-mapping.why": (
        "Det pedagogiska stödet utgår från det som kartläggningen har visat om just den personen."
    ),
    "case.agreement-service": "Avtalet {agreement} omfattar inte tjänsten {service}, som {case} gäller.",
    "case.agreement-service.demand": "Ärendets tjänst ingår i det avtal som ärendet ligger under.",
    "case.agreement-service.why": (
        "Avtalet bestämmer pris och villkor. IPSU är en sammanhållen tjänst i två delar, IPSU A Kartläggning "
        "och IPSU B Pedagogiskt stöd, och ett avtal om IPSU omfattar båda."
    ),
    "case.closed-early": "Ärendet {case} kan inte avslutas {closed}, eftersom det börjar {from_day}.",
    "case.closed-early.demand": "Ett ärende avslutas tidigast den dag då deltagarperioden eller stödet börjar.",
    "case.closed-early.why": "Det som inte har börjat kan inte avslutas. Ofta är det ett datum som är fel.",
    "case.decision-early": ("I {case} är beslutet om IPSU A daterat {decision}, före flerpartssamtalet {meeting}."),
    "case.decision-early.demand": "Beslutet om IPSU A fattas tidigast samma dag som flerpartssamtalet.",
    "case.decision-early.why": (
        "Först beslutar parterna i flerpartssamtalet att genomföra en kartläggning. Därefter fattar "
        "arbetsförmedlaren beslutet om IPSU A."
    ),
    "case.locked": "Ärendet {case} är låst medan självfakturaunderlaget {invoice} utreds, och faktureras inte nu.",
    "case.locked.demand": "Ett ärende faktureras bara när ingen utredning om det pågår.",
    "case.locked.why": (
        "När ett självfakturaunderlag underkänns utreder Arbetsförmedlingen det. Tills utredningen är klar vet "
        "ingen vad som ska betalas."
    ),
    "case.mapping-during-training": (
        "Kartläggningen i {case} börjar {from_day}, inte före utbildningen, som börjar {training_from}."
    ),
    "case.mapping-during-training.demand": "Kartläggningen börjar innan utbildningen börjar.",
    "case.mapping-during-training.why": (
        "Kartläggningen ska förbereda utbildningen. Den kan göras under utbildningen när behovet upptäcks först "
        "då, så detta är en påminnelse och inget hinder."
    ),
    "case.mapping-length": (
        "Rikttiden för en kartläggning är {shortest} till {longest:dag|dagar}. Antal dagar i {case}: {days}."
    ),
    "case.mapping-length.demand": (
        "En kartläggning varar så många dagar som rikttiden säger, första och sista dagen inräknade."
    ),
    "case.mapping-length.why": "Rikttiden för IPSU A Kartläggning är ingen gräns, så ärendet sparas ändå.",
    "case.meeting-late": (
        "Flerpartssamtalet i {case} är daterat {meeting}, men kartläggningen börjar redan {from_day}."
    ),
    "case.meeting-late.demand": "Flerpartssamtalet hålls senast den dag då kartläggningen börjar.",
    "case.meeting-late.why": (
        "I flerpartssamtalet kommer arbetsförmedlaren, leverantören och den arbetssökande överens om när "
        "kartläggningen ska börja."
    ),
    "case.one-open": "Personen har redan ett öppet ärende i tjänsten, {other}. {case} kan inte också vara öppet.",
    "case.one-open.demand": "En person har högst ett öppet ärende i samma tjänst.",
    "case.one-open.why": "Med två öppna ärenden kan samma stöd redovisas och betalas två gånger.",
    "case.outside-agreement": (
        "Ärendet {case} börjar utanför avtalet {agreement} (avtalstid {from_day} till {to_day})."
    ),
    "case.outside-agreement.demand": "Ärendet börjar medan avtalet gäller.",
    "case.outside-agreement.why": (
        "Ett ärende som börjar före avtalet eller efter dess slut är ovanligt. Kontrollera datum och avtal."
    ),
    "case.overlaps": (
        "Dagarna i ärendet {case} överlappar dem i {other}, som personen har i samma tjänst ({from_day} till {to_day})."
    ),
    "case.overlaps.demand": (
        "En persons ärenden i samma tjänst överlappar inte varandra. Det enas sista dag får vara det andras första."
    ),
    "case.overlaps.why": (
        "Personen skulle räknas två gånger de dagarna bland dem som har stöd. Den som kommer tillbaka börjar tidigast "
        "den dag då det tidigare ärendet slutade."
    ),
    "decision.overlaps": (
        "Beslutet förlänger {case} till {to_day}, men {other}, som personen har i samma tjänst, börjar {from_day}."
    ),
    "decision.overlaps.demand": (
        "En period som förlängs genom beslut slutar senast den första dagen i personens nästa ärende i tjänsten."
    ),
    "decision.overlaps.why": (
        "Personen skulle räknas två gånger de dagarna bland dem som har stöd, och de kunde levereras två gånger."
    ),
    "case.over-delivered": (
        "I {case} är {delivered_hours} h levererade, men efter beslutet är bara {planned_hours} h planerade "
        "(återstår {remaining_hours} h). Inga fler timmar tas emot förrän leveranserna är rättade."
    ),
    "case.over-delivered.demand": "Den beslutade deltagarperioden rymmer de timmar som redan är levererade.",
    "case.over-delivered.why": (
        "Beslutet är arbetsförmedlarens och gäller ändå. Planerade veckor efter periodens nya slut räknas inte "
        "längre, och det som levereras får inte överstiga det som är planerat."
    ),
    "case.period-backwards": "I {case} slutar en period {to_day}, innan den börjar {from_day}.",
    "case.period-backwards.demand": "Deltagarperioden och utbildningen slutar tidigast samma dag som de börjar.",
    "case.period-backwards.why": "Veckor, timmar och sista dagar för handlingar räknas ut från periodens datum.",
    "case.period-bound": (
        "Deltagarperioden i {case} ändras bara genom beslut, eftersom en GP är bekräftad eller något är levererat."
    ),
    "case.period-bound.demand": (
        "När en GP är bekräftad eller något är levererat ändras deltagarperioden bara genom arbetsförmedlarens beslut."
    ),
    "case.period-bound.why": (
        "Det är arbetsförmedlaren som förkortar och förlänger deltagarperioden, och inleveransperioden följer med."
    ),
    "case.period-missing": "Ärendet {case} saknar deltagarperiodens första eller sista dag.",
    "case.period-missing.demand": "Ärendet har en deltagarperiod med första och sista dag.",
    "case.period-missing.why": (
        "Arbetsförmedlingen beslutar om tjänsten för en bestämd period. Inleverans görs bara inom den."
    ),
    "case.period-outside-training": (
        "Perioden {from_day} till {to_day} i {case} ryms inte i utbildningen, som pågår {training_from} till "
        "{training_to}."
    ),
    "case.period-outside-training.demand": "Deltagarperioden i IPSU B ligger inom utbildningens tid.",
    "case.period-outside-training.why": (
        "Stödet löper parallellt med utbildningen och pågår som längst till det datum då utbildningen avslutas."
    ),
    "case.site-unknown": "Orten {site} i {case} är inte en av avtalets orter ({sites}).",
    "case.site-unknown.demand": "Tjänsten ges på en av de orter som avtalet räknar upp.",
    "case.site-unknown.why": "Ett avtal gäller ett område med vissa orter. Kontrollera ort, stavning och avtal.",
    "case.training-missing": "Uppgifterna om utbildningen i {case} är inte fullständiga.",
    "case.training-missing.demand": (
        "Ärendet gäller en namngiven utbildning, och i IPSU B anges även utbildningens första och sista dag."
    ),
    "case.training-missing.why": (
        "Kartläggning och stöd gäller en specifik utbildning. Utan dess namn och datum går det inte att se om "
        "stödet ges i en utbildningssituation."
    ),
    "date.future": "{day} ligger framåt i tiden. Idag är det {today}.",
    "date.future.demand": "Ett ärende avslutas med dagens datum eller ett tidigare.",
    "date.future.why": "Det som skrivs in har redan hänt. Annars visar registret något som kanske aldrig sker.",
    # Arbetsförmedlarens beslut.
    "case.result-missing": "{case} avslutas utan utbildningens resultat: --training-result säger det.",
    "case.result-missing.demand": "Ett ärende i IPSU B avslutas med utbildningens resultat, som är tjänstens mål.",
    "case.result-missing.why": "Godkänt resultat är tjänstens mål, och bara resultat som är inlagda räknas.",
    "case.result-contradicts": "{case} avslutas som {reason}, och utbildningens resultat är {result}.",
    "case.result-contradicts.demand": (
        "Utbildningens resultat och orsaken till att ärendet avslutas motsäger inte varandra."
    ),
    "case.result-contradicts.why": "Något av de två är fel, och båda räknas.",
    "case.error-invoiced": "En leverans i {case} står på ett fakturaunderlag, så ärendet är inte felregistrerat.",
    "case.error-invoiced.demand": (
        "Ett ärende avslutas som felregistrerat bara så länge ingen leverans i det står på ett fakturaunderlag."
    ),
    "case.error-invoiced.why": (
        "Det som inte räknas kan inte faktureras. Underlaget krediteras, eller makuleras så länge det går, först."
    ),
    "decision.after-training": (
        "Deltagarperioden i {case} kan inte gå till {to_day}, eftersom utbildningen slutar {training_to}."
    ),
    "decision.after-training.demand": "Deltagarperioden slutar senast samma dag som utbildningen.",
    "decision.after-training.why": "IPSU B pågår som längst till det datum då utbildningen avslutas.",
    "decision.before-start": "Deltagarperioden i {case} kan inte sluta {to_day}, eftersom den börjar {from_day}.",
    "decision.before-start.demand": "Deltagarperioden slutar tidigast samma dag som den börjar.",
    "decision.before-start.why": "Ett beslut flyttar slutet av perioden. Det måste finnas en period kvar.",
    "decision.future": "Beslutet i {case} är daterat {day}, men idag är det {today}.",
    "decision.future.demand": "Ett beslut skrivs in när arbetsförmedlaren har fattat det.",
    "decision.future.why": "Den gamla deltagarperioden gäller tills beslutet om en ny är fattat.",
    # Inleverans.
    "delivery.on-absent-day": "En avvikelserapport i {case} anger frånvaro {from_day} till {to_day}.",
    "delivery.on-absent-day.demand": "Timmar inlevereras för dagar som ingen avvikelserapport kallar frånvaro.",
    "delivery.on-absent-day.why": (
        "Något av de två är fel. Arbetsförmedlingen jämför frånvaron med det som är inlevererat."
    ),
    "training.dates-missing": "Ärendet {case} saknar utbildningens första eller sista dag.",
    "training.dates-missing.demand": "Timmar i IPSU B faktureras när utbildningens första och sista dag är kända.",
    "training.dates-missing.why": (
        "Stöd ges bara medan utbildningen pågår, så dess dagar är kända innan timmarna betalas."
    ),
    "delivery.after-agreement": ("Leveransen i {case} gäller {day}, och dess avtal {agreement} slutade {ends}."),
    "delivery.after-agreement.demand": "En leverans gäller dagar då dess avtal gäller.",
    "delivery.after-agreement.why": (
        "Köparen kan neka betalning för arbete efter avtalets slut. Förläng avtalet eller flytta ärendet."
    ),
    "delivery.future": "Leveransen i {case} är daterad {day}, men idag är det {today}.",
    "delivery.future.demand": "En leverans är daterad idag eller tidigare.",
    "delivery.future.why": "Inleverans kan göras fram till dagens datum, för det som är utfört.",
    "delivery.locked": (
        "Ärendet {case} är låst för inleverans sedan {since}, medan självfakturaunderlaget {invoice} utreds."
    ),
    "delivery.locked.demand": "Inleverans görs bara i ett ärende där ingen utredning pågår.",
    "delivery.locked.why": (
        "När ett självfakturaunderlag underkänns skapas ett utredningsärende på Arbetsförmedlingens huvudkontor. "
        "Ärendet är låst för inleverans tills utredningen är klar, men handlingar kan skickas in som vanligt."
    ),
    "delivery.nothing": "En leverans i {case} måste vara mer än noll. Angivet: {hours} h.",
    "delivery.nothing.demand": "En leverans är mer än noll timmar.",
    "delivery.nothing.why": "Noll timmar är ingen leverans. Ett fel rättas i den leverans som har felet.",
    "delivery.outside-period": (
        "{day} ligger utanför tiden för inleverans i {case}, som går från {from_day} till {to_day}."
    ),
    "delivery.outside-period.demand": (
        "Inleverans görs för dagar i deltagarperioden, och senast den dag då ärendet avslutades."
    ),
    "delivery.outside-period.why": (
        "Inleveransperioden är densamma som deltagarperioden. När arbetsförmedlaren förkortar eller förlänger "
        "deltagarperioden följer den med."
    ),
    "delivery.outside-training": (
        "{day} ligger utanför utbildningen i {case}, som pågår från {training_from} till {training_to}."
    ),
    "delivery.outside-training.demand": "Stöd ges bara medan utbildningen pågår.",
    "delivery.outside-training.why": "IPSU gäller endast i en utbildningssituation.",
    "delivery.over-day": "I {case} blir det {hours} h på {days} dygn. Mer än {most} h ryms inte.",
    "delivery.over-day.demand": "Timmarna i en leverans ryms i de dygn som den gäller.",
    "delivery.over-day.why": "Ett dygn har 24 timmar. Ofta är det ett kommatecken som har hamnat fel.",
    "delivery.over-plan": (
        "Leveransen i {case} överstiger det som är planerat: planerat {planned_hours} h, redan levererat "
        "{delivered_hours} h, nu angivet {attempted_hours} h. Det är {excess_hours} h för mycket."
    ),
    "delivery.over-plan.demand": (
        "De timmar som levereras är sammanlagt inte fler än de timmar som är planerade för hela perioden."
    ),
    "delivery.over-plan.why": (
        "Arbetsförmedlingen kontrollerar att det som inlevereras inte överstiger det som är planerat. Behövs mer "
        "stöd skickas först en ny GP in, med motivering."
    ),
    "delivery.over-row": (
        "Raden med {extent} h i veckan i planen för {case} har {planned_hours} h. Med den här leveransen blir det "
        "{delivered_hours} h."
    ),
    "delivery.over-row.demand": "De timmar som levereras ryms i den rad av planen som de hör till.",
    "delivery.over-row.why": (
        "En rad är planens alla veckor med samma omfattning. Mer än raden är tillåtet så länge hela periodens "
        "timmar räcker, men det kan vara fel vecka eller fel antal timmar."
    ),
    "delivery.over-week": (
        "Vecka {week} i {case} är planerad för {planned_hours} h. Med den här leveransen blir det {delivered_hours} h."
    ),
    "delivery.over-week.demand": "De timmar som levereras i en vecka är inte fler än veckans omfattning.",
    "delivery.over-week.why": (
        "Mer än veckans omfattning är tillåtet så länge hela periodens timmar räcker. Om det upprepas kan planen "
        "behöva ändras."
    ),
    "delivery.two-months": "Leveransen i {case} från {from_day} till {to_day} ligger i två månader.",
    "delivery.two-months.demand": "En leverans ligger i en enda kalendermånad.",
    "delivery.two-months.why": (
        "Timmar hör till den månad då arbetet gjordes. När en vecka går över ett månadsskifte behövs datum som "
        "visar hur många timmar som hör till varje månad."
    ),
    "delivery.unplanned-week": "Planen för {case} har inga timmar i vecka {week}.",
    "delivery.unplanned-week.demand": "Stödet ges i en vecka som finns i planen.",
    "delivery.unplanned-week.why": (
        "Det är hela periodens timmar som kontrolleras, så leveransen sparas. En vecka utan plan är ändå ovanlig: "
        "kontrollera datumet."
    ),
    # Handlingar.
    "deviation.hours-delivered": (
        "I {case} är timmar inlevererade för {from_day} till {to_day}, som rapporten kallar frånvaro."
    ),
    "deviation.hours-delivered.demand": "En avvikelserapport gäller dagar som inga timmar är inlevererade för.",
    "deviation.hours-delivered.why": (
        "Timmar för dagar då ingen kom tas tillbaka, eller så gäller rapporten andra dagar."
    ),
    "deviation.incomplete": "Avvikelserapporten i {case} saknar en uppgift: {option}.",
    "deviation.incomplete.demand": (
        "En avvikelserapport anger frånvarons första och sista dag och om avvikelsen var känd eller okänd."
    ),
    "deviation.incomplete.why": "Både kända och okända avvikelser rapporteras, och det ska framgå vilket.",
    "deviation.not-ended": (
        "Avvikelsen i {case} kan inte sluta {to_day}, jämfört med {day}: den slutar senast den dag då rapporten "
        "skickas in och tidigast sin första dag."
    ),
    "deviation.not-ended.demand": "Avvikelserapporten skickas in när avvikelsen är slut.",
    "deviation.not-ended.why": "Först efteråt är det känt hur länge deltagaren var borta.",
    "document.future": "Handlingen {type} i {case} är daterad {day}, men idag är det {today}.",
    "document.future.demand": "En handling är inskickad idag eller tidigare.",
    "document.future.why": "Det som inte är inskickat än kan inte räknas som inskickat.",
    "document.late": "Handlingen {type} i {case} skulle ha skickats in senast {due}, men skickades in {day}.",
    "document.late.demand": (
        "En handling skickas in i tid: den första gemensamma planeringen (GP) inom några arbetsdagar efter periodens "
        "första dag."
    ),
    "document.late.why": (
        "En sen handling bekräftas sent, och då dröjer betalningen. För IPSU är dagen ett riktmärke: "
        "handlingen tas emot ändå."
    ),
    "gp.unconfirmed": "Ärendet {case} saknar en bekräftad gemensam planering (GP).",
    "gp.unconfirmed.demand": "Timmar i IPSU B faktureras när en gemensam planering (GP) är bekräftad.",
    "gp.unconfirmed.why": (
        "Timmarna räknas mot planen i GP. Innan arbetsförmedlaren har bekräftat den är planen bara ett förslag."
    ),
    "invoice.self-fixable": "Underlaget {invoice} underkänns bara för fel som kontoret inte kan åtgärda.",
    "invoice.self-fixable.demand": (
        "Ett självfakturaunderlag underkänns bara för fel som kontoret inte kan åtgärda på egen hand."
    ),
    "invoice.self-fixable.why": (
        "Ett underkännande skapar ett utredningsärende på Arbetsförmedlingens huvudkontor och låser ärendet för "
        "inleverans. Ett fel i en leverans rättas snabbare här."
    ),
    # Leverans av en kartläggning.
    "case.gp-before-meeting": (
        "Den gemensamma planeringen (GP) i {case} skickades in {filed}, före flerpartssamtalet {meeting}."
    ),
    "case.gp-before-meeting.demand": (
        "En gemensam planering (GP) för en kartläggning som redan är inskickad är från dagen för "
        "flerpartssamtalet eller senare."
    ),
    "case.gp-before-meeting.why": (
        "Planeringen upprättas vid samtalet. En av dagarna är fel, eller så skickas en ny planering in."
    ),
    "gp.before-meeting": "Den gemensamma planeringen (GP) i {case} är daterad {day}, före flerpartssamtalet {meeting}.",
    "gp.before-meeting.demand": (
        "Den gemensamma planeringen (GP) för en kartläggning skickas in samma dag som flerpartssamtalet eller senare."
    ),
    "gp.before-meeting.why": "Planeringen upprättas vid samtalet, där de tre parterna kommer överens om den.",
    "sr.before-mapping": (
        "Slutredovisningen (SR) i {case} är daterad {day}, före kartläggningens första dag {from_day}."
    ),
    "sr.before-mapping.demand": (
        "Slutredovisningen (SR) för en kartläggning skickas in på dess första dag eller senare."
    ),
    "sr.before-mapping.why": "Redovisningen säger vad kartläggningen har visat.",
    "sr.no-show-early": "Slutredovisningen (SR) i {case} är daterad {day}, före den sista inplanerade dagen {to_day}.",
    "sr.no-show-early.demand": (
        "En slutredovisning (SR) om att ingen kartläggning har kunnat genomföras skickas in på den sista "
        "inplanerade dagen eller senare."
    ),
    "sr.no-show-early.why": "Först då har deltagaren varit borta under hela den inplanerade perioden.",
    "mapping.deviation-ends-early": (
        "Avvikelserapporten i {case} slutar {last}, men den sista inplanerade dagen är {to_day}."
    ),
    "mapping.deviation-ends-early.demand": (
        "När deltagaren inte har dykt upp når avvikelserapporten fram till den sista inplanerade dagen."
    ),
    "mapping.deviation-ends-early.why": (
        "Ersättning ges när deltagaren har varit borta under hela den inplanerade perioden."
    ),
    "mapping.decision-missing": "Det finns inget fattat beslut om IPSU A i {case}.",
    "mapping.decision-missing.demand": "Arbetsförmedlaren har fattat ett beslut om IPSU A.",
    "mapping.decision-missing.why": "Utan beslutet har Arbetsförmedlingen inte beställt någon kartläggning.",
    "mapping.delivered": "Kartläggningen i {case} är redan levererad (leverans {delivery}).",
    "mapping.delivered.demand": "En kartläggning levereras en gång.",
    "mapping.delivered.why": "IPSU A Kartläggning har ett fast pris för hela kartläggningen, som betalas en gång.",
    "mapping.deviation-missing": "Det finns ingen inskickad avvikelserapport om frånvaron i {case}.",
    "mapping.deviation-missing.demand": (
        "När deltagaren inte har dykt upp är en avvikelserapport om frånvaron inskickad."
    ),
    "mapping.deviation-missing.why": (
        "Rätten till ersättning när deltagaren uteblir förutsätter att frånvaron rapporteras i vanlig ordning."
    ),
    "mapping.deviation-short": (
        "Avvikelserapporten i {case} börjar {first}, men den planerade perioden börjar {from_day}."
    ),
    "mapping.deviation-short.demand": (
        "När deltagaren inte har dykt upp börjar avvikelserapporten med den planerade perioden."
    ),
    "mapping.deviation-short.why": (
        "Ersättning ges när deltagaren har varit borta under hela den inplanerade perioden. En rapport räcker, om "
        "den visar det."
    ),
    "mapping.gp-unconfirmed": "Den gemensamma planeringen (GP) i {case} är inte bekräftad.",
    "mapping.gp-unconfirmed.demand": "Den gemensamma planeringen (GP) är inskickad och bekräftad.",
    "mapping.gp-unconfirmed.why": (
        "Självfakturan kan inlevereras först när arbetsförmedlaren har bekräftat samtliga handlingar."
    ),
    "mapping.meeting-missing": "Det finns inget hållet flerpartssamtal i {case}.",
    "mapping.meeting-missing.demand": (
        "Arbetsförmedlaren, leverantören och deltagaren har träffats i ett flerpartssamtal."
    ),
    "mapping.meeting-missing.why": (
        "Full ersättning för IPSU A, även när deltagaren inte dyker upp, förutsätter att ett flerpartssamtal har skett."
    ),
    "mapping.no-show-unsaid": (
        "Slutredovisningen (SR) i {case} säger att ingen kartläggning har kunnat genomföras, men leveransen säger "
        "inte att deltagaren uteblev. Är det så: ta tillbaka leveransen och skriv in den igen med --no-show."
    ),
    "mapping.no-show-unsaid.demand": "Leveransen och slutredovisningen (SR) säger samma sak om kartläggningen.",
    "mapping.no-show-unsaid.why": (
        "När deltagaren har uteblivit hela perioden gäller särskilda villkor, bland annat en avvikelserapport."
    ),
    "mapping.not-agreed": "I {case} är det inte noterat att flerpartssamtalet beslutade om en kartläggning.",
    "mapping.not-agreed.demand": "Flerpartssamtalet har beslutat att genomföra en kartläggning.",
    "mapping.not-agreed.why": "Arbetsförmedlarens beslut om IPSU A bygger på att parterna är överens.",
    "mapping.not-started": "Kartläggningen i {case} börjar först {from_day}.",
    "mapping.not-started.demand": "Kartläggningens första dag är inne.",
    "mapping.not-started.why": "Innan kartläggningen har börjat finns det inget att få ersättning för.",
    "mapping.sr-silent": ("Slutredovisningen (SR) i {case} säger inte att ingen kartläggning har kunnat genomföras."),
    "mapping.sr-silent.demand": (
        "När deltagaren inte har dykt upp beskriver slutredovisningen (SR) att ingen kartläggning har kunnat "
        "genomföras."
    ),
    "mapping.sr-silent.why": (
        "Arbetsförmedlingen ger ersättning när SR beskriver detta och är bekräftad, tillsammans med GP och "
        "avvikelserapport."
    ),
    "mapping.sr-unconfirmed": "Slutredovisningen (SR) i {case} är inte bekräftad.",
    "mapping.sr-unconfirmed.demand": "Slutredovisningen (SR) är inskickad och bekräftad.",
    "mapping.sr-unconfirmed.why": (
        "Utan bekräftad SR kan självfakturan inte inlevereras. Det är arbetsförmedlaren som bekräftar."
    ),
    # Planen.
    "plan.added-week-missing": (
        "Den gemensamma planeringen i {case} saknar omfattning för {weeks}. Perioden är förlängd till {to_day}."
    ),
    "plan.added-week-missing.demand": (
        "Den gemensamma planeringen för en förlängd period anger omfattningen för varje vecka som förlängningen "
        "har lagt till."
    ),
    "plan.added-week-missing.why": (
        "Planeringen för en förlängning anger den nya perioden och omfattningen för varje vecka i den."
    ),
    "plan.before-decision": (
        "GP i {case} är daterad {day}, men deltagarperioden ändrades genom beslut först {decided}."
    ),
    "plan.before-decision.demand": "En ny GP för en förlängd period skickas in efter beslutet om förlängning.",
    "plan.before-decision.why": (
        "Vid förlängning kontaktas arbetsförmedlaren först. När deltagarperioden är förlängd skickas en ny GP in."
    ),
    "plan.made-before-decision": (
        "GP i {case} planerades före beslutet {decided} som gav plats för den. Den börjar inte gälla av sig själv."
    ),
    "plan.made-before-decision.demand": "En GP för en förlängd period görs för den, när förlängningen är beslutad.",
    "plan.made-before-decision.why": (
        "En period som har förkortats och förlängts igen är en annan period: dess GP anger den nya perioden och "
        "omfattningen för varje tillagd vecka."
    ),
    "plan.below-delivered": ("Planen för {case} har {planned_hours} h, men {delivered_hours} h är redan levererade."),
    "plan.below-delivered.demand": "En plan har minst så många timmar som redan är levererade.",
    "plan.below-delivered.why": "Det som levereras får inte överstiga det som är planerat.",
    "plan.ended-week-changed": (
        "Vecka {week} i {case} är slut och ändras inte. Planerade timmar: {was}. I den nya planen: {wanted}."
    ),
    "plan.ended-week-changed.demand": "Veckor som är slut behåller den omfattning som gällde.",
    "plan.ended-week-changed.why": "En ny GP gäller framåt. Det som var planerat när stödet gavs ändras inte.",
    "plan.ends-before-delivered": (
        "Planen för {case} slutar {ends}, men den senaste leveransen är gjord {last_delivered}."
    ),
    "plan.ends-before-delivered.demand": "En plan räcker till och med den senaste leveransen.",
    "plan.ends-before-delivered.why": "En förkortad plan kan inte sluta före stöd som redan är givet.",
    "plan.extent": "Vecka {week} i {case} har {hours} h. Det går att planera för {allowed} h i veckan.",
    "plan.extent.demand": "Stödet planeras för någon av de omfattningar som avtalet tillåter, i timmar per vecka.",
    "plan.extent.why": ("Så säger avtalet. Det gäller bara planen: färre timmar än planerat får levereras."),
    "plan.extent-rises": "Omfattningen i {case} ökar i vecka {week}, från {before} h till {after} h.",
    "plan.extent-rises.demand": "Omfattningen minskar eller är oförändrad vecka för vecka.",
    "plan.extent-rises.why": (
        "Målet är att deltagaren blir självständig, så att behovet av stödtimmar minskar. En ökning är tillåten "
        "men bör förklaras i planeringen."
    ),
    "plan.missing": "Ärendet {case} har ingen plan att skicka in som gemensam planering (GP).",
    "plan.missing.demand": "Timmarna vecka för vecka är planerade innan GP skickas in.",
    "plan.missing.why": "GP för IPSU B ska visa under vilken tid och i vilken omfattning stödet ska ges.",
    "plan.no-mapping-case": "Ärendet {case} säger inte vilken IPSU A Kartläggning stödet bygger på.",
    "plan.no-mapping-case.demand": "Ärendet anger den IPSU A Kartläggning som stödet bygger på.",
    "plan.no-mapping-case.why": (
        "Den första GP utgår från kartläggningens slutredovisning. En kartläggning gjord hos en annan leverantör "
        "är möjlig men ovanlig."
    ),
    "plan.outside-period": (
        "Planen för {case} har veckor utanför deltagarperioden {from_day} till {to_day}: {weeks}. Kontakta "
        "arbetsförmedlaren: en förlängning beslutas innan den planeras."
    ),
    "plan.outside-period.demand": "Varje vecka i planen har minst en dag i deltagarperioden.",
    "plan.outside-period.why": (
        "Vid förlängning kommer beslutet först. När arbetsförmedlaren har förlängt deltagarperioden kan en ny GP "
        "skickas in."
    ),
    "plan.outside-training": (
        "Planen för {case} har veckor utanför utbildningen {training_from} till {training_to}: {weeks}."
    ),
    "plan.outside-training.demand": "Varje vecka i planen har minst en dag i utbildningen.",
    "plan.outside-training.why": "Stödet löper parallellt med utbildningen och slutar senast när den slutar.",
    "plan.reason-missing": "Version {version} av planen för {case} saknar motivering.",
    "plan.reason-missing.demand": "Varje version av planen efter den första har en motivering.",
    "plan.reason-missing.why": (
        "När omfattning eller period ändras ska det motiveras för arbetsförmedlaren varför ändringen föreslås."
    ),
    "plan.sr-missing": (
        "Den första GP i {case} skickas in efter kartläggningens slutredovisning (SR), men i {after} var ingen SR "
        "inskickad då."
    ),
    "plan.sr-missing.demand": "Kartläggningens slutredovisning (SR) är inskickad innan den första GP skickas in.",
    "plan.sr-missing.why": "Den första gemensamma planeringen utgår från det som framkommit i SR från IPSU A.",
    "plan.two-extents-one-week": (
        "Vecka {week} står mer än en gång i planen för {case} ({extents} timmar). En vecka har en omfattning."
    ),
    "plan.two-extents-one-week.demand": "Varje vecka i planen har en enda omfattning.",
    "plan.two-extents-one-week.why": "Planeringen sker veckovis. Två omfattningar i en vecka går inte.",
    "price.after-agreement": "Priset i {agreement} börjar {from_day}, efter avtalets sista dag {to_day}.",
    "price.after-agreement.demand": "Ett pris börjar medan avtalet gäller, annars betalas inget efter det.",
    "price.after-agreement.why": "Inget levereras under ett avtal som har slutat.",
    "price.billed": (
        "Från {from_day} står {billed:leverans|leveranser} av {service} i {agreement} på fakturor ({invoices}). "
        "De behåller sitt pris; hittills gällde {before_ore}."
    ),
    "price.billed.demand": "Ett pris sätts innan det som det gäller för är fakturerat.",
    "price.billed.why": "En faktura behåller det pris den gjordes med. Det nya priset når den inte.",
    "price.replaces": (
        "Priset för {service} i {agreement} från {from_day} var {before_ore} och är nu {amount_ore}, för "
        "{unbilled:leverans|leveranser} som inte står på någon faktura; redan fakturerat: {billed}."
    ),
    "price.replaces.demand": "Ett pris sätts en gång för en dag; ett annat för samma dag tar dess plats.",
    "price.replaces.why": "Det som är levererat och inte fakturerat får det pris som gäller när fakturan görs.",
    "today.before": "{what} {invoice} har datumet {day}, före {why} {earlier}.",
    "today.before.demand": (
        "En faktura, ett svar eller en betalning har tidigast arbetets datum, och inget datum före det som ett "
        "tidigare kommando skrev in."
    ),
    "today.before.why": (
        "Ett datum före arbetet betyder oftast att dagens datum är satt med --today eller $IPSU_TODAY och står kvar. "
        "ipsu status visar det."
    ),
    "price.missing": "Ärendet {case} kan inte faktureras: {agreement} saknar pris för {service} den {from_day}.",
    "price.missing.demand": "Varje leverans har ett pris som gäller på dess sista dag.",
    "price.missing.why": "Utan pris går det inte att räkna ut vad leveransen är värd.",
    "deviation.backwards": "Avvikelserapporten i {case} slutar {to_day}, före sin första dag {from_day}.",
    "deviation.backwards.demand": "Avvikelsens sista dag ligger inte före den första.",
    "deviation.backwards.why": ("Datumen visar vilken frånvaro rapporten gäller."),
    "mapping.not-over": "Den planerade perioden i {case} pågår till och med {to_day}.",
    "mapping.not-over.demand": "Utebliven deltagare redovisas när hela den planerade perioden har gått.",
    "mapping.not-over.why": (
        "Full ersättning vid uteblivet deltagande gäller den som inte dök upp under hela den inplanerade perioden."
    ),
    "delivery.no-plan": "{case} har ingen plan att inleverera timmar mot.",
    "delivery.no-plan.demand": "Timmar inlevereras mot planen i GP.",
    "delivery.no-plan.why": (
        "Det som inlevereras får inte överstiga det som är planerat; utan plan är inget planerat."
    ),
    "case.mapping-delivered": (
        "Kartläggningen i {case} är inlevererad. Flerpartssamtal, överenskommelse och beslut tas inte bort."
    ),
    "case.mapping-delivered.demand": "Det som en inlevererad kartläggning vilar på tas inte bort.",
    "case.mapping-delivered.why": (
        "Ersättningen för IPSU A förutsätter flerpartssamtal, överenskommelse om kartläggning och beslut."
    ),
    "case.delivered-after-closing": (
        "{case} avslutas {closed}, men det finns leveranser till och med {last_delivered}."
    ),
    "case.delivered-after-closing.demand": "När ett ärende avslutas finns inga leveranser efter avslutsdagen.",
    "case.delivered-after-closing.why": "Leveranser efter avslutet faktureras som andra; är datumet fel rättas de.",
    "decision.before-last": "Beslutet i {case} är daterat {day}, före det senaste beslutet {decided}.",
    "decision.before-last.demand": "Beslut läggs in i den ordning de fattas.",
    "decision.before-last.why": "Det senast inlagda beslutet styr perioden.",
    "decision.delivered-after": (
        "I {case} finns leveranser till och med {last_delivered}, efter periodens nya slut {to_day}."
    ),
    "decision.delivered-after.demand": "När perioden ändras ligger det som är levererat i den.",
    "decision.delivered-after.why": (
        "Timmar utanför deltagarperioden ska rättas eller makuleras; annars faktureras de."
    ),
    # Hjälpmedel.
    "agreement.backwards": "Avtalet slutar {to_day}, innan det börjar {from_day}.",
    "agreement.backwards.demand": "Ett avtal slutar tidigast sin första dag.",
    "agreement.backwards.why": "Ett avtal som har slutat innan det börjar omfattar inget ärende.",
    "agreement.cost-centre": ("Kostnadsställe {cost_centre} hör till avtalet {other}. Välj ett annat för {agreement}."),
    "agreement.cost-centre.demand": (
        "Ett kostnadsställe hör till ett enda avtal, så att bokföringen skiljer avtalen åt."
    ),
    "agreement.cost-centre.why": "Bokföringen skiljer avtalen åt genom deras kostnadsställen.",
    "agreement.reserved": "”{agreement}” står för alla avtal eller för inget. Ge avtalet en annan beteckning.",
    "agreement.reserved.demand": (
        "Inget nytt avtal heter det som står för alla avtal eller för inget, med stora eller små bokstäver."
    ),
    "agreement.reserved.why": "Ett mål eller en budget som gäller avtalet skulle föras in för alla avtal.",
    "agreement.delivered-later": (
        "Avtalet {agreement} slutar {to_day}, och {count:leverans|leveranser} under det är senare, "
        "den sista {last_delivered}."
    ),
    "agreement.delivered-later.demand": "Det som levereras under ett avtal levereras medan det gäller.",
    "agreement.delivered-later.why": (
        "Köparen kan neka betalning för arbete efter avtalets slut. Förläng avtalet eller flytta ärendena."
    ),
    "agreement.delivered-earlier": (
        "Avtalet {agreement} börjar {from_day}, och {count:leverans|leveranser} under det är tidigare, "
        "den första {first_delivered}."
    ),
    "agreement.delivered-earlier.demand": "Det som levereras under ett avtal levereras inte före dess första dag.",
    "agreement.delivered-earlier.why": (
        "Köparen kan neka betalning för arbete före avtalet. Låt avtalet börja tidigare eller flytta ärendena."
    ),
    "agreement.invoiced": (
        "Avtalet {agreement} har fakturor ({invoices}), så detta ligger fast: {options}. "
        "Det som blir annorlunda från och med nu är ett nytt avtal."
    ),
    "agreement.invoiced.demand": (
        "Under ett avtal med fakturor ligger område, tjänster, köpare, fakturering och moms fast."
    ),
    "agreement.invoiced.why": ("En faktura som är gjord står fast, och bokföringen med det som är bokfört efter den."),
    "agreement.service-used": (
        "Under avtalet {agreement} finns ärenden eller priser för {services}. Det fortsätter att omfatta dem."
    ),
    "agreement.service-used.demand": "Ett avtal omfattar tjänsterna i de ärenden och priser som står under det.",
    "agreement.service-used.why": "Ett ärende betalas under ett avtal som omfattar dess tjänst.",
    "agreement.vat-exempt": (
        "Avtalet {agreement} har 0 procent moms men inget skäl till det: --vat-exempt-reason TEXT."
    ),
    "agreement.vat-exempt.demand": "Ett avtal utan moms har ett skäl till det, som fakturorna anger.",
    "agreement.vat-exempt.why": "En faktura utan moms säger vilket undantag den följer.",
    "aid.after-training": "I {case} lånas ett hjälpmedel ut {day}, efter utbildningens sista dag {due}.",
    "aid.after-training.demand": "Ett hjälpmedel lånas ut senast utbildningens sista dag.",
    "aid.after-training.why": (
        "Hjälpmedlen följer deltagaren under utbildningen. När den är slut finns inget att låna ut till, men det som "
        "har hänt skrivs ändå in."
    ),
    "aid.before-lent": "Ett hjälpmedel i {case} lånades ut {lent} och kan inte vara återlämnat redan {day}.",
    "aid.before-lent.demand": "Ett hjälpmedel återlämnas tidigast den dag då det lånades ut.",
    "aid.before-lent.why": "Det som inte är utlånat kan inte komma tillbaka. Ofta är det ett datum som är fel.",
    "aid.future": "{day} ligger efter idag ({today}), så lånet i {case} kan inte skrivas in än.",
    "aid.future.demand": "Ett lån och en återlämning skrivs in när de har skett.",
    "aid.future.why": "Registret säger vem som har vad idag.",
    "aid.late": "Ett hjälpmedel i {case} skulle vara åter {due}, utbildningens sista dag, men kom {day}.",
    "aid.late.demand": "Ett hjälpmedel återlämnas senast utbildningens sista dag.",
    "aid.late.why": (
        "Hjälpmedlen följer deltagaren så länge behovet finns under utbildningen, även om behovet av pedagogiskt "
        "stöd upphör, men inte längre."
    ),
    "aid.no-due": "{case} har ingen sista dag för utbildningen, så ingen kan säga när hjälpmedlet ska vara åter.",
    "aid.no-due.demand": "Ett utlånat hjälpmedel hör till en utbildning vars sista dag är känd.",
    "aid.no-due.why": (
        "Utbildningens slut är den dag då hjälpmedlet senast ska vara åter. Utan den kommer ingen påminnelse."
    ),
    "aid.origin": "{case} är en kartläggning (IPSU A); det som IPSU B fann behov av lånas ut i ärendet i IPSU B.",
    "aid.origin.demand": "Ett hjälpmedel med ursprung i IPSU B lånas ut i ett ärende i IPSU B.",
    "aid.origin.why": "Hjälpmedel som behövs utöver kartläggningens provas ut och tillhandahålls i IPSU B.",
    "aid.overdue": "Hjälpmedel {aid} i {case} skulle vara åter {due}, utbildningens sista dag, och är fortfarande ute.",
    "aid.overdue.demand": "Inget hjälpmedel är ute efter utbildningens sista dag.",
    "aid.overdue.why": (
        "Hjälpmedlen följer deltagaren under utbildningen, även efter stödet. När utbildningen är slut ska de tillbaka."
    ),
    "aid.unnamed": "Hjälpmedlet i {case} är av annat slag än de nio och har inget namn: --name TEXT säger vad det är.",
    "aid.unnamed.demand": "Ett hjälpmedel av annat slag än de nio har ett namn.",
    "aid.unnamed.why": (
        "Det kan bli aktuellt med många andra hjälpmedel och appar. Utan namn vet ingen vad som ska tillbaka."
    ),
    "document.section-empty": "Avsnittet ”{heading}” i {type} för {case} är tomt.",
    "document.section-empty.demand": "Varje avsnitt i en handling som skrivs här är ifyllt när den skickas in.",
    "document.section-empty.why": (
        "Källorna räknar upp vad en gemensam planering och en slutredovisning ska innehålla. Finns inget att säga, "
        "så ska det stå: ”inga” är ett svar, ett tomt avsnitt är det inte. En text som skrivs i Arbetsförmedlingens "
        "portal prövas inte här."
    ),
    # Programtrohet, enkäter och finansiering.
    "fidelity.items": ("En mätning i {agreement} på skalan {scale} har {items:punkt|punkter}; angivet här: {count}."),
    "fidelity.items.demand": "En mätning ger varje punkt på skalan sin poäng.",
    "fidelity.items.why": (
        "Summan går att jämföra mellan enheter och år bara om den är av samma punkter. En punkt som inte "
        "kunde bedömas skrivs som ett bindestreck."
    ),
    "fidelity.range": ("Punkt {item} har fått {score}; på skalan {scale} går poängen från {least} till {most}."),
    "fidelity.range.demand": "En punkts poäng ligger mellan skalans lägsta och högsta.",
    "fidelity.range.why": "En poäng utanför skalan är ett skrivfel, och summan blir fel med den.",
    "fidelity.future": "Mätningen i {agreement} är daterad {day}, efter dagens datum {today}.",
    "fidelity.future.demand": "En mätning läggs in när den är gjord.",
    "fidelity.future.why": "Det som inte har hänt har inget resultat.",
    "fidelity.unscored": "Mätningen i {agreement} den {day} har ingen summa: punkterna {numbers} saknar poäng.",
    "fidelity.unscored.demand": "En mätning utan luckor ger en summa.",
    "fidelity.unscored.why": (
        "En summa av färre punkter ser ut som låg programtrohet utan att vara det. Mätningen sparas, men "
        "räknas inte som enhetens senaste."
    ),
    "survey.over-asked": "Frågan {question} har {answered} svar, men bara {asked:är tillfrågad|är tillfrågade}.",
    "survey.over-asked.demand": "Svaren är högst så många som de tillfrågade.",
    "survey.over-asked.why": "Annars blir svarsfrekvensen över hela, och något av talen är fel.",
    "survey.positive-unknown": "Det positiva svaret {answer} finns inte bland svaren på {question}: {answers}.",
    "survey.positive-unknown.demand": "Det som räknas som positivt är ett av svaren.",
    "survey.positive-unknown.why": (
        "Ett felstavat svar skulle annars räknas som att ingen var nöjd. Ett svar som ingen gav skrivs med 0."
    ),
    "survey.future": "Enkäten med frågan {question} är daterad {day}, efter dagens datum {today}.",
    "survey.future.demand": "En enkät läggs in när den är besvarad.",
    "survey.future.why": "Det som inte har hänt har inga svar.",
    "self-invoice.not-self-billed": (
        "{self_invoice} är ingen självfaktura: typen är {type}. En självfaktura har typen 389, dess kredit 261."
    ),
    "self-invoice.not-self-billed.demand": (
        "En självfaktura säger med sin typ att den är en: 389, eller 261 för en kredit."
    ),
    "self-invoice.not-self-billed.why": (
        "Typerna 380 och 381 är säljarens egna fakturor; de ska inte tas emot som köparens."
    ),
    "self-invoice.other-seller": (
        "Självfakturan {self_invoice} är gjord i {seller}s namn, inte i kontorets ({orgnr}). Den hör inte hit."
    ),
    "self-invoice.other-seller.demand": "Säljaren på en självfaktura är kontoret.",
    "self-invoice.other-seller.why": (
        "Köparen gör fakturan i säljarens namn, och säljaren svarar för den. En annan leverantörs faktura ska "
        "lämnas orörd och anmälas."
    ),
    "self-invoice.currency": "Självfakturan {self_invoice} är i {currency}. Den ska vara i kronor (SEK).",
    "self-invoice.currency.demand": "En självfaktura är i kronor.",
    "self-invoice.currency.why": "Priserna i avtalen är i kronor, och jämförelsen görs på öret.",
    "self-invoice.future": "Självfakturan {self_invoice} är daterad {day}, efter idag ({today}).",
    "self-invoice.future.demand": "En självfaktura är daterad senast idag.",
    "self-invoice.future.why": "Det som inte har hänt ännu skrivs inte in. Ofta är det ett datum som är fel.",
    "self-invoice.negative": (
        "Självfakturan {self_invoice} är på {total}: den är en kredit, men säger inte av vilken självfaktura."
    ),
    "self-invoice.negative.demand": "En självfaktura (389) under noll är en kredit, och pekar på sitt original.",
    "self-invoice.negative.why": (
        "En ändringsfaktura ska hänvisa till den ursprungliga. Den här ställs mot det som har kommit tidigare för "
        "samma ärenden och dagar."
    ),
    "self-invoice.lines-sum": (
        "Raderna i självfakturan {self_invoice} blir {lines}, men huvudet säger {net} netto: skillnaden är "
        "{difference}."
    ),
    "self-invoice.lines-sum.demand": "Raderna blir tillsammans huvudets netto, på öret.",
    "self-invoice.lines-sum.why": "En faktura vars rader inte blir dess summa kan inte jämföras och inte bokföras.",
    "self-invoice.total-sum": "I självfakturan {self_invoice} blir netto {net} och moms {vat} inte totalen {total}.",
    "self-invoice.total-sum.demand": "Netto och moms blir tillsammans totalen, på öret.",
    "self-invoice.total-sum.why": "En faktura vars summor inte går ihop kan inte bokföras.",
    "self-invoice.duplicate": (
        "Nummer {self_invoice} finns redan i {agreement} för {year} med annat innehåll. Det som skiljer: {differs}."
    ),
    "self-invoice.duplicate.demand": "Ett nummer står för en självfaktura i sitt avtal och år.",
    "self-invoice.duplicate.why": (
        "Löpnumren är unika i sin serie. Samma nummer med annat innehåll är ett fel hos Arbetsförmedlingen, "
        "som ska rätta det."
    ),
    "self-invoice.no-original": (
        "Kreditfakturan {self_invoice} pekar inte på någon mottagen självfaktura (avser: {refers_to}). "
        "En kredit är inget original."
    ),
    "self-invoice.no-original.demand": "En kredit pekar på sina original, som är mottagna.",
    "self-invoice.no-original.why": (
        "En ändringsfaktura ska hänvisa till den ursprungliga, särskilt och otvetydigt. Ta emot originalet först."
    ),
    "self-invoice.credit-sign": "Kreditfakturan {self_invoice} blir {total}; en kredit ger tillbaka mer än noll.",
    "self-invoice.credit-sign.demand": "En kredit ger tillbaka ett belopp.",
    "self-invoice.credit-sign.why": (
        "Typen 261 säger att beloppen ska tillbaka. Med ytterligare ett minustecken är det oklart åt vilket "
        "håll pengarna går."
    ),
    "self-invoice.over-credited": (
        "Med kreditfakturan {self_invoice} är mer krediterat än självfakturan {refers_to} var på: {left} återstår."
    ),
    "self-invoice.over-credited.demand": "Krediter blir tillsammans inte mer än originalen.",
    "self-invoice.over-credited.why": (
        "Mer än allt kan inte tas tillbaka. Kontrollera om en kredit har kommit två gånger under olika nummer."
    ),
    "self-invoice.set-off": (
        "Av självfakturan {self_invoice} på {total} ska {payable} betalas. Betalt eller avräknat tidigare: {prepaid}; "
        "öresavrundning: {rounding}."
    ),
    "self-invoice.set-off.demand": "Det som ska betalas är självfakturans total.",
    "self-invoice.set-off.why": (
        "Raderna kan stämma på öret medan mindre pengar kommer. Det avräknade hör till något annat, och "
        "Arbetsförmedlingen vet vad."
    ),
    "self-invoice.payable-sum": (
        "Självfakturan {self_invoice} säger att {payable} ska betalas; dess egna belopp blir {expected}. Skillnaden är "
        "{difference}."
    ),
    "self-invoice.payable-sum.demand": "Det som ska betalas är totalen, minus det avräknade, avrundat.",
    "self-invoice.payable-sum.why": "Annars går det inte att veta vilket belopp som kommer.",
    "self-invoice.other-buyer": (
        "Köparen på självfakturan {self_invoice} är {buyer}, men avtalets köpare är {purchaser}."
    ),
    "self-invoice.other-buyer.demand": "Köparen är Arbetsförmedlingen, om inte avtalet anger en annan.",
    "self-invoice.other-buyer.why": "Självfakturering gäller mellan de parter som har kommit överens om den.",
    "self-invoice.text-missing": "Självfakturan {self_invoice} saknar ordet självfakturering.",
    "self-invoice.text-missing.demand": "En självfaktura innehåller ordet självfakturering.",
    "self-invoice.text-missing.why": "Mervärdesskattelagen kräver uppgiften på fakturan.",
    "self-invoice.agreement-billing": (
        "Självfakturan {self_invoice} hör till {agreement}, där kontoret självt skickar fakturan."
    ),
    "self-invoice.agreement-billing.demand": "Självfakturering är avtalad i förväg.",
    "self-invoice.agreement-billing.why": (
        "Utan avtal om självfakturering riskerar samma arbete att faktureras två gånger."
    ),
    "self-invoice.other-agreement": (
        "Självfakturan {self_invoice} hör till {agreement}, men dessa ärenden ligger under andra avtal: {cases}."
    ),
    "self-invoice.other-agreement.demand": "En självfaktura gäller ärenden under ett avtal.",
    "self-invoice.other-agreement.why": "Nummerserien och priserna följer avtalet.",
    "self-invoice.vat": (
        "Momsen på självfakturan {self_invoice} är {vat}; avtalets sats ger {expected}. Skillnaden är {difference}."
    ),
    "self-invoice.vat.demand": "Momsen är avtalets sats på nettot, avrundad till hela ören.",
    "self-invoice.vat.why": "Säljaren svarar för momsen, också när köparen gör fakturan.",
    "self-invoice.line-net": (
        "På {count} av självfakturan {self_invoice}s rader blir timmarna gånger priset något annat än radens "
        "netto: {lines}."
    ),
    "self-invoice.line-net.demand": "En rads netto är dess timmar gånger dess pris.",
    "self-invoice.line-net.why": "Annars är timmarna, priset eller nettot fel, och det syns inte vilket.",
    # Rusta och matcha.
    "pr.nothing-done": (
        "I {case} genomfördes inget av den gemensamma planeringen i {month}, och ingen avvikelserapport gäller månaden."
    ),
    "pr.nothing-done.demand": (
        "En månad då deltagaren inte har genomfört något av den gemensamma planeringen har en avvikelserapport."
    ),
    "pr.nothing-done.why": "Den som inte deltar i det som är planerat är frånvarande, och frånvaro rapporteras alltid.",
    "pr.hours-while-absent": (
        "Rapporten i {case} har {hours} h i {month}, men varje vardag i månaden är rapporterad som frånvaro."
    ),
    "pr.hours-while-absent.demand": (
        "En rapport har timmar bara om månaden har en vardag som inte är rapporterad som frånvaro."
    ),
    "pr.hours-while-absent.why": "Något av de två är fel, och Arbetsförmedlingen jämför dem.",
    "deviation.several-days": "Avvikelserapporten i {case} gäller flera dagar, {from_day} till {to_day}.",
    "deviation.several-days.demand": (
        "En avvikelserapport gäller en aktivitet på en dag; varje dag med frånvaro har en egen rapport."
    ),
    "deviation.several-days.why": "Arbetsförmedlingen frågar efter aktiviteten och dess tider, och de hör till en dag.",
    "gp.no-hours": "Varje aktivitet i den gemensamma planeringen i {case} har 0 timmar.",
    "gp.no-hours.demand": "En gemensam planering har timmar per vecka för minst en av aktiviteterna.",
    "gp.no-hours.why": (
        "Planeringen är det som månadens rapport utgår från; är inget planerat finns inget att rapportera."
    ),
    "case.after-not-earlier": "{after} är inte en tidigare placering av samma person som {case}.",
    "case.after-not-earlier.demand": "En ny omgång i Rusta och matcha följer på en tidigare placering av samma person.",
    "case.after-not-earlier.why": (
        "Efter en hel placering utan resultat kan en ny bedömning ge en ny omgång; kopplingen visar vilken den följer "
        "på."
    ),
    "case.billing": (
        "{case} är i {system}, som faktureras genom {kind}, men avtalet {agreement} faktureras på annat sätt."
    ),
    "case.billing.demand": "Avtalet faktureras på det sätt som ärendets system kräver.",
    "case.billing.why": (
        "Det som beställs i MSFA faktureras över Peppol. Det som ligger kvar i KA-Webb självfaktureras."
    ),
    "case.level-missing": "{case} har ingen nivå, så bara priser som gäller alla nivåer kan användas.",
    "case.level-missing.demand": "Ett ärende i Rusta och matcha har nivå A, B eller C.",
    "case.level-missing.why": "Ersättningen är olika för de tre nivåerna. Nivån kan skrivas in senare.",
    "case.over-a-year": "Perioden i {case} slutar {to_day}. {months:månad|månader} från start är {last}.",
    "case.over-a-year.demand": "En placering varar högst så länge som dess två perioder tillsammans.",
    "case.over-a-year.why": (
        "Rusta och matcha är två perioder. Beslutet är Arbetsförmedlingens, så ärendet sparas ändå."
    ),
    "case.system-bound": "{case} har redan en bekräftad planering eller en leverans i {system}, och byter inte system.",
    "case.system-bound.demand": (
        "Ett ärende stannar i sitt system när en planering är bekräftad eller något är levererat."
    ),
    "case.system-bound.why": (
        "Det som är inlämnat ligger i det systemet. Ett nytt beslut i ett annat system är ett nytt ärende."
    ),
    "case.system-missing": "{case} saknar system: --system ka-webb eller --system msfa.",
    "case.system-missing.demand": "Ett ärende i Rusta och matcha ligger i ett av systemen KA-Webb och MSFA.",
    "case.system-missing.why": (
        "Systemet avgör vilka handlingar som finns, hur de fylls i och hur placeringen faktureras."
    ),
    "decision.gp-not-intensified": (
        "Den senaste gemensamma planeringen i {case} har {after} h i veckan, den som period 1 följde har {before} h."
    ),
    "decision.gp-not-intensified.demand": (
        "Inför period 2 planeras fler timmar i veckan än i den gemensamma planering som period 1 följde."
    ),
    "decision.gp-not-intensified.why": "Aktiviteterna ska intensifieras inför beslutet om period 2.",
    "decision.gp-not-updated": (
        "{case} har ingen ny gemensam planering (GP) från slutet av period 1, inskickad {opens} eller senare, och "
        "senast samma dag som beslutet, {on}."
    ),
    "decision.gp-not-updated.demand": (
        "Inför beslutet om period 2 skickas en ny gemensam planering in, under de sista månaderna av period 1."
    ),
    "decision.gp-not-updated.why": (
        "Arbetsförmedlingen beslutar om period 2 utifrån en planering som visar vad som blir annorlunda."
    ),
    "decision.over-a-year": "Beslutet förlänger {case} till {to_day}. {months:månad|månader} från start är {last}.",
    "decision.over-a-year.demand": "Ett beslut leder sammanlagt till högst så många månader som de två perioderna.",
    "decision.over-a-year.why": (
        "Rusta och matcha är två perioder. Beslutet är Arbetsförmedlingens, så det skrivs in ändå."
    ),
    "delivery.month-twice": "{month} är redan levererad i {case} (leverans {delivery}).",
    "delivery.month-twice.demand": "En månad levereras en gång.",
    "delivery.month-twice.why": (
        "Grundersättningen betalas en gång för varje månad. En felaktig leverans makuleras först."
    ),
    "delivery.pr-missing": "{case} har ingen inlämnad periodisk rapport (PR) för {month} (läge nu: {status}).",
    "delivery.pr-missing.demand": "En månad levereras först när dess periodiska rapport är inlämnad.",
    "delivery.pr-missing.why": "En inlämnad periodisk rapport är ett krav för att leverera utförd tjänst för perioden.",
    "deviation.activity-incomplete": "Avvikelserapporten i {case} saknar {option}.",
    "deviation.activity-incomplete.demand": (
        "En avvikelserapport säger vilken aktivitet den gäller, när deltagaren var väntad och när deltagaren var "
        "frånvarande."
    ),
    "deviation.activity-incomplete.why": "Arbetsförmedlingen kan hantera rapporten snabbare när den säger just detta.",
    "deviation.going-on": "Aktiviteten i {case} pågår {day} till {ends}, och klockan är {now}.",
    "deviation.going-on.demand": "En avvikelserapport skickas in när aktiviteten har slutat.",
    "deviation.going-on.why": "Först då är det känt hur länge deltagaren var borta.",
    "deviation.not-required": (
        "Frånvaron i {case} är {minutes:minut|minuter}. Upp till {most:minut|minuter} behöver inte rapporteras."
    ),
    "deviation.not-required.demand": (
        "En sen ankomst rapporteras när den är längre än gränsen; en hel missad aktivitet rapporteras alltid."
    ),
    "deviation.not-required.why": (
        "Arbetsförmedlingen säger hur sent. Ett kontor som ställer in late-minutes har en egen gräns."
    ),
    "deviation.outside-expected": "I {case} ligger frånvaron {absent} inte inom den väntade tiden {expected}.",
    "deviation.outside-expected.demand": "Frånvaron ligger inom den tid då deltagaren var väntad.",
    "deviation.outside-expected.why": (
        "Den väntade tiden är aktivitetens, till exempel en timme, även om dagen är planerad från 8 till 17."
    ),
    "gp.few-activities": (
        "Den gemensamma planeringen i {case} har {activities:aktivitet|aktiviteter}. Rådet är minst {least}."
    ),
    "gp.few-activities.demand": "En gemensam planering har lika många aktiviteter i KA-Webb som den måste ha i MSFA.",
    "gp.few-activities.why": "Kravet står under MSFA. I KA-Webb är det ett råd, så planeringen skickas in ändå.",
    "gp.iup-missing": "{case} har ingen individuell utvecklingsplan (IUP) från {day} eller tidigare.",
    "gp.iup-missing.demand": "En gemensam planering skickas in när det finns en individuell utvecklingsplan.",
    "gp.iup-missing.why": "Den gemensamma planeringen utgår från utvecklingsplanen.",
    "gp.no-activities": "Den gemensamma planeringen i {case} har inga aktiviteter.",
    "gp.no-activities.demand": "En gemensam planering har aktiviteter, obligatoriska och valbara, med timmar i veckan.",
    "gp.no-activities.why": "Planeringen redovisar vilka aktiviteter deltagaren ska ha.",
    "gp.own-left-out": (
        "{activity} är något som deltagaren gör på egen hand, och togs inte med i planeringen för {case}."
    ),
    "gp.own-left-out.demand": "Deltagarens egna aktiviteter står inte i den gemensamma planeringen.",
    "gp.own-left-out.why": "Leverantören behöver inte redovisa dem där.",
    "gp.under-three": (
        "Den gemensamma planeringen i {case} har {count:aktivitet|aktiviteter} med {option}. I MSFA krävs minst "
        "{least}."
    ),
    "gp.under-three.demand": ("I MSFA har en gemensam planering både obligatoriska och valbara aktiviteter."),
    "gp.under-three.why": ("”Eget arbete enligt individuell planering med anordnare” räknas inte som en valbar."),
    "iup.incomplete": "Utvecklingsplanen (IUP) i {case} saknar {option}.",
    "iup.incomplete.demand": (
        "En utvecklingsplan har minst ett mål, timmar för eget arbetssökande och timmar hos leverantören."
    ),
    "iup.incomplete.why": (
        "Målen ska gå att följa upp i samtalen, och planen visar både eget arbetssökande och leverantörens aktiviteter."
    ),
    "iup.short": (
        "Utvecklingsplanen i {case} har {planned_hours} h i veckan, men arbetsutbudet är {needed_hours} h: "
        "{short_hours} h saknas."
    ),
    "iup.short.demand": "Utvecklingsplanen fyller hela arbetsutbudet: heltid är en hel arbetsdag, deltid sin del.",
    "iup.short.why": "Den som söker heltid ska ha en planering på heltid, eget arbetssökande inräknat.",
    "pr.activity-blank": (
        "Rapporten för {month} i {case} säger inget om {activity}. Det som inte har gjorts har 0 timmar."
    ),
    "pr.activity-blank.demand": (
        "Varje aktivitet i planeringen har sina timmar i rapporten; det som inte har gjorts har 0."
    ),
    "pr.activity-blank.why": "En tom ruta går inte att skilja från en som har glömts.",
    "pr.activity-unknown": (
        "{activity} står inte i den planering (version {version}) som gäller för {month} i {case}. Uppdatera "
        "planeringen först."
    ),
    "pr.activity-unknown.demand": "Rapporten har bara aktiviteter som står i den gemensamma planeringen.",
    "pr.activity-unknown.why": "När aktiviteterna ändras uppdateras den gemensamma planeringen först.",
    "pr.gp-missing": "{case} har ingen gemensam planering (GP) att rapportera {month} mot.",
    "pr.gp-missing.demand": "En periodisk rapport utgår från den gemensamma planeringen.",
    "pr.gp-missing.why": "Rapporten har en rad för varje aktivitet i planeringen.",
    "pr.not-approved": (
        "Den periodiska rapporten för {month} i {case} är inte godkänd (MSFA), så månaden faktureras inte nu."
    ),
    "pr.not-approved.demand": "I MSFA faktureras en månad när dess periodiska rapport är godkänd.",
    "pr.not-approved.why": "Först en godkänd rapport gör att beställningen kan matchas med fakturan.",
    "pr.not-ended": "Månaden {month} i {case} slutar {ends}, och rapporten är daterad {day}.",
    "pr.not-ended.demand": "En periodisk rapport skickas in när månaden, eller ärendets del av den, har slutat.",
    "pr.not-ended.why": "Rapporten berättar vad som gjordes under månaden.",
    "pr.not-filed": (
        "Den periodiska rapporten för {month} i {case} är inte inlämnad eller är returnerad, så månaden faktureras "
        "inte nu."
    ),
    "pr.not-filed.demand": "I KA-Webb faktureras en månad när dess periodiska rapport är inlämnad och inte returnerad.",
    "pr.not-filed.why": "En rapport som saknas stoppar betalningen.",
    "pr.outside-period": "{month} ligger utanför perioden i {case}, {from_day} till {to_day}.",
    "pr.outside-period.demand": "En periodisk rapport gäller en månad som tjänsten omfattar.",
    "pr.outside-period.why": (
        "Det är en rapport för varje kalendermånad, också den första och den sista om de bara är delar."
    ),
    "document.over-week": "{type} i {case} planerar {hours} h i veckan, men en vecka har {most} h.",
    "document.over-week.demand": "Timmarna per vecka i en planering ryms i veckan.",
    "document.over-week.why": "Ett dygn har 24 timmar. Oftast är det ett skrivfel.",
    "decision.closed": "{case} är avslutat {closed} och förlängs inte till {to_day}.",
    "decision.closed.demand": "Ett avslutat ärende förlängs inte. Dess period får förkortas.",
    "decision.closed.why": "Stödet är slut. Ett ärende som avslutades av misstag öppnas igen, och förlängs sedan.",
    "deviation.before-period": "Avvikelsen {day} ligger före den första dagen i {case}, {from_day}.",
    "deviation.before-period.demand": "En avvikelserapport gäller dagar i deltagarperioden.",
    "deviation.before-period.why": "Före den dagen är inget planerat. Oftast är det ett skrivfel.",
    "pr.over-month": "Rapporten för {month} i {case} har {hours} h, men månaden har {most} h.",
    "pr.over-month.demand": "Timmarna i en rapport ryms i månaden.",
    "pr.over-month.why": "Ett dygn har 24 timmar. Oftast är det ett skrivfel.",
    "pr.own-work-missing": "Rapporten för {month} i {case} saknar eget arbete.",
    "pr.own-work-missing.demand": "Eget arbete fylls i för de månader som det efterfrågas för.",
    "pr.own-work-missing.why": "Månaden avgör, inte dagen då rapporten skickas in.",
    "r2.differs": "R2 i {case} gäller {result}, men den senaste R1 gäller {said}.",
    "r2.differs.demand": "R2 har samma anledning som den senaste R1.",
    "r2.differs.why": "När anledningen har ändrats skickas först en ny R1 in, sedan R2.",
    "r2.r1-missing": "{case} har ingen R1, som R2 med anledningen {result} kan följa på.",
    "r2.r1-missing.demand": "R1 skickas in före R2.",
    "r2.r1-missing.why": "R1 signalerar att deltagaren har fått arbete eller sökt studier; R2 gäller resultatet.",
    "result.incomplete": "{type} i {case} säger inte vad som har hänt: --result work eller --result studies.",
    "result.incomplete.demand": "En signal eller ett resultat gäller arbete eller studier.",
    "result.incomplete.why": "Anledningen avgör vilka villkor som Arbetsförmedlingen prövar.",
    "result.learned-later": "I {case} blev resultatet känt {learned}, efter att det rapporterades {day}.",
    "result.learned-later.demand": "Ett resultat rapporteras efter att det har blivit känt.",
    "result.learned-later.why": "Det som ingen vet ännu kan inte rapporteras. Ofta är det ett datum som är fel.",
    "rr.soa-unhandled": "{case} har ingen SOA som Arbetsförmedlingen har hanterat (läge nu: {status}).",
    "rr.soa-unhandled.demand": "En RR skickas in när en SOA är inskickad och hanterad.",
    "rr.soa-unhandled.why": (
        "SOA behöver hanteras av Arbetsförmedlingen innan det går att skicka in RR. Anledningen behöver inte vara "
        "densamma."
    ),
    "iup.stale": "Utvecklingsplanen (IUP) i {case} är från {updated}, för {days:dag|dagar} sedan. Gränsen är {most}.",
    "iup.stale.demand": "Utvecklingsplanen uppdateras kontinuerligt.",
    "iup.stale.why": (
        "Källan anger inget antal dagar. Kontorets gräns är inställningen iup-stale-days; utan den sägs inget."
    ),
    # IPS, SEd och SE.
    "case.no-beginning": "Ärendet {case} har varken en dag i kön eller en första dag med stöd.",
    "case.no-beginning.demand": "Ett ärende hos kommunen har dagen då anmälan kom, eller första dagen med stöd.",
    "case.no-beginning.why": "Åldern räknas och väntan mäts från anmälan, eller från starten där ingen kö fanns.",
    "case.age": "Personen i {case} är inte {youngest} till {oldest} år den {day}.",
    "case.age.demand": "Personen har målgruppens ålder i hela år den dag då anmälan kom, annars vid starten.",
    "case.age.why": (
        "Vilka en tjänst är till för hör till avtalet. IPS och SEd har annars åldrarna i Uppsalas målgrupper, SE inga. "
        "Den som blir äldre under tiden behåller stödet."
    ),
    "case.future": "{day} i {case} ligger framåt i tiden, idag är det {today}.",
    "case.future.demand": "Anmälan, start och samtycken skrivs in när de har hänt.",
    "case.future.why": "Registret säger vem som väntar och vem som får stöd idag.",
    "case.start-before-queue": "Stödet i {case} börjar {from_day}, före anmälan {queued}.",
    "case.start-before-queue.demand": "Stödet börjar tidigast den dag då anmälan kom.",
    "case.start-before-queue.why": "Väntan är dagarna från anmälan till start. Ofta är det ett datum som är fel.",
    "case.closed-before-queue": "Ärendet {case} kan inte lämna kön {closed}, före anmälan {queued}.",
    "case.closed-before-queue.demand": "Den som aldrig fick stöd lämnar kön tidigast den dag då anmälan kom.",
    "case.closed-before-queue.why": (
        "Ingen lämnar en kö som den inte har kommit till. Ofta är det ett datum som är fel."
    ),
    "case.receiver-missing": "Ärendet {case} avslutas den {day} med hänvisning vidare, och det sägs inte till vem.",
    "case.receiver-missing.demand": "Ett ärende som avslutas för att personen hänvisas vidare säger till vem.",
    "case.receiver-missing.why": (
        "Den som inte får stöd här lotsas vidare till det som passar bättre. Vart följs upp, och är det man frågar den "
        "som kommer tillbaka om."
    ),
    "case.no-outcome": (
        "Ärendet {case} avslutas till arbete eller studier, och har inget resultat som säger det ({outcome})."
    ),
    "case.no-outcome.demand": (
        "Ett ärende som avslutas till arbete eller studier har anställningen eller studierna bland sina resultat."
    ),
    "case.no-outcome.why": (
        "Resultat räknas på det som är inskrivet som resultat, med dag. Orsaken till avslutet räknas bara i andelarna "
        "av dem som har skrivits ut."
    ),
    "case.no-queue": "{case} gäller {service}, som inte har någon kö, men {queued} är angiven som dess första dag.",
    "case.no-queue.demand": "Bara en tjänst som man väntar på har en dag då kön började.",
    "case.no-queue.why": (
        "Arbetsförmedlingen beställer tjänsten för en period. Bara kommunernas tjänster har en kö, och siffror om den."
    ),
    "case.no-set-end": "Stödet i {case} har ingen bestämd sista dag, men {to_day} är angiven.",
    "case.no-set-end.demand": "Stöd enligt IPS, SEd och SE har inget slut som är bestämt i förväg.",
    "case.no-set-end.why": "Stödet är inte tidsbegränsat. Det slutar när ärendet avslutas, med dag och orsak.",
    "case.followed-outside": "I {case} har något hänt {first} till {last} som då skulle ligga utanför stödet.",
    "case.followed-outside.demand": "Resultat, uppföljningar och pauser ligger i stödet också när dess dagar rättas.",
    "case.followed-outside.why": (
        "Det som följs upp hör till inskrivningen. Ta tillbaka det som är fel, eller rätta dagarna."
    ),
    "case.consent-withdrawn": "I {case} är samtycket till samverkan med vården återkallat {day}.",
    "case.consent-withdrawn.demand": "Stödet ges i samverkan med vården, med personens samtycke.",
    "case.consent-withdrawn.why": (
        "Utan samtycke kan coachen inte samverka med vården. Prata med personen om hur stödet ska fortsätta."
    ),
    "eligible.resident": "Det är inte sagt att personen i {case} är folkbokförd i kommunen.",
    "eligible.resident.demand": "Den som får stöd är folkbokförd i kommunen.",
    "eligible.resident.why": "Stödet är till för kommunens invånare.",
    "eligible.disability": "Det är inte sagt att personen i {case} har en psykisk funktionsnedsättning.",
    "eligible.disability.demand": "Den som får stöd enligt IPS eller SEd har en psykisk funktionsnedsättning.",
    "eligible.disability.why": "Så är målgruppen beskriven. Ingen diagnos skrivs in.",
    "eligible.motivated": "Det är inte sagt att personen i {case} är motiverad till arbete eller studier.",
    "eligible.motivated.demand": (
        "Den som får stöd är motiverad till lönearbete, eller i SEd till att börja eller slutföra studier."
    ),
    "eligible.motivated.why": "Stödet är frivilligt och utgår från vad personen själv vill.",
    "eligible.care-contact": "Det är inte sagt vilken vårdkontakt personen i {case} har.",
    "eligible.care-contact.demand": (
        "Den som får stöd enligt IPS eller SEd har kontakt med psykiatrin eller primärvården."
    ),
    "eligible.care-contact.why": "Stödet ges parallellt med annan behandling, och coachen arbetar med vården.",
    "eligible.consent": "I {case} finns inget samtycke till samverkan med vården som gäller {day}.",
    "eligible.consent.demand": "Den som får stöd har godkänt samverkan med vården, och inte tagit tillbaka det.",
    "eligible.consent.why": "Utan godkännande får coachen inte samverka med vården.",
    "follow.future": "{day} i {case} har inte varit än, idag är det {today}.",
    "follow.future.demand": "Det som följs upp skrivs in när det har hänt.",
    "follow.future.why": "Resultat, uppföljningar, kontakter och pausers första dag är sådant som har varit.",
    "follow.outside": "{day} ligger utanför inskrivningen i {case}, som pågår {from_day} till {to_day}.",
    "follow.outside.demand": "Resultat, uppföljningar och pauser ligger från stödets första dag till avslutsdagen.",
    "follow.outside.why": (
        "Det som händer före eller efter stödet är inte ett resultat av det. Avslutsdagen är en dag med stöd."
    ),
    "pause.backwards": "Pausen i {case} slutar {to_day}, innan den börjar {day}.",
    "pause.backwards.demand": "En paus slutar tidigast samma dag som den börjar.",
    "pause.backwards.why": "Dagar i paus räknas inte som dagar med stöd. Ofta är det ett datum som är fel.",
    "pause.overlaps": "En paus i {case} från {day} överlappar den från {from_day} till {to_day}.",
    "pause.overlaps.demand": "Pauser i ett ärende överlappar inte varandra.",
    "pause.overlaps.why": "En dag ligger i högst en paus. En paus som pågår får sin sista dag först.",
    "pause.long": "Pausen i {case} är {days:dag|dagar} lång. Mer än {most} är en lång paus.",
    "pause.long.demand": "Pauser är korta.",
    "pause.long.why": (
        "Långa pauser beviljas inte; den som behöver en längre paus avslutas och är välkommen tillbaka. Hur "
        "lång en lång paus är står i inställningen long-pause-days."
    ),
    "review.decision-missing": (
        "Uppföljningen av {case} den {day} visar ingen progression, och säger inte vad omprövningen ledde till."
    ),
    "review.decision-missing.demand": (
        "En uppföljning utan progression avgör om stödet fortsätter: continue, refer eller close."
    ),
    "review.decision-missing.why": (
        "Om en person inte visar progression omprövas insatsen, och personen kan erbjudas annat stöd."
    ),
    "outcome.subsidised-studies": "Resultatet i {case} den {day} är ingen anställning och kan inte ha lönesubvention.",
    "outcome.subsidised-studies.demand": "Bara en anställning kan vara subventionerad.",
    "outcome.subsidised-studies.why": (
        "Lönebidrag, nystartsjobb och liknande är stöd till en lön. Arbete utan subvention räknas för sig."
    ),
    "review.receiver-missing": "Uppföljningen av {case} den {day} beslutar att hänvisa, och säger inte till vem.",
    "review.receiver-missing.demand": (
        "En uppföljning som beslutar att personen hänvisas säger till vem: ett annat slags stöd erbjuds."
    ),
    "review.receiver-missing.why": (
        "Den som inte visar progression erbjuds annan typ av stöd. Beslutet avslutar ärendet, så det namnger stödet."
    ),
    "outcome.nothing-ended": "I {case} har ingen anställning börjat före {day}, så ingen slutar då.",
    "outcome.nothing-ended.demand": "En anställning som slutar har börjat en tidigare dag.",
    "outcome.nothing-ended.why": (
        "Ett slut räknas mot anställningen som det avslutar: skriv in den också, eller ta tillbaka slutet."
    ),
    "outcome.twice": "Samma resultat finns redan i {case} den {day}.",
    "outcome.twice.demand": "Ett resultat skrivs in en gång.",
    "outcome.twice.why": (
        "En person räknas en gång, så siffrorna ändras inte. Ofta är det en dubblett som ska tas tillbaka."
    ),
    # Det som ingen har skrivit in.
    "todo.week": "{case} har varken timmar eller avvikelserapport för {period}.",
    "todo.week.demand": (
        "En vecka i planeringen som har gått har timmar, eller en avvikelserapport som säger varför den inte har det."
    ),
    "todo.week.why": (
        "Planerade timmar som ingen skriver in blir aldrig betalda, och frånvaro som ingen rapporterar syns inte "
        "för Arbetsförmedlingen."
    ),
    "todo.absence.day": "{case} har timmar {day}, en dag då deltagaren är rapporterad frånvarande.",
    "todo.absence.day.demand": (
        "En dag då deltagaren är rapporterad frånvarande har inga timmar, eller så säger någon varför den har det."
    ),
    "todo.absence.day.why": (
        "Avvikelserapporten och timmarna säger emot varandra. Rätta det som är fel, eller kvittera med ett skäl "
        "om bara en del av dagen var frånvaro."
    ),
    "todo.decision": (
        "Perioden eller planeringen i {case} slutar {ends}, men utbildningen pågår till {training_to}: fråga "
        "handläggaren vad som ska gälla."
    ),
    "todo.decision.demand": (
        "Handläggaren tillfrågas om fortsättningen när perioden eller planeringen slutar medan utbildningen pågår."
    ),
    "todo.decision.why": (
        "En förlängning beslutas av Arbetsförmedlingen och planeras i en ny GP. Frågan noteras som en kontakt "
        "med handläggaren, då tystnar påminnelsen."
    ),
    "todo.absence.month": (
        "Den periodiska rapporten i {case} för {period} har inga timmar, och det finns ingen avvikelserapport."
    ),
    "todo.absence.month.demand": (
        "En månad som har rapporterats utan timmar har en avvikelserapport, eller så säger någon varför den saknas."
    ),
    "todo.absence.month.why": "Den som inte deltar i det som är planerat ska alltid ha en avvikelserapport.",
    "todo.result": "{case}: {type} gällde ett resultat som blev känt {learned}. Det är dags för {document}.",
    "todo.result.demand": "Ett resultat redovisas så många månader efter att det blev känt som avtalet säger.",
    "todo.result.why": (
        "Resultatersättningen betalas för en godkänd resultatredovisning; ingen annan än leverantören vet att "
        "det är dags. Antalet månader står i inställningen result-months."
    ),
    "todo.period-2.plan": (
        "Period 1 i {case} slutar {due}. Inför period 2 ska en gemensam planering med fler timmar skickas in, "
        "tidigast {opens}."
    ),
    "todo.period-2.plan.demand": (
        "Mot slutet av period 1 skickas en gemensam planering med fler timmar in, före beslutet om period 2."
    ),
    "todo.period-2.plan.why": (
        "Inför beslut om period 2 ska aktiviteterna intensifieras och den gemensamma planeringen uppdateras."
    ),
    "todo.period-2.decision": (
        "Period 1 i {case} slutar {due}. Den gemensamma planeringen skickades in {filed}: skriv in beslutet om "
        "period 2, eller avsluta ärendet."
    ),
    "todo.period-2.decision.demand": (
        "Beslutet om period 2 skrivs in när den gemensamma planeringen har uppdaterats inför den."
    ),
    "todo.period-2.decision.why": (
        "Utan beslut slutar perioden, och månaderna efter den kan varken rapporteras eller betalas."
    ),
    "todo.review": (
        "{case} har inte följts upp sedan {last}; kontoret följer upp med högst {most:dag|dagar}s mellanrum."
    ),
    "todo.review.demand": "Stödet följs upp regelbundet; kontoret bestämmer efter hur många dagar.",
    "todo.review.why": (
        "Aktivt deltagande och progression syns bara vid regelbundna uppföljningar. Antalet dagar står i "
        "inställningen review-days."
    ),
    "todo.pause": "{case} har en paus som pågår sedan {paused}, {most:dag|dagar} eller mer.",
    "todo.pause.demand": "En paus som pågår ses över när den har varat så många dagar som kontoret har bestämt.",
    "todo.pause.why": (
        "Långa pauser beviljas inte: den som behöver en avslutas och är välkommen tillbaka. Antalet dagar står i "
        "inställningen pause-days."
    ),
    "todo.stable": (
        "Deltagaren i {case} har arbetat sedan {employed}, {most:dag|dagar} eller mer: erbjud att avsluta stödet."
    ),
    "todo.stable.demand": "Den som har arbetat så många dagar som kontoret har bestämt erbjuds att avsluta stödet.",
    "todo.stable.why": (
        "Ärenden för personer som är stabila avslutas, så att andra får plats; de är välkomna tillbaka. Antalet "
        "dagar står i inställningen stable-days."
    ),
    "todo.consent": "Samtycket till samverkan med vården i {case} togs tillbaka {taken}.",
    "todo.consent.demand": (
        "När samtycket till samverkan med vården har tagits tillbaka frågar någon vad som ska hända med stödet."
    ),
    "todo.consent.why": (
        "Stödet ges i samverkan med vården och med personens samtycke. Antingen ges ett nytt samtycke, eller så "
        "avslutas stödet."
    ),
    "todo.first-contact": "{case} har ingen kontakt med en arbetsgivare sedan stödet började {from_day}.",
    "todo.first-contact.demand": "Den första kontakten med en arbetsgivare tas snart efter att stödet har börjat.",
    "todo.first-contact.why": (
        "I IPS startar arbetssökandet direkt vid inskrivningen. Hur snart kontoret vill se det står i "
        "inställningen first-contact-days."
    ),
    "todo.agreement": "Avtalet {agreement} slutar {due}.",
    "todo.agreement.demand": "Ett avtal som slutar förlängs, eller så är dess ärenden avslutade till dess.",
    "todo.agreement.why": "Det som levereras efter avtalets sista dag har inget avtal och inget pris bakom sig.",
    "todo.fidelity": "Programtroheten under {agreement} ska mätas senast {due}. Den senaste mätningen: {last}.",
    "todo.fidelity.demand": (
        "Programtroheten mäts till den dag som ett mål anger, och på nytt när den senaste mätningen har blivit gammal."
    ),
    "todo.fidelity.why": (
        "Flera mätningar visar om metoden följs. Hur gammal en mätning får bli står i inställningen fidelity-days."
    ),
    # Kontrollen av registret.
    "register.gender": "{case} säger inte vilket kön personen anger.",
    "register.gender.demand": "Kön är vad personen själv anger, så att varje siffra kan delas upp efter det.",
    "register.gender.why": (
        "Ärendet räknas som okänt i allt som delas upp efter kön och i de listor som lämnas vidare. Det personen "
        "inte vill säga kvitteras med det skälet."
    ),
    "register.site": "{case} säger inte på vilken ort insatsen ges.",
    "register.site.demand": "Ett ärende säger på vilken av avtalets orter insatsen ges.",
    "register.site.why": "Nyckeltal per ort räknar ärendet som ej angivet.",
    "register.reason": "{case} avslutades {closed} utan orsak.",
    "register.reason.demand": "Ett avslutat ärende säger varför det är avslutat.",
    "register.reason.why": "Siffror om varför människor slutar, och om hur många som slutar till arbete eller studier, "
    "saknar ärendet.",
    "register.training": "{case} säger inte allt om sin utbildning: {options}.",
    "register.training.demand": (
        "Ett ärende gäller en namngiven utbildning med båda dess dagar; i IPSU A kan dagarna komma senare."
    ),
    "register.training.why": (
        "Utbildningens dagar begränsar vad som får levereras, och IPSU B faktureras inte utan dem. En ensam dag är "
        "oftast en rad som aldrig blev klar."
    ),
    "register.result": "{case} avslutades {closed} utan utbildningens resultat.",
    "register.result.demand": (
        "Ett avslutat ärende i IPSU B har utbildningens resultat, om det inte fortsätter hos en annan leverantör."
    ),
    "register.result.why": "Att utbildningen blir godkänd är tjänstens mål; nyckeltalet saknar ärendet.",
    "register.service": "{case} säger inte vilket stöd som ges sedan {from_day}.",
    "register.service.demand": "Ett ärende där stödet har börjat säger vilken insats som ges.",
    "register.service.why": "Siffror per tjänst räknar ärendet som ej angivet.",
    "register.consent": "{case} har inget samtycke till samverkan med vården, och stöd sedan {from_day}.",
    "register.consent.demand": "Ett ärende där stödet har börjat har det samtycke som avtalet kräver.",
    "register.consent.why": (
        "Stödet ges i samverkan med vården och med personens samtycke. Om avtalet inte kräver något säger ipsu "
        "agreement require det."
    ),
    "register.pause-open": "Pausen i {case} från {from_day} pågår, fast ärendet avslutades {closed}.",
    "register.pause-open.demand": (
        "En paus är slut när ärendet avslutas, om det inte var för pausens skull som det avslutades."
    ),
    "register.pause-open.why": (
        "Dagar i en paus räknas inte som aktiva. En paus slutar när stödet går vidare, eller med dess sista dag."
    ),
    "register.pause-outside": "Pausen i {case} från {from_day} till {to_day} går längre än till avslutet {closed}.",
    "register.pause-outside.demand": "En paus börjar och slutar under stödet.",
    "register.pause-outside.why": "Det finns ingen paus i ett stöd som har slutat. Ofta är det ett datum som är fel.",
    "register.outcome": (
        "{case} avslutades {closed} till arbete eller studier, men {missing} finns inte bland dess resultat."
    ),
    "register.outcome.demand": ("Det som ett ärende avslutades till, arbete eller studier, finns bland dess resultat."),
    "register.outcome.why": (
        "Nyckeltalen om arbete och studier räknar resultat, de om avslutade ärenden räknar orsaker: utan resultatet "
        "säger de emot varandra."
    ),
    "register.outcome-outside": "Resultat {id} i {case}, {on}, ligger utanför stödet, {from_day} till {closed}.",
    "register.outcome-outside.demand": "Ett resultat är från en dag under stödet.",
    "register.outcome-outside.why": ("Det räknas på året för sin dag, då personen kanske inte alls var i stödet."),
    "register.receiver": ("{case} avslutades {closed} därför att personen hänvisades vidare, utan att säga till vem."),
    "register.receiver.demand": "Ett ärende som avslutas med att personen hänvisas vidare säger till vem.",
    "register.receiver.why": "Listan över vart människor har hänvisats saknar ärendet.",
    # Takten i en planering.
    "pace.empty": "Planeringen i {case} är slut, {delivered} tim av {planned} tim, och har veckor kvar.",
    "pace.empty.demand": "En planering har timmar kvar så länge den har veckor kvar.",
    "pace.empty.why": (
        "Inget mer kan levereras förrän en ny gemensam planering gäller. Arbetsförmedlingen bekräftar den, så den "
        "skickas in i tid."
    ),
    "pace.ahead": "{case} har använt {used} av sin planering; {gone} var planerat till och med den här veckan.",
    "pace.ahead.demand": "En planering används inte mycket fortare än dess timmar är planerade.",
    "pace.ahead.why": (
        "I den här takten är planeringen slut före sin sista vecka. Hur många procent av planeringen som är mycket "
        "står i inställningen pace-ahead."
    ),
    "pace.behind": "{case} har använt {used} av sin planering; {gone} var planerat före den här veckan.",
    "pace.behind.demand": "En planering används inte mycket långsammare än dess timmar är planerade.",
    "pace.behind.why": (
        "Timmar som arbetats men inte skrivits in blir aldrig betalda, och det som är kvar när planeringen slutar går "
        "förlorat. Hur många procent av planeringen som är mycket står i inställningen pace-behind."
    ),
    "erase.open": "{case} pågår utan sista dag; ärenden som gör det: {cases}.",
    "erase.open.demand": "En person raderas när varje ärende har en sista dag: stöd som pågår behöver det man vet.",
    "erase.open.why": "Så länge stödet pågår behöver kontoret det som det vet om personen.",
    "erase.locked": "{case} har en öppen utredning.",
    "erase.locked.demand": "En person raderas när ingen utredning av ett ärende är öppen: dess skäl ska ännu besvaras.",
    "erase.locked.why": (
        "Det som Arbetsförmedlingen frågar om en faktura går inte att besvara utan det som står om den."
    ),
    "erase.kept": (
        "{case} slutade {ended} och sparas i {months:månad|månader}, till och med {keep_until}. Personen kan raderas "
        "från {possible}."
    ),
    "erase.kept.demand": (
        "En person sparas i så många månader som inställningen retention-months säger efter att det sista ärendet "
        "har slutat, och raderas från dagen därefter."
    ),
    "erase.kept.why": (
        "En ny placering kan följa efter tolv månader och bygga på den förra; frågor om fakturor och resultat "
        "kommer ännu senare."
    ),
    "retention.books": "Det som bokfördes {day} sparas till och med {keep_until}.",
    "retention.books.demand": (
        "Räkenskaper sparas till och med det sjunde året efter det kalenderår då räkenskapsåret slutade."
    ),
    "retention.books.why": "Lagen begär det, också av det som inte nämner någon.",
}
