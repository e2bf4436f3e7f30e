"""One thing more that the days of one fact have to do with each other; see casetrack.sequence."""

from django.db.models import CheckConstraint, F, Q


def nothing_before(name: str, first: str, later: tuple[str, ...], says: str) -> CheckConstraint:
    """None of the days `later` lies before `first`; a day that is not known breaks no order."""
    condition = Q()
    for day in later:
        condition &= Q(**{first: None}) | Q(**{day: None}) | Q(**{f"{day}__gte": F(first)})
    return CheckConstraint(name=name, condition=condition, violation_error_message=says)
