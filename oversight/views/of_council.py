"""Of which council a page about measures is: the one that the address names, of those served."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities, may
from casetrack.models import Authority


@dataclass(frozen=True)
class Council:
    """The authority, the others that the reader serves so, and what she may set besides."""

    authority: Authority
    served: list[Authority]
    enters: bool
    aims: bool


def council(request: HttpRequest, permission: Permission) -> Council:
    """The one named in the address, else the first; one that the reader does not serve is not."""
    served = authorities(request.user, permission)
    code = request.GET.get("council") or request.POST.get("council") or served[0].code
    found = next((each for each in served if each.code == code), None)
    if found is None:
        raise Http404
    return Council(
        found,
        served,
        enters=may(request.user, Permission.ENTER_FIGURES),
        aims=may(request.user, Permission.SET_TARGETS),
    )
