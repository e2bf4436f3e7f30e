from permanence.routes.step import PROPOSED, Source, Step, days, months, working_days

ROUTE = "home"
STEPS = (
    Step(
        "parents-assessed",
        "Parents assessed",
        "Social worker",
        months(2, PROPOSED),
        fact="home-assessment",
    ),
    Step(
        "parents-support",
        "Plan with the parents and support, with days",
        "Social worker",
        days(0, "parents-assessed"),
    ),
    Step(
        "home-approved",
        "Nominated officer approves living at home",
        "Nominated officer",
        working_days(
            10,
            "parents-assessed",
            Source.STATUTORY,
            "Care Planning, Placement and Case Review Regulations 2010, regulation 18: before the "
            "child moves. The ten working days are this product's suggestion.",
        ),
        fact="approval-decision",
    ),
    Step(
        "overnights",
        "Overnight stays started",
        "Social worker",
        working_days(5, "home-approved"),
    ),
    Step(
        "moved-home",
        "Moved home",
        "Social worker",
        days(28, "overnights"),
        fact="home",
    ),
    Step(
        "change-shown",
        "Change shown: parenting assessed again",
        "Social worker",
        months(6, "moved-home"),
    ),
    Step(
        "order-questioned",
        "Review recommends asking the court to end the care order",
        "Independent Reviewing Officer",
        months(6, "moved-home"),
        fact="order-question",
    ),
    Step(
        "discharge-panel",
        "Legal panel agrees to ask the court",
        "Service manager",
        days(28, "order-questioned"),
    ),
    Step(
        "discharge-applied",
        "Court asked to end the care order",
        "Legal adviser",
        days(56, "order-questioned"),
        fact="discharge-application",
    ),
    Step(
        "care-order-ended",
        "Care order ended",
        "The court",
        days(84, "order-questioned"),
        fact="order",
    ),
    Step(
        "help-after-order",
        "Help after the order in place",
        "Social worker",
        days(0, "care-order-ended"),
    ),
    Step(
        "check-at-six-months",
        "Look at how it goes after six months",
        "Social worker",
        months(6, "care-order-ended"),
    ),
)
