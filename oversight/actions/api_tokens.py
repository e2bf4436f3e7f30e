"""Tokens with which a program signs in to the read API as a person, seeing what that person sees.

A person has one token at most. A new one ends the old; it never ends by itself.
"""

from datetime import date
from typing import Any

from rest_framework.authtoken.models import Token

from casetrack.actions.refusal import Refused
from casetrack.models import User
from casetrack.recording import recording


class TokenRefused(Refused):
    """No token can be issued to this person."""


def why_not_issue(user: User, on: date) -> str:
    """Why a program may not read as this person; empty where it may."""
    if not user.is_active:
        return "This person may not sign in any more."
    if not user.roles.on(on).exists():
        return "This person holds no role, so there would be nothing to read."
    return ""


def issue(*, user: User, on: date, by: Any) -> str:
    """A new token, shown this once; any earlier one ends."""
    if reason := why_not_issue(user, on):
        raise TokenRefused(reason)
    with recording("api-token.issued", by=by, user_id=user.pk):
        Token.objects.filter(user=user).delete()
        return str(Token.objects.create(user=user).key)


def end(*, user: User, by: Any) -> bool:
    """Programs cannot sign in as this person any more; whether one could."""
    with recording("api-token.ended", by=by, user_id=user.pk):
        return bool(Token.objects.filter(user=user).delete()[0])
