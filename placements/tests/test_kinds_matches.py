"""Matched for the long term, and what follows from it."""

import pytest
from django.db import IntegrityError, transaction

from casetrack.tests.test_record_pages import day
from placements.models import Home, LongTermMatch, Placement
from placements.tests.pages import changed, recorded, refused, said, told


@pytest.fixture
def home(cast) -> Home:
    return Placement.objects.get(child=cast.amara).home


@pytest.fixture
def typed(home) -> dict:
    return {
        "home": home.pk,
        "decided_by": "D. Marsh",
        **day("panel_on", "2026-03-02"),
        **day("decided_on", "2026-03-09"),
    }


def test_a_match_is_decided_and_carried_out_step_by_step(cast, worker, officer, typed):
    recorded(officer, cast.amara, "long-term-match", **typed)
    match = LongTermMatch.objects.get(child=cast.amara)
    for change, field, on in (
        ("conditions", "matters_recorded_on", "2026-03-12"),
        ("told", "child_told_on", "2026-03-13"),
        ("fewer-visits", "fewer_visits_on", "2026-04-14"),
    ):
        assert changed(worker, cast.amara, match, change, **day(field, on)).status_code == 302
    page = changed(worker, cast.amara, match, "ended", **day("ended_on", "2026-05-01"))
    assert "Answer “Why did it end?”" in said(page)
    ended = {"end_reason": "the carers fell ill", **day("ended_on", "2026-05-01")}
    assert changed(worker, cast.amara, match, "ended", **ended).status_code == 302
    story = told(worker, cast.amara)
    for line in (
        "2 March 2026 A panel recommended that the child stays with these carers.",
        "9 March 2026 It was decided that the child stays with these carers until 18.",
        "12 March 2026 What makes this a long-term home was written into the plan.",
        "13 March 2026 The child was told that they stay.",
        "14 April 2026 The child agreed to fewer visits.",
        "1 May 2026 It was no longer planned to stay until 18. The carers fell ill.",
    ):
        assert line in story


def test_a_match_is_refused_in_words(cast, officer, typed):
    late = typed | day("panel_on", "2026-03-10")
    assert "The panel comes before the decision" in refused(
        officer, cast.amara, "long-term-match", **late
    )
    recorded(officer, cast.amara, "long-term-match", **typed)
    again = typed | day("decided_on", "2026-04-09")
    assert "The child is matched already. Record first that the match ended." in refused(
        officer, cast.amara, "long-term-match", **again
    )


@pytest.mark.parametrize(
    "wrong, name",
    [
        ({"panel_on": "2026-03-10"}, "in_order"),
        ({"child_told_on": "2026-03-08"}, "in_order"),
        ({"ended_on": "2026-03-10"}, "end_has_its_reason"),
        ({"end_reason": "illness"}, "end_has_its_reason"),
    ],
)
def test_the_database_refuses_a_match_that_cannot_be(cast, home, wrong, name):
    given = {"child": cast.amara, "home": home, "decided_on": "2026-03-09", "decided_by": "D."}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        LongTermMatch.objects.create(**given, **wrong)
    LongTermMatch.objects.create(**given)
    with pytest.raises(IntegrityError, match="long_term_match_"), transaction.atomic():
        LongTermMatch.objects.create(**given)
