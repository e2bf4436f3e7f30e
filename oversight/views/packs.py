"""Packs for a board: what is published, to be read and taken out; and one made to be published.

Whoever sees totals reads what is published and nothing else: no day or group of the reader's
choice, by which two near views would show one child.
"""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities, may
from casetrack.actions.refusal import Refused
from casetrack.forms import DateBoxes, choice
from casetrack.models import Authority
from casetrack.typed import as_at
from oversight.actions import packs as actions
from oversight.disclosure.narrative import findings
from oversight.models import PackKind, Publication
from oversight.packs.files import pdf, workbook
from oversight.packs.kinds import MAKERS
from oversight.packs.pack import Pack

FILES = {
    "pdf": (pdf, "application/pdf", "pdf"),
    "workbook": (
        workbook,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
    ),
}


class WhichForm(forms.Form):
    """Which pack to make: whose, of what kind, for which day."""

    def __init__(self, served: list[Authority], today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.served = {each.code: each for each in served}
        if len(served) > 1:
            self.fields["council"] = choice(
                [(each.code, each.name) for each in served], label="Of which council?"
            )
        self.fields["kind"] = choice(PackKind.choices, label="Which pack?")
        self.fields["as_at"] = DateBoxes(
            label="For which day?", hint="A day that is over, such as the end of last month."
        )

    @property
    def authority(self) -> Authority:
        code = self.cleaned_data.get("council", "")
        return self.served.get(code) or next(iter(self.served.values()))

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if {"kind", "as_at"} <= found.keys() and "council" not in self.errors:
            reason = actions.why_not(self.authority, found["kind"], found["as_at"], self.today)
            if reason:
                self.add_error("as_at", reason)
        return found


@needs(Permission.SEE_TOTALS)
@require_safe
def packs(request: HttpRequest) -> HttpResponse:
    """What is published, the newest day first; to those who may, the way to a new one."""
    published = Publication.objects.filter(
        authority__in=authorities(request.user, Permission.SEE_TOTALS)
    )
    found = published.select_related("authority").defer("body").order_by("-as_at", "kind", "-pk")
    publishing = may(request.user, Permission.PUBLISH_PACKS)
    context = {"published": found, "publishing": publishing}
    return render(request, "oversight/packs.html", context)


@needs(Permission.PUBLISH_PACKS)
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """For which day; then the pack is looked at before it is published."""
    today, served = timezone.localdate(), authorities(request.user, Permission.PUBLISH_PACKS)
    usual = served[0].known_day(today.replace(day=1) - timedelta(days=1))
    typed = request.GET if "kind" in request.GET or "as_at-day" in request.GET else None
    form = WhichForm(served, today, typed, initial={"as_at": usual, "kind": PackKind.BOARD})
    if typed is not None and form.is_valid():
        asked = {
            "council": form.authority.code,
            "kind": form.cleaned_data["kind"],
            "as_at": form.cleaned_data["as_at"].isoformat(),
        }
        return redirect(f"{reverse('pack-preview')}?{urlencode(asked)}")
    return render(request, "oversight/pack_choose.html", {"form": form})


@needs(Permission.PUBLISH_PACKS)
def preview(request: HttpRequest) -> HttpResponse:
    """The pack as its readers would see it, with what in its words may tell of a child; published
    is what was looked at.
    """
    today, served = timezone.localdate(), authorities(request.user, Permission.PUBLISH_PACKS)
    asked = request.POST if request.method == "POST" else request.GET
    authority = next((each for each in served if each.code == asked.get("council")), None)
    day, wrong_date = as_at(asked.dict(), today)
    kind = asked.get("kind", "")
    if authority is None or wrong_date or kind not in MAKERS:
        raise Http404
    refused = actions.why_not(authority, kind, day, today)
    if request.method == "POST":
        try:
            made = actions.publish(
                authority=authority,
                kind=kind,
                as_at=day,
                today=today,
                by=request.user,
                seen=asked.get("seen", ""),
            )
        except Refused as why:
            refused = str(why)
        else:
            messages.success(request, "The pack is published.")
            return redirect("pack-read", made.uuid)
    pack = MAKERS[kind](authority, day, today).pack
    context = {
        "pack": pack,
        "refused": refused,
        "findings": findings(_words(pack)),
        "asked": {"council": authority.code, "kind": kind, "as_at": day.isoformat()},
    }
    return render(request, "oversight/pack_preview.html", context)


@needs(Permission.SEE_TOTALS)
@require_safe
def read(request: HttpRequest, uuid: UUID) -> HttpResponse:
    published = _published(request, uuid)
    context = {"published": published, "pack": Pack.read(published.body)}
    return render(request, "oversight/pack_read.html", context)


@needs(Permission.SEE_TOTALS)
@require_safe
def take_out(request: HttpRequest, uuid: UUID, form: str) -> HttpResponse:
    """The pack as a PDF or a workbook; its name says its kind and day, never more."""
    published = _published(request, uuid)
    write, content_type, ending = FILES[form]
    audit.took_out(request, "pack.taken-out", (), form=form, as_at=published.as_at.isoformat())
    answer = HttpResponse(write(Pack.read(published.body)), content_type=content_type)
    name = f"{published.kind}-pack-{published.as_at}.{ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _published(request: HttpRequest, uuid: UUID) -> Publication:
    """One of an authority whose totals the reader sees; any other does not exist."""
    served = authorities(request.user, Permission.SEE_TOTALS)
    known = Publication.objects.filter(authority__in=served).select_related("authority")
    return get_object_or_404(known, uuid=uuid)


def _words(pack: Pack) -> str:
    """All that is said in sentences, which may say more than the figures do."""
    said = [pack.finding, *pack.notes]
    for sheet in pack.sheets:
        said += [sheet.finding, *sheet.said]
        said += [" ".join(cells) for grid in sheet.grids for cells in grid.rows]
    return "\n".join(said)
