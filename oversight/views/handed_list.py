"""A list that is pasted or handed over as a file: looked at first, and then taken."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms

from casetrack.lists import MOST_BYTES, ListRefused, decoded


class HandedList(forms.Form):
    """`found` is what `read` made of it, `said` its text, which is sent again to be taken."""

    text = forms.CharField(
        label="Paste the list",
        required=False,
        max_length=MOST_BYTES,
        help_text="With its headings in the first line. Cells copied from a spreadsheet will do.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    file = forms.FileField(label="Or choose a file", required=False)

    def __init__(self, read: Callable[[str, date], Any], today: date, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.read, self.today = read, today
        self.said, self.found = "", None

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        file, text = typed.get("file"), typed.get("text", "")
        if not file and not text.strip():
            self.add_error("text", "Paste the list, or choose a file")
        elif file and text.strip():
            self.add_error("text", "Paste the list or choose a file, not both")
        else:
            self._read(file, text)
        return typed

    def _read(self, file: Any, text: str) -> None:
        try:
            self.said = decoded(file.read(MOST_BYTES + 1)) if file else text
            self.found = self.read(self.said, self.today)
        except ListRefused as refused:
            self.add_error("file" if file else "text", str(refused))
