from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, days

SQL = """
SELECT
    missing.child_id, 'episode ' || id AS subject, ends_on AS started_on,
    least(offered_on, given_up_on) AS stopped_on,
    CASE WHEN offered_on <= given_up_on THEN 'talk offered' ELSE 'given up after six months' END
        AS stopped_by
FROM missing
CROSS JOIN LATERAL (SELECT (ends_on + interval '6 months')::date AS given_up_on) AS giving_up
LEFT JOIN return_interview
    ON return_interview.child_id = missing.child_id AND came_back_on = ends_on
WHERE ends_on IS NOT NULL
"""

CLOCK = Clock(
    code="return-interview",
    title="Talk after coming back",
    why=(
        "A child who ran away has a reason, and tells it to somebody who asks soon and is not "
        "the one who was left. Unasked, the child goes again."
    ),
    source=(
        "Guidance on children who run away or go missing from home or care: an independent return "
        "interview is offered within 72 hours of the child being found."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.MEDIUM,
    owner="Social worker and whoever holds the talk",
    group=Group.WELLBEING,
    rules=("MIS-01",),
    subject="the return",
    counting=(
        "Three days from the day of coming back, whether the child was missing or away without "
        "leave; amber from the second, which is this product’s, as is giving up after six months. "
        "Each return has its own, and an offer in time is enough."
    ),
    stops="The talk offered, six months, or the end of care",
    limit=days(3, "72 hours"),
    warning=days(2),
    runs=Runs.REMAND_TOO,
    recorded=True,
    once=True,
    gives=frozenset({"subject", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "nothing was offered, over a leap day: given up after six months",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " missing M 2024-02-26 .. 2024-02-27",
            (Row("2024-02-27", stopped="2024-08-27", warn="2024-02-29", due="2024-03-01"),),
        ),
        Example(
            "offered on the last day, and held later",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " missing M 2024-02-01 .. 2024-02-05;"
            " return-interview 2024-02-05 offered=2024-02-08 held=2024-02-12",
            (Row("2024-02-05", stopped="2024-02-08", warn="2024-02-07", due="2024-02-08"),),
        ),
        Example(
            "gone and back on one day, offered at once and declined",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " missing A 2024-02-05 .. 2024-02-05;"
            " return-interview 2024-02-05 offered=2024-02-05 declined=2024-02-06",
            (Row("2024-02-05", stopped="2024-02-05", warn="2024-02-07", due="2024-02-08"),),
        ),
        Example(
            "not back yet",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; missing M 2024-02-01",
        ),
        Example(
            "two at once: the talk after one return is not that after the other",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " missing M 2024-02-01 .. 2024-02-05; missing A 2024-02-06 .. 2024-02-07;"
            " return-interview 2024-02-07 offered=2024-02-09",
            (
                Row("2024-02-05", stopped="2024-08-05", warn="2024-02-07", due="2024-02-08"),
                Row("2024-02-07", stopped="2024-02-09", warn="2024-02-09", due="2024-02-10"),
            ),
        ),
        Example(
            "offered when it had been given up, on the last day of February",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03;"
            " missing M 2023-08-30 .. 2023-08-31;"
            " return-interview 2023-08-31 offered=2024-03-01",
            (Row("2023-08-31", stopped="2024-02-29", warn="2023-09-02", due="2023-09-03"),),
        ),
        Example(
            "offered on the very day on which it is given up",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03;"
            " missing M 2023-07-30 .. 2023-07-31;"
            " return-interview 2023-07-31 offered=2024-01-31",
            (Row("2023-07-31", stopped="2024-01-31", warn="2023-08-02", due="2023-08-03"),),
        ),
        Example(
            "left care; a child on remand alone",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-02-20; status J1 2024-01-02;"
            " missing M 2024-02-01 .. 2024-02-05",
            (Row("2024-02-05", stopped="2024-02-20", warn="2024-02-07", due="2024-02-08"),),
        ),
        Example(
            "people began to record after the return",
            "recorded 2024-02-07; care 2024-01-02; status C2 2024-01-02;"
            " missing M 2024-02-01 .. 2024-02-05;"
            " return-interview 2024-02-05 offered=2024-02-12",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-02-12",
                    warn="2024-02-07",
                    due="2024-02-08",
                    runs_from="2024-02-07",
                ),
            ),
        ),
    ),
)
