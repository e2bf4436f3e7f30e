from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days

# It runs while a decision is in force; overlapping decisions are one. The first adoptive home of
# the period of care ends the question for good, even one from before the decision was recorded.
SQL = """
WITH decided AS (
    SELECT stretches.*,
        row_number() OVER (PARTITION BY child_id, entry_on ORDER BY lower(days)) = 1 AS is_first
    FROM (
        SELECT care.child_id, care.starts_on AS entry_on, care.ends_on AS left_on, care.start_known,
            unnest(
                range_agg(daterange(decided_on, reversed_on))
                    * datemultirange(daterange(care.starts_on, care.ends_on))
            ) AS days
        FROM care
        JOIN decision USING (child_id)
        GROUP BY care.child_id, care.starts_on, care.ends_on, care.start_known
    ) AS stretches
)
SELECT
    child_id, entry_on AS started_on, start_known,
    least(lower(days), placed_on) AS runs_from,
    least(upper(days), placed_on) AS stopped_on,
    CASE
        WHEN placed_on <= coalesce(upper(days), 'infinity') THEN 'adoptive home'
        WHEN upper(days) IS NOT NULL THEN 'decision reversed'
        ELSE '' END AS stopped_by
FROM decided
CROSS JOIN LATERAL (
    SELECT min(greatest(home_kind.starts_on, entry_on)) AS placed_on FROM home_kind
    WHERE home_kind.child_id = decided.child_id AND kind = 'adoptive'
        AND coalesce(home_kind.ends_on > entry_on, true)
        AND coalesce(home_kind.starts_on < left_on, true)
) AS first_home
WHERE coalesce(lower(days) < placed_on, true) OR is_first
"""

CLOCK = Clock(
    code="entry-to-placed-for-adoption",
    title="Entry to adoptive home",
    why="A young child's whole early childhood may pass between coming into care and coming home.",
    source=(
        "Adoption scorecard measure A1: 426 days (14 months) on average from entering care to "
        "moving in with adopters. The target is for the average of a cohort; flagging one child at "
        "426 days, and the warning at 365, are this product's choice."
    ),
    kind=Kind.NATIONAL_TARGET,
    confidence=Confidence.HIGH,
    owner="Social worker and regional adoption agency",
    group=Group.ADOPTION,
    rules=("ADO-10",),
    subject="the child",
    counting="Calendar days from the start of care, shown from the adoption decision.",
    stops="The first adoptive home, or the adoption decision reversed",
    limit=days(426),
    warning=days(365),
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "decided, not placed",
            "care 2023-01-01; status E1 2023-07-01; decision 2023-06-01",
            (Row("2023-01-01", runs_from="2023-06-01", warn="2024-01-01", due="2024-03-02"),),
        ),
        Example(
            "placed",
            "care 2023-01-01; status E1 2023-07-01; decision 2023-06-01; home A6 2024-02-10",
            (
                Row(
                    "2023-01-01",
                    runs_from="2023-06-01",
                    stopped="2024-02-10",
                    warn="2024-01-01",
                    due="2024-03-02",
                ),
            ),
        ),
        Example(
            "reversed",
            "care 2023-01-01; status C2 2023-07-01; decision 2023-06-01 reversed 2023-12-05",
            (
                Row(
                    "2023-01-01",
                    runs_from="2023-06-01",
                    stopped="2023-12-05",
                    warn="2024-01-01",
                    due="2024-03-02",
                ),
            ),
        ),
        Example(
            "no decision: nothing runs",
            "care 2023-01-01; status E1 2023-07-01; home U4 2023-01-01",
        ),
        Example(
            "an adoptive home that ends does not start it again",
            "care 2023-01-01; status E1 2023-07-01; decision 2023-06-01;"
            " home A6 2023-10-01 .. 2024-01-01; home U4 2024-01-01",
            (
                Row(
                    "2023-01-01",
                    runs_from="2023-06-01",
                    stopped="2023-10-01",
                    warn="2024-01-01",
                    due="2024-03-02",
                ),
            ),
        ),
        Example(
            "came into care on or before the first return",
            "care ~2023-04-01; status E1 2023-07-01; decision 2023-06-01",
            (
                Row(
                    "2023-04-01",
                    runs_from="2023-06-01",
                    warn="2024-03-31",
                    due="2024-05-31",
                    known=False,
                ),
            ),
        ),
        Example(
            "placed on the day the decision is reversed",
            "care 2023-01-01; status E1 2023-07-01; decision 2023-06-01 reversed 2024-02-12;"
            " home A6 2024-02-12",
            (
                Row(
                    "2023-01-01",
                    runs_from="2023-06-01",
                    stopped="2024-02-12",
                    warn="2024-01-01",
                    due="2024-03-02",
                ),
            ),
        ),
        Example(
            "reversed, and decided again on the day of the move",
            "care 2023-01-01; status E1 2023-07-01; decision 2023-06-01 reversed 2023-09-04;"
            " decision 2024-02-12; home A6 2024-02-12",
            (
                Row(
                    "2023-01-01",
                    runs_from="2023-06-01",
                    stopped="2023-09-04",
                    warn="2024-01-01",
                    due="2024-03-02",
                ),
            ),
        ),
        Example(
            "reversed and decided again, and nobody found",
            "care 2023-01-01; status E1 2023-07-01; decision 2023-06-01 reversed 2023-09-04;"
            " decision 2023-11-06; home U4 2023-01-01",
            (
                Row(
                    "2023-01-01",
                    runs_from="2023-06-01",
                    stopped="2023-09-04",
                    warn="2024-01-01",
                    due="2024-03-02",
                ),
                Row("2023-01-01", runs_from="2023-11-06", warn="2024-01-01", due="2024-03-02"),
            ),
        ),
        Example(
            "reversed, decided again and placed",
            "care 2023-01-01; status E1 2023-07-01; decision 2023-06-01 reversed 2023-09-04;"
            " decision 2023-11-06; home U6 2023-01-01 .. 2024-02-12; home A6 2024-02-12",
            (
                Row(
                    "2023-01-01",
                    runs_from="2023-06-01",
                    stopped="2023-09-04",
                    warn="2024-01-01",
                    due="2024-03-02",
                ),
                Row(
                    "2023-01-01",
                    runs_from="2023-11-06",
                    stopped="2024-02-12",
                    warn="2024-01-01",
                    due="2024-03-02",
                ),
            ),
        ),
        Example(
            "with the adopters before anybody decided; the family after them changes nothing",
            "care 2023-01-01; status E1 2023-07-01; home A3 2023-05-01 .. 2023-10-02;"
            " decision 2023-06-01 reversed 2023-09-04; decision 2023-11-06; home A6 2023-12-04",
            (
                Row(
                    "2023-01-01",
                    runs_from="2023-05-01",
                    stopped="2023-05-01",
                    warn="2024-01-01",
                    due="2024-03-02",
                ),
            ),
        ),
        Example(
            "placed and given up, and decided again: the question had been answered",
            "care 2023-01-01; status E1 2023-07-01; decision 2023-06-01 reversed 2024-01-08;"
            " decision 2024-04-08; home A6 2023-10-01 .. 2024-01-08; home U4 2024-01-08",
            (
                Row(
                    "2023-01-01",
                    runs_from="2023-06-01",
                    stopped="2023-10-01",
                    warn="2024-01-01",
                    due="2024-03-02",
                ),
            ),
        ),
        Example(
            "back in care: neither the family of before counts, nor one that began as care ended",
            "care 2022-01-10 .. 2022-12-05; status E1 2022-01-10 .. 2022-12-05;"
            " home A6 2022-03-07 .. 2023-01-01; care 2023-01-01 .. 2023-10-02;"
            " status C2 2023-01-01 .. 2023-10-02; decision 2023-06-01; home A6 2023-10-02",
            (
                Row(
                    "2023-01-01",
                    runs_from="2023-06-01",
                    stopped="2023-10-02",
                    warn="2024-01-01",
                    due="2024-03-02",
                ),
            ),
        ),
    ),
)
