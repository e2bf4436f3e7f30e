"""What a person is told of updates for meetings at the head of their tracker."""

from typing import Any

from django import template
from django.utils import timezone

from casetrack import words
from oversight.meetings.updates import to_write

register = template.Library()


@register.simple_tag
def updates_to_write(user: Any) -> str:
    """2 updates are asked for a meeting."""
    asked = to_write(user, timezone.localdate())
    are = "is" if asked == 1 else "are"
    return f"{words.count(asked, 'update')} {are} asked for a meeting." if asked else ""
