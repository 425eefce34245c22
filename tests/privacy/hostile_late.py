"""The ways into what an office keeps next to its cases: requirements, targets, surveys, fidelity, funding, reviews,
aids, timesheets and the agency's sheets; each column of each, in .csv and in .xlsx."""

from collections.abc import Iterator, Mapping

from tests.privacy.planting import Way, csv_of, options, xlsx_of

# A row of each kind that would be taken; in its place each column holds what is planted.
ROWS: Mapping[str, Mapping[str, str]] = {
    "requirements": {"agreement": "U1", "service": "ips", "ages": "18-65", "checks": "resident"},
    "targets": {"agreement": "U1", "kpi": "supported", "value": "12", "from": "", "by": "", "counts": ""},
    "surveys": {"agreement": "U1", "question": "nytta", "population": "ongoing", "on": "2026-04-02", "asked": "10",
                "answers": "stor=6;viss=2", "positive": "stor"},
    "fidelity": {"agreement": "U1", "on": "2026-04-02", "scale": "TRE", "scores": "4,5,3"},
    "funding": {"agreement": "U1", "unit": "C", "title": "IPS", "year": "2026", "amount": "570", "fte": "70",
                "funder": "municipality", "vat-basis": "excl"},
    "contacts": {"case": "U", "party": "AF", "on": "2026-04-02", "note": "n", "goal": "g"},
    "reviews": {"case": "U", "on": "2026-04-02", "progress": "no", "decision": "refer", "refer-to": "x"},
    "pauses": {"case": "U", "from": "2026-04-02", "to": "2026-04-03"},
    "outcomes": {"case": "U", "outcome": "employment", "on": "2026-04-02", "subsidised": ""},
    "prices": {"agreement": "S1", "service": "ipsu-b", "unit": "hour", "level": "", "amount": "460",
               "from": "2026-06-01"},
    "plans": {"case": "B1", "weeks": "2026-W10", "hours-per-week": "20", "submitted": "2026-03-09", "reason": "x"},
    "decisions": {"case": "B1", "to": "2026-07-05", "on": "2026-04-15", "period": "", "was-to": ""},
    "aids": {"case": "B1", "kind": "other", "name": "n", "origin": "b", "on": "2026-03-03", "returned": "2026-03-04"},
    "scales": {"name": "FYRA", "items": "3", "min": "1", "max": "5", "bands": "9=fair"},
    "totals": {"agreement": "U1", "unit": "C", "year": "2026", "amount": "570", "source": "s"},
    "settings": {"name": "address", "value": "Gatan 1"},
    "documents": {"case": "B1", "type": "sr", "submitted": "2026-04-02", "reason": "x"},
}  # fmt: skip
SELF_INVOICE = {"number": "1001", "date": "2026-04-01", "type": "389", "refers_to": "", "case": "B1",
                "from": "2026-03-02", "to": "2026-03-08", "hours": "7", "unit_price": "450", "net": "3150",
                "vat": "787.50", "total": "3937.50"}  # fmt: skip
FIELDS = (
    "aid lend B1 other --name @ --on 2026-03-03", "aid lend B1 @ --on 2026-03-03", "aid return @ --on 2026-03-03",
    "target set U1 @ 12", "target set U1 supported @", "target set U1 meetings:@ 1/month",
    "target set U1 outcome_share 50 --counts @", "target set @ supported 12",
    "funding add U1 --unit @ --title IPS --year 2026 --amount 570",
    "funding add U1 --unit C --title @ --year 2026 --amount 570",
    "funding add U1 --unit C --title IPS --year 2026 --amount 570 --funder @",
    "funding state U1 --amount 570 --source @", "funding state U1 --amount 570 --unit @",
    "survey add U1 @ --population ongoing --on 2026-04-02 --asked 10 --answers stor=6 --positive stor",
    "survey add U1 nytta --population ongoing --on 2026-04-02 --asked 10 --answers @=6 --positive @",
    "fidelity scale @ --items 3 --min 1 --max 5 --bands 9=fair",
    "fidelity scale FYRA --items 3 --min 1 --max 5 --bands 9=@",
    "fidelity add U1 --on 2026-04-02 --scores @ --scale TRE",
    "fidelity add U1 --on 2026-04-02 --scores 4,5,3 --scale @",
    "agreement require U1 ips --check @", "agreement require U1 ips --ages @",
    "review add U --on 2026-04-02 --progress no --decision refer --refer-to @",
    "case close U --on 2026-04-20 --reason referred_on --refer-to @", "outcome add U @ --on 2026-04-02",
    "contact cancel @ --reason x", "period close @", "timesheet @ --week 2026-W11",
    "timesheet x.xlsx --week 2026-W11 --coach @", "report money --step @", "export package @ ut",
)  # fmt: skip


def ways() -> Iterator[tuple[str, Way]]:
    """All of them, by what they are."""
    for line in FIELDS:
        yield line, options(line)
    for kind, row in ROWS.items():
        for column in row:
            yield f"the column {column} of {kind} in .csv", csv_of(column, row, ["import", kind, "in.csv"])
            yield f"the column {column} of {kind} in .xlsx", xlsx_of(column, row, ["import", kind, "in.xlsx"])
    for column in SELF_INVOICE:
        yield f"the {column} of a self-invoice in .csv", csv_of(column, SELF_INVOICE, ["invoice", "receive", "in.csv"])
        yield (
            f"the {column} of a self-invoice in .xlsx",
            xlsx_of(column, SELF_INVOICE, ["invoice", "receive", "in.xlsx"]),
        )
