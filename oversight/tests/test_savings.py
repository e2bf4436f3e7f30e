"""What moves saved: every move of a year counted from the record, and what was feared."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from casetrack.actions.refusal import Refused
from casetrack.audit import AuditEvent
from casetrack.models import Authority, Child
from oversight.actions import feared_homes, savings_work
from oversight.indicators.compute import with_facts
from oversight.indicators.forecast.histories import HomeType
from oversight.indicators.forecast.recorded import prices
from oversight.models import FearedHome, SavingsWork, WeeklyRate
from oversight.savings import said
from oversight.savings.ledger import Avoided, Cashable, Moves, Year
from oversight.savings.recorded import Judged, judged, moves, total
from tests import timeline
from tests.boxes import boxes
from tests.cast import Cast, signed_in

D = Decimal
PAGE = "/measures/savings/"
BEHIND = f"{PAGE}children/"
WORK = f"{PAGE}work/"
DAY = date(2026, 6, 30)
AS_AT = f"as_at={DAY}"
YEAR = Year.of(DAY)
RATES = (
    "rate K2 2025-04-01 provider=PR4 pounds=5600; rate U6 2025-04-01 provider=PR4 pounds=950;"
    " rate U6 2025-04-01 provider=PR1 pounds=450"
)
HOME_AGAIN = (
    "born 2015-01-01; care 2024-01-01; home K2 2024-01-01 .. 2026-06-17 provider=PR4;"
    " home U6 2026-06-17 provider=PR4"
)
"""Two weeks to the end of June at £4,650 less: £9,300."""
TO_EXTERNAL = (
    "born 2012-01-01; care 2024-01-01; home U6 2024-01-01 .. 2026-06-24 provider=PR1;"
    " home K2 2026-06-24 provider=PR4"
)
"""A week at £5,150 more."""
UNRATED = (
    "born 2015-01-01; care 2024-01-01; home P1 2024-01-01 .. 2026-05-01 provider=PR0;"
    " home U6 2026-05-01 provider=PR1"
)

pytestmark = pytest.mark.django_db


def of(*histories: str, year: Year = YEAR) -> Moves:
    """The moves of the year of children told in the timeline's way."""
    for each in (RATES, *histories):
        timeline.child(each)
    authority = timeline.an_authority()
    return moves(authority, year, prices(authority))


def told(found: Moves) -> list[str]:
    """`external agency 2026-06-17 9300.00` of each."""
    return [f"{each.kinds[0]} {each.kinds[1]} {each.moved_on} {each.pounds}" for each in found.all]


def test_every_move_of_the_year_is_there_and_the_dearer_ones_count_as_more() -> None:
    found = of(HOME_AGAIN, TO_EXTERNAL, UNRATED)
    assert told(found) == [
        "external agency 2026-06-17 9300.00",
        "in-house external 2026-06-24 -5150.00",
        "parents in-house 2026-05-01 0.00",
    ]
    assert (found.less, found.more, found.whole) == (D(9300), D(5150), Cashable(D(4150)))
    assert found.lacking == {("P1", "PR0"): 1}
    assert said.finding(found) == (
        "Of 3 moves since 1 April 2026, 1 cost less than before, 1 more and for 1 a weekly rate is"
        " missing: £4,150 less was paid in all"
    )


def test_a_rate_that_changes_within_the_year_cuts_the_line() -> None:
    """A week at £950, then one at £1,050."""
    of(HOME_AGAIN)
    WeeklyRate.objects.filter(type="U6", provider="PR4").update(ends_on=date(2026, 6, 24))
    authority, dearer = timeline.an_authority(), {"pounds": 1050, "source": "New contract"}
    WeeklyRate.objects.create(
        authority=authority, type="U6", provider="PR4", starts_on=date(2026, 6, 24), **dearer
    )
    found = moves(authority, YEAR, prices(authority))
    assert [(line.days, line.pounds) for line in found.all[0].lines] == [
        (7, D(4650)),
        (7, D(4550)),
    ]


def test_a_stay_with_return_is_no_move_and_one_between_homes_is_left_out_and_said() -> None:
    found = of(
        "born 2015-01-01; care 2024-01-01; home K2 2024-01-01 .. 2026-05-01 a provider=PR4;"
        " home T1 2026-05-01 .. 2026-05-20; home K2 2026-05-20 .. 2026-06-17 a provider=PR4;"
        " home U6 2026-06-17 provider=PR4",
        "born 2015-01-01; care 2024-01-01; home K2 2024-01-01 .. 2026-05-01 provider=PR4;"
        " home T1 2026-05-01 .. 2026-05-20; home U6 2026-05-20 provider=PR4",
    )
    assert told(found) == ["external agency 2026-06-17 9300.00"]
    assert found.apart == 1


def test_the_last_rate_of_a_home_is_that_of_its_provider_though_she_was_away_to_the_end() -> None:
    """A stay with return leaves the provider empty; the home's own counts."""
    found = of(
        "born 2015-01-01; care 2024-01-01; home K2 2024-01-01 .. 2026-05-01 provider=PR4;"
        " home U6 2026-05-01 .. 2026-06-01 a provider=PR4; home T2 2026-06-01 .. 2026-06-08;"
        " home U6 2026-06-08 .. 2026-06-23 a provider=PR4; home U6 2026-06-23 b provider=PR1"
    )
    assert [(move.until, len(move.lines)) for move in found.all] == [
        (date(2026, 6, 23), 3),
        (date(2026, 7, 1), 1),
    ]
    assert found.all[1].pounds == D("571.43")  # eight days at £500 less a week


def test_it_stops_at_eighteen_and_when_care_ends() -> None:
    found = of(
        "born 2008-06-24; care 2024-01-01; home K2 2024-01-01 .. 2026-06-17 provider=PR4;"
        " home U6 2026-06-17 provider=PR4",
        "born 2015-01-01; care 2024-01-01 .. 2026-06-20;"
        " home K2 2024-01-01 .. 2026-06-17 provider=PR4; home U6 2026-06-17 provider=PR4",
        "born 2008-06-17; care 2024-01-01; home K2 2024-01-01 .. 2026-06-17 provider=PR4;"
        " home U6 2026-06-17 provider=PR4",
    )
    assert [sum(line.days for line in move.lines) for move in found.all] == [7, 3]


@pytest.mark.parametrize(
    ("day", "counted"), [("2026-03-31", 0), ("2026-04-01", 1), ("2026-06-30", 1), ("2026-07-01", 0)]
)
def test_the_year_goes_from_1_april_to_the_day(day: str, counted: int) -> None:
    found = of(
        f"born 2015-01-01; care 2024-01-01; home K2 2024-01-01 .. {day} provider=PR4;"
        f" home U6 {day} provider=PR4"
    )
    assert len(found.all) == counted


def test_coming_back_into_care_and_a_new_kind_of_home_with_the_same_carer_are_no_moves() -> None:
    found = of(
        "born 2015-01-01; care 2024-01-01 .. 2026-05-01; care 2026-05-01;"
        " home K2 2024-01-01 .. 2026-05-01 provider=PR4; home U6 2026-05-01 provider=PR4",
        "born 2015-01-01; care 2024-01-01; home U6 2024-01-01 .. 2026-05-01 a provider=PR1;"
        " home U4 2026-05-01 a provider=PR1",
    )
    assert (found.all, found.apart) == ((), 0)


def test_children_of_another_authority_are_not_counted() -> None:
    other = Authority.objects.create(code="ELSE", name="Elsewhere")
    timeline.child(HOME_AGAIN, authority=other)
    assert of().all == ()


def test_moves_are_those_that_the_measures_count() -> None:
    """As many as the fact counts that the measures of moves share, those left out among them."""
    found = of(
        HOME_AGAIN,
        TO_EXTERNAL,
        UNRATED,
        "born 2015-01-01; care 2024-01-01; home K2 2024-01-01 .. 2026-05-01 provider=PR4;"
        " home T1 2026-05-01 .. 2026-05-20; home U6 2026-05-20 .. 2026-06-01 provider=PR4;"
        " home U6 2026-06-05 provider=PR1",
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"{with_facts({'told': 'SELECT * FROM home_move'})} SELECT count(*) FROM told"
            " WHERE on_day BETWEEN '2026-04-01' AND '2026-06-30'",
            {"authority": timeline.an_authority().pk},
        )
        (counted,) = cursor.fetchone()
    assert (len(found.all), found.apart, counted) == (3, 2, 5)


def test_the_total_is_that_of_a_plain_count_day_by_day() -> None:
    """Each day of June and before at a seventh of the difference, without a line or a period."""
    found = of(HOME_AGAIN, TO_EXTERNAL, HOME_AGAIN.replace("06-17", "04-09"))
    weekly = {("K2", "PR4"): 5600, ("U6", "PR4"): 950, ("U6", "PR1"): 450}
    plain = D(0)
    for child in Child.objects.exclude(placement_facts=None):
        before, now = child.placement_facts.order_by("starts_on")
        day = now.starts_on
        while day <= DAY:
            plain += D(weekly[before.type, before.provider] - weekly[now.type, now.provider]) / 7
            day += timedelta(days=1)
    assert found.whole.pounds == round(plain, 2)


def test_both_ask_a_fixed_number_of_questions(django_assert_num_queries: Any) -> None:
    of(*[HOME_AGAIN] * 4)
    authority = timeline.an_authority()
    rates = prices(authority)
    with django_assert_num_queries(2):
        assert len(moves(authority, YEAR, rates).all) == 4
    for child in Child.objects.filter(born_on="2015-01-01"):
        feared(child)
    with django_assert_num_queries(2):
        assert len(judged(authority, YEAR, rates)) == 4


# What the work cost


HUB = savings_work.Wanted("Hub", D(36500), "Budget, page 4", date(2026, 4, 1), date(2027, 4, 1))


def enter(cast: Cast, wanted: savings_work.Wanted = HUB, **changes: Any) -> bool:
    wanted = savings_work.Wanted(**vars(wanted) | changes)
    return savings_work.enter(authority=cast.authority, wanted=wanted, by=cast.data_officer, on=DAY)


def test_work_is_entered_once_and_put_right_from_the_same_day(cast: Cast) -> None:
    assert enter(cast)
    assert not enter(cast)
    assert AuditEvent.objects.filter(what="savings-work.set").count() == 1
    assert enter(cast, name=" Hub ", pounds=D(9000), ends_on=date(2026, 10, 1))
    row = SavingsWork.objects.get()
    assert (row.pounds, row.ends_on, row.set_by) == (9000, date(2026, 10, 1), cast.data_officer)
    assert AuditEvent.objects.filter(what="savings-work.set").latest("at").details == {
        "authority": "CAST",
        "on": "2026-04-01",
    }


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"name": " "}, "name", "what the work is called"),
        ({"name": "x" * 81}, "name", "80 characters"),
        ({"pounds": D(-1)}, "pounds", "from 0"),
        ({"pounds": D("1.005")}, "pounds", "pounds and pence"),
        ({"source": ""}, "source", "where it is from"),
        ({"ends_on": date(2026, 4, 1)}, "ends_on", "end after the day"),
    ],
)
def test_what_cannot_be_entered_is_said_by_its_field(
    cast: Cast, changes: dict[str, Any], field: str, reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        enter(cast, **changes)
    assert list(refused.value.fields) == [field]
    assert reason in refused.value.fields[field]
    assert not SavingsWork.objects.exists()


def test_the_same_work_is_not_paid_for_twice_on_a_day(cast: Cast) -> None:
    enter(cast)
    with pytest.raises(Refused, match="entered for some of that time already"):
        enter(cast, starts_on=date(2026, 5, 1))
    assert enter(cast, starts_on=date(2027, 4, 1), ends_on=date(2028, 4, 1))


@pytest.mark.parametrize(
    "changes", [{"pounds": D(-1)}, {"ends_on": date(2026, 4, 1)}, {"starts_on": date(2026, 5, 1)}]
)
def test_the_database_refuses_it_too(cast: Cast, changes: dict[str, Any]) -> None:
    enter(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        given = vars(HUB) | {"starts_on": date(2026, 4, 2)} | changes
        SavingsWork.objects.create(authority=cast.authority, **given)


def test_its_share_of_the_year_is_taken_off(cast: Cast) -> None:
    """£36,500 for 365 days are £100 a day; 91 of them lie in the year up to 30 June."""
    enter(cast)
    found = moves(cast.authority, YEAR, prices(cast.authority))
    assert (found.work, found.left) == (D(9100), Cashable(D(-9100)))
    assert said.finding(found) == "No child has moved from one home to another since 1 April 2026"


def typed_work(**changes: str) -> dict[str, str]:
    days = boxes("starts_on", HUB.starts_on) | boxes("ends_on", HUB.ends_on)
    given = {"name": "Hub", "pounds": "36,500", "source": "Budget, page 4"}
    return given | days | {"number": str(uuid4())} | changes


def test_work_is_entered_and_taken_back_on_its_page(cast: Cast) -> None:
    browser = signed_in(cast.data_officer)
    form = typed_work()
    assert "1 piece of work is entered" in browser.post(WORK, form, follow=True).content.decode()
    browser.post(WORK, form)
    row = SavingsWork.objects.get()
    wrong = browser.post(WORK, typed_work(pounds="lots", source="")).content.decode()
    assert "Say where it is from" in wrong and 'value="lots"' in wrong
    back = {"do": "take-back", "which": str(row.pk), "why": "", "number": str(uuid4())}
    assert "Say why it is taken back." in browser.post(WORK, back).content.decode()
    assert SavingsWork.objects.exists()
    browser.post(WORK, back | {"why": "It was another council’s."})
    assert not SavingsWork.objects.exists()
    assert AuditEvent.objects.filter(what="savings-work.taken-back").count() == 1


def test_anothers_work_is_not_taken_back(cast: Cast) -> None:
    theirs = SavingsWork.objects.create(authority=cast.elsewhere, **vars(HUB))
    back = {"do": "take-back", "which": str(theirs.pk), "why": "Away", "number": str(uuid4())}
    assert signed_in(cast.data_officer).post(WORK, back).status_code == 404
    assert SavingsWork.objects.exists()


# Homes that were feared


FEARED = feared_homes.Wanted(
    date(2026, 6, 1), "K2", "PR4", 25, 50, 75, 2, "They were worn out.", "the panel of 1 June 2026"
)


def feared(child: Child, by: Any = None, **changes: Any) -> FearedHome:
    wanted = feared_homes.Wanted(**vars(FEARED) | changes)
    return feared_homes.write(child=child, wanted=wanted, by=by, on=DAY)


def of_one(history: str, **changes: Any) -> Judged:
    """What one child's feared home comes to."""
    child = timeline.child(f"{RATES}; {history}")
    feared(child, **changes)
    authority = timeline.an_authority()
    (found,) = judged(authority, YEAR, prices(authority))
    return found


def test_a_feared_home_comes_to_its_chances_of_the_difference_up_to_its_cap() -> None:
    """Two weeks at £4,650: £9,300."""
    lived = "born 2015-01-01; care 2024-01-01; home U6 2024-01-01 provider=PR4"
    found = of_one(lived)
    assert found.pounds == Avoided(D("2325.00"), D("4650.00"), D("6975.00"))
    assert said.finding_avoided([found]) == (
        "For 1 child a home was feared that has not come: between £2,325.00 and £6,975.00 may have"
        " been avoided, £4,650.00 at the central chances."
    )


@pytest.mark.parametrize(
    ("history", "days"),
    [
        ("born 2015-01-01; care 2024-01-01; home U6 2024-01-01 .. 2026-06-08 provider=PR4", 7),
        ("born 2008-06-04; care 2024-01-01; home U6 2024-01-01 provider=PR4", 3),
        ("born 2015-01-01; care 2024-01-01 .. 2026-06-05; home U6 2024-01-01 provider=PR4", 4),
        ("born 2015-01-01; care 2024-01-01; home U6 2024-01-01 provider=PR4", 14),
    ],
    ids=["home ends", "eighteen", "care ends", "cap"],
)
def test_it_stops_as_cashable_does(history: str, days: int) -> None:
    assert sum(line.days for line in of_one(history).lines) == days


def test_it_counts_in_the_years_in_which_its_days_lie() -> None:
    lived = "born 2015-01-01; care 2024-01-01; home U6 2024-01-01 provider=PR4"
    found = of_one(lived, from_on=date(2026, 3, 20), most_weeks=3)
    assert [(line.starts_on, line.days) for line in found.lines] == [(date(2026, 4, 1), 9)]
    authority = timeline.an_authority()
    for year, known in ((Year.of(date(2026, 3, 19)), 0), (Year.of(date(2026, 3, 31)), 1)):
        assert len(judged(authority, year, prices(authority))) == known
    assert judged(authority, Year.of(date(2027, 4, 1)), prices(authority)) == []


def test_without_a_rate_or_a_home_it_is_left_out_and_says_why() -> None:
    lived = "born 2015-01-01; care 2024-01-01; home U6 2024-01-01 provider=PR4"
    found = of_one(lived, type="R1")
    assert (found.pounds, found.why_not) == (
        None,
        "There is no weekly rate for R1 on 1 June 2026.",
    )
    child = found.feared.child
    child.placement_facts.all().delete()
    authority = timeline.an_authority()
    (found,) = judged(authority, YEAR, prices(authority))
    assert "No home is recorded" in found.why_not
    assert total([found]) == Avoided(D(0), D(0), D(0))
    assert said.finding_avoided([found]) == (
        "For 1 child a home was feared that has not come; what may have been avoided is not known."
    )


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"from_on": date(2026, 7, 1)}, "from_on", "not come yet"),
        ({"from_on": date(2020, 7, 1)}, "from_on", "No home is recorded for that day"),
        ({"low": 60}, "high", "rise, from 0 to 100"),
        ({"high": 101}, "high", "rise, from 0 to 100"),
        ({"most_weeks": 0}, "most_weeks", "from 1 to 104"),
        ({"most_weeks": 105}, "most_weeks", "from 1 to 104"),
        ({"why": " "}, "why", "why it was feared"),
        ({"judged_by": ""}, "judged_by", "who judged it"),
        ({"type": "X9"}, "type", "not a valid choice"),
    ],
)
def test_what_cannot_be_judged_so_is_said_by_its_field(
    cast: Cast, changes: dict[str, Any], field: str, reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        feared(cast.amara, **changes)
    assert list(refused.value.fields) == [field]
    assert reason in refused.value.fields[field]
    assert not FearedHome.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [{"low": 60}, {"high": 101}, {"most_weeks": 0}, {"most_weeks": 105}, {"why": ""}]
    + [{"judged_by": ""}, {"from_on": date(2026, 6, 1)}],
)
def test_the_database_refuses_a_judgement_too(cast: Cast, changes: dict[str, Any]) -> None:
    feared(cast.amara)
    with pytest.raises(IntegrityError), transaction.atomic():
        given = vars(FEARED) | {"from_on": date(2026, 6, 2)} | changes
        FearedHome.objects.create(child=cast.amara, **given)


def test_one_of_a_child_and_day_stands_and_is_taken_back_with_a_reason(cast: Cast) -> None:
    written = feared(cast.amara, by=cast.data_officer)
    with pytest.raises(Refused, match="from that day is written already"):
        feared(cast.amara)
    with pytest.raises(Refused, match="why it is taken back"):
        feared_homes.take_back(feared=written, why=" ", by=cast.data_officer)
    feared_homes.take_back(feared=written, why="Another child’s.", by=cast.data_officer)
    assert not FearedHome.objects.exists()
    events = AuditEvent.objects.filter(what__startswith="feared-home").order_by("at")
    assert [(each.what, each.children, each.details) for each in events] == [
        ("feared-home.written", [cast.amara.pk], {}),
        ("feared-home.taken-back", [cast.amara.pk], {}),
    ]


def typed_fear(**changes: str) -> dict[str, str]:
    given = {name: str(value) for name, value in vars(FEARED).items() if name != "from_on"}
    return given | boxes("from_on", FEARED.from_on) | {"number": str(uuid4())} | changes


def of_child(child: Child) -> str:
    return f"/children/{child.uuid}/feared-homes/"


def test_it_is_written_and_taken_back_on_the_childs_page(cast: Cast) -> None:
    browser = signed_in(cast.data_officer)
    assert of_child(cast.amara) in browser.get(f"/children/{cast.amara.uuid}/").content.decode()
    form = typed_fear(provider="any")
    text = browser.post(of_child(cast.amara), form, follow=True).content.decode()
    assert "1 home that was feared" in text and "the panel of 1 June 2026" in text
    browser.post(of_child(cast.amara), form)
    row = FearedHome.objects.get()
    assert (row.provider, row.entered_by) == ("", cast.data_officer)
    wrong = browser.post(of_child(cast.amara), typed_fear(low="half", most_weeks="200"))
    assert "Enter a whole number from 0 to 100" in wrong.content.decode()
    assert "Enter weeks from 1 to 104" in wrong.content.decode()
    back = {"do": "take-back", "which": str(row.uuid), "why": "", "number": str(uuid4())}
    assert "Say why it is taken back." in browser.post(of_child(cast.amara), back).content.decode()
    browser.post(of_child(cast.amara), back | {"why": "Another child’s."})
    assert not FearedHome.objects.exists()


def test_what_is_anothers_is_not_taken_back_on_this_childs_page(cast: Cast) -> None:
    theirs = feared(cast.tomas)
    back = {"do": "take-back", "which": str(theirs.uuid), "why": "No", "number": str(uuid4())}
    assert signed_in(cast.data_officer).post(of_child(cast.amara), back).status_code == 404
    assert FearedHome.objects.exists()


def test_only_who_enters_figures_and_reaches_the_child_may_judge(cast: Cast) -> None:
    for who in (cast.manager, cast.social_worker, cast.chair, cast.board_member):
        assert signed_in(who).get(of_child(cast.amara)).status_code == 403
    assert signed_in(cast.data_officer).get(of_child(cast.noor)).status_code == 404
    signed_in(cast.data_officer).post(of_child(cast.noor), typed_fear())
    assert not FearedHome.objects.exists()
    assert (
        "feared-homes"
        not in signed_in(cast.manager).get(f"/children/{cast.amara.uuid}/").content.decode()
    )


# The page


@pytest.fixture
def council(cast: Cast) -> Cast:
    """Amara, whom the manager reaches, and two others have moved; since 2020 all is known."""
    for told_of in (
        "born 2015-01-01; care 2020-04-01 .. 2020-05-01; status C2 2020-04-01 .. 2020-05-01",
        RATES,
        HOME_AGAIN,
        TO_EXTERNAL,
    ):
        timeline.child(told_of, authority=cast.authority)
    WeeklyRate.objects.update(source="Contract list")
    cast.amara.placement_facts.update(ends_on=date(2026, 6, 17), type="K2", provider="PR4")
    timeline.record(cast.amara, "home U6 2026-06-17 provider=PR4")
    enter(cast)
    feared(cast.amara, from_on=date(2026, 6, 20))
    feared(cast.tomas)
    return cast


def page(user: Any, address: str) -> str:
    answer = signed_in(user).get(address)
    assert answer.status_code == 200
    text: str = answer.content.decode()
    return text[text.index("<main") : text.index("</main>")]


@pytest.mark.parametrize("who", ["manager", "chair", "service_manager", "data_officer"])
def test_who_sees_it(council: Cast, who: str) -> None:
    text = page(getattr(council, who), f"{PAGE}?{AS_AT}")
    assert (
        "Of 3 moves since 1 April 2026, 2 cost less than before and 1 more: £4,350 less was paid"
        " in all, after £9,100 for the work"
    ) in text
    assert "£18,600.00" in text and "£5,150.00" in text and "£9,100.00" in text


@pytest.mark.parametrize("who", ["social_worker", "iro", "board_member", "guardian", "nobody"])
@pytest.mark.parametrize("address", [PAGE, BEHIND, WORK])
def test_who_does_not(cast: Cast, who: str, address: str) -> None:
    assert signed_in(getattr(cast, who)).get(address).status_code == 403


def test_two_kinds_of_pounds_stand_apart_and_their_sum_nowhere(council: Cast) -> None:
    text = page(council.chair, f"{PAGE}?{AS_AT}")
    cashable, avoided = text.split('id="avoided"')
    assert "never added together" in avoided
    found = moves(council.authority, YEAR, prices(council.authority))
    feared_found = total(judged(council.authority, YEAR, prices(council.authority)))
    assert feared_found.central > 0 and found.left.pounds > 0
    assert said.pounds(found.left.pounds) in cashable
    assert said.pounds(feared_found.central) in avoided
    for pounds in (found.whole.pounds, found.left.pounds):
        for of_avoided in vars(feared_found).values():
            assert said.pounds(pounds + of_avoided) not in text


def test_a_row_opens_on_its_lines_which_add_up_to_it(council: Cast) -> None:
    text = page(council.chair, f"{BEHIND}?{AS_AT}&was=external&now=agency")
    assert "2 moves since 1 April 2026: £18,600.00 less was paid</h1>" in text
    assert text.count("£9,300.00") == 2
    assert "Bello" in text and "17 Jun 2026 to 30 Jun 2026" in text
    assert text.count("£5,600.00") == 2 and text.count("Contract list") == 4
    foot = text[text.index("<tfoot") :]
    assert "In all" in foot and "£18,600.00" in foot


def test_who_is_not_reached_is_counted_and_not_shown(council: Cast) -> None:
    text = page(council.manager, f"{BEHIND}?{AS_AT}&was=external&now=agency")
    assert "2 moves since 1 April 2026: £18,600.00 less" in text
    assert "1 of them is of children whose record you do not reach" in text
    assert text.count("£9,300.00") == 2  # her line, and the sum of what is shown
    assert "Of the children whom you reach" in text
    event = AuditEvent.objects.filter(what="savings.children").latest("at")
    assert event.children == [council.amara.pk]
    assert event.details == {"as_at": "2026-06-30"}


def test_a_feared_home_names_the_child_only_to_who_reaches_her(council: Cast) -> None:
    council.tomas.first_name = "Tomas"
    text = page(council.manager, f"{PAGE}?{AS_AT}")
    assert "Amara" in text and "Tomas" not in text
    assert "A child whose record you do not reach" in text
    assert text.count("They were worn out.") == 1
    assert text.count("the panel of 1 June 2026") == 2
    assert AuditEvent.objects.filter(what="savings").latest("at").children == [council.amara.pk]


def test_nobody_behind_whom_the_reader_reaches_and_no_such_kind_of_home(council: Cast) -> None:
    text = page(council.manager, f"{BEHIND}?{AS_AT}&was=in-house&now=external")
    assert "No child whom you may see." in text
    assert signed_in(council.chair).get(f"{BEHIND}?was=palace").status_code == 404


def test_of_a_year_that_is_not_all_known_nothing_is_said(council: Cast) -> None:
    text = page(council.chair, f"{PAGE}?as_at=2010-06-30")
    assert "What moves saved: nothing is known of all those days" in text
    assert "£" not in text
    assert signed_in(council.chair).get(f"{BEHIND}?as_at=2010-06-30").status_code == 404


def test_a_year_that_is_over_is_said_from_its_first_day_to_its_last(council: Cast) -> None:
    text = page(council.chair, f"{PAGE}?as_at=2026-03-31")
    assert "moved from one home to another from 1 April 2025 to 31 March 2026" in text


def test_the_usual_year_is_that_of_the_end_of_last_month(council: Cast) -> None:
    day = timezone.localdate().replace(day=1) - timedelta(days=1)
    assert said.days(Year.of(day)) in page(council.chair, PAGE)


@pytest.mark.parametrize(
    ("history", "finding"),
    [
        ("", "No child has moved from one home to another since 1 April 2026"),
        (UNRATED, "Of 1 move since 1 April 2026, for 1 a weekly rate is missing"),
        (
            TO_EXTERNAL,
            "Of 1 move since 1 April 2026, none cost less than before and 1 more: £5,150 more was "
            "paid in all",
        ),
        (
            HOME_AGAIN.replace("K2", "U6"),
            "Of 1 move since 1 April 2026, none cost less than before and 1 as much: as much was "
            "paid in all",
        ),
    ],
)
def test_the_finding_is_written_from_the_figures(history: str, finding: str) -> None:
    assert said.finding(of(history)) == finding


@pytest.mark.parametrize(
    ("histories", "finding"),
    [
        (
            (HOME_AGAIN, TO_EXTERNAL),
            "2 moves since 1 April 2026: £9,300.00 less was paid, and £5,150.00 more",
        ),
        ((TO_EXTERNAL,), "1 move since 1 April 2026: £5,150.00 more was paid"),
        ((HOME_AGAIN.replace("K2", "U6"),), "1 move since 1 April 2026: as much was paid"),
        ((), "0 moves since 1 April 2026: as much was paid"),
    ],
)
def test_so_is_that_of_the_moves_behind(histories: tuple[str, ...], finding: str) -> None:
    assert said.finding_of_rows(of(*histories).rows, YEAR) == finding


def test_kinds_of_home_in_the_table_are_those_of_the_forecast() -> None:
    found = of(HOME_AGAIN)
    assert [(row.was, row.now) for row in found.rows] == [(HomeType.EXTERNAL, HomeType.AGENCY)]
