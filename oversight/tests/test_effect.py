"""What a group changed, and what was carried out by its day: every figure worked out by hand."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casetrack.audit import AuditEvent
from casetrack.models import CarePeriod, Child
from oversight.actions import decisions
from oversight.clocks.engine import FRESH, refresh
from oversight.episodes import Episode
from oversight.meetings.carried_out import by_meeting, by_owner, in_all, to_carry_out
from oversight.meetings.effect import TURNED_18, WENT_ON, Effect, Tally, Watched, effect, watched
from oversight.models import ClockRow
from oversight.views.meetings import counted_in
from permanence.actions import held
from permanence.models import AgreedAction, Decision, Meeting, MeetingSeries
from tests import timeline
from tests.cast import DAY, WAITING, Cast, a_user, signed_in
from tests.sittings import ahead, decided, group, sitting

pytestmark = pytest.mark.django_db
MATCH = "placement-order-to-match"
NEXT = DAY + timedelta(days=63)
SEEN = DAY + timedelta(days=92)


@pytest.fixture
def series(cast: Cast) -> MeetingSeries:
    return group(cast)


def a_child(cast: Cast, history: str = WAITING) -> Child:
    child = timeline.child(history, authority=cast.authority)
    refresh([child.pk])
    return child


def matched(cast: Cast, day: date) -> Child:
    return a_child(cast, f"{WAITING}; match {day.isoformat()}")


def met(cast: Cast, series: MeetingSeries, *children: Child, on: date = DAY) -> Meeting:
    """A meeting that required legal advice for each of them, and is closed."""
    meeting = sitting(cast, *children, on=on, series=series)
    for child in children:
        due = {"owner": cast.north_worker, "due_on": on + timedelta(days=28)}
        decided(cast, meeting, child, "advice", **due)
    held.close_meeting(meeting=meeting, on=on, by=cast.chair)
    return meeting


def of(cast: Cast, series: MeetingSeries, today: date = SEEN) -> Effect:
    return effect(series, counted_in(cast.chair, series, "read-minutes"), today)  # type: ignore[arg-type]


# Waits that stopped


def test_stopped_within_60_days_of_the_decision(cast: Cast, series: MeetingSeries) -> None:
    """One on the day itself, one on the 60th day after, one on the 61st, one not at all; who was
    matched the day before waited no more.
    """
    days = [DAY + timedelta(days=days) for days in (-1, 0, 60, 61)]
    before, at_once, last, too_late = (matched(cast, day) for day in days)
    met(cast, series, cast.amara, before, at_once, last, too_late)
    (outcome,) = of(cast, series).outcomes
    found = {wait.episode.child_id: wait for wait in outcome.waits}
    assert {child: wait.became for child, wait in found.items()} == {
        cast.amara.pk: "runs on",
        at_once.pk: "match, 1 Jun 2026, 0 days later",
        last.pk: "match, 31 Jul 2026, 60 days later",
        too_late.pk: "runs on",
    }
    assert found[cast.amara.pk].stood == "122 days over"
    assert (outcome.past, len(outcome.decisions)) == (4, 4)
    assert outcome.stops == ["Placement order to match: match (2)"]
    assert outcome.whole and of(cast, series).whole.words == "2 of 4, of only 4 children"


def test_what_has_not_had_its_60_days_stands_apart(cast: Cast, series: MeetingSeries) -> None:
    """At the second meeting one wait has stopped so far; its 60 days end on 2 October."""
    met(cast, series, cast.amara)
    met(cast, series, cast.amara, matched(cast, NEXT + timedelta(days=5)), on=NEXT)
    found = of(cast, series)
    newest, first = found.outcomes
    assert (newest.whole, newest.words, newest.until) == (
        False,
        "1 of 2 so far",
        date(2026, 10, 2),
    )
    assert (first.whole, first.words) == (True, "0 of 1, of only 1 child")
    assert found.whole.words == "0 of 1, of only 1 child"
    later = of(cast, series, date(2026, 10, 2))
    assert later.whole.words == "1 of 3, of only 2 children"


def test_only_what_put_her_on_or_is_named_is_decided_on(cast: Cast, series: MeetingSeries) -> None:
    """She has three waits past their limit: one put her on, one is justified between meetings."""
    wait = ClockRow.objects.get(child=cast.amara, clock="no-family-identified")
    met(cast, series, cast.amara)
    on = DAY + timedelta(days=3)
    made = {"kind": "justify", "text": "Justified", "reason": "Ill", "until": NEXT}
    about = {"clock": wait.clock, "subject": wait.subject, "started_on": wait.started_on}
    people = {"decided_by": cast.chair, "recorded_by": cast.chair}
    Decision.objects.create(
        child=cast.amara, series=series, decided_on=on, **made, **about, **people
    )
    found = of(cast, series).outcomes
    assert [(each.meeting is None, each.on, [w.title for w in each.waits]) for each in found] == [
        (True, on, ["No family identified"]),
        (False, DAY, ["Placement order to match"]),
    ]


@pytest.mark.parametrize("kind", ["noted", "carry"])
def test_what_decides_nothing_is_on_no_wait(cast: Cast, series: MeetingSeries, kind: str) -> None:
    meeting = sitting(cast, cast.amara, series=series)
    decided(cast, meeting, cast.amara, kind, reason="No time")
    undone = decided(cast, meeting, cast.amara, "back", reason="It goes well")
    decisions.undo(decision=undone, by=cast.chair)
    held.close_meeting(meeting=meeting, on=DAY, by=cast.chair)
    assert [each.waits for each in of(cast, series).outcomes] in ([], [[]])
    assert of(cast, series).whole.of == 0


def test_an_open_meeting_does_not_count_yet(cast: Cast, series: MeetingSeries) -> None:
    meeting = sitting(cast, cast.amara, series=series)
    decided(cast, meeting, cast.amara, "back", reason="It goes well")
    assert of(cast, series).outcomes == []


def test_facts_that_are_not_known_yet_are_not_waited_for(cast: Cast, series: MeetingSeries) -> None:
    met(cast, series, cast.amara, matched(cast, DAY + timedelta(days=30)))
    cast.authority.records_live, cast.authority.known_to = False, DAY + timedelta(days=20)
    cast.authority.save()
    (outcome,) = of(cast, MeetingSeries.objects.get(pk=series.pk)).outcomes
    assert (outcome.whole, outcome.tally.stopped) == (False, 0)


def stretch(start: int, stop: int | None, by: str = "", due: int | None = None) -> ClockRow:
    def day(number: int | None) -> date | None:
        return None if number is None else DAY + timedelta(days=number)

    return ClockRow(runs_from=day(start), stopped_on=day(stop), stopped_by=by, due_on=day(due))


@pytest.mark.parametrize(
    ("stretches", "stopped"),
    [
        ([stretch(-9, None)], "runs"),
        ([stretch(-9, 10, "match")], "match"),
        ([stretch(-9, 10, WENT_ON), stretch(10, None)], "runs"),
        ([stretch(-9, 10, WENT_ON), stretch(10, 50, "match")], "match"),
        ([stretch(-9, 10, WENT_ON), stretch(10, 61, "match")], "runs"),
        ([stretch(-9, 10, WENT_ON)], "runs"),
        ([stretch(-9, 10, "left care")], "left care"),
        ([stretch(-9, 10, TURNED_18)], "turned 18 before it stopped"),
        ([stretch(-9, -1, WENT_ON), stretch(5, None)], "not there"),
        ([stretch(0, 0, "match")], "not there"),
        ([stretch(1, None)], "not there"),
    ],
)
def test_a_wait_that_goes_on_in_another_stretch_has_not_stopped(
    stretches: list[ClockRow], stopped: str
) -> None:
    found = watched(Episode(1, MATCH, "child", DAY), stretches, DAY, SEEN)
    said = "not there" if found is None else found.became.partition(", ")[0]
    assert said.replace("runs on", "runs") == stopped


def test_the_engine_says_so_of_a_wait_that_nothing_stopped() -> None:
    assert f"'{WENT_ON}'" in FRESH and f"'{TURNED_18}'" in FRESH


# Beside comparable waits


def test_comparable_are_those_of_nobody_on_an_agenda_by_then(
    cast: Cast, series: MeetingSeries
) -> None:
    """Decided on: Amara and another, of whom one was matched. To compare: Tomas, one who stands on
    the next agenda, and one matched after 30 days. Not: who stood on an agenda before, who waits
    within her limit, who was matched before, or a child of another authority.
    """
    seen = a_child(cast)
    ahead(cast, seen, on=DAY - timedelta(days=30), series=series)
    in_time = a_child(cast, WAITING.replace("2025-10-01", "2026-05-01"))
    matched(cast, DAY - timedelta(days=3))
    other = matched(cast, DAY + timedelta(days=30))
    later = a_child(cast)
    met(cast, series, cast.amara, matched(cast, DAY + timedelta(days=9)))
    met(cast, series, later, on=NEXT)
    (beside,) = of(cast, series).beside
    assert beside.clock == MATCH
    assert (beside.decided.stopped, beside.decided.of) == (1, 2)
    assert beside.others.children == {cast.tomas.pk, later.pk, other.pk}
    assert beside.others.words == "1 of 3, of only 3 children"
    assert beside.expected == pytest.approx(2 / 3)
    assert ClockRow.objects.as_at(DAY).filter(child=in_time, clock=MATCH).exists()
    assert of(cast, series).compared_words == "", "too few to say more"


def test_with_enough_it_is_said_what_would_be_expected(cast: Cast, series: MeetingSeries) -> None:
    """Of ten 4 stopped; of five to compare (Amara, Tomas, three more) 1 did: a fifth, 2 of ten."""
    soon = DAY + timedelta(days=9)
    ours = [matched(cast, soon) for _ in range(4)] + [a_child(cast) for _ in range(6)]
    matched(cast, soon)
    for _ in range(2):
        a_child(cast)
    met(cast, series, *ours)
    found = of(cast, series)
    assert found.whole.words == "4 of 10 (40%)"
    assert found.beside[0].others.words == "1 of 5"
    assert found.compared_words == (
        "Of 10 waits past their limit that can be compared, 4 stopped. Had each stopped as often "
        "as the comparable ones of its kind, about 2 would have."
    )


@pytest.mark.parametrize(
    ("stopped", "of_all", "children", "said"),
    [
        (0, 0, 0, "none"),
        (1, 4, 4, "1 of 4, of only 4 children"),
        (1, 1, 1, "1 of 1, of only 1 child"),
        (5, 9, 5, "5 of 9"),
        (5, 10, 5, "5 of 10 (50%)"),
        (14, 21, 20, "14 of 21 (67%)"),
    ],
)
def test_few_are_said_as_they_are(stopped: int, of_all: int, children: int, said: str) -> None:
    tally = Tally()
    tally.add(
        Watched(Episode(number % children, MATCH, "child", DAY), DAY, None, stop, "")
        for number in range(of_all)
        for stop in [DAY if number < stopped else None]
    )
    assert tally.words == said


# Carried out by their day


def to_do(cast: Cast, series: MeetingSeries) -> dict[str, Any]:
    """At the first meeting: one done on its day, one a day late, one not done. At the second: one
    due today, one still to come and done already. Between: one done by its day.
    """
    first, second = (ahead(cast, cast.amara, on=day, series=series) for day in (DAY, NEXT))
    Meeting.objects.update(opened_at=timezone.now(), chaired_by=cast.chair)
    Meeting.objects.update(closed_at=timezone.now())
    due = DAY + timedelta(days=28)
    day = timedelta(days=1)
    for meeting, owner, due_on, done_on in (
        (first, cast.north_worker, due, due),
        (first, cast.north_worker, due, due + day),
        (first, cast.south_worker, due, None),
        (second, cast.south_worker, SEEN, None),
        (second, cast.north_worker, SEEN + day, SEEN),
        (None, cast.north_worker, due, DAY),
    ):
        item = meeting.items.get() if meeting else None
        made = Decision.objects.create(
            child=cast.amara,
            series=series,
            meeting=meeting,
            item=item,
            kind="advice",
            text="Ask",
            decided_on=meeting.held_on if meeting else DAY,
            decided_by=cast.chair,
            recorded_by=cast.chair,
            owner=owner,
            due_on=due_on,
        )
        AgreedAction.objects.create(
            child=cast.amara,
            decision=made,
            owner=owner,
            text="Ask",
            agreed_on=made.decided_on,
            due_on=due_on,
            done_on=done_on,
        )
    found = of(cast, series)
    return {"due": to_carry_out(found.decisions), "day": found.day}


def figures(share: Any) -> tuple[int, ...]:
    return (share.due, share.in_time, share.late, share.undone, share.to_come, share.early)


def test_the_share_carried_out_of_each_meeting(cast: Cast, series: MeetingSeries) -> None:
    told = to_do(cast, series)
    second, first, between = by_meeting(told["due"], told["day"])
    assert (second.of.held_on, figures(second)) == (NEXT, (0, 0, 0, 0, 2, 1))
    assert (first.of.held_on, figures(first)) == (DAY, (3, 1, 1, 1, 0, 0))
    assert (between.of, figures(between)) == ("Between meetings", (1, 1, 0, 0, 0, 0))
    assert figures(in_all(told["due"], told["day"])) == (4, 2, 1, 1, 2, 1)


def test_the_share_carried_out_by_each_owner(cast: Cast, series: MeetingSeries) -> None:
    told = to_do(cast, series)
    south, north = by_owner(told["due"], told["day"])
    assert (south.of, figures(south)) == (cast.south_worker, (1, 0, 0, 1, 1, 0))
    assert (north.of, figures(north)) == (cast.north_worker, (3, 2, 1, 0, 1, 1))


def test_what_is_done_by_being_decided_is_not_to_carry_out(
    cast: Cast, series: MeetingSeries
) -> None:
    meeting = sitting(cast, cast.amara, series=series)
    decided(cast, meeting, cast.amara, "back", reason="It goes well")
    held.close_meeting(meeting=meeting, on=DAY, by=cast.chair)
    assert to_carry_out(of(cast, series).decisions) == []


# The page


def page_of(user: Any, series: MeetingSeries, query: str = "") -> str:
    answer = signed_in(user).get(f"/meetings/groups/{series.uuid}/effect/{query}")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_page_counts_first_and_names_whoever_is_behind(
    cast: Cast, series: MeetingSeries
) -> None:
    meeting = met(cast, series, cast.amara, matched(cast, DAY + timedelta(days=9)))
    page = page_of(cast.chair, series)
    assert "1 of 2 waits stopped within 60 days of a decision on them" in page
    assert "The difference is not proof." in page and "Amara" not in page
    assert "Of 2 decisions whose day has passed, 0 were done by their day" in page
    assert AuditEvent.objects.filter(what="group.effect").latest("at").children == []
    page = page_of(cast.chair, series, f"?meeting={meeting.uuid}")
    assert "Amara Bello" in page and "122 days over" in page and "Runs on" in page
    assert "Match, 10 Jun 2026, 9 days later" in page
    assert cast.amara.pk in AuditEvent.objects.filter(what="group.effect").latest("at").children


def test_who_was_adopted_since_counts_and_is_not_named(cast: Cast, series: MeetingSeries) -> None:
    meeting = met(cast, series, cast.amara)
    CarePeriod.objects.filter(child=cast.amara).update(ends_on="2026-07-01", end_reason="E11")
    refresh([cast.amara.pk])
    page = page_of(cast.chair, series, f"?meeting={meeting.uuid}")
    assert "1 of 1 waits stopped" in page and ": left care<" in page
    assert "You reach none of them any more." in page and "Amara" not in page


def test_an_interest_keeps_the_child_out_of_every_figure(cast: Cast, series: MeetingSeries) -> None:
    meeting = met(cast, series, cast.amara, cast.tomas)
    member = series.members.create(user=cast.chair, seat="care", starts_on=series.starts_on)
    member.interests.create(child=cast.amara, reason="Aunt", starts_on=series.starts_on)
    page = page_of(cast.chair, series, f"?meeting={meeting.uuid}")
    assert "0 of 1 waits stopped" in page and "Tomas" in page and "Amara" not in page


def test_a_group_that_has_not_met_says_so(cast: Cast, series: MeetingSeries) -> None:
    page = page_of(cast.chair, series, "?meeting=nonsense")
    assert "No meeting is closed yet that decided on a wait." in page
    assert "No decision on a wait is 60 days old yet" in page


def test_whoever_reads_minutes_sees_it_and_nobody_else(cast: Cast, series: MeetingSeries) -> None:
    address = f"/meetings/groups/{series.uuid}/effect/"
    for user, answer in (
        (cast.chair, 200),
        (a_user("director", cast.authority, "director"), 200),
        (cast.social_worker, 403),
        (cast.stranger, 404),
    ):
        assert signed_in(user).get(address).status_code == answer
    assert signed_in(cast.chair).post(address).status_code == 405


def test_more_meetings_and_children_are_no_more_questions(
    cast: Cast, series: MeetingSeries
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            of(cast, series)
        return len(queries)

    met(cast, series, cast.amara)
    of(cast, series)
    before = asked()
    met(cast, series, *(a_child(cast) for _ in range(4)), on=DAY + timedelta(days=7))
    assert asked() == before == 5
