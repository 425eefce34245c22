"""The texts that the rules stand in, and the places in them, under the headings that they have there.

A text without a `day` bears none: pages of the agency and of suppliers are changed without saying when.
"""

import datetime as dt

from ipsu_cli.core.source import Source

READ = dt.date(2026, 11, 22)
SUPPLIERS = "https://arbetsformedlingen.se/om-oss/for-leverantorer"
NEWS = f"{SUPPLIERS}/aktuellt/nyheter-for-leverantorer"

# IPSU.
AGENCY = Source(
    "Arbetsförmedlingen: Individuellt pedagogiskt stöd vid utbildning, frågor och svar",
    "https://www.arbetsformedlingen.se/Om-oss/For-leverantorer/-For-leverantorer-av-upphandlade-arbetsformedlingstjanster"
    "/Aktuella-arbetsformedlingstjanster/Individuellt-pedagogiskt-stod-vid-utbildning.html",
    READ,
)
INTRODUCTION = AGENCY.at("Inledningen, före frågorna")
CHANGED_PLAN = AGENCY.at("Hur hanterar jag en förkortad eller förlängd gemensam plan i IPSU B?")
NO_SHOW = AGENCY.at("Full ersättning för IPSU A även om deltagaren inte dyker upp")
ANY_HOURS = AGENCY.at("Kan leverantören rapportera vilka timmar som helst för IPSU B?")
WHEN_DELIVERED = AGENCY.at("När kan leverantören inleverera en period?")
SPLIT_WEEKS = AGENCY.at("Hur inlevereras brutna veckor")
REJECTION = AGENCY.at("Vad händer om leverantören upptäcker fel i självfakturaunderlaget?")

SUPPLIER = Source(
    "Leverantörens beskrivning av IPSU A Kartläggning och IPSU B Pedagogiskt stöd",
    "https://jobfindsverige.se/ipsu/",
    READ,
)
ON_BOTH_PARTS = SUPPLIER.at("Närmare beskrivning av tjänstens två delar")
ON_MAPPING = SUPPLIER.at("IPSU A Kartläggning")
ON_SUPPORT = SUPPLIER.at("IPSU B Pedagogiskt stöd")
ON_PLANS_OF_SUPPORT = SUPPLIER.at("Gemensam Planering: IPSU B Pedagogiskt stöd")
ON_AIDS = SUPPLIER.at("Utrustning/hjälpmedel")

# What the office has settled itself.
OFFICE = Source("Kontorets egen läsning av det som källorna lämnar öppet", "ipsu help decisions", READ)

# Rusta och matcha.
MATCHING = Source(
    "Arbetsförmedlingen till leverantörer: Förtydligande kring dokumentering i rusta och matcha",
    None,
    READ,
)
ON_IUP = MATCHING.at("Den individuella utvecklingsplanen (IUP)")
ON_DEVIATIONS = MATCHING.at("Avvikelseberapportering")
ON_JOINT_PLANS = MATCHING.at("Gemensam planering (GP)")
ON_PERIODIC_REPORTS = MATCHING.at("Periodisk rapport (PR)")
ON_OWN_WORK = MATCHING.at("Eget arbete")
IN_KA_WEBB = MATCHING.at("Efter 1 juli 2022: KA-Webbstöd")
IN_MSFA = MATCHING.at("Efter 1 juli 2022: Mina sidor fristående aktörer (MSFA)")
ON_SIGNALS = MATCHING.at("Resultatrapport 1 (R1) / Signal om arbete eller studier (SOA)")
ON_RESULTS = MATCHING.at("Resultatrapport 2 (R2) / Resultatredovisning (RR)")

ROUNDS = Source(
    "Arbetsförmedlingen: Rusta och matcha 2, och frågor och svar om en ny period",
    "https://arbetsformedlingen.se/for-leverantorer/arbetsmarknadstjanster/rusta-och-matcha-2",
    READ,
)
NEW_ROUND = ROUNDS._replace(
    address=f"{SUPPLIERS}/vara-tjanster/rusta-och-matcha/fragor-och-svar-rusta-om-matcha",
)
LEVELS = Source(
    "Arbetsförmedlingen: frågor och svar om Rusta och matcha, ersättningsnivåer",
    f"{SUPPLIERS}/rusta-och-matcha/fragor-och-svar-om-rusta-och-matcha",
    READ,
)
ORDERS = Source(
    "Arbetsförmedlingen: nytt fakturahanteringssystem, nyhet 2021-09-06",
    f"{NEWS}/2021-09-06-snart-dags-for-nytt-fakturahanteringssystem",
    READ,
    dt.date(2021, 9, 6),
)
APPROVAL = Source(
    "Arbetsförmedlingen: periodisk redovisning i Mina sidor, nyhet 2021-11-03",
    f"{NEWS}/2021-11-03-nu-kan-du-skicka-in-periodisk-redovisning-via-mina-sidor-for-fristaende-aktorer",
    READ,
    dt.date(2021, 11, 3),
)
REPORTING = Source(
    "Arbetsförmedlingen: korrekt avvikelserapport vid frånvaro, nyhet 2024-04-17",
    "https://arbetsformedlingen.se/for-leverantorer/nyheter-for-leverantorer/nyheter-for-leverantorer"
    "/2024-04-17-korrekt-avvikelserapport-vid-franvaro-underlattar-handlaggning",
    READ,
    dt.date(2024, 4, 17),
)
ABSENCE_DUTY = Source(
    "Arbetsförmedlingens föreskrifter AFFS 2023:1",
    "https://arbetsformedlingen.se/om-oss/var-verksamhet/styrning-och-resultat/forfattningssamling-affs"
    "/gallande-forfattningar/affs-20231",
    READ,
    dt.date(2023, 2, 17),
)

# Municipal services.
UPPSALA = Source(
    "Uppsala kommun: uppföljning av IPS och Stöd i studier 2025",
    "Arbetsmarknadsnämnden i Uppsala kommun, diarienummer AMN-2026-00084, bilaga 1",
    READ,
    dt.date(2026, 3, 2),
)
IPS_GROUP = UPPSALA.at("Målgrupp för IPS")
IPS_METHOD = UPPSALA.at("Individuell placering med stöd: Metodens tillämpning")
SED_GROUP = UPPSALA.at("Målgrupp för Supported Education")
FOLLOWED_UP = UPPSALA.at("Föredragning")
CONCLUSION = UPPSALA.at("Slutsats")
GGV = Source(
    "Gislaved, Gnosjö och Värnamo: ansökan om SE/IPS 2019-2020",
    "Kommunernas förlängningsansökan till Finsam, GGV-kommunerna 2019-2020",
    READ,
)
FIDELITY = Source(
    "Centre for Mental Health: The IPS Fidelity Scale (IPS-25)",
    "https://www.centreformentalhealth.org.uk/the-ips-fidelity-scale",
    READ,
)
FIDELITY_BANDS = Source(
    "Implementation Science Communications: programtrohet i norska IPS-verksamheter",
    "https://implementationsciencecomms.biomedcentral.com/articles/10.1186/s43058-020-00083-9",
    READ,
)
INDICATORS = Source(
    "Nationella nätverket för samordningsförbund: indikatorer för finansiell samordning",
    "http://nnsfinsam.se/dokument/indikatorrapporter.aspx",
    READ,
)

# Invoices.
BILLING = Source(
    "Peppol BIS Self-Billing 3.0: typer av självfakturor",
    "https://docs.peppol.eu/poacc/self-billing/3.0/codelist/UNCL1001-sbinv",
    READ,
)
BUYER = Source(
    "Arbetsförmedlingen: elektroniska fakturor och handel",
    "https://arbetsformedlingen.se/for-leverantorer/elektroniska-fakturor-och-handel",
    READ,
)
VAT_ACT = Source(
    "Mervärdesskattelagen (2023:200) 17 kap. 15, 22–24 §§, om självfakturering och kreditfaktura",
    "https://www.faronline.se/dokument/rattserien/ratt-moms/s/rm_sjalvfaktura/",
    READ,
    dt.date(2023, 7, 1),
)
SELF_BILLING = VAT_ACT.at("17 kap. 15 och 24 §§")
CREDIT_NOTE = VAT_ACT._replace(
    address="https://www4.skatteverket.se/rattsligvagledning/edition/2024.6/394345.html",
).at("17 kap. 22–23 §§")
VAT_RATE = Source(
    "Mervärdesskattelagen (2023:200), om normalskattesatsen",
    "https://www4.skatteverket.se/rattsligvagledning/edition/2024.2/429414.html",
    dt.date(2026, 11, 29),
    dt.date(2023, 7, 1),
).at("9 kap. 2 §")
BOOKS_KEPT = Source(
    "Bokföringslagen (1999:1078), om hur länge räkenskaper sparas",
    "https://www.zentralen.se/ufaqs/vad-sager-bokforingslagen/",
    dt.date(2026, 11, 29),
).at("7 kap. 2 §")
SERIES = Source(
    "Skatteverket: fakturans löpnummer, egen serie för varje säljare vid självfakturering",
    "https://www4.skatteverket.se/rattsligvagledning/436123.html?date=2023-06-26",
    READ,
    dt.date(2023, 6, 26),
)

# Personal data.
STORAGE = Source(
    "Dataombudsmannen: lagringsminimering enligt dataskyddsförordningen (EU) 2016/679",
    "https://tietosuoja.fi/sv/lagringsminimering",
    dt.date(2026, 11, 29),
).at("Artikel 5.1 e")
