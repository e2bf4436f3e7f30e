"""The one door for writes: `with recording("placement.moved", by=user, children=[child.pk]):`.

It opens a transaction, gives the history its who and why, locks the children's rows in id order
(two writers on one child would otherwise leave a wrong clock), writes the audit event, collects
which children were touched, and calls the registered callbacks once, before the outermost commit.
Upper floors register callbacks in their AppConfig; this floor does not know them.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import pghistory
from django.apps import apps
from django.db import connection, transaction

from casetrack import audit
from casetrack.access import visibility
from casetrack.actions.refusal import Refused

BeforeCommit = Callable[[list[int]], None]
_callbacks: list[BeforeCommit] = []
_current: ContextVar["Recording | None"] = ContextVar("recording", default=None)


class SealedMeanwhile(Refused):
    """A record was sealed after somebody had opened the page, and before they sent it."""


@dataclass
class Recording:
    """One outermost write: the ids of the children it has locked and touched so far.

    Nothing is written to a sealed record (`into_sealed`: but what computes anew or unseals).
    """

    into_sealed: bool = False
    touched: set[int] = field(default_factory=set)

    def touch(self, children: Iterable[int]) -> None:
        """Lock these children's rows, in id order, and have their clocks refreshed at the end."""
        new = sorted(set(children) - self.touched)
        if new:
            hold(new)
            self._refuse_sealed(new)
            self.touched.update(new)

    def _refuse_sealed(self, children: list[int]) -> None:
        """Asked under the lock, for which whoever wanted to write may have waited."""
        if self.into_sealed:
            return
        held = apps.get_model("casetrack", "Child").objects.filter(pk__in=children)
        if held.filter(visibility.sealed()).exists():
            raise SealedMeanwhile("This record is not there any more. Nothing was recorded.")


def hold(children: Iterable[int]) -> None:
    """Lock these children's rows, in id order, until the transaction ends.

    A page that records for each of several children holds all of them first: two people who do so
    from the pages of a brother and of a sister would otherwise wait for each other for ever.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM casetrack_child WHERE id = ANY(%s) ORDER BY id FOR UPDATE",
            [sorted(children)],
        )


def before_commit(callback: BeforeCommit) -> None:
    """Have `callback(child_ids)` called once, in the transaction, before the outermost commit."""
    if callback not in _callbacks:
        _callbacks.append(callback)


@contextmanager
def recording(
    what: str,
    *,
    by: Any,
    why: str = "",
    children: Iterable[int] = (),
    into_sealed: bool = False,
    **details: Any,
) -> Iterator[Recording]:
    """Record facts about `children` (ids; more may be touched inside) as the event `what`.

    `by` is a user, or None for the system itself; `details` go into the audit event and must hold
    no name. Nested recordings join the outermost one; each writes its own audit event.
    """
    outer = _current.get()
    if outer is not None:
        first = set(children)
        outer.touch(first)
        yield outer
        audit.wrote(what, by=by, children=first, **details)
        return
    who = by.get_username() if by is not None else "system"
    with transaction.atomic(), pghistory.context(by=who, what=what, why=why):
        current = Recording(into_sealed)
        token = _current.set(current)
        try:
            current.touch(children)
            yield current
            audit.wrote(what, by=by, children=current.touched, **details)
            if current.touched:
                for callback in _callbacks:
                    callback(sorted(current.touched))
        finally:
            _current.reset(token)
