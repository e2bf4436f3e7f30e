from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, working_days
from oversight.clocks.shared.checks import first_check

CLOCK = Clock(
    code="pep-started",
    title="Plan for learning started",
    why=(
        "Coming into care often means another school, or none. The personal education plan is "
        "what makes somebody see to it, and the first review needs it."
    ),
    source=(
        "Guidance on the education of looked after children: the personal education plan (PEP) is "
        "begun within 10 working days, in time for the first review."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.HIGH,
    owner="Social worker and virtual school",
    group=Group.WELLBEING,
    rules=("EDU-01",),
    subject="the child",
    counting=(
        "10 working days from coming into care, for a younger child from the third birthday; amber "
        "from the eighth. The age and the amber are this product’s."
    ),
    stops="The plan started, or a meeting about it held, or the end of care",
    limit=working_days(10),
    warning=working_days(8),
    recorded=True,
    once=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=first_check(
        "pep-started",
        "pep-meeting",
        done="plan started",
        since="(five_on - interval '2 years')::date",
    ),
    examples=(
        Example(
            "10 working days, over Easter",
            "recorded 2020-01-01; born 2012-05-10; care 2024-03-25; status C2 2024-03-25",
            (Row("2024-03-25", stopped="2030-05-10", warn="2024-04-08", due="2024-04-10"),),
        ),
        Example(
            "started on the last day",
            "recorded 2020-01-01; born 2012-05-10; care 2024-01-02; status C2 2024-01-02;"
            " check pep-started 2024-01-16; check pep-meeting 2024-01-30",
            (Row("2024-01-02", stopped="2024-01-16", warn="2024-01-12", due="2024-01-16"),),
        ),
        Example(
            "on the day of coming into care; one of before it does not count",
            "recorded 2020-01-01; born 2012-05-10; care 2023-01-03 .. 2023-06-01; care 2024-01-02;"
            " status C2 2023-01-03; check pep-started 2023-01-10; check pep-started 2024-01-02",
            (
                Row("2023-01-03", stopped="2023-01-10", warn="2023-01-13", due="2023-01-17"),
                Row("2024-01-02", stopped="2024-01-02", warn="2024-01-12", due="2024-01-16"),
            ),
        ),
        Example(
            "a meeting is recorded and no start; a health assessment is none",
            "recorded 2020-01-01; born 2012-05-10; care 2024-01-02; status C2 2024-01-02;"
            " check initial-health 2024-01-10; check pep-meeting 2024-01-30",
            (Row("2024-01-02", stopped="2024-01-30", warn="2024-01-12", due="2024-01-16"),),
        ),
        Example(
            "born on 29 February: three on 1 March, and the start is known then",
            "recorded 2020-01-01; born 2020-02-29; care ~2022-01-04; status C2 2022-01-04",
            (Row("2023-03-01", stopped="2038-03-01", warn="2023-03-13", due="2023-03-15"),),
        ),
        Example(
            "started before the third birthday",
            "recorded 2020-01-01; born 2021-03-01; care 2024-01-02; status C2 2024-01-02;"
            " check pep-started 2024-02-29",
        ),
        Example(
            "left care on the third birthday, not three yet when in care again",
            "recorded 2020-01-01; born 2021-03-01; care 2024-01-02 .. 2024-03-01;"
            " status C2 2024-01-02",
        ),
        Example(
            "left care without one; in care since before the first return",
            "recorded 2020-01-01; born 2012-05-10; care ~2024-01-02 .. 2024-02-01;"
            " status C2 2024-01-02",
            (
                Row(
                    "2024-01-02",
                    stopped="2024-02-01",
                    warn="2024-01-12",
                    due="2024-01-16",
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
                    warn="2024-01-12",
                    due="2024-01-16",
                    runs_from="2024-01-10",
                ),
            ),
        ),
        Example(
            "started on the day of leaving care",
            "recorded 2020-01-01; born 2012-05-10; care 2024-01-02 .. 2024-01-12;"
            " status C2 2024-01-02; check pep-started 2024-01-12",
            (Row("2024-01-02", stopped="2024-01-12", warn="2024-01-12", due="2024-01-16"),),
        ),
    ),
)
