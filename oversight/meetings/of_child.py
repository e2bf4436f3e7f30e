"""A child's pages of locked minutes, as they stand in her record."""

from typing import Any

from django.db.models import QuerySet

from casetrack.models import Child
from permanence.models import Interest, MinutePage


def pages_of(child: Child, user: Any) -> QuerySet[MinutePage]:
    """The newest meeting first; none of a group in which the reader, as a member, has or had an
    interest in the child.
    """
    own = Interest.objects.filter(child=child, member__user=user).values("member__series")
    pages = MinutePage.objects.filter(child=child).exclude(minutes__meeting__series__in=own)
    return pages.select_related("minutes__meeting__series").order_by("-minutes__meeting__held_on")
