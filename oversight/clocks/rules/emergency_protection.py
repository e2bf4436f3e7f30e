from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Limit, Row, Unit, days

# Police protection (L1) and the order itself (L2) are no ground of their own to go on.
SQL = """
SELECT
    child_id, made_on AS started_on, made_known AS start_known,
    least(ended_on, followed_on) AS stopped_on,
    CASE
        WHEN ended_on <= coalesce(followed_on, 'infinity') THEN 'order ended'
        WHEN followed_on IS NOT NULL THEN 'another legal status'
        ELSE '' END AS stopped_by,
    'order ' || id AS subject, expires_on AS due_on
FROM court_order
CROSS JOIN LATERAL (
    SELECT min(starts_on) AS followed_on FROM status
    WHERE status.child_id = court_order.child_id AND code NOT IN ('L1', 'L2')
        AND starts_on >= made_on
) AS next_status
WHERE kind = 'emergency-protection'
"""

CLOCK = Clock(
    code="emergency-protection",
    title="Emergency protection order",
    why=(
        "The order lasts eight days and can be made longer once, by seven. When it has run out and "
        "nothing took its place, nobody may keep the child."
    ),
    source=(
        "Children Act 1989, section 45(1): eight days beginning with the day of the order; (5) and "
        "(6): once longer, by seven days. The warning is ours."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.MEDIUM,
    owner="Social worker and legal adviser",
    group=Group.COURT,
    subject="the order",
    counting=(
        "To the last day that the court set or extended it to; where none is recorded, eight days "
        "of which the day of the order is the first. Amber two days before."
    ),
    stops="The order’s end, another legal status than police protection, or the end of care",
    limit=Limit(8, Unit.DAYS, "8 days", beginning=True),
    before=days(2),
    gives=frozenset({"start_known", "stopped_by", "subject", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "no last day recorded: eight days with the day of the order",
            "care 2024-02-23; status L1 2024-02-23 .. 2024-02-24; status L2 2024-02-24;"
            " order emergency-protection 2024-02-24",
            (Row("2024-02-24", warn="2024-02-29", due="2024-03-02"),),
        ),
        Example(
            "made longer once",
            "care 2024-02-24; status L2 2024-02-24;"
            " order emergency-protection 2024-02-24 expires=2024-03-02;"
            " order-extension 2024-03-01 until=2024-03-09",
            (Row("2024-02-24", warn="2024-03-07", due="2024-03-09"),),
        ),
        Example(
            "an interim care order on its last day; a later care order changes nothing",
            "care 2024-02-24; status L2 2024-02-24 .. 2024-03-02;"
            " status C1 2024-03-02 .. 2024-08-01; status C2 2024-08-01;"
            " order emergency-protection 2024-02-24 expires=2024-03-02 ended=2024-03-02",
            (Row("2024-02-24", stopped="2024-03-02", warn="2024-02-29", due="2024-03-02"),),
        ),
        Example(
            "in care under another status on the day it was made: a wait of no days",
            "care 2024-02-24; status V2 2024-02-24 .. 2024-03-04; status C1 2024-03-04;"
            " order emergency-protection 2024-02-24",
            (Row("2024-02-24", stopped="2024-02-24", warn="2024-02-29", due="2024-03-02"),),
        ),
        Example(
            "ended early, made on or before the day",
            "care 2024-01-01; status V2 2024-01-01 .. 2024-02-24;"
            " status L2 2024-02-24 .. 2024-02-28; status V2 2024-02-28;"
            " order emergency-protection 2024-02-24 made_known=False ended=2024-02-27",
            (
                Row(
                    "2024-02-24",
                    stopped="2024-02-27",
                    warn="2024-02-29",
                    due="2024-03-02",
                    known=False,
                ),
            ),
        ),
        Example(
            "the child goes home",
            "care 2024-02-20 .. 2024-02-24; status L2 2024-02-20 .. 2024-02-24;"
            " order emergency-protection 2024-02-20",
            (Row("2024-02-20", stopped="2024-02-24", warn="2024-02-25", due="2024-02-27"),),
        ),
        Example(
            "police took the child into protection the day it was made: it goes on",
            "care 2024-02-24; status L1 2024-02-24 .. 2024-02-25; status L2 2024-02-25;"
            " order emergency-protection 2024-02-24; order child-assessment 2024-02-24",
            (Row("2024-02-24", warn="2024-02-29", due="2024-03-02"),),
        ),
    ),
)
