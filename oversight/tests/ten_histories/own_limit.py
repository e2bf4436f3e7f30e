"""Halima and Ivy, for whom their authority has limits of its own from 1 June 2024.

Halima’s placement order is of the day before: the national 121 days count for her. Ivy’s is of the
Monday after: 90 days, and no wait for a family to be identified. Halima is matched and moves on
Bonfire Night’s eve. That Ivy waits is justified in September, until the last of October.
"""

from oversight.tests.ten_histories.story import Story

CHILDREN = {
    "HALIMA": """
        born 2021-01-31;
        care 2023-11-27; status C1 2023-11-27 .. 2024-05-31; status E1 2024-05-31;
        home U6 2023-11-27 .. 2024-11-04 CARPL a; home A5 2024-11-04 b;
        decision 2024-04-29; match 2024-09-30;
        review 2023-12-22; review 2024-03-22; review 2024-08-30; review 2024-12-02
    """,
    "IVY": """
        born 2019-10-07;
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
    review-due                   2024-12-02            2025-02-17 2025-03-02 18th       green
        # 3 months; 10 working days before a Sunday
    IVY:
    review-due                   2024-08-30            2025-02-14 2025-02-28 2025-02-28 green
    placement-order-to-match     2024-06-03            2024-08-02 2024-09-01 18th       red
    placement-order-not-placed   2024-06-03            2024-12-03 2025-03-03 18th       green
    entry-to-placed-for-adoption 2023-11-27>2024-06-03 2024-11-26 2025-01-26 18th       amber
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
