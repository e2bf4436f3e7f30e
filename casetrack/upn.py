"""The unique pupil number (UPN): a check letter, then twelve places.

The places are digits, save the last one of a temporary number, which is a letter.

The check letter is worked out as the Department for Education publishes it, in its guide "Unique
pupil numbers" for schools and local authorities, and before in the Government Data Standards
Catalogue ("Unique Pupil Number", version 2.0): each digit is multiplied by its place, 2 to 13, and
the products are added up; the remainder after dividing by 23 is the place of the letter, from 0, in
an alphabet without I, O and S. A letter in the last place counts as its place in that alphabet.
"""

import re

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
SHAPE = re.compile(rf"[{LETTERS}]\d{{11}}[\d{LETTERS}]", re.ASCII)
NONE_GIVEN = ("UN1", "UN2", "UN3", "UN4", "UN5")
"""What the SSDA903 return says instead, where a child has no UPN: the reason why not."""


def tidy(typed: str) -> str:
    """In capitals and without spaces, as it is kept."""
    return "".join(typed.upper().split())


def check_letter(rest: str) -> str:
    """The letter that the twelve places after it call for."""
    values = (int(place) if place.isdigit() else LETTERS.index(place) for place in rest)
    return LETTERS[sum(value * weight for weight, value in enumerate(values, start=2)) % 23]


def why_not(number: str) -> str:
    """Why this (tidy) cannot be a UPN; empty where it can, and where there is none."""
    if not number or number in NONE_GIVEN:
        return ""
    if not SHAPE.fullmatch(number):
        return (
            "A unique pupil number (UPN) is a letter and 12 digits; a temporary one ends in a "
            "letter. I, O and S are not used."
        )
    if check_letter(number[1:]) != number[0]:
        return (
            "That unique pupil number (UPN) has a mistake in it: its first letter does not go with "
            "its digits. Check it against the school's record."
        )
    return ""
