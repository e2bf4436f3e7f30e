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
    code="took-part-in-review",
    title="Children who took part in their review",
    question=(
        "At what share of the reviews held in the month of children aged four and over did the "
        "child make their views known?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.PERCENTAGE,
    group=Group.QUALITY,
    over=Over.MONTH,
    numerator=Counted(
        "Those at which the child spoke, showed their views, sent them or had somebody speak for "
        "them (PN1, PN2, PN3, PN5, PN6).",
        "SELECT child_id, held_on AS on_day FROM review_participation"
        " WHERE code IN ('PN1', 'PN2', 'PN3', 'PN5', 'PN6')",
        How.EVENTS,
        after_care=None,
    ),
    denominator=Counted(
        "Reviews held in the month of which it is recorded how the child took part (PN1 to PN7); "
        "children under four (PN0) are left out.",
        "SELECT child_id, held_on AS on_day FROM review_participation"
        " WHERE code NOT IN ('PN0', '')",
        How.EVENTS,
        after_care=None,
    ),
    source=(
        "Statutory return on children looked after (SSDA903), participation in reviews, as the "
        "former national indicator of participation counted it."
    ),
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It counts reviews: a child reviewed twice in the month counts twice.",
        "To be there and give no view (PN4) does not count; views that a form brought do.",
    ),
    examples=(
        Example(
            "spoke; absent and sent views; there without a view; absent without; under four",
            (
                "care 2023-01-01; status C2 2023-01-01; review 2024-06-03 participation=PN1",
                "care 2023-01-01; status C2 2023-01-01; review 2024-06-30 participation=PN6",
                "care 2023-01-01; status C2 2023-01-01; review 2024-06-03 participation=PN4",
                "care 2023-01-01; status C2 2023-01-01; review 2024-06-03 participation=PN7",
                "care 2023-01-01; status C2 2023-01-01; review 2024-06-03 participation=PN0",
            ),
            "2024-06-30",
            2,
            of=4,
            value=50.0,
        ),
        Example(
            "not recorded how; of last month",
            (
                "care 2023-01-01; status C2 2023-01-01; review 2024-06-03",
                "care 2023-01-01; status C2 2023-01-01; review 2024-05-31 participation=PN1",
            ),
            "2024-06-30",
            0,
            of=0,
        ),
    ),
)
