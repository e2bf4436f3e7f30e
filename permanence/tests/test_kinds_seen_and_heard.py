"""Visits, supervision, health, school, the child's voice and life story work."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from casetrack.tests.test_record_pages import corrected, day, enter, history
from permanence.models import (
    ChildsWords,
    LifeStory,
    PermanencePlan,
    SchoolPlace,
    Supervision,
    Visit,
    WellbeingCheck,
)
from permanence.tests.telling import told
from permanence.voice import latest_words
from tests.cast import DAY, Cast, signed_in


@pytest.fixture
def worker(cast: Cast) -> Client:
    return signed_in(cast.social_worker)


VISIT = {"visitor": "social-worker", "place": "home", "seen": "alone"}
WORDS = {"words": "I want to stay with Jo.", "gathered": "talking", "shared_with": "readers"}


# Visits and supervision


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "The social worker visited at home and saw the child alone."),
        (
            {"visitor": "iro", "place": "school", "seen": "with-others"},
            "The reviewing officer visited at school or nursery and saw the child with others "
            "there.",
        ),
        (
            {"visitor": "other", "seen": "not-seen", "not_seen_because": "At a party."},
            "Another worker visited at home but did not see the child: At a party.",
        ),
    ],
)
def test_a_visit_is_recorded_and_told(cast, worker, typed, sentence) -> None:
    page = enter(worker, cast.amara, "visit", **VISIT | typed, **day("visited_on", "2026-05-04"))
    assert page.status_code == 302, page.content.decode()
    assert f"4 May 2026 {sentence}" in told(cast.amara)


def test_a_child_who_was_not_seen_needs_a_reason_and_one_who_was_has_none(cast, worker) -> None:
    for typed in ({"seen": "not-seen"}, {"not_seen_because": "At a party."}):
        values = VISIT | typed | day("visited_on", "2026-05-04")
        page = enter(worker, cast.amara, "visit", **values)
        assert "Write why the child was not seen, and only then." in page.content.decode()
        fields = VISIT | typed | {"visited_on": date(2026, 5, 4)}
        with pytest.raises(IntegrityError), transaction.atomic():
            Visit.objects.create(child=cast.amara, **fields)


def test_a_visit_is_recorded_once(cast, worker) -> None:
    values = VISIT | day("visited_on", "2026-05-04")
    enter(worker, cast.amara, "visit", **values)
    page = enter(worker, cast.amara, "visit", **values)
    assert "A visit is already recorded for that day, person and place." in page.content.decode()


def test_a_visit_is_corrected(cast, worker) -> None:
    enter(worker, cast.amara, "visit", **VISIT, **day("visited_on", "2026-05-04"))
    visit = Visit.objects.get(child=cast.amara, visited_on="2026-05-04")
    typed = VISIT | {"seen": "with-others", "why": "His carer was there"}
    page = corrected(worker, cast.amara, visit, **typed, **day("visited_on", "2026-05-04"))
    assert page.status_code == 302, page.content.decode()
    visit.refresh_from_db()
    assert visit.seen == "with-others"


def test_who_only_leads_meetings_records_no_visit(cast) -> None:
    address = reverse("child-enter", args=[cast.amara.uuid, "visit"])
    assert signed_in(cast.chair).get(address).status_code == 403


def test_supervision_says_what_was_decided(cast) -> None:
    manager = signed_in(cast.manager)
    typed = {"decided": "Ask Gran about Sundays.", **day("held_on", "2026-05-04")}
    assert enter(manager, cast.amara, "supervision", **typed).status_code == 302
    sentences = told(cast.amara)
    assert (
        "4 May 2026 The social worker and the manager talked about what is to happen: Ask Gran "
        "about Sundays." in sentences
    )
    again = enter(manager, cast.amara, "supervision", **typed)
    assert "Supervision is already recorded for that day." in again.content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        Supervision.objects.create(child=cast.amara, held_on=DAY, decided=" ")


# Health and school


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("initial-health", "The first health assessment in care was done."),
        ("review-health", "A health assessment was done."),
        ("dentist", "The child saw a dentist."),
        ("optician", "The child saw an optician."),
        ("immunisations", "Vaccinations were up to date."),
        ("pep-started", "The plan for learning (personal education plan) was started."),
        (
            "pep-meeting",
            "A meeting looked at the plan for learning (personal education plan).",
        ),
        (
            "sdq",
            "A questionnaire asked how the child was (strengths and difficulties questionnaire).",
        ),
    ],
)
def test_a_check_is_recorded_and_told(cast, worker, kind, sentence) -> None:
    page = enter(worker, cast.amara, "check", kind=kind, **day("done_on", "2026-05-04"))
    assert page.status_code == 302, page.content.decode()
    assert f"4 May 2026 {sentence}" in told(cast.amara)


def test_only_the_questionnaire_has_a_score(cast, worker) -> None:
    done = day("done_on", "2026-05-04")
    for typed in ({"kind": "dentist", "score": "12"}, {"kind": "sdq", "score": "41"}):
        page = enter(worker, cast.amara, "check", **typed, **done)
        assert "Only the strengths and difficulties questionnaire" in page.content.decode()
        with pytest.raises(IntegrityError), transaction.atomic():
            WellbeingCheck.objects.create(
                child=cast.amara, done_on=DAY, kind=typed["kind"], score=int(typed["score"])
            )
    assert enter(worker, cast.amara, "check", kind="sdq", score="12", **done).status_code == 302
    assert (
        "4 May 2026 A questionnaire asked how the child was (strengths and difficulties "
        "questionnaire): 12 of 40." in told(cast.amara)
    )


def test_a_school_place_ends_the_one_before_it(cast, worker) -> None:
    first = {"school": "Elm School", "hours": "12.5", **day("starts_on", "2026-01-05")}
    second = {"school": "Oak School", "hours": "25", **day("starts_on", "2026-04-13")}
    for typed in (first, second):
        page = enter(worker, cast.amara, "school", **typed)
        assert page.status_code == 302, page.content.decode()
    sentences = told(cast.amara)
    assert "5 January 2026 Place at Elm School, 12.5 hours a week." in sentences
    assert "13 April 2026 The place at Elm School ended." in sentences
    assert "13 April 2026 Place at Oak School, 25 hours a week." in sentences
    page = enter(worker, cast.amara, "school", **first)
    assert "Another school place starts on or after that day." in page.content.decode()


def test_a_school_place_ends_once_and_after_it_began(cast, worker) -> None:
    place = SchoolPlace.objects.create(child=cast.amara, school="Elm", starts_on="2026-01-05")
    address = reverse("child-change", args=[cast.amara.uuid, "school", place.pk, "ended"])
    page = worker.post(address, day("on", "2026-01-05"))
    assert "A place must end after the day it began." in page.content.decode()
    assert worker.post(address, day("on", "2026-03-05")).status_code == 302
    assert worker.post(address, day("on", "2026-03-06")).status_code == 404


@pytest.mark.parametrize(
    "fields",
    [{"hours": 61}, {"ends_on": "2026-01-05"}, {"hours": -1}],
)
def test_the_database_refuses_an_impossible_school_place(cast, fields) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        SchoolPlace.objects.create(child=cast.amara, school="Elm", starts_on="2026-01-05", **fields)


# The child's voice


def test_words_are_kept_and_the_history_does_not_repeat_them(cast, worker) -> None:
    page = enter(worker, cast.amara, "words", **WORDS, **day("said_on", "2026-05-04"))
    assert page.status_code == 302, page.content.decode()
    sentences = told(cast.amara)
    assert (
        "4 May 2026 The child said something, to share with everybody who may read this record."
        in sentences
    )
    page = history(worker, cast.amara)
    assert page.count("stay with Jo") == 1, "at the head of the page, and in no sentence"
    assert page.index("stay with Jo") < page.index("As known on")
    assert latest_words([cast.amara.pk], DAY)[cast.amara.pk].words == "I want to stay with Jo."


def test_a_child_who_shares_words_no_longer_is_heard_at_once(cast, worker) -> None:
    enter(worker, cast.amara, "words", **WORDS, **day("said_on", "2026-05-04"))
    words = ChildsWords.objects.get(child=cast.amara)
    address = reverse("child-change", args=[cast.amara.uuid, "words", words.pk, "shared"])
    same = worker.post(address, {"shared_with": "readers"})
    assert "It is shared so already." in same.content.decode()
    assert worker.post(address, {"shared_with": "family"}).status_code == 302
    assert latest_words([cast.amara.pk], DAY) == {}
    assert "stay with Jo" not in history(worker, cast.amara)


def test_the_latest_words_are_asked_in_one_query(cast, django_assert_num_queries) -> None:
    for child, said_on, shared_with, words in (
        (cast.amara, "2026-05-01", "readers", "One"),
        (cast.amara, "2026-05-02", "readers", "Two"),
        (cast.amara, "2026-05-03", "workers", "Not for all"),
        (cast.amara, "2026-06-02", "readers", "After the day"),
        (cast.tomas, "2026-05-01", "readers", "His"),
    ):
        ChildsWords.objects.create(
            child=child, said_on=said_on, shared_with=shared_with, words=words, gathered="play"
        )
    with django_assert_num_queries(1):
        found = latest_words([cast.amara.pk, cast.tomas.pk, cast.noor.pk], DAY)
    assert {child: each.words for child, each in found.items()} == {
        cast.amara.pk: "Two",
        cast.tomas.pk: "His",
    }


def test_a_baby_shows_what_others_say(cast, worker) -> None:
    said = day("said_on", "2026-05-04")
    page = enter(worker, cast.amara, "words", **WORDS, is_observed="on", **said)
    assert "Words that were spoken are not an observation." in page.content.decode()
    typed = WORDS | {"gathered": "observed", "words": "She settles when Jo sings."}
    page = enter(worker, cast.amara, "words", **typed, is_observed="on", **said)
    assert page.status_code == 302, page.content.decode()
    assert (
        "4 May 2026 The child showed us something, to share with everybody who may read this "
        "record." in told(cast.amara)
    )


def test_the_page_says_where_a_disclosure_of_harm_belongs(cast, worker) -> None:
    page = worker.get(reverse("child-enter", args=[cast.amara.uuid, "words"])).content.decode()
    assert "record that in the safeguarding record, not here" in page


def test_words_bear_on_a_plan_of_the_same_child(cast) -> None:
    plan = PermanencePlan.objects.get(child=cast.tomas, rank="primary")
    with pytest.raises(IntegrityError), transaction.atomic():
        ChildsWords.objects.create(child=cast.amara, said_on=DAY, plan=plan, **WORDS)


def test_empty_or_spoken_observations_are_refused_by_the_database(cast) -> None:
    for fields in ({"words": " "}, {"is_observed": True}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ChildsWords.objects.create(child=cast.amara, said_on=DAY, **WORDS | fields)


def test_a_team_of_figures_records_no_words(cast) -> None:
    address = reverse("child-enter", args=[cast.amara.uuid, "words"])
    assert signed_in(cast.data_officer).get(address).status_code == 403


# Life story work


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("started", "Life story work started."),
        ("part", "A part of the life story was given to the child."),
        ("book", "The life story book was given to the child."),
        ("letter", "The later life letter was given, to be read when the child is older."),
    ],
)
def test_life_story_work_is_recorded_and_told(cast, worker, kind, sentence) -> None:
    page = enter(worker, cast.amara, "life-story", kind=kind, **day("done_on", "2026-05-04"))
    assert page.status_code == 302, page.content.decode()
    assert f"4 May 2026 {sentence}" in told(cast.amara)


def test_life_story_work_starts_once(cast, worker) -> None:
    LifeStory.objects.create(child=cast.amara, kind="started", done_on="2026-05-04")
    page = enter(worker, cast.amara, "life-story", kind="started", **day("done_on", "2026-05-11"))
    assert "Life story work has already started." in page.content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        LifeStory.objects.create(child=cast.amara, kind="started", done_on="2026-05-11")
