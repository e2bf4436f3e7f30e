"""What somebody looks for in the tracker, which may be a name.

It is kept in the session, on the server. The address of the list holds a mark in its place, which
means nothing to anybody else, and nothing at all once its owner has signed out.
"""

import secrets
from collections.abc import Mapping
from typing import Any

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
