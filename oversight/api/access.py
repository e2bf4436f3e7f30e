"""Every address of the API names the permission it needs, as every page does."""

from typing import Any, ClassVar

from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.views import APIView

from casetrack.access.permissions import Permission
from casetrack.access.visibility import allowed_by, may


class Holds(IsAuthenticated):
    """Signed in, and some role held today carries the permission that the address names.

    As for pages, `request.allowed_by` then says which, for the audit.
    """

    def has_permission(self, request: Request, view: APIView) -> bool:
        if not (super().has_permission(request, view) and may(request.user, view.permission)):
            return False
        request.allowed_by = allowed_by(request.user, view.permission)
        return True


class Guarded(GenericAPIView):
    """An address of the API. `permission` must be named; it is looked up by the tests as well."""

    permission: ClassVar[Permission]
    permission_classes: Any = [Holds]
    filter_backends: Any = []
    http_method_names = ["get", "head", "options"]
