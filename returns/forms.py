"""The form that takes the files of returns."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from casetrack.models import Authority
from returns.actions import uploads
from returns.models import Upload
from returns.ssda903 import years

FROM_THE_FILES = "Tell it from the files"


class LoadForm(forms.Form):
    """Files, whose they are, and of which year.

    Files that can be taken are kept whatever else is wrong, so that they need not be chosen again;
    `kept` is what was kept before.
    """

    authority = forms.ChoiceField(label="Authority")
    year = forms.ChoiceField(
        label="Year of the return",
        required=False,
        help_text="Only for a single return whose files do not show their year.",
    )

    def __init__(
        self,
        authorities: Sequence[Authority],
        *args: Any,
        chosen: "Sequence[UploadedFile[bytes]]" = (),
        kept: Upload | None = None,
        too_large: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.authorities = {authority.code: authority for authority in authorities}
        self.chosen, self.kept, self.too_large = chosen, kept, too_large
        self.wrong_files: list[str] = []
        choices = [(authority.code, authority.name) for authority in authorities]
        several = [("", "Choose an authority")] if len(choices) > 1 else []
        self.fields["authority"].choices = [*several, *choices]  # type: ignore[attr-defined]
        self.fields["authority"].error_messages["required"] = "Choose an authority"
        listed = [(str(year), years.label(year)) for year in range(years.LAST, years.FIRST - 1, -1)]
        self.fields["year"].choices = [("", FROM_THE_FILES), *listed]  # type: ignore[attr-defined]

    @property
    def readable(self) -> "list[UploadedFile[bytes]]":
        """Files worth keeping, if they are not too many megabytes."""
        if self.too_large or self._size() > uploads.MOST:
            return []
        return [file for file in self.chosen if not uploads.why_not_read(str(file.name))]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        self.wrong_files = list(self._why_not_files())
        for words in self.wrong_files:
            self.add_error(None, words)
        return found

    def _why_not_files(self) -> list[str]:
        if self.too_large or self._size() > uploads.MOST:
            return [f"The files are larger than {uploads.most_in_words()} together"]
        wrong = [uploads.why_not_read(str(file.name)) for file in self.chosen]
        if not self.chosen and not (self.kept and self.kept.files):
            return ["Choose the files of the return"]
        return [words for words in wrong if words]

    def _size(self) -> int:
        return sum(file.size or 0 for file in self.chosen) + (self.kept.size if self.kept else 0)

    @property
    def which(self) -> tuple[Authority, int | None]:
        year = self.cleaned_data["year"]
        return self.authorities[self.cleaned_data["authority"]], int(year) if year else None
