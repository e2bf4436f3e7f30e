from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, working_days
from oversight.clocks.shared.nobody_named import nobody

CLOCK = Clock(
    code="reviewing-officer-named",
    title="Reviewing officer named",
    why=(
        "The reviewing officer is the one person outside the line of management who watches over "
        "the plan. Without one nobody prepares the first review."
    ),
    source="IRO Handbook: an officer is named within five working days of coming into care.",
    kind=Kind.GUIDANCE,
    confidence=Confidence.HIGH,
    owner="Manager of the reviewing officers",
    group=Group.REVIEWS,
    rules=("REV-11",),
    subject="the child",
    counting=(
        "Five working days from the day the child came into care, or from the day the officer "
        "before left; amber from the fourth."
    ),
    stops="An officer named, or the end of care",
    limit=working_days(5),
    warning=working_days(4),
    runs=Runs.REMAND_TOO,
    recorded=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=nobody("officer", "officer named"),
    examples=(
        Example(
            "nobody is named; a social worker is no reviewing officer",
            "recorded 2020-01-01; care 2024-03-26; status C2 2024-03-26; worker A 2024-03-26",
            (Row("2024-03-26", warn="2024-04-03", due="2024-04-04"),),
        ),
        Example(
            "named on the fifth working day",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; officer A 2024-01-09",
            (Row("2024-01-02", stopped="2024-01-09", warn="2024-01-08", due="2024-01-09"),),
        ),
        Example(
            "named on the first day: nothing runs",
            "recorded 2020-01-01; care 2024-01-02; status J1 2024-01-02; officer A 2024-01-02",
        ),
        Example(
            "the officer leaves, and the next is named a week later",
            "recorded 2020-01-01; care 2024-01-02; status J1 2024-01-02;"
            " officer A 2023-12-28 .. 2024-06-03; officer B 2024-06-10 .. 2024-07-01;"
            " officer A 2024-07-01",
            (Row("2024-06-03", stopped="2024-06-10", warn="2024-06-07", due="2024-06-10"),),
        ),
        Example(
            "the child leaves care and comes back",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-01-05;"
            " status V2 2024-01-02 .. 2024-01-05; care 2024-02-01; status V2 2024-02-01;"
            " officer A 2024-02-02",
            (
                Row("2024-01-02", stopped="2024-01-05", warn="2024-01-08", due="2024-01-09"),
                Row("2024-02-01", stopped="2024-02-02", warn="2024-02-07", due="2024-02-08"),
            ),
        ),
        Example(
            "people record here since later on: counted from that day",
            "recorded 2024-03-01; care 2024-01-02; status C2 2024-01-02; officer A 2024-04-02",
            (
                Row(
                    "2024-03-01",
                    stopped="2024-04-02",
                    warn="2024-03-07",
                    due="2024-03-08",
                    known=False,
                ),
            ),
        ),
        Example(
            "in care on or before the first return; since that day people record here",
            "recorded 2024-04-02; care ~2024-04-02; status C2 2024-04-02",
            (Row("2024-04-02", warn="2024-04-08", due="2024-04-09", known=False),),
        ),
        Example(
            "in care since the very day from which people record",
            "recorded 2024-04-02; care 2024-04-02; status C2 2024-04-02",
            (Row("2024-04-02", warn="2024-04-08", due="2024-04-09"),),
        ),
    ),
)
