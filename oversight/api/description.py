"""The description of the API for programs, and the answer for an address that is not there."""

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from casetrack.access.permissions import Permission
from oversight.api.access import Guarded, Holds


class Schema(SpectacularAPIView):
    """OpenAPI 3, as YAML or JSON."""

    permission: ClassVar[Permission] = Permission.SEE_CATALOGUE
    permission_classes: Any = [Holds]
    api_version = "1"


class NoSuchAddress(Guarded):
    """Programs are answered in JSON, where pages would be answered with a page."""

    permission = Permission.SEE_CATALOGUE

    @extend_schema(exclude=True)
    def get(self, request: Request, rest: str) -> Response:
        raise NotFound
