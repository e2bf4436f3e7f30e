"""Selects over the plans of a child that several clocks have in common."""


def planned(route: str, *, primary: bool = False) -> str:
    """Unbroken spells in which the route is planned, whether first or contingency unless `primary`.

    Columns: child_id, starts_on, ends_on, start_known.
    """
    rank = " AND rank = 'primary'" if primary else ""
    return f"""
        SELECT
            child_id, lower(days) AS starts_on, upper(days) AS ends_on,
            known[array_position(starts, lower(days))] AS start_known
        FROM (
            SELECT
                child_id, range_agg(daterange(starts_on, ends_on)) AS spells,
                array_agg(starts_on ORDER BY NOT start_known) AS starts,
                array_agg(start_known ORDER BY NOT start_known) AS known
            FROM plan WHERE route = '{route}'{rank} GROUP BY child_id
        ) AS held
        CROSS JOIN LATERAL unnest(spells) AS days
    """


RATIFIED_ADOPTION = """
    SELECT child_id, lower(days) AS starts_on, upper(days) AS ends_on
    FROM (
        SELECT child_id, unnest(range_agg(daterange(ratified_on, ends_on))) AS days
        FROM plan
        WHERE route = 'adoption' AND ratified_on < coalesce(ends_on, 'infinity')
        GROUP BY child_id
    ) AS held
"""
"""Unbroken spells of plans for adoption, first or contingency, that a review has ratified."""


def until_order(route: str) -> str:
    """Waits from the day a route is the primary plan to the court's order, which is named alike."""
    return f"""
SELECT
    planned.child_id, starts_on AS started_on, start_known,
    least(ordered_on, ends_on) AS stopped_on,
    CASE
        WHEN ordered_on <= coalesce(ends_on, 'infinity') THEN 'order made'
        WHEN ends_on IS NOT NULL THEN 'plan changed'
        ELSE '' END AS stopped_by
FROM ({planned(route, primary=True)}) AS planned
CROSS JOIN LATERAL (
    SELECT min(made_on) AS ordered_on FROM court_order
    WHERE court_order.child_id = planned.child_id AND kind = '{route}' AND made_on >= starts_on
) AS court
"""


def decided(child: str, day: str) -> str:
    """That a decision for adoption stands on the day which was made before it."""
    return f"""EXISTS (
        SELECT FROM decision AS standing
        WHERE standing.child_id = {child} AND standing.decided_on < {day}
            AND coalesce(standing.reversed_on > {day}, true)
    )"""
