"""What the looks at this floor's pages are called where a child's workers see who has looked."""

WORDS = {
    "return.report": "Saw in the report on a return",
    "return.differences": "Saw in the differences between returns and the record",
    "agency-list": "Compared with the adoption agency’s list",
    "return.refused": "Took out in the refused rows of a return",
    "return.repaired": "Took out in the repaired rows of a return",
    "return.warnings": "Took out in the warnings about a return",
}
