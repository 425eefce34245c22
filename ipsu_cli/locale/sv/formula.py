"""What each key figure is made of, in Swedish."""

TEXT: dict[str, str] = {
    "ongoing": "Ärenden med stöd den sista dagen i perioden.",
    "ongoing_persons": "Personer i de ärendena; den som finns i två tjänster räknas en gång.",
    "participants": "Personer med stöd någon dag i perioden.",
    "active": "Personer med någon dag i perioden utanför sina pauser.",
    "referrals": "Ärenden som kom till kön i perioden, efter den tjänst de kom till.",
    "conversion": "Av de remisserna: hur många som har börjat stödet senast periodens sista dag.",
    "supported": "Personer som började i perioden och inte hade stöd dagen före den.",
    "goal_progress": "Samma antal från målets första dag, delat med målet för supported.",
    "queue": "Ärenden i kön den sista dagen.",
    "wait_max": "Dagar i kö för den som har väntat längst den sista dagen.",
    "wait_median": "Medianen av dagarna i kö den sista dagen.",
    "wait_mean": "Medelvärdet av dagarna i kö den sista dagen.",
    "wait_est": "Kön gånger 365, delat med dem som har lämnat kön under tolv månader.",
    "initial_offered": "Av kön dagen före perioden: de som fick stöd, lotsades vidare eller tackade nej i perioden.",
    "outcomes_employment": "Personer med en anställning i perioden.",
    "outcomes_studies_completed": "Personer som avslutade studier med resultat i perioden.",
    "outcomes_studies_started": "Personer som började studera i perioden.",
    "outcomes_unsubsidised": "Personer med en anställning utan lönestöd i perioden.",
    "outcome_share": "Personer med arbete eller slutförda studier i perioden, delat med active.",
    "in_work": "Pågående personer med en anställning som inte har slutat, delat med ongoing_persons.",
    "first_contact_median": (
        "Medianen av dagarna från starten till den första kontakten med en arbetsgivare, för dem som började i "
        "perioden."
    ),
    "discharge_share": "Personer som avslutades till arbete eller studier i perioden, delat med participants.",
    "discharge_share_closed": "Samma personer, delat med alla som avslutades i perioden.",
    "cases_started": "Ärenden vars stöd började i perioden.",
    "cases_closed": "Ärenden vars stöd slutade i perioden; de som lämnade kön räknas inte.",
    "balance": (
        "cases_closed delat med cases_started. Ett mål får missas med inställningen balance-tolerance, i procent."
    ),
    "tenure_cohort": "Pågående ärenden efter hela månader med stöd.",
    "fidelity_latest": "Den lägsta av enheternas senaste fullständiga summor.",
    "survey_share": "Positiva svar delat med svar, på enkäter i perioden.",
    "survey_response": "Svar delat med tillfrågade, på enkäter i perioden.",
    "meetings": "Delar av perioden med så många möten som målet säger, delat med alla delar.",
    "planned_hours": "IPSU B: timmarna i de veckor av gällande planering vars torsdag ligger i perioden.",
    "delivered_hours": "IPSU B: timmar med arbetsdag i perioden.",
    "delivery_rate": "delivered_hours delat med planned_hours.",
    "gp_on_time": (
        "Första GP som skickades in i tid, delat med ärenden som började i perioden och vars sista dag för GP har "
        "passerat."
    ),
    "documents_overdue": "Handlingar som skulle vara inskickade senast den sista dagen och inte var det.",
    "deviations": "Avvikelserapporter i perioden, kända och okända var för sig.",
    "mappings_done": "Kartläggningar som levererades i perioden, med deltagare.",
    "no_shows": "Kartläggningar som levererades i perioden utan att någon kom.",
    "a_to_b": "Levererade kartläggningar som ett IPSU B-ärende bygger på, delat med levererade kartläggningar.",
    "passed": "IPSU B avslutade i perioden med godkänd utbildning, delat med avslutade som har ett resultat.",
    "tapering": (
        "IPSU B avslutade i perioden vars omfattning aldrig steg och till sist var lägre än först, delat med "
        "avslutade med två veckor eller mer i planeringen."
    ),
    "invoiced_ore": "Netto på fakturor för periodens månader, varje rad en gång.",
    "approved_ore": "Av det: godkänt och ännu inte betalt helt.",
    "rejected_ore": "Av det: underkänt.",
    "paid_ore": "Av det: betalt.",
    "held_ore": "Netto, till gällande pris, för leveranser i perioden som inte står på någon faktura.",
    "days_to_payment": (
        "Medianen av dagarna från radens sista arbetsdag till betalningen, för rader som betalades i perioden."
    ),
    "first_pass_share": (
        "Rader på underlag för periodens månader som godkändes och aldrig underkändes, krediterades eller rättades, "
        "delat med rader som har fått svar. Det som faktureras på nytt efter det räknas en gång, på sin första rad."
    ),
    "first_pass_share_documents": (
        "Handlingar som skickades in i perioden och bekräftades, delat med dem som bekräftades eller returnerades. Det "
        "som skickas in på nytt efter det räknas en gång, efter sin första version."
    ),
    "days_to_entry": (
        "Medianen av dagarna från leveransens sista arbetsdag till dagen då den matades in, för leveranser som matades "
        "in i perioden. Rättelser räknas inte; nämnaren säger hur många de är."
    ),
    "days_to_basis": (
        "Medianen av dagarna från radens sista arbetsdag till underlagets dag, för rader som står på ett underlag från "
        "perioden; nämnaren säger hur många de är."
    ),
    "results": "R2 eller RR som godkändes i perioden, delat med deltagare någon dag i den.",
}
