"""What a person might type into the form of any kind of fact, so that it is accepted."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms

from casetrack.forms import DateBoxes
from casetrack.record.entry import entry_form
from casetrack.record.kind import Kind
from casetrack.views.entry import write

# Questions that need not be answered each, but some of them.
ALSO = {"legal-gateway": ("referred_on",), "review": ("participation",)}
# How many days ago, where three is no good: a plan is ratified at the review that was held.
AGO = {"plan ratified": 10}
# Where the first choice or a word would be refused.
GUESSES: dict[str, dict[str, Any]] = {
    "adoption-link": {"reference": "F17"},
    "challenge-stage answered": {"answered_by": "Priya Lindqvist"},
}


def fill(kind: Kind, child: Any, by: Any, day: date) -> Any:
    """Record one for the child, as the page would; the fact itself."""
    form = entry_form(kind, kind.asks, child=child, today=day)
    form = entry_form(kind, kind.asks, child=child, today=day, typed=typed(form, kind.code, day))
    assert form.is_valid(), f"{kind.code}: {form.errors.as_json()}"
    write(kind, child, by, form.cleaned_data)
    return kind.model.objects.filter(child=child).latest("pk")


def typed(form: forms.Form, code: str, day: date) -> dict[str, Any]:
    """Answers to the questions that have to be answered."""
    found: dict[str, Any] = {}
    ahead, ago = getattr(form, "ahead", ()), -AGO.get(code, 3)
    for name, field in form.fields.items():
        if field.required or name in ALSO.get(code, ()):
            found |= _answer(name, field, day + timedelta(days=30 if name in ahead else ago))
    return found | GUESSES.get(code, {})


def _answer(name: str, field: forms.Field, day: date) -> Mapping[str, Any]:
    if isinstance(field, DateBoxes):
        return {f"{name}-{part}": str(getattr(day, part)) for part in ("day", "month", "year")}
    if isinstance(field, forms.ModelChoiceField):
        first = field.queryset.first()
        return {name: str(first.pk)} if first else {}
    if isinstance(field, forms.ChoiceField):
        return {name: next((value for value, _ in field.choices if value), "")}
    numeric = isinstance(field, forms.IntegerField | forms.DecimalField)
    return {name: "1" if numeric else "In a few words."}
