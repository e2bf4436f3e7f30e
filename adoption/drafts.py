"""What officers have typed of a mid-point and not recorded yet, taken away with a sealed record.

It is no fact and has no history, so the archive of facts does not know of it.
"""

from adoption.archive import Holder, Rows, insert, taken
from casetrack.models import Child
from permanence.models import MidPointDraft


def _take(child: Child) -> Rows:
    return taken("DELETE FROM permanence_midpointdraft WHERE child_id = %s RETURNING *", [child.pk])


def _give(child: Child, drafts: Rows) -> None:
    insert(MidPointDraft, drafts)


HOLDER = Holder(name="mid-point drafts", take=_take, give=_give, why_not=lambda _: "")
