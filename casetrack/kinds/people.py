"""People important to the child, and whether brothers and sisters live together."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.actions import important_people
from casetrack.forms import DateBoxes
from casetrack.models import ImportantPerson, SiblingDecision
from casetrack.record.kind import Ask, Change, Group, Kind, Told
from casetrack.words import sentence

ASKED = ("name", "relationship", "starts_on", "parental_responsibility", "not_to_know")


def _person(fact: Any) -> Iterator[Told]:
    who = f"{fact.name} ({fact.get_relationship_display()})"
    since, known = fact.starts_on, fact.start_known
    yield Told(since, f"{who} is important to the child.", known, standing=True)
    if fact.ends_on is not None:
        yield Told(fact.ends_on, f"{who} is no longer part of the child’s life.")
    if fact.not_to_know:
        yield Told(since, f"{who} must not be told where the child lives.", known, standing=True)


def _decision(fact: Any) -> Iterator[Told]:
    how = fact.get_decision_display()
    decided = f"It was decided that brothers and sisters live {how} ({fact.decided_by})."
    yield Told(fact.decided_on, f"{decided} {sentence(fact.reason)}")


KINDS = (
    Kind(
        code="important-person",
        title="Person important to the child",
        group=Group.PEOPLE,
        model=ImportantPerson,
        permission=Permission.RECORD_CHILD,
        asks=(*ASKED, "telephone", "notes"),
        labels={
            "starts_on": "Since when? (the day of birth for parents and relatives)",
            "ends_on": "Until when?",
        },
        act=lambda child, by, values: important_people.start(
            child=child, on=values["starts_on"], by=by, **_without(values, "starts_on")
        ),
        tell=_person,
        mends=(*ASKED, "start_known", "ends_on", "telephone", "notes"),
        changes=(
            Change(
                code="ended",
                title="No longer part of the child’s life",
                asks=(Ask("on", lambda child: DateBoxes(label="Since when?")),),
                act=lambda fact, by, values: important_people.end(
                    person=fact, on=values["on"], by=by
                ),
                offered=lambda fact: fact.ends_on is None,
            ),
        ),
    ),
    Kind(
        code="sibling-decision",
        title="Brothers and sisters together or apart",
        group=Group.PEOPLE,
        model=SiblingDecision,
        permission=Permission.RECORD_PLANS,
        hint="Tick the brothers and sisters for whom it was decided as well.",
        asks=("decision", "decided_on", "decided_by", "reason"),
        labels={"decided_on": "When was it decided?"},
        tell=_decision,
    ),
)


def _without(values: Any, name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}
