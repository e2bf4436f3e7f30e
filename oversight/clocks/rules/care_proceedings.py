from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    Runs,
    later,
    weeks,
)

LIMIT = weeks(26, beginning=True)

# What the court gives is more than the 26 weeks, or it is no extension.
SQL = f"""
SELECT
    child_id, issued_on AS started_on, concluded_on AS stopped_on,
    CASE WHEN concluded_on IS NULL THEN '' ELSE 'concluded' END AS stopped_by,
    'proceedings ' || id AS subject,
    CASE WHEN is_extended THEN until_on END AS due_on,
    CASE WHEN is_extended THEN 'the court gave more time' ELSE '' END AS note
FROM proceedings
CROSS JOIN LATERAL (SELECT until_on > {later("issued_on", LIMIT)} AS is_extended) AS time
WHERE kind = 'care'
"""

CLOCK = Clock(
    code="care-proceedings",
    title="Care proceedings",
    why=(
        "Half a year is long in the life of a small child. The law gives the court 26 weeks, and "
        "more only where it is needed to decide justly."
    ),
    source=(
        "Children Act 1989, section 32(1)(a): 26 weeks beginning with the day of issue; subsection "
        "(5): the court may extend them, by up to eight weeks at a time. The warning is ours."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Legal adviser and social worker",
    group=Group.COURT,
    rules=("LAW-03", "LAW-04"),
    subject="the proceedings",
    counting=(
        "26 weeks of which the day of issue is the first day, so that the last is 181 days after "
        "it; or the last day that the court has given, where that is later. Amber when 20 weeks "
        "have passed, extended or not."
    ),
    stops="The proceedings concluded",
    limit=LIMIT,
    warning=weeks(20),
    runs=Runs.BEYOND_CARE,
    gives=frozenset({"stopped_by", "subject", "due_on", "note"}),
    sql=SQL,
    examples=(
        Example(
            "the 26th week ends on the Sunday before the Monday of issue comes round",
            "care 2024-01-15; status C1 2024-01-15; proceedings care 2024-01-15",
            (Row("2024-01-15", warn="2024-06-03", due="2024-07-14"),),
        ),
        Example(
            "over a 29 February, for a child who stays at home",
            "proceedings care 2023-09-04",
            (Row("2023-09-04", warn="2024-01-22", due="2024-03-03"),),
        ),
        Example(
            "concluded in time",
            "proceedings care 2024-01-15 concluded=2024-07-12 outcome=order",
            (Row("2024-01-15", stopped="2024-07-12", warn="2024-06-03", due="2024-07-14"),),
        ),
        Example(
            "extended twice: the later day counts",
            "proceedings care 2024-01-15; extension 2024-06-20 until=2024-08-30;"
            " extension 2024-08-20 until=2024-10-18",
            (Row("2024-01-15", warn="2024-06-03", due="2024-10-18"),),
        ),
        Example(
            "a day no later than the 26 weeks is no extension; one day later is",
            "proceedings care 2024-01-15 concluded=2024-06-21 outcome=withdrawn;"
            " extension 2024-06-20 until=2024-07-13;"
            " proceedings care 2024-07-01; extension 2024-12-20 until=2024-12-30",
            (
                Row("2024-01-15", stopped="2024-06-21", warn="2024-06-03", due="2024-07-14"),
                Row("2024-07-01", warn="2024-11-18", due="2024-12-30"),
            ),
        ),
        Example(
            "an application for a placement order is not care proceedings",
            "care 2024-01-15; status C1 2024-01-15; proceedings placement 2024-05-20",
        ),
    ),
)
