from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months

# A match does not stop this wait, so a match withdrawn while it runs starts no other.
SQL = """
WITH waits AS (
    SELECT *,
        least(placed_on, reversed_on, ends_on) AS stopped_on,
        max(coalesce(least(placed_on, reversed_on, ends_on), 'infinity')) OVER (
            PARTITION BY child_id, order_on ORDER BY started_on
            RANGE BETWEEN UNBOUNDED PRECEDING AND '1 day' PRECEDING
        ) AS waiting_until
    FROM family_wait
)
SELECT
    child_id, started_on, start_known, stopped_on,
    CASE
        WHEN stopped_on = placed_on THEN 'adoptive home'
        WHEN stopped_on = reversed_on THEN 'decision reversed'
        WHEN stopped_on IS NOT NULL THEN 'placement order ended'
        ELSE '' END AS stopped_by
FROM waits
WHERE began_with = 'order' OR (
    coalesce(stopped_on > started_on, true) AND waiting_until <= started_on
)
"""

CLOCK = Clock(
    code="placement-order-not-placed",
    title="Placement order, not yet in an adoptive home",
    why=(
        "A child authorised for adoption and not placed must have somebody ask whether adoption is "
        "still right, before the answer is no because too much time has passed."
    ),
    source=(
        "Follows the reviews of the Adoption Agencies Regulations 2005, regulation 36(1): by 3 "
        "months, then every 6, and at about 9 months the authority must ask why the child is not "
        "placed and whether adoption is still right. The flag on one child is this product's."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Permanence Monitoring Group and agency decision maker",
    group=Group.ADOPTION,
    rules=("ADO-16",),
    subject="the child",
    counting=(
        "Calendar months from the first day of the placement order, or from the day an adoptive "
        "home ended or adoption was decided again after a reversal. Amber at most while the carers "
        "may adopt."
    ),
    stops="An adoptive home, the adoption decision reversed, or the end of the order",
    limit=months(9),
    warning=months(6),
    eased=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "adoption is given up and decided again while the order goes on",
            "care 2024-01-01; status E1 2024-03-31; home U4 2024-01-01;"
            " decision 2024-02-01 reversed 2024-05-10; decision 2024-08-31",
            (
                Row("2024-03-31", stopped="2024-05-10", warn="2024-09-30", due="2024-12-31"),
                Row("2024-08-31", warn="2025-02-28", due="2025-05-31"),
            ),
        ),
        Example(
            "still not placed",
            "care 2024-01-01; status E1 2024-03-31; home U4 2024-01-01",
            (Row("2024-03-31", warn="2024-09-30", due="2024-12-31"),),
        ),
        Example(
            "a match does not stop it, the move does",
            "care 2024-01-01; status E1 2024-03-01; home U4 2024-01-01 .. 2024-07-20;"
            " match 2024-06-30; home A6 2024-07-20",
            (Row("2024-03-01", stopped="2024-07-20", warn="2024-09-01", due="2024-12-01"),),
        ),
        Example(
            "a match withdrawn changes nothing: the wait goes on",
            "care 2024-01-01; status E1 2024-03-01; home U4 2024-01-01;"
            " match 2024-06-30 withdrawn 2024-08-01",
            (Row("2024-03-01", warn="2024-09-01", due="2024-12-01"),),
        ),
        Example(
            "decided again after a reversal, a match withdrawn while it waits changes nothing",
            "care 2024-01-01; status E1 2024-03-01; home U4 2024-01-01;"
            " decision 2024-02-01 reversed 2024-05-01; decision 2024-07-01;"
            " match 2024-08-01 withdrawn 2024-09-10",
            (
                Row("2024-03-01", stopped="2024-05-01", warn="2024-09-01", due="2024-12-01"),
                Row("2024-07-01", warn="2025-01-01", due="2025-04-01"),
            ),
        ),
        Example(
            "the adoptive home ends and the order goes on",
            "care 2024-01-01; status E1 2024-03-01; home A6 2024-04-01 .. 2024-10-10;"
            " home U4 2024-10-10",
            (
                Row("2024-03-01", stopped="2024-04-01", warn="2024-09-01", due="2024-12-01"),
                Row("2024-10-10", warn="2025-04-10", due="2025-07-10"),
            ),
        ),
        Example(
            "the order is revoked",
            "care 2024-01-01; status E1 2024-03-01 .. 2024-09-15; status C2 2024-09-15;"
            " home U4 2024-01-01",
            (Row("2024-03-01", stopped="2024-09-15", warn="2024-09-01", due="2024-12-01"),),
        ),
        Example(
            "with carers who may adopt it is amber at most",
            "care 2024-01-01; status E1 2024-03-01; home U2 2024-01-01",
            (Row("2024-03-01", warn="2024-09-01"),),
        ),
        Example(
            "already in the adoptive home when the order is made: a wait of no days",
            "care 2024-01-01; status C2 2024-01-01 .. 2024-03-01; status E1 2024-03-01;"
            " home A4 2024-02-01",
            (Row("2024-03-01", stopped="2024-03-01", warn="2024-09-01", due="2024-12-01"),),
        ),
    ),
)
