"""The authorities that an adoption agency serves, side by side: how far their children have come.

Each child in care with an adoption plan or decision stands at one stage, so the stages are parts of
one whole, and are hidden as such from those who see totals only. Who is past a limit and who is not
splits the same whole.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from adoption.models import AdoptionDecision, AdoptionLink, Match
from casetrack.models import Authority, CarePeriod, Child, CourtOrder, OrderKind
from oversight.models import states
from oversight.models.states import known_day
from oversight.suppression import suppressed
from oversight.waits import running
from permanence.models import PermanencePlan, Route
from placements.models import Placement

PLACED = ("A3", "A4", "A5", "A6")
STAGES = {
    "planned": "No placement order",
    "ordered": "Placement order, no link",
    "linked": "Linked, not matched",
    "matched": "Matched, not placed",
    "placed": "Placed for adoption",
}
PAST, IN_TIME = "past", "in-time"
ORDERS = "orders"
"""Shown only where nothing is hidden: with the stages it would tell what they hide."""
SHOWN = {ORDERS: "Placement orders"} | STAGES | {PAST: "Past a limit"}


@dataclass(frozen=True)
class Standing:
    """One authority on its day: children by stage and past a limit, None for what is hidden."""

    authority: Authority
    day: date
    exact: bool
    whole: int | None
    parts: dict[str, int | None]

    @property
    def cells(self) -> list[tuple[str, str, int | None]]:
        """In the order of the columns: code, words, number."""
        return [(code, said, self.parts[code]) for code, said in SHOWN.items()]


def children(found: QuerySet[Child], today: date) -> QuerySet[Child]:
    """Those of them who are in care with an adoption plan or decision, each with `stage`.

    `on_day` is today, or the last day that the child's authority knows of; `since` the day of the
    placement order.
    """
    own = {"child_id": OuterRef("pk")}
    holds = Q(starts_on__lte=OuterRef("on_day")) & (
        Q(ends_on=None) | Q(ends_on__gt=OuterRef("on_day"))
    )

    def standing(model: Any, day: str, end: str, **more: Any) -> QuerySet:
        ended = Q(**{end: None}) | Q(**{f"{end}__gt": OuterRef("on_day")})
        return model.objects.filter(ended, **{f"{day}__lte": OuterRef("on_day")}, **own, **more)

    orders = standing(CourtOrder, "made_on", "ended_on", kind=OrderKind.PLACEMENT)
    planned = PermanencePlan.objects.filter(holds, route=Route.ADOPTION, **own)
    decided = standing(AdoptionDecision, "decided_on", "reversed_on")
    stages = {
        "placed": Placement.objects.filter(holds, type__in=PLACED, **own),
        "matched": standing(Match, "decided_on", "withdrawn_on"),
        "linked": standing(AdoptionLink, "linked_on", "ended_on"),
        "ordered": orders,
    }
    first = orders.order_by().values("child").annotate(first=Min("made_on")).values("first")
    return (
        found.annotate(on_day=known_day(today, "authority"))
        .filter(Exists(CarePeriod.objects.filter(holds, **own)))
        .filter(Exists(planned) | Exists(decided))
        .annotate(
            stage=Case(
                *(When(Exists(facts), then=Value(stage)) for stage, facts in stages.items()),
                default=Value("planned"),
                output_field=CharField(),
            ),
            since=Subquery(first, output_field=DateField()),
        )
    )


def past_a_limit(ids: Collection[int], today: date) -> set[int]:
    """Those who are past any limit; a justified delay counts too."""
    past = running(today).filter(child_id__in=ids, state__in=states.PAST)
    return set(past.values_list("child_id", flat=True))


def side_by_side(
    served: Iterable[Authority], found: QuerySet[Child], exact: Collection[int], today: date
) -> list[Standing]:
    """Each authority's children among `found`; hidden where small but in those (ids) of `exact`."""
    rows = list(children(found, today).values_list("pk", "authority_id", "stage", "since"))
    past = past_a_limit([row[0] for row in rows], today)
    standings = []
    for authority in served:
        own = [row for row in rows if row[1] == authority.pk]
        stages = Counter(dict.fromkeys(STAGES, 0))
        stages.update(stage for _, _, stage, _ in own)
        late = sum(pk in past for pk, _, _, _ in own)
        limits = {PAST: late, IN_TIME: len(own) - late}
        parts: dict[str, int | None] = {**stages, **limits}
        parts[ORDERS] = sum(since is not None for _, _, _, since in own)
        whole: int | None = len(own)
        if hide := authority.pk not in exact:
            whole, parts = _hidden(stages, limits)
        standings.append(Standing(authority, authority.known_day(today), not hide, whole, parts))
    return standings


def _hidden(
    stages: dict[str, int], limits: dict[str, int]
) -> tuple[int | None, dict[str, int | None]]:
    """Each split by itself; where the whole has to be hidden in one, all is hidden in both."""
    (whole, by_stage), (also, by_limit) = suppressed(stages), suppressed(limits)
    parts = {**by_stage, **by_limit, ORDERS: None}
    if whole is None or also is None:
        return None, dict.fromkeys(parts)
    return whole, parts


def at(found: QuerySet[Child], code: str, today: date) -> list[Child]:
    """Those at a stage, with a placement order, past a limit, or all; who waits longest first."""
    there = children(found, today).select_related("authority")
    if code in STAGES:
        there = there.filter(stage=code)
    listed = list(there.order_by(F("since").asc(nulls_last=True), "reference"))
    if code == ORDERS:
        return [child for child in listed if child.since is not None]
    if code == PAST:
        past = past_a_limit([child.pk for child in listed], today)
        return [child for child in listed if child.pk in past]
    return listed
