from oversight.models.answers import Answer, AnswerKind, Dissent, JustifiedNotice
from oversight.models.causes import Cause, DelayCause
from oversight.models.clocks import ClockRow, ClockSetting
from oversight.models.cohorts import Cohort, CohortAim, CohortMember, MemberOutcome
from oversight.models.jobs import JobRun
from oversight.models.measures import (
    Benchmark,
    EnteredFigure,
    FactsChanged,
    PackKind,
    PlanTheme,
    Publication,
    PublishedFigure,
    Rebase,
    Standing,
    StoredForecast,
    ThemeAction,
    ThemeProgress,
    WeeklyRate,
    Whose,
)
from oversight.models.notices import Notice, StageNotice
from oversight.models.reports import ReportSection, ReportWords
from oversight.models.saved_views import SavedView
from oversight.models.savings import FearedHome, SavingsWork
from oversight.models.sightings import Sighting
from oversight.models.states import State

__all__ = [
    "Answer",
    "AnswerKind",
    "Benchmark",
    "Cause",
    "ClockRow",
    "ClockSetting",
    "Cohort",
    "CohortAim",
    "CohortMember",
    "DelayCause",
    "Dissent",
    "EnteredFigure",
    "FactsChanged",
    "FearedHome",
    "JobRun",
    "JustifiedNotice",
    "MemberOutcome",
    "Notice",
    "PackKind",
    "PlanTheme",
    "Publication",
    "PublishedFigure",
    "Rebase",
    "ReportSection",
    "ReportWords",
    "SavedView",
    "SavingsWork",
    "Sighting",
    "StageNotice",
    "Standing",
    "State",
    "StoredForecast",
    "ThemeAction",
    "ThemeProgress",
    "WeeklyRate",
    "Whose",
]
