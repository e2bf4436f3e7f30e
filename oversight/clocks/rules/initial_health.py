from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, working_days
from oversight.clocks.shared.checks import first_check

CLOCK = Clock(
    code="initial-health",
    title="Initial health assessment",
    why=(
        "Children often come into care with needs that nobody has looked after. The first review "
        "plans for their health, and can only do so where a doctor has seen them."
    ),
    source=(
        "Care Planning, Placement and Case Review Regulations 2010, regulation 7: before the first "
        "review. The guidance on the health of looked after children works it as 20 working days."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.MEDIUM,
    owner="Social worker and health",
    group=Group.WELLBEING,
    rules=("HEA-01",),
    subject="the child",
    counting=(
        "20 working days from coming into care; amber from the fifteenth, which is this "
        "product’s. One of before this time in care does not count. A review assessment ends it "
        "too, where the first was never recorded."
    ),
    stops="A health assessment, or the end of care",
    limit=working_days(20),
    warning=working_days(15),
    runs=Runs.REMAND_TOO,
    recorded=True,
    once=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=first_check("initial-health", "review-health", done="assessed"),
    examples=(
        Example(
            "20 working days, over Easter",
            "recorded 2020-01-01; care 2024-03-25; status C2 2024-03-25",
            (Row("2024-03-25", warn="2024-04-17", due="2024-04-24"),),
        ),
        Example(
            "assessed on the last day; what follows is another clock’s",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " check initial-health 2024-01-30; check review-health 2024-07-01",
            (Row("2024-01-02", stopped="2024-01-30", warn="2024-01-23", due="2024-01-30"),),
        ),
        Example(
            "on the day of coming into care",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " check initial-health 2024-01-02",
            (Row("2024-01-02", stopped="2024-01-02", warn="2024-01-23", due="2024-01-30"),),
        ),
        Example(
            "one of before coming into care, and a dentist",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " check initial-health 2024-01-01; check dentist 2024-01-10",
            (Row("2024-01-02", warn="2024-01-23", due="2024-01-30"),),
        ),
        Example(
            "only a review assessment is recorded",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " check review-health 2024-07-01",
            (Row("2024-01-02", stopped="2024-07-01", warn="2024-01-23", due="2024-01-30"),),
        ),
        Example(
            "left care without one, and came back",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-01-20; care 2024-03-25;"
            " status C2 2024-01-02; check initial-health 2024-04-10",
            (
                Row("2024-01-02", stopped="2024-01-20", warn="2024-01-23", due="2024-01-30"),
                Row("2024-03-25", stopped="2024-04-10", warn="2024-04-17", due="2024-04-24"),
            ),
        ),
        Example(
            "in care since before the first return",
            "recorded 2020-01-01; care ~2024-01-02; status C2 2024-01-02",
            (Row("2024-01-02", warn="2024-01-23", due="2024-01-30", known=False),),
        ),
        Example(
            "people began to record afterwards; a child on remand alone",
            "recorded 2024-01-10; care 2024-01-02; status J1 2024-01-02",
            (Row("2024-01-02", warn="2024-01-23", due="2024-01-30", runs_from="2024-01-10"),),
        ),
        Example(
            "assessed on the day of leaving care",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-01-25; status C2 2024-01-02;"
            " check initial-health 2024-01-25",
            (Row("2024-01-02", stopped="2024-01-25", warn="2024-01-23", due="2024-01-30"),),
        ),
    ),
)
