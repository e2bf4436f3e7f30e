"""Coming into care, leaving it, and what permanence there was before."""

from collections.abc import Iterator
from typing import Any

from django import forms

from casetrack.access.permissions import Permission
from casetrack.actions import care
from casetrack.forms import DateBoxes, choice
from casetrack.models import CarePeriod
from casetrack.models.codes import CATEGORY_OF_NEED, END_OF_CARE
from casetrack.record.kind import Ask, Change, Group, Kind, Told, period
from casetrack.words import uncapital


def _ends_too(name: str, label: str) -> Ask:
    """What usually ends with care; the tick may be taken out."""
    return Ask(name, lambda child: forms.BooleanField(label=label, initial=True, required=False))


def _care(fact: Any) -> Iterator[Told]:
    need = CATEGORY_OF_NEED.label(fact.category_of_need)
    end = END_OF_CARE.label(fact.end_reason)
    yield from period(
        fact,
        f"Came into care{f': {uncapital(need)}' if need else ''}.",
        f"Left care{f': {uncapital(end)}' if end else ', reason not recorded'}.",
    )


CARE = Kind(
    code="care",
    title="Came into care",
    group=Group.CARE,
    model=CarePeriod,
    permission=Permission.RECORD_LEGAL,
    asks=("starts_on", "category_of_need"),
    labels={
        "starts_on": "When did the child come into care?",
        "ends_on": "When did the child leave care?",
        "category_of_need": "What was the main reason?",
        "end_reason": "Why did the child leave care?",
    },
    act=lambda child, by, values: care.start(
        child=child, on=values["starts_on"], category_of_need=values["category_of_need"], by=by
    ),
    tell=_care,
    mends=("starts_on", "start_known", "ends_on", "category_of_need", "end_reason"),
    changes=(
        Change(
            code="left",
            title="Left care",
            asks=(
                Ask("on", lambda child: DateBoxes(label="When did the child leave care?")),
                Ask("reason", lambda child: choice(END_OF_CARE.current, label="Why?")),
                _ends_too("status_ends", "The legal status ended on the same day"),
                _ends_too("home_ends", "The home in care ended on the same day"),
            ),
            act=lambda fact, by, values: care.end(child=fact.child, seen=fact, by=by, **values),
            offered=lambda fact: fact.ends_on is None,
        ),
    ),
)


KINDS = (CARE,)
