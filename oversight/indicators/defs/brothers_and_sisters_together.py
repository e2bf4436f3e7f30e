from datetime import date

from oversight.indicators.indicator import (
    Chart,
    Counted,
    Example,
    Group,
    Indicator,
    Polarity,
    Shape,
)
from oversight.indicators.shared.stretches import either, less

PAIRS = """
SELECT mine.child_id, greatest(mine.starts_on, theirs.starts_on) AS starts_on,
    least(mine.ends_on, theirs.ends_on) AS ends_on,
    mine.home_id = theirs.home_id OR mine.postcode <> '' AND mine.postcode = theirs.postcode
        AS is_shared
FROM child AS me
JOIN child AS them ON them.siblings_id = me.siblings_id AND them.child_id <> me.child_id
JOIN lives_in AS mine ON mine.child_id = me.child_id
JOIN lives_in AS theirs ON theirs.child_id = them.child_id
    AND coalesce(mine.starts_on < theirs.ends_on, true)
    AND coalesce(theirs.starts_on < mine.ends_on, true)
"""
WITH_OTHERS = f"SELECT child_id, starts_on, ends_on FROM ({PAIRS}) AS pair"
APART = f"{WITH_OTHERS} WHERE NOT is_shared"

INDICATOR = Indicator(
    code="brothers-and-sisters-together",
    title="Living with all brothers and sisters in care",
    question=(
        "Of the children in care who have brothers or sisters in care, what share live in one "
        "home with all of them?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.STABILITY,
    recorded=True,
    numerator=Counted(
        "Those of them whose brothers and sisters in care all live in the same home on the day, or "
        "in homes of the same postcode.",
        less(WITH_OTHERS, APART),
    ),
    denominator=Counted(
        "Children in care with at least one brother or sister in care on the day, each with a "
        "home recorded.",
        either(WITH_OTHERS),
    ),
    source=(
        "The council is to let brothers and sisters live together where it can (Children Act "
        "1989, section 22C); the count is ours."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "A return does not tell whose home it is: there those at one postcode are taken to live "
        "together, and without a postcode brothers and sisters seem apart.",
        "To live apart can be decided for the children’s sake: the decision is on their records.",
        "A child in hospital or away counts as where the child usually lives, if the child comes "
        "back.",
    ),
    examples=(
        Example(
            "two together; a third elsewhere is apart from both, and both from the third",
            (
                "care 2023-01-01; status C2 2023-01-01; siblings; home U4 2023-01-01 named=Elm",
                "care 2023-01-01; status C2 2023-01-01; siblings again; home U4 2023-01-01 "
                "named=Elm",
                "care 2023-01-01; status C2 2023-01-01; siblings; home U4 2023-01-01 named=Oak",
                "care 2023-01-01; status C2 2023-01-01; siblings again; home U4 2023-01-01 "
                "named=Oak",
                "care 2023-01-01; status C2 2023-01-01; siblings again; home U6 2023-01-01 "
                "named=Ash",
            ),
            "2024-06-30",
            2,
            of=5,
            value=40.0,
        ),
        Example(
            "homes of the return at one postcode, however it is written; without one",
            (
                "care 2023-01-01; status C2 2023-01-01; siblings; home U4 2023-01-01 a "
                "postcode=ZZ11AA",
                "care 2023-01-01; status C2 2023-01-01; siblings again; home U4 2023-01-01 b "
                "postcode=zz11aa",
                "care 2023-01-01; status C2 2023-01-01; siblings; home U4 2023-01-01 c",
                "care 2023-01-01; status C2 2023-01-01; siblings again; home U4 2023-01-01 d",
            ),
            "2024-06-30",
            2,
            of=4,
            value=50.0,
        ),
        Example(
            "together again since that day; one who has left care; an only child",
            (
                "care 2023-01-01; status C2 2023-01-01; siblings; home U4 2023-01-01 named=Elm",
                "care 2023-01-01; status C2 2023-01-01; siblings again; home U6 2023-01-01 .. "
                "2024-06-30;"
                " home U4 2024-06-30 named=Elm",
                "care 2023-01-01 .. 2024-01-01; status C2 2023-01-01 .. 2024-01-01;"
                " siblings again; home U6 2023-01-01 .. 2024-01-01",
                "care 2023-01-01; status C2 2023-01-01; siblings; home U4 2023-01-01",
            ),
            "2024-06-30",
            2,
            of=2,
            value=100.0,
        ),
    ),
)
