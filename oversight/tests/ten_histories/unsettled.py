"""Kofi, fifteen, runs away, loses two homes in a spring, and is put where nobody under 16 may live.

The first was a long-term foster home: from the day it broke down a lasting home is waited for. The
provider of the third is not registered either, and the court lets him be kept there. The wait of a
child under 16 ends on his 16th birthday, the last of August; the order runs out nine days later,
though it was looked at in July. People record here from 3 June, a week before the third home; since
then he is seen and talked about in one week, and then no more.
"""

from oversight.tests.ten_histories.story import Story

CHILDREN = {
    "KOFI": """
        recorded 2024-06-03; born 2008-08-31; care 2023-02-06; status C2 2023-02-06;
        home U4 2023-02-06 .. 2024-03-28 CREQB a; home K2 2024-03-28 .. 2024-06-10 CHILD b;
        home H5 2024-06-10 c;
        worker A 2023-02-06 .. 2024-01-15; worker B 2024-01-15 .. 2024-04-08;
        worker C 2024-04-08;
        worry 2024-03-21;
        missing 2024-02-10 .. 2024-02-12; missing 2024-03-30 .. 2024-04-01;
        missing 2024-05-05 .. 2024-05-07; missing 2024-06-14 .. 2024-06-16;
        return-interview 2024-06-16 offered=2024-06-20;
        school 2023-02-06 .. 2024-06-10 hours=25; visit 2024-06-11; supervision 2024-06-12;
        home-meeting disruption 2024-07-05 b;
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
    stability-meeting:worry-1 2024-03-21 2024-03-27 2024-03-28 2024-03-28 amber
        # 4 and 5 working days; the move ends it
    """,
    # A week in the third home; recorded for a fortnight.
    "2024-06-18": """
    review-due                     2024-05-31            2024-11-18 2024-11-30 18th       green
        # 6 months from the 31st, a Saturday
    review-decisions-sent:review-4 2024-05-31>2024-06-03 2024-06-06 2024-06-07 2026-05-31 red
        # 4 and 5 working days, not over when people began; given up after two years
    review-record-made:review-4    2024-05-31>2024-06-03 2024-06-18 2024-06-21 2026-05-31 amber
        # 12 and 15 working days
    review-record-sent:review-4    2024-05-31>2024-06-03 2024-06-24 2024-06-28 2026-05-31 green
        # 16 and 20 working days
    reviewing-officer-named        ~2024-06-03           2024-06-07 2024-06-10 18th       red
        # recorded since: 4 and 5 working days
    mid-point                      ~2024-06-03 2024-08-03 2024-09-03 18th       cannot-tell
        # recorded since: 2 and 3 months
    plan-by-second-review          ~2024-06-03 2024-09-01 2024-10-03 18th       cannot-tell
        # recorded since: 90 days, four months
    dentist                        ~2024-06-03 2025-03-03 2025-06-03 18th       cannot-tell
        # recorded since: 9 and 12 months
    sdq                            ~2024-06-03 2025-03-03 2025-06-03 2025-08-31 cannot-tell
        # to the 17th birthday
    care-order-to-permanence       2024-03-28            2024-09-28 2025-03-28 18th       green
        # 6 and 12 months since the lasting home broke down
    third-missing                  2024-05-05            -          2024-05-04 2024-09-12 red
        # the third in 85 days; one more goes on with it, for 90 days
    return-interview:episode-4     2024-06-16            2024-06-18 2024-06-19 2024-06-20 amber
        # 2 and 3 days
    disruption-meeting:home_left_2024-06-10 2024-06-10 2024-07-02 2024-07-08 2024-07-05 green
        # 22 and 28 days; for the first home it was over before people recorded
    placement-plan                 2024-06-10            2024-06-14 2024-06-17 18th       red
        # 4 and 5 working days
    placement-notified             2024-06-10            2024-06-14 2024-06-17 18th       red
    school-place-after-move        2024-06-10            2024-06-20 2024-06-24 2024-06-29 green
        # 8 and 10 working days; the last Friday in June is the 28th
    visit-first-year               2024-06-11            2024-07-15 2024-07-23 2025-06-10 green
        # 34 and 42 days, to a year in the home
    supervision                    2024-06-12            2024-07-06 2024-07-12 18th       green
        # 24 days, a month
    silence                        2024-06-12            2024-07-24 2024-08-11 18th       green
        # 42 and 60 days
    three-homes-in-a-year          2024-06-10            2024-06-10 2024-06-09 2025-03-28 red
        # at the child’s wish: not planned
    three-social-workers-in-a-year 2024-04-08            2024-04-08 -          2025-01-15 amber
        # 12 months after the first left
    under-sixteen-unsuitable       2024-06-10            -          2024-06-09 2024-08-31 red
        # not allowed for a day
    unregistered-supported         2024-06-10            -          2024-06-09 18th       red
        # not allowed for a day
    liberty-expires                2024-06-10            2024-08-09 2024-09-09 18th       green
        # 20 working days before, 26 August none
    liberty-review                 2024-06-10            2024-08-12 2024-09-10 2024-07-31 green
        # 3 months; 20 working days before
    """,
    # Sixteen, and the day after the order’s last.
    "2024-09-10": """
    review-due                     2024-05-31            2024-11-18 2024-11-30 18th       green
    review-decisions-sent:review-4 2024-05-31>2024-06-03 2024-06-06 2024-06-07 2026-05-31 red
    review-record-made:review-4    2024-05-31>2024-06-03 2024-06-18 2024-06-21 2026-05-31 red
    review-record-sent:review-4    2024-05-31>2024-06-03 2024-06-24 2024-06-28 2026-05-31 red
    reviewing-officer-named        ~2024-06-03           2024-06-07 2024-06-10 18th       red
    mid-point                      ~2024-06-03           2024-08-03 2024-09-03 18th       red
    plan-by-second-review          ~2024-06-03 2024-09-01 2024-10-03 18th       cannot-tell
    dentist                        ~2024-06-03 2025-03-03 2025-06-03 18th       cannot-tell
    sdq                            ~2024-06-03 2025-03-03 2025-06-03 2025-08-31 cannot-tell
    care-order-to-permanence       2024-03-28            2024-09-28 2025-03-28 18th       green
    third-missing                  2024-05-05            -          2024-05-04 2024-09-12 red
    placement-plan                 2024-06-10            2024-06-14 2024-06-17 18th       red
    placement-notified             2024-06-10            2024-06-14 2024-06-17 18th       red
    visit-first-year               2024-06-11            2024-07-15 2024-07-23 2025-06-10 red
    supervision                    2024-06-12            2024-07-06 2024-07-12 18th       red
    silence                        2024-06-12            2024-07-24 2024-08-11 18th       red
    personal-adviser               2024-08-31            -          2024-08-31 18th       red
        # from his birthday
    pathway-assessment             2024-08-31            2024-11-04 2024-11-30 18th       green
        # 3 months from the 31st; 20 working days before a Saturday
    three-homes-in-a-year          2024-06-10            2024-06-10 2024-06-09 2025-03-28 red
    three-social-workers-in-a-year 2024-04-08            2024-04-08 -          2025-01-15 amber
    unregistered-supported         2024-06-10            -          2024-06-09 18th       red
    liberty-expires                2024-06-10            2024-08-09 2024-09-09 18th       red
    liberty-review                 2024-07-31            2024-10-03 2024-10-31 18th       green
        # 3 months from the look, to the 31st
    """,
}

STORY = Story(CHILDREN, {"KOFI": "2026-08-31"}, ROWS)
