"""Stored columns and codes of a difference, as a reader would say them."""

from django import template

from casetrack.models import codes
from casetrack.models.codes import CodeList
from returns.models import Difference

register = template.Library()

COLUMNS = {
    "starts_on": "start",
    "ends_on": "end",
    "start_known": "whether the start is known",
    "category_of_need": "category of need",
    "code": "legal status",
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
CODES: dict[tuple[str, str], CodeList] = {
    ("legal status", "code"): codes.LEGAL_STATUS,
    ("care period", "category_of_need"): codes.CATEGORY_OF_NEED,
    ("care period", "end_reason"): codes.END_OF_CARE,
    ("placement", "type"): codes.HOME_TYPE,
    ("placement", "provider"): codes.PROVIDER,
    ("placement", "end_reason"): codes.REASON_HOME_ENDED,
    ("adoption decision", "reversal_reason"): codes.REASON_DECISION_REVERSED,
    ("review", "participation"): codes.PARTICIPATION,
    ("child", "sex"): codes.SEX,
    ("child", "ethnicity"): codes.ETHNICITY,
}
# Row numbers tell nobody anything; that they differ does.
NUMBERED = {
    "home_id": {"recorded": "the carer recorded", "returned": "another carer"},
    "worker_id": {"recorded": "the worker recorded", "returned": "another worker"},
}
YES_OR_NO = {"True": "yes", "False": "no"}


@register.filter
def fields_in_words(columns: str) -> str:
    """`starts_on, type` becomes `start, kind of home`."""
    names = [name.strip() for name in columns.split(",")]
    return ", ".join(COLUMNS.get(name, name.replace("_", " ")) for name in names if name)


@register.filter
def values_in_words(difference: Difference, side: str) -> str:
    """What is recorded, or what the return has; as it stands where it cannot be told apart."""
    text = difference.recorded if side == "recorded" else difference.returned
    fields, values = difference.field.split(", "), text.split(", ")
    if len(fields) != len(values):
        return text
    pairs = zip(fields, values, strict=True)
    return ", ".join(_value(difference.fact, field, value, side) for field, value in pairs)


def _value(fact: str, field: str, value: str, side: str) -> str:
    if field in NUMBERED and value.isdecimal():
        return NUMBERED[field][side]
    listed = CODES.get((fact, field))
    if listed is not None and value in listed:
        return f"{listed.label(value)} ({value})"
    return YES_OR_NO.get(value, value)
