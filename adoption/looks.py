"""What the looks at this floor's pages are called where a child's workers see who has looked."""

WORDS = {
    "adopted": "Saw in the list of adopted children",
    "child.families": "Read which families are linked with the child",
    "child.seal": "Opened the page that seals the record",
    "sealed": "Saw that a sealed record is asked for or open",
    "sealed.ask": "Opened the form to have a sealed record opened",
    "sealed.read": "Read the sealed record",
    "sealed.openings": "Saw in the list of opened sealed records",
}
RECORDS = ("sealed.read",)
