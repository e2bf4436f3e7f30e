from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days

SQL = """
WITH event AS (
    SELECT child_id, done_on AS day FROM step
    UNION SELECT child_id, starts_on FROM home
    UNION SELECT child_id, starts_on FROM status
    UNION SELECT child_id, starts_on FROM plan
    UNION SELECT child_id, ratified_on FROM plan
    UNION SELECT child_id, decided_on FROM decision
    UNION SELECT child_id, reversed_on FROM decision
    UNION SELECT child_id, linked_on FROM link
    UNION SELECT child_id, decided_on FROM match
),
running AS (
    SELECT id, child_id, starts_on, start_known, achieved_on, least(ends_on, achieved_on) AS until
    FROM plan
    WHERE rank = 'primary' AND coalesce(achieved_on > starts_on, true)
)
SELECT
    child_id, day AS started_on, start_known, lead(day, 1, until) OVER turns AS stopped_on,
    CASE
        WHEN lead(day) OVER turns IS NOT NULL THEN 'the planning moved'
        WHEN until = achieved_on THEN 'plan achieved'
        WHEN until IS NOT NULL THEN 'plan ended'
        ELSE '' END AS stopped_by
FROM (
    SELECT id, child_id, achieved_on, until, starts_on AS day, start_known FROM running
    UNION ALL
    SELECT id, child_id, achieved_on, until, day, true
    FROM running
    JOIN event USING (child_id)
    WHERE day > starts_on AND coalesce(day < until, true)
) AS turning
WINDOW turns AS (PARTITION BY id ORDER BY day)
"""

CLOCK = Clock(
    code="standing-still",
    title="Plan stands still",
    why=(
        "Two meetings of the group have passed and nothing about the child’s road home has "
        "changed. There may be a good reason; somebody should be able to say it."
    ),
    source=(
        "Proposed by this product: 60 days are two meetings of a Permanence Monitoring Group. "
        "Councils speak of drift and delay, but no number is published."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Social worker and Permanence Monitoring Group",
    group=Group.DRIFT,
    subject="the child",
    counting=(
        "60 days from the day the primary plan was proposed, or from the last step done, move, new "
        "legal status, plan, ratification, decision, link or match since; amber from day 45. It "
        "runs until the plan is achieved. A reason does not stop it: it is noted beside it."
    ),
    stops="Any of these, or the plan achieved or ended",
    limit=days(60),
    warning=days(45),
    recorded=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "nothing since the plan was proposed; without a plan nothing runs",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01;"
            " visit 2024-03-01; review 2024-03-02",
            (Row("2024-02-01", warn="2024-03-17", due="2024-04-01"),),
        ),
        Example(
            "steps done move it, reviews among them where the plan has them as steps",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; plan home 2024-01-10;"
            " step planning-meeting 2024-02-01 actual=2024-02-01; step first-review 2024-01-30;"
            " step closing-check 2024-06-01; review 2024-01-29",
            (
                Row("2024-01-10", stopped="2024-01-29", warn="2024-02-24", due="2024-03-10"),
                Row("2024-01-29", stopped="2024-02-01", warn="2024-03-14", due="2024-03-29"),
                Row("2024-02-01", warn="2024-03-17", due="2024-04-01"),
            ),
        ),
        Example(
            "a move, a new legal status, a second plan and a ratification move it",
            "recorded 2020-01-01; care 2024-01-02; status V2 2024-01-02 .. 2024-03-01;"
            " status C2 2024-03-01; home U6 2024-01-02 .. 2024-02-01; home U4 2024-02-01;"
            " plan home 2024-01-10 ratified=2024-05-01; contingency adoption 2024-04-01",
            (
                Row("2024-01-10", stopped="2024-02-01", warn="2024-02-24", due="2024-03-10"),
                Row("2024-02-01", stopped="2024-03-01", warn="2024-03-17", due="2024-04-01"),
                Row("2024-03-01", stopped="2024-04-01", warn="2024-04-15", due="2024-04-30"),
                Row("2024-04-01", stopped="2024-05-01", warn="2024-05-16", due="2024-05-31"),
                Row("2024-05-01", warn="2024-06-15", due="2024-06-30"),
            ),
        ),
        Example(
            "decisions, links and matches move it; the plan is achieved",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02;"
            " plan adoption 2024-01-10 .. 2024-08-01 achieved=2024-06-03;"
            " decision 2024-02-01 reversed 2024-05-01; link 2024-03-01; match 2024-04-01;"
            " decision 2024-06-03; link 2024-07-01 b",
            (
                Row("2024-01-10", stopped="2024-02-01", warn="2024-02-24", due="2024-03-10"),
                Row("2024-02-01", stopped="2024-03-01", warn="2024-03-17", due="2024-04-01"),
                Row("2024-03-01", stopped="2024-04-01", warn="2024-04-15", due="2024-04-30"),
                Row("2024-04-01", stopped="2024-05-01", warn="2024-05-16", due="2024-05-31"),
                Row("2024-05-01", stopped="2024-06-03", warn="2024-06-15", due="2024-06-30"),
            ),
        ),
        Example(
            "one plan after the other; a plan begun on or before the first return",
            "recorded 2020-01-01; care ~2024-01-02; status C2 2024-01-02;"
            " plan home ~2024-01-02 .. 2024-03-01; plan adoption 2024-03-01 .. 2024-05-01",
            (
                Row(
                    "2024-01-02",
                    stopped="2024-03-01",
                    warn="2024-02-16",
                    due="2024-03-02",
                    known=False,
                ),
                Row("2024-03-01", stopped="2024-05-01", warn="2024-04-15", due="2024-04-30"),
            ),
        ),
        Example(
            "achieved on the day it was proposed; and a second plan alone is no plan",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " plan home 2024-02-01 .. 2024-03-01 achieved=2024-02-01; contingency home 2024-02-01",
        ),
        Example(
            "people record here since later on: counted from that day",
            "recorded 2024-03-01; care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01",
            (Row("2024-03-01", warn="2024-04-15", due="2024-04-30", known=False),),
        ),
    ),
)
