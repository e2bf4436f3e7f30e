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

DEARER_OR_CHEAPER = """
SELECT child_id, on_day, coalesce(own.pounds, any_of.pounds) - coalesce(was.pounds, was_any.pounds)
    AS more
FROM home_move
JOIN child USING (child_id)
LEFT JOIN weekly_rate AS was
    ON was.authority_id = child.authority_id AND was.type = was_type
    AND was.provider = was_provider AND was_provider <> ''
    AND daterange(was.starts_on, was.ends_on) @> on_day
LEFT JOIN weekly_rate AS was_any
    ON was_any.authority_id = child.authority_id AND was_any.type = was_type
    AND was_any.provider = '' AND daterange(was_any.starts_on, was_any.ends_on) @> on_day
LEFT JOIN weekly_rate AS own
    ON own.authority_id = child.authority_id AND own.type = home_move.type
    AND own.provider = home_move.provider AND home_move.provider <> ''
    AND daterange(own.starts_on, own.ends_on) @> on_day
LEFT JOIN weekly_rate AS any_of
    ON any_of.authority_id = child.authority_id AND any_of.type = home_move.type
    AND any_of.provider = '' AND daterange(any_of.starts_on, any_of.ends_on) @> on_day
"""

INDICATOR = Indicator(
    code="cheaper-moves",
    called=("P7",),
    title="Moves to a home that costs less",
    question=(
        "Of the moves in the last three months that changed what a home costs, what share were to "
        "one that costs less?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.PERCENTAGE,
    group=Group.SERVICE,
    over=Over.QUARTER,
    numerator=Counted(
        "Moves within a period of care to a kind of home whose weekly rate on that day is lower "
        "than that of the kind before it.",
        f"SELECT child_id, on_day FROM ({DEARER_OR_CHEAPER}) AS move WHERE more < 0",
        How.EVENTS,
    ),
    denominator=Counted(
        "Moves within a period of care between kinds of home of which both rates are known on the "
        "day and are not the same; a new kind of home with the same carer is no move.",
        f"SELECT child_id, on_day FROM ({DEARER_OR_CHEAPER}) AS move WHERE more <> 0",
        How.EVENTS,
    ),
    source="Proxy indicator 7 of the seven that a scrutiny panel asked to see each quarter.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It is about money alone: a move that costs less can be a loss to the child, and one that "
        "costs more the right thing.",
        "What homes of a kind cost is taken, not what this one cost.",
        "It says how often, not how much: ten small savings hide one large cost. Its targets rise "
        "by 2.1 points a year and then need ever more children to move.",
    ),
    examples=(
        Example(
            "two cheaper, one dearer, one between carers of the same rate, one without a rate",
            (
                "care 2024-01-01; status C2 2024-01-01; rate U6 2024-01-01 provider=PR4 pounds=900;"
                " rate U6 2024-01-01 provider=PR1 pounds=450;"
                " rate K2 2024-01-01 provider=PR4 pounds=5600;"
                " rate K2 2024-01-01 provider=PR1 pounds=3300;"
                " home U6 2024-01-01 .. 2024-05-01 CARPL provider=PR4;"
                " home U6 2024-05-01 provider=PR1",
                "care 2024-01-01; status C2 2024-01-01;"
                " home K2 2024-01-01 .. 2024-04-01 CARPL provider=PR4;"
                " home K2 2024-04-01 provider=PR1",
                "care 2024-01-01; status C2 2024-01-01;"
                " home U6 2024-01-01 .. 2024-06-30 CREQB provider=PR1;"
                " home K2 2024-06-30 provider=PR1",
                "care 2024-01-01; status C2 2024-01-01;"
                " home U6 2024-01-01 .. 2024-06-01 CREQB provider=PR1;"
                " home U6 2024-06-01 provider=PR1",
                "care 2024-01-01; status C2 2024-01-01;"
                " home U6 2024-01-01 .. 2024-06-01 CARPL provider=PR1;"
                " home P1 2024-06-01 provider=PR0",
            ),
            "2024-06-30",
            2,
            of=3,
            value=66.7,
        ),
        Example(
            "a rate of any provider; an agency that the same carer joined; a move in March",
            (
                "care 2024-01-01; status C2 2024-01-01; rate U6 2024-01-01 provider=PR4 pounds=900;"
                " rate U6 2024-01-01 provider=PR1 pounds=450; rate K1 2024-01-01 pounds=7000;"
                " home K1 2024-01-01 .. 2024-04-02 CARPL provider=PR2;"
                " home U6 2024-04-02 provider=PR4",
                "care 2024-01-01; status C2 2024-01-01;"
                " home U6 2024-01-01 .. 2024-06-01 PLACE a provider=PR1;"
                " home U6 2024-06-01 a provider=PR4",
                "care 2024-01-01; status C2 2024-01-01;"
                " home U6 2024-01-01 .. 2024-03-31 CARPL provider=PR4;"
                " home U6 2024-03-31 provider=PR1",
            ),
            "2024-06-30",
            1,
            of=1,
            value=100.0,
        ),
    ),
)
