from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    working_days,
)

# Asked for a change once more while the same decision stands, it is the same wait.
SQL = """
WITH asked AS (
    SELECT
        reexamination.*, reversed_on,
        lag(outcome) OVER (turns ORDER BY held_on) AS last_outcome,
        min(held_on) FILTER (WHERE outcome <> 'change') OVER (
            turns ORDER BY held_on ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
        ) AS kept_on
    FROM reexamination
    CROSS JOIN LATERAL (
        SELECT decided_on, reversed_on FROM decision
        WHERE decision.child_id = reexamination.child_id AND decided_on <= held_on
            AND coalesce(reversed_on >= held_on, true)
        ORDER BY decided_on LIMIT 1
    ) AS standing
    WINDOW turns AS (PARTITION BY reexamination.child_id, decided_on)
)
SELECT
    child_id, held_on AS started_on, least(reversed_on, kept_on) AS stopped_on,
    CASE
        WHEN reversed_on <= coalesce(kept_on, 'infinity') THEN 'decision reversed'
        WHEN kept_on IS NOT NULL THEN 'adoption still right'
        ELSE '' END AS stopped_by,
    'reexamination ' || id AS subject
FROM asked
WHERE outcome = 'change' AND last_outcome IS DISTINCT FROM 'change'
"""

CLOCK = Clock(
    code="change-of-plan",
    title="Change of an adoption plan",
    why=(
        "Those who know the child no longer think that adoption is right. Until the decision maker "
        "has answered, families are sought for a plan that nobody believes in."
    ),
    source=(
        "Councils’ procedures bring a change of plan back to the agency decision maker. Seven "
        "working days are proposed by this product, as for a first decision."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Agency decision maker",
    group=Group.ADOPTION,
    rules=("ADO-17",),
    subject="the plan looked at again",
    counting=(
        "7 working days from the day on which the plan was looked at again and another was found "
        "better, while the decision for adoption stands; amber from the 6th."
    ),
    stops="The adoption decision reversed, or adoption found right after all",
    limit=working_days(7),
    warning=working_days(6),
    gives=frozenset({"stopped_by", "subject"}),
    sql=SQL,
    examples=(
        Example(
            "another plan is found better before Easter",
            "care 2022-11-07; status E1 2023-06-05; decision 2023-05-01;"
            " reexamination change 2024-03-22",
            (Row("2024-03-22", warn="2024-04-03", due="2024-04-04"),),
        ),
        Example(
            "reversed on the last day; the plan is looked at later again",
            "care 2022-11-07; status E1 2023-06-05; decision 2023-05-01 reversed 2024-05-13;"
            " reexamination change 2024-05-01; reexamination still-right 2024-05-13;"
            " reexamination change 2024-06-03",
            (Row("2024-05-01", stopped="2024-05-13", warn="2024-05-10", due="2024-05-13"),),
        ),
        Example(
            "reversed on the same day: a wait of no days",
            "care 2022-11-07; status E1 2023-06-05; decision 2023-05-01 reversed 2024-05-01;"
            " reexamination change 2024-05-01",
            (Row("2024-05-01", stopped="2024-05-01", warn="2024-05-10", due="2024-05-13"),),
        ),
        Example(
            "adoption is found right after all, and again; later another plan once more",
            "care 2022-11-07; status E1 2023-06-05; decision 2023-05-01 reversed 2024-12-02;"
            " reexamination still-right 2024-01-08; reexamination change 2024-05-01;"
            " reexamination still-right 2024-05-20;"
            " reexamination search-differently 2024-07-01; reexamination change 2024-09-02",
            (
                Row("2024-05-01", stopped="2024-05-20", warn="2024-05-10", due="2024-05-13"),
                Row("2024-09-02", stopped="2024-12-02", warn="2024-09-10", due="2024-09-11"),
            ),
        ),
        Example(
            "asked for twice: one wait, from the first; the decision of that very day stands",
            "care 2022-11-07; status E1 2023-06-05; decision 2024-05-01; decision 2024-05-20;"
            " reexamination change 2024-05-01; reexamination change 2024-06-03",
            (Row("2024-05-01", warn="2024-05-10", due="2024-05-13"),),
        ),
        Example(
            "reversed, decided anew, and another plan found better again",
            "care 2022-11-07; status E1 2023-06-05; decision 2023-05-01 reversed 2024-05-13;"
            " decision 2024-06-03; reexamination change 2024-05-01;"
            " reexamination change 2024-09-02",
            (
                Row("2024-05-01", stopped="2024-05-13", warn="2024-05-10", due="2024-05-13"),
                Row("2024-09-02", warn="2024-09-10", due="2024-09-11"),
            ),
        ),
        Example(
            "no decision stands: reversed before, or not made yet",
            "care 2022-11-07; status E1 2023-06-05; decision 2023-05-01 reversed 2024-04-30;"
            " decision 2024-05-02; reexamination change 2024-05-01",
        ),
        Example(
            "looked at again, and adoption is still right",
            "care 2022-11-07; status E1 2023-06-05; decision 2023-05-01;"
            " reexamination still-right 2024-05-01",
        ),
    ),
)
