from permanence.routes.step import PROPOSED, Step, days, months, working_days

ROUTE = "child-arrangements"
STEPS = (
    Step(
        "legal-advice",
        "Legal advice taken",
        "Social worker",
        working_days(10, PROPOSED),
    ),
    Step(
        "arrangements-applied",
        "Order applied for",
        "The carer",
        days(28, "legal-advice"),
        fact="prospective-guardian",
    ),
    Step(
        "arrangements-hearing",
        "Final hearing",
        "The court",
        months(6, PROPOSED),
    ),
    Step(
        "child-arrangements-order",
        "Child arrangements order",
        "The court",
        days(0, "arrangements-hearing"),
        fact="order",
    ),
    Step(
        "support-after-order",
        "Support after the order decided, a supervision order or none",
        "Social worker",
        days(28, "child-arrangements-order"),
    ),
)
