"""What the child says of who may read the child's words."""

from typing import Any

from casetrack.actions.refusal import Refused
from casetrack.recording import recording
from permanence.models import ChildsWords, SharedWith


class WordsRefused(Refused):
    """The words cannot be shared so."""


def share(*, words: ChildsWords, with_whom: str, by: Any) -> None:
    """The child agreed to share the words with others than before, with more or with fewer."""
    with recording("words.shared", by=by, children=[words.child_id], shared_with=with_whom):
        words.refresh_from_db()
        if with_whom not in SharedWith.values:
            raise WordsRefused("Choose who may read it.")
        if with_whom == words.shared_with:
            raise WordsRefused("It is shared so already.")
        words.shared_with = with_whom
        words.save(update_fields=["shared_with"])
