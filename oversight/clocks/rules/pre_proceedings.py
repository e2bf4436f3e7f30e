from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, weeks

SQL = """
SELECT
    child_id, letter_sent_on AS started_on, least(ended_on, issued_on) AS stopped_on,
    CASE
        WHEN issued_on <= coalesce(ended_on, 'infinity') THEN 'care proceedings'
        WHEN ended_on IS NOT NULL THEN 'pre-proceedings ended'
        ELSE '' END AS stopped_by,
    'letter ' || id AS subject
FROM pre_proceedings
CROSS JOIN LATERAL (
    SELECT min(issued_on) AS issued_on FROM proceedings
    WHERE proceedings.child_id = pre_proceedings.child_id AND kind = 'care'
        AND issued_on >= letter_sent_on
) AS court
"""

CLOCK = Clock(
    code="pre-proceedings",
    title="Pre-proceedings",
    why=(
        "A letter before proceedings gives parents a last chance with a lawyer beside them. After "
        "sixteen weeks either things are better or the court must decide; waiting on helps nobody."
    ),
    source=(
        "Public Law Working Group, best practice guidance of 2021: 16 weeks at most, unless there "
        "is a reason. No law sets a limit; the warning at week 12 is ours."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.MEDIUM,
    owner="Social worker and legal adviser",
    group=Group.COURT,
    rules=("LAW-01",),
    subject="the letter before proceedings",
    counting="16 weeks after the day the letter was sent; amber when 12 weeks have passed.",
    stops="Pre-proceedings ended, or care proceedings issued",
    limit=weeks(16),
    warning=weeks(12),
    runs=Runs.BEYOND_CARE,
    gives=frozenset({"stopped_by", "subject"}),
    sql=SQL,
    examples=(
        Example(
            "still going on, for a child who is not in care",
            "pre-proceedings 2024-01-31",
            (Row("2024-01-31", warn="2024-04-24", due="2024-05-22"),),
        ),
        Example(
            "things got better and they ended",
            "pre-proceedings 2024-01-31 ended=2024-04-10 outcome=stepped-down",
            (
                Row(
                    "2024-01-31",
                    stopped="2024-04-10",
                    warn="2024-04-24",
                    due="2024-05-22",
                ),
            ),
        ),
        Example(
            "the court issued before anybody recorded the end",
            "pre-proceedings 2024-01-31 ended=2024-05-10 outcome=issued;"
            " proceedings care 2024-05-03",
            (
                Row(
                    "2024-01-31",
                    stopped="2024-05-03",
                    warn="2024-04-24",
                    due="2024-05-22",
                ),
            ),
        ),
        Example(
            "the court issued on the very day of the letter: a wait of no days",
            "pre-proceedings 2024-01-31; proceedings care 2024-01-31; proceedings care 2024-03-01",
            (
                Row(
                    "2024-01-31",
                    stopped="2024-01-31",
                    warn="2024-04-24",
                    due="2024-05-22",
                ),
            ),
        ),
        Example(
            "proceedings from before the letter, or about something else, do not stop it",
            "proceedings care 2022-05-02 concluded=2022-10-10 outcome=order;"
            " pre-proceedings 2024-01-31; proceedings private 2024-02-20",
            (Row("2024-01-31", warn="2024-04-24", due="2024-05-22"),),
        ),
        Example(
            "a second letter a year later counts by itself",
            "pre-proceedings 2023-02-10 ended=2023-04-28 outcome=issued;"
            " proceedings care 2023-04-28; pre-proceedings 2024-02-10",
            (
                Row(
                    "2023-02-10",
                    stopped="2023-04-28",
                    warn="2023-05-05",
                    due="2023-06-02",
                ),
                Row("2024-02-10", warn="2024-05-04", due="2024-06-01"),
            ),
        ),
        Example("no letter, no wait", "care 2024-01-01; status V2 2024-01-01"),
    ),
)
