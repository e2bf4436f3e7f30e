"""Being missing, coming back, and the talk that is offered then."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.forms import DateBoxes
from casetrack.record.kind import Ask, Change, Group, Kind, Told
from casetrack.record.step import step
from placements.actions import missing
from placements.actions.placements import why_not_in_care
from placements.models import MissingEpisode, ReturnInterview

AWAY = {"M": "went missing", "A": "was away without agreement"}


def _away(fact: Any) -> Iterator[Told]:
    how = AWAY.get(fact.kind, "was missing or away without agreement")
    yield Told(fact.starts_on, f"The child {how}.", fact.start_known)
    if fact.ends_on is not None:
        yield Told(fact.ends_on, "The child came back.")


def _talk(fact: Any) -> Iterator[Told]:
    yield Told(fact.offered_on, "A talk about being away was offered.")
    if fact.declined_on is not None:
        yield Told(fact.declined_on, "The child did not want to talk about being away.")
    if fact.held_on is not None:
        said = f" In their own words: “{fact.said.strip()}”" if fact.said.strip() else ""
        yield Told(fact.held_on, f"The child talked about being away.{said}")


def _is_waiting(fact: Any) -> bool:
    return fact.held_on is None and fact.declined_on is None


KINDS = (
    Kind(
        code="missing",
        title="Went missing",
        group=Group.HOME,
        model=MissingEpisode,
        permission=Permission.RECORD_VISITS,
        asks=("kind", "starts_on"),
        labels={
            "starts_on": "From when?",
            "ends_on": "When did the child come back?",
        },
        act=lambda child, by, values: missing.start(
            child=child, kind=values["kind"], on=values["starts_on"], by=by
        ),
        rule=why_not_in_care,
        tell=_away,
        mends=("kind", "starts_on", "ends_on"),
        changes=(
            Change(
                code="came-back",
                title="The child came back",
                asks=(Ask("on", lambda child: DateBoxes(label="When did the child come back?")),),
                act=lambda fact, by, values: missing.end(episode=fact, on=values["on"], by=by),
                offered=lambda fact: fact.ends_on is None,
            ),
        ),
    ),
    Kind(
        code="return-interview",
        title="Talk after coming back",
        group=Group.HOME,
        model=ReturnInterview,
        permission=Permission.RECORD_VISITS,
        hint="The return home interview: every child who was missing is offered one, to be held "
        "within 72 hours of coming back.",
        asks=("came_back_on", "offered_on"),
        rule=missing.why_not_talk,
        tell=_talk,
        mends=("came_back_on", "offered_on", "declined_on", "held_on", "held_by", "said"),
        changes=(
            step(
                "return-interview",
                "held",
                "The talk was held",
                ReturnInterview,
                ("held_on", "held_by"),
                also=("said",),
                offered=_is_waiting,
            ),
            step(
                "return-interview",
                "declined",
                "The child did not want the talk",
                ReturnInterview,
                ("declined_on",),
                offered=_is_waiting,
            ),
        ),
    ),
)
