from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, weeks
from oversight.clocks.shared.approvals import TERM

SQL = f"""
WITH {TERM}
SELECT
    child_id, 'approval ' || id AS subject, starts_on AS started_on, from_on AS runs_from,
    least(until, left_on) AS stopped_on,
    CASE
        WHEN left_on <= until THEN 'moved'
        WHEN ends_on <= last_on THEN 'approval ended'
        ELSE 'ran out' END AS stopped_by,
    last_on AS due_on
FROM term
CROSS JOIN LATERAL (
    SELECT min(ends_on) AS left_on FROM stay
    WHERE stay.child_id = term.child_id AND stay.home_id = term.home_id
        AND ends_on > term.starts_on
) AS leaving
WHERE coalesce(left_on > from_on, true)
"""

CLOCK = Clock(
    code="temporary-approval",
    title="Temporary approval runs out",
    why=(
        "Relatives and friends may care for a child before they are fully approved, but only for "
        "a time. When it is over the child may not live there, however well it goes."
    ),
    source=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 24: 16 "
        "weeks; regulation 25: once up to eight more, or until a review of a refusal is decided."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.MEDIUM,
    owner="Social worker and fostering service",
    group=Group.APPROVALS,
    rules=("CON-01", "CON-02", "CON-03"),
    subject="the approval",
    counting=(
        "From the day of the approval to the day it runs out, as extended; amber four weeks "
        "before that, in week 12 of 16. An extension made after it had run out holds from its "
        "own day."
    ),
    limit_words="16 weeks, or 24 where it was extended",
    stops="Full approval or another end of the approval, a move, or the day after it ran out",
    before=weeks(4),
    runs=Runs.REMAND_TOO,
    gives=frozenset({"subject", "runs_from", "stopped_by", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "16 weeks from the move",
            "care 2024-01-08; status C1 2024-01-08; home U3 2024-01-08;"
            " approval temporary 2024-01-08 expires=2024-04-29",
            (Row("2024-01-08", stopped="2024-04-30", warn="2024-04-01", due="2024-04-29"),),
        ),
        Example(
            "fully approved in week 15",
            "care 2024-01-08; status J1 2024-01-08; home U3 2024-01-08;"
            " approval temporary 2024-01-08 .. 2024-04-22 expires=2024-04-29 end_reason=approved;"
            " approval foster 2024-04-22",
            (Row("2024-01-08", stopped="2024-04-22", warn="2024-04-01", due="2024-04-29"),),
        ),
        Example(
            "extended on the day after the last",
            "care 2024-01-08; status C1 2024-01-08; home U3 2024-01-08;"
            " approval temporary 2024-01-08 expires=2024-04-29 extended_on=2024-04-30"
            " extended_until=2024-06-24 extended_because=unfinished",
            (Row("2024-01-08", stopped="2024-06-25", warn="2024-05-27", due="2024-06-24"),),
        ),
        Example(
            "extended a day after that, it had run out in between",
            "care 2024-01-08; status C1 2024-01-08; home U3 2024-01-08;"
            " approval temporary 2024-01-08 expires=2024-04-29 extended_on=2024-05-01"
            " extended_until=2024-06-24 extended_because=review",
            (
                Row("2024-01-08", stopped="2024-04-30", warn="2024-04-01", due="2024-04-29"),
                Row(
                    "2024-01-08",
                    runs_from="2024-05-01",
                    stopped="2024-06-25",
                    warn="2024-05-27",
                    due="2024-06-24",
                ),
            ),
        ),
        Example(
            "ended before it was extended too late, and extended to a day that had gone",
            "care 2024-01-08; status C1 2024-01-08; home U3 2024-01-08 a;"
            " approval temporary 2024-01-08 .. 2024-05-01 expires=2024-04-29"
            " extended_on=2024-05-01 extended_until=2024-06-24 extended_because=review"
            " end_reason=refused a;"
            " approval temporary 2024-07-01 expires=2024-08-01 extended_on=2024-08-20"
            " extended_until=2024-08-19 extended_because=review a",
            (
                Row("2024-01-08", stopped="2024-04-30", warn="2024-04-01", due="2024-04-29"),
                Row("2024-07-01", stopped="2024-08-02", warn="2024-07-04", due="2024-08-01"),
            ),
        ),
        Example(
            "extended for one day, on it",
            "care 2024-01-08; status C1 2024-01-08; home U3 2024-01-08;"
            " approval temporary 2024-01-08 expires=2024-04-29 extended_on=2024-05-10"
            " extended_until=2024-05-10 extended_because=review",
            (
                Row("2024-01-08", stopped="2024-04-30", warn="2024-04-01", due="2024-04-29"),
                Row(
                    "2024-01-08",
                    runs_from="2024-05-10",
                    stopped="2024-05-11",
                    warn="2024-04-12",
                    due="2024-05-10",
                ),
            ),
        ),
        Example(
            "approved before the move, after a stay there that ended on that day; moved out",
            "care 2024-01-08; status C1 2024-01-08; home U3 2024-01-08 .. 2024-01-29 a;"
            " home U6 2024-01-29 .. 2024-02-05 b; home U3 2024-02-05 .. 2024-03-11 a;"
            " home U6 2024-03-11 .. 2024-05-06 b; home U3 2024-05-06 .. 2024-05-13 a;"
            " approval temporary 2024-01-29 expires=2024-05-20 a",
            (Row("2024-01-29", stopped="2024-03-11", warn="2024-04-22", due="2024-05-20"),),
        ),
        Example(
            "the child had gone by the day of the late extension; two approvals at once",
            "care 2024-01-08; status C1 2024-01-08; home U3 2024-01-08 .. 2024-05-01 a;"
            " home U3 2024-05-01 b;"
            " approval temporary 2024-01-08 expires=2024-04-29 extended_on=2024-05-01"
            " extended_until=2024-06-24 extended_because=review a;"
            " approval temporary 2024-04-22 expires=2024-08-12 b",
            (
                Row("2024-01-08", stopped="2024-04-30", warn="2024-04-01", due="2024-04-29"),
                Row("2024-04-22", stopped="2024-08-13", warn="2024-07-15", due="2024-08-12"),
            ),
        ),
        Example(
            "other approvals have no end to run to",
            "care 2024-01-08; status C1 2024-01-08; home U4 2024-01-08;"
            " approval foster 2024-01-08; approval may-adopt 2024-01-08",
        ),
    ),
)
