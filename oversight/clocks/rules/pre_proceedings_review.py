from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, weeks

SQL = """
SELECT
    child_id, letter_sent_on AS started_on, least(met_on, ended_on, issued_on) AS stopped_on,
    CASE
        WHEN met_on <= least(ended_on, issued_on, 'infinity') THEN 'meeting held'
        WHEN issued_on <= coalesce(ended_on, 'infinity') THEN 'care proceedings'
        WHEN ended_on IS NOT NULL THEN 'pre-proceedings ended'
        ELSE '' END AS stopped_by,
    'letter ' || id AS subject
FROM pre_proceedings
CROSS JOIN LATERAL (
    SELECT min(held_on) AS met_on FROM pre_proceedings_meeting
    WHERE pre_proceedings_id = pre_proceedings.id AND purpose <> 'first'
        AND held_on >= letter_sent_on
) AS meeting
CROSS JOIN LATERAL (
    SELECT min(issued_on) AS issued_on FROM proceedings
    WHERE proceedings.child_id = pre_proceedings.child_id AND kind = 'care'
        AND issued_on >= letter_sent_on
) AS court
"""

CLOCK = Clock(
    code="pre-proceedings-review",
    title="Pre-proceedings: review meeting",
    why=(
        "Half-way, parents, lawyers and the council look at what has changed. Without that "
        "meeting the last weeks come as a surprise to everybody."
    ),
    source=(
        "Public Law Working Group, best practice guidance of 2021: a formal review about half-way, "
        "at six to eight weeks. No law sets a limit."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.MEDIUM,
    owner="Social worker and legal adviser",
    group=Group.COURT,
    rules=("LAW-01",),
    subject="the letter before proceedings",
    counting="8 weeks after the day the letter was sent; amber when 6 weeks have passed.",
    stops="A review or last meeting held, pre-proceedings ended, or care proceedings issued",
    limit=weeks(8),
    warning=weeks(6),
    runs=Runs.BEYOND_CARE,
    gives=frozenset({"stopped_by", "subject"}),
    sql=SQL,
    examples=(
        Example(
            "the first meeting is not the review",
            "pre-proceedings 2024-01-31; pre-proceedings-meeting first 2024-02-12",
            (Row("2024-01-31", warn="2024-03-13", due="2024-03-27"),),
        ),
        Example(
            "reviewed on the last day",
            "pre-proceedings 2024-01-31; pre-proceedings-meeting first 2024-02-12;"
            " pre-proceedings-meeting review 2024-03-27; pre-proceedings-meeting review 2024-04-24",
            (
                Row(
                    "2024-01-31",
                    stopped="2024-03-27",
                    warn="2024-03-13",
                    due="2024-03-27",
                ),
            ),
        ),
        Example(
            "they went straight to the last meeting, on the day pre-proceedings ended",
            "pre-proceedings 2024-01-31 ended=2024-03-04 outcome=stepped-down;"
            " pre-proceedings-meeting final 2024-03-04",
            (
                Row(
                    "2024-01-31",
                    stopped="2024-03-04",
                    warn="2024-03-13",
                    due="2024-03-27",
                ),
            ),
        ),
        Example(
            "pre-proceedings ended without it",
            "pre-proceedings 2024-01-31 ended=2024-03-04 outcome=with-family",
            (
                Row(
                    "2024-01-31",
                    stopped="2024-03-04",
                    warn="2024-03-13",
                    due="2024-03-27",
                ),
            ),
        ),
        Example(
            "care proceedings in between; those of another kind do not count",
            "proceedings care 2021-03-01 concluded=2021-08-02 outcome=order;"
            " pre-proceedings 2024-01-31 ended=2024-02-20 outcome=issued;"
            " pre-proceedings-meeting review 2024-03-04; proceedings private 2024-02-05;"
            " proceedings care 2024-02-20; proceedings care 2024-03-18",
            (
                Row(
                    "2024-01-31",
                    stopped="2024-02-20",
                    warn="2024-03-13",
                    due="2024-03-27",
                ),
            ),
        ),
        Example(
            "issued on the day of the letter: a wait of no days",
            "pre-proceedings 2024-01-31; proceedings care 2024-01-31",
            (
                Row(
                    "2024-01-31",
                    stopped="2024-01-31",
                    warn="2024-03-13",
                    due="2024-03-27",
                ),
            ),
        ),
        Example(
            "held on the day of the letter: a wait of no days",
            "pre-proceedings 2024-01-31; pre-proceedings-meeting review 2024-01-31",
            (Row("2024-01-31", stopped="2024-01-31", warn="2024-03-13", due="2024-03-27"),),
        ),
        Example(
            "a meeting from before the letter, written down wrongly, does not count",
            "pre-proceedings 2024-01-31; pre-proceedings-meeting review 2024-01-29",
            (Row("2024-01-31", warn="2024-03-13", due="2024-03-27"),),
        ),
        Example(
            "the meetings of the letter before are not those of this one",
            "pre-proceedings 2023-02-10 ended=2023-05-26 outcome=stepped-down;"
            " pre-proceedings-meeting review 2023-04-03; pre-proceedings 2024-02-10",
            (
                Row(
                    "2023-02-10",
                    stopped="2023-04-03",
                    warn="2023-03-24",
                    due="2023-04-07",
                ),
                Row("2024-02-10", warn="2024-03-23", due="2024-04-06"),
            ),
        ),
    ),
)
