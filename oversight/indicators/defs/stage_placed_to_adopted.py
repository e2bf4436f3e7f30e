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
    code="stage-placed-to-adopted",
    title="Stage: moving in with adopters to adoption order",
    question=(
        "Of the children adopted in the last twelve months, how many days had they lived with "
        "their adopters on average as placed for adoption?"
    ),
    shape=Shape.MEAN,
    unit="days",
    polarity=Polarity.LOWER,
    chart=Chart.TIMELINESS,
    group=Group.STAGES,
    curve="placed-to-adopted",
    over=Over.YEAR,
    numerator=Counted(
        "Days from the first day of the adoptive home (A3 to A6) from which the child was "
        "adopted to the end of care.",
        """
        SELECT child_id, on_day, on_day - placed_on AS value, placed_known AS known
        FROM adopted_from_care
        """,
        How.EVENTS,
        frozenset({"value", "known"}),
    ),
    source="Quarterly report of regional adoption agencies: from placement to adoption order.",
    kind="measure of the adoption agency",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It averages only those who came to the end of the stage: the curve beside it has all "
        "who wait.",
        "The law asks for ten weeks at least, and families take longer where a child needs it.",
    ),
    examples=(
        Example(
            "152 and 244 days",
            (
                "care 2022-01-01 .. 2024-06-01 E11; status E1 2022-01-01 .. 2024-06-01;"
                " home A6 2024-01-01 .. 2024-06-01",
                "care 2022-01-01 .. 2024-06-01 E12; status E1 2022-01-01 .. 2024-06-01;"
                " home A4 2023-10-01 .. 2024-06-01",
            ),
            "2024-06-30",
            2,
            value=198.0,
        ),
        Example(
            "there since before records began; adopted from what is recorded as a foster home",
            (
                "care ~2023-04-01 .. 2024-06-01 E11; status ~E1 2023-04-01 .. 2024-06-01;"
                " home ~A6 2023-04-01 .. 2024-06-01",
                "care 2022-01-01 .. 2024-06-01 E11; status E1 2022-01-01 .. 2024-06-01;"
                " home U5 2022-01-01 .. 2024-06-01",
            ),
            "2024-06-30",
            1,
            unknown=1,
        ),
    ),
)
