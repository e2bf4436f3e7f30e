"""Keep every row of every table word for word, and know again what is already held.

A return that is loaded again replaces itself, table by table: rows with the same values are the
same rows, whatever their order; a row that is no longer there stays, marked as replaced.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from returns.ssda903.copying import drop, execute, fetch, stage
from returns.ssda903.read import Row, RowReader
from returns.ssda903.tables import EPISODES, TABLES

REPLACED = "replaced"
_FILE = 300
_AS_JSON = json.JSONEncoder(ensure_ascii=False).encode

HELD = """
SELECT row.id, source.year, row.table, row.file, row.line, row.values, row.fate, row.rule
FROM returns_returnrow AS row
JOIN returns_return AS source ON source.id = row.source_id
WHERE source.authority_id = %s AND row.replaced_by_id IS NULL
"""


def match(
    rows: Iterable[Row], tables: Iterable[tuple[int, str]], sources: Mapping[int, int]
) -> dict[int, str]:
    """Give each row that is held already its id; the rows no longer there, with their child.

    `tables` are the tables read, by year, those without a row as well; `sources` the ids of the
    returns by year.
    """
    by_table: dict[tuple[int, str], list[Row]] = {key: [] for key in tables}
    for row in rows:
        by_table[row.year, row.table.name].append(row)
    gone: dict[int, str] = {}
    moved: list[tuple[int, str, int]] = []
    for (year, table), read in by_table.items():
        gone |= _match_table(sources[year], table, read, moved)
    if moved:
        stage("moved_rows", "id bigint, file text, line integer", moved)
        execute(
            "UPDATE returns_returnrow AS row SET file = moved.file, line = moved.line"
            " FROM moved_rows AS moved WHERE row.id = moved.id"
        )
        drop("moved_rows")
    return gone


def _match_table(
    source: int, table: str, read: Iterable[Row], moved: list[tuple[int, str, int]]
) -> dict[int, str]:
    held = fetch(
        "SELECT id, hash, file, line, reference, fate, rule FROM returns_returnrow"
        ' WHERE source_id = %s AND "table" = %s AND replaced_by_id IS NULL ORDER BY file DESC,'
        " line DESC",
        source,
        table,
    )
    if not held:
        return {}
    pool = defaultdict(list)
    for id_, hash_, *rest in held:
        pool[hash_].append((id_, *rest))
    for row in read:
        same = pool.get(row.hash)
        if same:
            row.id, file, line, _, *was = same.pop()
            row.was = (was[0], was[1])
            if (file, line) != (row.file[:_FILE], row.line):
                moved.append((row.id, row.file[:_FILE], row.line))
    return {id_: reference for left in pool.values() for id_, _, _, reference, *_ in left}


def replace(gone: Collection[int], run: int) -> None:
    if gone:
        execute(
            "UPDATE returns_returnrow SET replaced_by_id = %s, fate = 'superseded', rule = %s"
            " WHERE id = ANY(%s)",
            run,
            REPLACED,
            list(gone),
        )


def held_rows(
    authority: int,
    children: Collection[str] | None,
    but_not: Collection[str],
    tables_read: Collection[tuple[int, str]],
    reader: RowReader,
) -> Iterator[Row]:
    """The rows held of these children (of all, where None), those of `but_not` left out.

    Rows of `tables_read` are left out too: what is held of them is what has just been read.
    """
    statement = f"{HELD} AND NOT (source.year || row.table) = ANY(%s)"
    values: list[Any] = [authority, [f"{year}{table}" for year, table in tables_read]]
    if children is not None:
        statement += " AND row.reference = ANY(%s)"
        values.append(list(children))
    elif but_not:
        statement += " AND NOT row.reference = ANY(%s)"
        values.append(list(but_not))
    for id_, year, table, file, line, given, fate, rule in fetch(statement, *values):
        texts = json.loads(given) if isinstance(given, str) else given
        row = reader.row(TABLES[table], file, line, texts)
        row.id, row.year, row.was, row.read = id_, year, (fate, rule), False
        yield row


def newest_with_episodes(authority: int) -> int:
    """The newest return that has an episode that could be held; 0 where there is none."""
    found = fetch(
        "SELECT max(source.year) FROM returns_return AS source"
        " WHERE source.authority_id = %s AND EXISTS ("
        "  SELECT 1 FROM returns_returnrow AS row WHERE row.source_id = source.id"
        '  AND row."table" = %s AND row.replaced_by_id IS NULL AND row.fate <> %s)',
        authority,
        EPISODES.name,
        "refused",
    )
    return int(found[0][0] or 0)


def store(rows: Iterable[Row], sources: Mapping[int, int], run: int) -> None:
    """Insert the rows not held yet."""
    stage(
        "new_rows",
        'source_id bigint, "table" text, file text, line integer, reference text, hash text,'
        ' "values" jsonb, fate text, rule text',
        (
            (
                sources[row.year],
                row.table.name,
                row.file[:_FILE],
                row.line,
                row.child,
                row.hash,
                _AS_JSON(row.verbatim),
                row.fate,
                row.rule,
            )
            for row in rows
        ),
    )
    execute(
        "INSERT INTO returns_returnrow"
        ' (source_id, "table", file, line, reference, hash, "values", fate, rule, run_id)'
        ' SELECT source_id, "table", file, line, reference, hash, "values", fate, rule, %s'
        " FROM new_rows",
        run,
    )
    drop("new_rows")


def tell_fates(rows: Iterable[Row]) -> None:
    """Write down what has become of rows held already, where that is new."""
    changed = [
        (row.id, row.fate, row.rule)
        for row in rows
        if row.id is not None and (row.fate, row.rule) != row.was
    ]
    if changed:
        stage("changed_fates", "id bigint, fate text, rule text", changed)
        execute(
            "UPDATE returns_returnrow AS row SET fate = changed.fate, rule = changed.rule"
            " FROM changed_fates AS changed WHERE row.id = changed.id"
        )
        drop("changed_fates")
