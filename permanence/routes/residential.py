from permanence.routes.step import PROPOSED, Step, days, months

ROUTE = "residential"
STEPS = (
    Step(
        "why-no-family",
        "Why a family is not possible now, with the evidence",
        "Social worker",
        days(0, PROPOSED),
    ),
    Step(
        "residential-approved",
        "Panel or director approves the home",
        "Service manager",
        days(0, PROPOSED),
    ),
    Step(
        "registration-checked",
        "Home’s registration checked",
        "Commissioning",
        days(0, PROPOSED),
    ),
    Step(
        "purpose-agreed",
        "Purpose of the stay, and the day to move on, agreed",
        "Social worker",
        days(28, PROPOSED),
    ),
    Step(
        "three-month-look",
        "Look at the stay after three months",
        "Permanence Monitoring Group",
        months(3, PROPOSED),
    ),
    Step(
        "way-back-to-family",
        "Search for a family, or the way home, started",
        "Social worker",
        months(3, PROPOSED),
    ),
    Step(
        "transition-started",
        "Move on prepared",
        "Social worker",
        months(9, PROPOSED),
    ),
    Step(
        "moved-on",
        "Moved on",
        "Social worker",
        months(12, PROPOSED),
    ),
)
