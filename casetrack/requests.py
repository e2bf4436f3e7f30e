"""What every request has: a number, so that what was read and the log line of the page can be put
beside each other; plain words where a page cannot be read or its reading not be recorded; and an
event of the audit where somebody was refused."""

import logging
import uuid
from collections.abc import Callable
from typing import Any

from django.db import InterfaceError, OperationalError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import ResolverMatch

from casetrack import audit
from casetrack.models import Child

logger = logging.getLogger(__name__)

Page = Callable[[HttpRequest], HttpResponse]
OF_A_CHILD = "children/<uuid:uuid>/"


def numbered(page: Page) -> Page:
    """Gives the request its number, and tells the browser; what is written knows its request."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.request_id = uuid.uuid4()  # type: ignore[attr-defined]
        before = audit.serving.set(request)
        try:
            response = page(request)
        finally:
            audit.serving.reset(before)
        response["X-Request-Id"] = str(request.request_id)  # type: ignore[attr-defined]
        return response

    return middleware


class Unavailable:
    """A page that cannot be read, or whose reading cannot be recorded, is refused with a 503."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.page(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, audit.NotWritten | OperationalError | InterfaceError):
            logger.error("A page was refused", exc_info=error)
            return render(None, "503.html", status=503)  # type: ignore[arg-type]
        return None


class Refusals:
    """Writes down what a signed-in person asked for and did not get: any 403, and a 404 where the
    address names one thing that is not there for them.

    It comes after the page, whose transaction has then been rolled back and ended: the event is
    committed in one of its own. A refusal stands, whether it can be written down or not.
    """

    def __init__(self, page: Page) -> None:
        self.page = page

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.page(request)
        match = request.resolver_match
        if match and (response.status_code == 403 or self._asked_for_one(response, match)):
            try:
                self._write(request, response, match)
            except Exception:
                logger.exception("A refusal could not be written down")
        return response

    def _asked_for_one(self, response: HttpResponse, match: ResolverMatch) -> bool:
        return response.status_code == 404 and "uuid" in match.kwargs

    @transaction.atomic
    def _write(self, request: HttpRequest, response: HttpResponse, match: ResolverMatch) -> None:
        if not request.user.is_authenticated:
            return
        details: dict[str, Any] = {"status": response.status_code}
        children: list[int] = []
        if asked := match.kwargs.get("uuid"):
            details["asked_for"] = str(asked)
            if OF_A_CHILD in match.route:
                children = list(Child.objects.filter(uuid=asked).values_list("pk", flat=True))
        audit.refused(request, match.view_name, children, **details)


class Private:
    """Pages about children are not kept by browsers or proxies, so signing out ends the view."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.page(request)
        response.setdefault("Cache-Control", "private, no-store")
        return response
