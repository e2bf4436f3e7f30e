"""The day from which people record: what the page says, what a day would do, and what it does."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from casetrack.actions.authorities import record_from
from casetrack.audit import AuditEvent
from casetrack.models import Authority, Restriction, User
from casetrack.words import long_day
from oversight.actions.recording_begins import changes, days_set
from oversight.clocks import engine
from oversight.clocks.registry import CLOCKS
from oversight.models import ClockRow
from tests.cast import DAY, Cast, signed_in

ADDRESS = "/clocks/limits/recording/"
FIRST = date(2026, 3, 2)
Found = dict[tuple[int, str, str], tuple[str, date | None]]


def typed(on: date = FIRST, **changes: Any) -> dict[str, Any]:
    return {
        **{f"on-{part}": str(getattr(on, part)) for part in ("day", "month", "year")},
        "why": "Every team is trained",
        "number": "0b1f37a2-1f0e-4f6b-9d0f-0d6a35c4a112",
    } | changes


def looked_at(page: str) -> str:
    found = re.search(r'name="looked_at" value="([^"]+)"', page)
    assert found
    return found[1]


def begin(cast: Cast, on: date = FIRST, **more: Any) -> None:
    record_from(
        authority=cast.authority,
        on=on,
        today=DAY,
        why="Trained",
        by=cast.chair,
        **more,
    )


def standing(day: date, authority: Authority) -> Found:
    rows = ClockRow.objects.as_at(day).filter(child__authority=authority)
    return {
        (row.child_id, row.clock, row.subject): (row.state, row.due_on)
        for row in rows.select_related("child")
    }


def foretold(cast: Cast, on: date, day: date, live: bool = False) -> Found:
    """What stands on the day by what would change of what stands now."""
    now = standing(day, cast.authority)
    for each in changes(authority=cast.authority, on=on, live=live, day=day):
        if each.what == "stops":
            del now[each[:3]]
        else:
            now[each[:3]] = each.after
    return now


def day_of(cast: Cast) -> date | None:
    cast.authority.refresh_from_db()
    return cast.authority.recorded_from


# What a day would do


def test_a_first_day_makes_waits_begin_and_keeps_nothing(cast: Cast) -> None:
    before = list(ClockRow.objects.order_by("pk").values())
    found = changes(authority=cast.authority, on=FIRST, live=False, day=DAY)
    assert {each.child for each in found} == {cast.amara.pk, cast.tomas.pk}
    assert {each.what for each in found} == {"begins"}
    assert {each.clock for each in found} <= {c.code for c in CLOCKS.values() if c.recorded}
    assert len(found) > 10
    assert day_of(cast) is None
    assert list(ClockRow.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("on", [date(2025, 3, 1), FIRST, DAY, date(2026, 6, 20)])
@pytest.mark.parametrize("held", [None, date(2026, 1, 5)])
def test_what_was_foretold_is_what_comes_of_it(cast: Cast, on: date, held: date | None) -> None:
    if held:
        begin(cast, held)
    day = max(DAY, on)
    told = foretold(cast, on, day)
    begin(cast, on)
    assert standing(day, cast.authority) == told
    assert engine.differences() == []


def test_a_later_day_makes_waits_stop_and_moves_their_limits(cast: Cast) -> None:
    begin(cast, FIRST)
    later = changes(authority=cast.authority, on=date(2026, 5, 1), live=False, day=DAY)
    turned = [each for each in later if each.what == "turns"]
    assert turned and all(each.before.due_on != each.after.due_on for each in turned)
    assert "begins" not in {each.what for each in later}
    never = changes(authority=cast.authority, on=date(2026, 6, 20), live=False, day=DAY)
    assert {each.what for each in never} == {"stops"}


def test_where_only_returns_are_loaded_waits_stand_at_the_last_return_until_people_record_all(
    cast: Cast,
) -> None:
    Authority.objects.filter(pk=cast.authority.pk).update(
        records_live=False, known_to=date(2025, 12, 31)
    )
    cast.authority.refresh_from_db()
    assert changes(authority=cast.authority, on=FIRST, live=False, day=DAY) == []
    told = foretold(cast, FIRST, DAY, live=True)
    begin(cast, FIRST, live=True)
    assert standing(DAY, cast.authority) == told
    cast.authority.refresh_from_db()
    assert cast.authority.records_live


def test_the_days_set_are_told_newest_first(cast: Cast) -> None:
    assert days_set(cast.authority) == []
    begin(cast, FIRST)
    begin(cast, date(2026, 4, 1))
    begin(cast, date(2026, 4, 1))
    assert [(each.on, each.by, each.why) for each in days_set(cast.authority)] == [
        (date(2026, 4, 1), "chair", "Trained"),
        (FIRST, "chair", "Trained"),
    ]


# The page


def test_it_says_that_nobody_records_yet_and_then_from_when(cast: Cast) -> None:
    page = signed_in(cast.chair).get(ADDRESS).content.decode()
    assert "Nobody records in Castle Council yet" in page
    assert "Set so far" not in page
    begin(cast)
    page = signed_in(cast.chair).get(ADDRESS).content.decode()
    assert "People record in Castle Council from 2 March 2026" in page
    assert "by chair: Trained" in page
    assert 'value="2026"' in page


def test_save_comes_after_the_look_and_two_presses_save_once(cast: Cast) -> None:
    browser = signed_in(cast.chair)
    page = browser.post(ADDRESS, typed()).content.decode()
    assert "waits of 2 children would begin, stop or change state today" in page
    assert "Amara Bello" in page and "Noor" not in page
    assert "First visit" in page and "waits would begin</span>" in page
    assert day_of(cast) is None
    event = AuditEvent.objects.get(what="recording-begins.preview")
    assert event.children == [cast.amara.pk, cast.tomas.pk]
    saved = browser.post(ADDRESS, typed(looked_at=looked_at(page)), follow=True)
    assert "People record here from 2 March 2026." in saved.content.decode()
    assert day_of(cast) == FIRST
    assert engine.differences() == []
    again = browser.post(ADDRESS, typed(looked_at=looked_at(page)), follow=True)
    assert "That was already recorded." in again.content.decode()
    event = AuditEvent.objects.get(what="authority.recorded_from")
    assert event.details["recorded_from"] == "2026-03-02" and event.details["before"] is None


def test_what_was_changed_after_the_look_is_looked_at_again(cast: Cast) -> None:
    browser = signed_in(cast.chair)
    page = browser.post(ADDRESS, typed()).content.decode()
    other = typed(date(2026, 3, 3), looked_at=looked_at(page))
    assert "Nothing is saved yet" in browser.post(ADDRESS, other).content.decode()
    assert day_of(cast) is None


def test_a_day_to_come_is_looked_at_on_that_day(cast: Cast) -> None:
    soon = timezone.localdate() + timedelta(days=5)
    page = signed_in(cast.chair).post(ADDRESS, typed(soon)).content.decode()
    assert f"on {long_day(soon)}</h2>" in page


def test_the_day_that_holds_already_is_not_offered_to_be_saved(cast: Cast) -> None:
    begin(cast)
    page = signed_in(cast.chair).post(ADDRESS, typed()).content.decode()
    assert "This day holds already" in page
    assert "looked_at" not in page and "Save this day" not in page


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (timezone.localdate() + timedelta(days=32), "which is a month ahead"),
        (date(2025, 2, 28), "Enter a day from 1 March 2025"),
    ],
)
def test_a_refused_day_keeps_what_was_typed(cast: Cast, on: date, said: str) -> None:
    page = signed_in(cast.chair).post(ADDRESS, typed(on)).content.decode()
    assert said in page
    assert "Every team is trained" in page and f'value="{on.year}"' in page
    assert "Save this day" not in page


def test_a_reason_is_asked_for(cast: Cast) -> None:
    page = signed_in(cast.chair).post(ADDRESS, typed(why=" ")).content.decode()
    assert "Answer “Why?”" in page
    assert "Save this day" not in page


def test_whoever_only_loads_returns_is_asked_what_else_is_recorded(cast: Cast) -> None:
    browser = signed_in(cast.chair)
    asks = "They also record new homes, orders and ends of care"
    assert asks not in browser.get(ADDRESS).content.decode()
    Authority.objects.filter(pk=cast.authority.pk).update(
        records_live=False, known_to=date(2025, 12, 31)
    )
    page = browser.get(ADDRESS).content.decode()
    assert asks in page and "as they stood on 31 December 2025" in page
    assert "No wait would begin" in browser.post(ADDRESS, typed()).content.decode()
    page = browser.post(ADDRESS, typed(live="on")).content.decode()
    assert "waits of 2 children would begin" in page
    browser.post(ADDRESS, typed(live="on", looked_at=looked_at(page)))
    cast.authority.refresh_from_db()
    assert cast.authority.records_live and cast.authority.recorded_from == FIRST


def test_children_out_of_reach_are_counted_and_not_named(cast: Cast) -> None:
    held = Restriction.objects.create(
        child=cast.tomas,
        kind="excluded",
        reason="Knows the family",
        set_by=cast.guardian,
        starts_on=date(2020, 1, 1),
    )
    held.people.create(user=cast.chair)
    page = signed_in(cast.chair).post(ADDRESS, typed()).content.decode()
    assert "of 2 children would begin" in page
    assert "Tomas" not in page
    assert "And 1 more." in page


@pytest.mark.parametrize(
    "who", ["manager", "social_worker", "board_member", "administrator", "iro"]
)
def test_others_are_refused(cast: Cast, who: str) -> None:
    user: User = getattr(cast, who)
    assert signed_in(user).get(ADDRESS).status_code == 403
    assert signed_in(user).post(ADDRESS, typed()).status_code == 403
    assert day_of(cast) is None


def test_another_authority_is_not_there(cast: Cast) -> None:
    assert signed_in(cast.chair).get(f"{ADDRESS}?authority=ELSE").status_code == 404


# The ways to it


def test_the_limits_and_the_gaps_lead_to_it(cast: Cast) -> None:
    browser = signed_in(cast.chair)
    link = f'href="{ADDRESS}?authority=CAST"'
    assert link in browser.get("/clocks/limits/").content.decode()
    assert link in browser.get("/tracker/gaps/").content.decode()
    assert link not in signed_in(cast.manager).get("/tracker/gaps/").content.decode()
    begin(cast)
    assert "run from 2 March 2026" in browser.get("/clocks/limits/").content.decode()
    assert link not in browser.get("/tracker/gaps/").content.decode()
