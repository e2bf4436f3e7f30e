"""The page of the reviewing officers: workload, what is late, who stands in, who is overlooked."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casetrack.actions import restrictions
from casetrack.audit import AuditEvent
from casetrack.models import Allocation, Child, Cover, Restriction, User, Worker
from oversight.clocks.engine import refresh
from oversight.officers.desk import desk, looked_at, not_looked_at
from permanence.models import Challenge, Visit
from tests import timeline
from tests.cast import Cast, a_user, a_worker, signed_in

TODAY = date(2026, 6, 1)
CARE = "care 2025-03-01; status C2 2025-03-01; home U6 2025-03-01"
HELD = "review 2025-03-20; review 2025-06-10; review 2025-12-01"


@pytest.fixture
def leader(cast: Cast) -> User:
    return a_user("leader", cast.authority, "iro-manager")


@pytest.fixture
def other(cast: Cast) -> Worker:
    return a_worker(cast.authority, "O. Brandt", None, a_user("other-iro", cast.authority, "iro"))


def child_of(worker: Worker, history: str, name: str = "Kit") -> Child:
    """A child of the officer's, whose clocks are computed."""
    made = timeline.child(f"{CARE}; {history}", authority=worker.authority)
    Child.objects.filter(pk=made.pk).update(first_name=name)
    Allocation.objects.create(child=made, worker=worker, role="iro", starts_on=date(2025, 3, 2))
    refresh([made.pk])
    return made


def everybody(cast: Cast) -> Any:
    return Child.objects.filter(authority=cast.authority)


def page(user: User, address: str = "/officers/") -> str:
    return signed_in(user).get(address).content.decode()


def form_of(absent: Worker, stands_in: Worker, first: date, back: date) -> dict[str, Any]:
    boxes = {
        f"{name}-{part}": str(getattr(day, part))
        for name, day in (("starts_on", first), ("ends_on", back))
        for part in ("day", "month", "year")
    }
    return {"absent": absent.uuid, "stands_in": stands_in.uuid, **boxes}


# What the table says, as at a day


def test_each_officer_has_their_children_and_what_is_late(cast: Cast, other: Worker) -> None:
    late = child_of(other, "review 2025-03-20; review 2025-06-10; review 2025-11-10")
    child_of(other, f"{HELD}; review 2026-05-20")
    Challenge.objects.create(
        child=late, raised_on="2026-05-01", theme="drift", concern="It has not moved."
    )
    Challenge.objects.create(
        child=late,
        raised_on="2026-04-01",
        theme="drift",
        concern="It had not moved.",
        closed_on="2026-04-20",
        outcome="as-asked",
        effect="It moves.",
    )
    row = next(
        row for row in desk(cast.authority, everybody(cast), TODAY).rows if row.worker == other
    )
    assert (row.children, row.reviews, row.challenges) == (2, 1, 1)
    before = desk(cast.authority, everybody(cast), date(2026, 5, 10)).rows
    assert next(row for row in before if row.worker == other).reviews == 0


def test_mid_points_late_are_counted_apart(cast: Cast, other: Worker) -> None:
    cast.authority.recorded_from = date(2025, 1, 1)
    cast.authority.save()
    child_of(other, HELD)
    child_of(other, f"{HELD}; mid-point in-time 2026-02-20")
    found = {
        row.worker: row for row in desk(cast.authority, everybody(cast), date(2026, 4, 1)).rows
    }
    assert (found[other].mid_points, found[other].reviews) == (1, 0)


def test_who_has_left_care_is_no_workload(cast: Cast, other: Worker) -> None:
    made = timeline.child("care 2025-03-01 .. 2026-05-01", authority=cast.authority)
    Allocation.objects.create(child=made, worker=other, role="iro", starts_on=date(2025, 3, 2))
    found = desk(cast.authority, everybody(cast), TODAY)
    assert next(row for row in found.rows if row.worker == other).children == 0
    assert found.idle == 1
    assert found.workload.each == (2,)


def test_children_without_an_officer_are_counted(cast: Cast) -> None:
    timeline.child(CARE, authority=cast.authority)
    assert desk(cast.authority, everybody(cast), TODAY).alone == 1


def test_most_children_first_and_the_load_beside_the_guidance(cast: Cast, other: Worker) -> None:
    rows = desk(cast.authority, everybody(cast), TODAY).rows
    assert [row.worker.name for row in rows] == ["I. Ashdown", "O. Brandt"]
    assert [row.load for row in rows] == ["fewer than 50", "fewer than 50"]


# Not looked at


LOOKS = [
    ("review 2026-03-10", date(2026, 3, 10)),
    ("mid-point in-time 2026-03-11", date(2026, 3, 11)),
    ("review 2026-01-05 adjourned=2026-01-05 completed=2026-03-12", date(2026, 3, 12)),
]


@pytest.mark.parametrize(("history", "since"), LOOKS)
def test_a_review_and_a_mid_point_are_looks(
    cast: Cast, other: Worker, history: str, since: date
) -> None:
    made = child_of(other, history)
    found = {each.child: each for each in looked_at(everybody(cast), TODAY)}
    assert (found[made.pk].since, found[made.pk].ever) == (since, True)


def test_a_visit_by_an_officer_is_one_and_by_others_none(cast: Cast, other: Worker) -> None:
    made = child_of(other, "review 2025-03-20")
    for visitor, day in (("iro", "2026-02-01"), ("social-worker", "2026-05-01")):
        Visit.objects.create(
            child=made, visited_on=day, visitor=visitor, place="home", seen="alone"
        )
    found = {each.child: each.since for each in looked_at(everybody(cast), TODAY)}
    assert found[made.pk] == date(2026, 2, 1)


def test_a_meeting_of_a_review_is_one(cast: Cast, other: Worker) -> None:
    made = child_of(other, "review 2025-12-01")
    review = made.review_facts.get()
    review.in_parts = True
    review.save()
    review.meetings.create(child=made, held_on=date(2026, 1, 9), with_whom="The child")
    found = {each.child: each.since for each in looked_at(everybody(cast), TODAY)}
    assert found[made.pk] == date(2026, 1, 9)


def test_weeks_count_from_the_last_look_or_from_coming_into_care(cast: Cast, other: Worker) -> None:
    made = child_of(other, "review 2026-03-02")
    new = timeline.child("care 2026-03-01", authority=cast.authority)
    before = timeline.child(
        "care 2024-01-01 .. 2024-09-01; review 2024-01-20; care 2026-02-01",
        authority=cast.authority,
    )

    def missed(day: date, weeks: int = 13) -> dict[int, bool]:
        return {each.child: each.ever for each in not_looked_at(everybody(cast), day, weeks)}

    assert made.pk not in missed(date(2026, 6, 1))
    assert missed(date(2026, 6, 2))[made.pk] is True
    assert missed(date(2026, 6, 1))[new.pk] is False
    assert new.pk not in missed(date(2026, 5, 31))
    assert missed(date(2026, 6, 1))[before.pk] is False  # a look in care before is none of now
    assert made.pk in missed(date(2026, 6, 1), weeks=8)


def test_what_happens_later_is_not_seen_before(cast: Cast, other: Worker) -> None:
    made = child_of(other, "review 2026-03-02; review 2026-05-30")
    found = {each.child: each.since for each in looked_at(everybody(cast), date(2026, 5, 1))}
    assert found[made.pk] == date(2026, 3, 2)


# The page


def test_the_page_says_what_is_guidance_law_and_our_own(leader: User, cast: Cast) -> None:
    text = page(leader)
    assert "1 reviewing officer. One officer has 2 children." in text
    assert "50 to 70 children" in text and "statutory guidance" in text
    assert "set by law" in text and "local practice" in text and "our own default" in text


def test_an_officer_s_name_leads_to_their_children(leader: User, cast: Cast) -> None:
    address = f"/my-children/?officer={cast.iro.worker.uuid}"
    assert address in page(leader)
    assert signed_in(leader).get(address).status_code == 200


def test_the_weeks_are_chosen(leader: User, other: Worker) -> None:
    week = timedelta(days=7)
    today = timezone.localdate()
    made = timeline.child(f"care {today - 60 * week}", authority=other.authority)
    Allocation.objects.create(child=made, worker=other, role="iro", starts_on=today - 59 * week)
    Child.objects.filter(pk=made.pk).update(first_name="Kit")
    Visit.objects.create(
        child=made, visited_on=today - 10 * week, visitor="iro", place="home", seen="alone"
    )
    list_of_other = f"/officers/children/?officer={other.uuid}&weeks="
    assert "Kit" not in page(leader, list_of_other + "13")
    assert "Kit" in page(leader, list_of_other + "8")
    assert "13 weeks" in page(leader, list_of_other + "999")
    assert f"officer={other.uuid}" in page(leader, "/officers/?weeks=8")
    event = AuditEvent.objects.filter(what="officers.children", children=[made.pk]).get()
    assert event.username == "leader"


def test_the_list_is_of_one_officer_of_all_or_of_none(
    leader: User, cast: Cast, other: Worker
) -> None:
    child_of(other, "review 2025-03-20", "Kit")
    alone = timeline.child(CARE, authority=cast.authority)
    Child.objects.filter(pk=alone.pk).update(first_name="Lou")
    everyone = page(leader, "/officers/children/?weeks=8")
    assert "Kit" in everyone and "Lou" in everyone
    own = page(leader, f"/officers/children/?weeks=8&officer={other.uuid}")
    assert "Kit" in own and "Lou" not in own and "of O. Brandt" in own
    nobody = page(leader, "/officers/children/?show=alone")
    assert "Lou" in nobody and "Kit" not in nobody
    assert "1 child has no reviewing officer" in nobody
    assert "never; in care since 1 March 2025" in nobody
    assert "Kit" in page(leader, "/officers/children/?weeks=8&officer=nonsense")


def test_a_restricted_child_is_neither_counted_nor_listed(
    leader: User, cast: Cast, other: Worker
) -> None:
    hidden = child_of(other, "review 2025-03-20", "Hidden")
    restrictions.restrict(
        child=hidden,
        kind=Restriction.Kind.RESTRICTED,
        reason="A relative works here.",
        people=[cast.manager, cast.iro, cast.chair],
        on=timezone.localdate(),
        by=cast.guardian,
    )
    assert "Hidden" not in page(leader, "/officers/children/?weeks=8")
    assert "2 reviewing officers. One officer has 2 children." in page(leader)


@pytest.mark.parametrize("address", ["/officers/", "/officers/children/"])
def test_only_who_leads_the_officers_may(cast: Cast, address: str) -> None:
    for user in (cast.iro, cast.manager, cast.chair, cast.service_manager, cast.board_member):
        assert signed_in(user).get(address).status_code == 403


def test_another_authority_is_not_there(leader: User) -> None:
    for address in ("/officers/", "/officers/children/"):
        assert signed_in(leader).get(f"{address}?authority=ELSE").status_code == 404


def test_it_asks_as_much_for_few_as_for_many(leader: User, cast: Cast, other: Worker) -> None:
    def asked() -> list[int]:
        client, found = signed_in(leader), []
        for address in ("/officers/", "/officers/children/?weeks=8"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            found.append(len(queries))
        return found

    child_of(other, "review 2025-03-20")
    before = asked()
    for number in range(6):
        worker = a_worker(cast.authority, f"W{number}", None, None)
        child_of(worker, "review 2025-03-20", f"Kit{number}")
    assert asked() == before


# Cover


def test_cover_is_arranged_on_the_page(leader: User, cast: Cast, other: Worker) -> None:
    today = timezone.localdate()
    typed = form_of(cast.iro.worker, other, today, today + timedelta(days=9))
    answer = signed_in(leader).post("/officers/?authority=CAST", typed)
    assert answer["Location"] == "/officers/?authority=CAST"
    cover = Cover.objects.get()
    assert (cover.absent, cover.stands_in) == (cast.iro.worker, other)
    assert AuditEvent.objects.get(what="cover.arranged").username == "leader"
    text = page(leader)
    assert "away, back on" in text and "O. Brandt stands in" in text
    assert "stands in for I. Ashdown until" in text
    assert f"/officers/cover/{cover.pk}/end/" in text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"absent": ""}, "Choose who is away"),
        ({"stands_in": ""}, "Choose who stands in"),
        ({"ends_on-day": "40"}, "Enter a real date"),
        ({"stands_in": "the same"}, "Nobody stands in for themselves"),
        ({"ends_on-year": "2020"}, "The first day back must be after the first day away"),
        ({"stands_in": "a worker"}, "There is a problem"),
    ],
)
def test_what_is_wrong_is_said(
    leader: User, cast: Cast, other: Worker, change: dict[str, str], words: str
) -> None:
    whom = {"the same": cast.iro.worker.uuid, "a worker": cast.north_worker.uuid}
    today = timezone.localdate()
    typed = form_of(cast.iro.worker, other, today, today + timedelta(days=9))
    typed |= {name: whom.get(value, value) for name, value in change.items()}
    text = signed_in(leader).post("/officers/", typed).content.decode()
    assert "There is a problem" in text and words in text
    assert not Cover.objects.exists()


def test_cover_is_ended_on_a_page_that_says_what_follows(
    leader: User, cast: Cast, other: Worker
) -> None:
    today = timezone.localdate()
    week = timedelta(days=7)
    cover = Cover.objects.create(
        absent=cast.iro.worker, stands_in=other, starts_on=today - week, ends_on=today + week
    )
    client, address = signed_in(leader), f"/officers/cover/{cover.pk}/end/"
    assert "would not reach those children any more" in client.get(address).content.decode()
    assert client.post(address)["Location"] == "/officers/?authority=CAST"
    cover.refresh_from_db()
    assert cover.ends_on == today
    assert client.get(address).status_code == 404


def test_cover_of_later_on_is_called_off(leader: User, cast: Cast, other: Worker) -> None:
    today = timezone.localdate()
    week = timedelta(days=7)
    cover = Cover.objects.create(
        absent=cast.iro.worker, stands_in=other, starts_on=today + week, ends_on=today + 2 * week
    )
    address = f"/officers/cover/{cover.pk}/end/"
    assert "Call it off" in page(leader, address)
    assert "will be away from" in page(leader)
    signed_in(leader).post(address)
    assert not Cover.objects.exists()


def test_who_stands_in_and_is_away_too_is_told(leader: User, cast: Cast, other: Worker) -> None:
    third = a_worker(cast.authority, "T. Hale", None, a_user("third", cast.authority, "iro"))
    today = timezone.localdate()
    week = timedelta(days=7)
    days = {"starts_on": today, "ends_on": today + week}
    first = Cover.objects.create(absent=cast.iro.worker, stands_in=other, **days)
    assert "is away in that time too" not in page(leader)
    later = {"starts_on": today + week, "ends_on": today + 2 * week}
    next_week = Cover.objects.create(absent=other, stands_in=third, **later)
    assert "is away in that time too" not in page(leader)
    Cover.objects.filter(pk=next_week.pk).update(starts_on=today + timedelta(days=6))
    assert page(leader).count("is away in that time too") == 1
    found = desk(cast.authority, everybody(cast), today)
    assert found.doubtful == {first.pk}


def test_cover_elsewhere_is_not_there(leader: User, cast: Cast) -> None:
    today = timezone.localdate()
    two = [a_worker(cast.elsewhere, name, None, None) for name in ("E. One", "E. Two")]
    cover = Cover.objects.create(
        absent=two[0], stands_in=two[1], starts_on=today, ends_on=today + timedelta(days=2)
    )
    assert signed_in(leader).post(f"/officers/cover/{cover.pk}/end/").status_code == 404
    assert Cover.objects.get().ends_on == cover.ends_on


def test_an_officer_arranges_no_cover(cast: Cast, other: Worker) -> None:
    today = timezone.localdate()
    typed = form_of(cast.iro.worker, other, today, today + timedelta(days=9))
    assert signed_in(cast.iro).post("/officers/", typed).status_code == 403
    assert not Cover.objects.exists()
