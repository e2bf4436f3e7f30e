"""The child page: the sentence, the drawing, the arithmetic, and who may see it."""

import re
import uuid
from datetime import date

import pytest

from casetrack.audit import AuditEvent
from casetrack.models import Allocation, Child, User
from oversight.child_record import ChildRecord
from oversight.clocks.engine import refresh
from oversight.models import Answer, ClockRow
from oversight.timeline import timeline as drawn
from permanence.actions import reviews
from permanence.models import AgreedAction, ChildsWords, Review
from tests import timeline
from tests.cast import DAY, Cast, signed_in

AS_AT = f"as_at={DAY.isoformat()}"


def text(user: User, child: Child, query: str = AS_AT) -> str:
    answer = signed_in(user).get(f"/children/{child.uuid}/?{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def without_token(page: bytes) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page.decode())


@pytest.mark.parametrize("who", ["manager", "chair", "iro", "social_worker", "data_officer"])
def test_who_works_with_the_child_may_look(cast: Cast, who: str) -> None:
    assert "Amara Bello" in text(getattr(cast, who), cast.amara)


def test_a_child_one_may_not_see_is_as_one_who_is_not_there(cast: Cast) -> None:
    missing = signed_in(cast.stranger).get(f"/children/{uuid.uuid4()}/")
    hidden = signed_in(cast.stranger).get(f"/children/{cast.amara.uuid}/")
    assert missing.status_code == hidden.status_code == 404
    assert without_token(missing.content) == without_token(hidden.content)
    assert signed_in(cast.manager).get(f"/children/{cast.tomas.uuid}/").status_code == 404


def test_a_board_member_is_refused(cast: Cast) -> None:
    assert signed_in(cast.board_member).get(f"/children/{cast.amara.uuid}/").status_code == 403


def test_where_we_are_in_one_sentence(cast: Cast) -> None:
    assert (
        "Amara, 4, has been in care for 1 year 3 months under a placement order, lives in a foster"
        " home (1st home) and the plan is adoption, not yet ratified; placement order to match: 122"
        " days over."
    ) in text(cast.manager, cast.amara)


def test_the_look_is_written_down_with_the_family(cast: Cast) -> None:
    text(cast.chair, cast.amara)
    event = AuditEvent.objects.get(kind="read")
    assert (event.what, event.children) == ("child", sorted([cast.amara.pk, cast.tomas.pk]))


def test_brothers_and_sisters_with_their_waits(cast: Cast) -> None:
    page = text(cast.chair, cast.amara)
    family = page[page.index('id="family-title"') : page.index('id="actions-title"')]
    assert "Tomas Bello" in family
    assert "122 days over" in family


def test_brothers_and_sisters_one_may_not_see_are_not_there(cast: Cast) -> None:
    page = text(cast.manager, cast.amara)
    assert "Tomas" not in page
    assert "None recorded that you may see." in page


def test_the_arithmetic_under_a_flag(cast: Cast) -> None:
    page = text(cast.manager, cast.amara)
    for said in (
        "243 days of 121",
        "1 October 2025",
        "Legal status: Placement order",
        "121 days",
        "30 January 2026",
        "national target",
        "What would stop it",
    ):
        assert said in page, said


def test_who_recorded_the_start_and_when(cast: Cast) -> None:
    reviews.record(child=cast.noor, on=date(2026, 5, 29), participation="PN1", by=cast.stranger)
    page = text(cast.stranger, cast.noor)
    assert "Review held" in page
    assert "recorded by stranger on" in page


def test_a_start_without_a_fact_of_that_day_says_so(cast: Cast) -> None:
    ClockRow.objects.filter(child=cast.amara, clock="placement-order-to-match").update(
        started_on=date(2025, 10, 2), runs_from=date(2025, 10, 2)
    )
    assert "Computed from several dated facts" in text(cast.manager, cast.amara)


def test_an_earlier_day_knows_nothing_later(cast: Cast) -> None:
    page = text(cast.manager, cast.amara, "as_at=2025-09-01")
    assert "interim care order" in page
    assert "has no agreed plan" in page
    assert "Placement order" not in page


def test_a_day_outside_care(cast: Cast) -> None:
    page = text(cast.manager, cast.amara, "as_at=2024-01-01")
    assert "Amara is not in care on 1 January 2024." in page
    assert "No clock is running on that day." in page


def test_answers_and_actions_are_shown(cast: Cast) -> None:
    Answer.objects.create(
        child=cast.amara,
        clock="placement-order-to-match",
        started_on=date(2025, 10, 1),
        kind="reason",
        reason="The adopters withdrew",
        answered_on=date(2026, 5, 1),
        answered_by=cast.chair,
    )
    AgreedAction.objects.create(
        child=cast.amara,
        text="Refresh the profile",
        owner=cast.north_worker,
        agreed_on=date(2026, 5, 1),
        due_on=date(2026, 5, 20),
    )
    page = text(cast.manager, cast.amara)
    assert page.count("The adopters withdrew") == 2
    assert "Refresh the profile" in page
    assert "late" in page
    assert "Mark as done" in page
    assert "Mark as done" not in text(cast.social_worker, cast.amara)


def _decided(cast: Cast, review: Review, text: str, done_on: date | None = None) -> None:
    AgreedAction.objects.create(
        child=cast.amara,
        text=text,
        owner=cast.north_worker,
        agreed_on=review.held_on,
        due_on=date(2026, 5, 25),
        done_on=done_on,
        review=review,
    )


def test_what_reviews_decided_is_told_apart_from_other_actions(cast: Cast) -> None:
    earlier, last = Review.objects.filter(child=cast.amara).order_by("held_on")
    _decided(cast, earlier, "Ring Gran", done_on=date(2026, 1, 5))
    _decided(cast, earlier, "Find the birth certificate")
    _decided(cast, last, "Visit the school", done_on=date(2026, 5, 22))
    _decided(cast, last, "Write to the court")
    other = {"owner": cast.north_worker, "agreed_on": DAY, "due_on": DAY}
    AgreedAction.objects.create(child=cast.amara, text="Buy a bicycle", **other)
    record = ChildRecord(cast.amara, DAY)
    assert [action.text for action in record.decided] == [
        "Find the birth certificate",
        "Write to the court",
        "Visit the school",
    ]
    assert [action.text for action in record.other_actions] == ["Buy a bicycle"]
    said = text(cast.manager, cast.amara)
    reviews_at, actions_at = said.index('id="reviews"'), said.index('id="actions-title"')
    assert actions_at < said.index("Buy a bicycle") < reviews_at
    assert said.index("Write to the court") > reviews_at
    assert said.count("Write to the court</p>") == 1


def test_a_reviewing_officer_reads_the_words_and_what_reviews_decided_first(cast: Cast) -> None:
    said = text(cast.iro, cast.amara)
    order = [
        "No words of Amara",
        "What reviews decided",
        "Raise a challenge",
        "has been in care for",
    ]
    places = [said.index(each) for each in order]
    assert places == sorted(places)
    assert "The last review was on" in said
    assert said.count('id="reviews-title"') == said.count('class="voice voice-none"') == 1
    manager = text(cast.manager, cast.amara)
    assert manager.index("has been in care for") < manager.index("No words of Amara")
    assert "What reviews decided" not in manager
    assert "Raise a challenge" not in manager
    assert manager.count('id="reviews-title"') == 1


def test_an_officer_sees_when_the_mid_point_is_to_be_held(cast: Cast) -> None:
    child = timeline.child(
        "recorded 2025-01-01; care 2025-03-03; status C2 2025-03-03; review 2025-03-28;"
        " review 2026-03-01 mid_point_planned=2026-05-20",
        authority=cast.authority,
    )
    Allocation.objects.create(
        child=child, worker=cast.iro.worker, role="iro", starts_on=date(2026, 1, 1)
    )
    refresh([child.pk])
    assert (
        "The mid-point is to be held from 1 May 2026 to 1 June 2026; it is booked for 20 May 2026."
    ) in text(cast.iro, child)


def test_the_newest_words_that_the_reader_may_have(cast: Cast) -> None:
    for day, words, whom in (
        (date(2026, 4, 1), "First", "readers"),
        (date(2026, 4, 2), "Second", "readers"),
        (date(2026, 4, 3), "Kept", "family"),
        (date(2026, 6, 2), "Later", "readers"),
    ):
        ChildsWords.objects.create(
            child=cast.amara, said_on=day, words=words, gathered="play", shared_with=whom
        )
    page = text(cast.manager, cast.amara)
    assert "Second" in page
    assert not any(words in page for words in ("First", "Kept", "Later"))


def test_the_way_back_leads_to_the_list(cast: Cast) -> None:
    page = text(cast.manager, cast.amara, "back=show%3Dred%26sort%3Dname")
    assert 'href="/tracker/?show=red&amp;sort=name"' in page
    page = text(cast.manager, cast.amara, "back=%2F%2Fevil.example")
    assert 'href="//evil' not in page


def test_a_child_expected_and_without_a_name(cast: Cast) -> None:
    unborn = timeline.child("", authority=cast.authority, reference="U1")
    page = text(cast.chair, unborn)
    assert "Child U1" in page
    assert "Expected" in page


def test_the_drawing_is_to_scale(cast: Cast) -> None:
    drawing = drawn(ChildRecord(cast.amara, DAY))
    assert drawing is not None
    legal, home = drawing.bands
    assert [segment.words for segment in legal.segments] == [
        "Interim care order",
        "Placement order",
    ]
    first, second = legal.segments
    end_of_first = float(first.x[:-1]) + float(first.width[:-1])
    assert end_of_first == pytest.approx(float(second.x[:-1]), abs=0.02)
    match = next(each for each in drawing.stretches if each.wait.row.clock.endswith("to-match"))
    assert match.x == second.x
    assert float(match.x[:-1]) < float(match.limit[:-1]) < float(drawing.today[:-1])
    assert match.past_x == match.limit
    assert "122 days over" in drawing.description
    assert 0 < len(drawing.ticks) <= 7


def test_the_drawing_has_words_for_who_cannot_see_it(cast: Cast) -> None:
    page = text(cast.manager, cast.amara)
    assert 'role="img" aria-labelledby="timeline-title timeline-words"' in page
    assert "The drawing as a table" in page
    assert " style=" not in page


@pytest.mark.parametrize("years", [0, 1, 3, 10, 17])
def test_a_line_of_any_length_has_a_few_dates(db: None, years: int) -> None:
    start = date(2026 - years, 5, 1)
    child = timeline.child(f"care {start}; status C2 {start}; home U6 {start}")
    drawing = drawn(ChildRecord(child, DAY))
    assert drawing is not None
    assert len(drawing.ticks) <= 7


# Who matters


def test_who_must_not_know_where_the_child_lives_stands_at_the_head(cast: Cast) -> None:
    people = cast.amara.importantperson_facts
    people.create(name="Ivo Bello", relationship="father", starts_on=DAY, not_to_know=True)
    people.create(name="Ada Bello", relationship="grandparent", starts_on=DAY)
    people.create(name="Otto Long", relationship="friend", starts_on=date(2020, 1, 1), ends_on=DAY)
    page = signed_in(cast.chair).get(f"/children/{cast.amara.uuid}/?as_at={DAY}").content.decode()
    warned = re.search(r'class="known-note warned".*?</p>', page, re.S)
    assert warned and "Ivo Bello (father)" in warned[0] and "Ada" not in warned[0]
    assert "Ada Bello" in page and "Otto Long" not in page
    before = signed_in(cast.chair).get(f"/children/{cast.amara.uuid}/?as_at=2026-05-01")
    assert "Ivo Bello" not in before.content.decode(), "he was not recorded for that day"
