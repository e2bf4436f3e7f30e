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

INDICATOR = Indicator(
    code="stage-order-to-adopted",
    title="Placement order to adoption order",
    question=(
        "Of the children adopted in the last twelve months, how many days had passed on average "
        "since the placement order?"
    ),
    shape=Shape.MEAN,
    unit="days",
    polarity=Polarity.LOWER,
    chart=Chart.TIMELINESS,
    group=Group.STAGES,
    over=Over.YEAR,
    numerator=Counted(
        "Days from the first day of the last placement order to the end of care. Children "
        "adopted without a placement order are left out.",
        """
        SELECT adopted_from_care.child_id, on_day, on_day - max(starts_on) AS value,
            (array_agg(start_known ORDER BY starts_on DESC))[1] AS known
        FROM adopted_from_care
        JOIN status ON status.child_id = adopted_from_care.child_id AND code = 'E1'
            AND starts_on < on_day
        GROUP BY adopted_from_care.child_id, on_day
        """,
        How.EVENTS,
        frozenset({"value", "known"}),
    ),
    source=(
        "Reports of one council to its scrutiny panel, which give it as 558, 382, 342 and 189 days."
    ),
    kind="measure of a council’s reports",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It averages only those who came to the end of the stage: the curve beside it has all "
        "who wait.",
        "Papers print it over one year and over three, and the figures are far apart: a year "
        "with few adoptions says little.",
    ),
    examples=(
        Example(
            "366 days, and 152 from the second order",
            (
                "care 2022-01-01 .. 2024-06-01 E11; status C1 2022-01-01 .. 2023-06-01;"
                " status E1 2023-06-01 .. 2024-06-01; home A6 2023-10-01 .. 2024-06-01",
                "care 2022-01-01 .. 2024-06-01 E12; status E1 2022-01-01 .. 2023-01-01;"
                " status C2 2023-01-01 .. 2024-01-01; status E1 2024-01-01 .. 2024-06-01;"
                " home A6 2024-01-10 .. 2024-06-01",
            ),
            "2024-06-30",
            2,
            value=259.0,
        ),
        Example(
            "an order that held when records began",
            (
                "care ~2023-04-01 .. 2024-06-01 E11; status ~E1 2023-04-01 .. 2024-06-01;"
                " home A6 2023-06-01 .. 2024-06-01",
            ),
            "2024-06-30",
            1,
            unknown=1,
        ),
        Example(
            "adopted with the parents’ consent, without an order",
            (
                "care 2022-01-01 .. 2024-06-01 E11; status V2 2022-01-01 .. 2024-06-01;"
                " home A4 2023-10-01 .. 2024-06-01",
            ),
            "2024-06-30",
            0,
        ),
    ),
)
