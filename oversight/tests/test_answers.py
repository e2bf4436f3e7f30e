"""What is refused of a noted reason, whoever asks."""

import pytest

from oversight.actions import answers
from oversight.actions.answers import ReasonRefused
from oversight.models import Answer, ClockRow
from tests.cast import DAY, Cast


def rows(cast: Cast) -> list[ClockRow]:
    return list(ClockRow.objects.filter(child=cast.amara, clock="placement-order-to-match"))


def test_noted(cast: Cast) -> None:
    answers.note_reason(waits=rows(cast), reason=" Two withdrew. ", on=DAY, by=cast.chair)
    assert Answer.objects.get().reason == "Two withdrew."


@pytest.mark.parametrize("reason", ["", "  ", "x" * 501])
def test_refused(cast: Cast, reason: str) -> None:
    with pytest.raises(ReasonRefused):
        answers.note_reason(waits=rows(cast), reason=reason, on=DAY, by=cast.chair)


def test_a_wait_that_has_ended_is_refused(cast: Cast) -> None:
    waits = rows(cast)
    ClockRow.objects.filter(pk=waits[0].pk).update(stopped_on=DAY)
    with pytest.raises(ReasonRefused, match="has ended"):
        answers.note_reason(waits=waits, reason="Too late", on=DAY, by=cast.chair)
    assert not Answer.objects.exists()
