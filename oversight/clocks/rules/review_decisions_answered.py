from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    Runs,
    later,
    working_days,
)

SILENT = later("decisions_sent_on", working_days(5))
SQL = f"""
SELECT
    child_id, 'review ' || id AS subject, decisions_sent_on AS started_on,
    least(answered_on, silent_on) AS stopped_on,
    CASE WHEN answered_on < silent_on THEN 'answered' ELSE 'silence is agreement' END
        AS stopped_by
FROM review
CROSS JOIN LATERAL (SELECT {SILENT} + 1 AS silent_on) AS waiting
WHERE decisions_sent_on IS NOT NULL
"""

CLOCK = Clock(
    code="review-decisions-answered",
    title="Manager answers the review",
    why=(
        "A manager who cannot agree to a decision has a week to say so. Afterwards it stands, and "
        "nobody may say that it was never agreed."
    ),
    source=(
        "IRO Handbook, chapter 3: managers answer within five working days; who says nothing has "
        "agreed."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.MEDIUM,
    owner="Team manager",
    group=Group.REVIEWS,
    rules=("REV-15",),
    subject="the review",
    counting=(
        "Five working days from the day the decisions were sent out; amber from the fourth. It is "
        "never red: on the day after the fifth it ends by itself, because silence is agreement."
    ),
    limit_words="5 working days, then silence is agreement",
    stops="The manager’s answer, or the end of the five days",
    warning=working_days(4),
    runs=Runs.REMAND_TOO,
    gives=frozenset({"subject", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "nobody answers: it ends by itself, over Easter",
            "care 2024-02-27; status C2 2024-02-27; review 2024-03-22 decisions_sent=2024-03-26",
            (Row("2024-03-26", stopped="2024-04-05", warn="2024-04-03"),),
        ),
        Example(
            "answered on the fifth working day",
            "care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 decisions_sent=2024-02-01 answered=2024-02-08",
            (Row("2024-02-01", stopped="2024-02-08", warn="2024-02-07"),),
        ),
        Example(
            "answered later: silence had agreed",
            "care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 decisions_sent=2024-02-01 answered=2024-02-20",
            (Row("2024-02-01", stopped="2024-02-09", warn="2024-02-07"),),
        ),
        Example(
            "answered on the day they were sent: a wait of no days",
            "care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 decisions_sent=2024-02-01 answered=2024-02-01",
            (Row("2024-02-01", stopped="2024-02-01", warn="2024-02-07"),),
        ),
        Example(
            "nothing was sent: there is nothing to answer",
            "care 2024-01-02; status C2 2024-01-02; review 2024-01-30",
        ),
        Example(
            "the decisions of two reviews wait at once",
            "care 2024-01-02; status C2 2024-01-02; review 2024-01-30 decisions_sent=2024-04-25;"
            " review 2024-04-24 decisions_sent=2024-04-26",
            (
                Row("2024-04-25", stopped="2024-05-03", warn="2024-05-01"),
                Row("2024-04-26", stopped="2024-05-04", warn="2024-05-02"),
            ),
        ),
        Example(
            "the child leaves care meanwhile",
            "care 2024-01-02 .. 2024-02-05; status J1 2024-01-02 .. 2024-02-05;"
            " review 2024-01-30 decisions_sent=2024-02-01",
            (Row("2024-02-01", stopped="2024-02-05", warn="2024-02-07"),),
        ),
    ),
)
