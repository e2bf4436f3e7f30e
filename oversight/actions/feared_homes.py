"""A home that was feared for a child and has not come: somebody's judgement, written or taken back.

It is of no weight for any wait: it says in pounds what may have been avoided.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from casetrack.actions.facts import check, fitting, no_rule
from casetrack.actions.refusal import Refused
from casetrack.models import Child
from casetrack.recording import recording
from oversight.models import FearedHome
from oversight.models.savings import MOST_WEEKS
from placements.models import Placement

WHAT = "feared-home"


class FearedHomeRefused(Refused):
    """It cannot be written so, or taken back."""


@dataclass(frozen=True)
class Wanted:
    """Which home was feared from a day on, how likely (percent), how long, why, by whose word."""

    from_on: date
    type: str
    provider: str
    low: int
    central: int
    high: int
    most_weeks: int
    why: str
    judged_by: str


def why_not(child: Child, wanted: Wanted, today: date) -> dict[str, str]:
    """By field, why it cannot be written; empty where it can."""
    found = {}
    if wanted.from_on > today:
        found["from_on"] = "This day has not come yet."
    elif not Placement.objects.on(wanted.from_on).filter(child=child).exists():
        found["from_on"] = (
            "No home is recorded for that day: what is avoided is counted from where the child "
            "lives instead."
        )
    if not 0 <= wanted.low <= wanted.central <= wanted.high <= 100:
        found["high"] = "The lowest, central and highest chance rise, from 0 to 100."
    if not 1 <= wanted.most_weeks <= MOST_WEEKS:
        found["most_weeks"] = f"Enter weeks from 1 to {MOST_WEEKS}."
    if not wanted.why.strip():
        found["why"] = "Say why it was feared, and what was done."
    if not wanted.judged_by.strip():
        found["judged_by"] = "Say who judged it."
    return found


def write(*, child: Child, wanted: Wanted, by: Any, on: date) -> FearedHome:
    """Raises a refusal where it cannot be, or one of that day is written already."""
    with recording(f"{WHAT}.written", by=by, children=[child.pk]):
        if reasons := why_not(child, wanted, on):
            raise FearedHomeRefused(fields=reasons)
        typed = vars(wanted) | {
            "why": wanted.why.strip(),
            "judged_by": " ".join(wanted.judged_by.split()),
        }
        made = FearedHome(child=child, entered_by=by, **typed)
        check(made, no_rule)
        with fitting():
            made.save()
    return made


def take_back(*, feared: FearedHome, why: str, by: Any) -> None:
    """It never was judged so. The history keeps that it was written, by whom, and why not."""
    if not why.strip():
        raise FearedHomeRefused(fields={"why": "Say why it is taken back."})
    with recording(f"{WHAT}.taken-back", by=by, why=why.strip(), children=[feared.child_id]):
        feared.delete()
