"""From review to review: the wait whose limit depends on what came before."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from casetrack.dates import add_months, add_working_days
from tests.reference.spells import Spell, shared, without
from tests.reference.story import Story
from tests.reference.waits import Wait

ORDINARY, PLACED = "ordinary", "placed"


@dataclass(frozen=True)
class Regime:
    """Days in which one way of counting holds; `counts_from` is the start of care or the placing.

    An ordinary regime after an adoptive home goes on counting where the one before it stood.
    """

    kind: str
    days: Spell
    counts_from: Spell

    @property
    def counted_after(self) -> date:
        """A review on the day of coming into care counts; one on the day of placing does not."""
        start = self.counts_from.starts_on
        return start if self.kind == PLACED else start - timedelta(days=1)


def review_due(story: Story) -> Iterator[Wait]:
    for care in story.care:
        for regime in _regimes(story, care):
            for wait in _waits(story, regime):
                yield _with_warning(story, _with_order(story, regime, wait))


def _regimes(story: Story, care: Spell) -> Iterator[Regime]:
    placed = shared([care], story.adoptive_homes)
    for days in without([care], placed):
        yield Regime(ORDINARY, days, care)
    for days in placed:
        yield Regime(PLACED, days, days)


def _waits(story: Story, regime: Regime) -> Iterator[Wait]:
    """The waits in the regime; the first goes on from the last review before it."""
    first, last = regime.days.starts_on, regime.days.ends_on
    counted = [day for day in story.reviews if regime.counted_after < day < last]
    held = len([day for day in counted if day <= first])
    inside = counted[held:]
    for place, (start, stop) in enumerate(zip([first, *inside], [*inside, last], strict=True)):
        number = held + place
        started_on = counted[number - 1] if number else regime.counts_from.starts_on
        known = number > 0 or regime.counts_from.start_known
        due_on = _due_on(story, regime, number, started_on)
        yield Wait(started_on, start, stop, known, due_on=due_on)


def _due_on(story: Story, regime: Regime, number: int, started_on: date) -> date:
    """The limit of the wait for review `number + 1`; six months is all that is sure at times."""
    if number > 1 or not regime.counts_from.start_known:
        return add_months(started_on, 6)
    if number == 1:
        return add_months(started_on, 3)
    if regime.kind == PLACED:
        return started_on + timedelta(weeks=4)
    return add_working_days(started_on, 20, story.holidays)


def _with_order(story: Story, regime: Regime, wait: Wait) -> Wait:
    """A placement order wants a review within three months, while the child is not placed.

    A review on the day of the order has been held under it.
    """
    if regime.kind == PLACED:
        return wait
    after = wait.started_on
    if after not in story.reviews:
        after -= timedelta(days=1)
    due = [
        add_months(order.starts_on, 3)
        for order in story.under("E1")
        if order.start_known and after < order.starts_on < wait.stopped_on <= order.ends_on
    ]
    return replace(wait, due_on=min([wait.due_on, *due]))


def _with_warning(story: Story, wait: Wait) -> Wait:
    return replace(wait, warn_on=add_working_days(wait.due_on, -10, story.holidays))
