from casetrack.audit import AuditEvent
from casetrack.models.authorities import Authority
from casetrack.models.calendar import CalendarDay
from casetrack.models.care import CarePeriod, PreviousPermanence
from casetrack.models.children import Child, Sex, SiblingGroup
from casetrack.models.facts import Fact, Origin, PeriodFact
from casetrack.models.legal import CourtOrder, LegalStatus, OrderKind
from casetrack.models.people import (
    Allocation,
    AllocationRole,
    RoleAssignment,
    Team,
    User,
    Worker,
)

__all__ = [
    "Allocation",
    "AllocationRole",
    "AuditEvent",
    "Authority",
    "CalendarDay",
    "CarePeriod",
    "Child",
    "CourtOrder",
    "Fact",
    "LegalStatus",
    "OrderKind",
    "Origin",
    "PeriodFact",
    "PreviousPermanence",
    "RoleAssignment",
    "Sex",
    "SiblingGroup",
    "Team",
    "User",
    "Worker",
]
