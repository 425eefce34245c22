"""What can be imported: the columns of each kind, under the names of the options and in Swedish."""

from typing import NamedTuple


class Kind(NamedTuple):
    """`columns` maps each column to its Swedish heading; `required` are those that a file must have.
    In a cell of `several` stand several values, divided by `|`."""

    name: str
    columns: dict[str, str]
    required: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...] = ()
    several: tuple[str, ...] = ()

    def headings(self) -> dict[str, str]:
        """Every heading that is understood, and the column it means."""
        own = {column: column for column in self.columns}
        return {swedish: column for column, swedish in self.columns.items()} | own


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "agreements",
            {
                "agreement": "avtal",
                "service": "tjänst",
                "area": "leveransområde",
                "from": "från",
                "to": "till",
                "purchaser": "köpare",
                "billing": "fakturering",
                "vat": "moms",
                "vat-exempt-reason": "skäl till momsfrihet",
                "payout": "utbetalning",
                "site": "leveransorter",
            },
            ("agreement", "service", "area", "from"),
            (("site", "sites"),),
        ),
        Kind(
            "prices",
            {
                "agreement": "avtal",
                "service": "tjänst",
                "amount": "pris",
                "unit": "enhet",
                "level": "nivå",
                "from": "från",
            },
            ("agreement", "service", "amount", "unit", "from"),
        ),
        Kind(
            "cases",
            {
                "case": "ärende",
                "service": "tjänst",
                "agreement": "avtal",
                "personnummer": "personnummer",
                "name": "namn",
                "gender": "kön",
                "protected": "skyddad",
                "from": "från",
                "to": "till",
                "site": "leveransort",
                "coach": "coach",
                "officer": "arbetsförmedlare",
                "order": "beställning",
                "meeting": "flerpartssamtal",
                "mapping-agreed": "kartläggning överenskommen",
                "decision": "beslut",
                "training": "utbildning",
                "training-type": "utbildningstyp",
                "training-from": "utbildning från",
                "training-to": "utbildning till",
                "after": "efter",
                "closed": "avslutad",
                "reason": "avslutsorsak",
                "training-result": "utbildningsresultat",
                "system": "system",
                "extent": "omfattning",
                "level": "nivå",
                "queued": "i kö från",
                "support": "stöd",
                "municipality": "kommun",
                "resident": "folkbokförd",
                "disability": "funktionsnedsättning",
                "motivated": "motiverad",
                "care-contact": "vårdkontakt",
                "consent": "samtycke",
                "consent-withdrawn": "samtycke återkallat",
                "sus-consent": "samtycke SUS",
                "preference": "önskemål",
                "assistance": "ekonomiskt bistånd",
                "target-group": "målgrupp",
                "refer-to": "hänvisad till",
            },
            ("case", "service", "personnummer", "name"),
        ),
        Kind(
            "plans",
            {
                "case": "ärende",
                "version": "version",
                "weeks": "veckor",
                "hours-per-week": "timmar per vecka",
                "submitted": "inskickad",
                "confirmed": "bekräftad",
                "reason": "motivering",
            },
            ("case", "weeks", "hours-per-week"),
        ),
        Kind(
            "documents",
            {
                "case": "ärende",
                "type": "handling",
                "period": "period",
                "submitted": "inskickad",
                "confirmed": "bekräftad",
                "returned": "returnerad",
                "from": "från",
                "to": "till",
                "known": "känd",
                "reason": "orsak",
                "no-mapping": "ingen kartläggning",
                "activity": "aktivitet",
                "expected": "väntad",
                "absent": "frånvarande",
                "misconduct": "misskötsamhet",
                "goal": "mål",
                "own-search": "eget arbetssökande",
                "supplier": "hos leverantören",
                "mandatory": "obligatoriska aktiviteter",
                "optional": "valbara aktiviteter",
                "hours": "timmar",
                "own-work": "eget arbete",
                "result": "resultat",
                "learned": "fick veta",
            },
            ("case", "type", "submitted"),
            several=("goal", "mandatory", "optional", "hours"),
        ),
        Kind(
            "deliveries",
            {
                "case": "ärende",
                "on": "datum",
                "week": "vecka",
                "month": "månad",
                "hours": "timmar",
                "no-show": "uteblev",
            },
            ("case",),
        ),
        Kind(
            "fidelity",
            {"agreement": "avtal", "on": "datum", "scores": "poäng", "scale": "skala"},
            ("agreement", "on", "scores"),
        ),
        Kind(
            "surveys",
            {
                "agreement": "avtal",
                "question": "fråga",
                "population": "grupp",
                "on": "datum",
                "asked": "tillfrågade",
                "answers": "svar",
                "positive": "positiva svar",
            },
            ("agreement", "question", "population", "on", "asked", "answers", "positive"),
        ),
        Kind(
            "funding",
            {
                "agreement": "avtal",
                "unit": "enhet",
                "title": "benämning",
                "fte": "tjänstgöringsgrad",
                "funder": "finansiär",
                "year": "år",
                "amount": "belopp",
                "vat-basis": "momsgrund",
            },
            ("agreement", "unit", "title", "year", "amount"),
            (("unit", "funding-unit"),),
        ),
        Kind(
            "targets",
            {
                "agreement": "avtal",
                "kpi": "nyckeltal",
                "value": "mål",
                "from": "från",
                "by": "senast",
                "counts": "räknade utfall",
            },
            ("agreement", "kpi", "value"),
        ),
        Kind(
            "outcomes",
            {"case": "ärende", "outcome": "resultat", "on": "datum", "subsidised": "subventionerad"},
            ("case", "outcome", "on"),
        ),
        Kind("pauses", {"case": "ärende", "from": "från", "to": "till"}, ("case", "from")),
        Kind(
            "reviews",
            {
                "case": "ärende",
                "on": "datum",
                "progress": "progression",
                "decision": "beslut",
                "refer-to": "hänvisad till",
            },
            ("case", "on", "progress"),
            (("decision", "decision-code"),),
        ),
        Kind(
            "contacts",
            {"case": "ärende", "agreement": "avtal", "party": "part", "on": "datum", "note": "anteckning"},
            ("party", "on"),
        ),
    )
}
