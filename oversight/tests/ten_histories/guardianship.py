"""Jonah’s aunt gives notice on 30 November 2023 that she will ask for a special guardianship order.

The care order is of the same day. The report on her is due three months on, 29 February, the day on
which he moves to her, and is filed four days late. His reviewing officer challenges the drift. The
court makes the order before Christmas 2024, with a supervision order of a year beside it; from that
day on people record here.
"""

from oversight.tests.ten_histories.story import Story

CHILDREN = {
    "JONAH": """
        recorded 2024-12-20; born 2016-07-01; care 2023-06-01 .. 2024-12-20;
        status C1 2023-06-01 .. 2023-11-30; status C2 2023-11-30 .. 2024-12-20;
        home U6 2023-06-01 .. 2024-02-29 CARPL a; home U1 2024-02-29 .. 2024-12-20 g;
        plan special-guardianship 2023-12-11;
        guardian 2023-10-02 relationship=aunt notice=2023-11-30 applied=2024-02-20
            report_filed=2024-03-04 support_plan_drafted=2023-12-20
            support_plan_agreed=2024-01-08;
        action 2024-02-23 due=2024-03-08 done=2024-03-11;
        challenge drift 2024-02-26 closed=2024-03-22 outcome=as-asked effect=moved;
        challenge-stage stage-1 2024-02-28 answered=2024-03-05 answered_by=x answer=x;
        order special-guardianship 2024-12-20; order supervision 2024-12-20;
        review 2023-06-28; review 2023-09-27; review 2024-03-20; review 2024-09-20
    """
}

ROWS = {
    "2024-01-03": """
    review-due                       2023-09-27 2024-03-13 2024-03-27 2024-03-20 green
        # 6 months from the second; 10 working days before
    care-order-to-permanence         2023-11-30 2024-05-30 2024-11-30 2024-02-29 green
        # 6 and 12 months; he moves to his aunt
    guardianship-route               2023-12-11 2024-06-11 2024-09-11 2024-12-20 green
        # 6 and 9 months from the plan
    guardian-notice:guardian-1       2023-11-30 2024-02-29 -          2024-02-20 green
        # 3 months, never red
    guardian-report:guardian-1       2023-11-30 2024-02-01 2024-02-29 2024-03-04 green
        # 3 months; 20 working days before
    guardian-support-plan:guardian-1 2023-12-20 2024-01-04 2024-01-08 2024-01-08 green
        # 8 and 10 working days, 3 of the bank
    """,
    # The day after 29 February.
    "2024-03-01": """
    review-due                   2023-09-27 2024-03-13 2024-03-27 2024-03-20 green
    guardianship-route           2023-12-11 2024-06-11 2024-09-11 2024-12-20 green
    guardian-report:guardian-1   2023-11-30 2024-02-01 2024-02-29 2024-03-04 red
    connected-to-guardianship    2024-02-29 2024-11-29 2025-02-28 2024-12-20 green
        # 9 and 12 months from 29 February
    agreed-action:action-1       2024-02-23 2024-03-01 2024-03-08 2024-03-11 amber
        # 5 working days before: today
    challenge-in-all:challenge-1 2024-02-28 2024-03-21 2024-03-27 2024-03-22 green
        # 16 and 20 working days
    challenge-stage:stage-1      2024-02-28 2024-03-05 2024-03-06 2024-03-05 green
        # 4 and 5 working days
    """,
    # Out of care, in the last three months of the supervision order.
    "2025-10-01": """
    guardian-support-review:order-1 2024-12-20 2025-09-20 2025-12-20 18th       amber
        # 9 and 12 months from the order
    supervision-order:order-2       2024-12-20 2025-09-19 2025-12-19 2025-12-20 amber
        # the eve of the anniversary; 3 months before
    supervision-extension:order-2   2025-09-20 2025-09-20 2025-11-20 2025-12-20 amber
        # 2 months from the first day of the last three
    """,
}

STORY = Story(CHILDREN, {"JONAH": "2034-07-01"}, ROWS)
