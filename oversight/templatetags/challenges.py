"""What a manager is told of challenges at the head of their tracker."""

from typing import Any

from django import template

from casetrack import words
from casetrack.access.permissions import Permission
from casetrack.access.visibility import may
from permanence.answering import waits_for

register = template.Library()


@register.simple_tag
def challenges_to_answer(user: Any) -> str:
    """2 challenges of a reviewing officer wait for your answer."""
    if not may(user, Permission.ANSWER_CHALLENGES):
        return ""
    count = waits_for(user).count()
    wait = "waits" if count == 1 else "wait"
    challenges = words.count(count, "challenge")
    return f"{challenges} of a reviewing officer {wait} for your answer." if count else ""
