from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days

SQL = """
SELECT
    home_stay.child_id, starts_on AS started_on, start_known, least(met_on, ends_on) AS stopped_on,
    CASE
        WHEN met_on <= coalesce(ends_on, 'infinity') THEN 'meeting held'
        WHEN ends_on IS NOT NULL THEN 'moved'
        ELSE '' END AS stopped_by
FROM (
    SELECT stay.*, coalesce(
        lag(ends_on) OVER (PARTITION BY child_id, home_id ORDER BY starts_on), '-infinity'
    ) AS last_left_on
    FROM stay
) AS home_stay
CROSS JOIN LATERAL (
    SELECT min(held_on) AS met_on FROM home_meeting
    WHERE home_meeting.child_id = home_stay.child_id
        AND home_meeting.home_id = home_stay.home_id
        AND kind = 'planning' AND held_on > last_left_on
) AS meeting
WHERE coalesce(met_on >= starts_on, true)
    AND type NOT IN ('A3', 'A4', 'A5', 'A6', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4')
"""

CLOCK = Clock(
    code="planning-meeting-home",
    title="Meeting to plan a home",
    why=(
        "Carers who are told nothing about a child find out by themselves, and so does the child. "
        "An hour together in the first days saves many homes."
    ),
    source=(
        "Local practice of two councils: before the move, or within 72 hours of it in an "
        "emergency. It runs where an authority switches it on; the plan itself is counted "
        "everywhere."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.HOMES,
    rules=("LTF-07",),
    subject="the child",
    counting=(
        "Three days from the move to a new home, where no meeting has planned it since the child "
        "last left it; amber from the second. Adoptive homes, hospitals, young offender "
        "institutions and stays away for a while are left out."
    ),
    stops="A planning meeting about that home, or a move",
    limit=days(3),
    warning=days(2),
    recorded=True,
    once=True,
    usual=False,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "a move in an emergency",
            "recorded 2020-01-01; care 2024-02-27; status C1 2024-02-27; home U6 2024-02-27",
            (Row("2024-02-27", warn="2024-02-29", due="2024-03-01"),),
        ),
        Example(
            "planned beforehand, or on the day: a wait of no days",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01;"
            " home U6 2024-01-01 .. 2024-02-27 a; home U6 2024-02-27 b;"
            " home-meeting planning 2023-12-31 a; home-meeting planning 2024-02-27 b",
            (Row("2024-02-27", stopped="2024-02-27", warn="2024-02-29", due="2024-03-01"),),
        ),
        Example(
            "held on the last day; a meeting of another kind or home does not count",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01;"
            " home U6 2024-01-01 .. 2024-02-27 a; home U6 2024-02-27 b;"
            " home-meeting planning 2023-12-31 a; home-meeting stability 2024-02-28 b;"
            " home-meeting planning 2024-02-28 a; home-meeting planning 2024-03-01 b",
            (Row("2024-02-27", stopped="2024-03-01", warn="2024-02-29", due="2024-03-01"),),
        ),
        Example(
            "back in a home that was planned before: planned since the child left, it counts",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01;"
            " home U6 2024-01-01 .. 2024-02-01 a; home K2 2024-02-01 .. 2024-02-27 b;"
            " home U6 2024-02-27 .. 2024-04-01 a; home K2 2024-04-01 .. 2024-05-01 b;"
            " home U6 2024-05-01 a; home-meeting planning 2024-01-01 b;"
            " home-meeting planning 2023-12-31 a; home-meeting planning 2024-02-01 a;"
            " home-meeting planning 2024-04-01 b; home-meeting planning 2024-04-02 a",
            (
                Row("2024-02-27", stopped="2024-04-01", warn="2024-02-29", due="2024-03-01"),
                Row("2024-04-01", stopped="2024-04-01", warn="2024-04-03", due="2024-04-04"),
            ),
        ),
        Example(
            "the child moves on before the meeting",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01;"
            " home U6 2024-01-01 .. 2024-01-03 a; home U4 2024-01-03 b;"
            " home-meeting planning 2024-01-04 a; home-meeting planning 2024-01-02 b",
            (Row("2024-01-01", stopped="2024-01-03", warn="2024-01-03", due="2024-01-04"),),
        ),
        Example(
            "adoptive homes, hospitals, institutions and stays away for a while",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home A3 2024-01-01 .. 2024-01-10; home A4 2024-01-10 .. 2024-01-20;"
            " home A5 2024-01-20 .. 2024-02-01; home A6 2024-02-01 .. 2024-02-10;"
            " home R2 2024-02-10 .. 2024-02-20; home R5 2024-02-20 .. 2024-03-01;"
            " home T0 2024-03-01 .. 2024-03-05; home T1 2024-03-05 .. 2024-03-10;"
            " home T2 2024-03-10 .. 2024-03-15; home T3 2024-03-15 .. 2024-03-20;"
            " home T4 2024-03-20",
        ),
        Example(
            "three days over when people began to record, it is left out",
            "recorded 2024-02-04; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-31 .. 2024-02-15; home ~U6 2024-02-15",
            (Row("2024-02-15", warn="2024-02-17", due="2024-02-18", known=False),),
        ),
        Example(
            "on the last day it is not",
            "recorded 2024-02-04; care 2024-02-01; status C2 2024-02-01; home U6 2024-02-01",
            (Row("2024-02-01", runs_from="2024-02-04", warn="2024-02-03", due="2024-02-04"),),
        ),
    ),
)
