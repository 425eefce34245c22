"""Whatever an office types, in whatever order, its file holds what was saved and nothing else.

Commands at random next to a plain model (`office_model`): registration, work, invoices and payments, imports, `undo`,
backups and restores, and edits by hand that the file must refuse. After each command the file has the facts of the
model, fact by fact, and as many lines in its log as commands have changed it; one that was refused has not written.
Now and then, and at the end, `ipsu check` finds nothing and `report money` adds up to the model's work.
"""

import shutil
import sqlite3
from collections import Counter
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule, run_state_machine_as_test

from tests.damage import check
from tests.faults.office_model import Facts, Hours, Register, differences
from tests.reports.money_model import Delivery
from tests.reports.office_at_random import AGREEMENTS, DAYS, HOURS, PLACE, OfficeAtRandom
from tests.whole import WHOLE

STEPS = 200_000 if WHOLE else 20_000
# A run is an office; some of its steps type nothing, others twice. A part goes on, round by round, until it has typed
# its share, and has failed where it needs twice the steps for that.
PARTS, RUNS_OF_A_ROUND, STEPS_OF_A_RUN = 4, 5, 200
CHECKED_EVERY, COPIED_AFTER = 50 if WHOLE else 100, 10  # commands
NEW_CASES = {"C1": "19881123-9840", "C2": "19941224-9808", "C3": "19750315-2394"}
TRAINING = "--training Svets --training-from 2026-02-02 --training-to 2026-06-05"
# What stands in the file of each kind of fact: by how many columns it is known, and the question.
NUMBER = "year || printf('-%04d', no)"
ASKED = {
    "case": (1, "SELECT ref, iif(closed_on IS NULL, 'open', 'closed'), coach FROM cases"),
    "contact": (1, "SELECT c.id, ref, note FROM contacts c JOIN cases ON cases.id = case_id"),
    "document": (2, "SELECT ref, version, status FROM documents JOIN cases ON cases.id = case_id "
                    "WHERE type = 'gp' AND ref LIKE 'C%'"),
    "plan": (2, "SELECT ref, version, sum(hours) FROM plan_weeks JOIN documents d ON d.id = document_id "
                "JOIN cases ON cases.id = case_id WHERE ref LIKE 'C%' GROUP BY d.id"),
    "setting": (1, "SELECT name, value FROM settings WHERE name LIKE '%-days'"),
    "payment": (1, f"SELECT p.id, {NUMBER}, amount_ore FROM payments p JOIN invoices i ON i.id = invoice_id"),
    "locked": (1, f"SELECT ref, {NUMBER} FROM investigations JOIN cases ON cases.id = case_id "
                  "JOIN invoices i ON i.id = invoice_id WHERE closed IS NULL"),
    "delivery": (1, "SELECT d.id, ref, d.from_day, d.to_day, quantity, cancelled = 1, reverses FROM deliveries d "
                    "JOIN cases ON cases.id = case_id"),
    "line": (1, f"SELECT delivery_id, {NUMBER} FROM invoiced JOIN invoice_lines l ON l.id = line_id "
                "JOIN invoices i ON i.id = invoice_id"),
}  # fmt: skip
INVOICES = f"""
    SELECT {NUMBER} AS number, a.ref AS agreement, i.status = 'cancelled' AS cancelled, c.ref AS ref, l.month AS month,
        quantity, l.net_ore AS net_ore, l.status AS status
    FROM invoices i JOIN agreements a ON a.id = i.agreement_id JOIN invoice_lines l ON l.invoice_id = i.id
    JOIN cases c ON c.id = l.case_id
"""
LOGGED = "SELECT count(*) FROM changes"
# Each would be an edit by hand of what has been sent, or of the log; the file refuses it.
EDITS = (
    "UPDATE invoice_lines SET net_ore = net_ore + 1",
    "DELETE FROM invoice_lines",
    "UPDATE invoices SET net_ore = net_ore + 1, total_ore = total_ore + 1",
    "UPDATE OR REPLACE invoices SET no = no + 1",
    "DELETE FROM changes",
    "UPDATE changes SET who = 'nobody'",
)

NEW = st.sampled_from([*NEW_CASES])
ALL = st.sampled_from([*AGREEMENTS, *NEW_CASES])
WITH_HOURS = st.sampled_from(["B1", "B2", *NEW_CASES])
ROW = st.tuples(WITH_HOURS, DAYS, st.integers(1, 3).map(lambda halves: 50 * halves))


def there(office: "WholeOffice") -> bool:
    return len(office.model.cases) > len(AGREEMENTS)


def met(office: "WholeOffice") -> bool:
    return bool(office.model.contacts)


def brought_in(office: "WholeOffice") -> bool:
    return bool(office.model.batches)


def changed(office: "WholeOffice") -> bool:
    """Has it a change that is not undone, or is about money?"""
    return bool(office.model.touched.keys() - office.model.undone)


def moved_on(office: "WholeOffice") -> bool:
    return office.since_copy > COPIED_AFTER


def copied(office: "WholeOffice") -> bool:
    return bool(office.copies)


class WholeOffice(OfficeAtRandom):
    """An office that also registers, plans, imports, changes its mind, and goes back to its copies."""

    counted: Counter[str] = Counter()  # of all runs: how often each command was typed, and done

    def __init__(self) -> None:
        super().__init__()
        self.model: Register = Register(NEW_CASES)
        self.model.reported = {"2026-02": "submitted"}
        self.model.cases = {case: ("open", None) for case in AGREEMENTS}
        self.agreements |= dict.fromkeys(NEW_CASES, "NM")
        self.copies: list[tuple[Register, int]] = []
        self.number = 0
        self.since_check = self.since_copy = 0
        self.conn = self.opened()
        self.unsettled: Facts | None = None  # how the office was before a change that the model has yet to do

    # Typing

    def do(self, words: str) -> Any:
        """The answer, None where it was refused, and then nothing was written."""
        self.settle()
        before, written, logged = self.model.facts(), self.written(), self.logged()
        answer = super().do(words)
        command = " ".join(word for word in words.split()[:2] if word.replace("-", "").isalpha() and word.islower())
        self.counted.update([command, f"{command}, done"] if answer else [command])
        self.since_check += 1
        self.since_copy += 1
        if answer is None:
            assert written == self.written(), f"{words} was refused, and has written"
        elif command != "restore":
            assert self.logged() - logged in (0, 1), f"{words}: more than one line in the log"
            self.unsettled = before if self.logged() > logged and "undo" not in command else None
        return answer

    def settle(self) -> None:
        """Of the newest change, keep what it has done."""
        if self.unsettled is not None:
            self.model.keep(self.logged(), self.unsettled)
        self.unsettled = None

    # The file

    def opened(self) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{self.folder}/ipsu.db?mode=ro", uri=True, isolation_level=None)

    def written(self) -> int:
        """A number that is another one once anybody has written to the file."""
        return int(self.conn.execute("PRAGMA data_version").fetchone()[0])

    def logged(self) -> int:
        return int(self.conn.execute(LOGGED).fetchone()[0])

    def found(self) -> Facts:
        """What stands in the file."""
        facts: Facts = {}
        for kind, (known_by, sql) in ASKED.items():
            for row in self.conn.execute(sql):
                about, value = row[:known_by], row[known_by:]
                facts[kind, about[0] if known_by == 1 else about] = value[0] if len(value) == 1 else value
        lines: dict[tuple[str, str, bool], list[tuple[Any, ...]]] = {}
        for number, agreement, cancelled, *line in self.conn.execute(INVOICES):
            lines.setdefault((number, agreement, bool(cancelled)), []).append(tuple(line))
        for (number, agreement, cancelled), listed in lines.items():
            facts["invoice", number] = (agreement, cancelled, tuple(sorted(listed)))
        return facts

    # Registration

    @initialize(case=NEW)
    def register_one(self, case: str) -> None:
        self.register(case)

    @rule(case=NEW)
    def register(self, case: str) -> None:
        terms = f"--service ipsu-b --agreement NM --from 2026-03-02 --to 2026-05-29 {TRAINING}"
        if self.do(f"case add {case} --personnummer {NEW_CASES[case]} --name Prov {terms}"):
            self.model.cases[case] = ("open", None)

    @rule(case=ALL, coach=st.sampled_from(["Kim", "Robin"]))
    def give_to(self, case: str, coach: str) -> None:
        if self.do(f"case edit {case} --coach {coach}"):
            self.model.cases[case] = (self.model.cases[case][0], coach)

    @rule(of=st.sampled_from(["Kim", "Robin"]))
    def hand_over(self, of: str) -> None:
        if self.do(f"case hand-over --from {of} --to Lo"):
            for case, (status, coach) in self.model.cases.items():
                if coach == of and status == "open":
                    self.model.cases[case] = (status, "Lo")

    @precondition(there)
    @rule(case=NEW)
    def close(self, case: str) -> None:
        if self.do(f"case close {case} --on {self.today} --reason other"):
            self.model.cases[case] = ("closed", self.model.cases[case][1])

    @precondition(there)
    @rule(case=NEW)
    def reopen(self, case: str) -> None:
        if self.do(f"case reopen {case} --reason x"):
            self.model.cases[case] = ("open", self.model.cases[case][1])

    @precondition(there)
    @rule(case=NEW, hours=st.sampled_from([10, 20]))
    def plan(self, case: str, hours: int) -> None:
        words = f"plan set {case} 2026-W10..2026-W22={hours} --reason x --submitted {self.today}"
        if answer := self.do(words):
            version = answer["plan"]["version"]
            assert version == 1 + max((number for of, number in self.model.plans if of == case), default=0)
            self.model.plans[case, version] = 13 * hours * 100
            self.model.documents[case, version] = "submitted"

    @precondition(there)
    @rule(case=NEW, verb=st.sampled_from(["confirm", "confirm", "return", "unconfirm"]))
    def answer(self, case: str, verb: str) -> None:
        words = {"confirm": f"--on {self.today}", "return": "--reason x", "unconfirm": "--reason x"}[verb]
        if answer := self.do(f"document {verb} {case} gp {words}"):
            self.model.documents[case, answer["document"]["version"]] = answer["document"]["status"]

    @precondition(there)
    @rule(case=NEW, hours=HOURS, day=DAYS)
    def deliver_to_new(self, case: str, hours: float, day: str) -> None:
        self.deliver(case, hours, day)

    @rule(case=ALL, note=st.sampled_from(["samtal", "brev"]))
    def meet(self, case: str, note: str) -> None:
        if answer := self.do(f"contact add {case} officer --on 2026-04-05 --note {note}"):
            self.model.contacts[answer["contact"]["id"]] = (case, note)

    @precondition(met)
    @rule(place=PLACE)
    def forget_meeting(self, place: int) -> None:
        ids = sorted(self.model.contacts)
        id = ids[place % len(ids)]
        if self.do(f"contact cancel {id} --reason x"):
            del self.model.contacts[id]

    @rule(days=st.integers(5, 9), name=st.sampled_from(["silent-days", "stable-days"]))
    def set_days(self, days: int, name: str) -> None:
        if self.do(f"setting set {name} {days}"):
            self.model.settings[name] = str(days)

    @rule(case=ALL)
    def meet_by_key(self, case: str) -> None:
        """The same line twice, with its key: it is done once."""
        self.number += 1
        words = f"contact add {case} officer --on 2026-04-06 --note nyckel --key k{self.number}"
        if answer := self.do(words):
            self.model.contacts[answer["contact"]["id"]] = (case, "nyckel")
            logged = self.logged()
            assert answer["contact"] == self.do(words)["contact"]
            assert logged == self.logged()

    # Imports

    @rule(rows=st.lists(ROW, min_size=1, max_size=3), dry=st.sampled_from([False, False, True]))
    def bring_in(self, rows: list[Hours], dry: bool) -> None:
        listed = "".join(f"{case};{day};{hours / 100:.2f}\n" for case, day, hours in rows)
        (self.folder / "in.csv").write_text(f"case;on;hours\n{listed}", encoding="utf-8")
        if answer := self.do("import deliveries in.csv" + " --dry-run" * dry):
            new = self.model.new_rows(rows)
            assert len(new) == answer["import"]["added"]
            if new and not dry:
                self.take_in(answer["import"]["batch"], new)

    def take_in(self, batch: int, new: list[Hours]) -> None:
        """The deliveries that the file has more than the model: they are the rows."""
        known = {delivery.id for delivery in self.model.deliveries}
        come = sorted((key[1], *value[:4]) for key, value in self.found().items()
                      if key[0] == "delivery" and key[1] not in known)  # fmt: skip
        assert sorted(new) == sorted((case, first, hours) for _, case, first, _, hours in come)
        self.model.deliveries += [
            Delivery(id, case, first, last, hours, "hour") for id, case, first, last, hours in come
        ]
        self.model.batches[batch] = tuple(new)

    @precondition(brought_in)
    @rule(place=PLACE)
    def take_back_import(self, place: int) -> None:
        batches = sorted(self.model.batches)
        if answer := self.do(f"import undo {batches[place % len(batches)]} --yes"):
            self.model.undo(answer["undone"]["id"])

    # Second thoughts

    @precondition(changed)
    @rule()
    def undo(self) -> None:
        if answer := self.do("undo"):
            self.model.undo(answer["undone"]["id"])

    @precondition(changed)
    @rule(back=st.integers(0, 20))
    def undo_earlier(self, back: int) -> None:
        """Also one that is an undo, or undone already; but not of the setting up."""
        if answer := self.do(f"undo {max(self.logged() - back, min(self.model.touched))}"):
            self.model.undo(answer["undone"]["id"])

    @precondition(moved_on)
    @rule()
    def copy(self) -> None:
        self.since_copy = 0
        name = f"copy-{len(self.copies)}.db"
        assert self.do(f"backup {name}")
        self.copies.append((deepcopy(self.model), self.logged()))

    @precondition(copied)
    @rule(back=st.integers(1, 9))
    def go_back(self, back: int) -> None:
        """To one of the last copies, and seldom: what was typed since is lost."""
        if back <= min(2, len(self.copies)):
            model, logged = self.copies[-back]
            assert self.do(f"restore copy-{len(self.copies) - back}.db --yes")
            self.model = deepcopy(model)
            self.conn.close()
            self.conn = self.opened()
            assert logged == self.logged()

    @rule(edit=st.sampled_from(EDITS))
    def edit_by_hand(self, edit: str) -> None:
        conn = sqlite3.connect(self.folder / "ipsu.db")
        try:
            if conn.execute("SELECT 1 FROM invoice_lines").fetchone():
                with pytest.raises(sqlite3.IntegrityError):
                    conn.execute(edit)
        finally:
            conn.close()

    # What holds

    @invariant()
    def the_file_has_what_was_saved(self) -> None:
        if self.changed:
            self.settle()
            self.changed = False
            model, file = self.model.seen(), self.found()
            assert model == file, self.told([*differences(model, file)])
        if self.since_check >= CHECKED_EVERY:
            self.check()

    def check(self) -> None:
        """All that the program knows to check, and the sum of the work by its own report."""
        self.since_check = 0
        found = check(self.folder / "ipsu.db")
        assert 0 == found.code, self.told(found.json["findings"])
        money = self.ask("report money --from 2026-01-01 --to 2026-12-31")["money"]
        assert self.model.earned() == money["earned_ore"], self.told([])

    def told(self, what: list[Any]) -> str:
        return "\n".join([*map(str, what), *self.typed])

    def teardown(self) -> None:
        try:
            if self.model.seen() == self.found():  # else a rule has failed
                self.check()
        finally:
            self.conn.close()
            shutil.rmtree(self.folder)


LEAST_KINDS = 24  # of commands, done in a part


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_the_file_holds_what_was_saved_whatever_is_typed(part: int) -> None:
    share = STEPS // PARTS
    WholeOffice.counted = counted = Counter[str]()
    for round in range(2 * share // (RUNS_OF_A_ROUND * STEPS_OF_A_RUN)):
        if typed(counted) < share:
            type_a_round(1_000 * part + round)
    done = {command.removesuffix(", done"): count for command, count in counted.items() if command.endswith(", done")}
    print(f"{typed(counted)} commands, {sum(done.values())} done: {done}")
    assert typed(counted) >= share, "the machine typed too little"
    assert len(done) >= LEAST_KINDS, "the machine did too little"


def type_a_round(number: int) -> None:
    """A few offices, others for each number."""
    kept = settings(max_examples=RUNS_OF_A_ROUND, stateful_step_count=STEPS_OF_A_RUN, phases=[Phase.generate])
    run_state_machine_as_test(seed(number)(WholeOffice), settings=kept)


def typed(counted: Counter[str]) -> int:
    return sum(count for command, count in counted.items() if not command.endswith(", done"))
