from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    months,
    working_days,
)

SQL = """
SELECT
    guardian.child_id, asked_on AS started_on,
    least(report_filed_on, withdrew_on, ordered_on) AS stopped_on,
    CASE
        WHEN report_filed_on <= least(withdrew_on, ordered_on, 'infinity') THEN 'report filed'
        WHEN withdrew_on <= coalesce(ordered_on, 'infinity') THEN 'withdrew'
        WHEN ordered_on IS NOT NULL THEN 'order made'
        ELSE '' END AS stopped_by,
    'guardian ' || id AS subject
FROM guardian
CROSS JOIN LATERAL (SELECT least(notice_given_on, report_asked_on) AS asked_on) AS asked
CROSS JOIN LATERAL (
    SELECT min(made_on) AS ordered_on FROM court_order
    WHERE court_order.child_id = guardian.child_id AND kind = order_sought
        AND made_on >= asked_on
) AS court
WHERE order_sought = 'special-guardianship' AND asked_on IS NOT NULL
    AND coalesce(least(report_filed_on, withdrew_on) >= asked_on, true)
"""

CLOCK = Clock(
    code="guardian-report",
    title="Special guardianship report",
    why=(
        "The court decides nothing without the council’s report on the person who wants to be the "
        "child’s special guardian. Every week it is late the child waits."
    ),
    source=(
        "The report itself: Children Act 1989, section 14A(8), and the Special Guardianship "
        "Regulations 2005, regulation 21, which set no time but the court’s. Three months for a "
        "full assessment are what the Family Justice Council calls good practice."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.GUARDIANSHIP,
    rules=("SGO-02",),
    subject="the person who wants to be special guardian",
    counting=(
        "Three calendar months from their notice or from the day the court asked for the report, "
        "whichever came first. Amber 20 working days before."
    ),
    stops="The report filed, their withdrawal, or the order",
    limit=months(3),
    before=working_days(20),
    gives=frozenset({"stopped_by", "subject"}),
    sql=SQL,
    examples=(
        Example(
            "notice on the last of November, the court asked later",
            "care 2023-06-05; status C2 2023-06-05;"
            " guardian aunt 2023-09-04 notice=2023-11-30 report_asked=2024-01-15",
            (Row("2023-11-30", warn="2024-02-01", due="2024-02-29"),),
        ),
        Example(
            "the court asked without a notice; filed on the last day, then the order",
            "care 2023-06-05 .. 2024-05-20; status C2 2023-06-05 .. 2024-05-20;"
            " guardian aunt 2023-09-04 report_asked=2024-01-08 report_filed=2024-04-08"
            " withdrew=2024-04-08; order special-guardianship 2024-05-20",
            (Row("2024-01-08", stopped="2024-04-08", warn="2024-03-07", due="2024-04-08"),),
        ),
        Example(
            "withdrew before it was filed, on the day another got the order",
            "care 2023-06-05; status C2 2023-06-05;"
            " guardian aunt 2023-09-04 notice=2024-01-08 withdrew=2024-02-12"
            " report_filed=2024-02-19; order special-guardianship 2024-02-12",
            (Row("2024-01-08", stopped="2024-02-12", warn="2024-03-07", due="2024-04-08"),),
        ),
        Example(
            "the order is made and the report is not recorded; another order later",
            "care 2023-06-05; status C2 2023-06-05; guardian aunt 2023-09-04 notice=2024-01-08;"
            " order special-guardianship 2020-03-02; order care 2024-01-22;"
            " order special-guardianship 2024-03-04; order special-guardianship 2024-05-06",
            (Row("2024-01-08", stopped="2024-03-04", warn="2024-03-07", due="2024-04-08"),),
        ),
        Example(
            "filed, or withdrew, before the notice: nothing to wait for",
            "care 2023-06-05; status C2 2023-06-05;"
            " guardian aunt 2023-09-04 notice=2024-01-08 report_filed=2024-01-05"
            " withdrew=2024-06-03;"
            " guardian uncle 2023-09-04 name=b notice=2024-01-08 withdrew=2024-01-05",
        ),
        Example(
            "filed on the day of the notice, and the order made on the day the court asked",
            "care 2023-06-05; status C2 2023-06-05; order special-guardianship 2024-01-09;"
            " guardian aunt 2023-09-04 notice=2024-01-08 report_filed=2024-01-08;"
            " guardian uncle 2023-09-04 name=b report_asked=2024-01-09",
            (
                Row("2024-01-08", stopped="2024-01-08", warn="2024-03-07", due="2024-04-08"),
                Row("2024-01-09", stopped="2024-01-09", warn="2024-03-08", due="2024-04-09"),
            ),
        ),
        Example(
            "two people: a report each",
            "care 2023-06-05; status C2 2023-06-05; guardian aunt 2023-09-04 notice=2024-01-08;"
            " guardian uncle 2023-09-04 name=b notice=2024-01-22",
            (
                Row("2024-01-08", warn="2024-03-07", due="2024-04-08"),
                Row("2024-01-22", warn="2024-03-21", due="2024-04-22"),
            ),
        ),
        Example(
            "neither notice nor request; or for a child arrangements order",
            "care 2023-06-05; status C2 2023-06-05; guardian aunt 2023-09-04;"
            " guardian uncle 2023-09-04 name=b notice=2024-01-08 order_sought=child-arrangements",
        ),
    ),
)
