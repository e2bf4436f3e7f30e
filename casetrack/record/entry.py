"""The forms that the definitions of kinds make: to record a fact, to change it, to correct it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from casetrack import words
from casetrack.forms import question, text
from casetrack.models import Child
from casetrack.record.kind import Ask, Kind

USUAL = {"start_known": "That day is known, not only that it was on or before it"}
"""The words of a question that every kind asks alike."""
KEPT = "What stood here before stays in the history, with your name and what you write."


class EntryForm(forms.Form):
    """The questions of a kind for one child; dates lie in the past unless they may be ahead."""

    ahead: tuple[str, ...] = ()
    earliest: date | None = None
    today: date

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name, value in list(cleaned.items()):
            if not isinstance(value, date):
                continue
            if value > self.today and name not in self.ahead:
                self.add_error(name, "Enter a date that is not in the future")
            elif self.earliest is not None and value < self.earliest:
                born = words.long_day(self.earliest)
                self.add_error(name, f"Enter a date on or after the birth, {born}")
        return cleaned


def entry_form(
    kind: Kind,
    asks: Iterable[str | Ask],
    *,
    child: Child,
    today: date,
    typed: Any = None,
    initial: Any = None,
    why: str = "",
) -> EntryForm:
    """A form with these questions, and `why` as the last where it is given (its label)."""
    form = EntryForm(typed, initial=initial)
    form.today, form.ahead = today, kind.ahead
    form.earliest = None if kind.before_birth else child.born_on
    for ask in asks:
        if isinstance(ask, Ask):
            form.fields[ask.name] = ask.field(child)
            continue
        form.fields[ask] = _question(kind, ask, child)
    if why:
        form.fields["why"] = text(max_length=300, label=why, help_text=KEPT)
    return form


def _question(kind: Kind, name: str, child: Child) -> forms.Field:
    field = kind.model._meta.get_field(name)
    given: dict[str, Any] = {}
    if label := kind.labels.get(name) or USUAL.get(name):
        given["label"] = label
    if name in kind.choices:
        given["queryset" if field.is_relation else "choices"] = kind.choices[name](child)
    return question(field, **given)
