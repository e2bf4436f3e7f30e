from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days, weeks
from oversight.clocks.shared.visits import COUNTS, LAW, WHY, waits

CLOCK = Clock(
    code="visit-parents-order",
    title="Visit at home under a care order",
    why=WHY,
    source=(
        f"{LAW}(5): after the first at intervals of not more than six weeks. Councils that treat "
        "these children as they do children under a protection plan visit more often."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.VISITS,
    rules=("VIS-09", "VIS-06"),
    subject="the child",
    counting=(
        "Six weeks from the last visit at home since the care order, however long the home has "
        f"lasted; amber from 34 days, which is this product’s. {COUNTS}"
    ),
    stops="A visit at which the child was seen, or the end of order or home",
    limit=weeks(6),
    warning=days(34),
    recorded=True,
    gives=frozenset({"runs_from", "stopped_by"}),
    sql=waits("parents-order"),
    examples=(
        Example(
            "from the first visit under the order, and from each one to the next",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02 .. 2024-01-15;"
            " status C2 2024-01-15; home P1 2024-01-02; visit 2024-01-10; visit 2024-01-18;"
            " visit 2024-02-29",
            (
                Row("2024-01-18", stopped="2024-02-29", warn="2024-02-21", due="2024-02-29"),
                Row("2024-02-29", warn="2024-04-03", due="2024-04-11"),
            ),
        ),
        Example(
            "seen on the day of the order",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02 .. 2024-01-15;"
            " status C2 2024-01-15; home P1 2024-01-02; visit 2024-01-15",
            (Row("2024-01-15", warn="2024-02-18", due="2024-02-26"),),
        ),
        Example(
            "no fewer after the first year, though it is meant to last until 18",
            "recorded 2020-01-01; care 2022-01-03; status C2 2022-01-03;"
            " home P1 2022-01-03 meant_for=until-18; visit 2024-01-15",
            (Row("2024-01-15", warn="2024-02-18", due="2024-02-26"),),
        ),
        Example(
            "moved at once: from the last visit, once the first review was held",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03;"
            " home U6 2023-01-03 .. 2024-03-01; home P1 2024-03-01; visit 2024-03-15;"
            " review 2024-03-20;"
            " request parents-at-once 2024-03-01; request-decided approved 2024-03-01",
            (
                Row(
                    "2024-03-15",
                    runs_from="2024-03-20",
                    warn="2024-04-18",
                    due="2024-04-26",
                ),
            ),
        ),
        Example(
            "the order discharged",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03 .. 2024-02-01;"
            " status V2 2024-02-01; home P1 2023-01-03; visit 2024-01-15",
            (Row("2024-01-15", stopped="2024-02-01", warn="2024-02-18", due="2024-02-26"),),
        ),
        Example(
            "with other carers under a care order",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U1 2024-01-02;"
            " visit 2024-01-15",
        ),
        Example(
            "people began to record after the last visit",
            "recorded 2024-02-01; care 2023-01-03; status C2 2023-01-03; home P1 2023-01-03;"
            " visit 2024-01-15",
            (Row("2024-02-01", warn="2024-03-06", due="2024-03-14", known=False),),
        ),
    ),
)
