"""The tracker queue: who sees whom, in which order, under which filters, and that it is noted."""

import re
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import QueryDict
from django.test import Client

from casetrack.audit import AuditEvent
from casetrack.models import CarePeriod, Child, User
from oversight import finds
from oversight.clocks.registry import CLOCKS
from oversight.models import ClockRow, SavedView
from oversight.queue_filters import Filters
from oversight.tracker import PAGE, page_of, whole_list
from oversight.waits import Wait, running
from permanence.models import PermanencePlan
from placements.models import Placement
from tests import timeline
from tests.answered import justified
from tests.cast import DAY, Cast, signed_in

AS_AT = f"as_at={DAY.isoformat()}"


def text(user: User, query: str = "") -> str:
    answer = signed_in(user).get(f"/tracker/?{AS_AT}&{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def names(page: str) -> list[str]:
    return re.findall(r'class="child-name"[^>]*>([^<]+)</a>', page)


def listed(user: User, query: str = "") -> list[str]:
    return names(text(user, query))


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("manager", ["Amara Bello"]),
        ("chair", ["Amara Bello", "Tomas Bello"]),
        ("iro", ["Amara Bello", "Tomas Bello"]),
        ("social_worker", ["Amara Bello"]),
        ("data_officer", ["Amara Bello", "Tomas Bello"]),
        ("stranger", ["Noor Bello"]),
    ],
)
def test_each_sees_their_own_children(cast: Cast, who: str, seen: list[str]) -> None:
    assert listed(getattr(cast, who)) == seen


def test_a_board_member_is_refused(cast: Cast) -> None:
    assert signed_in(cast.board_member).get("/tracker/").status_code == 403


def test_nobody_gets_in_without_signing_in(cast: Cast, client: Any) -> None:
    assert client.get("/tracker/")["Location"].startswith("/sign-in/")


def test_the_heading_is_the_finding(cast: Cast) -> None:
    assert '<h1 class="finding">2 children, 2 past a limit</h1>' in text(cast.chair)
    assert "2 children past a limit</h1>" in text(cast.chair, "show=red")
    assert "0 children for whom we cannot tell</h1>" in text(cast.chair, "show=cannot-tell")


def test_a_row_says_what_the_manager_needs(cast: Cast) -> None:
    page = text(cast.manager)
    for said in (
        "122 days over",
        "Placement order to match",
        "243 days of 121",
        "4 y 8 m · in care 1 y 3 m",
        "Adoption",
        "Placement order 1 Oct 2025",
        "contingency: long-term fostering",
        "Foster home",
        "1 y 3 m · 1st home",
        "N. Okafor",
    ):
        assert said in page, said


def test_reading_the_list_is_written_down_once(cast: Cast) -> None:
    text(cast.chair)
    event = AuditEvent.objects.get(kind="read")
    assert event.children == sorted([cast.amara.pk, cast.tomas.pk])
    assert (event.what, event.username, event.details) == (
        "tracker",
        "chair",
        {"as_at": DAY.isoformat()},
    )


@pytest.mark.parametrize(
    ("query", "seen"),
    [
        ("show=red", ["Amara Bello", "Tomas Bello"]),
        ("show=red&clock=review-due", []),
        ("clock=review-due", ["Amara Bello", "Tomas Bello"]),
        ("show=30", ["Amara Bello", "Tomas Bello"]),
        ("route=adoption", ["Amara Bello", "Tomas Bello"]),
        ("route=home", []),
        ("route=none", []),
        ("home=foster", ["Amara Bello", "Tomas Bello"]),
        ("home=adoptive", []),
        ("age=1-4", ["Amara Bello"]),
        ("age=5-9", ["Tomas Bello"]),
        ("age=16-17", []),
        (
            "team=nonsense&worker=nonsense&clock=nonsense&sort=nonsense",
            ["Amara Bello", "Tomas Bello"],
        ),
    ],
)
def test_filters(cast: Cast, query: str, seen: list[str]) -> None:
    assert listed(cast.chair, query) == seen


def look_for(user: User, words: str, query: str = "") -> tuple[Client, str]:
    """The browser after the words were posted, and the address to which that led."""
    client = signed_in(user)
    answer = client.post(f"/tracker/?{AS_AT}&{query}", {"words": words})
    assert answer.status_code == 302
    return client, answer["Location"]


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("amara", ["Amara Bello"]),
        ("bello tomas", ["Tomas Bello"]),
        ("Thomas Belo", ["Tomas Bello"]),
        ("a2", ["Tomas Bello"]),
        ("30/11/2019", ["Tomas Bello"]),
        ("100%", []),
        ("Noor", []),
    ],
)
def test_what_is_looked_for_is_found_however_it_is_spelled(
    cast: Cast, words: str, seen: list[str]
) -> None:
    client, address = look_for(cast.chair, words)
    assert names(client.get(address).content.decode()) == seen


def test_what_is_looked_for_stands_in_no_address(cast: Cast) -> None:
    client, address = look_for(cast.chair, "Amara", "show=red&sort=-name&route=adoption")
    asked = parse_qs(urlsplit(address).query)
    mark = asked.pop("find")
    assert asked == {
        "show": ["red"],
        "sort": ["-name"],
        "route": ["adoption"],
        "as_at": [DAY.isoformat()],
    }
    page = client.get(address).content.decode()
    addresses = re.findall(r'(?:href|action)="([^"]*)"', page)
    assert any(mark[0] in each for each in addresses)
    assert not [each for each in addresses if "amara" in each.lower()]


def test_it_is_a_chip_that_can_be_removed(cast: Cast) -> None:
    client, address = look_for(cast.chair, "Amara")
    page = client.get(address).content.decode()
    chip = re.search(r'<a class="chip chip-on" href="([^"]*)">“Amara”', page)
    assert chip
    assert len(names(client.get(f"/tracker/{chip[1].replace('&amp;', '&')}").content.decode())) == 2


def test_two_lists_look_for_two_things_and_the_same_words_keep_their_mark(cast: Cast) -> None:
    client, amara = look_for(cast.chair, "Amara")
    tomas = client.post(f"/tracker/?{AS_AT}", {"words": "Tomas"})["Location"]
    assert names(client.get(amara).content.decode()) == ["Amara Bello"]
    assert names(client.get(tomas).content.decode()) == ["Tomas Bello"]
    assert client.post(amara, {"words": "Amara"})["Location"] == amara


def test_only_the_newest_are_kept(cast: Cast) -> None:
    client, amara = look_for(cast.chair, "Amara")
    for number in range(finds.MOST):
        client.post("/tracker/", {"words": f"Tomas {number}"})
    assert len(finds.kept(client.session)) == finds.MOST
    page = client.get(amara).content.decode()
    assert "is no longer kept" in page
    assert names(page) == ["Amara Bello", "Tomas Bello"]


def test_a_mark_means_nothing_to_somebody_else(cast: Cast) -> None:
    _, address = look_for(cast.chair, "Amara")
    page = signed_in(cast.iro).get(address).content.decode()
    assert "is no longer kept" in page and "Amara Bello" in names(page)


@pytest.mark.parametrize("typed", ["", "a", "a b c d e f g h i"])
def test_too_little_or_too_much_is_said_beside_the_box_and_kept_in_it(
    cast: Cast, typed: str
) -> None:
    page = signed_in(cast.chair).post("/tracker/", {"words": typed}).content.decode()
    assert page.count("Enter ") >= 2 and "There is a problem" in page
    assert f'name="words" type="text" maxlength="100" value="{typed}"' in page


def test_a_name_in_an_old_address_is_not_taken_up(cast: Cast) -> None:
    page = text(cast.chair, "q=Amara")
    assert names(page) == ["Amara Bello", "Tomas Bello"]
    assert "q=" not in page


def test_filters_by_worker_and_team(cast: Cast) -> None:
    assert listed(cast.chair, f"worker={cast.south_worker.uuid}") == ["Tomas Bello"]
    assert listed(cast.chair, f"team={cast.north_worker.team_id}") == ["Amara Bello"]
    assert "N. Okafor <span" in text(cast.chair, f"worker={cast.north_worker.uuid}")


def test_a_team_of_another_authority_shows_nobody(cast: Cast) -> None:
    assert listed(cast.stranger, f"team={cast.north_worker.team_id}") == []


@pytest.mark.parametrize(
    ("sort", "seen"),
    [
        ("name", ["Amara Bello", "Tomas Bello"]),
        ("-name", ["Tomas Bello", "Amara Bello"]),
        ("age", ["Tomas Bello", "Amara Bello"]),
        ("-age", ["Amara Bello", "Tomas Bello"]),
        ("worker", ["Amara Bello", "Tomas Bello"]),
        ("-worker", ["Tomas Bello", "Amara Bello"]),
        ("care", ["Amara Bello", "Tomas Bello"]),
    ],
)
def test_sorting(cast: Cast, sort: str, seen: list[str]) -> None:
    assert listed(cast.chair, f"sort={sort}") == seen


def test_the_order_is_announced(cast: Cast) -> None:
    page = text(cast.chair, "sort=-name")
    assert 'aria-sort="descending"' in page
    assert "Sorted by last name, Z to A." in page


def test_chips_count_what_they_show(cast: Cast) -> None:
    visible = Child.objects.visible_to(cast.chair)
    many(cast, 40)

    def rows(query: str) -> int:
        return len(page_of(visible, Filters.read(QueryDict(f"{AS_AT}&{query}"), DAY)).rows)

    chips = page_of(visible, Filters.read(QueryDict(AS_AT), DAY)).chips
    assert {name: rows(f"show={name}") for name in chips.show} == chips.show
    assert {code: rows(f"clock={code}") for code in chips.clock} == chips.clock


def test_chips_count_within_the_other_filters(cast: Cast) -> None:
    filters = Filters.read(QueryDict(f"{AS_AT}&clock={'placement-order-to-match'}&show=red"), DAY)
    chips = page_of(Child.objects.visible_to(cast.chair), filters).chips
    assert (chips.total, chips.of_clock, chips.listed, chips.show["red"]) == (2, 2, 2, 2)
    assert set(chips.clock) == set(CLOCKS)


def test_a_justified_delay_is_counted_past_its_limit_and_has_a_chip_of_its_own(
    cast: Cast,
) -> None:
    before = text(cast.chair)
    for wait in ClockRow.objects.as_at(DAY).filter(child=cast.amara, state="red"):
        justified(wait, on=DAY, until=date(2026, 8, 1), by=cast.chair)
    page = text(cast.chair)
    assert "2 children, 2 past a limit" in before
    assert "2 children, 2 past a limit" in page
    assert listed(cast.chair, "show=red") == ["Tomas Bello"]
    assert listed(cast.chair, "show=justified") == ["Amara Bello"]


def test_a_past_day_shows_that_day(cast: Cast) -> None:
    page = signed_in(cast.manager).get("/tracker/?as_at=2025-12-31").content.decode()
    assert "due in 30 days" in page
    assert "Placement order to match" in page
    assert "2 y 3 m" not in page


def test_before_care_began_there_is_nobody(cast: Cast) -> None:
    page = signed_in(cast.manager).get("/tracker/?as_at=2025-02-28").content.decode()
    assert "0 children, none past a limit" in page
    assert "No child matches." in page


def test_a_day_typed_in_three_boxes(cast: Cast) -> None:
    page = signed_in(cast.chair).get(
        "/tracker/?as_at-day=31&as_at-month=12&as_at-year=2025&show=red"
    )
    assert "As at Wednesday 31 December 2025" in page.content.decode()


@pytest.mark.parametrize("typed", ["31 2 2026", "x 1 2026", "1 1 26", "1 1 1815", "1  2026"])
def test_a_wrong_day_is_said_and_today_is_shown(cast: Cast, typed: str) -> None:
    day, month, year = typed.split(" ")
    page = signed_in(cast.chair).get(
        f"/tracker/?as_at-day={day}&as_at-month={month}&as_at-year={year}"
    )
    assert "Enter" in page.content.decode()
    assert page.status_code == 200


def test_nothing_known_since_is_said(cast: Cast) -> None:
    cast.authority.records_live = False
    cast.authority.known_to = date(2026, 3, 31)
    cast.authority.save()
    page = text(cast.manager)
    assert "Nothing known since 31 March 2026; shown as at that day." in page
    assert "60 days over" in page


def test_a_day_yet_to_come_is_said(cast: Cast) -> None:
    page = signed_in(cast.manager).get("/tracker/?as_at=2049-01-01").content.decode()
    assert "That day has not come" in page


def test_short_breaks_are_left_out(cast: Cast) -> None:
    timeline.child("care 2026-01-01; status V4 2026-01-01", authority=cast.authority)
    assert len(listed(cast.chair)) == 2


def test_a_child_without_a_clock_or_a_name_is_still_listed(cast: Cast) -> None:
    timeline.child("care 2026-01-01", authority=cast.authority, reference="Z9")
    page = text(cast.chair)
    assert names(page)[-1] == "Child Z9"
    assert "No clock is running." in page
    assert "Legal status not known" in page


def many(cast: Cast, number: int) -> None:
    """More than a page of children, whose reviews fall due one day after another."""
    start = date(2025, 1, 1)
    children = Child.objects.bulk_create(
        Child(authority=cast.authority, reference=f"M{place:03}", expected_on=start)
        for place in range(number)
    )
    CarePeriod.objects.bulk_create(CarePeriod(child=child, starts_on=start) for child in children)
    ClockRow.objects.bulk_create(
        ClockRow(
            child=child,
            clock=("review-due", "placement-order-to-match")[place % 2],
            subject="child",
            started_on=start,
            start_known=place % 7 > 0,
            runs_from=start,
            stopped_by="",
            missing="",
            note="",
            warn_on=start,
            due_on=DAY + timedelta(days=place % 9 - 4),
        )
        for place, child in enumerate(children)
    )


@pytest.mark.parametrize("sort", ["serious", "-name", "age", "care", "worker"])
def test_pages_join_without_a_gap(cast: Cast, sort: str) -> None:
    many(cast, 2 * PAGE + 7)
    visible = Child.objects.visible_to(cast.chair)
    filters = Filters.read(QueryDict(f"{AS_AT}&sort={sort}"), DAY)
    whole = [row.uuid for row in whole_list(visible, filters)]
    assert len(whole) == 2 * PAGE + 9
    read: list[Any] = []
    page = page_of(visible, filters)
    assert not page.earlier
    while True:
        read += [row.uuid for row in page.rows]
        if not page.later:
            break
        following = Filters.read(QueryDict(f"{AS_AT}&sort={sort}&after={read[-1]}"), DAY)
        page = page_of(visible, following)
        assert page.earlier
    assert read == whole
    before = Filters.read(QueryDict(f"{AS_AT}&sort={sort}&before={whole[PAGE]}"), DAY)
    back = page_of(visible, before)
    assert [row.uuid for row in back.rows] == whole[:PAGE]
    assert (back.earlier, back.later) == (False, True)


def test_the_order_of_seriousness_is_the_same_in_python(cast: Cast) -> None:
    many(cast, 30)
    rows = whole_list(Child.objects.visible_to(cast.chair), Filters.read(QueryDict(AS_AT), DAY))
    worst = [(*Wait(row.worst.row).key[:4], row.reference) for row in rows if row.worst]
    assert worst == sorted(worst)
    assert all(row.worst is row.waits[0] for row in rows if row.worst)


def test_a_place_that_has_gone_starts_again_and_says_so(cast: Cast) -> None:
    page = text(cast.chair, f"after={cast.noor.uuid}")
    assert "so it starts again" in page
    assert names(page) == ["Amara Bello", "Tomas Bello"]


def test_an_address_leads_back_to_itself(cast: Cast) -> None:
    query = (
        f"find=ab12&team=3&worker={cast.north_worker.uuid}&clock=review-due&show=30&route=none&home=foster"
        f"&age=5-9&sort=-care&after={cast.amara.uuid}&{AS_AT}&columns=chosen&column=home&column=iro"
    )
    known = {"ab12": "Amara"}
    filters = Filters.read(QueryDict(query), date(2026, 7, 1), known)
    again = Filters.read(QueryDict(filters.here), date(2026, 7, 1), known)
    assert again == filters
    assert parse_qs(filters.here) == parse_qs(query)


def test_columns_can_be_chosen(cast: Cast) -> None:
    page = text(cast.manager, "columns=chosen&column=iro&column=reference")
    assert "I. Ashdown" in page
    assert ">A1<" in page
    assert 'data-label="Home"' not in page
    assert 'data-label="Worker"' not in page


def test_at_most_two_further_flags_then_how_many_more(cast: Cast) -> None:
    for code in ("placed-with-parents", "interim-care-order", "care-order-to-permanence"):
        ClockRow.objects.create(
            child=cast.amara,
            clock=code,
            subject="child",
            started_on=date(2024, 7, 1),
            start_known=True,
            runs_from=date(2024, 7, 1),
            stopped_by="",
            missing="",
            note="",
            warn_on=date(2024, 7, 2),
            due_on=date(2025, 7, 1),
        )
    page = text(cast.manager)
    flags = page[page.index('<ul class="flags">') : page.index("</ul>", page.index('"flags"'))]
    shown = len(running(DAY).filter(child=cast.amara).exclude(state="green")) - 1
    assert flags.count('<span class="tag') == 2
    assert f"{shown - 2} more<" in flags


def test_paper_has_the_whole_list_and_a_sentence(cast: Cast) -> None:
    many(cast, PAGE + 5)
    page = text(cast.chair, "whole=yes&show=red&route=adoption")
    assert "Shown: Adoption, past limit, 2 children, as at 1 June 2026." in page
    assert len(listed(cast.chair, "whole=yes")) == PAGE + 7


def test_saved_views_are_ones_own(cast: Cast) -> None:
    SavedView.objects.create(user=cast.chair, name="Mine", query="show=red")
    SavedView.objects.create(user=cast.iro, name="Theirs", query="show=30")
    page = text(cast.chair)
    assert "Mine" in page
    assert "Theirs" not in page


def test_who_may_not_act_sees_no_button(cast: Cast) -> None:
    page = text(cast.social_worker)
    assert "Assign an action" not in page
    assert "Note a reason" in page
    assert "Export" not in page


def test_what_people_typed_is_never_markup(cast: Cast) -> None:
    Child.objects.filter(pk=cast.amara.pk).update(first_name="<b>Amara</b>")
    client, address = look_for(cast.manager, "<script>alert</script>")
    page = client.get(address).content.decode()
    assert "&lt;script&gt;alert" in page and "<script>alert" not in page
    assert "<b>Amara" not in text(cast.manager)


def test_the_plan_and_home_of_the_day_are_shown(cast: Cast) -> None:
    PermanencePlan.objects.filter(child=cast.amara).delete()
    Placement.objects.filter(child=cast.amara).delete()
    page = text(cast.manager)
    assert "<strong>No agreed plan</strong>" in page
    assert "Not known" in page
