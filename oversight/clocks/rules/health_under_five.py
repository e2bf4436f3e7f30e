from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, days, months
from oversight.clocks.shared.checks import each_check

SQL = f"""
SELECT
    child_id, started_on, least(stopped_on, five_on) AS stopped_on,
    CASE WHEN five_on < coalesce(stopped_on, 'infinity') THEN 'turned five' ELSE stopped_by END
        AS stopped_by
FROM ({each_check("initial-health", "review-health", done="assessed")}) AS waits
JOIN child USING (child_id)
WHERE is_again AND coalesce(started_on < five_on, true)
"""

CLOCK = Clock(
    code="health-under-five",
    title="Health assessment, under five",
    why=(
        "A small child changes within months: sight, hearing, speech and growth. What is found "
        "late at this age is hard to make good."
    ),
    source=(
        "Care Planning, Placement and Case Review Regulations 2010, regulation 7: at least once in "
        "every six months before the fifth birthday."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Health",
    group=Group.WELLBEING,
    rules=("HEA-02",),
    subject="the child",
    counting=(
        "Six calendar months from the last assessment in this time in care, the first one among "
        "them; amber from 146 days, which is this product’s. On the fifth birthday the twelve "
        "months of older children take over, from the same assessment."
    ),
    stops="The next health assessment, the fifth birthday, or the end of care",
    limit=months(6),
    warning=days(146),
    runs=Runs.REMAND_TOO,
    recorded=True,
    gives=frozenset({"stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "from the first assessment, and from each to the next; the last day is in time",
            "recorded 2020-01-01; born 2021-06-15; care 2023-08-01; status C2 2023-08-01;"
            " check initial-health 2023-08-31; check review-health 2024-02-29",
            (
                Row("2023-08-31", stopped="2024-02-29", warn="2024-01-24", due="2024-02-29"),
                Row("2024-02-29", stopped="2026-06-15", warn="2024-07-24", due="2024-08-29"),
            ),
        ),
        Example(
            "the fifth birthday ends it",
            "recorded 2020-01-01; born 2019-04-10; care 2024-01-02; status C2 2024-01-02;"
            " check initial-health 2024-01-31",
            (Row("2024-01-31", stopped="2024-04-10", warn="2024-06-25", due="2024-07-31"),),
        ),
        Example(
            "born on 29 February: five on 1 March; assessed the day before",
            "recorded 2020-01-01; born 2020-02-29; care 2024-12-02; status C2 2024-12-02;"
            " check initial-health 2025-02-28",
            (Row("2025-02-28", stopped="2025-03-01", warn="2025-07-24", due="2025-08-28"),),
        ),
        Example(
            "assessed again on the fifth birthday",
            "recorded 2020-01-01; born 2019-04-10; care 2024-01-02; status C2 2024-01-02;"
            " check initial-health 2024-01-31; check review-health 2024-04-10",
            (Row("2024-01-31", stopped="2024-04-10", warn="2024-06-25", due="2024-07-31"),),
        ),
        Example(
            "assessed on the day of coming into care",
            "recorded 2020-01-01; born 2019-04-10; care 2024-01-31; status C2 2024-01-31;"
            " check initial-health 2024-01-31",
            (Row("2024-01-31", stopped="2024-04-10", warn="2024-06-25", due="2024-07-31"),),
        ),
        Example(
            "assessed for the first time on the fifth birthday",
            "recorded 2020-01-01; born 2019-04-10; care 2024-01-02; status C2 2024-01-02;"
            " check initial-health 2024-04-10",
        ),
        Example(
            "no assessment yet, nor a dentist, nor one of an earlier time in care",
            "recorded 2020-01-01; born 2021-06-15; care 2023-01-03 .. 2023-06-01; care 2024-01-02;"
            " status C2 2023-01-03; check initial-health 2023-06-01; check dentist 2024-01-31",
        ),
        Example(
            "not born yet when told; a second assessment on one day; left care",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-03-01; status C2 2024-01-02;"
            " check initial-health 2024-01-31; check review-health 2024-01-31",
            (Row("2024-01-31", stopped="2024-03-01", warn="2024-06-25", due="2024-07-31"),),
        ),
        Example(
            "people began to record after the last assessment; a child on remand alone",
            "recorded 2024-02-01; born 2019-04-10; care 2024-01-02; status J1 2024-01-02;"
            " check initial-health 2024-01-31",
            (
                Row(
                    "2024-02-01",
                    stopped="2024-04-10",
                    warn="2024-06-26",
                    due="2024-08-01",
                    known=False,
                ),
            ),
        ),
    ),
)
