from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days

# Adoption is a current plan over the merged days of its plans, primary or contingency. Each such
# stretch within a period of care waits for a decision unless one is in force when it begins. A
# decision made without a plan on record is a wait that finished that day.
SQL = """
WITH planned AS (
    SELECT care.child_id, care.starts_on AS entry_on, care.start_known, unnest(
        range_agg(daterange(plan.starts_on, plan.ends_on))
            * datemultirange(daterange(care.starts_on, care.ends_on))
    ) AS days
    FROM care
    JOIN plan USING (child_id)
    WHERE route = 'adoption'
    GROUP BY care.child_id, care.starts_on, care.ends_on, care.start_known
),
waits AS (
    SELECT
        child_id, entry_on AS started_on, start_known, lower(days) AS runs_from,
        least(upper(days), decided_on) AS stopped_on,
        CASE
            WHEN decided_on <= coalesce(upper(days), 'infinity') THEN 'adoption decision'
            WHEN upper(days) IS NOT NULL THEN 'plan changed'
            ELSE '' END AS stopped_by
    FROM planned
    CROSS JOIN LATERAL (
        SELECT min(decided_on) AS decided_on FROM decision
        WHERE decision.child_id = planned.child_id AND decided_on > lower(days)
    ) AS next_decision
    WHERE NOT EXISTS (
        SELECT FROM decision
        WHERE decision.child_id = planned.child_id AND decision.decided_on <= lower(days)
            AND coalesce(reversed_on > lower(days), true)
    )
)
SELECT * FROM waits
UNION ALL
SELECT child_id, care.starts_on, start_known, decided, decided, 'adoption decision'
FROM care
CROSS JOIN LATERAL (
    SELECT min(greatest(decided_on, care.starts_on)) AS decided FROM decision
    WHERE decision.child_id = care.child_id
        AND coalesce(decided_on < care.ends_on, true)
        AND (decided_on >= care.starts_on OR coalesce(reversed_on > care.starts_on, true))
) AS first_decision
WHERE decided IS NOT NULL AND NOT EXISTS (
    SELECT FROM waits
    WHERE waits.child_id = care.child_id AND waits.started_on = care.starts_on
        AND waits.runs_from <= decided AND coalesce(waits.stopped_on >= decided, true)
)
"""

CLOCK = Clock(
    code="entry-to-adoption-decision",
    title="Entry to adoption decision",
    why=(
        "Until the agency decides that a child should be placed for adoption, no family can be "
        "found. The months between entry and decision are the council's own."
    ),
    source=(
        "A target of 183 days from entry to the agency decision, called a Government target in a "
        "council's scrutiny report of 2022; no regulation sets it. The warning is ours."
    ),
    kind=Kind.NATIONAL_TARGET,
    confidence=Confidence.HIGH,
    owner="Social worker and agency decision maker",
    group=Group.ADOPTION,
    rules=("ADO-05",),
    subject="the child",
    counting="Calendar days from the start of care, shown from the day adoption is a current plan.",
    stops="The agency decision that the child should be placed, or a plan without adoption",
    limit=days(183),
    warning=days(150),
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "adoption becomes the plan at three months, no decision yet",
            "care 2024-01-01; status C1 2024-01-01; plan adoption 2024-04-01",
            (Row("2024-01-01", runs_from="2024-04-01", warn="2024-05-30", due="2024-07-02"),),
        ),
        Example(
            "a decision stops it",
            "care 2024-01-01; status C1 2024-01-01; plan adoption 2024-04-01; decision 2024-06-20",
            (
                Row(
                    "2024-01-01",
                    runs_from="2024-04-01",
                    stopped="2024-06-20",
                    warn="2024-05-30",
                    due="2024-07-02",
                ),
            ),
        ),
        Example(
            "decided without a plan on record: a wait that finished that day",
            "care 2024-01-01; status C1 2024-01-01; decision 2024-06-20",
            (
                Row(
                    "2024-01-01",
                    runs_from="2024-06-20",
                    stopped="2024-06-20",
                    warn="2024-05-30",
                    due="2024-07-02",
                ),
            ),
        ),
        Example(
            "the plan turns away from adoption before a decision",
            "care 2024-01-01; status C1 2024-01-01; plan adoption 2024-04-01 .. 2024-05-15;"
            " plan home 2024-05-15",
            (
                Row(
                    "2024-01-01",
                    runs_from="2024-04-01",
                    stopped="2024-05-15",
                    warn="2024-05-30",
                    due="2024-07-02",
                ),
            ),
        ),
        Example("no plan for adoption: nothing runs", "care 2024-01-01; status C1 2024-01-01"),
        Example(
            "adoption as the contingency counts, and an unknown entry says so",
            "care ~2024-01-01; status C2 2024-01-01; plan home 2024-02-01;"
            " contingency adoption 2024-02-01",
            (
                Row(
                    "2024-01-01",
                    runs_from="2024-02-01",
                    warn="2024-05-30",
                    due="2024-07-02",
                    known=False,
                ),
            ),
        ),
        Example(
            "adoption is planned, dropped and planned again, and then decided twice",
            "care 2024-01-01; status C1 2024-01-01; plan adoption 2024-04-01 .. 2024-05-15;"
            " plan home 2024-05-15 .. 2024-06-03; plan adoption 2024-06-03;"
            " decision 2024-06-20 reversed 2024-09-02; decision 2024-10-07",
            (
                Row(
                    "2024-01-01",
                    runs_from="2024-04-01",
                    stopped="2024-05-15",
                    warn="2024-05-30",
                    due="2024-07-02",
                ),
                Row(
                    "2024-01-01",
                    runs_from="2024-06-03",
                    stopped="2024-06-20",
                    warn="2024-05-30",
                    due="2024-07-02",
                ),
            ),
        ),
        Example(
            "decided a month after the plan was dropped: a wait that finished that day as well",
            "care 2024-01-01; status C1 2024-01-01; plan adoption 2024-04-01 .. 2024-05-15;"
            " plan home 2024-05-15; decision 2024-06-20",
            (
                Row(
                    "2024-01-01",
                    runs_from="2024-04-01",
                    stopped="2024-05-15",
                    warn="2024-05-30",
                    due="2024-07-02",
                ),
                Row(
                    "2024-01-01",
                    runs_from="2024-06-20",
                    stopped="2024-06-20",
                    warn="2024-05-30",
                    due="2024-07-02",
                ),
            ),
        ),
        Example(
            "decided on the day the plan ends",
            "care 2024-01-01; status C1 2024-01-01; plan adoption 2024-04-01 .. 2024-06-20;"
            " plan connected 2024-06-20; decision 2024-06-20",
            (
                Row(
                    "2024-01-01",
                    runs_from="2024-04-01",
                    stopped="2024-06-20",
                    warn="2024-05-30",
                    due="2024-07-02",
                ),
            ),
        ),
        Example(
            "decided before the plan was recorded",
            "care 2024-01-01; status C1 2024-01-01; decision 2024-03-18; plan adoption 2024-04-01",
            (
                Row(
                    "2024-01-01",
                    runs_from="2024-03-18",
                    stopped="2024-03-18",
                    warn="2024-05-30",
                    due="2024-07-02",
                ),
            ),
        ),
        Example(
            "decided on the day the plan was recorded",
            "care 2024-01-01; status C1 2024-01-01; decision 2024-03-18; plan adoption 2024-03-18",
            (
                Row(
                    "2024-01-01",
                    runs_from="2024-03-18",
                    stopped="2024-03-18",
                    warn="2024-05-30",
                    due="2024-07-02",
                ),
            ),
        ),
        Example(
            "given up before it was planned again: the new plan waits for a new decision",
            "care 2024-01-01; status C1 2024-01-01; decision 2024-02-12 reversed 2024-04-01;"
            " plan adoption 2024-05-01; decision 2024-06-20",
            (
                Row(
                    "2024-01-01",
                    runs_from="2024-02-12",
                    stopped="2024-02-12",
                    warn="2024-05-30",
                    due="2024-07-02",
                ),
                Row(
                    "2024-01-01",
                    runs_from="2024-05-01",
                    stopped="2024-06-20",
                    warn="2024-05-30",
                    due="2024-07-02",
                ),
            ),
        ),
        Example(
            "decided and taken back on the day adoption becomes the plan: it waits on",
            "care 2024-01-01; status C1 2024-01-01; plan adoption 2024-04-01;"
            " decision 2024-04-01 reversed 2024-04-01",
            (Row("2024-01-01", runs_from="2024-04-01", warn="2024-05-30", due="2024-07-02"),),
        ),
        Example(
            "decided on the day the child goes home; it still stands when the child comes back",
            "care 2024-01-01 .. 2024-06-03; status C1 2024-01-01 .. 2024-06-03;"
            " decision 2024-06-03; care 2024-09-02; status C1 2024-09-02",
            (Row("2024-09-02", stopped="2024-09-02", warn="2025-01-30", due="2025-03-04"),),
        ),
        Example(
            "given up on the day the child comes back",
            "care 2024-01-01 .. 2024-06-03; status C1 2024-01-01 .. 2024-06-03;"
            " decision 2024-03-18 reversed 2024-09-02; care 2024-09-02; status C1 2024-09-02",
            (
                Row(
                    "2024-01-01",
                    runs_from="2024-03-18",
                    stopped="2024-03-18",
                    warn="2024-05-30",
                    due="2024-07-02",
                ),
            ),
        ),
        Example(
            "decided on the first day of care and given up that day",
            "care 2024-01-01; status C1 2024-01-01; decision 2024-01-01 reversed 2024-01-01",
            (Row("2024-01-01", stopped="2024-01-01", warn="2024-05-30", due="2024-07-02"),),
        ),
    ),
)
