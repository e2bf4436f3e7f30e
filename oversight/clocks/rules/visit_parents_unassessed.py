from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days, weeks
from oversight.clocks.shared.visits import COUNTS, LAW, waits

CLOCK = Clock(
    code="visit-parents-unassessed",
    title="Weekly visit before parents are assessed",
    why=(
        "The child went home before anybody had assessed whether that is safe. Until the first "
        "review a weekly visit is all that stands in for the assessment."
    ),
    source=f"{LAW}(3), with regulation 19: at least once a week until the first review.",
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.VISITS,
    rules=("VIS-06",),
    subject="the child",
    counting=(
        "One week from the move home, or from the approval where that came later, and from each "
        "visit, until the first review after it or the assessment; amber from the fifth day, "
        f"which is this product’s. {COUNTS} The approval belongs to a move of the next 28 days. "
        "Under an interim order the visits are those of the interim order."
    ),
    stops="A visit at which the child was seen, the first review, or the assessment completed",
    limit=weeks(1),
    warning=days(5),
    recorded=True,
    gives=frozenset({"runs_from", "stopped_by"}),
    sql=waits("parents-unassessed"),
    examples=(
        Example(
            "a week from the move, over the end of February",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-02-28; home P1 2024-02-28;"
            " request parents-at-once 2024-02-27; request-decided approved 2024-02-27",
            (Row("2024-02-28", warn="2024-03-04", due="2024-03-06"),),
        ),
        Example(
            "weekly until the first review; one on the day of the move is not the first",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-03-01; home P1 2024-03-01;"
            " request parents-at-once 2024-03-01; request-decided approved 2024-03-01;"
            " visit 2024-03-08; visit 2024-03-22; review 2024-03-01; review 2024-03-26",
            (
                Row("2024-03-01", stopped="2024-03-08", warn="2024-03-06", due="2024-03-08"),
                Row("2024-03-08", stopped="2024-03-22", warn="2024-03-13", due="2024-03-15"),
                Row("2024-03-22", stopped="2024-03-26", warn="2024-03-27", due="2024-03-29"),
            ),
        ),
        Example(
            "until the parents are assessed; an assessment of before the approval is not that one",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-03-01; home P1 2024-03-01;"
            " home-assessment parents 2023-09-01 people=both completed=2023-10-20"
            " finding=unsuitable;"
            " request parents-at-once 2024-03-01; request-decided approved 2024-03-01;"
            " home-assessment parents 2024-03-01 people=both completed=2024-03-14"
            " finding=suitable;"
            " home-assessment connected 2024-03-01 people=aunt completed=2024-03-06"
            " finding=suitable",
            (Row("2024-03-01", stopped="2024-03-14", warn="2024-03-06", due="2024-03-08"),),
        ),
        Example(
            "approved after the move: from the approval, until when the first visit is owed",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-03-01; home P1 2024-03-01; visit 2024-03-04;"
            " request parents-at-once 2024-03-01; request-decided approved 2024-03-06",
            (Row("2024-03-06", warn="2024-03-11", due="2024-03-13"),),
        ),
        Example(
            "approved 28 days before the move",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-03-01; home P1 2024-03-01;"
            " request parents-at-once 2024-02-01; request-decided approved 2024-02-02",
            (Row("2024-03-01", warn="2024-03-06", due="2024-03-08"),),
        ),
        Example(
            "approved longer ago than that, for another move",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-03-01; home P1 2024-03-01;"
            " request parents-at-once 2024-02-01; request-decided approved 2024-02-01",
        ),
        Example(
            "refused; and approval of something else",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-03-01; home P1 2024-03-01;"
            " request parents-at-once 2024-03-01; request-decided refused 2024-03-01;"
            " request parents 2024-03-01; request-decided approved 2024-03-01",
        ),
        Example(
            "not in another home, and not under an interim order",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02;"
            " home U6 2024-01-02 .. 2024-03-10; home P1 2024-03-10;"
            " request parents-at-once 2024-03-01; request-decided approved 2024-03-01",
        ),
        Example(
            "at home on or before the first return: a review is taken to have been held",
            "recorded 2020-01-01; care ~2024-03-01; status C2 2024-03-01; home ~P1 2024-03-01;"
            " request parents-at-once 2024-02-20; request-decided approved 2024-02-20",
        ),
        Example(
            "people began to record after the move",
            "recorded 2024-03-04; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-03-01; home P1 2024-03-01 .. 2024-03-20;"
            " home U6 2024-03-20;"
            " request parents-at-once 2024-03-01; request-decided approved 2024-03-01",
            (
                Row(
                    "2024-03-04",
                    stopped="2024-03-20",
                    warn="2024-03-09",
                    due="2024-03-11",
                    known=False,
                ),
            ),
        ),
        Example(
            "the care order follows the interim one before parents were assessed or a review held",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02 .. 2024-03-11;"
            " status C2 2024-03-11; home U6 2024-01-02 .. 2024-03-01; home P1 2024-03-01;"
            " request parents-at-once 2024-03-01; request-decided approved 2024-03-01",
            (
                Row(
                    "2024-03-01",
                    runs_from="2024-03-11",
                    warn="2024-03-06",
                    due="2024-03-08",
                ),
            ),
        ),
    ),
)
