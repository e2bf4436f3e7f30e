"""What the record of an authority says, without row numbers, so that two can be compared."""

from collections import Counter
from datetime import date
from typing import Any

from adoption.models import AdoptionDecision, Match
from casetrack.models import (
    Authority,
    CarePeriod,
    Child,
    CourtOrder,
    LegalStatus,
    PreviousPermanence,
)
from permanence.models import Review
from placements.models import MissingEpisode, Placement
from returns.models import ReturnRow
from returns.ssda903.facts import home_names

FACTS = (
    CarePeriod,
    LegalStatus,
    CourtOrder,
    Placement,
    AdoptionDecision,
    Match,
    Review,
    MissingEpisode,
    PreviousPermanence,
)


def of(authority: Authority) -> dict[str, Any]:
    """All facts, the children, and the fate of every row."""
    authority.refresh_from_db()
    fields = ("reference", "sex", "ethnicity", "upn", "born_on")
    said: dict[str, Any] = {
        model.__name__: _facts(authority, model) for model in FACTS if model is not Placement
    }
    said["Child"] = sorted(Child.objects.filter(authority=authority).values_list(*fields))
    said["Placement"] = _placements(authority)
    said["known_to"] = authority.known_to
    said["fates"] = sorted(
        ReturnRow.objects.filter(source__authority=authority, replaced_by=None).values_list(
            "source__year", "table", "hash", "fate", "rule"
        )
    )
    return said


def _facts(authority: Authority, model: Any) -> list[tuple[Any, ...]]:
    names = [field.attname for field in model._meta.fields if field.name not in ("id", "child")]
    rows = model.objects.filter(child__authority=authority)
    return sorted(rows.values_list("child__reference", *names), key=repr)


def _placements(authority: Authority) -> list[tuple[Any, ...]]:
    """Homes are told by the day their stretch began, from which their identity is made."""
    names = [
        field.attname
        for field in Placement._meta.fields
        if field.name not in ("id", "child", "home")
    ]
    found = []
    for reference, home, *rest in Placement.objects.filter(child__authority=authority).values_list(
        "child__reference", "home__uuid", *names
    ):
        name = home_names(authority.code, reference)
        starts = Placement.objects.filter(
            child__authority=authority, child__reference=reference
        ).values_list("starts_on", flat=True)
        began = next((str(start) for start in starts if name(start) == home), f"? {home}")
        found.append((reference, began, *rest))
    return sorted(found, key=repr)


def population(authority: Authority, day: date) -> Counter[tuple[str, str, str]]:
    """Who is in care on `day`: reference, legal status and type of home."""
    status = LegalStatus.objects.filter(child__authority=authority).on(day)
    place = dict(
        Placement.objects.filter(child__authority=authority)
        .on(day)
        .values_list("child__reference", "type")
    )
    care = set(
        CarePeriod.objects.filter(child__authority=authority)
        .on(day)
        .values_list("child__reference", flat=True)
    )
    rows = status.values_list("child__reference", "code")
    found = Counter((child, code, place[child]) for child, code in rows)
    assert care == {child for child, _, _ in found} == set(place)
    return found
