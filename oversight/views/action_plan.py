"""The Permanence Action Plan: its themes as they stand, and the forms in which it is written."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.forms import DateBoxes, question
from casetrack.models import Authority
from casetrack.views.entry import once
from casetrack.views.sent import number_of
from casetrack.words import long_day
from oversight.action_plan import Progress, plan_of
from oversight.actions import action_plan as actions
from oversight.indicators.indicator import Group, Indicator
from oversight.indicators.registry import INDICATORS, in_groups
from oversight.models import PlanTheme, ThemeAction, ThemeProgress
from oversight.views.of_council import council
from oversight.views.of_measure import chosen_by

NOT_YET = "This day has not come yet."


class ThemeForm(forms.Form):
    """A theme, and the measures that show whether it works."""

    place = forms.IntegerField(
        label="Number of the theme",
        min_value=1,
        max_value=99,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), "Enter a number from 1 to 99"
        ),
    )
    title = question(PlanTheme._meta.get_field("title"))
    lead = question(PlanTheme._meta.get_field("lead"), help_text="The office, or the name.")
    aim = question(PlanTheme._meta.get_field("aim"))
    indicators = forms.MultipleChoiceField(
        choices=[(each.code, each.titled) for each in INDICATORS.values()],
        label="Which measures show whether it works?",
        required=False,
    )

    def __init__(self, theme: PlanTheme, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.theme = theme

    @property
    def written(self) -> list[forms.BoundField]:
        return [each for each in self if each.name != "indicators"]

    @property
    def groups(self) -> list[tuple[Group, list[tuple[Indicator, bool]], bool]]:
        """By the part of the work all measures, which are ticked, and whether any of a part is."""
        ticked = self["indicators"].value() or ()
        return [
            (
                group,
                [(each, each.code in ticked) for each in some],
                any(each.code in ticked for each in some),
            )
            for group, some in in_groups()
            if some
        ]

    def clean_place(self) -> int:
        place: int = self.cleaned_data["place"]
        but = self.theme if self.theme.pk else None
        if reason := actions.why_not_theme(self.theme.authority, place, but):
            raise forms.ValidationError(reason)
        return place


class ActionForm(forms.Form):
    words = question(ThemeAction._meta.get_field("words"), help_text="Never a child’s name.")
    lead = question(ThemeAction._meta.get_field("lead"), help_text="The office, or the name.")
    due_on = question(ThemeAction._meta.get_field("due_on"))

    def __init__(self, action: ThemeAction, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.action = action

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        but = self.action if self.action.pk else None
        if reason := actions.why_not_action(self.action.theme, words, but):
            raise forms.ValidationError(reason)
        return words


class DoneForm(forms.Form):
    done_on = DateBoxes(label="When was it done?")

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_done_on(self) -> date:
        done_on: date = self.cleaned_data["done_on"]
        if done_on > self.today:
            raise forms.ValidationError(NOT_YET)
        return done_on


class ProgressForm(forms.Form):
    written_on = question(ThemeProgress._meta.get_field("written_on"))
    standing = question(ThemeProgress._meta.get_field("standing"))
    words = question(
        ThemeProgress._meta.get_field("words"),
        help_text="It is published with the report: never a child’s name, and no number of "
        "children below six.",
    )

    def __init__(self, theme: PlanTheme, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.theme, self.today = theme, today

    def clean_written_on(self) -> date:
        on: date = self.cleaned_data["written_on"]
        reason = NOT_YET if on > self.today else actions.why_not_progress(self.theme, on)
        if reason:
            raise forms.ValidationError(reason)
        return on


@dataclass(frozen=True)
class Writing:
    """A form of the plan: its heading, what it is about and its button; what was said before.

    `undo` are the words of a button that takes back what was written.
    """

    title: str
    about: str
    button: str
    back: str
    done: str
    before: Progress | None = None
    undo: str = ""


@needs(Permission.SEE_MEASURES)
@require_safe
def action_plan(request: HttpRequest) -> HttpResponse:
    """Each theme as it stands, and its measures of all children as at the end of last month.

    Where another day is asked for, both are as at that day.
    """
    chosen = replace(chosen_by(request), only=())
    day = timezone.localdate() if chosen.day == chosen.usual_day else chosen.day
    served = authorities(request.user, Permission.SEE_MEASURES)
    context = {
        "chosen": chosen,
        "pairs": chosen.plain,
        "plan": plan_of(chosen, day),
        "writes": chosen.authority in authorities(request.user, Permission.WRITE_ACTION_PLAN),
        "others": [each for each in served if each != chosen.authority],
    }
    return render(request, "oversight/action_plan.html", context)


@needs(Permission.WRITE_ACTION_PLAN)
def new_theme(request: HttpRequest) -> HttpResponse:
    authority = council(request, Permission.WRITE_ACTION_PLAN).authority
    held = PlanTheme.objects.filter(authority=authority).order_by("number").last()
    number = held.number + 1 if held else 1
    return _theme(request, PlanTheme(authority=authority, number=number))


@needs(Permission.WRITE_ACTION_PLAN)
def theme(request: HttpRequest, number: int) -> HttpResponse:
    return _theme(request, _the_theme(request, number))


@needs(Permission.WRITE_ACTION_PLAN)
def new_action(request: HttpRequest, number: int) -> HttpResponse:
    return _action(request, ThemeAction(theme=_the_theme(request, number)))


@needs(Permission.WRITE_ACTION_PLAN)
def action(request: HttpRequest, number: int) -> HttpResponse:
    return _action(request, _the_action(request, number))


@needs(Permission.WRITE_ACTION_PLAN)
def done(request: HttpRequest, number: int) -> HttpResponse:
    """Say when an action was done, or take that back."""
    found, today = _the_action(request, number), timezone.localdate()
    undoing = request.POST.get("do") == "undo"
    asked = {"done_on": found.done_on or today}
    form = forms.Form(request.POST) if undoing else DoneForm(today, _typed(request), initial=asked)
    writing = Writing(
        title="When an action was done",
        about=f"{found.words}. {found.lead}, by {long_day(found.due_on)}.",
        button="It was done then",
        back=_back(found.theme),
        done="It is to be done." if undoing else "It is done.",
        undo="It is not done after all" if found.done_on else "",
    )

    def act() -> None:
        actions.mark_done(action=found, on=form.cleaned_data.get("done_on"), by=request.user)

    return _write(request, form, writing, act)


@needs(Permission.WRITE_ACTION_PLAN)
def progress(request: HttpRequest, number: int) -> HttpResponse:
    """How a theme stands; said again of the same day, it replaces what was said of it."""
    found, today = _the_theme(request, number), timezone.localdate()
    before = found.progress.order_by("written_on").last()
    form = ProgressForm(found, today, _typed(request), initial={"written_on": today})
    writing = Writing(
        title=f"How theme {found.number} stands",
        about=f"{found.title}. {found.aim}",
        button="Write it",
        back=_back(found),
        done="How it stands is written.",
        before=Progress(before) if before else None,
    )

    def act() -> None:
        said = dict(form.cleaned_data)
        actions.write_progress(theme=found, on=said.pop("written_on"), by=request.user, **said)

    return _write(request, form, writing, act)


def _theme(request: HttpRequest, found: PlanTheme) -> HttpResponse:
    asked = {name: getattr(found, name) for name in ("title", "lead", "aim", "indicators")}
    form = ThemeForm(found, _typed(request), initial=asked | {"place": found.number})
    writing = Writing(
        title=f"Change theme {found.number}" if found.pk else "A new theme",
        about=f"Of the Permanence Action Plan of {found.authority.name}.",
        button="Save the theme",
        back=_back(found),
        done="The theme is written.",
    )

    def act() -> None:
        said = dict(form.cleaned_data)
        actions.write_theme(
            authority=found.authority,
            theme=found if found.pk else None,
            number=said.pop("place"),
            by=request.user,
            **said,
        )

    return _write(request, form, writing, act)


def _action(request: HttpRequest, found: ThemeAction) -> HttpResponse:
    asked = {name: getattr(found, name) for name in ("words", "lead", "due_on")}
    form = ActionForm(found, _typed(request), initial=asked)
    writing = Writing(
        title="Change an action" if found.pk else "A new action",
        about=f"Of theme {found.theme.number}, {found.theme.title}.",
        button="Save the action",
        back=_back(found.theme),
        done="The action is written.",
    )

    def act() -> None:
        actions.write_action(
            theme=found.theme,
            action=found if found.pk else None,
            by=request.user,
            **form.cleaned_data,
        )

    return _write(request, form, writing, act)


def _write(
    request: HttpRequest, form: forms.Form, writing: Writing, act: Callable[[], None]
) -> HttpResponse:
    if form.is_valid() and once(request, form, act, done=writing.done):
        return redirect(writing.back)
    context = {"form": form, "writing": writing, "number": number_of(request)}
    return render(request, "oversight/action_plan_write.html", context)


def _typed(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _served(request: HttpRequest) -> list[Authority]:
    return authorities(request.user, Permission.WRITE_ACTION_PLAN)


def _the_theme(request: HttpRequest, number: int) -> PlanTheme:
    themes = PlanTheme.objects.filter(authority__in=_served(request)).select_related("authority")
    return get_object_or_404(themes, pk=number)


def _the_action(request: HttpRequest, number: int) -> ThemeAction:
    found = ThemeAction.objects.filter(theme__authority__in=_served(request))
    return get_object_or_404(found.select_related("theme__authority"), pk=number)


def _back(found: PlanTheme) -> str:
    """The plan, at the theme; the number that a form was filled in with may be another by now."""
    plan = f"{reverse('action-plan')}?council={found.authority.code}"
    return f"{plan}#theme-{found.pk}" if found.pk else plan
