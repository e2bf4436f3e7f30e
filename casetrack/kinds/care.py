"""Coming into care, leaving it, and what permanence there was before."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.actions import care
from casetrack.forms import DateBoxes, choice
from casetrack.models import CarePeriod
from casetrack.models.codes import CATEGORY_OF_NEED, END_OF_CARE
from casetrack.record.kind import Ask, Change, Group, Kind, Told, period
from casetrack.words import uncapital


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
            ),
            act=lambda fact, by, values: care.end(
                child=fact.child, on=values["on"], reason=values["reason"], by=by
            ),
            offered=lambda fact: fact.ends_on is None,
        ),
    ),
)


KINDS = (CARE,)
