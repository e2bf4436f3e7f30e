from permanence.models.actions import AgreedAction
from permanence.models.milestones import Milestone
from permanence.models.plans import PermanencePlan, Rank, Route
from permanence.models.reviews import Review
from permanence.models.visits import Seen, Supervision, Visit, Visitor, VisitPlace
from permanence.models.voice import ChildsWords, Gathered, LifeStory, LifeStoryKind, SharedWith
from permanence.models.wellbeing import CheckKind, SchoolPlace, WellbeingCheck

__all__ = [
    "AgreedAction",
    "CheckKind",
    "ChildsWords",
    "Gathered",
    "LifeStory",
    "LifeStoryKind",
    "Milestone",
    "PermanencePlan",
    "Rank",
    "Review",
    "Route",
    "SchoolPlace",
    "Seen",
    "SharedWith",
    "Supervision",
    "Visit",
    "VisitPlace",
    "Visitor",
    "WellbeingCheck",
]
