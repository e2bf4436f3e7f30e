"""Living with an adoptive family ended before the adoption."""

from datetime import date
from typing import Any

from adoption.actions import decisions
from adoption.models import AdoptionDisruption, Match
from casetrack.actions import facts
from casetrack.models import Child
from casetrack.recording import recording
from permanence.found import ADOPTIVE
from placements.models import Placement


def why_not(disruption: AdoptionDisruption) -> str:
    """Why it cannot have happened so; empty where it can."""
    lived = Placement.objects.filter(
        child=disruption.child_id, type__in=ADOPTIVE, starts_on__lte=disruption.disrupted_on
    )
    if lived.exists():
        return ""
    return "The child had not moved to an adoptive home by that day. Record that move first."


def record(*, child: Child, on: date, reason: str, by: Any) -> AdoptionDisruption:
    """It ended on `on`, and the match that led to it is withdrawn on the same day."""
    with recording("adoption-disruption.recorded", by=by, children=[child.pk]):
        made = AdoptionDisruption(child=child, disrupted_on=on, reason=reason)
        facts.check(made, why_not)
        made.save()
        standing = Match.objects.filter(child=child, withdrawn_on=None, decided_on__lte=on)
        for match in standing:
            decisions.withdraw_match(match=match, on=on, by=by)
        return made
