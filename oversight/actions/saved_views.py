"""Lists that somebody comes back to. No child is touched, so nothing is refreshed."""

from typing import Any

from casetrack.actions.refusal import Refused
from casetrack.recording import recording
from oversight.models import SavedView

MOST = 30


class ViewRefused(Refused):
    """The list cannot be saved so."""


def save(*, by: Any, name: str, query: str, page: str = "") -> SavedView:
    """Keep a list under a name; one of the same name and page is replaced."""
    name = " ".join(name.split())
    if not name:
        raise ViewRefused("Give the view a name.")
    if len(name) > 60 or len(query) > 1000:
        raise ViewRefused("The name of a view may have up to 60 characters.")
    with recording("view.saved", by=by):
        others = SavedView.objects.filter(user=by).exclude(page=page, name=name)
        if others.count() >= MOST:
            raise ViewRefused(f"You have {MOST} saved views. Delete one first.")
        return SavedView.objects.update_or_create(
            user=by, page=page, name=name, defaults={"query": query}
        )[0]


def delete(*, view: SavedView, by: Any) -> None:
    with recording("view.deleted", by=by):
        view.delete()
