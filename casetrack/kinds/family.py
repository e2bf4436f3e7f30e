"""The family before and beside the court: their own meeting, and who could care for the child."""

from collections.abc import Callable, Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.models import FamilyMeeting, FamilyMeetingNotOffered, Relative
from casetrack.record.kind import Group, Kind, Told
from casetrack.record.step import step
from casetrack.words import sentence


def _meeting(fact: Any) -> Iterator[Told]:
    what = fact.get_kind_display()
    yield Told(fact.offered_on, f"The family was offered a {what}.")
    if fact.declined_on is not None:
        yield Told(fact.declined_on, f"The family said no to the {what}.")
    if fact.held_on is not None:
        held = f"The family met in a {what}."
        yield Told(fact.held_on, f"{held} {sentence(fact.came_of_it)}".strip())


def _not_offered(fact: Any) -> Iterator[Told]:
    yield Told(
        fact.decided_on, f"It was decided not to offer a family meeting. {sentence(fact.reason)}"
    )


def _relative(fact: Any) -> Iterator[Told]:
    who = fact.name
    came = {
        "themselves": "came forward to care for the child",
        "": "was put forward to care for the child",
    }.get(
        fact.put_forward_by,
        f"was put forward by {fact.get_put_forward_by_display()} to care for the child",
    )
    yield Told(fact.put_forward_on, f"{who} ({fact.get_kinship_display()}) {came}.")
    for on, told in (
        (fact.contacted_on, f"The council first spoke to {who} about caring for the child."),
        (fact.viability_started_on, f"A first look at whether {who} could care began."),
        (
            fact.viability_done_on,
            f"The first look at whether {who} could care {_said(fact.viability)}.",
        ),
        (fact.assessment_started_on, f"The full assessment of {who} began."),
        (fact.assessment_done_on, f"The full assessment of {who} {_said(fact.assessment)}."),
        (fact.stood_back_on, f"{who} stood back from caring for the child."),
        (
            fact.ruled_out_on,
            f"It was decided that {who} would not care for the child. "
            f"{sentence(fact.ruled_out_because)}".strip(),
        ),
    ):
        if on is not None:
            yield Told(on, told)


def _said(outcome: str) -> str:
    return {"positive": "ended with yes", "negative": "ended with no"}.get(outcome, "ended")


MEETING = Kind(
    code="family-meeting",
    title="Family group conference or decision-making meeting",
    group=Group.PEOPLE,
    model=FamilyMeeting,
    permission=Permission.RECORD_PLANS,
    hint="A meeting at which the family makes its own plan. Record the offer; whether it was "
    "declined or held is recorded with it or later.",
    asks=("kind", "offered_on", "declined_on", "held_on", "came_of_it"),
    before_birth=True,
    tell=_meeting,
    changes=(
        step(
            "family-meeting",
            "held",
            "The meeting was held",
            FamilyMeeting,
            ("held_on",),
            also=("came_of_it",),
            offered=lambda fact: fact.held_on is None and fact.declined_on is None,
        ),
        step(
            "family-meeting",
            "declined",
            "The family declined",
            FamilyMeeting,
            ("declined_on",),
            offered=lambda fact: fact.held_on is None and fact.declined_on is None,
        ),
    ),
)

NOT_OFFERED = Kind(
    code="family-meeting-not-offered",
    title="A family meeting is not offered",
    group=Group.PEOPLE,
    model=FamilyMeetingNotOffered,
    permission=Permission.RECORD_PLANS,
    asks=("decided_on", "decided_by", "reason"),
    before_birth=True,
    tell=_not_offered,
)


def _still(*without: str, after: str = "") -> Callable[[Any], bool]:
    """Whether the person may still care for the child, and the step is the next one to take."""
    return lambda fact: (
        fact.stood_back_on is None
        and fact.ruled_out_on is None
        and all(getattr(fact, day) is None for day in without)
        and (not after or getattr(fact, after) is not None)
    )


RELATIVE = Kind(
    code="relative",
    title="Somebody who could care for the child",
    group=Group.PEOPLE,
    model=Relative,
    permission=Permission.RECORD_PLANS,
    hint="Each person of the family or near it who is put forward. They are looked at side by "
    "side, not one after another.",
    asks=("name", "kinship", "put_forward_on", "put_forward_by"),
    labels={"name": "Their name"},
    before_birth=True,
    tell=_relative,
    mends=(
        "name",
        "kinship",
        "put_forward_on",
        "put_forward_by",
        "contacted_on",
        "viability_started_on",
        "viability_done_on",
        "viability",
        "assessment_started_on",
        "assessment_done_on",
        "assessment",
        "stood_back_on",
        "ruled_out_on",
        "ruled_out_because",
    ),
    changes=(
        step(
            "relative",
            "contacted",
            "They were first spoken to",
            Relative,
            ("contacted_on",),
            offered=_still("contacted_on"),
        ),
        step(
            "relative",
            "viability-started",
            "The viability assessment started",
            Relative,
            ("viability_started_on",),
            offered=_still("viability_started_on", "viability_done_on"),
        ),
        step(
            "relative",
            "viability-done",
            "The viability assessment was completed",
            Relative,
            ("viability_done_on", "viability"),
            offered=_still("viability_done_on"),
        ),
        step(
            "relative",
            "assessment-started",
            "The full assessment started",
            Relative,
            ("assessment_started_on",),
            offered=_still("assessment_started_on"),
        ),
        step(
            "relative",
            "assessment-done",
            "The full assessment was completed",
            Relative,
            ("assessment_done_on", "assessment"),
            offered=_still("assessment_done_on", after="assessment_started_on"),
        ),
        step(
            "relative",
            "stood-back",
            "They stood back",
            Relative,
            ("stood_back_on",),
            offered=_still(),
        ),
        step(
            "relative",
            "ruled-out",
            "They were ruled out",
            Relative,
            ("ruled_out_on",),
            also=("ruled_out_because",),
            offered=_still(),
        ),
    ),
)

KINDS = (MEETING, NOT_OFFERED, RELATIVE)
