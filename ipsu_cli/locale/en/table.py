"""The titles of the tables."""

TEXT: dict[str, str] = {
    "agreements": "Agreements",
    "case": "Case {case}",
    "cases": "Cases",
    "deliveries": "Deliveries",
    "documents": "Documents",
    "held": "Not invoiced",
    "history": "Versions of the plan",
    "invoice": "Invoice basis {invoice}",
    "invoices": "Invoices",
    "lines": "Lines",
    "made": "Made now",
    "next": "What to do next",
    "plan": "Plan {version}, {status}, {planned_hours} h planned, {remaining_hours} h remaining",
    "prices": "Prices",
    "rule": "Rule {code}",
    "rules": "Rules",
    "settings": "Settings",
    "topics": "Pages of help",
    "weeks": "Week by week",
}
