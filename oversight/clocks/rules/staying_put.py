from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    months,
    working_days,
)

SQL = """
SELECT
    held.child_id, began_on AS started_on, least(asked_on, upper(days)) AS stopped_on,
    CASE
        WHEN asked_on <= coalesce(upper(days), 'infinity') THEN 'asked'
        WHEN upper(days) IS NOT NULL THEN 'moved'
        ELSE '' END AS stopped_by,
    reviewed_on AS due_on
FROM (
    SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS spells
    FROM home_kind WHERE kind IN ('U1', 'U4') GROUP BY child_id
) AS held
JOIN child USING (child_id)
CROSS JOIN LATERAL unnest(spells) AS days
CROSS JOIN LATERAL (SELECT greatest(sixteen_on, lower(days)) AS began_on) AS beginning
CROSS JOIN LATERAL (
    SELECT min(actual_on) AS asked_on FROM milestone
    WHERE milestone.child_id = held.child_id AND code = 'staying-put-asked'
) AS asking
CROSS JOIN LATERAL (
    SELECT min(held_on) AS reviewed_on FROM review
    WHERE review.child_id = held.child_id AND held_on >= began_on
) AS reviewing
WHERE sixteen_on IS NOT NULL AND coalesce(upper(days) > began_on, true)
    AND coalesce(asked_on >= began_on, true)
"""

CLOCK = Clock(
    code="staying-put",
    title="Staying put after 18",
    why=(
        "Young people may stay with their carers after 18, if both want it. Those who are asked "
        "at 16 can plan for it; those who are asked at 17 and a half have often gone."
    ),
    source=(
        "Statutory guidance on planning the move to adulthood: staying put is talked about at "
        "the first review after the 16th birthday. A review is at most six months away."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.HIGH,
    owner="Independent Reviewing Officer",
    group=Group.HOMES,
    rules=("LTF-09",),
    subject="the young person",
    counting=(
        "In a long-term foster home, from the 16th birthday, or the move there after it, to the "
        "first review from that day on, or to the day six months later until one is held; amber "
        "20 working days before."
    ),
    limit_words="the first review after the 16th birthday",
    stops="The step “staying put talked about” done, or a move to another kind of home",
    limit=months(6),
    before=working_days(20),
    recorded=True,
    gives=frozenset({"stopped_by", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "no review yet: six months from the last of August end in February",
            "recorded 2020-01-01; born 2007-08-31; care 2020-06-01; status C2 2020-06-01;"
            " home U4 2020-06-01",
            (
                Row(
                    "2023-08-31",
                    stopped="2025-08-31",
                    warn="2024-02-01",
                    due="2024-02-29",
                ),
            ),
        ),
        Example(
            "asked on the day of the first review from the birthday on",
            "recorded 2020-01-01; born 2008-02-29; care 2020-06-01; status C2 2020-06-01;"
            " home U1 2020-06-01 .. 2024-07-01; home U6 2024-07-01; review 2024-02-28;"
            " review 2024-04-15; review 2024-10-14;"
            " plan long-term-fostering 2023-01-01 .. 2024-05-01;"
            " step staying-put-asked 2024-04-01 actual=2024-04-15; plan independence 2024-05-01;"
            " step staying-put-asked 2024-06-01 actual=2024-06-03",
            (
                Row(
                    "2024-02-29",
                    stopped="2024-04-15",
                    warn="2024-03-14",
                    due="2024-04-15",
                ),
            ),
        ),
        Example(
            "a review on the birthday is the one; another step does not stop it",
            "recorded 2020-01-01; born 2008-02-29; care 2020-06-01; status C2 2020-06-01;"
            " home U4 2020-06-01 .. 2024-05-06; home U6 2024-05-06; review 2024-02-29;"
            " plan long-term-fostering 2023-01-01; step child-told 2024-03-01 actual=2024-03-04;"
            " step staying-put-asked 2024-04-01",
            (
                Row(
                    "2024-02-29",
                    stopped="2024-05-06",
                    warn="2024-02-01",
                    due="2024-02-29",
                ),
            ),
        ),
        Example(
            "asked before the birthday",
            "recorded 2020-01-01; born 2008-02-29; care 2020-06-01; status C2 2020-06-01;"
            " home U4 2020-06-01; plan long-term-fostering 2023-01-01;"
            " step staying-put-asked 2024-04-01 actual=2024-02-28",
        ),
        Example(
            "asked on the birthday: a wait of no days",
            "recorded 2020-01-01; born 2008-02-29; care 2020-06-01; status C2 2020-06-01;"
            " home U4 2020-06-01; plan long-term-fostering 2023-01-01;"
            " step staying-put-asked 2024-04-01 actual=2024-02-29",
            (
                Row(
                    "2024-02-29",
                    stopped="2024-02-29",
                    warn="2024-07-31",
                    due="2024-08-29",
                ),
            ),
        ),
        Example(
            "moved there at 16 and a half, from one such home to another",
            "recorded 2020-01-01; born 2008-02-29; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-09-02; home U4 2024-09-02 .. 2024-11-04;"
            " home U1 2024-11-04; review 2024-06-03; review 2025-01-06",
            (
                Row(
                    "2024-09-02",
                    stopped="2026-03-01",
                    warn="2024-12-04",
                    due="2025-01-06",
                ),
            ),
        ),
        Example(
            "gone from there by the birthday, or in another kind of home",
            "recorded 2020-01-01; born 2008-02-29; care 2020-06-01; status C2 2020-06-01;"
            " home U4 2020-06-01 .. 2024-02-29; home U6 2024-02-29 .. 2024-06-03;"
            " home K2 2024-06-03",
        ),
        Example(
            "day of birth unknown",
            "recorded 2020-01-01; care 2020-06-01; status C2 2020-06-01; home U4 2020-06-01",
        ),
        Example(
            "16 before people recorded here",
            "recorded 2024-03-01; born 2007-08-31; care 2020-06-01; status C2 2020-06-01;"
            " home U4 2020-06-01",
            (
                Row(
                    "2024-03-01",
                    stopped="2025-08-31",
                    warn="2024-08-02",
                    due="2024-09-01",
                    known=False,
                ),
            ),
        ),
    ),
)
