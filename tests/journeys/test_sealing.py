"""From the adoption order to a sealed record, and to the adopted adult who asks for it."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from adoption.models import SealedRecord
from casetrack.models import Child, SiblingGroup, User
from permanence.models import LifeStory
from tests import timeline
from tests.cast import Cast, a_user
from tests.journeys.barriers import barriers
from tests.journeys.conftest import Visit
from tests.journeys.hands import Mouse

pytestmark = pytest.mark.journey

STORY = (
    "born 2021-09-10; care 2024-03-01 .. 2025-06-20; status E1 2024-03-01 .. 2025-06-20;"
    " home A3 2024-09-03 .. 2025-06-20; decision 2024-05-02; plan adoption 2024-05-02"
)
LEFT = date(2025, 6, 20)
SHE_WROTE = "She wrote to us and showed her passport."


@pytest.fixture
def lotta(cast: Cast) -> Child:
    """Adopted, with a brother in care; the later life letter is still to be written."""
    child = timeline.child(STORY, authority=cast.authority, reference="L7")
    child.first_name, child.last_name, child.sex = "Lotta", "Bello", "F"
    child.siblings = SiblingGroup.objects.create(authority=cast.authority)
    child.save()
    Child.objects.filter(pk=cast.tomas.pk).update(siblings=child.siblings)
    child.careperiod_facts.update(end_reason="E11")
    LifeStory.objects.create(child=child, kind="book", done_on=LEFT)
    return child


@pytest.fixture
def keepers(cast: Cast) -> list[User]:
    return [a_user(name, cast.authority, "adoption-records") for name in ("winifred", "second")]


def test_a_record_is_sealed_and_opened_by_two(
    cast: Cast, lotta: Child, keepers: list[User], visit: Visit, hand: type[Mouse]
) -> None:
    the_last_letter_is_given(visit(cast.service_manager, "/adopted/"), hand)
    it_is_sealed(visit(cast.service_manager, "/adopted/"), hand)
    gone(visit(cast.service_manager, "/tracker/"), lotta, hand)
    the_brother_keeps_it(visit(cast.service_manager, f"/children/{cast.tomas.uuid}/history/"))
    somebody_asks(visit(keepers[0], "/sealed/"), hand)
    a_second_one_agrees_and_reads(visit(keepers[1], "/sealed/"), hand)


def the_last_letter_is_given(page: Page, hand: type[Mouse]) -> None:
    by = hand(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "1 adopted child whose record is not sealed"
    )
    assert not barriers(page)
    by.press(page.get_by_role("link", name="What is missing for Lotta Bello"))
    expect(page.get_by_text("It cannot be sealed yet.")).to_be_visible()
    page.goto("/adopted/")
    by.press(page.get_by_role("link", name="Lotta Bello", exact=True))
    expect(page.get_by_text("Adopted on 20 June 2025.")).to_be_visible()
    by.press(page.get_by_role("link", name="Record something"))
    by.press(page.get_by_role("link", name="Life story work"))
    by.mark(page.get_by_label("Later life letter given"))
    by.date("When?", date(2025, 7, 1))
    by.press(page.get_by_role("button", name="Record", exact=True))
    expect(page.locator(".messages")).to_contain_text("Recorded.")


def it_is_sealed(page: Page, hand: type[Mouse]) -> None:
    by = hand(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "1 adopted child whose record is not sealed, 1 ready"
    )
    by.press(page.get_by_role("link", name="Seal for Lotta Bello"))
    by.press(page.get_by_role("button", name="Seal the record"))
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    assert not barriers(page)
    by.date("When was the statutory return handed in", date(2025, 7, 2))
    by.write(page.get_by_label("How do the brothers and sisters stay in touch?"), "Letters in May.")
    by.write(page.get_by_label("New first name"), "Wren")
    by.write(page.get_by_label("New last name"), "Osterhout")
    by.write(page.get_by_label("New reference"), "W12")
    by.mark(page.get_by_label("Seal this record now"))
    by.press(page.get_by_role("button", name="Seal the record"))
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Every adopted child’s record is sealed"
    )
    expect(page.locator("main")).not_to_contain_text("Lotta")


def gone(page: Page, lotta: Child, hand: type[Mouse]) -> None:
    by = hand(page)
    find = page.get_by_label("Name, reference or date of birth of a child", exact=True)
    by.write(find, "Lotta Bello")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Find a child")
    expect(page.locator("main")).not_to_contain_text("L7")
    assert page.request.get(f"/children/{lotta.uuid}/").status == 404


def the_brother_keeps_it(page: Page) -> None:
    expect(page.get_by_text("A sister was adopted.", exact=True)).to_be_visible()
    expect(page.get_by_text("How they stay in touch: Letters in May.", exact=True)).to_be_visible()
    expect(page.locator("body")).not_to_contain_text("Wren")


def somebody_asks(page: Page, hand: type[Mouse]) -> None:
    by = hand(page)
    by.write(page.get_by_label("First and last name"), "wren osterhout")
    by.date("Date of birth", date(2021, 9, 10))
    by.press(page.get_by_role("button", name="Find", exact=True))
    expect(page.get_by_text("A record of Castle Council, sealed on")).to_be_visible()
    assert not barriers(page)
    by.press(page.get_by_role("link", name="Ask for it to be opened"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ask for a sealed record")
    by.mark(page.get_by_label("The adopted adult asked for it"))
    by.write(page.get_by_label("Who asked, and what for?"), SHE_WROTE)
    assert not barriers(page)
    by.press(page.get_by_role("button", name="Ask", exact=True))
    expect(page.get_by_text("A second person of adoption records answers this.")).to_be_visible()


def a_second_one_agrees_and_reads(page: Page, hand: type[Mouse]) -> None:
    by = hand(page)
    expect(page.get_by_text(SHE_WROTE)).to_be_visible()
    by.press(page.get_by_role("button", name="Agree: open it to us two"))
    by.press(page.get_by_role("link", name="Read the record"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Lotta Bello")
    expect(page.get_by_text("Came into care.", exact=True)).to_be_visible()
    expect(page.get_by_text("Wren Osterhout")).to_be_visible()
    assert not barriers(page)
    assert SealedRecord.objects.count() == 1
