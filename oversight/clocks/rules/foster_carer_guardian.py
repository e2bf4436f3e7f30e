from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months

# The relationship is in a worker's own words.
SQL = """
SELECT
    guardian.child_id, intention_confirmed_on AS started_on,
    least(ordered_on, withdrew_on) AS stopped_on,
    CASE
        WHEN ordered_on <= coalesce(withdrew_on, 'infinity') THEN 'order made'
        WHEN withdrew_on IS NOT NULL THEN 'withdrew'
        ELSE '' END AS stopped_by,
    'guardian ' || id AS subject
FROM guardian
CROSS JOIN LATERAL (
    SELECT min(made_on) AS ordered_on FROM court_order
    WHERE court_order.child_id = guardian.child_id AND kind = order_sought
        AND made_on >= intention_confirmed_on
) AS court
WHERE order_sought = 'special-guardianship' AND relationship ~* 'foster|former.carer'
    AND intention_confirmed_on IS NOT NULL
    AND coalesce(withdrew_on >= intention_confirmed_on, true)
"""

CLOCK = Clock(
    code="foster-carer-guardian",
    title="Foster carer to special guardian",
    why=(
        "The child lives with them already and they have said yes. What is left is the council’s "
        "answer on support and money, and the court."
    ),
    source="Nobody publishes a limit. Six and nine months are proposed by this product.",
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Permanence Monitoring Group",
    group=Group.GUARDIANSHIP,
    rules=("SGO-06",),
    subject="the foster carer",
    counting=(
        "Calendar months from the day they confirmed that they want it; amber after six. For those "
        "whose relationship to the child is recorded as foster carer or former carer."
    ),
    stops="The order made, or their withdrawal",
    limit=months(9),
    warning=months(6),
    gives=frozenset({"stopped_by", "subject"}),
    sql=SQL,
    examples=(
        Example(
            "confirmed on the last of May",
            "care 2022-06-06; status C2 2022-06-06;"
            " guardian Foster-carer 2023-03-06 intention=2023-05-31",
            (Row("2023-05-31", warn="2023-11-30", due="2024-02-29"),),
        ),
        Example(
            "the order is made, and another later",
            "care 2022-06-06 .. 2024-07-01; status C2 2022-06-06 .. 2024-07-01;"
            " guardian former-carer 2023-03-06 intention=2024-01-08 withdrew=2024-05-20;"
            " order special-guardianship 2024-05-20; order special-guardianship 2024-06-03",
            (Row("2024-01-08", stopped="2024-05-20", warn="2024-07-08", due="2024-10-08"),),
        ),
        Example(
            "they withdraw, and a relative gets the order",
            "care 2022-06-06; status C2 2022-06-06; order special-guardianship 2024-07-01;"
            " guardian foster-carer 2023-03-06 intention=2024-01-08 withdrew=2024-02-12",
            (Row("2024-01-08", stopped="2024-02-12", warn="2024-07-08", due="2024-10-08"),),
        ),
        Example(
            "the order is made on the day they confirm; older ones and other kinds do not count",
            "care 2022-06-06; status C2 2022-06-06; order special-guardianship 2020-05-04;"
            " order care 2024-01-08; order special-guardianship 2024-01-22;"
            " guardian foster-carer 2023-03-06 intention=2024-01-22",
            (Row("2024-01-22", stopped="2024-01-22", warn="2024-07-22", due="2024-10-22"),),
        ),
        Example(
            "two foster carers, one of whom withdraws on the day",
            "care 2022-06-06; status C2 2022-06-06; order care 2024-02-05;"
            " guardian foster-carer 2023-03-06 intention=2024-01-08 withdrew=2024-01-08;"
            " guardian foster-carer 2023-03-06 name=b intention=2024-01-15",
            (
                Row("2024-01-08", stopped="2024-01-08", warn="2024-07-08", due="2024-10-08"),
                Row("2024-01-15", warn="2024-07-15", due="2024-10-15"),
            ),
        ),
        Example(
            "a grandmother is no foster carer, nor does a carer wait who never said yes",
            "care 2022-06-06; status C2 2022-06-06; guardian grandmother 2023-03-06"
            " intention=2024-01-08; guardian foster-carer 2023-03-06 name=b",
        ),
        Example(
            "they withdrew before they confirmed, or want a child arrangements order",
            "care 2022-06-06; status C2 2022-06-06;"
            " guardian foster-carer 2023-03-06 intention=2024-01-08 withdrew=2024-01-05;"
            " guardian foster-carer 2023-03-06 name=b intention=2024-01-08"
            " order_sought=child-arrangements",
        ),
    ),
)
