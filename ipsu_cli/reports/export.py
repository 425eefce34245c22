"""What the exports about the municipalities' services share."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.table import Column, Table
from ipsu_cli.rules import services

IN_ERROR = "registered_in_error"


def queued_services() -> list[str]:
    return [code for code in services.codes() if services.service(code).queued]


def rows_answer(
    name: str, columns: tuple[Column, ...], shapes: list[dict[str, Any]], figures: dict[str, Any]
) -> Answer:
    rows = [tuple(shape[column.key] for column in columns) for shape in shapes]
    return Answer(
        {name: shapes}, [Text("message.count", {"count": len(rows)})], [Table(name, columns, rows, (), figures)]
    )
