"""The first page: each to the first of the menu that their roles give them."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from casetrack.access.decorators import open_to_all
from casetrack.access.visibility import may
from casetrack.navigation import PAGES


@open_to_all
def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect_to_login("/")
    for name, _, permission in PAGES:
        if may(request.user, permission):
            return redirect(name)
    return render(request, "oversight/no_role.html")
