from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    working_days,
)

# While the decision and the proceedings both stand. A second decision beside one that stands, and
# an application that is before the court already, start nothing.
SQL = """
SELECT
    care_case.child_id, started_on,
    least(applied_on, ordered_on, reversed_on, concluded_on) AS stopped_on,
    CASE
        WHEN applied_on <= least(ordered_on, reversed_on, concluded_on, 'infinity')
            THEN 'applied for'
        WHEN ordered_on <= least(reversed_on, concluded_on, 'infinity') THEN 'placement order'
        WHEN reversed_on <= coalesce(concluded_on, 'infinity') THEN 'decision reversed'
        WHEN concluded_on IS NOT NULL THEN 'proceedings concluded'
        ELSE '' END AS stopped_by,
    'proceedings ' || care_case.id AS subject
FROM proceedings AS care_case
JOIN decision USING (child_id)
CROSS JOIN LATERAL (SELECT greatest(decided_on, issued_on) AS started_on) AS both_stand
CROSS JOIN LATERAL (
    SELECT min(asked.issued_on) AS applied_on FROM proceedings AS asked
    WHERE asked.child_id = care_case.child_id AND asked.kind = 'placement'
        AND asked.issued_on >= started_on
) AS application
CROSS JOIN LATERAL (
    SELECT min(starts_on) AS ordered_on FROM status
    WHERE status.child_id = care_case.child_id AND code = 'E1'
        AND starts_on >= started_on
) AS placement_order
WHERE kind = 'care'
    AND coalesce(concluded_on > started_on, true) AND coalesce(reversed_on > started_on, true)
    AND NOT EXISTS (
        SELECT FROM decision AS standing
        WHERE standing.child_id = care_case.child_id
            AND standing.decided_on < decision.decided_on
            AND coalesce(standing.reversed_on > started_on, true)
    )
    AND NOT EXISTS (
        SELECT FROM proceedings AS asked
        WHERE asked.child_id = care_case.child_id AND asked.kind = 'placement'
            AND asked.issued_on < started_on
            AND coalesce(asked.concluded_on > started_on, true)
    )
"""

CLOCK = Clock(
    code="placement-order-application",
    title="Placement order not applied for",
    why=(
        "Once the agency has decided for adoption during care proceedings, the court can hear both "
        "together. An application that comes late moves the final hearing."
    ),
    source=(
        "Councils’ procedures ask for the application as soon as the agency decision has been "
        "made. Five working days are proposed by this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.HIGH,
    owner="Legal adviser",
    group=Group.COURT,
    rules=("LAW-07",),
    subject="the care proceedings",
    counting=(
        "5 working days from the adoption decision made while care proceedings run, or from their "
        "issue where the decision stood before; amber from the 4th."
    ),
    stops="The application, a placement order, the decision reversed, or proceedings concluded",
    limit=working_days(5),
    warning=working_days(4),
    gives=frozenset({"stopped_by", "subject"}),
    sql=SQL,
    examples=(
        Example(
            "decided on the Friday before Easter week",
            "care 2023-11-06; status C1 2023-11-06; proceedings care 2023-11-06;"
            " decision 2024-03-22",
            (Row("2024-03-22", warn="2024-03-28", due="2024-04-02"),),
        ),
        Example(
            "applied for and ordered on the last day; a second application changes nothing",
            "care 2023-11-06; status C1 2023-11-06 .. 2024-05-09; status E1 2024-05-09;"
            " proceedings care 2023-11-06 concluded=2024-07-08 outcome=order;"
            " decision 2024-05-01 reversed 2025-02-03; proceedings placement 2024-05-09;"
            " proceedings placement 2024-07-01",
            (Row("2024-05-01", stopped="2024-05-09", warn="2024-05-08", due="2024-05-09"),),
        ),
        Example(
            "applied for on the day of the decision: a wait of no days",
            "care 2023-11-06; status C1 2023-11-06; proceedings care 2023-11-06;"
            " decision 2024-05-01; proceedings placement 2024-05-01",
            (Row("2024-05-01", stopped="2024-05-01", warn="2024-05-08", due="2024-05-09"),),
        ),
        Example(
            "an application is before the court already",
            "care 2023-11-06; status C1 2023-11-06; proceedings care 2023-11-06;"
            " proceedings placement 2024-04-29; decision 2024-05-01",
        ),
        Example(
            "an application of years ago is over, and so is that placement order",
            "care 2020-11-06; status C1 2020-11-06 .. 2021-05-03;"
            " status E1 2021-05-03 .. 2024-05-01; status C1 2024-05-01;"
            " proceedings placement 2021-02-01 concluded=2021-05-03 outcome=order;"
            " proceedings placement 2022-02-01 concluded=2024-05-01 outcome=refused;"
            " proceedings care 2023-11-06; decision 2024-05-01",
            (Row("2024-05-01", warn="2024-05-08", due="2024-05-09"),),
        ),
        Example(
            "a placement order is made, whatever was recorded of the application",
            "care 2023-11-06; status C1 2023-11-06 .. 2024-05-20;"
            " status E1 2024-05-20 .. 2024-09-02; status C2 2024-09-02 .. 2025-01-06;"
            " status E1 2025-01-06; proceedings care 2023-11-06;"
            " decision 2024-05-01 reversed 2024-05-20; proceedings placement 2024-06-03",
            (Row("2024-05-01", stopped="2024-05-20", warn="2024-05-08", due="2024-05-09"),),
        ),
        Example(
            "the order is made on the day of the decision: a wait of no days",
            "care 2023-11-06; status C1 2023-11-06 .. 2024-05-01; status E1 2024-05-01;"
            " proceedings care 2023-11-06; decision 2024-05-01",
            (Row("2024-05-01", stopped="2024-05-01", warn="2024-05-08", due="2024-05-09"),),
        ),
        Example(
            "the decision is reversed, and adoption decided again the same day",
            "care 2023-11-06; status C1 2023-11-06; proceedings care 2023-11-06;"
            " decision 2024-05-01 reversed 2024-06-03; decision 2024-06-03",
            (
                Row("2024-05-01", stopped="2024-06-03", warn="2024-05-08", due="2024-05-09"),
                Row("2024-06-03", warn="2024-06-07", due="2024-06-10"),
            ),
        ),
        Example(
            "reversed, and decided again two weeks later",
            "care 2023-11-06; status C1 2023-11-06; proceedings care 2023-11-06;"
            " decision 2024-05-01 reversed 2024-05-07; decision 2024-06-03",
            (
                Row("2024-05-01", stopped="2024-05-07", warn="2024-05-08", due="2024-05-09"),
                Row("2024-06-03", warn="2024-06-07", due="2024-06-10"),
            ),
        ),
        Example(
            "reversed as the proceedings are concluded; a placement order later",
            "care 2023-11-06; status C1 2023-11-06 .. 2024-06-03; status E1 2024-06-03;"
            " proceedings care 2023-11-06 concluded=2024-05-07 outcome=order;"
            " decision 2024-05-01 reversed 2024-05-07",
            (Row("2024-05-01", stopped="2024-05-07", warn="2024-05-08", due="2024-05-09"),),
        ),
        Example(
            "decided twice: one wait",
            "care 2023-11-06; status C1 2023-11-06; proceedings care 2023-11-06;"
            " decision 2024-05-01; decision 2024-06-03",
            (Row("2024-05-01", warn="2024-05-08", due="2024-05-09"),),
        ),
        Example(
            "the proceedings are concluded without it",
            "care 2023-11-06; status C1 2023-11-06;"
            " proceedings care 2023-11-06 concluded=2024-05-07 outcome=order; decision 2024-05-01",
            (Row("2024-05-01", stopped="2024-05-07", warn="2024-05-08", due="2024-05-09"),),
        ),
        Example(
            "reversed at once: no wait",
            "care 2023-11-06; status C1 2023-11-06; proceedings care 2023-11-06;"
            " decision 2024-05-01 reversed 2024-05-01",
        ),
        Example(
            "decided on the day they are concluded: no wait until others are issued",
            "care 2023-11-06; status C1 2023-11-06;"
            " proceedings care 2023-11-06 concluded=2024-05-01 outcome=order; decision 2024-05-01;"
            " proceedings care 2024-06-03; proceedings discharge 2024-04-01",
            (Row("2024-06-03", warn="2024-06-07", due="2024-06-10"),),
        ),
        Example(
            "decided outside care proceedings",
            "care 2023-11-06; status V2 2023-11-06; decision 2024-05-01;"
            " proceedings private 2023-11-06",
        ),
    ),
)
