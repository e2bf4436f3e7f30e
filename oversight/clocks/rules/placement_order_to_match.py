from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days

# A match made on or before the order counts, as a wait of 0, if it still stood when the order was
# made: not withdrawn, no adoptive home ended since, and of the same period of care. Earlier matches
# do not count for a wait that starts later, with the end of an adoptive home or of a match. What
# would start a wait while one runs (an older match withdrawn only then) changes nothing.
SQL = """
WITH waits AS (
    SELECT *,
        least(matched_on, placed_on, reversed_on, ends_on) AS stopped_on,
        max(coalesce(least(matched_on, placed_on, reversed_on, ends_on), 'infinity')) OVER (
            PARTITION BY child_id, order_on ORDER BY started_on
            RANGE BETWEEN UNBOUNDED PRECEDING AND '1 day' PRECEDING
        ) AS waiting_until
    FROM family_wait
    CROSS JOIN LATERAL (
        SELECT min(greatest(decided_on, started_on)) AS matched_on
        FROM match
        WHERE match.child_id = family_wait.child_id
            AND coalesce(withdrawn_on > started_on, true)
            AND (
                decided_on >= started_on
                OR (
                    began_with = 'order'
                    AND NOT EXISTS (
                        SELECT FROM home_kind
                        WHERE home_kind.child_id = match.child_id AND kind = 'adoptive'
                            AND home_kind.ends_on > match.decided_on
                            AND home_kind.ends_on <= order_on
                    )
                    AND NOT EXISTS (
                        SELECT FROM care
                        WHERE care.child_id = match.child_id AND start_known
                            AND care.starts_on > match.decided_on AND care.starts_on <= order_on
                    )
                )
            )
    ) AS matched
)
SELECT
    child_id, started_on, start_known, stopped_on,
    CASE
        WHEN stopped_on = matched_on THEN 'match'
        WHEN stopped_on = placed_on THEN 'adoptive home'
        WHEN stopped_on = reversed_on THEN 'decision reversed'
        WHEN stopped_on IS NOT NULL THEN 'placement order ended'
        ELSE '' END AS stopped_by
FROM waits
WHERE began_with = 'order' OR (
    coalesce(stopped_on > started_on, true) AND waiting_until <= started_on
)
"""

CLOCK = Clock(
    code="placement-order-to-match",
    title="Placement order to match",
    why=(
        "From the day the court allows it, every week without a match is a week in which a child "
        "waits for a family. The longest waits hide behind good averages."
    ),
    source=(
        "Adoption scorecard measure A2: 121 days (4 months) on average from court authority to "
        "match. The target is for the average of a cohort; flagging one child at 121 days, and "
        "the warning at 90, are this product's choice."
    ),
    kind=Kind.NATIONAL_TARGET,
    confidence=Confidence.HIGH,
    owner="Regional adoption agency and social worker",
    group=Group.ADOPTION,
    rules=("ADO-09",),
    subject="the child",
    counting=(
        "Calendar days from the first day of the placement order, or from the day an adoptive home "
        "ended, a match was withdrawn or adoption was decided again after a reversal. Amber at "
        "most while the carers may adopt."
    ),
    stops="A match decision, an adoptive home, the adoption decision reversed, or the order's end",
    limit=days(121),
    warning=days(90),
    eased=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "waits from the order and nobody is found",
            "care 2024-01-01; status E1 2024-03-03; home U4 2024-01-01",
            (Row("2024-03-03", warn="2024-06-01", due="2024-07-02"),),
        ),
        Example(
            "stops with the match decision, before the move",
            "care 2024-01-01; status E1 2024-03-01; home U4 2024-01-01 .. 2024-07-20;"
            " match 2024-06-30; home A6 2024-07-20",
            (Row("2024-03-01", stopped="2024-06-30", warn="2024-05-30", due="2024-06-30"),),
        ),
        Example(
            "a match before the order is a wait of no days",
            "care 2024-01-01; status E1 2024-03-01; home U4 2024-01-01; match 2024-02-20",
            (Row("2024-03-01", stopped="2024-03-01", warn="2024-05-30", due="2024-06-30"),),
        ),
        Example(
            "an adoptive home ends while the order goes on: a new wait, the old match left out",
            "care 2024-01-01; status E1 2024-03-01; home U4 2024-01-01 .. 2024-06-01;"
            " match 2024-05-01; home A6 2024-06-01 .. 2024-09-01; home U4 2024-09-01",
            (
                Row("2024-03-01", stopped="2024-05-01", warn="2024-05-30", due="2024-06-30"),
                Row("2024-09-01", warn="2024-11-30", due="2024-12-31"),
            ),
        ),
        Example(
            "a match withdrawn before the move starts a new wait",
            "care 2024-01-01; status E1 2024-03-01; home U4 2024-01-01;"
            " match 2024-05-01 withdrawn 2024-06-15",
            (
                Row("2024-03-01", stopped="2024-05-01", warn="2024-05-30", due="2024-06-30"),
                Row("2024-06-15", warn="2024-09-13", due="2024-10-14"),
            ),
        ),
        Example(
            "a match withdrawn on the day it was made starts a new wait as well",
            "care 2024-01-01; status E1 2024-03-01; home U4 2024-01-01;"
            " match 2024-05-01 withdrawn 2024-05-01",
            (
                Row("2024-03-01", stopped="2024-05-01", warn="2024-05-30", due="2024-06-30"),
                Row("2024-05-01", warn="2024-07-30", due="2024-08-30"),
            ),
        ),
        Example(
            "a match withdrawn once adoption is given up starts nothing",
            "care 2024-01-01; status E1 2024-03-01; home U4 2024-01-01;"
            " decision 2024-02-01 reversed 2024-06-10; match 2024-05-01 withdrawn 2024-06-15",
            (Row("2024-03-01", stopped="2024-05-01", warn="2024-05-30", due="2024-06-30"),),
        ),
        Example(
            "an older match withdrawn while the wait runs already changes nothing",
            "care 2024-01-01; status E1 2024-03-01; home U4 2024-01-01;"
            " match 2024-05-01 withdrawn 2024-08-01; match 2024-06-01 withdrawn 2024-07-01",
            (
                Row("2024-03-01", stopped="2024-05-01", warn="2024-05-30", due="2024-06-30"),
                Row("2024-07-01", warn="2024-09-29", due="2024-10-30"),
            ),
        ),
        Example(
            "with carers who may adopt it never turns red; when they leave it counts on",
            "care 2024-01-01; status E1 2024-03-01; home U5 2024-01-01 .. 2024-08-01;"
            " home U4 2024-08-01",
            (
                Row("2024-03-01", stopped="2024-08-01", warn="2024-05-30"),
                Row("2024-03-01", runs_from="2024-08-01", warn="2024-05-30", due="2024-06-30"),
            ),
        ),
        Example(
            "the adoption decision is reversed",
            "care 2024-01-01; status E1 2024-03-01; home U4 2024-01-01;"
            " decision 2024-02-01 reversed 2024-05-10",
            (Row("2024-03-01", stopped="2024-05-10", warn="2024-05-30", due="2024-06-30"),),
        ),
        Example(
            "adoption is decided again while the order goes on: a new wait from that day",
            "care 2024-01-01; status E1 2024-03-01; home U4 2024-01-01;"
            " decision 2024-02-01 reversed 2024-05-10; decision 2024-09-01",
            (
                Row("2024-03-01", stopped="2024-05-10", warn="2024-05-30", due="2024-06-30"),
                Row("2024-09-01", warn="2024-11-30", due="2024-12-31"),
            ),
        ),
        Example(
            "reversed and decided again on one day",
            "care 2024-01-01; status E1 2024-03-01; home U4 2024-01-01;"
            " decision 2024-02-01 reversed 2024-05-10; decision 2024-05-10 reversed 2024-06-01",
            (
                Row("2024-03-01", stopped="2024-05-10", warn="2024-05-30", due="2024-06-30"),
                Row("2024-05-10", stopped="2024-06-01", warn="2024-08-08", due="2024-09-08"),
            ),
        ),
        Example(
            "the order began on or before the first return",
            "care ~2024-04-01; status ~E1 2024-04-01; home U4 2024-04-01",
            (Row("2024-04-01", warn="2024-06-30", due="2024-07-31", known=False),),
        ),
    ),
)
