"""Halima and Ivy, for whom their authority has limits of its own from 1 June 2024.

Halima’s placement order is of the day before: the national 121 days count for her. Ivy’s is of the
Monday after: 90 days, and no wait for a family to be identified. Halima is matched and moves on
Bonfire Night’s eve, since when people record here. That Ivy waits is justified in September, until
the last of October.
"""

from oversight.tests.ten_histories.story import Story

CHILDREN = {
    "HALIMA": """
        recorded 2024-11-04; born 2021-01-31; worker A 2023-11-27; officer R 2023-11-27;
        support-plan 2024-10-21; supervision 2024-11-18;
        visit 2024-11-08; visit 2024-11-15; visit 2024-11-22; visit 2024-11-29;
        care 2023-11-27; status C1 2023-11-27 .. 2024-05-31; status E1 2024-05-31;
        home U6 2023-11-27 .. 2024-11-04 CARPL a; home A5 2024-11-04 b;
        decision 2024-04-29; match 2024-09-30;
        review 2023-12-22; review 2024-03-22; review 2024-08-30; review 2024-12-02
    """,
    "IVY": """
        born 2019-10-07; worker A 2023-11-27; officer R 2023-11-27;
        supervision 2024-11-18; visit 2024-11-20;
        care 2023-11-27; status C1 2023-11-27 .. 2024-06-03; status E1 2024-06-03;
        home U6 2023-11-27 a; decision 2024-06-03;
        review 2023-12-22; review 2024-03-22; review 2024-08-30; review 2025-02-28
    """,
}

ROWS = {
    # Ivy’s delay is justified.
    "2024-09-27": """
    HALIMA:
    review-due                   2024-08-30            2025-02-14 2025-02-28 2024-11-04 green
        # 6 months from 30 August; the move brings others
    placement-order-to-match     2024-05-31            2024-08-29 2024-09-29 2024-09-30 amber
        # 90 and 121 days
    placement-order-not-placed   2024-05-31            2024-11-30 2025-02-28 2024-11-04 green
        # 6 and 9 months from the 31st
    entry-to-placed-for-adoption 2023-11-27>2024-04-29 2024-11-26 2025-01-26 2024-11-04 green
        # 365 and 426 days over a 29 February
    no-family-identified         2024-04-29            2024-07-01 2024-07-28 2024-09-30 red
        # 90 days; 20 working days before; begun before 1 June
    IVY:
    review-due                   2024-08-30            2025-02-14 2025-02-28 2025-02-28 green
    placement-order-to-match     2024-06-03            2024-08-02 2024-09-01 18th       justified
        # their own 60 and 90 days
    placement-order-not-placed   2024-06-03            2024-12-03 2025-03-03 18th       green
    entry-to-placed-for-adoption 2023-11-27>2024-06-03 2024-11-26 2025-01-26 18th       green
    """,
    # The day until which it was justified.
    "2024-10-31": """
    HALIMA:
    review-due                   2024-08-30            2025-02-14 2025-02-28 2024-11-04 green
    match-to-placed              2024-09-30            2024-10-28 2024-11-25 2024-11-04 amber
        # 28 and 56 days
    placement-order-not-placed   2024-05-31            2024-11-30 2025-02-28 2024-11-04 green
    entry-to-placed-for-adoption 2023-11-27>2024-04-29 2024-11-26 2025-01-26 2024-11-04 green
    IVY:
    review-due                   2024-08-30            2025-02-14 2025-02-28 2025-02-28 green
    placement-order-to-match     2024-06-03            2024-08-02 2024-09-01 18th       red
    placement-order-not-placed   2024-06-03            2024-12-03 2025-03-03 18th       green
    entry-to-placed-for-adoption 2023-11-27>2024-06-03 2024-11-26 2025-01-26 18th       green
    """,
    # Halima’s first review in her new family, four weeks after she moved.
    "2024-12-02": """
    HALIMA:
    review-due                     2024-12-02            2025-02-17 2025-03-02 18th       green
        # 3 months; 10 working days before a Sunday
    review-decisions-sent:review-4 2024-12-02            2024-12-06 2024-12-09 2026-12-02 green
        # 4 and 5 working days; given up after two years
    review-record-made:review-4    2024-12-02            2024-12-18 2024-12-23 2026-12-02 green
        # 12 and 15 working days
    review-record-sent:review-4    2024-12-02            2024-12-24 2025-01-02 2026-12-02 green
        # 16 and 20 working days, 3 of the bank
    mid-point                      2024-12-02            2024-12-30 2025-01-13 18th       green
        # 4 and 6 weeks: the first review in the family
    visit-placed-later             2024-11-29>2024-12-02 2025-01-02 2025-01-10 18th       green
        # 34 and 42 days from the visit, once reviewed
    placed-no-application          2024-11-04            2025-05-04 2025-08-04 18th       green
        # 6 and 9 months
    life-story-first-part          2024-11-04            2025-02-03 2025-03-02 18th       green
        # 3 months after the first review; 20 working days before
    supervision                    2024-11-18            2024-12-12 2024-12-18 18th       green
        # 24 days, a month
    silence                        2024-12-02            2025-01-13 2025-01-31 18th       green
        # 42 and 60 days
    plan-by-second-review          ~2024-11-04 2025-02-02 2025-03-04 18th       cannot-tell
        # recorded since: 90 days, four months
    dentist                        ~2024-11-04 2025-08-04 2025-11-04 18th       cannot-tell
        # recorded since: 9 and 12 months
    IVY:
    review-due                     2024-08-30            2025-02-14 2025-02-28 2025-02-28 green
    placement-order-to-match       2024-06-03            2024-08-02 2024-09-01 18th       red
    placement-order-not-placed     2024-06-03            2024-12-03 2025-03-03 18th       green
    entry-to-placed-for-adoption   2023-11-27>2024-06-03 2024-11-26 2025-01-26 18th       amber
    order-still-right              ~2024-11-04 2025-08-04 2025-11-04 18th       cannot-tell
        # recorded since: 9 and 12 months
    mid-point                      ~2024-11-04 2025-01-04 2025-02-04 2025-02-28 cannot-tell
        # 2 and 3 months
    visit-after-year               2024-11-20>2024-11-27 2024-12-24 2025-01-01 18th       green
        # 34 and 42 days; a year in the home
    supervision                    2024-11-18            2024-12-12 2024-12-18 18th       green
    silence                        2024-11-20            2025-01-01 2025-01-19 2025-02-28 green
    plan-by-second-review          ~2024-11-04 2025-02-02 2025-03-04 18th       cannot-tell
    dentist                        ~2024-11-04 2025-08-04 2025-11-04 18th       cannot-tell
    sdq                            ~2024-11-04 2025-08-04 2025-11-04 2036-10-07 cannot-tell
        # to the 17th birthday
    """,
}

STORY = Story(
    CHILDREN,
    {"HALIMA": "2039-01-31", "IVY": "2037-10-07"},
    ROWS,
    limits=(
        {
            "clock": "placement-order-to-match",
            "starts_on": "2024-06-01",
            "limit": 90,
            "warning": 60,
        },
        {"clock": "no-family-identified", "starts_on": "2024-06-01", "enabled": False},
    ),
    justified=(("IVY", "placement-order-to-match", "2024-09-10", "2024-10-31"),),
)
