from permanence.models.actions import AgreedAction
from permanence.models.attendance import Attendance, OutOfRoom, Presence
from permanence.models.challenges import Challenge, ChallengeStage, Settled, Stage, Theme
from permanence.models.decisions import (
    OF_A_PLAN,
    TO_DO,
    WITH_A_REASON,
    Answered,
    Decision,
    DecisionKind,
    Finding,
    Question,
)
from permanence.models.escalations import Escalation, EscalationNotice, Level
from permanence.models.meetings import (
    AgendaItem,
    GroupMember,
    Interest,
    Meeting,
    MeetingSeries,
    MeetingStage,
    Part,
    Seat,
)
from permanence.models.mid_points import (
    QUESTIONS,
    InOrder,
    Judgement,
    LookedBy,
    MidPoint,
    MidPointDraft,
    SeenOrHeard,
)
from permanence.models.milestones import Milestone
from permanence.models.minutes import MinuteNote, MinutePage, Minutes
from permanence.models.planned_reviews import InvitedAs, PlannedReview, ReviewInvitation, Took
from permanence.models.plans import PermanencePlan, Rank, Route
from permanence.models.review_writings import ReviewWriting, WritingForm
from permanence.models.reviews import Disagreement, Review, ReviewMeeting
from permanence.models.updates import SAID, AgendaUpdate
from permanence.models.visits import Seen, Supervision, Visit, Visitor, VisitPlace
from permanence.models.voice import ChildsWords, Gathered, LifeStory, LifeStoryKind, SharedWith
from permanence.models.wellbeing import CheckKind, SchoolPlace, WellbeingCheck

__all__ = [
    "AgendaItem",
    "AgendaUpdate",
    "AgreedAction",
    "Answered",
    "Attendance",
    "Challenge",
    "ChallengeStage",
    "CheckKind",
    "ChildsWords",
    "Decision",
    "DecisionKind",
    "Disagreement",
    "Escalation",
    "EscalationNotice",
    "Finding",
    "Gathered",
    "GroupMember",
    "InOrder",
    "Interest",
    "InvitedAs",
    "Judgement",
    "Level",
    "LifeStory",
    "LifeStoryKind",
    "LookedBy",
    "Meeting",
    "MeetingSeries",
    "MeetingStage",
    "MidPoint",
    "MidPointDraft",
    "Milestone",
    "MinuteNote",
    "MinutePage",
    "Minutes",
    "OF_A_PLAN",
    "OutOfRoom",
    "Part",
    "PermanencePlan",
    "PlannedReview",
    "Presence",
    "QUESTIONS",
    "Question",
    "Rank",
    "Review",
    "ReviewInvitation",
    "ReviewMeeting",
    "ReviewWriting",
    "Route",
    "SAID",
    "SchoolPlace",
    "Seat",
    "Seen",
    "SeenOrHeard",
    "Settled",
    "SharedWith",
    "Stage",
    "Supervision",
    "TO_DO",
    "Theme",
    "Took",
    "Visit",
    "VisitPlace",
    "Visitor",
    "WITH_A_REASON",
    "WellbeingCheck",
    "WritingForm",
]
