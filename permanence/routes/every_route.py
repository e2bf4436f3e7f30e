"""What every child's road to permanence has, whatever the route."""

from permanence.routes.step import ENTRY, PROPOSED, Source, Step, days, months, working_days

BEFORE = (
    Step(
        "planning-meeting",
        "Permanence planning meeting",
        "Team manager",
        working_days(
            10,
            ENTRY,
            Source.LOCAL,
            "Common local practice after an emergency entry; before entry where it was planned.",
        ),
    ),
    Step(
        "first-review",
        "First review",
        "Independent Reviewing Officer",
        working_days(
            20,
            ENTRY,
            Source.STATUTORY,
            "Care Planning, Placement and Case Review Regulations 2010, regulation 33(1).",
        ),
        fact="review",
    ),
    Step(
        "plan-endorsed",
        "Permanence Monitoring Group endorses the plan",
        "Chair of the group",
        months(
            3,
            ENTRY,
            Source.LOCAL,
            "Local practice: a group of managers endorses the plan before the second review.",
        ),
        fact="plan",
    ),
    Step(
        "second-review",
        "Second review",
        "Independent Reviewing Officer",
        months(
            3,
            "first-review",
            Source.STATUTORY,
            "Care Planning, Placement and Case Review Regulations 2010, regulation 33(2).",
        ),
        fact="review",
    ),
    Step(
        "plan-ratified",
        "Review ratifies the plan",
        "Independent Reviewing Officer",
        days(
            0,
            "second-review",
            Source.GUIDANCE,
            "Guidance on the care planning regulations (Children Act 1989, volume 2): a plan for "
            "permanence by the second review.",
        ),
        fact="plan",
    ),
)

AFTER = (
    Step(
        "permanence-achieved",
        "Permanence achieved",
        "Social worker",
        months(12, PROPOSED),
        fact="plan",
    ),
    Step(
        "closing-check",
        "Closing check that nothing is left undone",
        "Team manager",
        days(28, "permanence-achieved"),
    ),
    Step(
        "look-again",
        "Look again whether permanence has lasted a year",
        "Permanence Monitoring Group",
        months(12, "permanence-achieved"),
    ),
)
