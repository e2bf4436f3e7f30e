"""COPY rows into temporary tables, from which set-based statements then take them.

COPY is never what writes to a table with history: as the first write of a transaction it would
lose who and why.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db import connection

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_SPECIAL = re.compile(r"[\\\t\n\r]")
_BLOCK = 2_000


def execute(statement: str, *values: Any) -> int:
    """Run one statement; how many rows it changed."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


def fetch(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def stage(table: str, columns: str, rows: Iterable[Iterable[Any]]) -> None:
    """Fill a new temporary table of these columns (with their types), and look at its size."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {table}")
        cursor.execute(f"CREATE TEMPORARY TABLE {table} ({columns}) ON COMMIT DROP")
        with cursor.copy(f"COPY {table} FROM STDIN") as copy:
            block = []
            for row in rows:
                block.append("\t".join(map(_text, row)))
                if len(block) >= _BLOCK:
                    copy.write("\n".join(block) + "\n")
                    block = []
            if block:
                copy.write("\n".join(block) + "\n")
        cursor.execute(f"ANALYZE {table}")


def drop(*tables: str) -> None:
    for table in tables:
        execute(f"DROP TABLE IF EXISTS {table}")


def _text(value: Any) -> str:
    return _AS_TEXT.get(type(value), str)(value)


def _escaped(value: str) -> str:
    return value.translate(_ESCAPES) if _SPECIAL.search(value) else value


_AS_TEXT: dict[type, Callable[[Any], str]] = {
    str: _escaped,
    type(None): lambda value: "\\N",
    bool: lambda value: "t" if value else "f",
    date: date.isoformat,
}
