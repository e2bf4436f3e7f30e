"""What its people would have said is said of some late waits of the demo authority, once."""

from collections import Counter
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from casetrack.actions import people
from casetrack.models import Authority
from oversight.clocks.engine import refresh
from oversight.models import Answer, DelayCause, Dissent
from tests.timeline import an_authority, child

TODAY = date(2026, 11, 23)


def run() -> None:
    call_command("demo_reasons", authority="TEST", today=TODAY, stdout=StringIO())


def somebody(authority: Authority, role: str) -> Any:
    user = people.start_sign_in(
        username=role, first_name="Jo", last_name="Hill", email="", password="x", by=None
    )
    people.assign_role(user=user, authority=authority, role=role, on=date(2025, 1, 1), by=None)
    return user


@pytest.fixture
def late(db: None) -> Authority:
    """Nine children who wait for a match since their placement orders."""
    order = "care 2024-01-01; status E1 2025-01-01; home U4 2024-01-01; decision 2024-12-01"
    made = [child(order) for _ in range(9)]
    refresh([one.pk for one in made])
    return an_authority()


def test_one_late_wait_in_five_has_a_reason_and_most_of_these_a_cause(late: Authority) -> None:
    user = somebody(late, "manager")
    run()
    noted = Answer.objects.count()
    assert noted >= 3
    assert set(Answer.objects.values_list("answered_by", "answered_on")) == {(user.pk, TODAY)}
    assert 0 < DelayCause.objects.count() < noted
    run()
    assert Answer.objects.count() == noted


def test_some_delays_are_justified_disputed_refused_and_asked(late: Authority) -> None:
    somebody(late, "manager")
    chair, leader = somebody(late, "chair"), somebody(late, "iro-manager")
    run()
    kinds = Counter(Answer.objects.exclude(kind="reason").values_list("kind", flat=True))
    assert kinds == {"justified": 4, "asked": 2, "refused": 1}
    decided = Answer.objects.filter(kind__in=["justified", "refused"])
    assert set(decided.values_list("answered_by", "answered_as")) == {(chair.pk, "chair")}
    assert Answer.objects.standing(TODAY).count() == 3
    assert Answer.objects.exclude(ended_on=None).count() == 1
    assert Dissent.objects.get().dissented_by == leader


def test_it_says_when_there_is_no_such_authority(db: None) -> None:
    with pytest.raises(CommandError, match="no authority"):
        call_command("demo_reasons", authority="NONE", today=TODAY)
