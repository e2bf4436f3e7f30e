"""Every page names the permission it needs; a test walks the addresses for any that does not."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from casetrack.access.permissions import Permission
from casetrack.access.visibility import allowed_by, may

View = Callable[..., HttpResponseBase]


def needs(permission: Permission) -> Callable[[View], View]:
    """Only for people with `permission`; others are sent to sign in, or refused.

    `request.allowed_by` then says why, in the short words that the audit keeps of every read.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not may(request.user, permission):
                raise PermissionDenied
            request.allowed_by = allowed_by(request.user, permission)  # type: ignore[attr-defined]
            return view(request, *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def open_to_all(view: View) -> View:
    """A page that needs no permission: sign-in, health, accessibility statement."""
    view.permission = None  # type: ignore[attr-defined]
    return view
