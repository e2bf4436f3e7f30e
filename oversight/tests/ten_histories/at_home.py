"""Ben, four, stays with his mother under an interim order, and under a care order before Easter.

His visits change with the first review, with the order, and with the first visit under it; his
worker changes two days after the order. Nobody had decided that he may live at home: that is asked
for on Maundy Thursday. He turns five on 20 April.
"""

from oversight.tests.ten_histories.story import Story

CHILDREN = {
    "BEN": """
        recorded 2020-01-01; born 2019-04-20;
        care 2024-02-05; home P1 2024-02-05 m;
        status C1 2024-02-05 .. 2024-03-25; status C2 2024-03-25;
        worker A 2024-02-05 .. 2024-03-27; worker B 2024-03-27; officer R 2024-02-05;
        placement-plan 2024-02-08 notified=2024-02-09;
        plan home 2024-02-05 ratified=2024-03-01;
        step planning-meeting 2024-02-19 actual=2024-02-19;
        step closing-check 2024-06-28;
        contingency connected 2024-03-01; school 2024-02-05 hours=25;
        check pep-started 2024-02-15; check sdq 2024-02-20; check dentist 2024-02-29;
        check initial-health 2024-03-04; check pep-meeting 2024-03-12;
        visit 2024-02-09; visit 2024-02-16; visit 2024-02-23; visit 2024-03-01;
        visit 2024-03-20; visit 2024-04-05;
        supervision 2024-03-28;
        review 2024-03-01 decisions_sent=2024-03-08 answered=2024-03-15
            record_made=2024-03-22 record_sent=2024-04-02;
        request parents 2024-03-28 reason=x; request-decided approved 2024-04-04
    """
}

ROWS = {
    # Under the interim order, before the first review.
    "2024-02-14": """
    review-due                  2024-02-05 2024-02-19 2024-03-04 2024-03-01 green
        # 20 working days; 10 before
    visit-parents-interim       2024-02-09 2024-02-14 2024-02-16 2024-02-16 amber  # 5 days, a week
    parents-already-home        2024-02-05 2024-02-15 2024-02-19 2024-04-04 green
        # 8 and 10 working days
    placed-with-parents-interim 2024-02-05 2024-08-05 -          2024-03-25 green
        # 26 weeks, never red; the care order stops it
    interim-care-order          2024-02-05 2024-06-24 -          2024-03-25 green
        # 20 weeks, never red; no proceedings are recorded
    plan-by-second-review       2024-02-05 2024-05-05 2024-06-05 2024-03-01 green
        # 90 days; no second review: four months
    planning-meeting            2024-02-05 2024-02-15 2024-02-19 2024-02-19 green
        # 8 and 10 working days
    step-overdue:step-1         2024-02-05 2024-02-12 2024-02-19 2024-02-19 amber
        # the day it is planned for; 5 working days before
    standing-still              2024-02-05 2024-03-21 2024-04-05 2024-02-19 green
        # 45 and 60 days from the plan; a step stops it
    supervision                 2024-02-05 2024-02-29 2024-03-05 2024-03-28 green
        # 24 days, a month
    initial-health              2024-02-05 2024-02-26 2024-03-04 2024-03-04 green
        # 15 and 20 working days
    dentist                     2024-02-05 2024-11-05 2025-02-05 2024-02-29 green  # 9 and 12 months
    sdq                         2024-02-05 2024-11-05 2025-02-05 2024-02-20 green
        # he was four long before
    pep-started                 2024-02-05 2024-02-15 2024-02-19 2024-02-15 green
        # 8 and 10 working days
    pep-completed               2024-02-05 2024-02-26 2024-03-04 2024-03-12 green
        # 15 and 20 working days
    """,
    # Under the interim order, after the first review.
    "2024-03-12": """
    review-due                         2024-03-01 2024-05-17 2024-06-01 18th       green
        # 3 months; 10 working days before, 27 May none
    review-decisions-answered:review-1 2024-03-08 2024-03-14 -          2024-03-15 green
        # 4 working days, never red
    review-record-made:review-1        2024-03-01 2024-03-19 2024-03-22 2024-03-22 green
        # 12 and 15 working days
    review-record-sent:review-1        2024-03-01 2024-03-25 2024-04-02 2024-04-02 green
        # 16 and 20 working days over Easter
    mid-point                          2024-03-01 2024-03-29 2024-04-12 18th       green
        # 4 and 6 weeks after the first review
    visit-parents-interim-later        2024-03-01 2024-03-23 2024-03-29 2024-03-20 green
        # 22 and 28 days
    parents-already-home               2024-02-05 2024-02-15 2024-02-19 2024-04-04 red
    placed-with-parents-interim        2024-02-05 2024-08-05 -          2024-03-25 green
    interim-care-order                 2024-02-05 2024-06-24 -          2024-03-25 green
    standing-still                     2024-03-01 2024-04-15 2024-04-30 2024-03-25 green
        # 45 and 60 days from the ratifying; the order
    step-unowned                       2024-02-19 2024-02-19 -          18th       amber
        # nobody is named since the last step was done
    supervision                        2024-02-05 2024-02-29 2024-03-05 2024-03-28 red
    health-under-five                  2024-03-04 2024-07-28 2024-09-04 2024-04-20 green
        # 146 days, 6 months; he turns five
    dentist                            2024-02-29 2024-11-29 2025-02-28 18th       green
        # 12 months from 29 February
    sdq                                2024-02-20 2024-11-20 2025-02-20 2036-04-20 green
        # to the 17th birthday
    pep-review                         2024-03-12 2024-08-02 2024-08-31 18th       green
        # the end of the next term; 20 working days before, 26 August none
    """,
    # Under the care order, the Wednesday after Easter.
    "2024-04-03": """
    review-due                 2024-03-01 2024-05-17 2024-06-01 18th       green
    mid-point                  2024-03-01 2024-03-29 2024-04-12 18th       amber
    visit-parents-order-first  2024-03-25 2024-03-30 2024-04-01 2024-04-05 red
        # a week from the order
    new-worker-visits          2024-03-27 2024-04-10 2024-04-12 2024-04-05 green
        # 8 and 10 working days, 2 of the bank
    parents-already-home       2024-02-05 2024-02-15 2024-02-19 2024-04-04 red
        # the care order starts nothing anew
    approval-waiting:request-1 2024-03-28 2024-04-02 2024-04-03 2024-04-04 amber
        # 1 and 2 working days over Easter
    placed-with-parents        2024-03-25 2024-12-25 2025-03-25 18th       green
        # 9 and 12 months from the order
    standing-still             2024-03-25 2024-05-09 2024-05-24 18th       green
        # 45 and 60 days from the order
    step-unowned               2024-02-19 2024-02-19 -          18th       amber
    supervision                2024-03-28 2024-04-21 2024-04-28 18th       green
    health-under-five          2024-03-04 2024-07-28 2024-09-04 2024-04-20 green
        # 146 days, 6 months; he turns five
    dentist                    2024-02-29 2024-11-29 2025-02-28 18th       green
        # 12 months from 29 February
    sdq                        2024-02-20 2024-11-20 2025-02-20 2036-04-20 green
        # to the 17th birthday
    pep-review                 2024-03-12 2024-08-02 2024-08-31 18th       green
        # the end of the next term; 20 working days before, 26 August none
    """,
    # A Sunday, the day after his fifth birthday.
    "2024-04-21": """
    review-due           2024-03-01            2024-05-17 2024-06-01 18th       green
    mid-point            2024-03-01            2024-03-29 2024-04-12 18th       red
    visit-parents-order  2024-04-05            2024-05-09 2024-05-17 18th       green
        # 34 and 42 days from the visit
    placed-with-parents  2024-03-25            2024-12-25 2025-03-25 18th       green
    standing-still       2024-03-25            2024-05-09 2024-05-24 18th       green
    step-unowned         2024-02-19            2024-02-19 -          18th       amber
    silence              2024-04-05            2024-05-17 2024-06-04 18th       green
        # 42 and 60 days from the visit
    supervision          2024-03-28            2024-04-21 2024-04-28 18th       amber  # 24 days
    health-five-and-over 2024-03-04>2024-04-20 2024-12-04 2025-03-04 18th       green
        # from the same check: 9 and 12 months
    dentist              2024-02-29            2024-11-29 2025-02-28 18th       green
    sdq                  2024-02-20            2024-11-20 2025-02-20 2036-04-20 green
    pep-review           2024-03-12            2024-08-02 2024-08-31 18th       green
    """,
}

STORY = Story(CHILDREN, {"BEN": "2037-04-20"}, ROWS)
