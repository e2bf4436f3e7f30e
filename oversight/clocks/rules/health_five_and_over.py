from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, months
from oversight.clocks.shared.checks import each_check

SQL = f"""
SELECT
    child_id, started_on, greatest(started_on, five_on) AS runs_from, stopped_on, stopped_by
FROM ({each_check("initial-health", "review-health", done="assessed")}) AS waits
JOIN child USING (child_id)
WHERE is_again AND five_on < coalesce(stopped_on, 'infinity')
"""

CLOCK = Clock(
    code="health-five-and-over",
    title="Health assessment, five and over",
    why=(
        "A yearly assessment is where a child in care can speak of body and mind with somebody who "
        "knows about both. Without it nobody notices what is missing."
    ),
    source=(
        "Care Planning, Placement and Case Review Regulations 2010, regulation 7: at least once in "
        "every twelve months after the fifth birthday."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Health",
    group=Group.WELLBEING,
    rules=("HEA-03",),
    subject="the child",
    counting=(
        "Twelve calendar months from the last assessment in this time in care, the first one "
        "among them, be it before the fifth birthday; amber from the ninth, which is this "
        "product’s."
    ),
    stops="The next health assessment, or the end of care",
    limit=months(12),
    warning=months(9),
    runs=Runs.REMAND_TOO,
    recorded=True,
    gives=frozenset({"runs_from", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "from the first assessment, and from each to the next; the last day is in time",
            "recorded 2020-01-01; born 2014-06-15; care 2023-02-01; status C2 2023-02-01;"
            " check initial-health 2023-02-28; check review-health 2024-02-28",
            (
                Row("2023-02-28", stopped="2024-02-28", warn="2023-11-28", due="2024-02-28"),
                Row("2024-02-28", stopped="2032-06-15", warn="2024-11-28", due="2025-02-28"),
            ),
        ),
        Example(
            "twelve months from 29 February",
            "recorded 2020-01-01; born 2014-06-15; care 2024-02-01; status C2 2024-02-01;"
            " check initial-health 2024-02-29",
            (Row("2024-02-29", stopped="2032-06-15", warn="2024-11-29", due="2025-02-28"),),
        ),
        Example(
            "from the fifth birthday, counted from the assessment of before it",
            "recorded 2020-01-01; born 2019-04-10; care 2024-01-02; status C2 2024-01-02;"
            " check initial-health 2024-01-31",
            (
                Row(
                    "2024-01-31",
                    runs_from="2024-04-10",
                    stopped="2037-04-10",
                    warn="2024-10-31",
                    due="2025-01-31",
                ),
            ),
        ),
        Example(
            "under five; the next assessment on the fifth birthday is the first that counts here",
            "recorded 2020-01-01; born 2019-04-10; care 2024-01-02; status C2 2024-01-02;"
            " check initial-health 2024-01-31; check review-health 2024-04-10",
            (Row("2024-04-10", stopped="2037-04-10", warn="2025-01-10", due="2025-04-10"),),
        ),
        Example(
            "no assessment yet, nor a dentist, nor one of an earlier time in care",
            "recorded 2020-01-01; born 2010-06-15; care 2023-01-03 .. 2023-06-01; care 2024-01-02;"
            " status C2 2023-01-03; check initial-health 2023-06-01; check dentist 2024-01-31",
        ),
        Example(
            "no day of birth",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " check initial-health 2024-01-31",
        ),
        Example(
            "left care",
            "recorded 2020-01-01; born 2010-06-15; care 2024-01-02 .. 2024-05-01;"
            " status C2 2024-01-02; check initial-health 2024-01-31",
            (Row("2024-01-31", stopped="2024-05-01", warn="2024-10-31", due="2025-01-31"),),
        ),
        Example(
            "people began to record after the last assessment; a child on remand alone",
            "recorded 2024-02-01; born 2010-06-15; care 2024-01-02; status J1 2024-01-02;"
            " check initial-health 2024-01-31",
            (
                Row(
                    "2024-02-01",
                    stopped="2028-06-15",
                    warn="2024-11-01",
                    due="2025-02-01",
                    known=False,
                ),
            ),
        ),
        Example(
            "assessed on the day of coming into care",
            "recorded 2020-01-01; born 2010-06-15; care 2024-01-31; status C2 2024-01-31;"
            " check initial-health 2024-01-31",
            (Row("2024-01-31", stopped="2028-06-15", warn="2024-10-31", due="2025-01-31"),),
        ),
    ),
)
