"""Reviews of those who stay away from home some nights a month: no return tells of them."""

from collections.abc import Iterator
from datetime import date
from random import Random

from casetrack.dates import age_on
from casetrack.models import LegalStatus
from permanence.actions import reviews
from permanence.actions.reviews import Followed
from returns.demo.lives.council import Council
from returns.demo.timelines import days

AGREED = "V4"
SPOKE, TOO_YOUNG = "PN1", "PN0"
LATE = 0.1
GO_ON = "The weekends away go on; the child asks for the room with the window."
FOLLOWED = (4, 7, 14, 18)
"""Days after a review: decisions sent, answered, the record made, and sent."""


def reviewed(council: Council) -> Iterator[Followed]:
    """After three months and then each half year, now and then late; with what followed."""
    yesterday = council.today - days(1)
    going_on = LegalStatus.objects.filter(
        child__authority=council.authority, code=AGREED, ends_on=None
    )
    for status in going_on.select_related("child").order_by("child__reference"):
        random = council.random("short-breaks", status.child.reference)
        for on in _held(status.starts_on, yesterday, random):
            participation = TOO_YOUNG if age_on(status.child.born_on, on) < 4 else SPOKE
            held = reviews.record(child=status.child, on=on, participation=participation, by=None)
            steps = [on + days(wait) for wait in FOLLOWED]
            yield Followed(held.pk, GO_ON, *(day if day <= yesterday else None for day in steps))


def _held(since: date, last: date, random: Random) -> Iterator[date]:
    on = since + days(random.randint(70, 90))
    while on <= last:
        yield on
        on += days(random.randint(190, 230) if random.random() < LATE else random.randint(150, 180))
