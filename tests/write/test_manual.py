"""A page of the manual on a terminal."""

import pytest

from ipsu_cli.write.manual import WIDEST, laid_out

PAGE = """\
# Start: a page

<!-- today: 2026-03-20 -->

**The office** is set up once, in a folder of its own; `ipsu init` asks for
all that it needs.

* the first of a list, which is long enough to be folded at this width
* the second, with `ipsu help month`

```console
$ ipsu init --name "Exempelstöd AB" --orgnr 559999-0008 --lang en
Done.
```

| what | command |
| --- | --- |
| hours | `ipsu deliver` |
| a \\| b | x |
"""
NARROW = """\
Start: a page

The office is set up once, in a folder
of its own; `ipsu init` asks for all
that it needs.

* the first of a list, which is long
  enough to be folded at this width
* the second, with `ipsu help month`

  $ ipsu init --name "Exempelstöd AB" --orgnr 559999-0008 --lang en
  Done.

what   command
hours  `ipsu deliver`
a | b  x"""


def test_prose_is_folded_at_spaces_and_what_is_typed_stands_whole() -> None:
    assert NARROW == laid_out(PAGE, 40)


def test_a_table_without_room_has_the_rest_of_a_row_below_its_first_cell() -> None:
    table = "| what | why |\n| --- | --- |\n| hours | so that the month can be invoiced |"
    assert "hours\n    so that the\n    month can be\n    invoiced" == laid_out(table, 20)


@pytest.mark.parametrize(("width", "longest"), [(400, WIDEST), (60, 60)])
def test_no_line_of_prose_is_wider_than_is_read_with_ease(width: int, longest: int) -> None:
    lines = laid_out("word " * 200, width).splitlines()
    assert longest - len("word ") < max(map(len, lines)) <= longest


def test_a_row_that_begins_with_an_option_is_a_row() -> None:
    table = "| command | took |\n| --- | ---: |\n| --help | 5 x |\n| status | 12 x |"
    assert ["command  took", "--help   5 x", "status   12 x"] == laid_out(table, 40).splitlines()
