from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, days, weeks
from oversight.clocks.shared.since_last import since_last
from oversight.clocks.shared.visits import COUNTS

CLOCK = Clock(
    code="not-seen-six-weeks",
    title="Not seen for six weeks",
    why=(
        "Each move starts the count of visits anew, so a child who moves often can go unseen while "
        "no visit is late. This one counts through all moves."
    ),
    source=(
        "Councils report the share of children in care seen in the last six weeks. No law sets "
        "this limit for every child."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Social worker and team manager",
    group=Group.VISITS,
    rules=("VIS-14",),
    subject="the child",
    counting=(
        "Six weeks from the last visit in this time in care, else from coming into care, whatever "
        f"moves there were; amber from 34 days. {COUNTS}"
    ),
    stops="A visit at which the child was seen, or the end of care",
    limit=weeks(6),
    warning=days(34),
    runs=Runs.REMAND_TOO,
    recorded=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=since_last("visit", "visited_on", done="seen"),
    examples=(
        Example(
            "from coming into care, then from each visit; the last day is in time",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; visit 2024-01-15;"
            " visit 2024-02-26",
            (
                Row("2024-01-02", stopped="2024-01-15", warn="2024-02-05", due="2024-02-13"),
                Row("2024-01-15", stopped="2024-02-26", warn="2024-02-18", due="2024-02-26"),
                Row("2024-02-26", warn="2024-03-31", due="2024-04-08"),
            ),
        ),
        Example(
            "a move does not start it anew",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; visit 2024-01-02;"
            " home U6 2024-01-02 .. 2024-02-01; home U6 2024-02-01",
            (Row("2024-01-02", warn="2024-02-05", due="2024-02-13"),),
        ),
        Example(
            "the reviewing officer, a screen, a visit without the child",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " visit 2024-01-10 visitor=iro; visit 2024-01-11 place=online;"
            " visit 2024-01-12 seen=not-seen not_seen_because=out",
            (Row("2024-01-02", warn="2024-02-05", due="2024-02-13"),),
        ),
        Example(
            "another time in care begins anew; a visit on the day of leaving is outside it",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-01-20; status C2 2024-01-02;"
            " care 2024-03-01; visit 2024-01-20; visit 2024-02-20; visit 2024-01-15",
            (
                Row("2024-01-02", stopped="2024-01-15", warn="2024-02-05", due="2024-02-13"),
                Row("2024-01-15", stopped="2024-01-20", warn="2024-02-18", due="2024-02-26"),
                Row("2024-03-01", warn="2024-04-04", due="2024-04-12"),
            ),
        ),
        Example(
            "in care since before the first return",
            "recorded 2020-01-01; care ~2024-01-02; status C2 2024-01-02; visit 2024-01-15",
            (
                Row(
                    "2024-01-02",
                    stopped="2024-01-15",
                    warn="2024-02-05",
                    due="2024-02-13",
                    known=False,
                ),
                Row("2024-01-15", warn="2024-02-18", due="2024-02-26"),
            ),
        ),
        Example(
            "people began to record after the last visit; a child on remand alone",
            "recorded 2024-02-01; care 2024-01-02; status J1 2024-01-02; visit 2024-01-15",
            (Row("2024-02-01", warn="2024-03-06", due="2024-03-14", known=False),),
        ),
        Example(
            "seen on the day of the first return",
            "recorded 2020-01-01; care ~2024-01-02; status C2 2024-01-02; visit 2024-01-02",
            (Row("2024-01-02", warn="2024-02-05", due="2024-02-13"),),
        ),
    ),
)
