"""What a return says otherwise than a person recorded: listed, decided, not asked again."""

from pathlib import Path

import pytest
from django.test import Client

from casetrack.audit import AuditEvent
from casetrack.models import LegalStatus
from casetrack.recording import recording
from returns.models import Difference, Upload
from returns.templatetags.returns import values_in_words
from returns.tests.test_import_pages.conftest import Post, heading, shown
from tests.cast import Cast


@pytest.fixture
def difference(
    cast: Cast, officer: Client, checked: Upload, press: Post, hand_over: Post, small_return: Path
) -> Difference:
    """The return has C2; a person has put X1 under section 20."""
    press(officer, checked.uuid, "import")
    with recording("status.corrected", by=cast.social_worker):
        LegalStatus.objects.filter(child__reference="X1").update(code="V2")
    hand_over(officer, small_return)
    press(officer, Upload.objects.latest("pk").uuid, "import")
    return Difference.objects.get()


def test_there_is_nothing_to_decide(officer: Client) -> None:
    page = shown(officer, "/returns/differences/")
    assert "Nothing waits for a decision." in page


def test_a_difference_is_listed(officer: Client, difference: Difference) -> None:
    page = shown(officer, "/returns/differences/")
    assert heading(page).startswith("1 difference between")
    for words in ("X1", "Legal status", "(V2)", "(C2)", "Keep what was recorded"):
        assert words in page
    assert "1 difference</a> between the returns" in shown(officer, "/returns/")


def test_the_report_tells_of_it(officer: Client, difference: Difference) -> None:
    page = shown(officer, f"/returns/runs/{difference.found_by.uuid}/")
    assert "1 difference to what people recorded" in page


def test_looking_is_written_down(officer: Client, difference: Difference) -> None:
    shown(officer, "/returns/differences/")
    event = AuditEvent.objects.get(what="return.differences")
    assert event.children == [difference.child_id]


def test_what_was_recorded_is_kept_and_not_asked_again(
    officer: Client, difference: Difference, hand_over: Post, press: Post, small_return: Path
) -> None:
    officer.post("/returns/differences/keep/", {"difference": difference.pk})
    assert "Nothing waits" in shown(officer, "/returns/differences/")
    hand_over(officer, small_return)
    press(officer, Upload.objects.latest("pk").uuid, "import")
    assert "Nothing waits" in shown(officer, "/returns/differences/")
    assert LegalStatus.objects.get(child__reference="X1").code == "V2"


def test_deciding_is_written_down(cast: Cast, officer: Client, difference: Difference) -> None:
    officer.post("/returns/differences/keep/", {"difference": difference.pk})
    event = AuditEvent.objects.get(what="difference.decided")
    assert (event.username, event.children) == ("data-officer", [difference.child_id])


def test_another_authority_decides_nothing(
    officer_elsewhere: Client, difference: Difference
) -> None:
    assert "Nothing waits" in shown(officer_elsewhere, "/returns/differences/")
    answer = officer_elsewhere.post("/returns/differences/keep/", {"difference": difference.pk})
    assert answer.status_code == 404
    difference.refresh_from_db()
    assert difference.decided_on is None


@pytest.mark.parametrize("asked", ["", "x", "-1", "9" * 40])
def test_a_made_up_number_is_not_there(officer: Client, asked: str) -> None:
    answer = officer.post("/returns/differences/keep/", {"difference": asked})
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("fact", "field", "recorded", "words"),
    [
        ("placement", "type, provider", "U6, PR1", "(U6), "),
        ("placement", "home_id", "17", "the carer recorded"),
        ("placement", "start_known", "False", "no"),
        ("placement", "type", "U6, and more", "U6, and more"),
        ("placement", "", "deleted", "deleted"),
    ],
)
def test_codes_are_put_into_words(fact: str, field: str, recorded: str, words: str) -> None:
    found = values_in_words(Difference(fact=fact, field=field, recorded=recorded), "recorded")
    assert words in found
    assert "17" not in found
