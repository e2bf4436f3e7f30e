from permanence.routes.step import PROPOSED, Source, Step, days, months

ROUTE = "connected"
STEPS = (
    Step(
        "temporary-approval",
        "Temporary approval of the carers",
        "Nominated officer",
        days(
            0,
            PROPOSED,
            Source.STATUTORY,
            "Care Planning, Placement and Case Review Regulations 2010, regulation 24: before or "
            "as the child moves in.",
        ),
        fact="carer-approval",
    ),
    Step(
        "full-approval",
        "Carers approved as foster carers",
        "Decision maker for fostering",
        days(
            112,
            "temporary-approval",
            Source.STATUTORY,
            "Care Planning, Placement and Case Review Regulations 2010, regulations 24 and 25: 16 "
            "weeks, and once 8 more.",
        ),
        fact="carer-approval",
    ),
    Step(
        "guardianship-considered",
        "Special guardianship considered, with the reason if not now",
        "Social worker",
        months(6, PROPOSED),
    ),
    Step(
        "long-term-match",
        "Long-term match decided",
        "Decision maker for fostering",
        months(6, PROPOSED),
        fact="long-term-match",
    ),
    Step(
        "guardianship-asked-again",
        "Special guardianship asked about again after a year",
        "Social worker",
        months(
            12,
            PROPOSED,
            Source.LOCAL,
            "Local practice: most carers who are relatives become special guardians within a year.",
        ),
    ),
)
