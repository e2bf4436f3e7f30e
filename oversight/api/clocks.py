"""The catalogue of clocks, and the waits that run on a day."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from casetrack import audit
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.models import Child
from oversight.api.access import Guarded
from oversight.api.asked import AS_AT, AUTHORITY, Asked, read
from oversight.api.paging import Paging
from oversight.api.shapes import ClockShape, FlagShape, answers
from oversight.clocks.registry import CLOCKS
from oversight.flags import running
from oversight.models import ClockRow, State


class Clocks(Guarded):
    """Every clock: what it counts, from which source, and how serious it is."""

    permission = Permission.SEE_CATALOGUE
    serializer_class = ClockShape

    @extend_schema(
        operation_id="clocks", summary="List the clocks", responses=answers(ClockShape(many=True))
    )
    def get(self, request: Request) -> Response:
        return Response(ClockShape(CLOCKS.values(), many=True).data)


class AskedFlags(Asked):
    clock = serializers.ChoiceField(choices=list(CLOCKS), required=False)
    state = serializers.ChoiceField(choices=State.choices, required=False)


class Flags(Guarded):
    """The waits of the children you may see that run on a day."""

    permission = Permission.SEE_CHILDREN
    serializer_class = FlagShape
    pagination_class = Paging
    queryset = ClockRow.objects.none()

    @extend_schema(
        operation_id="flags",
        summary="List the waits that run on a day",
        description="The same as `manage.py flags --json`, with the key of the child's record.",
        parameters=[
            AS_AT,
            AUTHORITY,
            OpenApiParameter("clock", str, enum=list(CLOCKS), description="One clock alone."),
            OpenApiParameter("state", str, enum=State.values, description="One state alone."),
        ],
        responses=answers(FlagShape(many=True), 400, 404),
    )
    def get(self, request: Request) -> Response:
        asked = read(request, AskedFlags)
        served = [asked["authority"]] if "authority" in asked else authorities(request.user)
        rows = running(
            asked["as_at"], served, clock=asked.get("clock", ""), state=asked.get("state", "")
        )
        visible = rows.filter(child__in=Child.objects.visible_to(request.user))
        page: Any = self.paginate_queryset(visible.select_related("child"))
        audit.looked(
            request,
            "api.flags",
            {row.child_id for row in page},
            as_at=asked["as_at"].isoformat(),
        )
        return self.get_paginated_response(FlagShape(page, many=True).data)
