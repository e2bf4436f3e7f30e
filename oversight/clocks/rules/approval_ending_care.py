from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs

SQL = """
SELECT
    child_id, 'request ' || id AS subject, needed_on AS started_on, decided_on AS stopped_on,
    CASE WHEN decided_on IS NULL THEN '' ELSE 'decided' END AS stopped_by,
    needed_on - 1 AS due_on
FROM approval_request
WHERE kind = 'ending-care' AND coalesce(decided_on > needed_on, true)
"""

CLOCK = Clock(
    code="approval-ending-care",
    title="Care ended before it was approved",
    why=(
        "Ending care is as big a decision as beginning it. Young people of 16 and 17 have been "
        "let go because it was easier, and nobody senior had looked."
    ),
    source=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 39, as "
        "amended in 2015: the nominated officer approves beforehand, the director for a young "
        "person of 16 or 17 under section 20."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Nominated officer or director",
    group=Group.APPROVALS,
    rules=("APP-03",),
    subject="the approval asked for",
    counting=(
        "Red from the day on which care is to end, where approval was asked for and not decided "
        "by then; also after care has ended."
    ),
    limit_words="before care ends",
    stops="The decision",
    runs=Runs.BEYOND_CARE,
    gives=frozenset({"subject", "stopped_by", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "care ended, and nobody has decided",
            "care 2024-01-01 .. 2024-05-06; status V2 2024-01-01 .. 2024-05-06;"
            " request ending-care 2024-04-29 needed=2024-05-06",
            (Row("2024-05-06", due="2024-05-05"),),
        ),
        Example(
            "decided on the last day",
            "care 2024-01-01; status V2 2024-01-01;"
            " request ending-care 2024-04-29 needed=2024-05-06;"
            " request-decided approved 2024-05-06",
        ),
        Example(
            "decided a day late",
            "care 2024-01-01 .. 2024-05-06; status V2 2024-01-01 .. 2024-05-06;"
            " request ending-care 2024-04-29 needed=2024-05-06;"
            " request-decided approved 2024-05-07",
            (Row("2024-05-06", stopped="2024-05-07", due="2024-05-05"),),
        ),
        Example(
            "refused late, and the child stays",
            "care 2024-01-01; status V2 2024-01-01;"
            " request ending-care 2024-04-29 needed=2024-05-06;"
            " request-decided refused 2024-05-20",
            (Row("2024-05-06", stopped="2024-05-20", due="2024-05-05"),),
        ),
        Example(
            "it ends on the 18th birthday",
            "born 2006-06-03; care 2022-01-01 .. 2024-05-06; status V2 2022-01-01 .. 2024-05-06;"
            " request ending-care 2024-04-29 needed=2024-05-06",
            (Row("2024-05-06", stopped="2024-06-03", due="2024-05-05"),),
        ),
        Example(
            "two at once; other approvals are counted elsewhere",
            "care 2024-01-01; status V2 2024-01-01;"
            " request ending-care 2024-04-29 needed=2024-05-06;"
            " request ending-care 2024-05-02 needed=2024-05-13;"
            " request parents 2024-05-02 needed=2024-05-13",
            (Row("2024-05-06", due="2024-05-05"), Row("2024-05-13", due="2024-05-12")),
        ),
    ),
)
