from permanence.routes.step import PROPOSED, Source, Step, days, months, working_days

ROUTE = "special-guardianship"
STEPS = (
    Step(
        "guardian-named",
        "Carer named, others looked at beside them",
        "Social worker",
        days(0, PROPOSED),
        fact="prospective-guardian",
    ),
    Step(
        "viability",
        "Viability assessment",
        "Social worker",
        working_days(10, "guardian-named"),
        fact="prospective-guardian",
    ),
    Step(
        "guardian-assessed",
        "Full assessment finished",
        "Social worker",
        months(
            3,
            "viability",
            Source.LOCAL,
            "Good practice of the family courts: a full assessment usually takes three months.",
        ),
        fact="prospective-guardian",
    ),
    Step(
        "guardian-sure",
        "Carer is sure, with legal advice of their own",
        "Social worker",
        days(0, "guardian-assessed"),
        fact="prospective-guardian",
    ),
    Step(
        "guardian-support",
        "Support and money agreed",
        "Service manager",
        working_days(10, "guardian-assessed"),
        fact="prospective-guardian",
    ),
    Step(
        "guardian-notice",
        "Notice to the authority, or the court’s direction",
        "The carer",
        working_days(10, "guardian-assessed"),
        fact="prospective-guardian",
    ),
    Step(
        "guardian-report",
        "Report given to the court",
        "Social worker",
        months(4, PROPOSED),
        fact="prospective-guardian",
    ),
    Step(
        "special-guardianship-order",
        "Special guardianship order",
        "The court",
        months(6, PROPOSED),
        fact="order",
    ),
    Step(
        "guardian-support-review",
        "Support looked at again",
        "Special guardianship team",
        months(
            12,
            "special-guardianship-order",
            Source.STATUTORY,
            "Special Guardianship Regulations 2005, regulations 17 and 18: yearly where money is "
            "paid regularly.",
        ),
        fact="guardianship-support-review",
    ),
)
