"""What is said of hidden numbers: on a page, in a file, and in a sentence beneath.

How many of the hidden numbers are small is not said: that alone can tell which they are.
"""

from casetrack import words
from oversight.disclosure.cells import Rule
from oversight.disclosure.periods import CLOSEST, STEPS
from oversight.disclosure.release import Shown

HIDDEN = "hidden"
CONFIDENTIAL, NOT_APPLICABLE, NOT_AVAILABLE = "c", "z", "x"
"""The marks of official statistics, as files have them for what pages say in words."""
MUCH = 0.5


def number(shown: int | None) -> str:
    return HIDDEN if shown is None else f"{shown:,}"


def in_file(shown: int | None) -> str:
    return CONFIDENTIAL if shown is None else str(shown)


def notation(rule: Rule) -> tuple[tuple[str, str], ...]:
    """The marks and what they mean."""
    return (
        (CONFIDENTIAL, f"confidential: {_why(rule)}"),
        (NOT_APPLICABLE, "not applicable: there is nothing that could be counted"),
        (NOT_AVAILABLE, "not available: nobody recorded it"),
    )


def sentences(shown: Shown) -> list[str]:
    """What was hidden and why, for whoever reads a page or a pack."""
    hidden, of, rule = len(shown.hidden), len(shown.numbers), shown.rule
    if not hidden:
        return [f"No number is hidden: none counts 1 to {rule.small} children."]
    said = [
        f"{hidden:,} of {words.count(of, 'number')} {'is' if hidden == 1 else 'are'} hidden. A"
        f" number is {_why(rule)}. A 0 is always shown.",
        f"No percentage is given of {rule.few} children or fewer, and no average of fewer than"
        f" {rule.few}.",
    ]
    if hidden > MUCH * of:
        said.append("More than half are hidden: a table with fewer rows would say more.")
    return said


def averages() -> str:
    """How averages are told, for a page or a pack that has some."""
    return (
        f"An average is rounded, to the day where many children are behind it and to {STEPS[-1]}"
        " days where they are few. It is hidden where, beside those of other months, it would tell"
        f" within fewer than {CLOSEST:.0f} days what those of a few children come to."
    )


def _why(rule: Rule) -> str:
    return (
        f"hidden where it counts 1 to {rule.small} children, or where it would let somebody work"
        " out a number that does"
    )
