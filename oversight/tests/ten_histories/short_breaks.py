"""Ewan, nine, has short breaks, then comes into care by agreement, and the court makes an order.

The short breaks begin on the last day of November, so that their first review falls due on
29 February. In care he loses two foster homes in three months. Nobody records here what the
returns do not tell, but the agreement is known.
"""

from oversight.tests.ten_histories.story import Story

CHILDREN = {
    "EWAN": """
        born 2014-05-05;
        care 2023-11-30 .. 2024-08-16; status V4 2023-11-30 .. 2024-08-16;
        home U6 2023-11-30 .. 2024-08-16 s;
        care 2024-08-19; status V2 2024-08-19 .. 2025-01-06; status C1 2025-01-06;
        home U6 2024-08-19 .. 2025-02-03 CREQB a; home U6 2025-02-03 .. 2025-05-01 CREQB b;
        home K2 2025-05-01 c;
        agreement 2024-08-19 agreed_by=mother; agreement-review right 2024-11-18;
        plan home 2024-11-04;
        review 2024-02-29; review 2024-09-16; review 2024-12-13
    """
}

ROWS = {
    "2024-02-28": """
    short-break-review 2023-11-30 2024-02-01 2024-02-29 2024-02-29 amber
        # 3 months from 30 November; 20 working days before
    """,
    # The day before the last short break ends.
    "2024-08-15": """
    short-break-review 2024-02-29 2024-07-24 2024-08-29 2024-08-16 amber  # 146 days, 6 months
    """,
    # In care by agreement; the bank holiday of 26 August counts for nothing.
    "2024-09-13": """
    review-due                       2024-08-19 2024-09-03 2024-09-17 2024-09-16 amber
        # 20 working days from coming into care; 10 before
    section-20-looked-at:agreement-1 2024-08-19 2024-10-22 2024-11-19 2024-11-18 green
        # 3 months; 20 working days before
    section-20-without-plan          2024-08-19 2024-10-19 2024-11-19 2024-11-04 green
        # 2 and 3 months; a plan
    """,
    # After the New Year’s bank holiday: a plan, and the agreement looked at once.
    "2025-01-02": """
    review-due                       2024-12-13 2025-05-30 2025-06-13 18th       green
        # 6 months from the second of this time in care
    section-20-looked-at:agreement-1 2024-11-18 2025-01-21 2025-02-18 2025-01-06 green
        # 3 months; the order stops it
    """,
    # Under the interim order, in the third home of a year.
    "2025-06-02": """
    review-due            2024-12-13 2025-05-30 2025-06-13 18th       amber
    interim-care-order    2025-01-06 2025-05-26 -          18th       amber
        # 140 days; no proceedings are recorded
    three-homes-in-a-year 2025-05-01 2025-05-01 2025-04-30 2026-02-03 red
        # to 12 months after the first ended; that of the short breaks is none
    """,
}

STORY = Story(CHILDREN, {"EWAN": "2032-05-05"}, ROWS)
