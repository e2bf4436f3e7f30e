"""What somebody looks for in the tracker, which may be a name.

It is kept in the session, on the server. The address of the list holds a mark in its place, which
means nothing to anybody else, and nothing at all once its owner has signed out. When a record is
sealed, what anybody has looked for is forgotten: it may be the child's name.
"""

import secrets
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session

from adoption.archive import Holder

KEPT = "tracker-finds"
MOST = 20
"""Of one person at a time: lists in several windows, and the way back through them."""


def kept(session: Any) -> Mapping[str, str]:
    """What is looked for, by mark."""
    found: Mapping[str, str] = session.get(KEPT, {})
    return found


def keep(session: Any, words: str) -> str:
    """The mark of what is looked for; the same words keep theirs, the oldest are forgotten."""
    finds = dict(kept(session))
    mark = next((mark for mark, each in finds.items() if each == words), secrets.token_hex(4))
    finds.pop(mark, None)
    session[KEPT] = dict([*finds.items(), (mark, words)][-MOST:])
    return mark


def _forget(child: Any) -> None:
    store = import_module(settings.SESSION_ENGINE).SessionStore
    for row in Session.objects.all():
        found = row.get_decoded()
        if found.pop(KEPT, None) is not None:
            Session.objects.filter(pk=row.pk).update(session_data=store().encode(found))


HOLDER = Holder(name="finds", take=_forget, give=lambda child, taken: None, why_not=lambda _: "")
