"""One form, one entry: pressing the button twice records once."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from casetrack.actions.refusal import Refused
from casetrack.models import Submission


class AlreadySent(Refused):
    """The same form was sent before, and what it said is recorded."""


def claim(number: UUID) -> None:
    """Take the number of a form in the transaction that records it. Raises AlreadySent.

    A second press waits here until the first has committed, and is then told; where the first came
    to nothing the number is free again.
    """
    try:
        with transaction.atomic():
            Submission.objects.create(number=number)
    except IntegrityError:
        raise AlreadySent("That was already recorded.") from None


def forget(*, before: datetime) -> int:
    """Delete the numbers of forms sent before that moment; how many."""
    return Submission.objects.filter(at__lt=before).delete()[0]
