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
    code="with-parents-so-far",
    title="Living with parents under a care order, days so far",
    question=(
        "How many days have the children who live with their parents under a care order done so so "
        "far, on average?"
    ),
    shape=Shape.MEAN,
    unit="days so far",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.PERMANENCE,
    curve="placed-with-parents",
    numerator=Counted(
        "Days so far without a break with parents (P1) under an interim or a full care order (C1, "
        "C2), from the later of the move and the order.",
        """
        SELECT child_id, lower(days) AS starts_on, upper(days) AS ends_on, lower(days) AS since,
            known[array_position(starts, lower(days))] AS known
        FROM (
            SELECT
                child_id, range_agg(daterange(starts_on, ends_on)) AS held,
                array_agg(starts_on) AS starts, array_agg(known) AS known
            FROM (
                SELECT
                    home_kind.child_id,
                    greatest(home_kind.starts_on, status.starts_on) AS starts_on,
                    least(home_kind.ends_on, status.ends_on) AS ends_on,
                    (home_kind.start_known AND home_kind.starts_on >= status.starts_on)
                        OR (status.start_known AND status.starts_on >= home_kind.starts_on) AS known
                FROM home_kind
                JOIN status ON status.child_id = home_kind.child_id AND code IN ('C1', 'C2')
                    AND coalesce(home_kind.starts_on < status.ends_on, true)
                    AND coalesce(status.starts_on < home_kind.ends_on, true)
                WHERE kind = 'P1'
            ) AS stretch GROUP BY child_id
        ) AS lived
        CROSS JOIN LATERAL unnest(held) AS days
        """,
        gives=frozenset({"since", "known"}),
        after_care=None,
    ),
    source=(
        "Reports of one council to its scrutiny panel, which give it as an average of 16 months "
        "for the 87 children of October 2020."
    ),
    kind="measure of a council’s reports",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It is no measure of how long children stay at home under an order: those whose order was "
        "discharged soon are no longer in it, and nobody in it has finished.",
        "It falls when many children have just moved home.",
    ),
    examples=(
        Example(
            "from the later of move and order, an interim order and the full one after it together",
            (
                "care 2023-01-01; status C1 2023-01-01 .. 2024-06-01; status C2 2024-06-01;"
                " home U6 2023-01-01 .. 2024-04-01; home P1 2024-04-01",
                "care 2023-01-01; status V2 2023-01-01 .. 2024-05-31; status C2 2024-05-31;"
                " home P1 2023-01-01",
                "care 2023-01-01; status V2 2023-01-01; home P1 2023-01-01",
            ),
            "2024-06-30",
            2,
            value=60.0,
        ),
        Example(
            "at home since before records; home again after a month; home, and the order over",
            (
                "care ~2023-04-01; status ~C2 2023-04-01; home ~P1 2023-04-01",
                "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01 .. 2024-05-01 a;"
                " home U6 2024-05-01 .. 2024-06-20; home P1 2024-06-20 a",
                "care 2023-01-01; status C2 2023-01-01 .. 2024-03-01; status V2 2024-03-01;"
                " home U6 2023-01-01 .. 2024-03-10; home P1 2024-03-10",
                "care 2023-01-01; status C2 2023-01-01 .. 2024-06-20; status V2 2024-06-20;"
                " home P1 2023-01-01",
            ),
            "2024-06-30",
            2,
            value=10.0,
            unknown=1,
        ),
    ),
)
