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
    code="stage-match-to-placed",
    title="Stage: match to moving in with adopters",
    question=(
        "Of the children who moved in with adopters in the last twelve months, how many days had "
        "passed on average since they were matched?"
    ),
    shape=Shape.MEAN,
    unit="days",
    polarity=Polarity.LOWER,
    chart=Chart.TIMELINESS,
    group=Group.STAGES,
    curve="match-to-placed",
    over=Over.YEAR,
    numerator=Counted(
        "Days from the last match that stood when the child moved in, made since the child moved "
        "in with any earlier adopters, to the first day of the adoptive home (A3 to A6).",
        """
        SELECT family.child_id, family.starts_on AS on_day,
            family.starts_on - max(decided_on) AS value, start_known AS known
        FROM (
            SELECT child_id, starts_on, start_known,
                lag(starts_on) OVER (PARTITION BY child_id ORDER BY starts_on) AS before_on
            FROM home_kind WHERE kind = 'adoptive'
        ) AS family
        JOIN match ON match.child_id = family.child_id AND decided_on <= family.starts_on
            AND coalesce(decided_on > before_on, true)
            AND coalesce(withdrawn_on > family.starts_on, true)
        GROUP BY family.child_id, family.starts_on, start_known
        """,
        How.EVENTS,
        frozenset({"value", "known"}),
        after_care=None,
    ),
    source="Quarterly report of regional adoption agencies: from match to placement.",
    kind="measure of the adoption agency",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It averages only those who came to the end of the stage: the curve beside it has all "
        "who wait.",
        "Introductions take their time for the child’s sake: shorter is not always better.",
    ),
    examples=(
        Example(
            "20 and 40 days; the match of another family does not count for the second",
            (
                "care 2023-01-01; status E1 2023-01-01; match 2024-02-10; home A6 2024-03-01",
                "care 2023-01-01; status E1 2023-01-01; match 2023-12-01 withdrawn 2024-01-01;"
                " match 2024-01-21; home A6 2024-03-01",
            ),
            "2024-06-30",
            2,
            value=30.0,
        ),
        Example(
            "matched twice, from the last; matched after moving in; withdrawn before; of unknown "
            "days",
            (
                "care 2023-01-01; status E1 2023-01-01; match 2023-12-01; match 2024-02-10;"
                " home A6 2024-03-01",
                "care 2023-01-01; status E1 2023-01-01; match 2024-04-01; home A6 2024-03-01",
                "care 2023-01-01; status E1 2023-01-01; match 2024-02-10 withdrawn 2024-02-20;"
                " home A6 2024-03-01",
                "care ~2024-04-01; status ~E1 2024-04-01; match 2024-01-01; home ~A6 2024-04-01",
            ),
            "2024-06-30",
            2,
            value=20.0,
            unknown=1,
        ),
        Example(
            "a second adoptive home, of which no match is recorded; matched and not moved in",
            (
                "care 2022-01-01; status E1 2022-01-01; match 2022-02-01;"
                " home A6 2022-03-01 .. 2023-12-01; home A6 2023-12-01",
                "care 2023-01-01; status E1 2023-01-01; match 2024-02-10",
            ),
            "2024-06-30",
            0,
        ),
    ),
)
