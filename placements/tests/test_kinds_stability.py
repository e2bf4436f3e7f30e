"""Worries about a home, meetings about it, and homes that are not registered or approved."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from casetrack.tests.test_record_pages import day
from placements.models import Home, HomeMeeting, HomeWorry, Placement, UnregisteredSetting
from placements.tests.pages import changed, recorded, refused, said, told
from tests.cast import signed_in

WORRY = {"worry": "the carers are worn out", **day("starts_on", "2026-03-02")}
NOT_REGISTERED = {"kind": "childrens-home", "reason": "no other home was found"}


@pytest.fixture
def home(cast) -> Home:
    return Placement.objects.get(child=cast.amara).home


def test_a_worry_is_raised_met_with_support_and_ends(cast, worker):
    recorded(worker, cast.amara, "home-worry", **WORRY)
    worry = HomeWorry.objects.get(child=cast.amara)
    support = {"support": "a weekend off", **day("support_offered_on", "2026-03-01")}
    early = changed(worker, cast.amara, worry, "support", **support)
    assert "A worry is raised before support is offered and before it ends." in said(early)
    support |= day("support_offered_on", "2026-03-04")
    assert changed(worker, cast.amara, worry, "support", **support).status_code == 302
    ended = {"outcome": "settled", **day("ends_on", "2026-04-02")}
    assert changed(worker, cast.amara, worry, "ended", **ended).status_code == 302
    story = told(worker, cast.amara)
    assert (
        "2 March 2026 There were worries about whether this home would last."
        " The carers are worn out." in story
    )
    assert "4 March 2026 Support was offered. A weekend off." in story
    assert "2 April 2026 The worries ended: things settled." in story
    assert "A worry of that day is already recorded." in refused(
        worker, cast.amara, "home-worry", **WORRY
    )


@pytest.mark.parametrize(
    "kind, sentence",
    [
        ("planning", "A meeting planned the move into this home."),
        ("stability", "A meeting talked about how this home can last."),
        ("disruption", "A meeting looked at why this home ended."),
    ],
)
def test_a_meeting_about_a_home_is_recorded(cast, worker, home, kind, sentence):
    typed = {"home": home.pk, "kind": kind, "outcome": "we listen sooner"}
    typed |= day("held_on", "2026-03-05")
    recorded(worker, cast.amara, "home-meeting", **typed)
    assert f"5 March 2026 {sentence} We listen sooner." in told(worker, cast.amara)
    assert "That meeting is already recorded." in refused(
        worker, cast.amara, "home-meeting", **typed
    )


def test_a_home_that_is_not_registered_is_marked_until_it_is(cast, worker):
    typed = NOT_REGISTERED | {"told": "director, reviewing officer"}
    recorded(worker, cast.amara, "unregistered", **typed, **day("starts_on", "2026-03-02"))
    setting = UnregisteredSetting.objects.get(child=cast.amara)
    ofsted = day("ofsted_notified_on", "2026-03-03")
    assert changed(worker, cast.amara, setting, "ofsted", **ofsted).status_code == 302
    for on, words in (
        ("2026-03-02", "It must end after the day it began."),
        ("2026-03-01", "Enter a day after the day on which it started"),
    ):
        page = changed(
            worker, cast.amara, setting, "ended", end_reason="moved", **day("ends_on", on)
        )
        assert words in said(page)
    ended = {"end_reason": "registered", **day("ends_on", "2026-03-20")}
    assert changed(worker, cast.amara, setting, "ended", **ended).status_code == 302
    story = told(worker, cast.amara)
    for line in (
        "2 March 2026 The home was not as it must be: a children’s home that is not registered."
        " No other home was found.",
        "2 March 2026 Told of it: Director, reviewing officer.",
        "3 March 2026 Ofsted was told of the home.",
        "20 March 2026 That ended: the home was registered or the carers approved.",
    ):
        assert line in story
    again = refused(
        worker, cast.amara, "unregistered", **NOT_REGISTERED, **day("starts_on", "2026-03-10")
    )
    assert "That time is already marked as not registered or approved." in again


def test_a_home_before_care_is_not_marked(cast, worker):
    typed = NOT_REGISTERED | day("starts_on", "2025-02-01")
    assert "The child is not in care on that day." in refused(
        worker, cast.amara, "unregistered", **typed
    )


@pytest.mark.parametrize("kind", ["home-worry", "home-meeting", "unregistered"])
def test_who_may_not_record_homes_is_refused(cast, kind):
    page = signed_in(cast.iro).get(reverse("child-enter", args=[cast.amara.uuid, kind]))
    assert page.status_code == 403


@pytest.mark.parametrize(
    "wrong, name",
    [
        ({"ends_on": "2026-03-01", "outcome": "moved"}, "in_order"),
        ({"support_offered_on": "2026-03-01", "support": "rest"}, "in_order"),
        ({"support": "rest"}, "support_is_whole"),
        ({"ends_on": "2026-03-03"}, "end_has_an_outcome"),
    ],
)
def test_the_database_refuses_a_worry_that_cannot_be(cast, wrong, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        HomeWorry.objects.create(child=cast.amara, starts_on="2026-03-02", worry="noise", **wrong)


def test_the_database_refuses_meetings_and_settings_that_cannot_be(cast, home):
    met = {"child": cast.amara, "home": home, "kind": "stability", "held_on": "2026-03-02"}
    HomeMeeting.objects.create(**met)
    with pytest.raises(IntegrityError, match="home_meeting_once_a_day"), transaction.atomic():
        HomeMeeting.objects.create(**met)
    lived = {"child": cast.amara, "kind": "carers", "starts_on": "2026-03-02"}
    with pytest.raises(IntegrityError, match="end_has_its_reason"), transaction.atomic():
        UnregisteredSetting.objects.create(**lived, ends_on="2026-03-05")
    UnregisteredSetting.objects.create(**lived)
    with pytest.raises(IntegrityError, match="one_at_a_time"), transaction.atomic():
        UnregisteredSetting.objects.create(**lived | {"kind": "under-16"})
