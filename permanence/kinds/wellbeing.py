"""Checks of health and education, and where the child learns."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.forms import DateBoxes
from casetrack.record.kind import Ask, Change, Group, Kind, Told, period
from permanence.actions import schools
from permanence.models import CheckKind, SchoolPlace, WellbeingCheck

DONE = {
    CheckKind.INITIAL_HEALTH: "The first health assessment in care was done.",
    CheckKind.REVIEW_HEALTH: "A health assessment was done.",
    CheckKind.DENTIST: "The child saw a dentist.",
    CheckKind.OPTICIAN: "The child saw an optician.",
    CheckKind.IMMUNISATIONS: "Vaccinations were up to date.",
    CheckKind.PEP_STARTED: "The plan for learning (personal education plan) was started.",
    CheckKind.PEP_MEETING: "A meeting looked at the plan for learning (personal education plan).",
}
ASKED = "A questionnaire asked how the child was (strengths and difficulties questionnaire)"


def _check(fact: Any) -> Iterator[Told]:
    if fact.kind == CheckKind.SDQ:
        score = f": {fact.score} of 40" if fact.score is not None else ""
        yield Told(fact.done_on, f"{ASKED}{score}.")
    else:
        yield Told(fact.done_on, DONE[fact.kind])


def _school(fact: Any) -> Iterator[Told]:
    hours = f", {fact.hours.normalize():f} hours a week" if fact.hours is not None else ""
    yield from period(fact, f"Place at {fact.school}{hours}.", f"The place at {fact.school} ended.")


KINDS = (
    Kind(
        code="check",
        title="Health or education check",
        group=Group.SEEN,
        model=WellbeingCheck,
        permission=Permission.RECORD_VISITS,
        asks=("kind", "done_on", "score"),
        tell=_check,
    ),
    Kind(
        code="school",
        title="School or nursery place",
        group=Group.SEEN,
        model=SchoolPlace,
        permission=Permission.RECORD_VISITS,
        hint="The place before it ends on the same day. Record it anew where the hours change.",
        asks=("school", "starts_on", "hours"),
        labels={
            "starts_on": "From when?",
            "ends_on": "Until when?",
        },
        act=lambda child, by, values: schools.start(
            child=child,
            school=values["school"],
            on=values["starts_on"],
            hours=values["hours"],
            by=by,
        ),
        tell=_school,
        mends=("school", "hours", "starts_on", "start_known", "ends_on"),
        chain=(),
        changes=(
            Change(
                code="ended",
                title="The place ended",
                asks=(Ask("on", lambda child: DateBoxes(label="When did it end?")),),
                act=lambda fact, by, values: schools.end(place=fact, on=values["on"], by=by),
                offered=lambda fact: fact.ends_on is None,
            ),
        ),
    ),
)
