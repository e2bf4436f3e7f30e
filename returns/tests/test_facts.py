"""From stitched episodes to the two timelines, the orders and the homes."""

from datetime import date

from returns.ssda903 import facts
from returns.ssda903.read import Row, RowReader
from returns.ssda903.stitch import Episode, Stretch, stitch
from returns.ssda903.tables import EPISODES, MISSING
from returns.ssda903.tables import episodes as column
from returns.tests.files import DEFAULTS, episode

NAME = facts.home_names("TEST", "A")


def stretches(*rows: dict[str, str], year: int = 2018) -> list[Stretch]:
    reader = RowReader()
    episodes = []
    for line, given in enumerate(rows, start=2):
        values = DEFAULTS["Episodes"] | given
        columns, texts = tuple(values), list(values.values())
        read = Row(EPISODES, "e.csv", line, columns, texts, *reader.cells(EPISODES, columns, texts))
        assert read.fault is None
        c = read.cells
        told = (c[column.DECOM], c[column.DEC], c[column.RNE], c[column.REC])
        episodes.append(Episode(year, read.order, *told, read))
    return stitch(episodes, year).stretches


def homes(*rows: dict[str, str]) -> list[int]:
    """The home of each placement, numbered in the order in which homes first appear."""
    found = [stay.home for stay in facts.placements(1, NAME, stretches(*rows))]
    order = list(dict.fromkeys(found))
    return [order.index(one) + 1 for one in found]


def chain(*moves: dict[str, str]) -> list[dict[str, str]]:
    """Episodes a month long that follow each other, the last open."""
    given = []
    for month, move in enumerate(moves, start=4):
        end = f"01/{month + 1:02}/2017" if month < len(moves) + 3 else ""
        given.append(episode("A", f"01/{month:02}/2017", end, **move))
    return given


def test_a_legal_change_alone_makes_no_placement():
    told = stretches(*chain({"LS": "C1"}, {"RNE": "L", "LS": "C2"}))
    assert len(list(facts.placements(1, NAME, told))) == 1
    assert [one.code for one in facts.legal_statuses(1, told)] == ["C1", "C2"]


def test_a_legal_change_with_another_provider_makes_one():
    told = stretches(*chain({}, {"RNE": "L", "PLACE_PROVIDER": "PR4"}))
    assert len(list(facts.placements(1, NAME, told))) == 2


def test_p_and_b_bring_a_new_home_and_t_u_and_l_do_not():
    moves = [{}, {"RNE": "T"}, {"RNE": "U", "LS": "E1"}, {"RNE": "P"}, {"RNE": "B", "LS": "C2"}]
    assert homes(*chain(*moves)) == [1, 1, 1, 2, 3]


def test_a_temporary_stay_and_the_return_keep_the_home():
    stay = {"RNE": "P", "PLACE": "T1", "PLACE_PROVIDER": "", "PL_POST": "ZZ1 1ZZ"}
    assert homes(*chain({}, stay, {"RNE": "P"})) == [1, 2, 1]


def test_a_run_of_temporary_stays_and_the_return_keep_the_home():
    stay = {"RNE": "P", "PLACE": "T1", "PLACE_PROVIDER": ""}
    assert homes(*chain({}, stay, stay | {"PLACE": "T4"}, {"RNE": "P"})) == [1, 2, 3, 1]


def test_a_temporary_stay_and_then_another_postcode_is_another_home():
    stay = {"RNE": "P", "PLACE": "T1", "PLACE_PROVIDER": ""}
    assert homes(*chain({}, stay, {"RNE": "P", "PL_POST": "QQ9 9QQ"})) == [1, 2, 3]


def test_a_holiday_with_the_carer_is_a_home_of_its_own_within_the_stretch():
    stay = {"RNE": "T", "PLACE": "T2", "PLACE_PROVIDER": ""}
    assert homes(*chain({}, stay, {"RNE": "T", "PLACE": "U4"})) == [1, 2, 1]


def test_a_new_entry_is_a_new_home_even_at_the_same_postcode():
    rows = [
        episode("A", "01/05/2017", "01/06/2017", REC="E4A"),
        episode("A", "01/07/2017", RNE="S"),
    ]
    assert homes(*rows) == [1, 2]


def test_what_the_first_row_tells_of_the_time_before_it():
    unknown = {}
    for rne in "SLPTBU":
        told = stretches(episode("A", "01/05/2017", RNE=rne))
        unknown[rne] = [
            not next(iter(made)).start_known
            for made in (
                facts.care_periods(1, told),
                facts.legal_statuses(1, told),
                facts.placements(1, NAME, told),
            )
        ]
    assert unknown == {
        "S": [False, False, False],
        "L": [True, False, True],
        "P": [True, True, False],
        "T": [True, True, False],
        "B": [True, False, False],
        "U": [True, False, False],
    }


def test_the_reason_care_ended_is_told_unless_the_day_was_made_up():
    told = stretches(episode("A", "01/05/2017", "01/06/2017", REC="E4B"))
    assert next(facts.care_periods(1, told)).end_reason == "E4B"
    still = stretches(episode("A", "01/05/2017", REC="E4B"))
    assert next(facts.care_periods(1, still)).end_reason == ""


def test_orders_are_unbroken_spells_and_the_endings_by_order():
    rows = chain({"LS": "C1"}, {"RNE": "L", "LS": "C2"}, {"RNE": "L", "LS": "E1"})
    rows[-1] |= {"DEC": "05/09/2017", "REC": "E12"}
    told = stretches(*rows)
    orders = list(facts.court_orders(1, facts.legal_statuses(1, told), told))
    assert [(one.kind, one.made_on, one.ended_on) for one in orders] == [
        ("interim-care", date(2017, 4, 1), date(2017, 5, 1)),
        ("care", date(2017, 5, 1), date(2017, 6, 1)),
        ("placement", date(2017, 6, 1), date(2017, 9, 5)),
        ("adoption", date(2017, 9, 5), None),
    ]


def test_an_order_goes_on_over_a_new_period_of_care_the_same_day():
    rows = [
        episode("A", "01/05/2017", "01/06/2017", REC="E4A"),
        episode("A", "01/06/2017", RNE="S"),
    ]
    told = stretches(*rows)
    assert len(list(facts.legal_statuses(1, told))) == 2
    assert len(list(facts.court_orders(1, facts.legal_statuses(1, told), told))) == 1


def test_times_missing_do_not_overlap():
    reader = RowReader()
    rows = [
        reader.row(MISSING, "m.csv", line, dict(zip(MISSING.names, values, strict=True)))
        for line, values in enumerate(
            [
                ("A", "", "M", "01/05/2017", "09/05/2017"),
                ("A", "", "A", "05/05/2017", ""),
                ("A", "", "M", "05/05/2017", "05/05/2017"),
            ]
        )
    ]
    made = list(facts.times_missing(1, rows[:2]))
    assert [(one.starts_on.day, one.ends_on and one.ends_on.day) for one in made] == [
        (1, 5),
        (5, None),
    ]
