"""Targets and rates: of each kind one is in force at a time, from a day on, until the next.

What is set from a day on ends what was in force, and lasts until what was set for later. From the
same day it puts right what was set. Nothing of it is forgotten: the rows are tracked.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from casetrack.actions.facts import fitting
from casetrack.actions.refusal import Refused
from casetrack.models import Authority
from casetrack.recording import recording
from oversight.models import Benchmark, FactsChanged, WeeklyRate

KEYS = {Benchmark: ("indicator", "whose"), WeeklyRate: ("type", "provider")}
"""Of what one is in force at a time."""
SET_FOR_LATER = "Another is set from an earlier day than this: let it end by then."
LONGEST_SOURCE = 200
FARTHEST_YEARS = 10


class SettingRefused(Refused):
    """It cannot be set so."""


def why_not(source: str, starts_on: date, ends_on: date | None, today: date) -> dict[str, str]:
    """By field, why nothing can be in force over that time; empty where it can."""
    found = {}
    if not source.strip():
        found["source"] = "Say where it is from."
    elif len(source) > LONGEST_SOURCE:
        found["source"] = f"Say it in {LONGEST_SOURCE} characters."
    if starts_on.year > today.year + FARTHEST_YEARS:
        found["starts_on"] = f"Enter a day within {FARTHEST_YEARS} years."
    if ends_on is not None and ends_on <= starts_on:
        found["ends_on"] = "It must end after the day it starts."
    return found


def put(
    model: Any,
    what: str,
    *,
    authority: Authority,
    of: Mapping[str, Any],
    starts_on: date,
    ends_on: date | None,
    values: Mapping[str, Any],
    by: Any,
) -> bool:
    """From `starts_on` the `values` are in force of what `of` names. False where they are already.

    `ends_on` None is until the next that is set.
    """
    with transaction.atomic():
        # Two people who set the same wait here for each other.
        Authority.objects.select_for_update(no_key=True).get(pk=authority.pk)
        rows = model.objects.filter(authority=authority, **of)
        later = rows.filter(starts_on__gt=starts_on).order_by("starts_on").first()
        if later is not None and ends_on is not None and ends_on > later.starts_on:
            raise SettingRefused(fields={"ends_on": SET_FOR_LATER})
        if later is not None and ends_on is None:
            ends_on = later.starts_on
        row = rows.filter(starts_on=starts_on).first() or model(authority=authority, **of)
        wanted = {**values, "starts_on": starts_on, "ends_on": ends_on}
        if row.pk and all(getattr(row, name) == value for name, value in wanted.items()):
            return False
        with recording(f"{what}.set", by=by, authority=authority.code, on=str(starts_on), **of):
            before = rows.filter(Q(ends_on=None) | Q(ends_on__gt=starts_on))
            before.filter(starts_on__lt=starts_on).update(ends_on=starts_on)
            for name, value in {**wanted, "set_by": by}.items():
                setattr(row, name, value)
            row.save()
            FactsChanged.objects.create(authority=authority)
    return True


def end(row: Any, what: str, *, ends_on: date, by: Any) -> None:
    """It is in force up to the day before `ends_on`, and nothing after it until more is set."""
    same = type(row).objects.filter(authority=row.authority, **_key(row))
    later = same.filter(starts_on__gt=row.starts_on).order_by("starts_on").first()
    if ends_on <= row.starts_on:
        raise SettingRefused(fields={"ends_on": "It must end after the day it starts."})
    if later is not None and ends_on > later.starts_on:
        raise SettingRefused(fields={"ends_on": SET_FOR_LATER})
    with recording(
        f"{what}.ended", by=by, authority=row.authority.code, on=str(ends_on), **_key(row)
    ):
        row.ends_on = ends_on
        row.set_by = by
        with fitting():
            row.save()
        FactsChanged.objects.create(authority=row.authority)


def take_back(row: Any, what: str, *, why: str, by: Any) -> None:
    """It never was in force. What was before it is not in force for longer because of that."""
    if not why.strip():
        raise SettingRefused(fields={"why": "Say why it is taken back."})
    with recording(
        f"{what}.taken-back",
        by=by,
        why=why.strip(),
        authority=row.authority.code,
        on=str(row.starts_on),
        **_key(row),
    ):
        FactsChanged.objects.create(authority=row.authority)
        row.delete()


def _key(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in KEYS[type(row)]}
