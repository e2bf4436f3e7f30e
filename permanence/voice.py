"""The child's own words, for pages that show them beside a decision."""

from collections.abc import Iterable
from datetime import date

from permanence.models import ChildsWords, SharedWith


def latest_words(children: Iterable[int], day: date) -> dict[int, ChildsWords]:
    """By id of the child: the latest words up to `day` that the readers of the record may read.

    A child without any is left out, and a page says so. Words shared with fewer are never given.
    """
    words = ChildsWords.objects.filter(
        child__in=list(children), said_on__lte=day, shared_with=SharedWith.READERS
    )
    newest = words.order_by("child_id", "-said_on", "-pk").distinct("child_id")
    return {each.child_id: each for each in newest}


def newest_shared(words: Iterable[ChildsWords]) -> ChildsWords | None:
    """The same of words that were read already, of one child."""
    shared = (each for each in words if each.shared_with == SharedWith.READERS)
    return max(shared, key=lambda each: (each.said_on, each.pk), default=None)
