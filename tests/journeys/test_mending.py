"""What was recorded wrong is put right: where it went wrong, why, and what was believed before."""

import re
from datetime import timedelta

import pghistory.models
import pytest
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from playwright.sync_api import Page, expect

from casetrack.actions import legal
from casetrack.models import CourtOrder
from tests.cast import Cast
from tests.journeys.conftest import Visit
from tests.journeys.filled import name_everybody
from tests.journeys.hands import Mouse

pytestmark = pytest.mark.journey

WHY = "The sealed order says the day before."


def test_a_wrong_date_is_corrected_and_the_history_read(
    cast: Cast, visit: Visit, hand: type[Mouse]
) -> None:
    name_everybody(cast)
    today = timezone.localdate()
    wrong, right = today - timedelta(days=40), today - timedelta(days=41)
    legal.record_order(
        child=cast.amara, kind="supervision", made_on=wrong, expires_on=None, by=cast.social_worker
    )
    recorded_days_ago(9)
    page = visit(cast.manager, f"/children/{cast.amara.uuid}/")
    by = hand(page)
    by.press(page.get_by_role("link", name="History", exact=True))
    line = page.locator(".story-line", has_text="The court made a supervision order.")
    expect(line).to_contain_text(re.compile(r"Recorded by Nneka Okafor .* working days late"))
    by.press(line.get_by_role("link", name=re.compile("^Correct")))
    expect(page.get_by_role("heading", level=1)).to_have_text("Correct: court order")
    by.date("When was it made?", right)
    by.write(page.get_by_label("Why was the record wrong?"), WHY)
    by.press(page.get_by_role("button", name="Correct"))
    expect(page.get_by_role("status")).to_contain_text("Recorded.")
    before, now = line.all()
    expect(now).to_contain_text("Recorded by Priya Lindqvist")
    expect(before.locator("del")).to_have_text("The court made a supervision order.")
    expect(before).to_contain_text("Recorded by Nneka Okafor")
    expect(before).to_contain_text(re.compile(f"Believed until .* by Priya Lindqvist .*: {WHY}"))
    as_known_a_week_ago(page, by)
    expect(line).to_have_count(1)
    expect(line.locator("del")).to_have_count(0)
    expect(page.get_by_role("link", name=re.compile("^Correct"))).to_have_count(0)
    by.press(page.get_by_role("link", name=re.compile("^Courts and orders")))
    expect(page.get_by_role("heading", level=1)).to_have_text("History: courts and orders")
    expect(line).to_be_visible()


def test_what_was_entered_by_mistake_stays_crossed_out(
    cast: Cast, visit: Visit, hand: type[Mouse]
) -> None:
    order = CourtOrder.objects.create(child=cast.amara, kind="supervision", made_on="2026-03-04")
    page = visit(cast.manager, f"/children/{cast.amara.uuid}/history/?about=court")
    by = hand(page)
    by.press(page.get_by_role("link", name=re.compile("^Entered by mistake.* a supervision order")))
    by.write(page.get_by_label("What was the mistake?"), "It was made about another child.")
    by.press(page.get_by_role("button", name="Remove from the record"))
    line = page.locator(".story-line", has_text="a supervision order")
    expect(line).to_contain_text("Removed by manager")
    expect(line).to_contain_text("It was made about another child.")
    assert not CourtOrder.objects.filter(pk=order.pk).exists()


def as_known_a_week_ago(page: Page, by: Mouse) -> None:
    then = timezone.localdate() - timedelta(days=7)
    by.press(page.get_by_text("change date"))
    by.date("Show what was known on", then)
    by.press(page.get_by_role("button", name="Show", exact=True))
    expect(page.locator(".as-at-day")).to_contain_text(
        f"As known on {then:%A} {then.day} {then:%B}"
    )


def recorded_days_ago(days: int) -> None:
    """As though everything so far had been recorded so much earlier; histories refuse that."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for model in pghistory.models.Event.__subclasses__():
            model.objects.update(pgh_created_at=F("pgh_created_at") - timedelta(days=days))
