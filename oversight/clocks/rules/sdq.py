from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months
from oversight.clocks.shared.checks import each_check

SQL = f"""
SELECT
    child_id,
    CASE WHEN is_again THEN started_on ELSE matters_from END AS started_on,
    start_known OR matters_from > started_on AS start_known,
    matters_from AS runs_from, least(stopped_on, seventeen_on) AS stopped_on,
    CASE WHEN seventeen_on < coalesce(stopped_on, 'infinity') THEN 'turned 17' ELSE stopped_by END
        AS stopped_by
FROM ({each_check("sdq", done="questionnaire")}) AS waits
JOIN child USING (child_id)
CROSS JOIN LATERAL (
    SELECT
        greatest(started_on, four_on) AS matters_from,
        (eighteen_on - interval '1 year')::date AS seventeen_on
) AS ages
WHERE matters_from < least(stopped_on, seventeen_on, 'infinity')
"""

CLOCK = Clock(
    code="sdq",
    title="Strengths and difficulties questionnaire",
    why=(
        "Most children in care have had to cope with more than a child should. The questionnaire "
        "shows, year by year, whether they feel better or need help."
    ),
    source=(
        "Guidance on the health of looked after children: carers of children from 4 to 16 fill in "
        "the questionnaire (SDQ) every year."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.MEDIUM,
    owner="Carer and social worker",
    group=Group.WELLBEING,
    rules=("HEA-05",),
    subject="the child",
    counting=(
        "Twelve calendar months from the last questionnaire in this time in care, else from coming "
        "into care or the fourth birthday; amber from the ninth, which is this product’s."
    ),
    stops="The next questionnaire, the 17th birthday, or the end of care",
    limit=months(12),
    warning=months(9),
    recorded=True,
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "from coming into care, then from each one; the last day is in time",
            "recorded 2020-01-01; born 2008-03-10; care 2023-01-03; status C2 2023-01-03;"
            " check sdq 2024-01-03",
            (
                Row("2023-01-03", stopped="2024-01-03", warn="2023-10-03", due="2024-01-03"),
                Row("2024-01-03", stopped="2025-03-10", warn="2024-10-03", due="2025-01-03"),
            ),
        ),
        Example(
            "from the fourth birthday, at a month’s end; the start is known then",
            "recorded 2020-01-01; born 2020-05-31; care ~2023-01-03; status C2 2023-01-03",
            (Row("2024-05-31", stopped="2037-05-31", warn="2025-02-28", due="2025-05-31"),),
        ),
        Example(
            "one of before the fourth birthday is counted from, once that has come",
            "recorded 2020-01-01; born 2020-02-29; care 2023-01-03; status C2 2023-01-03;"
            " check sdq 2024-02-01",
            (
                Row(
                    "2024-02-01",
                    runs_from="2024-02-29",
                    stopped="2037-03-01",
                    warn="2024-11-01",
                    due="2025-02-01",
                ),
            ),
        ),
        Example(
            "not from the 17th birthday on, nor before the fourth",
            "recorded 2020-01-01; born 2007-01-02; care 2024-01-02; status C2 2024-01-02",
        ),
        Example(
            "left care on the fourth birthday, and came back",
            "recorded 2020-01-01; born 2020-05-31; care 2023-01-03 .. 2024-05-31; care 2024-07-01;"
            " status C2 2023-01-03",
            (Row("2024-07-01", stopped="2037-05-31", warn="2025-04-01", due="2025-07-01"),),
        ),
        Example(
            "a health assessment is none; in care since before the first return",
            "recorded 2020-01-01; born 2012-03-10; care ~2024-01-02 .. 2024-06-03;"
            " status C2 2024-01-02; check initial-health 2024-01-10",
            (
                Row(
                    "2024-01-02",
                    stopped="2024-06-03",
                    warn="2024-10-02",
                    due="2025-01-02",
                    known=False,
                ),
            ),
        ),
        Example(
            "no day of birth",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02",
            (Row("2024-01-02", warn="2024-10-02", due="2025-01-02"),),
        ),
        Example(
            "people began to record after the last one",
            "recorded 2024-02-01; born 2008-03-10; care 2024-01-02; status C2 2024-01-02;"
            " check sdq 2024-01-10",
            (
                Row(
                    "2024-02-01",
                    stopped="2025-03-10",
                    warn="2024-11-01",
                    due="2025-02-01",
                    known=False,
                ),
            ),
        ),
        Example(
            "on the day of the first return, and again on the 17th birthday",
            "recorded 2020-01-01; born 2008-03-10; care ~2024-01-03; status C2 2024-01-03;"
            " check sdq 2024-01-03; check sdq 2025-03-10",
            (Row("2024-01-03", stopped="2025-03-10", warn="2024-10-03", due="2025-01-03"),),
        ),
    ),
)
