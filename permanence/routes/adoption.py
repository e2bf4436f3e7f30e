from permanence.routes.step import ENTRY, PROPOSED, Source, Step, days, months, working_days

ROUTE = "adoption"
STEPS = (
    Step(
        "agency-told",
        "Regional adoption agency told early",
        "Social worker",
        working_days(5, PROPOSED),
        fact="adoption-notification",
    ),
    Step(
        "siblings-decided",
        "Decision whether brothers and sisters live together",
        "Social worker",
        days(28, PROPOSED),
        fact="sibling-decision",
    ),
    Step(
        "early-permanence",
        "Early permanence considered, with the reason",
        "Social worker",
        days(
            0,
            PROPOSED,
            Source.STATUTORY,
            "Children Act 1989, section 22C(9B): to be considered as soon as adoption is.",
        ),
        fact="early-permanence",
    ),
    Step(
        "child-permanence-report",
        "Child permanence report finished",
        "Social worker",
        days(
            20,
            "second-review",
            Source.LOCAL,
            "Local practice: 20 days after the review that chose adoption.",
        ),
        fact="child-permanence-report",
    ),
    Step(
        "family-finding",
        "Family finding started",
        "Regional adoption agency",
        days(0, "child-permanence-report"),
        fact="family-finding",
    ),
    Step(
        "adoption-decision",
        "Decision that the child should be placed for adoption",
        "Agency decision maker",
        days(
            183,
            ENTRY,
            Source.NATIONAL_TARGET,
            "A target of 183 days from entry, named in a scrutiny report of 2022; no regulation "
            "sets it.",
        ),
        fact="adoption-decision",
    ),
    Step(
        "placement-order-applied",
        "Placement order applied for",
        "Legal adviser",
        working_days(5, "adoption-decision"),
    ),
    Step(
        "placement-order",
        "Placement order",
        "The court",
        months(2, "placement-order-applied"),
        fact="order",
    ),
    Step(
        "link",
        "Link with a family",
        "Regional adoption agency",
        days(60, "placement-order"),
        fact="adoption-link",
    ),
    Step(
        "matching-meeting",
        "Matching meeting",
        "Regional adoption agency",
        days(85, "placement-order"),
        fact="matching-meeting",
    ),
    Step(
        "matching-panel",
        "Adoption panel considers the match",
        "Regional adoption agency",
        days(110, "placement-order"),
        fact="adoption-panel",
    ),
    Step(
        "match",
        "Decision on the match",
        "Agency decision maker",
        days(
            121,
            "placement-order",
            Source.NATIONAL_TARGET,
            "Adoption scorecard measure A2: 121 days, on average over a group of children; to "
            "expect it for one child is this product's choice.",
        ),
        fact="match",
    ),
    Step(
        "support-plan",
        "Adoption support plan agreed",
        "Regional adoption agency",
        days(0, "match"),
        fact="adoption-support-plan",
    ),
    Step(
        "introductions",
        "Introductions started",
        "Regional adoption agency",
        days(14, "match"),
        fact="introductions",
    ),
    Step(
        "placed-for-adoption",
        "Moved in with the adoptive family",
        "Social worker",
        days(28, "introductions"),
        fact="home",
    ),
    Step(
        "review-after-placed",
        "First review after moving in",
        "Independent Reviewing Officer",
        days(
            28,
            "placed-for-adoption",
            Source.STATUTORY,
            "Adoption Agencies Regulations 2005, regulation 36(3)(a).",
        ),
        fact="review",
    ),
    Step(
        "adoption-order-applied",
        "Adoption order applied for",
        "The adopters",
        months(6, "placed-for-adoption"),
        fact="adoption-application",
    ),
    Step(
        "adoption-order",
        "Adoption order",
        "The court",
        months(3, "adoption-order-applied"),
        fact="order",
    ),
    Step(
        "life-story-book",
        "Life story book given",
        "Social worker",
        working_days(
            10,
            "adoption-order",
            Source.GUIDANCE,
            "Adoption guidance: within 10 working days of the ceremony, counted here from the "
            "order.",
        ),
        fact="life-story",
    ),
    Step(
        "later-life-letter",
        "Later life letter given",
        "Social worker",
        working_days(
            10,
            "adoption-order",
            Source.GUIDANCE,
            "Adoption guidance: within 10 working days of the ceremony, counted here from the "
            "order.",
        ),
        fact="life-story",
    ),
)
