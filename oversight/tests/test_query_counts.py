"""How many questions each page asks of the database, however many children there are.

The figures stand in query_counts.json, so that a page that asks more is a line in a diff. Those of
the transaction itself are not counted.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casetrack.models import CourtOrder, LegalGateway, PreProceedings, Proceedings
from oversight.legal.listing import PARTS
from oversight.models import (
    Answer,
    Benchmark,
    Cohort,
    CohortAim,
    EnteredFigure,
    FearedHome,
    PlanTheme,
    Rebase,
    SavingsWork,
    ThemeAction,
    ThemeProgress,
    WeeklyRate,
)
from permanence.models import (
    QUESTIONS,
    AgendaUpdate,
    AgreedAction,
    Challenge,
    ChildsWords,
    Meeting,
    MeetingSeries,
    MidPoint,
    Review,
)
from tests import timeline
from tests.cast import DAY, WAITING, Cast, a_user, signed_in

COUNTS: dict[str, int] = json.loads(Path(__file__).with_name("query_counts.json").read_text())
NOT_COUNTED = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "SET LOCAL")


def addresses(cast: Cast) -> dict[str, str]:
    day = f"as_at={DAY.isoformat()}"
    ticked = f"child={cast.amara.uuid}&child={cast.tomas.uuid}"
    return {
        "tracker": f"/tracker/?{day}",
        "tracker-filtered": f"/tracker/?{day}&show=red&route=adoption&home=foster&age=1-4"
        f"&team={cast.north_worker.team_id}&worker={cast.north_worker.uuid}&sort=worker",
        "tracker-looked-for": f"/tracker/?{day}",
        "tracker-printed": f"/tracker/?{day}&whole=yes",
        "child": f"/children/{cast.amara.uuid}/?{day}",
        **{f"legal-{part}": f"/legal/?{day}&part={part}" for part in PARTS},
        "legal-printed": f"/legal/?{day}&whole=yes",
        "hearings": f"/legal/hearings/?month={DAY:%Y-%m}",
        "hearings-calendar": "/legal/hearings/calendar/",
        "regional": "/regional/",
        "regional-children": "/regional/children/?of=CAST",
        "cohorts": "/cohorts/",
        "cohort": f"/cohorts/{Cohort.objects.get(aim='family').uuid}/?{day}",
        "tracker-cohort": f"/tracker/cohort/?{ticked}",
        "tracker-agenda": f"/tracker/agenda/?{ticked}",
        "meetings": "/meetings/",
        "meeting": f"/meetings/{Meeting.objects.get().uuid}/",
        "meeting-pack": f"/meetings/{Meeting.objects.get().uuid}/pack/",
        **{
            f"meeting-pack-{form}": f"/meetings/{Meeting.objects.get().uuid}/pack/{form}/"
            for form in ("pdf", "word")
        },
        "meeting-updates": f"/meetings/{Meeting.objects.get().uuid}/updates/",
        "updates": "/updates/",
        "child-update": f"/children/{cast.amara.uuid}/update/{_update(cast).item.uuid}/",
        "child-mid-point": f"/children/{cast.amara.uuid}/mid-point/",
        "child-mid-point-held": f"/children/{cast.amara.uuid}/mid-points/{_mid_point(cast).pk}/",
        "meeting-room": f"/meetings/{Meeting.objects.get().uuid}/room/",
        "group-actions": "/meetings/actions/",
        "group": f"/meetings/groups/{MeetingSeries.objects.get().uuid}/",
        "group-interests": f"/meetings/groups/{MeetingSeries.objects.get().uuid}/interests/",
        "group-between": f"/meetings/groups/{MeetingSeries.objects.get().uuid}/between/",
        "legal-export": f"/legal/export/?{day}",
        "catalogue": "/clocks/",
        "rules": "/clocks/rules/",
        "limits": "/clocks/limits/",
        "limit": "/clocks/limits/placement-order-to-match/",
        "recording-begins": "/clocks/limits/recording/",
        "coming": f"/tracker/coming/?{day}&every=yes",
        "gaps": f"/tracker/gaps/?{day}",
        "what-if": f"/children/{cast.amara.uuid}/what-if/",
        "totals": "/totals/",
        "action-plan": "/action-plan/",
        "plan-progress": f"/action-plan/themes/{PlanTheme.objects.get().pk}/progress/",
        "figures": "/measures/figures/?also=children-in-care",
        "targets": "/measures/targets/",
        "target": "/measures/targets/order-to-match/",
        "rates": "/measures/rates/",
        "measure-rebase": "/measures/of/weeks-in-care/rebase/",
        "measure-sources": "/measures/of/children-in-care/sources/",
        "my-children": "/my-children/",
        "officers": "/officers/",
        "officers-children": "/officers/children/?weeks=8",
        "officer-report": "/officers/report/?year=2025",
        "delays": "/delays/",
        "challenges": "/challenges/",
        "child-challenge": f"/children/{cast.amara.uuid}/challenges/{_challenge(cast).pk}/",
        "reviews-to-answer": "/reviews/to-answer/",
        "review": f"/children/{cast.amara.uuid}/reviews/{_reviewed(cast).pk}/",
        "causes": "/waits/causes/",
        "packs": "/packs/",
        "pack-preview": "/packs/look/?council=CAST&kind=board&as_at=2026-05-31",
        "measures": "/measures/",
        "measures-every": "/measures/all/",
        "measures-ahead": "/measures/ahead/",
        "measures-journey": "/measures/journey/",
        "savings": "/measures/savings/?as_at=2026-06-30",
        "savings-children": "/measures/savings/children/?as_at=2026-06-30",
        "savings-work": "/measures/savings/work/",
        "child-feared-homes": f"/children/{cast.amara.uuid}/feared-homes/",
        "measure-definitions": "/measures/definitions/",
        "measure": "/measures/of/order-to-match/?by=age",
        "measure-children": "/measures/of/children-in-care/children/",
        "causes-children": "/waits/causes/children/",
        "pathways": "/pathways/",
        "pathway": f"/pathways/adoption/?{day}",
        "pathway-export": f"/pathways/adoption/export/?{day}",
        "tracker-export": f"/tracker/export/?{day}",
        "tracker-assign": f"/tracker/assign/?{ticked}",
        "tracker-reason": f"/tracker/reason/?{ticked}",
    }


@pytest.mark.parametrize("page", COUNTS)
def test_a_page_asks_no_more_than_it_said(cast: Cast, page: str) -> None:
    for _ in range(8):
        timeline.child(WAITING, authority=cast.authority)
    _talked_about(cast)
    _before_courts(cast)
    _challenged(cast)
    _in_cohorts(cast)
    _on_an_agenda(cast)
    _set_of_measures(cast)
    agency = a_user("agency", cast.authority, "adoption-agency-worker")
    readers = {"regional": agency, "regional-children": agency}
    readers |= {"my-children": cast.iro}
    if page.startswith("officer"):
        readers[page] = a_user("leader", cast.authority, "iro-manager")
    readers |= {"updates": cast.service_manager, "child-update": cast.service_manager}
    readers |= {"challenges": cast.service_manager, "child-challenge": cast.service_manager}
    readers |= {"reviews-to-answer": cast.service_manager}
    readers |= dict.fromkeys(("figures", "targets", "target"), cast.service_manager)
    readers |= dict.fromkeys(("action-plan", "plan-progress"), cast.service_manager)
    readers |= dict.fromkeys(("packs", "pack-preview"), cast.service_manager)
    readers |= dict.fromkeys(("rates", "measure-rebase", "measure-sources"), cast.service_manager)
    readers |= dict.fromkeys(("savings-work", "child-feared-homes"), cast.service_manager)
    readers |= dict.fromkeys(("child-mid-point", "child-mid-point-held"), cast.iro)
    client = signed_in(readers.get(page, cast.chair))
    address = addresses(cast)[page]
    if page == "tracker-looked-for":
        address = client.post(address, {"words": "Bello"})["Location"]
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    counted = [each for each in asked if not each["sql"].startswith(NOT_COUNTED)]
    assert len(counted) <= COUNTS[page], "\n".join(each["sql"][:120] for each in counted)


def _mid_point(cast: Cast) -> MidPoint:
    """At which two people were asked to do something."""
    found = dict.fromkeys(QUESTIONS, "yes") | {"looked": "visit", "seen": "alone"}
    found |= {"judgement": "at-risk", "judgement_because": "It drifts."}
    held, _ = MidPoint.objects.get_or_create(child=cast.amara, held_on=DAY, defaults=found)
    for owner in (cast.north_worker, cast.south_worker):
        given = {"text": "Ring", "owner": owner, "agreed_on": DAY, "due_on": DAY}
        held.actions.create(child=cast.amara, **given)
    return held


def _set_of_measures(cast: Cast) -> None:
    """Figures of two sources and several days, targets, rates, a chart that counts anew, a plan."""
    given: dict[str, Any] = {"authority": cast.authority}
    for month in range(1, 5):
        day = date(2026, month, 1)
        for source in ("Board paper", "Minutes"):
            EnteredFigure.objects.create(
                code="children-in-care",
                on_day=day,
                as_at=day,
                value=2,
                source=source,
                **given,
            )
        Rebase.objects.create(
            authority=cast.authority,
            indicator="weeks-in-care",
            from_on=day,
            reason="A panel met.",
            decided_by=cast.chair,
        )
    theme = PlanTheme.objects.create(
        number=1, title="Moves", lead="Head", indicators=["moves", "children-in-care"], **given
    )
    for month in range(1, 5):
        day = date(2026, month, 1)
        ThemeProgress.objects.create(
            theme=theme, written_on=day, standing="on-track", words="Well.", written_by=cast.chair
        )
        ThemeAction.objects.create(theme=theme, words=f"Meet {month}", lead="Head", due_on=day)
    given |= {"source": "Budget", "set_by": cast.chair, "starts_on": DAY}
    for type in ("K2", "U6", "U4"):
        WeeklyRate.objects.create(type=type, pounds=9, **given)
    for name in ("Hub", "Panel"):
        SavingsWork.objects.create(name=name, pounds=9, ends_on=date(2027, 4, 1), **given)
    _moved_and_feared(cast)
    for whose in ("target", "england", "region"):
        Benchmark.objects.create(indicator="order-to-match", whose=whose, value=9, **given)


def _moved_and_feared(cast: Cast) -> None:
    """Three have moved since the rates are set; for both a home was feared."""
    told = "care 2025-03-01; home K2 2025-03-01 .. 2026-06-10; home U6 2026-06-10"
    for _ in range(3):
        timeline.child(f"born 2015-01-01; {told}", authority=cast.authority)
    chances = {"low": 10, "central": 20, "high": 30, "most_weeks": 26}
    for child in (cast.amara, cast.tomas):
        FearedHome.objects.create(
            child=child,
            from_on=DAY,
            type="K2",
            why="They were worn out.",
            judged_by="the panel",
            entered_by=cast.chair,
            **chances,
        )


def _talked_about(cast: Cast) -> None:
    """Amara has actions of several owners, answers of several people, and words of her own."""
    for owner, by in ((cast.north_worker, cast.chair), (cast.south_worker, cast.manager)):
        AgreedAction.objects.create(
            child=cast.amara, text="Visit", owner=owner, agreed_on=DAY, due_on=DAY
        )
        Answer.objects.create(
            child=cast.amara,
            clock="placement-order-to-match",
            started_on=date(2025, 10, 1),
            kind="reason",
            reason="The adopters withdrew",
            answered_on=DAY,
            answered_by=by,
        )
        ChildsWords.objects.create(
            child=cast.amara, said_on=DAY, words="Soon?", gathered="play", shared_with="readers"
        )


def _before_courts(cast: Cast) -> None:
    """Both have something in every part of the legal tracker, with all that hangs on it."""
    for child in (cast.amara, cast.tomas):
        letter = PreProceedings.objects.create(child=child, letter_sent_on="2026-03-02")
        letter.meetings.create(child=child, purpose="first", held_on="2026-03-12")
        court = Proceedings.objects.create(child=child, kind="care", issued_on="2026-04-02")
        court.hearings.create(child=child, purpose="final", listed_on="2026-06-20")
        court.extensions.create(
            child=child, ordered_on="2026-05-02", until_on="2026-11-20", reason="An expert is late"
        )
        LegalGateway.objects.create(child=child, referred_on="2026-05-02")
        order = CourtOrder.objects.create(child=child, kind="supervision", made_on="2026-01-02")
        order.discharge_applications.create(
            child=child, applied_on="2026-03-02", applied_by="mother"
        )


def _challenged(cast: Cast) -> None:
    """Both, in one that waits at its second stage and in one that was closed, by two officers."""
    for child, by in ((cast.amara, cast.iro), (cast.tomas, cast.manager)):
        for theme in ("drift", "practice"):
            raised = Challenge.objects.create(
                child=child, raised_on=DAY, raised_by=by, theme=theme, concern="It drifts."
            )
            raised.stages.create(child=child, stage="informal", began_on=DAY)
            raised.stages.create(child=child, stage="stage-2", began_on=DAY)
        raised.closed_on, raised.outcome, raised.effect = DAY, "as-asked", "A worker."
        raised.save()


def _challenge(cast: Cast) -> Challenge:
    return Challenge.objects.get(child=cast.amara, closed_on=None)


def _reviewed(cast: Cast) -> Review:
    """Those of all wait for an answer; Amara's decided for two people, in two meetings."""
    Review.objects.filter(held_on="2026-05-20").update(decisions_sent_on=timezone.localdate())
    review = Review.objects.get(child=cast.amara, held_on="2026-05-20")
    for owner in (cast.north_worker, cast.south_worker):
        given = {"text": "Visit", "owner": owner, "agreed_on": DAY, "due_on": DAY}
        review.actions.create(child=cast.amara, **given)
        review.meetings.create(child=cast.amara, held_on=DAY, with_whom=owner.name)
    return review


def _on_an_agenda(cast: Cast) -> None:
    """Both of them, put on by two people who decided before, and members of whom one has an
    account.
    """
    series = MeetingSeries.objects.create(
        authority=cast.authority,
        name="The group",
        place="Room 2",
        starts_at="9:30",
        chair=cast.chair,
        starts_on=date(2026, 1, 1),
    )
    series.members.create(name="N. Ray", seat="health", starts_on=date(2026, 1, 1))
    series.members.create(user=cast.manager, seat="care", starts_on=date(2026, 1, 1))
    meeting = series.meetings.create(held_on=date(2027, 1, 13))
    for place, (child, by) in enumerate(
        ((cast.amara, cast.chair), (cast.tomas, cast.manager)), start=1
    ):
        item = meeting.items.create(child=child, part="added", place=place, minutes=5, added_by=by)
        AgendaUpdate.objects.create(child=child, item=item, sent_at=timezone.now(), sent_by=by)
        decided = {"decided_on": DAY, "decided_by": by, "recorded_by": by}
        series.decisions.create(child=child, kind="noted", text="They met.", **decided)


def _update(cast: Cast) -> AgendaUpdate:
    return AgendaUpdate.objects.get(child=cast.amara)


def _in_cohorts(cast: Cast) -> None:
    """One cohort of every aim, with both of them in it."""
    for aim in CohortAim:
        cohort = Cohort.objects.create(
            authority=cast.authority, name=aim, aim=aim, starts_on=date(2025, 1, 6)
        )
        for child in (cast.amara, cast.tomas):
            cohort.members.create(child=child, starts_on=date(2025, 2, 3), added_by=cast.chair)


def test_every_figure_has_its_page(cast: Cast) -> None:
    _challenged(cast)
    _in_cohorts(cast)
    _on_an_agenda(cast)
    _set_of_measures(cast)
    assert addresses(cast).keys() == COUNTS.keys()
