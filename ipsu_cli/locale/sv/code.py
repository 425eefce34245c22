"""Koderna som folk säger dem."""

TEXT: dict[str, str] = {
    # Tjänster.
    "ips": "IPS",
    "ipsu": "IPSU",
    "ipsu-a": "IPSU A Kartläggning",
    "ipsu-b": "IPSU B Pedagogiskt stöd",
    "rusta-matcha": "Rusta och matcha",
    "se": "SE",
    "sed": "SEd",
    # Enheter.
    "case": "ärende",
    "day": "dag",
    "hour": "timme",
    "month": "månad",
    "result": "resultat",
    # Ärendens lägen.
    "active": "pågår",
    "ended": "perioden slut",
    "planned": "planerat",
    "queued": "i kö",
    # Handlingars och planers lägen.
    "confirmed": "bekräftad",
    "draft": "utkast",
    "missing": "saknas",
    "returned": "returnerad",
    "submitted": "inskickad",
    # Leveransers, fakturors och raders lägen. `created` och `worked` säger också efter vilken månad det betalas.
    "approved": "godkänd",
    "cancelled": "makulerad",
    "corrected": "rättad",
    "created": "upprättad",
    "credited": "krediterad",
    "free": "ej fakturerad",
    "invoiced": "fakturerad",
    "paid": "betald",
    "part-paid": "delbetald",
    "rejected": "underkänd",
    "reversed": "återtagen",
    "worked": "arbetad",
    # Fakturors typer, och hur de görs.
    "credit": "kreditfaktura",
    "invoice": "faktura",
    "peppol": "Peppol",
    "self": "självfakturering",
    # Personer.
    "man": "man",
    "other": "annan",
    "unknown": "okänd",
    "unspecified": "ej angivet",
    "woman": "kvinna",
    # Varför ett ärende avslutas.
    "completed": "genomfört",
    "interrupted": "avbrutet",
    "studies": "studier",
    "withdrew": "lämnade på egen begäran",
    "work": "arbete",
    # Utbildningar och deras resultat.
    "folk_high_school_establishment_course": "folkhögskola, etableringskurs",
    "folk_high_school_study_motivation": "folkhögskola, studiemotiverande kurs",
    "labour_market_training": "arbetsmarknadsutbildning",
    "not_passed": "inte godkänt",
    "passed": "godkänt",
    "preparatory_training": "förberedande utbildning",
    "service_with_training_element": "tjänst med utbildningsinslag",
    # Avvikelser; `unknown` står ovan.
    "known": "känd",
    # Hur en regel verkar.
    "stop": "stoppar",
    "warn": "varnar",
}
