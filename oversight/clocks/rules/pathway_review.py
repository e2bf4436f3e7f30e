from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, days, months

SQL = """
SELECT
    child_id, done_on AS started_on, next_on AS stopped_on,
    CASE WHEN next_on IS NULL THEN '' ELSE 'pathway plan looked at again' END AS stopped_by
FROM (
    SELECT
        child_id, actual_on AS done_on,
        lead(actual_on) OVER (PARTITION BY child_id ORDER BY actual_on) AS next_on
    FROM (
        SELECT DISTINCT child_id, actual_on FROM milestone
        WHERE code IN ('pathway-plan', 'pathway-review') AND actual_on IS NOT NULL
    ) AS looked
) AS turns
"""

CLOCK = Clock(
    code="pathway-review",
    title="Pathway plan reviewed",
    why=(
        "Between 16 and 18 a young person’s life changes every few months. A pathway plan that is "
        "not looked at again describes somebody else."
    ),
    source=(
        "Care leavers’ regulations: a pathway plan is reviewed at least every six months, and "
        "after a big change. The words were read in the twin regulation of Wales."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.MEDIUM,
    owner="Personal adviser and Independent Reviewing Officer",
    group=Group.WORKER,
    rules=("PTH-03",),
    subject="the child",
    counting=(
        "Six months from the day the pathway plan was made, or the last day that the step “Pathway "
        "plan reviewed” says it was done; amber from day 146."
    ),
    stops="The pathway plan reviewed or made anew, or the 18th birthday",
    limit=months(6),
    warning=days(146),
    runs=Runs.REMAND_TOO,
    gives=frozenset({"stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "made on the last of a month: to the last of a short one",
            "born 2007-06-10; care 2015-01-05; status C2 2015-01-05; plan independence 2023-06-10;"
            " step pathway-plan 2023-08-31 actual=2023-08-31; step pathway-review 2024-02-29",
            (Row("2023-08-31", stopped="2025-06-10", warn="2024-01-24", due="2024-02-29"),),
        ),
        Example(
            "reviewed, and six months from that day",
            "care 2015-01-05; status J1 2015-01-05; plan independence 2024-01-10;"
            " step pathway-plan 2024-02-01 actual=2024-02-01;"
            " step pathway-review 2024-07-15 actual=2024-08-01",
            (
                Row("2024-02-01", stopped="2024-08-01", warn="2024-06-26", due="2024-08-01"),
                Row("2024-08-01", warn="2024-12-25", due="2025-02-01"),
            ),
        ),
        Example(
            "made anew under the next plan, and reviewed on that day",
            "care 2015-01-05; status C2 2015-01-05; plan independence 2024-01-10 .. 2024-05-01;"
            " step pathway-plan 2024-02-01 actual=2024-02-01; plan independence 2024-05-01;"
            " step pathway-plan 2024-05-20 actual=2024-05-20;"
            " step pathway-review 2024-05-20 actual=2024-05-20",
            (
                Row("2024-02-01", stopped="2024-05-20", warn="2024-06-26", due="2024-08-01"),
                Row("2024-05-20", warn="2024-10-13", due="2024-11-20"),
            ),
        ),
        Example(
            "no pathway plan yet, though the needs are assessed",
            "care 2015-01-05; status C2 2015-01-05; plan independence 2024-01-10;"
            " step needs-assessed 2024-02-01 actual=2024-02-01; step pathway-plan 2024-02-01",
        ),
        Example(
            "out of care it pauses, and counts on when the young person comes back",
            "care 2015-01-05 .. 2024-03-01; status C2 2015-01-05 .. 2024-03-01;"
            " plan independence 2024-01-10; step pathway-plan 2024-02-01 actual=2024-02-01;"
            " care 2024-04-02; status V2 2024-04-02",
            (
                Row("2024-02-01", stopped="2024-03-01", warn="2024-06-26", due="2024-08-01"),
                Row("2024-02-01", runs_from="2024-04-02", warn="2024-06-26", due="2024-08-01"),
            ),
        ),
    ),
)
