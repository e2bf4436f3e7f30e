"""Taking out of a report what is to be put right at the source; who took it is written down."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.models import Child
from returns import access, downloads
from returns.models import ImportRun
from returns.ssda903.report import LISTS

FORMATS: dict[str, Callable[[downloads.Lines], bytes]] = {
    "csv": downloads.as_csv,
    "xlsx": downloads.as_xlsx,
}


@needs(Permission.LOAD_RETURNS)
@require_safe
def download(request: HttpRequest, uuid: UUID, name: str, form: str) -> HttpResponse:
    run = get_object_or_404(access.runs(request.user), uuid=uuid)
    if name not in LISTS or form not in FORMATS or run.report is None:
        raise Http404
    run = access.as_read_by(request.user, run)
    lines = downloads.refused(run) if name == "refused" else downloads.listed(run, name)
    content = FORMATS[form](lines)
    audit.took_out(request, f"return.{name}", _children(run, name), run=str(uuid), format=form)
    filename = f"{name}-{run.at:%Y-%m-%d}.{form}"
    return HttpResponse(
        content,
        content_type=downloads.TYPES[form],
        headers={"Content-Disposition": f'attachment; filename="{filename}"'},
    )


def _children(run: ImportRun, name: str) -> list[int]:
    """The children on record whose references are in the file."""
    references = {one["child"] for one in (run.report or {}).get(name, [])}
    found = Child.objects.filter(authority=run.authority_id, reference__in=references)
    return list(found.values_list("pk", flat=True))
