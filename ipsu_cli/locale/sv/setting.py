"""Vad var och en av kontorets inställningar avgör."""

TEXT: dict[str, str] = {
    "account.receivable": "Kontot för det som kunder är skyldiga.",
    "account.rounding": "Kontot för det som en betalning i hela kronor är över eller under fakturan.",
    "account.sales.0": "Kontot för försäljning utan moms.",
    "account.sales.12": "Kontot för försäljning med 12 procent moms.",
    "account.sales.25": "Kontot för försäljning med 25 procent moms.",
    "account.sales.6": "Kontot för försäljning med 6 procent moms.",
    "account.vat.12": "Kontot för utgående moms på 12 procent.",
    "account.vat.25": "Kontot för utgående moms på 25 procent.",
    "account.vat.6": "Kontot för utgående moms på 6 procent.",
    "address": "Kontorets adress, som den står på en e-faktura.",
    "balance-tolerance": "Med hur många procent ett mål för nyckeltalet balance får missas.",
    "bankgiro": "Bankgirot som en e-faktura ska betalas till.",
    "deviation-days": "Hur många arbetsdagar efter en frånvaro som rapporten är i tid; tomt: nästa arbetsdag.",
    "eves": "Om midsommarafton, julafton och nyårsafton är lediga (free) eller arbetsdagar (working).",
    "f-tax": "on om kontoret är godkänt för F-skatt: en e-faktura säger det.",
    "fidelity-days": "Hur många dagar efter en mätning av programtroheten som nästa efterfrågas.",
    "first-contact-days": "Hur många dagar efter starten som den första kontakten med en arbetsgivare efterfrågas.",
    "iup-stale-days": "Efter hur många dagar en utvecklingsplan är gammal; tomt: inget sägs.",
    "late-minutes": (
        "Hur många minuters sen ankomst, högst, som inte behöver en avvikelserapport; tomt: det som Arbetsförmedlingen "
        "säger."
    ),
    "long-pause-days": "Hur många dagar en paus får vara utan varning.",
    "names": "on: listor på en terminal visar namn också; off: bara ärendenas beteckningar.",
    "pace-ahead": "Hur många procent av sin planering ett ärende får ligga före innan status säger det.",
    "pace-behind": "Hur många procent av sin planering ett ärende får ligga efter innan status säger det.",
    "pause-days": "Efter hur många dagar en paus som pågår efterfrågas.",
    "payment-days": "Hur många dagar en köpare har på sig att betala en e-faktura.",
    "peppol.buyer": "Organisationsnumret som en e-faktura till Arbetsförmedlingen går till.",
    "pr-due-day": "Sista dagen i nästa månad för en periodisk rapport; tomt: månadens sista dag.",
    "result-months": "Hur många månader efter --learned som ett resultat efterfrågas; tomt: det som avtalet säger.",
    "review-days": "Efter hur många dagar utan uppföljning som en efterfrågas; tomt: aldrig.",
    "silent-days": "Hur många arbetsdagar Arbetsförmedlingen har på sig innan självfakturan saknas.",
    "stable-days": "Efter hur många dagar i arbete det frågas om ärendet ska avslutas; tomt: aldrig.",
}
