"""Gwen was at home under a care order before the first return, nobody knows since when.

She moves to a children’s home in March 2024. That home ends on the very day her review falls due;
the review is a week late. In the new home she is matched for good, and after a year there her
reviews may be held without a meeting. Nobody records here what the returns do not tell.
"""

from oversight.tests.ten_histories.story import Story

CHILDREN = {
    "GWEN": """
        born 2011-06-15; care ~2023-04-01; status ~C2 2023-04-01;
        home ~P1 2023-04-01 .. 2024-03-15 f; home K2 2024-03-15 .. 2024-06-28 k;
        home U4 2024-06-28 h;
        plan long-term-fostering 2024-07-05 ratified=2024-07-05;
        long-term-match 2024-10-31 h;
        review 2023-06-28; review 2023-12-28; review 2024-07-05; review 2025-01-03;
        review 2025-07-03 without_meeting=True
    """
}

ROWS = {
    "2023-05-31": """
    review-due          ~2023-04-01 2023-09-18 2023-10-01 2023-06-28 cannot-tell
        # only 6 months are certain; 10 working days before a Sunday
    placed-with-parents ~2023-04-01 2024-01-01 2024-04-01 2024-03-15 cannot-tell  # 9 and 12 months
    """,
    # Maundy Thursday, in the children’s home.
    "2024-03-28": """
    review-due               2023-12-28 2024-06-14 2024-06-28 2024-07-05 green
        # 6 months; 10 working days before
    care-order-to-permanence 2024-03-15 2024-09-15 2025-03-15 2024-06-28 green
        # 6 and 12 months since she left home; a lasting home
    """,
    # The home ends on the day the review falls due, and that day is in time.
    "2024-06-28": """
    review-due            2023-12-28 2024-06-14 2024-06-28 2024-07-05 amber
    three-homes-in-a-year 2024-06-28 2024-06-28 -          2025-03-15 amber
        # a lasting home counts as planned; 12 months after the first
    """,
    "2024-06-29": """
    review-due            2023-12-28 2024-06-14 2024-06-28 2024-07-05 red
    three-homes-in-a-year 2024-06-28 2024-06-28 -          2025-03-15 amber
    """,
    # Ratified, and not yet matched.
    "2024-10-01": """
    review-due            2024-07-05 2024-12-18 2025-01-05 2025-01-03 green
        # 6 months; 10 working days before, 3 of the bank
    three-homes-in-a-year 2024-06-28 2024-06-28 -          2025-03-15 amber
    long-term-match       2024-07-05 2025-01-05 2025-04-05 2024-10-31 green
        # 6 and 9 months from the review
    long-term-unmatched   2024-07-05 2025-04-05 2025-07-05 2024-10-31 green
        # 9 and 12 months from the plan, a week after the move
    """,
    # A year in the home; the last review had no meeting.
    "2025-07-07": """
    review-due            2025-07-03            2025-12-17 2026-01-03 18th green
        # 6 months; 10 working days before, 3 of the bank
    review-meeting-yearly 2025-01-03>2025-06-28 2025-10-03 2026-01-03 18th green
        # 9 and 12 months from the last meeting
    """,
}

STORY = Story(CHILDREN, {"GWEN": "2029-06-15"}, ROWS)
