"""Averages of few, and what is said of what was hidden."""

from hypothesis import given
from hypothesis import strategies as st

from oversight.disclosure.averages import told
from oversight.disclosure.cells import HOUSE, Rule
from oversight.disclosure.narrative import findings
from oversight.disclosure.release import Release, Shown
from oversight.disclosure.said import averages, in_file, notation, number, sentences


def shown(*numbers: int, rule: Rule = HOUSE) -> Shown:
    made = Release(rule)
    for place, each in enumerate(numbers):
        made.add(("number", place), each)
    return made.shown()


def test_an_average_of_few_is_not_told_by_the_others() -> None:
    """Of 8 in one team none: with those of the other two and of all it could be worked out."""
    assert told({"north": 8, "south": 20, "west": 31}) == (True, {"west"})
    assert told({"north": 20, "south": 31}) == (True, {"north", "south"})
    assert told({"north": 8, "south": 9, "west": 31}) == (True, {"west"})
    # An empty part hides nothing and protects nobody.
    assert told({"north": 8, "south": 20, "west": 0}) == (True, set())
    assert told({"north": 8}) == (False, set())
    assert told({"north": 4, "south": 4}) == (False, set())
    assert told({"north": 8}, Rule(few=5)) == (True, {"north"})


@given(st.dictionaries(st.sampled_from("abcde"), st.integers(0, 25), max_size=5))
def test_averages_never_leave_few_alone(parts: dict[str, int]) -> None:
    whole, rest = told(parts)
    hidden = [number for part, number in parts.items() if number and part not in rest]
    assert all(parts[part] >= 10 for part in rest)
    if whole:
        assert sum(parts.values()) >= 10
        assert not hidden or (len(hidden) > 1 and sum(hidden) >= 10)


def test_hidden_numbers_on_pages_and_in_files() -> None:
    assert [number(each) for each in (None, 0, 1234)] == ["hidden", "0", "1,234"]
    assert [in_file(each) for each in (None, 0, 1234)] == ["c", "0", "1234"]
    assert [mark for mark, _ in notation(HOUSE)] == ["c", "z", "x"]


def test_what_was_hidden_is_said() -> None:
    assert sentences(shown(7, 0)) == ["No number is hidden: none counts 1 to 5 children."]
    first, second = sentences(shown(3, 7, 20))
    assert first == (
        "1 of 3 numbers is hidden. A number is hidden where it counts 1 to 5 children, or where it"
        " would let somebody work out a number that does. A 0 is always shown."
    )
    assert second == (
        "No percentage is given of 10 children or fewer, and no average of fewer than 10."
    )
    assert sentences(shown(3, 4, 20))[-1].startswith("More than half are hidden")
    assert "1 to 9 children" in sentences(shown(8, 70, 20, rule=Rule(small=9)))[0]


def test_what_is_said_of_hidden_numbers_tells_of_no_child() -> None:
    for numbers in ((7, 0), (3, 7, 20), (3, 4, 20)):
        assert not findings(" ".join(sentences(shown(*numbers))))
    assert not findings(averages())
    assert not findings(" ".join(meaning for _, meaning in notation(HOUSE)))
