"""Where an office's file lies is told by the kernel's list of file systems, and by the names of folders."""

from pathlib import Path

import pytest

from ipsu_cli.core.place import network_of, service_of
from tests.conftest import Program

LISTED = r"""
22 1 8:1 / / rw,relatime - 9p root rw
30 22 0:30 / /home rw,relatime shared:1 - ext4 /dev/sda2 rw
31 30 0:31 / /home/kim/office\040files rw - nfs4 server:/office rw
32 30 0:32 / /home/kim/phone rw - fuse.sshfs kim@phone: rw
33 22 0:33 / /mnt/share rw - cifs //server/share rw
34 33 0:34 / /mnt/share/local rw - tmpfs tmpfs rw
half a line
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/ipsu.db", None),
        ("/home/kim/ipsu.db", None),
        ("/home/kim/office files/ipsu.db", "nfs4"),
        ("/home/kim/office/ipsu.db", None),
        ("/home/kim/phone/a/b/ipsu.db", "fuse.sshfs"),
        ("/mnt/share/ipsu.db", "cifs"),
        ("/mnt/share/local/ipsu.db", None),
    ],
)
def test_the_nearest_file_system_says_whether_it_is_a_network(path: str, kind: str | None, tmp_path: Path) -> None:
    (tmp_path / "mountinfo").write_text(LISTED)
    assert kind == network_of(Path(path), tmp_path / "mountinfo")
    assert network_of(Path(path), tmp_path / "nowhere") is None


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - Stegvis Stöd AB", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("dropbox-not", None),
        ("office", None),
    ],
)
def test_a_folder_that_is_kept_in_step_is_told_where_an_office_is_made_and_each_morning(
    folder: str, service: str | None, tmp_path: Path, ipsu: Program
) -> None:
    path = tmp_path / folder / "ipsu.db"
    path.parent.mkdir(parents=True)
    assert service == service_of(path)
    codes = ["database.synced"] if service else []
    for words in ("init --name X --orgnr 559999-0008", "status"):
        made = ipsu([*words.split(), "--db", str(path), "--json"])
        assert codes == [warning["code"] for warning in made.json["warnings"]]
