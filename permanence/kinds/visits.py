"""Visits to the child, and the supervision of the child's worker."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.record.kind import Group, Kind, Told
from permanence.models import Seen, Supervision, Visit, Visitor, VisitPlace

CAME = {
    Visitor.SOCIAL_WORKER: "The social worker",
    Visitor.IRO: "The reviewing officer",
    Visitor.OTHER: "Another worker",
}
WHERE = {
    VisitPlace.HOME: "visited at home",
    VisitPlace.SCHOOL: "visited at school or nursery",
    VisitPlace.FAMILY_TIME: "came to family time",
    VisitPlace.ELSEWHERE: "met somewhere else",
    VisitPlace.ONLINE: "called by video or telephone",
}


def _visit(fact: Any) -> Iterator[Told]:
    came = f"{CAME[fact.visitor]} {WHERE[fact.place]}"
    if fact.seen == Seen.ALONE:
        yield Told(fact.visited_on, f"{came} and saw the child alone.")
    elif fact.seen == Seen.WITH_OTHERS:
        yield Told(fact.visited_on, f"{came} and saw the child with others there.")
    else:
        yield Told(fact.visited_on, f"{came} but did not see the child: {fact.not_seen_because}")


def _supervision(fact: Any) -> Iterator[Told]:
    yield Told(
        fact.held_on,
        f"The social worker and the manager talked about what is to happen: {fact.decided}",
    )


KINDS = (
    Kind(
        code="visit",
        title="Visit",
        group=Group.SEEN,
        model=Visit,
        permission=Permission.RECORD_VISITS,
        asks=("visited_on", "visitor", "visited_by", "place", "seen", "not_seen_because"),
        tell=_visit,
    ),
    Kind(
        code="supervision",
        title="Supervision",
        group=Group.SEEN,
        model=Supervision,
        permission=Permission.RECORD_VISITS,
        hint="The talk of the child’s worker with the manager about this child.",
        asks=("held_on", "supervised_by", "decided"),
        tell=_supervision,
    ),
)
