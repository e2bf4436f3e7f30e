from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, months

SQL = """
SELECT
    child_id, started_on, start_known, least(again_on, ended_on) AS stopped_on,
    CASE
        WHEN again_on IS NOT NULL THEN 'support looked at'
        WHEN ended_on IS NOT NULL THEN 'order ended'
        ELSE '' END AS stopped_by,
    'order ' || id AS subject
FROM (
    SELECT looked.*, lead(started_on) OVER (PARTITION BY id ORDER BY started_on) AS again_on
    FROM (
        SELECT id, child_id, made_on AS started_on, made_known AS start_known, ended_on
        FROM court_order WHERE kind = 'special-guardianship'
        UNION ALL
        SELECT id, court_order.child_id, held_on, true, ended_on
        FROM court_order
        JOIN guardian_support_review USING (child_id)
        WHERE kind = 'special-guardianship' AND held_on > made_on
    ) AS looked
    WHERE coalesce(started_on < ended_on, true)
) AS waits
"""

CLOCK = Clock(
    code="guardian-support-review",
    title="Special guardianship support review",
    why=(
        "After the order nobody visits any more. Once a year somebody asks whether the help and "
        "the money still fit, so that the home holds."
    ),
    source=(
        "Special Guardianship Regulations 2005, regulations 17 and 18: yearly where money is paid "
        "regularly, otherwise when needs change; to ask every family once a year is local practice."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.MEDIUM,
    owner="Special guardianship team",
    group=Group.GUARDIANSHIP,
    rules=("SGO-04",),
    subject="the special guardianship order",
    counting=(
        "Twelve calendar months from the order, and from each review of the support. Amber after "
        "nine. Where no money is paid regularly it is local practice that binds nobody."
    ),
    stops="The support reviewed, the order’s end, or the 18th birthday",
    limit=months(12),
    warning=months(9),
    runs=Runs.BEYOND_CARE,
    recorded=True,
    gives=frozenset({"start_known", "stopped_by", "subject"}),
    sql=SQL,
    examples=(
        Example(
            "a year after an order of 29 February, long out of care",
            "recorded 2020-01-01; care 2022-06-06 .. 2024-02-29;"
            " status C2 2022-06-06 .. 2024-02-29; order special-guardianship 2024-02-29",
            (Row("2024-02-29", warn="2024-11-29", due="2025-02-28"),),
        ),
        Example(
            "looked at in time, then again, by a person who did not know the day of the order",
            "recorded 2020-01-01; order special-guardianship 2022-05-09 made_known=False;"
            " support-review 2023-05-09; support-review 2024-03-04",
            (
                Row(
                    "2022-05-09",
                    stopped="2023-05-09",
                    warn="2023-02-09",
                    due="2023-05-09",
                    known=False,
                ),
                Row("2023-05-09", stopped="2024-03-04", warn="2024-02-09", due="2024-05-09"),
                Row("2024-03-04", warn="2024-12-04", due="2025-03-04"),
            ),
        ),
        Example(
            "looked at on the day of the order, and before it: those are no reviews of it",
            "recorded 2020-01-01; support-review 2022-01-10; order special-guardianship 2022-05-09;"
            " support-review 2022-05-09",
            (Row("2022-05-09", warn="2023-02-09", due="2023-05-09"),),
        ),
        Example(
            "the order is ended; what is looked at from then on starts nothing",
            "recorded 2020-01-01; order special-guardianship 2022-05-09 ended=2023-09-04;"
            " support-review 2023-03-06; support-review 2023-09-04; support-review 2024-01-08",
            (
                Row("2022-05-09", stopped="2023-03-06", warn="2023-02-09", due="2023-05-09"),
                Row("2023-03-06", stopped="2023-09-04", warn="2023-12-06", due="2024-03-06"),
            ),
        ),
        Example(
            "it stops at 18",
            "recorded 2020-01-01; born 2005-03-10; order special-guardianship 2022-05-09",
            (Row("2022-05-09", stopped="2023-03-10", warn="2023-02-09", due="2023-05-09"),),
        ),
        Example(
            "recording began after the order: a year from then",
            "recorded 2024-04-01; order special-guardianship 2022-05-09",
            (Row("2024-04-01", warn="2025-01-01", due="2025-04-01", known=False),),
        ),
        Example(
            "a child arrangements order has no support to look at",
            "recorded 2020-01-01; order child-arrangements 2022-05-09; support-review 2023-01-09",
        ),
    ),
)
