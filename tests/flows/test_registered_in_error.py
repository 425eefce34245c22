"""A case that was registered in error, of every service: it counts in nothing, and nothing more is entered in it."""

import csv
from pathlib import Path
from typing import Any

import pytest

from tests.typed import Did, did_after

CHECKS = "--resident --disability --motivated --care-contact psychiatry --consent 2025-06-01"
TRAINING = "--training Svets --training-type labour-market-training --training-from 2026-03-02 --training-to 2026-06-05"
MAPPING = "--meeting 2026-01-26 --mapping-agreed --decision 2026-01-28"
ACTIVITIES = "--mandatory Jobb=5 --optional Kurs=3 --optional Prao=4"
# What each case has when it turns out to be one that should never have been entered.
MADE = (
    "agreement add NM --service ipsu --area Norr --from 2025-01-01",
    "agreement add RM --service rusta-matcha --area Norr --from 2025-01-01",
    "agreement add UP --service ips --service sed --service se --area Uppsala --from 2025-01-01",
    "price set NM ipsu-a 9500 --unit case --from 2026-01-01",
    "price set NM ipsu-b 450 --unit hour --from 2026-01-01",
    "price set RM rusta-matcha 200 --unit day --from 2026-01-01",
    f"case add A1 --service ipsu-a --personnummer 19900101-9802 --name Prov --coach Kim --from 2026-02-02"
    f" --to 2026-02-13 {MAPPING} {TRAINING}",
    "document submit A1 gp --on 2026-02-02",
    "document confirm A1 gp --on 2026-02-03",
    "document submit A1 sr --on 2026-02-13",
    "aid lend A1 laptop --on 2026-02-02",
    f"case add B1 --service ipsu-b --personnummer 19850505-2384 --name Prov --coach Kim --from 2026-03-02"
    f" --to 2026-05-31 {TRAINING}",
    "plan set B1 2026-W10..2026-W22=20 --submitted 2026-03-02 --confirmed 2026-03-03",
    "plan set B1 2026-W10..2026-W21=20 --reason kortare --submitted 2026-03-04",
    "deliver B1 7 --on 2026-03-04",
    "case add R1 --service rusta-matcha --personnummer 19750315-2386 --name Prov --coach Kim --from 2026-02-02"
    " --to 2026-07-31 --system ka-webb --level B",
    "document submit R1 iup --goal Lager --own-search 10 --supplier 30 --on 2026-02-02",
    f"document submit R1 gp {ACTIVITIES} --on 2026-02-02",
    "document submit R1 pr --period 2026-02 --hours Jobb=1 --hours Kurs=1 --hours Prao=1 --own-work 1 --on 2026-03-02",
    *(
        words
        for service in ("ips", "sed", "se")
        for words in (
            f"case add M-{service} --service {service} --personnummer 19750315-2394 --name Prov --coach Kim"
            f" --queued 2025-06-01 {CHECKS}",
            f"case start M-{service} --on 2025-07-01",
            f"outcome add M-{service} employment --on 2025-08-01",
            f"case pause M-{service} --from 2025-09-01",
            f"contact add M-{service} employer --on 2025-08-01",
            f"review add M-{service} --on 2025-08-10 --progress yes",
            f"acknowledgement add M-{service} pause --reason pratat",
        )
    ),
)
CASES = ("A1", "B1", "M-ips", "M-se", "M-sed", "R1")
LISTS = (
    "case list", "delivery list", "aid list", "outcome list", "contact list", "acknowledgement list", "todo",
    "todo --until 2027-12-31", "status", "week 2026-W10", "report caseload", "report hours --month 2026-03",
    "report deadlines --month 2026-02", "report money", "report queue", "report steering",
    "report key-in --month 2026-02", "invoice build --month 2026-03 --dry-run",
    "deliver --month 2026-02 --ready --dry-run", "document confirm --all gp --month 2026-03",
    "document confirm --all sr --month 2026-02", "document confirm --all pr --month 2026-02",
)  # fmt: skip
ENTERED = (
    "deliver A1", "deliver B1 3 --on 2026-03-05", "deliver R1 --month 2026-02",
    "delivery correct 1 3 --reason fel", "delivery cancel 1 --reason fel", "plan set B1 2026-W10..2026-W22=10",
    "document submit B1 sr", "document confirm B1 gp", "document return B1 gp --reason fel",
    "document unconfirm A1 gp --reason fel", "document submit R1 pr --period 2026-03", "case decide B1 --to 2026-06-05"
    " --on 2026-03-10", "outcome add M-ips studies-started --on 2025-10-01", "case pause M-sed --from 2025-12-01",
    "review add M-se --on 2025-12-01 --progress yes", "contact add B1 officer --on 2026-03-01",
    "aid lend B1 laptop --on 2026-03-05",
)  # fmt: skip


did = did_after(*MADE, on="2026-03-15")


def closed_in_error(did: Did) -> None:
    for ref in CASES:
        did(f"case close {ref} --on 2026-03-14 --reason registered_in_error")


def refs_in(answer: Any) -> set[str]:
    """The cases that an answer names anywhere."""
    if isinstance(answer, dict):
        return refs_in(list(answer.values()))
    return set().union(*map(refs_in, answer)) if isinstance(answer, list) else {answer} & set(CASES)


def test_it_stands_in_no_list(did: Did) -> None:
    before = {words: refs_in(did(words)) for words in LISTS[:-3]}
    assert set(CASES) == set().union(*before.values())
    closed_in_error(did)
    assert {words: set() for words in LISTS} == {words: refs_in(did(words)) for words in LISTS}


def test_it_counts_in_no_figure(did: Did) -> None:
    closed_in_error(did)
    figures = did("report kpi --from 2025-01-01 --to 2026-03-31")["kpis"]
    assert [] == [kpi["code"] for kpi in figures if kpi["value"]]


def test_it_is_not_sent_on(did: Did, db: Path) -> None:
    closed_in_error(did)
    assert [] == did("export sus sus.csv --from 2025-01-01 --to 2026-03-31")["sus"]
    assert [] == did("export monthly month.csv --month 2026-03")["monthly"]
    with (db.parent / "sus.csv").open(encoding="utf-8-sig", newline="") as page:
        assert 1 == len(list(csv.reader(page, delimiter=";")))


@pytest.mark.parametrize("words", ENTERED)
def test_nothing_more_is_entered_in_it(did: Did, words: str) -> None:
    closed_in_error(did)
    assert "case.in-error" == did(words, code=1)["code"]


def test_it_can_still_be_seen_and_opened_again(did: Did) -> None:
    before = {words: refs_in(did(words)) for words in LISTS[:-3]}
    closed_in_error(did)
    assert [1] == [outcome["id"] for outcome in did("outcome list M-ips")["outcomes"]]
    assert 7 == did("case show B1")["deliveries"][0]["hours"]
    for ref in CASES:
        did(f"case reopen {ref} --reason 'rätt ändå'")
    assert before == {words: refs_in(did(words)) for words in LISTS[:-3]}
    did("deliver B1 3 --on 2026-03-05")


def test_it_is_not_one_while_a_delivery_stands_on_an_invoice(did: Did) -> None:
    did("invoice build --month 2026-03")
    assert "case.error-invoiced" == did("case close B1 --on 2026-03-14 --reason registered_in_error", code=1)["code"]
    did("invoice cancel 2026-0001 --reason fel")
    did("case close B1 --on 2026-03-14 --reason registered_in_error")


def test_another_case_of_the_person_can_take_its_place(did: Did) -> None:
    closed_in_error(did)
    did(
        "case add B2 --service ipsu-b --personnummer 19850505-2384 --name Prov --from 2026-03-02 --to 2026-05-31 "
        f"{TRAINING}"
    )
    assert "case.one-open" == did("case reopen B1 --reason 'rätt ändå'", code=1)["code"]
