"""The texts that the rules stand in."""

import datetime as dt

from ipsu_cli.rules.model import Source

READ = dt.date(2026, 11, 22)

AGENCY = Source("Arbetsförmedlingen: Individuellt pedagogiskt stöd vid utbildning, frågor och svar", READ)
SUPPLIER = Source("Leverantörens beskrivning av IPSU A Kartläggning och IPSU B Pedagogiskt stöd", READ)
OFFICE = Source("Kontorets egen läsning av det som källorna lämnar öppet", READ)
MATCHING = Source("Arbetsförmedlingen: dokumentation i Rusta och matcha, avvikelserapport", READ)
ROUNDS = Source("Arbetsförmedlingen: Rusta och matcha 2, och frågor och svar om en ny period", READ)
LEVELS = Source("Arbetsförmedlingen: frågor och svar om Rusta och matcha, ersättningsnivåer", READ)
ORDERS = Source("Arbetsförmedlingen: nytt fakturahanteringssystem, nyhet 2021-09-06", READ)
APPROVAL = Source("Arbetsförmedlingen: periodisk redovisning i Mina sidor, nyhet 2021-11-03", READ)
REPORTING = Source("Arbetsförmedlingen: korrekt avvikelserapport vid frånvaro, nyhet 2024-04-17", READ)
FIDELITY = Source("Centre for Mental Health: The IPS Fidelity Scale (IPS-25)", READ)
INDICATORS = Source("Nationella nätverket för samordningsförbund: indikatorer för finansiell samordning", READ)
BILLING = Source("Peppol BIS Billing 3 för självfakturering; Arbetsförmedlingen: elektroniska fakturor", READ)
VAT_ACT = Source("Mervärdesskattelagen (2023:200) 17 kap. 15, 22–24 §§, om självfakturering och kreditfaktura", READ)
SERIES = Source("Skatteverket: fakturans löpnummer, egen serie för varje säljare vid självfakturering", READ)
UPPSALA = Source("Uppsala kommun: uppföljning av IPS och Stöd i studier 2025", READ)
GGV = Source("Gislaved, Gnosjö och Värnamo: ansökan om SE/IPS 2019-2020", READ)
SUS = Source("SUS: samtycke och registrering av deltagare", READ)
