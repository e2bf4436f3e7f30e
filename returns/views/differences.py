"""Where a return says otherwise than a person recorded: what was recorded stands until decided."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from returns import access
from returns.actions.differences import keep_recorded
from returns.models import Difference

PAGE = 50


@needs(Permission.LOAD_RETURNS)
@require_safe
def differences(request: HttpRequest) -> HttpResponse:
    waiting = access.differences(request.user).select_related("child", "found_by")
    pages = Paginator(waiting.order_by("child__reference", "pk"), PAGE)
    page = pages.get_page(request.GET.get("page"))
    audit.looked(request, "return.differences", {one.child_id for one in page})
    return render(request, "returns/differences.html", {"page": page, "count": pages.count})


@needs(Permission.LOAD_RETURNS)
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Which one stands in the form, not in the address: it has no number that may be shown."""
    difference = _asked(request)
    keep_recorded(difference=difference, on=timezone.localdate(), by=request.user)
    messages.success(request, "What was recorded stands. The return is not asked about it again.")
    return redirect("returns-differences")


def _asked(request: HttpRequest) -> Difference:
    asked: Any = request.POST.get("difference", "")
    number = int(asked) if asked.isdecimal() and len(asked) < 18 else 0
    return get_object_or_404(access.differences(request.user), pk=number)
