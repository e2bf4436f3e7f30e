from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    Runs,
    working_days,
)

# A later hearing of these proceedings shows that the first stage is behind them.
SQL = """
SELECT
    child_id, issued_on AS started_on, least(heard_on, concluded_on) AS stopped_on,
    CASE
        WHEN heard_on <= coalesce(concluded_on, 'infinity') THEN 'hearing held'
        WHEN concluded_on IS NOT NULL THEN 'proceedings concluded'
        ELSE '' END AS stopped_by,
    'proceedings ' || id AS subject
FROM proceedings
CROSS JOIN LATERAL (
    SELECT min(held_on) AS heard_on FROM hearing
    WHERE proceedings_id = proceedings.id AND held_on >= issued_on
        AND purpose IN ('case-management', 'issues-resolution', 'final')
) AS heard
WHERE kind = 'care'
"""

CLOCK = Clock(
    code="case-management-hearing",
    title="Case management hearing",
    why=(
        "This hearing sets the timetable for the child: which assessments, by whom, by when. Days "
        "lost here are lost again at the end."
    ),
    source=(
        "Family Procedure Rules, Practice Direction 12A (Public Law Outline): not before day 12 "
        "and not later than day 18, counted in business days of which the day of issue is the "
        "first."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.MEDIUM,
    owner="Legal adviser",
    group=Group.COURT,
    rules=("LAW-05",),
    subject="the proceedings",
    counting=(
        "Working days of which the day of issue is the first: day 18 is 17 working days after it. "
        "Amber from day 12."
    ),
    stops="The hearing held, a later one held, or the proceedings concluded",
    limit=working_days(17),
    warning=working_days(11),
    runs=Runs.BEYOND_CARE,
    gives=frozenset({"stopped_by", "subject"}),
    sql=SQL,
    examples=(
        Example(
            "over Easter, with a first hearing that is not the one",
            "proceedings care 2024-03-18; hearing first 2024-03-20 held=2024-03-20",
            (Row("2024-03-18", warn="2024-04-04", due="2024-04-12"),),
        ),
        Example(
            "held on day 18",
            "proceedings care 2024-02-05; hearing case-management 2024-02-28 held=2024-02-28",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-02-28",
                    warn="2024-02-20",
                    due="2024-02-28",
                ),
            ),
        ),
        Example(
            "listed only, and called off once",
            "proceedings care 2024-02-05;"
            " hearing case-management 2024-02-26 vacated_on=2024-02-22;"
            " hearing case-management 2024-03-08",
            (Row("2024-02-05", warn="2024-02-20", due="2024-02-28"),),
        ),
        Example(
            "nobody recorded it, but a later hearing was held",
            "proceedings care 2024-02-05; hearing issues-resolution 2024-05-20 held=2024-05-21;"
            " hearing final 2024-06-24 held=2024-06-28",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-05-21",
                    warn="2024-02-20",
                    due="2024-02-28",
                ),
            ),
        ),
        Example(
            "it went straight to a final hearing; the court concluded a week later",
            "proceedings care 2024-02-05 concluded=2024-03-12 outcome=order;"
            " hearing final 2024-03-05 held=2024-03-05",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-03-05",
                    warn="2024-02-20",
                    due="2024-02-28",
                ),
            ),
        ),
        Example(
            "held on the day of issue: a wait of no days",
            "proceedings care 2024-02-05; hearing case-management 2024-02-05 held=2024-02-05",
            (Row("2024-02-05", stopped="2024-02-05", warn="2024-02-20", due="2024-02-28"),),
        ),
        Example(
            "a hearing from before the issue, written down wrongly, does not count",
            "proceedings care 2024-02-05; hearing case-management 2024-02-02 held=2024-02-02",
            (Row("2024-02-05", warn="2024-02-20", due="2024-02-28"),),
        ),
        Example(
            "withdrawn before it",
            "proceedings care 2024-02-05 concluded=2024-02-16 outcome=withdrawn",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-02-16",
                    warn="2024-02-20",
                    due="2024-02-28",
                ),
            ),
        ),
        Example(
            "each proceedings has its own hearings, and only care proceedings wait for one",
            "proceedings care 2023-02-06 concluded=2023-02-27 outcome=order;"
            " hearing case-management 2023-02-27 held=2023-02-27;"
            " proceedings discharge 2024-01-08; proceedings care 2024-02-05",
            (
                Row(
                    "2023-02-06",
                    stopped="2023-02-27",
                    warn="2023-02-21",
                    due="2023-03-01",
                ),
                Row("2024-02-05", warn="2024-02-20", due="2024-02-28"),
            ),
        ),
    ),
)
