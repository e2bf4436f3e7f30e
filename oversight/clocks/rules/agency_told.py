from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    working_days,
)
from oversight.clocks.shared.planned import planned

# A match shows that the agency knows the child.
SQL = f"""
SELECT
    first.child_id, starts_on AS started_on, start_known,
    least(told_on, matched_on, ends_on) AS stopped_on,
    CASE
        WHEN told_on <= least(matched_on, ends_on, 'infinity') THEN 'agency told'
        WHEN matched_on <= coalesce(ends_on, 'infinity') THEN 'matched'
        WHEN ends_on IS NOT NULL THEN 'plan changed'
        ELSE '' END AS stopped_by
FROM (
    SELECT DISTINCT ON (child_id) * FROM ({planned("adoption")}) AS spell
    ORDER BY child_id, starts_on
) AS first
CROSS JOIN LATERAL (
    SELECT min(notified_on) AS told_on FROM notification
    WHERE notification.child_id = first.child_id
) AS word
CROSS JOIN LATERAL (
    SELECT min(decided_on) AS matched_on FROM match WHERE match.child_id = first.child_id
) AS matching
WHERE coalesce(least(told_on, matched_on) >= starts_on, true)
"""

CLOCK = Clock(
    code="agency-told",
    title="Adoption agency not told",
    why=(
        "The regional agency looks for families long before the court decides, if it knows of the "
        "child. An early word costs nothing and saves months."
    ),
    source=(
        "Regional adoption agencies ask for early notification, some before birth. Five working "
        "days from the plan are proposed by this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Social worker",
    group=Group.ADOPTION,
    rules=("ADO-01",),
    subject="the child",
    counting=(
        "5 working days from the first day on which adoption is a plan, first or contingency; "
        "amber from the 4th."
    ),
    stops="The agency told, a match, or a plan without adoption",
    limit=working_days(5),
    warning=working_days(4),
    recorded=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "planned on the Friday before Easter week",
            "recorded 2020-01-01; care 2023-11-06; status C1 2023-11-06; plan adoption 2024-03-22",
            (Row("2024-03-22", warn="2024-03-28", due="2024-04-02"),),
        ),
        Example(
            "told on the last day, and once more; matched that day",
            "recorded 2020-01-01; care 2023-11-06; status C1 2023-11-06; plan adoption 2024-05-01;"
            " notification 2024-05-09; notification 2024-06-03; match 2024-05-09",
            (Row("2024-05-01", stopped="2024-05-09", warn="2024-05-08", due="2024-05-09"),),
        ),
        Example(
            "told on the day of the plan, while adoption was the contingency: a wait of no days",
            "recorded 2020-01-01; care 2023-11-06; status C1 2023-11-06;"
            " contingency adoption 2024-05-01; plan home 2024-05-01; notification 2024-05-01",
            (Row("2024-05-01", stopped="2024-05-01", warn="2024-05-08", due="2024-05-09"),),
        ),
        Example(
            "told before it was planned",
            "recorded 2020-01-01; care 2023-11-06; status C1 2023-11-06; plan adoption 2024-05-01;"
            " notification 2024-04-30; match 2024-09-02",
        ),
        Example(
            "not recorded as told, but the child is matched twice, first as the plan ended",
            "recorded 2020-01-01; care 2023-11-06; status C1 2023-11-06;"
            " plan adoption 2024-05-01 .. 2024-06-03; match 2024-06-03;"
            " match 2024-09-02; notification 2024-10-01",
            (Row("2024-05-01", stopped="2024-06-03", warn="2024-05-08", due="2024-05-09"),),
        ),
        Example(
            "matched before the plan was written down here",
            "recorded 2020-01-01; care 2023-11-06; status C1 2023-11-06; match 2024-04-30;"
            " plan adoption 2024-05-01; notification 2024-10-01",
        ),
        Example(
            "the plan turns away, and back later: the first time counts",
            "recorded 2020-01-01; care 2023-11-06; status C1 2023-11-06;"
            " plan adoption ~2024-05-01 .. 2024-05-07; plan home 2024-05-07 .. 2024-06-03;"
            " plan adoption 2024-06-03; notification 2024-06-10",
            (
                Row(
                    "2024-05-01",
                    stopped="2024-05-07",
                    warn="2024-05-08",
                    due="2024-05-09",
                    known=False,
                ),
            ),
        ),
        Example(
            "recording began when it had been the plan for long",
            "recorded 2024-05-01; care 2022-11-07; status C1 2022-11-07; plan adoption 2023-03-06",
            (Row("2024-05-01", warn="2024-05-08", due="2024-05-09", known=False),),
        ),
        Example(
            "another plan",
            "recorded 2020-01-01; care 2023-11-06; status C1 2023-11-06;"
            " plan special-guardianship 2024-05-01",
        ),
    ),
)
