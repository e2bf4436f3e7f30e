"""What the ground floor is told of where children live: the kind of home, never whose it is.

The mark of the home and its postcode are there to be compared, not to be shown.
"""

from collections.abc import Sequence
from datetime import date

from casetrack import words
from casetrack.living import Lives
from casetrack.models.codes import HOME_TYPE
from placements.models import Placement


def lives(children: Sequence[int], day: date) -> dict[int, Lives]:
    placements = Placement.objects.on(day).filter(child__in=children)
    return {
        each.child_id: Lives(
            f"{HOME_TYPE.label(each.type) or 'Kind of home not recorded'} since "
            f"{words.since(each.starts_on, each.start_known)}",
            each.home_id,
            each.postcode.replace(" ", "").upper(),
        )
        for each in placements
    }
