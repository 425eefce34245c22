"""Two persons with a mark of their own in everything that can be written about a person, to look for it afterwards."""

import shutil
from pathlib import Path

from tests import encrypted, program

# In everything of one person, and in nothing else.
ANNA, BO = "Qvanna", "Qvbo"
NUMBERS = {ANNA: "199001019802", BO: "198505052384"}
TODAY = "2026-05-04"
CHECKS = "--resident --disability --motivated --care-contact psychiatry --consent 2026-01-05"
OFFICE = """
agreement add S1 --service ipsu --area Syd --from 2026-01-01 --purchaser Kommunen
agreement add R1 --service rusta-matcha --area Norr --from 2026-01-01
agreement add U1 --service ips --area Norr --from 2026-01-01
price set S1 ipsu-b 450 --unit hour --from 2026-01-01
price set R1 rusta-matcha 3000 --unit month --from 2026-01-01
"""
# `{m}` is the mark, `{n}` the personnummer, `{c}` what begins the references of the person's cases.
LIFE = """
case add {c}1 --service ipsu-b --agreement S1 --personnummer {n} --name "{m} namn" --gender woman --from 2026-02-02 \
--to 2026-04-26 --training "{m} skola" --training-type preparatory-training --training-from 2026-01-12 \
--training-to 2026-06-05 --officer "{m} handläggare" --order {m}-order --coach Kim --site Lund --key {c}-one
case edit {c}1 --officer "{m} ny handläggare"
case edit {c}1 --name "{m} nytt namn"
plan set {c}1 2026-W06..2026-W14=20 --submitted 2026-02-02 --confirmed 2026-02-03
plan set {c}1 2026-W06..2026-W15=20 --reason "{m} planskäl" --submitted 2026-03-09 --confirmed 2026-03-10
document submit {c}1 avvikelse --from 2026-02-16 --to 2026-02-16 --known --reason "{m} avvikelse" --on 2026-02-17
document return {c}1 avvikelse --reason "{m} retur" --on 2026-02-18
document write {c}1 sr --file {c}.md
deliver {c}1 7 --on 2026-02-03
deliver {c}1 5 --on 2026-02-10
delivery correct {d} 4 --reason "{m} rättning"
aid lend {c}1 other --name "{m} hjälpmedel" --on 2026-02-03 --origin b
contact add {c}1 officer --on 2026-02-20 --note "{m} samtal"
case close {c}1 --on 2026-04-24 --reason completed --training-result passed
case reopen {c}1 --reason "{m} öppnad"
case close {c}1 --on 2026-04-24 --reason completed --training-result passed
case add {c}2 --service ips --agreement U1 --personnummer {n} --name "{m} nytt namn" --queued 2026-01-07 {checks} \
--municipality "{m} kommun" --preference "{m} önskan" --target-group {m}-grupp --assistance yes \
--sus-consent 2026-01-08 --coach Robin --key {c}-two
case start {c}2 --on 2026-02-02
contact add {c}2 employer --on 2026-02-20 --note "{m} anteckning"
contact add {c}2 {m}-moster --on 2026-02-23
review add {c}2 --on 2026-03-02 --progress no --decision refer --refer-to "{m} vidare"
outcome add {c}2 studies_started --on 2026-02-25
acknowledgement add {c}1 week --period 2026-W08 --reason "{m} känt"
case add {c}3 --service rusta-matcha --agreement R1 --personnummer {n} --name "{m} nytt namn" --from 2026-02-02 \
--to 2026-03-31 --system ka-webb --level B
document submit {c}3 iup --goal "{m} mål" --own-search 20 --supplier 20 --on 2026-02-03
case close {c}3 --on 2026-03-31 --reason work
contact add {c}3 officer --on 2026-03-20 --note "{m} bort"
"""


def office_in(folder: Path, new_office: Path) -> Path:
    """An office's file in the folder, with both persons."""
    path = Path(shutil.copy2(new_office, folder / "ipsu.db"))
    enter(folder)
    return path


def enter(folder: Path) -> None:
    """Enter both persons in the office of `folder`, and a basis that has lines of both."""
    _type(OFFICE, folder)
    for number, (mark, cases) in enumerate({ANNA: "A", BO: "B"}.items()):
        (folder / f"{cases}.md").write_text(f"# Mål\n\n{mark} text om målet.\n", encoding="utf-8")
        filled = {"m": mark, "c": cases, "n": NUMBERS[mark], "d": 2 + 2 * number, "checks": CHECKS}
        _type(LIFE.format(**filled), folder)
        (folder / f"{cases}.md").unlink()
    _type("invoice build --month 2026-02 --today 2026-04-27", folder)


def _type(lines: str, folder: Path) -> None:
    for line in lines.replace("\\\n", "").strip().splitlines():
        done = program.run(line, folder=folder, today=TODAY)
        assert 0 == done.code, (line, done.err)


def files_with(folder: Path, *marks: str) -> dict[str, list[str]]:
    """The files under a folder that have one of the marks in their bytes, whatever the encoding. Of an encrypted office
    all that its rows hold is looked through as well: its bytes say nothing."""
    wanted = {mark: [mark.encode(), mark.encode("utf-16-le")] for mark in marks}
    found = {
        str(path.relative_to(folder)): _marks_in(path, wanted) for path in sorted(folder.rglob("*")) if path.is_file()
    }
    return {name: held for name, held in found.items() if held}


def _marks_in(path: Path, wanted: dict[str, list[bytes]]) -> list[str]:
    content = _content(path)
    return [mark for mark, forms in wanted.items() if any(form in content for form in forms)]


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    return content + program.dump(path).encode() if encrypted.is_encrypted(path) else content
