"""How many persons there are behind what was done with them: what others may see of it rests on that.

That is hours, money, documents and days; what counts persons or their cases says so itself.
"""

from ipsu_cli.store.kpis import first_pass, money, supply
from ipsu_cli.store.kpis.question import Question, of_persons, of_persons_by_part

# After the code of the sum.
PERSONS = ".persons"


def _whose(rows: str, which: str, *needs: str) -> Question:
    """The persons of the cases of some rows, each once in every part."""
    found = f"SELECT s.person_id, s.cell FROM {rows} WHERE {which}"
    return Question(of_persons, found, over=found, needs=needs)


def _billed(which: str) -> Question:
    rows = "lines l JOIN scope s ON s.id = l.case_id"
    return _whose(rows, f"l.month BETWEEN :first_month AND :last_month AND {which}", "lines")


_DELIVERED = "scope s CROSS JOIN deliveries d ON d.case_id = s.id"
_IN_PERIOD = "d.to_day BETWEEN :first AND :last"
OF_HOURS = {
    "planned_hours": _whose(
        "planned w JOIN scope s ON s.id = w.case_id", "w.week BETWEEN :first_week AND :last_week", "planned"
    ),
    "delivered_hours": _whose(_DELIVERED, f"d.unit = 'hour' AND d.cancelled = 0 AND {_IN_PERIOD}"),
}
OF_EARNED = {
    "invoiced_ore": _billed("1"),
    "held_ore": _whose(f"{_DELIVERED} CROSS JOIN free f ON f.delivery_id = d.id", _IN_PERIOD),
}
# What was invoiced is one of these; the rest of it, which is created or paid in part, has no figure of its own.
OF_INVOICED = {
    "approved_ore": _billed("l.state = 'approved'"),
    "rejected_ore": _billed("l.state = 'rejected'"),
    "paid_ore": _billed("l.state = 'paid'"),
    "rest_ore": _billed("l.state NOT IN ('approved', 'rejected', 'paid')"),
}


def _behind(rows: str, needs: tuple[str, ...]) -> Question:
    """The persons of the cases that rows are of."""
    return _whose(f"({rows}) q JOIN scope s ON s.id = q.case_id", "1", *needs)


_DEVIATIONS = f"SELECT s.person_id, s.cell, q.part FROM ({supply.DEVIATIONS}) q JOIN scope s ON s.id = q.case_id"
_ENTERED = first_pass.QUESTIONS["days_to_entry"]
OF_DONE = {
    "documents_overdue": _behind(supply.OVERDUE, ("filed",)),
    "deviations": Question(of_persons_by_part, _DEVIATIONS, over=_DEVIATIONS),
    "first_pass_share": _behind(first_pass.LINES, first_pass.QUESTIONS["first_pass_share"].needs),
    "first_pass_share_documents": _behind(first_pass.DOCUMENTS, ()),
    "days_to_entry": _behind(f"{_ENTERED.rows} UNION ALL {_ENTERED.more}", _ENTERED.needs),
    "days_to_basis": _behind(money.QUESTIONS["days_to_basis"].rows, ("lines",)),
    "days_to_payment": _behind(money.QUESTIONS["days_to_payment"].rows, ("lines",)),
}
QUESTIONS = {f"{code}{PERSONS}": question for code, question in (OF_HOURS | OF_EARNED | OF_INVOICED | OF_DONE).items()}
# The persons that a figure rests on: a share of hours on those of both, and what came of what was invoiced on those of
# all that did, for each is the rest of the others.
RESTS_ON = {
    **{code: (code,) for code in OF_HOURS | OF_EARNED | OF_DONE}, "delivery_rate": tuple(OF_HOURS),
    **dict.fromkeys(OF_INVOICED, tuple(OF_INVOICED)),
}  # fmt: skip
