from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days, weeks

SQL = """
SELECT DISTINCT
    status.child_id, undone.reversed_on AS started_on,
    least(applied_on, again_on, status.ends_on) AS stopped_on,
    CASE
        WHEN applied_on <= least(again_on, status.ends_on, 'infinity') THEN 'applied to the court'
        WHEN again_on <= coalesce(status.ends_on, 'infinity') THEN 'adoption decided again'
        WHEN status.ends_on IS NOT NULL THEN 'placement order ended'
        ELSE '' END AS stopped_by
FROM status
JOIN decision AS undone
    ON undone.child_id = status.child_id
    AND daterange(status.starts_on, status.ends_on) @> undone.reversed_on
CROSS JOIN LATERAL (
    SELECT min(greatest(decided_on, undone.reversed_on)) AS again_on FROM decision
    WHERE decision.child_id = status.child_id
        AND coalesce(decision.reversed_on > undone.reversed_on, true)
) AS deciding
CROSS JOIN LATERAL (
    SELECT min(applied_on) AS applied_on FROM discharge
    JOIN court_order ON court_order.id = order_id AND court_order.kind = 'placement'
    WHERE discharge.child_id = status.child_id AND applied_on >= undone.reversed_on
) AS applying
WHERE code = 'E1' AND coalesce(again_on > undone.reversed_on, true)
"""

CLOCK = Clock(
    code="order-not-revoked",
    title="Placement order not ended",
    why=(
        "The plan is no longer adoption, but the order that allows it goes on, and with it the "
        "parents’ loss of a say. Only the court can end it, and only if somebody asks."
    ),
    source=(
        "Adoption and Children Act 2002, section 24, sets no time. Six weeks to apply are proposed "
        "by this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Social worker and legal adviser",
    group=Group.DRIFT,
    rules=("ADO-18",),
    subject="the child",
    counting=(
        "Six weeks from the day the decision for adoption was reversed; amber from day 34. It runs "
        "while the placement order goes on."
    ),
    stops="An application to end the order, the order’s end, or adoption decided again",
    limit=weeks(6),
    warning=days(34),
    gives=frozenset({"stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "reversed, and nobody asks the court",
            "care 2023-09-01; status E1 2023-11-01; decision 2023-10-02 reversed 2024-02-01",
            (Row("2024-02-01", warn="2024-03-06", due="2024-03-14"),),
        ),
        Example(
            "the court is asked; an application before, or on another order, is not this one",
            "care 2023-09-01; status E1 2023-11-01 .. 2024-06-03;"
            " decision 2023-10-02 reversed 2024-02-01; order care 2023-11-01; discharge 2024-02-05;"
            " order placement 2023-11-01; discharge 2024-01-31 decided=2024-02-02 outcome=refused;"
            " discharge 2024-03-14; discharge 2024-05-01",
            (Row("2024-02-01", stopped="2024-03-14", warn="2024-03-06", due="2024-03-14"),),
        ),
        Example(
            "the court is asked on the day: a wait of no days",
            "care 2023-09-01; status E1 2023-11-01; decision 2023-10-02 reversed 2024-02-01;"
            " order placement 2023-11-01; discharge 2024-02-01",
            (Row("2024-02-01", stopped="2024-02-01", warn="2024-03-06", due="2024-03-14"),),
        ),
        Example(
            "the order ends",
            "care 2023-09-01; status E1 2023-11-01 .. 2024-03-01; status C2 2024-03-01;"
            " decision 2023-10-02 reversed 2024-02-01",
            (Row("2024-02-01", stopped="2024-03-01", warn="2024-03-06", due="2024-03-14"),),
        ),
        Example(
            "adoption is decided again, and reversed again",
            "care 2023-09-01; status E1 2023-11-01; decision 2023-10-02 reversed 2024-02-01;"
            " decision 2024-02-20 reversed 2024-05-01",
            (
                Row("2024-02-01", stopped="2024-02-20", warn="2024-03-06", due="2024-03-14"),
                Row("2024-05-01", warn="2024-06-04", due="2024-06-12"),
            ),
        ),
        Example(
            "reversed before the order or when it has ended; and an order with its decision",
            "care 2023-09-01; status E1 2023-11-01 .. 2024-03-01; status C2 2024-03-01;"
            " decision 2023-10-02 reversed 2023-10-31; decision 2023-10-31 reversed 2024-03-01",
        ),
        Example(
            "decided again on the day, or another decision stands: adoption is the plan",
            "care 2023-09-01; status E1 2023-11-01; decision 2023-10-02 reversed 2024-02-01;"
            " decision 2024-02-01 reversed 2024-03-01; decision 2024-02-10",
        ),
        Example(
            "reversed on the day of the order",
            "care 2023-09-01; status E1 2023-11-01; decision 2023-10-02 reversed 2023-11-01",
            (Row("2023-11-01", warn="2023-12-05", due="2023-12-13"),),
        ),
        Example(
            "under another order there is none to end",
            "care 2023-09-01; status C2 2023-11-01; decision 2023-10-02 reversed 2024-02-01",
        ),
        Example(
            "two decisions reversed on one day are one wait",
            "care 2023-09-01; status E1 2023-11-01; decision 2023-10-02 reversed 2024-02-01;"
            " decision 2023-12-01 reversed 2024-02-01",
            (Row("2024-02-01", warn="2024-03-06", due="2024-03-14"),),
        ),
    ),
)
