"""What is refused of an agreed action, whoever asks."""

from datetime import date

import pytest

from permanence.actions import agreed_actions
from permanence.actions.agreed_actions import ActionRefused
from permanence.kinds.agreed_actions import KINDS
from permanence.models import AgreedAction
from tests.cast import DAY, Cast


def agree(cast: Cast, text: str = "Refresh the profile", due_on: date = DAY) -> AgreedAction:
    owners = {cast.amara: cast.north_worker}
    return agreed_actions.agree(owners=owners, text=text, due_on=due_on, on=DAY, by=cast.manager)[0]


def test_agreed_and_done(cast: Cast) -> None:
    action = agree(cast)
    agreed_actions.done(action=action, on=DAY, by=cast.manager)
    assert AgreedAction.objects.get().done_on == DAY


def test_what_shows_it_is_kept_and_told(cast: Cast) -> None:
    action = agree(cast)
    with pytest.raises(ActionRefused, match="up to 300 characters"):
        agreed_actions.done(action=action, on=DAY, evidence="x" * 301, by=cast.manager)
    agreed_actions.done(action=action, on=DAY, evidence=" A letter. ", by=cast.manager)
    found = AgreedAction.objects.get()
    assert found.evidence == "A letter."
    sentences = [told.sentence for told in KINDS[0].tell(found)]
    assert sentences[1:] == ["Done: Refresh the profile", "What shows it: A letter."]


@pytest.mark.parametrize(
    ("text", "due_on"), [("", DAY), ("x" * 501, DAY), ("Write", date(2026, 5, 31))]
)
def test_refused(cast: Cast, text: str, due_on: date) -> None:
    with pytest.raises(ActionRefused):
        agree(cast, text, due_on)
    assert not AgreedAction.objects.exists()


def test_an_owner_of_another_authority_is_refused(cast: Cast) -> None:
    with pytest.raises(ActionRefused, match="own authority"):
        agreed_actions.agree(
            owners={cast.noor: cast.north_worker}, text="Call", due_on=DAY, on=DAY, by=cast.chair
        )


def test_not_done_twice_nor_before_it_was_agreed(cast: Cast) -> None:
    action = agree(cast)
    with pytest.raises(ActionRefused, match="before it was agreed"):
        agreed_actions.done(action=action, on=date(2026, 5, 1), by=cast.manager)
    agreed_actions.done(action=action, on=DAY, by=cast.manager)
    with pytest.raises(ActionRefused, match="already"):
        agreed_actions.done(action=action, on=DAY, by=cast.manager)
