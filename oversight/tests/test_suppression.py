"""Small numbers stay hidden, also from somebody who can add and subtract."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight.suppression import is_small, suppressed


@pytest.mark.parametrize(
    ("parts", "whole", "shown"),
    [
        ({"a": 10, "b": 20}, 30, {"a": 10, "b": 20}),
        ({"a": 3, "b": 20, "c": 8}, 31, {"a": None, "b": 20, "c": None}),
        ({"a": 3, "b": 4, "c": 8}, 15, {"a": None, "b": None, "c": 8}),
        ({"a": 1, "b": 1, "c": 8}, 10, {"a": None, "b": None, "c": None}),
        ({"a": 3, "b": 20, "c": 0}, 23, {"a": None, "b": None, "c": 0}),
        ({"a": 3}, None, {"a": None}),
        ({"a": 3, "b": 0}, None, {"a": None, "b": None}),
        ({"a": 0}, 0, {"a": 0}),
        ({}, 0, {}),
    ],
)
def test_hidden(parts: dict, whole: int | None, shown: dict) -> None:
    assert suppressed(parts) == (whole, shown)


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12), max_size=5))
def test_no_small_number_can_be_worked_out(parts: dict[str, int]) -> None:
    whole, shown = suppressed(parts)
    hidden = [part for part, number in shown.items() if number is None]
    assert not any(number is not None and is_small(number) for number in shown.values())
    if whole is None or not hidden:
        assert whole is None or not any(map(is_small, parts.values()))
        return
    left = whole - sum(number for number in shown.values() if number is not None)
    possible = [
        found for found in product(range(left + 1), repeat=len(hidden)) if sum(found) == left
    ]
    # Whoever knows that a hidden part is never 0 still has several stories for each.
    possible = [found for found in possible if all(found)] or possible
    for place in range(len(hidden)):
        assert len({found[place] for found in possible}) > 1
