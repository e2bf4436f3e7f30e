"""The measures on their pages: who sees them in full, of whom, and which children behind them."""

import re
from datetime import date

import pytest

from casetrack.audit import AuditEvent
from casetrack.models import Authority
from oversight.indicators import said
from oversight.indicators.registry import INDICATORS
from oversight.models import Benchmark, Whose
from oversight.views import measures
from tests import timeline
from tests.cast import DAY, Cast, signed_in

CARD = "/measures/"
EVERY = "/measures/all/"
ONE = "/measures/of/children-in-care/"
BEHIND = f"{ONE}children/"
AS_AT = f"as_at={DAY}"


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """Since the first of three years that are known somebody has left, and facts go on to today."""
    timeline.child(
        "born 2015-01-01; care 2020-04-01 .. 2020-05-01; status C2 2020-04-01 .. 2020-05-01",
        authority=cast.authority,
    )
    Authority.objects.update(records_live=True, recorded_from=date(2020, 4, 1))
    return cast


def page(user: object, address: str) -> str:
    answer = signed_in(user).get(address)  # type: ignore[arg-type]
    assert answer.status_code == 200
    text = answer.content.decode()
    return text[text.index("<main") : text.index("</main>")]


@pytest.mark.parametrize("who", ["manager", "chair", "service_manager", "data_officer"])
@pytest.mark.parametrize("address", [CARD, EVERY, ONE, BEHIND])
def test_who_sees_measures_in_full(cast: Cast, who: str, address: str) -> None:
    assert "As at" in page(getattr(cast, who), f"{address}?{AS_AT}") or address == BEHIND


@pytest.mark.parametrize(
    "who", ["social_worker", "iro", "board_member", "guardian", "administrator", "nobody"]
)
@pytest.mark.parametrize("address", [CARD, EVERY, ONE, BEHIND])
def test_who_does_not(cast: Cast, who: str, address: str) -> None:
    assert signed_in(getattr(cast, who)).get(address).status_code == 403


def test_the_scorecard_has_a_line_for_every_headline(cast: Cast) -> None:
    text = page(cast.chair, f"{CARD}?{AS_AT}")
    assert text.count('role="rowheader"') == 10
    assert re.search(r"<h1[^>]*>10 measures: ", text)
    row = text[text.index("Children in care (CP1") :]
    assert '<strong class="measure-value">2</strong>' in row[: row.index("</tr>")]


def test_as_at_the_end_of_last_month_unless_another_day_is_asked_for(cast: Cast) -> None:
    assert "31 May 2020" in page(cast.chair, f"{CARD}?as_at=2020-05-31")
    wrong = page(cast.chair, f"{CARD}?as_at-day=31&as_at-month=2&as_at-year=2026")
    assert "Enter a real date" in wrong


def test_what_is_not_known_is_said_and_never_a_number(cast: Cast) -> None:
    text = page(cast.chair, f"{ONE}?as_at=2010-01-31")
    assert "Nothing is known of all those days" in text
    assert "Children in care (CP1, P2): –" in text


def test_all_measures_are_there_by_group(cast: Cast) -> None:
    text = page(cast.chair, f"{EVERY}?{AS_AT}")
    assert text.count('role="rowheader"') == len(INDICATORS)


def test_a_target_is_told_and_whether_it_is_met(cast: Cast) -> None:
    Benchmark.objects.create(
        authority=cast.authority,
        indicator="one-home-in-a-year",
        whose=Whose.TARGET,
        value=70,
        source="Corporate Parenting Strategy, page 9",
        starts_on=date(2020, 1, 1),
    )
    text = page(cast.chair, f"/measures/of/one-home-in-a-year/?{AS_AT}")
    assert "Corporate Parenting Strategy, page 9" in text
    assert "70.0%" in text
    row = page(cast.chair, f"{CARD}?{AS_AT}")
    row = row[row.index("One home in twelve months") :]
    assert "meets the target" in row[: row.index("</tr>")]


def test_told_apart_by_age_and_of_one_age_alone(cast: Cast) -> None:
    apart = page(cast.chair, f"{ONE}?{AS_AT}&by=age")
    assert "By age" in apart
    alone = page(cast.chair, f"{ONE}?{AS_AT}&age=0")
    assert "Age: Under 1" in alone
    assert "Children in care (CP1, P2): 0" in alone


def test_of_one_team_alone(cast: Cast) -> None:
    team = cast.north_worker.team
    assert team is not None
    text = page(cast.chair, f"{ONE}?{AS_AT}&team={team.pk}")
    assert "Children in care (CP1, P2): 1" in text


def test_what_cannot_be_understood_is_left_out(cast: Cast) -> None:
    text = page(cast.chair, f"{ONE}?{AS_AT}&team=x&age=7&months=12&by=name&council=NOWHERE")
    assert "Children in care (CP1, P2): 2" in text


def test_the_children_behind_are_those_whom_the_reader_reaches(cast: Cast) -> None:
    chair = page(cast.chair, f"{BEHIND}?{AS_AT}")
    assert "2 children counted" in chair
    manager = page(cast.manager, f"{BEHIND}?{AS_AT}")
    assert "1 child counted" in manager
    assert "1 more whose record you do not reach" in manager
    assert cast.amara.name in manager
    assert cast.tomas.name not in manager


def test_that_they_were_looked_at_is_written_down(cast: Cast) -> None:
    page(cast.manager, f"{BEHIND}?{AS_AT}")
    event = AuditEvent.objects.filter(what="measure.children").get()
    assert event.children == [cast.amara.pk]


def test_a_measure_that_is_entered_has_no_children_behind_it(cast: Cast) -> None:
    entered = next((each for each in INDICATORS.values() if not each.own), None)
    assert entered is not None
    answer = signed_in(cast.chair).get(f"/measures/of/{entered.code}/children/")
    assert answer.status_code == 404


def test_a_measure_that_is_not_there(cast: Cast) -> None:
    assert signed_in(cast.chair).get("/measures/of/no-such/").status_code == 404


def test_those_who_have_waited_longer_are_listed_as_far_as_the_reader_reaches_them(
    cast: Cast,
) -> None:
    """Both placement orders are 243 days old on the day."""
    one = "/measures/of/order-to-match/"
    text = page(cast.chair, f"{one}?{AS_AT}")
    assert "2 who have waited longer than 121 days" in text
    listed = page(cast.manager, f"{one}children/?{AS_AT}&than=121")
    assert "1 child has waited longer than 121 days" in listed
    assert "243 days" in listed
    assert cast.amara.name in listed
    assert "1 more whose record you do not reach" in listed
    assert cast.tomas.name not in listed
    none = page(cast.chair, f"{one}children/?{AS_AT}&than=243")
    assert "No child whom you may see" in none


def test_of_a_measure_without_a_wait_nobody_has_waited(cast: Cast) -> None:
    answer = signed_in(cast.chair).get(f"{BEHIND}?{AS_AT}&than=121")
    assert answer.status_code == 404


def test_a_change_is_told_with_the_month_it_is_counted_from(cast: Cast) -> None:
    text = page(cast.chair, f"{ONE}?as_at=2026-05-31")
    assert "as many as at the end of February 2026" in text
    assert "as many as at the end of May 2025" in text
    share = page(cast.chair, f"/measures/of/placed-with-parents/?{AS_AT}")
    assert "How much it changed" not in share


def test_a_printed_change_is_held_against_the_months(cast: Cast) -> None:
    text = page(cast.chair, f"{ONE}?as_at=2026-05-31&printed=20&over=12")
    assert "Printed +20% over 12 months." in text
    assert "The series gives 0% from the end of May 2025" in text
    wrong = page(cast.chair, f"{ONE}?{AS_AT}&printed=some&over=12")
    assert "Enter a whole number" in wrong
    assert 'value="some"' in wrong


def test_of_what_seldom_happens_the_days_between_are_drawn(cast: Cast) -> None:
    """Eight special guardianship orders in a year: fewer than one a month."""
    for month in (6, 7, 8, 10, 11, 12):
        timeline.child(
            f"care 2024-01-01 .. 2025-{month:02d}-05 E45;"
            f" status C2 2024-01-01 .. 2025-{month:02d}-05",
            authority=cast.authority,
        )
    for day in (3, 20):
        timeline.child(
            f"care 2024-01-01 .. 2026-03-{day:02d} E45; status C2 2024-01-01 .. 2026-03-{day:02d}",
            authority=cast.authority,
        )
    text = page(cast.chair, "/measures/of/special-guardianship-orders/?as_at=2026-05-31")
    assert "Days between: special guardianship" in text
    assert ">17 days<" in text
    narrowed = page(cast.chair, "/measures/of/special-guardianship-orders/?as_at=2026-05-31&sex=F")
    assert "Days between" not in narrowed
    assert "Days between" not in page(cast.chair, f"/measures/of/weeks-in-care/?{AS_AT}")


def test_a_target_for_a_number_of_all_children_is_not_one_for_some_of_them(cast: Cast) -> None:
    """Whatever number of girls there is, it neither meets nor misses what is aimed at for all."""
    for code, value in (("children-in-care", 1), ("ratified-plan", 90)):
        Benchmark.objects.create(
            authority=cast.authority,
            indicator=code,
            whose=Whose.TARGET,
            value=value,
            source="The board",
            starts_on=date(2020, 4, 1),
        )
    whole = page(cast.chair, f"{EVERY}?{AS_AT}")
    assert "Our target <strong>1</strong>" in whole and "Our target <strong>90.0%" in whole
    girls = page(cast.chair, f"{EVERY}?{AS_AT}&sex=F")
    assert "Our target <strong>1</strong>" not in girls
    assert "Our target <strong>90.0%" in girls


@pytest.mark.parametrize(
    ("code", "now", "before", "change"),
    [
        ("placed-with-parents", 12.738, 12.857, "0.2 percentage points"),
        ("order-to-match", 114.3, 114.9, "1 day"),
        ("order-to-match", 192.0, 190.4, "2 days"),
        ("order-to-match", 9.2, 12.4, "2.8 days"),
        ("entering-to-leaving", 0.66, 1.14, "0.4 to 1"),
        ("children-in-care", 540.0, 575.0, "35"),
        ("net-change", -4.0, 3.0, "7"),
    ],
)
def test_a_change_lies_between_the_values_as_they_are_told(
    code: str, now: float, before: float, change: str
) -> None:
    """12.7% and 12.9% are 0.2 apart to whoever reads them, whatever was rounded away."""
    assert said.change(INDICATORS[code], now, before) == change


def test_the_next_page_of_children_is_of_the_same_choice(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measures, "SHOWN", 1)
    text = page(cast.chair, f"{BEHIND}?as_at=2026-01-02")
    assert "Page 1 of 2" in text
    (following,) = re.findall(r'href="\?([^"]+)">Next page', text)
    assert following == "council=CAST&amp;as_at=2026-01-02&amp;page=2"
    assert "Page 2 of 2" in page(cast.chair, f"{BEHIND}?{following.replace('&amp;', '&')}")
