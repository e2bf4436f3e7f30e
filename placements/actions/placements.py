"""Where a child lives: the first home, moves, and the end of the last one."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from casetrack.actions import changes
from casetrack.actions.refusal import Refused
from casetrack.models import Authority, CarePeriod, Child
from casetrack.models.codes import HOME_TYPE, REASON_HOME_ENDED
from casetrack.recording import recording
from placements.actions import homes
from placements.models import Home, Placement


class PlacementRefused(Refused):
    """The child cannot move in, move, or move out so."""


def measure_all(*, authority: Authority, miles: Mapping[int, Decimal], by: Any) -> None:
    """Say of many placements, by their ids, how far they are from the family's home, in miles of a
    straight line to one decimal. What somebody worked out for one already stays.
    """
    with (
        recording("placements.measured", by=by, authority=authority.code, placements=len(miles)),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "UPDATE placements_placement SET distance_miles = measured.miles"
            " FROM unnest(%s::bigint[], %s::numeric[]) AS measured(id, miles), casetrack_child"
            " WHERE placements_placement.id = measured.id AND distance_miles IS NULL"
            " AND casetrack_child.id = child_id AND authority_id = %s",
            [list(miles), list(miles.values()), authority.pk],
        )


def why_not_start(child: Child, type: str, on: date) -> str:
    """Why the child cannot come to live somewhere on `on`; empty where they can."""
    if type not in HOME_TYPE:
        return "Choose what kind of home it is."
    if not CarePeriod.objects.filter(child=child).on(on).exists():
        return "The child is not in care on that day."
    if Placement.objects.filter(child=child).overlapping(on, None).exists():
        return "The child lives somewhere else on that day or after it. Record a move instead."
    return ""


def start(*, child: Child, home: Home, type: str, on: date, by: Any, **known: Any) -> Placement:
    """The child comes to live in `home`; `known` may hold provider, postcodes, URN, distance."""
    with recording("placement.started", by=by, children=[child.pk], type=type):
        if reason := why_not_start(child, type, on):
            raise PlacementRefused(reason)
        return Placement.objects.create(child=child, home=home, type=type, starts_on=on, **known)


def live(
    *,
    child: Child,
    on: date,
    type: str,
    by: Any,
    same_carers: bool = False,
    name: str = "",
    carers: Sequence[str] = (),
    postcode: str = "",
    urn: str = "",
    reason: str = "",
    planned: str = "",
    **known: Any,
) -> Placement:
    """From `on` the child lives with the same carers in another kind of home, or in a home that is
    found by its name, postcode and carers: their first, or a move from the one before.
    """
    with recording("placement.recorded", by=by, children=[child.pk], type=type):
        present = Placement.objects.filter(child=child).on(on).select_related("home").first()
        if same_carers:
            if present is None:
                raise PlacementRefused("No home is recorded for the child on that day.")
            home = present.home
        else:
            home = homes.found_or_recorded(
                authority=child.authority,
                name=name,
                carers=carers,
                postcode=postcode,
                urn=urn,
                by=by,
            )
        known |= {"postcode": home.postcode, "urn": urn or home.urn}
        if present is None:
            if reason or planned:
                raise PlacementRefused(
                    "No home is recorded for the child on that day, so none ended then."
                )
            return start(child=child, home=home, type=type, on=on, by=by, **known)
        return move(
            child=child,
            home=home,
            type=type,
            on=on,
            reason=reason,
            planned=planned,
            by=by,
            **known,
        )


def why_not_in_care(fact: Any) -> str:
    """Why a fact of a child in care cannot begin when it does; empty where it can."""
    if not CarePeriod.objects.filter(child=fact.child_id).on(fact.starts_on).exists():
        return "The child is not in care on that day."
    return ""


def why_not_move(child: Child, home: Home, type: str, on: date) -> str:
    """Why the child cannot move on `on`; empty where they can."""
    if type not in HOME_TYPE:
        return "Choose what kind of home it is."
    present = Placement.objects.filter(child=child).on(on).first()
    if present is None:
        return "No home is recorded for the child on that day."
    if on == present.starts_on:
        return "The child moved on that day already."
    if Placement.objects.filter(child=child, starts_on__gt=on).exists():
        return "Another home starts after that day. Choose a later day."
    if present.home_id == home.pk and present.type == type:
        return "The child already lives there."
    return ""


def move(
    *,
    child: Child,
    home: Home,
    type: str,
    on: date,
    reason: str,
    by: Any,
    planned: str = "",
    **known: Any,
) -> Placement:
    """The child moves, or the same carers' home becomes of another kind (`home` unchanged).

    `reason` and `planned` say why, and whether as planned, the home before came to its end. A move
    that is told late, when the child has moved out since, ends as the home before was said to.
    """
    with recording("placement.moved", by=by, children=[child.pk], type=type, reason=reason):
        if refusal := why_not_move(child, home, type, on):
            raise PlacementRefused(refusal)
        if reason and reason not in REASON_HOME_ENDED:
            raise PlacementRefused("Choose why the child moved.")
        left = Placement.objects.filter(child=child).on(on).get()
        ended = {name: getattr(left, name) for name in ("ends_on", "end_reason", "end_planned")}
        left.ends_on, left.end_reason, left.end_planned = on, reason, planned
        left.save(update_fields=list(ended))
        return Placement.objects.create(
            child=child, home=home, type=type, starts_on=on, **ended, **known
        )


def why_not_end(present: Placement | None, on: date) -> str:
    """Why the child cannot move out on `on`; empty where they can."""
    if present is None:
        return "No home is recorded for the child now."
    return "" if on > present.starts_on else "A home must end after the day it started."


def end(
    *,
    child: Child,
    on: date,
    by: Any,
    reason: str = "",
    planned: str = "",
    seen: Placement | None = None,
) -> Placement:
    """The child no longer lives there, and no other home in care follows.

    `seen` is the stay that whoever ends it had before them, which must be open still.
    """
    with recording("placement.ended", by=by, children=[child.pk], reason=reason):
        if seen is not None:
            changes.check_open(seen)
        present: Placement | None = Placement.objects.filter(child=child, ends_on=None).first()
        if (refusal := why_not_end(present, on)) or present is None:
            raise PlacementRefused(refusal)
        present.ends_on, present.end_reason, present.end_planned = on, reason, planned
        present.save(update_fields=["ends_on", "end_reason", "end_planned"])
        return present


def end_with_care(*, child: Child, on: date, by: Any) -> None:
    """Where the child lives ends on the day of leaving care. Where no home is open, nothing does.

    The return has no reason for it: a home that ends with care did not end for another home, and
    why care ended is said there (SSDA903, REASON_PLACE_CHANGE is for changes within care).
    """
    if Placement.objects.filter(child=child, ends_on=None).exists():
        end(child=child, on=on, by=by)
