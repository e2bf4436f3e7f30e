"""Adoption, from the early word to the agency to the order; shared with the regional agency."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from adoption.models import (
    AdoptionDecision,
    AdoptionLink,
    AdoptionNotification,
    FamilyFinding,
    Match,
)
from casetrack.access.permissions import Permission
from casetrack.models import (
    AdoptionConsent,
    CourtOrder,
    LegalStatus,
    OrderKind,
    SiblingDecision,
    Together,
)
from oversight.pathways.facts import (
    STAYS,
    first,
    happened,
    has_plan,
    held,
    newest,
    standing,
)
from oversight.pathways.pathway import HOME, PLAN, Facts, Mark, Pathway, Stage, older_than
from permanence.models import Rank, Route
from placements.models import Placement

ADOPTIVE = ("A3", "A4", "A5", "A6")
NOT_SAID = ("", "REFU", "NOBT")

_decided = standing(happened(AdoptionDecision, "decided_on"), "reversed_on")
_ordered = standing(happened(CourtOrder, "made_on", kind=OrderKind.PLACEMENT), "ended_on")
# With the parents' consent a matched child is placed without an order (Adoption and Children Act
# 2002, section 19). Whether everybody has consented who must is not held: the match shows it.
_consents = standing(happened(AdoptionConsent, "given_on"), "withdrawn_on")
# Where the next home after an adoptive one is another, or there is none, a family is sought anew.
_next = Placement.objects.filter(
    child=OuterRef("child"),
    starts_on__gte=OuterRef("ends_on"),
    starts_on__lte=OuterRef(OuterRef("on_day")),
).order_by("starts_on")
_lost = (
    happened(Placement, "ends_on", type__in=ADOPTIVE)
    .annotate(next_home=Subquery(_next.exclude(type__in=STAYS).values("home")[:1]))
    .exclude(next_home=F("home"))
    .exclude(Exists(_next.filter(type__in=STAYS, starts_on=OuterRef("ends_on"))), next_home=None)
)
ANEW = OuterRef("anew")
_links = standing(happened(AdoptionLink, "linked_on", since=ANEW), "ended_on")
_matches = standing(happened(Match, "decided_on", since=ANEW), "withdrawn_on")
_placed = happened(Placement, "starts_on", since=ANEW, type__in=ADOPTIVE)


def _who(children: QuerySet[Any]) -> QuerySet[Any]:
    """With adoption planned or decided, or a placement order, on the day."""
    on_the_way = has_plan(Route.ADOPTION) | Exists(_decided) | Q(legal="E1")
    return children.filter(on_the_way).annotate(anew=Coalesce(newest(_lost, "ends_on"), F("since")))


def _without_link(facts: Facts) -> bool:
    ordered, *found = (facts[f"on_{code}"] for code in ("placement_order", "link", "match"))
    return bool(ordered) and not any(found) and not facts["on_placed"]


PATHWAY = Pathway(
    code="adoption",
    place=1,
    title="Adoption",
    purpose="From the early word to the regional adoption agency to the adoption order. The "
    "regional agency sees the same page, for every authority that it serves.",
    are="on the way to adoption",
    who=_who,
    only_for=(
        Permission.RECORD_ADOPTION,
        Permission.DECIDE_ADOPTION,
        Permission.ASSIGN_ACTIONS,
    ),
    stages=(
        Stage(
            code="told",
            title="Agency told",
            on=first(happened(AdoptionNotification, "notified_on"), "notified_on"),
            kind="adoption-notification",
            button="Record that the agency was told",
            shows=(),
        ),
        Stage(
            code="decision",
            title="Decision",
            on=first(_decided, "decided_on"),
            kind="adoption-decision",
            button="Record the decision",
        ),
        Stage(
            code="placement-order",
            title="Placement order",
            on=Coalesce(first(_ordered, "made_on"), held(LegalStatus, "starts_on", code="E1")),
            kind="order",
            button="Record the placement order",
            needless=lambda facts: facts["consented"] and bool(facts["on_match"]),
        ),
        Stage(
            code="family-finding",
            title="Family finding",
            on=newest(happened(FamilyFinding, "starts_on"), "starts_on"),
            kind="family-finding",
            button="Record the search for a family",
            shows=(),
        ),
        Stage(
            code="link",
            title="Link",
            on=first(_links, "linked_on"),
            kind="adoption-link",
            button="Record a link",
            shows=("family-finding",),
        ),
        Stage(
            code="match",
            title="Match",
            on=first(_matches, "decided_on"),
            kind="match",
            button="Record the match",
        ),
        Stage(
            code="placed",
            title="Moved in",
            on=first(_placed, "starts_on"),
            kind="home",
            button="Record the move",
        ),
        Stage(
            code="order",
            title="Adoption order",
            on=first(
                standing(happened(CourtOrder, "made_on", kind=OrderKind.ADOPTION), "ended_on"),
                "made_on",
            ),
            kind="order",
            button="Record the adoption order",
        ),
    ),
    ended="Adopted, still in care",
    top=Mark(
        code="no-link",
        title="Placement order, no link",
        means="with a placement order and no link with a family",
        holds=_without_link,
    ),
    marks=(
        Mark(
            code="together",
            title="Brothers and sisters together",
            means="The newest decision is that brothers and sisters live together, or some do.",
            holds=lambda facts: facts["together"] in (Together.TOGETHER, Together.SOME_TOGETHER),
        ),
        Mark(
            code="five",
            title="Five and over",
            means="The child has had the fifth birthday.",
            holds=older_than(5),
        ),
        Mark(
            code="disabled",
            title="Disabled",
            means="The record says that the child is disabled.",
            holds=lambda facts: facts["disabled"] == "yes",
        ),
        Mark(
            code="ethnicity",
            title="Ethnicity other than White British",
            means="Any other recorded ethnicity; not where it is unknown or was not said.",
            holds=lambda facts: facts["ethnicity"] not in (*NOT_SAID, "WBRI"),
        ),
        Mark(
            code="contingency",
            title="Only as contingency",
            means="Adoption is the contingency plan, and another route is the primary one.",
            holds=lambda facts: facts["contingency_only"],
        ),
    ),
    clocks=(
        "placement-order-to-match",
        "placement-order-not-placed",
        "entry-to-adoption-decision",
        "adoption-decision-missing",
        "plan-to-decision",
        "no-family-identified",
        "match-to-placed",
        "placed-no-application",
        "order-not-revoked",
        "order-still-right",
        "decision-after-panel",
        "match-decision",
        "child-permanence-report",
        "agency-told",
        "early-permanence-considered",
        "sibling-decision",
        "entry-to-placed-for-adoption",
    ),
    routes=(Route.ADOPTION,),
    columns=(PLAN, HOME),
    listed={
        "consented": Exists(_consents),
        "together": newest(happened(SiblingDecision, "decided_on"), "decision"),
        "contingency_only": has_plan(Route.ADOPTION, rank=Rank.CONTINGENCY),
    },
)
