from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row

SQL = """
SELECT
    child_id, lower(gap) AS started_on, lower(gap) AS due_on, upper(gap) AS stopped_on,
    CASE
        WHEN upper(gap) IS NULL THEN ''
        WHEN upper(gap) < coalesce(until, 'infinity') THEN 'second plan made'
        WHEN achieved_on = until THEN 'plan achieved'
        ELSE 'plan ended' END AS stopped_by
FROM (
    SELECT child_id, ratified_on, achieved_on, least(ends_on, achieved_on) AS until
    FROM plan
    WHERE rank = 'primary' AND ratified_on < coalesce(least(ends_on, achieved_on), 'infinity')
) AS ratified
LEFT JOIN (
    SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS days
    FROM plan WHERE rank = 'contingency' GROUP BY child_id
) AS second USING (child_id)
CROSS JOIN LATERAL unnest(
    datemultirange(daterange(ratified_on, until)) - coalesce(days, '{}')
) AS gap
"""

CLOCK = Clock(
    code="no-contingency",
    title="No second plan",
    why=(
        "Where the first plan fails and there is no second, planning begins again from nothing. A "
        "second plan worked beside the first saves the child those months."
    ),
    source=(
        "Local practice of councils that plan in parallel, and a point that inspectors raise: the "
        "second plan is made at the review that ratifies the first."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Social worker and Independent Reviewing Officer",
    group=Group.REVIEWS,
    rules=("REV-07",),
    subject="the child",
    counting=(
        "From the day a review ratified the primary plan, or the day the second plan ended. That "
        "day is in time; red from the next."
    ),
    limit_words="the day the plan is ratified",
    stops="A contingency plan, or the primary plan achieved or ended",
    recorded=True,
    gives=frozenset({"stopped_by", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "ratified, and no second plan; none is asked for before",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " plan adoption 2024-02-10 ratified=2024-04-24",
            (Row("2024-04-24", due="2024-04-24"),),
        ),
        Example(
            "made some weeks later; when it ends it is missing again",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " plan adoption 2024-02-10 ratified=2024-04-24;"
            " contingency long-term-fostering 2024-05-08 .. 2024-09-01",
            (
                Row("2024-04-24", stopped="2024-05-08", due="2024-04-24"),
                Row("2024-09-01", due="2024-09-01"),
            ),
        ),
        Example(
            "made before: nothing runs, ratified itself or not",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " plan adoption 2024-02-10 ratified=2024-04-24;"
            " contingency long-term-fostering 2024-04-24",
        ),
        Example(
            "not ratified; and a contingency plan needs none of its own",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; plan adoption 2024-02-10;"
            " contingency home 2024-02-10 .. 2024-05-01 ratified=2024-03-01",
        ),
        Example(
            "the plan is achieved",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " plan home 2024-02-10 .. 2024-09-01 ratified=2024-04-24 achieved=2024-08-01",
            (Row("2024-04-24", stopped="2024-08-01", due="2024-04-24"),),
        ),
        Example(
            "one plan ends and another is ratified",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " plan home 2024-02-10 .. 2024-06-01 ratified=2024-04-24;"
            " plan adoption 2024-06-01 ratified=2024-07-15; contingency home 2024-07-20",
            (
                Row("2024-04-24", stopped="2024-06-01", due="2024-04-24"),
                Row("2024-07-15", stopped="2024-07-20", due="2024-07-15"),
            ),
        ),
        Example(
            "ratified on the day it was achieved",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " plan home 2024-02-10 ratified=2024-04-24 achieved=2024-04-24",
        ),
        Example(
            "ratified after it had ended",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " plan home 2024-02-10 .. 2024-04-20 ratified=2024-04-24",
        ),
        Example(
            "people record here since later on",
            "recorded 2024-06-01; care 2024-01-02; status C2 2024-01-02;"
            " plan adoption 2024-02-10 ratified=2024-04-24",
            (Row("2024-06-01", due="2024-06-01", known=False),),
        ),
        Example(
            "ratified between the day it was achieved and the day it ended",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " plan home 2024-02-10 .. 2024-06-03 ratified=2024-04-24 achieved=2024-04-10",
        ),
    ),
)
