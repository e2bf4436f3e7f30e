from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, working_days
from oversight.clocks.shared.homes_with_parents import APPROVED, ASSESSED, AT_ONCE, UNDER_ORDER

SQL = f"""
WITH {UNDER_ORDER}
SELECT
    child_id, assessed_on AS started_on, begins_on AS runs_from,
    least(approved_on, ends_on) AS stopped_on,
    CASE
        WHEN approved_on <= coalesce(ends_on, 'infinity') THEN 'approved'
        ELSE ended_by END AS stopped_by
FROM at_home
{ASSESSED}
{AT_ONCE}
{APPROVED}
CROSS JOIN LATERAL (SELECT greatest(starts_on, at_once_on, assessed_on) AS begins_on) AS beginning
WHERE is_move AND at_once_on IS NOT NULL AND daterange(NULL, ends_on) @> assessed_on
    AND coalesce(approved_on >= begins_on, true)
"""

CLOCK = Clock(
    code="parents-at-once-decision",
    title="Moved home at once: decide",
    why=(
        "The assessment after a move home at once is worth nothing until the nominated officer "
        "has said that the child stays, or must move again."
    ),
    source=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 19(c): "
        "decided within ten working days after the assessment is completed."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Nominated officer",
    group=Group.PARENTS,
    rules=("PWP-04",),
    subject="the child",
    counting=(
        "Ten working days from the day on which the assessment was completed; amber from the "
        "eighth. A refusal does not stop it: the child then has to move."
    ),
    stops="Living with parents approved, or another move",
    limit=working_days(10),
    warning=working_days(8),
    gives=frozenset({"runs_from", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "assessed and not decided, with two days of May that nobody works",
            "care 2024-01-01; status C1 2024-01-01; home U6 2024-01-01 .. 2024-04-15;"
            " home P1 2024-04-15; request parents-at-once 2024-04-15 needed=2024-04-15;"
            " request-decided approved 2024-04-15;"
            " home-assessment parents 2024-04-15 people=x completed=2024-04-29 finding=suitable",
            (Row("2024-04-29", warn="2024-05-10", due="2024-05-14"),),
        ),
        Example(
            "approved on the last day",
            "care 2024-01-01; status C1 2024-01-01; home U6 2024-01-01 .. 2024-04-15;"
            " home P1 2024-04-15 .. 2024-09-02; home U6 2024-09-02;"
            " request parents-at-once 2024-04-15 needed=2024-04-15;"
            " request-decided approved 2024-04-15;"
            " home-assessment parents 2024-04-15 people=x completed=2024-04-29 finding=suitable;"
            " home-assessment parents 2024-04-15 people=y completed=2024-05-06 finding=suitable;"
            " request parents 2024-04-29 needed=2024-04-15; request-decided approved 2024-05-14;"
            " request parents 2024-05-01 needed=2024-04-15; request-decided approved 2024-05-20",
            (
                Row(
                    "2024-04-29",
                    stopped="2024-05-14",
                    warn="2024-05-10",
                    due="2024-05-14",
                ),
            ),
        ),
        Example(
            "refused: it goes on until the child moves",
            "care 2024-01-01; status C1 2024-01-01; home U6 2024-01-01 .. 2024-04-15;"
            " home P1 2024-04-15 .. 2024-05-20; home U6 2024-05-20;"
            " request parents-at-once 2024-04-15 needed=2024-04-15;"
            " request-decided approved 2024-04-15;"
            " home-assessment parents 2024-04-15 people=x completed=2024-04-29"
            " finding=not-suitable;"
            " request parents 2024-04-29 needed=2024-04-15; request-decided refused 2024-05-03",
            (
                Row(
                    "2024-04-29",
                    stopped="2024-05-20",
                    warn="2024-05-10",
                    due="2024-05-14",
                ),
            ),
        ),
        Example(
            "approved on the day of the assessment: a wait of no days",
            "care 2024-01-01; status C1 2024-01-01; home U6 2024-01-01 .. 2024-04-15;"
            " home P1 2024-04-15; request parents-at-once 2024-04-15 needed=2024-04-15;"
            " request-decided approved 2024-04-15;"
            " home-assessment parents 2024-04-15 people=x completed=2024-04-29 finding=suitable;"
            " request parents 2024-04-29 needed=2024-04-15; request-decided approved 2024-04-29",
            (
                Row(
                    "2024-04-29",
                    stopped="2024-04-29",
                    warn="2024-05-10",
                    due="2024-05-14",
                ),
            ),
        ),
        Example(
            "approved before the assessment, or the child gone by then: nothing to decide",
            "care 2022-01-01; status C1 2022-01-01; home U6 2022-01-01 .. 2022-04-15;"
            " home P1 2022-04-15 .. 2022-04-29; home U6 2022-04-29 .. 2024-04-15;"
            " home P1 2024-04-15; request parents-at-once 2022-04-15 needed=2022-04-15;"
            " request-decided approved 2022-04-15;"
            " home-assessment parents 2022-04-15 people=x completed=2022-04-29 finding=suitable;"
            " request parents-at-once 2024-04-15 needed=2024-04-15;"
            " request-decided approved 2024-04-15;"
            " home-assessment parents 2024-04-15 people=x completed=2024-04-29 finding=suitable;"
            " request parents 2024-04-16 needed=2024-04-15; request-decided approved 2024-04-26",
        ),
        Example(
            "the assessment was done before the move, and the agreement came after it",
            "care 2024-01-01; status C1 2024-01-01; home U6 2024-01-01 .. 2024-04-15;"
            " home P1 2024-04-15; request parents-at-once 2024-04-15 needed=2024-04-15;"
            " request-decided approved 2024-04-17;"
            " request parents-at-once 2024-04-18 needed=2024-04-15;"
            " request-decided approved 2024-04-19;"
            " home-assessment parents 2024-04-01 people=x completed=2024-04-12 finding=suitable",
            (
                Row(
                    "2024-04-12",
                    runs_from="2024-04-17",
                    warn="2024-04-24",
                    due="2024-04-26",
                ),
            ),
        ),
        Example(
            "it runs from the move where both came before it",
            "care 2024-01-01; status C1 2024-01-01; home U6 2024-01-01 .. 2024-04-15;"
            " home P1 2024-04-15; request parents-at-once 2024-04-12 needed=2024-04-15;"
            " request-decided approved 2024-04-12;"
            " home-assessment parents 2024-04-01 people=x completed=2024-04-11 finding=suitable",
            (
                Row(
                    "2024-04-11",
                    runs_from="2024-04-15",
                    warn="2024-04-23",
                    due="2024-04-25",
                ),
            ),
        ),
        Example(
            "moved with the approval that comes first, or at home when the order was made",
            "care 2024-01-01; status V2 2024-01-01 .. 2024-02-01; status C1 2024-02-01;"
            " home P1 2024-01-01 .. 2024-03-01; home U6 2024-03-01 .. 2024-04-15;"
            " home P1 2024-04-15;"
            " request parents-at-once 2024-02-01 needed=2024-02-01;"
            " request-decided approved 2024-02-01;"
            " home-assessment parents 2024-02-01 people=x completed=2024-02-12 finding=suitable;"
            " home-assessment parents 2024-04-01 people=y completed=2024-04-12 finding=suitable",
        ),
        Example(
            "care that begins at home with the order is no move",
            "care 2024-03-18; status C2 2024-03-18; home P1 2024-03-18;"
            " request parents-at-once 2024-03-18 needed=2024-03-18;"
            " request-decided approved 2024-03-18;"
            " home-assessment parents 2022-02-01 people=x completed=2024-03-25 finding=suitable",
        ),
        Example(
            "agreed to four weeks before; the order ends before the child moves",
            "care 2024-03-17; status V2 2024-03-17 .. 2024-03-18;"
            " status C1 2024-03-18 .. 2024-05-06; status V2 2024-05-06;"
            " home U6 2024-03-17 .. 2024-03-18; home ~P1 2024-03-18 .. 2024-06-03;"
            " home U6 2024-06-03; request parents-at-once 2024-02-19 needed=2024-03-18;"
            " request-decided approved 2024-02-19;"
            " home-assessment parents 2022-02-01 people=x completed=2024-03-25 finding=suitable;"
            " request parents 2024-05-01 needed=2024-03-18; request-decided approved 2024-05-06",
            (Row("2024-03-25", stopped="2024-05-06", warn="2024-04-08", due="2024-04-10"),),
        ),
        Example(
            "agreed to a day before that, it was for something else",
            "care 2024-01-01; status C1 2024-01-01; home U6 2024-01-01 .. 2024-03-18;"
            " home P1 2024-03-18; request parents-at-once 2024-02-18 needed=2024-03-18;"
            " request-decided approved 2024-02-18;"
            " home-assessment parents 2022-02-01 people=x completed=2024-03-25 finding=suitable",
        ),
        Example(
            "approved for an earlier stay, on the day it ended",
            "care 2022-01-01; status C2 2022-01-01; home U6 2022-01-01 .. 2022-03-01;"
            " home P1 2022-03-01 .. 2022-06-01; home U4 2022-06-01 .. 2024-03-18;"
            " home P1 2024-03-18; request parents-at-once 2024-03-18 needed=2024-03-18;"
            " request-decided approved 2024-03-18;"
            " home-assessment parents 2022-02-01 people=x completed=2024-03-25 finding=suitable;"
            " request parents 2022-05-30 needed=2024-03-18; request-decided approved 2022-06-01",
            (Row("2024-03-25", warn="2024-04-08", due="2024-04-10"),),
        ),
        Example(
            "the order ends on the day of the next move",
            "care 2024-01-01; status C2 2024-01-01 .. 2024-05-06; status V2 2024-05-06;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18 .. 2024-05-06;"
            " home U6 2024-05-06; request parents-at-once 2024-03-18 needed=2024-03-18;"
            " request-decided approved 2024-03-18;"
            " home-assessment parents 2022-02-01 people=x completed=2024-03-25 finding=suitable",
            (Row("2024-03-25", stopped="2024-05-06", warn="2024-04-08", due="2024-04-10"),),
        ),
    ),
)
