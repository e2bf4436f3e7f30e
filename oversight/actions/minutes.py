"""Minutes are put together for good: a page of each child for her record."""

from datetime import date
from typing import Any

from casetrack.access import visibility
from casetrack.models import Child
from casetrack.recording import recording
from oversight.meetings.kept import as_kept, as_text
from oversight.meetings.minuted import Record, children_of
from permanence.actions import minutes
from permanence.actions.held import hold
from permanence.models import Meeting, Minutes


def lock(*, meeting: Meeting, on: date, by: Any) -> Minutes:
    """Lock the minutes, with the pages of all children of the meeting: those too whom whoever locks
    them may not see. Of a record that was sealed there is nothing to keep.
    """
    everybody = Child.objects.filter(authority=meeting.series.authority_id)
    everybody = everybody.exclude(visibility.sealed())
    children = children_of(meeting, everybody)
    with recording("minutes.written", by=by, children=children, meeting=str(meeting.uuid)):
        found = Record(hold(meeting), everybody)
        head = as_kept(found.head()) | {"locked_on": on.isoformat()}
        pages = {child.pk: as_text(found.sheet(child)) for child in found.children}
        return minutes.lock(meeting=meeting, head=head, pages=pages, by=by)
