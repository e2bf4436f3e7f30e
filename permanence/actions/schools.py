"""Where the child learns; a new place ends the one before it."""

from datetime import date
from decimal import Decimal
from typing import Any

from casetrack.actions.facts import record
from casetrack.actions.refusal import Refused
from casetrack.models import Child
from casetrack.recording import recording
from permanence.models import SchoolPlace


class SchoolRefused(Refused):
    """The place cannot start or end so."""


def why_not_start(child: Child, on: date) -> str:
    """Why no place can start on `on`; empty where one can."""
    if SchoolPlace.objects.filter(child=child, starts_on__gte=on).exists():
        return "Another school place starts on or after that day. Choose a later day."
    return ""


def start(
    *, child: Child, school: str, on: date, by: Any, hours: Decimal | None = None
) -> SchoolPlace:
    """The child has a place there from `on`; also where the hours of the same school change."""
    with recording("school.started", by=by, children=[child.pk]):
        if reason := why_not_start(child, on):
            raise SchoolRefused(reason)
        SchoolPlace.objects.filter(child=child).on(on).update(ends_on=on)
        place = SchoolPlace(child=child, school=school.strip(), starts_on=on, hours=hours)
        recorded: SchoolPlace = record(fact=place, what="school", by=by)
        return recorded


def end(*, place: SchoolPlace, on: date, by: Any) -> None:
    """The child has no place there from `on`."""
    with recording("school.ended", by=by, children=[place.child_id]):
        place.refresh_from_db()
        if place.ends_on is not None:
            raise SchoolRefused("That place has already ended.")
        if on <= place.starts_on:
            raise SchoolRefused("A place must end after the day it began.")
        place.ends_on = on
        place.save(update_fields=["ends_on"])
