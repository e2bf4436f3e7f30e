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

INDICATOR = Indicator(
    code="waiting-for-match-so-far",
    title="Waiting for a match, days so far",
    question=(
        "How many days have the children who wait for a match under a placement order waited so "
        "far, on average?"
    ),
    shape=Shape.MEAN,
    unit="days so far",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.STAGES,
    curve="order-to-match",
    numerator=Counted(
        "Days so far of children in care under a placement order (E1), not matched, in no adoptive "
        "home and without a reversal of the decision, from the order or from the day on which a "
        "match or an adoptive home came to nothing.",
        """
        SELECT child_id, starts_on, ends_on, starts_on AS since, start_known AS known
        FROM match_wait
        """,
        gives=frozenset({"since", "known"}),
    ),
    source=(
        "The children of adoption scorecard measure A14 who are not matched; the average is ours."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It is no measure of how long it takes: those who are matched early are no longer in it, "
        "and nobody in it has finished waiting.",
        "It falls when many orders are new.",
    ),
    examples=(
        Example(
            "90 and 30 days so far; matched that day",
            (
                "care 2023-01-01; status C1 2023-01-01 .. 2024-04-01; status E1 2024-04-01",
                "care 2023-01-01; status C1 2023-01-01 .. 2024-05-31; status E1 2024-05-31",
                "care 2023-01-01; status E1 2023-01-01; match 2024-06-30",
            ),
            "2024-06-30",
            2,
            value=60.0,
        ),
        Example(
            "under an order since before records began; a match of 2023 withdrawn ten days ago",
            (
                "care ~2023-04-01; status ~E1 2023-04-01",
                "care 2023-01-01; status E1 2023-01-01; match 2023-05-01 withdrawn 2024-06-20",
            ),
            "2024-06-30",
            2,
            value=10.0,
            unknown=1,
        ),
    ),
)
