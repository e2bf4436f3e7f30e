"""An authority's own limits: what the page shows, what a change would do, and what it does."""

import re
from datetime import date
from typing import Any

import pytest

from casetrack.audit import AuditEvent
from casetrack.models import Child, User
from oversight.actions import limits
from oversight.actions.limits import LimitRefused, Wanted
from oversight.clocks import engine
from oversight.clocks.registry import CLOCKS
from oversight.models import ClockRow, ClockSetting
from tests import timeline
from tests.cast import Cast, signed_in

MATCH = "placement-order-to-match"
ADDRESS = f"/clocks/limits/{MATCH}/"
# On 2 November 2025 an order of 1 October has run for 32 days.
DAY = date(2025, 11, 2)
SHORTER = Wanted(clock=MATCH, starts_on=date(2025, 10, 1), enabled=True, limit=31, warning=20)


def typed(**changes: Any) -> dict[str, Any]:
    return {
        "enabled": "on",
        "limit": "3000",
        "warning": "2500",
        "starts_on-day": "1",
        "starts_on-month": "1",
        "starts_on-year": "2025",
        "why": "Agreed by the group in October",
        "number": "0b1f37a2-1f0e-4f6b-9d0f-0d6a35c4a111",
    } | changes


def looked_at(page: str) -> str:
    found = re.search(r'name="looked_at" value="([^"]+)"', page)
    assert found
    return found[1].replace("&#x27;", "'")


def states(day: date = DAY) -> dict[int, str]:
    return dict(ClockRow.objects.as_at(day).filter(clock=MATCH).values_list("child_id", "state"))


def test_a_preview_says_who_would_change_and_keeps_nothing(cast: Cast) -> None:
    before = list(ClockRow.objects.order_by("pk").values())
    changes = limits.changes(authority=cast.authority, wanted=SHORTER, day=DAY)
    assert [(each.child, each.before.state, each.after.state) for each in changes] == [
        (cast.amara.pk, "green", "red"),
        (cast.tomas.pk, "green", "red"),
    ]
    assert {each.after.due_on for each in changes} == {date(2025, 11, 1)}
    assert not ClockSetting.objects.exists()
    assert list(ClockRow.objects.order_by("pk").values()) == before
    assert engine.differences() == []


def test_what_was_previewed_is_what_comes_of_it(cast: Cast) -> None:
    foretold = {
        each.child: each.after.state
        for each in limits.changes(authority=cast.authority, wanted=SHORTER, day=DAY)
    }
    limits.set_limit(authority=cast.authority, wanted=SHORTER, why="Agreed", by=cast.chair)
    assert states() == foretold | {cast.noor.pk: "green"}
    assert engine.differences() == []
    event = AuditEvent.objects.get(what="limit.set")
    assert event.details["clock"] == MATCH
    assert event.details["limit"] == 31


def test_a_wait_that_began_before_the_day_keeps_its_limit(cast: Cast) -> None:
    later = Wanted(clock=MATCH, starts_on=date(2025, 10, 2), enabled=True, limit=31)
    assert limits.changes(authority=cast.authority, wanted=later, day=DAY) == []
    limits.set_limit(authority=cast.authority, wanted=later, why="Agreed", by=cast.chair)
    assert set(states().values()) == {"green"}


def test_switched_off_there_is_no_wait(cast: Cast) -> None:
    off = Wanted(clock=MATCH, starts_on=date(2025, 10, 1), enabled=False)
    changes = limits.changes(authority=cast.authority, wanted=off, day=DAY)
    assert [(each.before.state, each.after.state) for each in changes] == [("green", None)] * 2
    limits.set_limit(authority=cast.authority, wanted=off, why="Agreed", by=cast.chair)
    assert states() == {cast.noor.pk: "green"}


def test_what_heeds_a_setting_changes_with_it(cast: Cast) -> None:
    child = timeline.child(
        "recorded 2024-01-01; born 2021-03-15; care 2024-01-02; status C2 2024-01-02;"
        " review 2024-01-30; review 2024-04-24",
        authority=cast.authority,
    )
    engine.refresh()
    quarterly = Wanted(clock="review-under-fives", starts_on=date(2024, 4, 24), enabled=True)
    changes = limits.changes(authority=cast.authority, wanted=quarterly, day=date(2024, 6, 6))
    assert [(each.child, each.before.state, each.after.state) for each in changes] == [
        (child.pk, "green", "red"),
        (child.pk, None, "green"),
    ]
    limits.set_limit(authority=cast.authority, wanted=quarterly, why="Agreed", by=cast.chair)
    mid_point = ClockRow.objects.get(child=child, clock="mid-point", stopped_by="turned 18")
    assert mid_point.due_on == date(2024, 6, 5)
    assert engine.differences() == []


def test_a_later_wish_ends_what_holds_and_replaces_what_was_to_come(cast: Cast) -> None:
    for starts_on, limit in (
        (date(2025, 1, 1), 50),
        (date(2026, 1, 1), 60),
        (date(2025, 6, 1), 70),
    ):
        wanted = Wanted(clock=MATCH, starts_on=starts_on, enabled=True, limit=limit)
        limits.set_limit(authority=cast.authority, wanted=wanted, why="Agreed", by=cast.chair)
    held = ClockSetting.objects.order_by("starts_on").values_list("starts_on", "ends_on", "limit")
    assert list(held) == [
        (date(2025, 1, 1), date(2025, 6, 1), 50),
        (date(2025, 6, 1), None, 70),
    ]
    back = Wanted(clock=MATCH, starts_on=date(2025, 1, 1), enabled=True)
    limits.set_limit(authority=cast.authority, wanted=back, why="As usual again", by=cast.chair)
    assert not ClockSetting.objects.exists()


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"clock": "review-due", "enabled": False}, "The law sets this clock"),
        ({"clock": "review-due", "limit": 10}, "comes from the record itself"),
        ({"clock": MATCH, "limit": 0}, "Enter a number from 1 to 3650."),
        ({"clock": MATCH, "limit": 80, "warning": 81}, "The warning comes before the limit."),
        ({"clock": MATCH, "warning": 122}, "The warning comes before the limit."),
        ({"clock": "review-due", "warning": 3}, "warning comes from the record itself"),
    ],
)
def test_what_cannot_be_set(cast: Cast, wanted: dict[str, Any], said: str) -> None:
    wish = Wanted(**{"starts_on": date(2025, 1, 1), "enabled": True} | wanted)
    with pytest.raises(LimitRefused, match=said):
        limits.set_limit(authority=cast.authority, wanted=wish, why="Agreed", by=cast.chair)
    assert not ClockSetting.objects.exists()


def test_what_the_law_sets_may_be_shorter_and_never_longer(cast: Cast) -> None:
    legal = next(c for c in CLOCKS.values() if c.statutory and c.limit and c.limit.count > 3)
    assert legal.limit
    of_law = legal.limit.count
    for limit, refused in ((of_law - 1, False), (of_law, False), (of_law + 1, True)):
        wish = Wanted(clock=legal.code, starts_on=date(2025, 1, 1), enabled=True, limit=limit)
        assert bool(limits.why_not(wish)) is refused


def test_a_clock_of_what_is_not_recorded_here_may_be_switched_off(cast: Cast) -> None:
    unrecorded = next(c for c in CLOCKS.values() if c.statutory and c.recorded)
    assert not limits.why_not(Wanted(unrecorded.code, date(2025, 1, 1), enabled=False))


def test_the_list_shows_what_is_set(cast: Cast) -> None:
    limits.set_limit(authority=cast.authority, wanted=SHORTER, why="Agreed", by=cast.chair)
    page = signed_in(cast.chair).get("/clocks/limits/").content.decode()
    assert "Castle Council has set 1 limit of its own" in page
    assert "31 days" in page
    for clock in CLOCKS.values():
        assert f'href="/clocks/limits/{clock.code}/' in page


def test_save_comes_after_the_look(cast: Cast) -> None:
    browser = signed_in(cast.chair)
    page = browser.post(ADDRESS, typed()).content.decode()
    assert "2 children would change state today" in page
    assert "Amara Bello" in page
    assert "Noor" not in page
    assert not ClockSetting.objects.exists()
    assert AuditEvent.objects.get(what="limits.preview").children == [
        cast.amara.pk,
        cast.tomas.pk,
    ]
    saved = browser.post(ADDRESS, typed(looked_at=looked_at(page)), follow=True)
    assert "the limit is set." in saved.content.decode()
    assert ClockSetting.objects.get().limit == 3000
    again = browser.post(ADDRESS, typed(looked_at=looked_at(page)), follow=True)
    assert again.status_code == 200
    assert ClockSetting.objects.count() == 1


def test_what_was_changed_after_the_look_is_looked_at_again(cast: Cast) -> None:
    browser = signed_in(cast.chair)
    page = browser.post(ADDRESS, typed()).content.decode()
    page = browser.post(ADDRESS, typed(looked_at=looked_at(page), limit="3100")).content.decode()
    assert "Nothing is saved yet" in page
    assert not ClockSetting.objects.exists()


def test_a_wrong_form_keeps_what_was_typed(cast: Cast) -> None:
    page = signed_in(cast.chair).post(ADDRESS, typed(limit="20", why="")).content.decode()
    assert 'value="20"' in page
    assert "The warning comes before the limit." in page
    assert "would change state" not in page.split("</form>")[0].replace("See who", "")


def test_children_out_of_reach_are_counted_and_not_named(cast: Cast) -> None:
    from casetrack.models import Restriction

    held = Restriction.objects.create(
        child=cast.tomas,
        kind="excluded",
        reason="Knows the family",
        set_by=cast.guardian,
        starts_on=date(2020, 1, 1),
    )
    held.people.create(user=cast.chair)
    page = signed_in(cast.chair).post(ADDRESS, typed()).content.decode()
    assert "2 children would change state today" in page
    assert "Tomas" not in page
    assert "And 1 more." in page


@pytest.mark.parametrize(
    "who", ["manager", "social_worker", "board_member", "administrator", "iro"]
)
def test_others_are_refused(cast: Cast, who: str) -> None:
    user: User = getattr(cast, who)
    assert signed_in(user).get("/clocks/limits/").status_code == 403
    assert signed_in(user).post(ADDRESS, typed()).status_code == 403
    assert not ClockSetting.objects.exists()


def test_another_authority_is_not_there(cast: Cast) -> None:
    browser = signed_in(cast.chair)
    assert browser.get("/clocks/limits/?authority=ELSE").status_code == 404
    assert browser.get("/clocks/limits/no-such-clock/").status_code == 404
    assert Child.objects.count() == 3


@pytest.mark.parametrize("few", [0, engine.FEW])
def test_supposing_is_undone_even_when_reading_fails(
    cast: Cast, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> None:
        raise RuntimeError("not read")

    monkeypatch.setattr(engine, "FEW", few)
    with pytest.raises(RuntimeError):
        engine.supposing(lambda: None, [cast.amara.pk], fails)
    assert states().keys() == {cast.amara.pk, cast.tomas.pk, cast.noor.pk}
