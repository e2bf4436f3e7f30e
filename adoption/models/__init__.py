from adoption.models.adopters import AdopterFamily, Adopters, AdopterStatus
from adoption.models.decisions import AdoptionDecision, Match
from adoption.models.finding import (
    AdoptionLink,
    AdoptionPanel,
    FamilyFinding,
    FindingEnded,
    LinkEnded,
    MatchingMeeting,
    MeetingOutcome,
    PanelQuestion,
    Profiling,
    Recommendation,
)
from adoption.models.guardianship import (
    Assessed,
    GuardianshipSupportReview,
    OrderSought,
    ProspectiveGuardian,
    Viability,
)
from adoption.models.moving import (
    AdoptionApplication,
    AdoptionDisruption,
    AdoptionSupportPlan,
    Introductions,
    IntroductionsEnded,
)
from adoption.models.planning import (
    AdoptionNotification,
    AdoptionReexamination,
    ChildPermanenceReport,
    EarlyPermanence,
)
from adoption.models.sealing import OPEN_FOR, SealedRecord, Unsealing
from adoption.models.siblings import AdoptedSibling, Sibling

__all__ = [
    "OPEN_FOR",
    "AdopterFamily",
    "AdopterStatus",
    "Adopters",
    "AdoptedSibling",
    "AdoptionApplication",
    "AdoptionDecision",
    "AdoptionDisruption",
    "AdoptionLink",
    "AdoptionNotification",
    "AdoptionPanel",
    "AdoptionReexamination",
    "AdoptionSupportPlan",
    "Assessed",
    "ChildPermanenceReport",
    "EarlyPermanence",
    "FamilyFinding",
    "FindingEnded",
    "GuardianshipSupportReview",
    "Introductions",
    "IntroductionsEnded",
    "LinkEnded",
    "Match",
    "MatchingMeeting",
    "MeetingOutcome",
    "OrderSought",
    "PanelQuestion",
    "Profiling",
    "ProspectiveGuardian",
    "Recommendation",
    "SealedRecord",
    "Sibling",
    "Unsealing",
    "Viability",
]
