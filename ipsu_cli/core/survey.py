"""What participants answered to a question: counted, never by person."""

import datetime as dt
from typing import Annotated

from ipsu_cli.core.fact import ARGUMENT, fact
from ipsu_cli.core.kind import AGREEMENT, COUNT, DAY, TEXT, Kind, code, late
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.to_json import JsonObject, only

POPULATIONS = ("ongoing", "closing")


def _written(answers: tuple[tuple[str, int], ...]) -> str:
    return ";".join(f"{answer}={count}" for answer, count in answers)


ANSWERS: Kind[tuple[tuple[str, int], ...]] = Kind("TEXT=N;…", late("read_answers"), write=_written)
POSITIVE: Kind[tuple[str, ...]] = Kind("TEXT;…", late("read_words"), write=";".join)


class Survey(NamedTuple):
    """One question to one population on a day. `answers`: each answer and how many gave it; `positive_answers`:
    those that count as positive, and `positive` how many they are."""

    id: int
    agreement: Annotated[str, fact(AGREEMENT, typed=ARGUMENT, required=True)]
    question: Annotated[str, fact(TEXT.typed("QUESTION"), typed=ARGUMENT, required=True)]
    population: Annotated[str, fact(code(*POPULATIONS), required=True)]
    on: Annotated[dt.date, fact(DAY, required=True)]
    asked: Annotated[int, fact(COUNT, required=True)]
    answers: Annotated[tuple[tuple[str, int], ...], fact(ANSWERS, required=True)]
    positive_answers: Annotated[tuple[str, ...], fact(POSITIVE, "positive", key="positive_answers", required=True)]

    @property
    def answered(self) -> int:
        return sum(count for _, count in self.answers)

    @property
    def positive(self) -> int:
        return sum(count for answer, count in self.answers if answer in self.positive_answers)

    @property
    def share(self) -> Percent | None:
        """Positive of the answers; None where nobody has answered."""
        return Percent.share(self.positive, self.answered) if self.answered else None

    @property
    def response(self) -> Percent | None:
        """Answers of the asked; None where nobody was asked."""
        return Percent.share(self.answered, self.asked) if self.asked else None

    def to_json(self) -> JsonObject:
        """What was asked and what follows from the answers, then each answer with its count."""
        asked = only(self, "id", "agreement", "question", "population", "on", "asked")
        counted = only(self, "answered", "positive", "share", "response")
        answers = [{"answer": answer, "count": count} for answer, count in self.answers]
        return {**asked, **counted, "answers": answers, "positive_answers": self.positive_answers}
