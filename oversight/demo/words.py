"""What is said in the group of a demo authority, by the kind of decision."""

from permanence.models import Answered, DecisionKind, Question

TEXTS = {
    DecisionKind.ENDORSE: (
        "The plan is the right one and is well advanced. The group endorses it.",
        "The group endorses the plan and thanks everybody who brought it this far.",
    ),
    DecisionKind.REVIEW: (
        "Bring the child’s review forward, so that it can look at the route again.",
        "Ask the reviewing officer for an early review about the route.",
    ),
    DecisionKind.CONTINGENCY: (
        "Write down a second plan, and say what would make it the first.",
        "Agree a second plan with the family and bring it to the next review.",
    ),
    DecisionKind.MATCH: ("The proposed match is strong. Book it with the adoption panel.",),
    DecisionKind.DISCHARGE: (
        "Ending the care order is supported. Send the papers to legal services.",
        "Things go well at home. Prepare the application to end the care order.",
    ),
    DecisionKind.GUARDIANSHIP: (
        "Special guardianship is supported. Put the support package in writing.",
        "Start the special guardianship assessment; the package is agreed in principle.",
    ),
    DecisionKind.FINDING: (
        "Widen the search to national family finding and an activity day.",
        "Make the profile anew with recent photographs and the child’s own words, and show it.",
    ),
    DecisionKind.JUSTIFY: (
        "The delay is justified while the assessment is finished.",
        "The delay is justified until the hearing.",
    ),
    DecisionKind.ADVICE: (
        "Ask legal services in writing which application comes first.",
        "Get legal advice on the order before the next supervision.",
    ),
    DecisionKind.COHORT: ("The commissioned team works with the child from today.",),
    DecisionKind.REFER: (
        "Ask the reviewing officer to look at the delay with the child.",
        "Refer the missed steps to the reviewing officer.",
    ),
    DecisionKind.ESCALATE: ("This has waited too long and is taken to the service manager.",),
    DecisionKind.ACHIEVED: ("Permanence is achieved. The child stays where the child is loved.",),
    DecisionKind.BACK: ("The child’s plan needs the group no longer; the team goes on with it.",),
    DecisionKind.ACTION: (
        "Hold the planning meeting and send round what was agreed.",
        "Visit the carers and write down what support they need.",
        "Talk with the child about the plan and write down what the child says.",
        "Book the step that is missing and tell the secretary the day.",
    ),
    DecisionKind.NOTED: (
        "The group is glad of the good news.",
        "The group heard how things stand and adds nothing.",
    ),
}
REASONS = {
    DecisionKind.REVIEW: "What was planned a year ago does not fit what the child says now.",
    DecisionKind.JUSTIFY: "Everything is in hand, and hurrying it would not last.",
    DecisionKind.ESCALATE: "It was asked for twice, and nothing has been booked.",
    DecisionKind.BACK: "Every step is dated and owned.",
}
EVIDENCE = {
    DecisionKind.REVIEW: "The early review is in the diary.",
    DecisionKind.CONTINGENCY: "The second plan was agreed and is on file.",
    DecisionKind.MATCH: "The panel has given a date.",
    DecisionKind.DISCHARGE: "Legal services have the papers.",
    DecisionKind.GUARDIANSHIP: "The support plan was sent to the carers.",
    DecisionKind.FINDING: "The new profile is shown nationally.",
    DecisionKind.ADVICE: "The written advice is on file.",
    DecisionKind.REFER: "The reviewing officer has answered in writing.",
    DecisionKind.ACTION: "It is written up in the record.",
}
FOUND = {
    Question.ROUTE: {
        Answered.WELL: "It fits what the child says, and the other routes were weighed.",
        Answered.PARTLY: "The route is likely, but nobody wrote why not the others.",
        Answered.NOT: "No route is agreed.",
    },
    Question.CONTINGENCY: {
        Answered.WELL: "There is a second plan, with the day on which it would begin.",
        Answered.NOT: "There is no second plan.",
    },
    Question.NEXT_STEP: {
        Answered.WELL: "The next step has a day and an owner.",
        Answered.PARTLY: "There is a next step, but no day.",
    },
    Question.CHILD_SAYS: {
        Answered.WELL: "The child was asked lately, and the words are in the plan.",
        Answered.NOT: "Nobody has asked the child for months.",
    },
    Question.DRIFT: {
        Answered.WELL: "The step after next is booked too.",
        Answered.PARTLY: "One person holds everything; a second should know the plan.",
    },
}
UPDATES = (
    {
        "child_says": "I want to know if I can stay. Please ask me before you change things.",
        "happened": "The family met twice. School says that things are calmer.",
        "held_up": "The assessment waits for a medical.",
        "next_step": "The assessment is finished and read with the family.",
        "decide": "Please agree that the plan stays as it is.",
    },
    {
        "child_says": "I like my room. I don’t like it when nobody tells me what comes next.",
        "happened": "Two visits, and a good review of health.",
        "held_up": "",
        "next_step": "The planning meeting.",
        "decide": "Who pays for the support after the order?",
    },
    {
        "child_says": "",
        "happened": "A new worker has taken over and has read the record.",
        "held_up": "The court has not given a day for the hearing.",
        "next_step": "Ask the court again for a day.",
        "decide": "",
    },
)
GUEST = "A supervising social worker"
INTEREST = "Supervises the child’s carers."
