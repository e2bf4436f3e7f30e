"""What was printed: each figure with its source.

PAPERS are those of the meeting of Middlesbrough Council's children and young people's scrutiny
panel on 7 December 2020, REPORT is that panel's final report on sufficiency and permanency, before
the overview and scrutiny board on 11 May 2022. Lines are of the text of the papers.
"""

from dataclasses import dataclass
from datetime import date

PAPERS = "scrutiny panel, papers of 7 December 2020"
REPORT = "scrutiny panel, final report on sufficiency and permanency, May 2022"


@dataclass(frozen=True)
class Printed:
    """A figure as it was printed."""

    value: float
    words: str
    source: str


AS_AT = date(2020, 10, 31)

CONNECTED = (147, 155, 166, 167, 175, 174, 182, 203, 213, 213, 204, 211)
WITH_PARENTS = (71, 63, 62, 64, 71, 76, 76, 85, 92, 88, 93, 87)
"""At the twelve month ends from November 2019 to October 2020: PAPERS, lines 396-407 and 425-436.
Connected carers are relatives and friends (U1, U2, U3), with parents is P1 under a care order."""

LONGER_WITH_PARENTS = {1: 36, 2: 21, 3: 10}
"""Of the 87, so many for longer than a year, two, three, one within the other: PAPERS, line 421.
"Longer than" is counted by corresponding dates, a day more than the years."""

MONTHS_WITH_PARENTS = 16
"""On average so far: PAPERS, line 421. Here the whole months of each child add up to 16 × 87, so
that it is 16.0; by days it is a little more, and rounds to 16 as well."""

HOMES = {1: 469, 2: 147, 3: 49, 4: 7, 5: 8, 6: 3}
"""Children by number of homes, 683 in all: REPORT, paragraph 45, "October 2019 to October 2020";
PAPERS, line 178, "within the last 12 months".

Read as the homes lived in from 1 November 2019 to 31 October 2020 by the children in care on that
day. Both papers call the first group "in their first and only placement", which would be of the
whole time in care, and the next "two placement moves", which would be three homes, though "three
placements" follow. Here nobody in care at the end had moved before those twelve months, so that the
year and the whole time in care give the same numbers."""

IN_CARE = sum(HOMES.values())

ORDER_TO_MATCH_DAYS = 192
"""On average: REPORT, paragraph 90, of April 2021, the end of its years not said. Read as measure
A2: max(0, match less placement order) of the children adopted in three years. Here it is 192 for
those adopted in each of the three years to October 2020, and in each half of the last one, so that
any of these windows gives it."""

DECISION_DAYS = 217
"""From coming into care to the decision for adoption, on average: REPORT, paragraph 88."""

CEASED = Printed(167, "children ceased to be looked after in twelve months", f"{PAPERS}, line 384")
FROM_CONNECTED = Printed(49.4, "percent of them left connected carers", f"{PAPERS}, line 384")
CONNECTED_STARTED = Printed(
    31, "homes with connected carers began, 3 months", f"{PAPERS}, line 387"
)
CONNECTED_ENDED = Printed(33, "homes with connected carers ended, 3 months", f"{PAPERS}, line 387")
PARENTS_STARTED = Printed(12, "placements with parents began, three months", f"{PAPERS}, line 422")
PARENTS_CEASED = Printed(16, "ceased from there, three months", f"{PAPERS}, line 422")
CONNECTED_SHARE = Printed(30, "percent of children in care", f"{PAPERS}, line 382")
CEASED_HALF = Printed(70, "ceased in six months to October 2020", f"{REPORT}, paragraph 37")
CEASED_FIVE = Printed(41, "of them aged five or over", f"{REPORT}, paragraph 37")
ADOPTED_HALF = Printed(6, "of them adopted", f"{REPORT}, paragraph 37")
STEADY = Printed(123, "in one home for two years, of 2½ years in care", f"{REPORT}, paragraph 44")
STEADY_SHARE = Printed(64, "percent that they are", f"{REPORT}, paragraph 44")

OTHER_TOTALS = {
    date(2020, 6, 30): Printed(670, "children in care", f"{REPORT}, proxy indicator 2"),
    date(2020, 7, 31): Printed(692, "children in care", "corporate parenting scorecard, CP1"),
    date(2020, 9, 30): Printed(702, "children in care", "corporate parenting scorecard, CP1"),
}
OCTOBER = Printed(689, "children in care in October 2020", f"{REPORT}, paragraphs 20 and 21")
"""683 by number of homes and 689 cannot both be of 31 October. Paragraph 20 names no day of the
month: here 683 are in care at its end, and 689 were on a day of it, on the way down from the 702
of September. (A table below paragraph 21 prints the 689 under September, where the scorecard has
702; and 210.1 per 10,000 is its rate.)"""
