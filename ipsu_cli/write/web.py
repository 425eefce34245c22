"""Datasette over a file of views, on this machine alone, until it is interrupted."""

from collections.abc import Awaitable, Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ipsu_cli.core import interrupt
from ipsu_cli.core.dashboard import Dashboard
from ipsu_cli.core.extra import install
from ipsu_cli.core.problem import Surroundings
from ipsu_cli.core.table import Table
from ipsu_cli.locale import say, sentence
from ipsu_cli.write.screen import RIGHT, cells_of, heading, title, totals

HERE = "127.0.0.1"
# By what a page may be asked for: a page of somebody else's, whose name leads here, is told nothing.
NAMES = (HERE, "localhost")
TEMPLATES = Path(__file__).with_name("templates")
# No file to take away, no long question, and nothing kept by the browser.
SETTINGS = {
    "allow_download": False, "allow_csv_stream": False, "sql_time_limit_ms": 3_000, "max_returned_rows": 1_000,
    "default_cache_ttl": 0,
}  # fmt: skip
PLAIN = "text/plain; charset=utf-8"

Send = Callable[[Any], Awaitable[None]]
App = Callable[[Any, Any, Send], Awaitable[None]]


def refuse_without_web() -> None:
    """Raise where the extra is not installed."""
    if find_spec("datasette") is None:
        raise Surroundings("browse.extra", command=install("web"))


def serve(file: Path, page: Dashboard, lang: str, port: int, started: Callable[[str], None]) -> None:
    """Show the file until somebody interrupts; `started` hears the address. Port 0 is any that is free.

    Raises `Surroundings` where the port is taken.
    """
    import uvicorn

    config = uvicorn.Config(_app(file, page, lang), host=HERE, port=port, log_level="critical", server_header=False)
    try:
        socket = config.bind_socket()
    except SystemExit:  # it has said why in a log that nobody reads
        raise Surroundings("browse.port", port=port) from None
    socket.listen()  # who asks before the first answer waits for it
    started(f"http://{HERE}:{socket.getsockname()[1]}/")
    server = uvicorn.Server(config)
    try:
        with interrupt.answered_by(server.handle_exit):
            server.run(sockets=[socket])
    finally:
        socket.close()


def _app(file: Path, page: Dashboard, lang: str) -> App:
    """Datasette with our first page, and without what others have installed for it."""
    from datasette.app import Datasette
    from datasette.plugins import pm

    for plugin, _ in pm.list_plugin_distinfo():
        pm.unregister(plugin)
    metadata, templates = _metadata(file, page, lang), str(TEMPLATES)
    shown = Datasette([], immutables=[str(file)], settings=SETTINGS, metadata=metadata, template_dir=templates)
    app: App = shown.app()
    shown.jinja_env.globals["dashboard"] = _words(page, lang)
    shown.jinja_env.globals["database"] = file.stem
    return _for_this_machine(app)


def _for_this_machine(app: App) -> App:
    """What answers only to a browser that was led here by the machine's own name."""

    async def guarded(scope: Any, receive: Any, send: Send) -> None:
        asked = dict(scope.get("headers", ())).get(b"host", b"").decode("latin-1").rpartition(":")[0]
        if scope["type"] != "http" or asked in NAMES:
            await app(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": 421, "headers": [(b"content-type", PLAIN.encode())]})
        await send({"type": "http.response.body", "body": b""})

    return guarded


def _metadata(file: Path, page: Dashboard, lang: str) -> dict[str, Any]:
    """What each view and column says."""
    tables = {
        view.name: {
            "description": say(view.about.code, lang),
            "columns": {name: say(text.code, lang) for name, text in view.columns.items()},
        }
        for view in page.views
    }
    return {"title": page.office, "databases": {file.stem: {"tables": tables}}}


def _words(page: Dashboard, lang: str) -> dict[str, Any]:
    """What the template fills in."""
    return {
        "lang": lang,
        "lines": [sentence(line, lang) for line in page.lines],
        "note": say("message.browse-internal", lang),
        "tables": [_table(table, lang) for table in page.tables],
        "views_title": say("table.views", lang),
        "views": [(view.name, say(view.about.code, lang)) for view in page.views],
    }


def _table(table: Table, lang: str) -> dict[str, Any]:
    return {
        "title": title(table, lang),
        "columns": [(heading(column, lang), column.kind in RIGHT) for column in table.columns],
        "rows": [row for columns in cells_of(table, lang) for row in zip(*columns, strict=True)],
        "totals": totals(table, lang) if table.totals and len(table.rows) > 1 else [],
    }
