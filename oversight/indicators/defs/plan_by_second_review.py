from datetime import date

from oversight.indicators.indicator import (
    Chart,
    Counted,
    Example,
    Group,
    How,
    Indicator,
    Over,
    Polarity,
    Shape,
)

SECOND = """
    SELECT child_id, since_on, held_on
    FROM (
        SELECT care.child_id, starts_on AS since_on, held_on,
            row_number() OVER (PARTITION BY care.child_id, starts_on ORDER BY held_on) AS nth
        FROM care
        JOIN review ON review.child_id = care.child_id AND held_on >= starts_on
            AND coalesce(held_on < ends_on, true)
        WHERE start_known
    ) AS counted
    WHERE nth = 2
"""

INDICATOR = Indicator(
    code="plan-by-second-review",
    title="Plan ratified by the second review",
    question=(
        "Of the second reviews held in the month, at what share was a plan for permanence "
        "ratified by then?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.PERCENTAGE,
    group=Group.PERMANENCE,
    over=Over.MONTH,
    recorded=True,
    numerator=Counted(
        "Those of them by whose day the child’s primary plan was ratified, in the same period of "
        "care, and had not ended.",
        f"""
        SELECT second_review.child_id, held_on AS on_day
        FROM ({SECOND}) AS second_review
        JOIN plan ON plan.child_id = second_review.child_id AND rank = 'primary'
            AND ratified_on BETWEEN since_on AND held_on AND coalesce(plan.ends_on > held_on, true)
        GROUP BY 1, 2
        """,
        How.EVENTS,
    ),
    denominator=Counted(
        "Second reviews held in the month, of periods of care whose first day is known.",
        f"SELECT child_id, held_on AS on_day FROM ({SECOND}) AS second_review",
        How.EVENTS,
    ),
    source=(
        "Guidance on the care planning regulations (Children Act 1989, volume 2): a plan for "
        "permanence by the second review."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Reviews that were not held are not in it: a late second review does no harm here.",
        "A ratified plan is a decision, not a home.",
    ),
    examples=(
        Example(
            "ratified at it, and before it; a day after it; a first review",
            (
                "care 2024-01-02; status C1 2024-01-02; review 2024-01-30; review 2024-06-20;"
                " plan adoption 2024-03-01 ratified=2024-06-20",
                "care 2024-01-02; status C1 2024-01-02; review 2024-01-30; review 2024-06-01;"
                " plan home 2024-01-10 ratified=2024-01-30",
                "care 2024-01-02; status C1 2024-01-02; review 2024-01-30; review 2024-06-20;"
                " plan adoption 2024-03-01 ratified=2024-06-21",
                "care 2024-05-20; status C1 2024-05-20; review 2024-06-15;"
                " plan adoption 2024-06-01 ratified=2024-06-15",
            ),
            "2024-06-30",
            2,
            of=3,
            value=66.7,
        ),
        Example(
            "given up before it; a contingency; in care since nobody knows when; one in each of "
            "two",
            (
                "care 2024-01-02; status C1 2024-01-02; review 2024-01-30; review 2024-06-20;"
                " plan adoption 2024-01-10 .. 2024-05-01 ratified=2024-01-30; plan home 2024-05-01",
                "care 2024-01-02; status C1 2024-01-02; review 2024-01-30; review 2024-06-20;"
                " contingency adoption 2024-01-10 ratified=2024-01-30",
                "care ~2024-01-02; status ~C1 2024-01-02; review 2024-01-30; review 2024-06-20;"
                " plan home 2024-01-10 ratified=2024-01-30",
                "care 2023-09-01 .. 2023-12-01; status C1 2023-09-01 .. 2023-12-01;"
                " care 2024-05-20; status C1 2024-05-20; review 2023-09-25; review 2024-06-15",
            ),
            "2024-06-30",
            0,
            of=2,
            value=0.0,
        ),
    ),
)
