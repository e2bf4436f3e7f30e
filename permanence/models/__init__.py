from permanence.models.actions import AgreedAction
from permanence.models.challenges import Challenge, ChallengeStage, Settled, Stage, Theme
from permanence.models.meetings import (
    AgendaItem,
    GroupMember,
    Interest,
    Meeting,
    MeetingSeries,
    Part,
    Seat,
)
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
from permanence.models.updates import SAID, AgendaUpdate
from permanence.models.visits import Seen, Supervision, Visit, Visitor, VisitPlace
from permanence.models.voice import ChildsWords, Gathered, LifeStory, LifeStoryKind, SharedWith
from permanence.models.wellbeing import CheckKind, SchoolPlace, WellbeingCheck

__all__ = [
    "QUESTIONS",
    "SAID",
    "AgendaItem",
    "AgendaUpdate",
    "AgreedAction",
    "Challenge",
    "ChallengeStage",
    "CheckKind",
    "ChildsWords",
    "Gathered",
    "GroupMember",
    "InOrder",
    "Interest",
    "Judgement",
    "LifeStory",
    "LifeStoryKind",
    "LookedBy",
    "Meeting",
    "MeetingSeries",
    "MidPoint",
    "Milestone",
    "Part",
    "PermanencePlan",
    "Rank",
    "Review",
    "Route",
    "SchoolPlace",
    "Seen",
    "SeenOrHeard",
    "Seat",
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
