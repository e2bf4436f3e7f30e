"""Mid-points, as the reviewing officer records them and everybody reads them."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from casetrack.models import RoleAssignment, User
from casetrack.tests.test_record_pages import corrected, day, enter
from permanence.models import QUESTIONS, MidPoint
from permanence.tests.telling import told
from placements.models import OrderQuestion
from tests.cast import LONG_AGO, Cast, signed_in

IN_ORDER = dict.fromkeys(QUESTIONS, "yes")
TYPED = {
    "looked": "visit",
    "seen": "alone",
    **IN_ORDER,
    "judgement": "in-time",
    "judgement_because": "a family is being found",
}


@pytest.fixture
def iro(cast: Cast) -> Client:
    return signed_in(cast.iro)


def held(client: Client, cast: Cast, on: str = "2026-03-20", **typed):
    return enter(client, cast.amara, "mid-point", **TYPED | typed, **day("held_on", on))


def test_a_mid_point_is_told_in_words(cast, iro) -> None:
    page = held(iro, cast)
    assert page.status_code == 302, page.content.decode()
    on = "20 March 2026 "
    assert [each for each in told(cast.amara) if each.startswith(on)][::-1] == [
        f"{on}The reviewing officer, iro, looked between two reviews how things stand, on a visit "
        "to the child. The child was seen alone.",
        f"{on}Found in order: the plan is right, what the review decided is being done, workers "
        "see and hear the child, the planning moves on and the second plan is ready.",
        f"{on}The officer judged that this is in time. A family is being found.",
    ]


def test_what_is_not_in_order_is_told_with_its_words(cast, iro) -> None:
    typed = {"moving": "no", "moving_words": "the court date", "second_plan": "partly"}
    typed |= {"second_plan_words": "Gran is asked", "seen": "no", "judgement": "off-track"}
    assert held(iro, cast, **typed).status_code == 302
    sentences = told(cast.amara)
    assert "20 March 2026 The planning drifts. The court date." in sentences
    assert "20 March 2026 The second plan is ready in part. Gran is asked." in sentences
    assert any("The child was not seen or spoken to." in each for each in sentences)
    assert (
        "20 March 2026 The officer judged that this is off track. A family is being found."
    ) in sentences


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_not_in_order_needs_words(cast, iro, question) -> None:
    page = held(iro, cast, **{question: "partly"})
    assert "Where something is not in order, write what." in page.content.decode()
    held(iro, cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        MidPoint.objects.filter(child=cast.amara).update(**{question: "no"})


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"on": "2024-03-20"}, "The child is not in care on that day."),
        ({"judgement_because": ""}, "Answer “Why?”"),
        ({"judgement": ""}, "Answer “In all, how does it stand?”"),
        ({"still_needed": "yes"}, "Write why it is, or is not, still needed"),
        ({"reason": "Mum is ill"}, "Answer whether the order is still needed"),
    ],
)
def test_a_mid_point_is_refused_in_words(cast, iro, typed, words) -> None:
    page = held(iro, cast, **typed)
    assert words in page.content.decode()
    assert not MidPoint.objects.filter(child=cast.amara).exists()


def test_one_mid_point_a_day(cast, iro) -> None:
    assert held(iro, cast).status_code == 302
    assert "A mid-point is already recorded for that day." in held(iro, cast).content.decode()


def test_a_judgement_has_a_reason_in_the_database(cast, iro) -> None:
    held(iro, cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        MidPoint.objects.filter(child=cast.amara).update(judgement_because=" ")


def test_whether_the_order_is_still_needed_is_a_fact_of_its_own(cast, iro) -> None:
    typed = {"still_needed": "apply", "reason": "all is well at home"}
    page = held(iro, cast, **typed)
    assert page.status_code == 302, page.content.decode()
    assert OrderQuestion.objects.get(child=cast.amara).answer == "apply"
    assert (
        "20 March 2026 Asked whether the care order is still needed: no, and we apply to end it. "
        "All is well at home."
    ) in told(cast.amara)


def test_a_manager_of_officers_may_say_which_officer_held_it(cast) -> None:
    lead = User.objects.create_user("lead")
    RoleAssignment.objects.create(
        user=lead, authority=cast.authority, role="iro-manager", starts_on=LONG_AGO
    )
    client = signed_in(lead)
    assert held(client, cast, held_by=cast.iro.pk).status_code == 302
    assert MidPoint.objects.get(child=cast.amara).held_by == cast.iro
    page = held(client, cast, "2026-03-21", held_by=cast.manager.pk)
    assert "not one of the available choices" in page.content.decode()


def test_a_mid_point_is_corrected_by_its_officer(cast, iro) -> None:
    held(iro, cast)
    mid_point = MidPoint.objects.get(child=cast.amara)
    typed = TYPED | {"seen": "called", "held_by": cast.iro.pk, "why": "It was a call"}
    page = corrected(iro, cast.amara, mid_point, **typed, **day("held_on", "2026-03-20"))
    assert page.status_code == 302, page.content.decode()
    looked = "20 March 2026 The reviewing officer, iro, looked between two reviews how things stand"
    how = f"{looked}, on a visit to the child."
    assert f"{how} The child was spoken to by video or telephone." in told(cast.amara)
    assert told(cast.amara, believed=False) == [f"{how} The child was seen alone."]
