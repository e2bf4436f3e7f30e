from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row

# The days under section 20 that no agreement covers.
SQL = """
SELECT
    child_id, lower(days) AS started_on, start_known OR lower(days) > starts_on AS start_known,
    upper(days) AS stopped_on,
    CASE
        WHEN upper(days) IS NULL THEN ''
        WHEN upper(days) IS NOT DISTINCT FROM ends_on THEN 'section 20 ended'
        ELSE 'agreement recorded' END AS stopped_by,
    'the agreement' AS missing
FROM status
JOIN child USING (child_id)
LEFT JOIN (
    SELECT child_id, range_agg(daterange(agreed_on, ended_on)) AS agreed
    FROM agreement GROUP BY child_id
) AS agreements USING (child_id)
CROSS JOIN LATERAL unnest(
    datemultirange(daterange(starts_on, ends_on)) - coalesce(agreed, '{}')
) AS days
WHERE code = 'V2' AND NOT unaccompanied
"""

CLOCK = Clock(
    code="section-20-agreement-missing",
    title="Section 20 agreement not recorded",
    why=(
        "Care under section 20 rests on somebody’s word alone. Where that is not recorded, nobody "
        "can show that the child may be kept, or ask whether it is still meant."
    ),
    source=(
        "Children Act 1989, section 20(7) and (8), and what the courts have called good practice "
        "(Williams v Hackney, 2018): the agreement, in writing. That it is recorded here is asked "
        "by this product."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.MEDIUM,
    owner="Social worker",
    group=Group.COURT,
    rules=("LAW-12",),
    subject="the child",
    counting=(
        "No limit: the fact is missing from the first day under section 20 that no agreement "
        "covers. Not for unaccompanied young people, who have nobody here to agree."
    ),
    limit_words="cannot be told until the agreement is recorded",
    stops="An agreement recorded, or the end of section 20",
    recorded=True,
    gives=frozenset({"start_known", "stopped_by", "missing"}),
    sql=SQL,
    examples=(
        Example(
            "no agreement",
            "recorded 2020-01-01; care 2024-01-08; status V2 2024-01-08",
            (Row("2024-01-08", missing=True),),
        ),
        Example(
            "agreed the day before, without an end: nothing is missing",
            "recorded 2020-01-01; care 2024-01-08; status V2 2024-01-08; agreement 2024-01-07",
        ),
        Example(
            "agreed two weeks late",
            "recorded 2020-01-01; care 2024-01-08; status V2 2024-01-08; agreement 2024-01-22",
            (Row("2024-01-08", stopped="2024-01-22", missing=True),),
        ),
        Example(
            "one parent withdraws and the other agrees a week later, from an unknown start",
            "recorded 2020-01-01; care ~2024-01-08; status ~V2 2024-01-08;"
            " agreement 2024-01-15 ended=2024-03-04 outcome=withdrawn agreed_by=mother;"
            " agreement 2024-03-11 agreed_by=father",
            (
                Row("2024-01-08", stopped="2024-01-15", known=False, missing=True),
                Row("2024-03-04", stopped="2024-03-11", missing=True),
            ),
        ),
        Example(
            "a court order ends it, and needs no agreement",
            "recorded 2020-01-01; care 2024-01-08; status V2 2024-01-08 .. 2024-02-05;"
            " status C1 2024-02-05",
            (Row("2024-01-08", stopped="2024-02-05", missing=True),),
        ),
        Example(
            "not for unaccompanied young people",
            "recorded 2020-01-01; unaccompanied; care 2024-01-08; status V2 2024-01-08",
        ),
        Example(
            "recording began long after the start",
            "recorded 2024-04-01; care 2022-01-08; status V2 2022-01-08",
            (Row("2024-04-01", known=False, missing=True),),
        ),
        Example(
            "nobody records here yet: nothing is asked for",
            "care 2024-01-08; status V2 2024-01-08",
        ),
    ),
)
