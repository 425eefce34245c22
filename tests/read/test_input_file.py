"""A file tells who waits for it how far it was read."""

from pathlib import Path

import pytest

from ipsu_cli.read.input_file import InputFile


@pytest.fixture
def file(tmp_path: Path) -> InputFile:
    path = tmp_path / "in.csv"
    path.write_bytes(b"case;hours\n" * 20_000)
    return InputFile(str(path))


def read_through(file: InputFile, steps: int = 1) -> list[tuple[int, int]]:
    """What was heard until the file was read to its end."""
    heard: list[tuple[int, int]] = []
    file.tick = lambda done, of: heard.append((done, of))
    with file.open(steps) as stream:
        assert b"case;hours\n" * 20_000 == stream.read()
    return heard


def test_all_its_bytes_are_told_and_no_more(file: InputFile) -> None:
    heard = read_through(file)
    assert (220_000, 220_000) == heard[-1]
    assert sorted(heard) == heard and len(heard) < 40


def test_to_read_it_may_be_one_of_several_steps(file: InputFile) -> None:
    assert (220_000, 440_000) == read_through(file, 2)[-1]


def test_it_can_be_read_again_from_any_place(file: InputFile) -> None:
    file.tick = lambda done, of: None
    with file.open() as stream:
        stream.read(100)
        stream.seek(11)
        assert (b"case", 15) == (stream.read(4), stream.tell())
