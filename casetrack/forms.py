"""A date typed in three boxes, as GOV.UK asks for one."""

from datetime import date
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from casetrack.typed import WrongDate, typed_date


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
        boxes = [
            {"name": f"{name}-{part}", "part": part, "value": typed.get(f"{name}-{part}", "")}
            for part in ("day", "month", "year")
        ]
        return mark_safe(render_to_string("components/date_boxes.html", {"boxes": boxes}))


class DateBoxes(forms.Field):
    widget = ThreeBoxes

    def __init__(self, *, hint: str = "", **kwargs: Any) -> None:
        super().__init__(help_text=hint, **kwargs)

    def clean(self, value: Any) -> date | None:
        name = next(iter(value)).rsplit("-", 1)[0]
        try:
            found = typed_date(value, name)
        except WrongDate as wrong:
            raise forms.ValidationError(str(wrong)) from None
        if found is None and self.required:
            raise forms.ValidationError("Enter a date")
        return found
