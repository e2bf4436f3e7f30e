"""A justified delay as it stands in the record, for tests of what follows from it."""

from datetime import date
from typing import Any

from casetrack.models import User
from oversight.episodes import Episode
from oversight.models import Answer, AnswerKind


def justified(wait: Any, *, on: date, until: date, by: User, **changes: Any) -> Answer:
    """The delay of `wait` (a row, or an episode) is justified by `by`, as somebody else asked."""
    asked_by = User.objects.get_or_create(username="asked")[0]
    values: dict[str, Any] = {
        "kind": AnswerKind.JUSTIFIED,
        "cause": "matching",
        "reason": "Adopters are named",
        "answered_on": on,
        "answered_by": by,
        "answered_as": "chair",
        "asked_on": on,
        "asked_by": asked_by,
        "until": until,
    }
    return Answer.objects.create(**Episode.of(wait).key, **values | changes)
