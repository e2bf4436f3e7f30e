from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, working_days
from oversight.clocks.shared.homes_with_parents import ASSESSED, AT_ONCE, UNDER_ORDER

SQL = f"""
WITH {UNDER_ORDER}
SELECT
    child_id, starts_on AS started_on, start_known, begins_on AS runs_from,
    least(done_on, ends_on) AS stopped_on,
    CASE
        WHEN done_on <= coalesce(ends_on, 'infinity') THEN 'assessed and reviewed'
        ELSE ended_by END AS stopped_by
FROM at_home
{ASSESSED}
{AT_ONCE}
CROSS JOIN LATERAL (SELECT greatest(starts_on, at_once_on) AS begins_on) AS beginning
LEFT JOIN LATERAL (
    SELECT greatest(assessed_on, min(held_on)) AS done_on FROM review
    WHERE review.child_id = at_home.child_id AND held_on >= least(starts_on, at_once_on)
    HAVING min(held_on) IS NOT NULL
) AS finishing ON assessed_on IS NOT NULL
WHERE is_move AND at_once_on IS NOT NULL AND coalesce(done_on >= begins_on, true)
"""

CLOCK = Clock(
    code="parents-at-once-assessment",
    title="Moved home at once: assess and review",
    why=(
        "Where a child had to go home before parents were assessed, the law gives two weeks to "
        "catch up. Until then everybody relies on one talk with the parents."
    ),
    source=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 19(b): "
        "assessment and review within ten working days of the move."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.PARENTS,
    rules=("PWP-03",),
    subject="the child",
    counting=(
        "Ten working days from the day of the move, where living there before the assessment was "
        "approved; amber from the eighth."
    ),
    stops="Parents assessed and a review held, both; or another move",
    limit=working_days(10),
    warning=working_days(8),
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "ten working days over Easter",
            "care 2024-01-01; status C1 2024-01-01; home U6 2024-01-01 .. 2024-03-18;"
            " home P1 2024-03-18; request parents-at-once 2024-03-15 needed=2024-03-18;"
            " request-decided approved 2024-03-15",
            (Row("2024-03-18", warn="2024-03-28", due="2024-04-03"),),
        ),
        Example(
            "assessed in time, the review held on the last day",
            "care 2024-01-01; status C1 2024-01-01; home U6 2024-01-01 .. 2024-03-18;"
            " home P1 2024-03-18 .. 2024-09-02; home U6 2024-09-02;"
            " request parents-at-once 2024-03-15 needed=2024-03-18;"
            " request-decided approved 2024-03-15; review 2024-04-03; review 2024-03-14;"
            " review 2024-06-03;"
            " home-assessment parents 2024-03-15 people=x completed=2024-03-28 finding=suitable;"
            " home-assessment parents 2024-04-15 people=x completed=2024-05-01 finding=suitable",
            (
                Row(
                    "2024-03-18",
                    stopped="2024-04-03",
                    warn="2024-03-28",
                    due="2024-04-03",
                ),
            ),
        ),
        Example(
            "reviewed when it was agreed to, the assessment comes last",
            "care 2024-01-01; status C1 2024-01-01; home U6 2024-01-01 .. 2024-03-18;"
            " home P1 2024-03-18; request parents-at-once 2024-03-15 needed=2024-03-18;"
            " request-decided approved 2024-03-15; review 2024-03-15;"
            " home-assessment parents 2024-03-15 people=x completed=2024-04-05 finding=suitable",
            (
                Row(
                    "2024-03-18",
                    stopped="2024-04-05",
                    warn="2024-03-28",
                    due="2024-04-03",
                ),
            ),
        ),
        Example(
            "a review and no assessment leave it waiting, until the child moves",
            "care 2024-01-01; status C1 2024-01-01; home U6 2024-01-01 .. 2024-03-18;"
            " home P1 2024-03-18 .. 2024-03-27; home U6 2024-03-27;"
            " request parents-at-once 2024-03-15 needed=2024-03-18;"
            " request-decided approved 2024-03-15; review 2024-03-20",
            (
                Row(
                    "2024-03-18",
                    stopped="2024-03-27",
                    warn="2024-03-28",
                    due="2024-04-03",
                ),
            ),
        ),
        Example(
            "agreed to two days late it counts from the move; reviewed on the day of the move",
            "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-03-18;"
            " home P1 2024-03-18; request parents-at-once 2024-03-18 needed=2024-03-18;"
            " request-decided approved 2024-03-20; review 2024-03-18;"
            " request parents-at-once 2024-03-19 needed=2024-03-18;"
            " request-decided approved 2024-03-22;"
            " home-assessment parents 2024-03-18 people=x completed=2024-03-26 finding=suitable",
            (
                Row(
                    "2024-03-18",
                    runs_from="2024-03-20",
                    stopped="2024-03-26",
                    warn="2024-03-28",
                    due="2024-04-03",
                ),
            ),
        ),
        Example(
            "all done on the day of the move: a wait of no days",
            "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-03-18;"
            " home P1 2024-03-18; request parents-at-once 2024-03-15 needed=2024-03-18;"
            " request-decided approved 2024-03-15; review 2024-03-18;"
            " home-assessment parents 2024-03-15 people=x completed=2024-03-16 finding=suitable",
            (
                Row(
                    "2024-03-18",
                    stopped="2024-03-18",
                    warn="2024-03-28",
                    due="2024-04-03",
                ),
            ),
        ),
        Example(
            "all done before the move: there was nothing to catch up",
            "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-03-18;"
            " home P1 2024-03-18; request parents-at-once 2024-03-15 needed=2024-03-18;"
            " request-decided approved 2024-03-15; review 2024-03-16;"
            " home-assessment parents 2024-03-15 people=x completed=2024-03-17 finding=suitable",
        ),
        Example(
            "not agreed to at once, or an order made on a child at home: other clocks",
            "care 2024-01-01; status V2 2024-01-01 .. 2024-02-01;"
            " status C1 2024-02-01; home P1 2024-01-01 .. 2024-03-01;"
            " home U6 2024-03-01 .. 2024-06-03; home P1 2024-06-03;"
            " request parents-at-once 2024-01-29 needed=2024-02-01;"
            " request-decided approved 2024-01-30",
        ),
        Example(
            "the child at home on or before a day",
            "care 2024-01-01; status C1 2024-01-01; home U6 2024-01-01 .. 2024-03-18;"
            " home ~P1 2024-03-18; request parents-at-once 2024-03-15 needed=2024-03-18;"
            " request-decided approved 2024-03-15",
            (
                Row(
                    "2024-03-18",
                    warn="2024-03-28",
                    due="2024-04-03",
                    known=False,
                ),
            ),
        ),
        Example(
            "care that begins at home with the order is no move",
            "care 2024-03-18; status C1 2024-03-18; home P1 2024-03-18;"
            " request parents-at-once 2024-03-18 needed=2024-03-18;"
            " request-decided approved 2024-03-18",
        ),
        Example(
            "agreed to four weeks before; the order ends before the child moves",
            "care 2024-03-17; status V2 2024-03-17 .. 2024-03-18;"
            " status C1 2024-03-18 .. 2024-05-06; status V2 2024-05-06;"
            " home U6 2024-03-17 .. 2024-03-18; home P1 2024-03-18 .. 2024-06-03;"
            " home U6 2024-06-03; request parents-at-once 2024-02-19 needed=2024-03-18;"
            " request-decided approved 2024-02-19;"
            " home-assessment parents 2022-02-01 people=x completed=2024-05-06 finding=suitable;"
            " review 2024-05-06",
            (Row("2024-03-18", stopped="2024-05-06", warn="2024-03-28", due="2024-04-03"),),
        ),
        Example(
            "agreed to a day before that, it was for something else",
            "care 2024-01-01; status C1 2024-01-01; home U6 2024-01-01 .. 2024-03-18;"
            " home P1 2024-03-18; request parents-at-once 2024-02-18 needed=2024-03-18;"
            " request-decided approved 2024-02-18",
        ),
        Example(
            "assessed for an earlier stay, on the day it ended",
            "care 2022-01-01; status C2 2022-01-01; home U6 2022-01-01 .. 2022-03-01;"
            " home P1 2022-03-01 .. 2022-06-01; home U4 2022-06-01 .. 2024-03-18;"
            " home P1 2024-03-18; request parents-at-once 2024-03-18 needed=2024-03-18;"
            " request-decided approved 2024-03-18;"
            " home-assessment parents 2022-02-01 people=x completed=2022-06-01 finding=suitable;"
            " review 2024-03-20",
            (Row("2024-03-18", warn="2024-03-28", due="2024-04-03"),),
        ),
        Example(
            "the order ends on the day of the next move",
            "care 2024-01-01; status C2 2024-01-01 .. 2024-05-06; status V2 2024-05-06;"
            " home U6 2024-01-01 .. 2024-03-18; home P1 2024-03-18 .. 2024-05-06;"
            " home U6 2024-05-06; request parents-at-once 2024-03-18 needed=2024-03-18;"
            " request-decided approved 2024-03-18",
            (Row("2024-03-18", stopped="2024-05-06", warn="2024-03-28", due="2024-04-03"),),
        ),
    ),
)
