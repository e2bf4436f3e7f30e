"""Constraints that keep the days of one fact in order, and its words beside their day.

PostgreSQL lets a comparison with null pass, and so does Django where it checks a form: a day that
is not known yet breaks no order.
"""

from django.db.models import CheckConstraint, F, Q


def not_before(name: str, later: str, earlier: str, says: str) -> CheckConstraint:
    """`later` is the same day as `earlier`, or after it."""
    condition = Q(**{f"{later}__gte": F(earlier)})
    return CheckConstraint(name=name, condition=condition, violation_error_message=says)


def only_with(name: str, day: str, words: str, says: str) -> CheckConstraint:
    """`words` are empty as long as `day` is."""
    condition = Q(**{f"{day}__isnull": False}) | Q(**{words: ""})
    return CheckConstraint(name=name, condition=condition, violation_error_message=says)


def both_or_neither(name: str, day: str, words: str, says: str) -> CheckConstraint:
    """`day` and `words` are given together."""
    given = Q(**{f"{day}__isnull": False}) & ~Q(**{words: ""})
    neither = Q(**{f"{day}__isnull": True}) & Q(**{words: ""})
    return CheckConstraint(name=name, condition=given | neither, violation_error_message=says)


def not_both(name: str, one: str, other: str, says: str) -> CheckConstraint:
    """At most one of the two days is given."""
    condition = Q(**{f"{one}__isnull": True}) | Q(**{f"{other}__isnull": True})
    return CheckConstraint(name=name, condition=condition, violation_error_message=says)
