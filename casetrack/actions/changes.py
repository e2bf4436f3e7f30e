"""What became of a recorded fact, where nothing else follows from it: its empty answers are given.

A hearing is held, an offer declined, an assessment completed. To mend an answer that was wrong is
a correction (`casetrack.actions.facts.correct`).
"""

from typing import Any

from casetrack.actions.facts import FactRefused, Rule, check, fitting, no_rule
from casetrack.recording import recording

EMPTY = (None, "", False)


def record(*, fact: Any, what: str, by: Any, rule: Rule = no_rule, **answers: Any) -> Any:
    """Give the answers that stood empty, as the event `what`.

    Raises FactRefused where one of them has been given in the meantime, where the fact was taken
    back, and where it cannot be so.
    """
    given = {name: answer for name, answer in answers.items() if answer not in EMPTY}
    with recording(what, by=by, children=[fact.child_id]):
        stands = type(fact).objects.filter(pk=fact.pk).first()
        if stands is None:
            raise FactRefused("Somebody took this entry back while you had it open.")
        if any(getattr(stands, name) not in EMPTY for name in given):
            raise FactRefused("Somebody recorded this while you had it open.")
        for name, answer in given.items():
            setattr(stands, name, answer)
        check(stands, rule)
        with fitting():
            stands.save(update_fields=list(given))
        return stands
