"""The clock catalogue: every definition, and what kind of limit it is."""

from csv import DictReader
from pathlib import Path

import pytest
from django.conf import settings

from oversight.clocks.registry import CLOCKS
from oversight.clocks.rulebook import RULES
from tests.cast import Cast, signed_in

LIST = Path(settings.BASE_DIR).parent / "shared" / "domain" / "timescales.csv"


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


def test_every_rule_is_counted_or_a_step_or_says_why_not() -> None:
    for rule in RULES.values():
        ways = [bool(rule.clocks), bool(rule.steps), bool(rule.why_not)]
        assert sum(ways) == 1, rule.code
        assert rule.part
    assert len(RULES) == 159


def test_the_rulebook_lists_every_rule(cast: Cast) -> None:
    page = signed_in(cast.board_member).get("/clocks/rules/").content.decode()
    for code, rule in RULES.items():
        row = page.split(f'id="{code}"')[1].split("</tr>")[0]
        assert rule.name in row
        for clock in rule.clocks:
            assert f"#{clock.code}" in row
        if rule.why_not:
            assert "Not counted." in row


@pytest.mark.skipif(not LIST.is_file(), reason="the list of rules is not beside the checkout")
def test_the_rules_are_those_of_the_list() -> None:
    with LIST.open(newline="") as lines:
        known = [row["id"] for row in DictReader(lines)]
    assert list(RULES) == known
