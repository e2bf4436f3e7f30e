"""Tells all subjects of a council, in one go: facts, their history, and what followed reviews."""

from typing import Any

from casetrack.actions import children
from casetrack.models import Allocation, Origin
from permanence.actions import reviews as review_actions
from permanence.models import AgreedAction, PermanencePlan
from returns.demo.lives import (
    adoption,
    agreements,
    around_reviews,
    at_home,
    court,
    family,
    family_sought,
    guardianship,
    homes,
    identity,
    mistakes,
    officers,
    orders,
    relatives,
    reviews,
    seen,
    seldom,
    short_breaks,
    stability,
    steps,
    voice,
)
from returns.demo.lives.chronicle import Chronicle
from returns.demo.lives.council import Council
from returns.demo.lives.entries import Entry

SUBJECTS = (
    family,
    relatives,
    court,
    agreements,
    homes,
    at_home,
    orders,
    stability,
    adoption,
    family_sought,
    guardianship,
    seen,
    officers,
    voice,
    seldom,
)
BEFORE = {Allocation: "starts_on", PermanencePlan: "starts_on", AgreedAction: "agreed_on"}
"""What actions wrote before, while its history rested: the day on which each could be entered."""


def tell(council: Council) -> None:
    chronicle = Chronicle(council)
    for model, day in BEFORE.items():
        chronicle.remember(_entries(model, day, council))
    entries = [entry for subject in SUBJECTS for entry in subject.tell(council)]
    chronicle.write(mistakes.make(council, entries))
    children.describe_all(authority=council.authority, told=identity.describe(council), by=None)
    followed = [*short_breaks.reviewed(council), *reviews.follow(council)]
    review_actions.follow_all(authority=council.authority, followed=followed, by=None)
    chronicle.write(around_reviews.tell(council))
    chronicle.write(steps.tell(council))


def _entries(model: Any, day: str, council: Council) -> list[Entry]:
    rows = model.objects.filter(child__authority=council.authority, origin=Origin.PERSON)
    return [Entry(row, getattr(row, day)) for row in rows.order_by("pk")]
