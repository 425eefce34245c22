"""What participants answered to a question: counted, never by person."""

import datetime as dt
from typing import NamedTuple

POPULATIONS = ("ongoing", "closing")


class Survey(NamedTuple):
    """One question to one population on a day. `answers`: each answer and how many gave it; `positive_answers`:
    those that count as positive, and `positive` how many they are."""

    id: int
    agreement: str
    question: str
    population: str
    on: dt.date
    asked: int
    answers: tuple[tuple[str, int], ...]
    positive_answers: tuple[str, ...]

    @property
    def answered(self) -> int:
        return sum(count for _, count in self.answers)

    @property
    def positive(self) -> int:
        return sum(count for answer, count in self.answers if answer in self.positive_answers)
