"""The API described on a page: addresses, what may be asked, and what is answered.

It is made from the same description that programs read, without any script, so the strict content
policy holds for it too.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission


@dataclass(frozen=True)
class Operation:
    """One address: how to ask, and the fields of the answer."""

    name: str
    path: str
    summary: str
    description: str
    parameters: list[dict[str, Any]]
    fields: list[tuple[str, str, str]]

    @property
    def link(self) -> str:
        """Where it can be looked at in the browser as it stands."""
        return "" if "{" in self.path else self.path


@needs(Permission.SEE_CATALOGUE)
@require_safe
def api_page(request: HttpRequest) -> HttpResponse:
    context = {"operations": operations(), "site": settings.SITE_ADDRESS.rstrip("/")}
    return render(request, "oversight/api_page.html", context)


@cache
def operations() -> list[Operation]:
    """Made once: it changes with the code only."""
    schema = SchemaGenerator().get_schema(request=None, public=True)
    shapes = schema["components"]["schemas"]
    return [
        Operation(
            name=asked["operationId"],
            path=path,
            summary=asked["summary"],
            description=asked.get("description", ""),
            parameters=asked.get("parameters", []),
            fields=_fields(asked["responses"]["200"], shapes),
        )
        for path, methods in schema["paths"].items()
        for asked in methods.values()
        if "summary" in asked
    ]


def _fields(answer: dict[str, Any], shapes: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Name, kind and meaning of every field; of a list, those of one of its rows."""
    shape = _resolved(answer["content"]["application/json"]["schema"], shapes)
    if "results" in shape.get("properties", {}):
        shape = shape["properties"]["results"]
    if shape.get("type") == "array":
        shape = _resolved(shape["items"], shapes)
    return [
        (name, _kind(field, shapes), _meaning(field)) for name, field in shape["properties"].items()
    ]


def _resolved(shape: dict[str, Any], shapes: dict[str, Any]) -> dict[str, Any]:
    return shapes[shape["$ref"].rsplit("/", 1)[1]] if "$ref" in shape else shape


def _kind(field: dict[str, Any], shapes: dict[str, Any]) -> str:
    """date or null; one of red, amber; list of (starts_on, ends_on)."""
    one = _resolved(field["allOf"][0] if "allOf" in field else field, shapes)
    if "enum" in one:
        return f"one of {', '.join(str(value) for value in one['enum'] if value)}"
    if one.get("type") == "array":
        return f"list of {_kind(one['items'], shapes)}"
    if "properties" in one:
        return f"({', '.join(one['properties'])})"
    choices = [_resolved(choice, shapes) for choice in one.get("oneOf", [])]
    if choices:
        return _kind(next(choice for choice in choices if choice["enum"] != [""]), shapes)
    kind = str(one.get("format") or one.get("type") or "text")
    return f"{kind} or null" if one.get("nullable") else kind


def _meaning(field: dict[str, Any]) -> str:
    """What is written of the field; lists of codes are left to the description for programs."""
    return str(field.get("description", "")).split("* `")[0].strip()
