"""Before the decision and after it: the agency is told, reports are written, the plan is tested."""

from collections.abc import Iterator
from typing import Any

from adoption.kinds import sentence, step
from adoption.models import (
    AdoptionNotification,
    AdoptionReexamination,
    ChildPermanenceReport,
    EarlyPermanence,
)
from casetrack.access.permissions import Permission
from casetrack.record.kind import Group, Kind, Told


def _notification(fact: Any) -> Iterator[Told]:
    yield Told(
        fact.notified_on,
        "The regional adoption agency was told that adoption might become the plan.",
    )


def _early(fact: Any) -> Iterator[Told]:
    yield Told(
        fact.considered_on,
        "Living early with carers who may later adopt (early permanence) was considered: "
        f"{fact.get_outcome_display()}. Why: {sentence(fact.reason)}",
    )


def _report(fact: Any) -> Iterator[Told]:
    report = "the report about the child for the adoption decision"
    yield Told(fact.started_on, f"Work began on {report}.")
    if fact.completed_on is not None:
        yield Told(fact.completed_on, f"{report[:1].upper()}{report[1:]} was signed off.")
    if fact.received_on is not None:
        yield Told(fact.received_on, f"The agency decision maker had {report}.")


def _reexamination(fact: Any) -> Iterator[Told]:
    yield Told(
        fact.held_on,
        f"The plan for adoption was looked at again because {fact.get_occasion_display()}: "
        f"{fact.get_outcome_display()}. Why: {sentence(fact.reason)}",
    )


KINDS = (
    Kind(
        code="adoption-notification",
        title="Regional adoption agency told early",
        group=Group.ADOPTION,
        model=AdoptionNotification,
        permission=Permission.RECORD_ADOPTION,
        asks=("notified_on",),
        before_birth=True,
        tell=_notification,
    ),
    Kind(
        code="early-permanence",
        title="Early permanence considered",
        group=Group.ADOPTION,
        model=EarlyPermanence,
        permission=Permission.RECORD_ADOPTION,
        hint="Early permanence means living with carers who may later adopt, before a court has "
        "decided.",
        asks=("considered_on", "outcome", "reason"),
        before_birth=True,
        tell=_early,
    ),
    Kind(
        code="child-permanence-report",
        title="Child permanence report",
        group=Group.ADOPTION,
        model=ChildPermanenceReport,
        permission=Permission.RECORD_ADOPTION,
        hint="The report on which the agency decision maker decides.",
        asks=("started_on", "completed_on"),
        before_birth=True,
        tell=_report,
        mends=("started_on", "completed_on", "received_on"),
        changes=(
            step(
                "child-permanence-report",
                "completed",
                "The report was signed off",
                ChildPermanenceReport,
                "completed_on",
            ),
            step(
                "child-permanence-report",
                "received",
                "The decision maker had the report",
                ChildPermanenceReport,
                "received_on",
            ),
        ),
    ),
    Kind(
        code="adoption-reexamination",
        title="Adoption plan looked at again",
        group=Group.ADOPTION,
        model=AdoptionReexamination,
        permission=Permission.RECORD_ADOPTION,
        hint="A change of the plan is recorded as a plan, and the reversal of the decision by the "
        "decision maker.",
        asks=("held_on", "occasion", "outcome", "reason"),
        tell=_reexamination,
    ),
)
