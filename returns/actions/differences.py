"""Deciding what a return says otherwise than a person recorded."""

from datetime import date
from typing import Any

from casetrack.recording import recording
from returns.models import Difference

KEPT = "what was recorded stands"


def keep_recorded(*, difference: Difference, on: date, by: Any) -> None:
    """What the person recorded stands; the same difference is not asked about again."""
    with recording("difference.decided", by=by, children=[difference.child_id]):
        Difference.objects.filter(pk=difference.pk, decided_on=None).update(
            decided_on=on, decision=KEPT
        )
