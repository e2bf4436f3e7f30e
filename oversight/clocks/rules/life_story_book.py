from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    Runs,
    working_days,
)
from oversight.clocks.shared.life_story import given_after_adoption

CLOCK = Clock(
    code="life-story-book",
    title="Life story book",
    why=(
        "The book tells the child where they come from and why they live where they live. After "
        "the order the worker moves on, and what is not given then may never be."
    ),
    source=(
        "Adoption guidance: the whole book within ten working days of the ceremony that celebrates "
        "the order, counted here from the order. Recalled, not read again."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.MEDIUM,
    owner="Social worker",
    group=Group.ADOPTION,
    rules=("ADO-25",),
    subject="the adoption order",
    counting="10 working days from the adoption order; amber from the 8th.",
    stops="The book given, or the order undone",
    limit=working_days(10),
    warning=working_days(8),
    runs=Runs.BEYOND_CARE,
    recorded=True,
    gives=frozenset({"start_known", "stopped_by", "subject"}),
    sql=given_after_adoption("book"),
    examples=(
        Example(
            "the order was made before Easter, the child has left care",
            "recorded 2020-01-01; care 2022-06-06 .. 2024-03-22;"
            " status E1 2023-01-09 .. 2024-03-22; order adoption 2024-03-22;"
            " life-story letter 2024-03-25; life-story part 2024-03-25",
            (Row("2024-03-22", warn="2024-04-05", due="2024-04-09"),),
        ),
        Example(
            "given on the last day, and once more; the order undone that day",
            "recorded 2020-01-01; order adoption 2024-05-01 ended=2024-05-16;"
            " life-story book 2024-05-16; life-story book 2024-09-02",
            (Row("2024-05-01", stopped="2024-05-16", warn="2024-05-14", due="2024-05-16"),),
        ),
        Example(
            "given on the day of the order: a wait of no days",
            "recorded 2020-01-01; order adoption 2024-05-01; life-story book 2024-05-01",
            (Row("2024-05-01", stopped="2024-05-01", warn="2024-05-14", due="2024-05-16"),),
        ),
        Example(
            "given before the order",
            "recorded 2020-01-01; order adoption 2024-05-01; life-story book 2024-04-30;"
            " life-story book 2024-06-03",
        ),
        Example(
            "the order is undone on appeal, made on or before the day",
            "recorded 2020-01-01; order adoption 2024-05-01 made_known=False ended=2024-05-10;"
            " life-story book 2024-06-03",
            (
                Row(
                    "2024-05-01",
                    stopped="2024-05-10",
                    warn="2024-05-14",
                    due="2024-05-16",
                    known=False,
                ),
            ),
        ),
        Example(
            "recording began long after the order",
            "recorded 2024-05-01; order adoption 2022-05-09",
            (Row("2024-05-01", warn="2024-05-14", due="2024-05-16", known=False),),
        ),
        Example(
            "another order",
            "recorded 2020-01-01; order special-guardianship 2024-05-01",
        ),
    ),
)
