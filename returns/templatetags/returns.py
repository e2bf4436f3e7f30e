"""Names of stored columns, as a reader would say them."""

from django import template

register = template.Library()

COLUMNS = {
    "starts_on": "start",
    "ends_on": "end",
    "start_known": "whether the start is known",
    "category_of_need": "category of need",
    "end_reason": "reason it ended",
    "made_on": "day made",
    "made_known": "whether the day it was made is known",
    "ended_on": "day ended",
    "home_id": "carer",
    "type": "kind of home",
    "family_postcode": "postcode of the family",
    "urn": "Ofsted number",
    "decided_on": "day decided",
    "reversed_on": "day reversed",
    "reversal_reason": "reason it was reversed",
    "held_on": "day held",
    "participation": "how the child took part",
    "worker_id": "worker",
    "born_on": "date of birth",
    "expected_on": "expected date of birth",
    "upn": "unique pupil number",
}


@register.filter
def fields_in_words(columns: str) -> str:
    """ "starts_on, type" → "start, kind of home"."""
    names = [name.strip() for name in columns.split(",")]
    return ", ".join(COLUMNS.get(name, name.replace("_", " ")) for name in names if name)
