from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, working_days

SQL = """
SELECT
    child_id, 'review ' || id AS subject, adjourned_on AS started_on,
    least(completed_on, next_on, left_on) AS stopped_on,
    CASE
        WHEN completed_on <= least(next_on, left_on, 'infinity') THEN 'review finished'
        WHEN next_on <= coalesce(left_on, 'infinity') THEN 'next review held'
        WHEN left_on IS NOT NULL THEN 'left care'
        ELSE '' END AS stopped_by
FROM (
    SELECT review.*, lead(held_on) OVER (PARTITION BY child_id ORDER BY held_on) AS next_on
    FROM review
) AS held
CROSS JOIN LATERAL (
    SELECT min(ends_on) AS left_on FROM care
    WHERE care.child_id = held.child_id AND ends_on > adjourned_on
) AS leaving
WHERE adjourned_on IS NOT NULL AND coalesce(next_on > adjourned_on, true)
"""

CLOCK = Clock(
    code="review-adjourned",
    title="Adjourned review finished",
    why=(
        "A review is adjourned because something was missing that it needed. Until it is finished "
        "nobody independent has said whether the plan is right."
    ),
    source=(
        "Care Planning, Placement and Case Review Regulations 2010, regulation 36: an adjourned "
        "review is finished within 20 working days."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.MEDIUM,
    owner="Independent Reviewing Officer",
    group=Group.REVIEWS,
    rules=("REV-08",),
    subject="the review",
    counting=(
        "20 working days from the day it was adjourned; amber from the sixteenth. Whether the "
        "review itself was in time is counted beside it, by the day it was held."
    ),
    stops="The review finished, the next review held, or the end of care",
    limit=working_days(20),
    warning=working_days(16),
    runs=Runs.REMAND_TOO,
    gives=frozenset({"subject", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "adjourned before Easter and not finished",
            "care 2024-02-27; status C2 2024-02-27; review 2024-03-22 adjourned=2024-03-25",
            (Row("2024-03-25", warn="2024-04-18", due="2024-04-24"),),
        ),
        Example(
            "finished on the twentieth working day",
            "care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 adjourned=2024-01-30 completed=2024-02-27",
            (Row("2024-01-30", stopped="2024-02-27", warn="2024-02-21", due="2024-02-27"),),
        ),
        Example(
            "finished on the day it was adjourned: a wait of no days",
            "care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 adjourned=2024-01-30 completed=2024-01-30",
            (Row("2024-01-30", stopped="2024-01-30", warn="2024-02-21", due="2024-02-27"),),
        ),
        Example(
            "never finished: the next review takes its place",
            "care 2024-01-02; status C2 2024-01-02; review 2024-01-30 adjourned=2024-01-31;"
            " review 2024-04-24",
            (Row("2024-01-31", stopped="2024-04-24", warn="2024-02-22", due="2024-02-28"),),
        ),
        Example(
            "the next review was held on the day it was adjourned",
            "care 2024-01-02; status C2 2024-01-02; review 2024-01-30 adjourned=2024-02-20;"
            " review 2024-02-20",
        ),
        Example(
            "held as several meetings and adjourned at the second: finished with the last",
            "care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-23 in_parts=True adjourned=2024-01-30 completed=2024-02-14",
            (Row("2024-01-30", stopped="2024-02-14", warn="2024-02-21", due="2024-02-27"),),
        ),
        Example(
            "a review that was not adjourned starts nothing, nor does one in several meetings",
            "care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " review 2024-04-24 in_parts=True completed=2024-05-14",
        ),
        Example(
            "the child leaves care, and it does not go on when the child comes back",
            "care 2024-01-02 .. 2024-02-05; status V2 2024-01-02 .. 2024-02-05;"
            " review 2024-01-30 adjourned=2024-01-30; care 2024-04-02 .. 2024-09-02;"
            " status J1 2024-04-02 .. 2024-09-02; review 2024-04-29 adjourned=2024-04-29",
            (
                Row("2024-01-30", stopped="2024-02-05", warn="2024-02-21", due="2024-02-27"),
                Row("2024-04-29", stopped="2024-09-02", warn="2024-05-22", due="2024-05-29"),
            ),
        ),
        Example(
            "adjourned on the day the child left and came back: it goes on",
            "care 2023-01-03 .. 2024-01-31; status V2 2023-01-03 .. 2024-01-31; care 2024-01-31;"
            " status V2 2024-01-31; review 2024-01-30 adjourned=2024-01-31",
            (Row("2024-01-31", warn="2024-02-22", due="2024-02-28"),),
        ),
    ),
)
