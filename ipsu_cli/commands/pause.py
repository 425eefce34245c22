"""`ipsu pause cancel`; a pause is entered by `ipsu case pause`."""

from ipsu_cli.commands._cancel import with_cancel
from ipsu_cli.commands._options import group

app = group()


@app.callback()
def pause() -> None:
    """A group, though it has one command so far."""


with_cancel(app, "pause")
