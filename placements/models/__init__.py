from placements.models.approvals import (
    ApprovalDecision,
    ApprovalEnded,
    ApprovalOf,
    ApprovalRequest,
    ApprovedAs,
    CarerApproval,
    ExtendedBecause,
)
from placements.models.assessments import AssessmentOf, HomeAssessment, OrderQuestion, StillNeeded
from placements.models.homes import Carer, Home
from placements.models.matches import LongTermMatch
from placements.models.missing import MissingEpisode, ReturnInterview
from placements.models.placements import MeantFor, Placement, PlacementPlan
from placements.models.stability import HomeMeeting, HomeWorry, MeetingAbout, UnregisteredSetting

__all__ = [
    "ApprovalDecision",
    "ApprovalEnded",
    "ApprovalOf",
    "ApprovalRequest",
    "ApprovedAs",
    "AssessmentOf",
    "Carer",
    "CarerApproval",
    "ExtendedBecause",
    "Home",
    "HomeAssessment",
    "HomeMeeting",
    "HomeWorry",
    "LongTermMatch",
    "MeantFor",
    "MeetingAbout",
    "MissingEpisode",
    "OrderQuestion",
    "Placement",
    "PlacementPlan",
    "ReturnInterview",
    "StillNeeded",
    "UnregisteredSetting",
]
