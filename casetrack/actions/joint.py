"""What belongs to something that brothers and sisters share: a hearing in their proceedings.

Each child has proceedings, orders and agreements of their own in the record, so what is entered for
several children at once is written into each one's own.
"""

from typing import Any

from casetrack.actions import facts
from casetrack.actions.refusal import Refused
from casetrack.models import (
    Child,
    CourtOrder,
    DeprivationOfLiberty,
    PreProceedings,
    Proceedings,
    Relative,
    Section20Agreement,
)

ALIKE = {
    CourtOrder: ("kind", "made_on"),
    DeprivationOfLiberty: ("starts_on",),
    PreProceedings: ("letter_sent_on",),
    Proceedings: ("kind", "issued_on"),
    Relative: ("name", "put_forward_on"),
    Section20Agreement: ("agreed_by", "agreed_on"),
}


class NotShared(Refused):
    """A brother or sister has no such proceedings, order or agreement."""


def own(shared: Any, child: Child) -> Any:
    """The child's own of what brothers and sisters share. Raises NotShared where there is none."""
    if shared.child_id == child.pk:
        return shared
    alike = {name: getattr(shared, name) for name in ALIKE[type(shared)]}
    found = type(shared).objects.filter(child=child, **alike).first()
    if found is None:
        what = "this person" if isinstance(shared, Relative) else shared
        raise NotShared(f"Not recorded for this child yet: {what}. Record that first.")
    return found


def record(*, fact: Any, within: str, what: str, by: Any, rule: facts.Rule = facts.no_rule) -> Any:
    """Write a fact of a child into the child's own of what the field `within` names, if any."""
    if shared := getattr(fact, within):
        setattr(fact, within, own(shared, fact.child))
    return facts.record(fact=fact, what=what, by=by, rule=rule)
