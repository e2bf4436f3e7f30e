from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs

SQL = """
SELECT
    child_id, greatest(starts_on, eighteen_on) AS started_on, ends_on AS stopped_on,
    CASE WHEN ends_on IS NULL THEN '' ELSE 'left care' END AS stopped_by,
    'whether the young person has left care' AS missing
FROM care
JOIN child USING (child_id)
WHERE coalesce(ends_on > eighteen_on, true) AND eighteen_on IS NOT NULL
"""

CLOCK = Clock(
    code="open-past-eighteen",
    title="Still open past the 18th birthday",
    why=(
        "Care ends at 18. A record that goes on has an ending that nobody entered, and hides what "
        "became of a young person."
    ),
    source=(
        "Children Act 1989: nobody is looked after past 18, but for some placed in a children's "
        "home; SSDA903 check 359."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.MEDIUM,
    owner="Data officer and social worker",
    group=Group.WORKER,
    subject="the child",
    counting="No limit: the question stands from the 18th birthday.",
    limit_words="cannot be told until the end of care is recorded",
    stops="The end of care recorded",
    runs=Runs.PAST_EIGHTEEN,
    gives=frozenset({"stopped_by", "missing"}),
    sql=SQL,
    examples=(
        Example(
            "nobody entered the ending",
            "born 2006-05-04; care 2020-01-01; status C2 2020-01-01",
            (Row("2024-05-04", missing=True),),
        ),
        Example(
            "left on the birthday",
            "born 2006-05-04; care 2020-01-01 .. 2024-05-04; status C2 2020-01-01 .. 2024-05-04",
        ),
        Example(
            "left three weeks later",
            "born 2006-05-04; care 2020-01-01 .. 2024-05-25; status C2 2020-01-01 .. 2024-05-25",
            (Row("2024-05-04", stopped="2024-05-25", missing=True),),
        ),
        Example(
            "born on 29 February comes of age on 1 March",
            "born 2004-02-29; care 2020-01-01; status C2 2020-01-01",
            (Row("2022-03-01", missing=True),),
        ),
        Example(
            "still a child: the question is set for the birthday, and nothing runs before",
            "born 2012-05-04; care 2020-01-01; status C2 2020-01-01",
            (Row("2030-05-04", missing=True),),
        ),
    ),
)
