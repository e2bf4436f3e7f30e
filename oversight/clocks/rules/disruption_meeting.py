from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days

# Only one home ends on a day, which tells the waits apart.
SQL = """
SELECT
    stay.child_id, 'home left ' || stay.ends_on AS subject, stay.ends_on AS started_on,
    least(met_on, care.ends_on) AS stopped_on,
    CASE
        WHEN met_on <= coalesce(care.ends_on, 'infinity') THEN 'meeting held'
        WHEN care.ends_on IS NOT NULL THEN 'left care'
        ELSE '' END AS stopped_by
FROM stay
JOIN care
    ON care.child_id = stay.child_id AND daterange(care.starts_on, care.ends_on) @> stay.ends_on
JOIN lives
    ON lives.child_id = stay.child_id AND lives.ends_on = stay.ends_on
CROSS JOIN LATERAL (
    SELECT min(held_on) AS met_on FROM home_meeting
    WHERE home_meeting.child_id = stay.child_id AND home_meeting.home_id = stay.home_id
        AND kind = 'disruption' AND held_on > stay.starts_on
) AS meeting
WHERE stay.type NOT IN ('T0', 'T1', 'T2', 'T3', 'T4')
    AND CASE planned_end
        WHEN 'yes' THEN false
        WHEN 'no' THEN true
        ELSE end_reason IN ('ALLEG', 'APPRR', 'CHILD', 'CREQB', 'CREQO', 'STAND') END
    AND coalesce(met_on >= stay.ends_on, true)
"""

CLOCK = Clock(
    code="disruption-meeting",
    title="Meeting after a home ended",
    why=(
        "A home that ended when nobody meant it to has something to teach. If nobody sits down "
        "soon, the next home ends for the same reason."
    ),
    source=(
        "Local practice of councils, between four and six weeks. 28 days are this product's "
        "choice among them."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.LOW,
    owner="Head of service and fostering service",
    group=Group.HOMES,
    rules=("LTF-06",),
    subject="the home that ended",
    counting=(
        "28 days from the day on which a home ended unplanned: so recorded, or else by the "
        "reason (allegation, approval removed, standards of care, or at the wish of carers or "
        "child); amber from day 22. Stays away for a while are no home."
    ),
    stops="A disruption meeting about that home, or the end of care",
    limit=days(28),
    warning=days(22),
    recorded=True,
    once=True,
    gives=frozenset({"subject", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "the carers asked for it, in February of a leap year",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-02-05 CREQB; home U6 2024-02-05",
            (Row("2024-02-05", warn="2024-02-27", due="2024-03-04"),),
        ),
        Example(
            "the meeting held on the last day; one of that kind about another home, or another one",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-02-05 ALLEG a; home U6 2024-02-05 b;"
            " home-meeting disruption 2024-02-20 b; home-meeting stability 2024-02-21 a;"
            " home-meeting disruption 2024-03-04 a; home-meeting disruption 2024-03-11 a",
            (Row("2024-02-05", stopped="2024-03-04", warn="2024-02-27", due="2024-03-04"),),
        ),
        Example(
            "each reason that speaks of a home in trouble, and two waits at once",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-02-01 APPRR; home U6 2024-02-01 .. 2024-03-01 CHILD;"
            " home U6 2024-03-01 .. 2024-04-01 CREQO; home U6 2024-04-01 .. 2024-05-01 STAND;"
            " home U6 2024-05-01",
            (
                Row("2024-02-01", warn="2024-02-23", due="2024-02-29"),
                Row("2024-03-01", warn="2024-03-23", due="2024-03-29"),
                Row("2024-04-01", warn="2024-04-23", due="2024-04-29"),
                Row("2024-05-01", warn="2024-05-23", due="2024-05-29"),
            ),
        ),
        Example(
            "other reasons start nothing, unless it is said that the end was not planned",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-02-01 CARPL; home U6 2024-02-01 .. 2024-03-01 OTHER"
            " end_planned=not-known; home U6 2024-03-01 .. 2024-04-01 CLOSE end_planned=no;"
            " home U6 2024-04-01 .. 2024-05-01 CREQB end_planned=yes; home U6 2024-05-01",
            (Row("2024-04-01", warn="2024-04-23", due="2024-04-29"),),
        ),
        Example(
            "a meeting on the eve of the move is enough; on the day it is a wait of no days",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-02-05 CREQB a; home U6 2024-02-05 .. 2024-03-04 CREQB b;"
            " home U6 2024-03-04 c; home-meeting disruption 2024-02-04 a;"
            " home-meeting disruption 2024-03-04 b",
            (Row("2024-03-04", stopped="2024-03-04", warn="2024-03-26", due="2024-04-01"),),
        ),
        Example(
            "the meeting of an earlier stay there, even on the first day of the next, is not of it",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-02-05 CARPL a; home K2 2024-02-05 .. 2024-03-04 CARPL b;"
            " home U6 2024-03-04 .. 2024-04-08 CREQB a; home U6 2024-04-08 c;"
            " home-meeting disruption 2024-03-04 a",
            (Row("2024-04-08", warn="2024-04-30", due="2024-05-06"),),
        ),
        Example(
            "a change of the kind of home, and a stay in hospital, are no end",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-02-05 CREQB a; home U4 2024-02-05 .. 2024-03-04 CREQB a;"
            " home T1 2024-03-04 .. 2024-03-11 CREQB b; home U4 2024-03-11 .. 2024-04-08 CARPL a;"
            " home T0 2024-04-08 .. 2024-04-15 CREQB c; home T1 2024-04-15 .. 2024-04-22 CREQB d;"
            " home T2 2024-04-22 .. 2024-04-29 CREQB e; home T3 2024-04-29 .. 2024-05-06 CREQB f;"
            " home T4 2024-05-06 .. 2024-05-13 CREQB g; home K2 2024-05-13 h",
        ),
        Example(
            "care ends with the home, or a month after, and goes on later",
            "recorded 2020-01-01; care 2023-01-01 .. 2023-06-01;"
            " status V2 2023-01-01 .. 2023-06-01;"
            " home U6 2023-01-01 .. 2023-06-01 CREQB; care 2024-01-01 .. 2024-03-04;"
            " status V2 2024-01-01 .. 2024-03-04; home U6 2024-01-01 .. 2024-02-05 CREQB a;"
            " home U6 2024-02-05 .. 2024-03-04 b; care 2024-06-03; status V2 2024-06-03;"
            " home-meeting disruption 2024-06-10 a",
            (Row("2024-02-05", stopped="2024-03-04", warn="2024-02-27", due="2024-03-04"),),
        ),
        Example(
            "four weeks over when people began to record, it is left out;"
            " on the last day it is not",
            "recorded 2024-03-05; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-02-05 CREQB; home U6 2024-02-05 .. 2024-02-06 CREQB;"
            " home U6 2024-02-06",
            (Row("2024-02-06", runs_from="2024-03-05", warn="2024-02-28", due="2024-03-05"),),
        ),
    ),
)
