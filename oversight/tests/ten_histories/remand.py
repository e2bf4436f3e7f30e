"""Fintan, born on 29 February 2008, is remanded the week he turns 16, then stays by agreement.

On remand only some things are waited for; the rest begins when the remand ends, as late as it then
is. He becomes eligible for leaving care 91 days after he came, and turns 18 on 1 March 2026.
"""

from oversight.tests.ten_histories.story import Story

CHILDREN = {
    "FINTAN": """
        recorded 2020-01-01; born 2008-02-29;
        care 2024-03-04; status J1 2024-03-04 .. 2024-06-17; status V2 2024-06-17;
        home R5 2024-03-04 .. 2024-06-17 y; home K2 2024-06-17 k;
        worker A 2024-03-04; officer R 2024-03-04;
        school 2024-03-04 hours=25;
        placement-plan 2024-06-19 notified=2024-06-21 k;
        agreement 2024-06-17 agreed_by=young-person;
        visit 2024-03-08; visit 2024-04-04; visit 2024-05-10; visit 2024-06-19;
        supervision 2024-06-25;
        check pep-started 2024-06-24; check pep-meeting 2024-06-27;
        check initial-health 2024-07-01;
        review 2024-03-28 decisions_sent=2024-04-05 answered=2024-04-12
            record_made=2024-04-19 record_sent=2024-04-26;
        review 2024-06-26 decisions_sent=2024-06-28 answered=2024-07-01
            record_made=2024-07-05 record_sent=2024-07-05
    """
}

ROWS = {
    # On remand, ten days after Easter.
    "2024-04-10": """
    review-due                         2024-03-28 2024-06-14 2024-06-28 2024-06-26 green
        # 3 months from the first; 10 working days before
    review-decisions-answered:review-1 2024-04-05 2024-04-11 -          2024-04-12 green
        # 4 working days, never red
    review-record-made:review-1        2024-03-28 2024-04-17 2024-04-22 2024-04-19 green
        # 12 and 15 working days over Easter
    review-record-sent:review-1        2024-03-28 2024-04-23 2024-04-29 2024-04-26 green
        # 16 and 20 working days
    initial-health                     2024-03-04 2024-03-25 2024-04-03 2024-07-01 red
        # 15 and 20 working days over Easter
    visit-first-year                   2024-04-04 2024-05-08 2024-05-16 2024-05-10 green
        # 34 and 42 days
    """,
    # Three days after the remand ended.
    "2024-06-20": """
    review-due                       2024-03-28            2024-06-14 2024-06-28 2024-06-26 amber
    mid-point                        2024-03-28>2024-06-17 2024-04-25 2024-05-09 2024-06-26 red
        # 4 and 6 weeks after the first
    plan-by-second-review            2024-03-04>2024-06-17 2024-06-02 2024-06-26 18th       amber
        # 90 days; the second review, within four months
    planning-meeting                 2024-03-04>2024-06-17 2024-03-14 2024-03-18 18th       red
        # 8 and 10 working days
    supervision                      2024-03-04>2024-06-17 2024-03-28 2024-04-04 2024-06-25 red
        # 24 days, a month
    initial-health                   2024-03-04            2024-03-25 2024-04-03 2024-07-01 red
    dentist                          2024-03-04>2024-06-17 2024-12-04 2025-03-04 18th       green
        # 9 and 12 months
    sdq                              2024-03-04>2024-06-17 2024-12-04 2025-03-04 2025-03-01 green
        # to the 17th birthday: 1 March
    pep-started                      2024-03-04>2024-06-17 2024-03-14 2024-03-18 2024-06-24 red
        # 8 and 10 working days
    pep-completed                    2024-03-04>2024-06-17 2024-03-25 2024-04-03 2024-06-27 red
        # 15 and 20 working days
    personal-adviser                 2024-06-03            -          2024-06-03 18th       red
        # 91 days after he came
    pathway-assessment               2024-06-03            2024-08-05 2024-09-03 18th       green
        # 3 months; 20 working days before, 26 August none
    visit-first-year                 2024-06-19            2024-07-23 2024-07-31 2025-06-17 green
        # 34 and 42 days, to a year in the home
    placement-notified               2024-06-17            2024-06-21 2024-06-24 2024-06-21 green
        # 4 and 5 working days
    residential-look                 2024-06-17            2024-08-19 2024-09-17 2024-06-26 green
        # 3 months; 20 working days before; a review
    section-20-looked-at:agreement-1 2024-06-17            2024-08-19 2024-09-17 18th       green
        # 3 months; 20 working days before
    """,
    # The day after his 17th birthday; nobody has recorded anything since July.
    "2025-03-02": """
    review-due                       2024-06-26            2024-12-11 2024-12-26 18th       red
        # 6 months, to Boxing Day; 10 working days before
    mid-point                        2024-06-26            2024-08-26 2024-09-26 18th       red
        # 2 and 3 months after the second
    plan-by-second-review            2024-03-04>2024-06-17 2024-06-02 2024-06-26 18th       red
    planning-meeting                 2024-03-04>2024-06-17 2024-03-14 2024-03-18 18th       red
    supervision                      2024-06-25            2024-07-19 2024-07-25 18th       red
    silence                          2024-07-01            2024-08-12 2024-08-30 18th       red
        # 42 and 60 days from the health check
    health-five-and-over             2024-07-01            2025-04-01 2025-07-01 18th       green
        # 9 and 12 months
    dentist                          2024-03-04>2024-06-17 2024-12-04 2025-03-04 18th       amber
    pep-review                       2024-06-27            2024-11-29 2024-12-31 18th       red
        # the end of the autumn; 20 working days before
    personal-adviser                 2024-06-03            -          2024-06-03 18th       red
    pathway-assessment               2024-06-03            2024-08-05 2024-09-03 18th       red
    visit-first-year                 2024-06-19            2024-07-23 2024-07-31 2025-06-17 red
    residential-look                 2024-06-26            2024-08-29 2024-09-26 18th       red
        # 3 months from the review; 20 working days before
    section-20-looked-at:agreement-1 2024-06-17            2024-08-19 2024-09-17 18th       red
    """,
    # Eighteen, and the end of care is not recorded.
    "2026-03-01": """
    open-past-eighteen 2026-03-01 - - - cannot-tell
    """,
}

STORY = Story(CHILDREN, {"FINTAN": "2026-03-01"}, ROWS)
