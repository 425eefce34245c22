"""What the check of the register asks of a case of IPSU: its training, and what came of it.

Source: the agency's questions and answers for suppliers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.register import REGISTER
from ipsu_cli.rules.sources import INTRODUCTION

if TYPE_CHECKING:
    from ipsu_cli.core.register import RegisteredCase


@rule(REGISTER, "register.training", "A6", INTRODUCTION, warn=True, fix="ipsu case edit {case} {options}")
def the_training_is_known_whole(f: RegisteredCase) -> Iterator[Violation]:
    """A case is for a named training, with both its days; in IPSU A the days may still be to come."""
    has = f.training
    days = f.planned or has.from_day or has.to_day
    options = [
        option
        for option, missing in (
            ("--training NAME", not has.name),
            ("--training-from DATE", days and not has.from_day),
            ("--training-to DATE", days and not has.to_day),
        )
        if missing
    ]
    if options:
        yield violation(case=f.ref, options=" ".join(options))


@rule(
    REGISTER,
    "register.result",
    "A3",
    INTRODUCTION,
    warn=True,
    fix="ipsu case edit {case} --training-result RESULT",
)
def the_result_of_the_training_is_known(f: RegisteredCase) -> Iterator[Violation]:
    """A case of IPSU B that is closed has the result of its training, unless it goes on with another supplier."""
    if f.closed and f.reason != "changed_supplier" and f.training.result is None:
        yield violation(case=f.ref, closed=f.closed)


# Of both parts of IPSU, and of the one that has a result.
MAPPING: Rules = (the_training_is_known_whole,)
SUPPORT: Rules = (
    the_result_of_the_training_is_known,
    the_training_is_known_whole,
)
