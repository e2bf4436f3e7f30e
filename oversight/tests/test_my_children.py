"""My children: what the page says is to be done today, for whom, what is new, and who may ask."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casetrack.audit import AuditEvent
from casetrack.models import Allocation, Child, Cover
from casetrack.recording import recording
from oversight.clocks.engine import refresh
from oversight.my_children import MyChildren, my_children
from oversight.new_since import New, new_since, signed_in_before
from oversight.unseen import unseen
from permanence.models import MidPointDraft, Visit
from tests import timeline
from tests.cast import LONG_AGO, Cast, a_user, a_worker, signed_in

TODAY = date(2026, 6, 1)
RECORDED = "recorded 2025-01-01"
CARE = f"{RECORDED}; born 2015-02-03; care 2025-03-03; status C2 2025-03-03; review 2025-03-28"


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: TODAY)
    return TODAY


def of_officer(cast: Cast, history: str, name: str = "Mina") -> Child:
    """A child of I. Ashdown with this history; Amara and Tomas are the officer's too."""
    child = timeline.child(history, authority=cast.authority)
    child.first_name, child.last_name = name, "Aziz"
    child.save()
    _allocate(child, cast)
    refresh([child.pk])
    return child


def _allocate(child: Child, cast: Cast) -> None:
    worker = cast.iro.worker
    Allocation.objects.create(child=child, worker=worker, role="iro", starts_on=LONG_AGO)


def asked(cast: Cast) -> MyChildren:
    return my_children(cast.iro.worker, Child.objects.all(), TODAY, reader=cast.iro)


def only(cast: Cast, history: str) -> MyChildren:
    """The page of an officer who has no child but this one."""
    Allocation.objects.filter(role="iro").delete()
    of_officer(cast, history)
    return asked(cast)


def page(client: Client, query: str = "") -> str:
    answer = client.get(f"/my-children/{query}")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("history", "said"),
    [
        # The second review of 1 March: to hold from 1 May to 1 June.
        (f"{CARE}; review 2026-03-01", "1 mid-point to hold."),
        (f"{CARE}; review 2026-02-28", "1 mid-point to hold, 1 late."),
        (f"{CARE}; review 2026-04-02", "Nothing waits for you today."),
        # Due on 29 June, and a day later.
        (
            f"{CARE}; review 2025-12-29; mid-point in-time 2026-03-20",
            "1 review in the next four weeks.",
        ),
        (
            f"{CARE}; review 2025-12-30; mid-point in-time 2026-03-20",
            "Nothing waits for you today.",
        ),
        (
            f"{CARE}; review 2025-11-30; mid-point in-time 2026-03-20",
            "1 review in the next four weeks, 1 late.",
        ),
        # Planned in four weeks, though due much later.
        (
            f"{CARE}; review 2026-03-02; mid-point in-time 2026-05-05;"
            " planned-review 2026-06-29 set=2026-05-06",
            "1 review in the next four weeks.",
        ),
        (
            f"{CARE}; review 2026-04-02; challenge drift 2026-05-26;"
            " challenge-stage informal 2026-05-26",
            "1 challenge without an answer.",
        ),
        (
            f"{CARE}; review 2026-04-02; challenge drift 2026-05-18;"
            " challenge-stage informal 2026-05-18",
            "1 challenge without an answer, 1 late.",
        ),
        (
            f"{CARE}; review 2026-04-02; challenge drift 2026-05-26;"
            " challenge-stage informal 2026-05-26 answered=2026-05-27 answered_by=M answer=Yes",
            "Nothing waits for you today.",
        ),
    ],
)
def test_what_is_to_be_done_in_a_sentence(cast: Cast, history: str, said: str) -> None:
    written = "decisions_sent=2026-04-07 record_made=2026-04-07 record_sent=2026-04-07"
    for each in re.findall(r"(?<!-)review (20\d\d-\d\d-\d\d)", history):
        days = written.replace("2026-04-07", (date.fromisoformat(each) + timedelta(4)).isoformat())
        history = re.sub(rf"(?<!-)review {each}", f"review {each} {days}", history)
    assert only(cast, history).finding == said


@pytest.mark.django_db
def test_counts_of_several_children(cast: Cast) -> None:
    of_officer(cast, f"{CARE}; review 2026-02-28")
    of_officer(cast, f"{CARE}; review 2026-03-01")
    of_officer(cast, f"{CARE}; review 2025-11-30")
    desk = asked(cast)
    late = [row.mid_point.past for row in desk.mid_points if row.mid_point]
    assert late == sorted(late, reverse=True)
    assert f"{len(desk.mid_points)} mid-points to hold, {sum(late)} late" in desk.finding
    assert len(desk.rows) == 5
    assert desk.workload == "5 children"
    assert desk.load == "fewer than the 50 to 70"


@pytest.mark.django_db
def test_a_mid_point_shows_its_window_and_the_day_that_was_booked(cast: Cast) -> None:
    history = f"{CARE}; review 2026-03-01 mid_point_planned=2026-05-20"
    row = only(cast, history).mid_points[0]
    assert row.window == "1 May 2026 to 1 Jun 2026"
    assert row.booked_on == date(2026, 5, 20)
    assert not row.drafted
    MidPointDraft.objects.create(child=row.child, written_by=cast.iro)
    assert asked(cast).mid_points[0].drafted


@pytest.mark.django_db
def test_a_review_shows_what_it_still_needs(cast: Cast) -> None:
    history = (
        f"{CARE}; review 2026-03-02; mid-point in-time 2026-05-05;"
        " planned-review 2026-06-29 set=2026-05-06 reports=2026-05-30"
    )
    row = only(cast, history).reviews[0]
    assert row.planned is not None
    assert [wait.row.clock for wait in row.before_review] == ["review-contact"]
    assert row.before_review[0].row.due_on == date(2026, 6, 8)
    assert not row.planned_late


@pytest.mark.django_db
def test_a_review_planned_after_its_limit_says_so(cast: Cast) -> None:
    history = f"{CARE}; review 2025-12-20; planned-review 2026-06-25 set=2026-01-02"
    assert only(cast, history).reviews[0].planned_late


@pytest.mark.django_db
def test_after_a_review_each_thing_is_owed_until_it_is_done(cast: Cast) -> None:
    desk = only(cast, f"{CARE}; review 2026-05-27 decisions_sent=2026-05-28")
    row = desk.after[0]
    assert [said for said, wait in row.owed if wait.row.started_on == date(2026, 5, 27)] == [
        "the full record to write",
        "the record to send",
    ]
    assert row.silence == date(2026, 6, 4)
    assert "1 review to write up" in desk.finding


@pytest.mark.django_db
def test_a_review_in_several_meetings_is_not_finished(cast: Cast) -> None:
    desk = only(cast, f"{CARE}; review 2026-05-27 in_parts=True")
    assert desk.after[0].unfinished
    assert (
        not only(cast, f"{CARE}; review 2026-05-26 in_parts=True completed=2026-05-28")
        .after[0]
        .unfinished
    )


@pytest.mark.django_db
def test_who_was_not_seen_met_or_heard_for_long(cast: Cast) -> None:
    """A call by the officer counts as a meeting, and a review to which the child came."""
    child = timeline.child(
        f"{RECORDED}; care 2025-06-02; status C2 2025-06-02; review 2025-06-27 participation=PN1;"
        " review 2025-09-25 participation=PN6; visit 2025-08-01 seen=alone visitor=social-worker;"
        " visit 2026-05-01 seen=with-others visitor=social-worker;"
        " mid-point in-time 2026-04-20 seen=called"
    )
    seen = unseen([child.pk], TODAY)[child.pk]
    assert (seen.alone.on, seen.alone.days, seen.alone.long) == (date(2025, 8, 1), 304, True)
    assert (seen.met.on, seen.met.days, seen.met.long) == (date(2026, 4, 20), 42, False)
    assert seen.heard.words == "none recorded, in 364 days of care"
    assert seen.days == 364
    assert seen.seen_on == date(2026, 4, 20)


@pytest.mark.django_db
@pytest.mark.parametrize(("visited", "long"), [("2026-04-20", False), ("2026-04-19", True)])
def test_six_weeks_without_being_seen_alone_are_too_long(visited: str, long: bool) -> None:
    child = timeline.child(
        f"care 2025-06-02; visit {visited} seen=alone visitor=iro; visit 2026-05-30 seen=not-seen"
        " not_seen_because=out"
    )
    seen = unseen([child.pk], TODAY)[child.pk]
    assert (seen.alone.long, seen.met.long) == (long, False)


@pytest.mark.django_db
def test_an_earlier_time_in_care_counts_for_nothing() -> None:
    child = timeline.child(
        "care 2024-01-02 .. 2024-09-02; visit 2024-05-01 seen=alone; care 2026-05-25"
    )
    assert unseen([child.pk], TODAY)[child.pk].alone.words == "none recorded, in 7 days of care"


@pytest.mark.django_db
def test_what_others_recorded_since_is_counted_by_kind(cast: Cast) -> None:
    before = timezone.now() - timedelta(hours=1)
    for by, days in (
        (cast.social_worker, ("2026-05-01", "2026-05-08")),
        (cast.iro, ("2026-05-02",)),
    ):
        with recording("visit.recorded", by=by, children=[cast.amara.pk]):
            for day in days:
                Visit.objects.create(
                    child=cast.amara, visited_on=day, visitor="iro", place="home", seen="alone"
                )
    found = new_since([cast.amara.pk, cast.tomas.pk], before, but_by="iro")
    kinds = {each.child: dict(each.kinds) for each in found}
    assert kinds[cast.amara.pk]["Visit"] == 2
    assert kinds[cast.tomas.pk]["Review"] == 2
    assert "Visit" not in kinds[cast.tomas.pk]
    assert New(1, (("Visit", 2), ("Plan", 1)), before).words == "Visit (2), plan"
    assert new_since([cast.amara.pk], timezone.now(), but_by="iro") == []
    assert new_since([], before, but_by="iro") == []


@pytest.mark.django_db
def test_the_sign_in_before_this_one(cast: Cast) -> None:
    assert signed_in_before(cast.iro) is None
    moments = [datetime(2026, 5, day, 9, tzinfo=timezone.get_default_timezone()) for day in (3, 7)]
    for moment in moments:
        assert signed_in_before(cast.iro) is None
        AuditEvent.objects.create(
            kind="sign-in", what="signed-in", username="iro", user_id=cast.iro.pk, at=moment
        )
    assert signed_in_before(cast.iro) == moments[0]


@pytest.mark.django_db
def test_an_officer_lands_on_their_children(cast: Cast) -> None:
    client = signed_in(cast.iro)
    assert client.get("/")["Location"] == "/my-children/"
    said = page(client)
    assert "Amara Bello" in said
    assert "Tomas Bello" in said
    event = AuditEvent.objects.filter(what="my-children").latest("at")
    assert set(event.children) == {cast.amara.pk, cast.tomas.pk}


@pytest.mark.django_db
def test_a_manager_of_officers_lands_on_the_officers_and_opens_one(cast: Cast) -> None:
    client = signed_in(a_user("leader", cast.authority, "iro-manager"))
    assert client.get("/")["Location"] == "/officers/"
    assert "No child is allocated to you" in page(client)
    said = page(client, f"?officer={cast.iro.worker.uuid}")
    assert "Children of I. Ashdown" in said
    assert "Amara Bello" in said
    assert "Hold the mid-point" not in said


@pytest.mark.django_db
def test_nobody_else_opens_an_officer(cast: Cast) -> None:
    other = a_worker(cast.authority, "I. Brook", None, None)
    elsewhere = a_worker(cast.elsewhere, "I. Cole", None, None)
    leader = signed_in(a_user("leader", cast.authority, "iro-manager"))
    officer = signed_in(cast.iro)
    for client, asked_for in (
        (officer, other.uuid),
        (officer, cast.iro.worker.uuid),
        (leader, elsewhere.uuid),
        (leader, "nobody"),
    ):
        assert client.get(f"/my-children/?officer={asked_for}").status_code == 404
    assert signed_in(cast.social_worker).get("/my-children/").status_code == 403


@pytest.mark.django_db
def test_who_stands_in_has_the_children_marked_until_the_other_is_back(
    cast: Cast, today: date
) -> None:
    brook = a_user("brook", cast.authority, "iro")
    worker = a_worker(cast.authority, "I. Brook", None, brook)
    client = signed_in(brook)
    assert "Amara Bello" not in page(client)
    ashdown = cast.iro.worker
    cover = Cover.objects.create(
        absent=ashdown, stands_in=worker, starts_on="2026-05-20", ends_on="2026-06-14"
    )
    said = page(client)
    assert "You stand in for I. Ashdown until 14 June 2026" in said
    assert "Amara Bello" in said
    assert "for I. Ashdown</span>" in said
    assert "You have 0 children" in said
    Cover.objects.filter(pk=cover.pk).update(ends_on=today)
    assert "Amara Bello" not in page(client)


@pytest.mark.django_db
def test_new_is_shown_since_the_sign_in_before(cast: Cast) -> None:
    client = signed_in(cast.iro)
    assert "when you signed in before" not in page(client)
    for hours in (30, 1):
        AuditEvent.objects.create(
            kind="sign-in",
            what="signed-in",
            username="iro",
            user_id=cast.iro.pk,
            at=timezone.now() - timedelta(hours=hours),
        )
    with recording("visit.recorded", by=cast.social_worker, children=[cast.amara.pk]):
        Visit.objects.create(
            child=cast.amara, visited_on="2026-05-01", visitor="iro", place="home", seen="alone"
        )
    said = page(client)
    assert "when you signed in before" in said
    assert "plan for permanence" not in said.split('id="new"')[0]
    assert "isit" in said.split('id="new"')[1].split("</section>")[0]


@pytest.mark.django_db
def test_seventy_children_are_asked_about_in_as_many_questions_as_two(cast: Cast) -> None:
    client = signed_in(cast.iro)
    for hours in (30, 1):
        AuditEvent.objects.create(
            kind="sign-in",
            what="signed-in",
            username="iro",
            user_id=cast.iro.pk,
            at=timezone.now() - timedelta(hours=hours),
        )
    numbers = []
    for more in (1, 69):
        for _ in range(more):
            child = timeline.child(
                f"{CARE}; review 2026-03-01; challenge drift 2026-05-26;"
                " challenge-stage informal 2026-05-26; planned-review 2026-06-29 set=2026-05-06",
                authority=cast.authority,
            )
            _allocate(child, cast)
        refresh()
        with CaptureQueriesContext(connection) as asked:
            page(client)
        numbers.append(len(asked))
    assert numbers[0] == numbers[1]
    assert "You have 72 children, more than the 50 to 70" in page(client)


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
def test_a_long_part_begins_with_ten_and_leads_to_all_of_it(cast: Cast) -> None:
    Allocation.objects.filter(role="iro").delete()
    for number in range(12):
        of_officer(cast, f"{CARE}; review 2026-02-{number + 10}", name=f"Nth{number:02}")
    client = signed_in(cast.iro)
    brief = page(client)
    assert "Mid-points 12" in brief
    assert brief.count("Hold the mid-point") == 10
    assert '<a class="button" href="?all=mid-points#mid-points">Show all 12' in brief
    assert "And 2 more that are not printed here." in brief
    whole = page(client, "?all=mid-points")
    assert whole.count("Hold the mid-point") == 12
    assert "?all=mid-points#mid-points" not in whole
    # The longest late first: the ten that come first are those that wait longest.
    held = re.findall(r"Hold the mid-point<span[^>]*> of (Nth\d\d)", brief)
    assert held == [f"Nth{number:02}" for number in range(10)]


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
def test_a_child_leads_back_to_the_officers_children(cast: Cast) -> None:
    child = f"/children/{cast.amara.uuid}/"
    own = signed_in(cast.iro)
    assert f'href="{child}?page=my-children"' in page(own)
    shown = own.get(f"{child}?page=my-children").content.decode()
    assert 'href="/my-children/">Back to my children' in shown
    leader = signed_in(a_user("leader", cast.authority, "iro-manager"))
    of = f"officer={cast.iro.worker.uuid}"
    back = f"?page=my-children&amp;back=officer%3D{cast.iro.worker.uuid}"
    assert f'href="{child}{back}"' in page(leader, f"?{of}")
    led = leader.get(f"{child}{back.replace('&amp;', '&')}").content.decode()
    assert f'href="/my-children/?{of}">Back to the officer’s children' in led
