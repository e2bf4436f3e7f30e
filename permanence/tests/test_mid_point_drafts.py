"""What an officer types of a mid-point is kept and is theirs; what is raised at one."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models.functions import Now
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casetrack.access import visibility
from casetrack.actions.facts import FactRefused
from casetrack.audit import AuditEvent
from casetrack.models import Worker
from casetrack.record.reading import newest
from casetrack.record.registry import named
from casetrack.recording import SealedMeanwhile
from permanence.actions import agreed_actions, challenges, mid_points
from permanence.actions.agreed_actions import ActionRefused
from permanence.actions.mid_points import DraftRefused
from permanence.models import QUESTIONS, AgreedAction, Challenge, MidPoint, MidPointDraft
from permanence.tasks import forget_drafts
from tests.cast import DAY, Cast, a_user

DRAFTED = {"moving": "no", "moving_words": "Nobody looks for a family."}


def keep(cast: Cast, typed: dict[str, str] | None = None, by: Any = None) -> MidPointDraft:
    given = DRAFTED if typed is None else typed
    return mid_points.keep_draft(child=cast.amara, typed=given, by=by or cast.iro)


def held(cast: Cast, by: Any = None, on: date = DAY) -> MidPoint:
    mid_point = MidPoint(
        child=cast.amara,
        held_on=on,
        looked="records",
        seen="no",
        judgement="at-risk",
        judgement_because="Five months have gone.",
        **dict.fromkeys(QUESTIONS, "yes"),
    )
    return mid_points.record(mid_point=mid_point, by=by or cast.iro)


def test_what_is_typed_is_added_by_its_question(cast: Cast) -> None:
    begun = keep(cast)
    kept = keep(cast, {"moving_words": "", "looked": "visit"})
    assert kept.pk == begun.pk
    assert kept.typed == {"moving": "no", "moving_words": "", "looked": "visit"}
    assert kept.begun_at == begun.begun_at and kept.saved_at >= begun.saved_at


def test_each_officer_has_a_draft_of_their_own(cast: Cast) -> None:
    lead = a_user("lead", cast.authority, "iro-manager")
    keep(cast)
    keep(cast, {"looked": "call"}, by=lead)
    assert MidPointDraft.objects.get(written_by=cast.iro).typed == DRAFTED


def test_a_draft_is_no_fact(cast: Cast) -> None:
    """No clock is computed for it and no event written."""
    with CaptureQueriesContext(connection) as asked:
        keep(cast)
    touched = " ".join(each["sql"] for each in asked)
    assert "permanence_midpointdraft" in touched
    assert "oversight_clockrow" not in touched and "casetrack_auditevent" not in touched


def test_what_is_too_long_is_refused(cast: Cast) -> None:
    with pytest.raises(DraftRefused, match="up to 1,000 characters"):
        keep(cast, {"moving_words": "x" * 1001})
    assert not MidPointDraft.objects.exists()


def test_it_is_removed_when_the_mid_point_is_recorded(cast: Cast) -> None:
    lead = a_user("lead", cast.authority, "iro-manager")
    keep(cast)
    keep(cast, by=lead)
    held(cast)
    assert MidPointDraft.objects.get().written_by == lead


def test_it_stays_where_the_mid_point_is_refused(cast: Cast) -> None:
    keep(cast)
    with pytest.raises(FactRefused, match="not in care"):
        held(cast, on=date(2020, 1, 1))
    assert MidPointDraft.objects.get().typed == DRAFTED


def test_it_is_thrown_away_by_whom_it_is(cast: Cast) -> None:
    lead = a_user("lead", cast.authority, "iro-manager")
    keep(cast)
    mid_points.discard_draft(child=cast.amara, by=lead)
    assert MidPointDraft.objects.exists()
    mid_points.discard_draft(child=cast.amara, by=cast.iro)
    assert not MidPointDraft.objects.exists()
    event = AuditEvent.objects.filter(what="mid-point.draft-discarded").latest("at")
    assert event.children == [cast.amara.pk] and event.details == {}


def test_what_nobody_goes_on_with_is_forgotten(cast: Cast) -> None:
    keep(cast)
    other = keep(cast, by=cast.stranger)
    MidPointDraft.objects.filter(pk=other.pk).update(saved_at=Now() - timedelta(days=91))
    now = timezone.now()
    assert mid_points.forget_drafts(now=now) == 1
    assert MidPointDraft.objects.get().written_by == cast.iro
    event = AuditEvent.objects.get(what="mid-point.drafts-forgotten")
    assert event.children == [cast.amara.pk]
    assert mid_points.forget_drafts(now=now) == 0
    forget_drafts()
    assert MidPointDraft.objects.count() == 1


def test_nothing_is_kept_of_a_sealed_record(cast: Cast, monkeypatch: Any) -> None:
    monkeypatch.setattr(visibility, "_sealed", [lambda today: [cast.amara.pk]])
    with pytest.raises(SealedMeanwhile):
        keep(cast)
    assert not MidPointDraft.objects.exists()


# What is raised at a mid-point


def test_an_action_is_asked_for(cast: Cast) -> None:
    mid_point = held(cast)
    due = {"owner": cast.north_worker, "due_on": date(2026, 6, 15), "on": DAY}
    action = agreed_actions.ask(mid_point=mid_point, text=" Widen the search. ", by=cast.iro, **due)
    assert (action.child, action.text) == (cast.amara, "Widen the search.")
    assert list(mid_point.actions.all()) == [action]
    kind = named("agreed-action")
    assert kind is not None and newest(kind, action.pk)
    event = AuditEvent.objects.filter(what="action.agreed").latest("at")
    assert event.details == {"mid_point": mid_point.pk}


@pytest.mark.parametrize(
    ("changed", "words"),
    [({"text": " "}, "Write what is to be done"), ({"due_on": date(2026, 5, 1)}, "today or later")],
)
def test_what_cannot_be_asked_for(cast: Cast, changed: dict[str, Any], words: str) -> None:
    due = {"owner": cast.north_worker, "due_on": date(2026, 6, 15), "on": DAY, "text": "Ring."}
    with pytest.raises(ActionRefused, match=words):
        agreed_actions.ask(mid_point=held(cast), by=cast.iro, **due | changed)
    assert not AgreedAction.objects.exists()


def test_nobody_of_another_authority_is_asked(cast: Cast) -> None:
    other = Worker.objects.create(authority=cast.elsewhere, reference="X", name="X")
    with pytest.raises(ActionRefused, match="own authority"):
        agreed_actions.ask(
            mid_point=held(cast), owner=other, text="Ring.", due_on=DAY, on=DAY, by=cast.iro
        )


def test_a_challenge_is_raised_at_it(cast: Cast) -> None:
    mid_point = held(cast)
    challenge = Challenge(
        child=cast.amara, raised_on=DAY, theme="drift", concern="It drifts.", mid_point=mid_point
    )
    challenges.raise_at(challenge=challenge, stage="informal", by=cast.iro)
    assert list(mid_point.challenges.all()) == [challenge]


def test_one_of_another_child_is_refused(cast: Cast) -> None:
    challenge = Challenge(
        child=cast.tomas, raised_on=DAY, theme="drift", concern="It drifts.", mid_point=held(cast)
    )
    with pytest.raises(FactRefused, match="does not fit"):
        challenges.raise_at(challenge=challenge, stage="informal", by=cast.iro)
    assert not Challenge.objects.exists()
