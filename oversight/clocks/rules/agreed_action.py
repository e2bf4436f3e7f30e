from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, working_days

SQL = """
SELECT
    child_id, 'action ' || id AS subject, agreed_on AS started_on, due_on,
    least(done_on, left_on) AS stopped_on,
    CASE
        WHEN done_on <= coalesce(left_on, 'infinity') THEN 'done'
        WHEN left_on IS NOT NULL THEN 'left care'
        ELSE '' END AS stopped_by
FROM action
CROSS JOIN LATERAL (
    SELECT min(ends_on) AS left_on FROM care
    WHERE care.child_id = action.child_id AND ends_on > agreed_on
) AS leaving
"""

CLOCK = Clock(
    code="agreed-action",
    title="Agreed action",
    why=(
        "At a review or a meeting somebody said: I will do this by that day. The child waits for "
        "it whether anybody remembers or not."
    ),
    source=(
        "Proposed by this product: the day is the one that was agreed. Decisions of a review are "
        "carried out, or the officer is told that they are not (regulations 37 and 45)."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="Whoever agreed to do it",
    group=Group.DRIFT,
    rules=("REV-18",),
    subject="the action",
    counting=(
        "From the day it was agreed to the day it was agreed for; amber from the fifth working day "
        "before."
    ),
    limit_words="the day that was agreed",
    stops="The action done, or the end of care",
    before=working_days(5),
    gives=frozenset({"subject", "stopped_by", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "not done by its day; amber over Easter",
            "care 2024-01-02; status C2 2024-01-02; action 2024-02-01 due=2024-04-03",
            (Row("2024-02-01", warn="2024-03-25", due="2024-04-03"),),
        ),
        Example(
            "done on the day; another of the same day is not",
            "care 2024-01-02; status C2 2024-01-02;"
            " action 2024-02-01 due=2024-02-15 done=2024-02-15; action 2024-02-01 due=2024-02-29",
            (
                Row("2024-02-01", stopped="2024-02-15", warn="2024-02-08", due="2024-02-15"),
                Row("2024-02-01", warn="2024-02-22", due="2024-02-29"),
            ),
        ),
        Example(
            "agreed and done on one day: a wait of no days",
            "care 2024-01-02; status C2 2024-01-02;"
            " action 2024-02-01 due=2024-02-15 done=2024-02-01",
            (Row("2024-02-01", stopped="2024-02-01", warn="2024-02-08", due="2024-02-15"),),
        ),
        Example(
            "agreed before the child came into care: it runs from then",
            "care 2024-02-12; status C2 2024-02-12; action 2024-02-01 due=2024-02-15",
            (Row("2024-02-01", runs_from="2024-02-12", warn="2024-02-08", due="2024-02-15"),),
        ),
        Example(
            "the child leaves care, and it does not go on when the child comes back",
            "care 2024-01-02 .. 2024-02-20; status V2 2024-01-02 .. 2024-02-20;"
            " action 2024-02-01 due=2024-02-15 done=2024-04-15; care 2024-04-02 .. 2024-09-02;"
            " status V2 2024-04-02 .. 2024-09-02",
            (Row("2024-02-01", stopped="2024-02-20", warn="2024-02-08", due="2024-02-15"),),
        ),
        Example(
            "agreed on the day the child left: not until the child comes back, if ever",
            "care 2024-01-02 .. 2024-02-01; status V2 2024-01-02 .. 2024-02-01;"
            " action 2024-02-01 due=2024-02-15; care 2024-02-05; status V2 2024-02-05",
            (Row("2024-02-01", runs_from="2024-02-05", warn="2024-02-08", due="2024-02-15"),),
        ),
    ),
)
