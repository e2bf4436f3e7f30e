"""An authority's own limits: all clocks with what holds, and one clock changed after a preview."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.forms import DateBoxes, choice, text
from casetrack.models import Authority, Child
from casetrack.views.entry import once
from casetrack.views.sent import number_of
from oversight.actions import limits
from oversight.actions.limits import Change, Wanted, warns
from oversight.actions.would_change import Standing
from oversight.clocks.clock import Clock, Group
from oversight.clocks.registry import CLOCKS
from oversight.models import ClockSetting, State

LISTED = 50


class LimitForm(forms.Form):
    """What an authority wants of one clock; an empty number is the product's own."""

    looked_at = ""
    """What was looked at before this, to be sent with the form again."""

    enabled = choice(
        (("on", "It runs"), ("off", "It is switched off")), label="Does this clock run?"
    )
    limit = forms.IntegerField(label="Limit", required=False, min_value=1)
    warning = forms.IntegerField(label="Warning", required=False, min_value=0)
    starts_on = DateBoxes(
        label="From which day?",
        hint="It holds for waits that begin on or after this day. For waits that run already, "
        "choose the day on which the first of them began.",
    )
    why = text(max_length=300, label="Why?", help_text="Kept with the change.")

    def __init__(self, clock: Clock, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.clock = clock
        for name, count in (("limit", clock.limit), ("warning", warns(clock))):
            if count is None:
                del self.fields[name]
            else:
                after = "after the start"
                if name == "warning" and clock.before:
                    after = "before the limit"
                self.fields[name].label += f", in {count.unit}"
                self.fields[name].help_text = f"Empty for {count.words} {after}, as usual."
        for name, usual, says in clock.switches:
            self.fields[name] = forms.BooleanField(
                label=says[:1].upper() + says[1:], required=False, initial=usual
            )

    def wanted(self) -> Wanted:
        typed = self.cleaned_data
        return Wanted(
            clock=self.clock.code,
            starts_on=typed["starts_on"],
            enabled=typed["enabled"] == "on",
            limit=typed.get("limit"),
            warning=typed.get("warning"),
            options={
                name: typed[name] for name, usual, _ in self.clock.switches if typed[name] != usual
            },
        )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if {"starts_on", "enabled"} <= found.keys():
            for field, reason in limits.why_not(self.wanted()).items():
                self.add_error(field if field in self.fields else None, reason)
        return found


@dataclass(frozen=True)
class Held:
    """A clock with the setting that holds on a day and the next one, for the list."""

    clock: Clock
    now: ClockSetting | None
    later: ClockSetting | None

    @property
    def runs(self) -> bool:
        return self.now.enabled if self.now else self.clock.usual

    @property
    def limit(self) -> str:
        """What the authority set, in words; '' where the product's own holds."""
        if self.now is None or self.now.limit is None or self.clock.limit is None:
            return ""
        return f"{self.now.limit} {self.clock.limit.unit}"

    @property
    def usual(self) -> str:
        if self.clock.limit_words:
            return self.clock.limit_words
        return self.clock.limit.words if self.clock.limit else "none"


@dataclass(frozen=True)
class Shown:
    """A child whom the reader may see, with what would change."""

    child: Child
    change: Change

    @property
    def before(self) -> str:
        return standing_words(self.change.before)

    @property
    def after(self) -> str:
        return standing_words(self.change.after)


@dataclass(frozen=True)
class Preview:
    """What would change on the day: in numbers, and for the children the reader may see."""

    turns: list[tuple[str, str, int]]
    children: int
    shown: list[Shown]

    @property
    def more(self) -> int:
        return self.children - len({each.child.pk for each in self.shown})


def standing_words(standing: Standing) -> str:
    """Past its limit; not counted."""
    return str(State(standing.state).label) if standing.state else "not counted"


@needs(Permission.SET_LIMITS)
@require_safe
def every_limit(request: HttpRequest) -> HttpResponse:
    authority = authority_asked_for(request)
    held = _held(authority, timezone.localdate())
    context = {
        "authority": authority,
        "served": authorities(request.user, Permission.SET_LIMITS),
        "groups": [
            (group, [each for each in held if each.clock.group == group]) for group in Group
        ],
        "own": sum(each.now is not None for each in held),
    }
    return render(request, "oversight/limits.html", context)


@needs(Permission.SET_LIMITS)
def limit(request: HttpRequest, code: str) -> HttpResponse:
    """Fill in, look at what would change, then save; what is saved is what was looked at."""
    if code not in CLOCKS:
        raise Http404
    clock, authority, today = CLOCKS[code], authority_asked_for(request), timezone.localdate()
    past = list(ClockSetting.objects.filter(authority=authority, clock=code).order_by("starts_on"))
    now = _as_set(clock, next((each for each in past if each.holds_on(today)), None))
    form = LimitForm(clock, request.POST if request.method == "POST" else None, initial=now)
    preview = None
    if form.is_valid():
        wanted = form.wanted()
        if request.POST.get("looked_at") == _mark(wanted) and _save(request, form, authority):
            return redirect(f"{reverse('limits')}?authority={authority.code}")
        preview = _preview(request, authority, wanted, today)
        form.looked_at = _mark(wanted)
    audit.looked(
        request, "limits.preview", {each.child.pk for each in preview.shown} if preview else ()
    )
    context = {
        "form": form,
        "clock": clock,
        "authority": authority,
        "preview": preview,
        "number": number_of(request),
        "past": past,
    }
    return render(request, "oversight/limit.html", context)


def _as_set(clock: Clock, setting: ClockSetting | None) -> dict[str, Any]:
    """What the form begins with: what holds now."""
    if setting is None:
        return {"enabled": "on" if clock.usual else "off"}
    return {
        "enabled": "on" if setting.enabled else "off",
        "limit": setting.limit,
        "warning": setting.warning,
        **setting.options,
    }


def _save(request: HttpRequest, form: LimitForm, authority: Authority) -> bool:
    """Whether it was saved, now or by a press before this one."""

    def act() -> None:
        limits.set_limit(
            authority=authority,
            wanted=form.wanted(),
            why=form.cleaned_data["why"],
            by=request.user,
        )

    return once(request, form, act, done=f"{form.clock.title}: the limit is set.")


def _preview(request: HttpRequest, authority: Authority, wanted: Wanted, today: date) -> Preview:
    changes = limits.changes(authority=authority, wanted=wanted, day=today)
    by_child = {each.child: each for each in changes}
    shown = listed_for(request, by_child)
    return Preview(
        turns_of((each.before, each.after) for each in changes),
        len(by_child),
        [Shown(child, by_child[child.pk]) for child in shown],
    )


def turns_of(changes: Iterable[tuple[Standing, Standing]]) -> list[tuple[str, str, int]]:
    """From what into what waits would turn, in words, and how many; the most first."""
    turns = Counter((standing_words(was), standing_words(would_be)) for was, would_be in changes)
    return [(before, after, number) for (before, after), number in turns.most_common()]


def listed_for(request: HttpRequest, children: Collection[int]) -> QuerySet[Child]:
    """Those of the children (ids) whom the reader may see, as many as a preview lists."""
    seen = Child.objects.visible_to(request.user, Permission.SEE_CHILDREN)
    return seen.filter(pk__in=children).order_by("last_name", "first_name", "reference")[:LISTED]


def _mark(wanted: Wanted) -> str:
    """What tells one set of wishes from another: a change after the look is looked at again."""
    return " ".join(str(part) for part in astuple(wanted))


def authority_asked_for(request: HttpRequest) -> Authority:
    """The one named in the address, of those for which the reader sets limits; else the first."""
    served = authorities(request.user, Permission.SET_LIMITS)
    code = request.GET.get("authority") or request.POST.get("authority") or served[0].code
    found = next((each for each in served if each.code == code), None)
    if found is None:
        raise Http404
    return found


def _held(authority: Authority, today: date) -> list[Held]:
    settings: dict[str, list[ClockSetting]] = {}
    for setting in ClockSetting.objects.filter(authority=authority).order_by("starts_on"):
        settings.setdefault(setting.clock, []).append(setting)
    return [
        Held(
            clock,
            next((each for each in settings.get(code, []) if each.holds_on(today)), None),
            next((each for each in settings.get(code, []) if each.starts_on > today), None),
        )
        for code, clock in sorted(CLOCKS.items(), key=lambda item: item[1].title)
    ]
