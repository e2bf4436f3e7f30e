from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row

# A plan made for a match is often agreed before it is decided: what was agreed since the match
# before serves. A match that is followed by another gives way to it.
SQL = """
SELECT
    made.child_id, decided_on AS started_on,
    least(agreed_on, withdrawn_on, reversed_on, next_on, left_on) AS stopped_on,
    CASE
        WHEN agreed_on <= least(withdrawn_on, reversed_on, next_on, left_on, 'infinity')
            THEN 'plan agreed'
        WHEN left_on <= least(withdrawn_on, reversed_on, next_on, 'infinity') THEN 'home ended'
        WHEN least(withdrawn_on, reversed_on, next_on) IS NOT NULL THEN 'match undone'
        ELSE '' END AS stopped_by,
    least(introduced_on, placed_on) AS warn_on, placed_on - 1 AS due_on
FROM (
    SELECT
        match.*, lag(decided_on) OVER turns AS last_on, lead(decided_on) OVER turns AS next_on
    FROM match
    WINDOW turns AS (PARTITION BY child_id ORDER BY decided_on)
) AS made
CROSS JOIN LATERAL (
    SELECT min(agreed_on) AS agreed_on FROM adoption_support
    WHERE adoption_support.child_id = made.child_id AND coalesce(agreed_on > last_on, true)
) AS support
CROSS JOIN LATERAL (
    SELECT min(agreed_on) AS introduced_on FROM introductions
    WHERE introductions.child_id = made.child_id AND agreed_on >= decided_on
) AS meeting
LEFT JOIN LATERAL (
    SELECT greatest(starts_on, decided_on) AS placed_on, ends_on AS left_on FROM home_kind
    WHERE home_kind.child_id = made.child_id AND kind = 'adoptive'
        AND coalesce(ends_on > decided_on, true)
    ORDER BY starts_on LIMIT 1
) AS home ON true
CROSS JOIN LATERAL (
    SELECT min(decision.reversed_on) AS reversed_on FROM decision
    WHERE decision.child_id = made.child_id AND decision.reversed_on >= made.decided_on
) AS reversal
WHERE coalesce(agreed_on >= decided_on, true)
"""

CLOCK = Clock(
    code="adoption-support-plan",
    title="Adoption support plan",
    why=(
        "Help that is promised has to be written down before the child moves in. Afterwards the "
        "family has to ask for it, and often asks too late."
    ),
    source=(
        "Adoption Agencies Regulations 2005, regulations 31 to 35, with the Adoption Support "
        "Services Regulations 2005: the support is settled before the child is placed."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Regional adoption agency",
    group=Group.ADOPTION,
    rules=("ADO-33",),
    subject="the child",
    counting=(
        "To the eve of the move to the adoptive home. No day is due before the move is recorded; "
        "amber from the day introductions are agreed."
    ),
    limit_words="before the child moves in",
    stops="The support plan agreed, the match or the decision undone, or the end of the home",
    recorded=True,
    gives=frozenset({"stopped_by", "warn_on", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "matched, nothing arranged yet: neither amber nor red",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home U4 2022-06-06;"
            " match 2024-02-05",
            (Row("2024-02-05"),),
        ),
        Example(
            "introductions are agreed, twice: amber",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home U4 2022-06-06;"
            " introductions 2023-10-02 ended=2023-10-09 end_reason=stopped; match 2024-02-05;"
            " introductions 2024-02-05 ended=2024-02-12 end_reason=stopped;"
            " introductions 2024-02-26",
            (Row("2024-02-05", warn="2024-02-05"),),
        ),
        Example(
            "moved in on 1 March without a plan, which came a month later, then another",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09;"
            " home U4 2022-06-06 .. 2024-03-01; home A5 2024-03-01 .. 2024-09-02;"
            " home A6 2024-09-02;"
            " match 2024-02-05; support-plan 2024-04-01; support-plan 2024-06-03;"
            " decision 2022-12-05 reversed 2024-04-01",
            (Row("2024-02-05", stopped="2024-04-01", warn="2024-03-01", due="2024-02-29"),),
        ),
        Example(
            "agreed on the eve of the move",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09;"
            " home U4 2022-06-06 .. 2024-03-01; home A5 2024-03-01; match 2024-02-05;"
            " introductions 2024-02-12; support-plan 2024-02-29",
            (Row("2024-02-05", stopped="2024-02-29", warn="2024-02-12", due="2024-02-29"),),
        ),
        Example(
            "agreed on the day of the match, when the child lived with the family: red and done",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home A4 2023-10-02;"
            " match 2024-02-05; support-plan 2024-02-05",
            (Row("2024-02-05", stopped="2024-02-05", warn="2024-02-05", due="2024-02-04"),),
        ),
        Example(
            "agreed for the match beforehand",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home U4 2022-06-06;"
            " match 2024-02-05; support-plan 2024-02-02; support-plan 2024-03-04",
        ),
        Example(
            "what was agreed by the day of the match before is for another family",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09;"
            " home U4 2022-06-06 .. 2024-02-12; home A5 2024-02-12 .. 2024-02-26;"
            " match 2023-06-05 withdrawn 2023-08-07; support-plan 2023-05-15;"
            " support-plan 2023-06-05; match 2024-02-05 withdrawn 2024-02-19;"
            " decision 2022-12-05 reversed 2024-03-04",
            (Row("2024-02-05", stopped="2024-02-19", warn="2024-02-12", due="2024-02-11"),),
        ),
        Example(
            "another match while the first stands: the first gives way",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home U4 2022-06-06;"
            " match 2024-02-05 withdrawn 2024-06-03; match 2024-03-04",
            (Row("2024-02-05", stopped="2024-03-04"), Row("2024-03-04")),
        ),
        Example(
            "adoption is given up on the day of the match, twice; a former reversal is nothing",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home U4 2022-06-06;"
            " decision 2022-08-01 reversed 2022-09-05; decision 2022-12-05 reversed 2024-02-05;"
            " decision 2024-03-04 reversed 2024-04-08; match 2024-02-05",
            (Row("2024-02-05", stopped="2024-02-05"),),
        ),
        Example(
            "the home ends; one that ended by the match was another",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09;"
            " home A5 2023-10-02 .. 2024-02-05; home U4 2024-02-05 .. 2024-03-01;"
            " home A5 2024-03-01 .. 2024-05-06; home U4 2024-05-06; match 2024-02-05;"
            " support-plan 2024-06-03; decision 2022-12-05 reversed 2024-05-06",
            (Row("2024-02-05", stopped="2024-05-06", warn="2024-03-01", due="2024-02-29"),),
        ),
        Example(
            "recording began after the match: the move lies as much later",
            "recorded 2024-02-12; care 2022-06-06; status E1 2023-01-09; home U4 2022-06-06;"
            " match 2024-02-05; introductions 2024-02-19",
            (Row("2024-02-12", warn="2024-02-26", known=False),),
        ),
        Example(
            "not matched",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home A5 2023-10-02",
        ),
    ),
)
