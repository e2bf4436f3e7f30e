"""Everything that somebody may be allowed to do, once, and in words to sign off."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing to be allowed; `words` completes the sentence "They may ..."."""

    words: str

    def __new__(cls, value: str, words: str) -> "Permission":
        permission = str.__new__(cls, value)
        permission._value_ = value
        permission.words = words
        return permission

    SEE_CHILDREN = "see-children", "read the records of the children they reach"
    SEE_TRACKER = "see-tracker", "see the children they reach in the tracker"
    SEE_TOTALS = "see-totals", "see totals of the whole authority, with small numbers hidden"
    SEE_MEASURES = (
        "see-measures",
        "see the measures of the whole authority in full, and of them the children they reach",
    )
    ENTER_FIGURES = (
        "enter-figures",
        "enter each month the figures that nothing here can count, what homes cost a week and work "
        "towards moves cost, and which homes were feared",
    )
    SET_TARGETS = (
        "set-targets",
        "set the targets of measures, and say from when a chart counts anew what is usual",
    )
    PUBLISH_PACKS = "publish-packs", "publish a pack for the board, with small numbers hidden"
    WRITE_ACTION_PLAN = (
        "write-action-plan",
        "write the Permanence Action Plan: its themes, its actions and how they stand",
    )
    SEE_REGION = "see-region", "see how far adoption has come in each authority they serve"
    SEE_CATALOGUE = "see-catalogue", "read how each clock and limit works"
    SET_LIMITS = (
        "set-limits",
        "set the authority’s own limits of clocks, and switch clocks on or off",
    )
    SEE_HISTORY = "see-history", "see how a record stood before, and who changed it"
    SEE_WHO_LOOKED = "see-who-looked", "see who has looked at a child's record, and why they could"
    EXPORT_LISTS = "export-lists", "take lists of children out as a file"
    ASSIGN_ACTIONS = "assign-actions", "agree actions and assign them to workers"
    MANAGE_COHORTS = "manage-cohorts", "start cohorts, choose children for them, see what became"
    PREPARE_MEETINGS = (
        "prepare-meetings",
        "set up a Permanence Monitoring Group, and put children on its agendas",
    )
    READ_MINUTES = (
        "read-minutes",
        "read the minutes of a group, and what it reports to the director",
    )
    WRITE_UPDATES = "write-updates", "write the update of a child for a meeting"
    NOTE_REASONS = "note-reasons", "note why a clock runs late"
    ASK_TO_JUSTIFY = "ask-to-justify", "ask whether a delay is justified"
    JUSTIFY_DELAY = "justify-delay", "decide whether a delay is justified, outside the line of work"
    RECORD_CHILD = "record-child", "record who a child is, important people, brothers and sisters"
    ALLOCATE_IRO = (
        "allocate-iro",
        "say which reviewing officer a child has, who takes over, and who stands in for whom",
    )
    RECORD_LEGAL = "record-legal", "record legal status, court orders and proceedings"
    RECORD_HOMES = "record-homes", "record where a child lives, and moves"
    APPROVE_HOMES = "approve-homes", "record the approval of a home by nominated officer or panel"
    RECORD_PLANS = "record-plans", "record permanence plans and what leads to them"
    RATIFY_PLANS = "ratify-plans", "ratify a permanence plan at a review"
    RECORD_REVIEWS = "record-reviews", "record reviews, mid-points and challenges"
    ANSWER_CHALLENGES = (
        "answer-challenges",
        "answer the reviewing officer: an alert, or a challenge at stage 1",
    )
    ANSWER_FOR_SERVICE = (
        "answer-for-service",
        "answer a challenge that is put to a service manager or head of service (stages 2 and 3)",
    )
    ANSWER_AS_DIRECTOR = (
        "answer-as-director",
        "answer a challenge that is put to the director (stage 4)",
    )
    RECORD_ADOPTION = "record-adoption", "record family finding, links, matches and what follows"
    DECIDE_ADOPTION = "decide-adoption", "record the decision of the agency decision maker"
    RECORD_VISITS = "record-visits", "record visits, supervision, health, education and missing"
    RECORD_VOICE = "record-voice", "record what a child says, wishes and feels"
    CORRECT_FACTS = "correct-facts", "correct what was recorded wrongly, of the kinds they record"
    LOAD_RETURNS = "load-returns", "load statutory returns and mend their errors"
    SEE_JOBS = "see-jobs", "see whether the nightly jobs have run"
    BREAK_GLASS = "break-glass", "open a record they do not reach, in an emergency, to be reviewed"
    RESTRICT_CHILDREN = (
        "restrict-children",
        "restrict a record to named people, or exclude somebody",
    )
    REVIEW_ACCESS = "review-access", "review emergency access, restrictions and unusual reading"
    SEAL_RECORDS = "seal-records", "seal a record after adoption"
    UNSEAL_RECORDS = "unseal-records", "open a sealed record, where a second person agrees"
    MANAGE_PEOPLE = "manage-people", "give people roles and end them"
