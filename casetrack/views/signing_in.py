"""Signing in and out."""

from django.contrib.auth import login, logout
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from casetrack import audit
from casetrack.access.decorators import open_to_all
from casetrack.models import User


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
        audit.sign_in(request, "signed-in", user)
        return redirect(_safe(request, wanted))
    if form.is_bound:
        locked = getattr(request, "axes_locked_out", False)
        audit.sign_in(request, "locked-out" if locked else "sign-in-failed", _known(request))
    return render(request, "casetrack/sign_in.html", {"form": form, "next": wanted})


@open_to_all
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("sign-in")


def _known(request: HttpRequest) -> User | None:
    """Whose name was typed; what else was typed may be a password in the wrong box."""
    return User.objects.filter(username=request.POST.get("username", "")).first()


def _safe(request: HttpRequest, wanted: str) -> str:
    """Where the person wanted to go, unless it leads away from here."""
    ours = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours else "/"
