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
from oversight.indicators.shared.leaving import (
    ADOPTED,
    CHILD_ARRANGEMENTS,
    HOME_AS_PLANNED,
    SPECIAL_GUARDIANSHIP,
    left_by,
)

ARRANGED = ADOPTED + SPECIAL_GUARDIANSHIP + CHILD_ARRANGEMENTS + HOME_AS_PLANNED

INDICATOR = Indicator(
    code="permanence-by-special-guardianship",
    called=("CP8",),
    title="Permanence by special guardianship",
    question=(
        "Of the children for whom a home for good was arranged in the last twelve months, what "
        "share have a special guardian?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.PERCENTAGE,
    group=Group.PERMANENCE,
    over=Over.YEAR,
    recorded=True,
    numerator=Counted(
        "Periods of care that ended with a special guardianship order (E43 to E48).",
        left_by(SPECIAL_GUARDIANSHIP),
        How.EVENTS,
    ),
    denominator=Counted(
        "Periods of care that ended with adoption (E11, E12), a special guardianship order (E43 to "
        "E48), a child arrangements order (E41) or a planned return home (E4A, E4); and decisions "
        "that a child stays with foster carers for good.",
        f"{left_by(ARRANGED)} UNION ALL SELECT child_id, decided_on FROM long_term_match",
        How.EVENTS,
        after_care=None,
    ),
    source="Measure CP8 of the corporate parenting scorecard.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "The scorecard does not say what else it counts as permanence. Here it is adoption, child "
        "arrangements, a planned return home and a match with long-term foster carers; a return "
        "home that nobody planned is none.",
        "It rises when fewer children are adopted or matched, with as many special guardians as "
        "before: the number of orders each month stands beside it.",
        "A child who is matched with foster carers and then has one of them as guardian counts "
        "twice below the line.",
    ),
    examples=(
        Example(
            "two orders of five arrangements; an unplanned return and a move to one’s own home",
            (
                "care 2022-01-01 .. 2024-01-10 E46; status C2 2022-01-01 .. 2024-01-10",
                "care 2022-01-01 .. 2024-06-30 E47; status C2 2022-01-01 .. 2024-06-30",
                "care 2022-01-01 .. 2024-03-01 E12; status E1 2022-01-01 .. 2024-03-01",
                "care 2022-01-01 .. 2024-03-01 E4A; status V2 2022-01-01 .. 2024-03-01",
                "care 2022-01-01; status C2 2022-01-01; home U4 2022-01-01;"
                " long-term-match 2024-03-01",
                "care 2022-01-01 .. 2024-03-01 E4B; status V2 2022-01-01 .. 2024-03-01",
                "care 2022-01-01 .. 2024-03-01 E5; status C2 2022-01-01 .. 2024-03-01",
            ),
            "2024-06-30",
            2,
            of=5,
            value=40.0,
        ),
        Example(
            "the first day of the twelve months, and the day before",
            (
                "care 2022-01-01 .. 2023-07-01 E45; status C2 2022-01-01 .. 2023-07-01",
                "care 2022-01-01 .. 2023-06-30 E45; status C2 2022-01-01 .. 2023-06-30",
            ),
            "2024-06-30",
            1,
            of=1,
            value=100.0,
        ),
    ),
)
