"""Children and their records. One whom the reader may not see is as one who does not exist."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from casetrack import audit
from casetrack.access.permissions import Permission
from casetrack.models import Child
from oversight.api.access import Guarded
from oversight.api.asked import AS_AT, AUTHORITY, Asked, read
from oversight.api.paging import Paging
from oversight.api.shapes import ChildShape, RecordShape, answers
from oversight.child_record import ChildRecord


class AskedChildren(Asked):
    reference = serializers.CharField(required=False, allow_blank=True)


class Children(Guarded):
    """The children whose records you may read."""

    permission = Permission.SEE_CHILDREN
    serializer_class = ChildShape
    pagination_class = Paging
    queryset = Child.objects.none()

    @extend_schema(
        operation_id="children",
        summary="List children",
        parameters=[
            AUTHORITY,
            OpenApiParameter("reference", str, description="The authority's own number."),
        ],
        responses=answers(ChildShape(many=True), 400, 404),
    )
    def get(self, request: Request) -> Response:
        page: Any = self.paginate_queryset(self._found(read(request, AskedChildren)))
        audit.looked(request, "api.children", [child.pk for child in page])
        return self.get_paginated_response(ChildShape(page, many=True).data)

    def _found(self, asked: dict[str, Any]) -> QuerySet[Child]:
        children = Child.objects.visible_to(self.request.user).select_related("authority")
        if "authority" in asked:
            children = children.filter(authority=asked["authority"])
        if "reference" in asked:
            children = children.filter(reference=asked["reference"])
        return children


class Record(Guarded):
    """One child as at a day."""

    permission = Permission.SEE_CHILDREN
    serializer_class = RecordShape

    @extend_schema(
        operation_id="child",
        summary="Read a child's record",
        description="The facts that had begun by the day: periods of care, legal statuses, homes"
        " and plans; and the clocks that run on it. A child whose record you may not read is"
        " answered like one who does not exist.",
        parameters=[AS_AT],
        responses=answers(RecordShape, 400, 404),
    )
    def get(self, request: Request, uuid: UUID) -> Response:
        visible = Child.objects.visible_to(request.user).select_related("authority")
        child = get_object_or_404(visible, uuid=uuid)
        day = read(request)["as_at"]
        audit.looked(request, "api.child", [child.pk], as_at=day.isoformat())
        return Response(RecordShape(ChildRecord(child, day)).data)
