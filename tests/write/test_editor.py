"""The editor's command line as people write it in `$EDITOR`."""

import shlex
import sys

import pytest

from ipsu_cli.write.editor import _words


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (r"C:\Windows\notepad.exe", [r"C:\Windows\notepad.exe"]),
        (r'"C:\Program Files\Vim\gvim.exe" -f', [r"C:\Program Files\Vim\gvim.exe", "-f"]),
        (r'C:\"Program Files"\Vim\gvim.exe -f', [r"C:\Program Files\Vim\gvim.exe", "-f"]),
        (r'gvim.exe --cmd="set encoding=utf-8" -f', ["gvim.exe", "--cmd=set encoding=utf-8", "-f"]),
        (r"C:\Olle's\editor.exe", [r"C:\Olle's\editor.exe"]),
        (r'"C:\Program Files\x.exe', [r"C:\Program Files\x.exe"]),
    ],
)
def test_on_windows_a_word_may_have_its_quotation_marks_anywhere(
    command: str, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("shutil.which", lambda program: None)
    assert words == _words(command)


def test_elsewhere_it_is_read_as_a_shell_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert shlex.split("vim -c 'set tw=72'") == _words("vim -c 'set tw=72'")
