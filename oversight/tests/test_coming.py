"""What passes its limit soon, and whether what is booked comes in time: worked out by hand.

On 20 December 2025 the orders of 1 October 2025 have run 80 days; 121 are over on 30 January 2026,
41 days on, and the nine months without an adoptive home on 1 July.
"""

import pytest

from casetrack.audit import AuditEvent
from casetrack.models import Child
from oversight.clocks.booked import HEARINGS, OFFICERS, STEPS
from oversight.clocks.engine import refresh
from oversight.clocks.registry import CLOCKS
from permanence.routes import titles
from tests import timeline
from tests.cast import Cast, signed_in

DAY = "as_at=2025-12-20"
MATCH = "clock=placement-order-to-match"


def page(cast: Cast, query: str = "", who: str = "chair") -> str:
    return signed_in(getattr(cast, who)).get(f"/tracker/coming/?{DAY}&{query}").content.decode()


def test_only_limits_within_the_days_asked_for(cast: Cast) -> None:
    assert "0 waits pass their limits by 19 January 2026" in page(cast, f"window=30&{MATCH}")
    assert "2 waits pass their limits by" in page(cast, f"window=60&{MATCH}")
    assert "for 2 nothing is booked" in page(cast, f"window=60&{MATCH}")


def test_the_last_day_of_a_limit_is_in_and_the_eve_of_it_is_not(cast: Cast) -> None:
    meeting = "meeting-day={}&meeting-month=1&meeting-year=2026&" + MATCH
    assert "0 waits" in page(cast, meeting.format(29))
    assert "2 waits" in page(cast, meeting.format(30))


@pytest.mark.parametrize(
    ("planned", "said"),
    [
        ("2026-01-18", "in time, 12 days before"),
        ("2026-01-30", "on the last day"),
        ("2026-02-04", "5 days too late"),
    ],
)
def test_a_planned_step_comes_in_time_or_not(cast: Cast, planned: str, said: str) -> None:
    plan = cast.amara.permanenceplan_facts.get(rank="primary")
    plan.milestones.create(child=cast.amara, code="match", planned_on=planned)
    found = page(cast, f"window=60&{MATCH}")
    assert said in found
    assert "planned" in found
    assert "for 1 nothing is booked" in found


def test_the_nearest_of_several_and_the_day_moved_to(cast: Cast) -> None:
    plan = cast.amara.permanenceplan_facts.get(rank="primary")
    plan.milestones.create(
        child=cast.amara,
        code="match",
        planned_on="2025-12-01",
        revised_on="2026-01-25",
        revised_because="The panel was full",
    )
    plan.milestones.create(child=cast.amara, code="placed-for-adoption", planned_on="2026-02-20")
    assert "in time, 5 days before" in page(cast, f"window=60&{MATCH}")


def test_a_step_that_is_done_or_past_is_not_booked(cast: Cast) -> None:
    plan = cast.amara.permanenceplan_facts.get(rank="primary")
    plan.milestones.create(
        child=cast.amara, code="match", planned_on="2026-01-20", actual_on="2025-12-10"
    )
    plan.milestones.create(child=cast.amara, code="placed-for-adoption", planned_on="2025-12-19")
    assert "for 2 nothing is booked" in page(cast, f"window=60&{MATCH}")


def test_a_hearing_that_is_called_off_is_not_booked(cast: Cast) -> None:
    history = "proceedings care 2025-09-01; hearing final 2026-01-20"
    child = timeline.child(
        "care 2025-09-01; status C1 2025-09-01; home U4 2025-09-01; " + history,
        authority=cast.authority,
    )
    refresh([child.pk])
    query = "window=90&clock=care-proceedings"
    assert "in time, 40 days before" in page(cast, query)
    child.hearing_facts.update(vacated_on="2025-12-18", vacated_because="The judge was ill")
    assert "Nothing is booked" in page(cast, query)


RECORDED = "recorded 2020-01-01; care 2025-03-03; status C2 2025-03-03; review 2025-03-28"


def in_care(cast: Cast, history: str) -> Child:
    child = timeline.child(f"{RECORDED}; {history}", authority=cast.authority)
    refresh([child.pk])
    return child


def test_a_review_that_the_officer_has_planned(cast: Cast) -> None:
    """Of the review of 15 September the next is due by 15 March."""
    child = in_care(cast, "review 2025-09-15; planned-review 2026-03-10 set=2025-09-15")
    query = "window=90&clock=review-due"
    found = page(cast, query)
    assert "in time, 5 days before" in found and "Review, planned" in found
    child.planned_reviews.update(called_off_on="2025-12-01", called_off_because="Moved")
    assert "in time" not in page(cast, query)


def test_a_mid_point_that_the_officer_has_booked(cast: Cast) -> None:
    """Of the review of 1 October half-way is 1 January."""
    child = in_care(cast, "review 2025-10-01")
    query = "window=30&clock=mid-point"
    assert "Nothing is booked" in page(cast, query)
    child.review_facts.filter(held_on="2025-10-01").update(mid_point_planned_on="2026-01-06")
    found = page(cast, query)
    assert "5 days too late" in found and "Mid-point, booked" in found


def test_nothing_booked_alone(cast: Cast) -> None:
    plan = cast.amara.permanenceplan_facts.get(rank="primary")
    plan.milestones.create(child=cast.amara, code="match", planned_on="2026-01-18")
    found = page(cast, f"window=60&unbooked=yes&{MATCH}")
    assert "1 wait passes its limit" in found
    assert "Tomas Bello" in found
    assert "Amara Bello" not in found


def test_by_worker(cast: Cast) -> None:
    found = page(cast, f"window=60&{MATCH}&worker={cast.north_worker.uuid}")
    assert "1 wait passes its limit" in found
    assert "Amara Bello" in found
    assert f"{cast.north_worker.name} <strong>1</strong>" in found


def test_what_is_past_its_limit_is_no_longer_coming(cast: Cast) -> None:
    found = signed_in(cast.chair).get(f"/tracker/coming/?as_at=2026-02-10&window=90&{MATCH}")
    assert "0 waits" in found.content.decode()


def test_a_manager_sees_her_team_alone_and_is_audited(cast: Cast) -> None:
    found = page(cast, f"window=60&{MATCH}", who="manager")
    assert "Amara Bello" in found
    assert "Tomas" not in found
    assert AuditEvent.objects.get(what="coming").children == [cast.amara.pk]


def test_wrong_dates_are_named(cast: Cast) -> None:
    found = page(cast, "meeting-day=31&meeting-month=2&meeting-year=2026")
    assert "Enter a real date" in found


def test_what_is_booked_is_a_step_and_stops_a_clock_that_there_is() -> None:
    assert STEPS.keys() | HEARINGS.keys() | OFFICERS.keys() <= CLOCKS.keys()
    known = dict(titles())
    assert all(code in known for codes in STEPS.values() for code in codes)
