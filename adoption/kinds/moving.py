"""From the match to the order: introductions, support, the application, and where it did not last.

The move itself is a placement, and the adoption order a court order.
"""

from collections.abc import Iterator
from typing import Any

from adoption.actions import disruptions, introductions
from adoption.kinds import or_none, step
from adoption.models import (
    AdoptionApplication,
    AdoptionDisruption,
    AdoptionSupportPlan,
    Introductions,
    IntroductionsEnded,
)
from casetrack.access.permissions import Permission
from casetrack.record.kind import Group, Kind, Told


def _introductions(fact: Any) -> Iterator[Told]:
    yield Told(
        fact.agreed_on, "It was agreed how the child and the adoptive family would meet each other."
    )
    if fact.started_on is not None:
        yield Told(fact.started_on, "The child and the adoptive family began to meet each other.")
    if fact.ended_on is not None:
        yield Told(fact.ended_on, f"These introductions ended: {fact.get_end_reason_display()}.")


def _support(fact: Any) -> Iterator[Told]:
    yield Told(
        fact.agreed_on, "The plan of support for the child and the adoptive family was agreed."
    )


def _application(fact: Any) -> Iterator[Told]:
    yield Told(fact.applied_on, "The adoptive family applied to the court to adopt the child.")
    if fact.withdrawn_on is not None:
        yield Told(fact.withdrawn_on, "The application to adopt the child was withdrawn.")


def _disruption(fact: Any) -> Iterator[Told]:
    yield Told(
        fact.disrupted_on,
        f"Living with the adoptive family ended before the adoption: {fact.get_reason_display()}.",
    )
    if fact.meeting_held_on is not None:
        yield Told(
            fact.meeting_held_on,
            "A meeting looked at why living with the adoptive family had ended.",
        )


KINDS = (
    Kind(
        code="introductions",
        title="Introductions",
        group=Group.ADOPTION,
        model=Introductions,
        permission=Permission.RECORD_ADOPTION,
        hint="The child and the family with whom they are matched get to know each other.",
        asks=("agreed_on", "started_on"),
        choices={"end_reason": or_none("they have not ended", IntroductionsEnded.choices)},
        rule=introductions.why_not,
        tell=_introductions,
        mends=("agreed_on", "started_on", "ended_on", "end_reason"),
        changes=(
            step(
                "introductions",
                "started",
                "Introductions began",
                Introductions,
                "started_on",
                rest=("ended_on",),
            ),
            step(
                "introductions",
                "ended",
                "Introductions ended",
                Introductions,
                "ended_on",
                "end_reason",
            ),
        ),
    ),
    Kind(
        code="adoption-support-plan",
        title="Adoption support plan agreed",
        group=Group.ADOPTION,
        model=AdoptionSupportPlan,
        permission=Permission.RECORD_ADOPTION,
        asks=("agreed_on",),
        tell=_support,
    ),
    Kind(
        code="adoption-application",
        title="Application to adopt",
        group=Group.ADOPTION,
        model=AdoptionApplication,
        permission=Permission.RECORD_ADOPTION,
        hint="The order that the court then makes is recorded as a court order.",
        asks=("applied_on",),
        tell=_application,
        mends=("applied_on", "withdrawn_on"),
        changes=(
            step(
                "adoption-application",
                "withdrawn",
                "The application was withdrawn",
                AdoptionApplication,
                "withdrawn_on",
            ),
        ),
    ),
    Kind(
        code="adoption-disruption",
        title="Adoptive home ended before the adoption",
        group=Group.ADOPTION,
        model=AdoptionDisruption,
        permission=Permission.RECORD_ADOPTION,
        hint="The match is withdrawn on the same day. Where the child lives now is recorded as a "
        "move.",
        asks=("disrupted_on", "reason"),
        act=lambda child, by, values: disruptions.record(
            child=child, on=values["disrupted_on"], reason=values["reason"], by=by
        ),
        rule=disruptions.why_not,
        tell=_disruption,
        mends=("disrupted_on", "reason", "meeting_held_on"),
        changes=(
            step(
                "adoption-disruption",
                "meeting",
                "The disruption meeting was held",
                AdoptionDisruption,
                "meeting_held_on",
            ),
        ),
    ),
)
