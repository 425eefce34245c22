"""What a case waits for, and what is done about it."""

from collections.abc import Mapping
from typing import Any

from ipsu_cli.core.answer import Text
from ipsu_cli.core.named_tuple import NamedTuple


class NextStep(NamedTuple):
    """A thing to do: its code, a sentence, and the command that does it."""

    code: str
    message: Text
    command: str | None

    @classmethod
    def to_do(cls, code: str, figures: Mapping[str, Any], command: str) -> "NextStep":
        """One whose sentence is `message.CODE`, filled with the figures."""
        return cls(code, Text(f"message.{code}", figures), command)

    @classmethod
    def demanded(cls, rule: str, figures: Mapping[str, Any], command: str | None) -> "NextStep":
        """One that a rule demands, in the words of the rule."""
        return cls(rule, Text(f"rule.{rule}", figures), command)
