from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, working_days
from oversight.clocks.shared.homes_with_parents import APPROVED, AT_ONCE, UNDER_ORDER

SQL = f"""
WITH {UNDER_ORDER}
SELECT
    child_id, starts_on AS started_on, start_known,
    least(approved_on, at_once_on, ends_on) AS stopped_on,
    CASE
        WHEN least(approved_on, at_once_on) <= coalesce(ends_on, 'infinity') THEN 'approved'
        ELSE ended_by END AS stopped_by
FROM at_home
{AT_ONCE}
{APPROVED}
WHERE NOT is_move AND coalesce(least(approved_on, at_once_on) >= starts_on, true)
"""

CLOCK = Clock(
    code="parents-already-home",
    title="At home when the order was made",
    why=(
        "An order made on a child at home moves nobody, so nobody asks for approval. The council "
        "answers for the home from that day all the same."
    ),
    source=(
        "Regulation 15(2) of the Care Planning, Placement and Case Review (England) Regulations "
        "2010 lets the child stay meanwhile and sets no time. Ten working days are proposed by "
        "this product, as after a move at once; one council used six weeks."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="Social worker and nominated officer",
    group=Group.PARENTS,
    rules=("PWP-05",),
    subject="the child",
    counting=(
        "Ten working days from the interim or care order made while the child lived at home, or "
        "from the first day of care where that is at home under an order; amber from the eighth. "
        "A care order that takes an interim order's place starts nothing."
    ),
    stops="Living with parents approved, or a move",
    limit=working_days(10),
    warning=working_days(8),
    recorded=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "the order made while the child was at home, before Easter",
            "recorded 2020-01-01; care 2024-01-01; status V2 2024-01-01 .. 2024-03-20;"
            " status C1 2024-03-20; home P1 2024-01-01",
            (Row("2024-03-20", warn="2024-04-03", due="2024-04-05"),),
        ),
        Example(
            "care began at home with the order; approved on the last day",
            "recorded 2020-01-01; care 2024-03-20; status C1 2024-03-20; home P1 2024-03-20;"
            " request parents 2024-03-25 needed=2024-03-20; request-decided approved 2024-04-05",
            (
                Row(
                    "2024-03-20",
                    stopped="2024-04-05",
                    warn="2024-04-03",
                    due="2024-04-05",
                ),
            ),
        ),
        Example(
            "approved at once does as well; what is refused does not",
            "recorded 2020-01-01; care 2024-03-20; status C2 2024-03-20; home P1 2024-03-20;"
            " request parents 2024-03-20 needed=2024-03-20; request-decided refused 2024-03-21;"
            " request parents-at-once 2024-03-25 needed=2024-03-20;"
            " request-decided approved 2024-03-26",
            (
                Row(
                    "2024-03-20",
                    stopped="2024-03-26",
                    warn="2024-04-03",
                    due="2024-04-05",
                ),
            ),
        ),
        Example(
            "approved on the day of the order: a wait of no days",
            "recorded 2020-01-01; care 2024-03-20; status C2 2024-03-20; home P1 2024-03-20;"
            " request parents 2024-03-20 needed=2024-03-20; request-decided approved 2024-03-20",
            (
                Row(
                    "2024-03-20",
                    stopped="2024-03-20",
                    warn="2024-04-03",
                    due="2024-04-05",
                ),
            ),
        ),
        Example(
            "approved before the order",
            "recorded 2020-01-01; care 2024-01-01; status V2 2024-01-01 .. 2024-03-20;"
            " status C1 2024-03-20; home P1 2024-01-01;"
            " request parents 2024-03-01 needed=2024-03-20; request-decided approved 2024-03-19",
        ),
        Example(
            "moved out before it was approved",
            "recorded 2020-01-01; care 2024-03-20; status C2 2024-03-20;"
            " home P1 2024-03-20 .. 2024-04-01; home U6 2024-04-01;"
            " request parents 2024-03-25 needed=2024-03-20; request-decided approved 2024-04-02",
            (
                Row(
                    "2024-03-20",
                    stopped="2024-04-01",
                    warn="2024-04-03",
                    due="2024-04-05",
                ),
            ),
        ),
        Example(
            "a move under the order is counted elsewhere, and so is a care order after it",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01 .. 2024-05-01;"
            " status C2 2024-05-01; home U6 2024-01-01 .. 2024-03-20; home P1 2024-03-20",
        ),
        Example(
            "at home under an order on or before the first return, and nobody recorded then",
            "recorded 2024-04-01; care ~2022-04-01; status ~C2 2022-04-01; home ~P1 2022-04-01",
            (
                Row(
                    "2024-04-01",
                    warn="2024-04-11",
                    due="2024-04-15",
                    known=False,
                ),
            ),
        ),
        Example(
            "at home on or before a day, under an order of a day that is known",
            "recorded 2020-01-01; care ~2024-01-01; status V2 2024-01-01 .. 2024-03-20;"
            " status C1 2024-03-20; home ~P1 2024-01-01",
            (Row("2024-03-20", warn="2024-04-03", due="2024-04-05"),),
        ),
        Example(
            "the order's first day unknown",
            "recorded 2020-01-01; care ~2024-03-20; status ~C1 2024-03-20; home P1 2024-03-20",
            (Row("2024-03-20", warn="2024-04-03", due="2024-04-05"),),
        ),
        Example(
            "an unknown first day, at home as well",
            "recorded 2020-01-01; care ~2024-03-20; status ~C1 2024-03-20; home ~P1 2024-03-20",
            (Row("2024-03-20", warn="2024-04-03", due="2024-04-05", known=False),),
        ),
        Example(
            "the order ends before the child moves; approved later",
            "recorded 2020-01-01; care 2024-01-01; status V2 2024-01-01 .. 2024-03-20;"
            " status C1 2024-03-20 .. 2024-05-06; status V2 2024-05-06;"
            " home P1 2024-01-01 .. 2024-06-03; home U6 2024-06-03;"
            " request parents 2024-05-01 needed=2024-03-18; request-decided approved 2024-05-07",
            (Row("2024-03-20", stopped="2024-05-06", warn="2024-04-03", due="2024-04-05"),),
        ),
        Example(
            "the order ends on the day of the move, on which it is approved",
            "recorded 2020-01-01; care 2024-01-01; status V2 2024-01-01 .. 2024-03-20;"
            " status C1 2024-03-20 .. 2024-05-06; status V2 2024-05-06;"
            " home P1 2024-01-01 .. 2024-05-06; home U6 2024-05-06;"
            " request parents 2024-05-01 needed=2024-03-18; request-decided approved 2024-05-06",
            (Row("2024-03-20", stopped="2024-05-06", warn="2024-04-03", due="2024-04-05"),),
        ),
        Example(
            "at once 29 days before is too early, and refused is not approved;"
            " then approved four times",
            "recorded 2020-01-01; care 2024-01-01; status V2 2024-01-01 .. 2024-03-20;"
            " status C1 2024-03-20; home P1 2024-01-01;"
            " request parents-at-once 2024-02-19 needed=2024-03-18;"
            " request-decided approved 2024-02-20;"
            " request parents-at-once 2024-03-18 needed=2024-03-20;"
            " request-decided refused 2024-03-21; request parents 2024-03-20 needed=2024-03-18;"
            " request-decided approved 2024-03-27;"
            " request parents 2024-03-21 needed=2024-03-18;"
            " request-decided approved 2024-04-03;"
            " request parents-at-once 2024-03-22 needed=2024-03-18;"
            " request-decided approved 2024-03-26;"
            " request parents-at-once 2024-03-25 needed=2024-03-18;"
            " request-decided approved 2024-04-02",
            (Row("2024-03-20", stopped="2024-03-26", warn="2024-04-03", due="2024-04-05"),),
        ),
        Example(
            "at once 28 days before",
            "recorded 2020-01-01; care 2024-01-01; status V2 2024-01-01 .. 2024-03-20;"
            " status C1 2024-03-20; home P1 2024-01-01;"
            " request parents-at-once 2024-02-19 needed=2024-03-18;"
            " request-decided approved 2024-02-21",
        ),
        Example(
            "approved before the order, and at once after it",
            "recorded 2020-01-01; care 2024-01-01; status V2 2024-01-01 .. 2024-03-20;"
            " status C1 2024-03-20; home P1 2024-01-01;"
            " request parents 2024-03-04 needed=2024-03-18;"
            " request-decided approved 2024-03-11;"
            " request parents-at-once 2024-03-20 needed=2024-03-18;"
            " request-decided approved 2024-03-22",
        ),
        Example(
            "in care for a day, and home on the day of the order: a move",
            "recorded 2020-01-01; care 2024-03-19; status V2 2024-03-19 .. 2024-03-20;"
            " status C1 2024-03-20; home U6 2024-03-19 .. 2024-03-20; home P1 2024-03-20",
        ),
        Example(
            "approved on the day the order before ended, that does not hold for this one",
            "recorded 2020-01-01; care 2022-01-03; status C2 2022-01-03 .. 2022-06-01;"
            " status V2 2022-06-01 .. 2024-03-20; status C1 2024-03-20; home P1 2022-01-03;"
            " request parents 2022-05-30 needed=2024-03-18; request-decided approved 2022-06-01",
            (
                Row("2022-01-03", stopped="2022-06-01", warn="2022-01-13", due="2022-01-17"),
                Row("2024-03-20", warn="2024-04-03", due="2024-04-05"),
            ),
        ),
    ),
)
