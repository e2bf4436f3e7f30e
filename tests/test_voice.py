"""The latest of the child's own words that may be shared stands on every page about the child."""

from datetime import date

import pytest

from permanence.models import ChildsWords
from tests.cast import Cast, assemble, signed_in
from tests.test_hidden_children import addresses

pytestmark = pytest.mark.django_db
SAID = "I want to stay near my school."
# Who may see the record, and who has: pages about readers, which the guardian of data has as well.
ABOUT_READERS = ("/restrict/", "/looked/")


@pytest.fixture
def cast() -> Cast:
    return assemble()


def pages(cast: Cast) -> dict[str, str]:
    """What the service manager is shown of Amara, by address."""
    client = signed_in(cast.service_manager)
    asked = [
        address
        for address in addresses(cast.amara.uuid, every_kind=True)
        if address.startswith(f"/children/{cast.amara.uuid}/")
        and not address.endswith(ABOUT_READERS)
    ]
    answers = {address: client.get(address) for address in asked}
    shown = {
        address: answer.content.decode()
        for address, answer in answers.items()
        if answer.status_code == 200
    }
    assert len(shown) > 50, "the record and the page of nearly every kind of fact"
    return shown


def say(cast: Cast, words: str, on: date, shared_with: str) -> None:
    ChildsWords.objects.create(
        child=cast.amara, said_on=on, words=words, gathered="talking", shared_with=shared_with
    )


def test_each_page_has_the_latest_that_may_be_shared(cast: Cast) -> None:
    say(cast, "I like football.", date(2025, 5, 1), "readers")
    say(cast, SAID, date(2026, 3, 1), "readers")
    say(cast, "Only for my worker.", date(2026, 4, 1), "workers")
    for address, page in pages(cast).items():
        assert f"“{SAID}”" in page, address
        assert "Only for my worker." not in page, address
        assert "I like football." not in page or "history" in address, address


def test_each_page_says_where_there_is_none(cast: Cast) -> None:
    for address, page in pages(cast).items():
        assert "No words of Amara’s own that may be shown are recorded." in page, address
