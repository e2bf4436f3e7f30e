"""The children that a step is for: those ticked in the queue, with the way back to it, or one
named by her reference.
"""

from dataclasses import dataclass

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import reverse

from casetrack.access.permissions import Permission
from casetrack.models import Child
from casetrack.typed import mark
from oversight.pathways.registry import PATHWAYS

# A page of the queue has 50; a hand-written address may not ask for the whole authority.
MOST = 100


@dataclass(frozen=True)
class Chosen:
    """The ticked children that the reader reaches for this step, by their references."""

    children: list[Child]
    back: str
    query: str
    back_child: str

    @property
    def ids(self) -> list[int]:
        return [child.pk for child in self.children]


def chosen(request: HttpRequest, permission: Permission) -> Chosen:
    """Of the ticked children those with whom `permission` lets the reader work."""
    asked = request.POST if request.method == "POST" else request.GET
    uuids = [uuid for text in asked.getlist("child")[:MOST] if (uuid := mark(text))]
    reached = Child.objects.visible_to(request.user, permission).filter(uuid__in=uuids)
    return Chosen(
        list(reached.order_by("reference")),
        way_back(asked),
        asked.get("back", ""),
        asked.get("back_child", ""),
    )


class ReferenceForm(forms.Form):
    """A child is named by her reference, which is posted and stands in no address."""

    reference = forms.CharField(
        label="Reference of a child",
        max_length=20,
        error_messages={"required": "Enter the child’s reference"},
    )

    def child(self, reached: QuerySet[Child]) -> Child | None:
        """Of the children reached, the one who is named; none with an error beside the question."""
        typed = self.cleaned_data["reference"].strip().upper()
        found = reached.filter(reference=typed).first()
        if found is None:
            self.add_error("reference", "You reach no child with this reference")
        return found


OWN = ("group-actions", "my-children")
"""Pages beside the queue and the pathways to which a step leads back."""


def way_back(asked: QueryDict) -> str:
    """To the page of the queue, a pathway, the actions of groups, the children of an officer or the
    child from which the step was taken.
    """
    if uuid := mark(asked.get("back_child", "")):
        return reverse("child", args=[uuid])
    query = QueryDict(asked.get("back", "")[:2000]).urlencode()
    page = asked.get("page", "")
    own = reverse(page if page in OWN else "tracker")
    way = reverse("pathway", args=[page]) if page in PATHWAYS else own
    return way + (f"?{query}" if query else "")
