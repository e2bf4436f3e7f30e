"""Callum, seven, goes to his aunt, who is approved for 16 weeks and for eight more.

People record here only from the day after the early May bank holiday of 2023: what had to be done
once by then is not asked about, what comes again is waited for from that day. The court makes the
care order in time; the approval runs out on 26 June, and another is given on 31 July.
"""

from oversight.tests.ten_histories.story import Story

CHILDREN = {
    "CALLUM": """
        recorded 2023-05-02; born 2015-08-31;
        care 2023-01-09; home U3 2023-01-09 g;
        status C1 2023-01-09 .. 2023-06-30; status C2 2023-06-30;
        approval temporary 2023-01-09 .. 2023-07-31 expires=2023-05-01 extended_on=2023-04-28
            extended_until=2023-06-26 extended_because=unfinished end_reason=expired g;
        approval foster 2023-07-31 g;
        proceedings care 2023-01-09 concluded=2023-06-30 outcome=order;
        hearing case-management 2023-01-30 held=2023-01-30;
        hearing issues-resolution 2023-05-22 held=2023-05-22;
        worker A 2023-01-09; officer R 2023-01-09;
        school 2023-01-09 hours=25;
        plan connected 2023-06-05;
        visit 2023-05-04; visit 2023-06-05; visit 2023-07-07;
        supervision 2023-05-03; supervision 2023-06-07;
        review 2023-02-06;
        review 2023-05-05 decisions_sent=2023-05-12 answered=2023-05-16
            record_made=2023-05-30 record_sent=2023-06-08
    """
}

ROWS = {
    # Nobody records yet: only what the returns tell, and what is known of court and approval.
    "2023-04-25": """
    review-due                              2023-02-06 2023-04-21 2023-05-06 2023-05-05 amber
        # 3 months; 10 working days before, 1 May none
    temporary-approval:approval-1           2023-01-09 2023-05-29 2023-06-26 2023-06-27 green
        # as extended; 4 weeks before
    connected-to-guardianship               2023-01-09 2023-10-09 2024-01-09 18th       green
        # 9 and 12 months
    care-proceedings:proceedings-1          2023-01-09 2023-05-29 2023-07-09 2023-06-30 green
        # 140 and 181 days
    issues-resolution-hearing:proceedings-1 2023-01-09 2023-05-01 2023-05-29 2023-05-22 green
        # 112 and 140 days
    """,
    # A week after people began; 8 May was the bank holiday for the Coronation.
    "2023-05-10": """
    review-due                              2023-05-05  2023-10-23 2023-11-05 18th       green
        # 6 months from the second, a Sunday
    review-decisions-sent:review-2          2023-05-05  2023-05-12 2023-05-15 2023-05-12 green
        # 4 and 5 working days
    review-record-made:review-2             2023-05-05  2023-05-24 2023-05-30 2023-05-30 green
        # 12 and 15 working days, 2 of the bank
    review-record-sent:review-2             2023-05-05  2023-05-31 2023-06-06 2023-06-08 green
        # 16 and 20 working days
    mid-point                               2023-05-05  2023-07-05 2023-08-05 18th       green
        # 2 and 3 months from the second review
    temporary-approval:approval-1           2023-01-09  2023-05-29 2023-06-26 2023-06-27 green
    connected-to-guardianship               2023-01-09  2023-10-09 2024-01-09 18th       green
    care-proceedings:proceedings-1          2023-01-09  2023-05-29 2023-07-09 2023-06-30 green
    issues-resolution-hearing:proceedings-1 2023-01-09  2023-05-01 2023-05-29 2023-05-22 amber
    visit-connected-later                   2023-05-04  2023-05-26 2023-06-01 2023-06-05 green
        # 22 and 28 days: reviewed since the move
    supervision                             2023-05-03  2023-05-27 2023-06-03 2023-06-07 green
        # 24 days, a month
    plan-by-second-review                   ~2023-05-02 2023-07-31 2023-09-02 18th       cannot-tell
        # recorded since: 90 days, four months
    dentist                                 ~2023-05-02 2024-02-02 2024-05-02 18th       cannot-tell
        # 9 and 12 months
    sdq                                     ~2023-05-02 2024-02-02 2024-05-02 2032-08-31 cannot-tell
        # to the 17th birthday
    """,
    # A week after the approval ran out.
    "2023-07-03": """
    review-due                 2023-05-05  2023-10-23 2023-11-05 18th       green
    mid-point                  2023-05-05  2023-07-05 2023-08-05 18th       green
    temporary-approval-expired 2023-06-27  -          2023-06-26 2023-07-31 red
        # not allowed for a day
    connected-to-guardianship  2023-01-09  2023-10-09 2024-01-09 18th       green
    care-order-to-permanence   2023-06-30  2023-12-30 2024-06-30 18th       green
        # 6 and 12 months from the order
    visit-connected-later      2023-06-05  2023-06-27 2023-07-03 2023-07-07 amber
        # the approval stands until its end is recorded
    supervision                2023-06-07  2023-07-01 2023-07-07 18th       amber
    standing-still             2023-06-30  2023-08-14 2023-08-29 18th       green
        # 45 and 60 days from the order
    step-undated               2023-06-05  2023-06-05 -          18th       amber
        # the plan has no step
    plan-by-second-review      ~2023-05-02 2023-07-31 2023-09-02 18th       cannot-tell
    dentist                    ~2023-05-02 2024-02-02 2024-05-02 18th       cannot-tell
    sdq                        ~2023-05-02 2024-02-02 2024-05-02 2032-08-31 cannot-tell
    """,
    # Approved as foster carers: the visits are those of any home.
    "2023-08-02": """
    review-due                2023-05-05            2023-10-23 2023-11-05 18th       green
    mid-point                 2023-05-05            2023-07-05 2023-08-05 18th       amber
    connected-to-guardianship 2023-01-09            2023-10-09 2024-01-09 18th       green
    care-order-to-permanence  2023-06-30            2023-12-30 2024-06-30 18th       green
    visit-first-year          2023-07-07>2023-07-31 2023-08-10 2023-08-18 2024-01-09 green
        # 34 and 42 days, to a year in the home
    supervision               2023-06-07            2023-07-01 2023-07-07 18th       red
    standing-still            2023-06-30            2023-08-14 2023-08-29 18th       green
    silence                   2023-07-07            2023-08-18 2023-09-05 18th       green
        # 42 and 60 days from the visit
    step-undated              2023-06-05            2023-06-05 -          18th       amber
    plan-by-second-review     ~2023-05-02           2023-07-31 2023-09-02 18th       cannot-tell
    dentist                   ~2023-05-02           2024-02-02 2024-05-02 18th       cannot-tell
    sdq                       ~2023-05-02           2024-02-02 2024-05-02 2032-08-31 cannot-tell
    """,
}

STORY = Story(CHILDREN, {"CALLUM": "2033-08-31"}, ROWS)
