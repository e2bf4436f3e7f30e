from permanence.routes.step import PROPOSED, Source, Step, days, months

ROUTE = "long-term-fostering"
STEPS = (
    Step(
        "carer-in-mind",
        "Carer in mind, or the search started",
        "Fostering worker",
        days(28, PROPOSED),
    ),
    Step(
        "match-assessed",
        "Match assessed, with what the carer and the child say",
        "Social worker",
        months(3, PROPOSED),
    ),
    Step(
        "matching-report",
        "Matching report finished",
        "Social worker",
        months(4, PROPOSED),
    ),
    Step(
        "fostering-panel",
        "Fostering panel considers the match",
        "Fostering worker",
        months(5, PROPOSED),
        fact="long-term-match",
    ),
    Step(
        "long-term-match",
        "Long-term match decided",
        "Decision maker for fostering",
        months(6, PROPOSED),
        fact="long-term-match",
    ),
    Step(
        "child-told",
        "The child told, and it was celebrated",
        "Social worker",
        days(7, "long-term-match"),
        fact="long-term-match",
    ),
    Step(
        "special-guardianship-asked",
        "Special guardianship offered to the carers",
        "Social worker",
        months(12, "long-term-match"),
    ),
    Step(
        "staying-put-asked",
        "Staying put after 18 talked about",
        "Independent Reviewing Officer",
        months(
            6,
            "long-term-match",
            Source.GUIDANCE,
            "For a child of 16 or over: at the first review after the 16th birthday.",
        ),
    ),
)
