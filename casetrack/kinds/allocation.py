"""Who works with the child, and who took over from whom."""

from collections.abc import Iterator
from typing import Any

from django import forms

from casetrack.access.permissions import Permission
from casetrack.actions import people
from casetrack.forms import DateBoxes
from casetrack.models import Allocation, AllocationRole, Worker
from casetrack.record.kind import Apart, Ask, Change, Group, Kind, Told, period


def _allocation(fact: Any) -> Iterator[Told]:
    who, role = fact.worker.name, fact.get_role_display()
    yield from period(
        fact, f"{who} became the child’s {role}.", f"{who} stopped being the child’s {role}."
    )


def _workers(child: Any) -> Any:
    return Worker.objects.filter(authority=child.authority_id)


ALLOCATION = Kind(
    code="allocation",
    title="Who works with the child",
    group=Group.PEOPLE,
    model=Allocation,
    permission=Permission.RECORD_CHILD,
    apart=Apart("role", {AllocationRole.IRO: Permission.ALLOCATE_IRO}),
    hint="Whoever had the same part before stops on the day the new person starts.",
    asks=("role", "worker", "starts_on"),
    labels={
        "role": "In which part?",
        "worker": "Who?",
        "starts_on": "From when?",
        "ends_on": "Until when?",
    },
    choices={"worker": _workers},
    related=("worker",),
    act=lambda child, by, values: people.allocate(
        child=child,
        worker=values["worker"],
        role=values["role"],
        on=values["starts_on"],
        by=by,
    ),
    tell=_allocation,
    mends=("worker", "starts_on", "start_known", "ends_on"),
    chain=("role",),
    changes=(
        Change(
            code="taken-over",
            title="Somebody else takes over",
            asks=(
                Ask(
                    "worker",
                    lambda child: forms.ModelChoiceField(
                        queryset=_workers(child),
                        label="Who takes over?",
                        empty_label="Choose one",
                        error_messages={"required": "Answer “Who takes over?”"},
                    ),
                ),
                Ask("on", lambda child: DateBoxes(label="From when?")),
            ),
            act=lambda fact, by, values: people.allocate(
                child=fact.child,
                worker=values["worker"],
                role=fact.role,
                on=values["on"],
                seen=fact,
                by=by,
            ),
            offered=lambda fact: fact.ends_on is None,
        ),
        Change(
            code="ended",
            title="They stopped, and nobody has taken over",
            asks=(Ask("on", lambda child: DateBoxes(label="When did they stop?")),),
            act=lambda fact, by, values: people.end_allocation(
                child=fact.child, role=fact.role, on=values["on"], seen=fact, by=by
            ),
            offered=lambda fact: fact.ends_on is None,
        ),
    ),
)

KINDS = (ALLOCATION,)
