"""What became of a recorded fact, where nothing else follows from it: its empty answers are given.

A hearing is held, an offer declined, an assessment completed. To mend an answer that was wrong is
a correction (`casetrack.actions.facts.correct`).
"""

from typing import Any

from casetrack.actions.facts import FactRefused, Rule, check, fitting, no_rule
from casetrack.recording import recording

EMPTY = (None, "", False)
TAKEN_BACK = "Somebody took this entry back while you had it open."
RECORDED = "Somebody recorded this while you had it open. Look at it as it stands now."


def check_open(period: Any) -> None:
    """Raises FactRefused where a period ended, or was taken back, since somebody read it.

    For actions that end what is open for a child, asked under the lock: another one may be open.
    """
    stands = type(period).objects.filter(pk=period.pk).first()
    if stands is None:
        raise FactRefused(TAKEN_BACK)
    if stands.ends_on is not None:
        raise FactRefused(RECORDED)


def record(*, fact: Any, what: str, by: Any, rule: Rule = no_rule, **answers: Any) -> Any:
    """Give the answers that stood empty, as the event `what`.

    Raises FactRefused where one of them has been given in the meantime, where the fact was taken
    back, and where it cannot be so.
    """
    given = {name: answer for name, answer in answers.items() if answer not in EMPTY}
    with recording(what, by=by, children=[fact.child_id]):
        stands = type(fact).objects.filter(pk=fact.pk).first()
        if stands is None:
            raise FactRefused(TAKEN_BACK)
        if any(getattr(stands, name) not in EMPTY for name in given):
            raise FactRefused(RECORDED)
        for name, answer in given.items():
            setattr(stands, name, answer)
        check(stands, rule)
        with fitting():
            stands.save(update_fields=list(given))
        return stands
