"""The search for an adoptive family: profiles, links, meetings and panels."""

from collections.abc import Iterator
from typing import Any

from adoption.actions import adopters
from adoption.kinds import linked, may_be, or_none, step, the_family
from adoption.models import (
    AdopterFamily,
    AdoptionLink,
    AdoptionPanel,
    FamilyFinding,
    FindingEnded,
    LinkEnded,
    MatchingMeeting,
    MeetingOutcome,
    PanelQuestion,
    Profiling,
    Recommendation,
)
from casetrack.access.permissions import Permission
from casetrack.actions import changes
from casetrack.forms import DateBoxes, text
from casetrack.record.kind import Ask, Change, Group, Kind, Told, period
from casetrack.record.step import answered

RECOMMENDED = {
    Recommendation.YES: "recommended it",
    Recommendation.NO: "did not recommend it",
    Recommendation.DEFERRED: "asked for more information first",
}
DESCRIBED = (
    "names",
    "makeup",
    "status",
    "registered_on",
    "stage_one_ended_on",
    "stage_two_on",
    "approved_on",
    "left_on",
)


def _finding(fact: Any) -> Iterator[Told]:
    yield from period(
        fact,
        "The search for an adoptive family began.",
        f"The search for an adoptive family ended: {fact.get_end_reason_display()}.",
    )


def _profiling(fact: Any) -> Iterator[Told]:
    yield Told(fact.profiled_on, f"The child’s profile was shown {fact.get_shown_display()}.")


def _link(fact: Any) -> Iterator[Told]:
    family = the_family(fact.family)
    yield Told(fact.linked_on, f"The child was linked with {family}.")
    if fact.visited_on is not None:
        yield Told(fact.visited_on, f"A social worker visited {family}.")
    if fact.ended_on is not None:
        why = fact.get_end_reason_display()
        yield Told(fact.ended_on, f"The link with {family} ended: {why}.")


def _meeting(fact: Any) -> Iterator[Told]:
    agreed = "look further"
    if fact.outcome == MeetingOutcome.GO_AHEAD:
        agreed = f"go ahead with {the_family(fact.family)}"
    yield Told(fact.held_on, f"A meeting about families for the child agreed to {agreed}.")


def _panel(fact: Any) -> Iterator[Told]:
    about = "be placed for adoption"
    if fact.question == PanelQuestion.MATCH:
        about = f"be matched with {the_family(fact.family)}"
    answer = RECOMMENDED[Recommendation(fact.recommendation)]
    yield Told(
        fact.held_on,
        f"The adoption panel was asked whether the child should {about}, and {answer}.",
    )
    if fact.received_on is not None:
        yield Told(
            fact.received_on,
            "The agency decision maker had what the adoption panel recommended, with its minutes.",
        )


KINDS = (
    Kind(
        code="family-finding",
        title="Family finding",
        group=Group.ADOPTION,
        model=FamilyFinding,
        permission=Permission.RECORD_ADOPTION,
        asks=("starts_on",),
        labels={
            "starts_on": "When did family finding begin?",
            "ends_on": "When did it end?",
        },
        choices={"end_reason": or_none("it has not ended", FindingEnded.choices)},
        before_birth=True,
        tell=_finding,
        mends=("starts_on", "start_known", "ends_on", "end_reason"),
        changes=(
            Change(
                code="ended",
                title="Family finding ended",
                asks=(
                    Ask("ends_on", lambda child: DateBoxes(label="When did it end?")),
                    *answered(FamilyFinding, "end_reason"),
                ),
                act=lambda fact, by, values: changes.record(
                    fact=fact, what="family-finding.ended", by=by, **values
                ),
                offered=lambda fact: fact.ends_on is None,
            ),
        ),
    ),
    Kind(
        code="profiling",
        title="Profile shown to families",
        group=Group.ADOPTION,
        model=Profiling,
        permission=Permission.RECORD_ADOPTION,
        asks=("profiled_on", "shown"),
        before_birth=True,
        tell=_profiling,
    ),
    Kind(
        code="adoption-link",
        title="Link with a family",
        group=Group.ADOPTION,
        model=AdoptionLink,
        permission=Permission.RECORD_ADOPTION,
        hint="Several families may be looked at side by side. Who they are is recorded afterwards, "
        "from the history.",
        asks=(
            Ask(
                "reference",
                lambda child: text(
                    label="Reference of the family",
                    help_text="As the adoption agency knows them. Never their names.",
                    max_length=20,
                ),
            ),
            "linked_on",
        ),
        choices={
            "family": lambda child: AdopterFamily.objects.filter(authority=child.authority_id),
            "end_reason": or_none("it has not ended", LinkEnded.choices),
        },
        before_birth=True,
        related=("family",),
        act=lambda child, by, values: adopters.link(
            child=child, reference=values["reference"], on=values["linked_on"], by=by
        ),
        tell=_link,
        mends=("family", "linked_on", "visited_on", "ended_on", "end_reason"),
        changes=(
            step(
                "adoption-link",
                "visited",
                "The family was visited",
                AdoptionLink,
                "visited_on",
                rest=("ended_on",),
            ),
            Change(
                code="described",
                title="Who the family is",
                asks=tuple(may_be(AdopterFamily, name) for name in DESCRIBED),
                act=lambda fact, by, values: adopters.describe(family=fact.family, by=by, **values),
                offered=lambda fact: fact.ended_on is None,
            ),
            step(
                "adoption-link",
                "ended",
                "The link ended",
                AdoptionLink,
                "ended_on",
                "end_reason",
            ),
        ),
    ),
    Kind(
        code="matching-meeting",
        title="Matching meeting",
        group=Group.ADOPTION,
        model=MatchingMeeting,
        permission=Permission.RECORD_ADOPTION,
        asks=("held_on", "outcome", "family"),
        choices={"family": linked},
        before_birth=True,
        related=("family",),
        rule=lambda fact: adopters.why_not_name(fact.child, fact.family),
        tell=_meeting,
    ),
    Kind(
        code="adoption-panel",
        title="Adoption panel",
        group=Group.ADOPTION,
        model=AdoptionPanel,
        permission=Permission.RECORD_ADOPTION,
        hint="What the panel recommended. What the decision maker then decides is recorded apart.",
        asks=("held_on", "question", "family", "recommendation", "received_on"),
        choices={"family": linked},
        related=("family",),
        rule=lambda fact: adopters.why_not_name(fact.child, fact.family),
        tell=_panel,
        changes=(
            step(
                "adoption-panel",
                "received",
                "The decision maker had the minutes",
                AdoptionPanel,
                "received_on",
            ),
        ),
    ),
)
