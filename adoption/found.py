"""The steps of a route that facts of this floor show to be done, so that none is entered twice."""

from django.db.models import QuerySet
from django.db.models.functions import Coalesce, Least

from adoption.models import (
    AdoptionApplication,
    AdoptionDecision,
    AdoptionLink,
    AdoptionNotification,
    AdoptionPanel,
    AdoptionSupportPlan,
    ChildPermanenceReport,
    EarlyPermanence,
    FamilyFinding,
    GuardianshipSupportReview,
    Introductions,
    Match,
    MatchingMeeting,
    OrderSought,
    PanelQuestion,
    ProspectiveGuardian,
)
from permanence.found import first
from permanence.routes import done
from permanence.routes.done import Finder


def _carers(order: OrderSought) -> QuerySet[ProspectiveGuardian]:
    """Those who go on: what somebody did who then withdrew takes the plan no further."""
    return ProspectiveGuardian.objects.filter(order_sought=order, withdrew_on=None)


_guardians = _carers(OrderSought.SPECIAL_GUARDIANSHIP)
_standing_decisions = AdoptionDecision.objects.filter(reversed_on=None)
_standing_matches = Match.objects.filter(withdrawn_on=None)
_standing_applications = AdoptionApplication.objects.filter(withdrawn_on=None)
_panels_on_a_match = AdoptionPanel.objects.filter(question=PanelQuestion.MATCH)

FINDERS: dict[str, Finder] = {
    "agency-told": first(AdoptionNotification.objects.all(), "notified_on"),
    "early-permanence": first(EarlyPermanence.objects.all(), "considered_on"),
    "child-permanence-report": first(ChildPermanenceReport.objects.all(), "completed_on"),
    "family-finding": first(FamilyFinding.objects.all(), "starts_on"),
    "adoption-decision": first(_standing_decisions, "decided_on"),
    "link": first(AdoptionLink.objects.all(), "linked_on"),
    "matching-meeting": first(MatchingMeeting.objects.all(), "held_on"),
    "matching-panel": first(_panels_on_a_match, "held_on"),
    "match": first(_standing_matches, "decided_on"),
    "support-plan": first(AdoptionSupportPlan.objects.all(), "agreed_on"),
    "introductions": first(Introductions.objects.all(), "started_on"),
    "adoption-order-applied": first(_standing_applications, "applied_on"),
    "guardian-named": first(_guardians, "named_on"),
    "viability": first(
        _guardians.annotate(
            looked_on=Coalesce("relative__viability_done_on", "viability_concluded_on")
        ),
        "looked_on",
    ),
    "guardian-assessed": first(_guardians, "assessment_completed_on"),
    "guardian-sure": first(_guardians, "intention_confirmed_on"),
    "guardian-support": first(_guardians, "support_plan_agreed_on"),
    "guardian-notice": first(
        _guardians.annotate(known_on=Least("notice_given_on", "report_asked_on")), "known_on"
    ),
    "guardian-report": first(_guardians, "report_filed_on"),
    "guardian-support-review": first(GuardianshipSupportReview.objects.all(), "held_on"),
    "arrangements-applied": first(_carers(OrderSought.CHILD_ARRANGEMENTS), "applied_on"),
}


def register() -> None:
    for code, finder in FINDERS.items():
        done.register(code, finder)
