"""What is browsed, judged by a browser: Chromium without a screen.

IPSU_SCREENSHOTS names a folder for pictures of the pages, to be looked at.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browsing import Browsing, browsing

pytest.importorskip("datasette", reason="the extra web is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium: apt-get install chromium")
# A page, and what a person sees on it.
PAGES = {
    "": ["Stegvis Stöd AB", "Levererat av planerat", "Var pengarna är", "vad myndighetens huvudkontor utreder"],
    "register/cases": ["71 rows", "A-101", "ett ärende per rad"],
    "register/cases/A-101": ["Links from other tables", "IPSU-NM"],
    "register/deliveries?_facet=coach": ["Karin Ekdalen", "2026-W03"],
    "register?sql=select+count(*)+as+antal+from+invoices": ["antal", "54"],
}


@pytest.fixture(scope="module")
def browsed(sample: Path) -> Iterator[Browsing]:
    with browsing(sample.parent) as running:
        yield running


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Chromium on an address: what is on the page once its scripts have run."""
    profile = tmp_path_factory.mktemp("chromium")

    def opened(url: str, *words: str) -> str:
        line = [
            CHROMIUM or "", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            f"--user-data-dir={profile}", "--window-size=1200,2200", *words, url,
        ]  # fmt: skip
        return subprocess.run(line, capture_output=True, text=True, timeout=120, check=True).stdout

    return opened


@pytest.mark.parametrize("path", PAGES)
def test_a_page_shows_what_it_is_about(browsed: Browsing, chromium: Callable[..., str], path: str) -> None:
    page = chromium(browsed.url + path, "--dump-dom")
    assert [] == [text for text in PAGES[path] if text not in page]


def test_a_picture_of_every_page_can_be_taken(browsed: Browsing, chromium: Callable[..., str], tmp_path: Path) -> None:
    folder = Path(os.environ.get("IPSU_SCREENSHOTS") or tmp_path)
    for place, path in enumerate(PAGES):
        chromium(browsed.url + path, f"--screenshot={folder / f'{place}.png'}")
        assert (folder / f"{place}.png").stat().st_size > 10_000
