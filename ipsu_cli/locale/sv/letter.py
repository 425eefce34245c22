"""Brevet till Arbetsförmedlingen om en självfaktura."""

TEXT: dict[str, str] = {
    "title": "Fråga om självfaktura",
    "opening": "Vi har jämfört självfakturan med vårt underlag och ber er rätta eller förklara det som skiljer.",
    "earlier": "Vi har skrivit om samma underlag tidigare: {days}. Det som inte är besvarat står här igen.",
    "closing": "Ärendena är angivna med referens. Inga namn eller personnummer står i brevet.",
    "twice": "Fakturerat två gånger",
    "twice.ask": "Samma timmar finns på mer än en självfaktura. Vilken gäller, och när kommer krediten?",
    "hours": "Andra timmar",
    "hours.ask": "Timmarna är inte de som vi har levererat. Vad bygger era timmar på?",
    "price": "Annat pris",
    "price.ask": "Priset är inte avtalets. Vilket pris har ni räknat med, och från vilken dag?",
    "missing": "Levererat men inte fakturerat",
    "missing.ask": "Det här är levererat och finns inte på självfakturan. När kommer det?",
    "never-delivered": "Fakturerat men inte levererat",
    "never-delivered.ask": "Här har vi inte levererat något. Vad avser raderna?",
    "other": "Annat belopp",
    "other.ask": "Timmar och pris stämmer men inte beloppet. Hur är det räknat?",
    "not-compared": "Går inte att jämföra",
    "not-compared.ask": "Raderna säger inte vilka dagar eller timmar de gäller. Ange dem.",
    "question": (
        "Ärende {case}, {place} (självfaktura {numbers}): era timmar {theirs_hours}, våra {ours_hours}; ert pris "
        "{theirs_unit_price_ore}, vårt {ours_unit_price_ore}; ert netto {theirs_net_ore}, vårt {ours_net_ore}. "
        "Gemensam planering: {plan}. Leveranser: {deliveries}."
    ),
    "plan": "version {version}, bekräftad {confirmed}",
    "delivery": "nr {id}, {first} – {last}, {quantity}",
}
