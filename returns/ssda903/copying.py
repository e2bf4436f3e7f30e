"""COPY rows into temporary tables, from which set-based statements then take them.

COPY is never what writes to a table with history: as the first write of a transaction it would
lose who and why.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection


def execute(statement: str, *values: Any) -> int:
    """Run one statement; how many rows it changed."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


def fetch(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def stage(table: str, columns: str, rows: Iterable[Sequence[Any]]) -> None:
    """Fill a new temporary table of these columns (with their types), and look at its size."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {table}")
        cursor.execute(f"CREATE TEMPORARY TABLE {table} ({columns}) ON COMMIT DROP")
        with cursor.copy(f"COPY {table} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute(f"ANALYZE {table}")


def drop(*tables: str) -> None:
    for table in tables:
        execute(f"DROP TABLE IF EXISTS {table}")
