"""What was agreed for the children of the last meeting since then, and whether it was done."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from casetrack import words
from casetrack.models import Child
from permanence.models import AgreedAction, Meeting


@dataclass(frozen=True)
class Agreed:
    """An action agreed for a child who stood on the last agenda."""

    action: AgreedAction
    today: date

    @property
    def tone(self) -> str:
        """How it is drawn: done, late, or to come."""
        if self.action.done_on is not None:
            return "green"
        return "red" if self.action.due_on < self.today else "amber"

    @property
    def words(self) -> str:
        """Done 12 Jan 2027; 9 days over; due in 6 days."""
        if self.action.done_on is not None:
            return f"done {words.short_day(self.action.done_on)}"
        if self.action.due_on < self.today:
            return words.over(self.action.due_on, self.today)
        return words.due_in(self.action.due_on, self.today)


def agreed_since(meeting: Meeting, reached: QuerySet[Child], today: date) -> list[Agreed]:
    """Of the children reached: what is late first, then what is to come, then what is done."""
    last = meeting.before
    if last is None:
        return []
    actions = AgreedAction.objects.filter(
        child__in=reached,
        child__agenda_items__meeting=last,
        agreed_on__gte=last.held_on,
        agreed_on__lte=today,
    )
    ordered = actions.select_related("child", "owner").order_by(
        F("done_on").asc(nulls_first=True), "due_on", "child__reference", "pk"
    )
    return [Agreed(action, today) for action in ordered]
