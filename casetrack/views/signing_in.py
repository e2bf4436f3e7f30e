"""Signing in and out."""

from django.contrib.auth import login, logout
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from casetrack.access.decorators import open_to_all
from casetrack.audit import AuditEvent


@open_to_all
@sensitive_post_parameters("password")
@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if request.user.is_authenticated:
        return redirect(_safe(request, wanted))
    form = AuthenticationForm(request, data=request.POST or None)
    if form.is_valid():
        user = form.get_user()
        login(request, user)
        AuditEvent.objects.create(
            kind=AuditEvent.Kind.SIGN_IN,
            what="signed-in",
            username=user.get_username(),
            user_id=user.pk,
            request_id=getattr(request, "request_id", None),
        )
        return redirect(_safe(request, wanted))
    return render(request, "casetrack/sign_in.html", {"form": form, "next": wanted})


@open_to_all
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("sign-in")


def _safe(request: HttpRequest, wanted: str) -> str:
    """Where the person wanted to go, unless it leads away from here."""
    ours = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours else "/"
