"""What a request asks for: the day and the authority, read alike at every address."""

from datetime import date
from typing import Any

from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request

from casetrack.access.visibility import authorities
from casetrack.models import Authority

FIRST, LAST = date(1990, 1, 1), date(2050, 12, 31)

AS_AT = OpenApiParameter(
    "as_at", date, description="The day to show, from 1990 to 2050; today where none is given."
)
AUTHORITY = OpenApiParameter(
    "authority", str, description="The code of one of the authorities in which you hold a role."
)


class Asked(serializers.Serializer):
    """The day and the authority of a request; further choices are added by those who need them."""

    as_at = serializers.DateField(required=False)
    authority = serializers.CharField(required=False, allow_blank=True)

    def validate_as_at(self, day: date) -> date:
        if not FIRST <= day <= LAST:
            raise serializers.ValidationError("Give a day from 1990 to 2050.")
        return day


def read(request: Request, kind: type[Asked] = Asked) -> dict[str, Any]:
    """What was asked, with `today`, and `as_at` always given; nonsense is refused with a 400."""
    asked = kind(data=request.query_params.dict())
    if not asked.is_valid():
        raise ValidationError(asked.errors)
    today = timezone.localdate()
    found = {name: value for name, value in asked.validated_data.items() if value}
    if "authority" in found:
        found["authority"] = _authority(request, found["authority"])
    return {"today": today, "as_at": today} | found


def _authority(request: Request, code: str) -> Authority:
    """One that does not exist and one in which the reader has no role are answered alike."""
    held = {each.code: each for each in authorities(request.user)}
    if code not in held:
        raise NotFound("There is no such authority.")
    return held[code]
