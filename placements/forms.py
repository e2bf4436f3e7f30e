"""Questions about homes."""

from typing import Any

from django import forms
from django.db.models import Min

from casetrack import words
from casetrack.models import Child
from casetrack.record.kind import Ask
from placements.models import Home


class HomeChoice(forms.ModelChoiceField):
    """One of the homes in which the child lives or has lived, the newest first."""

    def __init__(self, child: Child, **given: Any) -> None:
        lived = Home.objects.filter(placements__child=child)
        super().__init__(
            queryset=lived.annotate(since=Min("placements__starts_on")).order_by("-since"),
            empty_label="Choose one",
            error_messages={"required": "Choose a home"},
            **given,
        )

    def label_from_instance(self, home: Any) -> str:
        return f"{home.name or home.postcode or 'Home'}, from {words.long_day(home.since)}"


def which_home(label: str = "Which home?") -> Ask:
    """Asks for one of the child's homes; a home that is not listed is recorded first."""
    return Ask(
        "home",
        lambda child: HomeChoice(
            child,
            label=label,
            help_text="If it is not listed, record first that the child lives there.",
        ),
    )


class Names(forms.CharField):
    """Names of people, with commas between them; cleaned to a list."""

    def clean(self, value: Any) -> list[str]:
        typed = super().clean(value)
        return [" ".join(name.split()) for name in typed.split(",") if name.strip()]
