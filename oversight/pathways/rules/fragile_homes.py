"""Fragile homes: somebody worries whether the home will last, and what is done so that it does."""

from datetime import timedelta
from typing import Any

from django.db.models import (
    Count,
    DateField,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)

from casetrack import words
from oversight.pathways.facts import (
    CHILD,
    DAY,
    STAYS,
    first,
    happened,
    held,
    holding,
    years_before,
)
from oversight.pathways.pathway import HOME, Cell, Column, Facts, Mark, Pathway, Stage, in_short
from placements.models import HomeMeeting, HomeWorry, MeetingAbout, Placement

OLD = timedelta(days=28)
MANY = 3

_worry = holding(HomeWorry)
_supported = _worry.filter(support_offered_on__lte=DAY)
_meetings = happened(
    HomeMeeting, "held_on", since=OuterRef("worried_since"), kind=MeetingAbout.STABILITY
)
_lived = Placement.objects.filter(child=CHILD, starts_on__lte=DAY, starts_on__gte=OuterRef("since"))
_homes = (
    _lived.filter(Q(ends_on=None) | Q(ends_on__gt=years_before(1, DAY)))
    .exclude(type__in=STAYS)
    .order_by()
    .values("child")
    .annotate(homes=Count("home", distinct=True))
    .values("homes")
)


def _who(children: QuerySet[Any]) -> QuerySet[Any]:
    """With a worry about the home that has not ended."""
    return children.filter(Exists(_worry)).annotate(worried_since=held(HomeWorry, "starts_on"))


def _said(facts: Facts) -> Cell:
    since = facts["on_raised"]
    ago = f"since {words.short_day(since)}, {words.briefly(since, facts['on_day'])}"
    return Cell(in_short(facts["worry"]), (ago,))


def _moves(facts: Facts) -> Cell:
    return Cell(words.count(facts["homes"] or 0, "home"), ("in the last 12 months",), _many(facts))


def _many(facts: Facts) -> bool:
    return (facts["homes"] or 0) >= MANY


PATHWAY = Pathway(
    code="fragile-homes",
    place=6,
    title="Fragile homes",
    purpose="Children about whose home somebody worries: whether support was offered, whether "
    "everybody has met to keep it, and how often the child has moved.",
    are="whose home may not last",
    who=_who,
    stages=(
        Stage(
            code="raised",
            title="Worry raised",
            on=held(HomeWorry, "starts_on"),
            kind="home-worry",
        ),
        Stage(
            code="support",
            title="Support offered",
            on=first(_supported, "support_offered_on"),
            kind="home-worry",
            change="support",
            fact=first(_worry.filter(support_offered_on=None), "pk"),
            button="Record the support",
        ),
        Stage(
            code="meeting",
            title="Stability meeting",
            on=first(_meetings, "held_on"),
            kind="home-meeting",
            button="Record the meeting",
            shows=(),
        ),
        # Once it has ended the child is no longer on the page: this stage is never behind her.
        Stage(
            code="settled",
            title="Settled",
            on=Value(None, output_field=DateField()),
            kind="home-worry",
            change="ended",
            fact=first(_worry, "pk"),
            button="Record how it ended",
        ),
    ),
    ended="",
    top=Mark(
        code="no-support",
        title="No support offered",
        means="to whom no support was offered",
        holds=lambda facts: facts["on_support"] is None,
    ),
    marks=(
        Mark(
            code="no-meeting",
            title="No stability meeting",
            means="Since the worry was raised no meeting about keeping the home was held.",
            holds=lambda facts: facts["on_meeting"] is None,
        ),
        Mark(
            code="old",
            title="Over four weeks",
            means="The worry was raised more than 28 days ago and has not ended.",
            holds=lambda facts: facts["on_raised"] + OLD < facts["on_day"],
        ),
        Mark(
            code="three-homes",
            title="Three homes in a year",
            means="The child has lived in three homes or more in the last 12 months, stays left "
            "out.",
            holds=_many,
        ),
    ),
    clocks=(
        "stability-meeting",
        "three-homes-in-a-year",
        "third-missing",
    ),
    columns=(
        Column(title="The worry", cell=_said, facts={"worry": held(HomeWorry, "worry")}),
        HOME,
        Column(title="Homes", cell=_moves),
    ),
    listed={"homes": Subquery(_homes, output_field=IntegerField())},
)
