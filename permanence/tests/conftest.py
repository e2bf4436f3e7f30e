import pytest

from tests import cast as casting


@pytest.fixture
def cast(db: None) -> casting.Cast:
    """One user a role, a stranger, and three children."""
    return casting.assemble()
