"""Keeping a list under a name."""

from oversight.actions import saved_views
from oversight.models import SavedView
from tests.cast import Cast, signed_in


def save(cast: Cast, name: str, back: str) -> str:
    answer = signed_in(cast.manager).post(
        "/tracker/views/", {"name": name, "back": back}, follow=True
    )
    return answer.content.decode()


def test_a_list_is_kept_without_search_place_and_day(cast: Cast) -> None:
    page = save(
        cast,
        "Adoption, past limit",
        f"q=amara&show=red&route=adoption&as_at=2026-01-01&after={cast.amara.uuid}",
    )
    view = SavedView.objects.get(user=cast.manager)
    assert view.query == "show=red&route=adoption"
    assert "Saved as “Adoption, past limit”." in page


def test_what_was_looked_for_is_not_kept(cast: Cast) -> None:
    client = signed_in(cast.manager)
    address = client.post("/tracker/?show=red", {"words": "Amara"})["Location"]
    back = address.partition("?")[2]
    assert "find=" in back
    client.post("/tracker/views/", {"name": "Mine", "back": back})
    assert SavedView.objects.get().query == "show=red"


def test_a_name_is_needed(cast: Cast) -> None:
    assert "Give the view a name." in save(cast, "  ", "show=red")
    assert "up to 60 characters" in save(cast, "x" * 61, "show=red")


def test_the_same_name_replaces(cast: Cast) -> None:
    save(cast, "Mine", "show=red")
    save(cast, " Mine ", "show=30")
    assert SavedView.objects.get().query == "show=30"


def test_there_is_an_end_to_it(cast: Cast) -> None:
    for number in range(saved_views.MOST):
        saved_views.save(by=cast.manager, name=str(number), query="")
    assert "Delete one first." in save(cast, "One more", "")


def test_deleted(cast: Cast) -> None:
    view = saved_views.save(by=cast.manager, name="Mine", query="show=red")
    answer = signed_in(cast.manager).post(f"/tracker/views/{view.uuid}/delete/", follow=True)
    assert "“Mine” is deleted." in answer.content.decode()
    assert not SavedView.objects.exists()


def test_somebody_elses_view_is_not_there(cast: Cast) -> None:
    view = saved_views.save(by=cast.chair, name="Mine", query="show=red")
    answer = signed_in(cast.manager).post(f"/tracker/views/{view.uuid}/delete/")
    assert answer.status_code == 404
    assert SavedView.objects.exists()
