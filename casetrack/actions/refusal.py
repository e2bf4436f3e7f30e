"""Why something was not done, in words for the person who asked for it.

Each action defines its own kind beside it, so that a page may tell them apart; what they share lets
a page catch them all and show the reason as it stands.
"""


class Refused(Exception):
    """The message is a whole sentence that a user may read, without a name in it."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else "This could not be recorded."
