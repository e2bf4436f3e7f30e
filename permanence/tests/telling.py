"""What a child's history says, each sentence after its day, as the page shows it."""

from casetrack import words
from casetrack.models import Child
from casetrack.record import telling


def told(child: Child, *, believed: bool = True) -> list[str]:
    return [
        f"{words.long_day(line.told.on)} {line.told.sentence}"
        for line in telling.history(child.pk)
        if line.believed == believed
    ]
