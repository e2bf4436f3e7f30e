from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row
from oversight.clocks.shared.homes_with_parents import APPROVED, AT_ONCE, UNDER_ORDER

SQL = f"""
WITH {UNDER_ORDER}
SELECT
    child_id, starts_on AS started_on, start_known,
    least(approved_on, at_once_on, ends_on) AS stopped_on,
    CASE
        WHEN least(approved_on, at_once_on) <= coalesce(ends_on, 'infinity') THEN 'approved'
        ELSE ended_by END AS stopped_by,
    starts_on - 1 AS due_on
FROM at_home
{AT_ONCE}
{APPROVED}
WHERE is_move AND coalesce(least(approved_on, at_once_on) > starts_on, true)
"""

CLOCK = Clock(
    code="parents-approval",
    title="Moved home, not approved",
    why=(
        "Under an order the council answers for where the child lives, home too. A move that "
        "nobody senior agreed to is one that nobody has weighed."
    ),
    source=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 18(1): "
        "the nominated officer approves before the decision takes effect."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Nominated officer",
    group=Group.PARENTS,
    rules=("PWP-02",),
    subject="the child",
    counting=(
        "Red from the day of the move under an interim or full care order, where living with "
        "parents was not approved by then since the child last left home, nor living there at "
        "once from four weeks before. A child at home when the order is made is counted elsewhere."
    ),
    limit_words="before the move",
    stops="Living with parents approved, or another move",
    recorded=True,
    gives=frozenset({"start_known", "stopped_by", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "moved home and nobody was asked",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18",
            (Row("2024-03-18", due="2024-03-17"),),
        ),
        Example(
            "approved on the day of the move",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18;"
            " request parents 2024-03-01 needed=2024-03-18; request-decided approved 2024-03-18",
        ),
        Example(
            "approved on the day after",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18;"
            " request parents 2024-03-01 needed=2024-03-18; request-decided approved 2024-03-19",
            (Row("2024-03-18", stopped="2024-03-19", due="2024-03-17"),),
        ),
        Example(
            "asked for and refused, then the child moves out",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01 .. 2024-03-29;"
            " status V2 2024-03-29; home U6 2024-01-01 .. 2024-03-18;"
            " home P1 2024-03-18 .. 2024-03-29; home U4 2024-03-29;"
            " request parents 2024-03-01 needed=2024-03-18;"
            " request-decided refused 2024-03-11",
            (Row("2024-03-18", stopped="2024-03-29", due="2024-03-17"),),
        ),
        Example(
            "approved at once",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18;"
            " request parents-at-once 2024-02-19 needed=2024-03-18;"
            " request-decided approved 2024-02-19",
        ),
        Example(
            "approved at once a day late, before the full approval",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18;"
            " request parents-at-once 2024-03-18 needed=2024-03-18;"
            " request-decided approved 2024-03-19;"
            " request parents-at-once 2024-03-19 needed=2024-03-18;"
            " request-decided approved 2024-03-21;"
            " request parents 2024-03-18 needed=2024-03-18; request-decided approved 2024-04-02",
            (Row("2024-03-18", stopped="2024-03-19", due="2024-03-17"),),
        ),
        Example(
            "what was approved for the stay before does not hold for this one",
            "recorded 2020-01-01; care 2022-01-01; status C2 2022-01-01;"
            " home U6 2022-01-01 .. 2022-03-01; home P1 2022-03-01 .. 2022-06-01;"
            " home U4 2022-06-01 .. 2024-03-18; home P1 2024-03-18;"
            " request parents 2022-02-01 needed=2022-03-01; request-decided approved 2022-02-28;"
            " request overnights 2024-02-01 needed=2024-03-01; request-decided approved 2024-02-28",
            (Row("2024-03-18", due="2024-03-17"),),
        ),
        Example(
            "approved since the day after the child left, not on it",
            "recorded 2020-01-01; care 2022-01-01; status C2 2022-01-01;"
            " home U6 2022-01-01 .. 2022-03-01; home P1 2022-03-01 .. 2022-06-01;"
            " home U4 2022-06-01 .. 2022-07-01; home P1 2022-07-01 .. 2022-08-01;"
            " home U4 2022-08-01 .. 2022-09-01; home P1 2022-09-01;"
            " request parents 2022-02-01 needed=2022-03-01; request-decided approved 2022-02-28;"
            " request parents 2022-06-01 needed=2022-07-01; request-decided approved 2022-06-02;"
            " request parents 2022-07-31 needed=2022-09-01; request-decided approved 2022-08-01",
            (Row("2022-09-01", due="2022-08-31"),),
        ),
        Example(
            "an order made on a child at home is counted elsewhere",
            "recorded 2020-01-01; care 2024-01-01; status V2 2024-01-01 .. 2024-03-18;"
            " status C2 2024-03-18; home P1 2024-01-01",
        ),
        Example(
            "moved home before anybody recorded here, and approved since",
            "recorded 2024-06-03; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18;"
            " request parents 2024-06-03 needed=2024-06-03; request-decided approved 2024-06-10",
            (Row("2024-06-03", stopped="2024-06-10", due="2024-06-02", known=False),),
        ),
        Example(
            "care that begins at home with the order is no move",
            "recorded 2020-01-01; care 2024-03-18; status C1 2024-03-18; home P1 2024-03-18",
        ),
        Example(
            "in care for a day before the order and the move; the order ends first",
            "recorded 2020-01-01; care 2024-03-17; status V2 2024-03-17 .. 2024-03-18;"
            " status C1 2024-03-18 .. 2024-05-06; status V2 2024-05-06;"
            " home U6 2024-03-17 .. 2024-03-18; home ~P1 2024-03-18 .. 2024-06-03;"
            " home U6 2024-06-03; request parents 2024-05-01 needed=2024-03-18;"
            " request-decided approved 2024-05-07",
            (Row("2024-03-18", stopped="2024-05-06", due="2024-03-17", known=False),),
        ),
        Example(
            "at once 29 days before is too early, and refused is not approved; approved twice",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18;"
            " request parents-at-once 2024-02-18 needed=2024-03-18;"
            " request-decided approved 2024-02-18;"
            " request parents-at-once 2024-03-18 needed=2024-03-18;"
            " request-decided refused 2024-03-19; request parents 2024-03-18 needed=2024-03-18;"
            " request-decided approved 2024-03-22;"
            " request parents 2024-03-19 needed=2024-03-18;"
            " request-decided approved 2024-03-25;"
            " request parents-at-once 2024-03-20 needed=2024-03-18;"
            " request-decided approved 2024-04-02",
            (Row("2024-03-18", stopped="2024-03-22", due="2024-03-17"),),
        ),
        Example(
            "approved before the move, and at once after it",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18;"
            " request parents 2024-03-04 needed=2024-03-18;"
            " request-decided approved 2024-03-11;"
            " request parents-at-once 2024-03-18 needed=2024-03-18;"
            " request-decided approved 2024-03-20",
        ),
        Example(
            "approved only on the day of the next move",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18 .. 2024-03-29;"
            " home U4 2024-03-29; request parents 2024-03-18 needed=2024-03-18;"
            " request-decided approved 2024-03-29",
            (Row("2024-03-18", stopped="2024-03-29", due="2024-03-17"),),
        ),
    ),
)
