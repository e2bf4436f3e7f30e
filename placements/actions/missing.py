"""Times when a child was missing, or away without anybody having agreed to it."""

from datetime import date
from typing import Any

from casetrack.actions.refusal import Refused
from casetrack.models import CarePeriod, Child
from casetrack.models.codes import MISSING
from casetrack.recording import recording
from placements.models import MissingEpisode, ReturnInterview


class MissingRefused(Refused):
    """The episode cannot start or end so."""


def why_not_start(child: Child, kind: str, on: date) -> str:
    """Why the child cannot be recorded as missing from `on`; empty where they can."""
    if kind not in MISSING:
        return "Choose whether the child was missing or away without authorisation."
    if not CarePeriod.objects.filter(child=child).on(on).exists():
        return "The child is not in care on that day."
    if MissingEpisode.objects.filter(child=child).overlapping(on, None).exists():
        return "The child is already recorded as missing on that day or after it."
    return ""


def start(*, child: Child, kind: str, on: date, by: Any) -> MissingEpisode:
    """The child went missing on `on`."""
    with recording("missing.started", by=by, children=[child.pk], kind=kind):
        if reason := why_not_start(child, kind, on):
            raise MissingRefused(reason)
        return MissingEpisode.objects.create(child=child, kind=kind, starts_on=on)


def end(*, episode: MissingEpisode, on: date, by: Any) -> None:
    """The child came back on `on`, which may be the day they went missing."""
    with recording("missing.ended", by=by, children=[episode.child_id]):
        episode.refresh_from_db()
        if episode.ends_on is not None:
            raise MissingRefused("The child has already come back.")
        if on < episode.starts_on:
            raise MissingRefused("The child cannot come back before going missing.")
        episode.ends_on = on
        episode.save(update_fields=["ends_on"])


def why_not_talk(interview: ReturnInterview) -> str:
    """Why there can be no such talk after a return; empty where there can."""
    came_back = MissingEpisode.objects.filter(
        child=interview.child_id, ends_on=interview.came_back_on
    )
    return "" if came_back.exists() else "The child did not come back on that day, as recorded."
