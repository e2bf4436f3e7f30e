from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days
from oversight.clocks.shared.planned import planned

SQL = f"""
SELECT
    planned.child_id, starts_on AS started_on, start_known,
    least(considered_on, ordered_on, ends_on) AS stopped_on,
    CASE
        WHEN considered_on <= least(ordered_on, ends_on, 'infinity') THEN 'considered'
        WHEN ordered_on <= coalesce(ends_on, 'infinity') THEN 'placement order'
        WHEN ends_on IS NOT NULL THEN 'plan changed'
        ELSE '' END AS stopped_by
FROM ({planned("adoption")}) AS planned
CROSS JOIN LATERAL (
    SELECT min(considered_on) AS considered_on FROM early_permanence
    WHERE early_permanence.child_id = planned.child_id
) AS early
CROSS JOIN LATERAL (
    SELECT min(greatest(status.starts_on, planned.starts_on)) AS ordered_on FROM status
    WHERE status.child_id = planned.child_id AND code = 'E1'
        AND coalesce(status.ends_on > planned.starts_on, true)
) AS court
WHERE coalesce(considered_on >= starts_on, true) AND coalesce(ordered_on > starts_on, true)
"""

CLOCK = Clock(
    code="early-permanence-considered",
    title="Early permanence not considered",
    why=(
        "A baby who lives from the start with carers who may adopt is spared a move. The question "
        "has to be asked on the day adoption is thought of, and answered with a reason."
    ),
    source=(
        "Children Act 1989, section 22C(9A) and (9B): as soon as the authority considers adoption, "
        "or finds it right and has no placement order, it must consider carers who may adopt."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker and team manager",
    group=Group.ADOPTION,
    rules=("ADO-02",),
    subject="the child",
    counting=(
        "To be done on the day adoption becomes a plan, first or contingency, where no placement "
        "order holds; red from the day after."
    ),
    stops="Early permanence considered, a placement order, or a plan without adoption",
    limit=days(0, "the same day"),
    recorded=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "planned on a Saturday and not considered",
            "recorded 2020-01-01; care 2023-11-06; status C1 2023-11-06; plan adoption 2024-06-01",
            (Row("2024-06-01", due="2024-06-01"),),
        ),
        Example(
            "considered at the same meeting: a wait of no days",
            "recorded 2020-01-01; care 2023-11-06; status C1 2023-11-06;"
            " contingency adoption 2024-05-01; early-permanence not-suitable 2024-05-01",
            (Row("2024-05-01", stopped="2024-05-01", due="2024-05-01"),),
        ),
        Example(
            "considered a week late, on the day of the placement order, and again",
            "recorded 2020-01-01; care 2023-11-06; status C1 2023-11-06 .. 2024-05-08;"
            " status E1 2024-05-08; plan adoption 2024-05-01;"
            " early-permanence not-suitable 2024-05-08; early-permanence concurrent 2024-05-20",
            (Row("2024-05-01", stopped="2024-05-08", due="2024-05-01"),),
        ),
        Example(
            "considered before it was the plan",
            "recorded 2020-01-01; care 2023-11-06; status C1 2023-11-06; plan adoption 2024-05-01;"
            " early-permanence concurrent 2024-04-30; early-permanence concurrent 2024-05-20",
        ),
        Example(
            "the placement order comes first, and is revoked and made again later",
            "recorded 2020-01-01; care 2023-11-06; status C1 2023-11-06 .. 2024-08-05;"
            " status E1 2024-08-05 .. 2025-01-06; status C2 2025-01-06 .. 2025-06-02;"
            " status E1 2025-06-02; plan adoption 2024-05-01 .. 2024-08-05;"
            " early-permanence concurrent 2025-03-03",
            (Row("2024-05-01", stopped="2024-08-05", due="2024-05-01"),),
        ),
        Example(
            "planned again when a placement order holds, or from the day one is made",
            "recorded 2020-01-01; care 2023-11-06; status E1 2023-11-06;"
            " plan adoption 2023-11-06 .. 2024-01-08; plan home 2024-01-08 .. 2024-03-04;"
            " plan adoption 2024-03-04",
        ),
        Example(
            "planned on the day a placement order was revoked, then given up and planned again",
            "recorded 2020-01-01; care 2023-11-06; status E1 2023-11-06 .. 2024-03-04;"
            " status C2 2024-03-04; plan adoption 2024-03-04 .. 2024-04-08;"
            " plan home 2024-04-08 .. 2024-05-13; plan adoption ~2024-05-13;"
            " early-permanence concurrent 2024-06-03",
            (
                Row("2024-03-04", stopped="2024-04-08", due="2024-03-04"),
                Row("2024-05-13", stopped="2024-06-03", due="2024-05-13", known=False),
            ),
        ),
        Example(
            "recording began when it had been the plan for long",
            "recorded 2024-05-01; care 2022-11-07; status C1 2022-11-07; plan adoption 2023-03-06",
            (Row("2024-05-01", due="2024-05-01", known=False),),
        ),
        Example(
            "another plan",
            "recorded 2020-01-01; care 2023-11-06; status C1 2023-11-06; plan home 2024-05-01",
        ),
    ),
)
