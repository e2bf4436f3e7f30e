from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, working_days

SQL = """
SELECT
    worry.child_id, 'worry ' || id AS subject, worry.starts_on AS started_on,
    least(met_on, worry.ends_on, stay.ends_on) AS stopped_on,
    CASE
        WHEN met_on <= least(worry.ends_on, stay.ends_on, 'infinity') THEN 'meeting held'
        WHEN worry.ends_on <= coalesce(stay.ends_on, 'infinity') THEN 'worry ended'
        WHEN stay.ends_on IS NOT NULL THEN 'moved'
        ELSE '' END AS stopped_by
FROM worry
LEFT JOIN stay
    ON stay.child_id = worry.child_id
    AND daterange(stay.starts_on, stay.ends_on) @> worry.starts_on
CROSS JOIN LATERAL (
    SELECT min(held_on) AS met_on FROM home_meeting
    WHERE home_meeting.child_id = worry.child_id AND kind = 'stability'
        AND held_on >= worry.starts_on
) AS meeting
"""

CLOCK = Clock(
    code="stability-meeting",
    title="Meeting to keep a home",
    why=(
        "Most homes that end had been in trouble for weeks, and somebody knew. A meeting in the "
        "first days can still bring help that keeps the child where they are."
    ),
    source=(
        "Councils hold such meetings without a common time. Five working days are proposed by "
        "this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="Team manager and fostering service",
    group=Group.HOMES,
    rules=("LTF-05",),
    subject="the worry",
    counting="Five working days from the day each worry was raised; amber from the fourth.",
    stops="A stability meeting, the end of the worry, or a move",
    limit=working_days(5),
    warning=working_days(4),
    gives=frozenset({"subject", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "raised before Christmas",
            "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01; worry 2024-12-20",
            (Row("2024-12-20", warn="2024-12-30", due="2024-12-31"),),
        ),
        Example(
            "the meeting held on the last day; an earlier or another one does not count",
            "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01; worry 2024-12-20;"
            " home-meeting stability 2024-12-19; home-meeting planning 2024-12-23;"
            " home-meeting stability 2024-12-31; home-meeting stability 2025-01-06",
            (
                Row(
                    "2024-12-20",
                    stopped="2024-12-31",
                    warn="2024-12-30",
                    due="2024-12-31",
                ),
            ),
        ),
        Example(
            "the meeting held on the day: a wait of no days",
            "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01; worry 2024-03-04;"
            " home-meeting stability 2024-03-04",
            (
                Row(
                    "2024-03-04",
                    stopped="2024-03-04",
                    warn="2024-03-08",
                    due="2024-03-11",
                ),
            ),
        ),
        Example(
            "things settle before the meeting",
            "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01;"
            " worry 2024-03-04 .. 2024-03-06 outcome=settled; home-meeting stability 2024-03-07",
            (
                Row(
                    "2024-03-04",
                    stopped="2024-03-06",
                    warn="2024-03-08",
                    due="2024-03-11",
                ),
            ),
        ),
        Example(
            "the child moves, and nobody said that the worry was over",
            "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-03-06 a;"
            " home U6 2024-03-06 b; worry 2024-03-04; home-meeting stability 2024-03-07 a",
            (
                Row(
                    "2024-03-04",
                    stopped="2024-03-06",
                    warn="2024-03-08",
                    due="2024-03-11",
                ),
            ),
        ),
        Example(
            "raised on the day of the move it is about the new home; two at once",
            "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-03-06 a;"
            " home U6 2024-03-06 b; worry 2024-03-06; worry 2024-03-07;"
            " home-meeting stability 2024-03-08",
            (
                Row(
                    "2024-03-06",
                    stopped="2024-03-08",
                    warn="2024-03-12",
                    due="2024-03-13",
                ),
                Row(
                    "2024-03-07",
                    stopped="2024-03-08",
                    warn="2024-03-13",
                    due="2024-03-14",
                ),
            ),
        ),
        Example(
            "no home on record",
            "care 2024-01-01; status C2 2024-01-01; worry 2024-03-04",
            (Row("2024-03-04", warn="2024-03-08", due="2024-03-11"),),
        ),
    ),
)
