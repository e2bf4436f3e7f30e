"""What happens later to a recorded fact: an interview is held, a worry ends, a match is told."""

from typing import Any

from casetrack.actions import facts
from casetrack.recording import recording


def take(*, fact: Any, what: str, by: Any, rule: facts.Rule = facts.no_rule, **values: Any) -> None:
    """Write the next step of a fact, its `values` by name of the field, as the event `what`.

    Raises FactRefused where one of them is recorded already, and where the fact cannot be so.
    """
    with recording(what, by=by, children=[fact.child_id]):
        fact.refresh_from_db()
        if any(getattr(fact, name) for name in values):
            raise facts.FactRefused("That is already recorded.")
        # PostgreSQL cannot even compare such a period with others.
        if values.get("ends_on") and values["ends_on"] < fact.starts_on:
            raise facts.FactRefused(fields={"ends_on": "It cannot end before it began"})
        for name, value in values.items():
            setattr(fact, name, value)
        facts.check(fact, rule)
        fact.save(update_fields=list(values))
