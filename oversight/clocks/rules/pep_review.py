from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, terms, working_days
from oversight.clocks.shared.checks import each_check

CLOCK = Clock(
    code="pep-review",
    title="Plan for learning each term",
    why=(
        "A term is a long time in a child’s learning. A plan that nobody looks at each term does "
        "not follow what the child can do by now, or has stopped doing."
    ),
    source=(
        "Guidance on the education of looked after children: the personal education plan (PEP) is "
        "reviewed each term. One council asks for it every four months."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.HIGH,
    owner="Virtual school",
    group=Group.WELLBEING,
    rules=("EDU-03",),
    subject="the child",
    counting=(
        "By the end of the term after the one in which the last meeting was held; terms begin on "
        "1 September, 1 January and 1 April. Amber from 20 working days before, which is this "
        "product’s."
    ),
    stops="The next meeting about the plan, or the end of care",
    limit=terms(1),
    before=working_days(20),
    recorded=True,
    gives=frozenset({"stopped_by"}),
    sql=f"""
SELECT child_id, started_on, stopped_on, stopped_by
FROM ({each_check("pep-meeting", done="meeting")}) AS waits
WHERE is_again
""",
    examples=(
        Example(
            "autumn to spring, with Easter at its end; the last day is in time",
            "recorded 2020-01-01; care 2023-09-04; status C2 2023-09-04;"
            " check pep-meeting 2023-10-16; check pep-meeting 2024-03-31",
            (
                Row("2023-10-16", stopped="2024-03-31", warn="2024-03-01", due="2024-03-31"),
                Row("2024-03-31", warn="2024-08-02", due="2024-08-31"),
            ),
        ),
        Example(
            "summer to autumn, with Christmas at its end",
            "recorded 2020-01-01; care 2024-04-02; status C2 2024-04-02;"
            " check pep-meeting 2024-05-20",
            (Row("2024-05-20", warn="2024-11-29", due="2024-12-31"),),
        ),
        Example(
            "on the last day of a term and on the first of the next",
            "recorded 2020-01-01; care 2023-09-04; status C2 2023-09-04;"
            " check pep-meeting 2023-12-31; check pep-meeting 2024-01-01",
            (
                Row("2023-12-31", stopped="2024-01-01", warn="2024-03-01", due="2024-03-31"),
                Row("2024-01-01", warn="2024-08-02", due="2024-08-31"),
            ),
        ),
        Example(
            "no meeting yet, though the plan is started",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " check pep-started 2024-01-10",
        ),
        Example(
            "a meeting on the day of coming into care; left on the day of another",
            "recorded 2020-01-01; care ~2024-01-02 .. 2024-03-04; status C2 2024-01-02;"
            " check pep-meeting 2024-01-02; check pep-meeting 2024-03-04",
            (Row("2024-01-02", stopped="2024-03-04", warn="2024-08-02", due="2024-08-31"),),
        ),
        Example(
            "a meeting in an earlier time in care",
            "recorded 2020-01-01; care 2023-09-04 .. 2023-12-01; care 2024-01-02;"
            " status C2 2023-09-04; check pep-meeting 2023-10-16",
            (Row("2023-10-16", stopped="2023-12-01", warn="2024-03-01", due="2024-03-31"),),
        ),
        Example(
            "people began to record in the next term",
            "recorded 2024-01-10; care 2023-09-04; status C2 2023-09-04;"
            " check pep-meeting 2023-10-16",
            (Row("2024-01-10", warn="2024-08-02", due="2024-08-31", known=False),),
        ),
    ),
)
