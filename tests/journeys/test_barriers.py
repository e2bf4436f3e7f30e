"""No page has a barrier that axe can find, or scrolls sideways, on a desk or on a telephone."""

from datetime import date

import pytest
from django.utils import timezone

from oversight.models import Answer
from permanence.models import AgreedAction
from tests.cast import Cast
from tests.journeys.conftest import DESK, TELEPHONE, Visit, barriers

pytestmark = pytest.mark.journey

OPEN_ALL = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PAGES = {
    "queue": ("manager", "/tracker/"),
    "queue-narrowed": ("chair", "/tracker/?show=red&route=adoption&as_at=2026-06-01"),
    "queue-empty": ("chair", "/tracker/?route=home&home=adoptive"),
    "queue-wrong-date": ("chair", "/tracker/?as_at-day=99&as_at-month=1&as_at-year=2026"),
    "child": ("chair", "/children/{amara}/?as_at=2026-06-01"),
    "assign": ("chair", "/tracker/assign/?child={amara}&child={tomas}"),
    "reason": ("chair", "/tracker/reason/?child={amara}"),
    "export": ("chair", "/tracker/export/"),
    "catalogue": ("manager", "/clocks/"),
    "board": ("board_member", "/totals/"),
    "accessibility": ("manager", "/accessibility/"),
    "no-role": ("nobody", "/"),
}


@pytest.mark.parametrize("size", [DESK, TELEPHONE], ids=["desk", "telephone"])
def test_no_page_has_a_barrier(cast: Cast, visit: Visit, size: dict[str, int]) -> None:
    fill(cast)
    found = {}
    for name, (who, address) in PAGES.items():
        where = address.format(amara=cast.amara.uuid, tomas=cast.tomas.uuid)
        page = visit(getattr(cast, who), where, viewport=size)
        page.evaluate(OPEN_ALL)
        found[name] = barriers(page)
        if page.evaluate(SIDEWAYS) > 0:
            found[name].append("scrolls sideways")
        page.close()
    page = visit(None, "/sign-in/", viewport=size)
    found["sign-in"] = barriers(page)
    page.get_by_role("button", name="Sign in").click()
    found["sign-in-wrong"] = barriers(page)
    assert {name: problems for name, problems in found.items() if problems} == {}


@pytest.mark.parametrize("size", [DESK, TELEPHONE], ids=["desk", "telephone"])
def test_a_form_with_problems_has_no_barrier(
    cast: Cast, visit: Visit, size: dict[str, int]
) -> None:
    page = visit(cast.chair, f"/tracker/assign/?child={cast.amara.uuid}", viewport=size)
    page.get_by_role("button", name="Assign the action").click()
    assert page.get_by_role("alert").inner_text().startswith("There is a problem")
    assert barriers(page) == []
    for link in page.get_by_role("alert").get_by_role("link").all():
        target = link.get_attribute("href") or ""
        assert page.locator(target).count() == 1


def fill(cast: Cast) -> None:
    """Something in every part of the child page."""
    today = timezone.localdate()
    AgreedAction.objects.create(
        child=cast.amara,
        text="Refresh the profile",
        owner=cast.north_worker,
        agreed_on=date(2026, 5, 1),
        due_on=today,
    )
    Answer.objects.create(
        child=cast.amara,
        clock="placement-order-to-match",
        started_on=date(2025, 10, 1),
        kind="reason",
        reason="Two families withdrew",
        answered_on=date(2026, 5, 1),
        answered_by=cast.chair,
    )
