"""How wide a text is: an East Asian character takes two columns."""

import pytest

from ipsu_cli.write.breadth import breadth


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("abc", 3), ("日本", 4), ("a\nåäö", 3), ("ab\nc", 2)])
def test_the_widest_line_counts(text: str, columns: int) -> None:
    assert columns == breadth(text)
