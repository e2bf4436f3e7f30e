"""Cohorts are started and ended; children are chosen for one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from casetrack.actions.refusal import Refused
from casetrack.models import Authority, Child
from casetrack.recording import recording
from casetrack.words import children as so_many
from casetrack.words import long_day
from oversight.models import Cohort, CohortAim, CohortMember


class CohortRefused(Refused):
    """The cohort cannot be so, or the children cannot be in it."""


def why_not_start(authority: Authority, name: str) -> str:
    """Why there cannot be a cohort of this name; empty where there can."""
    if not name.strip():
        return "Give the cohort a name."
    if Cohort.objects.filter(authority=authority, name__iexact=" ".join(name.split())).exists():
        return "There is a cohort of that name already."
    return ""


def start(
    *, authority: Authority, name: str, aim: str, about: str = "", on: date, by: Any
) -> Cohort:
    """A team begins to work towards an aim."""
    with recording("cohort.started", by=by, aim=aim):
        if reason := why_not_start(authority, name):
            raise CohortRefused(reason)
        return Cohort.objects.create(
            authority=authority,
            name=" ".join(name.split()),
            aim=CohortAim(aim),
            about=about.strip(),
            starts_on=on,
        )


def why_not_end(cohort: Cohort, on: date) -> str:
    """Why the cohort cannot end on `on`; empty where it can."""
    if cohort.ends_on is not None:
        return "The cohort has ended already."
    if on <= cohort.starts_on:
        return f"It must end after the day it began, {long_day(cohort.starts_on)}."
    if cohort.members.filter(ends_on=None, starts_on__gte=on).exists():
        return "A child joined it on that day or later."
    return ""


def end(*, cohort: Cohort, on: date, by: Any) -> None:
    """The work ends, and with it that with every child who is still in the cohort."""
    still = list(cohort.members.filter(ends_on=None).values_list("child_id", flat=True))
    with recording("cohort.ended", by=by, children=still, cohort=str(cohort.uuid)):
        cohort.refresh_from_db()
        if reason := why_not_end(cohort, on):
            raise CohortRefused(reason)
        cohort.members.filter(ends_on=None, child__in=still).update(ends_on=on)
        cohort.ends_on = on
        cohort.save(update_fields=["ends_on"])


def why_not_join(cohort: Cohort, child: Child, starts_on: date, ends_on: date | None) -> str:
    """Why the child cannot be in the cohort for that time; empty where she can."""
    if child.authority_id != cohort.authority_id:
        return "The cohort is another authority’s."
    if starts_on < cohort.starts_on:
        return f"The cohort began on {long_day(cohort.starts_on)}."
    if cohort.ends_on is not None and (ends_on is None or ends_on > cohort.ends_on):
        return f"The cohort ended on {long_day(cohort.ends_on)}."
    return ""


def why_not_member(member: CohortMember) -> str:
    return why_not_join(member.cohort, member.child, member.starts_on, member.ends_on)


def already_in(cohort: Cohort, children: Sequence[Child], on: date) -> set[int]:
    """Those (ids) who are in the cohort on `on` or join it later."""
    held = CohortMember.objects.overlapping(on, None).filter(cohort=cohort, child__in=children)
    return set(held.values_list("child_id", flat=True))


def add(
    *,
    cohort: Cohort,
    children: Sequence[Child],
    starts_on: date,
    expected_on: date | None = None,
    expected_because: str = "",
    by: Any,
) -> list[CohortMember]:
    """Choose children for a cohort from a day on."""
    ids = [child.pk for child in children]
    with recording("cohort-member.recorded", by=by, children=ids, cohort=str(cohort.uuid)):
        cohort.refresh_from_db()
        for child in children:
            if reason := why_not_join(cohort, child, starts_on, None):
                raise CohortRefused(reason)
        if held := already_in(cohort, children, starts_on):
            raise CohortRefused(f"{so_many(len(held))} of these are in the cohort already.")
        if expected_because.strip() and expected_on is None:
            raise CohortRefused("Enter the day that was expected.")
        return CohortMember.objects.bulk_create(
            CohortMember(
                child=child,
                cohort=cohort,
                starts_on=starts_on,
                added_by=by,
                expected_on=expected_on,
                expected_because=expected_because.strip(),
            )
            for child in children
        )
