"""Unique pupil numbers: the check letter, temporary numbers, and what is refused in which words."""

import pytest

from casetrack import upn


@pytest.mark.parametrize(
    "number",
    [
        "B801200005001",  # 16 + 4 + 10 + 50 ... by places 2 to 13: 93, and 93 = 4 x 23 + 1, B
        "M80120000500A",  # A in the last place counts 0: 80 = 3 x 23 + 11, M
        "Y80120000500Z",  # Z counts 22 x 13: 366 = 15 x 23 + 21, Y
    ],
)
def test_the_check_letter_goes_with_the_places(number):
    assert upn.check_letter(number[1:]) == number[0]
    assert upn.why_not(number) == ""


@pytest.mark.parametrize("number", ["", "UN1", "UN2", "UN3", "UN4", "UN5"])
def test_a_child_may_have_none(number):
    assert upn.why_not(number) == ""


@pytest.mark.parametrize("number", ["A801200005001", "B801200005010", "N80120000500A"])
def test_a_slip_is_noticed(number):
    assert "does not go with its digits" in upn.why_not(number)


@pytest.mark.parametrize(
    "number",
    ["801200005001B", "B80120000500", "B8012000050011", "I801200005001", "B80120000500O", "UN6"],
)
def test_what_is_no_such_number_is_refused(number):
    assert "a letter and 12 digits" in upn.why_not(number)


@pytest.mark.parametrize("place", range(12))
def test_every_wrong_digit_is_noticed(place):
    """The places' weights and 23 have no factor in common, so no single slip goes unseen."""
    right = "801200005001"
    for digit in set("0123456789") - {right[place]}:
        assert upn.check_letter(right[:place] + digit + right[place + 1 :]) != "B"


def test_spaces_and_small_letters_do_not_matter():
    assert upn.tidy(" b801 2000 05001 ") == "B801200005001"
