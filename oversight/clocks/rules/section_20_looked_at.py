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

# An agreement waits for nobody once the time in care that it was for is over.
SQL = """
SELECT
    looked.child_id, started_on, least(again_on, ended_on, left_on) AS stopped_on,
    CASE
        WHEN again_on <= coalesce(left_on, 'infinity') THEN 'looked at'
        WHEN ended_on <= coalesce(left_on, 'infinity') THEN 'agreement ended'
        WHEN left_on IS NOT NULL THEN 'section 20 ended'
        ELSE '' END AS stopped_by,
    'agreement ' || id AS subject
FROM (
    SELECT
        id, days.child_id, started_on, ended_on,
        lead(started_on) OVER (PARTITION BY id ORDER BY started_on) AS again_on
    FROM (
        SELECT id, child_id, agreed_on AS started_on, ended_on FROM agreement
        UNION
        SELECT agreement.id, agreement.child_id, reviewed_on, ended_on
        FROM agreement
        JOIN agreement_review ON agreement_id = agreement.id
    ) AS days
    WHERE coalesce(started_on < ended_on, true)
) AS looked
CROSS JOIN LATERAL (
    SELECT status.ends_on AS left_on FROM status
    WHERE status.child_id = looked.child_id AND code = 'V2'
        AND coalesce(status.ends_on > started_on, true)
    ORDER BY starts_on LIMIT 1
) AS accommodated
"""

CLOCK = Clock(
    code="section-20-looked-at",
    title="Section 20 agreement looked at",
    why=(
        "Parents agreed to something that was to last a while. Unless somebody asks them and the "
        "child again, it goes on because nobody ended it."
    ),
    source=(
        "The courts have warned against agreements under section 20 that drift on unlooked at, and "
        "named no interval. Three months are proposed by this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Social worker and team manager",
    group=Group.COURT,
    rules=("LAW-12",),
    subject="the agreement",
    counting=(
        "Three calendar months from the agreement, and from each day on which it was looked at. "
        "Amber 20 working days before."
    ),
    stops="The agreement looked at or ended, or another legal status than section 20",
    limit=months(3),
    before=working_days(20),
    gives=frozenset({"stopped_by", "subject"}),
    sql=SQL,
    examples=(
        Example(
            "agreed on the last of November: three months go to 29 February",
            "care 2023-11-30; status V2 2023-11-30; agreement 2023-11-30",
            (Row("2023-11-30", warn="2024-02-01", due="2024-02-29"),),
        ),
        Example(
            "looked at in time, then not again before the court made an order",
            "care 2024-01-08; status V2 2024-01-08 .. 2024-09-02; status C1 2024-09-02;"
            " agreement 2024-01-05; agreement-review right 2024-04-05",
            (
                Row(
                    "2024-01-05",
                    runs_from="2024-01-08",
                    stopped="2024-04-05",
                    warn="2024-03-06",
                    due="2024-04-05",
                ),
                Row(
                    "2024-04-05",
                    stopped="2024-09-02",
                    warn="2024-06-07",
                    due="2024-07-05",
                ),
            ),
        ),
        Example(
            "looked at on the day of the agreement: one wait",
            "care 2024-01-08; status V2 2024-01-08; agreement 2024-01-08;"
            " agreement-review right 2024-01-08",
            (Row("2024-01-08", warn="2024-03-07", due="2024-04-08"),),
        ),
        Example(
            "the agreement is withdrawn; what was looked at on that day starts nothing",
            "care 2024-01-08; status V2 2024-01-08 .. 2024-02-19; status C1 2024-02-19;"
            " agreement 2024-01-08 ended=2024-02-19 outcome=withdrawn;"
            " agreement-review end 2024-02-19",
            (
                Row(
                    "2024-01-08",
                    stopped="2024-02-19",
                    warn="2024-03-07",
                    due="2024-04-08",
                ),
            ),
        ),
        Example(
            "an order takes its place as it is looked at; nobody ended the agreement",
            "care 2024-01-08; status C1 2023-01-08 .. 2023-05-01;"
            " status V2 2024-01-08 .. 2024-03-04; status C1 2024-03-04 .. 2024-09-02;"
            " agreement 2024-01-08; agreement-review end 2024-03-04",
            (
                Row(
                    "2024-01-08",
                    stopped="2024-03-04",
                    warn="2024-03-07",
                    due="2024-04-08",
                ),
            ),
        ),
        Example(
            "agreed again on the day an earlier time by agreement ended, and left again",
            "care 2024-01-08; status V2 2023-11-01 .. 2024-01-08;"
            " status C1 2024-01-08 .. 2024-02-05; status V2 2024-02-05 .. 2024-03-04;"
            " status C1 2024-03-04 .. 2024-04-15; status V2 2024-04-15 .. 2024-05-01;"
            " agreement 2024-01-08",
            (
                Row(
                    "2024-01-08",
                    stopped="2024-03-04",
                    warn="2024-03-07",
                    due="2024-04-08",
                ),
            ),
        ),
        Example(
            "two parents agreed apart: a wait each",
            "care 2024-01-08; status V2 2024-01-08; agreement 2024-01-08 agreed_by=mother;"
            " agreement-review right 2024-02-12; agreement 2024-01-22 agreed_by=father",
            (
                Row(
                    "2024-01-08",
                    stopped="2024-02-12",
                    warn="2024-03-07",
                    due="2024-04-08",
                ),
                Row("2024-01-22", warn="2024-03-21", due="2024-04-22"),
                Row("2024-02-12", warn="2024-04-12", due="2024-05-12"),
            ),
        ),
        Example("in care without an agreement", "care 2024-01-08; status V2 2024-01-08"),
    ),
)
