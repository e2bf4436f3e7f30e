"""The day from which people record here: what it means, the days set, and another after a look."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.actions.authorities import record_from, why_not_record_from
from casetrack.forms import DateBoxes, text
from casetrack.models import Authority, Child
from casetrack.views.entry import once
from casetrack.views.sent import number_of
from oversight.actions.recording_begins import Change, changes, days_set
from oversight.clocks.clock import Clock
from oversight.clocks.registry import CLOCKS
from oversight.models.states import PAST
from oversight.views.limits import authority_asked_for, listed_for, turns_of

WAITING = sum(clock.recorded for clock in CLOCKS.values())
"""So many clocks run only from the day on."""


class RecordingForm(forms.Form):
    """The day, and where only returns are loaded so far whether people also record their facts."""

    looked_at = ""
    """What was looked at before this, to be sent with the form again."""

    on = DateBoxes(
        label="From which day do people record here?",
        hint="It may be up to a month ahead. Every visit, check of health, hearing and plan from "
        "this day on is then expected to be recorded.",
    )
    live = forms.BooleanField(
        label="They also record new homes, orders and ends of care as these happen",
        required=False,
    )
    why = text(max_length=300, label="Why?", help_text="Kept with the day.")

    def __init__(self, authority: Authority, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial={"on": authority.recorded_from}, **kwargs)
        self.authority, self.today = authority, today
        if authority.records_live:
            del self.fields["live"]
        elif known_to := authority.known_to:
            self.fields["live"].help_text = (
                f"Waits stand here as they stood on {words.long_day(known_to)}, the last day that "
                "the newest return knows of. With this they stand as they are today."
            )

    @property
    def wanted(self) -> tuple[date, bool]:
        return self.cleaned_data["on"], self.cleaned_data.get("live", False)

    @property
    def mark(self) -> str:
        """What tells one wish from another: a change after the look is looked at again."""
        return " ".join(str(part) for part in self.wanted)

    @property
    def holds_already(self) -> bool:
        return self.wanted == (self.authority.recorded_from, False)

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if reason := why_not_record_from(authority=self.authority, on=on, today=self.today):
            raise forms.ValidationError(reason)
        return on


@dataclass(frozen=True)
class OfClock:
    """What would become of the waits of a clock."""

    clock: Clock
    begin: int
    stop: int
    turn: int
    past: int


@dataclass(frozen=True)
class Shown:
    """A child whom the reader may see, and in words what would become of her waits."""

    child: Child
    said: str


@dataclass(frozen=True)
class Preview:
    """What would change on the day: by state, by clock, and for children the reader may see."""

    day: date
    turns: list[tuple[str, str, int]]
    clocks: list[OfClock]
    moved: int
    children: int
    shown: list[Shown]

    @property
    def waits(self) -> int:
        return sum(number for _, _, number in self.turns)

    @property
    def more(self) -> int:
        return self.children - len(self.shown)


@needs(Permission.SET_LIMITS)
def recording_begins(request: HttpRequest) -> HttpResponse:
    """Fill in, look at what would change, then save; what is saved is what was looked at."""
    authority, today = authority_asked_for(request), timezone.localdate()
    form = RecordingForm(authority, today, request.POST if request.method == "POST" else None)
    looked = form.is_valid() and request.POST.get("looked_at") == form.mark
    if looked and _save(request, form):
        return redirect(f"{reverse('recording-begins')}?authority={authority.code}")
    preview = None
    if form.is_valid():
        preview = _preview(request, form)
        form.looked_at = form.mark
    audit.looked(
        request,
        "recording-begins.preview",
        {each.child.pk for each in preview.shown} if preview else (),
    )
    context = {
        "form": form,
        "authority": authority,
        "served": authorities(request.user, Permission.SET_LIMITS),
        "waiting": WAITING,
        "every": len(CLOCKS),
        "days_set": days_set(authority),
        "preview": preview,
        "number": number_of(request),
        "today": today,
    }
    return render(request, "oversight/recording_begins.html", context)


def _save(request: HttpRequest, form: RecordingForm) -> bool:
    """Whether it was saved, now or by a press before this one."""
    on, live = form.wanted

    def act() -> None:
        record_from(
            authority=form.authority,
            on=on,
            today=form.today,
            why=form.cleaned_data["why"],
            live=live,
            by=request.user,
        )

    return once(request, form, act, done=f"People record here from {words.long_day(on)}.")


def _preview(request: HttpRequest, form: RecordingForm) -> Preview:
    on, live = form.wanted
    day = max(on, form.today)
    found = changes(authority=form.authority, on=on, live=live, day=day)
    change = [each for each in found if each.what != "moves"]
    by_child: dict[int, list[Change]] = {}
    for each in change:
        by_child.setdefault(each.child, []).append(each)
    shown = listed_for(request, by_child)
    return Preview(
        day,
        turns_of((each.before, each.after) for each in change),
        _by_clock(change),
        len(found) - len(change),
        len(by_child),
        [Shown(child, said(by_child[child.pk])) for child in shown],
    )


def _by_clock(change: Sequence[Change]) -> list[OfClock]:
    """Those of whose waits most would be past their limit stand first."""
    by_clock: dict[str, list[Change]] = {}
    for each in change:
        by_clock.setdefault(each.clock, []).append(each)
    of_clocks = []
    for code, waits in by_clock.items():
        what = Counter(each.what for each in waits)
        past = sum(each.after.state in PAST for each in waits)
        of_clocks.append(OfClock(CLOCKS[code], what["begins"], what["stops"], what["turns"], past))
    return sorted(of_clocks, key=lambda each: (-each.past, each.clock.title))


def said(change: Sequence[Change]) -> str:
    """12 waits would begin and 1 wait would stop."""
    what = Counter(each.what for each in change)
    parts = [
        f"{words.count(what[code], 'wait')} {would}"
        for code, would in (
            ("begins", "would begin"),
            ("stops", "would stop"),
            ("turns", "would change state"),
        )
        if what[code]
    ]
    return words.listed(parts)
