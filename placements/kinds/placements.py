"""Where the child lives: the first home, moves, and the end of the last one."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.forms import DateBoxes, choice, text
from casetrack.models.children import YesNoNotKnown
from casetrack.models.codes import HOME_TYPE, REASON_HOME_ENDED
from casetrack.record.kind import Ask, Change, Group, Kind, Told, period
from casetrack.record.step import step
from casetrack.words import uncapital
from placements.actions import placements
from placements.actions.homes import why_not_home
from placements.forms import Names, which_home
from placements.models import Placement, PlacementPlan

SAME, ANOTHER = "same", "another"


def _home(fact: Any) -> Iterator[Told]:
    kind = uncapital(HOME_TYPE.label(fact.type)) or "kind not recorded"
    name = fact.home.name if fact.home else ""
    why = uncapital(REASON_HOME_ENDED.label(fact.end_reason))
    planned = {"yes": ", as planned", "no": ", not planned"}.get(fact.end_planned, "")
    yield from period(
        fact,
        f"Home: {kind}{f', {name}' if name else ''}.",
        f"This home ended{f': {why}' if why else ''}{planned}.",
    )


def _plan(fact: Any) -> Iterator[Told]:
    yield Told(fact.agreed_on, "The plan for living in this home was agreed.")
    if fact.notified_on is not None:
        yield Told(fact.notified_on, "Everybody who must know of the move had been told.")


def _live(child: Any, by: Any, values: Any) -> Any:
    given = dict(values)
    return placements.live(
        child=child,
        by=by,
        on=given.pop("starts_on"),
        same_carers=given.pop("carers_stay") == SAME,
        **given,
    )


WHY_ENDED = Ask(
    "reason",
    lambda child: choice(
        REASON_HOME_ENDED.current,
        label="If another home ended that day, why?",
        required=False,
    ),
)
PLANNED = Ask(
    "planned",
    lambda child: choice(YesNoNotKnown.choices, label="Was that end planned?", required=False),
)


KINDS = (
    Kind(
        code="home",
        title="A home or a move",
        group=Group.HOME,
        model=Placement,
        permission=Permission.RECORD_HOMES,
        hint="The home before it ends on the same day. A home of exactly the same name and "
        "postcode that is on record already is taken to be that home.",
        asks=(
            "starts_on",
            Ask("type", lambda child: choice(HOME_TYPE.current, label="What kind of home is it?")),
            Ask(
                "carers_stay",
                lambda child: choice(
                    [
                        (ANOTHER, "another home"),
                        (SAME, "the same carers, in another kind of home or at another address"),
                    ],
                    label="Where does the child live now?",
                ),
            ),
            Ask(
                "name",
                lambda child: text(
                    max_length=120,
                    label="What is the home called?",
                    help_text="For example a children’s home. For a family the carers’ names do.",
                    required=False,
                ),
            ),
            Ask(
                "carers",
                lambda child: Names(
                    max_length=200,
                    label="Who are the carers?",
                    help_text="Put commas between the names.",
                    required=False,
                ),
            ),
            Ask(
                "postcode",
                lambda child: text(max_length=8, label="Postcode of the home", required=False),
            ),
            "provider",
            "urn",
            "distance_miles",
            "meant_for",
            WHY_ENDED,
            PLANNED,
        ),
        labels={
            "starts_on": "From when does the child live there?",
            "ends_on": "Until when?",
        },
        act=_live,
        rule=placements.why_not_in_care,
        tell=_home,
        related=("home",),
        mends=(
            "starts_on",
            "start_known",
            "ends_on",
            "type",
            "end_reason",
            "end_planned",
            "provider",
            "postcode",
            "urn",
            "distance_miles",
            "meant_for",
        ),
        chain=(),
        changes=(
            Change(
                code="ended",
                title="The home ended, and no other follows",
                asks=(
                    Ask("on", lambda child: DateBoxes(label="When did it end?")),
                    Ask("reason", lambda child: choice(REASON_HOME_ENDED.current, label="Why?")),
                    Ask(
                        "planned",
                        lambda child: choice(YesNoNotKnown.choices, label="Was the end planned?"),
                    ),
                ),
                act=lambda fact, by, values: placements.end(
                    child=fact.child, seen=fact, by=by, **values
                ),
                offered=lambda fact: fact.ends_on is None,
            ),
        ),
    ),
    Kind(
        code="placement-plan",
        title="Plan for living in a home",
        group=Group.HOME,
        model=PlacementPlan,
        permission=Permission.RECORD_HOMES,
        hint="The placement plan: how the child is looked after there, by whom, and who has to "
        "know of the move.",
        asks=(which_home(), "agreed_on", "notified_on"),
        rule=why_not_home,
        tell=_plan,
        changes=(
            step(
                "placement-plan",
                "told",
                "Everybody who must know was told",
                PlacementPlan,
                ("notified_on",),
                rule=why_not_home,
                offered=lambda fact: fact.notified_on is None,
            ),
        ),
    ),
)
