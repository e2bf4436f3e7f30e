from permanence.routes.step import SIXTEEN, Source, Step, days, months

REGULATIONS = "Care Planning, Placement and Case Review Regulations 2010"

ROUTE = "independence"
STEPS = (
    Step(
        "personal-adviser",
        "Personal adviser named",
        "Team manager",
        days(
            0,
            SIXTEEN,
            Source.STATUTORY,
            "Children Act 1989, schedule 2, paragraph 19C, once the child is an eligible child.",
        ),
    ),
    Step(
        "needs-assessed",
        "Assessment of what the young person needs",
        "Personal adviser",
        months(3, SIXTEEN, Source.STATUTORY, f"{REGULATIONS}, regulation 42."),
    ),
    Step(
        "pathway-plan",
        "Pathway plan made",
        "Personal adviser",
        days(0, "needs-assessed", Source.STATUTORY, f"{REGULATIONS}, regulation 43."),
    ),
    Step(
        "staying-put-asked",
        "Staying put after 18 talked about",
        "Independent Reviewing Officer",
        months(6, SIXTEEN, Source.GUIDANCE, "At the first review after the 16th birthday."),
    ),
    Step(
        "pathway-review",
        "Pathway plan reviewed",
        "Personal adviser",
        months(6, "pathway-plan", Source.STATUTORY, f"{REGULATIONS}: at least every six months."),
    ),
    Step(
        "housing-plan",
        "Plan for a home of one’s own",
        "Personal adviser",
        months(12, SIXTEEN),
    ),
    Step(
        "moved-on",
        "Moved on",
        "Personal adviser",
        months(24, SIXTEEN),
    ),
)
