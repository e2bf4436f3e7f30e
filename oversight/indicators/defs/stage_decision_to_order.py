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
    code="stage-decision-to-order",
    title="Stage: decision for adoption to placement order",
    question=(
        "Of the children given a placement order in the last twelve months, how many days had "
        "passed on average since adoption was decided?"
    ),
    shape=Shape.MEAN,
    unit="days",
    polarity=Polarity.LOWER,
    chart=Chart.TIMELINESS,
    group=Group.STAGES,
    curve="decision-to-order",
    over=Over.YEAR,
    numerator=Counted(
        "Days from the decision for adoption to the first day of the placement order, where the "
        "decision was made in the same period of care and stood on that day; of several the "
        "first.",
        """
        SELECT status.child_id, status.starts_on AS on_day,
            status.starts_on - min(decided_on) AS value, true AS known
        FROM status
        JOIN care ON care.child_id = status.child_id AND care.starts_on <= status.starts_on
            AND coalesce(care.ends_on > status.starts_on, true)
        JOIN decision ON decision.child_id = status.child_id
            AND decided_on BETWEEN care.starts_on AND status.starts_on
            AND coalesce(reversed_on > status.starts_on, true)
        WHERE code = 'E1' AND status.start_known
        GROUP BY status.child_id, status.starts_on
        """,
        How.EVENTS,
        frozenset({"value", "known"}),
    ),
    source=(
        "The stage between the agency’s decision and the court’s order, which no scorecard gives."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It averages only those who came to the end of the stage: the curve beside it has all "
        "who wait.",
        "It is the court’s time as well as the council’s: look at the care proceedings beside it.",
    ),
    examples=(
        Example(
            "90 and 30 days",
            (
                "care 2023-01-01; status C1 2023-01-01 .. 2024-03-31; status E1 2024-03-31;"
                " decision 2024-01-01",
                "care 2023-01-01; status C1 2023-01-01 .. 2023-08-31; status E1 2023-08-31;"
                " decision 2023-08-01",
            ),
            "2024-06-30",
            2,
            value=60.0,
        ),
        Example(
            "decided twice, from the first; in an earlier time in care; an order of before records",
            (
                "care 2023-01-01; status C1 2023-01-01 .. 2024-03-31; status E1 2024-03-31;"
                " decision 2024-01-01; decision 2024-03-01",
                "care 2022-01-01 .. 2022-12-01; status C1 2022-01-01 .. 2022-12-01;"
                " care 2023-01-01; status C1 2023-01-01 .. 2024-03-31; status E1 2024-03-31;"
                " decision 2022-06-01",
                "care ~2024-04-01; status ~E1 2024-04-01; decision 2024-04-01",
            ),
            "2024-06-30",
            1,
            value=90.0,
        ),
        Example(
            "given up and decided again: from the decision that stood; an order without one",
            (
                "care 2023-01-01; status C1 2023-01-01 .. 2024-03-31; status E1 2024-03-31;"
                " decision 2023-03-01 reversed 2023-10-01; decision 2024-03-01",
                "care 2023-01-01; status C1 2023-01-01 .. 2024-03-31; status E1 2024-03-31",
            ),
            "2024-06-30",
            1,
            value=30.0,
        ),
    ),
)
