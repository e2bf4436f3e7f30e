"""Why something was not done, in words for the person who asked for it.

Each action defines its own kind beside it, so that a page may tell them apart; what they share lets
a page catch them all and show the reason as it stands.
"""

from collections.abc import Mapping


class Refused(Exception):
    """The message is a whole sentence that a user may read, without a name in it.

    `fields` has the reasons that belong to one question each; then a message, where there is one,
    says something else.
    """

    def __init__(self, message: str = "", fields: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.fields = dict(fields or {})

    def __str__(self) -> str:
        said = [self.message, *self.fields.values()]
        return " ".join(filter(None, said)) or "This could not be recorded."
