from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, working_days
from oversight.clocks.shared.checks import first_check

CLOCK = Clock(
    code="pep-completed",
    title="First meeting on the plan for learning",
    why=(
        "A plan for learning is made by the child, the school and whoever looks after the child, "
        "together. Until they have met, it is a form."
    ),
    source=(
        "Guidance on the education of looked after children, as councils work it: the first "
        "personal education plan (PEP) is complete within 20 working days."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.HIGH,
    owner="Virtual school and school",
    group=Group.WELLBEING,
    rules=("EDU-02",),
    subject="the child",
    counting=(
        "20 working days from coming into care, for a younger child from the third birthday; amber "
        "from the fifteenth. The age and the amber are this product’s."
    ),
    stops="The first meeting about the plan, or the end of care",
    limit=working_days(20),
    warning=working_days(15),
    recorded=True,
    once=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=first_check("pep-meeting", done="meeting", since="(five_on - interval '2 years')::date"),
    examples=(
        Example(
            "20 working days, over Easter, though the plan is started",
            "recorded 2020-01-01; born 2012-05-10; care 2024-03-25; status C2 2024-03-25;"
            " check pep-started 2024-04-02",
            (Row("2024-03-25", stopped="2030-05-10", warn="2024-04-17", due="2024-04-24"),),
        ),
        Example(
            "the meeting on the last day; later ones are another clock’s",
            "recorded 2020-01-01; born 2012-05-10; care 2024-01-02; status C2 2024-01-02;"
            " check pep-meeting 2024-01-30; check pep-meeting 2024-05-01",
            (Row("2024-01-02", stopped="2024-01-30", warn="2024-01-23", due="2024-01-30"),),
        ),
        Example(
            "on the day of coming into care; one of before it does not count",
            "recorded 2020-01-01; born 2012-05-10; care 2023-12-01 .. 2023-12-20; care 2024-01-02;"
            " status C2 2023-12-01; check pep-meeting 2023-12-20; check pep-meeting 2024-01-02",
            (
                Row("2023-12-01", stopped="2023-12-20", warn="2023-12-22", due="2024-01-03"),
                Row("2024-01-02", stopped="2024-01-02", warn="2024-01-23", due="2024-01-30"),
            ),
        ),
        Example(
            "from the third birthday, at which the start is known",
            "recorded 2020-01-01; born 2021-02-28; care ~2024-01-02; status C2 2024-01-02",
            (Row("2024-02-28", stopped="2039-02-28", warn="2024-03-20", due="2024-03-27"),),
        ),
        Example(
            "a meeting before the third birthday",
            "recorded 2020-01-01; born 2021-02-28; care 2024-01-02; status C2 2024-01-02;"
            " check pep-meeting 2024-02-27",
        ),
        Example(
            "left care on the third birthday",
            "recorded 2020-01-01; born 2021-02-28; care 2024-01-02 .. 2024-02-28;"
            " status C2 2024-01-02",
        ),
        Example(
            "in care since before the first return, and left",
            "recorded 2020-01-01; born 2012-05-10; care ~2024-01-02 .. 2024-02-01;"
            " status C2 2024-01-02",
            (
                Row(
                    "2024-01-02",
                    stopped="2024-02-01",
                    warn="2024-01-23",
                    due="2024-01-30",
                    known=False,
                ),
            ),
        ),
        Example(
            "people began to record afterwards",
            "recorded 2024-01-10; born 2012-05-10; care 2024-01-02; status C2 2024-01-02",
            (
                Row(
                    "2024-01-02",
                    stopped="2030-05-10",
                    warn="2024-01-23",
                    due="2024-01-30",
                    runs_from="2024-01-10",
                ),
            ),
        ),
        Example(
            "met, and then left care",
            "recorded 2020-01-01; born 2012-05-10; care 2024-01-02 .. 2024-03-01;"
            " status C2 2024-01-02; check pep-meeting 2024-01-25",
            (Row("2024-01-02", stopped="2024-01-25", warn="2024-01-23", due="2024-01-30"),),
        ),
    ),
)
