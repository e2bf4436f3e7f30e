"""What is told to a person in one line, without a traceback."""


class Trouble(Exception):
    """Something outside the code stands in the way; the message says what, and what to do."""
