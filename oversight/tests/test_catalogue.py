"""The clock catalogue: every definition, and what kind of limit it is."""

import pytest

from oversight.clocks.registry import CLOCKS
from tests.cast import Cast, signed_in


@pytest.mark.parametrize("who", ["manager", "social_worker", "board_member"])
def test_every_clock_is_defined_for_all_roles(cast: Cast, who: str) -> None:
    page = signed_in(getattr(cast, who)).get("/clocks/").content.decode()
    assert f"{len(CLOCKS)} clocks, and where their limits come from" in page
    for code, clock in CLOCKS.items():
        assert f'id="{code}"' in page
        assert clock.title in page


def test_what_binds_stands_apart_from_what_is_our_own(cast: Cast) -> None:
    page = signed_in(cast.manager).get("/clocks/").content.decode()
    law, target, own = (page.index(f'id="group-{number}"') for number in (1, 2, 3))
    places = {code: page.index(f'id="{code}"') for code in CLOCKS}
    for code, clock in CLOCKS.items():
        group = law if clock.statutory else target if clock.rank == 2 else own
        assert max(start for start in (law, target, own) if start < places[code]) == group
        assert str(clock.kind) in page[places[code] : places[code] + 300]


def test_somebody_without_a_role_is_refused(cast: Cast) -> None:
    assert signed_in(cast.nobody).get("/clocks/").status_code == 403
