from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row
from oversight.clocks.shared.homes_with_parents import ASSESSED, AT_ONCE, UNDER_ORDER

SQL = f"""
WITH {UNDER_ORDER}
SELECT
    child_id, starts_on AS started_on, start_known,
    least(assessed_on, at_once_on, ends_on) AS stopped_on,
    CASE
        WHEN assessed_on <= least(at_once_on, ends_on, 'infinity') THEN 'parents assessed'
        WHEN at_once_on IS NOT NULL THEN 'agreed to at once'
        ELSE ended_by END AS stopped_by,
    starts_on - 1 AS due_on
FROM at_home
{ASSESSED}
{AT_ONCE}
WHERE is_move AND coalesce(least(assessed_on, at_once_on) > starts_on, true)
"""

CLOCK = Clock(
    code="parents-assessment",
    title="Moved home, parents not assessed",
    why=(
        "A child goes home under an order only to parents who were assessed first. Where that was "
        "left out, nobody can say that home is safe enough now."
    ),
    source=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 17: "
        "before the decision. Regulation 19 lets the nominated officer agree to a move before it."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.PARENTS,
    rules=("PWP-01",),
    subject="the child",
    counting=(
        "Red from the day of the move under an interim or full care order, where no assessment "
        "was completed by then since the child last left home, and living there at once was not "
        "approved from four weeks before. A child at home when the order is made is counted "
        "elsewhere."
    ),
    limit_words="before the move",
    stops="The assessment completed, the move approved at once, or another move",
    recorded=True,
    once=True,
    gives=frozenset({"start_known", "stopped_by", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "moved home under the order and nobody assessed the parents",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18",
            (Row("2024-03-18", due="2024-03-17"),),
        ),
        Example(
            "assessed by the day of the move",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18;"
            " home-assessment parents 2024-02-01 people=x completed=2024-03-18 finding=suitable",
        ),
        Example(
            "assessed on the day after it; what is not completed, or of others, is none",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18;"
            " home-assessment parents 2024-02-01 people=y;"
            " home-assessment full 2024-02-01 people=y completed=2024-03-01 finding=suitable;"
            " home-assessment parents 2024-02-01 people=x completed=2024-03-19 finding=suitable",
            (Row("2024-03-18", stopped="2024-03-19", due="2024-03-17"),),
        ),
        Example(
            "agreed to at once four weeks before: another clock counts",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18;"
            " request parents-at-once 2024-02-19 needed=2024-03-18;"
            " request-decided approved 2024-02-19",
        ),
        Example(
            "a day earlier, refused, or for something else, it was not agreed to at once",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18;"
            " request parents-at-once 2024-02-18 needed=2024-03-18;"
            " request-decided approved 2024-02-18;"
            " request parents-at-once 2024-03-11 needed=2024-03-18;"
            " request-decided refused 2024-03-12;"
            " request overnights 2024-03-11 needed=2024-03-18;"
            " request-decided approved 2024-03-12",
            (Row("2024-03-18", due="2024-03-17"),),
        ),
        Example(
            "agreed to at once two days late, and assessed after that",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18;"
            " request parents-at-once 2024-03-18 needed=2024-03-18;"
            " request-decided approved 2024-03-20;"
            " request parents-at-once 2024-03-19 needed=2024-03-18;"
            " request-decided approved 2024-03-22;"
            " home-assessment parents 2024-03-18 people=x completed=2024-03-25 finding=suitable",
            (Row("2024-03-18", stopped="2024-03-20", due="2024-03-17"),),
        ),
        Example(
            "agreed to at once only on the day on which the child leaves again",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18 .. 2024-04-02;"
            " home U4 2024-04-02; request parents-at-once 2024-04-01 needed=2024-04-02;"
            " request-decided approved 2024-04-02",
            (Row("2024-03-18", stopped="2024-04-02", due="2024-03-17"),),
        ),
        Example(
            "an order made while the child was at home is no move",
            "recorded 2020-01-01; care 2024-01-01; status V2 2024-01-01 .. 2024-03-18;"
            " status C1 2024-03-18; home P1 2024-01-01",
        ),
        Example(
            "care that begins at home with the order is no move",
            "recorded 2020-01-01; care 2024-03-18; status C1 2024-03-18; home P1 2024-03-18",
        ),
        Example(
            "moved home on the day of the order",
            "recorded 2020-01-01; care 2024-01-01; status V2 2024-01-01 .. 2024-03-18;"
            " status C1 2024-03-18; home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18",
            (Row("2024-03-18", due="2024-03-17"),),
        ),
        Example(
            "in care again from home, long after care before it: no move",
            "recorded 2020-01-01; care 2022-01-01 .. 2024-03-17;"
            " status C2 2022-01-01 .. 2024-03-17; home U6 2022-01-01 .. 2024-03-17;"
            " care 2024-03-18; status C1 2024-03-18;"
            " home P1 2024-03-18",
        ),
        Example(
            "in care again on the day on which care ended: a move",
            "recorded 2020-01-01; care 2022-01-01 .. 2024-03-18;"
            " status C2 2022-01-01 .. 2024-03-18; home U6 2022-01-01 .. 2024-03-18;"
            " care 2024-03-18; status C2 2024-03-18;"
            " home P1 2024-03-18",
            (Row("2024-03-18", due="2024-03-17"),),
        ),
        Example(
            "not under section 20, nor with others",
            "recorded 2020-01-01; care 2024-01-01; status V2 2024-01-01 .. 2024-06-01;"
            " status C2 2024-06-01; home U6 2024-01-01 .. 2024-03-18;"
            " home P1 2024-03-18 .. 2024-05-01; home U4 2024-05-01 .. 2024-07-01;"
            " home U3 2024-07-01",
        ),
        Example(
            "the care order takes the interim order's place: no second stretch",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01 .. 2024-05-01;"
            " status C2 2024-05-01; home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18",
            (Row("2024-03-18", due="2024-03-17"),),
        ),
        Example(
            "the assessment for an earlier stay does not count for the next",
            "recorded 2020-01-01; care 2022-01-01; status C2 2022-01-01;"
            " home U6 2022-01-01 .. 2022-03-01; home P1 2022-03-01 .. 2022-06-01;"
            " home U4 2022-06-01 .. 2024-03-18; home P1 2024-03-18;"
            " home-assessment parents 2022-02-01 people=x completed=2022-02-25 finding=suitable",
            (Row("2024-03-18", due="2024-03-17"),),
        ),
        Example(
            "nor does one completed on the day on which the child left",
            "recorded 2020-01-01; care 2022-01-01; status C2 2022-01-01;"
            " home U6 2022-01-01 .. 2022-03-01; home P1 2022-03-01 .. 2022-06-01;"
            " home U4 2022-06-01 .. 2024-03-18; home P1 2024-03-18;"
            " home-assessment parents 2022-05-01 people=x completed=2022-06-01 finding=suitable",
            (
                Row("2022-03-01", stopped="2022-06-01", due="2022-02-28"),
                Row("2024-03-18", due="2024-03-17"),
            ),
        ),
        Example(
            "the interim order ends and the child stays at home",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01 .. 2024-05-01;"
            " status V2 2024-05-01; home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18",
            (Row("2024-03-18", stopped="2024-05-01", due="2024-03-17"),),
        ),
        Example(
            "moved home before anybody recorded here: nobody is asked about it",
            "recorded 2024-03-18; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18",
        ),
        Example(
            "moved home on or before a day; on the day after, recording began",
            "recorded 2024-03-17; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home ~P1 2024-03-18",
            (Row("2024-03-18", due="2024-03-17", known=False),),
        ),
        Example(
            "in care for a day before;"
            " the order ends before the child moves, and is assessed twice later",
            "recorded 2020-01-01; care 2024-03-17; status V2 2024-03-17 .. 2024-03-18;"
            " status C1 2024-03-18 .. 2024-05-06; status V2 2024-05-06;"
            " home U6 2024-03-17 .. 2024-03-18; home ~P1 2024-03-18 .. 2024-06-03;"
            " home U6 2024-06-03;"
            " home-assessment parents 2022-02-01 people=x completed=2024-05-07 finding=suitable;"
            " home-assessment parents 2022-02-01 people=y completed=2024-05-08 finding=suitable",
            (Row("2024-03-18", stopped="2024-05-06", due="2024-03-17", known=False),),
        ),
        Example(
            "assessed before the move, and agreed to at once after it",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18;"
            " home-assessment parents 2022-02-01 people=x completed=2024-03-15 finding=suitable;"
            " request parents-at-once 2024-03-18 needed=2024-03-18;"
            " request-decided approved 2024-03-20",
        ),
        Example(
            "assessed twice, and the order ended on the day of the next move",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01 .. 2024-05-06;"
            " status V2 2024-05-06; home U6 2024-01-01 .. 2024-03-18;"
            " home P1 2024-03-18 .. 2024-05-06; home U6 2024-05-06;"
            " home-assessment parents 2022-02-01 people=x completed=2024-03-20 finding=suitable;"
            " home-assessment parents 2022-02-01 people=y completed=2024-04-02 finding=suitable",
            (Row("2024-03-18", stopped="2024-03-20", due="2024-03-17"),),
        ),
    ),
)
