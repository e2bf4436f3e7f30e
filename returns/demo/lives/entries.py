"""A fact that somebody recorded, and how it came to be in the record."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from django.db.models import UniqueConstraint

from adoption.models import (
    AdoptionApplication,
    AdoptionLink,
    AdoptionPanel,
    ChildPermanenceReport,
    FamilyFinding,
    Introductions,
    Match,
    ProspectiveGuardian,
)
from casetrack.models import (
    AdoptionConsent,
    Allocation,
    CourtOrder,
    DeprivationOfLiberty,
    DischargeApplication,
    FamilyMeeting,
    Hearing,
    ImportantPerson,
    LegalGateway,
    PreProceedings,
    Proceedings,
    Relative,
    Section20Agreement,
)
from permanence.models import (
    AgreedAction,
    Challenge,
    ChallengeStage,
    Milestone,
    PermanencePlan,
    PlannedReview,
    SchoolPlace,
)
from placements.models import (
    CarerApproval,
    HomeAssessment,
    HomeWorry,
    LongTermMatch,
    PlacementPlan,
    ReturnInterview,
    UnregisteredSetting,
)

ENDED = ("ends_on", "end_reason")
LATER: dict[Any, tuple[tuple[str, ...], ...]] = {
    AdoptionApplication: (("withdrawn_on",),),
    AdoptionConsent: (("withdrawn_on",),),
    AdoptionLink: (("visited_on",), ("ended_on", "end_reason")),
    AdoptionPanel: (("received_on",),),
    AgreedAction: (("done_on",),),
    Allocation: (("ends_on",),),
    CarerApproval: (
        ("extended_on", "extended_until", "extended_because", "extension_notes"),
        ENDED,
    ),
    Challenge: (("cafcass_on",), ("closed_on", "outcome", "effect")),
    ChallengeStage: (("answered_on", "answered_by", "answer"),),
    ChildPermanenceReport: (("completed_on",), ("received_on",)),
    CourtOrder: (("ended_on",),),
    DeprivationOfLiberty: (("ends_on",),),
    DischargeApplication: (("decided_on", "outcome"),),
    FamilyFinding: (ENDED,),
    FamilyMeeting: (("held_on", "came_of_it"), ("declined_on",)),
    Hearing: (("held_on", "decided"), ("vacated_on", "vacated_because")),
    HomeAssessment: (("completed_on", "finding", "summary"),),
    HomeWorry: (("support_offered_on", "support"), ("ends_on", "outcome")),
    ImportantPerson: (("ends_on",),),
    Introductions: (("started_on",), ("ended_on", "end_reason")),
    LegalGateway: (("decided_on", "decision", "words"),),
    LongTermMatch: (
        ("matters_recorded_on",),
        ("child_told_on",),
        ("fewer_visits_on",),
        ("ended_on", "end_reason"),
    ),
    Match: (("withdrawn_on",),),
    Milestone: (("revised_on", "revised_because"), ("actual_on", "missed_because")),
    PermanencePlan: (("endorsed_on",), ("ratified_on",), ("achieved_on",), ENDED),
    PlacementPlan: (("notified_on",),),
    PlannedReview: (("contact_on",), ("reports_on",)),
    PreProceedings: (("ended_on", "outcome"),),
    Proceedings: (("concluded_on", "outcome"),),
    ProspectiveGuardian: (
        ("viability_started_on",),
        ("viability_concluded_on", "viability"),
        ("assessment_started_on",),
        ("assessment_completed_on", "assessed"),
        ("intention_confirmed_on",),
        ("support_plan_drafted_on",),
        ("support_plan_agreed_on",),
        ("notice_given_on",),
        ("report_asked_on",),
        ("report_filed_on",),
        ("applied_on",),
        ("withdrew_on",),
    ),
    Relative: (
        ("contacted_on",),
        ("viability_started_on",),
        ("viability_done_on", "viability"),
        ("assessment_started_on",),
        ("assessment_done_on", "assessment"),
        ("stood_back_on",),
        ("ruled_out_on", "ruled_out_because"),
    ),
    ReturnInterview: (("held_on", "held_by", "said"), ("declined_on",)),
    SchoolPlace: (("ends_on",),),
    Section20Agreement: (("ended_on", "outcome"),),
    UnregisteredSetting: (("ofsted_notified_on",), ENDED),
}
"""What is entered later than the fact itself: by step, its day and the answers that go with it."""


@dataclass(slots=True)
class Entry:
    """A fact as it stands today, and the day on which it could first be entered.

    `moved_on` is the day on which a step was planned anew, which the fact itself does not hold.
    `mistaken` is what was believed at first, until somebody saw the mistake and wrote `why`; where
    the whole entry was one, `never` is true, and only the history holds it.
    """

    fact: Any
    on: date
    moved_on: date | None = None
    mistaken: dict[str, Any] = field(default_factory=dict)
    why: str = ""
    never: bool = False


def known_by(model: Any, values: dict[str, Any], last: date) -> dict[str, Any]:
    """The values without steps that lie after `last` or have no day: they have no answers yet."""
    known = dict(values)
    for day, *answers in LATER.get(model, ()):
        if known.get(day) is None or known[day] > last:
            for name in (day, *answers):
                known.pop(name, None)
    return known


def once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries without those that chance made twice, and without what rests on such a one."""
    taken: set[tuple[Any, ...]] = set()
    gone: set[int] = set()
    for entry in entries:
        fact = entry.fact
        model: Any = type(fact)
        keys = {_key(fact, names) for names in _unique(model)}
        named = {id(other) for other in fact._state.fields_cache.values()}
        if not entry.never and (keys & taken or named & gone):
            gone.add(id(fact))
            continue
        taken |= keys
        yield entry


@cache
def _unique(model: Any) -> tuple[tuple[str, ...], ...]:
    """The fields that no two rows of the table may share."""
    return tuple(
        tuple(constraint.fields)
        for constraint in model._meta.constraints
        if isinstance(constraint, UniqueConstraint)
        and constraint.fields
        and constraint.condition is None
        and "id" not in constraint.fields
    )


def _key(fact: Any, names: tuple[str, ...]) -> tuple[Any, ...]:
    """What the fields hold; what is not written yet is known by being itself."""
    held = []
    for name in names:
        field = fact._meta.get_field(name)
        value = getattr(fact, field.attname)
        held.append(id(fact._state.fields_cache.get(name)) if value is None else value)
    return (type(fact), names, *held)
