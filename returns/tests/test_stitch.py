"""The six rules of stitching, each at its edges; then what must hold of any rows at all."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from returns.ssda903.stitch import Episode, Story, stitch

NEWEST = 2022


def day(text: str) -> date:
    number, month, year = map(int, text.split("/"))
    return date(year, month, number)


def row(year: int, start: str, end: str = "", rne: str = "P", rec: str = "", line: int = 1):
    given_rec = rec or ("X1" if end else None)
    return Episode(
        year, ("episodes.csv", line), day(start), day(end) if end else None, rne, given_rec
    )


def told(story: Story) -> list[tuple[str, str, list[int]]]:
    return [
        (
            f"{one.starts_on:%d/%m/%Y}",
            f"{one.ends_on:%d/%m/%Y}" if one.ends_on else "",
            one.rules,
        )
        for one in story.stretches
    ]


def lost(story: Story) -> list[tuple[int, str, int]]:
    return [(one.year, f"{one.decom:%d/%m/%Y}", rule) for one, rule in story.superseded]


# Rule 1


def test_the_newest_return_tells_an_episode_that_several_have():
    story = stitch(
        [row(2018, "01/05/2017", rne="S"), row(2019, "01/05/2017", "01/06/2018", "S", "E4A")],
        NEWEST,
    )
    assert told(story) == [("01/05/2017", "01/06/2018", [])]
    assert lost(story) == [(2018, "01/05/2017", 1)]


def test_of_two_lines_in_one_return_the_last_stands():
    story = stitch(
        [
            row(2018, "01/05/2017", "01/07/2017", "S", "E4A", line=9),
            row(2018, "01/05/2017", "01/06/2017", "S", "E4A", line=10),
        ],
        NEWEST,
    )
    assert told(story) == [("01/05/2017", "01/06/2017", [])]


# Rule 2


def test_a_corrected_start_leaves_no_ghost():
    story = stitch(
        [row(2018, "01/05/2017", rne="S"), row(2019, "03/05/2017", "01/06/2018", "S", "E4A")],
        NEWEST,
    )
    assert told(story) == [("03/05/2017", "01/06/2018", [])]
    assert lost(story) == [(2018, "01/05/2017", 2)]


def test_a_row_that_ended_before_the_newer_year_stays():
    story = stitch(
        [
            row(2018, "01/05/2017", "31/03/2018", "S"),
            row(2019, "31/03/2018", "01/06/2018", "P", "E4A"),
        ],
        NEWEST,
    )
    assert told(story) == [("01/05/2017", "31/03/2018", []), ("31/03/2018", "01/06/2018", [])]


def test_a_row_that_ended_on_the_first_of_april_should_be_in_the_newer_return():
    story = stitch(
        [
            row(2018, "01/05/2017", "01/04/2018", "S"),
            row(2019, "01/04/2018", "01/06/2018", "P", "E4A"),
        ],
        NEWEST,
    )
    assert lost(story) == [(2018, "01/05/2017", 2)]


def test_an_open_row_that_the_next_return_lacks_goes_even_if_one_follows_later():
    rows = [row(2018, "01/05/2017", rne="S"), row(2019, "01/09/2018", "01/10/2018", "P", "E4A")]
    assert lost(stitch(rows, NEWEST)) == [(2018, "01/05/2017", 2)]


def test_an_open_row_stays_where_a_return_that_is_not_here_lies_between():
    rows = [row(2018, "01/05/2017", rne="S"), row(2020, "01/09/2018", "01/10/2019", "P", "E4A")]
    story = stitch(rows, NEWEST)
    assert told(story) == [("01/05/2017", "01/09/2018", [3]), ("01/09/2018", "01/10/2019", [])]


def test_such_an_open_row_goes_where_it_would_end_in_the_year_of_the_newer_return():
    rows = [row(2018, "01/05/2017", rne="S"), row(2020, "01/04/2019", "01/10/2019", "P", "E4A")]
    assert lost(stitch(rows, NEWEST)) == [(2018, "01/05/2017", 2)]


def test_before_a_new_entry_such_an_open_row_ends_with_its_own_return_and_stays():
    rows = [row(2018, "01/05/2017", rne="S"), row(2020, "01/09/2019", "01/10/2019", "S", "E4A")]
    story = stitch(rows, NEWEST)
    assert told(story) == [("01/05/2017", "01/04/2018", [3]), ("01/09/2019", "01/10/2019", [])]


def test_an_open_row_goes_where_the_newer_return_has_only_what_began_before_it():
    rows = [row(2018, "01/05/2017"), row(2018, "01/05/2016", "01/05/2017", "S")]
    newer = row(2020, "01/05/2016", "01/05/2019", "S", "E4A")
    story = stitch([*rows, newer], NEWEST)
    assert told(story) == [("01/05/2016", "01/05/2019", [])]


# Rule 3


def test_an_open_episode_ends_where_the_next_of_its_return_starts():
    rows = [row(2018, "01/05/2017", rne="S"), row(2018, "01/09/2017", "01/10/2017", "P", "E4A")]
    assert told(stitch(rows, NEWEST))[0] == ("01/05/2017", "01/09/2017", [3])


def test_an_open_episode_before_an_entry_ends_on_the_entry_if_that_is_earlier_than_april():
    rows = [row(2018, "01/05/2017", rne="S"), row(2018, "01/09/2017", "01/10/2017", "S", "E4A")]
    story = stitch(rows, NEWEST)
    assert told(story)[0] == ("01/05/2017", "01/09/2017", [3])
    assert story.stretches[1].begins_care


# Rules 4 and 5


def test_an_overlap_is_cut_and_the_days_go_to_the_last_before_the_break():
    rows = [
        row(2018, "01/05/2017", "01/12/2017", "S"),
        row(2018, "01/06/2017", "01/08/2017", "P", "E4A"),
        row(2018, "01/02/2018", "01/03/2018", "S", "E4A"),
    ]
    assert told(stitch(rows, NEWEST)) == [
        ("01/05/2017", "01/06/2017", [4]),
        ("01/06/2017", "01/12/2017", [4]),
        ("01/02/2018", "01/03/2018", []),
    ]


def test_days_cut_that_reach_past_the_next_start_leave_no_gap():
    rows = [
        row(2018, "01/05/2017", "01/03/2018", "S"),
        row(2018, "01/06/2017", "01/08/2017", "P", "E4A"),
        row(2018, "01/02/2018", "10/02/2018", "S", "E4A"),
    ]
    assert told(stitch(rows, NEWEST)) == [
        ("01/05/2017", "01/06/2017", [4]),
        ("01/06/2017", "01/02/2018", [4]),
        ("01/02/2018", "01/03/2018", [4]),
    ]


def test_days_cut_are_carried_over_episodes_that_touch():
    rows = [
        row(2018, "01/05/2017", "01/03/2018", "S"),
        row(2018, "01/06/2017", "01/08/2017", "P", "E4A"),
        row(2018, "01/08/2017", "01/09/2017", "S", "E4A"),
    ]
    story = stitch(rows, NEWEST)
    assert told(story)[-1] == ("01/08/2017", "01/03/2018", [4])
    assert [one.begins_care for one in story.stretches] == [True, False, True]


def test_a_gap_that_nobody_explains_is_closed():
    rows = [
        row(2018, "01/05/2017", "01/08/2017", "S"),
        row(2018, "15/08/2017", "01/09/2017", "P", "E4A"),
    ]
    assert told(stitch(rows, NEWEST))[0] == ("01/05/2017", "15/08/2017", [5])


def test_a_gap_stands_after_leaving_care_and_before_entering_it():
    left = [
        row(2018, "01/05/2017", "01/08/2017", "S", "E4A"),
        row(2018, "15/08/2017", "01/09/2017", "P", "E4A"),
    ]
    entered = [
        row(2018, "01/05/2017", "01/08/2017", "S"),
        row(2018, "15/08/2017", "01/09/2017", "S", "E4A"),
    ]
    for rows in (left, entered):
        story = stitch(rows, NEWEST)
        assert told(story)[0] == ("01/05/2017", "01/08/2017", [])
        assert story.stretches[1].begins_care and story.stretches[1].after_gap


def test_care_begins_anew_after_an_ending_that_was_cut():
    rows = [
        row(2018, "01/05/2017", "01/09/2017", "S", "E4A"),
        row(2018, "01/08/2017", "01/10/2017", "P", "E4A"),
    ]
    assert [one.begins_care for one in stitch(rows, NEWEST).stretches] == [True, True]


# Rule 6


def test_an_open_child_of_an_older_return_counts_on_its_31_march_and_no_longer():
    story = stitch([row(2018, "01/05/2017", rne="S", rec="E4A")], 2019)
    assert told(story) == [("01/05/2017", "01/04/2018", [6])]
    assert story.stretches[0].end_made_up and story.closed_by_absence


def test_an_open_child_of_the_newest_return_stays_open():
    story = stitch([row(2018, "01/05/2017", rne="S")], 2018)
    assert told(story) == [("01/05/2017", "", [])]


def test_closing_by_absence_keeps_the_days_that_were_cut():
    rows = [row(2018, "01/05/2017", "20/05/2018", "S"), row(2018, "01/06/2017")]
    story = stitch(rows, 2020)
    assert told(story)[-1] == ("01/06/2017", "20/05/2018", [6])


def test_an_open_row_that_starts_after_its_own_return_still_has_a_day():
    story = stitch([row(2018, "05/04/2018", rne="S")], 2020)
    assert told(story) == [("05/04/2018", "01/04/2019", [6])]


# What holds of any rows

START = date(2016, 1, 1)
days = st.integers(0, 5 * 365).map(lambda n: START + timedelta(n))


@st.composite
def rows_of_a_child(draw: st.DrawFn) -> list[Episode]:
    found = []
    for line in range(draw(st.integers(0, 7))):
        start = draw(days)
        length = draw(st.none() | st.integers(1, 700))
        rec = draw(st.sampled_from([None, "X1", "X1", "E4A", "E11"]))
        found.append(
            Episode(
                draw(st.integers(2017, 2021)),
                ("e.csv", line),
                start,
                None if length is None else start + timedelta(length),
                draw(st.sampled_from("SLPTBU")),
                rec,
            )
        )
    return found


@given(rows_of_a_child())
def test_stretches_have_days_and_share_none(rows):
    stretches = stitch(rows, 2021).stretches
    for one in stretches:
        assert one.ends_on is None or one.starts_on < one.ends_on
    for one, following in zip(stretches, stretches[1:], strict=False):
        assert one.ends_on is not None and one.ends_on <= following.starts_on


@given(rows_of_a_child())
def test_every_row_stands_or_is_superseded(rows):
    story = stitch(rows, 2021)
    assert len(story.stretches) + len(story.superseded) == len(rows)


@given(rows_of_a_child())
def test_no_day_in_care_is_lost_by_cutting(rows):
    stretches = stitch(rows, 2021).stretches
    in_care = {n for one in stretches for n in _numbers(one.starts_on, one.ends_on)}
    for one in stretches:
        if one.episode.dec:
            assert in_care.issuperset(_numbers(one.episode.decom, one.episode.dec))


@given(rows_of_a_child(), st.randoms(use_true_random=False))
def test_the_order_of_rows_makes_no_difference(rows, random):
    unique = list({(one.year, one.decom, one.order): one for one in rows}.values())
    shuffled = list(unique)
    random.shuffle(shuffled)
    assert told(stitch(unique, 2021)) == told(stitch(shuffled, 2021))


def _numbers(start: date, end: date | None) -> range:
    return range(start.toordinal(), (end or date(2030, 1, 1)).toordinal())
