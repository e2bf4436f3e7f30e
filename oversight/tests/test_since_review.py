"""What changed since the last review: from the history, the waits, and what was decided."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from casetrack.actions import people
from casetrack.models import Child, Worker
from casetrack.recording import recording
from oversight.child_record import ChildRecord
from oversight.since_review import NO_VISIT, SinceReview, since_review
from permanence.models import AgreedAction, Review
from tests import timeline
from tests.cast import DAY, Cast

pytestmark = pytest.mark.django_db
REVIEWED = date(2026, 5, 20)
HELD = (
    "born 2018-01-05; care 2025-03-01; status C2 2025-03-01; plan long-term-fostering 2025-05-01"
    " ratified=2025-06-01; review 2025-12-20; review 2026-05-20"
)


@pytest.fixture
def child(cast: Cast) -> Child:
    return a_child(cast, f"{HELD}; home U4 2025-03-01")


def a_child(cast: Cast, history: str) -> Child:
    """The waits are computed as they are whenever something is recorded."""
    made = timeline.child(history, authority=cast.authority)
    with recording("told", by=None, children=[made.pk]):
        pass
    return made


def since(child: Child, day: date = DAY) -> SinceReview:
    found = since_review(ChildRecord(child, day))
    assert found is not None
    return found


def told(child: Child, day: date = DAY) -> dict[str, list[str]]:
    return {str(part): [each.sentence for each in those] for part, those in since(child, day).parts}


def test_nothing_where_no_review_is_recorded(cast: Cast) -> None:
    child = a_child(cast, "born 2018-01-05; care 2026-03-01; home U4 2026-03-01")
    assert since_review(ChildRecord(child, DAY)) is None


def test_it_is_the_last_review_by_the_day(child: Child) -> None:
    assert since(child).review.held_on == REVIEWED
    assert since(child, date(2026, 5, 19)).review.held_on == date(2025, 12, 20)


def test_what_happened_is_told_in_its_part_and_reviews_are_left_out(cast: Cast) -> None:
    child = a_child(
        cast,
        f"{HELD}; home U4 2025-03-01 .. 2026-05-25 CREQB a; home U4 2026-05-25 b;"
        " mid-point in-time 2026-05-28; missing M 2026-05-26 .. 2026-05-27;"
        " check dentist 2026-05-22",
    )
    found = told(child)
    assert list(found) == ["Homes and moves", "Health and school", "Missing"]
    assert len(found["Homes and moves"]) == 2
    assert found["Health and school"] == ["The child saw a dentist."]
    assert since(child).count == 5


def test_what_happened_on_the_day_of_the_review_was_known_to_it(cast: Cast) -> None:
    child = a_child(cast, f"{HELD}; home U4 2025-03-01; check dentist 2026-05-20")
    assert told(child) == {}
    assert since(child, DAY).summary == "nothing is recorded"


def test_what_lies_after_the_day_is_not_told(cast: Cast) -> None:
    child = a_child(cast, f"{HELD}; home U4 2025-03-01; check dentist 2026-06-01")
    assert "Health and school" in told(child)
    assert told(child, date(2026, 5, 31)) == {}


def test_what_was_recorded_late_is_told_with_the_day_on_which_it_was(cast: Cast) -> None:
    """The histories of tests are recorded now: what is older than the review is late today."""
    today = timezone.localdate()
    held = today - timedelta(days=30)
    child = a_child(
        cast,
        "born 2018-01-05; care 2025-03-01; status C2 2025-03-01; home U4 2025-03-01;"
        f" check dentist {held - timedelta(days=90)}; review {held}",
    )
    parts = {str(part): those for part, those in since(child, today).parts}
    (dentist,) = parts["Health and school"]
    assert dentist.recorded_on == today
    assert told(child, today - timedelta(days=1)) == {}, "it was not recorded by then"


def test_what_a_return_brought_is_never_late(cast: Cast) -> None:
    today = timezone.localdate()
    held = today - timedelta(days=30)
    child = a_child(
        cast,
        "born 2018-01-05; care 2025-03-01; home U4 2025-03-01;"
        f" check dentist {held - timedelta(days=90)} origin=return; review {held}",
    )
    assert "Health and school" not in told(child, today)


def test_a_step_that_is_done_is_told_once(cast: Cast) -> None:
    child = a_child(
        cast,
        f"{HELD}; home U4 2025-03-01; step matching-report 2026-05-24 actual=2026-05-26;"
        " step matching-panel 2026-05-28",
    )
    plans = told(child)["Plans and their steps"]
    assert [each.partition(":")[0] for each in plans] == ["Planned for this day", "Done"]
    assert since(child).ended == []


def test_a_change_of_worker_is_told(cast: Cast, child: Child) -> None:
    worker = Worker.objects.create(authority=cast.authority, reference="N", name="N. New")
    people.allocate(child=child, worker=worker, role="social-worker", on=DAY, by=None)
    assert told(child)["Workers"] == ["N. New became the child’s social worker."]


@pytest.mark.parametrize(
    ("visits", "words"),
    [
        ((), NO_VISIT),
        (("05-19 seen=alone",), NO_VISIT),
        (("05-25 seen=not-seen not_seen_because=out",), "Not seen at 1 visit since the review"),
        (("05-25 seen=alone",), "Seen once, alone, on 25 May 2026"),
        (("05-25 seen=with-others",), "Seen once, with others there, on 25 May 2026"),
        (
            ("05-25 seen=with-others", "05-28 seen=with-others"),
            "Seen 2 times, none of them alone; last on 28 May 2026",
        ),
        (
            ("05-22 seen=alone", "05-24 seen=alone", "05-30 seen=not-seen not_seen_because=out"),
            "Seen 2 times, all of them alone; last on 24 May 2026; not seen at 1 visit",
        ),
    ],
)
def test_visits_are_counted(cast: Cast, visits: tuple[str, ...], words: str) -> None:
    told_of = "".join(f"; visit 2026-{visit}" for visit in visits)
    child = a_child(cast, f"{HELD}; home U4 2025-03-01{told_of}")
    assert since(child).visits.words == words
    assert "Health and school" not in told(child)


def test_waits_that_began_ended_and_passed_their_limit(cast: Cast) -> None:
    """Amara's order of 1 October 2025 is past 121 days since 30 January 2026."""
    first = since(cast.amara, date(2026, 5, 19))
    assert "Placement order to match" in [wait.title for wait in first.past]
    assert [each.title for each in first.ended] == []
    assert "Placement order to match" not in [wait.title for wait in since(cast.amara).past]
    timeline.record(cast.amara, "match 2026-05-25")
    with recording("told", by=None, children=[cast.amara.pk]):
        pass
    later = since(cast.amara)
    assert later.summary == "1 entry, 1 wait begun, 2 waits ended"
    ended = {each.title: each for each in later.ended}
    assert ended["Placement order to match"].words == (
        "25 May 2026, match, after 236 days, 115 days past its limit"
    )
    assert "Match to adoptive home" in [wait.title for wait in later.began]


def test_rounds_are_told_only_where_they_are_late(cast: Cast) -> None:
    child = a_child(cast, f"{HELD}; home U4 2025-03-01; check dentist 2026-05-22")
    titles = [wait.title for wait in (*since(child).began, *since(child).past)]
    assert "Dentist" not in titles
    assert all(wait.past for wait in since(child).past)


def test_what_the_review_decided_with_what_became_of_it(cast: Cast, child: Child) -> None:
    review = Review.objects.get(child=child, held_on=REVIEWED)
    before = Review.objects.get(child=child, held_on=date(2025, 12, 20))
    given: dict[str, Any] = {"child": child, "owner": cast.north_worker, "agreed_on": REVIEWED}
    days = ((review, "2026-05-25", "2026-05-24"), (review, "2026-05-26", None))
    days += ((review, "2026-06-01", None), (before, "2026-05-27", "2026-05-28"))
    for number, (decided_at, due_on, done_on) in enumerate(days):
        AgreedAction.objects.create(
            text=f"Action {number}", review=decided_at, due_on=due_on, done_on=done_on, **given
        )
    found = [(each.action.text, each.tag, each.state) for each in since(child).decided]
    assert found == [
        ("Action 1", "6 days late", "red"),
        ("Action 2", "due today", "amber"),
        ("Action 0", "done 24 May 2026", "green"),
    ]
    assert told(child)["Plans and their steps"] == ["Done: Action 3"], "each is told once"
    assert since(child, date(2026, 5, 23)).decided[0].tag == "due in 2 days"


def test_it_asks_three_questions_more_than_the_record(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    record = ChildRecord(cast.amara, DAY)
    assert record.reviews and record.waits is not None
    with django_assert_max_num_queries(5):
        since_review(record)
