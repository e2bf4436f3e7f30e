"""My children: what a reviewing officer has to do today, for whom, and what is new."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities, may
from casetrack.models import Child, Worker
from casetrack.typed import mark
from oversight.my_children import MyChildren, my_children
from oversight.new_since import New, new_since, signed_in_before
from oversight.unseen import ALONE, HEARD, MET

SHOWN = 10
"""So many of a part are shown until all of it is asked for: on a telephone all are many screens."""


@dataclass(frozen=True)
class Part:
    """A part of the page: what comes first in it, or all where that is asked for."""

    code: str
    of: str
    rows: Sequence[Any]
    asked: QueryDict

    @property
    def shown(self) -> Sequence[Any]:
        return self.rows if self.asked.get("all") == self.code else self.rows[:SHOWN]

    @property
    def left(self) -> int:
        return len(self.rows) - len(self.shown)

    @property
    def whole(self) -> str:
        """The address at which all of it is shown."""
        query = self.asked.copy()
        query["all"] = self.code
        return f"?{query.urlencode()}#{self.code}"


@needs(Permission.RECORD_REVIEWS)
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The reader's own, or for a manager of officers those of the officer in the address."""
    worker = _officer(request)
    own = worker is not None and worker.user_id == request.user.pk
    desk = _desk(request, worker, own) if worker else None
    moment = signed_in_before(request.user) if own else None
    new = _new(request, desk, moment) if desk and moment else []
    audit.looked(request, "my-children", [row.child.pk for row in desk.rows] if desk else ())
    context = {
        "desk": desk,
        "own": own,
        "parts": _parts(desk, new, request.GET) if desk else {},
        "moment": moment,
        "leads": may(request.user, Permission.ALLOCATE_IRO),
        "weeks": {"alone": ALONE // 7, "met": MET // 7, "heard": HEARD // 7},
    }
    return render(request, "oversight/my_children.html", context)


def _parts(desk: MyChildren, new: list[tuple[Child, New]], asked: QueryDict) -> dict[str, Part]:
    parts = (
        ("mid-points", "mid-points to hold", desk.mid_points),
        ("reviews", "reviews", desk.reviews),
        ("after", "reviews to write up", desk.after),
        ("challenges", "challenges", desk.challenges),
        ("unseen", "children not seen or heard for long", desk.unseen),
        ("new", "children of whom something is new", new),
        ("all", "children", desk.rows),
    )
    return {code.replace("-", "_"): Part(code, of, rows, asked) for code, of, rows in parts}


def _officer(request: HttpRequest) -> Worker | None:
    """Whose children are asked for; a worker of another authority than the reader leads is not."""
    workers = Worker.objects.select_related("authority").order_by("pk")
    if not (asked := request.GET.get("officer")):
        return workers.filter(user=request.user).first()
    led = authorities(request.user, Permission.ALLOCATE_IRO)
    uuid = mark(asked)
    found = workers.filter(authority__in=led, uuid=uuid).first() if uuid else None
    if found is None:
        raise Http404
    return found


def _desk(request: HttpRequest, worker: Worker, own: bool) -> MyChildren:
    visible = Child.objects.visible_to(request.user, Permission.RECORD_REVIEWS)
    reader = request.user if own else None
    return my_children(worker, visible, timezone.localdate(), reader=reader)


def _new(request: HttpRequest, desk: MyChildren, moment: Any) -> list[tuple[Child, New]]:
    children = {row.child.pk: row.child for row in desk.rows}
    found = new_since(children.keys(), moment, but_by=request.user.get_username())
    return [(children[each.child], each) for each in found]
