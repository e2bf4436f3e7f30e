"""The annual report of the reviewing officers: its figures, the manager's words, and its files."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.actions.refusal import Refused
from casetrack.forms import text
from casetrack.models import Authority, Child
from oversight.actions import report_words
from oversight.meetings.pack import Pack
from oversight.models import ReportSection, ReportWords
from oversight.officers.figures import Months, figures, last_twelve, of_year
from oversight.officers.report import changed, made
from oversight.views.export import as_file
from oversight.views.officers import the_authority
from oversight.views.pack import WRITTEN

YEARS = 5
LAST_TWELVE = "last-twelve"


class WordsForm(forms.Form):
    """The words of one section, and the version that was there when they were begun."""

    text = text(
        max_length=report_words.MOST,
        label="What do you want to say?",
        help_text="Never a child’s name. An empty line begins a new paragraph.",
        required=False,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, section: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id=f"{section}-%s", **kwargs)


class Asked:
    """Which report: of which authority and months, and whether it is for publishing."""

    def __init__(self, request: HttpRequest) -> None:
        self.authority: Authority = the_authority(request)
        self.choices = _choices(timezone.localdate())
        wanted = request.GET.get("year", "")
        whole = [code for code, (_, months) in self.choices.items() if months.last.month == 3]
        self.code = wanted if wanted in self.choices else (whole or [LAST_TWELVE])[0]
        self.publish = request.GET.get("publish") == "yes"

    @property
    def months(self) -> Months:
        return self.choices[self.code][1]

    @property
    def year(self) -> int | None:
        """The year whose words are kept; none of the last twelve months."""
        return int(self.code) if self.code != LAST_TWELVE else None

    @property
    def query(self) -> str:
        chosen = {"authority": self.authority.code, "year": self.code}
        return urlencode(chosen | ({"publish": "yes"} if self.publish else {}))


@needs(Permission.ALLOCATE_IRO)
@sensitive_post_parameters("text")
def report(request: HttpRequest) -> HttpResponse:
    asked = Asked(request)
    section = request.POST.get("section", "")
    typed = None
    if request.method == "POST" and asked.year is not None and section in ReportSection:
        typed = WordsForm(section, request.POST)
        if typed.is_valid() and _saved(request, asked.authority, asked.year, section, typed):
            return redirect(f"{reverse('officer-report')}?{asked.query}#{section}-title")
    pack = _pack(request, asked)
    audit.looked(request, "officers.report", pack.children)
    context = {
        "asked": asked,
        "served": authorities(request.user, Permission.ALLOCATE_IRO),
        "choices": {code: said for code, (said, _) in asked.choices.items()},
        "chosen": asked.code,
        "pack": pack,
        "sections": _sections(asked, pack, section, typed),
        "definitions": pack.sheets[-1],
        "form": typed,
    }
    return render(request, "oversight/officer_report.html", context)


def _saved(
    request: HttpRequest, authority: Authority, year: int, section: str, form: WordsForm
) -> bool:
    try:
        report_words.write(
            authority=authority, year=year, section=section, by=request.user, **form.cleaned_data
        )
    except Refused as refused:
        form.add_error("text", str(refused))
        return False
    messages.success(request, "Your words are saved.")
    return True


def _sections(
    asked: Asked, pack: Pack, section: str, typed: WordsForm | None
) -> list[tuple[str, Any, WordsForm | None]]:
    """The code of each section, its sheet, and the form for its words where they are kept."""
    if asked.year is None or asked.publish:
        return [(code, sheet, None) for code, sheet in _sheets(pack)]
    versions = report_words.versions(asked.authority, asked.year)
    return [
        (
            code,
            sheet,
            typed
            if typed is not None and code == section
            else WordsForm(code, initial={"text": sheet.said_how, "seen": versions.get(code, 0)}),
        )
        for code, sheet in _sheets(pack)
    ]


def _sheets(pack: Pack) -> list[tuple[str, Any]]:
    return list(zip(ReportSection.values, pack.sheets, strict=False))


@needs(Permission.ALLOCATE_IRO)
@require_safe
def as_pdf(request: HttpRequest) -> HttpResponse:
    return _file(request, "pdf")


@needs(Permission.ALLOCATE_IRO)
@require_safe
def as_word(request: HttpRequest) -> HttpResponse:
    return _file(request, "docx")


def _file(request: HttpRequest, form: str) -> HttpResponse:
    asked = Asked(request)
    pack = _pack(request, asked)
    audit.took_out(
        request, "officers.report.file", pack.children, format=form, publish=asked.publish
    )
    stem = f"reviewing-officers-{asked.months.last.isoformat()}"
    return as_file(WRITTEN[form](pack), stem, form, stamped=False)


def _pack(request: HttpRequest, asked: Asked) -> Pack:
    found = figures(asked.authority, asked.months)
    kept = ReportWords.objects.filter(authority=asked.authority, year=asked.year or 0)
    typed = dict(kept.values_list("section", "text"))
    if asked.publish:
        return made(found, typed, publish=True)
    reached = Child.objects.visible_to(request.user, Permission.ALLOCATE_IRO)
    effects, children = changed(found, reached)
    return made(found, typed, effects, children=children)


def _choices(today: date) -> dict[str, tuple[str, Months]]:
    """What may be chosen: the last twelve months, and each year from April, the newest first."""
    twelve = last_twelve(today)
    found = {LAST_TWELVE: (f"12 months to {twelve.last:%B %Y}", twelve)}
    for year in range(today.year, today.year - YEARS - 1, -1):
        if months := of_year(year, today):
            far = "" if months.last.month == 3 else f", so far to {months.last:%B}"
            found[str(year)] = (f"April {year} to March {year + 1}{far}", months)
    return found
