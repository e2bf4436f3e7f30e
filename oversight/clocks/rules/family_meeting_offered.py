from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs

# A decision of the Legal Gateway to go to court while a letter is out is part of the same wait. An
# end of pre-proceedings because the council went to court is no way out of the duty.
SQL = """
WITH meant AS (
    SELECT
        child_id, 'letter ' || id AS subject, letter_sent_on AS started_on,
        CASE WHEN outcome <> 'issued' THEN ended_on END AS ended_on
    FROM pre_proceedings
    UNION ALL
    SELECT child_id, 'gateway ' || id, decided_on, NULL
    FROM gateway
    WHERE decision = 'issue' AND NOT EXISTS (
        SELECT FROM pre_proceedings
        WHERE pre_proceedings.child_id = gateway.child_id AND letter_sent_on <= gateway.decided_on
            AND coalesce(ended_on >= gateway.decided_on, true)
    )
)
SELECT
    meant.child_id, subject, started_on,
    least(answered_on, ended_on, concluded_on) AS stopped_on,
    CASE
        WHEN answered_on <= least(ended_on, concluded_on, 'infinity')
            THEN 'offered, or decided against'
        WHEN ended_on IS NOT NULL THEN 'pre-proceedings ended'
        WHEN concluded_on IS NOT NULL THEN 'proceedings concluded'
        ELSE '' END AS stopped_by,
    started_on AS warn_on, issued_on - 1 AS due_on
FROM meant
LEFT JOIN LATERAL (
    SELECT issued_on, concluded_on FROM proceedings
    WHERE proceedings.child_id = meant.child_id AND kind = 'care' AND issued_on >= started_on
        AND coalesce(issued_on <= ended_on, true)
    ORDER BY issued_on LIMIT 1
) AS court ON true
CROSS JOIN LATERAL (
    SELECT min(greatest(offered_on, started_on)) AS answered_on FROM family_meeting
    WHERE family_meeting.child_id = meant.child_id
        AND offered_on > started_on - interval '6 months'
) AS meeting
"""

CLOCK = Clock(
    code="family-meeting-offered",
    title="Family meeting offered before court",
    why=(
        "A family that is asked in time often finds its own answer. Once the application is made "
        "it is the court that decides, and the offer comes too late."
    ),
    source=(
        "Children Act 1989, section 31ZA, added by the Children’s Wellbeing and Schools Act 2026, "
        "section 1: offered before an application for a care or supervision order, unless that is "
        "not in the child’s best interests. It is not in force before regulations say so; switch "
        "this on from that day, or sooner where the council does so anyway."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.COURT,
    rules=("LAW-02",),
    subject="the letter before proceedings, or the decision to go to court",
    counting=(
        "From the letter before proceedings, or the Legal Gateway’s decision to go to court where "
        "no letter is out, to the eve of the day the court issues. Amber from the first day. An "
        "offer made less than six months before it began counts."
    ),
    limit_words="before the application",
    stops="A meeting offered or decided against, or pre-proceedings or the proceedings ended",
    runs=Runs.BEYOND_CARE,
    usual=False,
    gives=frozenset({"stopped_by", "subject", "warn_on", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "the letter says nothing of a meeting",
            "pre-proceedings 2024-01-31",
            (Row("2024-01-31", warn="2024-01-31"),),
        ),
        Example(
            "offered in the letter: a wait of no days",
            "pre-proceedings 2024-01-31; family-meeting decision-making 2024-01-31",
            (Row("2024-01-31", stopped="2024-01-31", warn="2024-01-31"),),
        ),
        Example(
            "offered twice before the court issued",
            "pre-proceedings 2024-01-31; family-meeting conference 2024-02-14;"
            " family-meeting conference 2024-02-28; proceedings care 2024-03-04",
            (Row("2024-01-31", stopped="2024-02-14", warn="2024-01-31", due="2024-03-03"),),
        ),
        Example(
            "the court issued, and then again; nobody was asked",
            "pre-proceedings 2024-01-31 ended=2024-03-01 outcome=issued;"
            " proceedings care 2024-03-04; proceedings care 2024-04-15",
            (Row("2024-01-31", warn="2024-01-31", due="2024-03-03"),),
        ),
        Example(
            "decided against a meeting, too late by a day",
            "pre-proceedings 2024-01-31; proceedings private 2024-02-05;"
            " proceedings care 2024-03-04; no-family-meeting 2024-03-04",
            (Row("2024-01-31", stopped="2024-03-04", warn="2024-01-31", due="2024-03-03"),),
        ),
        Example(
            "things got better; proceedings a year later are another matter",
            "pre-proceedings 2024-01-31 ended=2024-03-04 outcome=stepped-down;"
            " family-meeting conference 2025-01-06;"
            " proceedings care 2025-02-10 concluded=2025-07-14 outcome=order",
            (Row("2024-01-31", stopped="2024-03-04", warn="2024-01-31"),),
        ),
        Example(
            "issued on the day on which pre-proceedings were ended",
            "pre-proceedings 2024-01-31 ended=2024-03-04 outcome=other;"
            " proceedings care 2024-03-04; no-family-meeting 2024-03-04",
            (Row("2024-01-31", stopped="2024-03-04", warn="2024-01-31", due="2024-03-03"),),
        ),
        Example(
            "to court without a letter, and concluded without an offer",
            "gateway 2024-05-01 decided=2024-05-16 decision=issue;"
            " proceedings care 2024-05-20 concluded=2024-11-01 outcome=order",
            (Row("2024-05-16", stopped="2024-11-01", warn="2024-05-16", due="2024-05-19"),),
        ),
        Example(
            "issued on the day of the decision: red at once",
            "proceedings care 2023-05-16 concluded=2023-09-01 outcome=withdrawn;"
            " gateway decided=2024-05-16 decision=issue; proceedings care 2024-05-16",
            (Row("2024-05-16", warn="2024-05-16", due="2024-05-15"),),
        ),
        Example(
            "the panel decides while a letter is out, or on its first or last day: one wait",
            "gateway decided=2024-01-31 decision=issue; gateway decided=2024-03-01 decision=issue;"
            " pre-proceedings 2024-01-31 ended=2024-03-01 outcome=issued",
            (Row("2024-01-31", warn="2024-01-31"),),
        ),
        Example(
            "a letter of last year is not out any more; other decisions start nothing",
            "pre-proceedings 2023-01-31 ended=2023-03-01 outcome=with-family;"
            " family-meeting conference 2023-02-01;"
            " gateway decided=2024-01-15 decision=support;"
            " gateway decided=2024-02-15 decision=issue",
            (
                Row("2023-01-31", stopped="2023-02-01", warn="2023-01-31"),
                Row("2024-02-15", warn="2024-02-15"),
            ),
        ),
        Example(
            "the panel decides before the letter goes out: a wait each",
            "gateway decided=2024-01-15 decision=issue; pre-proceedings 2024-01-31",
            (Row("2024-01-15", warn="2024-01-15"), Row("2024-01-31", warn="2024-01-31")),
        ),
        Example(
            "the panel decides while a letter is out that nobody has ended: one wait",
            "pre-proceedings 2024-01-31; gateway decided=2024-02-15 decision=issue",
            (Row("2024-01-31", warn="2024-01-31"),),
        ),
        Example(
            "offered a day less than six months before the letter",
            "family-meeting conference 2023-08-01; pre-proceedings 2024-01-31",
            (Row("2024-01-31", stopped="2024-01-31", warn="2024-01-31"),),
        ),
        Example(
            "offered six months before the letter",
            "family-meeting conference 2023-07-31; pre-proceedings 2024-01-31",
            (Row("2024-01-31", warn="2024-01-31"),),
        ),
    ),
)
