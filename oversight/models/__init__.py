from oversight.models.answers import Answer, AnswerKind, Dissent, JustifiedNotice
from oversight.models.causes import Cause, DelayCause
from oversight.models.clocks import ClockRow, ClockSetting
from oversight.models.cohorts import Cohort, CohortAim, CohortMember, MemberOutcome
from oversight.models.jobs import JobRun
from oversight.models.notices import Notice, StageNotice
from oversight.models.reports import ReportSection, ReportWords
from oversight.models.saved_views import SavedView
from oversight.models.sightings import Sighting
from oversight.models.states import State

__all__ = [
    "Answer",
    "AnswerKind",
    "Cause",
    "ClockRow",
    "ClockSetting",
    "Cohort",
    "CohortAim",
    "CohortMember",
    "DelayCause",
    "Dissent",
    "JobRun",
    "JustifiedNotice",
    "MemberOutcome",
    "Notice",
    "ReportSection",
    "ReportWords",
    "SavedView",
    "Sighting",
    "StageNotice",
    "State",
]
