"""Special guardianship and connected carers: relatives and friends, on the way to an order."""

from typing import Any

from django.db.models import (
    Case,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Coalesce

from adoption.models import Assessed, ProspectiveGuardian, Viability
from casetrack import words
from casetrack.models import CourtOrder, OrderKind, Relative
from oversight.homes import HOME_GROUPS, home_words
from oversight.pathways.facts import (
    DAY,
    first,
    happened,
    has_plan,
    holding,
    lives_in,
    standing,
)
from oversight.pathways.pathway import PLAN, Cell, Column, Facts, Mark, Pathway, Stage
from permanence.models import Route
from placements.models import (
    ApprovalEnded,
    ApprovedAs,
    AssessmentOf,
    CarerApproval,
    HomeAssessment,
    UnregisteredSetting,
)

KIN = HOME_GROUPS["relatives"][1]
ROUTES = (Route.SPECIAL_GUARDIANSHIP, Route.CHILD_ARRANGEMENTS, Route.CONNECTED)
ORDERS = (OrderKind.SPECIAL_GUARDIANSHIP, OrderKind.CHILD_ARRANGEMENTS)
SUITABLE = ("suitable", "with-support")


def _carers(day: str, **where: Any) -> QuerySet[Any]:
    """Those who want an order of their own and have not withdrawn, with a day behind them."""
    return standing(happened(ProspectiveGuardian, day, **where), "withdrew_on")


def _carers_day(day: str, **where: Any) -> Subquery:
    return first(_carers(day, **where), day)


def _assessed(kind: AssessmentOf) -> Subquery:
    found = happened(HomeAssessment, "completed_on", kind=kind, finding__in=SUITABLE)
    return first(found, "completed_on")


def _relative(what: str) -> Subquery:
    return first(happened(Relative, f"{what}_done_on", **{what: "positive"}), f"{what}_done_on")


_in_hand = standing(
    ProspectiveGuardian.objects.filter(child=OuterRef("pk"), named_on__lte=DAY), "withdrew_on"
).order_by("named_on", "pk")


def _carer(day: str) -> Subquery:
    """Whose row has this day still to be recorded."""
    return first(_in_hand.filter(**{day: None}), "pk")


def _of_kin(kinds: tuple[ApprovedAs, ...]) -> Case:
    """Since when the relative or friend with whom the child lives is approved so."""
    found = happened(CarerApproval, "starts_on", kind__in=kinds, home=OuterRef("lives_at"))
    return Case(When(lives_in(*KIN), then=first(found, "starts_on")), output_field=DateField())


# What is approved of the home where the child lives.
_until = Case(
    When(extended_on__lte=DAY, then=F("extended_until")),
    default=F("expires_on"),
    output_field=DateField(),
)
_approvals = holding(CarerApproval, home=OuterRef("lives_at")).annotate(until=_until)
# An end because the carers were approved, or got an order, speaks for itself.
_settled = CarerApproval.objects.filter(
    child=OuterRef("pk"),
    home=OuterRef("lives_at"),
    ends_on__lte=DAY,
    end_reason__in=(ApprovalEnded.APPROVED, ApprovalEnded.ORDER),
)
_in_force = _approvals.filter(~Q(kind=ApprovedAs.TEMPORARY) | Q(until__gte=DAY))
APPROVED = {
    ApprovedAs.FOSTER: "Approved as foster carers",
    ApprovedAs.LONG_TERM: "Approved as long-term foster carers",
    ApprovedAs.MAY_ADOPT: "Approved as carers who may adopt",
}


def _who(children: QuerySet[Any]) -> QuerySet[Any]:
    """With such a route, a carer who wants an order, or a home with a relative or friend."""
    unapproved = Exists(holding(UnregisteredSetting, kind="carers"))
    on_it = has_plan(*ROUTES) | lives_in(*KIN) | unapproved | Exists(_in_hand)
    return children.filter(on_it)


def _with_kin(facts: Facts) -> bool:
    return facts["lives"] in KIN


def _not_with_kin(facts: Facts) -> bool:
    return not _with_kin(facts)


def _no_order_sought(facts: Facts) -> bool:
    return not (facts["order_planned"] or facts["guardian_named"])


def _not_approved(facts: Facts) -> bool:
    return facts["set_as_unapproved"] or (_with_kin(facts) and not facts["approved"])


def _weeks(facts: Facts) -> tuple[int, int]:
    """The week of a temporary approval that the day falls in, and of how many."""
    start, until = facts["approved_from"], facts["approved_until"]
    return (facts["on_day"] - start).days // 7 + 1, -(-(until - start).days // 7)


def _approval(facts: Facts) -> Cell:
    """Temporary, week 9 of 16: what holds of the home, and the home."""
    beneath = tuple(filter(None, (home_words(facts["home"], facts["provider"]), facts["stayed"])))
    if _not_approved(facts):
        ran_out = facts["approved_until"]
        since = (f"the temporary one ran out on {words.short_day(ran_out)}",) if ran_out else ()
        return Cell("No approval in force", (*since, *beneath), late=True)
    if facts["approved_as"] == ApprovedAs.TEMPORARY:
        week, of = _weeks(facts)
        until = f"until {words.short_day(facts['approved_until'])}"
        return Cell(f"Temporary, week {week} of {of}", (until, *beneath))
    if facts["approved_as"]:
        since = f"since {words.short_day(facts['approved_from'])}"
        return Cell(APPROVED[facts["approved_as"]], (since, *beneath))
    if facts["approved"]:
        return Cell("Approved", ("by what is not recorded", *beneath))
    return Cell(beneath[0], beneath[1:])


def _ends_soon(facts: Facts) -> bool:
    until = facts["approved_until"]
    return bool(facts["approved"] and until and (until - facts["on_day"]).days <= 28)


def _extended(facts: Facts) -> bool:
    until, start = facts["approved_until"], facts["approved_from"]
    return bool(facts["approved"] and until and (until - start).days > 16 * 7)


PATHWAY = Pathway(
    code="guardianship",
    place=2,
    title="Special guardianship and connected carers",
    purpose="Relatives and friends who care for a child, from the first look at them to an order "
    "of their own. Whoever lives with them while nobody has approved it stands on top.",
    are="with a relative or friend, or on the way to an order for one",
    who=_who,
    stages=(
        Stage(
            code="viability",
            title="First look",
            on=Coalesce(
                _carers_day("viability_concluded_on", viability=Viability.POSITIVE),
                _relative("viability"),
                _assessed(AssessmentOf.VIABILITY),
            ),
            kind="prospective-guardian",
            change="viability",
            fact=_carer("viability_concluded_on"),
            button="Record the first look",
        ),
        Stage(
            code="temporary",
            title="Temporary approval",
            on=_of_kin((ApprovedAs.TEMPORARY,)),
            kind="carer-approval",
            button="Record the temporary approval",
            needless=_not_with_kin,
            shows=(),
        ),
        Stage(
            code="panel",
            title="Panel, full approval",
            on=_of_kin((ApprovedAs.FOSTER, ApprovedAs.LONG_TERM)),
            kind="carer-approval",
            button="Record the full approval",
            needless=_not_with_kin,
            shows=("temporary",),
        ),
        Stage(
            code="assessment",
            title="Assessment",
            on=Coalesce(
                _carers_day("assessment_completed_on", assessed=Assessed.RECOMMENDED),
                _relative("assessment"),
                _assessed(AssessmentOf.FULL),
            ),
            kind="prospective-guardian",
            change="assessment",
            fact=_carer("assessment_completed_on"),
            button="Record the assessment",
        ),
        Stage(
            code="support",
            title="Support plan",
            on=_carers_day("support_plan_agreed_on"),
            kind="prospective-guardian",
            change="support-agreed",
            fact=_carer("support_plan_agreed_on"),
            button="Record the support plan",
            needless=_no_order_sought,
        ),
        Stage(
            code="notice",
            title="Notice",
            on=Coalesce(_carers_day("notice_given_on"), _carers_day("report_asked_on")),
            kind="prospective-guardian",
            change="notice",
            fact=_carer("notice_given_on"),
            button="Record the notice",
            needless=_no_order_sought,
        ),
        Stage(
            code="application",
            title="Application",
            on=_carers_day("applied_on"),
            kind="prospective-guardian",
            change="applied",
            fact=_carer("applied_on"),
            button="Record the application",
            needless=_no_order_sought,
        ),
        Stage(
            code="order",
            title="Order",
            on=first(
                standing(happened(CourtOrder, "made_on", kind__in=ORDERS), "ended_on"), "made_on"
            ),
            kind="order",
            button="Record the order",
            needless=_no_order_sought,
        ),
    ),
    ended="Approved, or the order made",
    top=Mark(
        code="unapproved",
        title="No approval in force",
        means="without the approval that their home needs",
        holds=_not_approved,
    ),
    marks=(
        Mark(
            code="ends-soon",
            title="Approval ends in 28 days",
            means="The temporary approval in force ends within 28 days.",
            holds=_ends_soon,
        ),
        Mark(
            code="extended",
            title="Beyond 16 weeks",
            means="The temporary approval in force was extended beyond 16 weeks, to 24 at most.",
            holds=_extended,
        ),
        Mark(
            code="order-planned",
            title="An order is planned",
            means="Special guardianship or a child arrangements order is the plan or the "
            "contingency plan.",
            holds=lambda facts: facts["order_planned"],
        ),
        Mark(
            code="fostering-only",
            title="Lives there, no order planned",
            means="The child lives with a relative or friend, and no order for them is planned.",
            holds=lambda facts: _with_kin(facts) and not facts["order_planned"],
        ),
    ),
    clocks=(
        "carers-not-approved",
        "temporary-approval-expired",
        "temporary-approval",
        "relative-assessment",
        "relative-viability",
        "guardian-report",
        "guardian-support-plan",
        "guardian-notice",
        "guardianship-route",
        "child-arrangements-route",
        "connected-to-guardianship",
        "foster-carer-guardian",
        "care-order-to-permanence",
    ),
    routes=ROUTES,
    columns=(
        PLAN,
        Column(title="Approval and home", cell=_approval),
    ),
    listed={
        "set_as_unapproved": Exists(holding(UnregisteredSetting, kind="carers")),
        "approved": Exists(_in_force) | Exists(_settled),
        "approved_as": first(_approvals, "kind"),
        "approved_from": first(_approvals, "starts_on"),
        "approved_until": first(_approvals, "until"),
        "guardian_named": Exists(_in_hand),
        "order_planned": has_plan(Route.SPECIAL_GUARDIANSHIP, Route.CHILD_ARRANGEMENTS),
    },
)
