from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months

# Stretches at home under the order. One that begins within three months of the end of the one
# before counts on from where that one began; nothing runs in between.
SQL = """
WITH stretch AS (
    SELECT
        home_kind.child_id,
        greatest(home_kind.starts_on, status.starts_on) AS starts_on,
        least(home_kind.ends_on, status.ends_on) AS ends_on,
        (home_kind.start_known AND home_kind.starts_on >= status.starts_on)
            OR (status.start_known AND status.starts_on >= home_kind.starts_on) AS start_known,
        CASE
            WHEN home_kind.ends_on <= coalesce(status.ends_on, 'infinity') THEN 'moved'
            WHEN status.ends_on IS NOT NULL THEN 'care order ended'
            ELSE '' END AS stopped_by
    FROM home_kind
    JOIN status USING (child_id)
    WHERE kind = 'P1' AND code = 'C2'
        AND daterange(home_kind.starts_on, home_kind.ends_on)
            && daterange(status.starts_on, status.ends_on)
),
chained AS (
    SELECT *, count(*) FILTER (WHERE is_new) OVER turns AS chain
    FROM (
        SELECT stretch.*, starts_on > last_left_on + interval '3 months' OR EXISTS (
            SELECT FROM care
            WHERE care.child_id = stretch.child_id AND care.starts_on <= stretch.starts_on
                AND care.starts_on > last_left_on
        ) AS is_new
        FROM (
            SELECT *, lag(ends_on) OVER (PARTITION BY child_id ORDER BY starts_on) AS last_left_on
            FROM stretch
        ) AS stretch
    ) AS turn
    WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
)
SELECT
    child_id,
    first_value(starts_on) OVER whole AS started_on,
    first_value(start_known) OVER whole AS start_known,
    starts_on AS runs_from, ends_on AS stopped_on, stopped_by
FROM chained
WINDOW whole AS (PARTITION BY child_id, chain ORDER BY starts_on)
"""

CLOCK = Clock(
    code="placed-with-parents",
    title="With parents under a care order",
    why=(
        "A care order at home is meant to be short. Orders have run for years because nobody asked "
        "whether the order was still needed."
    ),
    source=(
        "Local practice of councils that track it: over 12 months is a reason to ask for "
        "discharge, over 24 and 36 months are told to the director. No regulation sets a limit."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Social worker and Permanence Monitoring Group",
    group=Group.PARENTS,
    rules=("PWP-06",),
    subject="the child",
    counting=(
        "Calendar months from the later of the move home and the care order. A break of three "
        "months or less does not start it anew."
    ),
    stops="The care order discharged, or a move to another home",
    limit=months(12),
    warning=months(9),
    bands=(24, 36),
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "moved home under the order",
            "care 2022-01-01; status C2 2022-06-01; home P1 2022-08-31",
            (Row("2022-08-31", warn="2023-05-31", due="2023-08-31"),),
        ),
        Example(
            "the order comes after the move and starts the count",
            "care 2022-01-01; status C1 2022-01-01 .. 2022-06-15; status C2 2022-06-15;"
            " home P1 2022-02-01",
            (Row("2022-06-15", warn="2023-03-15", due="2023-06-15"),),
        ),
        Example(
            "ten weeks elsewhere do not start it anew",
            "care 2022-01-01; status C2 2022-01-01; home P1 2022-02-01 .. 2022-09-01;"
            " home U4 2022-09-01 .. 2022-11-10; home P1 2022-11-10",
            (
                Row("2022-02-01", stopped="2022-09-01", warn="2022-11-01", due="2023-02-01"),
                Row("2022-02-01", runs_from="2022-11-10", warn="2022-11-01", due="2023-02-01"),
            ),
        ),
        Example(
            "more than three months elsewhere do",
            "care 2022-01-01; status C2 2022-01-01; home P1 2022-02-01 .. 2022-09-01;"
            " home U4 2022-09-01 .. 2022-12-02; home P1 2022-12-02",
            (
                Row("2022-02-01", stopped="2022-09-01", warn="2022-11-01", due="2023-02-01"),
                Row("2022-12-02", warn="2023-09-02", due="2023-12-02"),
            ),
        ),
        Example(
            "a stay in hospital with return is no break at all",
            "care 2022-01-01; status C2 2022-01-01; home P1 2022-02-01 .. 2022-03-01 a;"
            " home T1 2022-03-01 .. 2022-03-20 b; home P1 2022-03-20 a",
            (Row("2022-02-01", warn="2022-11-01", due="2023-02-01"),),
        ),
        Example(
            "the order is discharged",
            "care 2022-01-01 .. 2023-01-10; status C2 2022-01-01 .. 2023-01-10;"
            " home P1 2022-02-01 .. 2023-01-10",
            (Row("2022-02-01", stopped="2023-01-10", warn="2022-11-01", due="2023-02-01"),),
        ),
        Example(
            "at home on or before the first return, the order made later: the start is known",
            "care ~2022-04-01; status C1 2022-04-01 .. 2022-06-01; status C2 2022-06-01;"
            " home ~P1 2022-04-01",
            (Row("2022-06-01", warn="2023-03-01", due="2023-06-01"),),
        ),
        Example(
            "elsewhere for three months to the day: it counts on",
            "care 2022-01-01; status C2 2022-01-01; home P1 2022-02-01 .. 2022-08-31;"
            " home U4 2022-08-31 .. 2022-11-30; home P1 2022-11-30",
            (
                Row("2022-02-01", stopped="2022-08-31", warn="2022-11-01", due="2023-02-01"),
                Row("2022-02-01", runs_from="2022-11-30", warn="2022-11-01", due="2023-02-01"),
            ),
        ),
        Example(
            "out of care for a month and home again under a new order: it starts anew",
            "care 2022-01-01 .. 2022-09-01; status C2 2022-01-01 .. 2022-09-01;"
            " home P1 2022-02-01 .. 2022-09-01; care 2022-10-03; status C2 2022-10-03;"
            " home P1 2022-10-03",
            (
                Row("2022-02-01", stopped="2022-09-01", warn="2022-11-01", due="2023-02-01"),
                Row("2022-10-03", warn="2023-07-03", due="2023-10-03"),
            ),
        ),
        Example(
            "in care anew on the day of leaving home, and back there within three months",
            "care 2022-01-01 .. 2022-09-01; status C2 2022-01-01 .. 2022-09-01;"
            " home P1 2022-02-01 .. 2022-09-01; care 2022-09-01; status C2 2022-09-01;"
            " home U6 2022-09-01 .. 2022-10-03; home P1 2022-10-03",
            (
                Row("2022-02-01", stopped="2022-09-01", warn="2022-11-01", due="2023-02-01"),
                Row("2022-02-01", runs_from="2022-10-03", warn="2022-11-01", due="2023-02-01"),
            ),
        ),
        Example(
            "moved elsewhere on the day the order ends",
            "care 2022-01-01; status C2 2022-01-01 .. 2022-09-01; status V2 2022-09-01;"
            " home P1 2022-02-01 .. 2022-09-01; home U4 2022-09-01",
            (Row("2022-02-01", stopped="2022-09-01", warn="2022-11-01", due="2023-02-01"),),
        ),
        Example(
            "the order ends and the child stays at home by agreement",
            "care 2022-01-01; status C2 2022-01-01 .. 2022-09-01; status V2 2022-09-01;"
            " home P1 2022-02-01",
            (Row("2022-02-01", stopped="2022-09-01", warn="2022-11-01", due="2023-02-01"),),
        ),
        Example(
            "order and home from on or before the first return; home again later, on a day known",
            "care ~2022-04-01; status ~C2 2022-04-01 .. 2023-09-04; home ~P1 2022-04-01"
            " .. 2022-06-06; home K2 2022-06-06 .. 2023-01-09; home P1 2023-01-09 .. 2023-03-06;"
            " home K2 2023-03-06; status V2 2023-09-04",
            (
                Row(
                    "2022-04-01",
                    stopped="2022-06-06",
                    warn="2023-01-01",
                    due="2023-04-01",
                    known=False,
                ),
                Row("2023-01-09", stopped="2023-03-06", warn="2023-10-09", due="2024-01-09"),
            ),
        ),
        Example(
            "home on the day of the order, which alone is dated",
            "care ~2022-04-01; status C2 2022-04-01; home ~P1 2022-04-01",
            (Row("2022-04-01", warn="2023-01-01", due="2023-04-01"),),
        ),
        Example(
            "home on that day, before which the order was made",
            "care ~2022-04-01; status ~C2 2022-04-01; home P1 2022-04-01",
            (Row("2022-04-01", warn="2023-01-01", due="2023-04-01"),),
        ),
    ),
)
