"""What officers have typed of a mid-point and not recorded yet, taken away with a sealed record.

It is no fact and has no history, so the archive of facts does not know of it.
"""

import json
from typing import Any

from django.db import connection

from adoption.archive import Holder
from casetrack.models import Child


def _take(child: Child) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH taken AS (DELETE FROM permanence_midpointdraft WHERE child_id = %s RETURNING *)"
            " SELECT to_jsonb(taken)::text FROM taken ORDER BY id",
            [child.pk],
        )
        return [json.loads(row) for (row,) in cursor.fetchall()]


def _give(child: Child, drafts: list[dict[str, Any]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO permanence_midpointdraft"
            " SELECT * FROM jsonb_populate_recordset(NULL::permanence_midpointdraft, %s::jsonb)",
            [json.dumps(drafts)],
        )


HOLDER = Holder(name="mid-point drafts", take=_take, give=_give, why_not=lambda _: "")
