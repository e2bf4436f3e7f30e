"""Trying a date: which clocks move, worked out by hand, and that nothing is ever kept.

Amara and Tomas have waited for a match since the order of 1 October 2025; today is long after.
"""

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from casetrack.audit import AuditEvent
from casetrack.models import Child
from oversight.clocks.engine import refresh
from oversight.models import ClockRow
from oversight.supposed import EVENTS, Moved, NotPossible, tried
from tests import timeline
from tests.cast import Cast, signed_in

TODAY = date(2025, 12, 20)
IN_COURT = (
    "recorded 2020-01-01; born 2020-01-01; care 2025-09-01; status C1 2025-09-01;"
    " home U4 2025-09-01; proceedings care 2025-09-01; plan adoption 2025-10-01;"
    " review 2025-09-26"
)


def moved(child: Child, event: str, day: date) -> dict[str, Moved]:
    return {
        each.clock.code: each for each in tried(child, EVENTS[event], day, TODAY) if each.changed
    }


def everything() -> dict[str, list[Any]]:
    """Every row of every table that has a child, and the tables' own counts."""
    return {
        model._meta.db_table: list(model._base_manager.order_by("pk").values())
        for model in apps.get_models()
        if model._meta.managed and any(field.name == "child" for field in model._meta.fields)
    }


def test_a_match_in_time_stops_the_wait_before_its_limit(cast: Cast) -> None:
    found = moved(cast.amara, "match", date(2026, 1, 18))["placement-order-to-match"]
    assert found.words == "stops on 18 January 2026, 12 days before its limit"
    assert not found.late


def test_a_match_too_late_says_by_how_much(cast: Cast) -> None:
    found = moved(cast.amara, "match", date(2026, 2, 4))["placement-order-to-match"]
    assert found.words.endswith(", 5 days past its limit")
    assert found.late


def test_moving_in_stops_waits_and_begins_others(cast: Cast) -> None:
    found = moved(cast.amara, "placed", date(2026, 1, 30))
    assert found["placement-order-to-match"].words.endswith(", on its last day")
    assert found["placement-order-not-placed"].after
    review = [
        each
        for each in tried(cast.amara, EVENTS["placed"], date(2026, 1, 30), TODAY)
        if each.clock.code == "review-due" and each.before is None
    ]
    assert [each.words for each in review] == ["begins on 30 January 2026, limit 27 February 2026"]


def test_a_final_hearing_ends_the_proceedings(cast: Cast) -> None:
    child = timeline.child(IN_COURT, authority=cast.authority)
    refresh([child.pk])
    found = moved(child, "placement", date(2026, 2, 20))
    assert found["care-proceedings"].words == ("stops on 20 February 2026, 9 days before its limit")
    assert found["placement-order-to-match"].words.startswith("begins on 20 February 2026")


def test_more_time_from_the_court_moves_the_limit(cast: Cast) -> None:
    child = timeline.child(IN_COURT, authority=cast.authority)
    refresh([child.pk])
    found = moved(child, "extension", date(2026, 4, 20))["care-proceedings"]
    assert found.words == "runs on, limit 20 April 2026"


@pytest.mark.parametrize("event", EVENTS)
def test_nothing_is_kept(cast: Cast, event: str) -> None:
    child = timeline.child(IN_COURT, authority=cast.authority)
    refresh([child.pk])
    before = everything()
    try:
        tried(child, EVENTS[event], date(2026, 2, 20), TODAY)
    except NotPossible:
        pytest.fail(f"{event} was not possible")
    assert everything() == before
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('pg_temp.oversight_clockrow')")
        assert cursor.fetchone() == (None,)


def test_what_cannot_happen_is_said(cast: Cast) -> None:
    with pytest.raises(NotPossible, match="No proceedings are open"):
        tried(cast.amara, EVENTS["extension"], date(2026, 4, 20), TODAY)
    child = timeline.child("care 2025-09-01; status C2 2025-09-01; home U4 2025-09-01")
    with pytest.raises(NotPossible, match="No plan is recorded"):
        tried(child, EVENTS["ratified"], date(2026, 4, 20), TODAY)


def test_the_page(cast: Cast) -> None:
    address = f"/children/{cast.amara.uuid}/what-if/"
    browser = signed_in(cast.social_worker)
    assert "Nothing is recorded" in browser.get(address).content.decode()
    typed = {"event": "placed", "on-day": "1", "on-month": "2", "on-year": "2027"}
    page = browser.get(address, typed).content.decode()
    assert "The child moves in with an adoptive family on 1 February 2027" in page
    assert "Placement order, not placed" in page or "adoptive home" in page.lower()
    assert AuditEvent.objects.filter(what="child.what-if", children=[cast.amara.pk]).count() == 2
    assert not AuditEvent.objects.filter(kind="write").exists()
    assert ClockRow.objects.filter(child=cast.amara, stopped_on="2027-02-01").count() == 0


def test_a_wrong_form_keeps_what_was_typed(cast: Cast) -> None:
    address = f"/children/{cast.amara.uuid}/what-if/"
    typed = {"event": "", "on-day": "31", "on-month": "2", "on-year": "2027"}
    page = signed_in(cast.chair).get(address, typed).content.decode()
    assert "Choose what happens" in page
    assert "Enter a real date" in page
    assert 'value="31"' in page


def test_a_child_out_of_reach_is_not_there(cast: Cast) -> None:
    address = f"/children/{cast.tomas.uuid}/what-if/"
    assert signed_in(cast.manager).get(address).status_code == 404
    assert signed_in(cast.stranger).get(address).status_code == 404
    assert signed_in(cast.board_member).get(address).status_code == 403
