from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, days, weeks
from oversight.clocks.shared.visits import COUNTS, LAW, waits

CLOCK = Clock(
    code="visit-first",
    title="First visit",
    why=(
        "The first week in a home is when a child most needs a face that they know. It is also "
        "when what nobody thought of shows itself."
    ),
    source=f"{LAW}(2)(a) and (6): within one week of the start of any placement.",
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.VISITS,
    rules=("VIS-01", "VIS-10"),
    subject="the child",
    counting=(
        "One week from the move to another carer; amber from the fifth day, which is this "
        f"product’s. {COUNTS} A stay with return to the same carer is no move, and a move whose "
        "day is not known has no first visit."
    ),
    stops="A visit at which the child was seen, or the end of the home",
    limit=weeks(1),
    warning=days(5),
    runs=Runs.REMAND_TOO,
    recorded=True,
    gives=frozenset({"runs_from", "stopped_by"}),
    sql=waits("first"),
    examples=(
        Example(
            "a week from the move",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02",
            (Row("2024-01-02", warn="2024-01-07", due="2024-01-09"),),
        ),
        Example(
            "seen on the last day",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02;"
            " visit 2024-01-09",
            (Row("2024-01-02", stopped="2024-01-09", warn="2024-01-07", due="2024-01-09"),),
        ),
        Example(
            "seen on the day of the move, over the end of a leap February",
            "recorded 2020-01-01; care 2024-02-26; status C2 2024-02-26; home U6 2024-02-26;"
            " visit 2024-02-26",
            (Row("2024-02-26", stopped="2024-02-26", warn="2024-03-02", due="2024-03-04"),),
        ),
        Example(
            "every move starts it anew, also back to carers who were left",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-03-01 a; home K2 2024-03-01 .. 2024-03-05 b;"
            " home U6 2024-03-05 a; visit 2024-01-05; visit 2024-03-08",
            (
                Row("2024-01-02", stopped="2024-01-05", warn="2024-01-07", due="2024-01-09"),
                Row("2024-03-01", stopped="2024-03-05", warn="2024-03-06", due="2024-03-08"),
                Row("2024-03-05", stopped="2024-03-08", warn="2024-03-10", due="2024-03-12"),
            ),
        ),
        Example(
            "to hospital and back is no move, nor is another kind of home with the same carer",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-03-01 a; home T1 2024-03-01 .. 2024-03-05;"
            " home U6 2024-03-05 .. 2024-04-01 a; home U4 2024-04-01 a; visit 2024-01-05",
            (Row("2024-01-02", stopped="2024-01-05", warn="2024-01-07", due="2024-01-09"),),
        ),
        Example(
            "not seen, seen on a screen, seen by the reviewing officer: no visit",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02;"
            " visit 2024-01-04 visitor=iro; visit 2024-01-05 place=online;"
            " visit 2024-01-08 seen=not-seen not_seen_because=out;"
            " visit 2024-01-12 visitor=other seen=with-others place=school",
            (Row("2024-01-02", stopped="2024-01-12", warn="2024-01-07", due="2024-01-09"),),
        ),
        Example(
            "the move was on or before the first return: there is no telling which visit is first",
            "recorded 2020-01-01; care ~2024-01-02; status C2 2024-01-02; home ~U6 2024-01-02",
        ),
        Example(
            "a visit on the day of a move is in the new home",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-01-06; home U6 2024-01-06; visit 2024-01-06",
            (
                Row("2024-01-02", stopped="2024-01-06", warn="2024-01-07", due="2024-01-09"),
                Row("2024-01-06", stopped="2024-01-06", warn="2024-01-11", due="2024-01-13"),
            ),
        ),
        Example(
            "nobody came for more than a year: it is still the first that is waited for",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02;"
            " visit 2025-02-03",
            (Row("2024-01-02", stopped="2025-02-03", warn="2024-01-07", due="2024-01-09"),),
        ),
        Example(
            "in a young offender institution too, and for a child on remand alone",
            "recorded 2020-01-01; care 2024-01-02; status J1 2024-01-02; home R5 2024-01-02",
            (Row("2024-01-02", warn="2024-01-07", due="2024-01-09"),),
        ),
        Example(
            "a temporary approval after the move: weekly visits take over",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U1 2024-01-02;"
            " approval temporary 2024-01-05 expires=2024-04-26",
            (Row("2024-01-02", stopped="2024-01-05", warn="2024-01-07", due="2024-01-09"),),
        ),
        Example(
            "not with parents under an order, who have a count of their own",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02; home P1 2024-01-02",
        ),
        Example(
            "people began to record on the third day",
            "recorded 2024-01-04; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02",
            (Row("2024-01-04", warn="2024-01-09", due="2024-01-11", known=False),),
        ),
        Example(
            "not in short breaks",
            "recorded 2020-01-01; care 2024-01-02; status V4 2024-01-02; home U6 2024-01-02",
        ),
        Example(
            "a temporary approval that ended within days, before anybody came",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U1 2024-01-02;"
            " approval temporary 2024-01-02 .. 2024-01-05 expires=2024-04-23 end_reason=approved",
            (
                Row(
                    "2024-01-02",
                    runs_from="2024-01-05",
                    warn="2024-01-07",
                    due="2024-01-09",
                ),
            ),
        ),
    ),
)
