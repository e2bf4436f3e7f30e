"""What is entered each month: a form with all of it, and the same as a list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import dates
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.forms import DateBoxes, NumberBox, text
from casetrack.lists import MOST_ROWS
from casetrack.models import Authority
from casetrack.typed import EARLIEST, WrongDate, typed_date
from casetrack.views.entry import once
from casetrack.views.sent import number_of
from casetrack.words import count, long_day
from oversight.actions import figures as actions
from oversight.actions.figures import LONGEST, Reported
from oversight.export import CSV, csv_of
from oversight.figure_list import COLUMNS, TITLE, read
from oversight.indicators.inputs import Input, asked_each_month, named
from oversight.models import EnteredFigure
from oversight.views.handed_list import HandedList
from oversight.views.of_council import Council, council

EVE = timedelta(days=1)


@dataclass(frozen=True)
class Asked:
    """One figure that is asked for a month: what is entered of it already, and the one before."""

    input: Input
    now: list[EnteredFigure]
    last: EnteredFigure | None

    @property
    def usual_source(self) -> str:
        """Where it was from when it was last entered; of what others print, each time another."""
        if self.input.own:
            return ""
        newest = self.now[-1] if self.now else self.last
        return newest.source if newest else ""

    @property
    def said_now(self) -> list[tuple[str, EnteredFigure]]:
        return [(self.input.said(each.value), each) for each in self.now]

    @property
    def said_last(self) -> str:
        return self.input.said(self.last.value) if self.last else ""


class FiguresForm(forms.Form):
    """All figures of a month; of those that are filled in `reported` is what is said."""

    def __init__(
        self, asked: Sequence[Asked], day: date, today: date, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.asked, self.day, self.today = asked, day, today
        self.reported: list[Reported] = []
        for each in asked:
            for name, field in _boxes(each, today).items():
                self.fields[f"{each.input.code}-{name}"] = field

    @property
    def entries(self) -> list["Entry"]:
        return [Entry(self, each) for each in self.asked]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        for entry in self.entries:
            if entry.filled and not entry.errors:
                self._add(entry.asked.input, found)
        if not self.errors and not self.reported:
            self.add_error(None, "Fill in at least one figure.")
        return found

    def _add(self, asked: Input, found: dict[str, Any]) -> None:
        said = {
            name: found.get(f"{asked.code}-{name}")
            for name in ("value", "number", "of", "as_at", "source", "caveat")
        }
        if said["as_at"] is None:
            self.add_error(f"{asked.code}-as_at", "Enter a date")
            return
        reported = Reported(code=asked.code, on_day=self.day, **said)
        reasons = actions.why_not(reported, self.today)
        for name, reason in reasons.items():
            field = f"{asked.code}-{name}"
            self.add_error(field if field in self.fields else None, reason)
        if not reasons:
            self.reported.append(reported)


def _boxes(asked: Asked, today: date) -> dict[str, forms.Field]:
    """The questions about one figure; none of them need be answered."""
    said = asked.input
    unit = {"people": "", "children": ""}.get(said.unit, f", {said.unit}")
    boxes: dict[str, forms.Field] = {"value": NumberBox(label=f"Figure{unit}", required=False)}
    if said.divided:
        boxes["number"] = NumberBox(label="or number", required=False)
        boxes["of"] = NumberBox(label="of", required=False)
    elif said.of_how_many:
        boxes["number"] = NumberBox(label="average of how many", required=False)
    boxes["source"] = forms.CharField(
        label="Where is it from?",
        required=False,
        max_length=LONGEST["source"],
        initial=asked.usual_source,
    )
    boxes["as_at"] = DateBoxes(
        label="As at which day did the source have it?", required=False, initial=today
    )
    boxes["caveat"] = text(
        label="What must a reader know?", required=False, max_length=LONGEST["caveat"]
    )
    return boxes


@dataclass(frozen=True)
class Entry:
    """One figure of the form, with its boxes."""

    form: FiguresForm
    asked: Asked

    @property
    def figures(self) -> list[Any]:
        return [self._box(name) for name in ("value", "number", "of") if self._has(name)]

    @property
    def source(self) -> Any:
        return self._box("source")

    @property
    def as_at(self) -> Any:
        return self._box("as_at")

    @property
    def caveat(self) -> Any:
        return self._box("caveat")

    @property
    def boxes(self) -> list[Any]:
        return [*self.figures, self.source, self.as_at, self.caveat]

    @property
    def errors(self) -> bool:
        return any(box.name in self.form.errors for box in self.boxes)

    @property
    def filled(self) -> bool:
        """Whether anything was typed that is not there beforehand."""
        typed = [self.form.data.get(box.name, "") for box in (*self.figures, self.caveat)]
        return any(each.strip() for each in typed)

    @property
    def opened(self) -> bool:
        """Whether its day and caveat have to be seen: something is wrong there, or was typed."""
        wrong = any(box.name in self.form.errors for box in (self.as_at, self.caveat))
        return wrong or bool(self.form.data.get(self.caveat.name))

    def _has(self, name: str) -> bool:
        return f"{self.asked.input.code}-{name}" in self.form.fields

    def _box(self, name: str) -> Any:
        return self.form[f"{self.asked.input.code}-{name}"]


@needs(Permission.ENTER_FIGURES)
def figures(request: HttpRequest) -> HttpResponse:
    """Only what is filled in is entered, all of it or nothing."""
    of, today = council(request, Permission.ENTER_FIGURES), timezone.localdate()
    if request.POST.get("do") in ("look", "take"):
        return _list(request, of, today)
    day, wrong_month = _month(request, today)
    parts = _asked(of.authority, day, request.GET.getlist("also"))
    asked = [each for _, some in parts for each in some]
    form = FiguresForm(asked, day, today, request.POST if request.method == "POST" else None)
    if form.is_valid():

        def act() -> None:
            actions.enter(authority=of.authority, figures=form.reported, by=request.user, on=today)

        said = count(len(form.reported), "figure")
        if once(request, form, act, done=f"{said} of {day:%B %Y} entered."):
            return redirect(f"{reverse('figures')}?council={of.authority.code}&month={day:%Y-%m}")
    handed = HandedList(read, today)
    return render(
        request,
        "oversight/figures.html",
        _context(request, of, day, today)
        | {"form": form, "parts": _entries(form, parts), "handed": handed}
        | {"wrong_month": wrong_month, "entered": sum(bool(each.now) for each in asked)},
    )


@needs(Permission.ENTER_FIGURES)
@require_safe
def to_fill_in(request: HttpRequest) -> HttpResponse:
    """The list with this month's lines: what is entered already, and a line for all that is not."""
    of, today = council(request, Permission.ENTER_FIGURES), timezone.localdate()
    day, _ = _month(request, today)
    lines = [
        line for _, some in _asked(of.authority, day) for each in some for line in _lines(each, day)
    ]
    response = HttpResponse(csv_of([*COLUMNS, TITLE], lines), content_type=CSV)
    name = f"figures-{of.authority.code.lower()}-{day:%Y-%m}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


class BackForm(forms.Form):
    """Why something that was entered is taken back."""

    why = text(max_length=300, label="Why?", help_text="Kept with what was entered.")


@needs(Permission.ENTER_FIGURES)
def figure_back(request: HttpRequest, number: int) -> HttpResponse:
    """Take one entered figure back; the history keeps it."""
    of = council(request, Permission.ENTER_FIGURES)
    served = [each.pk for each in of.served]
    figure = get_object_or_404(
        EnteredFigure.objects.filter(authority__in=served).select_related("authority"), pk=number
    )
    asked = named(figure.code)
    form = BackForm(request.POST if request.method == "POST" else None)
    if form.is_valid():

        def act() -> None:
            actions.take_back(figure=figure, why=form.cleaned_data["why"], by=request.user)

        back = f"{reverse('measure-sources', args=[figure.code])}?council={figure.authority.code}"
        if once(request, form, act, done="The figure is taken back."):
            return redirect(back)
    context = {
        "form": form,
        "number": number_of(request),
        "figure": figure,
        "asked": asked,
        "said": asked.said(figure.value) if asked else figure.value,
    }
    return render(request, "oversight/figure_back.html", context)


def _list(request: HttpRequest, of: Council, today: date) -> HttpResponse:
    """Look at a list, then take it: the same text, read again."""
    form = HandedList(read, today, request.POST, request.FILES)
    taken, foretold = False, []
    if form.is_valid():
        foretold = actions.foretell(authority=of.authority, figures=form.found.said)
        if request.POST["do"] == "take":

            def act() -> None:
                actions.enter(
                    authority=of.authority,
                    figures=form.found.said,
                    by=request.user,
                    on=today,
                )

            changed = sum(not each.same for each in foretold)
            taken = once(request, form, act, done=f"{count(changed, 'figure')} entered.")
    lines = [line for line, _ in form.found.by_line] if form.found else []
    context = {
        "form": form,
        "council": of,
        "taken": taken,
        "rows": [
            (line, named(each.figure.code), each)
            for line, each in zip(lines, foretold, strict=True)
        ],
        "new": sum(each.was is None for each in foretold),
        "corrected": sum(each.corrects for each in foretold),
        "same": sum(each.same for each in foretold),
        "number": number_of(request),
        "most": MOST_ROWS,
    }
    return render(request, "oversight/figures_list.html", context)


def _month(request: HttpRequest, today: date) -> tuple[date, str]:
    """The last day of the month that is asked for, or of the last that has ended, with what was
    wrong.
    """
    last = today.replace(day=1) - EVE
    asked = request.GET.get("month", "")
    year, _, month = asked.partition("-")
    boxes = {"on-day": "1", "on-month": month, "on-year": year}
    if "on-month" in request.GET:
        boxes |= {name: request.GET.get(name, "") for name in ("on-month", "on-year")}
    elif not asked:
        return last, ""
    try:
        first = typed_date(boxes, "on") or last
    except WrongDate:
        return last, "Enter the month and year in numbers, for example 3 2026"
    end = dates.add_months(first.replace(day=1), 1) - EVE
    return (end, "") if end <= last else (last, "This month has not ended yet")


def _asked(
    authority: Authority, day: date, also: Iterable[str] = ()
) -> list[tuple[str, list[Asked]]]:
    """By part of the form what is asked, with what is entered of the day and before it."""
    parts = asked_each_month(also)
    codes = [each.code for _, some in parts for each in some]
    held = EnteredFigure.objects.filter(authority=authority, code__in=codes)
    now: dict[str, list[EnteredFigure]] = {}
    for each in held.filter(on_day=day).order_by("as_at", "pk"):
        now.setdefault(each.code, []).append(each)
    before = held.filter(on_day__lt=day).order_by("code", "-on_day", "-as_at", "-pk")
    last = {each.code: each for each in before.distinct("code")}
    return [
        (title, [Asked(each, now.get(each.code, []), last.get(each.code)) for each in some])
        for title, some in parts
    ]


def _entries(
    form: FiguresForm, parts: Sequence[tuple[str, Sequence[Asked]]]
) -> list[tuple[str, list[Entry]]]:
    return [(title, [Entry(form, each) for each in some]) for title, some in parts]


def _lines(asked: Asked, day: date) -> list[list[Any]]:
    said = asked.input
    if not asked.now:
        return [[said.code, day, "", "", "", asked.usual_source, "", "", said.title]]
    return [
        [
            said.code,
            day,
            *(None if part is None else f"{part.normalize():f}" for part in _parts(each)),
            each.source,
            each.as_at,
            each.caveat,
            said.title,
        ]
        for each in asked.now
    ]


def _parts(figure: EnteredFigure) -> tuple[Any, Any, Any]:
    """A count is kept as its own number, which is not said twice."""
    asked = named(figure.code)
    whole = asked is not None and (asked.divided or asked.of_how_many)
    return figure.value, figure.number if whole else None, figure.of


def _context(request: HttpRequest, of: Council, day: date, today: date) -> dict[str, Any]:
    earlier = day.replace(day=1) - EVE
    later = dates.add_months(day.replace(day=1), 2) - EVE
    return {
        "council": of,
        "day": day,
        "said_day": long_day(day),
        "number": number_of(request),
        "earlier": earlier if earlier.year >= EARLIEST else None,
        "later": later if later < today.replace(day=1) else None,
        "also": request.GET.getlist("also"),
        "most": MOST_ROWS,
    }
