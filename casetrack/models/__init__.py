from casetrack.audit import AuditEvent
from casetrack.chain import AuditAnchor, AuditLink, AuditUnsealed
from casetrack.models.agreements import (
    AdoptionConsent,
    Section20Agreement,
    Section20Review,
)
from casetrack.models.authorities import Authority
from casetrack.models.calendar import CalendarDay
from casetrack.models.care import CarePeriod, PreviousPermanence
from casetrack.models.children import Child, Sex, SiblingGroup, YesNoNotKnown
from casetrack.models.court import (
    DeprivationOfLiberty,
    DeprivationOfLibertyReview,
    DischargeApplication,
    DischargeOutcome,
    OrderExtension,
)
from casetrack.models.facts import Fact, Origin, PeriodFact
from casetrack.models.family import (
    FamilyMeeting,
    FamilyMeetingNotOffered,
    Relative,
)
from casetrack.models.important_people import ImportantPerson, Relationship
from casetrack.models.legal import CourtOrder, LegalStatus, OrderKind
from casetrack.models.people import (
    Allocation,
    AllocationRole,
    Cover,
    RoleAssignment,
    Team,
    User,
    Worker,
)
from casetrack.models.proceedings import (
    Hearing,
    LegalGateway,
    PreProceedings,
    PreProceedingsMeeting,
    Proceedings,
    ProceedingsExtension,
    ProceedingsKind,
)
from casetrack.models.restrictions import BreakGlass, NamedPerson, Restriction
from casetrack.models.siblings import SiblingDecision, Together
from casetrack.models.submissions import Submission

__all__ = [
    "AdoptionConsent",
    "Allocation",
    "AllocationRole",
    "AuditAnchor",
    "AuditEvent",
    "AuditLink",
    "AuditUnsealed",
    "Authority",
    "BreakGlass",
    "CalendarDay",
    "CarePeriod",
    "Child",
    "CourtOrder",
    "Cover",
    "DeprivationOfLiberty",
    "DeprivationOfLibertyReview",
    "DischargeApplication",
    "DischargeOutcome",
    "Fact",
    "FamilyMeeting",
    "FamilyMeetingNotOffered",
    "Hearing",
    "ImportantPerson",
    "LegalGateway",
    "LegalStatus",
    "NamedPerson",
    "OrderExtension",
    "OrderKind",
    "Origin",
    "PeriodFact",
    "PreProceedings",
    "PreProceedingsMeeting",
    "PreviousPermanence",
    "Proceedings",
    "ProceedingsExtension",
    "ProceedingsKind",
    "Relationship",
    "Relative",
    "Restriction",
    "RoleAssignment",
    "Section20Agreement",
    "Section20Review",
    "Sex",
    "SiblingDecision",
    "SiblingGroup",
    "Submission",
    "Team",
    "Together",
    "User",
    "Worker",
    "YesNoNotKnown",
]
