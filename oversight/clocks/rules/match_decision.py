from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    working_days,
)

# What another panel says later takes the place of what this one said; that the decision maker was
# against it is not recorded.
SQL = """
SELECT
    panel.child_id, received_on AS started_on,
    least(matched_on, again_on, reversed_on) AS stopped_on,
    CASE
        WHEN matched_on <= least(again_on, reversed_on, 'infinity') THEN 'match decided'
        WHEN reversed_on <= coalesce(again_on, 'infinity') THEN 'decision reversed'
        WHEN again_on IS NOT NULL THEN 'another panel'
        ELSE '' END AS stopped_by,
    'panel ' || id AS subject
FROM panel
CROSS JOIN LATERAL (
    SELECT min(decided_on) AS matched_on FROM match
    WHERE match.child_id = panel.child_id AND decided_on >= received_on
) AS matching
CROSS JOIN LATERAL (
    SELECT min(greatest(later.held_on, panel.received_on)) AS again_on FROM panel AS later
    WHERE later.child_id = panel.child_id AND later.question = 'match'
        AND later.held_on > panel.held_on
) AS next_panel
CROSS JOIN LATERAL (
    SELECT min(reversed_on) AS reversed_on FROM decision
    WHERE decision.child_id = panel.child_id AND reversed_on >= received_on
) AS reversal
WHERE question = 'match' AND recommendation <> 'deferred' AND received_on IS NOT NULL
"""

CLOCK = Clock(
    code="match-decision",
    title="Match with the decision maker",
    why=(
        "The panel has met the family and said what it thinks. The child and the family cannot "
        "even be told of each other until the decision maker has answered."
    ),
    source=(
        "Adoption: national minimum standards 2014, standard 17: within seven working days of the "
        "recommendation and final minutes."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.MEDIUM,
    owner="Agency decision maker",
    group=Group.ADOPTION,
    rules=("ADO-06",),
    subject="the panel’s recommendation",
    counting=(
        "7 working days from the day the decision maker had the recommendation with its minutes; "
        "amber from the 6th."
    ),
    stops="The decision on the match, another panel, or the adoption decision reversed",
    limit=working_days(7),
    warning=working_days(6),
    gives=frozenset({"stopped_by", "subject"}),
    sql=SQL,
    examples=(
        Example(
            "the minutes came on the Friday before Easter week",
            "care 2022-11-07; status E1 2023-06-05;"
            " panel match 2024-03-13 recommendation=yes received=2024-03-22",
            (Row("2024-03-22", warn="2024-04-03", due="2024-04-04"),),
        ),
        Example(
            "matched on the last day, and later with another family after another panel",
            "care 2022-11-07; status E1 2023-06-05; match 2024-05-13 withdrawn 2024-06-03;"
            " decision 2023-05-01 reversed 2024-05-13; match 2024-07-15;"
            " panel match 2024-04-24 recommendation=yes received=2024-05-01;"
            " panel match 2024-07-03 recommendation=yes",
            (Row("2024-05-01", stopped="2024-05-13", warn="2024-05-10", due="2024-05-13"),),
        ),
        Example(
            "matched on the day the minutes came: a wait of no days",
            "care 2022-11-07; status E1 2023-06-05; match 2024-05-01; match 2023-07-03;"
            " panel match 2024-04-24 recommendation=yes received=2024-05-01",
            (Row("2024-05-01", stopped="2024-05-01", warn="2024-05-10", due="2024-05-13"),),
        ),
        Example(
            "the panel wants more, or was asked about the plan; no minutes yet",
            "care 2022-11-07; status E1 2023-06-05;"
            " panel match 2024-04-10 recommendation=deferred received=2024-04-15;"
            " panel plan 2024-04-17 recommendation=yes received=2024-04-22;"
            " panel match 2024-04-24 recommendation=yes",
        ),
        Example(
            "the panel says no and nobody matches; two others say yes",
            "care 2022-11-07; status E1 2023-06-05; match 2024-10-07;"
            " panel match 2024-04-24 recommendation=no received=2024-05-01;"
            " panel plan 2024-05-08 recommendation=deferred;"
            " panel match 2024-06-12 recommendation=yes;"
            " panel match 2024-09-11 recommendation=yes",
            (Row("2024-05-01", stopped="2024-06-12", warn="2024-05-10", due="2024-05-13"),),
        ),
        Example(
            "another panel was held before the minutes came: a wait of no days",
            "care 2022-11-07; status E1 2023-06-05;"
            " panel match 2024-04-10 recommendation=yes received=2024-05-01;"
            " panel match 2024-04-24 recommendation=yes received=2024-05-02",
            (
                Row("2024-05-01", stopped="2024-05-01", warn="2024-05-10", due="2024-05-13"),
                Row("2024-05-02", warn="2024-05-13", due="2024-05-14"),
            ),
        ),
        Example(
            "adoption is given up on the day the minutes come, another wait before that later",
            "care 2022-11-07; status E1 2023-06-05; decision 2023-01-09 reversed 2023-02-06;"
            " decision 2023-05-01 reversed 2024-05-01; decision 2024-06-03 reversed 2024-09-02;"
            " panel match 2023-08-09 recommendation=yes received=2023-08-16;"
            " panel match 2024-04-24 recommendation=yes received=2024-05-01;"
            " panel match 2024-05-01 recommendation=yes; match 2024-05-09",
            (
                Row("2023-08-16", stopped="2024-04-24", warn="2023-08-24", due="2023-08-25"),
                Row("2024-05-01", stopped="2024-05-01", warn="2024-05-10", due="2024-05-13"),
            ),
        ),
    ),
)
