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
    code="entry-to-ratified-plan",
    title="Coming into care to ratified plan",
    question=(
        "Of the children whose first plan for permanence was ratified in the month, how many "
        "days had passed on average since they came into care?"
    ),
    shape=Shape.MEAN,
    unit="days",
    polarity=Polarity.LOWER,
    chart=Chart.TIMELINESS,
    group=Group.PERMANENCE,
    over=Over.MONTH,
    recorded=True,
    numerator=Counted(
        "Days from the first day of the period of care to the first day on which a primary plan "
        "was ratified in it.",
        """
        SELECT care.child_id, min(ratified_on) AS on_day,
            min(ratified_on) - care.starts_on AS value, care.start_known AS known
        FROM care
        JOIN plan ON plan.child_id = care.child_id AND rank = 'primary'
            AND ratified_on >= care.starts_on AND coalesce(ratified_on < care.ends_on, true)
        GROUP BY care.child_id, care.starts_on, care.start_known
        """,
        How.EVENTS,
        frozenset({"value", "known"}),
    ),
    source=(
        "Guidance asks for a plan by the second review, which is four months at most; the "
        "average is ours."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=("Children without a ratified plan are not in it, and those are the ones who drift.",),
    examples=(
        Example(
            "100 and 50 days; ratified again since; ratified last month",
            (
                "care 2024-03-01; status C1 2024-03-01; plan home 2024-04-01 ratified=2024-06-09",
                "care 2024-05-01; status C1 2024-05-01;"
                " plan home 2024-05-10 .. 2024-06-25 ratified=2024-06-20;"
                " plan adoption 2024-06-25 ratified=2024-07-02",
                "care 2024-03-01; status C1 2024-03-01; plan home 2024-04-01 ratified=2024-05-31",
            ),
            "2024-06-30",
            2,
            value=75.0,
        ),
        Example(
            "two times in care: ratified in the second after 20 days; in the first after 100",
            (
                "care 2023-09-01 .. 2024-05-01; status C1 2023-09-01 .. 2024-05-01;"
                " care 2024-05-20; status C1 2024-05-20; plan home 2024-05-25 ratified=2024-06-09",
                "care 2024-03-01 .. 2024-06-15; status C1 2024-03-01 .. 2024-06-15;"
                " care 2024-06-20; status C1 2024-06-20; plan home 2024-04-01 ratified=2024-06-09",
            ),
            "2024-06-30",
            2,
            value=60.0,
        ),
        Example(
            "in care since nobody knows when; a contingency plan",
            (
                "care ~2023-04-01; status ~C2 2023-04-01; plan home 2024-04-01 ratified=2024-06-09",
                "care 2024-03-01; status C1 2024-03-01;"
                " contingency home 2024-04-01 ratified=2024-06-09",
            ),
            "2024-06-30",
            1,
            unknown=1,
        ),
    ),
)
