"""The child's own words, at the head of every page about the child."""

from typing import Any

from django import template
from django.utils import timezone

from permanence.voice import latest_words

register = template.Library()


@register.inclusion_tag("components/voice.html")
def childs_words(child: Any) -> dict[str, Any]:
    """The latest words that the readers of the record may read, or that there are none."""
    found = latest_words([child.pk], timezone.localdate())
    return {"child": child, "voice": found.get(child.pk)}
