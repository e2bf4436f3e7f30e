"""Taking the list out as a file: the count is shown before, and who took it is written down."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.models import Child, Team, Worker
from oversight import export as files
from oversight import finds, queue_words
from oversight.queue_filters import Filters
from oversight.tracker import page_of, whole_list

FORMATS = {"xlsx": files.XLSX, "csv": files.CSV}
TYPES = FORMATS | {"pdf": files.PDF, "docx": files.DOCX}


@needs(Permission.EXPORT_LISTS)
def export(request: HttpRequest) -> HttpResponse:
    asked = QueryDict(request.POST.get("back", "")[:2000])
    taking = request.method == "POST"
    filters = Filters.read(
        asked if taking else request.GET, timezone.localdate(), finds.kept(request.session)
    )
    children = Child.objects.visible_to(request.user, Permission.EXPORT_LISTS)
    form = request.POST.get("format", "")
    # Where it is no longer known what was looked for, the list is another than the one agreed to.
    if not taking or form not in FORMATS or filters.forgotten:
        count = page_of(children, filters).chips.listed
        titles = [title for title, _ in files.columns(filters.columns)]
        about = _about(filters, count)
        context = {"filters": filters, "count": count, "about": about, "columns": titles}
        return render(request, "oversight/export.html", context)
    rows = whole_list(children, filters)
    ids = [row.facts["id"] for row in rows]
    audit.took_out(request, "tracker.export", ids, format=form, as_at=filters.day.isoformat())
    content = (
        files.as_csv(rows, filters.columns)
        if form == "csv"
        else files.as_xlsx(rows, filters.columns, _about(filters, len(rows)))
    )
    return as_file(content, "tracker", form)


def as_file(content: bytes, stem: str, form: str, *, stamped: bool = True) -> HttpResponse:
    """Something to take away, called after its page and the minute, or after what `stem` says
    alone; `form` is one of TYPES.
    """
    minute = f"-{timezone.localtime():%Y-%m-%d-%H%M}" if stamped else ""
    name = f"{stem}{minute}.{form}"
    return HttpResponse(
        content,
        content_type=TYPES[form],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _about(filters: Filters, count: int) -> str:
    teams = Team.objects.filter(pk=filters.team) if filters.team else []
    workers = Worker.objects.filter(uuid=filters.worker) if filters.worker else []
    return queue_words.sentence(filters, queue_words.narrowed(filters, teams, workers), count)
