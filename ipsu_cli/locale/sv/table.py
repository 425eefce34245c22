"""Tabellernas rubriker."""

TEXT: dict[str, str] = {
    "agreements": "Avtal",
    "case": "Ärende {case}",
    "cases": "Ärenden",
    "deliveries": "Leveranser",
    "documents": "Handlingar",
    "held": "Ej fakturerat",
    "history": "Planens versioner",
    "invoice": "Självfakturaunderlag {invoice}",
    "invoices": "Fakturor",
    "lines": "Rader",
    "made": "Upprättat nu",
    "next": "Att göra härnäst",
    "plan": "Plan {version}, {status}, {planned_hours} h planerat, {remaining_hours} h återstår",
    "prices": "Priser",
    "rule": "Regel {code}",
    "rules": "Regler",
    "settings": "Inställningar",
    "topics": "Hjälpsidor",
    "weeks": "Vecka för vecka",
}
