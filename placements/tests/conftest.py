from collections.abc import Callable

import pytest
from django.test import Client

from casetrack.models import RoleAssignment, User
from tests import cast as casting


@pytest.fixture
def cast(db: None) -> casting.Cast:
    """One user a role, a stranger, and three children."""
    return casting.assemble()


@pytest.fixture
def worker(cast: casting.Cast) -> Client:
    """Amara's social worker."""
    return casting.signed_in(cast.social_worker)


@pytest.fixture
def somebody(cast: casting.Cast) -> Callable[[str], Client]:
    """A browser in which somebody with the role (its code) of the cast's authority signed in."""

    def sign_in(role: str) -> Client:
        user = User.objects.create_user(f"a-{role}", password=casting.PASSWORD)
        RoleAssignment.objects.create(
            user=user, authority=cast.authority, role=role, starts_on=casting.LONG_AGO
        )
        return casting.signed_in(user)

    return sign_in


@pytest.fixture
def officer(somebody: Callable[[str], Client]) -> Client:
    """The nominated officer."""
    return somebody("nominated-officer")
