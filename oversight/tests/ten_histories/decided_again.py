"""Dilys, born on 29 February 2020: adoption is decided, given up, decided again and given up.

The placement order of 31 August 2023 goes on all the while. A match falls through at the end of
November 2024, and in February a care order takes the place of the placement order. She lives with
the same foster carers throughout. From 2 December 2024 on people record here; she is visited once.
"""

from oversight.tests.ten_histories.story import Story

CHILDREN = {
    "DILYS": """
        recorded 2024-12-02; born 2020-02-29;
        worker A 2022-10-31; officer R 2022-10-31; visit 2024-12-05; supervision 2024-12-05;
        care 2022-10-31; home U6 2022-10-31 a;
        status C1 2022-10-31 .. 2023-08-31; status E1 2023-08-31 .. 2025-02-10;
        status C2 2025-02-10;
        plan adoption 2023-03-06 .. 2024-01-15 ratified=2023-03-31;
        plan long-term-fostering 2024-01-15 .. 2024-04-02;
        plan adoption 2024-04-02 .. 2025-01-06;
        plan long-term-fostering 2025-01-06 ratified=2025-02-28;
        decision 2023-05-30 reversed 2024-01-15; decision 2024-04-02 reversed 2025-01-06;
        match 2024-09-30 withdrawn 2024-11-29;
        review 2022-11-25; review 2023-02-23; review 2023-03-31; review 2023-09-29;
        review 2024-03-28; review 2024-09-27
    """
}

ROWS = {
    # The day after the first decision.
    "2023-05-31": """
    review-due                   2023-03-31            2023-09-18 2023-09-30 2023-09-29 green
        # 6 months from the 31st; the order of 31 August asks for no earlier day
    entry-to-placed-for-adoption 2022-10-31>2023-05-30 2023-10-31 2023-12-31 2024-01-15 green
        # 365 and 426 days
    no-family-identified         2023-05-30            2023-07-31 2023-08-28 2024-01-15 green
        # 90 days, to a bank holiday; 20 working days before
    interim-care-order           2022-10-31            2023-03-20 -          2023-08-31 amber
        # 140 days, never red
    """,
    # The day before adoption is given up.
    "2024-01-14": """
    review-due                   2023-09-29            2024-03-15 2024-03-29 2024-03-28 green
        # 6 months, to Good Friday
    placement-order-not-placed   2023-08-31            2024-02-29 2024-05-31 2024-01-15 green
        # 6 and 9 months from the 31st
    placement-order-to-match     2023-08-31            2023-11-29 2023-12-30 2024-01-15 red
        # 90 and 121 days
    entry-to-placed-for-adoption 2022-10-31>2023-05-30 2023-10-31 2023-12-31 2024-01-15 red
    no-family-identified         2023-05-30            2023-07-31 2023-08-28 2024-01-15 red
    """,
    # 29 February: adoption given up, the order not ended.
    "2024-02-29": """
    review-due          2023-09-29 2024-03-15 2024-03-29 2024-03-28 green
        # 6 months, to Good Friday
    order-not-revoked   2024-01-15 2024-02-18 2024-02-26 2024-04-02 red  # 34 and 42 days
    long-term-unmatched 2024-01-15 2024-10-15 2025-01-15 2024-04-02 green
        # 9 and 12 months from the plan: she lived there before
    """,
    # Decided again: everything is waited for from that day.
    "2024-08-31": """
    review-due                   2024-03-28            2024-09-16 2024-09-28 2024-09-27 green
    placement-order-not-placed   2024-04-02            2024-10-02 2025-01-02 2025-01-06 green
        # 6 and 9 months
    placement-order-to-match     2024-04-02            2024-07-01 2024-08-01 2024-09-30 red
        # 90 and 121 days
    entry-to-placed-for-adoption 2022-10-31>2024-04-02 2023-10-31 2023-12-31 2025-01-06 red
    no-family-identified         2024-04-02            2024-06-03 2024-07-01 2024-09-30 red
        # 90 days; 20 working days before
    """,
    # A month after the match fell through.
    "2024-12-31": """
    review-due                   2024-09-27            2025-03-13 2025-03-27 18th       green
    placement-order-not-placed   2024-04-02            2024-10-02 2025-01-02 2025-01-06 amber
        # a match is no home: it goes on
    placement-order-to-match     2024-11-29            2025-02-27 2025-03-30 2025-01-06 green
        # 90 and 121 days from the withdrawal
    entry-to-placed-for-adoption 2022-10-31>2024-04-02 2023-10-31 2023-12-31 2025-01-06 red
    no-family-identified         2024-11-29            2025-01-30 2025-02-27 2025-01-06 green
    order-still-right            ~2024-12-02           2025-09-03 2025-12-02 2025-01-06 cannot-tell
        # 9 and 12 months from the second decision, 244 days later: recorded since
    mid-point                    ~2024-12-02           2025-02-01 2025-03-03 18th       cannot-tell
        # 2 and 3 months from the review, 66 days later
    visit-after-year             2024-12-05            2025-01-08 2025-01-16 18th       green
        # 34 and 42 days
    supervision                  2024-12-05            2024-12-29 2025-01-05 18th       amber
        # 24 days, a month
    standing-still               ~2024-12-02           2025-01-16 2025-01-31 2025-01-06 cannot-tell
        # recorded since: 45 and 60 days; another plan
    step-undated                 2024-04-02>2024-12-02 2024-04-02 -          2025-01-06 amber
        # the plan has no step
    dentist                      ~2024-12-02           2025-09-02 2025-12-02 18th       cannot-tell
        # recorded since: 9 and 12 months
    sdq                          ~2024-12-02           2025-09-02 2025-12-02 2037-03-01 cannot-tell
        # recorded since; to the 17th birthday, 1 March
    """,
    # Under the care order.
    "2025-03-05": """
    review-due               2024-09-27  2025-03-13 2025-03-27 18th       green
    care-order-to-permanence 2025-02-10  2025-08-10 2026-02-10 18th       green
        # 6 and 12 months
    long-term-match          2025-02-28  2025-08-28 2025-11-28 18th       green
        # 6 and 9 months, from the end of February
    long-term-unmatched      2025-01-06  2025-10-06 2026-01-06 18th       green
        # 9 and 12 months from the second plan
    mid-point                ~2024-12-02 2025-02-01 2025-03-03 18th       red
    visit-after-year         2024-12-05  2025-01-08 2025-01-16 18th       red
    supervision              2024-12-05  2024-12-29 2025-01-05 18th       red
    silence                  2025-02-28  2025-04-11 2025-04-29 18th       green
        # 42 and 60 days from the ratifying
    standing-still           2025-02-28  2025-04-14 2025-04-29 18th       green
        # 45 and 60 days
    step-undated             2025-01-06  2025-01-06 -          18th       amber
    no-contingency           2025-02-28  -          2025-02-28 18th       red
        # the day it is ratified
    dentist                  ~2024-12-02 2025-09-02 2025-12-02 18th       cannot-tell
    sdq                      ~2024-12-02 2025-09-02 2025-12-02 2037-03-01 cannot-tell
    """,
}

STORY = Story(CHILDREN, {"DILYS": "2038-03-01"}, ROWS)
