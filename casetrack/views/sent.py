"""What a form carries beside its answers: its number, and the version it was filled in against."""

import uuid
from uuid import UUID

from django.http import HttpRequest


def number_of(request: HttpRequest) -> UUID:
    """The number of the form that was sent; a new one where it carries none."""
    try:
        return UUID(request.POST.get("number", ""))
    except ValueError:
        return uuid.uuid4()


def version_seen(request: HttpRequest) -> int:
    """The number of the version that somebody had before them; 0, which is none, where unsaid."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 11 else 0
