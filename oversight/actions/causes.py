"""What holds a wait up, day by day: an answer says it, and the last word on a day stands."""

from datetime import date
from typing import Any

from casetrack.recording import recording
from oversight.episodes import Episode
from oversight.models import Answer, DelayCause


def put_down(
    *, answer: Answer, cause: str, starts_on: date, by: Any, ends_on: date | None = None
) -> None:
    """Put the days `[starts_on, ends_on)` of the answer's wait down to `cause`.

    What was said of these days before ends there; what was said of later ones stands.
    """
    with recording("cause.put-down", by=by, children=[answer.child_id], cause=cause):
        said = DelayCause.objects.filter(**Episode.of(answer).key)
        said.filter(starts_on=starts_on).delete()
        said.on(starts_on).update(ends_on=starts_on)
        later = said.filter(starts_on__gt=starts_on).order_by("starts_on").first()
        ends = [day for day in (ends_on, later.starts_on if later else None) if day is not None]
        DelayCause.objects.create(
            **Episode.of(answer).key,
            answer=answer,
            cause=cause,
            starts_on=starts_on,
            ends_on=min(ends, default=None),
        )


def cut(*, answer: Answer, on: date, by: Any) -> None:
    """What the answer said of its wait holds no longer from `on`."""
    with recording("cause.cut", by=by, children=[answer.child_id]):
        said = DelayCause.objects.filter(answer=answer)
        said.filter(starts_on__gte=on).delete()
        said.on(on).update(ends_on=on)
