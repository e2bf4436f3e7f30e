"""What a person is told of justified delays at the head of their tracker."""

from typing import Any

from django import template
from django.utils import timezone

from casetrack import words
from oversight.delays import to_see

register = template.Library()


@register.simple_tag
def delays_to_see(user: Any) -> str:
    """2 delays wait to be decided. 1 delay of a child you review is justified."""
    asked, justified = to_see(user, timezone.localdate())
    said = []
    if asked:
        wait = "waits" if asked == 1 else "wait"
        said.append(f"{words.count(asked, 'delay')} {wait} to be decided.")
    if justified:
        children, are = ("a child", "is") if justified == 1 else ("children", "are")
        said.append(f"{words.count(justified, 'delay')} of {children} you review {are} justified.")
    return " ".join(said)
