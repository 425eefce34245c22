"""What the documents of IPSU say, section by section, in the words of the source.

Source: a supplier's description of IPSU.
"""

from ipsu_cli.core.section import Section

PLAN_OF_MAPPING = (
    Section(
        "requirements",
        "Analys av de krav som utbildningssituationen ställer i förhållande till den arbetssökandes förutsättningar "
        "att svara upp mot dessa krav",
        "J19",
    ),
    Section("support_need", "Bedömning av behov av pedagogiskt stöd", "J19"),
    Section("aids_need", "Bedömning av behov av hjälpmedel", "J19"),
)

REPORT_OF_MAPPING = (
    Section("requirements", "De krav som utbildningssituationen ställer", "J13"),
    Section("learning", "Inlärningsstil, individuell studiestrategi och teknik", "J13"),
    Section("aids_experience", "Erfarenhet av kompenserande hjälpmedel", "J13"),
    Section("computer_skills", "Grundläggande datorkunskap", "J13"),
    Section("technical_support", "Behov av tekniskt stöd", "J13"),
    Section(
        "aids_training",
        "Behov av utprovning och träning med kompenserande hjälpmedel",
        "J13",
        hint="Förslag på hjälpmedel som bedöms underlätta i utbildningssituationen; skriv ”inga” om inga behövs.",
    ),
    Section(
        "extent",
        "Behov av omfattning av individuellt pedagogiskt stöd",
        "J13",
        hint="Ställningstagandet: behövs pedagogiskt stöd i utbildningen, vilket, och i vilken omfattning?",
    ),
)

PLAN_OF_SUPPORT = (
    Section("activities", "Upplägg av det pedagogiska stödet och de aktiviteter som planeras", "J22"),
    Section(
        "aids",
        "Vilka hjälpmedel som arbetssökande kommer att använda under utbildningstiden",
        "J22",
        hint="Skriv ”inga” om inga hjälpmedel är aktuella.",
    ),
    Section("independence", "Plan för hur deltagaren ska bli så självständig som möjligt", "J22"),
    Section("extent", "Plan för tidsperiod och i vilken omfattning det pedagogiska stödet ska ges", "J22"),
)

SUPPORT, AIDS, ADVICE = "Pedagogiskt stöd", "Hjälpmedel", "Rekommendationer"
REPORT_OF_SUPPORT = (
    Section("support", "Stödets innehåll och omfattning", "J23", SUPPORT),
    Section("compensation", "På vilket sätt stödet har kompenserat i inlärningssituationen", "J23", SUPPORT),
    Section("progress", "Deltagarens framsteg och utveckling", "J23", SUPPORT),
    Section("aids", "Vilka hjälpmedel deltagaren har använt under utbildningstiden", "J24", AIDS),
    Section("aids_compensation", "På vilket sätt hjälpmedlet har kompenserat i inlärningssituationen", "J24", AIDS),
    Section(
        "aids_continued",
        "Fortsatt behov av hjälpmedel under utbildningstiden, och vilka hjälpmedel som då är aktuella",
        "J24",
        AIDS,
        hint="Skriv ”inget” om behovet inte fortsätter.",
    ),
    Section("recommendations", "Rekommendationer utifrån observationer och deltagarens behov", "J25", ADVICE),
)
