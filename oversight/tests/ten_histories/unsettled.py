"""Kofi, fifteen, runs away, loses two homes in a spring, and is put where nobody under 16 may live.

The provider is not registered either, and the court lets him be kept there. The wait of a child
under 16 ends on his 16th birthday, the last of August; the order runs out nine days later, though
it was looked at in July. Nobody records here what the returns do not tell.
"""

from oversight.tests.ten_histories.story import Story

CHILDREN = {
    "KOFI": """
        born 2008-08-31; care 2023-02-06; status C2 2023-02-06;
        home U6 2023-02-06 .. 2024-03-28 CREQB a; home K2 2024-03-28 .. 2024-06-10 CHILD b;
        home H5 2024-06-10 c;
        worker A 2023-02-06 .. 2024-01-15; worker B 2024-01-15 .. 2024-04-08;
        worker C 2024-04-08;
        worry 2024-03-21;
        missing 2024-02-10 .. 2024-02-12; missing 2024-03-30 .. 2024-04-01;
        missing 2024-05-05 .. 2024-05-07;
        unregistered supported 2024-06-10;
        liberty 2024-06-10 expires=2024-09-09; liberty-review same 2024-07-31;
        review 2023-03-03; review 2023-06-02; review 2023-12-01; review 2024-05-31
    """
}

ROWS = {
    # The day before Maundy Thursday, and before the first home ends.
    "2024-03-27": """
    review-due                2023-12-01 2024-05-17 2024-06-01 2024-05-31 green
        # 6 months; 10 working days before, 27 May none
    care-order-to-permanence  2023-02-06 2023-08-06 2024-02-06 18th       red    # 6 and 12 months
    stability-meeting:worry-1 2024-03-21 2024-03-27 2024-03-28 2024-03-28 amber
        # 4 and 5 working days; the move ends it
    """,
    "2024-06-12": """
    review-due                     2024-05-31 2024-11-18 2024-11-30 18th       green
        # 6 months from the 31st, a Saturday
    care-order-to-permanence       2023-02-06 2023-08-06 2024-02-06 18th       red
    third-missing                  2024-05-05 -          2024-05-04 2024-08-03 red
        # the third in 85 days; 90 days on
    three-homes-in-a-year          2024-06-10 2024-06-10 2024-06-09 2025-03-28 red
        # at the child’s wish: not planned
    three-social-workers-in-a-year 2024-04-08 2024-04-08 -          2025-01-15 amber
        # 12 months after the first left
    under-sixteen-unsuitable       2024-06-10 -          2024-06-09 2024-08-31 red
        # not allowed for a day
    unregistered-supported         2024-06-10 -          2024-06-09 18th       red
        # not allowed for a day
    liberty-expires                2024-06-10 2024-08-09 2024-09-09 18th       green
        # 20 working days before, 26 August none
    liberty-review                 2024-06-10 2024-08-12 2024-09-10 2024-07-31 green
        # 3 months; 20 working days before
    """,
    # Sixteen, and the day after the order’s last.
    "2024-09-10": """
    review-due                     2024-05-31 2024-11-18 2024-11-30 18th       green
    care-order-to-permanence       2023-02-06 2023-08-06 2024-02-06 18th       red
    three-homes-in-a-year          2024-06-10 2024-06-10 2024-06-09 2025-03-28 red
    three-social-workers-in-a-year 2024-04-08 2024-04-08 -          2025-01-15 amber
    unregistered-supported         2024-06-10 -          2024-06-09 18th       red
    liberty-expires                2024-06-10 2024-08-09 2024-09-09 18th       red
    liberty-review                 2024-07-31 2024-10-03 2024-10-31 18th       green
        # 3 months from the look, to the 31st
    """,
}

STORY = Story(CHILDREN, {"KOFI": "2026-08-31"}, ROWS)
