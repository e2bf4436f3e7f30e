from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs

# The third time opens a span of 90 days; spans that meet are one.
SQL = """
SELECT
    child_id, lower(days) AS started_on, upper(days) AS stopped_on,
    '90 days without a third time' AS stopped_by, lower(days) - 1 AS due_on
FROM (
    SELECT child_id, unnest(range_agg(daterange(starts_on, starts_on + 90))) AS days
    FROM (
        SELECT
            child_id, starts_on,
            lag(starts_on, 2) OVER (PARTITION BY child_id ORDER BY starts_on) AS first_on
        FROM missing
    ) AS gone
    WHERE starts_on <= first_on + 90
    GROUP BY child_id
) AS span
"""

CLOCK = Clock(
    code="third-missing",
    title="Missing for the third time",
    why=(
        "One time may be an evening with friends; three in a season are a child whom something "
        "draws away or drives out. It is the moment to sit down together."
    ),
    source=(
        "Proposed by this product: no source sets when going missing again has to be talked about "
        "by all who know the child, though councils do so."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Social worker and team manager",
    group=Group.WELLBEING,
    rules=("MIS-02",),
    subject="the child",
    counting=(
        "From the third time that the child goes missing or is away without leave within 90 days, "
        "for 90 days: red at once. A further one within 90 days of the one before the last goes "
        "on with it."
    ),
    limit_words="two times in 90 days",
    stops="90 days after the last time that was the third within 90",
    runs=Runs.REMAND_TOO,
    gives=frozenset({"stopped_by", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "the third within 90 days, over a leap day",
            "care 2024-01-02; status C2 2024-01-02; missing M 2024-01-10 .. 2024-01-12;"
            " missing A 2024-02-01 .. 2024-02-02; missing M 2024-02-20 .. 2024-02-21",
            (Row("2024-02-20", stopped="2024-05-20", due="2024-02-19"),),
        ),
        Example(
            "on the 90th day after the first",
            "care 2024-01-02; status C2 2024-01-02; missing M 2024-01-10 .. 2024-01-12;"
            " missing M 2024-02-01 .. 2024-02-02; missing M 2024-04-09 .. 2024-04-10",
            (Row("2024-04-09", stopped="2024-07-08", due="2024-04-08"),),
        ),
        Example(
            "a day later than that",
            "care 2024-01-02; status C2 2024-01-02; missing M 2024-01-10 .. 2024-01-12;"
            " missing M 2024-02-01 .. 2024-02-02; missing M 2024-04-10 .. 2024-04-11",
        ),
        Example(
            "two times",
            "care 2024-01-02; status C2 2024-01-02; missing M 2024-01-10 .. 2024-01-12;"
            " missing M 2024-01-13",
        ),
        Example(
            "a fourth goes on with it; a third on the day on which it would end, too",
            "care 2024-01-02; status C2 2024-01-02; missing M 2024-01-10 .. 2024-01-12;"
            " missing M 2024-02-01 .. 2024-02-02; missing M 2024-02-20 .. 2024-02-21;"
            " missing M 2024-04-01 .. 2024-04-02; missing M 2024-06-30 .. 2024-06-30;"
            " missing M 2024-05-20 .. 2024-05-21",
            (Row("2024-02-20", stopped="2024-09-28", due="2024-02-19"),),
        ),
        Example(
            "again in the next year: a new one",
            "care 2024-01-02; status C2 2024-01-02; missing M 2024-01-10 .. 2024-01-12;"
            " missing M 2024-02-01 .. 2024-02-02; missing M 2024-02-20 .. 2024-02-21;"
            " missing M 2025-01-10 .. 2025-01-12; missing M 2025-02-01 .. 2025-02-02;"
            " missing M 2025-02-03 .. 2025-02-04",
            (
                Row("2024-02-20", stopped="2024-05-20", due="2024-02-19"),
                Row("2025-02-03", stopped="2025-05-04", due="2025-02-02"),
            ),
        ),
        Example(
            "left care; a child on remand alone",
            "care 2024-01-02 .. 2024-03-01; status J1 2024-01-02;"
            " missing M 2024-01-10 .. 2024-01-12; missing M 2024-02-01 .. 2024-02-02;"
            " missing M 2024-02-20 .. 2024-02-21",
            (Row("2024-02-20", stopped="2024-03-01", due="2024-02-19"),),
        ),
    ),
)
