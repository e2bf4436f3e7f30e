"""What the looks at this floor's pages are called where a child's workers see who has looked."""

WORDS = {
    "child": "Opened the record",
    "tracker": "Saw in the tracker",
    "tracker.export": "Took out in a list",
    "tracker.assign": "Opened the form to agree an action",
    "tracker.reason": "Opened the form to note a reason",
    "delay.ask": "Opened the form to ask whether a delay is justified",
    "delays": "Saw in the list of justified delays",
    "causes.children": "Saw among the children who lost days",
    "legal": "Saw in the legal tracker",
    "hearings": "Saw in the calendar of hearings",
    "hearings.calendar": "Took a hearing out in a calendar file, without a name",
    "cohorts": "Counted in the list of cohorts",
    "cohort": "Saw in a cohort",
    "tracker.cohort": "Opened the form to add to a cohort",
    "regional.children": "Saw among the children with an adoption plan",
    "legal.export": "Took out in a list of the legal tracker",
    "pathway": "Saw in the list of a pathway",
    "pathway.export": "Took out in a list of a pathway",
    "api.child": "Opened the record through a program",
    "api.children": "Saw in a list through a program",
    "api.flags": "Saw in a list of waits through a program",
    "api.population": "Saw in the population through a program",
}
RECORDS = ("child", "api.child")
