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
    code="challenges-settled-early",
    called=("CP21",),
    title="Challenges settled early",
    question=(
        "Of the challenges that reviewing officers closed in the month, what share went no higher "
        "than the team manager?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.PERCENTAGE,
    group=Group.QUALITY,
    over=Over.MONTH,
    recorded=True,
    numerator=Counted(
        "Challenges closed in the month whose highest stage was the informal alert or stage 1. The "
        "scorecard calls the alert stage 1, and what is stage 1 here stage 2.",
        """
        SELECT challenge.child_id, closed_on AS on_day
        FROM challenge
        JOIN challenge_stage AS reached ON reached.challenge_id = challenge.id
        WHERE closed_on IS NOT NULL
        GROUP BY challenge.id, challenge.child_id, closed_on
        HAVING bool_and(stage IN ('informal', 'stage-1'))
        """,
        How.EVENTS,
        after_care=None,
    ),
    denominator=Counted(
        "Challenges that the reviewing officer closed in the month.",
        "SELECT child_id, closed_on AS on_day FROM challenge WHERE closed_on IS NOT NULL",
        How.EVENTS,
        after_care=None,
    ),
    source="Measure CP21 of the corporate parenting scorecard.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Few challenges are closed in a month, so it is often 100% or nothing: see of how many.",
        "That a challenge was settled early says nothing of whether it changed anything for the "
        "child; an officer who never goes higher has 100%.",
        "The scorecard calls it a number and shows a percentage.",
    ),
    examples=(
        Example(
            "an alert; an alert and stage 1; one that went to the service manager; one still open",
            (
                "care 2024-01-01; status C2 2024-01-01;"
                " challenge drift 2024-05-01 closed=2024-06-10"
                " outcome=as-asked effect=a-plan;"
                " challenge-stage informal 2024-05-01",
                "care 2024-01-01; status C2 2024-01-01;"
                " challenge drift 2024-05-01 closed=2024-06-30"
                " outcome=in-part effect=a-plan;"
                " challenge-stage informal 2024-05-01; challenge-stage stage-1 2024-05-20",
                "care 2024-01-01; status C2 2024-01-01;"
                " challenge drift 2024-05-01 closed=2024-06-20"
                " outcome=as-asked effect=a-plan;"
                " challenge-stage stage-1 2024-05-01; challenge-stage stage-2 2024-06-01",
                "care 2024-01-01; status C2 2024-01-01; challenge drift 2024-05-01;"
                " challenge-stage informal 2024-05-01",
            ),
            "2024-06-30",
            2,
            of=3,
            value=66.7,
        ),
        Example(
            "none was closed in the month: there is no share",
            (
                "care 2024-01-01; status C2 2024-01-01;"
                " challenge drift 2024-05-01 closed=2024-05-31"
                " outcome=as-asked effect=a-plan;"
                " challenge-stage informal 2024-05-01",
            ),
            "2024-06-30",
            0,
            of=0,
        ),
    ),
)
