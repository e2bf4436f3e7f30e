"""The waits of which curves are drawn: what each asks, who is followed, what ends it. No Django.

A wait is taken from the rows of its clock where one counts it, so that a curve never says anything
else than the page of a child; else its SQL selects it from the facts of the indicators. The select
gives `child_id`, `subject`, `started_on`, `start_known`, `runs_from`, `stopped_on` (null while it
lasts) and `ending`: in a few words what stopped it. Rows of one child with the same `started_on`
and subject are pieces of one wait: it is counted from that day, and ended as its last piece did.
"""

from dataclasses import dataclass

INTERRUPTED = "went on otherwise"
"""The ending of a piece after which a clock does not run for a while: nothing ended by it."""

MATCHED, PLACED, ORDERED, DECIDED = "match", "adoptive home", "placement order", "adoption decision"
ADOPTED, DISCHARGED = "adoption order", "care order discharged"


@dataclass(frozen=True)
class Mark:
    """So many days after the beginning, as said, and whose mark it is ('' for nobody's)."""

    days: int
    said: str
    whose: str = ""

    @property
    def in_days(self) -> bool:
        return self.said.endswith("days")


YEAR, TWO_YEARS = Mark(365, "a year"), Mark(730, "two years")
HALF_YEAR = Mark(182, "26 weeks")
TABLE = (0, 30, 60, 90, 121, 180, 365, 730)


@dataclass(frozen=True)
class WaitKind:
    """One wait: the sentence about it is made of its words.

    Of every 100 `of`, 41 are `done` within the first of `marks`, 73 within the second; today 8
    `who` `waits` longer than the first. `since` names the beginning; `waits` has the word for one
    and for many, and `runs` says the same of all who wait. `otherwise` and `still` are the labels
    of what is not done. `endings` are those that count as done; all others ended otherwise. `clock`
    counts it, or `sql` selects it; `running` is the clock of those who wait on a day, where not all
    who are followed do. `indicator` is the number of the official average beside it.
    """

    code: str
    title: str
    question: str
    since: str
    of: str
    done: str
    otherwise: str
    still: str
    waits: tuple[str, str]
    runs: tuple[str, str]
    endings: tuple[str, ...]
    marks: tuple[Mark, Mark]
    source: str
    clock: str = ""
    sql: str = ""
    running: str = ""
    who: str = ""
    indicator: str = ""
    table: tuple[int, ...] = TABLE
    traps: tuple[str, ...] = ()

    @property
    def selected(self) -> str:
        return self.sql or of_clock(self.clock)

    @property
    def clocks(self) -> tuple[str, ...]:
        """The clocks that it is read from: of what they do not count it knows nothing."""
        return tuple(code for code in (self.clock, self.running) if code)


def of_clock(code: str) -> str:
    return f"""
SELECT child_id, subject, started_on, start_known, runs_from, stopped_on, stopped_by AS ending
FROM clock_row WHERE clock = '{code}'"""


# Periods of care as published figures count them, without short breaks; with the 18th birthday.
ENTRY = """(
    SELECT
        looked_after.child_id, min(starts_on) AS started_on,
        (array_agg(start_known ORDER BY starts_on))[1] AS start_known,
        nullif(max(coalesce(ends_on, 'infinity')), 'infinity') AS left_on,
        (array_agg(end_reason ORDER BY starts_on DESC))[1] AS why, min(eighteen_on) AS eighteen_on
    FROM looked_after
    JOIN child ON child.child_id = looked_after.child_id
    GROUP BY looked_after.child_id, began_on
)"""

_LEFT = """
    WHEN stopped_on = eighteen_on THEN 'turned 18'
    WHEN why IN ('E4', 'E4A', 'E4B') THEN 'went home'
    WHEN why IN ('E43', 'E44', 'E45', 'E46', 'E47', 'E48') THEN 'special guardianship'
    WHEN why = 'E41' THEN 'child arrangements order'
    WHEN stopped_on IS NOT NULL THEN 'left care another way'
    ELSE '' END"""


def _from_entry(found: str, said: str) -> str:
    """From coming into care to the first day that the join `found` gives as `day`; else until care
    ends, or 18.
    """
    return f"""
SELECT
    child_id, 'child' AS subject, started_on, start_known, started_on AS runs_from, stopped_on,
    CASE WHEN stopped_on = found_on THEN '{said}' {_LEFT} AS ending
FROM (
    SELECT entry.*, min(greatest(day, started_on)) FILTER (WHERE day IS NOT NULL) AS found_on
    FROM {ENTRY} AS entry
    LEFT JOIN {found}
    GROUP BY entry.child_id, started_on, start_known, left_on, why, eighteen_on
) AS waited
CROSS JOIN LATERAL (SELECT least(found_on, left_on, eighteen_on) AS stopped_on) AS stopping"""


PLACED_FROM_ENTRY = _from_entry(
    """(SELECT child_id, starts_on AS day, ends_on FROM home_kind WHERE kind = 'adoptive') AS home
        ON home.child_id = entry.child_id AND coalesce(ends_on > started_on, true)
        AND coalesce(day < left_on, true)""",
    PLACED,
)

DECIDED_FROM_ENTRY = _from_entry(
    """(SELECT child_id, decided_on AS day, reversed_on FROM decision) AS made
        ON made.child_id = entry.child_id AND coalesce(day < left_on, true)
        AND (day >= started_on OR coalesce(reversed_on > started_on, true))""",
    DECIDED,
)

# While decisions stand, overlapping ones being one, in the period of care they were made in. Where
# an order is in force already there is nothing to wait for.
ORDERED_FROM_DECISION = f"""
SELECT
    child_id, 'child' AS subject, decided_on AS started_on, true AS start_known,
    decided_on AS runs_from, stopped_on,
    CASE
        WHEN stopped_on = ordered_on THEN '{ORDERED}'
        WHEN stopped_on = placed_on THEN 'placed with consent'
        WHEN stopped_on = reversed_on THEN 'decision reversed'
        WHEN stopped_on = eighteen_on THEN 'turned 18'
        WHEN stopped_on IS NOT NULL THEN 'left care'
        ELSE '' END AS ending
FROM (
    SELECT
        decided.*, care.ends_on AS left_on, eighteen_on,
        min(status.starts_on) FILTER (WHERE status.starts_on >= decided_on) AS ordered_on,
        min(greatest(home_kind.starts_on, decided_on)) FILTER (WHERE kind IS NOT NULL) AS placed_on
    FROM (
        SELECT child_id, lower(days) AS decided_on, upper(days) AS reversed_on
        FROM (
            SELECT child_id, unnest(range_agg(daterange(decision.decided_on, decision.reversed_on)))
                AS days
            FROM decision GROUP BY child_id
        ) AS stretch
    ) AS decided
    JOIN child ON child.child_id = decided.child_id
    JOIN care ON care.child_id = decided.child_id AND care.starts_on <= decided_on
        AND coalesce(care.ends_on > decided_on, true)
    LEFT JOIN status ON status.child_id = decided.child_id AND code = 'E1'
        AND coalesce(status.ends_on > decided_on, true)
    LEFT JOIN home_kind ON home_kind.child_id = decided.child_id AND kind = 'adoptive'
        AND coalesce(home_kind.ends_on > decided_on, true)
    GROUP BY decided.child_id, decided_on, reversed_on, care.ends_on, eighteen_on
    HAVING coalesce(min(status.starts_on) >= decided_on, true)
) AS waited
CROSS JOIN LATERAL (
    SELECT least(ordered_on, placed_on, reversed_on, left_on, eighteen_on) AS stopped_on
) AS stopping"""

ADOPTED_FROM_PLACED = f"""
SELECT
    waited.child_id, 'child' AS subject, started_on, start_known, started_on AS runs_from,
    stopped_on,
    CASE
        WHEN stopped_on = made_on OR why IN ('E11', 'E12') THEN '{ADOPTED}'
        WHEN stopped_on = eighteen_on THEN 'turned 18'
        WHEN stopped_on = left_on THEN 'left care'
        WHEN stopped_on IS NOT NULL THEN 'home ended'
        ELSE '' END AS ending
FROM (
    SELECT
        home_kind.child_id, home_kind.starts_on AS started_on, home_kind.start_known,
        home_kind.ends_on AS home_to, care.ends_on AS left_on, eighteen_on,
        min(made_on) AS made_on
    FROM home_kind
    JOIN child ON child.child_id = home_kind.child_id
    JOIN care ON care.child_id = home_kind.child_id AND care.starts_on <= home_kind.starts_on
        AND coalesce(care.ends_on > home_kind.starts_on, true)
    LEFT JOIN court_order ON court_order.child_id = home_kind.child_id
        AND court_order.kind = 'adoption' AND made_on >= home_kind.starts_on
    WHERE home_kind.kind = 'adoptive'
    GROUP BY 1, 2, 3, 4, 5, 6
) AS waited
CROSS JOIN LATERAL (
    SELECT least(made_on, home_to, left_on, eighteen_on) AS stopped_on
) AS stopping
LEFT JOIN care_end ON care_end.child_id = waited.child_id AND care_end.ends_on = stopped_on"""

# The clock says of a child who leaves care from the parents' home that she moved. Care that ends
# there is the order discharged, but for what says that she went elsewhere or that another holds it;
# a placement order in its place is a change of plan.
DISCHARGED_AT_HOME = f"""
SELECT
    clock_row.child_id, subject, started_on, clock_row.start_known, runs_from, stopped_on,
    CASE
        WHEN stopped_on = eighteen_on THEN 'turned 18'
        WHEN why IN ('E2', 'E3', 'E5', 'E6', 'E7', 'E9', 'E11', 'E12', 'E14', 'E15', 'E16', 'E17')
            THEN 'left care another way'
        WHEN why IS NOT NULL THEN '{DISCHARGED}'
        WHEN stopped_by = 'care order ended' AND status.child_id IS NOT NULL THEN 'placement order'
        WHEN stopped_by = 'care order ended' THEN '{DISCHARGED}'
        ELSE stopped_by END AS ending
FROM clock_row
JOIN child ON child.child_id = clock_row.child_id
LEFT JOIN care_end ON care_end.child_id = clock_row.child_id AND care_end.ends_on = stopped_on
LEFT JOIN status ON status.child_id = clock_row.child_id AND code = 'E1'
    AND status.starts_on <= stopped_on AND coalesce(status.ends_on > stopped_on, true)
WHERE clock = 'placed-with-parents'"""

AGAIN = (
    "A child whose match or adoptive home came to nothing waits anew, and then counts once more.",
)

KINDS: tuple[WaitKind, ...] = (
    WaitKind(
        code="care-to-decision",
        title="Coming into care to adoption decision",
        question="How long after coming into care does the agency decide that a child should be "
        "placed for adoption?",
        since="coming into care",
        of="children who come into care",
        done="decided to be placed for adoption",
        otherwise="left care or turned 18 without a decision",
        still="still in care, no such decision",
        who="with adoption as a plan and no decision",
        waits=("has been in care", "have been in care"),
        runs=(
            "child has adoption as a plan and no decision",
            "children have adoption as a plan and no decision",
        ),
        endings=(DECIDED,),
        marks=(Mark(183, "183 days", "called a Government target in a scrutiny report"), YEAR),
        source="All periods of care but short breaks; the day of the agency’s decision.",
        sql=DECIDED_FROM_ENTRY,
        running="entry-to-adoption-decision",
        table=(0, 30, 60, 90, 183, 365, 730),
        traps=(
            "Adoption is the plan for few of those who come into care: a low curve is no fault.",
        ),
    ),
    WaitKind(
        code="care-to-placed",
        title="Coming into care to adoptive home",
        question="How long after coming into care does a child move in with adopters?",
        since="coming into care",
        of="children who come into care",
        done="placed for adoption",
        otherwise="went home, to a guardian or left care another way",
        still="still in care, not placed for adoption",
        who="with a decision for adoption and no adoptive home",
        waits=("has been in care", "have been in care"),
        runs=(
            "child has a decision for adoption and no adoptive home",
            "children have a decision for adoption and no adoptive home",
        ),
        endings=(PLACED,),
        marks=(Mark(426, "426 days", "national target for the average (A1)"), TWO_YEARS),
        source="All periods of care but short breaks; the first day in an adoptive home (A3 to "
        "A6).",
        sql=PLACED_FROM_ENTRY,
        running="entry-to-placed-for-adoption",
        indicator="A1",
        table=(0, 90, 180, 365, 426, 730, 1095),
        traps=(
            "Adoption is the plan for few of those who come into care: a low curve is no fault.",
        ),
    ),
    WaitKind(
        code="decision-to-order",
        title="Adoption decision to placement order",
        question="How long after the agency has decided for adoption does the court make a "
        "placement order?",
        since="the adoption decision",
        of="children for whom adoption is decided",
        done="given a placement order",
        otherwise="plan changed, or placed with consent",
        still="still waiting for the court",
        waits=("has waited", "have waited"),
        runs=("child waits for a placement order", "children wait for a placement order"),
        endings=(ORDERED,),
        marks=(HALF_YEAR, YEAR),
        source="Decisions that stand; the first day of a placement order (E1).",
        sql=ORDERED_FROM_DECISION,
    ),
    WaitKind(
        code="order-to-match",
        title="Placement order to match",
        question="How long after a placement order is a child matched with adopters?",
        since="the placement order",
        of="children given a placement order",
        done="matched",
        otherwise="plan changed",
        still="still waiting",
        waits=("has waited", "have waited"),
        runs=("child waits for a match", "children wait for a match"),
        endings=(MATCHED, PLACED),
        marks=(Mark(121, "121 days", "national target for the average (A2)"), YEAR),
        source="The clock “Placement order to match”. A child who moved in with adopters before a "
        "match was recorded counts as matched that day.",
        clock="placement-order-to-match",
        indicator="A2",
        traps=AGAIN,
    ),
    WaitKind(
        code="match-to-placed",
        title="Match to adoptive home",
        question="How long after the match does a child move in with the family?",
        since="the match",
        of="children matched with adopters",
        done="placed with the family",
        otherwise="match undone",
        still="still waiting to move in",
        waits=("has waited", "have waited"),
        runs=("child waits to move in", "children wait to move in"),
        endings=(PLACED,),
        marks=(
            Mark(28, "28 days", "proposed by this product"),
            Mark(56, "56 days", "proposed by this product"),
        ),
        source="The clock “Match to adoptive home”.",
        clock="match-to-placed",
        table=(0, 14, 28, 56, 90, 180, 365),
        traps=AGAIN,
    ),
    WaitKind(
        code="placed-to-adopted",
        title="Adoptive home to adoption order",
        question="How long after moving in with adopters is the adoption order made?",
        since="moving in",
        of="children placed for adoption",
        done="adopted",
        otherwise="home ended",
        still="still waiting for the order",
        waits=("has waited", "have waited"),
        runs=("child waits for the adoption order", "children wait for the adoption order"),
        endings=(ADOPTED,),
        marks=(HALF_YEAR, YEAR),
        source="The first day in an adoptive home (A3 to A6); the adoption order, or care that "
        "ended with adoption (E11, E12).",
        sql=ADOPTED_FROM_PLACED,
    ),
    WaitKind(
        code="placed-with-parents",
        title="With parents under a care order until it is discharged",
        question="How long does a child live with parents under a care order before the order is "
        "discharged?",
        since="moving home under the order",
        of="children who live with parents under a care order",
        done="free of the order",
        otherwise="moved elsewhere, or plan changed",
        still="still under the order at home",
        waits=("has lived there", "have lived there"),
        runs=(
            "child lives with parents under a care order",
            "children live with parents under a care order",
        ),
        endings=(DISCHARGED,),
        marks=(Mark(365, "a year", "local practice: then ask for discharge"), TWO_YEARS),
        source="The clock “With parents under a care order”. A break of up to three months does "
        "not start it anew.",
        sql=DISCHARGED_AT_HOME,
        clock="placed-with-parents",
        table=(0, 90, 180, 365, 548, 730, 1095),
        traps=(
            "How long children live there so far is no measure of how long it takes: those who "
            "leave early are no longer among them.",
        ),
    ),
    WaitKind(
        code="long-term-match",
        title="Long-term fostering ratified to match",
        question="How long after a plan of long-term fostering is ratified is a child matched with "
        "the carers?",
        since="the plan was ratified",
        of="children whose plan of long-term fostering is ratified",
        done="matched with their carers",
        otherwise="plan changed",
        still="still waiting",
        waits=("has waited", "have waited"),
        runs=("child waits for a long-term match", "children wait for a long-term match"),
        endings=("matched",),
        marks=(Mark(274, "nine months", "proposed by this product"), YEAR),
        source="The clock “Long-term foster home not matched”.",
        clock="long-term-match",
        table=(0, 30, 90, 180, 274, 365, 730),
    ),
)

BY_CODE = {kind.code: kind for kind in KINDS}
