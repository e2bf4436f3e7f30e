"""Roles as plain classes: what each may do and whose records it reaches, in words to sign off.

The local authority signs these off before it uses Casetrack; the page made of them is
`docs/roles.md`. Each role holds the least that its work needs.
"""

from enum import StrEnum
from typing import ClassVar

from casetrack.access.permissions import Permission as P


class Reach(StrEnum):
    """Whose records a role reaches; restriction is applied on top."""

    NOBODY = "nobody"
    ALLOCATED = "the children allocated to this person"
    TEAM = "the children allocated to the workers of the team"
    ADOPTION = "the children of the authority with an adoption plan or decision"
    AUTHORITY = "all children of the authority"
    WATCH = "no child's record; who may see and has seen any record, restricted ones included"


class Group(StrEnum):
    """What a role's work is; the order in which roles are listed."""

    CHILD = "Working with the child"
    REVIEW = "Reviewing and challenging"
    DECIDE = "Deciding"
    COUNT = "Counting and keeping"


class Role:
    """One role. `code` is stored; everything else is read from the class."""

    code: ClassVar[str]
    title: ClassVar[str]
    group: ClassVar[Group]
    description: ClassVar[str]
    reach: ClassVar[Reach]
    permissions: ClassVar[frozenset[P]]
    after_adoption: ClassVar[bool] = False
    """Whether it still reaches a child once an adoption order is made, until the record is sealed:
    so do those who have something left to do, and nobody else."""


READ = frozenset({P.SEE_CHILDREN, P.SEE_TRACKER, P.SEE_CATALOGUE})
CASEWORK = frozenset({P.RECORD_CHILD, P.RECORD_LEGAL, P.RECORD_HOMES, P.RECORD_PLANS}) | {
    P.RECORD_ADOPTION,
    P.RECORD_VISITS,
    P.RECORD_VOICE,
    P.WRITE_UPDATES,
    P.CORRECT_FACTS,
    P.SEE_HISTORY,
    P.BREAK_GLASS,
}
LEAD = frozenset({P.EXPORT_LISTS, P.ASSIGN_ACTIONS, P.MANAGE_COHORTS, P.NOTE_REASONS}) | {
    P.SEE_TOTALS,
    P.SEE_MEASURES,
    P.SEE_JOBS,
}
ANSWERS_FOR_FIGURES = frozenset({P.SET_TARGETS, P.PUBLISH_PACKS, P.WRITE_ACTION_PLAN})


class Manager(Role):
    code = "manager"
    title = "Team manager"
    group = Group.CHILD
    description = (
        "Runs a team. Sees the tracker and the records of the children whose social worker is in "
        "the team (of the whole authority when no team is named), records what the team records, "
        "assigns actions, notes reasons, asks whether a delay is justified, which others decide, "
        "and takes lists out. Cannot ratify a plan or record a review: that is the reviewing "
        "officer's alone, and so are mid-points and challenges. Answers an alert, and a challenge "
        "at stage 1; what the officer puts to a level above is answered there. Does not say who "
        "the reviewing officer is."
    )
    reach = Reach.TEAM
    after_adoption = True
    permissions = READ | CASEWORK | LEAD | {P.ANSWER_CHALLENGES, P.ASK_TO_JUSTIFY}


class SocialWorker(Role):
    code = "social-worker"
    title = "Social worker"
    group = Group.CHILD
    description = (
        "Works with the children allocated to them: reads and records those children's facts, "
        "plans, homes and visits, writes how they stand for the meetings of a group, and sees who "
        "has looked at their records. Others' children are reached in an emergency only, and that "
        "is reviewed."
    )
    reach = Reach.ALLOCATED
    after_adoption = True
    permissions = READ | CASEWORK | {P.NOTE_REASONS, P.SEE_WHO_LOOKED}


class ServiceManager(Role):
    code = "service-manager"
    title = "Service manager"
    group = Group.CHILD
    description = (
        "Answers for several teams, as service managers and heads of service do. Sees every child "
        "of the authority, records what the teams record, assigns actions, answers the challenges "
        "of reviewing officers up to stage 3, asks whether a delay is justified or decides it "
        "where another asked, and decides when a record is restricted to named people, when "
        "somebody is kept out of it, and when an adopted child's record is sealed. Sets the "
        "authority's own limits and the targets of its measures, writes the Permanence Action Plan "
        "and publishes what the board reads."
    )
    reach = Reach.AUTHORITY
    after_adoption = True
    permissions = (
        READ
        | CASEWORK
        | LEAD
        | {P.ANSWER_CHALLENGES, P.ANSWER_FOR_SERVICE}
        | {P.ASK_TO_JUSTIFY, P.JUSTIFY_DELAY, P.SET_LIMITS}
        | {P.RESTRICT_CHILDREN, P.SEAL_RECORDS, P.READ_MINUTES, P.ENTER_FIGURES}
        | ANSWERS_FOR_FIGURES
    )


class Fostering(Role):
    code = "fostering"
    title = "Fostering worker"
    group = Group.CHILD
    description = (
        "Finds homes with foster carers and supports the carers. Sees the children of the "
        "authority, because any of them may need a home, and records where they live. Does not "
        "approve a home."
    )
    reach = Reach.AUTHORITY
    permissions = READ | {P.RECORD_HOMES, P.CORRECT_FACTS, P.SEE_HISTORY}


class AdoptionAgencyWorker(Role):
    code = "adoption-agency-worker"
    title = "Regional adoption agency worker"
    group = Group.CHILD
    description = (
        "Finds adoptive families, for one authority or several. Sees the children with an adoption "
        "plan or decision and nobody else, and records family finding, links and matches. Does not "
        "record the agency decision maker's decision."
    )
    reach = Reach.ADOPTION
    after_adoption = True
    permissions = (
        READ | {P.RECORD_ADOPTION, P.CORRECT_FACTS, P.SEE_HISTORY} | {P.NOTE_REASONS, P.SEE_REGION}
    )


class Legal(Role):
    code = "legal"
    title = "Legal adviser"
    group = Group.CHILD
    description = (
        "Advises on orders and proceedings. Sees the children of the authority with their history, "
        "and records legal status, orders and proceedings."
    )
    reach = Reach.AUTHORITY
    permissions = READ | {P.RECORD_LEGAL, P.CORRECT_FACTS, P.SEE_HISTORY}


class CourtProgressionOfficer(Role):
    code = "court-progression-officer"
    title = "Court progression officer"
    group = Group.CHILD
    description = (
        "Follows every child's proceedings to the final order. Sees the children of the authority, "
        "records proceedings and orders, assigns actions and notes why a case runs late."
    )
    reach = Reach.AUTHORITY
    permissions = (
        READ | {P.RECORD_LEGAL, P.CORRECT_FACTS, P.SEE_HISTORY} | {P.ASSIGN_ACTIONS, P.NOTE_REASONS}
    )


class VirtualSchool(Role):
    code = "virtual-school"
    title = "Virtual School"
    group = Group.CHILD
    description = (
        "Answers for the education of all children in care. Sees the children of the authority and "
        "records education, and visits made for it."
    )
    reach = Reach.AUTHORITY
    permissions = READ | {P.RECORD_VISITS}


class IRO(Role):
    code = "iro"
    title = "Independent Reviewing Officer (IRO)"
    group = Group.REVIEW
    description = (
        "Reviews the plans of the children allocated to them and challenges delay. Sees those "
        "children's records, ratifies their plans, records their reviews, mid-points and "
        "challenges and what they say, and sees who has looked. Reaches another officer's children "
        "as well while that officer is away and they stand in, as the IRO manager arranged; "
        "others' children in an emergency only."
    )
    reach = Reach.ALLOCATED
    after_adoption = True
    permissions = (
        READ
        | {P.RATIFY_PLANS, P.RECORD_REVIEWS, P.RECORD_VOICE, P.CORRECT_FACTS, P.SEE_HISTORY}
        | {P.EXPORT_LISTS, P.ASSIGN_ACTIONS, P.NOTE_REASONS, P.SEE_WHO_LOOKED, P.BREAK_GLASS}
    )


class IROManager(Role):
    code = "iro-manager"
    title = "IRO manager"
    group = Group.REVIEW
    description = (
        "Leads the Independent Reviewing Officers (IROs) and stands in for them. Sees every child "
        "of the authority, ratifies plans and records reviews. Nobody else says which officer a "
        "child has, or who stands in for one who is away, so that no manager can be rid of one."
    )
    reach = Reach.AUTHORITY
    permissions = IRO.permissions - {P.SEE_WHO_LOOKED} | {
        P.SEE_TOTALS,
        P.SEE_MEASURES,
        P.ALLOCATE_IRO,
        P.READ_MINUTES,
    }


class Chair(Role):
    code = "chair"
    title = "Chair of the Permanence Monitoring Group"
    group = Group.REVIEW
    description = (
        "Chairs the Permanence Monitoring Group (PMG) and prepares its meetings. Sees every child "
        "of the authority, assigns actions, notes reasons, decides whether a delay is justified, "
        "sets the authority's own limits, writes the Permanence Action Plan and takes lists out. "
        "Records no facts about a child."
    )
    reach = Reach.AUTHORITY
    permissions = (
        READ
        | LEAD
        | {P.SEE_HISTORY, P.JUSTIFY_DELAY, P.SET_LIMITS}
        | {P.PREPARE_MEETINGS, P.READ_MINUTES, P.WRITE_ACTION_PLAN}
    )


class Secretary(Role):
    code = "secretary"
    title = "Secretary of the Permanence Monitoring Group"
    group = Group.REVIEW
    description = (
        "Prepares the meetings of the Permanence Monitoring Group (PMG) and writes down what it "
        "agrees. Sees every child of the authority, assigns the agreed actions and takes the "
        "meeting's lists out."
    )
    reach = Reach.AUTHORITY
    permissions = READ | {P.ASSIGN_ACTIONS, P.EXPORT_LISTS, P.PREPARE_MEETINGS, P.READ_MINUTES}


class Director(Role):
    code = "director"
    title = "Director of children's services"
    group = Group.DECIDE
    description = (
        "Answers for all children in care of the authority. Sees every child of the authority, "
        "reads the minutes of the Permanence Monitoring Group (PMG) and what it reports, and is "
        "told of what no level below has mended. Answers a challenge of the reviewing officer that "
        "is put to them (stage 4), or to a level below that does not answer. Records no other "
        "facts about a child. Sets the targets of measures, writes the Permanence Action Plan and "
        "publishes what the board reads."
    )
    reach = Reach.AUTHORITY
    permissions = (
        READ
        | {P.SEE_TOTALS, P.SEE_MEASURES, P.SEE_HISTORY, P.READ_MINUTES}
        | {P.ANSWER_CHALLENGES, P.ANSWER_FOR_SERVICE, P.ANSWER_AS_DIRECTOR}
        | ANSWERS_FOR_FIGURES
    )


class AgencyDecisionMaker(Role):
    code = "agency-decision-maker"
    title = "Agency decision maker"
    group = Group.DECIDE
    description = (
        "Decides for the adoption agency whether a child should be placed for adoption, and with "
        "whom. Sees the children with an adoption plan or decision. Nobody else may record this "
        "decision: the law gives it to one named person, and the waits are counted from its day."
    )
    reach = Reach.ADOPTION
    permissions = READ | {P.DECIDE_ADOPTION, P.CORRECT_FACTS, P.SEE_HISTORY, P.SEE_REGION}


class NominatedOfficer(Role):
    code = "nominated-officer"
    title = "Nominated officer"
    group = Group.DECIDE
    description = (
        "Approves homes for the authority: temporary approval of a relative, and what the "
        "fostering panel recommends. Sees every child of the authority, because approval may be "
        "asked for any of them, and records no other facts."
    )
    reach = Reach.AUTHORITY
    permissions = READ | {P.APPROVE_HOMES, P.CORRECT_FACTS, P.SEE_HISTORY}


class DataOfficer(Role):
    code = "data-officer"
    title = "Data officer"
    group = Group.COUNT
    description = (
        "Loads the returns, mends their errors and watches the jobs. Sees every child of the "
        "authority, because a row can only be mended by someone who may read it, and enters what "
        "returns do not bring: names, brothers and sisters, the figures of each month that nothing "
        "here can count. Publishes what the board reads."
    )
    reach = Reach.AUTHORITY
    after_adoption = True
    permissions = READ | {
        P.SEE_TOTALS,
        P.SEE_MEASURES,
        P.ENTER_FIGURES,
        P.PUBLISH_PACKS,
        P.EXPORT_LISTS,
        P.LOAD_RETURNS,
        P.SEE_JOBS,
        P.RECORD_CHILD,
        P.CORRECT_FACTS,
        P.SEE_HISTORY,
    }


class BoardMember(Role):
    code = "board-member"
    title = "Board member"
    group = Group.COUNT
    description = (
        "Sees totals only, with numbers from 1 to 5 hidden. Never sees a child's record or a list "
        "of children."
    )
    reach = Reach.NOBODY
    permissions = frozenset({P.SEE_TOTALS, P.SEE_REGION, P.SEE_CATALOGUE})


class Guardian(Role):
    code = "guardian"
    title = "Guardian of data"
    group = Group.COUNT
    description = (
        "Watches over who may see and who has seen the records (often the Caldicott guardian). "
        "Reviews emergency access and the opening of sealed records, restricts records and lifts "
        "restrictions. Sees references, never a child's record, by this role."
    )
    reach = Reach.WATCH
    permissions = frozenset({P.REVIEW_ACCESS, P.SEE_WHO_LOOKED, P.RESTRICT_CHILDREN}) | {
        P.SEE_CATALOGUE,
    }


class AdoptionRecords(Role):
    code = "adoption-records"
    title = "Adoption records"
    group = Group.COUNT
    description = (
        "Keeps the records that were sealed after an adoption, for a hundred years, and the one "
        "link between a child's records before and after. Opens one for the adopted adult or a "
        "court, only with the agreement of a second person in this role. Sees no other record."
    )
    reach = Reach.NOBODY
    permissions = frozenset({P.UNSEAL_RECORDS})


class Administrator(Role):
    code = "administrator"
    title = "Administrator"
    group = Group.COUNT
    description = (
        "Gives people their roles and ends them, and watches the jobs. Never sees a child's record "
        "or a list of children."
    )
    reach = Reach.NOBODY
    permissions = frozenset({P.MANAGE_PEOPLE, P.SEE_JOBS, P.SEE_CATALOGUE})


ROLES: dict[str, type[Role]] = {
    role.code: role
    for role in (
        Manager,
        SocialWorker,
        ServiceManager,
        Fostering,
        AdoptionAgencyWorker,
        Legal,
        CourtProgressionOfficer,
        VirtualSchool,
        IRO,
        IROManager,
        Chair,
        Secretary,
        Director,
        AgencyDecisionMaker,
        NominatedOfficer,
        DataOfficer,
        BoardMember,
        Guardian,
        AdoptionRecords,
        Administrator,
    )
}


def with_permission(permission: P) -> list[str]:
    """The codes of the roles that carry it."""
    return [code for code, role in ROLES.items() if permission in role.permissions]
