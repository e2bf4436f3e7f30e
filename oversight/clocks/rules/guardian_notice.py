from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months

# Whoever applied or stood back before the day of the notice does not wait for it.
SQL = """
SELECT
    guardian.child_id, notice_given_on AS started_on,
    least(applied_on, withdrew_on, ordered_on) AS stopped_on,
    CASE
        WHEN applied_on <= least(withdrew_on, ordered_on, 'infinity') THEN 'applied'
        WHEN withdrew_on <= coalesce(ordered_on, 'infinity') THEN 'withdrew'
        WHEN ordered_on IS NOT NULL THEN 'order made'
        ELSE '' END AS stopped_by,
    'guardian ' || id AS subject
FROM guardian
CROSS JOIN LATERAL (
    SELECT min(made_on) AS ordered_on FROM court_order
    WHERE court_order.child_id = guardian.child_id AND kind = order_sought
        AND made_on >= notice_given_on
) AS court
WHERE order_sought = 'special-guardianship' AND notice_given_on IS NOT NULL
    AND coalesce(least(applied_on, withdrew_on) >= notice_given_on, true)
"""

CLOCK = Clock(
    code="guardian-notice",
    title="Notice given, no application",
    why=(
        "Somebody has told the council that they want to be the child’s special guardian. When "
        "three months have passed they may apply; if they do not, ask what holds them back."
    ),
    source=(
        "Children Act 1989, section 14A(7): three months’ notice before the application, unless "
        "the court allows it sooner. No law says by when to apply: that it turns amber then is "
        "this product’s proposal."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="Social worker",
    group=Group.GUARDIANSHIP,
    rules=("SGO-01",),
    subject="the person who gave notice",
    counting="Three calendar months from the day of the notice. Amber only, and from then on.",
    stops="The application, their withdrawal, or the order",
    warning=months(3),
    gives=frozenset({"stopped_by", "subject"}),
    sql=SQL,
    examples=(
        Example(
            "given on the last of November",
            "care 2023-06-05; status C2 2023-06-05; guardian aunt 2023-09-04 notice=2023-11-30",
            (Row("2023-11-30", warn="2024-02-29"),),
        ),
        Example(
            "applied when the three months were over, and withdrew; then an order",
            "care 2023-06-05; status C2 2023-06-05;"
            " guardian aunt 2023-09-04 notice=2024-01-08 applied=2024-04-09 withdrew=2024-04-09;"
            " order special-guardianship 2024-07-01",
            (Row("2024-01-08", stopped="2024-04-09", warn="2024-04-08"),),
        ),
        Example(
            "withdrew as another got the order, and applied later after all",
            "care 2023-06-05; status C2 2023-06-05;"
            " guardian aunt 2023-09-04 notice=2024-01-08 withdrew=2024-02-12 applied=2024-03-04;"
            " order special-guardianship 2024-02-12",
            (Row("2024-01-08", stopped="2024-02-12", warn="2024-04-08"),),
        ),
        Example(
            "the order is made without an application of theirs; another later",
            "care 2023-06-05; status C2 2023-06-05; guardian aunt 2023-09-04 notice=2024-01-08;"
            " order special-guardianship 2020-03-02; order care 2024-01-22;"
            " order special-guardianship 2024-03-04; order special-guardianship 2024-05-06",
            (Row("2024-01-08", stopped="2024-03-04", warn="2024-04-08"),),
        ),
        Example(
            "applied, or withdrew, before the notice",
            "care 2023-06-05; status C2 2023-06-05;"
            " guardian aunt 2023-09-04 notice=2024-01-08 applied=2024-01-05 withdrew=2024-06-03;"
            " guardian uncle 2023-09-04 name=b notice=2024-01-08 withdrew=2024-01-05",
        ),
        Example(
            "applied, and another withdrew, and the order made, on the day of the notice",
            "care 2023-06-05; status C2 2023-06-05; order special-guardianship 2024-01-09;"
            " guardian aunt 2023-09-04 notice=2024-01-08 applied=2024-01-08;"
            " guardian uncle 2023-09-04 name=b notice=2024-01-09",
            (
                Row("2024-01-08", stopped="2024-01-08", warn="2024-04-08"),
                Row("2024-01-09", stopped="2024-01-09", warn="2024-04-09"),
            ),
        ),
        Example(
            "two people gave notice: each has a wait",
            "care 2023-06-05; status C2 2023-06-05; guardian aunt 2023-09-04 notice=2024-01-08;"
            " guardian uncle 2023-09-04 name=b notice=2024-01-22",
            (Row("2024-01-08", warn="2024-04-08"), Row("2024-01-22", warn="2024-04-22")),
        ),
        Example(
            "no notice yet, or one for a child arrangements order",
            "care 2023-06-05; status C2 2023-06-05; guardian aunt 2023-09-04;"
            " guardian uncle 2023-09-04 name=b notice=2024-01-08 order_sought=child-arrangements",
        ),
    ),
)
