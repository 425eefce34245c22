"""The letter to the agency: as text (.md, .pdf) or as a workbook. Its words are Swedish: the agency reads it."""

from itertools import groupby
from pathlib import Path
from typing import Any

from ipsu_cli.core.delivery import quantity_text
from ipsu_cli.core.letter import DeliveredRow, Letter, LetterQuestion
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.locale import say, shown
from ipsu_cli.write.page import refuse_page, write_page
from ipsu_cli.write.sheet import Head, Worksheet
from ipsu_cli.write.whole_file import refuse_taken, refuse_unwritable
from ipsu_cli.write.xlsx import write_book

LANG = "sv"
KINDS = (".md", ".pdf", ".xlsx")
COLUMNS = {
    "question": "text",
    "case": "text",
    "place": "text",
    "self-invoice": "text",
    "ours-hours": "hours",
    "theirs-hours": "hours",
    "ours-price": "money",
    "theirs-price": "money",
    "ours-net": "money",
    "theirs-net": "money",
    "plan": "text",
    "deliveries": "text",
}
SUMS = ("ours-hours", "theirs-hours", "ours-net", "theirs-net")


def refuse_letter(path: Path, *, force: bool) -> None:
    """What cannot be written is refused before anything is asked."""
    if path.suffix.lower() not in KINDS:
        raise Unreadable("file.kind", path=str(path), known=list(KINDS))
    if path.suffix.lower() == ".xlsx":
        refuse_taken(path, force=force)
    else:
        refuse_page(path, force=force)
    refuse_unwritable(path)


def write_letter(path: Path, letter: Letter, *, force: bool) -> None:
    """The whole letter, or nothing."""
    if path.suffix.lower() == ".xlsx":
        write_book(path, [_sheet(letter)], LANG, force=force, today=letter.on)
        return
    write_page(path, say("letter.title", LANG), _about(letter), _text(letter), letter.on, force=force)


def _about(letter: Letter) -> list[tuple[str, str]]:
    found = [
        ("office", f"{letter.office}, {letter.orgnr}"),
        ("date", letter.on.isoformat()),
        ("agreement", letter.agreement),
        ("self_invoice", ", ".join(letter.self_invoices)),
        ("own_basis", letter.invoice),
        ("earlier_letters", ", ".join(day.isoformat() for day in letter.earlier)),
    ]
    return [(name, value) for name, value in found if value]


def _text(letter: Letter) -> str:
    parts = [say("letter.opening", LANG)]
    if letter.earlier:
        parts.append(say("letter.earlier", LANG, days=letter.earlier))
    for kind, listed in groupby(letter.questions, key=lambda question: question.kind):
        parts += [f"## {say(f'letter.{kind}', LANG)}", say(f"letter.{kind}.ask", LANG)]
        parts += [_paragraph(question) for question in listed]
    return "\n\n".join([*parts, say("letter.closing", LANG)])


def _paragraph(question: LetterQuestion) -> str:
    figures = {**question._asdict(), "plan": _plan(question), "deliveries": _deliveries(question.deliveries)}
    return say("letter.question", LANG, **figures)


def _plan(question: LetterQuestion) -> str:
    if question.plan_version is None:
        return "–"
    confirmed = shown(question.plan_confirmed, LANG)
    return say("letter.plan", LANG, version=question.plan_version, confirmed=confirmed)


def _deliveries(deliveries: tuple[DeliveredRow, ...]) -> str:
    return "; ".join(
        say("letter.delivery", LANG, id=done.id, first=done.from_day, last=done.to_day,
            quantity=quantity_text(done.quantity, done.unit))
        for done in deliveries
    ) or "–"  # fmt: skip


def _sheet(letter: Letter) -> Worksheet:
    heads = tuple(Head(say(f"sheet.head.{column}", LANG), kind) for column, kind in COLUMNS.items())
    places = tuple(place for place, column in enumerate(COLUMNS) if column in SUMS)
    above = tuple((say(f"column.{name}", LANG), value) for name, value in _about(letter))
    title = say("letter.title", LANG)
    return Worksheet(title, heads, [_row(question) for question in letter.questions], places, above=above, title=title)


def _row(question: LetterQuestion) -> tuple[Any, ...]:
    return (
        say(f"letter.{question.kind}", LANG), question.case, question.place, question.numbers, question.ours_hours,
        question.theirs_hours, question.ours_unit_price_ore, question.theirs_unit_price_ore, question.ours_net_ore,
        question.theirs_net_ore, _plan(question), _deliveries(question.deliveries),
    )  # fmt: skip
