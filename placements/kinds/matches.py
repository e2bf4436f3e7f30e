"""Matched for the long term: the child stays with these foster carers until 18."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.record.kind import Change, Group, Kind, Told
from casetrack.record.step import step
from placements.actions.homes import why_not_home
from placements.forms import which_home
from placements.kinds import after
from placements.models import LongTermMatch


def _match(fact: Any) -> Iterator[Told]:
    if fact.panel_on is not None:
        yield Told(fact.panel_on, "A panel recommended that the child stays with these carers.")
    yield Told(fact.decided_on, "It was decided that the child stays with these carers until 18.")
    steps_told = (
        (fact.matters_recorded_on, "What makes this a long-term home was written into the plan."),
        (fact.child_told_on, "The child was told that they stay."),
        (fact.fewer_visits_on, "The child agreed to fewer visits."),
        (fact.ended_on, f"It was no longer planned to stay until 18.{after(fact.end_reason)}"),
    )
    yield from (Told(on, sentence) for on, sentence in steps_told if on is not None)


def _step(code: str, title: str, *names: str) -> Change:
    """A later step of a match, taken by the child's worker."""
    return step(
        "long-term-match",
        code,
        title,
        LongTermMatch,
        names,
        offered=lambda fact: getattr(fact, names[0]) is None and fact.ended_on is None,
        permission=Permission.RECORD_HOMES,
    )


KINDS = (
    Kind(
        code="long-term-match",
        title="Matched with foster carers for the long term",
        group=Group.HOME,
        model=LongTermMatch,
        permission=Permission.APPROVE_HOMES,
        asks=(which_home(), "panel_on", "decided_on", "decided_by"),
        rule=why_not_home,
        tell=_match,
        mends=(
            "panel_on",
            "decided_on",
            "decided_by",
            "matters_recorded_on",
            "child_told_on",
            "fewer_visits_on",
            "ended_on",
            "end_reason",
        ),
        changes=(
            _step("conditions", "The conditions stand in the care plan", "matters_recorded_on"),
            _step("told", "The child was told", "child_told_on"),
            _step("fewer-visits", "The child agreed to fewer visits", "fewer_visits_on"),
            _step("ended", "The match ended", "ended_on", "end_reason"),
        ),
    ),
)
