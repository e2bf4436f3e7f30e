from permanence.models.actions import AgreedAction
from permanence.models.challenges import Challenge, ChallengeStage, Settled, Stage, Theme
from permanence.models.mid_points import (
    QUESTIONS,
    InOrder,
    Judgement,
    LookedBy,
    MidPoint,
    SeenOrHeard,
)
from permanence.models.milestones import Milestone
from permanence.models.plans import PermanencePlan, Rank, Route
from permanence.models.reviews import Review
from permanence.models.visits import Seen, Supervision, Visit, Visitor, VisitPlace
from permanence.models.voice import ChildsWords, Gathered, LifeStory, LifeStoryKind, SharedWith
from permanence.models.wellbeing import CheckKind, SchoolPlace, WellbeingCheck

__all__ = [
    "QUESTIONS",
    "AgreedAction",
    "Challenge",
    "ChallengeStage",
    "CheckKind",
    "ChildsWords",
    "Gathered",
    "InOrder",
    "Judgement",
    "LifeStory",
    "LifeStoryKind",
    "LookedBy",
    "MidPoint",
    "Milestone",
    "PermanencePlan",
    "Rank",
    "Review",
    "Route",
    "SchoolPlace",
    "Seen",
    "SeenOrHeard",
    "Settled",
    "SharedWith",
    "Stage",
    "Supervision",
    "Theme",
    "Visit",
    "VisitPlace",
    "Visitor",
    "WellbeingCheck",
]
