"""Where the records of brothers and sisters name a child, in their own words and lists.

Nothing there is changed by sealing: it is their story. Whoever seals a record looks at it before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from adoption.archive import texts
from casetrack.models import Child
from casetrack.record import registry


@dataclass(frozen=True)
class Mention:
    """A brother's or sister's record that names the child: in how many facts of which kind."""

    child: Child
    kind: str
    times: int


def mentions(child: Child, others: Sequence[Child]) -> list[Mention]:
    """Facts of the `others` in which one of the child's names stands as a whole word: one query."""
    names = {name for name in (child.first_name, child.known_as) if len(name) > 1}
    kinds = {kind.title: kind for kind in registry.every() if texts(kind.model)}
    if not (names and others and kinds):
        return []
    pattern = rf"\m({'|'.join(map(re.escape, sorted(names)))})\M"
    parts, params = [], []
    for title, kind in kinds.items():
        columns = [connection.ops.quote_name(field.column) for field in texts(kind.model)]
        table = connection.ops.quote_name(kind.model._meta.db_table)
        parts.append(
            f"SELECT child_id, %s, count(*) FROM {table}"
            f" WHERE child_id = ANY(%s) AND concat_ws(' ', {', '.join(columns)}) ~* %s"
            " GROUP BY child_id"
        )
        params += [title, [each.pk for each in others], pattern]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), params)
        rows = cursor.fetchall()
    by_id = {each.pk: each for each in others}
    return [Mention(by_id[number], title, times) for number, title, times in sorted(rows)]
