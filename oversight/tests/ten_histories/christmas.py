"""Aisha comes into care at a week old, three weeks before Christmas.

The court is asked for a care order, and her grandmother comes forward on 14 December. Her first
review is a day late, the reviewing officer’s mid-point a fortnight. The second review ratifies the
plan to bring her home. The court needs longer than 26 weeks and makes the care order in July.
"""

from oversight.tests.ten_histories.story import Story

CHILDREN = {
    "AISHA": """
        recorded 2020-01-01; born 2022-11-28;
        care 2022-12-05; home U6 2022-12-05 a;
        status C1 2022-12-05 .. 2023-07-31; status C2 2023-07-31;
        proceedings care 2022-12-05 concluded=2023-07-31 outcome=order;
        hearing case-management 2023-01-04 held=2023-01-04;
        hearing issues-resolution 2023-05-15 held=2023-05-15;
        extension 2023-05-22 until=2023-07-28;
        worker A 2022-12-05; officer R 2022-12-08;
        placement-plan 2022-12-07 notified=2022-12-08;
        relative grandparent 2022-12-14 viability_done=2023-01-09 viability=positive
            assessment_started=2023-01-16 assessment_done=2023-05-02 assessment=positive;
        plan home 2022-12-16 ratified=2023-04-03;
        step planning-meeting 2022-12-16 actual=2022-12-16;
        step plan-ratified 2023-04-03 actual=2023-04-03;
        contingency special-guardianship 2023-01-06;
        check initial-health 2023-01-04; check review-health 2023-07-18;
        visit 2022-12-09; visit 2023-01-17; visit 2023-02-28; visit 2023-04-04;
        visit 2023-05-16; visit 2023-06-27;
        supervision 2022-12-12; supervision 2023-01-16; supervision 2023-01-31;
        supervision 2023-03-03; supervision 2023-03-31; supervision 2023-04-28;
        supervision 2023-05-26; supervision 2023-06-30;
        review 2023-01-06 decisions_sent=2023-01-12 answered=2023-01-18
            record_made=2023-01-26 record_sent=2023-02-01;
        mid-point in-time 2023-03-02;
        review 2023-04-03 decisions_sent=2023-04-06 answered=2023-04-12
            record_made=2023-04-20 record_sent=2023-04-27
    """
}

ROWS = {
    # Between Christmas and the New Year; 26 and 27 December and 2 January are bank holidays.
    "2022-12-28": """
    review-due                              2022-12-05 2022-12-19 2023-01-05 2023-01-06 amber
        # 20 working days, 3 of the bank; amber 10 before
    initial-health                          2022-12-05 2022-12-28 2023-01-05 2023-01-04 amber
        # 15 and 20 working days: the 15th is today
    case-management-hearing:proceedings-1   2022-12-05 2022-12-20 2022-12-30 2023-01-04 amber
        # 11 and 17 working days
    issues-resolution-hearing:proceedings-1 2022-12-05 2023-03-27 2023-04-24 2023-05-15 green
        # 112 and 140 days
    care-proceedings:proceedings-1          2022-12-05 2023-04-24 2023-07-28 2023-07-31 green
        # 140 days; 181 end on 4 June, but extended
    relative-viability:relative-1           2022-12-14 2022-12-28 2022-12-30 2023-01-09 amber
        # 8 and 10 working days, 2 of the bank
    plan-by-second-review                   2022-12-05 2023-03-05 2023-04-03 2023-04-03 green
        # 90 days; the second review, within four months
    standing-still                          2022-12-16 2023-01-30 2023-02-14 2023-01-06 green
        # 45 and 60 days; the second plan stops it
    visit-first-year                        2022-12-09 2023-01-12 2023-01-20 2023-01-17 green
        # 34 and 42 days
    supervision                             2022-12-12 2023-01-05 2023-01-12 2023-01-16 green
        # 24 days, a month
    dentist                                 2022-12-05 2023-09-05 2023-12-05 18th       green
        # 9 and 12 months, at every age
    """,
    # The last day of February: a month from 31 January.
    "2023-02-28": """
    review-due                              2023-01-06 2023-03-23 2023-04-06 2023-04-03 green
        # 3 months; 10 working days before
    mid-point                               2023-01-06 2023-02-03 2023-02-17 2023-03-02 red
        # 4 and 6 weeks after the first review
    issues-resolution-hearing:proceedings-1 2022-12-05 2023-03-27 2023-04-24 2023-05-15 green
    care-proceedings:proceedings-1          2022-12-05 2023-04-24 2023-07-28 2023-07-31 green
    relative-assessment:relative-1          2023-01-09 2023-03-10 2023-04-09 2023-05-02 green
        # 3 months, to Easter Sunday; 20 working days before, Good Friday none
    plan-by-second-review                   2022-12-05 2023-03-05 2023-04-03 2023-04-03 green
    standing-still                          2023-01-06 2023-02-20 2023-03-07 2023-04-03 amber
        # 45 and 60 days; ratified
    visit-first-year                        2023-02-28 2023-04-03 2023-04-11 2023-04-04 green
        # visited today
    supervision                             2023-01-31 2023-02-24 2023-02-28 2023-03-03 amber
        # a month from the 31st: in time today
    health-under-five                       2023-01-04 2023-05-30 2023-07-04 2023-07-18 green
        # 146 days, 6 months
    dentist                                 2022-12-05 2023-09-05 2023-12-05 18th       green
    """,
    # Past the 26 weeks, within what the court has given.
    "2023-07-20": """
    review-due                     2023-04-03 2023-09-19 2023-10-03 18th       green
        # 6 months from the second; 10 working days before
    mid-point                      2023-04-03 2023-06-03 2023-07-03 18th       red  # 2 and 3 months
    care-proceedings:proceedings-1 2022-12-05 2023-04-24 2023-07-28 2023-07-31 amber
    standing-still                 2023-04-03 2023-05-18 2023-06-02 2023-07-31 red
        # ratified; the new order stops it
    step-undated                   2023-04-03 2023-04-03 -          18th       amber
        # no step is planned since the last was done
    visit-first-year               2023-06-27 2023-07-31 2023-08-08 2023-12-05 green
        # the home is a year old then
    supervision                    2023-06-30 2023-07-24 2023-07-30 18th       green
    health-under-five              2023-07-18 2023-12-11 2024-01-18 2027-11-28 green
        # 146 days, 6 months; five on 28 November 2027
    dentist                        2022-12-05 2023-09-05 2023-12-05 18th       green
    """,
}

STORY = Story(CHILDREN, {"AISHA": "2040-11-28"}, ROWS)
