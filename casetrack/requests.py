"""Every request has a number, so that what was read and the log line of the page can be put beside
each other; and a database that does not answer is said plainly."""

import uuid
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

Page = Callable[[HttpRequest], HttpResponse]


def numbered(page: Page) -> Page:
    """Gives the request its number, and tells the browser."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.request_id = uuid.uuid4()  # type: ignore[attr-defined]
        response = page(request)
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
        if isinstance(error, OperationalError | InterfaceError):
            return render(None, "503.html", status=503)  # type: ignore[arg-type]
        return None


class Private:
    """Pages about children are not kept by browsers or proxies, so signing out ends the view."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.page(request)
        response.setdefault("Cache-Control", "private, no-store")
        return response
