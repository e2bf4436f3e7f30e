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
from oversight.indicators.shared.stretches import either

# In care with a decision that stands, where it is known since when.
DECIDED = """
    SELECT
        decision.child_id, began_on, greatest(decided_on, starts_on) AS starts_on,
        least(reversed_on, ends_on) AS ends_on
    FROM decision
    JOIN looked_after ON looked_after.child_id = decision.child_id
        AND coalesce(decided_on < ends_on, true) AND coalesce(reversed_on > starts_on, true)
    WHERE began_known
"""
ADOPTED = """
    SELECT child_id, on_day AS starts_on, (on_day + interval '3 years')::date AS ends_on
    FROM adopted_from_care WHERE began_known
"""

# The days that are early enough: the first 14 months, and all in a home that began in them.
IN_TIME = """
    SELECT child_id, began_on, began_on AS starts_on,
        (began_on + interval '14 months')::date AS ends_on
    FROM looked_after GROUP BY child_id, began_on
    UNION ALL
    SELECT home_kind.child_id, began_on, home_kind.starts_on, home_kind.ends_on
    FROM home_kind
    JOIN looked_after ON looked_after.child_id = home_kind.child_id AND kind = 'adoptive'
        AND home_kind.starts_on < (began_on + interval '14 months')::date
        AND coalesce(home_kind.ends_on > began_on, true)
"""

EARLY = either(
    f"""
    SELECT decided.child_id, greatest(decided.starts_on, in_time.starts_on) AS starts_on,
        least(decided.ends_on, in_time.ends_on) AS ends_on
    FROM ({DECIDED}) AS decided
    JOIN ({IN_TIME}) AS in_time
        ON in_time.child_id = decided.child_id AND in_time.began_on = decided.began_on
    """,
    f"{ADOPTED} AND placed_on < (began_on + interval '14 months')::date",
)

INDICATOR = Indicator(
    code="placed-within-14-months",
    called=("A3",),
    title="Less than 14 months from coming into care to adopters",
    question=(
        "Of the children adopted in the last three years or with a decision for adoption now, what "
        "share waited less than 14 months for their adopters, or has so far?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.ADOPTION,
    curve="care-to-placed",
    numerator=Counted(
        "Those of them who moved in with adopters less than 14 months after coming into care, and "
        "those who wait and came less than 14 months ago.",
        EARLY,
        after_care=36,
    ),
    denominator=Counted(
        "Children adopted from care in the three years to the day, and children in care with a "
        "decision for adoption that stands on the day, placed or not. Children of whom it is not "
        "known when they came into care are left out.",
        either(f"SELECT child_id, starts_on, ends_on FROM ({DECIDED}) AS decided", ADOPTED),
        after_care=36,
    ),
    source=(
        "Adoption scorecard measure A3, Department for Education. The methodology of 2018 takes in "
        "those who still go through the process, which is a decision for adoption; its formula for "
        "them was not seen, and is ours."
    ),
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Children who wait are counted as in time until the 14 months are over, so a year with "
        "many new decisions looks good.",
        "Children for whom adoption was given up are in it no longer, however long they waited.",
    ),
    examples=(
        Example(
            "adopted after 10 and after 20 months, and adopted more than three years ago",
            (
                "care 2022-01-01 .. 2024-06-01 E11; status E1 2022-01-01 .. 2024-06-01;"
                " decision 2022-04-01; home A6 2022-11-01 .. 2024-06-01",
                "care 2022-01-01 .. 2024-06-01 E11; status E1 2022-01-01 .. 2024-06-01;"
                " decision 2022-04-01; home A6 2023-09-01 .. 2024-06-01",
                "care 2019-01-01 .. 2021-06-30 E11; status E1 2019-01-01 .. 2021-06-30;"
                " home A6 2019-06-01 .. 2021-06-30",
            ),
            "2024-06-30",
            1,
            of=2,
            value=50.0,
        ),
        Example(
            "still waiting for 14 months that day; for a day less; placed early; given up",
            (
                "care 2023-04-30; status E1 2023-04-30; decision 2023-10-01",
                "care 2023-05-01; status E1 2023-05-01; decision 2023-10-01",
                "care 2022-01-01; status E1 2022-01-01; decision 2022-04-01; home A6 2022-11-01",
                "care 2022-01-01; status C2 2022-01-01; decision 2022-04-01 reversed 2024-01-01",
            ),
            "2024-06-30",
            2,
            of=3,
            value=66.7,
        ),
        Example(
            "moved in on the very day of the 14 months; in care since nobody knows when",
            (
                "care 2022-01-01 .. 2024-06-01 E11; status E1 2022-01-01 .. 2024-06-01;"
                " decision 2022-04-01; home A6 2023-03-01 .. 2024-06-01",
                "care 2022-01-01; status E1 2022-01-01; decision 2022-04-01; home A6 2023-03-01",
                "care ~2022-01-01; status E1 2022-01-01; decision 2022-04-01; home A6 2022-06-01",
                "care ~2022-01-01 .. 2024-06-01 E11; status E1 2022-01-01 .. 2024-06-01;"
                " home A6 2022-06-01 .. 2024-06-01",
            ),
            "2024-06-30",
            0,
            of=2,
            value=0.0,
        ),
        Example(
            "an early adoptive home that came to nothing after 14 months: waiting again, too long",
            (
                "care 2022-01-01; status E1 2022-01-01; decision 2022-04-01;"
                " home A6 2022-11-01 .. 2023-11-01; home U6 2023-11-01",
            ),
            "2024-06-30",
            0,
            of=1,
            value=0.0,
        ),
    ),
)
