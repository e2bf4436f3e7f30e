"""Form fields in the manner of GOV.UK: dates in three boxes, few choices as radios, many as a list.

A field of a model becomes a question with its `verbose_name` as label and its `help_text` as hint.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db import models
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from casetrack.typed import WrongDate, WrongNumber, decimal, typed_date

RADIOS_UP_TO = 7
LINE_UP_TO = 120
"""Characters of text up to which one line is enough to type them in."""


class ReasonedForm(forms.Form):
    """Once every answer can be read, it is asked why what they say together cannot be."""

    def why_not(self) -> Mapping[str, str]:
        """By field, or by a name that is no field, the reason; empty where it can be."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not self.errors:
            for field, reason in self.why_not().items():
                self.add_error(field if field in self.fields else None, reason)
        return found


class ThreeBoxes(forms.Widget):
    """Day, month and year; keeps what was typed when it was wrong."""

    use_fieldset = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        parts = ("day", "month", "year")
        return {f"{name}-{part}": data.get(f"{name}-{part}", "") for part in parts}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-day" not in data

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        """From the project's own templates, which Django's renderer of forms does not look in."""
        typed = value if isinstance(value, dict) else {}
        if isinstance(value, date):
            typed = {f"{name}-{part}": getattr(value, part) for part in ("day", "month", "year")}
        boxes = [
            {"name": f"{name}-{part}", "part": part, "value": typed.get(f"{name}-{part}", "")}
            for part in ("day", "month", "year")
        ]
        return mark_safe(render_to_string("components/date_boxes.html", {"boxes": boxes}))


class DateBoxes(forms.Field):
    widget = ThreeBoxes

    def __init__(self, *, hint: str = "", **kwargs: Any) -> None:
        super().__init__(**{"help_text": hint, **kwargs})

    def clean(self, value: Any) -> date | None:
        name = next(iter(value)).rsplit("-", 1)[0]
        try:
            found = typed_date(value, name)
        except WrongDate as wrong:
            raise forms.ValidationError(str(wrong)) from None
        if found is None and self.required:
            raise forms.ValidationError("Enter a date")
        return found


class NumberBox(forms.Field):
    """A number as people write it; keeps what was typed when it was wrong."""

    widget = forms.NumberInput

    def clean(self, value: Any) -> Decimal | None:
        try:
            found = decimal(value or "")
        except WrongNumber as wrong:
            raise forms.ValidationError(str(wrong)) from None
        if found is None and self.required:
            raise forms.ValidationError("Enter a number")
        return found


class Radios(forms.RadioSelect):
    """Shown by components/radios.html; all choices in view, none chosen beforehand."""

    use_fieldset = True


def question(field: models.Field, **changes: Any) -> forms.Field:
    """The form field that asks for a field of a model."""
    label = str(field.verbose_name)
    given: dict[str, Any] = {
        "label": _capital(label),
        "help_text": str(field.help_text),
        "required": not (field.blank or field.null),
    } | changes
    if isinstance(field, models.DateField):
        return DateBoxes(**given)
    if isinstance(field, models.ForeignKey):
        given.setdefault("queryset", field.related_model._default_manager.none())
        return forms.ModelChoiceField(
            empty_label="Choose one",
            error_messages={"required": _missing(given, "Choose")},
            **given,
        )
    if field.choices:
        offered = given.pop("choices", field.flatchoices)
        return choice(offered, **given)
    if isinstance(field, models.BooleanField):
        return forms.BooleanField(**given | {"required": False})
    if isinstance(field, models.IntegerField):
        return forms.IntegerField(min_value=0, **given)
    if isinstance(field, models.TimeField):
        missing = {"required": _missing(given, "Enter"), "invalid": "Enter a time, such as 9:30"}
        return forms.TimeField(input_formats=["%H:%M", "%H.%M"], error_messages=missing, **given)
    if isinstance(field, models.DecimalField):
        return forms.DecimalField(
            min_value=0, max_digits=field.max_digits, decimal_places=field.decimal_places, **given
        )
    return text(max_length=field.max_length, **given)


def choice(choices: Sequence[tuple[Any, Any]], **given: Any) -> forms.ChoiceField:
    """One of a few, as radios; one of many, as a list."""
    offered = [(value, _capital(str(words))) for value, words in choices]
    missing = {"required": _missing(given, "Choose")}
    if len(offered) > RADIOS_UP_TO:
        offered = [("", "Choose one"), *offered]
        return forms.ChoiceField(choices=offered, error_messages=missing, **given)
    return forms.ChoiceField(choices=offered, widget=Radios, error_messages=missing, **given)


def text(*, max_length: int | None = None, **given: Any) -> forms.CharField:
    """A line, or a box where more is expected than a line."""
    short = max_length is not None and max_length <= LINE_UP_TO
    widget = forms.TextInput() if short else forms.Textarea(attrs={"rows": 4})
    return forms.CharField(
        max_length=max_length or 4000,
        widget=widget,
        error_messages={"required": _missing(given, "Enter")},
        **given,
    )


def _missing(given: Mapping[str, Any], verb: str) -> str:
    label = str(given.get("label", ""))
    if label.endswith("?"):
        return f"Answer “{label}”"
    return f"{verb} {label[:1].lower()}{label[1:]}" if label else f"{verb} something"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
