"""The desk of a demo authority's reviewing officer: who is away, what is begun, what is written."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from casetrack.models import Allocation, Authority, Cover, User, Worker
from oversight.clocks import engine
from permanence.models import Challenge, MidPointDraft, Review, ReviewWriting
from tests import timeline
from tests.cast import a_user, a_worker

TODAY = date(2026, 11, 23)
HISTORY = (
    "recorded 2025-01-01; born 2015-02-03; care 2025-03-03; status C2 2025-03-03;"
    " review 2025-03-28; review {} decisions_sent={}; plan long-term-fostering 2025-06-01"
)

pytestmark = pytest.mark.django_db


def run(code: str = "TEST") -> None:
    call_command("demo_desk", authority=code, today=TODAY, stdout=StringIO())


@pytest.fixture
def authority() -> Authority:
    """Six children of the first of two officers; the second and the manager sign in too."""
    authority = timeline.an_authority()
    for name in ("iro", "iro-2", "iro-manager"):
        user = a_user(name, authority, name.removesuffix("-2"))
        worker = a_worker(authority, name, None, user)
        for days in range(80, 86) if name == "iro" else ():
            on = TODAY - timedelta(days=days)
            child = timeline.child(HISTORY.format(on, on), authority=authority)
            Allocation.objects.create(
                child=child, worker=worker, role="iro", starts_on=date(2025, 3, 3)
            )
            Review.objects.filter(child=child).update(held_by=user)
    engine.refresh()
    return authority


def test_a_colleague_is_away_a_mid_point_is_begun_and_letters_are_sent(
    authority: Authority,
) -> None:
    run()
    cover = Cover.objects.get()
    assert (cover.absent.name, cover.stands_in.name) == ("iro-2", "iro")
    assert cover.holds_on(TODAY)
    draft = MidPointDraft.objects.get()
    assert draft.written_by == User.objects.get(username="iro")
    assert draft.typed["plan_right"] == "yes"
    letters = ReviewWriting.objects.filter(form="letter")
    assert letters.count() == 6
    assert letters.exclude(sent_on=None).count() == 3
    assert not letters.filter(text="").exists()
    raised = Challenge.objects.order_by("raised_on").values_list("theme", "stages__stage")
    assert list(raised) == [("drift", "stage-1"), ("carrying-out", "informal")]
    assert engine.differences() == []


def test_run_again_it_changes_nothing(authority: Authority) -> None:
    run()
    before = list(ReviewWriting.objects.order_by("pk").values())
    run()
    assert list(ReviewWriting.objects.order_by("pk").values()) == before
    assert Cover.objects.count() == 1


def test_where_nobody_signs_in_as_an_officer_nothing_is_made(authority: Authority) -> None:
    Worker.objects.update(user=None)
    run()
    assert not ReviewWriting.objects.exists()
    assert not Cover.objects.exists()
    with pytest.raises(CommandError):
        run("NONE")
