from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months

SQL = """
SELECT
    held.child_id, starts_on AS started_on, start_known,
    least(ordered_on, matched_on, ends_on) AS stopped_on,
    CASE
        WHEN ordered_on <= least(matched_on, ends_on, 'infinity') THEN 'order made'
        WHEN matched_on <= coalesce(ends_on, 'infinity') THEN 'matched until 18'
        WHEN ends_on IS NOT NULL THEN 'moved'
        ELSE '' END AS stopped_by
FROM (
    SELECT
        child_id, home_id, lower(days) AS starts_on, upper(days) AS ends_on,
        known[array_position(starts, lower(days))] AS start_known
    FROM (
        SELECT
            child_id, home_id, range_agg(daterange(starts_on, ends_on)) AS spells,
            array_agg(starts_on) AS starts, array_agg(start_known) AS known
        FROM lives WHERE type IN ('U1', 'U2', 'U3') GROUP BY child_id, home_id
    ) AS homes
    CROSS JOIN LATERAL unnest(spells) AS days
) AS held
CROSS JOIN LATERAL (
    SELECT min(made_on) AS ordered_on FROM court_order
    WHERE court_order.child_id = held.child_id AND made_on > starts_on
        AND kind IN ('special-guardianship', 'child-arrangements')
) AS ordering
CROSS JOIN LATERAL (
    SELECT min(decided_on) AS matched_on FROM long_term_match AS matched
    WHERE matched.child_id = held.child_id AND matched.home_id = held.home_id
        AND coalesce(ended_on > starts_on, true)
) AS matching
WHERE coalesce(matched_on > starts_on, true)
"""

CLOCK = Clock(
    code="connected-to-guardianship",
    title="With a relative, and no guardianship order",
    why=(
        "A child who lives well with a relative or friend seldom needs to stay in care for it. "
        "Most could have a special guardian within a year, if somebody asked."
    ),
    source=(
        "Local practice of one council (2025): special guardianship within 12 months in most "
        "cases. Relatives may apply to the court after a year; no regulation sets a limit."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Social worker and Permanence Monitoring Group",
    group=Group.APPROVALS,
    rules=("CON-07",),
    subject="the child",
    counting=(
        "Twelve calendar months from the day on which the child came to live with that relative "
        "or friend; amber from nine, and no more than that while they may adopt the child."
    ),
    stops=(
        "A special guardianship or child arrangements order, a decision that the child stays "
        "there as a foster child until 18, a move, or the end of care"
    ),
    limit=months(12),
    warning=months(9),
    eased=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "from a leap day on",
            "care 2024-02-29; status C2 2024-02-29; home U3 2024-02-29",
            (Row("2024-02-29", warn="2024-11-29", due="2025-02-28"),),
        ),
        Example(
            "long-term with the same carers it counts on; the order ends it",
            "care 2024-01-01; status C2 2024-01-01; home U3 2024-01-01 .. 2024-06-01 a;"
            " home U1 2024-06-01 .. 2025-02-03 a; home U6 2025-02-03 b;"
            " order special-guardianship 2024-12-02; order child-arrangements 2025-01-06",
            (Row("2024-01-01", stopped="2024-12-02", warn="2024-10-01", due="2025-01-01"),),
        ),
        Example(
            "a child arrangements order does so too, one made before or another order does not",
            "care 2024-01-01; status C2 2024-01-01; home U3 2024-01-01;"
            " order special-guardianship 2024-01-01; order supervision 2024-02-01;"
            " order child-arrangements 2024-12-02",
            (Row("2024-01-01", stopped="2024-12-02", warn="2024-10-01", due="2025-01-01"),),
        ),
        Example(
            "matched to stay there until 18; a match of an earlier home is none",
            "care 2023-01-01; status C2 2023-01-01; home U4 2023-01-01 .. 2024-01-01 b;"
            " home U3 2024-01-01 a;"
            " long-term-match 2023-06-01 ended=2024-01-02 end_reason=x b;"
            " long-term-match 2024-09-02 ended=2024-12-02 end_reason=x a;"
            " long-term-match 2025-01-06 a",
            (Row("2024-01-01", stopped="2024-09-02", warn="2024-10-01", due="2025-01-01"),),
        ),
        Example(
            "matched by the day of the move: nothing runs",
            "care 2024-01-01; status C2 2024-01-01; home U1 2024-01-01; long-term-match 2024-01-01",
        ),
        Example(
            "a match that ended with the day on which the child came back is over",
            "care 2022-01-01; status C2 2022-01-01; home U1 2022-01-01 .. 2022-03-01 a;"
            " home U6 2022-03-01 .. 2024-01-01 b; home U1 2024-01-01 a;"
            " long-term-match 2022-01-01 ended=2024-01-01 end_reason=x a",
            (Row("2024-01-01", warn="2024-10-01", due="2025-01-01"),),
        ),
        Example(
            "amber at most while the relative may adopt the child, whose adoption ends it",
            "care 2024-01-01; status C2 2024-01-01; home U3 2024-01-01 .. 2024-03-01 a;"
            " home U2 2024-03-01 .. 2025-03-01 a; home A3 2025-03-01 a",
            (
                Row("2024-01-01", stopped="2024-03-01", warn="2024-10-01", due="2025-01-01"),
                Row("2024-01-01", runs_from="2024-03-01", stopped="2025-03-01", warn="2024-10-01"),
            ),
        ),
        Example(
            "two relatives one after another, the first on or before a day",
            "care ~2024-01-01; status ~C2 2024-01-01; home ~U3 2024-01-01 .. 2024-03-01;"
            " home U3 2024-03-01",
            (
                Row(
                    "2024-01-01",
                    stopped="2024-03-01",
                    warn="2024-10-01",
                    due="2025-01-01",
                    known=False,
                ),
                Row("2024-03-01", warn="2024-12-01", due="2025-03-01"),
            ),
        ),
        Example(
            "foster carers who are strangers",
            "care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01",
        ),
    ),
)
