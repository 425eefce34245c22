"""`python -m tests.bench.first_page WORDS`: the command of these words serves pages; open the first, and end it."""

import re
import signal
import subprocess
import sys
from urllib.request import urlopen

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/?")


def main(words: list[str]) -> int:
    """Return 0 once the page was there."""
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as serving:
        assert serving.stdout
        try:
            found = next(found for line in serving.stdout if (found := ADDRESS.search(line)))
            with urlopen(found[0]) as page:
                page.read()
        finally:
            serving.send_signal(signal.SIGINT)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
