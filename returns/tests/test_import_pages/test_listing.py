"""The list of returns: who may see it, and what it says."""

import pytest
from django.test import Client

from returns.models import Upload
from returns.tests.test_import_pages.conftest import Post, heading, shown
from tests.cast import Cast, signed_in

NOBODY = "00000000-0000-4000-8000-000000000000"
ADDRESSES = [
    "/returns/",
    "/returns/load/",
    "/returns/differences/",
    f"/returns/runs/{NOBODY}/",
    f"/returns/runs/{NOBODY}/progress/",
    f"/returns/runs/{NOBODY}/refused.csv",
]
BUTTONS = [
    "/returns/load/",
    "/returns/differences/keep/",
    f"/returns/runs/{NOBODY}/import/",
    f"/returns/runs/{NOBODY}/put-aside/",
    f"/returns/runs/{NOBODY}/again/",
]
OTHERS = ["manager", "chair", "iro", "social_worker", "board_member", "stranger", "nobody"]


@pytest.mark.parametrize("who", OTHERS)
def test_only_a_data_officer_may(cast: Cast, who: str) -> None:
    client = signed_in(getattr(cast, who))
    assert {client.get(address).status_code for address in ADDRESSES} == {403}
    assert {client.post(address).status_code for address in BUTTONS} == {403}


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_has_not_signed_in_is_sent_to(cast: Cast, client: Client, address: str) -> None:
    assert client.get(address)["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("address", BUTTONS[1:])
def test_buttons_are_no_links(officer: Client, address: str) -> None:
    assert officer.get(address).status_code == 405


def test_the_menu_leads_there(officer: Client) -> None:
    assert 'href="/returns/"' in shown(officer, "/clocks/")


def test_nothing_is_loaded_yet(officer: Client) -> None:
    page = shown(officer, "/returns/")
    assert heading(page) == "No return is loaded yet"
    assert "/returns/load/" in page


def test_a_return_has_its_year_rows_and_author(
    officer: Client, checked: Upload, press: Post
) -> None:
    press(officer, checked.uuid, "import")
    page = shown(officer, "/returns/")
    assert heading(page) == "1 return loaded, facts known to 31 March 2024"
    for words in ("2023/24", "31 March 2024", 'data-label="Rows">4<', "by data-officer"):
        assert words in page


def test_a_run_is_listed_with_its_outcome(officer: Client, checked: Upload) -> None:
    page = shown(officer, "/returns/")
    assert "Checked, not imported" in page
    assert heading(page) == "No return is loaded yet"


def test_another_authority_sees_nothing_of_it(officer_elsewhere: Client, checked: Upload) -> None:
    page = shown(officer_elsewhere, "/returns/")
    assert str(checked.uuid) not in page
    assert "2023/24" not in page
