"""What a child's record keeps of a brother or sister who was adopted."""

from collections.abc import Iterator
from typing import Any

from adoption.models import AdoptedSibling, Sibling
from casetrack.access.permissions import Permission
from casetrack.record.kind import Group, Kind, Told

WHO = {
    Sibling.BROTHER: "A brother",
    Sibling.SISTER: "A sister",
    Sibling.NOT_SAID: "A brother or sister",
}


def _adopted(fact: Any) -> Iterator[Told]:
    yield Told(fact.adopted_on, f"{WHO[fact.relation]} was adopted.")
    yield Told(fact.adopted_on, f"How they stay in touch: {fact.staying_in_touch}")


KINDS = (
    Kind(
        code="adopted-sibling",
        title="A brother or sister was adopted",
        group=Group.PEOPLE,
        model=AdoptedSibling,
        permission=Permission.RECORD_PLANS,
        hint="Never the new name, and never where the adopted child lives.",
        asks=("relation", "adopted_on", "staying_in_touch"),
        tell=_adopted,
    ),
)
