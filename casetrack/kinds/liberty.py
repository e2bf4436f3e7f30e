"""Deprivation of liberty: allowed by a court until a day, looked at again, and ended."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.actions import legal
from casetrack.models import DeprivationOfLiberty, DeprivationOfLibertyReview
from casetrack.record.kind import Group, Kind, Told
from casetrack.record.step import step, within
from casetrack.words import long_day, sentence


def _order(fact: Any) -> Iterator[Told]:
    until = f", until {long_day(fact.expires_on)}" if fact.expires_on else ""
    yield Told(
        fact.starts_on,
        f"A court allowed limits on the child’s freedom (deprivation of liberty order){until}. "
        f"{sentence(fact.allows)}".strip(),
        fact.start_known,
    )
    if fact.ends_on is not None:
        yield Told(fact.ends_on, "The deprivation of liberty order ended.")


def _review(fact: Any) -> Iterator[Told]:
    yield Told(
        fact.reviewed_on,
        f"The limits on the child’s freedom were looked at: {fact.get_outcome_display()}.",
    )


def why_not_review(fact: DeprivationOfLibertyReview) -> str:
    """Why the order cannot have been looked at so; empty where it can."""
    order = fact.deprivation
    if order.child_id != fact.child_id:
        return "Choose an order about this child."
    if fact.reviewed_on < order.starts_on:
        return "The order did not hold yet on that day."
    if order.ends_on is not None and fact.reviewed_on > order.ends_on:
        return "The order had ended by that day."
    return ""


LIBERTY = Kind(
    code="deprivation-of-liberty",
    title="Deprivation of liberty order",
    group=Group.COURT,
    model=DeprivationOfLiberty,
    permission=Permission.RECORD_LEGAL,
    hint="An order that renews an earlier one is recorded as a new order; the earlier one ends "
    "by that day.",
    asks=("starts_on", "expires_on", "court", "allows"),
    labels={
        "starts_on": "From when does the order hold?",
        "ends_on": "When did the order end?",
    },
    ahead=("expires_on",),
    act=lambda child, by, values: legal.start_deprivation_of_liberty(
        order=DeprivationOfLiberty(child=child, **values), by=by
    ),
    tell=_order,
    mends=("starts_on", "start_known", "expires_on", "ends_on", "court", "allows"),
    chain=(),
    changes=(
        step(
            "deprivation-of-liberty",
            "ended",
            "The order ended",
            DeprivationOfLiberty,
            ("ends_on",),
            labels={"ends_on": "When did the order end?"},
            offered=lambda fact: fact.ends_on is None,
        ),
    ),
    for_family=False,
)

REVIEW = Kind(
    code="deprivation-of-liberty-review",
    title="A deprivation of liberty looked at again",
    group=Group.COURT,
    model=DeprivationOfLibertyReview,
    permission=Permission.RECORD_LEGAL,
    asks=("deprivation", "reviewed_on", "reviewed_by", "outcome"),
    labels={"deprivation": "Which order?"},
    choices={
        "deprivation": lambda child: DeprivationOfLiberty.objects.filter(child=child).order_by(
            "-starts_on"
        )
    },
    rule=why_not_review,
    act=within(
        "deprivation-of-liberty-review", DeprivationOfLibertyReview, "deprivation", why_not_review
    ),
    tell=_review,
    for_family=False,
)

KINDS = (LIBERTY, REVIEW)
