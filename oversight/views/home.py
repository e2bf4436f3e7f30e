"""The first page: each to the work that their roles give them."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from casetrack.access.decorators import open_to_all
from casetrack.access.permissions import Permission
from casetrack.access.visibility import may


@open_to_all
def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect_to_login("/")
    if may(request.user, Permission.SEE_TRACKER):
        return redirect("tracker")
    if may(request.user, Permission.SEE_TOTALS):
        return redirect("totals")
    return render(request, "oversight/no_role.html")
