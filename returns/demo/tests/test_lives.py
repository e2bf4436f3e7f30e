"""What people recorded of the made-up children: as the rules of each kind want it, and believable.

The council of these tests is large enough, and its seed chosen, for every kind to be there.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO
from random import Random

import pytest
from django.core.management import call_command
from django.db import connection, models, transaction
from django.db.models import F

from adoption.models import AdopterFamily, AdoptionApplication, Introductions, Match
from casetrack.actions import facts
from casetrack.models import (
    Authority,
    CarePeriod,
    Child,
    CourtOrder,
    DeprivationOfLiberty,
    Hearing,
    ImportantPerson,
    LegalStatus,
    OrderKind,
    Origin,
    Proceedings,
    Section20Agreement,
)
from casetrack.models.facts import Fact
from casetrack.record import registry
from casetrack.record.reading import versions
from casetrack.record.telling import history
from permanence.models import (
    AgreedAction,
    Challenge,
    ChildsWords,
    Disagreement,
    LifeStory,
    LifeStoryKind,
    Milestone,
    PermanencePlan,
    PlannedReview,
    Review,
    SharedWith,
    Supervision,
    Visit,
)
from permanence.routes import done
from permanence.voice import latest_words
from placements.models import CarerApproval, HomeMeeting, HomeWorry, LongTermMatch, Placement
from placements.models.approvals import ApprovedAs
from returns.demo.authority import Making, make
from returns.demo.lives import voice
from returns.demo.removal import remove

TODAY = date(2026, 11, 23)
MAKING = Making(children=150, seed=3, today=TODAY)
NOT_MADE_UP = {
    "adopted-sibling": "left in the records of brothers and sisters when one is sealed",
    "adoption-disruption": "no return of the demo tells of an adoptive home that ended",
}
CHECKED = 25
"""Facts of a kind that are held against every rule of it."""
FACTS = [kind for kind in registry.every() if issubclass(kind.model, Fact)]
"""What a group decides and finds is no fact that somebody records, and told of where it meets."""
KINDS = [pytest.param(kind, id=kind.code) for kind in FACTS]
ABOVE = {kind.code for kind in registry.every() if kind.model._meta.app_label == "oversight"}
"""What is said of waits, which are told of only once the clocks are there."""
MADE = [kind for kind in KINDS if kind.id not in {*NOT_MADE_UP, *ABOVE}]
IN_CARE = (
    "visit",
    "supervision",
    "check",
    "words",
    "mid-point",
    "challenge",
    "home-worry",
    "home-meeting",
    "placement-plan",
    "long-term-match",
    "carer-approval",
    "unregistered",
    "order-question",
    "section-20-agreement",
    "sibling-decision",
    "school",
    "introductions",
    "deprivation-of-liberty",
)


@pytest.fixture(scope="module")
def council(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """One demo authority for all tests here, taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        folder = tmp_path_factory.mktemp("returns")
        make(code="DEMO", making=MAKING, folder=folder, say=lambda step: None)
        yield
        transaction.set_rollback(True)
    connection.close()


@pytest.fixture
def demo(council: None, db: None) -> Authority:
    return Authority.objects.get(code="DEMO")


def own(kind) -> models.QuerySet:
    """The facts of a kind that people recorded."""
    return kind.model.objects.filter(origin=Origin.PERSON).order_by("pk")


def first_day(kind, fact) -> date:
    """The day on which a fact begins: the earliest that it tells of, plans for later left out."""
    return min(told.on for told in kind.tell(fact))


@pytest.mark.parametrize("kind", MADE)
def test_every_kind_that_a_demo_can_hold_is_there(demo, kind):
    assert kind.model.objects.filter(child__authority=demo).exists()


@pytest.mark.parametrize("kind", KINDS)
def test_a_person_could_have_recorded_each_fact_so(demo, kind):
    """All constraints and the rule of the kind, over a handful of its facts."""
    found = list(own(kind))
    for fact in Random(1).sample(found, min(len(found), CHECKED)):
        facts.check(fact, kind.rule or facts.no_rule)


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_is_planned_lies_ahead(demo, kind):
    dates = [f for f in kind.model._meta.concrete_fields if isinstance(f, models.DateField)]
    for field in dates:
        if isinstance(field, models.DateTimeField):
            continue
        if field.name not in kind.ahead and kind.code != "answer":
            assert not own(kind).filter(**{f"{field.name}__gt": TODAY}).exists(), field.name


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_happens_before_birth_that_cannot(demo, kind):
    for fact in own(kind).select_related("child"):
        if not kind.before_birth and kind.code not in ("answer", "milestone"):
            assert first_day(kind, fact) >= fact.child.born_on, fact


@pytest.mark.parametrize("code", IN_CARE)
def test_it_happens_while_the_child_is_in_care(demo, code):
    kind = registry.named(code)
    assert kind is not None
    care: dict[int, list[CarePeriod]] = {}
    for period in CarePeriod.objects.all():
        care.setdefault(period.child_id, []).append(period)
    for fact in own(kind):
        days = {told.on for told in kind.tell(fact)}
        day = min(days)
        if code in ("long-term-match", "placement-plan"):
            day = getattr(fact, "decided_on", None) or fact.agreed_on
        assert any(period.holds_on(day) for period in care[fact.child_id]), (fact, day)


def test_hearings_lie_inside_proceedings_and_some_are_listed_ahead(demo):
    hearings = Hearing.objects.select_related("proceedings")
    for hearing in hearings:
        court = hearing.proceedings
        assert hearing.child_id == court.child_id
        assert court.issued_on <= hearing.listed_on
        assert court.concluded_on is None or hearing.listed_on <= court.concluded_on
        assert (hearing.listed_on > TODAY - timedelta(1)) == (
            hearing.held_on is None and hearing.vacated_on is None
        )
    assert hearings.filter(listed_on__gt=TODAY, held_on=None).exists()
    assert hearings.exclude(vacated_on=None).exists()


def test_proceedings_end_with_the_order_that_the_return_tells_of(demo):
    orders = set(
        CourtOrder.objects.filter(kind__in=(OrderKind.CARE, OrderKind.PLACEMENT)).values_list(
            "child_id", "made_on"
        )
    )
    ended = Proceedings.objects.filter(kind="care").exclude(concluded_on=None)
    left = set(CarePeriod.objects.values_list("child_id", "ends_on"))
    assert ended.exists()
    for court in ended:
        assert (court.child_id, court.concluded_on) in orders | left


def test_carers_who_are_relatives_are_approved_where_the_child_lives_with_them(demo):
    lived = set(Placement.objects.values_list("child_id", "home_id", "type"))
    temporary = CarerApproval.objects.filter(kind=ApprovedAs.TEMPORARY)
    for approval in temporary:
        types = {f"U{n}" for n in (1, 2, 3)}
        assert {(approval.child_id, approval.home_id, type) for type in types} & lived
    assert temporary.exclude(extended_on=None).exists()
    running = temporary.filter(ends_on=None)
    assert running.filter(expires_on__range=(TODAY, TODAY + timedelta(60))).exists()


def test_worries_and_meetings_are_about_homes_that_the_child_lives_in(demo):
    for worry in HomeWorry.objects.all():
        assert Placement.objects.on(worry.starts_on).filter(child=worry.child_id).exists()
    lived = set(Placement.objects.values_list("child_id", "home_id"))
    assert all((each.child_id, each.home_id) in lived for each in HomeMeeting.objects.all())
    matches = LongTermMatch.objects.all()
    assert all((each.child_id, each.home_id) in lived for each in matches)


def test_agreements_go_with_the_legal_status(demo):
    statuses = set(LegalStatus.objects.filter(code="V2").values_list("child_id", "starts_on"))
    for agreement in Section20Agreement.objects.all():
        assert (agreement.child_id, agreement.agreed_on) in statuses


def test_limits_on_freedom_are_those_of_the_return(demo):
    assert 0 < DeprivationOfLiberty.objects.count() < 20


def test_most_are_seen_as_often_as_they_should_be(demo):
    """Eighteen months of visits to those in care today, mostly alone, now and then in vain."""
    seen = Counter(Visit.objects.values_list("seen", flat=True))
    assert seen["alone"] > seen["with-others"] > seen["not-seen"] > 0
    for care in CarePeriod.objects.on(TODAY - timedelta(120)).filter(ends_on=None):
        if LegalStatus.objects.filter(child=care.child_id, code__in=("V3", "V4")).exists():
            continue
        last = Visit.objects.filter(child=care.child_id).latest("visited_on").visited_on
        assert TODAY - last <= timedelta(100)


def test_plans_are_endorsed_ratified_achieved_and_laid_out(demo):
    plans = PermanencePlan.objects.all()
    for name in ("endorsed_on", "ratified_on", "achieved_on"):
        assert plans.filter(**{f"{name}__isnull": False}).exists()
        assert plans.filter(**{name: None}).exists()
    steps = Milestone.objects.select_related("plan", "owner")
    assert steps.exclude(revised_on=None).exists() and steps.exclude(actual_on=None).exists()
    assert steps.exclude(owner=None).exists() and steps.filter(plan__rank="contingency").exists()
    for step in steps:
        assert step.plan.child_id == step.child_id and step.plan.ends_on is None
        assert step.actual_on is None or not done.is_found(step.code)
        assert step.actual_on is None or bool(step.missed_because) == (
            step.actual_on > step.planned_on
        )


def test_reviews_are_followed_by_decisions_and_a_record_some_of_them_late(demo):
    reviews = Review.objects.filter(held_on__range=(TODAY - timedelta(600), TODAY))
    old = reviews.filter(held_on__lt=TODAY - timedelta(80))
    assert not old.filter(record_sent_on=None).exists()
    waits = [(review.record_made_on - review.held_on).days for review in old]
    assert 10 < sum(waits) / len(waits) < 28 < max(waits)


def test_what_reviews_decided_has_an_owner_and_most_of_it_is_done(demo):
    decided = AgreedAction.objects.filter(review__isnull=False)
    assert decided.count() > 200
    assert not decided.filter(agreed_on__lt=F("review__held_on")).exists()
    past = decided.filter(due_on__lt=TODAY - timedelta(20))
    assert 0.85 < past.filter(done_on__isnull=False).count() / past.count() < 1
    assert not decided.exclude(child=F("review__child")).exists()
    assert all(
        each.disagreed_on == each.action.review.answered_on for each in Disagreement.objects.all()
    )


def test_some_reviews_are_adjourned_and_some_are_held_as_several_meetings(demo):
    held = Review.objects.filter(in_parts=True)
    assert held.exists()
    assert Review.objects.exclude(adjourned_on=None).filter(completed_on__isnull=False).exists()
    for review in held.filter(held_on__gte=TODAY - timedelta(400)):
        days = sorted(review.meetings.values_list("held_on", flat=True))
        assert len(days) > 1
        assert days[0] == review.held_on
        assert review.completed_on in (None, days[-1])


def test_the_next_review_is_planned_for_most_with_people_invited(demo):
    here = CarePeriod.objects.on(TODAY).values("child")
    present = Review.objects.filter(child__in=here).values("child").distinct()
    to_come = PlannedReview.objects.to_come()
    assert 0.6 < to_come.count() / present.count() <= 1
    assert not to_come.filter(planned_on__lte=TODAY).exists()
    assert not to_come.filter(invitations=None).exists()
    held = PlannedReview.objects.exclude(review=None)
    assert held.exists()
    assert not held.exclude(planned_on=F("review__held_on")).exists()
    assert to_come.filter(contact_on=None).exists()
    assert held.filter(reports_on=None).exists()


def test_what_a_mid_point_found_is_asked_for_or_challenged(demo):
    asked = AgreedAction.objects.filter(mid_point__isnull=False)
    assert asked.exists()
    assert not asked.filter(mid_point__judgement="in-time").exists()
    raised = Challenge.objects.filter(mid_point__isnull=False)
    assert raised.exists()
    assert not raised.exclude(mid_point__judgement="off-track").exists()


def test_some_adopted_children_are_ready_to_be_sealed_and_some_are_not(demo):
    adopted = CourtOrder.objects.filter(kind=OrderKind.ADOPTION).values("child_id")
    given = {
        kind: set(LifeStory.objects.filter(kind=kind).values_list("child_id", flat=True))
        for kind in (LifeStoryKind.BOOK, LifeStoryKind.LETTER)
    }
    ready = given[LifeStoryKind.BOOK] & given[LifeStoryKind.LETTER]
    everybody = set(adopted.values_list("child_id", flat=True))
    assert ready and ready < everybody
    assert AdoptionApplication.objects.filter(child__in=everybody).exists()


def test_matches_name_a_family_and_introductions_follow(demo):
    waiting = Match.objects.filter(origin=Origin.PERSON)
    assert waiting.exists() and not waiting.filter(family=None).exists()
    for introduction in Introductions.objects.all():
        assert Match.objects.filter(
            child=introduction.child_id, decided_on__lte=introduction.agreed_on
        ).exists()
    assert AdopterFamily.objects.filter(authority=demo).exclude(names="").exists()


def test_parents_have_responsibility_and_some_may_not_know_where_the_child_lives(demo):
    people = ImportantPerson.objects.filter(child__authority=demo)
    assert people.filter(relationship="mother", parental_responsibility="yes").exists()
    assert people.filter(not_to_know=True).exists()
    assert not people.filter(not_to_know=True, relationship="mother").exists()
    assert people.filter(relationship="advocate").exists()
    family = Child.objects.exclude(siblings=None).first()
    mothers = people.filter(child__siblings=family.siblings_id, relationship="mother")
    assert len(set(mothers.values_list("name", flat=True))) <= 1


def test_what_is_written_suits_the_age_and_the_home(demo):
    for talk in Supervision.objects.select_related("child"):
        if (talk.held_on - talk.child.born_on).days < 365 * 3:
            assert not any(word in talk.decided for word in ("school", "swimming", "alone"))
    homes = {home.child_id: home.type for home in Placement.objects.filter(ends_on=None)}
    for worry in HomeWorry.objects.filter(ends_on=None):
        assert homes[worry.child_id].startswith("U") or "carer" not in worry.worry.lower()


# The child's voice


def test_there_are_many_words_and_each_is_of_its_age(demo):
    assert len(set(ChildsWords.objects.values_list("words", flat=True))) >= 60
    texts = [
        text for group in (voice.SHOWN, voice.SAID) for told in group.values() for text in told
    ]
    assert len(texts) == len(set(texts))
    for words in ChildsWords.objects.select_related("child"):
        said = (words.said_on - words.child.born_on).days / 365.25
        assert words.is_observed == (said < 4)
        assert words.words in texts


def test_nobody_says_the_same_twice(demo):
    told = Counter(ChildsWords.objects.values_list("child_id", "words"))
    assert max(told.values()) == 1


def test_some_share_their_words_and_some_have_none(demo):
    present = CarePeriod.objects.on(TODAY).values_list("child_id", flat=True)
    shared = latest_words(present, TODAY)
    assert 0.4 < len(shared) / len(present) < 0.85
    assert {each.shared_with for each in ChildsWords.objects.all()} == set(SharedWith)
    assert set(present) - set(ChildsWords.objects.values_list("child_id", flat=True))


# The history


@pytest.mark.parametrize("kind", KINDS)
def test_the_history_ends_with_what_stands(demo, kind):
    """The newest version of each fact is the row itself, to the last field."""
    if kind.code == "answer":
        return
    event = kind.model.pgh_event_model
    names = [
        field.attname
        for field in kind.model._meta.concrete_fields
        if field.name in {f.name for f in event._meta.concrete_fields}
    ]
    newest = event.objects.order_by("pgh_obj_id", "-pgh_created_at", "-pgh_id")
    told = {
        row[0]: row[1:] for row in newest.distinct("pgh_obj_id").values_list("pgh_obj_id", *names)
    }
    for row in own(kind).values_list("pk", *names):
        assert told[row[0]] == row[1:]


def test_versions_are_numbered_in_the_order_of_their_days(demo):
    for child in Child.objects.order_by("pk")[:40]:
        numbers: dict[tuple[str, int], int] = {}
        for version in versions(child.pk, registry.every()):
            key = version.kind.code, version.fact_id
            assert version.number > numbers.get(key, 0)
            numbers[key] = version.number


def test_a_few_entries_were_late_and_a_few_were_mended(demo):
    lines = [line for child in _present() for line in history(child)]
    mine = [line for line in lines if line.by_person]
    late = [line for line in mine if line.late_by]
    assert 0.003 < len(late) / len(mine) < 0.06
    mended = [line for line in lines if line.ended is not None and line.ended.why]
    assert mended
    assert Visit.pgh_event_model.objects.filter(pgh_label="delete").exists()
    assert all(line.recorded.by and line.recorded.by != "system" for line in mine)


def test_a_record_grows_day_by_day(demo):
    """Half a year ago less was known, and nothing is entered before it happened."""
    child = _present()[0]
    now = history(child)
    before = history(child, until=_at_noon(TODAY - timedelta(180)))
    assert 0 < len(before) < len(now)
    for line in now:
        if (
            line.by_person
            and line.told.on <= TODAY
            and line.kind.code not in ("hearing", "milestone")
        ):
            assert line.recorded.at.date() >= line.told.on


def _at_noon(day: date):
    from datetime import UTC, datetime

    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def _present() -> list[int]:
    settled = CarePeriod.objects.on(TODAY - timedelta(300)).filter(ends_on=None)
    breaks = LegalStatus.objects.filter(code__in=("V3", "V4")).values("child_id")
    return list(settled.exclude(child_id__in=breaks).values_list("child_id", flat=True)[:40])


# Once more, and never again


def counted() -> list[int]:
    return [kind.model.objects.count() for kind in registry.every()]


def test_made_again_it_stays_as_it_is(demo):
    told = {"children": 150, "seed": 3, "today": TODAY, "stdout": StringIO()}
    call_command("demo_authority", **told)
    before = counted()
    call_command("demo_authority", **told)
    assert counted() == before


def test_the_clocks_agree_with_the_facts(demo):
    out = StringIO()
    call_command("verify_clocks", stdout=out)
    assert "All clocks are as the facts give them" in out.getvalue()


def test_nothing_of_it_is_left_once_it_is_removed(demo):
    with transaction.atomic():
        remove(demo)
        assert sum(counted()) == 0
        assert not AdopterFamily.objects.exists() and not AgreedAction.objects.exists()
        transaction.set_rollback(True)
    assert sum(counted()) > 0


def test_the_same_seed_and_day_tell_the_same(db, tmp_path):
    told = []
    for code in ("ONE", "TWO"):
        making = Making(children=12, seed=5, today=TODAY)
        make(code=code, making=making, folder=tmp_path / code, say=lambda step: None)
        rows = [
            (kind.code, fact.child.reference, told.on, told.sentence)
            for kind in FACTS
            for fact in own(kind).filter(child__authority__code=code).select_related("child")
            for told in kind.tell(fact)
        ]
        told.append(sorted(rows))
    assert told[0] == told[1]
