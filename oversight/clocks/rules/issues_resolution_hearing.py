from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, weeks

# A final hearing that was held shows that this one was not needed.
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
        AND purpose IN ('issues-resolution', 'final')
) AS heard
WHERE kind = 'care'
"""

CLOCK = Clock(
    code="issues-resolution-hearing",
    title="Issues resolution hearing",
    why=(
        "By this hearing all assessments are in, and often the case can end there. Later than week "
        "20 there is no time left for a final hearing inside the 26 weeks."
    ),
    source=(
        "Family Procedure Rules, Practice Direction 12A leaves the day to the court. Week 20 is "
        "the custom by which a final hearing still fits in; it binds nobody."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.MEDIUM,
    owner="Legal adviser",
    group=Group.COURT,
    rules=("LAW-05",),
    subject="the proceedings",
    counting="20 weeks after the day of issue; amber when 16 weeks have passed.",
    stops="The hearing or a final hearing held, or the proceedings concluded",
    limit=weeks(20),
    warning=weeks(16),
    runs=Runs.BEYOND_CARE,
    gives=frozenset({"stopped_by", "subject"}),
    sql=SQL,
    examples=(
        Example(
            "the case management hearing is another one",
            "proceedings care 2024-01-15; hearing case-management 2024-02-05 held=2024-02-05",
            (Row("2024-01-15", warn="2024-05-06", due="2024-06-03"),),
        ),
        Example(
            "held on the last day, and concluded at it",
            "proceedings care 2024-01-15 concluded=2024-06-03 outcome=order;"
            " hearing issues-resolution 2024-06-03 held=2024-06-03",
            (
                Row(
                    "2024-01-15",
                    stopped="2024-06-03",
                    warn="2024-05-06",
                    due="2024-06-03",
                ),
            ),
        ),
        Example(
            "held twice: the first counts",
            "proceedings care 2024-01-15; hearing issues-resolution 2024-05-13 held=2024-05-14;"
            " hearing issues-resolution 2024-06-17 held=2024-06-17",
            (
                Row(
                    "2024-01-15",
                    stopped="2024-05-14",
                    warn="2024-05-06",
                    due="2024-06-03",
                ),
            ),
        ),
        Example(
            "only a final hearing, a week before the court concluded",
            "proceedings care 2024-01-15 concluded=2024-05-27 outcome=order;"
            " hearing final 2024-05-20 held=2024-05-20",
            (
                Row(
                    "2024-01-15",
                    stopped="2024-05-20",
                    warn="2024-05-06",
                    due="2024-06-03",
                ),
            ),
        ),
        Example(
            "held on the day of issue: a wait of no days",
            "proceedings care 2024-01-15; hearing issues-resolution 2024-01-15 held=2024-01-15",
            (Row("2024-01-15", stopped="2024-01-15", warn="2024-05-06", due="2024-06-03"),),
        ),
        Example(
            "a hearing from before the issue, written down wrongly, does not count",
            "proceedings care 2024-01-15; hearing issues-resolution 2024-01-12 held=2024-01-12",
            (Row("2024-01-15", warn="2024-05-06", due="2024-06-03"),),
        ),
        Example(
            "concluded without it",
            "proceedings care 2024-01-15 concluded=2024-04-08 outcome=withdrawn",
            (
                Row(
                    "2024-01-15",
                    stopped="2024-04-08",
                    warn="2024-05-06",
                    due="2024-06-03",
                ),
            ),
        ),
        Example(
            "each proceedings has its own hearings, and only care proceedings wait for one",
            "proceedings care 2023-02-06; hearing issues-resolution 2023-06-05 held=2023-06-05;"
            " proceedings adoption 2024-01-08; proceedings care 2024-02-05",
            (
                Row(
                    "2023-02-06",
                    stopped="2023-06-05",
                    warn="2023-05-29",
                    due="2023-06-26",
                ),
                Row("2024-02-05", warn="2024-05-27", due="2024-06-24"),
            ),
        ),
    ),
)
