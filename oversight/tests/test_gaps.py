"""The data gaps: counted by fact and by worker, for those who may see the children."""

import pytest

from casetrack.audit import AuditEvent
from oversight.clocks.engine import refresh
from tests import timeline
from tests.cast import Cast, signed_in

DAY = "as_at=2026-06-01"


@pytest.fixture(autouse=True)
def unknown(cast: Cast) -> None:
    """Three children of unknown beginnings: two interim orders, one order without a decision."""
    for reference, history in {
        "G1": "care ~2026-03-31; status ~C1 2026-03-31; home ~U4 2026-03-31; worker G 2026-03-31",
        "G2": "care ~2026-03-31; status ~C1 2026-03-31; home ~U4 2026-03-31",
        "G3": "care 2026-01-01; status E1 2026-04-01; home U4 2026-01-01; review 2026-05-01",
    }.items():
        child = timeline.child(history, authority=cast.authority, reference=reference)
        refresh([child.pk])


def page(cast: Cast, query: str = "", who: str = "chair") -> str:
    return signed_in(getattr(cast, who)).get(f"/tracker/gaps/?{DAY}&{query}").content.decode()


def test_gaps_are_counted_by_fact(cast: Cast) -> None:
    found = page(cast)
    assert "of 3 children" in found
    assert "The adoption decision <strong>1</strong>" in found
    assert "When “Interim care order” began <strong>2</strong>" in found
    assert "Amara" not in found


def test_by_one_fact(cast: Cast) -> None:
    found = page(cast, "fact=the+adoption+decision")
    assert "1 thing not known of 1 child" in found
    assert "Child G3" in found
    assert "Child G1" not in found


def test_by_one_worker(cast: Cast) -> None:
    worker = timeline.Worker.objects.get(reference="G")
    found = page(cast, f"worker={worker.uuid}")
    assert "Child G1" in found
    assert "Child G2" not in found


def test_a_gap_stays_a_gap_when_the_limit_has_passed(cast: Cast) -> None:
    found = signed_in(cast.chair).get("/tracker/gaps/?as_at=2027-06-01").content.decode()
    assert "Child G1" in found


def test_a_manager_sees_her_team_alone_and_is_audited(cast: Cast) -> None:
    assert "Nothing is missing" in page(cast, who="manager")
    assert page(cast)
    seen = AuditEvent.objects.filter(what="gaps").order_by("at").values_list("children", flat=True)
    assert [len(each) for each in seen] == [0, 3]


def test_somebody_who_sees_no_tracker_is_refused(cast: Cast) -> None:
    assert signed_in(cast.board_member).get("/tracker/gaps/").status_code == 403
