"""Who may ask for what, of whom: found by asking, put as lines, compared with what is committed."""

import csv
import gc
import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from functools import partial
from typing import Any

import pytest
from django.contrib.auth import middleware
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from casetrack import urls
from casetrack.access import visibility
from casetrack.audit import AuditEvent
from tests.access.addresses import OF_ALL, OF_ONE, Address, every
from tests.access.standing import CHILDREN, NOT_SIGNED_IN, Standing, assemble
from tests.papers import content_of

SHOWN, OPENS, LISTED, AGAIN, DONE, ON = "shown", "opens", "listed", "asked again", "done", "sent on"
REFUSED, ABSENT, SIGN_IN, NO_WAY = "refused", "does not exist", "sign in", "no such way"
STATUSES = {400: "not understood", 401: SIGN_IN, 403: REFUSED, 404: ABSENT, 405: NO_WAY, 204: OPENS}
BANNER = re.compile(rb'<section class="[^"]*\bemergency\b.*?</section>', re.DOTALL)
PAGE = "page"
"""The column of an address that is about no one child."""

Cell = tuple[str, str, str, str]
"""Address, way, reader, child."""
Matrix = dict[Cell, str]


class Asking:
    """Asks as every reader; nothing that is written stays."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self.readers = standing.readers | {NOT_SIGNED_IN: AnonymousUser()}
        for user in self.readers.values():
            visibility.assignments(user)  # kept on the user: asked once, not with each request
        self.client = Client()

    def matrix(self) -> Matrix:
        return {
            (address.label, way, reader, child): outcome
            for address in list(every())
            for way in address.ways
            for reader in self.readers
            for child, outcome in self._row(address, way, reader)
        }

    @contextmanager
    def asked(self, address: Address, way: str, reader: str, child: str) -> Iterator[Any]:
        """The answer, None where there is nothing to ask for; afterwards it is as it was before."""
        asked = address.ask(self.standing, reader, child)
        if asked is None:
            yield None
            return
        self.client.cookies.clear()  # what was said of the last step would stand on the next page
        with transaction.atomic():
            if way == "read":
                yield self.client.get(address.path(asked), asked.read, reader=reader)
            else:
                yield self.client.post(address.path(asked), asked.written, reader=reader)
            transaction.set_rollback(True)

    def marked(self, answer: Any, child: str) -> bool:
        """Whether the child is known in it, but for the banner that stands on every page."""
        text = BANNER.sub(b"", content_of(answer))
        return any(mark in text for mark in self.standing.marks[child])

    @contextmanager
    def in_haste(self) -> Iterator[None]:
        """Thousands of requests: who asks is said with each, not looked up by a session; and a
        refusal is known by its number, which takes less than a page that says so.
        """
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(middleware, "get_user", lambda request: copy(self._asks(request)))
            for status in (403, 404):
                plain = partial(_refusal, status)
                patch.setattr(urls, f"handler{status}", plain, raising=False)
            gc.freeze()
            yield
            gc.unfreeze()

    def _asks(self, request: HttpRequest) -> Any:
        return self.readers[request.META["reader"]]

    def _row(self, address: Address, way: str, reader: str) -> Iterator[tuple[str, str]]:
        if not address.about:
            yield from self._page(address, way, reader)
            return
        known = self._turned_away(address, way, reader)
        for child in address.about:
            if outcome := known or self._of_child(address, way, reader, child):
                yield child, outcome

    def _turned_away(self, address: Address, way: str, reader: str) -> str:
        """Who is turned away from the child they reach best and from one they cannot reach is so
        before it matters whom they ask for: they are not asked about all the others.
        """
        if len(address.about) == 1:
            return ""
        both = {self._of_child(address, way, reader, child) for child in ("named", "elsewhere")}
        return both.pop() if both <= {REFUSED, SIGN_IN, NO_WAY} and len(both) == 1 else ""

    def _of_child(self, address: Address, way: str, reader: str, child: str) -> str:
        answer, written = self._answer(address, way, reader, child)
        if answer is None:
            return ""
        outcome = _outcome(answer, way, written)
        return SHOWN if outcome == OPENS and self.marked(answer, child) else outcome

    def _page(self, address: Address, way: str, reader: str) -> Iterator[tuple[str, str]]:
        answer, written = self._answer(address, way, reader, "")
        if answer is None:
            return
        yield PAGE, _outcome(answer, way, written)
        for code, child in self.standing.children.items():
            if written and child.pk in written:
                yield code, DONE
            elif self.marked(answer, code):
                yield code, LISTED

    def _answer(
        self, address: Address, way: str, reader: str, child: str
    ) -> tuple[Any, set[int] | None]:
        """What is answered, and whose records were written to: None where nothing was written."""
        with self.asked(address, way, reader, child) as answer:
            wrote = answer is not None and way == "write" and answer.status_code == 302
            return answer, _written(answer) if wrote else None


@contextmanager
def asking(blocker: DjangoDbBlocker) -> Iterator[Asking]:
    """Everybody assembled once for a whole file, and gone after it."""
    logging.disable(logging.CRITICAL)
    try:
        with blocker.unblock(), transaction.atomic():
            made = Asking(assemble(OF_ALL, OF_ONE))
            with made.in_haste():
                yield made
            transaction.set_rollback(True)
    finally:
        logging.disable(logging.NOTSET)


def _refusal(status: int, request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(status=status)


def _written(answer: Any) -> set[int] | None:
    """Whose records the request wrote to, as the audit has it."""
    events = AuditEvent.objects.filter(kind="write", request_id=answer["X-Request-Id"])
    found = list(events.values_list("children", flat=True))
    return {pk for children in found for pk in children} if found else None


def _outcome(answer: Any, way: str, written: set[int] | None) -> str:
    if answer.status_code == 302:
        if answer["Location"].startswith("/sign-in/"):
            return SIGN_IN
        return ON if written is None else DONE
    if answer.status_code == 200:
        return OPENS if way == "read" or answer.get("Content-Disposition") else AGAIN
    return STATUSES[answer.status_code]


# As lines


HEAD = ["address", "way", "readers", PAGE, *CHILDREN]


def as_csv(matrix: Matrix) -> str:
    """A line for the readers who are answered alike; those who are refused it, whoever the child
    is, or sent to sign in, are left out.
    """
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(HEAD)
    for (address, way), readers in sorted(_by_address(matrix).items()):
        alike: dict[tuple[str, ...], list[str]] = {}
        for reader, outcomes in readers.items():
            alike.setdefault(outcomes, []).append(reader)
        for outcomes, names in alike.items():
            if set(outcomes) - {"", REFUSED, SIGN_IN}:
                lines.writerow([address, way, " ".join(names), *outcomes])
    return text.getvalue()


def read(text: str) -> Matrix:
    """The cells of the lines that `as_csv` made."""
    return {
        (line["address"], line["way"], reader, child): line[child]
        for line in csv.DictReader(io.StringIO(text))
        for reader in line["readers"].split()
        for child in (PAGE, *CHILDREN)
        if line[child]
    }


def differences(committed: Matrix, now: Matrix) -> list[str]:
    """What is not as it was, by name."""
    turned = "refused or sent to sign in"
    return [
        f"{address}, {way}, {reader}, {child}:"
        f" was {committed.get(cell, turned)!r}, is {now.get(cell, turned)!r}"
        for cell in sorted(committed.keys() | now.keys())
        if committed.get(cell) != now.get(cell)
        for address, way, reader, child in [cell]
    ]


def _by_address(matrix: Matrix) -> dict[tuple[str, str], dict[str, tuple[str, ...]]]:
    found: dict[tuple[str, str], dict[str, dict[str, str]]] = {}
    for (address, way, reader, child), outcome in matrix.items():
        found.setdefault((address, way), {}).setdefault(reader, {})[child] = outcome
    return {
        key: {
            reader: tuple(outcomes.get(child, "") for child in (PAGE, *CHILDREN))
            for reader, outcomes in readers.items()
        }
        for key, readers in found.items()
    }
