"""Compute every clock again from the facts, and mend what differs.

Clocks change in the transaction of the fact, so nothing should ever differ; what does is a fault of
ours, or of somebody who wrote to the tables directly, and is counted for the job health page.
"""

from typing import Any

from casetrack.recording import recording
from oversight.clocks.engine import COLUMNS, KEY, differences

CHILD = COLUMNS.index("child_id") + 1  # a difference begins with its sign
PLACES = [COLUMNS.index(column) + 1 for column in KEY]


def verify(*, by: Any) -> int:
    """Mend the clocks that differ from the facts; how many rows did.

    The children are locked before their rows are counted, because one of them may have been written
    to while the whole was compared; the recording then refreshes them before it commits.
    """
    suspects = {row[CHILD] for row in differences()}
    if not suspects:
        return 0
    with recording("clocks.mended", by=by, children=suspects, into_sealed=True):
        differing = differences(sorted(suspects))
        return len({tuple(row[place] for place in PLACES) for row in differing})
