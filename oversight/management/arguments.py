"""What the commands of this floor read and print alike."""

import json
from typing import Any

from django.core.management.base import CommandError

from casetrack.models import Authority


def chosen_authorities(code: str) -> list[Authority]:
    """The authority with this code, or all where it is blank; an unknown code is refused."""
    if not code:
        return list(Authority.objects.all())
    found = Authority.objects.filter(code=code).first()
    if found is None:
        known = ", ".join(Authority.objects.values_list("code", flat=True)) or "none yet"
        raise CommandError(f"There is no authority with the code {code}. Known codes: {known}.")
    return [found]


def printed(value: Any, encoder: type[json.JSONEncoder] = json.JSONEncoder) -> str:
    return json.dumps(value, indent=2, cls=encoder, ensure_ascii=False)
