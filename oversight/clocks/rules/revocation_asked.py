from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days, weeks

# An application that somebody made before, and that the court has not decided, is one as well.
SQL = """
WITH given_up AS (
    SELECT DISTINCT status.child_id, status.ends_on, reversed_on
    FROM status
    JOIN decision USING (child_id)
    WHERE code = 'E1' AND daterange(starts_on, ends_on) @> reversed_on
        AND NOT EXISTS (
            SELECT FROM decision AS standing
            WHERE standing.child_id = status.child_id
                AND standing.decided_on <= decision.reversed_on
                AND coalesce(standing.reversed_on > decision.reversed_on, true)
        )
),
application AS (
    SELECT child_id, issued_on AS asked_on, concluded_on AS decided_on
    FROM proceedings WHERE kind = 'discharge'
    UNION ALL
    SELECT discharge.child_id, applied_on, decided_on
    FROM discharge
    JOIN court_order ON court_order.id = order_id
    WHERE kind = 'placement'
)
SELECT
    given_up.child_id, reversed_on AS started_on, least(asked_on, again_on, ends_on) AS stopped_on,
    CASE
        WHEN asked_on <= least(again_on, ends_on, 'infinity') THEN 'applied for'
        WHEN again_on <= coalesce(ends_on, 'infinity') THEN 'adoption decided again'
        WHEN ends_on IS NOT NULL THEN 'placement order ended'
        ELSE '' END AS stopped_by
FROM given_up
CROSS JOIN LATERAL (
    SELECT min(greatest(asked_on, reversed_on)) AS asked_on FROM application
    WHERE application.child_id = given_up.child_id
        AND coalesce(application.decided_on > reversed_on, true)
) AS asking
CROSS JOIN LATERAL (
    SELECT min(decided_on) AS again_on FROM decision
    WHERE decision.child_id = given_up.child_id AND decided_on > given_up.reversed_on
) AS anew
"""

CLOCK = Clock(
    code="revocation-asked",
    title="Revocation not asked for",
    why=(
        "Adoption has been given up, and yet the placement order stands between the parents and "
        "the child. Only the court can end it, and only when somebody asks."
    ),
    source=(
        "Adoption and Children Act 2002, section 24, lets the court revoke the order and names no "
        "time to ask. Six weeks are proposed by this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Legal adviser",
    group=Group.ADOPTION,
    rules=("ADO-18",),
    subject="the child",
    counting=(
        "6 weeks from the day on which the decision for adoption was reversed while a placement "
        "order holds; amber from the 34th day."
    ),
    stops="An application to end the order, adoption decided again, or the order’s end",
    limit=weeks(6),
    warning=days(34),
    recorded=True,
    gives=frozenset({"stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "reversed, twice on that day, over a 29 February, and nobody asked",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09;"
            " decision 2022-12-05 reversed 2024-02-05; decision 2024-02-05 reversed 2024-02-05",
            (Row("2024-02-05", warn="2024-03-10", due="2024-03-18"),),
        ),
        Example(
            "the court issued on the last day, and revoked it that day; another application later",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09 .. 2024-03-18;"
            " status C2 2024-03-18; decision 2022-12-05 reversed 2024-02-05;"
            " proceedings discharge 2024-03-18; proceedings discharge 2024-05-06",
            (Row("2024-02-05", stopped="2024-03-18", warn="2024-03-10", due="2024-03-18"),),
        ),
        Example(
            "the application was recorded with the order; one about another order does not count",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09;"
            " decision 2022-12-05 reversed 2024-02-05; order care 2023-01-09;"
            " discharge 2024-02-12 applied_by=authority; order placement 2023-01-09;"
            " discharge 2024-02-26 applied_by=authority",
            (Row("2024-02-05", stopped="2024-02-26", warn="2024-03-10", due="2024-03-18"),),
        ),
        Example(
            "the parents had asked already, and the court has not decided: a wait of no days",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09;"
            " decision 2022-12-05 reversed 2024-02-05; order placement 2023-01-09;"
            " discharge 2024-01-08 applied_by=parents decided=2024-04-08 outcome=discharged",
            (Row("2024-02-05", stopped="2024-02-05", warn="2024-03-10", due="2024-03-18"),),
        ),
        Example(
            "what the court refused by that day, and proceedings of another kind, do not count",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09;"
            " decision 2022-12-05 reversed 2024-02-05;"
            " proceedings discharge 2023-11-06 concluded=2024-02-05 outcome=refused;"
            " proceedings discharge 2023-06-05 concluded=2023-09-04 outcome=refused;"
            " proceedings private 2024-02-12",
            (Row("2024-02-05", warn="2024-03-10", due="2024-03-18"),),
        ),
        Example(
            "adoption is decided again, twice, and reversed once more",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09 .. 2024-07-15;"
            " status C2 2024-07-15; decision 2022-12-05 reversed 2024-02-05;"
            " decision 2024-03-04 reversed 2024-06-03; decision 2024-04-08 reversed 2024-06-03",
            (
                Row("2024-02-05", stopped="2024-03-04", warn="2024-03-10", due="2024-03-18"),
                Row("2024-06-03", stopped="2024-07-15", warn="2024-07-07", due="2024-07-15"),
            ),
        ),
        Example(
            "another decision stands, of that very day or before: adoption is not given up",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09;"
            " decision 2022-12-05 reversed 2024-02-05; decision 2024-02-05 reversed 2024-04-08;"
            " decision 2024-03-04",
        ),
        Example(
            "reversed on the first day of the order, and not before it or as it ends",
            "recorded 2020-01-01; care 2021-06-07;"
            " status E1 2021-12-06 .. 2022-06-06; status C2 2022-06-06 .. 2023-01-09;"
            " status E1 2023-01-09; decision 2021-11-01 reversed 2022-06-06;"
            " decision 2022-12-05 reversed 2023-01-09",
            (Row("2023-01-09", warn="2023-02-12", due="2023-02-20"),),
        ),
        Example(
            "adoption is decided again as the order ends; somebody applies later",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09 .. 2024-03-04;"
            " status C2 2024-03-04; decision 2022-12-05 reversed 2024-02-05; decision 2024-03-04;"
            " proceedings discharge 2024-04-08",
            (Row("2024-02-05", stopped="2024-03-04", warn="2024-03-10", due="2024-03-18"),),
        ),
        Example(
            "recording began later",
            "recorded 2024-05-06; care 2022-06-06; status E1 2023-01-09;"
            " decision 2022-12-05 reversed 2024-02-05",
            (Row("2024-05-06", warn="2024-06-09", due="2024-06-17", known=False),),
        ),
    ),
)
