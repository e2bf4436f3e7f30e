"""Finding a child from anywhere: by name, reference, unique pupil number or date of birth.

What is typed may be a name. It travels in the body of the request, never in an address, and the
audit keeps how long it was and of what kind, not what it was.
"""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from casetrack import audit, search
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.models import Child


class SearchForm(forms.Form):
    """What somebody knows of the child; `sought` is how it is understood."""

    words = forms.CharField(
        label="What you know of the child",
        max_length=100,
        help_text="A name or part of one, the reference, the unique pupil number (UPN) or the date"
        " of birth, for example 12/3/2015. Names may be in any order.",
        error_messages={
            "required": "Enter a name, reference, UPN or date of birth",
            "max_length": "Enter no more than 100 characters",
        },
    )
    sought: search.Sought

    def clean_words(self) -> str:
        typed: str = self.cleaned_data["words"]
        self.sought = search.read(typed)
        if self.sought.too_little:
            raise forms.ValidationError("Enter at least two letters or digits in a row")
        if self.sought.too_much:
            raise forms.ValidationError(f"Enter no more than {search.MOST_WORDS} words")
        return typed


@needs(Permission.SEE_CHILDREN)
@sensitive_post_parameters("words")
def find(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        visible = Child.objects.visible_to(request.user)
        page = search.page_of(visible, form.sought, _number(request.POST.get("page", "")))
        context["page"] = page
        context["found"] = search.described(page.children, timezone.localdate())
        audit.looked(
            request,
            "search",
            [child.pk for child in page.children],
            letters=len(form.cleaned_data["words"]),
            kind=form.sought.kind,
        )
    return render(request, "casetrack/search.html", context)


def _number(text: str) -> int:
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 6 else 1
